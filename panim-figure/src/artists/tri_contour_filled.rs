//! The areas between the levels of values at points, each of one colour.

use crate::{
    FigureError,
    artist::Draw,
    base::data::Data,
    parts::{
        common::{Common, common_properties, draw_common},
        field::{Field, PointSamples, draw_field, point_field_properties},
        level_bands::{LevelBands, draw_level_bands, level_band_properties},
    },
};

/// Values at points anywhere, shown as bands of colour between levels, as matplotlib's `tricontourf`. Within the
/// triangles between the points, which are given or found, values change linearly. Where a value is missing there is
/// a hole.
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
/// let bands = ax.add(TriContourFilled::new(&x, &y, &z).level_count(12).cmap("RdBu_r"));
/// ax.add(Scatter::new(&x, &y).size(4).color("k"));
/// ax.set_xlim(-2.0, 2.0).set_ylim(-1.5, 1.5).colorbar(bands);
/// # docs::check("tri_contour_filled", fig);
/// ```
#[doc = include_str!("../../docs/tri_contour_filled.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "tricontourf")]
#[derive(Debug, Clone)]
pub struct TriContourFilled {
    field: Field<PointSamples>,
    bands: LevelBands,
    common: Common,
}

impl TriContourFilled {
    /// Points at `x` and `y`, and the value of each.
    pub fn new<X, Y, V>(x: X, y: Y, values: V) -> Self
    where
        X: Data,
        Y: Data,
        V: Data,
    {
        let field = Field::new(PointSamples::new(x, y, values));
        Self { field, bands: LevelBands::default(), common: Common::default() }
    }
}

level_band_properties!(TriContourFilled);
point_field_properties!(
    TriContourFilled,
    "The values between which there are bands, increasing; two or more."
);
common_properties!(TriContourFilled);
crate::parts::outline::outline_properties!(TriContourFilled);

impl Draw for TriContourFilled {
    draw_common!(TriContourFilled);
    draw_field!();
    draw_level_bands!();

    fn check(&self) -> Result<(), FigureError> {
        self.field.check("TriContourFilled", 2)?;
        self.bands.check("TriContourFilled", &self.field)
    }
}
