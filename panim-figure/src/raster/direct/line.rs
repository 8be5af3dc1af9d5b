//! Lines through many points: how much of each pixel they cover, and then their colour.
//!
//! A pixel near several pieces of a line belongs to the one that covers most of it. That is exact
//! along the line and where pieces meet at a small angle; a line that turns back again and again is
//! not painted here.

use super::{
    blocks::{BLOCK, Blocks},
    piece::{Piece, Pieces, within},
    window::{Ink, Window},
};
use fearless_simd::Simd;
use std::mem;
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Stroke, Vec2};

/// One of so many points may be a sharp corner.
const CORNERS: usize = 8;

/// Whether a stroke is one that [`LineCoverage::line`] draws: solid, with round corners if it has any,
/// and with few of them.
pub(super) fn is_plain_line(path: &BezPath, stroke: &Stroke) -> bool {
    if !stroke.dash_pattern.is_empty() || stroke.start_cap != stroke.end_cap {
        return false;
    }
    let (mut corners, mut joints, mut pieces) = (0, 0, 0);
    let mut last: Option<Point> = None;
    let mut came: Option<Vec2> = None;
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => (last, came) = (Some(to), None),
            PathEl::LineTo(to) => {
                let Some(from) = last.replace(to) else { return false };
                let direction = to - from;
                if is_far(from) || is_far(to) {
                    return false;
                }
                if let Some(came) = came {
                    joints += 1;
                    corners += usize::from(came.dot(direction) < 0.0);
                }
                pieces += 1;
                came = Some(direction);
            }
            PathEl::ClosePath => {
                joints += 1;
                last = None;
            }
            _ => return false,
        }
    }
    let joined = joints == 0 || (stroke.join == Join::Round && stroke.start_cap != Cap::Butt);
    pieces > 0 && joined && corners * CORNERS <= joints
}

/// Whether a place is so far away that 32 bits cannot tell where it is to within a hundredth of a
/// pixel.
fn is_far(place: Point) -> bool {
    !(place.x.abs() < 1e5 && place.y.abs() < 1e5)
}

/// Whether a part of a path ends where it began; of all that comes after its first point.
fn is_closed(elements: &[PathEl]) -> bool {
    let end = elements.iter().find(|element| !matches!(element, PathEl::LineTo(_)));
    matches!(end, Some(PathEl::ClosePath))
}

/// How much of each pixel of a picture is covered, of 255. Nothing, between two lines.
pub(super) struct LineCoverage {
    /// Of the part of a line that is not complete.
    coverages: Blocks,
    /// Of all parts that are.
    parts: Blocks,
}

impl LineCoverage {
    /// For a picture of this size in pixels.
    pub(super) fn new(size: (usize, usize)) -> Self {
        Self { coverages: Blocks::new(size), parts: Blocks::new(size) }
    }

    /// Adds a line, as far as it falls into the window.
    #[inline(always)]
    pub(super) fn line(&mut self, path: &BezPath, stroke: &Stroke, window: &Window) {
        self.coverages.make_room();
        let mut pieces = Pieces::new(stroke.width / 2.0, stroke.start_cap);
        let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
        let elements = path.elements();
        // what begins after the last part ends it
        let all = elements.iter().copied().chain([PathEl::MoveTo(Point::ORIGIN)]);
        for (i, element) in all.enumerate() {
            let (ready, more) = match element {
                PathEl::LineTo(to) => (pieces.to(mem::replace(&mut last, to), to), None),
                PathEl::MoveTo(to) => {
                    (begun, last) = (to, to);
                    let after = elements.get(i + 1..).unwrap_or_default();
                    (pieces.begin(is_closed(after)), None)
                }
                PathEl::ClosePath => {
                    let ready = pieces.to(mem::replace(&mut last, begun), begun);
                    (ready, pieces.close())
                }
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => (None, None),
            };
            for piece in [ready, more].into_iter().flatten() {
                self.piece(&piece, window);
            }
            if let PathEl::MoveTo(_) = element {
                self.end_part();
            }
        }
    }

    /// What comes is another part of the line: where it crosses this one, both cover some.
    fn end_part(&mut self) {
        let Self { coverages, parts } = self;
        if coverages.rows().is_empty() {
            return;
        }
        parts.make_room();
        if parts.rows().is_empty() {
            // most lines have one part: it changes hands, and is not copied
            return mem::swap(parts, coverages);
        }
        parts.touch_rows(coverages.rows());
        for y in coverages.take_rows() {
            let mut row = parts.row(y);
            for (block, coverages) in coverages.take(y) {
                for (all, coverage) in row.touch(block).iter_mut().zip(coverages) {
                    // what this part leaves free is covered in the others' coverage
                    let free = (u32::from(255 - *all) * u32::from(255 - coverage) + 127) / 255;
                    *all = 255 - free as u8;
                }
            }
        }
    }

    #[inline(always)]
    fn piece(&mut self, piece: &Piece, window: &Window) {
        let (columns, rows) = (window.columns(), piece.rows(&window.rows()));
        if rows.is_empty() {
            return;
        }
        self.coverages.touch_rows(&rows);
        let [along, across] = piece.columns();
        // places are counted from where the piece begins: that is exact enough in 32 bits
        let origin = piece.from.x as i32;
        let first = (f64::from(origin) + 0.5 - piece.from.x) as f32;
        let columns = columns.start as i32 - origin..columns.end as i32 - origin;
        let goes_on = piece.goes_on();
        for y in rows {
            let down = (y as f64 + 0.5 - piece.from.y) as f32;
            let left = (along.0 + down * along.2).max(across.0 + down * across.2);
            let right = (along.1 + down * along.2).min(across.1 + down * across.2);
            let range = within(left - first, right - first, &columns);
            if range.is_empty() {
                continue;
            }
            let place = (range.start + origin) as usize..(range.end + origin) as usize;
            let mut row = self.coverages.row(y);
            if !goes_on {
                for (coverage, i) in row.touch_pixels(place).iter_mut().zip(range) {
                    *coverage = piece.coverage(i as f32 + first, down).max(*coverage);
                }
                continue;
            }
            for block in place.start / BLOCK..place.end.div_ceil(BLOCK) {
                let start = block * BLOCK;
                let here = piece.shares_inside((start as i32 - origin) as f32 + first, down);
                for (i, (coverage, here)) in row.touch(block).iter_mut().zip(here).enumerate() {
                    let there = place.start <= start + i && start + i < place.end;
                    *coverage = (*coverage).max(if there { here } else { 0 });
                }
            }
        }
    }

    /// Lays the colour over the pixels that are covered, and forgets them.
    #[inline(always)]
    pub(super) fn paint<S: Simd>(&mut self, simd: S, ink: Ink, window: &Window, pixels: &mut [u8]) {
        for y in self.parts.take_rows() {
            let (row, whole) = (window.row(pixels, y), window.whole_columns_in(window, y));
            for (block, coverages) in self.parts.take(y) {
                let start = block * BLOCK;
                let coverages = window.coverage_of(coverages, start, y, &whole);
                ink.blend_block(simd, &mut row[start..], coverages);
            }
        }
    }
}
