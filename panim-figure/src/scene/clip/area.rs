//! Filled shapes, cut to a rectangle.

use super::{Coordinate, SegmentPart, parts, subpaths::Subpath};
use vello_cpu::kurbo::{BezPath, Line, PathEl, PathSeg, Point, Rect};

/// What of a filled shape lies in `bounds` (Sutherland and Hodgman, 1974): inside, whatever rule it is
/// filled by, it is the same. An outline with a point that is not finite is left out.
pub(crate) fn area(path: &BezPath, bounds: Rect) -> BezPath {
    let mut cut = BezPath::new();
    for outline in Subpath::of(path).into_iter().filter(|outline| !outline.is_torn) {
        let mut sides = taken_apart(&outline, bounds);
        for (axis, edge, sign) in [
            (Coordinate::X, bounds.x0, 1.0),
            (Coordinate::X, bounds.x1, -1.0),
            (Coordinate::Y, bounds.y0, 1.0),
            (Coordinate::Y, bounds.y1, -1.0),
        ] {
            sides = one_side(sides, axis, edge, sign);
        }
        append(&mut cut, &sides);
    }
    cut
}

/// The sides of an outline; a curve among them is inside.
fn taken_apart(outline: &Subpath, bounds: Rect) -> Vec<PathSeg> {
    let mut sides = Vec::with_capacity(outline.segments.len() + 1);
    for &segment in &outline.segments {
        parts(segment, bounds, |part| {
            sides.push(match part {
                SegmentPart::Curve(curve) => curve,
                SegmentPart::Straight(from, to) => line(from, to),
                // however it goes there, it goes around nothing that is inside
                SegmentPart::Outside(segment) => line(start(&segment), end(&segment)),
            });
        });
    }
    sides
}

/// Cuts off what is beyond an edge; `sign` is 1 if smaller numbers are.
fn one_side(sides: Vec<PathSeg>, axis: Coordinate, edge: f64, sign: f64) -> Vec<PathSeg> {
    let is_in = |point: Point| (axis.of(point) - edge) * sign >= 0.0;
    if sides.iter().all(|side| is_in(start(side)) && is_in(end(side))) {
        return closed(sides);
    }
    let mut kept: Vec<PathSeg> = Vec::with_capacity(sides.len() + 4);
    let mut keep = |side: PathSeg| {
        let gap = kept.last().map(end).filter(|last| *last != start(&side));
        kept.extend(gap.map(|last| line(last, start(&side))));
        kept.push(side);
    };
    for side in closed(sides) {
        let (from, to) = (start(&side), end(&side));
        match (is_in(from), is_in(to)) {
            (true, true) => keep(side),
            (true, false) => keep(line(from, axis.crossing(from, to, edge))),
            (false, true) => keep(line(axis.crossing(from, to, edge), to)),
            (false, false) => {}
        }
    }
    closed(kept)
}

/// With a straight side from the end to the start, if they are not the same.
fn closed(mut sides: Vec<PathSeg>) -> Vec<PathSeg> {
    if let (Some(first), Some(last)) = (sides.first().map(start), sides.last().map(end))
        && first != last
    {
        sides.push(line(last, first));
    }
    sides
}

fn append(path: &mut BezPath, sides: &[PathSeg]) {
    let Some(first) = sides.first() else { return };
    path.move_to(start(first));
    for (i, side) in sides.iter().enumerate() {
        match side {
            // what closes the shape is not said twice
            PathSeg::Line(_) if i + 1 == sides.len() => {}
            PathSeg::Line(line) => path.line_to(line.p1),
            PathSeg::Quad(curve) => path.quad_to(curve.p1, curve.p2),
            PathSeg::Cubic(curve) => path.push(PathEl::CurveTo(curve.p1, curve.p2, curve.p3)),
        }
    }
    path.close_path();
}

fn line(from: Point, to: Point) -> PathSeg {
    PathSeg::Line(Line::new(from, to))
}

pub(super) fn start(segment: &PathSeg) -> Point {
    match segment {
        PathSeg::Line(line) => line.p0,
        PathSeg::Quad(curve) => curve.p0,
        PathSeg::Cubic(curve) => curve.p0,
    }
}

pub(super) fn end(segment: &PathSeg) -> Point {
    match segment {
        PathSeg::Line(line) => line.p1,
        PathSeg::Quad(curve) => curve.p2,
        PathSeg::Cubic(curve) => curve.p3,
    }
}
