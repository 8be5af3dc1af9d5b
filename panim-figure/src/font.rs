//! The embedded DejaVu Sans: characters to glyphs, and what a glyph measures.
//!
//! All measures are in em, so that one number times the font size gives pixels.

mod glyphs;

pub(crate) use glyphs::{GlyphCache, Outline};
use skrifa::{
    Font, GlyphId,
    raw::{
        FontRef, TableProvider,
        tables::kern::{Subtable0, SubtableKind},
    },
};
use std::sync::LazyLock;

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// The usual weight of text.
    #[default]
    Normal,
    /// Thick strokes.
    Bold,
}

/// Whether letters stand upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FontStyle {
    /// Upright letters.
    #[default]
    Normal,
    /// Slanted letters.
    Italic,
}

/// Which of the four embedded fonts letters are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Face {
    pub(crate) weight: Weight,
    pub(crate) style: FontStyle,
}

/// What a line of text takes above and below its baseline, at least, in em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineMetrics {
    pub(crate) ascent: f64,
    pub(crate) descent: f64,
    /// Extra room between two lines.
    pub(crate) gap: f64,
}

/// What one glyph takes, in em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    /// From its origin to the next glyph's.
    pub(crate) advance: f64,
    /// Its highest ink above the baseline; 0 where there is no ink.
    pub(crate) ascent: f64,
    /// Its lowest ink below the baseline; negative where all ink is above.
    pub(crate) descent: f64,
}

impl Face {
    /// The glyph of a character: an empty box if the font does not know it.
    pub(crate) fn glyph(self, character: char) -> Glyph {
        let data = self.data();
        match data.ascii.get(character as usize) {
            Some(glyph) => *glyph,
            None => data.measure(character),
        }
    }

    /// How much nearer (negative) or farther `right` stands when it follows `left`, in em.
    pub(crate) fn kerning(self, left: GlyphId, right: GlyphId) -> f64 {
        let data = self.data();
        f64::from(data.kerning.kerning(left, right).unwrap_or(0)) / data.units
    }

    pub(crate) fn line(self) -> LineMetrics {
        self.data().line
    }

    fn data(self) -> &'static FaceData {
        static FACES: [LazyLock<FaceData>; 4] = [
            LazyLock::new(|| FaceData::parse(dejavu::sans::regular())),
            LazyLock::new(|| FaceData::parse(dejavu::sans::oblique())),
            LazyLock::new(|| FaceData::parse(dejavu::sans::bold())),
            LazyLock::new(|| FaceData::parse(dejavu::sans::bold_oblique())),
        ];
        &FACES[self.weight as usize * 2 + self.style as usize]
    }
}

/// A parsed font file; there is one of each face in the process.
struct FaceData {
    font: Font,
    /// Units per em.
    units: f64,
    line: LineMetrics,
    kerning: Subtable0<'static>,
    /// Most text is made of these: looked up once.
    ascii: Vec<Glyph>,
}

impl FaceData {
    fn parse(bytes: &'static [u8]) -> Self {
        let font = Font::new(bytes, 0).expect("the embedded font can be read");
        let units = f64::from(font.units_per_em());
        // The typographic metrics are what matplotlib takes: 1 em to a line and 0.2 em between.
        let line = font.metrics().typo_line.expect("the embedded font has line metrics");
        let line = LineMetrics {
            ascent: line.ascender.to_f64() / units,
            descent: -line.descender.to_f64() / units,
            gap: line.line_gap.to_f64() / units,
        };
        let kerning = kerning_pairs(bytes).expect("the embedded font has kerning pairs");
        let mut data = Self { font, units, line, kerning, ascii: Vec::new() };
        data.ascii = (0..=127_u8).map(|byte| data.measure(char::from(byte))).collect();
        data
    }

    fn measure(&self, character: char) -> Glyph {
        // Glyph 0 is the empty box.
        let id = self.font.charmap().map_unicode(character).unwrap_or_default();
        let metrics = self.font.glyph_metrics();
        let (top, height) =
            metrics.extents(id).map_or((0.0, 0.0), |extents| (extents.y_bearing, extents.height));
        Glyph {
            id,
            advance: f64::from(metrics.h_advance(id)) / self.units,
            ascent: f64::from(top) / self.units,
            descent: f64::from(height - top) / self.units,
        }
    }
}

/// The `kern` table of DejaVu is one list of glyph pairs.
fn kerning_pairs(bytes: &'static [u8]) -> Option<Subtable0<'static>> {
    let kern = FontRef::new(bytes).ok()?.kern().ok()?;
    kern.subtables().flatten().find_map(|table| match table.kind() {
        Ok(SubtableKind::Format0(pairs)) => Some(pairs),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: Face = Face { weight: Weight::Normal, style: FontStyle::Normal };
    const BOLD: Face = Face { weight: Weight::Bold, style: FontStyle::Normal };

    fn units(em: f64) -> f64 {
        em * 2048.0
    }

    fn kerning(face: Face, left: char, right: char) -> f64 {
        units(face.kerning(face.glyph(left).id, face.glyph(right).id))
    }

    #[test]
    fn measures_are_those_in_the_font_files() {
        // Read from the files' hmtx, glyf and OS/2 tables with fontTools.
        let zero = REGULAR.glyph('0');
        assert_eq!(units(zero.advance), 1303.0);
        assert_eq!(units(zero.ascent), 1520.0);
        assert_eq!(units(zero.descent), 29.0);
        assert_eq!(units(BOLD.glyph('0').advance), 1425.0);
        assert_eq!(units(REGULAR.glyph('p').descent), 426.0);
        assert_eq!(units(REGULAR.glyph(' ').ascent), 0.0);
        let line = REGULAR.line();
        assert_eq!([line.ascent, line.descent, line.gap].map(units), [1556.0, 492.0, 410.0]);
    }

    #[test]
    fn pairs_are_kerned() {
        assert_eq!(kerning(REGULAR, 'A', 'V'), -131.0);
        assert_eq!(kerning(REGULAR, 'T', 'o'), -348.0);
        assert_eq!(kerning(BOLD, 'A', 'V'), -139.0);
        assert_eq!(kerning(REGULAR, '0', '0'), 0.0);
    }

    #[test]
    fn every_face_has_the_signs_of_science() {
        let signs = "ΑΒΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξπρστυφχψω⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉\
                     ×·÷±−≤≥≠≈∝∞∑∏∫∂∇√°′″µÅℏ→←↑↓äöüßéèçñ";
        for weight in [Weight::Normal, Weight::Bold] {
            for style in [FontStyle::Normal, FontStyle::Italic] {
                let face = Face { weight, style };
                let missing: String =
                    signs.chars().filter(|&c| face.glyph(c).id == GlyphId::NOTDEF).collect();
                assert_eq!(missing, "", "{face:?}");
            }
        }
    }

    #[test]
    fn an_unknown_character_is_a_box() {
        let glyph = REGULAR.glyph('語');
        assert_eq!(glyph.id, GlyphId::NOTDEF);
        assert!(glyph.advance > 0.5 && glyph.ascent > 0.5);
    }
}
