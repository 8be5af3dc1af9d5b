//! Formulas that take more than letters and scripts.

#[cfg(feature = "math")]
mod katex;

use super::font::GlyphOutline;
#[cfg(not(feature = "math"))]
use super::font::{Face, Families, GlyphCache};
#[cfg(feature = "math")]
pub(in crate::text) use katex::set;
use vello_cpu::kurbo::Vec2;

/// A formula ready to be placed, from the left end of its baseline, in em of the text, y down.
#[derive(Debug, Clone, Default)]
pub(super) struct MathRow {
    pub(super) glyphs: Vec<(GlyphOutline, Vec2)>,
    pub(super) width: f64,
    pub(super) ascent: f64,
    pub(super) descent: f64,
}

/// Sets a formula, without its dollars, in pixels to one em of the text.
///
/// # Errors
///
/// What such formulas take.
#[cfg(not(feature = "math"))]
pub(super) fn set(
    _formula: &str,
    _cache: &mut GlyphCache,
    _font: (Families, Face),
    _size: f64,
) -> Result<MathRow, String> {
    Err("such formulas take the feature `math` of panim".to_owned())
}
