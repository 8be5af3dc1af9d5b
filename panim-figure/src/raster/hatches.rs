//! From patterns to pixels.

use super::Raster;
use crate::{
    color::Color,
    scene::{Scene, hatch::HatchTile, paint::Bitmap},
};
use vello_cpu::{
    Level,
    color::PremulRgba8,
    kurbo::{Cap, Stroke},
};

/// More pixels than this are forgotten, to be painted again.
const ROOM: usize = 8 << 20;

/// The squares that were painted so far. They follow from the patterns only, so that it does not matter to a
/// picture which are there already.
pub(super) struct Hatches {
    level: Level,
    tiles: Vec<(HatchTile, Bitmap)>,
    pixels: usize,
}

impl Hatches {
    pub(super) fn new(level: Level) -> Self {
        Self { level, tiles: Vec::new(), pixels: 0 }
    }

    pub(super) fn tile(&mut self, tile: &HatchTile) -> Bitmap {
        if let Some((_, bitmap)) = self.tiles.iter().find(|(known, _)| known == tile) {
            return bitmap.clone();
        }
        let pixels = usize::from(tile.side()) * usize::from(tile.side());
        if self.pixels + pixels > ROOM {
            (self.tiles, self.pixels) = (Vec::new(), 0);
        }
        let bitmap = self.painted(tile);
        self.tiles.push((*tile, bitmap.clone()));
        self.pixels += pixels;
        bitmap
    }

    /// In white over black first, so that what overlaps is no darker where its colour is clear.
    fn painted(&self, tile: &HatchTile) -> Bitmap {
        let side = tile.side();
        let path = tile.hatch.path(side.into());
        let mut scene = Scene::new((side, side));
        scene.fill(&path, Color::WHITE);
        if tile.width > 0.0 {
            let stroke = Stroke::new(tile.width).with_caps(Cap::Square);
            scene.stroke(&path, &stroke, Color::WHITE);
        }
        let mut coverage = [0, 0, 0, 255].repeat(usize::from(side) * usize::from(side));
        Raster::new((side, side), self.level).paint_over(&mut scene, &mut coverage);
        let [r, g, b, a] = tile.color.to_rgba8();
        Bitmap::painted_over_clear(side, side, |pixels| {
            for (pixel, coverage) in pixels.iter_mut().zip(coverage.chunks_exact(4)) {
                let part = |whole: u8, part: u8| {
                    ((u32::from(whole) * u32::from(part) * 2 + 255) / 510) as u8
                };
                let a = part(a, coverage[0]);
                let [r, g, b] = [r, g, b].map(|channel| part(channel, a));
                *pixel = PremulRgba8 { r, g, b, a };
            }
        })
    }
}
