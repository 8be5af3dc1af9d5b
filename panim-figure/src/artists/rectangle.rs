//! Rectangles, straight or turned, with sharp or round corners.

use crate::{
    At, FigureError, Number,
    artist::{Draw, draw_shape},
    base::{
        check::{checked_finite, checked_size},
        properties::properties,
    },
    parts::{
        common::{Common, draw_common},
        curves::turned,
        shape::{Shape, ShapeForm, angle_properties, face_properties, shape_properties},
    },
};
use vello_cpu::kurbo::{Point, Rect, Shape as _};

/// A rectangle from a corner on. One whose corner is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// ax.set_xlim(0, 10).set_ylim(0, 6);
/// ax.add(Rectangle::new((1, 1), 3, 4).edge_color("black"));
/// let turned = Rectangle::new((5, 2), 2, 2.5).angle(20).rotation_point("center");
/// ax.add(turned.color(("C1", 0.5)).edge_color("C1").edge_width(2));
/// ax.add(Rectangle::new(At::Axes(0.78, 0.4), 0.2, 0.5).rounding(15).color("C2"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("rectangle", fig);
/// ```
#[doc = include_str!("../../docs/rectangle.md")]
///
/// The prelude does not have it, since plotters' has a `Rectangle` of its own: `use panim::Rectangle;`.
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "FancyBboxPatch")]
#[derive(Debug, Clone)]
pub struct Rectangle {
    width: f64,
    height: f64,
    rounding: f64,
    rotation_point: RotationPoint,
    shape: Shape,
    common: Common,
}

/// What a [`Rectangle`] turns about; in matplotlib's words `"xy"` or `"center"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RotationPoint {
    /// `"xy"`: the corner that it was given, the default.
    #[default]
    Xy,
    /// `"center"`: its middle.
    Center,
}

crate::base::word::named! { RotationPoint, "a rotation point":
    "xy" => Self::Xy,
    "center" => Self::Center,
}

impl Rectangle {
    /// A rectangle that goes `width` to the right and `height` upwards from `xy`, a corner in data coordinates
    /// or in those of [`At`]; to the left and downwards where these are negative.
    pub fn new(xy: impl Into<At>, width: impl Number, height: impl Number) -> Self {
        Self {
            width: width.value(),
            height: height.value(),
            rounding: 0.0,
            rotation_point: RotationPoint::default(),
            shape: Shape::new(xy.into()),
            common: Common::default(),
        }
    }

    fn form(&self) -> ShapeForm {
        let rect = Rect::new(0.0, 0.0, self.width, self.height);
        let about = match self.rotation_point {
            RotationPoint::Xy => Point::ORIGIN,
            RotationPoint::Center => Point::new(self.width / 2.0, self.height / 2.0),
        };
        let outline = turned(rect.to_path(0.1), about, self.shape.angle);
        ShapeForm { rounding: self.rounding, ..ShapeForm::area(outline) }
    }
}

properties! { Rectangle {
    /// Its corner, the lower left one if its width and height are positive, in data coordinates or in others
    /// of [`At`].
    xy / set_xy(xy: impl Into<At>) |rectangle| rectangle.shape.at = xy.into();
    /// How far it goes to the right before it is turned, in [`units`](Rectangle::units).
    width / set_width(width: impl Number) |rectangle| rectangle.width = width.value();
    /// How far it goes upwards before it is turned, in [`units`](Rectangle::units).
    height / set_height(height: impl Number) |rectangle| rectangle.height = height.value();
    /// Radius of its corners in points, at most half of the shorter side; default: 0, sharp ones.
    rounding / set_rounding(radius: impl Number) |rectangle| rectangle.rounding = radius.value();
    /// What it turns about: `"xy"`, its corner, by default, `"center"`, or a [`RotationPoint`].
    rotation_point / set_rotation_point(point: impl crate::OneOf<RotationPoint>) |rectangle| {
        rectangle.common.misnamed.set("rotation_point", point, &mut rectangle.rotation_point);
    };
} }
angle_properties!(Rectangle, "its [`rotation_point`](Rectangle::rotation_point)");
face_properties!(Rectangle);
shape_properties!(Rectangle);

impl Draw for Rectangle {
    draw_common!(Rectangle);
    draw_shape!();

    fn check(&self) -> Result<(), FigureError> {
        checked_finite("Rectangle", "width", ("a size", self.width))?;
        checked_finite("Rectangle", "height", ("a size", self.height))?;
        checked_size("Rectangle", "rounding", self.rounding)?;
        self.shape.check("Rectangle", "xy")
    }
}
