//! Lines of very many short pieces that go anywhere, over each other again and again.
//!
//! Each pixel has points that are covered or not, so that what a piece covers costs some words of bits, and what
//! is covered many times is covered once.

use super::{
    blocks::{BLOCK, Blocks},
    window::Window,
};
use crate::base::bit_grid::BitGrid;
use std::ops::Range;
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke, Vec2};

/// Points of a pixel along each side.
const POINTS: usize = 16;

/// Fewer pieces are found one by one.
const MANY: usize = 5_000;

/// Wider lines have too many points.
const WIDEST: f64 = 24.0;

/// Memory for the points of so many pixels is held at once.
const MOST_PIXELS: usize = 1 << 19;

/// Shorter pieces, in half widths, are round: they bulge by less than a hundredth.
const SHORT: f64 = 0.28;

/// Is a line so long a tangle that [`cover`] draws it?
pub(super) fn is_tangle(path: &BezPath, stroke: &Stroke) -> bool {
    let elements = path.elements();
    elements.len() >= MANY
        && stroke.dash_pattern.is_empty()
        && stroke.join == Join::Round
        && stroke.start_cap != Cap::Butt
        && stroke.width <= WIDEST
        && elements.iter().all(|element| {
            matches!(element, PathEl::MoveTo(at) | PathEl::LineTo(at) if at.x.abs() < 1e5 && at.y.abs() < 1e5)
        })
        && is_dense(path, stroke)
}

/// Are there more pieces than the pixels that they are on?
fn is_dense(path: &BezPath, stroke: &Stroke) -> bool {
    let bounds = path.control_box().inflate(stroke.width, stroke.width);
    path.elements().len() as f64 * stroke.width > bounds.area() / 8.0
}

/// Covers the pixels of a line in the window.
pub(super) fn cover(path: &BezPath, stroke: &Stroke, window: &Window, coverages: &mut Blocks) {
    let half = stroke.width / 2.0;
    let bounds = path.control_box().inflate(half, half).intersect(window.outer());
    if bounds.is_zero_area() {
        return;
    }
    let columns = bounds.x0 as usize..(bounds.x1.ceil() as usize).min(window.columns().end);
    let rows = bounds.y0 as usize..(bounds.y1.ceil() as usize).min(window.rows().end);
    let height = (MOST_PIXELS / columns.len().max(1)).max(1);
    let mut pen = RoundPen::new(half * POINTS as f64);
    for top in rows.clone().step_by(height) {
        let mut sheet = PointSheet::new(columns.clone(), top..(top + height).min(rows.end));
        let mut last = Point::ORIGIN;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => last = sheet.place(to),
                PathEl::LineTo(to) => {
                    let to = sheet.place(to);
                    sheet.piece(last, to, &mut pen);
                    last = to;
                }
                _ => {}
            }
        }
        sheet.count(coverages);
    }
}

/// Pieces that go no further than this, in points along each axis, are kept.
const KEPT: i32 = 32;

/// Pieces in each direction along an axis that are kept.
const WAYS: usize = 2 * KEPT as usize + 1;

/// A round pen, and what it covers on its way. Lengths are in points, from the corner of one.
struct RoundPen {
    half: f64,
    /// Of each way that is kept: the first of its spans, 0 until it is known.
    known: Vec<u32>,
    spans: Vec<BitSpan>,
    /// How far it reaches beyond its ends.
    reach: i32,
}

/// What is covered in a row of points.
#[derive(Clone, Copy, Default)]
struct BitSpan {
    /// Its first point, from where the way begins.
    left: i16,
    length: u16,
}

impl RoundPen {
    fn new(half: f64) -> Self {
        let known = vec![0; WAYS * WAYS];
        Self { half, known, spans: vec![BitSpan::default()], reach: half.ceil() as i32 + 1 }
    }

    /// The spans of a way to this place, from the row on that is `reach` above its upper end.
    #[inline]
    fn spans(&mut self, (x, y): (i32, i32)) -> &[BitSpan] {
        let way = (y + KEPT) as usize * WAYS + (x + KEPT) as usize;
        if self.known[way] == 0 {
            self.known[way] = self.spans.len() as u32;
            let to = Point::new(x.into(), y.into());
            let straight = StraightWay::new(Point::ORIGIN, to, self.half);
            let rows = y.min(0) - self.reach..y.max(0) + self.reach;
            self.spans.extend(rows.map(|row| {
                let (left, right) = straight.chord(f64::from(row) + 0.5);
                let [left, right] = [left, right].map(|end| (end - 0.5).ceil());
                if left < right {
                    BitSpan { left: left as i16, length: (right - left) as u16 }
                } else {
                    BitSpan::default()
                }
            }));
        }
        let rows = y.abs() + 2 * self.reach;
        &self.spans[self.known[way] as usize..][..rows as usize]
    }
}

/// What a round pen covers that goes straight on.
struct StraightWay {
    ends: [Point; 2],
    half: f64,
    /// The lines beside it.
    sides: Option<[(Point, Point); 2]>,
}

impl StraightWay {
    fn new(from: Point, to: Point, half: f64) -> Self {
        let along = to - from;
        let length = along.hypot();
        let sides = (length > SHORT * half).then(|| {
            let aside = Vec2::new(-along.y, along.x) * (half / length);
            [aside, -aside].map(|aside| (from + aside, to + aside))
        });
        Self { ends: [from, to], half, sides }
    }

    /// Where what is covered begins and ends at this height; nothing, if that is the wrong way round.
    #[inline]
    fn chord(&self, y: f64) -> (f64, f64) {
        let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
        for end in self.ends {
            let down = y - end.y;
            let square = self.half * self.half - down * down;
            if square > 0.0 {
                let chord = square.sqrt();
                left = left.min(end.x - chord);
                right = right.max(end.x + chord);
            }
        }
        for (a, b) in self.sides.into_iter().flatten() {
            if (a.y <= y) != (b.y <= y) {
                let x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
                left = left.min(x);
                right = right.max(x);
            }
        }
        (left, right)
    }
}

/// The points of some pixels, and which of them are covered.
struct PointSheet {
    columns: Range<usize>,
    rows: Range<usize>,
    covered: BitGrid,
}

impl PointSheet {
    fn new(columns: Range<usize>, rows: Range<usize>) -> Self {
        let covered = BitGrid::new(columns.len() * POINTS, rows.len() * POINTS);
        Self { columns, rows, covered }
    }

    /// Where a place of the picture lies, in points.
    fn place(&self, at: Point) -> Point {
        let corner = Vec2::new(self.columns.start as f64, self.rows.start as f64);
        ((at.to_vec2() - corner) * POINTS as f64).to_point()
    }

    /// Points beside each other and below each other.
    fn size(&self) -> (usize, usize) {
        (self.columns.len() * POINTS, self.rows.len() * POINTS)
    }

    /// Covers what the pen does on its way from one place to another one.
    fn piece(&mut self, from: Point, to: Point, pen: &mut RoundPen) {
        // of what is above or left of the first point, it does not matter which way it is rounded
        let nearest = |at: f64| (at + 0.5) as i32;
        let [(x, y), (to_x, to_y)] = [from, to].map(|at| (nearest(at.x), nearest(at.y)));
        let way = (to_x - x, to_y - y);
        let ((width, height), reach) = (self.size(), pen.reach);
        let is_in =
            |a: i32, b: i32, end: usize| a.min(b) >= reach && (a.max(b) + reach) as usize <= end;
        if way.0.abs().max(way.1.abs()) > KEPT || !is_in(x, to_x, width) || !is_in(y, to_y, height)
        {
            return self.long_piece(from, to, pen.half);
        }
        let rows = (y.min(to_y) - reach) as usize..;
        for (row, span) in rows.zip(pen.spans(way)) {
            self.covered.set(row, (x + i32::from(span.left)) as usize, span.length.into());
        }
    }

    /// The same of any piece, point by point.
    fn long_piece(&mut self, from: Point, to: Point, half: f64) {
        let bounds = Rect::from_points(from, to).inflate(half, half);
        let (width, height) = self.size();
        let within = |at: f64, end: usize| (at - 0.5).max(-1.0).ceil().min(end as f64) as usize;
        let straight = StraightWay::new(from, to, half);
        for row in within(bounds.y0, height)..within(bounds.y1, height) {
            let (left, right) = straight.chord(row as f64 + 0.5);
            let (left, right) = (within(left, width), within(right, width));
            self.covered.set(row, left, right.saturating_sub(left));
        }
    }

    /// Covers each pixel as far as its points are.
    fn count(&self, coverages: &mut Blocks) {
        coverages.touch_rows(&self.rows);
        let lines: Vec<_> = self.covered.rows().collect();
        // a byte for each eight points beside each other, in which those of all lines of a pixel are counted
        let mut counts = Vec::new();
        for (y, lines) in self.rows.clone().zip(lines.chunks_exact(POINTS)) {
            counts.clear();
            counts.resize(lines[0].len(), 0);
            for line in lines {
                for (count, word) in counts.iter_mut().zip(*line) {
                    *count += ones_of_bytes(u64::from_le_bytes(*word));
                }
            }
            let pixels = counts.iter().flat_map(|word: &u64| {
                let pixels = (0..64).step_by(POINTS).map(move |bit| (word >> bit) as u16);
                pixels.map(|pair| u32::from(pair & 255) + u32::from(pair >> 8))
            });
            let mut row = coverages.row(y);
            for (x, count) in self.columns.clone().zip(pixels).filter(|(_, count)| *count > 0) {
                let most = (POINTS * POINTS) as u32;
                let coverage = ((count * 255 + most / 2) / most) as u8;
                let one = &mut row.touch(x / BLOCK)[x % BLOCK];
                *one = (*one).max(coverage);
            }
        }
    }
}

/// How many bits of each byte are set, in that byte.
#[inline(always)]
fn ones_of_bytes(word: u64) -> u64 {
    const ODD: u64 = 0x5555_5555_5555_5555;
    const PAIRS: u64 = 0x3333_3333_3333_3333;
    const HALVES: u64 = 0x0f0f_0f0f_0f0f_0f0f;
    let pairs = word - ((word >> 1) & ODD);
    let fours = (pairs & PAIRS) + ((pairs >> 2) & PAIRS);
    (fours + (fours >> 4)) & HALVES
}
