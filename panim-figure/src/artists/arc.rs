//! Arcs of circles and ellipses.

use crate::{
    At, FigureError, Number,
    artist::{Draw, draw_shape},
    base::{check::ANGLE, properties::properties},
    color::Color,
    parts::{
        common::{Common, draw_common},
        curves::{self, sweep, turned},
        shape::{Shape, ShapeForm, angle_properties, checked_length, shape_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{Affine, BezPath, Point, Rect, Shape as _};

/// A line along an ellipse from one angle to another. One whose centre is not finite is left out.
///
/// The prelude does not have it, because std's [`Arc`](std::sync::Arc) is what the name usually means: `use
/// panim::Arc;` is for a program that has no use for that one.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// ax.set_aspect("equal").set_xlim(-0.5, 3.5).set_ylim(-0.5, 2.5);
/// ax.add(Line::new([3, 0, 2], [0, 0, 2]).color("black"));
/// ax.add(Arc::new((0, 0), 2, 2).theta2(45).edge_color("C3").edge_width(2));
/// ax.add(Arc::new((1.5, 1), 3, 1.6).angle(30).theta1(-60).theta2(200).edge_style("--"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("arc", fig);
/// ```
#[doc = include_str!("../../docs/arc.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Arc {
    width: f64,
    height: f64,
    theta1: f64,
    theta2: f64,
    shape: Shape,
    common: Common,
}

impl Arc {
    /// All of an ellipse of this width and height around a place in data coordinates or in those of [`At`],
    /// until [`Arc::theta1`] and [`Arc::theta2`] say which part.
    pub fn new(center: impl Into<At>, width: impl Number, height: impl Number) -> Self {
        let mut shape = Shape::new(center.into());
        shape.patch.color = Some(Color::TRANSPARENT.into());
        shape.patch.edge_width = Some(1.0);
        Self {
            width: width.value(),
            height: height.value(),
            theta1: 0.0,
            theta2: 360.0,
            shape,
            common: Common::default(),
        }
    }

    fn form(&self) -> ShapeForm {
        let (mut from, mut all) = (self.theta1, sweep(self.theta1, self.theta2));
        // the angles are those at which it is seen, and not those of the circle that it was
        if self.width != self.height && all < 360.0 {
            let ratio = self.width / self.height;
            let seen = |theta: f64| {
                let (sin, cos) = theta.to_radians().sin_cos();
                (ratio * sin).atan2(cos).to_degrees().rem_euclid(360.0)
            };
            from = seen(self.theta1);
            all = sweep(from, seen(self.theta2));
        }
        let mut outline = match all {
            0.0 => BezPath::new(),
            _ => curves::arc(from.to_radians(), all.to_radians()),
        };
        if all >= 360.0 {
            outline.close_path();
        }
        let scale = Affine::scale_non_uniform(self.width / 2.0, self.height / 2.0);
        let outline = turned(scale * outline, Point::ORIGIN, self.shape.angle);
        ShapeForm { is_area: false, is_smooth: true, ..ShapeForm::area(outline) }
    }
}

properties! { Arc {
    /// The centre of its ellipse, in data coordinates or in others of [`At`].
    center / set_center(center: impl Into<At>) |arc| arc.shape.at = center.into();
    /// Width of its ellipse before it is turned, in [`units`](Arc::units), 0 or more.
    width / set_width(width: impl Number) |arc| arc.width = width.value();
    /// Height of its ellipse before it is turned, in [`units`](Arc::units), 0 or more.
    height / set_height(height: impl Number) |arc| arc.height = height.value();
    /// Where it begins, in degrees counter-clockwise from the right before it is turned; default: 0.
    theta1 / set_theta1(degrees: impl Number) |arc| arc.theta1 = degrees.value();
    /// Where it ends, in degrees counter-clockwise from the right before it is turned; default: 360. It goes
    /// once around at most, and all around if the angles are whole turns apart.
    theta2 / set_theta2(degrees: impl Number) |arc| arc.theta2 = degrees.value();
} }
angle_properties!(Arc, "its centre");
shape_properties!(Arc);

impl Draw for Arc {
    draw_common!(Arc);
    draw_shape!(rest);

    fn check(&self) -> Result<(), FigureError> {
        checked_length("Arc", "width", self.width)?;
        checked_length("Arc", "height", self.height)?;
        ANGLE.check("Arc", "theta1", self.theta1)?;
        ANGLE.check("Arc", "theta2", self.theta2)?;
        self.shape.check("Arc", "center")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        self.shape.draw(&self.form(), pen, &self.common);
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.shape.patch.draw(pen, &self.common, &area.to_path(0.1));
    }
}
