//! Angles and distances to pixels.

use std::f64::consts::TAU;
use vello_cpu::kurbo::{Arc, BezPath, Circle, PathEl, Point, Rect, Shape, Vec2};

/// How finely circles are flattened, in pixels.
const FINE: f64 = 0.02;

/// Where a polar axes lies on the pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PolarFrame {
    pub(crate) center: Point,
    pub(crate) radius: f64,
}

impl PolarFrame {
    /// The largest in a box.
    pub(crate) fn within(frame: Rect) -> Self {
        Self { center: frame.center(), radius: frame.width().min(frame.height()) / 2.0 }
    }

    /// `angle` in radians, counter-clockwise from the right; `radius` in pixels.
    pub(crate) fn at(self, angle: f64, radius: f64) -> Point {
        let (sin, cos) = angle.sin_cos();
        self.center + Vec2::new(cos, -sin) * radius
    }

    pub(crate) fn path(self) -> BezPath {
        self.circle(self.radius)
    }

    pub(crate) fn circle(self, radius: f64) -> BezPath {
        Circle::new(self.center, radius).to_path(FINE)
    }

    /// From one angle to another, as far from the centre.
    pub(crate) fn arc(self, radius: f64, from: f64, to: f64) -> BezPath {
        // angles of kurbo grow clockwise on the picture
        let sweep = (to - from).clamp(-TAU, TAU);
        Arc::new(self.center, (radius, radius), -from, -sweep, 0.0).to_path(FINE)
    }

    /// At an angle, from one distance from the centre to another.
    pub(crate) fn ray(self, angle: f64, from: f64, to: f64) -> BezPath {
        let mut ray = BezPath::new();
        ray.move_to(self.at(angle, from.max(0.0)));
        ray.line_to(self.at(angle, to.max(0.0)));
        ray
    }

    /// What lies between two circles, as far as it can be seen.
    pub(crate) fn ring(self, a: f64, b: f64) -> BezPath {
        let (inner, outer) = self.seen(a, b);
        let mut ring = self.circle(outer);
        if inner > 0.0 {
            ring.extend(self.circle(inner).reverse_subpaths());
        }
        ring
    }

    /// The smaller one of two distances from the centre, and the larger one, as far as it can be seen.
    fn seen(self, a: f64, b: f64) -> (f64, f64) {
        let seen = |radius: f64| radius.clamp(0.0, 2.0 * self.radius);
        (seen(a.min(b)), seen(a.max(b)))
    }

    /// What lies between two angles, from the one to the other, and two distances from the centre.
    pub(crate) fn part(self, (from, to): (f64, f64), (a, b): (f64, f64)) -> BezPath {
        let (inner, outer) = self.seen(a, b);
        let mut part = self.arc(outer, from, to);
        if inner > 0.0 {
            let back = self.arc(inner, to, from);
            part.extend(back.into_iter().map(|element| match element {
                PathEl::MoveTo(at) => PathEl::LineTo(at),
                other => other,
            }));
        } else {
            part.line_to(self.center);
        }
        part.close_path();
        part
    }

    /// What lies between two rays, from the one to the other.
    pub(crate) fn sector(self, from: f64, to: f64) -> BezPath {
        let sweep = to - from;
        if sweep.abs() >= TAU {
            return self.path();
        }
        let mut sector = BezPath::new();
        sector.move_to(self.center);
        sector.line_to(self.at(from, self.radius));
        let arc = Arc::new(self.center, (self.radius, self.radius), -from, -sweep, 0.0);
        sector.extend(arc.append_iter(FINE));
        sector.close_path();
        sector
    }
}

crate::base::same::same! {
    PolarFrame { center, radius }
}
