//! A ribbon's pixels, each painted once.
//!
//! Painted piece by piece, such a line has a seam wherever two pieces meet: faded colours lie over
//! each other, or leave a gap between their smoothed edges. Here each pixel knows how much of it the line
//! covers, whichever pieces do so, and has the colour of the place on the line that is nearest to it. Where
//! the line comes back to a pixel, what it left there before lies below.

mod looks;
#[cfg(test)]
mod tests;
mod tile;

use super::{
    blocks::BLOCK,
    window::{Window, blend_each},
};
use crate::scene::{
    paint::{Bitmap, Paint},
    ribbon::Ribbon,
    shape::Geometry,
};
use fearless_simd::{Simd, dispatch};
use looks::LookedPieces;
use tile::{BLOCKS, Inks, SIDE, Tile};
use vello_cpu::{
    Level,
    kurbo::{Affine, Point, Rect},
};

/// Pixels on which a ribbon is laid, in tiles, of which only those are made that lines touch.
pub(super) struct RibbonSheet {
    /// Of the picture, in pixels and in tiles.
    size: (usize, usize),
    columns: usize,
    /// Which tile is there; one more than its number.
    places: Vec<u32>,
    tiles: Vec<Tile>,
    /// So many of them are in use.
    used: usize,
    inks: Inks,
}

impl RibbonSheet {
    /// For a picture of this size in pixels.
    pub(super) fn new(size: (usize, usize)) -> Self {
        let (places, tiles, inks) = (Vec::new(), Vec::new(), Inks::default());
        Self { size, columns: size.0.div_ceil(SIDE), places, tiles, used: 0, inks }
    }

    /// Paints a ribbon over opaque pixels, as far as it falls into `clip`.
    #[inline(always)]
    pub(super) fn paint<S: Simd>(
        &mut self,
        simd: S,
        ribbon: &Ribbon,
        clip: Rect,
        pixels: &mut [u8],
    ) {
        let window = Window::new(clip.intersect(ribbon.room), self.size);
        self.lay(simd, ribbon, clip, &window);
        for tile in &mut self.tiles[..self.used] {
            let (top, left) = (tile.place.0 * SIDE, tile.place.1 * SIDE);
            for y in 0..SIDE {
                if !tile.is_touched(y) {
                    continue;
                }
                let whole = window.whole_columns_in(&window, top + y);
                let row = window.row(pixels, top + y);
                while let Some((block, mut inked)) =
                    tile.take(simd, ribbon.alpha as f32, &self.inks, y)
                {
                    let start = left + block * BLOCK;
                    inked.coverages = window.coverage_of(inked.coverages, start, top + y, &whole);
                    blend_each(simd, &mut row[start..], inked.colors, inked.coverages);
                }
            }
        }
        self.end();
    }

    /// What a ribbon shows of itself within `room`, in squares of pixels.
    pub(super) fn images(
        &mut self,
        level: Level,
        ribbon: &Ribbon,
        room: Rect,
        mut show: impl FnMut(Geometry, Paint),
    ) {
        let window = Window::new(room.intersect(ribbon.room).expand(), self.size);
        dispatch!(level, simd => self.lay(simd, ribbon, room, &window));
        for number in 0..self.used {
            let (at, image) = dispatch!(level, simd => self.image(simd, number, ribbon.alpha));
            let shown = Rect::from_origin_size(at, image.size());
            show(Geometry::Rect(shown), image.paint(Affine::translate(at.to_vec2())));
        }
        self.end();
    }

    /// Inlined, with all that it calls, into a function for each set of instructions.
    #[inline(always)]
    fn lay<S: Simd>(&mut self, simd: S, ribbon: &Ribbon, room: Rect, window: &Window) {
        self.inks.set(&ribbon.shades);
        self.places.resize(self.columns * self.size.1.div_ceil(SIDE), 0);
        let (columns, rows) = (window.columns(), window.rows());
        let mut pieces = LookedPieces::new(ribbon, room.intersect(ribbon.room));
        while let Some(looked) = pieces.next() {
            let (piece, _) = &looked;
            let touched = piece.touched(&columns, &rows);
            for y in touched.rows.clone() {
                let there = touched.row(y);
                for block in there.blocks() {
                    let seen = piece.seen(simd, &there, block * BLOCK);
                    let covered = there.only(block, piece.coverages(&seen));
                    let (tile, inks) = self.tile(y / SIDE, block / BLOCKS);
                    tile.lay((y % SIDE, block % BLOCKS), &looked, &seen, covered, inks);
                }
            }
        }
    }

    /// The tile there.
    #[inline(always)]
    fn tile(&mut self, row: usize, column: usize) -> (&mut Tile, &Inks) {
        let place = &mut self.places[row * self.columns + column];
        if *place == 0 {
            if self.used == self.tiles.len() {
                self.tiles.push(Tile::default());
            }
            self.tiles[self.used].begin(row, column);
            self.used += 1;
            *place = self.used as u32;
        }
        (&mut self.tiles[*place as usize - 1], &self.inks)
    }

    /// A tile's pixels, and where the first of them lies.
    #[inline(always)]
    fn image<S: Simd>(&mut self, simd: S, number: usize, alpha: f64) -> (Point, Bitmap) {
        let tile = &mut self.tiles[number];
        let (rows, columns) = tile.bounds().unwrap_or_default();
        let (left, top) = (tile.place.1 * SIDE + columns.start, tile.place.0 * SIDE + rows.start);
        // blocks may reach beyond the picture
        let width = columns.len().min(self.size.0 - left);
        let image = Bitmap::painted_over_clear(width as u16, rows.len() as u16, |pixels| {
            for (y, pixels) in rows.zip(pixels.chunks_mut(width.max(1))) {
                while let Some((block, inked)) = tile.take(simd, alpha as f32, &self.inks, y) {
                    let start = block * BLOCK - columns.start;
                    for (i, pixel) in pixels[start..].iter_mut().take(BLOCK).enumerate() {
                        *pixel = inked.premultiplied(i);
                    }
                }
            }
        });
        (Point::new(left as f64, top as f64), image)
    }

    /// Forgets what was laid.
    fn end(&mut self) {
        for tile in &mut self.tiles[..self.used] {
            self.places[tile.place.0 * self.columns + tile.place.1] = 0;
            tile.end();
        }
        self.used = 0;
    }
}
