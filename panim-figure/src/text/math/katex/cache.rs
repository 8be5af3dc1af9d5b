//! Formulas that were laid out before.

use super::{MathLetters, layout::MathLayout, source::Mistake};
use crate::text::{font::Face, line::GlyphRow, math::MathFont};
use std::{collections::HashMap, sync::Arc};

/// So many parts of formulas are kept at most, and so many of one.
const LIMIT: usize = 16_384;
const LARGEST: usize = LIMIT / 8;

/// What the layout of a formula follows from. Formulas that are equal but for their digits have the same key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct MathKey {
    source: String,
    /// The measures of words between signs.
    words: Vec<[u64; 3]>,
    families: [usize; 2],
    face: Face,
    font: MathFont,
}

impl MathKey {
    pub(super) fn new(letters: MathLetters, source: &str, words: &[GlyphRow]) -> Self {
        let measures = |row: &GlyphRow| [row.width, row.ascent, row.descent].map(f64::to_bits);
        Self {
            source: source.to_owned(),
            words: words.iter().map(measures).collect(),
            families: letters.families.key(),
            face: letters.face,
            font: letters.font,
        }
    }
}

pub(super) type KeptLayout = Arc<Result<MathLayout, Mistake>>;

/// Each worker has its own; what it returns does not depend on what it holds.
#[derive(Clone, Default)]
pub(in crate::text) struct MathCache {
    layouts: HashMap<MathKey, KeptLayout>,
    parts: usize,
}

impl std::fmt::Debug for MathCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MathCache({} formulas, {} parts)", self.layouts.len(), self.parts)
    }
}

impl MathCache {
    pub(super) fn get(&self, key: &MathKey) -> Option<KeptLayout> {
        self.layouts.get(key).map(Arc::clone)
    }

    pub(super) fn keep(&mut self, key: MathKey, layout: KeptLayout) -> KeptLayout {
        // a source counts for what it takes beside glyphs
        let parts = 1 + key.source.len() / 64 + layout.as_ref().as_ref().map_or(0, MathLayout::len);
        if parts > LARGEST {
            return layout;
        }
        if self.parts + parts > LIMIT {
            *self = Self::default();
        }
        self.parts += parts;
        self.layouts.insert(key, Arc::clone(&layout));
        layout
    }

    /// How many formulas it holds.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.layouts.len()
    }
}
