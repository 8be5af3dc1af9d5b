//! The areas between the levels of a field, each of one colour.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::data::{Data, DataRows},
    parts::{
        common::{Common, common_properties, draw_common},
        field::{Field, GridSamples, draw_field, grid_field_properties},
        level_bands::{LevelBands, draw_level_bands, level_band_properties},
    },
};

/// Values on a grid, shown as bands of colour between levels, as matplotlib's `contourf`. Where a
/// value is missing there is a hole.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let (x, y) = (linspace(-3.0, 3.0, 80), linspace(-2.0, 2.0, 60));
/// let values = y.iter().map(|y| x.iter().map(move |x| (x * y).sin()));
/// let bands = ax.add(ContourFilled::new(&x, &y, values).level_count(8).cmap("RdBu"));
/// ax.colorbar(bands);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("contour_filled", fig);
/// ```
#[doc = include_str!("../../docs/contour_filled.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "contourf")]
#[derive(Debug, Clone)]
pub struct ContourFilled {
    field: Field<GridSamples>,
    bands: LevelBands,
    common: Common,
}

impl ContourFilled {
    /// Values at every pair of `x` and `y`: one row for each y, as long as there are of x. Both
    /// must increase or decrease, in steps of any size.
    pub fn new<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        let field = Field::new(GridSamples::new(x, y, values));
        Self { field, bands: LevelBands::default(), common: Common::default() }
    }
}

level_band_properties!(ContourFilled);
grid_field_properties!(
    ContourFilled,
    "The values between which there are bands, increasing; two or more."
);
common_properties!(ContourFilled);
crate::parts::outline::outline_properties!(ContourFilled);

impl Draw for ContourFilled {
    draw_common!(ContourFilled);
    draw_field!();
    draw_level_bands!();

    fn check(&self) -> Result<(), FigureError> {
        self.field.check("ContourFilled", 2)?;
        self.bands.check("ContourFilled", &self.field)
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::standing(self.field.samples.standing.is_said())
    }
}
