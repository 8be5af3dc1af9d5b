//! The lines along which a field has the same value.

#[cfg(test)]
mod tests;

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::data::{Data, DataRows},
    parts::{
        common::{Common, common_properties, draw_common},
        field::{Field, GridSamples, draw_field, grid_field_properties},
        level_lines::{LevelLines, draw_level_lines, level_line_properties},
    },
};

/// Values on a grid, shown as the lines along which they are the same, as matplotlib's `contour`.
/// A line ends where a value is missing.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let (x, y) = (linspace(-3.0, 3.0, 80), linspace(-2.0, 2.0, 60));
/// let saddle = y.iter().map(|y| x.iter().map(move |x| x * x - 2.0 * y * y));
/// ax.add(Contour::new(&x, &y, saddle).level_count(8).cmap("viridis").labels(true));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("contour", fig);
/// ```
#[doc = include_str!("../../docs/contour.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "contour")]
#[derive(Debug, Clone)]
pub struct Contour {
    field: Field<GridSamples>,
    lines: LevelLines,
    common: Common,
}

impl Contour {
    /// Values at every pair of `x` and `y`: one row for each y, as long as there are of x. Both
    /// must increase or decrease, in steps of any size.
    pub fn new<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        let field = Field::new(GridSamples::new(x, y, values));
        Self { field, lines: LevelLines::default(), common: Common::default() }
    }
}

level_line_properties!(Contour);
grid_field_properties!(Contour, "The values to draw lines at, increasing.");
common_properties!(Contour);
crate::parts::outline::outline_properties!(Contour);

impl Draw for Contour {
    draw_common!(Contour);
    draw_field!();
    draw_level_lines!();

    fn check(&self) -> Result<(), FigureError> {
        self.field.check("Contour", 1)?;
        self.lines.check("Contour")?;
        self.field.mapped(self.field.chosen_levels().into_iter()).check("Contour")
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::standing(self.field.samples.standing.is_said())
    }
}
