//! Stems in space.

use crate::{
    FigureError, SpaceAxis,
    artist::{AxesKind, Draw},
    base::{
        check::{checked_finite, checked_lengths},
        data::{Column, Data, Number, space_data},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        marker::Marker,
        marks::{Marks, marks_properties},
        polyline::polyline,
        trace::Trace,
    },
    pen::Pen,
    transform::space::{Space, Vec3},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Stroke};

/// A stem from a plane of a 3D axes to each point, with a marker on it. A stem whose point is not finite is
/// left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let turn = linspace(0, std::f64::consts::TAU, 30);
/// let (x, y) = (turn.iter().map(|a| a.cos()), turn.iter().map(|a| a.sin()));
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// ax.add(Stem3D::new(x, y, &turn));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("stem3d", fig);
/// ```
#[doc = include_str!("../../docs/stem3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Stem3D {
    x: Column,
    y: Column,
    z: Column,
    bottom: f64,
    orientation: SpaceAxis,
    base_color: ColorSpec,
    trace: Trace,
    common: Common,
}

impl Stem3D {
    /// Stems to the points (`x`, `y`, `z`), which must be equally many. They stand on z = 0.
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: Data,
    {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            z: Column::new(z),
            bottom: 0.0,
            orientation: SpaceAxis::Z,
            base_color: "C3".into(),
            trace: Trace { marks: Marks::of(Marker::DISC), ..Trace::default() },
            common: Common::default(),
        }
    }

    fn points(&self) -> impl Iterator<Item = Vec3> {
        self.x.iter().zip(&*self.y).zip(&*self.z).map(|((&x, &y), &z)| [x, y, z])
    }

    /// The foot and the end of each stem.
    fn stems(&self) -> impl Iterator<Item = [Vec3; 2]> {
        let foot = |point: Vec3| self.orientation.moved(point, self.bottom);
        self.points()
            .map(move |point| [foot(point), point])
            .filter(|[_, end]| end.iter().all(|part| part.is_finite()))
    }

    /// The same on the pixels.
    fn seen(&self, space: &Space) -> impl Iterator<Item = [Point; 2]> {
        let space = *space;
        let seen = self.stems().map(move |ends| ends.map(|end| space.at(end)));
        seen.filter(|ends| ends.iter().all(|end| end.is_finite()))
    }
}

properties! { Stem3D {
    /// Colour of the stems, and of their markers unless they have their own; by default the next
    /// of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl IntoColor) |stem| stem.trace.color = Some(color.into());
    /// Width of the stems and of the line that they stand on, in points; default: the style's, 1.5.
    width / set_width(width: impl Number) |stem| stem.trace.width = Some(width.value());
    /// The value that stems start from; default: 0.
    bottom / set_bottom(bottom: impl Number) |stem| stem.bottom = bottom.value();
    /// Along which axis the stems go, `"x"`, `"y"` or `"z"`, the default.
    orientation / set_orientation(axis: impl OneOf<SpaceAxis>) |stem| {
        stem.common.misnamed.set("orientation", axis, &mut stem.orientation);
    };
    /// Colour of the line along the feet of the stems; default: `C3`; `"none"` for no line.
    base_color / set_base_color(color: impl IntoColor) |stem| stem.base_color = color.into();
} }
marks_properties!(Stem3D, trace.marks, "at the end of each stem", "`o`", "the stems'");
space_data!(Stem3D, "stems");
common_properties!(Stem3D);
crate::parts::outline::outline_properties!(Stem3D);

impl Draw for Stem3D {
    draw_common!(Stem3D);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Stem3D", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_lengths("Stem3D", ("x", self.x.len()), ("z", self.z.len()))?;
        checked_color("Stem3D", "base_color", &self.base_color)?;
        checked_finite("Stem3D", "bottom", ("a value to start from", self.bottom))?;
        self.trace.check("Stem3D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let stroke = Stroke::new(self.trace.width_on(pen));
        let feet = self.seen(&space).map(|[foot, _]| foot);
        let base = polyline(feet, pen.frame.inflate(stroke.width, stroke.width));
        pen.scene.stroke(&base, &stroke, self.common.fade(&self.base_color));
        self.trace.stroke_path(pen, &self.common, &self.legend_avoids(pen));
        let ends: Vec<Point> = self.seen(&space).map(|[_, end]| end).collect();
        self.trace.stamp(pen, &self.common, (ends.into_iter(), 0), pen.frame);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        let Some(space) = pen.space else { return all };
        for stem in self.seen(&space) {
            all.extend(polyline(stem.into_iter(), pen.around()));
        }
        all
    }

    fn extent(&self) -> Extent {
        Extent::of_space(self.stems().flatten())
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        space.mean_depth(self.stems().flatten())
    }

    fn key_color(&self, _style: &crate::Style) -> Option<crate::Color> {
        self.trace.key_color()
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.trace.draw_key(pen, &self.common, area);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.trace.take_color(cycle);
    }
}
