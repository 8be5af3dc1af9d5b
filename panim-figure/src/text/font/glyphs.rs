//! Glyph outlines, hinted or not, kept for the next frame.

use super::{FontFile, SystemFont};
#[cfg(feature = "math")]
use crate::text::math::MathCache;
use crate::{
    color::Color,
    text::{math, shaping::ShapeCache},
};
use skrifa::{DrawMemory, GlyphId, HintOptions, PathSink, RasterTarget, ScalerFont};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use vello_cpu::kurbo::BezPath;

/// So many outlines are kept at most; a font size that changes with every frame needs new ones
/// for each. A figure rarely has more than a hundred.
const LIMIT: usize = 2048;

/// No more formulas are worth a word.
const MOST_UNSET: usize = 10;

/// From this size in pixels on, hinting would not be seen.
const LARGE: f64 = 200.0;

/// Outlines that were drawn before. Each worker has its own; what it returns does not depend on
/// what it holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct GlyphCache {
    paths: HashMap<GlyphKey, Arc<BezPath>>,
    pub(in crate::text) shapes: ShapeCache,
    #[cfg(feature = "math")]
    pub(in crate::text) formulas: MathCache,
    /// Characters that no font has, in whose place boxes are drawn, and those of them that were not
    /// asked for yet.
    missing: BTreeSet<char>,
    new_missing: BTreeSet<char>,
    /// Fonts of the machine that glyphs were taken from, and how many of them were asked for.
    system: Vec<&'static SystemFont>,
    told_system: usize,
    /// The forms of formulas that are shown as they were written, and those formulas that were not asked for yet, and
    /// why.
    unset: BTreeSet<String>,
    new_unset: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct GlyphKey {
    file: usize,
    id: GlyphId,
    /// The bits of the size in pixels if hinted; otherwise one outline in em serves all sizes.
    hinted: Option<u32>,
}

/// The outline of one glyph about its origin, y down.
#[derive(Clone, Debug)]
pub(crate) struct GlyphOutline {
    pub(crate) path: Arc<BezPath>,
    /// What the path is to be multiplied by to be in pixels.
    pub(crate) scale: f64,
    /// Its own, if it has not that of the text.
    pub(crate) color: Option<Color>,
}

impl GlyphCache {
    /// The outline of a glyph, `size` pixels to one em.
    ///
    /// A hinted outline has its horizontal edges on whole pixels from the baseline, which should
    /// lie on a pixel edge too. Horizontal measures are never changed.
    pub(crate) fn outline(
        &mut self,
        file: &FontFile,
        id: GlyphId,
        size: f64,
        hinted: bool,
    ) -> GlyphOutline {
        if let Some(font) = file.system() {
            self.note(font);
        }
        let hinted = (hinted && size < LARGE).then_some((size as f32).to_bits());
        let scale = if hinted.is_some() { 1.0 } else { size };
        GlyphOutline {
            path: self.path(file, GlyphKey { file: file.key(), id, hinted }),
            scale,
            color: None,
        }
    }

    fn note(&mut self, font: &'static SystemFont) {
        if !self.system.iter().any(|known| std::ptr::eq(*known, font)) {
            self.system.push(font);
        }
    }

    /// The fonts of the machine that were not here when this was asked last.
    pub(crate) fn take_system_fonts(&mut self) -> Vec<&'static SystemFont> {
        let new = self.system.split_off(self.told_system);
        self.system.extend(&new);
        self.told_system = self.system.len();
        new
    }

    pub(crate) fn miss(&mut self, character: char) {
        // no figure has more that are worth a word
        if self.missing.len() < LIMIT && self.missing.insert(character) {
            self.new_missing.insert(character);
        }
    }

    /// The characters that no font has and that were not here when this was asked last.
    pub(crate) fn take_missing(&mut self) -> BTreeSet<char> {
        std::mem::take(&mut self.new_missing)
    }

    pub(crate) fn miss_formula(&mut self, formula: &str, why: String) {
        if self.unset.len() < MOST_UNSET && self.unset.insert(math::form(formula)) {
            self.new_unset.push((formula.to_owned(), why));
        }
    }

    /// The formulas that could not be set and that were not here when this was asked last, and why; of those that
    /// differ in digits alone the first.
    pub(crate) fn take_unset(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.new_unset)
    }

    fn path(&mut self, file: &FontFile, key: GlyphKey) -> Arc<BezPath> {
        if self.paths.len() >= LIMIT && !self.paths.contains_key(&key) {
            self.paths.clear();
        }
        Arc::clone(self.paths.entry(key).or_insert_with(|| Arc::new(trace(file, key))))
    }
}

/// The outline in pixels if hinted, otherwise in em.
fn trace(file: &FontFile, key: GlyphKey) -> BezPath {
    // Light hinting moves points up and down only.
    let light = HintOptions::auto().with_target(RasterTarget::Light);
    let (scaler, scale) = match key.hinted {
        Some(bits) => (ScalerFont::hinted(file.font.clone(), f32::from_bits(bits), light), 1.0),
        None => (ScalerFont::unhinted(file.font.clone(), None), 1.0 / file.units),
    };
    let mut pen = PathPen { path: BezPath::new(), scale };
    if let Some(glyph) = scaler.outline(key.id) {
        // Glyphs without ink have no outline; one that is broken in its file is left out.
        if glyph.draw(DrawMemory::Scratch, &mut pen).is_err() {
            pen.path = BezPath::new();
        }
    }
    pen.path
}

/// Turns font coordinates, y up, into a path, y down.
struct PathPen {
    path: BezPath,
    scale: f64,
}

impl PathPen {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x) * self.scale, -f64::from(y) * self.scale)
    }
}

impl PathSink for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.point(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.point(cx, cy), self.point(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.curve_to(self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::font::{Face, Families};
    use vello_cpu::kurbo::{Affine, Rect, Shape};

    /// 10 points at 100 dots per inch.
    const SIZE: f64 = 1000.0 / 72.0;

    fn drawn(cache: &mut GlyphCache, character: char, size: f64, hinted: bool) -> BezPath {
        let (file, glyph) = Families::EMBEDDED.glyph(Face::REGULAR, character);
        let outline = cache.outline(file, glyph.id, size, hinted);
        Affine::scale(outline.scale) * &*outline.path
    }

    fn ink(character: char, size: f64, hinted: bool) -> Rect {
        drawn(&mut GlyphCache::default(), character, size, hinted).bounding_box()
    }

    fn is_whole(value: f64) -> bool {
        (value - value.round()).abs() < 1e-6
    }

    #[test]
    fn an_unhinted_outline_is_the_font_scaled() {
        // The glyf table: H reaches from 201 to 1339 units and up to 1493.
        let scale = SIZE / 2048.0;
        let expected = Rect::new(201.0 * scale, -1493.0 * scale, 1339.0 * scale, 0.0);
        let ink = ink('H', SIZE, false);
        assert!((ink.x0 - expected.x0).abs() < 1e-9 && (ink.y0 - expected.y0).abs() < 1e-9);
        assert!((ink.x1 - expected.x1).abs() < 1e-9 && (ink.y1 - expected.y1).abs() < 1e-9);
    }

    #[test]
    fn hinting_puts_edges_on_whole_pixels_and_leaves_widths_alone() {
        for character in ['H', 'x', 'o', '0', '5', 'E', 'T'] {
            let (hinted, plain) = (ink(character, SIZE, true), ink(character, SIZE, false));
            assert!(is_whole(hinted.y0) && is_whole(hinted.y1), "{character} {hinted:?}");
            assert!(!is_whole(plain.y0), "{character} {plain:?}");
            assert!((hinted.y0 - plain.y0).abs() < 1.0 && (hinted.y1 - plain.y1).abs() < 1.0);
            // The hinter works in 1/64 pixels.
            assert!((hinted.x0 - plain.x0).abs() < 1.0 / 32.0, "{character}");
            assert!((hinted.x1 - plain.x1).abs() < 1.0 / 32.0, "{character}");
        }
    }

    #[test]
    fn large_glyphs_are_not_hinted() {
        assert_eq!(ink('x', 300.0, true), ink('x', 300.0, false));
        assert!(ink('x', 1e9, true).width() > 1e8);
    }

    #[test]
    fn the_second_time_is_the_same_as_the_first() {
        let mut cache = GlyphCache::default();
        let first = drawn(&mut cache, 'g', SIZE, true);
        assert_eq!(drawn(&mut cache, 'g', SIZE, true), first);
        assert_eq!(cache.paths.len(), 1);
        assert_ne!(drawn(&mut cache, 'g', SIZE, false), first);
    }

    #[test]
    fn the_cache_is_bounded_however_the_size_changes() {
        let mut cache = GlyphCache::default();
        let mut largest = 0;
        for i in 0..2 * LIMIT {
            drawn(&mut cache, '8', 10.0 + i as f64 / 100.0, true);
            largest = largest.max(cache.paths.len());
        }
        assert_eq!(largest, LIMIT);

        let mut cache = GlyphCache::default();
        for i in 0..100 {
            drawn(&mut cache, '8', 10.0 + f64::from(i), false);
        }
        assert_eq!(cache.paths.len(), 1, "unhinted outlines serve all sizes");
    }
}
