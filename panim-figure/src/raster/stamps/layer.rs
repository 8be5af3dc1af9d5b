//! What stamps leave behind: an image in tiles.

use super::Mask;
use crate::{color::Color, scene::paint::Bitmap};
use vello_cpu::{
    color::PremulRgba8,
    kurbo::{BezPath, Rect, Shape},
};

/// What was stamped so far: premultiplied, in 16 bits, so that thousands of faint markers over each
/// other keep their colour. Only tiles that have something are there.
pub(super) struct StampLayer {
    /// Tiles beside each other.
    columns: usize,
    rows: usize,
    tiles: Vec<Vec<[u16; 4]>>,
}

/// Pixels along each side of a tile.
const SIDE: usize = 32;

impl StampLayer {
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        let [columns, rows] = [width, height].map(|length| usize::from(length).div_ceil(SIDE));
        Self { columns, rows, tiles: vec![Vec::new(); columns * rows] }
    }

    /// Lays a colour over the pixels where the mask is, whose marker stands in the pixel `at`.
    pub(super) fn blend(&mut self, mask: &Mask, at: (i32, i32), color: Color) {
        let color = premultiplied(color);
        let height = mask.height();
        for y in Overlap::of(at.1 + mask.top, height, self.rows) {
            for x in Overlap::of(at.0 + mask.left, mask.width, self.columns) {
                let tile = &mut self.tiles[y.tile * self.columns + x.tile];
                if tile.is_empty() {
                    *tile = vec![[0; 4]; SIDE * SIDE];
                }
                for row in 0..y.length {
                    let coverages =
                        &mask.coverage[(y.skip + row) * mask.width + x.skip..][..x.length];
                    let pixels = &mut tile[(y.start + row) * SIDE + x.start..][..x.length];
                    for (pixel, &coverage) in pixels.iter_mut().zip(coverages) {
                        over(pixel, color, coverage);
                    }
                }
            }
        }
    }

    /// Lays a colour under what is there already; `fill` is told of each pixel through which nothing shows any
    /// more.
    pub(super) fn lay_under(
        &mut self,
        mask: &Mask,
        at: (i32, i32),
        color: Color,
        mut fill: impl FnMut(usize, usize),
    ) {
        let color = premultiplied(color);
        let height = mask.height();
        for y in Overlap::of(at.1 + mask.top, height, self.rows) {
            for x in Overlap::of(at.0 + mask.left, mask.width, self.columns) {
                let tile = &mut self.tiles[y.tile * self.columns + x.tile];
                if tile.is_empty() {
                    *tile = vec![[0; 4]; SIDE * SIDE];
                }
                for row in 0..y.length {
                    let coverages =
                        &mask.coverage[(y.skip + row) * mask.width + x.skip..][..x.length];
                    let pixels = &mut tile[(y.start + row) * SIDE + x.start..][..x.length];
                    for (i, (pixel, &coverage)) in pixels.iter_mut().zip(coverages).enumerate() {
                        if coverage > 0 && pixel[3] < FULL && under(pixel, color, coverage) {
                            fill(x.tile * SIDE + x.start + i, y.tile * SIDE + y.start + row);
                        }
                    }
                }
            }
        }
    }

    /// As pixels of the picture's size, and the tiles that have something.
    pub(super) fn image(self, (width, height): (u16, u16)) -> (Bitmap, BezPath) {
        let mut shown = BezPath::new();
        let image = Bitmap::painted(width, height, |pixels| {
            for (i, tile) in self.tiles.iter().enumerate().filter(|(_, tile)| !tile.is_empty()) {
                let (x, y) = (i % self.columns * SIDE, i / self.columns * SIDE);
                let (right, bottom) = ((x + SIDE).min(width.into()), (y + SIDE).min(height.into()));
                for (row, from) in (y..bottom).zip(tile.chunks_exact(SIDE)) {
                    in_eight_bits(&mut pixels[row * usize::from(width)..][x..right], from);
                }
                let place = Rect::new(x as f64, y as f64, right as f64, bottom as f64);
                shown.extend(place.path_elements(1.0));
            }
        });
        (image, shown)
    }
}

/// What a stretch of pixels has in common with a tile.
struct Overlap {
    tile: usize,
    /// In the tile.
    start: usize,
    /// In the stretch.
    skip: usize,
    length: usize,
}

impl Overlap {
    /// Of a stretch of so many pixels from `start` on with each of so many `tiles`.
    fn of(start: i32, length: usize, tiles: usize) -> impl Iterator<Item = Self> {
        let (start, side) = (i64::from(start), SIDE as i64);
        let end = (start + length as i64).min(tiles as i64 * side);
        let begin = start.max(0);
        let touched = if begin < end { begin / side..(end - 1) / side + 1 } else { 0..0 };
        touched.map(move |tile| {
            let from = begin.max(tile * side);
            Self {
                tile: tile as usize,
                start: (from - tile * side) as usize,
                skip: (from - start) as usize,
                length: (end.min((tile + 1) * side) - from) as usize,
            }
        })
    }
}

fn in_eight_bits(to: &mut [PremulRgba8], from: &[[u16; 4]]) {
    for (to, from) in to.iter_mut().zip(from) {
        let [r, g, b, a] = from.map(|channel| ((u32::from(channel) * 255 + 32_895) >> 16) as u8);
        *to = PremulRgba8 { r, g, b, a };
    }
}

/// Everything, in 16 bits.
const ALL: u32 = 65_535;

fn premultiplied(color: Color) -> [u16; 4] {
    let [r, g, b, a] = color.to_rgba8().map(u32::from);
    [r, g, b, 255].map(|channel| ((channel * a * 257 + 127) / 255) as u16)
}

/// Lays a coverage of `color` over `pixel`.
fn over(pixel: &mut [u16; 4], color: [u16; 4], coverage: u8) {
    match coverage {
        0 => {}
        255 if u32::from(color[3]) == ALL => *pixel = color,
        coverage => {
            let coverage = u32::from(coverage) * 257;
            let rest = ALL - times(color[3].into(), coverage);
            for (below, above) in pixel.iter_mut().zip(color) {
                *below =
                    (times(above.into(), coverage) + times((*below).into(), rest)).min(ALL) as u16;
            }
        }
    }
}

/// From here on nothing shows through that could be seen.
const FULL: u16 = 65_535 - 64;

/// Lays a coverage of `color` under `pixel`. True: it is full now.
#[inline]
fn under(pixel: &mut [u16; 4], color: [u16; 4], coverage: u8) -> bool {
    let free = times(ALL - u32::from(pixel[3]), u32::from(coverage) * 257);
    for (above, below) in pixel.iter_mut().zip(color) {
        *above = (u32::from(*above) + times(below.into(), free)).min(ALL) as u16;
    }
    let is_full = pixel[3] >= FULL;
    if is_full {
        // what is missing of it is missing of its colour
        let alpha = u32::from(pixel[3]);
        *pixel =
            pixel.map(|channel| ((u32::from(channel) * ALL + alpha / 2) / alpha).min(ALL) as u16);
    }
    is_full
}

/// The product of two coverages of [`ALL`], rounded.
fn times(a: u32, b: u32) -> u32 {
    let product = a * b + 32_768;
    (product + (product >> 16)) >> 16
}
