//! Triangles between points, as lines.

use crate::{
    FigureError,
    artist::Draw,
    base::{
        data::{Data, point_data},
        extent::Extent,
    },
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        marks::marks_properties,
        trace::{Trace, stroke_properties},
        triangulation::{Triangulation, triangulation_properties},
    },
    pen::{KeyStyle, Pen},
    scene::clip::segment,
};
use vello_cpu::kurbo::{BezPath, Rect, Size};

/// The sides of triangles between points, which are given or found: matplotlib's `triplot`.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// // the seeds of a sunflower, each a golden angle from the one before
/// let seeds = (0..120).map(|i| (f64::from(i).sqrt(), 2.399_963 * f64::from(i)));
/// let seeds: Vec<_> = seeds.map(|(r, turn)| (r * turn.cos(), r * turn.sin())).collect();
/// ax.add(TriPlot::from_points(&seeds).width(1.0).marker("o").marker_size(3).marker_color("C1"));
/// ax.set_aspect("equal");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("tri_plot", fig);
/// ```
#[doc = include_str!("../../docs/tri_plot.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "triplot")]
#[derive(Debug, Clone)]
pub struct TriPlot {
    points: Triangulation,
    trace: Trace,
    common: Common,
}

impl TriPlot {
    /// Triangles between points at `x` and `y`. A point that is not finite is in none.
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Data,
        Y: Data,
    {
        let points = Triangulation::new(x, y);
        Self { points, trace: Trace::default(), common: Common::default() }
    }

    /// Moves the points. The triangles between them are found anew, unless they were given.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: Data,
        Y: Data,
    {
        self.set_x(x).set_y(y)
    }

    /// The sides in pixels, as far as they are near `bounds`.
    fn sides(&self, pen: &Pen<'_>, bounds: Rect) -> BezPath {
        let triangles: Vec<_> = self.points.shown().map(|(_, corners)| corners).collect();
        let Triangulation { x, y, .. } = &self.points;
        let mut path = BezPath::new();
        for side in self.points.sides(&triangles) {
            let [from, to] = side.map(|at| pen.transform.at(x[at as usize], y[at as usize]));
            if let Some((from, to)) = segment(from, to, bounds) {
                path.move_to(from);
                path.line_to(to);
            }
        }
        path
    }
}

triangulation_properties!(TriPlot, points);
stroke_properties!(TriPlot);
marks_properties!(TriPlot, trace.marks, "on each point", "none", "the line's");
point_data!(TriPlot, 2: new(x, y));
common_properties!(TriPlot);
crate::parts::outline::outline_properties!(TriPlot);

impl Draw for TriPlot {
    draw_common!(TriPlot);

    fn check(&self) -> Result<(), FigureError> {
        self.points.check("TriPlot")?;
        self.trace.check("TriPlot")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let path = self.sides(pen, pen.around());
        self.trace.stroke_path(pen, &self.common, &path);
    }

    fn extent(&self) -> Extent {
        self.points.extent()
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn zorders_above(&self) -> &'static [f64] {
        &[2.0]
    }

    /// The markers.
    fn draw_above(&self, _part: usize, pen: &mut Pen<'_>) {
        let (transform, frame) = (pen.transform, pen.frame);
        let Triangulation { x, y, .. } = &self.points;
        let points = x.iter().zip(&**y).map(|(&x, &y)| transform.at(x, y));
        let points = points.filter(|point| point.is_finite());
        self.trace.stamp(pen, &self.common, (points, 0), frame);
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.trace.draw_key(pen, &self.common, area);
    }

    fn key_size(&self, point: f64, key: &KeyStyle) -> Size {
        self.trace.key_size(point, key)
    }

    fn key_color(&self, _style: &crate::Style) -> Option<crate::Color> {
        self.trace.key_color()
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.trace.take_color(cycle);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        self.sides(pen, pen.frame)
    }
}
