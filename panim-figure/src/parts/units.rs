//! What shapes around a place are measured in.

use crate::{parts::at::At, pen::Pen};
use vello_cpu::kurbo::{Point, Vec2};

/// What the sizes of a shape are measured in.
///
/// In matplotlib's words too: `"xy"`, `"x"`, `"y"`, `"points"`, and `"pixels"`, of which 100 are an inch as in
/// [`At::Pixels`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Units {
    /// `"xy"`: in the coordinates of the shape's own place, the default: widths in those of x, heights in
    /// those of y. In data coordinates a circle looks like an ellipse where a unit of x is not as long as one
    /// of y.
    #[default]
    Xy,
    /// `"x"`: all sizes in units of the x axis, as long as they are on average: circles are round. On polar
    /// axes as `"y"`.
    X,
    /// `"y"`: all sizes in units of the y axis, as long as they are on average.
    Y,
    /// `"points"`: in points of 1/72 inch, whatever the limits are.
    Points,
    /// `"pixels"`: in pixels, of which 100 are an inch.
    Pixels,
}

crate::base::word::named! { Units, "a unit of shapes":
    "xy" => Self::Xy,
    "x" => Self::X,
    "y" => Self::Y,
    "points" => Self::Points,
    "pixels" => Self::Pixels,
}

impl Units {
    /// Pixels as drawn to the unit; `None` where it depends on the place and the direction.
    pub(crate) fn pixels(self, pen: &Pen<'_>) -> Option<f64> {
        match self {
            Self::Xy => None,
            Self::X => Some(pen.transform.mean_units().0),
            Self::Y => Some(pen.transform.mean_units().1),
            Self::Points => Some(pen.point),
            Self::Pixels => Some(At::PIXEL * pen.point),
        }
    }

    /// From what is measured from a place, y upwards, to the pixels.
    pub(crate) fn around<'a>(self, at: At, pen: &'a Pen<'_>) -> impl Fn(Point) -> Point + 'a {
        let (unit, middle) = (self.pixels(pen), at.place(pen));
        move |point| match unit {
            Some(unit) => middle + Vec2::new(point.x, -point.y) * unit,
            None => at.moved(point.x, point.y).place(pen),
        }
    }
}
