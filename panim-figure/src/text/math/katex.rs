//! Formulas as KaTeX sets them: RaTeX lays them out, and the outlines of fonts draw them.

mod cache;
mod glyphs;
mod layout;
mod source;
mod stand_ins;
#[cfg(test)]
mod tests;

use super::{MathFont, MathLetters};
use crate::text::{
    font::{Face, FontStyle, GlyphCache, Weight},
    line::{self, GlyphRow},
};
pub(in crate::text) use cache::MathCache;
use cache::MathKey;
use source::{Inset, Source};
use stand_ins::LetterLook;
use std::sync::Arc;

impl MathFont {
    /// Sizes of the crate's fonts to that of the text. Beside the letters of DejaVu Sans, which are larger than
    /// those of Computer Modern, an x is as high then, and a fraction's line as far up.
    fn scale(self) -> f64 {
        match self {
            Self::Text => 1.25,
            Self::ComputerModern => 1.0,
        }
    }
}

/// Sets a formula, without its dollars, in pixels to one em of the text.
///
/// Formulas that differ in their digits alone, as numbers do from frame to frame, are laid out once.
///
/// # Errors
///
/// Why it cannot be set, and where.
pub(in crate::text) fn set(
    formula: &str,
    cache: &mut GlyphCache,
    letters: MathLetters,
    size: f64,
) -> Result<GlyphRow, String> {
    let source = Source::new(formula, letters.font, |look| letters.digits(look).is_some());
    if let Some(mistake) = &source.mistake {
        return Err(source.told(mistake, formula));
    }
    let words: Vec<_> = source.words.iter().map(|words| letters.words(cache, words)).collect();
    let key = MathKey::new(letters, &source.text, &words);
    let layout = match cache.formulas.get(&key) {
        Some(known) => known,
        None => {
            let layout = layout::lay_out(&source.text, cache, letters, &words);
            cache.formulas.keep(key, Arc::new(layout))
        }
    };
    match &*layout {
        Ok(layout) => Ok(layout.row(cache, letters, (&source.digits, &words), size)),
        Err(mistake) => Err(source.told(mistake, formula)),
    }
}

/// How wide all digits of a face are, and how far the highest and the deepest of them reach, in em.
#[derive(Clone, Copy, Debug)]
struct DigitMetrics {
    width: f64,
    ascent: f64,
    descent: f64,
}

impl MathLetters {
    /// The face of letters that look so.
    fn face(self, look: LetterLook) -> Face {
        let upright = Face { style: FontStyle::Normal, ..self.face };
        let bold = Face { weight: Weight::BOLD, ..upright };
        match look {
            LetterLook::Upright => upright,
            LetterLook::Italic => Face { style: FontStyle::Italic, ..upright },
            LetterLook::Bold => bold,
            LetterLook::BoldItalic => Face { style: FontStyle::Italic, ..bold },
        }
    }

    /// `None` if digits are not all equally wide.
    fn digits(self, look: LetterLook) -> Option<DigitMetrics> {
        let face = self.face(look);
        let mut digits = ('0'..='9').map(|digit| self.families.glyph(face, digit).1);
        let first = digits.next()?;
        let (width, ascent) = (first.advance, first.ascent);
        let first = DigitMetrics { width, ascent, descent: first.descent.max(0.0) };
        digits.try_fold(first, |all, digit| {
            let (ascent, descent) = (all.ascent.max(digit.ascent), all.descent.max(digit.descent));
            (digit.advance == width).then_some(DigitMetrics { width, ascent, descent })
        })
    }

    /// Words as they stand in a text, in em; those with digits are as high as with any others.
    fn words(self, cache: &mut GlyphCache, words: &Inset) -> GlyphRow {
        let mut row = line::words(cache, self.families, self.face(words.look), &words.text);
        if words.text.contains(|c: char| c.is_ascii_digit())
            && let Some(digits) = self.digits(words.look)
        {
            row.ascent = row.ascent.max(digits.ascent);
            row.descent = row.descent.max(digits.descent);
        }
        row
    }
}
