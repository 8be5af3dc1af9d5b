//! Shapes, in pixels.

use super::clip;
use crate::base::same::Same;
use vello_cpu::{
    kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke},
    peniko::Fill,
};

#[derive(Debug, Clone)]
pub(crate) enum Geometry {
    Rect(Rect),
    /// The edge of a box, so wide.
    Frame(Rect, f64),
    /// Of this radius.
    Disc(Point, f64),
    /// Of this radius and width.
    Ring(Point, f64, f64),
    Path(BezPath, Fill),
    Outline(BezPath, Stroke),
    /// The dashes of such an outline, each by itself.
    Dashes(BezPath, Stroke),
}

impl Geometry {
    /// A path, as the simplest form that it is.
    pub(crate) fn of(path: &BezPath) -> Self {
        rectangle(path).map_or_else(|| Self::Path(path.clone(), Fill::NonZero), Self::Rect)
    }

    /// The same of a path that nobody needs any more.
    pub(crate) fn area(path: BezPath) -> Self {
        rectangle(&path).map_or_else(|| Self::Path(path, Fill::NonZero), Self::Rect)
    }

    /// What an odd number of the path's outlines goes around.
    pub(crate) fn even_odd(path: BezPath) -> Self {
        Self::Path(path, Fill::EvenOdd)
    }

    /// A path's outline, likewise.
    pub(crate) fn outline(path: &BezPath, stroke: &Stroke) -> Self {
        let sharp = stroke.join == Join::Miter && stroke.miter_limit >= std::f64::consts::SQRT_2;
        let rect = rectangle(path).filter(|_| sharp && stroke.dash_pattern.is_empty());
        rect.map_or_else(
            || Self::Outline(path.clone(), stroke.clone()),
            |rect| Self::Frame(rect, stroke.width),
        )
    }

    /// The box around an area.
    pub(crate) fn area_box(&self) -> Option<Rect> {
        match self {
            Self::Rect(rect) => Some(*rect),
            Self::Path(path, Fill::NonZero) => clip::control_box(path),
            _ => None,
        }
    }
}

/// The rectangle along the axes that a path goes around.
pub(super) fn rectangle(path: &BezPath) -> Option<Rect> {
    let [PathEl::MoveTo(a), PathEl::LineTo(b), PathEl::LineTo(c), PathEl::LineTo(d), rest @ ..] =
        path.elements()
    else {
        return None;
    };
    let closed = match rest {
        [PathEl::ClosePath] => true,
        [PathEl::LineTo(end), PathEl::ClosePath] => end == a,
        _ => false,
    };
    let straight = (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
        || (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x);
    (closed && straight).then(|| Rect::from_points(*a, *c))
}

/// How far from its path a stroke may leave a trace.
pub(crate) fn reach(stroke: &Stroke) -> f64 {
    let half = stroke.width / 2.0;
    let corner = if stroke.join == Join::Miter { stroke.miter_limit.max(1.0) } else { 1.0 };
    let square = [stroke.start_cap, stroke.end_cap].contains(&Cap::Square);
    half * corner.max(if square { std::f64::consts::SQRT_2 } else { 1.0 })
}

impl Same for Geometry {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rect(a), Self::Rect(b)) => a.is_same(b),
            (Self::Frame(a, c), Self::Frame(b, d)) => a.is_same(b) && c.is_same(d),
            (Self::Disc(a, c), Self::Disc(b, d)) => a.is_same(b) && c.is_same(d),
            (Self::Ring(a, c, e), Self::Ring(b, d, f)) => {
                a.is_same(b) && c.is_same(d) && e.is_same(f)
            }
            (Self::Path(a, c), Self::Path(b, d)) => c.is_same(d) && a.is_same(b),
            (Self::Outline(a, c), Self::Outline(b, d))
            | (Self::Dashes(a, c), Self::Dashes(b, d)) => c.is_same(d) && a.is_same(b),
            _ => false,
        }
    }
}
