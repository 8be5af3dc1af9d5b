//! Points joined by straight lines, with gaps where data are missing.

use crate::{
    base::data::ColumnPart,
    parts::{
        reduce::reduced,
        strips::{in_strips, rising},
    },
    scene::clip::segment,
    transform::plane::Transform,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A path through `points`, broken where one is not finite.
///
/// Segments that miss `bounds` are left out and the others are cut to it, so that points far
/// outside cost nothing and no coordinate overflows. `bounds` must reach beyond what is seen by
/// the width of the line. Points that cannot be seen are left out.
pub(crate) fn polyline(points: impl Iterator<Item = Point>, bounds: Rect) -> BezPath {
    joined(seen(points, None).into_iter(), bounds)
}

/// The same of a line that is drawn unbroken, `half` wide to each side: what of it is covered by the rest is
/// left out, too.
pub(crate) fn polyline_of_width(
    points: impl Iterator<Item = Point>,
    bounds: Rect,
    half: f64,
) -> BezPath {
    joined(seen(points, Some((half, bounds))).into_iter(), bounds)
}

/// The same of the points in two columns.
pub(crate) fn polyline_of(
    (x, y): (ColumnPart<'_>, ColumnPart<'_>),
    transform: Transform,
    (bounds, half): (Rect, f64),
) -> BezPath {
    match rising((&x, &y), &transform, bounds, STRIP) {
        Some(points) => joined(reduced(&points, UNSEEN - STRIP).into_iter(), bounds),
        None => {
            let points = x.iter().zip(&*y).map(|(&x, &y)| transform.at(x, y));
            polyline_of_width(points, bounds, half)
        }
    }
}

/// The same for a line in dashes, which are counted from the first point: its length stays what it is,
/// and nothing is cut off.
pub(crate) fn polyline_in_dashes(points: impl Iterator<Item = Point>) -> BezPath {
    let points: Vec<Point> = points.collect();
    joined(reduced(&points, UNSEEN / 64.0).into_iter(), EVERYWHERE)
}

/// Nothing is outside of it.
pub(crate) const EVERYWHERE: Rect = Rect::new(f64::MIN, f64::MIN, f64::MAX, f64::MAX);

/// How far from the path a point may lie that is left out, in pixels: it changes no pixel by more
/// than about this fraction.
pub(crate) const UNSEEN: f64 = 1.0 / 40.0;

/// Strips in which few of many points stay are so wide.
const STRIP: f64 = UNSEEN / 2.0;

/// The points without those that cannot be seen. `pen`: half the width of the line, and where it is seen.
fn seen(points: impl Iterator<Item = Point>, pen: Option<(f64, Rect)>) -> Vec<Point> {
    let mut count = 0;
    let kept = in_strips(points.inspect(|_| count += 1), STRIP, pen);
    // what strips leave out may be as far from the rest as they are wide
    let spare = if kept.len() < count { STRIP } else { 0.0 };
    reduced(&kept, UNSEEN - spare)
}

fn joined(points: impl Iterator<Item = Point>, bounds: Rect) -> BezPath {
    let mut path = BezPath::with_capacity(points.size_hint().0);
    let mut previous: Option<Point> = None;
    let mut pen: Option<Point> = None; // where the path ends now
    for point in points {
        let Some(from) = previous.replace(point) else { continue };
        let Some((a, b)) = segment(from, point, bounds) else {
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
#[non_exhaustive]
pub enum Steps {
    /// At the first of two points: between them is the value of the second, as in matplotlib's
    /// `steps-pre`.
    Pre,
    /// Half way between the two, as `steps-mid`.
    Mid,
    /// At the second of two points: between them is the value of the first, as `steps-post`.
    Post,
}

crate::base::word::named! { Steps, "a kind of steps":
    "pre" | "steps" | "steps-pre" => Self::Pre,
    "mid" | "steps-mid" => Self::Mid,
    "post" | "steps-post" => Self::Post,
}

impl Steps {
    /// The points with the corners of the steps between them.
    pub(crate) fn between(
        self,
        points: impl Iterator<Item = Point>,
    ) -> impl Iterator<Item = Point> {
        self.between_numbered(points.map(|point| (0.0, point))).map(|(_, point)| point)
    }

    /// The same of points that are so far along the line: corners are as far as the x where they stand.
    pub(crate) fn between_numbered(
        self,
        points: impl Iterator<Item = (f64, Point)>,
    ) -> impl Iterator<Item = (f64, Point)> {
        let mut previous: Option<(f64, Point)> = None;
        points.flat_map(move |(number, point)| {
            let from = previous.replace((number, point));
            let corners = from.map(|(before, from)| {
                let (number, rise) = match self {
                    Self::Pre => (before, from.x),
                    Self::Mid => (f64::midpoint(before, number), f64::midpoint(from.x, point.x)),
                    Self::Post => (number, point.x),
                };
                [(number, Point::new(rise, from.y)), (number, Point::new(rise, point.y))]
            });
            corners.into_iter().flatten().chain([(number, point)])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LineStyle, color::Color, raster::painted::painted};

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
        assert_eq!(svg(Steps::Pre), "M0,0 L0,2 L4,2 L4,2 L4,1 L6,1");
        assert_eq!(svg(Steps::Mid), "M0,0 L2,0 L2,2 L5,2 L5,1 L6,1");
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

    /// The largest difference in any pixel between a path and one that was thinned, of 255.
    fn difference(points: &[Point], style: &LineStyle) -> u8 {
        let bounds = Rect::new(0.0, 0.0, 400.0, 300.0);
        let draw = |path: &BezPath| {
            let stroke = style.stroke(2.1).expect("a line");
            painted((400, 300), |scene| scene.stroke(path, &stroke, Color::BLACK))
        };
        let points = || points.iter().copied();
        let thinned = match style {
            LineStyle::Solid => polyline(points(), bounds),
            _ => polyline_in_dashes(points()),
        };
        let whole = joined(points(), bounds);
        assert!(thinned.elements().len() < whole.elements().len());
        let (thinned, whole) = (draw(&thinned), draw(&whole));
        thinned.iter().zip(&whole).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
    }

    #[test]
    fn a_thinned_line_looks_like_the_whole() {
        let wave = |i: i32| {
            let x = f64::from(i) / 250.0;
            Point::new(x, 150.0 + 120.0 * (x / 9.0).sin() * (x / 61.0).cos())
        };
        let wave: Vec<Point> = (0..100_000).map(wave).collect();
        // petals over petals, none of them quite the same
        let rose = |i: i32| {
            let turn = f64::from(i) / 3000.0;
            let radius = 140.0 * (turn * 1.618).sin();
            Point::new(200.0 + radius * turn.cos(), 150.0 + radius * turn.sin())
        };
        let rose: Vec<Point> = (0..200_000).map(rose).collect();
        let mut seed = 7_u64;
        let noise = |i: i32| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            Point::new(f64::from(i) / 64.0, 50.0 + (seed >> 40) as f64 / 16_777_216.0 * 200.0)
        };
        let noise: Vec<Point> = (0..25_600).map(noise).collect();
        for style in [LineStyle::Solid, LineStyle::Dashed, LineStyle::DashDot, LineStyle::Dotted] {
            for points in [&wave, &rose] {
                let difference = difference(points, &style);
                assert!(difference <= 16, "{style:?}: {difference}");
            }
        }
        assert!(difference(&noise, &LineStyle::Solid) <= 16);
    }
}
