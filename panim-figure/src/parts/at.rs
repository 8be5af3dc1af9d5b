//! Places for words and arrows.

use crate::{base::data::Number, pen::Pen};
use vello_cpu::kurbo::{Point, Vec2};

/// A place in an axes. A pair of numbers is a place in data coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum At {
    /// In data coordinates.
    Data(f64, f64),
    /// As fractions of the axes' box, (0, 0) its lower left corner and (1, 1) its upper right one.
    Axes(f64, f64),
    /// So many points of 1/72 inch to the right and upwards of what is pointed at.
    Points(f64, f64),
}

impl<X: Number, Y: Number> From<(X, Y)> for At {
    fn from((x, y): (X, Y)) -> Self {
        Self::Data(x.value(), y.value())
    }
}

impl At {
    /// In pixels; `origin` is where points are counted from.
    pub(crate) fn pixels(self, pen: &Pen<'_>, origin: Point) -> Point {
        match self {
            Self::Data(x, y) => pen.transform.at(x, y),
            Self::Axes(x, y) => pen.share_of_axes(x, y),
            Self::Points(right, up) => origin + Vec2::new(right, -up) * pen.point,
        }
    }
}
