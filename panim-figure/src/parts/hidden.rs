//! Lines that go back and forth over the same places again and again: what of them cannot be seen, since the
//! rest of the line covers it.

use vello_cpu::kurbo::{Point, Rect};

/// Cells to a pixel, along each side, of which is known whether the line covers them.
const CELLS: f64 = 4.0;

/// Longer pieces than this, in pixels, are always kept.
const LONGEST: f64 = 0.5;

/// Wider lines are soon full, and have too many cells.
const WIDEST: f64 = 12.0;

/// What of a line is covered by what was kept of it so far.
pub(super) struct HiddenPieces {
    /// The line, half as wide.
    half: f64,
    /// The corner of the first cell.
    corner: Point,
    columns: usize,
    rows: usize,
    /// One bit for each cell, in rows of so many words.
    covered: Vec<u64>,
    words: usize,
    /// Of each cell: whatever of the line begins or ends there is hidden.
    hidden: Vec<bool>,
    /// How far the line around a place in a cell may reach from it, in cells: across, of rows from the cell's own on.
    reach: Vec<usize>,
    last: Option<Point>,
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
        let (columns, rows) = (columns as usize, rows as usize);
        // a piece bulges between its ends, a place is anywhere in its cell, and a cell counts as a whole
        let bulge = half - (half * half - LONGEST * LONGEST / 4.0).sqrt();
        let far = half + bulge;
        let height = (far * CELLS).ceil() as usize;
        let reach = (0..=height).map(|row| {
            let down = (row as f64 - 1.0).max(0.0) / CELLS;
            ((far * far - down * down).max(0.0).sqrt() * CELLS).ceil() as usize
        });
        let words = columns.div_ceil(64);
        Some(Self {
            half,
            corner: room.origin(),
            columns,
            rows,
            covered: vec![0; words * rows],
            words,
            hidden: vec![false; columns * rows],
            reach: reach.collect(),
            last: None,
            goes_on: false,
        })
    }

    /// Takes in what was kept before.
    pub(super) fn begin(&mut self, kept: &[Point]) {
        for pair in kept.windows(2) {
            if pair[0].distance_squared(pair[1]) <= LONGEST * LONGEST {
                self.cover(pair[1]);
            }
        }
        (self.last, self.goes_on) = (kept.last().copied(), true);
    }

    /// Goes on to a point: what stays is added to `kept`, with a point that is none where something is left out.
    pub(super) fn add(&mut self, to: Point, kept: &mut Vec<Point>) {
        let Some(from) = self.last.replace(to) else {
            kept.push(to);
            self.goes_on = true;
            return;
        };
        let is_short = from.distance_squared(to) <= LONGEST * LONGEST;
        if is_short && self.is_hidden(to) && self.is_hidden(from) {
            self.goes_on = false;
            return;
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

    fn cell(&self, at: Point) -> Option<(usize, usize)> {
        let place = (at - self.corner) * CELLS;
        let is_in = place.x >= 0.0
            && place.y >= 0.0
            && place.x < self.columns as f64
            && place.y < self.rows as f64;
        is_in.then_some((place.x as usize, place.y as usize))
    }

    #[inline]
    fn is_hidden(&mut self, at: Point) -> bool {
        // outside, nothing is seen
        let Some((column, row)) = self.cell(at) else { return at.is_finite() };
        let place = row * self.columns + column;
        if !self.hidden[place] {
            self.hidden[place] = self.is_covered_around(column, row);
        }
        self.hidden[place]
    }

    fn is_covered_around(&self, column: usize, row: usize) -> bool {
        (0..self.reach.len()).all(|away| {
            let reach = self.reach[away];
            let left = column.saturating_sub(reach);
            let right = (column + reach + 1).min(self.columns);
            let rows = [row.checked_sub(away), Some(row + away).filter(|row| *row < self.rows)];
            rows.into_iter().flatten().all(|row| {
                let words = &self.covered[row * self.words..][..self.words];
                spans(left, right).all(|(word, bits)| words[word] & bits == bits)
            })
        })
    }

    /// The line covers the cells that are all within half its width of this point.
    fn cover(&mut self, at: Point) {
        let place = (at - self.corner) * CELLS;
        let half = self.half * CELLS;
        let first = (place.y - half).ceil().max(0.0);
        let last = (place.y + half).floor().min(self.rows as f64);
        let mut row = first;
        while row + 1.0 <= last {
            let down = (place.y - row).abs().max((place.y - row - 1.0).abs());
            let chord = (half * half - down * down).max(0.0).sqrt();
            let left = (place.x - chord).ceil().max(0.0) as usize;
            let right = (place.x + chord).floor().clamp(0.0, self.columns as f64) as usize;
            let words = &mut self.covered[row as usize * self.words..][..self.words];
            spans(left, right).for_each(|(word, bits)| words[word] |= bits);
            row += 1.0;
        }
    }
}

/// The words of 64 bits that the bits from `from` to `to` are in, and these bits of each.
fn spans(from: usize, to: usize) -> impl Iterator<Item = (usize, u64)> {
    let mut at = from;
    std::iter::from_fn(move || {
        if at >= to {
            return None;
        }
        let end = to.min((at / 64 + 1) * 64);
        let bits = (u64::MAX >> (64 - (end - at))) << (at % 64);
        let word = at / 64;
        at = end;
        Some((word, bits))
    })
}
