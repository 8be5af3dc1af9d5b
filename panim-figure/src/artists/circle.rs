//! Circles.

use crate::{
    At, FigureError, Number,
    artist::{Draw, draw_shape},
    base::properties::properties,
    parts::{
        common::{Common, draw_common},
        curves,
        shape::{Shape, ShapeForm, checked_length, face_properties, shape_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{Affine, Point, Rect};

/// A circle around a place. In data coordinates it looks like an ellipse where a unit of x is not as long as
/// one of y, as in matplotlib; a radius in [`units`](Circle::units) of points, or of one of the axes, is round
/// in any case. One whose place is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// ax.set_aspect("equal").set_xlim(-2, 2).set_ylim(-1.5, 1.5);
/// ax.add(Circle::new((-0.5, 0.0), 1.2).color(("C0", 0.4)).edge_color("C0").edge_width(2));
/// ax.add(Circle::new((1, 0.6), 0.6).color("none").edge_color("C3").edge_style("--"));
/// ax.add(Circle::new((1, -0.8), 20).units("points").color("C2"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("circle", fig);
/// ```
#[doc = include_str!("../../docs/circle.md")]
///
/// Thousands of circles are quicker as one [`Circles`](crate::Circles). The prelude does not have it, since plotters' has a `Circle` of its own: `use panim::Circle;`.
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Circle {
    radius: f64,
    shape: Shape,
    common: Common,
}

impl Circle {
    /// A circle of this radius around a place in data coordinates or in those of [`At`].
    pub fn new(center: impl Into<At>, radius: impl Number) -> Self {
        let (shape, common) = (Shape::new(center.into()), Common::default());
        Self { radius: radius.value(), shape, common }
    }

    fn form(&self) -> ShapeForm {
        let circle = Affine::scale(self.radius) * curves::circle();
        ShapeForm { is_smooth: true, ..ShapeForm::area(circle) }
    }

    /// Its centre and its radius in pixels, where it is round there.
    fn disc(&self, pen: &Pen<'_>) -> Option<(Point, f64)> {
        let onto = self.shape.units.around(self.shape.at, pen);
        let center = onto(Point::ORIGIN);
        let radius = self.radius;
        let ends = [(radius, 0.0), (0.0, radius), (-radius, 0.0), (0.0, -radius)];
        let [right, up, left, down] = ends.map(|end| onto(end.into()) - center);
        let pixels = right.hypot();
        let is_near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * pixels;
        let is_round = is_near((right + left).hypot(), 0.0)
            && is_near((up + down).hypot(), 0.0)
            && is_near(up.hypot(), pixels);
        (center.is_finite() && is_round).then_some((center, pixels))
    }
}

properties! { Circle {
    /// Its centre, in data coordinates or in others of [`At`].
    center / set_center(center: impl Into<At>) |circle| circle.shape.at = center.into();
    /// Its radius, in [`units`](Circle::units), 0 or more.
    radius / set_radius(radius: impl Number) |circle| circle.radius = radius.value();
} }
face_properties!(Circle);
shape_properties!(Circle);

impl Draw for Circle {
    draw_common!(Circle);
    draw_shape!(rest);

    fn check(&self) -> Result<(), FigureError> {
        checked_length("Circle", "radius", self.radius)?;
        self.shape.check("Circle", "center")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let edge = self.shape.patch.edge_stroke(pen);
        let is_plain = edge.as_ref().is_none_or(|(_, stroke)| stroke.dash_pattern.is_empty())
            && !self.shape.patch.hatching.is_some();
        let Some((center, radius)) = self.disc(pen).filter(|_| is_plain) else {
            return self.shape.draw(&self.form(), pen, &self.common);
        };
        let face = self.shape.face(pen);
        pen.scene.disc(center, radius, self.common.fade(&face));
        if let Some((color, stroke)) = edge {
            pen.scene.ring(center, radius, stroke.width, self.common.fade(&color));
        }
    }
    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.shape.draw_key(pen, &self.common, area);
    }
}
