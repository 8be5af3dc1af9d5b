//! The pixels that a piece of a line may touch.

use super::blocks::BLOCK;
use fearless_simd::{Select, Simd, SimdBase, SimdFrom, f32x8};
use std::ops::Range;
use vello_cpu::kurbo::Point;

/// The pixels that a piece may touch.
pub(super) struct Touched {
    pub(super) rows: Range<usize>,
    columns: Range<i32>,
    /// From where to where in the row where it begins, and how that moves with each row: for its ends and for its
    /// sides.
    along: RowSpan,
    across: RowSpan,
    /// Places are counted from the column where it begins, whose middle is so far to the right: that is exact
    /// enough in 32 bits.
    origin: i32,
    first: f32,
    top: f64,
}

/// Those in a row.
pub(super) struct TouchedRow {
    pub(super) pixels: Range<usize>,
    down: f32,
    origin: i32,
    first: f32,
}

/// In a row: where it begins, where it ends, and how that moves with each row.
type RowSpan = (f32, f32, f32);

impl Touched {
    /// Of a piece that begins at `from`. `sides`: in two directions, of length 1, from where to where it reaches.
    #[inline(always)]
    pub(super) fn new(
        from: Point,
        sides: [((f32, f32), (f32, f32)); 2],
        (columns, (top, bottom), rows): (&Range<usize>, (f32, f32), &Range<usize>),
    ) -> Self {
        let rows = within(top - 0.5, bottom - 0.5, &(rows.start as i32..rows.end as i32));
        let span = |((dx, dy), (low, high)): ((f32, f32), (f32, f32))| {
            if dx.abs() < 1e-3 {
                return (f32::NEG_INFINITY, f32::INFINITY, 0.0);
            }
            let per = 1.0 / dx;
            let (a, b) = (low * per, high * per);
            (a.min(b), a.max(b), -dy * per)
        };
        let origin = from.x as i32;
        Self {
            rows: rows.start as usize..rows.end as usize,
            columns: columns.start as i32 - origin..columns.end as i32 - origin,
            along: span(sides[0]),
            across: span(sides[1]),
            origin,
            first: (f64::from(origin) + 0.5 - from.x) as f32,
            top: from.y,
        }
    }

    #[inline(always)]
    pub(super) fn row(&self, y: usize) -> TouchedRow {
        let Self { along, across, origin, first, .. } = *self;
        let down = (y as f64 + 0.5 - self.top) as f32;
        let left = (along.0 + down * along.2).max(across.0 + down * across.2);
        let right = (along.1 + down * along.2).min(across.1 + down * across.2);
        let range = within(left - first, right - first, &self.columns);
        let pixels = (range.start + origin) as usize..(range.end + origin) as usize;
        TouchedRow { pixels, down, origin, first }
    }
}

impl TouchedRow {
    /// How far right of the piece's beginning and below it the middle of a pixel is.
    #[inline(always)]
    pub(super) fn place(&self, column: usize) -> (f32, f32) {
        ((column as i32 - self.origin) as f32 + self.first, self.down)
    }

    /// The blocks of pixels that are touched.
    #[inline(always)]
    pub(super) fn blocks(&self) -> Range<usize> {
        let Range { start, end } = self.pixels;
        if start < end { start / BLOCK..end.div_ceil(BLOCK) } else { 0..0 }
    }

    /// Of what pixels of a block have, what those have that are touched; the others nothing.
    #[inline(always)]
    pub(super) fn only<S: Simd>(&self, block: usize, of: f32x8<S>) -> f32x8<S> {
        let start = block * BLOCK;
        if self.pixels.start <= start && start + BLOCK <= self.pixels.end {
            return of;
        }
        let place = |pixel: usize| (pixel as i32 - start as i32) as f32;
        let steps = steps(of.simd);
        let there = steps.simd_ge(place(self.pixels.start)) & steps.simd_lt(place(self.pixels.end));
        there.select(of, f32x8::splat(of.simd, 0.0))
    }
}

/// 0, 1, 2, ..
#[inline(always)]
pub(super) fn steps<S: Simd>(simd: S) -> f32x8<S> {
    f32x8::simd_from(simd, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0])
}

/// The whole numbers between two places, in the window. Without ceil and floor, which are calls on
/// many machines.
#[inline(always)]
fn within(from: f32, to: f32, window: &Range<i32>) -> Range<i32> {
    let up = |place: f32| {
        let below = place as i32;
        below.saturating_add((place > below as f32).into())
    };
    let start = up(from).max(window.start);
    start..up(-to).saturating_neg().saturating_add(1).min(window.end).max(start)
}
