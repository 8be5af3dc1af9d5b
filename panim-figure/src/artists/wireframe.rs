//! A surface in space, as the lines of its mesh.

use crate::{
    FigureError, LineStyle,
    artist::{AxesKind, Draw},
    base::{
        data::{Data, DataRows, Number},
        properties::properties,
        word::OneOf,
    },
    color::IntoColor,
    parts::{
        common::{Common, common_properties, draw_common},
        mesh::{Mesh, draw_mesh, mesh_properties},
        polyline::polyline,
        trace::{Trace, draw_trace},
    },
    pen::Pen,
    transform::space::Space,
};
use vello_cpu::kurbo::BezPath;

/// The rows and columns of points in a 3D axes joined by lines; a point that is not finite is a
/// gap. A count or stride of 0 leaves out the lines in that direction.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let x = linspace(-2.0, 2.0, 60);
/// let slopes = x.iter().map(|y| x.iter().map(move |x| x * (-x * x - y * y).exp()));
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// ax.add(Wireframe::new(&x, &x, slopes).rcount(20).ccount(20).width(0.8));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("wireframe", fig);
/// ```
#[doc = include_str!("../../docs/wireframe.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "plot_wireframe")]
#[derive(Debug, Clone)]
pub struct Wireframe {
    mesh: Mesh,
    trace: Trace,
    common: Common,
}

impl Wireframe {
    /// The surface at height `z` over a grid: a row of `z` for each of `y`, in it a value for each
    /// of `x`.
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: DataRows,
    {
        Self::of(Mesh::new(x, y, z))
    }

    /// A surface of any form: rows of `x`, of `y` and of `z`, equally many and equally long.
    pub fn parametric<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: DataRows,
        Y: DataRows,
        Z: DataRows,
    {
        Self::of(Mesh::parametric(x, y, z))
    }

    fn of(mesh: Mesh) -> Self {
        Self { mesh, trace: Trace::default(), common: Common::default() }
    }

    /// All lines, as one path: where they cross, they do not darken each other.
    fn lines(&self, space: &Space, pen: &Pen<'_>) -> BezPath {
        let (rows, columns) = self.mesh.size();
        let width = self.trace.width_on(pen);
        let bounds = pen.frame.inflate(width, width);
        let mut path = BezPath::new();
        let (drawn_rows, drawn_columns) = self.mesh.drawn();
        for row in drawn_rows {
            let line = (0..columns).map(|column| space.at(self.mesh.at((row, column))));
            path.extend(polyline(line, bounds));
        }
        for column in drawn_columns {
            let line = (0..rows).map(|row| space.at(self.mesh.at((row, column))));
            path.extend(polyline(line, bounds));
        }
        path
    }
}

properties! { Wireframe {
    /// Colour of the lines; by default the next of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl IntoColor) |wires| wires.trace.color = Some(color.into());
    /// Width in points; default: 1.5.
    width / set_width(width: impl Number) |wires| wires.trace.width = Some(width.value());
    /// Default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    style / set_style(style: impl OneOf<LineStyle>) |wires| {
        wires.common.misnamed.set("style", style, &mut wires.trace.style);
    };
} }
mesh_properties!(Wireframe);
common_properties!(Wireframe);
crate::parts::outline::outline_properties!(Wireframe);

impl Draw for Wireframe {
    draw_common!(Wireframe);
    draw_trace!();
    draw_mesh!();

    fn check(&self) -> Result<(), FigureError> {
        self.mesh.check("Wireframe")?;
        self.trace.check("Wireframe")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let path = self.lines(&space, pen);
        self.trace.stroke_path(pen, &self.common, &path);
    }
}
