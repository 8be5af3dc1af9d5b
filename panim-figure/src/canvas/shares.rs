//! How much of pixels an outline goes around, and where in them that lies.

use super::scan::{Edge, Outline};
use std::ops::{AddAssign, Range};
use vello_cpu::kurbo::Rect;

/// A share that is so near to none or to all of a pixel is that.
const NEAR: f32 = 1e-3;

/// What an area covers of a pixel.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Share {
    /// Of the whole pixel.
    pub(super) area: f32,
    /// The area's moments: its centre times itself, from the pixel's upper left corner on.
    pub(super) moment: (f32, f32),
}

impl Share {
    /// Of the part of a pixel between these places, 0 to 1.
    fn of_box((left, right): (f32, f32), (top, bottom): (f32, f32)) -> Self {
        let area = (right - left).max(0.0) * (bottom - top).max(0.0);
        Self { area, moment: (area * (left + right) / 2.0, area * (top + bottom) / 2.0) }
    }

    pub(super) fn is_none(self) -> bool {
        self.area < NEAR
    }

    /// It covers the pixel, but for so much.
    pub(super) fn is_all(self, but: f32) -> bool {
        let is_near = |value: f32, wanted: f32| (value - wanted).abs() < but;
        is_near(self.area, 1.0) && is_near(self.moment.0, 0.5) && is_near(self.moment.1, 0.5)
    }

    pub(super) fn is_whole(self) -> bool {
        self.is_all(NEAR)
    }

    fn times(self, factor: f32) -> Self {
        let Self { area, moment: (x, y) } = self;
        Self { area: area * factor, moment: (x * factor, y * factor) }
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.area += other.area;
        self.moment.0 += other.moment.0;
        self.moment.1 += other.moment.1;
    }
}

/// Pixels, row by row from the top, and of each row from left to right.
#[derive(Default)]
pub(super) struct Places {
    columns: Vec<u32>,
    /// Where each row begins in them, and where the last ends.
    rows: Vec<usize>,
}

impl Places {
    /// Of pixels in their order, in a picture of this size.
    pub(super) fn set(
        &mut self,
        pixels: impl Iterator<Item = usize>,
        (width, height): (usize, usize),
    ) {
        self.columns.clear();
        self.rows.clear();
        for pixel in pixels {
            while self.rows.len() <= pixel / width {
                self.rows.push(self.columns.len());
            }
            self.columns.push((pixel % width) as u32);
        }
        self.rows.resize(height + 1, self.columns.len());
    }

    /// Those in a row and between two columns.
    fn within(&self, row: i64, (from, to): (i64, i64)) -> Range<usize> {
        let row = row as usize;
        let range = self.rows[row]..self.rows[row + 1];
        let columns = &self.columns[range.clone()];
        let start = columns.partition_point(|&column| i64::from(column) < from);
        let count = columns[start..].partition_point(|&column| i64::from(column) < to);
        range.start + start..range.start + start + count
    }
}

/// The shares of pixels.
#[derive(Default)]
pub(super) struct Shares {
    /// Of each row, the pixels that are asked for.
    rows: Vec<Range<usize>>,
    /// Of each of these pixels, one row after the other: what is right of the edges in it, and what
    /// is right of edges left of it, for it and all that follow in its row.
    cells: Vec<(Share, Share)>,
}

impl Shares {
    /// Says what of each of the places in these columns and rows the outline goes around. What goes
    /// around several times is more than all.
    pub(super) fn each(
        &mut self,
        outline: &Outline,
        places: &Places,
        (columns, rows): ((i64, i64), (i64, i64)),
        mut say: impl FnMut(usize, Share),
    ) {
        if let Some(rect) = outline.upright() {
            return each_of_box(rect, places, (columns, rows), say);
        }
        self.rows.clear();
        self.rows.extend((rows.0..rows.1).map(|row| places.within(row, columns)));
        let (Some(first), Some(last)) = (self.rows.first(), self.rows.last()) else { return };
        let start = first.start;
        self.cells.clear();
        self.cells.resize(last.end - start, Default::default());
        for edge in outline.edges() {
            self.add(edge, places, rows, start);
        }
        for range in &self.rows {
            let mut before = Share::default();
            for at in range.clone() {
                let (mut share, next) = self.cells[at - start];
                before += next;
                share += before;
                say(at, if share.area < 0.0 { share.times(-1.0) } else { share });
            }
        }
    }

    fn add(&mut self, edge: &Edge, places: &Places, rows: (i64, i64), start: usize) {
        if edge.is_level() {
            return;
        }
        let (top, bottom) = edge.heights();
        let first = (top.floor() as i64).max(rows.0);
        let last = (bottom.ceil() as i64).min(rows.1);
        for row in first..last {
            let range = self.rows[(row - rows.0) as usize].clone();
            if range.is_empty() {
                continue;
            }
            let (from, to) = (top.max(row as f64), bottom.min((row + 1) as f64));
            let (a, b) = (edge.at(from), edge.at(to));
            let heights = ((from - row as f64) as f32, (to - row as f64) as f32);
            let left = a.min(b).floor();
            let columns = &places.columns[range.clone()];
            let mut at = range.start + columns.partition_point(|&x| f64::from(x) < left);
            while at < range.end && f64::from(places.columns[at]) <= a.max(b) {
                let x = f64::from(places.columns[at]);
                let right = right_of(((a - x) as f32, (b - x) as f32), heights);
                self.cells[at - start].0 += right.times(edge.turn as f32);
                at += 1;
            }
            if at < range.end {
                let right = Share::of_box((0.0, 1.0), heights);
                self.cells[at - start].1 += right.times(edge.turn as f32);
            }
        }
    }
}

/// What of a pixel is right of an edge that goes from one place to another one between two heights.
fn right_of((a, b): (f32, f32), (top, bottom): (f32, f32)) -> Share {
    let within = 0.0..=1.0;
    if within.contains(&a) && within.contains(&b) {
        return right_of_piece((a, b), (top, bottom));
    }
    // where it comes into the pixel, and where it leaves it
    let height = |x: f32| (top + (x - a) / (b - a) * (bottom - top)).clamp(top, bottom);
    let (enters, leaves) = if a < b { (0.0, 1.0) } else { (1.0, 0.0) };
    let (enters, leaves) = match a == b {
        true => (top, top),
        false => (height(enters), height(leaves)),
    };
    let place = |y: f32| (a + (y - top) / (bottom - top) * (b - a)).clamp(0.0, 1.0);
    let heights = [top, enters, leaves, bottom];
    let mut all = Share::default();
    for pair in heights.windows(2).filter(|pair| pair[0] < pair[1]) {
        all += right_of_piece((place(pair[0]), place(pair[1])), (pair[0], pair[1]));
    }
    all
}

/// The same of one that is all in the pixel.
fn right_of_piece((a, b): (f32, f32), (top, bottom): (f32, f32)) -> Share {
    let height = bottom - top;
    let (upper, lower) = (1.0 - a, 1.0 - b);
    let x = (1.0 - (a * a + a * b + b * b) / 3.0) / 2.0;
    let y = (2.0 * (top * upper + bottom * lower) + top * lower + bottom * upper) / 6.0;
    Share { area: height * (upper + lower) / 2.0, moment: (height * x, height * y) }
}

fn each_of_box(
    Rect { x0, y0, x1, y1 }: Rect,
    places: &Places,
    (columns, rows): ((i64, i64), (i64, i64)),
    mut say: impl FnMut(usize, Share),
) {
    let part = |from: f64, to: f64, pixel: f64| {
        ((from - pixel).clamp(0.0, 1.0) as f32, (to - pixel).clamp(0.0, 1.0) as f32)
    };
    for row in rows.0..rows.1 {
        let heights = part(y0, y1, row as f64);
        for at in places.within(row, columns) {
            say(at, Share::of_box(part(x0, x1, places.columns[at].into()), heights));
        }
    }
}
