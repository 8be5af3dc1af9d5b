//! Formulas as KaTeX sets them: RaTeX lays them out, and the outlines of fonts draw them.

mod glyphs;
mod source;
mod stand_ins;
#[cfg(test)]
mod tests;

use super::MathRow;
use crate::text::font::{Face, Families, GlyphCache};
use glyphs::{MathPainter, OF_THE_TEXT};
use ratex_layout::{
    FallbackGlyphMetrics, LayoutOptions, layout_with_fallback_metrics, to_display_list,
    validate_layout,
};
use ratex_types::math_style::MathStyle;
use std::{collections::HashMap, sync::Arc};

/// Sizes of the crate's fonts to that of the text, so that an x is as high and a fraction's line as far up: DejaVu
/// Sans has larger letters than Computer Modern.
const SCALE: f64 = 1.25;

/// Sets a formula, without its dollars.
///
/// # Errors
///
/// Why it cannot be set.
pub(in crate::text) fn set(
    formula: &str,
    cache: &mut GlyphCache,
    (families, face): (Families, Face),
    size: f64,
) -> Result<MathRow, String> {
    let written = source::with_letters(formula);
    let nodes = ratex_parser::parse(&written).map_err(|error| stand_ins::told(&error.message))?;
    let metrics = written.chars().filter(|c| !c.is_ascii()).map(|character| {
        let (letter, own) = stand_ins::stand_in(character, face).unwrap_or((character, face));
        let (_, glyph) = families.glyph(own, letter);
        let metrics = FallbackGlyphMetrics {
            width: glyph.advance / SCALE,
            height: glyph.ascent.max(0.0) / SCALE,
            depth: glyph.descent.max(0.0) / SCALE,
        };
        (character, metrics)
    });
    let metrics: HashMap<_, _> = metrics.collect();
    let options =
        LayoutOptions { style: MathStyle::Text, color: OF_THE_TEXT, ..LayoutOptions::default() };
    let tree = layout_with_fallback_metrics(&nodes, &options, Arc::new(metrics));
    validate_layout(&tree).map_err(|error| error.to_string())?;
    Ok(MathPainter { cache, families, face, size }.row(&to_display_list(&tree)))
}
