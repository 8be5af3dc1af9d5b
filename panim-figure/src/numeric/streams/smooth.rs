//! Stream lines as smooth curves on the picture.

use super::Flow;
use vello_cpu::kurbo::{CubicBez, ParamCurve, Point, Vec2};

/// How far a straight stretch may be off its curve, in pixels.
const FLATNESS: f64 = 0.1;

/// A stretch is not halved more often.
const MAX_HALVINGS: u32 = 6;

impl Flow<'_> {
    /// A smooth curve through the points of a line, which has the direction of the flow at each of
    /// them (Hermite's): its places in the square, and on the pixels.
    pub(crate) fn smooth(
        &self,
        points: &[Point],
        on_pixels: &impl Fn(Point) -> Point,
    ) -> Vec<(Point, Point)> {
        let mut all: Vec<_> = points.first().map(|&at| (at, on_pixels(at))).into_iter().collect();
        let directions: Vec<_> = points.iter().map(|&at| self.direction(at)).collect();
        for (pair, ends) in points.windows(2).zip(directions.windows(2)) {
            let (from, to) = (pair[0], pair[1]);
            let chord = to - from;
            let handle = |end: Option<Vec2>| end.map_or(chord, |end| end * chord.hypot()) / 3.0;
            let curve = CubicBez::new(from, from + handle(ends[0]), to - handle(ends[1]), to);
            halve(
                &curve,
                (0.0, on_pixels(from)),
                (1.0, on_pixels(to)),
                MAX_HALVINGS,
                on_pixels,
                &mut all,
            );
        }
        all
    }
}

/// Adds points to the end of a stretch of a curve, as many as make it look smooth.
fn halve(
    curve: &CubicBez,
    from: (f64, Point),
    to: (f64, Point),
    halvings: u32,
    on_pixels: &impl Fn(Point) -> Point,
    all: &mut Vec<(Point, Point)>,
) {
    let fraction = f64::midpoint(from.0, to.0);
    let place = curve.eval(fraction);
    let middle = (fraction, on_pixels(place));
    let is_straight = middle.1.distance(from.1.midpoint(to.1)) < FLATNESS;
    if is_straight || halvings == 0 {
        all.push((curve.eval(to.0), to.1));
        return;
    }
    halve(curve, from, middle, halvings - 1, on_pixels, all);
    halve(curve, middle, to, halvings - 1, on_pixels, all);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linspace;

    #[test]
    fn the_curve_between_points_follows_the_flow() {
        let x = linspace(-1.0, 1.0, 21);
        let rows = |value: fn(f64, f64) -> f64| -> Vec<f64> {
            x.iter().flat_map(|&y| x.iter().map(move |&x| value(x, y))).collect()
        };
        let (u, v) = (rows(|_, y| -y), rows(|x, _| x));
        let flow = Flow::new(&x, &x, &u, &v);
        // a quarter of a circle in two steps
        let points = [0.0, 45.0, 90.0_f64]
            .map(|degrees| Point::new(0.5, 0.5) + Vec2::from_angle(degrees.to_radians()) * 0.4);
        let on_pixels = |at: Point| Point::new(200.0 * at.x, 200.0 * at.y);
        let smooth = flow.smooth(&points, &on_pixels);
        assert!((8..40).contains(&smooth.len()), "{} points", smooth.len());
        for (place, pixel) in smooth {
            assert!((place.distance(Point::new(0.5, 0.5)) - 0.4).abs() < 0.003);
            assert_eq!(pixel, on_pixels(place));
        }
        let straight = flow.smooth(&[Point::new(0.5, 0.5)], &|at| at);
        assert_eq!(straight.len(), 1);
    }
}
