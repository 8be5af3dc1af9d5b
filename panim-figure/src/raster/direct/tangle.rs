//! Lines of very many short pieces that go anywhere, over each other again and again.
//!
//! Each pixel has points that are covered or not, so that what a piece covers costs some words of bits, and what
//! is covered many times is covered once.

use super::{
    blocks::{BLOCK, Blocks},
    window::Window,
};
use std::ops::Range;
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke};

/// Points of a pixel along each side.
const POINTS: usize = 16;

/// Fewer pieces are found one by one.
const MANY: usize = 20_000;

/// Wider lines have too many points.
const WIDEST: f64 = 24.0;

/// Memory for the points of so many pixels is held at once.
const MOST_PIXELS: usize = 1 << 19;

/// Shorter pieces, in half widths, are round: they bulge by less than a hundredth.
const SHORT: f64 = 0.28;

/// Steps of a pixel in which the chords of the round pen are known.
const STEPS: f64 = 64.0;

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
    let chords = Chords::new(half);
    for top in rows.clone().step_by(height) {
        let mut sheet = PointSheet::new(columns.clone(), top..(top + height).min(rows.end));
        let mut last = Point::ORIGIN;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => last = to,
                PathEl::LineTo(to) => {
                    sheet.piece(last, to, &chords);
                    last = to;
                }
                _ => {}
            }
        }
        sheet.count(coverages);
    }
}

/// The chords of the round pen.
struct Chords {
    half: f64,
    /// Half of each, by how far it is from the middle.
    halves: Vec<f64>,
}

impl Chords {
    fn new(half: f64) -> Self {
        let count = (half * STEPS) as usize + 1;
        let halves = (0..count).map(|step| {
            let down = (step as f64 + 0.5) / STEPS;
            (half * half - down * down).max(0.0).sqrt()
        });
        Self { half, halves: halves.collect() }
    }

    /// Half of the chord so far from the middle.
    #[inline]
    fn at(&self, down: f64) -> Option<f64> {
        let down = down.abs();
        if down >= self.half {
            return None;
        }
        self.halves.get((down * STEPS) as usize).copied()
    }
}

/// The points of some pixels, and which of them are covered.
struct PointSheet {
    columns: Range<usize>,
    rows: Range<usize>,
    bits: Vec<u64>,
    /// Of a row of points.
    words: usize,
}

impl PointSheet {
    fn new(columns: Range<usize>, rows: Range<usize>) -> Self {
        let words = (columns.len() * POINTS).div_ceil(64);
        let bits = vec![0; words * rows.len() * POINTS];
        Self { columns, rows, bits, words }
    }

    /// Covers what a round pen does that goes straight on.
    fn piece(&mut self, from: Point, to: Point, chords: &Chords) {
        let half = chords.half;
        let bounds = Rect::from_points(from, to).inflate(half, half);
        let points = POINTS as f64;
        let row = |y: f64| (y - self.rows.start as f64) * points - 0.5;
        let first = row(bounds.y0).ceil().max(0.0) as usize;
        let end = (row(bounds.y1).ceil().max(0.0) as usize).min(self.rows.len() * POINTS);
        if first >= end {
            return;
        }
        let along = to - from;
        let length = along.hypot();
        let sides = (length > SHORT * half).then(|| {
            let aside = vello_cpu::kurbo::Vec2::new(-along.y, along.x) * (half / length);
            [aside, -aside].map(|aside| (from + aside, to + aside))
        });
        let last = (self.columns.len() * POINTS) as f64;
        let corner = self.columns.start as f64;
        for line in first..end {
            let y = self.rows.start as f64 + (line as f64 + 0.5) / points;
            let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
            for end in [from, to] {
                if let Some(chord) = chords.at(y - end.y) {
                    left = left.min(end.x - chord);
                    right = right.max(end.x + chord);
                }
            }
            for (a, b) in sides.into_iter().flatten() {
                if (a.y <= y) != (b.y <= y) {
                    let x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
                    left = left.min(x);
                    right = right.max(x);
                }
            }
            let begin = ((left - corner) * points - 0.5).max(-1.0).ceil().min(last) as usize;
            let end = ((right - corner) * points - 0.5).max(-1.0).ceil().min(last) as usize;
            let words = &mut self.bits[line * self.words..][..self.words];
            let mut at = begin;
            while at < end {
                let next = end.min((at / 64 + 1) * 64);
                words[at / 64] |= (u64::MAX >> (64 - (next - at))) << (at % 64);
                at = next;
            }
        }
    }

    /// Covers each pixel as far as its points are.
    fn count(&self, coverages: &mut Blocks) {
        coverages.touch_rows(&self.rows);
        let mut counts = vec![0_u32; self.words * (64 / POINTS)];
        for (y, lines) in self.rows.clone().zip(self.bits.chunks_exact(self.words * POINTS)) {
            counts.fill(0);
            for line in lines.chunks_exact(self.words) {
                for (counts, word) in
                    counts.as_chunks_mut::<{ 64 / POINTS }>().0.iter_mut().zip(line)
                {
                    for (i, count) in counts.iter_mut().enumerate() {
                        *count += ((word >> (i * POINTS)) as u16).count_ones();
                    }
                }
            }
            let mut row = coverages.row(y);
            for (x, &count) in self.columns.clone().zip(&counts).filter(|(_, count)| **count > 0) {
                let most = (POINTS * POINTS) as u32;
                let coverage = ((count * 255 + most / 2) / most) as u8;
                let one = &mut row.touch(x / BLOCK)[x % BLOCK];
                *one = (*one).max(coverage);
            }
        }
    }
}
