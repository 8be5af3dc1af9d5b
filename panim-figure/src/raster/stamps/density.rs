//! Very many markers in one colour: how opaque they make each pixel, in whatever order they come.
//!
//! Each layer lets a part of what is below it show through. Of layers over each other these parts are multiplied,
//! so that their negative logarithms, the densities, are added (as in the law of Beer and Lambert).

use super::{MarkerPart, Mask, PLACES, PlacedMasks, placed};
use crate::{
    color::Color,
    scene::paint::{Bitmap, Paint},
};
use fearless_simd::{Simd, dispatch};
use std::ops::Range;
use vello_cpu::{
    Level,
    color::PremulRgba8,
    kurbo::{Affine, Point, Rect},
};

/// Pixels beside each other that are gone through together.
const BLOCK: usize = 8;

/// From here on nothing shows through that could be seen: less than a fourth of 1 of 255.
const FULL: f32 = 7.0;

/// The most that one layer adds: it hides what is below.
const MOST: f64 = 12.0;

/// Pixels that are not shown are full, however many layers are added.
const NOT_SHOWN: f32 = 1e9;

/// So many markers are placed before they are laid.
const WAITING: usize = 1024;

/// Larger masks, in pixels, are more than a cache holds.
const LARGEST: i32 = 48;

/// Of fewer markers to a pixel, most of the time would go into empty pixels.
const FEW: f64 = 1.0 / 50.0;

/// The box around what markers may touch, from the pixel where they stand: left, top, right and bottom, the last
/// two not included.
#[derive(Clone, Copy)]
struct MaskReach([i32; 4]);

/// The densities of the marker at one place within a pixel.
struct DensityMask {
    /// Its first pixel in the layer, from the first one that markers may touch.
    offset: usize,
    rows: usize,
    /// Blocks of a row.
    blocks: usize,
    /// The first of all.
    first: usize,
}

/// The masks of a marker for each place within a pixel.
struct DensityMasks {
    masks: Vec<DensityMask>,
    densities: Vec<[f32; BLOCK]>,
}

/// The densities of the pixels that are shown, with room around them for markers that are shown in part.
pub(super) struct DensityLayer {
    level: Level,
    color: Color,
    /// Which pixels of the picture are shown.
    columns: Range<i32>,
    rows: Range<i32>,
    reach: MaskReach,
    /// The first pixel that there is room for.
    corner: (i32, i32),
    /// Pixels of a row.
    stride: usize,
    sums: Vec<f32>,
    /// Of each pixel: all that a marker which begins there may touch is full.
    hidden: Vec<bool>,
    masks: DensityMasks,
    /// Of markers that are to be laid: where what they may touch begins, and the places in their pixels.
    waiting: Vec<(usize, u8)>,
}

impl DensityLayer {
    /// For so many markers whose parts have these masks at each place within a pixel, and these colours; `None` if
    /// they have several colours, or if it is not worth while. Of them, what is in `room` is shown.
    pub(super) fn new(
        level: Level,
        count: usize,
        parts: &[(MarkerPart, Color)],
        masks: &PlacedMasks,
        room: Rect,
    ) -> Option<Self> {
        let (_, color) = *parts.first()?;
        let opaque = |color: Color| color.with_alpha(1.0).to_rgba8();
        let is_one = parts.iter().all(|(_, other)| opaque(*other) == opaque(color));
        let reach = MaskReach::around(masks.all())?;
        let MaskReach([left, top, right, bottom]) = reach;
        let is_worth_while = count as f64 >= room.area() * FEW;
        if room.is_zero_area()
            || !is_one
            || !is_worth_while
            || right - left > LARGEST
            || bottom - top > LARGEST
        {
            return None;
        }
        let columns = room.x0.floor() as i32..room.x1.ceil() as i32;
        let rows = room.y0.floor() as i32..room.y1.ceil() as i32;
        let (width, height) = (right - left, bottom - top);
        let stride = columns.len() + 2 * width as usize + BLOCK;
        let all_rows = rows.len() + 2 * height as usize;
        let corner = (columns.start - width, rows.start - height);
        let mut sums = vec![NOT_SHOWN; stride * all_rows];
        for row in sums.chunks_exact_mut(stride).skip(height as usize).take(rows.len()) {
            row[width as usize..][..columns.len()].fill(0.0);
        }
        let hidden = vec![false; sums.len()];
        let masks = DensityMasks::new(masks, parts, reach, stride);
        let waiting = Vec::with_capacity(WAITING);
        Some(Self {
            level,
            color,
            columns,
            rows,
            reach,
            corner,
            stride,
            sums,
            hidden,
            masks,
            waiting,
        })
    }

    /// Lays a marker.
    #[inline]
    pub(super) fn add(&mut self, at: Point) {
        let ((x, y), place) = placed(at);
        let MaskReach([left, top, right, bottom]) = self.reach;
        let is_seen = x + left < self.columns.end
            && x + right > self.columns.start
            && y + top < self.rows.end
            && y + bottom > self.rows.start;
        if is_seen {
            // where all that it may touch begins
            let column = (x + left - self.corner.0) as usize;
            let row = (y + top - self.corner.1) as usize;
            let place = (place.1 * PLACES + place.0) as u8;
            self.waiting.push((row * self.stride + column, place));
            if self.waiting.len() == WAITING {
                self.lay();
            }
        }
    }

    fn lay(&mut self) {
        dispatch!(self.level, simd => self.lay_inlined(simd));
    }

    #[inline(always)]
    fn lay_inlined<S: Simd>(&mut self, _: S) {
        let Self { stride, sums, hidden, masks: DensityMasks { masks, densities }, .. } = self;
        let (width, height) = self.reach.size();
        let middle = height / 2 * *stride + width / 2;
        for (begin, place) in self.waiting.drain(..) {
            if sums[begin + middle] >= FULL {
                let is_full = |row: usize| {
                    sums[begin + row * *stride..][..width].iter().all(|sum| *sum >= FULL)
                };
                let hidden = &mut hidden[begin];
                *hidden = *hidden || (0..height).all(is_full);
                if *hidden {
                    continue;
                }
            }
            let mask = &masks[usize::from(place)];
            let mut blocks = densities[mask.first..].iter();
            let mut at = begin + mask.offset;
            for _ in 0..mask.rows {
                let row = sums[at..][..mask.blocks * BLOCK].as_chunks_mut::<BLOCK>().0;
                for (sums, densities) in row.iter_mut().zip(&mut blocks) {
                    for (sum, density) in sums.iter_mut().zip(densities) {
                        *sum += density;
                    }
                }
                at += *stride;
            }
        }
    }

    /// As pixels, and where they are in the picture.
    pub(super) fn image(mut self) -> (Rect, Paint) {
        self.lay();
        let Self { columns, rows, corner, .. } = &self;
        let left = (columns.start - corner.0) as usize;
        let top = (rows.start - corner.1) as usize;
        let [r, g, b, _] = self.color.to_rgba8();
        let color = [r, g, b, 255].map(f32::from);
        let image = Bitmap::painted(columns.len() as u16, rows.len() as u16, |pixels| {
            let rows = self.sums.chunks_exact(self.stride).skip(top);
            for (to, from) in pixels.chunks_exact_mut(columns.len()).zip(rows) {
                for (pixel, &density) in to.iter_mut().zip(&from[left..]) {
                    if density > 0.0 {
                        let opacity = if density < FULL { -(-density).exp_m1() } else { 1.0 };
                        let [r, g, b, a] = color.map(|channel| (channel * opacity + 0.5) as u8);
                        *pixel = PremulRgba8 { r, g, b, a };
                    }
                }
            }
        });
        let corner = Point::new(columns.start.into(), rows.start.into());
        let shown = Rect::from_origin_size(corner, (columns.len() as f64, rows.len() as f64));
        (shown, image.paint(Affine::translate(corner.to_vec2())))
    }
}

impl MaskReach {
    /// Around all that these touch; `None` if they touch nothing.
    fn around<'a>(masks: impl Iterator<Item = &'a Mask>) -> Option<Self> {
        let boxes = masks.filter(|mask| mask.width > 0).map(|mask| {
            [mask.left, mask.top, mask.left + mask.width as i32, mask.top + mask.height() as i32]
        });
        let around = |a: [i32; 4], b: [i32; 4]| {
            [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
        };
        boxes.reduce(around).map(Self)
    }

    fn size(self) -> (usize, usize) {
        let Self([left, top, right, bottom]) = self;
        ((right - left) as usize, (bottom - top) as usize)
    }
}

impl DensityMasks {
    /// Of the masks of the parts at each place, which have these colours.
    fn new(
        placed: &PlacedMasks,
        parts: &[(MarkerPart, Color)],
        reach: MaskReach,
        stride: usize,
    ) -> Self {
        let (mut masks, mut densities) = (Vec::new(), Vec::new());
        let places = (0..PLACES).flat_map(|y| (0..PLACES).map(move |x| (x, y)));
        for place in places {
            let first = densities.len();
            let of_parts = || parts.iter().map(|(part, _)| placed.of(*part, place));
            let Some(around) = MaskReach::around(of_parts()) else {
                masks.push(DensityMask { offset: 0, rows: 0, blocks: 0, first });
                continue;
            };
            let MaskReach([left, top, ..]) = around;
            let (width, rows) = around.size();
            let blocks = width.div_ceil(BLOCK);
            densities.resize(first + rows * blocks, [0.0; BLOCK]);
            let here = densities[first..].as_flattened_mut();
            for (mask, (_, color)) in of_parts().zip(parts).filter(|(mask, _)| mask.width > 0) {
                let (down, aside) = ((mask.top - top) as usize, (mask.left - left) as usize);
                let opacity = f64::from(color.to_rgba8()[3]) / 255.0;
                let rows = mask.coverage.chunks_exact(mask.width);
                for (from, to) in rows.zip(here.chunks_exact_mut(blocks * BLOCK).skip(down)) {
                    for (&coverage, to) in from.iter().zip(&mut to[aside..]) {
                        let covered = f64::from(coverage) / 255.0 * opacity;
                        *to += (-(-covered).ln_1p()).min(MOST) as f32;
                    }
                }
            }
            let MaskReach([first_column, first_row, ..]) = reach;
            let offset = (top - first_row) as usize * stride + (left - first_column) as usize;
            masks.push(DensityMask { offset, rows, blocks, first });
        }
        Self { masks, densities }
    }
}
