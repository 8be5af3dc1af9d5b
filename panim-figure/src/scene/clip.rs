//! What of a shape lies in a rectangle.
//!
//! All is done in 64 bits and before curves become straight pieces, so that what is inside stays where
//! it is, however far away a shape began: slopes do not bend. The cost is that of what is inside.

mod area;
mod dashes;
mod line;
mod subpaths;
#[cfg(test)]
mod tests;

pub(crate) use area::area;
pub(crate) use dashes::{dashes, dashes_on};
pub(crate) use line::line;

use vello_cpu::kurbo::{BezPath, CubicBez, ParamCurve, PathEl, PathSeg, Point, QuadBez, Rect};

/// The box around all points of a path, those that control curves too; `None` if one of them is not
/// finite, or if there is none.
pub(crate) fn control_box(path: &BezPath) -> Option<Rect> {
    let (mut low, mut high) =
        ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    let mut is_finite = true;
    let mut add = |point: Point| {
        low = (low.0.min(point.x), low.1.min(point.y));
        high = (high.0.max(point.x), high.1.max(point.y));
        is_finite &= point.is_finite();
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) | PathEl::LineTo(to) => add(to),
            PathEl::QuadTo(one, to) => [one, to].into_iter().for_each(&mut add),
            PathEl::CurveTo(one, two, to) => [one, two, to].into_iter().for_each(&mut add),
            PathEl::ClosePath => {}
        }
    }
    (is_finite && low.0 <= high.0).then(|| Rect::new(low.0, low.1, high.0, high.1))
}

/// A closed shape through `corners`, cut to `bounds`. Empty if a corner is not finite.
pub(crate) fn polygon(corners: impl Iterator<Item = Point>, bounds: Rect) -> BezPath {
    let mut path = BezPath::with_capacity(corners.size_hint().0 + 1);
    let mut is_near = true;
    for (i, corner) in corners.enumerate() {
        if !corner.is_finite() {
            return BezPath::new();
        }
        is_near &= bounds.contains(corner);
        if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
    }
    if !path.is_empty() {
        path.close_path();
    }
    if is_near { path } else { area(&path, bounds) }
}

/// The part of a straight line that is in `bounds` (Liang and Barsky, 1984).
pub(crate) fn segment(from: Point, to: Point, bounds: Rect) -> Option<(Point, Point)> {
    if !(from.is_finite() && to.is_finite()) {
        return None;
    }
    let (start, begin) = entry(from, to, bounds)?;
    let (end, stop) = entry(to, from, bounds)?;
    // far away, fractions are too coarse to tell: what is left is a part of the line in any case
    (start <= 1.0 - end).then_some((begin, stop))
}

/// What fraction of a line lies before it comes in, and where it does so; `None` if it stays
/// outside.
fn entry(from: Point, to: Point, bounds: Rect) -> Option<(f64, Point)> {
    let mut first = (0.0, from);
    for axis in [Coordinate::X, Coordinate::Y] {
        let (low, high) = axis.ends(bounds);
        let (a, b) = (axis.of(from), axis.of(to));
        let edge = match (a < low, a > high) {
            (true, _) if b < low => return None,
            (_, true) if b > high => return None,
            (true, _) => low,
            (_, true) => high,
            _ => continue,
        };
        let fraction = fraction(a, b, edge);
        if fraction > first.0 {
            first = (fraction, axis.crossing(from, to, edge));
        }
    }
    Some(first)
}

/// How far a place is between one and another, as a fraction; halved, so that nothing overflows.
fn fraction(from: f64, to: f64, place: f64) -> f64 {
    (place / 2.0 - from / 2.0) / (to / 2.0 - from / 2.0)
}

#[derive(Clone, Copy)]
enum Coordinate {
    X,
    Y,
}

impl Coordinate {
    fn of(self, point: Point) -> f64 {
        match self {
            Self::X => point.x,
            Self::Y => point.y,
        }
    }

    fn ends(self, bounds: Rect) -> (f64, f64) {
        match self {
            Self::X => (bounds.x0, bounds.x1),
            Self::Y => (bounds.y0, bounds.y1),
        }
    }

    /// Where a line crosses `edge`, which is between its ends. Counted from the nearer end, so that
    /// the other one may be as far away as it likes.
    fn crossing(self, from: Point, to: Point, edge: f64) -> Point {
        let part = fraction(self.of(from), self.of(to), edge);
        let (near, far, part) = match part <= 0.5 {
            true => (from, to, part),
            false => (to, from, fraction(self.of(to), self.of(from), edge)),
        };
        let between = |near: f64, far: f64| near * (1.0 - part) + far * part;
        match self {
            Self::X => Point::new(edge, between(near.y, far.y)),
            Self::Y => Point::new(between(near.x, far.x), edge),
        }
    }
}

/// How far from a curve its straight pieces may be, in pixels.
const FLAT: f64 = 0.01;

/// A curve that is not done after so many pieces goes on straight: its numbers are too coarse.
const MOST_PIECES: u32 = 1 << 16;

/// A part of a path's segment.
#[derive(Debug, Clone, Copy)]
enum SegmentPart {
    /// A curve that is inside.
    Curve(PathSeg),
    Straight(Point, Point),
    /// All of it is beyond one side.
    Outside(PathSeg),
}

/// Takes a segment apart: each part is inside, outside, or straight.
fn parts(segment: PathSeg, bounds: Rect, mut take: impl FnMut(SegmentPart)) {
    let mut waiting = vec![segment];
    let mut left = MOST_PIECES;
    while let Some(segment) = waiting.pop() {
        let (points, bend) = match segment {
            PathSeg::Line(line) => {
                take(SegmentPart::Straight(line.p0, line.p1));
                continue;
            }
            PathSeg::Quad(QuadBez { p0, p1, p2 }) => ([p0, p1, p1, p2], bend(p0, p1, p2)),
            PathSeg::Cubic(CubicBez { p0, p1, p2, p3 }) => {
                ([p0, p1, p2, p3], bend(p0, p1, p2).max(bend(p1, p2, p3)))
            }
        };
        let all = |test: &dyn Fn(Point) -> bool| points.iter().all(|&point| test(point));
        let is_outside = all(&|p| p.x < bounds.x0)
            || all(&|p| p.x > bounds.x1)
            || all(&|p| p.y < bounds.y0)
            || all(&|p| p.y > bounds.y1);
        left = left.saturating_sub(1);
        if is_outside {
            take(SegmentPart::Outside(segment));
        } else if all(&|p| bounds.x0 <= p.x && p.x <= bounds.x1)
            && all(&|p| bounds.y0 <= p.y && p.y <= bounds.y1)
        {
            take(SegmentPart::Curve(segment));
        } else if bend < FLAT || left == 0 {
            take(SegmentPart::Straight(points[0], points[3]));
        } else {
            let (first, second) = halves(segment);
            waiting.extend([second, first]);
        }
    }
}

/// How far a curve of three points is from straight, at most.
fn bend(a: Point, b: Point, c: Point) -> f64 {
    let bend = (a.to_vec2() + c.to_vec2()) / 2.0 - b.to_vec2();
    let bend = bend.x.abs() + bend.y.abs();
    if bend.is_nan() { f64::INFINITY } else { bend }
}

fn halves(segment: PathSeg) -> (PathSeg, PathSeg) {
    match segment {
        PathSeg::Quad(curve) => {
            let (first, second) = curve.subdivide();
            (PathSeg::Quad(first), PathSeg::Quad(second))
        }
        PathSeg::Cubic(curve) => {
            let (first, second) = curve.subdivide();
            (PathSeg::Cubic(first), PathSeg::Cubic(second))
        }
        PathSeg::Line(line) => {
            let (first, second) = line.subdivide();
            (PathSeg::Line(first), PathSeg::Line(second))
        }
    }
}
