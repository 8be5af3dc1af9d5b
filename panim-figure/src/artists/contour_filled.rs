//! The areas between the levels of a field, each of one colour.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        data::{Data, DataRows},
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorList, ColorSpec, checked_color, mapping::Mapping},
    numeric::isolines::Isolines,
    parts::{
        common::{Common, common_properties, draw_common},
        field::{Field, draw_field, field_properties},
        hatching::{Hatching, hatches_properties},
        levels::{Banded, Extend},
        patch,
    },
    pen::Pen,
};
use std::borrow::Cow;
use vello_cpu::{kurbo::BezPath, peniko::Fill};

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
    field: Field,
    colors: Vec<ColorSpec>,
    hatching: Hatching,
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
        let (hatching, common) = (Hatching::default(), Common::default());
        Self { field: Field::new(x, y, values), colors: Vec::new(), hatching, common }
    }

    /// The ends of the bands; those of open ones are infinite.
    fn bounds(&self) -> Vec<f64> {
        let mut bounds = self.field.chosen_levels();
        let (below, above) = self.field.levels.extend.ends();
        if below && !bounds.is_empty() {
            bounds.insert(0, f64::NEG_INFINITY);
        }
        if above && !bounds.is_empty() {
            bounds.push(f64::INFINITY);
        }
        bounds
    }

    fn mapped(&self, bounds: &[f64]) -> Cow<'_, Mapping> {
        self.field.mapped(bounds.iter().copied().filter(|bound| bound.is_finite()))
    }

    /// One colour for each band: that of the value in its middle.
    fn band_colors(&self, bounds: &[f64]) -> Vec<Color> {
        let bands = bounds.windows(2);
        if !self.colors.is_empty() {
            let colors = self.colors.iter().cycle().map(ColorSpec::get);
            return bands.zip(colors).map(|(_, c)| c.unwrap_or(Color::TRANSPARENT)).collect();
        }
        let mapping = self.mapped(bounds);
        let middle = |band: &[f64]| match (band[0], band[1]) {
            // what is open has the first or the last colour
            (f64::NEG_INFINITY, _) if self.field.is_log() => f64::MIN_POSITIVE,
            (f64::NEG_INFINITY, _) => f64::MIN / 2.0,
            (_, f64::INFINITY) => f64::MAX / 2.0,
            (low, high) if self.field.is_log() => (low.ln() / 2.0 + high.ln() / 2.0).exp(),
            (low, high) => f64::midpoint(low, high),
        };
        bands.map(|band| mapping.color(middle(band))).collect()
    }

    /// The bands in the order in which they are drawn: in space the farthest first.
    fn order(&self, pen: &Pen<'_>, bounds: &[f64]) -> Vec<usize> {
        let mut bands: Vec<_> = (0..bounds.len().saturating_sub(1)).collect();
        let Some(space) = pen.space.filter(|_| self.field.standing.offset.is_none()) else {
            return bands;
        };
        let (x, y) = (&self.field.grid.x, &self.field.grid.y);
        let center = |lines: &[f64]| match (lines.first(), lines.last()) {
            (Some(first), Some(last)) => f64::midpoint(*first, *last),
            _ => f64::NAN,
        };
        let zdir = self.field.standing.zdir.unwrap_or_default();
        let depth = |band: usize| {
            let level = middle(bounds[band], bounds[band + 1]);
            space.see(zdir.moved([center(x), center(y), 0.0], level)).depth
        };
        bands.sort_by(|a, b| depth(*b).total_cmp(&depth(*a)));
        bands
    }

    /// The shape of what lies between two bounds.
    fn band(&self, pen: &Pen<'_>, field: &mut Isolines<'_>, low: f64, high: f64) -> BezPath {
        let mut shape = BezPath::new();
        let level = middle(low, high);
        for ring in field.band(low, high) {
            let corners = ring.points.iter().map(|&place| match &pen.space {
                Some(space) => space.at(self.field.point(place, level)),
                None => pen.transform.at(place.0, place.1),
            });
            shape.extend(patch::polygon(corners, pen.around()));
        }
        shape
    }
}

/// Between two bounds, of which one may be infinite.
fn middle(low: f64, high: f64) -> f64 {
    match (low.is_finite(), high.is_finite()) {
        (true, false) => low,
        (false, true) => high,
        _ => f64::midpoint(low, high),
    }
}

properties! { ContourFilled {
    /// Whether what is below the first level or above the last one has a colour too; default: no.
    extend / set_extend(extend: impl OneOf<Extend>) |contour| {
        contour.common.misnamed.set("extend", extend, &mut contour.field.levels.extend);
    };
    /// Colours for the bands from the lowest to the highest instead of those of `cmap`; with fewer
    /// colours than bands they repeat.
    colors / set_colors(colors: impl ColorList) |contour| {
        contour.colors = colors.colors().map(Into::into).collect();
    };
} }
field_properties!(
    ContourFilled,
    "The values between which there are bands, increasing; two or more."
);
hatches_properties!(ContourFilled, hatching, "band, the lowest first,");
common_properties!(ContourFilled);
crate::parts::outline::outline_properties!(ContourFilled);

impl Draw for ContourFilled {
    draw_common!(ContourFilled);
    draw_field!();

    fn check(&self) -> Result<(), FigureError> {
        self.field.check("ContourFilled", 2)?;
        self.colors.iter().try_for_each(|color| checked_color("ContourFilled", "colors", color))?;
        self.hatching.check("ContourFilled")?;
        self.mapped(&self.bounds()).check("ContourFilled")
    }

    /// Bands are laid over each other from the lowest up, each reaching under all above it: two
    /// that met in a line would let the background shine through along it.
    fn draw(&self, pen: &mut Pen<'_>) {
        let mut bounds = self.bounds();
        let colors = self.band_colors(&bounds);
        if let Some(first) = bounds.first_mut() {
            // values that are the first level belong to the first band
            *first = first.next_down();
        }
        let leveled = self.field.leveled();
        let mut field = leveled.isolines();
        if self.common.alpha < 1.0 {
            pen.scene.push_group(self.common.alpha);
        }
        // under what can be seen through, nothing else may lie; in space each is at a place of its own
        let are_apart = pen.space.is_some() && self.field.standing.offset.is_none();
        let is_opaque = |band: &usize| colors[*band].alpha() >= 1.0 && !are_apart;
        for band in self.order(pen, &bounds) {
            let color = colors[band];
            let above = band + 1..colors.len();
            let end = if is_opaque(&band) {
                above.clone().find(|band| !is_opaque(band)).unwrap_or(above.end)
            } else {
                above.start
            };
            let shape = self.band(pen, &mut field, bounds[band], bounds[end]);
            pen.scene.fill(&shape, color);
        }
        if self.hatching.is_some() {
            // as clear as all of them together are
            let common = Common::default();
            for (band, pair) in bounds.windows(2).enumerate() {
                let shape = (band, &self.band(pen, &mut field, pair[0], pair[1]));
                self.hatching.draw(pen, &common, shape, Fill::NonZero, None);
            }
        }
        if self.common.alpha < 1.0 {
            pen.scene.pop_group();
        }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn banded(&self) -> Option<Banded> {
        let bounds = self.field.levels.known().filter(|levels| levels.len() > 1)?.to_vec();
        let (colors, extend) = (self.band_colors(&self.bounds()), self.field.levels.extend);
        let hatching = self.hatching.clone();
        Some(Banded::Bands { bounds, colors, extend, hatching })
    }
}
