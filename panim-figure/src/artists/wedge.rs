//! Wedges of a circle, and parts of rings.

use crate::{
    At, FigureError, Number,
    artist::{Draw, draw_shape},
    base::{check::ANGLE, properties::properties},
    parts::{
        common::{Common, draw_common},
        curves::{self, sweep},
        shape::{Shape, ShapeForm, checked_length, face_properties, shape_properties},
    },
};
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Point};

/// The wedge of a circle between two angles, or with a [`width`](Wedge::width) the part of a ring. One whose
/// centre is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// ax.set_aspect("equal").set_xlim(-2, 2).set_ylim(-1.5, 1.5);
/// ax.add(Wedge::new((0, 0), 1.3, 0, 360).width(0.25).color("0.9"));
/// ax.add(Wedge::new((0, 0), 1.3, -180, 90).width(0.25).color("C2"));
/// ax.add(Wedge::new((0, 0), 0.9, 30, 330).color("gold").edge_color("black"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("wedge", fig);
/// ```
#[doc = include_str!("../../docs/wedge.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Wedge {
    radius: f64,
    theta1: f64,
    theta2: f64,
    width: Option<f64>,
    shape: Shape,
    common: Common,
}

impl Wedge {
    /// The wedge of a circle around a place in data coordinates or in those of [`At`], counter-clockwise from
    /// the angle `theta1` to `theta2`, in degrees from the right. It goes once around at most, and is all of
    /// the circle if the angles are whole turns apart.
    pub fn new(
        center: impl Into<At>,
        radius: impl Number,
        theta1: impl Number,
        theta2: impl Number,
    ) -> Self {
        Self {
            radius: radius.value(),
            theta1: theta1.value(),
            theta2: theta2.value(),
            width: None,
            shape: Shape::new(center.into()),
            common: Common::default(),
        }
    }

    fn form(&self) -> ShapeForm {
        let sweep = sweep(self.theta1, self.theta2);
        let arc =
            Affine::scale(self.radius) * curves::arc(self.theta1.to_radians(), sweep.to_radians());
        let inner = self.width.map(|width| {
            let part = if self.radius > 0.0 { 1.0 - width / self.radius } else { 0.0 };
            (Affine::scale(part) * &arc).reverse_subpaths()
        });
        let mut outline = arc;
        if sweep >= 360.0 {
            outline.close_path();
        }
        match inner {
            Some(inner) => {
                // all around, the hole is a path of its own
                let join = |element: PathEl| match element {
                    PathEl::MoveTo(to) if sweep < 360.0 => PathEl::LineTo(to),
                    element => element,
                };
                outline.extend(inner.elements().iter().map(|&element| join(element)));
                outline.close_path();
            }
            None if sweep < 360.0 => {
                outline.line_to(Point::ORIGIN);
                outline.close_path();
            }
            None => {}
        }
        if sweep == 0.0 {
            outline = BezPath::new();
        }
        ShapeForm::area(outline)
    }
}

properties! { Wedge {
    /// The centre of its circle, in data coordinates or in others of [`At`].
    center / set_center(center: impl Into<At>) |wedge| wedge.shape.at = center.into();
    /// The radius of its circle, in [`units`](Wedge::units), 0 or more.
    radius / set_radius(radius: impl Number) |wedge| wedge.radius = radius.value();
    /// Where it begins, in degrees counter-clockwise from the right.
    theta1 / set_theta1(degrees: impl Number) |wedge| wedge.theta1 = degrees.value();
    /// Where it ends, in degrees counter-clockwise from the right.
    theta2 / set_theta2(degrees: impl Number) |wedge| wedge.theta2 = degrees.value();
    /// Makes it a part of a ring so wide, inwards from the radius, in [`units`](Wedge::units); default: the
    /// radius, all of the wedge.
    width / set_width(width: impl Number) |wedge| wedge.width = Some(width.value());
} }
face_properties!(Wedge);
shape_properties!(Wedge);

impl Draw for Wedge {
    draw_common!(Wedge);
    draw_shape!();

    fn check(&self) -> Result<(), FigureError> {
        checked_length("Wedge", "radius", self.radius)?;
        self.width.map_or(Ok(()), |width| checked_length("Wedge", "width", width))?;
        ANGLE.check("Wedge", "theta1", self.theta1)?;
        ANGLE.check("Wedge", "theta2", self.theta2)?;
        self.shape.check("Wedge", "center")
    }
}
