//! Ellipses.

use crate::{
    At, FigureError, Number,
    artist::{Draw, draw_shape},
    base::properties::properties,
    parts::{
        common::{Common, draw_common},
        curves::{self, turned},
        shape::{
            Shape, ShapeForm, angle_properties, checked_length, face_properties, shape_properties,
        },
    },
};
use vello_cpu::kurbo::{Affine, Point};

/// An ellipse around a place. One whose place is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// ax.set_aspect("equal").set_xlim(-2, 2).set_ylim(-1.5, 1.5);
/// for turn in 0..3 {
///     let ellipse = Ellipse::new((0, 0), 3.2, 1.2).angle(60 * turn).color((format!("C{turn}"), 0.3));
///     ax.add(ellipse.edge_color(format!("C{turn}")).edge_width(1.5));
/// }
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("ellipse", fig);
/// ```
#[doc = include_str!("../../docs/ellipse.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Ellipse {
    width: f64,
    height: f64,
    shape: Shape,
    common: Common,
}

impl Ellipse {
    /// An ellipse of this width and height around a place in data coordinates or in those of [`At`].
    pub fn new(center: impl Into<At>, width: impl Number, height: impl Number) -> Self {
        let (width, height) = (width.value(), height.value());
        Self { width, height, shape: Shape::new(center.into()), common: Common::default() }
    }

    fn form(&self) -> ShapeForm {
        let scale = Affine::scale_non_uniform(self.width / 2.0, self.height / 2.0);
        let ellipse = turned(scale * curves::circle(), Point::ORIGIN, self.shape.angle);
        ShapeForm { is_smooth: true, ..ShapeForm::area(ellipse) }
    }
}

properties! { Ellipse {
    /// Its centre, in data coordinates or in others of [`At`].
    center / set_center(center: impl Into<At>) |ellipse| ellipse.shape.at = center.into();
    /// Its width before it is turned, in [`units`](Ellipse::units), 0 or more.
    width / set_width(width: impl Number) |ellipse| ellipse.width = width.value();
    /// Its height before it is turned, in [`units`](Ellipse::units), 0 or more.
    height / set_height(height: impl Number) |ellipse| ellipse.height = height.value();
} }
angle_properties!(Ellipse, "its centre");
face_properties!(Ellipse);
shape_properties!(Ellipse);

impl Draw for Ellipse {
    draw_common!(Ellipse);
    draw_shape!();

    fn check(&self) -> Result<(), FigureError> {
        checked_length("Ellipse", "width", self.width)?;
        checked_length("Ellipse", "height", self.height)?;
        self.shape.check("Ellipse", "center")
    }
}
