//! Bars: a row of rectangles, vertical or horizontal, with their errors and their values.

mod above;
#[cfg(test)]
mod tests;
mod values;

use crate::{
    AxisScale, FigureError, Font, Format, Places, Weight,
    artist::Draw,
    base::{
        check::{checked_lengths, checked_positive, checked_size},
        data::{
            Broadcast, Column, Data, ErrorReach, Errors, Number, PerPoint, PlaceColumn, point_data,
        },
        extent::Extent,
        properties::properties,
        wanted::Wanted,
        word::OneOf,
    },
    color::{ColorList, ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, common_properties, draw_common},
        hatching::hatches_properties,
        patch::{self, Patch, draw_patch, patch_properties},
    },
    pen::Pen,
    text::lettering::Lettering,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A bar at each x, from its foot to its foot plus its height. A bar whose place or height is not
/// finite is left out.
///
/// Errors and values that are written at the bars belong to them and move with them.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let (wind, sun) = ([5, 7, 8, 10], [2, 3, 5, 6]);
/// for (name, height, bottom) in [("wind", wind, [0; 4]), ("sun", sun, wind)] {
///     let bars = Bars::new(0..4, height).bottom(bottom).label(name);
///     ax.add(bars.value_labels(Format::digits(0)).value_labels_inside(true));
/// }
/// ax.set_xticks(0..4).set_xticklabels(["2021", "2022", "2023", "2024"]);
/// ax.set_ylabel("energy (TWh)").set_legend(Legend::new().loc(Loc::UpperLeft));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("bars", fig);
/// ```
#[doc = include_str!("../../docs/bars.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("bar", "barh"))]
#[derive(Debug, Clone)]
pub struct Bars {
    x: PlaceColumn,
    height: Column,
    bottom: Broadcast,
    width: Option<f64>,
    horizontal: bool,
    colors: Vec<ColorSpec>,
    /// Empty: none.
    errors: ErrorReach,
    error_color: Option<ColorSpec>,
    error_width: f64,
    cap_size: f64,
    cap_thick: f64,
    values: Option<Format>,
    values_inside: bool,
    lettering: Lettering,
    moving: bool,
    patch: Patch,
    common: Common,
}

/// Fraction of the distance between bars that they are wide.
const WIDTH: f64 = 0.8;

impl Bars {
    /// Bars centred at `x`, numbers or names of categories, of these heights, which must be equally
    /// many. They stand on 0.
    pub fn new<X, H>(x: X, height: H) -> Self
    where
        X: Places,
        H: Data,
    {
        Self {
            x: PlaceColumn::new(x),
            height: Column::new(height),
            bottom: Broadcast::new(0),
            width: None,
            horizontal: false,
            colors: Vec::new(),
            errors: ErrorReach::none(),
            error_color: None,
            error_width: 1.5,
            cap_size: 3.0,
            cap_thick: 1.0,
            values: None,
            values_inside: false,
            lettering: Lettering::default(),
            moving: false,
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Lays the bars on their side: x becomes y, and height length to the right.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Moves the bars' places and tops; `x` and `height` must be equally many.
    pub fn set_data<X, H>(&mut self, x: X, height: H) -> &mut Self
    where
        X: Places,
        H: Data,
    {
        self.set_x(x).set_height(height)
    }

    /// Moves the bars' tops; as many as there are bars.
    pub fn set_height<H: Data>(&mut self, height: H) -> &mut Self {
        (self.height, self.moving) = (Column::new(height), true);
        self
    }

    /// Moves the bars to these places; as many as there are bars.
    pub fn set_x<X: Places>(&mut self, x: X) -> &mut Self {
        (self.x, self.moving) = (PlaceColumn::new(x), true);
        self
    }

    /// What the bars stand on, one number for all or one for each: the tops of the bars below, to stack
    /// them. Default: 0.
    #[must_use]
    pub fn bottom<K>(mut self, bottom: impl PerPoint<K>) -> Self {
        self.set_bottom(bottom);
        self
    }

    /// As [`Bars::bottom`].
    pub fn set_bottom<K>(&mut self, bottom: impl PerPoint<K>) -> &mut Self {
        (self.bottom, self.moving) = (Broadcast::new(bottom), true);
        self
    }

    /// Errors of the bars' tops, one for all or one for each: a line from `top - error` to
    /// `top + error`; `(lower, upper)` where they differ. What is not finite is left out. Default: none.
    #[doc(alias("yerr", "xerr"))]
    #[must_use]
    pub fn errors<K>(mut self, errors: impl Errors<K>) -> Self {
        self.set_errors(errors);
        self
    }

    /// As [`Bars::errors`].
    pub fn set_errors<K>(&mut self, errors: impl Errors<K>) -> &mut Self {
        (self.errors, self.moving) = (ErrorReach::new(errors), true);
        self
    }

    /// The place, foot and top of each bar that has them.
    fn bars(&self) -> impl Iterator<Item = (usize, [f64; 3])> {
        let bars = self.x.iter().zip(&*self.height).zip(0..);
        bars.map(|((&x, &height), i)| (i, [x, height, self.bottom.at(i)]))
            .map(|(i, [x, height, foot])| (i, [x, foot, foot + height]))
            .filter(|(_, bar)| bar.iter().all(|value| value.is_finite()))
    }

    /// On the pixels: `along` the bars, and across them.
    fn at(&self, pen: &Pen<'_>, across: f64, along: f64) -> Point {
        if self.horizontal {
            pen.transform.at(along, across)
        } else {
            pen.transform.at(across, along)
        }
    }

    /// Half the width of a bar on axes with these scales.
    fn half(&self, (x, y): (AxisScale, AxisScale)) -> f64 {
        let scale = if self.horizontal { y } else { x };
        self.width.unwrap_or_else(|| WIDTH * scale.unit(self.x.iter().copied())) / 2.0
    }

    fn shape(&self, pen: &Pen<'_>, half: f64, [x, foot, top]: [f64; 3]) -> BezPath {
        let (left, right) = (x - half, x + half);
        patch::block(pen, (left, right), (foot, top), self.horizontal)
    }
}

properties! { Bars {
    /// Width of each bar in data coordinates, which are seconds on an axis of dates. Default: 0.8;
    /// on an axis of dates 0.8 of the smallest distance between two bars, or of a day for a bar that
    /// stands alone.
    width / set_width(width: impl Number) |bars| bars.width = Some(width.value());
    /// Colours each bar by itself; with fewer colours than bars they repeat.
    colors / set_colors(colors: impl ColorList) |bars| {
        bars.colors = colors.colors().map(Into::into).collect();
    };
    /// Colour of the errors; default: the style's for edges.
    error_color / set_error_color(color: impl IntoColor) |bars| {
        bars.error_color = Some(color.into());
    };
    /// Width of the errors' lines in points; default: 1.5.
    error_width / set_error_width(width: impl Number) |bars| bars.error_width = width.value();
    /// Half the length of the errors' caps in points; default: 3; 0 for none.
    #[doc(alias = "capsize")]
    cap_size / set_cap_size(size: impl Number) |bars| bars.cap_size = size.value();
    /// Width of the caps' lines in points; default: 1, however wide the others are.
    cap_thick / set_cap_thick(width: impl Number) |bars| bars.cap_thick = width.value();
    /// Writes at the end of each bar where it ends: a [`Format`] or a closure of the value. It may
    /// reach beyond the axes. Default: none.
    #[doc(alias("bar_label", "fmt"))]
    value_labels / set_value_labels(format: impl Into<Format>) |bars| {
        bars.values = Some(format.into());
    };
    /// Writes the height of each bar into its middle instead; default: false.
    value_labels_inside / set_value_labels_inside(on: bool) |bars| bars.values_inside = on;
    /// Size of the values' text in points; default: the style's font size.
    value_label_size / set_value_label_size(size: impl Number) |bars| {
        bars.lettering.font.size = Some(size.value());
    };
    /// Colour of the values' text; default: the style's for text.
    value_label_color / set_value_label_color(color: impl IntoColor) |bars| {
        bars.lettering.color = Some(color.into());
    };
    /// Weight of the values' text; default: regular.
    value_label_weight / set_value_label_weight(weight: impl OneOf<Weight>) |bars| {
        bars.common.misnamed.set("value_label_weight", weight, &mut bars.lettering.font.weight);
    };
    /// Family, size, weight and style of the values' text: what the [`Font`] says.
    value_label_font / set_value_label_font(font: impl Into<Font>) |bars| {
        bars.lettering.font.set(font.into());
    };
} }
patch_properties!(Bars);
hatches_properties!(Bars, patch.hatching, "bar");
point_data!(Bars, 2: new(x, height));
common_properties!(Bars);
crate::parts::outline::outline_properties!(Bars);

/// Where the errors and the values of all bars stand, as matplotlib's: above the bars of others.
const ERRORS: f64 = 2.0;
const VALUES: f64 = 3.0;

impl Draw for Bars {
    draw_common!(Bars);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Bars", ("x", self.x.len()), ("height", self.height.len()))?;
        self.bottom.check("Bars", ("x", self.x.len()), "bottom")?;
        checked_positive("Bars", "width", ("a width", self.width.unwrap_or(WIDTH)))?;
        self.values.as_ref().map_or(Ok(()), |format| format.check("Bars", "value_labels"))?;
        self.colors.iter().try_for_each(|color| checked_color("Bars", "colors", color))?;
        if !self.errors.is_empty() {
            self.errors.check("Bars", "errors", self.x.len())?;
        }
        if let Some(color) = &self.error_color {
            checked_color("Bars", "error_color", color)?;
        }
        checked_size("Bars", "error_width", self.error_width)?;
        checked_size("Bars", "cap_size", self.cap_size)?;
        checked_size("Bars", "cap_thick", self.cap_thick)?;
        let [size, font, color] = ["value_label_size", "value_label_font", "value_label_color"];
        self.lettering.check("Bars", [size, font, color, font, font])?;
        self.patch.check("Bars")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (half, own) = (self.half(pen.transform.scales()), self.patch.face());
        for (i, bar) in self.bars() {
            let shape = self.shape(pen, half, bar);
            let face = match self.colors.len() {
                0 => &own,
                n => &self.colors[i % n],
            };
            self.patch.draw_one(pen, &self.common, (i, &shape), face);
        }
    }

    fn zorders_above(&self) -> &'static [f64] {
        match (self.errors.is_empty(), self.values.is_none()) {
            (true, true) => &[],
            (false, true) => &[ERRORS],
            (true, false) => &[VALUES],
            (false, false) => &[ERRORS, VALUES],
        }
    }

    fn draw_above(&self, part: usize, pen: &mut Pen<'_>) {
        if self.zorders_above().get(part) == Some(&VALUES) {
            let values = self.written_values(pen);
            self.lettering.draw(pen, &self.common, &values);
        } else if let Some(errors) = self.error_bars() {
            let own = self.error_color.as_ref().and_then(|color| color.get().ok());
            errors.color(own.unwrap_or(pen.style.edge)).draw(pen);
        }
    }

    fn is_cut(&self, part: usize) -> bool {
        part == 0 || self.zorders_above().get(part - 1) != Some(&VALUES)
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        let half = self.half(pen.transform.scales());
        self.bars().for_each(|(_, bar)| all.extend(self.shape(pen, half, bar)));
        all
    }

    fn extent(&self) -> Extent {
        self.extent_on(Default::default())
    }

    fn has_places(&self) -> bool {
        self.x.has_names()
    }

    fn take_places(&mut self, x: &mut Wanted, y: &mut Wanted) {
        self.x.take_places(if self.horizontal { y } else { x });
    }

    fn extent_on(&self, scales: (AxisScale, AxisScale)) -> Extent {
        let half = self.half(scales);
        let ends = |(_, [x, foot, top]): (usize, [f64; 3])| [(x - half, foot), (x + half, top)];
        let bars = Extent::of_points(self.bars().flat_map(ends));
        let bars = if self.horizontal { bars.transposed() } else { bars };
        let errors = self.error_bars().map(|errors| errors.extent()).unwrap_or_default();
        let mut extent = bars.union(errors);
        // bars stand on the axis: no margin under their feet
        let foot = self.bottom.get(0).unwrap_or(0.0);
        let along = if self.horizontal { &mut extent.x } else { &mut extent.y };
        *along = along.map(|reach| reach.sticking_at(foot));
        extent
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        self.values.as_ref()?;
        let values = self.written_values(pen);
        Some(values.iter().fold(pen.frame, |room, value| room.union(value.bounds())))
    }

    fn freeze(&mut self) {
        self.moving = false;
    }
}
