//! The bands between levels, each of one colour: what filled contours have in common.

use crate::{
    FigureError,
    color::{Color, ColorSpec, checked_color, mapping::Mapping},
    numeric::isolines::Isolines,
    parts::{
        common::Common,
        field::{Field, FieldSamples},
        hatching::Hatching,
        levels::Banded,
        patch,
    },
    pen::Pen,
};
use std::borrow::Cow;
use vello_cpu::{kurbo::BezPath, peniko::Fill};

/// How bands look.
#[derive(Debug, Clone)]
pub(crate) struct LevelBands {
    /// From the lowest to the highest, or none for those of values.
    pub(crate) colors: Vec<ColorSpec>,
    pub(crate) hatching: Hatching,
}

impl Default for LevelBands {
    fn default() -> Self {
        Self { colors: Vec::new(), hatching: Hatching::of_collection() }
    }
}

/// The ends of the bands; those of open ones are infinite.
fn bounds<S: FieldSamples>(field: &Field<S>) -> Vec<f64> {
    let mut bounds = field.chosen_levels();
    let (below, above) = field.levels.extend.ends();
    if below && !bounds.is_empty() {
        bounds.insert(0, f64::NEG_INFINITY);
    }
    if above && !bounds.is_empty() {
        bounds.push(f64::INFINITY);
    }
    bounds
}

fn mapped<'a, S: FieldSamples>(field: &'a Field<S>, bounds: &[f64]) -> Cow<'a, Mapping> {
    field.mapped(bounds.iter().copied().filter(|bound| bound.is_finite()))
}

/// Between two bounds, of which one may be infinite.
fn middle(low: f64, high: f64) -> f64 {
    match (low.is_finite(), high.is_finite()) {
        (true, false) => low,
        (false, true) => high,
        _ => f64::midpoint(low, high),
    }
}

/// The bands in the order in which they are drawn: if they are apart in space, the farthest first.
fn order<S: FieldSamples>(pen: &Pen<'_>, field: &Field<S>, bounds: &[f64]) -> Vec<usize> {
    let mut bands: Vec<_> = (0..bounds.len().saturating_sub(1)).collect();
    let Some(space) = &pen.space else { return bands };
    let depth = |band: &usize| {
        let middle = field.samples.middle_at(middle(bounds[*band], bounds[band + 1]));
        middle.map_or(0.0, |middle| space.see(middle).depth)
    };
    bands.sort_by(|a, b| depth(b).total_cmp(&depth(a)));
    bands
}

/// The shape of what lies between two bounds.
fn band<S: FieldSamples>(
    pen: &Pen<'_>,
    field: &Field<S>,
    isolines: &mut Isolines<S::Cells<'_>>,
    (low, high): (f64, f64),
) -> BezPath {
    let mut shape = BezPath::new();
    let level = middle(low, high);
    for ring in isolines.band(low, high) {
        let corners = ring.points.iter().map(|&place| field.at(pen, place, level));
        shape.extend(patch::polygon(corners, pen.around()));
    }
    shape
}

impl LevelBands {
    /// One colour for each band: that of the value in its middle.
    fn band_colors<S: FieldSamples>(&self, field: &Field<S>, bounds: &[f64]) -> Vec<Color> {
        let bands = bounds.windows(2);
        if !self.colors.is_empty() {
            let colors = self.colors.iter().cycle().map(ColorSpec::get);
            return bands.zip(colors).map(|(_, c)| c.unwrap_or(Color::TRANSPARENT)).collect();
        }
        let mapping = mapped(field, bounds);
        let middle = |band: &[f64]| match (band[0], band[1]) {
            // what is open has the first or the last colour
            (f64::NEG_INFINITY, _) if field.is_log() => f64::MIN_POSITIVE,
            (f64::NEG_INFINITY, _) => f64::MIN / 2.0,
            (_, f64::INFINITY) => f64::MAX / 2.0,
            (low, high) if field.is_log() => (low.ln() / 2.0 + high.ln() / 2.0).exp(),
            (low, high) => f64::midpoint(low, high),
        };
        bands.map(|band| mapping.color(middle(band))).collect()
    }

    pub(crate) fn check<S: FieldSamples>(
        &self,
        name: &'static str,
        field: &Field<S>,
    ) -> Result<(), FigureError> {
        self.colors.iter().try_for_each(|color| checked_color(name, "colors", color))?;
        self.hatching.check(name)?;
        mapped(field, &bounds(field)).check(name)
    }

    /// Bands are laid over each other from the lowest up, each reaching under all above it: two
    /// that met in a line would let the background shine through along it.
    pub(crate) fn draw<S: FieldSamples>(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        field: &Field<S>,
    ) {
        let mut bounds = bounds(field);
        let colors = self.band_colors(field, &bounds);
        if let Some(first) = bounds.first_mut() {
            // values that are the first level belong to the first band
            *first = first.next_down();
        }
        let mut isolines = field.isolines();
        if common.alpha < 1.0 {
            pen.scene.push_group(common.alpha);
        }
        // under what can be seen through, nothing else may lie; in space each may be at a place of its own
        let are_apart = pen.space.is_some() && field.samples.middle_at(0.0).is_some();
        let is_opaque = |band: &usize| colors[*band].alpha() >= 1.0 && !are_apart;
        for at in order(pen, field, &bounds) {
            let above = at + 1..colors.len();
            let end = if is_opaque(&at) {
                above.clone().find(|band| !is_opaque(band)).unwrap_or(above.end)
            } else {
                above.start
            };
            let shape = band(pen, field, &mut isolines, (bounds[at], bounds[end]));
            pen.scene.fill(&shape, colors[at]);
        }
        if self.hatching.is_some() {
            // as clear as all of them together are
            let common = Common::default();
            for (at, pair) in bounds.windows(2).enumerate() {
                let shape = band(pen, field, &mut isolines, (pair[0], pair[1]));
                self.hatching.draw(pen, &common, (at, &shape), Fill::NonZero, None);
            }
        }
        if common.alpha < 1.0 {
            pen.scene.pop_group();
        }
    }

    pub(crate) fn banded<S: FieldSamples>(&self, field: &Field<S>) -> Option<Banded> {
        let levels = field.levels.known().filter(|levels| levels.len() > 1)?.to_vec();
        let colors = self.band_colors(field, &bounds(field));
        let (extend, hatching) = (field.levels.extend, self.hatching.clone());
        Some(Banded::Bands { bounds: levels, colors, extend, hatching })
    }
}

/// The properties of [`LevelBands`] for an artist with a `bands` field and a `field`.
macro_rules! level_band_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Whether what is below the first level or above the last one has a colour too; default: no.
            extend / set_extend(extend: impl $crate::OneOf<$crate::Extend>) |this| {
                this.common.misnamed.set("extend", extend, &mut this.field.levels.extend);
            };
            /// Colours for the bands from the lowest to the highest instead of those of `cmap`; with fewer
            /// colours than bands they repeat.
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.bands.colors = colors.colors().map(Into::into).collect();
            };
        } }
        $crate::parts::hatching::hatches_properties!(
            $artist,
            bands.hatching,
            "band, the lowest first,"
        );
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `bands` of a `field`.
macro_rules! draw_level_bands {
    () => {
        fn draw(&self, pen: &mut $crate::pen::Pen<'_>) {
            self.bands.draw(pen, &self.common, &self.field);
        }

        fn default_zorder(&self) -> f64 {
            1.0
        }

        fn banded(&self) -> Option<$crate::parts::levels::Banded> {
            self.bands.banded(&self.field)
        }
    };
}

pub(crate) use {draw_level_bands, level_band_properties};
