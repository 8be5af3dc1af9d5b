//! Points joined by straight lines, with gaps where data are missing.

use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A path through `points`, broken where one is not finite.
///
/// Segments that miss `bounds` are left out and the others are cut to it, so that points far
/// outside cost nothing and no coordinate overflows. `bounds` must reach beyond what is seen by
/// the width of the line.
pub(crate) fn polyline(points: impl Iterator<Item = Point>, bounds: Rect) -> BezPath {
    let mut path = BezPath::with_capacity(points.size_hint().0);
    let mut previous: Option<Point> = None;
    let mut pen: Option<Point> = None; // where the path ends now
    for point in points {
        let Some(from) = previous.replace(point) else { continue };
        let Some((a, b)) = cut(from, point, bounds) else {
            pen = None;
            continue;
        };
        if pen != Some(a) {
            path.move_to(a);
        }
        path.line_to(b);
        pen = Some(b);
    }
    path
}

/// Where a line in steps rises to its next point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steps {
    /// At the first of two points: between them is the value of the second, as in matplotlib's
    /// `steps-pre`.
    Pre,
    /// Half way between the two, as `steps-mid`.
    Mid,
    /// At the second of two points: between them is the value of the first, as `steps-post`.
    Post,
}

impl Steps {
    /// The points with the corners of the steps between them.
    pub(crate) fn between(
        self,
        points: impl Iterator<Item = Point>,
    ) -> impl Iterator<Item = Point> {
        let mut previous: Option<Point> = None;
        points.flat_map(move |point| {
            let from = previous.replace(point);
            let corners = from.map(|from| {
                let rise = match self {
                    Self::Pre => from.x,
                    Self::Mid => f64::midpoint(from.x, point.x),
                    Self::Post => point.x,
                };
                [Point::new(rise, from.y), Point::new(rise, point.y)]
            });
            corners.into_iter().flatten().chain([point])
        })
    }
}

/// The part of a segment inside `bounds` (Liang and Barsky, 1984).
pub(crate) fn cut(from: Point, to: Point, bounds: Rect) -> Option<(Point, Point)> {
    if !(from.is_finite() && to.is_finite()) {
        return None;
    }
    if bounds.contains(from) && bounds.contains(to) {
        return Some((from, to));
    }
    let (from, to) = (nearer(from), nearer(to));
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - bounds.x0),
        (dx, bounds.x1 - from.x),
        (-dy, from.y - bounds.y0),
        (dy, bounds.y1 - from.y),
    ];
    for (direction, distance) in sides {
        if direction == 0.0 && distance < 0.0 {
            return None;
        }
        let share = distance / direction;
        if direction < 0.0 {
            start = start.max(share);
        } else if direction > 0.0 {
            end = end.min(share);
        }
    }
    let at = |share: f64| Point::new(from.x + share * dx, from.y + share * dy);
    (start <= end)
        .then(|| (if start > 0.0 { at(start) } else { from }, if end < 1.0 { at(end) } else { to }))
}

/// Further out than this, a segment could not be cut to within a pixel any more.
const FAR: f64 = 1e15;

fn nearer(point: Point) -> Point {
    Point::new(point.x.clamp(-FAR, FAR), point.y.clamp(-FAR, FAR))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect::new(0.0, 0.0, 10.0, 10.0);

    fn svg(points: &[(f64, f64)]) -> String {
        polyline(points.iter().map(|&p| p.into()), BOUNDS).to_svg()
    }

    #[test]
    fn missing_points_are_gaps() {
        assert_eq!(
            svg(&[(1., 1.), (2., 2.), (f64::NAN, 3.), (4., 4.), (5., 4.)]),
            "M1,1 L2,2 M4,4 L5,4"
        );
        assert_eq!(svg(&[(1., 1.)]), "");
    }

    #[test]
    fn steps_rise_before_between_or_at_the_points() {
        let svg = |steps: Steps| {
            let points = [(0., 0.), (4., 2.), (6., 1.)].map(Point::from);
            polyline(steps.between(points.into_iter()), BOUNDS).to_svg()
        };
        assert_eq!(svg(Steps::Pre), "M0,0 L0,0 L0,2 L4,2 L4,2 L4,1 L6,1");
        assert_eq!(svg(Steps::Mid), "M0,0 L2,0 L2,2 L4,2 L5,2 L5,1 L6,1");
        assert_eq!(svg(Steps::Post), "M0,0 L4,0 L4,2 L4,2 L6,2 L6,1 L6,1");
    }

    #[test]
    fn what_is_outside_is_cut_at_the_right_slope() {
        assert_eq!(svg(&[(-10., 0.), (10., 10.)]), "M0,5 L10,10");
        assert_eq!(svg(&[(5., 5.), (5., 1e300)]), "M5,5 L5,10");
        assert_eq!(svg(&[(5., -1e300), (5., 1e300)]), "M5,0 L5,10");
        assert_eq!(svg(&[(-5., -5.), (-5., 20.), (20., 20.)]), "");
        assert_eq!(svg(&[(1., 1.), (20., 1.), (20., 2.), (1., 2.)]), "M1,1 L10,1 M10,2 L1,2");
    }
}
