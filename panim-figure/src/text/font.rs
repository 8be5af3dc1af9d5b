//! Fonts: characters to glyphs, and what a glyph measures.
//!
//! All measures are in em, so that one number times the font size gives pixels. What a family of
//! one's own lacks is taken from the embedded DejaVu Sans, and what that lacks from the machine's fonts.

mod axes;
mod embedded;
mod families;
mod family;
mod file;
mod glyphs;
mod system;
mod weight;

pub(crate) use families::Families;
pub(crate) use family::Family;
pub use family::FontFamily;
pub(crate) use file::{FontFile, LineMetrics};
pub(crate) use glyphs::{GlyphCache, GlyphOutline};
pub use system::{SystemFont, installed_font, system_font_of};
pub(crate) use weight::Face;
pub use weight::{FontStyle, Weight};

#[cfg(test)]
mod tests {
    use super::*;
    use skrifa::GlyphId;

    const FAMILY: Families = Families::EMBEDDED;
    const REGULAR: Face = Face::REGULAR;
    const BOLD: Face = Face::BOLD;

    fn units(em: f64) -> f64 {
        em * 2048.0
    }

    fn kerning(face: Face, left: char, right: char) -> f64 {
        let [(font, left), (_, right)] = [left, right].map(|letter| FAMILY.glyph(face, letter));
        units(font.kerning(left.id, right.id))
    }

    #[test]
    fn measures_are_those_in_the_font_files() {
        // Read from the files' hmtx, glyf and OS/2 tables with fontTools.
        let zero = FAMILY.glyph(REGULAR, '0').1;
        assert_eq!(units(zero.advance), 1303.0);
        assert_eq!(units(zero.ascent), 1520.0);
        assert_eq!(units(zero.descent), 29.0);
        assert_eq!(units(FAMILY.glyph(BOLD, '0').1.advance), 1425.0);
        assert_eq!(units(FAMILY.glyph(REGULAR, 'p').1.descent), 426.0);
        assert_eq!(units(FAMILY.glyph(REGULAR, ' ').1.ascent), 0.0);
        let line = FAMILY.line(REGULAR);
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
        for weight in [Weight::LIGHT, Weight::NORMAL, Weight::BOLD] {
            for style in [FontStyle::Normal, FontStyle::Italic] {
                let face = Face { weight, style };
                let missing: String = signs
                    .chars()
                    .filter(|&c| FAMILY.glyph(face, c).1.id == GlyphId::NOTDEF)
                    .collect();
                assert_eq!(missing, "", "{face:?}");
            }
        }
    }

    #[test]
    fn an_unknown_character_is_a_box() {
        let glyph = FAMILY.glyph(REGULAR, '語').1;
        assert_eq!(glyph.id, GlyphId::NOTDEF);
        assert!(glyph.advance > 0.5 && glyph.ascent > 0.5);
    }
}
