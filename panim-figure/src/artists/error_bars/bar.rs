//! One bar of an error.

use crate::transform::{plane::Transform, polar::PolarFrame};
use vello_cpu::kurbo::{Point, Vec2};

/// The error of a point along one axis.
pub(super) struct ErrorBar {
    /// Along x.
    pub(super) is_level: bool,
    /// Its start, the point and its end, in data coordinates.
    pub(super) places: [(f64, f64); 3],
    /// The value is no more than a lower limit, or an upper one.
    pub(super) is_limit: [bool; 2],
}

/// Across a bar at one of its places, of length 1.
pub(super) fn across(is_level: bool, polar: Option<PolarFrame>, at: Point) -> Vec2 {
    let ray = polar.map_or(Vec2::ZERO, |polar| at - polar.center);
    match ray.hypot() {
        0.0 if is_level => Vec2::new(0.0, 1.0),
        0.0 => Vec2::new(1.0, 0.0),
        far if is_level => ray / far,
        far => Vec2::new(-ray.y, ray.x) / far,
    }
}

/// The path of a bar in pixels; an arc if it lies on polar axes. `None` if there is none.
pub(super) fn bar_path(bar: &ErrorBar, transform: Transform) -> Option<Vec<Point>> {
    let [start, middle, end] = bar.places.map(Point::from);
    let path: Vec<_> = transform.path([start, end].into_iter()).collect();
    (middle.is_finite() && path.iter().all(|point| point.is_finite())).then_some(path)
}
