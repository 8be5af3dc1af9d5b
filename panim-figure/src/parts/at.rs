//! Places for words, arrows, shapes and legends.

use crate::{
    FigureError, Projection,
    base::{data::Number, handle::Place},
    pen::{AxesBox, Pen},
};
use vello_cpu::kurbo::{Point, Rect, Shape, Vec2};

/// A place in a figure. A pair of numbers is a place in data coordinates.
#[doc(alias("transform", "transAxes", "offset_transform"))]
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum At {
    /// In data coordinates.
    Data(f64, f64),
    /// As fractions of the axes' box, (0, 0) its lower left corner and (1, 1) its upper right one.
    Axes(f64, f64),
    /// As fractions of the figure, (0, 0) its lower left corner and (1, 1) its upper right one.
    Figure(f64, f64),
    /// So many pixels, of which 100 are an inch, to the right and upwards of the figure's lower left
    /// corner.
    Pixels(f64, f64),
    /// So many points of 1/72 inch to the right and upwards of what is pointed at: where the words
    /// of an [`Annotation`](crate::Annotation) stand, and nothing else.
    #[doc(alias = "textcoords")]
    Points(f64, f64),
    /// In data coordinates of another axes: [`Handle::at`](crate::Handle::at) makes it, for arrows and
    /// annotations.
    DataOf(OtherAxes, f64, f64),
    /// As fractions of another axes' box: [`Handle::at`](crate::Handle::at) makes it, for arrows and
    /// annotations.
    AxesOf(OtherAxes, f64, f64),
}

/// An axes in which a place is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OtherAxes(pub(crate) Option<Place>);

/// What an argument follows, which is another axes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FollowedAxes {
    pub(crate) argument: &'static str,
    pub(crate) axes: OtherAxes,
    pub(crate) needs: AxesNeed,
}

/// What an axes must have for something in another one to follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AxesNeed {
    /// A box.
    Frame,
    /// Data of two coordinates.
    Plane,
    /// Limits of x and y.
    Limits,
}

impl AxesNeed {
    /// Why an axes of this projection cannot be followed, if it cannot. `is_own`: it is the artist's own.
    pub(crate) fn lack(self, projection: Projection, is_own: bool) -> Option<&'static str> {
        match (self, projection) {
            (Self::Limits, _) if is_own => {
                Some("it is the axes itself: take one that shows a part of it")
            }
            (Self::Plane, Projection::ThreeD) => Some(
                "it is 3D and has no place of two data coordinates: name one by \
                 `handle.at(At::Axes(x, y))`",
            ),
            (Self::Limits, Projection::Polar) => {
                Some("it is polar and has no limits of x and y to show: take flat ones")
            }
            (Self::Limits, Projection::ThreeD) => {
                Some("it is 3D and has no limits in the plane to show: take flat ones")
            }
            _ => None,
        }
    }
}

impl<X: Number, Y: Number> From<(X, Y)> for At {
    fn from((x, y): (X, Y)) -> Self {
        Self::Data(x.value(), y.value())
    }
}

impl At {
    /// Points of 1/72 inch to one pixel.
    pub(crate) const PIXEL: f64 = 0.72;

    /// In pixels as drawn; `origin` is where points are counted from.
    pub(crate) fn pixels(self, pen: &Pen<'_>, origin: Point) -> Point {
        match self {
            Self::Data(x, y) => pen.transform.at(x, y),
            Self::Axes(x, y) => on(pen.frame, x, y),
            Self::Figure(x, y) => on(pen.page(), x, y),
            Self::Pixels(right, up) => {
                let page = pen.page();
                let corner = Point::new(page.x0, page.y1);
                corner + Vec2::new(right, -up) * (Self::PIXEL * pen.point)
            }
            Self::Points(right, up) => origin + Vec2::new(right, -up) * pen.point,
            Self::DataOf(axes, x, y) => axes.on(pen).map_or(NOWHERE, |on| on.transform.at(x, y)),
            Self::AxesOf(axes, x, y) => axes.on(pen).map_or(NOWHERE, |of| on(of.frame, x, y)),
        }
    }

    /// In data coordinates it is seen only within their axes.
    pub(crate) fn is_seen(self, pen: &Pen<'_>) -> bool {
        let (outline, frame) = match self {
            Self::Data(..) => (pen.transform.outline(), pen.frame),
            Self::DataOf(axes, ..) => match axes.on(pen) {
                Some(on) => (on.transform.outline(), on.frame),
                None => return false,
            },
            _ => return true,
        };
        let at = self.place(pen);
        at.is_finite()
            && outline.map_or(frame.inflate(0.5, 0.5).contains(at), |outline| outline.contains(at))
    }

    /// The other axes that it is in.
    pub(crate) fn elsewhere(self) -> Option<OtherAxes> {
        match self {
            Self::DataOf(axes, ..) | Self::AxesOf(axes, ..) => Some(axes),
            _ => None,
        }
    }

    /// The same, with the argument that says so.
    pub(crate) fn followed(self, argument: &'static str) -> Option<FollowedAxes> {
        let needs =
            if matches!(self, Self::DataOf(..)) { AxesNeed::Plane } else { AxesNeed::Frame };
        self.elsewhere().map(|axes| FollowedAxes { argument, axes, needs })
    }

    /// Where it is, if nothing is pointed at.
    pub(crate) fn place(self, pen: &Pen<'_>) -> Point {
        self.pixels(pen, pen.frame.origin())
    }

    /// So far to the right and upwards in its own coordinates.
    pub(crate) fn moved(self, right: f64, up: f64) -> Self {
        match self {
            Self::Data(x, y) => Self::Data(x + right, y + up),
            Self::Axes(x, y) => Self::Axes(x + right, y + up),
            Self::Figure(x, y) => Self::Figure(x + right, y + up),
            Self::Pixels(x, y) => Self::Pixels(x + right, y + up),
            Self::Points(x, y) => Self::Points(x + right, y + up),
            Self::DataOf(axes, x, y) => Self::DataOf(axes, x + right, y + up),
            Self::AxesOf(axes, x, y) => Self::AxesOf(axes, x + right, y + up),
        }
    }

    /// Is it a place in an axes, and not one on the figure?
    pub(crate) fn is_in_axes(self) -> bool {
        matches!(self, Self::Data(..) | Self::Axes(..))
    }

    /// Does it move with the limits of the axes?
    pub(crate) fn is_data(self) -> bool {
        matches!(self, Self::Data(..))
    }

    /// Refuses what is counted from a point where there is none.
    pub(crate) fn check(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        if matches!(self, Self::Points(..)) {
            let message = "At::Points are counted from what an annotation points at; say this \
                           place in data, axes, figure or pixel coordinates";
            return Err(FigureError::new(name, argument, message));
        }
        if self.elsewhere().is_some() {
            let message = "a place in another axes is for arrows and annotations; say this place in \
                           data, axes, figure or pixel coordinates";
            return Err(FigureError::new(name, argument, message));
        }
        Ok(())
    }

    /// The same where a place may be in another axes.
    pub(crate) fn check_anywhere(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        if self.elsewhere().is_some() { Ok(()) } else { self.check(name, argument) }
    }
}

/// The pixels of what has no place.
const NOWHERE: Point = Point::new(f64::NAN, f64::NAN);

impl OtherAxes {
    /// On the pixels, if it is an axes of the figure.
    pub(crate) fn on<'a>(self, pen: &Pen<'a>) -> Option<&'a AxesBox> {
        pen.boxes.get(self.0?.axes)
    }
}

/// From fractions of a box, (0, 0) its lower left corner.
fn on(frame: Rect, x: f64, y: f64) -> Point {
    Point::new(frame.x0 + x * frame.width(), frame.y1 - y * frame.height())
}
