//! How much of pixels an outline goes around, and where in them that lies.

use super::scan::{ScanEdge, ScanOutline};
use std::ops::{AddAssign, Range};
use vello_cpu::kurbo::Rect;

/// A coverage that is so near to none or to all of a pixel is that.
const NEAR: f32 = 1e-3;

/// What an area covers of a pixel.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Coverage {
    /// Of the whole pixel.
    pub(super) area: f32,
    /// The area's moments: its centre times itself, from the pixel's upper left corner on.
    pub(super) moment: (f32, f32),
}

/// A part of a pixel: left, right, top and bottom, 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct PixelPart {
    x: (f32, f32),
    y: (f32, f32),
}

impl PixelPart {
    pub(super) const ALL: Self = Self { x: (0.0, 1.0), y: (0.0, 1.0) };

    /// They have nothing in common that counts.
    pub(super) fn is_apart(self, other: Self) -> bool {
        let is_before = |a: (f32, f32), b: (f32, f32)| a.1 < b.0 + NEAR;
        is_before(self.x, other.x)
            || is_before(other.x, self.x)
            || is_before(self.y, other.y)
            || is_before(other.y, self.y)
    }

    /// Around both.
    pub(super) fn or(self, other: Self) -> Self {
        let around = |a: (f32, f32), b: (f32, f32)| (a.0.min(b.0), a.1.max(b.1));
        Self { x: around(self.x, other.x), y: around(self.y, other.y) }
    }
}

impl Coverage {
    fn of(PixelPart { x: (left, right), y: (top, bottom) }: PixelPart) -> Self {
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

impl AddAssign for Coverage {
    fn add_assign(&mut self, other: Self) {
        self.area += other.area;
        self.moment.0 += other.moment.0;
        self.moment.1 += other.moment.1;
    }
}

/// Pixels, row by row from the top, and of each row from left to right.
#[derive(Default)]
pub(super) struct PixelRows {
    columns: Vec<u32>,
    /// Where each is in the picture.
    pub(super) pixels: Vec<usize>,
    /// Where each row begins in them, and where the last ends.
    rows: Vec<usize>,
}

impl PixelRows {
    /// Of these columns and rows, in a picture of this size.
    pub(super) fn set(
        &mut self,
        places: impl Iterator<Item = (usize, usize)>,
        (width, height): (usize, usize),
    ) {
        self.columns.clear();
        self.pixels.clear();
        self.rows.clear();
        for (x, y) in places {
            while self.rows.len() <= y {
                self.rows.push(self.columns.len());
            }
            self.columns.push(x as u32);
            self.pixels.push(y * width + x);
        }
        self.rows.resize(height + 1, self.columns.len());
    }

    /// Those in a row and between two columns.
    fn within(&self, row: usize, columns: &Range<usize>) -> Range<usize> {
        let range = self.rows[row]..self.rows[row + 1];
        if range.is_empty() {
            return range;
        }
        let there = &self.columns[range.clone()];
        let start = there.partition_point(|&column| (column as usize) < columns.start);
        let count = there[start..].partition_point(|&column| (column as usize) < columns.end);
        range.start + start..range.start + start + count
    }
}

/// The coverages of pixels.
#[derive(Default)]
pub(super) struct CoverageMap {
    /// Of each row, the pixels that are asked for, and the cell of the first of them.
    rows: Vec<(Range<usize>, usize)>,
    /// Of each of these pixels, one row after the other: what is right of the edges in it, and what
    /// is right of edges left of it, for it and all that follow in its row.
    cells: Vec<(Coverage, Coverage)>,
}

impl CoverageMap {
    /// Says what of each of the places in these columns and rows the outline goes around, and in which
    /// part of it that is. What it goes around several times counts as often.
    pub(super) fn each(
        &mut self,
        outline: &ScanOutline,
        places: &PixelRows,
        (columns, rows): (&Range<usize>, &Range<usize>),
        mut say: impl FnMut(usize, Coverage, PixelPart),
    ) {
        if let Some(rect) = outline.rectangle() {
            return each_of_box(rect, places, (columns, rows), say);
        }
        self.rows.clear();
        let mut count = 0;
        self.rows.extend(rows.clone().map(|row| {
            let range = places.within(row, columns);
            let first = count;
            count += range.len();
            (range, first)
        }));
        self.cells.clear();
        self.cells.resize(count, Default::default());
        for edge in outline.edges() {
            self.add(edge, places, rows);
        }
        let mut cells = self.cells.iter();
        for (range, _) in &self.rows {
            let mut before = Coverage::default();
            for (at, &(mut coverage, next)) in range.clone().zip(&mut cells) {
                before += next;
                coverage += before;
                let coverage = if coverage.area < 0.0 { coverage.times(-1.0) } else { coverage };
                say(at, coverage, PixelPart::ALL);
            }
        }
    }

    fn add(&mut self, edge: &ScanEdge, places: &PixelRows, rows: &Range<usize>) {
        if edge.is_level() {
            return;
        }
        let (top, bottom) = edge.heights();
        let first = (top as usize).max(rows.start);
        let mut lower = edge.at(top.max(first as f64));
        for row in first..rows.end {
            if bottom <= row as f64 {
                return;
            }
            let (from, to) = (top.max(row as f64), bottom.min((row + 1) as f64));
            let (a, b) = (lower, edge.at(to));
            lower = b;
            let (range, start) = self.rows[row - rows.start].clone();
            if range.is_empty() {
                continue;
            }
            let heights = ((from - row as f64) as f32, (to - row as f64) as f32);
            let down = ((to - from) / (b - a)) as f32;
            let left = a.min(b).max(0.0) as u32;
            let columns = &places.columns[range];
            let mut at = columns.partition_point(|&x| x < left);
            let cells = &mut self.cells[start..start + columns.len()];
            while at < columns.len() && f64::from(columns[at]) <= a.max(b) {
                let x = f64::from(columns[at]);
                let right = right_of(((a - x) as f32, (b - x) as f32), heights, down);
                cells[at].0 += right.times(edge.turn as f32);
                at += 1;
            }
            if let Some((_, next)) = cells.get_mut(at) {
                let right = Coverage::of(PixelPart { x: (0.0, 1.0), y: heights });
                *next += right.times(edge.turn as f32);
            }
        }
    }
}

/// What of a pixel is right of an edge that goes from one place to another one between two heights, so
/// far down for each pixel aside.
fn right_of((a, b): (f32, f32), (top, bottom): (f32, f32), down: f32) -> Coverage {
    let within = 0.0..=1.0;
    if within.contains(&a) && within.contains(&b) {
        return right_of_piece((a, b), (top, bottom));
    }
    // where it goes through the pixel's left side, and its right one
    let height = |x: f32| (top + (x - a) * down).max(top).min(bottom);
    let all = |top: f32, bottom: f32| Coverage::of(PixelPart { x: (0.0, 1.0), y: (top, bottom) });
    if a < b {
        let (left, right) = (height(0.0), height(1.0));
        let mut coverage = all(top, left);
        coverage += right_of_piece((a.clamp(0.0, 1.0), b.clamp(0.0, 1.0)), (left, right));
        coverage
    } else if a > b {
        let (left, right) = (height(0.0), height(1.0));
        let mut coverage = all(left, bottom);
        coverage += right_of_piece((a.clamp(0.0, 1.0), b.clamp(0.0, 1.0)), (right, left));
        coverage
    } else if a < 0.0 {
        all(top, bottom)
    } else {
        Coverage::default()
    }
}

/// The same of one that is all in the pixel.
fn right_of_piece((a, b): (f32, f32), (top, bottom): (f32, f32)) -> Coverage {
    let height = bottom - top;
    let (upper, lower) = (1.0 - a, 1.0 - b);
    let x = (1.0 - (a * a + a * b + b * b) / 3.0) / 2.0;
    let y = (2.0 * (top * upper + bottom * lower) + top * lower + bottom * upper) / 6.0;
    Coverage { area: height * (upper + lower) / 2.0, moment: (height * x, height * y) }
}

fn each_of_box(
    Rect { x0, y0, x1, y1 }: Rect,
    places: &PixelRows,
    (columns, rows): (&Range<usize>, &Range<usize>),
    mut say: impl FnMut(usize, Coverage, PixelPart),
) {
    let part = |from: f64, to: f64, pixel: f64| {
        ((from - pixel).clamp(0.0, 1.0) as f32, (to - pixel).clamp(0.0, 1.0) as f32)
    };
    for row in rows.clone() {
        let heights = part(y0, y1, row as f64);
        for at in places.within(row, columns) {
            let part = PixelPart { x: part(x0, x1, places.columns[at].into()), y: heights };
            say(at, Coverage::of(part), part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::{BezPath, Point, Shape};

    #[test]
    fn shares_are_what_points_of_the_pixel_say() {
        let corners = [(-3.3, 1.2), (6.9, -2.7), (5.1, 3.3), (7.3, 9.4), (2.2, 4.1), (2.2, 7.7)];
        let mut path = BezPath::new();
        path.move_to(corners[0]);
        corners[1..].iter().for_each(|corner| path.line_to(*corner));
        path.close_path();
        let mut places = PixelRows::default();
        let pixels = (0..8).flat_map(|y| (0..8).map(move |x| (x, y)));
        places.set(pixels.filter(|(x, y)| (x + y) % 5 != 0), (8, 8));
        let outline = ScanOutline::of(&path);
        let mut count = 0;
        CoverageMap::default().each(&outline, &places, (&(0..8), &(0..8)), |at, coverage, _| {
            let (x, y) = ((places.pixels[at] % 8) as f64, (places.pixels[at] / 8) as f64);
            let mut points = Coverage::default();
            for i in 0..10_000 {
                let (u, v) =
                    ((f64::from(i % 100) + 0.5) / 100.0, (f64::from(i / 100) + 0.5) / 100.0);
                if path.contains(Point::new(x + u, y + v)) {
                    points += Coverage { area: 1e-4, moment: (1e-4 * u as f32, 1e-4 * v as f32) };
                }
            }
            let off = [
                coverage.area - points.area,
                coverage.moment.0 - points.moment.0,
                coverage.moment.1 - points.moment.1,
            ];
            assert!(
                off.iter().all(|off| off.abs() < 5e-3),
                "{x} {y}: {coverage:?}, not {points:?}"
            );
            count += 1;
        });
        assert_eq!(count, places.pixels.len());
    }
}
