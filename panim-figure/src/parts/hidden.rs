//! Lines that go back and forth over the same places again and again: what of them cannot be seen, since the
//! rest of the line covers it.

use crate::base::bit_grid::BitGrid;
use std::ops::Range;
use vello_cpu::kurbo::{Point, Rect};

/// Cells to a pixel, along each side, of which is known whether the line covers them.
const CELLS: f64 = 4.0;

/// Longer pieces than this, in half widths, are always kept; of lines as wide as this, in pixels.
const LONGEST: f64 = 0.75;
const HALF_WIDTHS: Range<f64> = 0.6..2.0;

/// Wider lines are soon full, and have too many cells.
const WIDEST: f64 = 12.0;

/// Places of a cell, along each side, for which is known what a line that comes there covers.
const PLACES: i32 = 8;

/// What of a line is covered by what was kept of it so far.
pub(super) struct HiddenPieces {
    /// In pixels: longer pieces are always kept.
    longest: f64,
    /// The corner of the first cell in which something is seen.
    corner: Point,
    /// Cells around what is seen, all covered.
    margin: i32,
    /// Of all that is seen, in cells.
    size: (i32, i32),
    covered: BitGrid,
    /// Of each cell: whatever of the line begins or ends there is hidden.
    hidden: BitGrid,
    /// How far the line around a place in a cell may reach from it, in cells: across, of rows from the cell's own on.
    reach: Vec<usize>,
    /// What the line covers around each place in a cell, in rows from `margin` above it on: the first cell, from the
    /// cell's own, and how many they are.
    spans: Vec<(i32, usize)>,
    /// The last point, and whether the line around it is hidden, if that was asked for.
    last: Option<(Point, Option<bool>)>,
    /// The last point was kept.
    goes_on: bool,
}

impl HiddenPieces {
    /// Of a line that is `half` wide to each side and seen in `bounds`; `None` if it is not worth while.
    pub(super) fn new(half: f64, bounds: Rect) -> Option<Self> {
        let beyond = half + 1.0;
        let room = bounds.inflate(beyond, beyond);
        let [columns, rows] = [room.width(), room.height()].map(|side| (side * CELLS).ceil());
        if !(half > 0.3 && half < WIDEST && columns * rows < 1e9) {
            return None;
        }
        // a piece bulges between its ends, a place is anywhere in its cell, and a cell counts as a whole
        let longest = LONGEST * half.clamp(HALF_WIDTHS.start, HALF_WIDTHS.end);
        let bulge = half - (half * half - longest * longest / 4.0).sqrt();
        let far = half + bulge;
        let height = (far * CELLS).ceil() as usize;
        let reach = (0..=height).map(|row| {
            let down = (row as f64 - 1.0).max(0.0) / CELLS;
            ((far * far - down * down).max(0.0).sqrt() * CELLS).ceil() as usize
        });
        let reach: Vec<usize> = reach.collect();
        let margin = height + 1;
        let (columns, rows) = (columns as usize, rows as usize);
        let all = (columns + 2 * margin, rows + 2 * margin);
        let mut covered = BitGrid::new(all.0, all.1);
        for row in 0..all.1 {
            if (margin..margin + rows).contains(&row) {
                covered.set(row, 0, margin);
                covered.set(row, margin + columns, margin);
            } else {
                covered.set(row, 0, all.0);
            }
        }
        Some(Self {
            longest,
            corner: room.origin(),
            margin: margin as i32,
            size: (columns as i32, rows as i32),
            covered,
            hidden: BitGrid::new(all.0, all.1),
            reach,
            spans: spans(half * CELLS, margin as i32),
            last: None,
            goes_on: false,
        })
    }

    /// Takes in what was kept before.
    pub(super) fn begin(&mut self, kept: &[Point]) {
        for pair in kept.windows(2) {
            if pair[0].distance_squared(pair[1]) <= self.longest * self.longest {
                self.cover(pair[1]);
            }
        }
        (self.last, self.goes_on) = (kept.last().map(|last| (*last, None)), true);
    }

    /// Goes on to a point: what stays is added to `kept`, with a point that is none where something is left out.
    pub(super) fn add(&mut self, to: Point, kept: &mut Vec<Point>) {
        let Some((from, was_hidden)) = self.last.replace((to, None)) else {
            kept.push(to);
            self.goes_on = true;
            return;
        };
        let is_short = from.distance_squared(to) <= self.longest * self.longest;
        if is_short {
            let is_hidden = self.is_hidden(to);
            self.last = Some((to, Some(is_hidden)));
            if is_hidden && was_hidden.unwrap_or_else(|| self.is_hidden(from)) {
                self.goes_on = false;
                return;
            }
        }
        if !self.goes_on {
            kept.extend([Point::new(f64::NAN, f64::NAN), from]);
            self.goes_on = true;
            self.cover(from);
        }
        kept.push(to);
        if is_short {
            self.cover(to);
        }
    }

    /// The place, in places of cells from the first one that is seen.
    #[inline]
    fn place(&self, at: Point, round: f64) -> (i32, i32) {
        let fine = CELLS * f64::from(PLACES);
        let place = (at - self.corner) * fine;
        // what is above or left of the first one is not seen, wherever it is
        ((place.x + round) as i32, (place.y + round) as i32)
    }

    /// Column and row of the cell, from the first one that is seen; `None` if it is not.
    #[inline]
    fn cell(&self, (x, y): (i32, i32)) -> Option<(i32, i32)> {
        let cell = (x.div_euclid(PLACES), y.div_euclid(PLACES));
        let is_in = cell.0 >= 0 && cell.1 >= 0 && cell.0 < self.size.0 && cell.1 < self.size.1;
        is_in.then_some(cell)
    }

    #[inline]
    fn is_hidden(&mut self, at: Point) -> bool {
        // outside, nothing is seen
        let Some((column, row)) = self.cell(self.place(at, 0.0)) else { return at.is_finite() };
        let [column, row] = [column, row].map(|cell| (cell + self.margin) as usize);
        let is_hidden = self.hidden.get(row, column) || self.is_covered_around(column, row);
        if is_hidden {
            self.hidden.set(row, column, 1);
        }
        is_hidden
    }

    fn is_covered_around(&self, column: usize, row: usize) -> bool {
        // what is furthest from it is covered last
        self.reach.iter().enumerate().rev().all(|(away, reach)| {
            let rows = [row - away, row + away];
            rows.iter().all(|row| self.covered.has(*row, column - reach, 2 * reach + 1))
        })
    }

    /// The line covers the cells that are all within half its width of this point.
    fn cover(&mut self, at: Point) {
        let (x, y) = self.place(at, 0.5);
        let Some((column, row)) = self.cell((x, y)) else { return };
        let place = y.rem_euclid(PLACES) * PLACES + x.rem_euclid(PLACES);
        let height = 2 * self.margin as usize;
        let spans = &self.spans[place as usize * height..][..height];
        // the first row is as far above as there is room above what is seen
        for (row, (left, length)) in (row as usize..).zip(spans) {
            self.covered.set(row, (column + self.margin + left) as usize, *length);
        }
    }
}

/// What a pen of half this width, in cells, covers around each place of a cell, row by row of these: in so many rows
/// above and below it, the first cell from its own and how many are all within.
fn spans(half: f64, margin: i32) -> Vec<(i32, usize)> {
    // a point may be beside the place that is nearest
    let beside = std::f64::consts::FRAC_1_SQRT_2 / f64::from(PLACES);
    let half = half - beside;
    let places = (0..PLACES).flat_map(|y| (0..PLACES).map(move |x| (x, y)));
    let places = places.map(|(x, y)| (f64::from(x), f64::from(y)));
    let spans = places.flat_map(|(x, y)| {
        let (x, y) = (x / f64::from(PLACES), y / f64::from(PLACES));
        (-margin..margin).map(move |row| {
            let row = f64::from(row);
            let down = (y - row).abs().max((y - row - 1.0).abs());
            let chord = (half * half - down * down).max(0.0).sqrt();
            let (left, right) = ((x - chord).ceil(), (x + chord).floor());
            if left < right { (left as i32, (right - left) as usize) } else { (0, 0) }
        })
    });
    spans.collect()
}
