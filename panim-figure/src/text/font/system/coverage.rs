//! Which characters a font has outlines for.

use super::super::file;
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};

/// Characters, as stretches of them in order: from, to.
#[derive(Debug, Default)]
pub(super) struct FontCoverage(Vec<(u32, u32)>);

impl FontCoverage {
    /// That of the font in these bytes; nothing if there is none, or if none of its glyphs can be drawn.
    pub(super) fn of(bytes: &[u8], index: u32) -> Self {
        if file::check(bytes, index).is_err() {
            return Self::default();
        }
        FontRef::from_index(bytes, index)
            .map_or_else(|_| Self::default(), |font| Self::of_map(&font.charmap()))
    }

    fn of_map(map: &Charmap<'_>) -> Self {
        let mut stretches: Vec<(u32, u32)> = Vec::new();
        let mut is_sorted = true;
        for (character, id) in map.mappings() {
            if id.to_u32() == 0 {
                continue;
            }
            match stretches.last_mut() {
                Some((_, end)) if *end + 1 == character => *end = character,
                Some((_, end)) if *end == character => {}
                last => {
                    is_sorted &= last.is_none_or(|(_, end)| *end < character);
                    stretches.push((character, character));
                }
            }
        }
        if !is_sorted {
            stretches.sort_unstable();
        }
        Self(stretches)
    }

    pub(super) fn has(&self, character: char) -> bool {
        let character = u32::from(character);
        let behind = self.0.partition_point(|(start, _)| *start <= character);
        self.0[..behind].last().is_some_and(|(_, end)| character <= *end)
    }
}
