//! Curves in straight pieces that cannot be told from them; the raster's own pieces can.

use crate::{pen::Pen, scene::clip};
use std::f64::consts::TAU;
use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Stroke, flatten};

/// How far from a curve its straight pieces may be, in pixels.
const FINE: f64 = 0.01;

/// What is farther from the picture than this, in pixels, is cut off before it is taken apart.
const FAR: f64 = 4096.0;

/// An area with its curves in straight pieces.
pub(crate) fn area(path: BezPath, pen: &Pen<'_>) -> BezPath {
    taken_apart(path, pen.page().inflate(FAR, FAR), clip::area)
}

/// A line as it is drawn with this stroke, likewise if that is one that the raster draws piece by piece; others it
/// draws best as curves, unless they are so large that their lengths take long.
pub(crate) fn line(path: BezPath, stroke: &Stroke, pen: &Pen<'_>) -> BezPath {
    let far = FAR + 10.0 * stroke.width;
    let room = pen.page().inflate(far, far);
    let is_plain = stroke.dash_pattern.is_empty()
        && stroke.join == Join::Round
        && stroke.start_cap != Cap::Butt;
    if is_plain || !is_near(&path, room) { taken_apart(path, room, clip::line) } else { path }
}

fn taken_apart(path: BezPath, room: Rect, cut: fn(&BezPath, Rect) -> BezPath) -> BezPath {
    let is_bent = |element: &PathEl| matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..));
    if !path.elements().iter().any(is_bent) {
        return path;
    }
    let path = if is_near(&path, room) { path } else { cut(&path, room) };
    let mut pieces = BezPath::new();
    flatten(&path, FINE, |element| pieces.push(element));
    pieces
}

fn is_near(path: &BezPath, room: Rect) -> bool {
    clip::control_box(path).is_some_and(|around| room.contains_rect(around))
}

/// A path from point to point, curves by the points that control them.
pub(crate) fn mapped(path: &BezPath, onto: impl Fn(Point) -> Point) -> BezPath {
    let elements = path.elements().iter().map(|element| match *element {
        PathEl::MoveTo(to) => PathEl::MoveTo(onto(to)),
        PathEl::LineTo(to) => PathEl::LineTo(onto(to)),
        PathEl::QuadTo(one, to) => PathEl::QuadTo(onto(one), onto(to)),
        PathEl::CurveTo(one, two, to) => PathEl::CurveTo(onto(one), onto(two), onto(to)),
        PathEl::ClosePath => PathEl::ClosePath,
    });
    elements.collect()
}

/// A circle of radius 1 around the origin, of matplotlib's eight curves: on axes that bend them it bends as
/// there.
pub(crate) fn circle() -> BezPath {
    let mut circle = BezPath::new();
    arc_to(&mut circle, -TAU / 4.0, TAU, 8);
    circle.close_path();
    circle
}

/// An arc of radius 1 around the origin, counter-clockwise from one angle over the next, in radians, of as many
/// curves as matplotlib's.
pub(crate) fn arc(from: f64, sweep: f64) -> BezPath {
    let mut arc = BezPath::new();
    let curves = (sweep / (TAU / 4.0)).ceil().exp2().clamp(1.0, 16.0);
    arc_to(&mut arc, from, sweep, curves as u32);
    arc
}

/// The angle where an arc between two begins and how far it goes, as matplotlib's: at most once around, and
/// all the way if both are the same but for whole turns. In degrees.
pub(crate) fn sweep(theta1: f64, theta2: f64) -> f64 {
    let turns = (theta2 - theta1) / 360.0;
    if turns.round() != 0.0 && (turns - turns.round()).abs() <= 1e-12 {
        return 360.0;
    }
    theta2 - theta1 - 360.0 * turns.floor()
}

fn arc_to(path: &mut BezPath, from: f64, sweep: f64, curves: u32) {
    let step = sweep / f64::from(curves);
    let reach = 4.0 / 3.0 * (step / 4.0).tan();
    let curve = |at: f64| {
        let (sin, cos) = at.sin_cos();
        (Point::new(cos, sin), Point::new(cos - reach * sin, sin + reach * cos))
    };
    path.move_to(curve(from).0);
    for i in 0..curves {
        let (_, leaves) = curve(from + step * f64::from(i));
        let (there, beyond) = curve(from + step * f64::from(i + 1));
        path.curve_to(leaves, there + (there - beyond), there);
    }
}

/// With its corners rounded: each as a curve that begins so far before it and ends as far behind, or half way
/// to the next. A path of straight lines around an area.
pub(crate) fn rounded(corners: &[Point], radius: f64) -> BezPath {
    let count = corners.len();
    let mut path = BezPath::new();
    for (i, &corner) in corners.iter().enumerate() {
        let towards = |other: Point| {
            let way = other - corner;
            let length = way.hypot();
            let part = if length > 0.0 { (radius / length).min(0.5) } else { 0.0 };
            corner + way * part
        };
        let (before, after) =
            (towards(corners[(i + count - 1) % count]), towards(corners[(i + 1) % count]));
        if i == 0 {
            path.move_to(before)
        } else {
            path.line_to(before)
        }
        path.quad_to(corner, after);
    }
    path.close_path();
    path
}

/// Turned around a point, counter-clockwise where y is upwards, by an angle in degrees.
pub(crate) fn turned(mut path: BezPath, about: Point, degrees: f64) -> BezPath {
    if degrees != 0.0 {
        path.apply_affine(Affine::rotate_about(degrees.to_radians(), about));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;
    use vello_cpu::kurbo::Shape;

    #[test]
    fn arcs_are_round_and_go_as_far_as_matplotlibs() {
        assert!((circle().area() - PI).abs() < 1e-4, "{}", circle().area());
        for (theta1, theta2, wanted) in [
            (0.0, 90.0, 90.0),
            (90.0, 0.0, 270.0),
            (10.0, 370.0, 360.0),
            (0.0, 720.0, 360.0),
            (0.0, 0.0, 0.0),
            (30.0, 400.0, 10.0),
            (0.0, -90.0, 270.0),
        ] {
            let swept: f64 = sweep(theta1, theta2);
            assert!((swept - wanted).abs() < 1e-9, "{theta1} to {theta2}: {swept}");
        }
        let half = arc(0.0, PI);
        let points = half.elements().len() - 1;
        assert_eq!(points, 4);
        assert!((half.perimeter(1e-6) - PI).abs() < 1e-4);
    }

    #[test]
    fn round_corners_stay_within_half_of_their_sides() {
        let corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 4.0), (0.0, 4.0)].map(Point::from);
        let all = rounded(&corners, 1e9);
        assert_eq!(all.bounding_box(), Rect::new(0.0, 0.0, 10.0, 4.0));
        let little = rounded(&corners, 1.0).area();
        assert!((little - (40.0 - 4.0 / 6.0)).abs() < 1e-9, "{little}");
    }
}
