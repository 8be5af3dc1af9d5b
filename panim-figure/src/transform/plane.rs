//! From data to pixels.

use super::polar::PolarFrame;
use crate::{AxisScale, base::same::same};
use vello_cpu::kurbo::{BezPath, Point};

/// One axis: data limits onto a stretch of pixels, evenly along its scale. Limits may be reversed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    kind: AxisScale,
    limits: (f64, f64),
    /// The limits, as they are spread evenly.
    ends: (f64, f64),
    pixels: (f64, f64),
}

/// Steps of a degree that arcs are made of, at most: two turns.
const MOST_STEPS: u32 = 720;

impl Scale {
    pub(crate) fn new(kind: AxisScale, limits: (f64, f64), pixels: (f64, f64)) -> Self {
        let ends = (kind.forward(limits.0), kind.forward(limits.1));
        Self { kind, limits, ends, pixels }
    }

    pub(crate) fn at(&self, value: f64) -> f64 {
        let (start, end) = self.pixels;
        let fraction = match self.kind {
            kind if kind.is_even() => {
                let (low, high) = self.limits;
                // halved, so that limits near the largest numbers do not overflow
                (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0)
            }
            kind => {
                let (low, high) = self.ends;
                (kind.far_forward(value) - low) / (high - low)
            }
        };
        start + fraction * (end - start)
    }

    pub(crate) fn pixels(&self) -> (f64, f64) {
        self.pixels
    }

    pub(crate) fn kind(&self) -> AxisScale {
        self.kind
    }

    /// How many pixels the unit of [`AxisScale::forward`] is long.
    pub(crate) fn unit(&self) -> f64 {
        self.step().abs()
    }

    /// The same, negative where values grow to the left or upwards.
    pub(crate) fn step(&self) -> f64 {
        (self.pixels.1 - self.pixels.0) / (self.ends.1 - self.ends.0)
    }

    /// How many pixels a unit of the values is long, on average over what is shown.
    fn mean_unit(&self) -> f64 {
        ((self.pixels.1 - self.pixels.0) / (self.limits.1 - self.limits.0)).abs()
    }

    /// The value that lies at these pixels.
    pub(crate) fn value_at(&self, pixels: f64) -> f64 {
        let (start, end) = self.pixels;
        let (low, high) = self.ends;
        self.kind.inverse(low + (pixels - start) / (end - start) * (high - low))
    }
}

/// Both axes of an axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Transform {
    /// On a polar axes the angle on the picture, in radians counter-clockwise from the right.
    pub(crate) x: Scale,
    /// On a polar axes the distance from the centre, in pixels.
    pub(crate) y: Scale,
    polar: Option<PolarFrame>,
}

impl Transform {
    /// On a flat axes.
    pub(crate) fn flat(x: Scale, y: Scale) -> Self {
        Self { x, y, polar: None }
    }

    /// On a polar axes, the angles 0 and 1 of which are at `turn`, in radians counter-clockwise from
    /// the right.
    pub(crate) fn on_polar(
        polar: PolarFrame,
        turn: (f64, f64),
        y: (AxisScale, (f64, f64)),
    ) -> Self {
        Self {
            x: Scale::new(AxisScale::Linear, (0.0, 1.0), turn),
            y: Scale::new(y.0, y.1, (0.0, polar.radius)),
            polar: Some(polar),
        }
    }

    /// The scales of x and y.
    pub(crate) fn scales(&self) -> (AxisScale, AxisScale) {
        (self.x.kind(), self.y.kind())
    }

    pub(crate) fn at(&self, x: f64, y: f64) -> Point {
        match self.polar {
            Some(polar) => polar.at(self.x.at(x), self.y.at(y)),
            None => Point::new(self.x.at(x), self.y.at(y)),
        }
    }

    /// The points in pixels of a path from point to point in data coordinates. On polar axes it goes in
    /// small steps, so that it follows arcs; elsewhere it is straight.
    pub(crate) fn path(&self, points: impl Iterator<Item = Point>) -> impl Iterator<Item = Point> {
        let mut previous = None;
        points.flat_map(move |to| {
            let from = previous.replace(to).unwrap_or(to);
            let steps = self.polar.map_or(1, |_| {
                ((to.x - from.x).abs().to_degrees().ceil() as u32).clamp(1, MOST_STEPS)
            });
            (1..=steps).map(move |step| {
                let at = match step == steps {
                    true => to,
                    false => from.lerp(to, f64::from(step) / f64::from(steps)),
                };
                self.at(at.x, at.y)
            })
        })
    }

    /// How many pixels a unit of x and one of y are long, on average; on polar axes both are those of y.
    pub(crate) fn mean_units(&self) -> (f64, f64) {
        let y = self.y.mean_unit();
        (if self.polar.is_some() { y } else { self.x.mean_unit() }, y)
    }

    /// The frame of a polar axes.
    pub(crate) fn polar(&self) -> Option<PolarFrame> {
        self.polar
    }

    /// What artists are cut to where it is not the whole box.
    pub(crate) fn outline(&self) -> Option<BezPath> {
        self.polar.map(PolarFrame::path)
    }
}

same! {
    Scale { kind, limits, ends, pixels }
    Transform { x, y, polar }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::FRAC_PI_2;
    use vello_cpu::kurbo::Rect;

    fn linear(limits: (f64, f64), pixels: (f64, f64)) -> Scale {
        Scale::new(AxisScale::Linear, limits, pixels)
    }

    /// The angle 0 at `zero` degrees, distances up to `far`.
    fn polar(frame: Rect, zero: f64, turn: f64, far: f64) -> Transform {
        let zero = zero.to_radians();
        let y = (AxisScale::Linear, (0.0, far));
        Transform::on_polar(PolarFrame::within(frame), (zero, zero + turn), y)
    }

    #[test]
    fn limits_fall_on_the_edges_of_the_box() {
        let t =
            Transform::flat(linear((0.0, 10.0), (100.0, 200.0)), linear((-1.0, 1.0), (90.0, 50.0)));
        assert_eq!(t.at(0.0, -1.0), Point::new(100.0, 90.0));
        assert_eq!(t.at(10.0, 1.0), Point::new(200.0, 50.0));
        assert_eq!(t.at(5.0, 0.0), Point::new(150.0, 70.0));
    }

    #[test]
    fn reversed_and_huge_limits_work() {
        let s = linear((1.0, 0.0), (0.0, 10.0));
        assert_eq!((s.at(1.0), s.at(0.25)), (0.0, 7.5));
        assert_eq!(linear((-1.5e308, 1.5e308), (0.0, 10.0)).at(0.0), 5.0);
    }

    #[test]
    fn decades_are_equally_long_and_nothing_is_below_them_all() {
        let s = Scale::new(AxisScale::Log, (0.1, 100.0), (0.0, 30.0));
        assert!((s.at(1.0) - 10.0).abs() < 1e-12 && (s.at(10.0) - 20.0).abs() < 1e-12);
        assert!(s.at(0.0) < -1000.0 && s.at(-5.0).is_finite());
    }

    #[test]
    fn a_path_on_polar_axes_follows_its_arcs() {
        let points = [(0.0, 1.0), (1.0, 1.0), (f64::NAN, 1.0)].map(Point::from);
        let frame = Rect::new(-100.0, -100.0, 100.0, 100.0);
        let path = |t: Transform| -> Vec<Point> { t.path(points.into_iter()).collect() };
        let axis = || linear((0.0, 1.0), (0.0, 1.0));
        assert_eq!(path(Transform::flat(axis(), axis())).len(), 3);
        let arc = path(polar(frame, 0.0, 1.0, 1.0));
        assert_eq!(arc.len(), 60);
        assert!(arc[..59].iter().all(|p| (p.to_vec2().hypot() - 100.0).abs() < 1e-9));
    }

    #[test]
    fn angles_start_and_turn_as_told() {
        let t = polar(Rect::new(-50.0, -50.0, 50.0, 50.0), 90.0, -1.0, 1.0);
        assert!(t.at(0.0, 1.0).distance((0.0, -50.0).into()) < 1e-9);
        assert!(t.at(FRAC_PI_2, 1.0).distance((50.0, 0.0).into()) < 1e-9);
    }

    #[test]
    fn angles_go_around_counter_clockwise() {
        let t = polar(Rect::new(0.0, 0.0, 120.0, 100.0), 0.0, 1.0, 2.0);
        let close = |a: Point, b: (f64, f64)| a.distance(b.into()) < 1e-9;
        assert!(close(t.at(0.0, 2.0), (110.0, 50.0)));
        assert!(close(t.at(FRAC_PI_2, 1.0), (60.0, 25.0)));
    }
}
