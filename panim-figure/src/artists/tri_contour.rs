//! The lines along which values at points are the same.

use crate::{
    FigureError,
    artist::Draw,
    base::data::Data,
    parts::{
        common::{Common, common_properties, draw_common},
        field::{Field, PointSamples, draw_field, point_field_properties},
        level_lines::{LevelLines, draw_level_lines, level_line_properties},
    },
};

/// Values at points anywhere, shown as the lines along which they are the same, as matplotlib's `tricontour`. Within
/// the triangles between the points, which are given or found, values change linearly. A line ends where a value is
/// missing.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # let (x, y) = (docs::normal(0.0, 1.2, 400), docs::normal(0.1, 1.2, 400));
/// // 400 points by chance, and a value at each
/// let z: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x * (-x * x - y * y).exp()).collect();
/// ax.add(TriPlot::new(&x, &y).color("0.8").width(0.5));
/// ax.add(TriContour::new(&x, &y, &z).level_count(12).cmap("RdBu_r"));
/// ax.set_xlim(-2.0, 2.0).set_ylim(-1.5, 1.5);
/// # docs::check("tri_contour", fig);
/// ```
#[doc = include_str!("../../docs/tri_contour.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "tricontour")]
#[derive(Debug, Clone)]
pub struct TriContour {
    field: Field<PointSamples>,
    lines: LevelLines,
    common: Common,
}

impl TriContour {
    /// Points at `x` and `y`, and the value of each.
    pub fn new<X, Y, V>(x: X, y: Y, values: V) -> Self
    where
        X: Data,
        Y: Data,
        V: Data,
    {
        let field = Field::new(PointSamples::new(x, y, values));
        Self { field, lines: LevelLines::default(), common: Common::default() }
    }
}

level_line_properties!(TriContour);
point_field_properties!(TriContour, "The values to draw lines at, increasing.");
common_properties!(TriContour);
crate::parts::outline::outline_properties!(TriContour);

impl Draw for TriContour {
    draw_common!(TriContour);
    draw_field!();
    draw_level_lines!();

    fn check(&self) -> Result<(), FigureError> {
        self.field.check("TriContour", 1)?;
        self.lines.check("TriContour")?;
        self.field.mapped(self.field.chosen_levels().into_iter()).check("TriContour")
    }
}
