//! Pies: fractions of a whole.

mod named;
#[cfg(test)]
mod tests;
mod wedge;
mod words;

use crate::{
    Color, FigureError, Font, Format, Label, Style, Weight,
    artist::Draw,
    base::{
        check::{ANGLE, RADII, checked_lengths, checked_positive},
        data::{Column, Data, Number, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    color::{ColorList, ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, common_properties, draw_common},
        hatching::{Hatching, hatches_properties},
        patch::Patch,
    },
    pen::Pen,
    text::lettering::Lettering,
};
pub use named::{NamedValue, Wedges};
use std::f64::consts::TAU;
use vello_cpu::kurbo::{BezPath, Point, Rect, Shape};
use wedge::PieWedge;

/// A wedge for each value, as large as its fraction of them all.
///
/// A value of 0 has no wedge and no words, and values that are all 0 leave nothing to draw. The
/// axes is not drawn, shows 1.25 to each side of the middle, and a unit of x is as long as one of y, by default.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let pie = Pie::new([("wind", 38), ("sun", 27), ("water", 21), ("gas", 14)]);
/// ax.add(pie.percent(Format::percent(0)).explode([0.1, 0.0, 0.0, 0.0]).start_angle(90.0));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("pie", fig);
/// ```
#[doc = include_str!("../../docs/pie.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "pie")]
#[derive(Debug, Clone)]
pub struct Pie {
    values: Column,
    /// None, or one for each.
    explode: Column,
    /// None, or one for each.
    labels: Vec<Label>,
    percent: Option<Format>,
    start_angle: f64,
    counterclock: bool,
    radius: f64,
    hole: f64,
    center: (f64, f64),
    frame: bool,
    shadow: bool,
    normalize: bool,
    colors: Vec<ColorSpec>,
    label_distance: f64,
    percent_distance: f64,
    label_style: Lettering,
    percent_style: Lettering,
    moving: bool,
    patch: Patch,
    common: Common,
}

impl Pie {
    /// A wedge for each value, 0 or more, or for each pair of a name and a value:
    /// `[("wind", 38), ("sun", 27)]`.
    pub fn new<W: Wedges>(wedges: W) -> Self {
        let (values, labels) = named::columns(wedges);
        Self {
            values,
            explode: Column::default(),
            labels: labels.into_iter().map(Label::from).collect(),
            percent: None,
            start_angle: 0.0,
            counterclock: true,
            radius: 1.0,
            hole: 0.0,
            center: (0.0, 0.0),
            frame: false,
            shadow: false,
            normalize: true,
            colors: Vec::new(),
            label_distance: 1.1,
            percent_distance: 0.6,
            label_style: Lettering::default(),
            percent_style: Lettering::default(),
            moving: false,
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Moves the wedges; the words that belong to them follow.
    pub fn set_values<V: Data>(&mut self, values: V) -> &mut Self {
        (self.values, self.moving) = (Column::new(values), true);
        self
    }
}

properties! { Pie {
    /// Words beside the wedges, one for each, which are the names of the wedges in a legend too. Default: none.
    labels / set_labels(labels: impl IntoIterator<Item: Into<String>>) |pie| {
        pie.labels = labels.into_iter().map(|label| Label::from(label.into())).collect();
    };
    /// Writes each wedge's fraction of 1 into it: a [`Format`], such as `Format::percent(1)`, or a
    /// closure of the fraction. Default: none.
    #[doc(alias = "autopct")]
    percent / set_percent(format: impl Into<Format>) |pie| pie.percent = Some(format.into());
    /// Moves each wedge out of the middle, in data coordinates. Default: none.
    explode / set_explode(explode: impl Data) |pie| {
        (pie.explode, pie.moving) = (Column::new(explode), true);
    };
    /// Where the first wedge starts, in degrees counter-clockwise from the right; default: 0.
    #[doc(alias = "startangle")]
    start_angle / set_start_angle(degrees: impl Number) |pie| {
        (pie.start_angle, pie.moving) = (degrees.value(), true);
    };
    /// Whether the wedges go around counter-clockwise; default: true.
    counterclock / set_counterclock(on: bool) |pie| pie.counterclock = on;
    /// Radius in data coordinates; default: 1.
    radius / set_radius(radius: impl Number) |pie| (pie.radius, pie.moving) = (radius.value(), true);
    /// Radius of a hole in the middle, in data coordinates; default: 0, no hole.
    #[doc(alias("wedgeprops", "donut"))]
    hole / set_hole(radius: impl Number) |pie| pie.hole = radius.value();
    /// The middle of the pie in data coordinates; default: (0, 0).
    center / set_center(center: (impl Number, impl Number)) |pie| {
        (pie.center, pie.moving) = ((center.0.value(), center.1.value()), true);
    };
    /// Draws the axes around the pie, and lets its limits follow the pie and what else is in it; default: false.
    frame / set_frame(on: bool) |pie| pie.frame = on;
    /// Draws a shadow behind each wedge, below it to the left; default: false.
    shadow / set_shadow(on: bool) |pie| pie.shadow = on;
    /// Whether the values are parts of their sum; default: true. Else they are fractions of a whole pie, 1 or less
    /// together, and what they leave of it is free.
    normalize / set_normalize(on: bool) |pie| pie.normalize = on;
    /// Colours of the wedges; with fewer colours than wedges they repeat. `C0`, `C1`, .. by
    /// default.
    colors / set_colors(colors: impl ColorList) |pie| {
        pie.colors = colors.colors().map(Into::into).collect();
    };
    /// Colour of the wedges' edges; default: that of the style's edges, black. An edge is drawn
    /// once its colour or its width is given.
    edge_color / set_edge_color(color: impl IntoColor) |pie| {
        pie.patch.edge_color = Some(color.into());
    };
    /// Width of the wedges' edges in points; default: 1. An edge is drawn once its colour or its
    /// width is given.
    edge_width / set_edge_width(width: impl Number) |pie| pie.patch.edge_width = Some(width.value());
    /// How far from the middle the labels stand, in radii; default: 1.1.
    label_distance / set_label_distance(radii: impl Number) |pie| pie.label_distance = radii.value();
    /// Size of the labels in points; default: the style's font size.
    label_size / set_label_size(size: impl Number) |pie| {
        pie.label_style.font.size = Some(size.value());
    };
    /// Colour of the labels; default: the style's for text.
    label_color / set_label_color(color: impl IntoColor) |pie| {
        pie.label_style.color = Some(color.into());
    };
    /// Weight of the labels; default: regular.
    label_weight / set_label_weight(weight: impl OneOf<Weight>) |pie| {
        pie.common.misnamed.set("label_weight", weight, &mut pie.label_style.font.weight);
    };
    /// Family, size, weight and style of the labels: what the [`Font`] says.
    label_font / set_label_font(font: impl Into<Font>) |pie| pie.label_style.font.set(font.into());
    /// How far from the middle the percentages stand, in radii; default: 0.6.
    percent_distance / set_percent_distance(radii: impl Number) |pie| pie.percent_distance = radii.value();
    /// Size of the percentages in points; default: the style's font size.
    percent_size / set_percent_size(size: impl Number) |pie| {
        pie.percent_style.font.size = Some(size.value());
    };
    /// Colour of the percentages; default: the style's for text.
    percent_color / set_percent_color(color: impl IntoColor) |pie| {
        pie.percent_style.color = Some(color.into());
    };
    /// Weight of the percentages; default: regular.
    percent_weight / set_percent_weight(weight: impl OneOf<Weight>) |pie| {
        pie.common.misnamed.set("percent_weight", weight, &mut pie.percent_style.font.weight);
    };
    /// Family, size, weight and style of the percentages: what the [`Font`] says.
    percent_font / set_percent_font(font: impl Into<Font>) |pie| pie.percent_style.font.set(font.into());
} }
hatches_properties!(Pie, patch.hatching, "wedge");
no_data!(Pie: new(values) set_values);
common_properties!(Pie);
crate::parts::outline::outline_properties!(Pie);

/// How far a shadow is from its wedge, in data coordinates for each pixel that a point has: matplotlib's.
const SHADOW: f64 = 0.02;

/// How far a pie's limits reach, as matplotlib's.
const REACH: f64 = 1.25;

impl Pie {
    fn wedges(&self) -> Vec<PieWedge> {
        let all = if self.normalize { self.values.iter().sum() } else { 1.0 };
        let turn = if self.counterclock { TAU } else { -TAU };
        let mut from = self.start_angle.to_radians();
        let mut wedges = Vec::with_capacity(self.values.len());
        for (of, value) in self.values.iter().enumerate() {
            let fraction = value / all;
            if fraction.is_nan() || fraction <= 0.0 {
                continue;
            }
            let to = from + turn * fraction;
            let out = self.explode.get(of).copied().unwrap_or(0.0);
            let (sin, cos) = f64::midpoint(from, to).sin_cos();
            wedges.push(PieWedge {
                of,
                fraction,
                from,
                to,
                center: (self.center.0 + out * cos, self.center.1 + out * sin),
            });
            from = to;
        }
        wedges
    }

    fn shape(&self, pen: &Pen<'_>, wedge: &PieWedge) -> BezPath {
        let mut shape = BezPath::new();
        for outline in wedge.outlines(self.radius, self.hole) {
            let corners: Vec<Point> =
                outline.into_iter().map(|(x, y)| pen.transform.at(x, y)).collect();
            if corners.iter().any(|corner| !corner.is_finite()) {
                continue;
            }
            for (i, corner) in corners.into_iter().enumerate() {
                if i == 0 { shape.move_to(corner) } else { shape.line_to(corner) }
            }
            shape.close_path();
        }
        shape
    }

    /// The colour of the wedge of a value.
    fn face(&self, style: &Style, of: usize) -> ColorSpec {
        match self.colors.len() {
            0 => style.cycle_color(of).into(),
            n => self.colors[of % n].clone(),
        }
    }

    /// As matplotlib's, darker and half clear.
    fn draw_shadows(&self, pen: &mut Pen<'_>, wedges: &[PieWedge]) {
        let off = SHADOW * pen.point;
        for wedge in wedges {
            let (x, y) = wedge.center;
            let shadow = PieWedge { center: (x - off, y - off), ..*wedge };
            let shape = self.shape(pen, &shadow);
            let color = self.face(pen.style, wedge.of).get().unwrap_or(Color::BLACK);
            let [r, g, b, _] = color.to_rgba8().map(|level| (f64::from(level) * 0.3).round() as u8);
            let shade: ColorSpec = Color::rgba(r, g, b, 0.5).into();
            let edge_color = self.patch.edge(pen.style).map(|_| shade.clone());
            let hatching = Hatching::default();
            let patch = Patch { edge_color, hatching, ..self.patch.clone() };
            patch.draw_faced(pen, &self.common, &shape, &shade);
        }
    }
}

impl Draw for Pie {
    draw_common!(Pie);

    fn check(&self) -> Result<(), FigureError> {
        let error = |argument, message| Err(FigureError::new("Pie", argument, message));
        if let Some(value) = self.values.iter().find(|value| !(value.is_finite() && **value >= 0.0))
        {
            return error(
                "values",
                format!("{} is not a part of a whole, 0 or more", written(*value)),
            );
        }
        let values = ("values", self.values.len());
        let all: f64 = self.values.iter().sum();
        // fractions that are rounded may be a little more than 1
        if !self.normalize && all > 1.0 + 1e-9 {
            let message =
                format!("are {} together, more than a whole, 1; or normalize them", written(all));
            return error("values", message);
        }
        if !(self.center.0.is_finite() && self.center.1.is_finite()) {
            let (x, y) = (written(self.center.0), written(self.center.1));
            return error("center", format!("({x}, {y}) is not a place"));
        }
        if !self.labels.is_empty() {
            checked_lengths("Pie", values, ("labels", self.labels.len()))?;
        }
        if !self.explode.is_empty() {
            checked_lengths("Pie", values, ("explode", self.explode.len()))?;
        }
        if let Some(out) = self.explode.iter().find(|out| !out.is_finite()) {
            return error("explode", format!("{out} is not a distance"));
        }
        ANGLE.check("Pie", "start_angle", self.start_angle)?;
        checked_positive("Pie", "radius", ("a radius", self.radius))?;
        self.percent.as_ref().map_or(Ok(()), |format| format.check("Pie", "percent"))?;
        if !(0.0..self.radius).contains(&self.hole) {
            let (hole, radius) = (written(self.hole), written(self.radius));
            let message = format!("{hole} is not between 0 and the radius, {radius}");
            return error("hole", message);
        }
        let distances =
            [("label_distance", self.label_distance), ("percent_distance", self.percent_distance)];
        for (argument, distance) in distances {
            RADII.check("Pie", argument, distance)?;
        }
        self.colors.iter().try_for_each(|color| checked_color("Pie", "colors", color))?;
        let of = |size, font, color| [size, font, color, font, font];
        self.label_style.check("Pie", of("label_size", "label_font", "label_color"))?;
        self.percent_style.check("Pie", of("percent_size", "percent_font", "percent_color"))?;
        self.patch.check("Pie")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let wedges = self.wedges();
        if self.shadow {
            self.draw_shadows(pen, &wedges);
        }
        for wedge in &wedges {
            let shape = self.shape(pen, wedge);
            let face = self.face(pen.style, wedge.of);
            self.patch.draw_one(pen, &self.common, (wedge.of, &shape), &face);
        }
    }

    fn zorders_above(&self) -> &'static [f64] {
        if self.labels.is_empty() && self.percent.is_none() { &[] } else { &[3.0] }
    }

    fn draw_above(&self, _part: usize, pen: &mut Pen<'_>) {
        let wedges = self.wedges();
        let labels = self.written_labels(pen, &wedges);
        self.label_style.draw(pen, &self.common, &labels);
        let percents = self.written_percents(pen, &wedges);
        self.percent_style.draw(pen, &self.common, &percents);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        self.wedges().iter().for_each(|wedge| all.extend(self.shape(pen, wedge)));
        all
    }

    fn extent(&self) -> Extent {
        if self.frame {
            let outlines =
                self.wedges().into_iter().flat_map(|w| w.outlines(self.radius, self.hole));
            return Extent::of_points(outlines.flatten());
        }
        let reach = |middle: f64| Reach::of_edges(middle - REACH, middle + REACH);
        Extent::flat(reach(self.center.0), reach(self.center.1))
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn is_equal_aspect(&self) -> bool {
        true
    }

    fn hides_axes(&self) -> bool {
        !self.frame
    }

    fn part_labels(&self) -> &[Label] {
        &self.labels
    }

    fn part_color(&self, wedge: usize, style: &Style) -> Option<Color> {
        self.face(style, wedge).get().ok()
    }

    fn draw_part_key(&self, wedge: usize, pen: &mut Pen<'_>, area: Rect) {
        let face = self.face(pen.style, wedge);
        self.patch.draw_key_of(pen, &self.common, (wedge, area), &face);
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let wedges = self.wedges();
        let edge = self.patch.edge_width.unwrap_or(1.0) * pen.point;
        let shapes = wedges.iter().map(|wedge| self.shape(pen, wedge).bounding_box());
        let room = shapes.fold(pen.frame, |room, shape| room.union(shape.inflate(edge, edge)));
        let labels = self.written_labels(pen, &wedges);
        let percents = self.written_percents(pen, &wedges);
        let words = labels.iter().chain(&percents);
        Some(words.fold(room, |room, word| room.union(word.bounds())))
    }

    fn freeze(&mut self) {
        self.moving = false;
    }
}
