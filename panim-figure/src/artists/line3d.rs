//! A line through points in space.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::checked_lengths,
        data::{Column, Data, space_data},
        extent::Extent,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        polyline::polyline,
        shown::{ShownPoints, shown_properties},
        trace::{Trace, draw_trace, trace_properties},
        varying::draw_values,
    },
    pen::Pen,
    transform::space::{Space, Vec3},
};
use vello_cpu::kurbo::BezPath;

/// Points in data coordinates joined by a line, in a 3D axes; a point that is not finite is a gap.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let t = linspace(0.0, 25.0, 500);
/// let (x, y) = (t.iter().map(|t| t * t.cos()), t.iter().map(|t| t * t.sin()));
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// ax.add(Line3D::new(x, y, &t).color("C3").width(2.0));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("line3d", fig);
/// ```
#[doc = include_str!("../../docs/line3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "plot3D")]
#[derive(Debug, Clone)]
pub struct Line3D {
    x: Column,
    y: Column,
    z: Column,
    shown: ShownPoints,
    trace: Trace,
    common: Common,
}

impl Line3D {
    /// A line through the points (`x`, `y`, `z`), which must be equally many.
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: Data,
    {
        let (x, y, z) = (Column::new(x), Column::new(y), Column::new(z));
        let (trace, common) = (Trace::default(), Common::default());
        Self { x, y, z, shown: ShownPoints::default(), trace, common }
    }

    /// Those that are shown.
    fn points(&self) -> impl Iterator<Item = Vec3> {
        let part = |column: &'_ Column| self.shown.of(column.len());
        let [x, y, z] = [&self.x, &self.y, &self.z].map(|column| &column[part(column)]);
        x.iter().zip(y).zip(z).map(|((&x, &y), &z)| [x, y, z])
    }
}

shown_properties!(Line3D);
trace_properties!(Line3D);
space_data!(Line3D, "points");
common_properties!(Line3D);

impl Draw for Line3D {
    draw_common!(Line3D);
    draw_trace!();
    draw_values!(trace.varying);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Line3D", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_lengths("Line3D", ("x", self.x.len()), ("z", self.z.len()))?;
        self.shown.check("Line3D", self.x.len())?;
        self.trace.varying.check("Line3D", ("x", self.x.len()))?;
        self.trace.check("Line3D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (Some(space), frame) = (pen.space, pen.frame) else { return };
        let points = || self.points().map(|point| space.at(point));
        if self.trace.varying.is_some() {
            let points: Vec<_> = points().collect();
            let numbers = self.shown.numbers(self.x.len());
            self.trace.stroke_varying(pen, &self.common, &points, numbers.as_deref());
        } else {
            self.trace.stroke(pen, &self.common, points(), frame);
        }
        let first = self.shown.of(self.x.len()).start;
        self.trace.stamp(pen, &self.common, (points(), first), frame);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let Some(space) = pen.space else { return BezPath::new() };
        polyline(self.points().map(|point| space.at(point)), pen.frame)
    }

    fn extent(&self) -> Extent {
        Extent::of_space(self.points())
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        space.mean_depth(self.points())
    }
}
