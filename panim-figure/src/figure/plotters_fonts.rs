//! DejaVu Sans for plotters' own text.

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};
use std::sync::Once;

/// Gives plotters the embedded fonts, so that text can be measured and drawn without any font of
/// the system. Families that the program registered itself stay as they are.
pub(crate) fn register_fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for family in [FontFamily::SansSerif, FontFamily::Serif, FontFamily::Monospace] {
            if FontDesc::new(family, 10.0, FontStyle::Normal).layout_box("").is_ok() {
                continue;
            }
            for (style, bytes) in [
                (FontStyle::Normal, dejavu::sans::regular()),
                (FontStyle::Bold, dejavu::sans::bold()),
                (FontStyle::Italic, dejavu::sans::oblique()),
                (FontStyle::Oblique, dejavu::sans::oblique()),
            ] {
                // Not `expect`: the error is not `Debug`.
                let known = register_font(family.as_str(), style, bytes).is_ok();
                debug_assert!(known, "the embedded font can be read");
            }
        }
    });
}
