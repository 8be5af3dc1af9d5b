//! Formulas beyond letters and scripts, in a build that does not know them.

use super::font::{Face, Families, GlyphCache, GlyphOutline};
use vello_cpu::kurbo::Vec2;

/// Never made: see [`set`].
pub(super) struct MathRow {
    pub(super) glyphs: Vec<(GlyphOutline, Vec2)>,
    pub(super) width: f64,
    pub(super) ascent: f64,
    pub(super) descent: f64,
}

/// Says that formulas take a feature.
pub(super) fn set(
    _formula: &str,
    _cache: &mut GlyphCache,
    _font: (Families, Face),
    _size: f64,
) -> Result<MathRow, String> {
    Err("such formulas take the feature `math` of panim".to_owned())
}
