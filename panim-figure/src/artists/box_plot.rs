//! Boxes: the quartiles of groups of samples, and what lies beyond them.

mod one;
#[cfg(test)]
mod tests;

use crate::{
    AxisScale, FigureError, LineStyle,
    artist::Draw,
    base::{
        check::{checked_positive, checked_size},
        data::{DataRows, Number, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    numeric::summary::{BoxSummary, WhiskerReach},
    parts::{
        common::{Common, common_properties, draw_common},
        groups::{SampleGroups, draw_groups, group_properties},
        hatching::{Hatching, hatches_properties},
        marker::Marker,
        marks::{Marks, Names},
        patch,
        polyline::polyline,
    },
    pen::Pen,
};
use one::OneBox;
use vello_cpu::{
    kurbo::{BezPath, Cap, Join, Point, Rect, Shape, Stroke},
    peniko::Fill,
};

/// A box for each group of samples, from the first to the third quartile with a line at the median,
/// and whiskers to the outermost samples that are not outliers.
///
/// Samples that are not finite do not count; a group without samples leaves its place free. Ticks
/// stand under the boxes.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let groups = [normal(3.0, 0.6, 80), normal(4.2, 0.4, 80), normal(3.6, 1.0, 80)];
/// let boxes = BoxPlot::new(&groups).notch(true).colors(["skyblue", "wheat", "pink"]);
/// ax.add(boxes.tick_labels(["before", "during", "after"]));
/// ax.set_ylabel("reaction (s)").set_grid(Grid::new().y_only());
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("box_plot", fig);
/// ```
#[doc = include_str!("../../docs/box_plot.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "boxplot")]
#[derive(Debug, Clone)]
pub struct BoxPlot {
    groups: SampleGroups,
    notch: bool,
    whiskers: WhiskerReach,
    show_box: bool,
    show_means: bool,
    show_caps: bool,
    show_outliers: bool,
    /// Of the boxes.
    edge: BoxLine,
    hatching: Hatching,
    whisker: BoxLine,
    cap: BoxLine,
    cap_length: Option<f64>,
    median: BoxLine,
    mean_line: bool,
    mean: BoxLine,
    means: Marks,
    outliers: Marks,
    common: Common,
}

impl BoxPlot {
    /// A box for each group, at 1, 2, ..
    pub fn new<G>(groups: G) -> Self
    where
        G: DataRows,
    {
        Self {
            groups: SampleGroups::new(groups),
            notch: false,
            whiskers: WhiskerReach::Heights(1.5),
            show_box: true,
            show_means: false,
            show_caps: true,
            show_outliers: true,
            edge: BoxLine::default(),
            hatching: Hatching::default(),
            whisker: BoxLine::default(),
            cap: BoxLine::default(),
            cap_length: None,
            median: BoxLine::default(),
            mean_line: false,
            mean: BoxLine { style: LineStyle::Dashed, ..BoxLine::default() },
            means: Marks::of(Marker::TRIANGLE),
            outliers: Marks { color: Some("none".into()), ..Marks::of(Marker::DISC) },
            common: Common::default(),
        }
    }
}

properties! { BoxPlot {
    /// Narrows the boxes at their medians, over a 95 % interval of each: the medians of boxes whose
    /// notches do not overlap differ. Default: false.
    notch / set_notch(on: bool) |boxes| boxes.notch = on;
    /// How far whiskers may reach from the box, in heights of the box; default: 1.5. Samples
    /// farther out are outliers.
    #[doc(alias = "whis")]
    whiskers / set_whiskers(reach: impl Number) |boxes| {
        boxes.whiskers = WhiskerReach::Heights(reach.value());
    };
    /// Draws the boxes themselves; default: true.
    show_box / set_show_box(on: bool) |boxes| boxes.show_box = on;
    /// Marks the means with triangles; default: false.
    show_means / set_show_means(on: bool) |boxes| boxes.show_means = on;
    /// Draws a line across the end of each whisker; default: true.
    show_caps / set_show_caps(on: bool) |boxes| boxes.show_caps = on;
    /// Marks the samples beyond the whiskers; default: true.
    show_outliers / set_show_outliers(on: bool) |boxes| boxes.show_outliers = on;
    /// Colour of the boxes' edges, whiskers, caps and outliers; default: the style's for edges.
    edge_color / set_edge_color(color: impl IntoColor) |boxes| {
        boxes.edge.color = Some(color.into());
    };
    /// Width of the boxes' edges, whiskers and caps in points; default: 1.
    edge_width / set_edge_width(width: impl Number) |boxes| boxes.edge.width = Some(width.value());
    /// Style of the boxes' edges; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    edge_style / set_edge_style(style: impl OneOf<LineStyle>) |boxes| {
        boxes.common.misnamed.set("edge_style", style, &mut boxes.edge.style);
    };
    /// Colour of the whiskers; default: that of the edges.
    whisker_color / set_whisker_color(color: impl IntoColor) |boxes| {
        boxes.whisker.color = Some(color.into());
    };
    /// Width of the whiskers in points; default: that of the edges.
    whisker_width / set_whisker_width(width: impl Number) |boxes| {
        boxes.whisker.width = Some(width.value());
    };
    /// Style of the whiskers; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    whisker_style / set_whisker_style(style: impl OneOf<LineStyle>) |boxes| {
        boxes.common.misnamed.set("whisker_style", style, &mut boxes.whisker.style);
    };
    /// Colour of the lines across the ends of the whiskers; default: that of the edges.
    cap_color / set_cap_color(color: impl IntoColor) |boxes| boxes.cap.color = Some(color.into());
    /// Width of these lines in points; default: that of the edges.
    cap_thick / set_cap_thick(width: impl Number) |boxes| boxes.cap.width = Some(width.value());
    /// Style of these lines; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    cap_style / set_cap_style(style: impl OneOf<LineStyle>) |boxes| {
        boxes.common.misnamed.set("cap_style", style, &mut boxes.cap.style);
    };
    /// Length of these lines in data coordinates; default: half the box's width.
    cap_length / set_cap_length(length: impl Number) |boxes| boxes.cap_length = Some(length.value());
    /// Colour of the lines at the medians; default: the second of the style's cycle, `C1`.
    median_color / set_median_color(color: impl IntoColor) |boxes| {
        boxes.median.color = Some(color.into());
    };
    /// Width of the lines at the medians in points; default: 1.
    median_width / set_median_width(width: impl Number) |boxes| {
        boxes.median.width = Some(width.value());
    };
    /// Style of the lines at the medians; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    median_style / set_median_style(style: impl OneOf<LineStyle>) |boxes| {
        boxes.common.misnamed.set("median_style", style, &mut boxes.median.style);
    };
    /// Draws a dashed line across the box at the mean instead of a marker; default: false.
    mean_line / set_mean_line(on: bool) |boxes| boxes.mean_line = on;
    /// Colour of the means; default: the third of the style's cycle, `C2`.
    mean_color / set_mean_color(color: impl IntoColor) |boxes| {
        boxes.mean.color = Some(color.into());
    };
    /// Width of the lines at the means in points; default: 1.
    mean_width / set_mean_width(width: impl Number) |boxes| boxes.mean.width = Some(width.value());
    /// Style of the lines at the means; default: `"--"`; also `"-"`, `"-."`, `":"` or a [`LineStyle`].
    mean_style / set_mean_style(style: impl OneOf<LineStyle>) |boxes| {
        boxes.common.misnamed.set("mean_style", style, &mut boxes.mean.style);
    };
    /// Shape of the means: a [`Marker`] or matplotlib's name, such as `'s'`; default: `'^'`.
    mean_marker / set_mean_marker(marker: impl OneOf<Marker>) |boxes| {
        boxes.common.misnamed.set("mean_marker", marker, &mut boxes.means.marker);
    };
    /// Diameter of the means in points; default: 6.
    mean_size / set_mean_size(size: impl Number) |boxes| boxes.means.size = size.value();
    /// Shape of the outliers: a [`Marker`] or matplotlib's name, such as `'s'`; default: `'o'`.
    outlier_marker / set_outlier_marker(marker: impl OneOf<Marker>) |boxes| {
        boxes.common.misnamed.set("outlier_marker", marker, &mut boxes.outliers.marker);
    };
    /// Diameter of the outliers in points; default: 6.
    outlier_size / set_outlier_size(size: impl Number) |boxes| boxes.outliers.size = size.value();
    /// Colour of the outliers' faces; default: `"none"`, which leaves rings.
    outlier_color / set_outlier_color(color: impl IntoColor) |boxes| {
        boxes.outliers.color = Some(color.into());
    };
    /// Colour of the outliers' edges; default: that of their faces, or that of the boxes' edges
    /// around faces that are clear.
    outlier_edge_color / set_outlier_edge_color(color: impl IntoColor) |boxes| {
        boxes.outliers.edge_color = Some(color.into());
    };
    /// Width of the outliers' edges in points; default: 1.
    outlier_edge_width / set_outlier_edge_width(width: impl Number) |boxes| {
        boxes.outliers.edge_width = width.value();
    };
} }
group_properties!(
    BoxPlot,
    "0.15 to 0.5, more the farther the groups stand apart, on an axis of dates times the smallest distance between two,",
    "nothing"
);
no_data!(BoxPlot: new(; groups) set_data);

impl BoxPlot {
    /// Lets whiskers end at these percentiles of the samples, 0 to 100, `(5, 95)`, instead of by the height of the
    /// box; `(0, 100)` for all of them. matplotlib's `whis=(5, 95)`.
    #[doc(alias = "whis")]
    #[must_use]
    pub fn whisker_percentiles(mut self, low: impl Number, high: impl Number) -> Self {
        self.set_whisker_percentiles(low, high);
        self
    }

    /// Lets whiskers end at these percentiles of the samples, 0 to 100.
    pub fn set_whisker_percentiles(&mut self, low: impl Number, high: impl Number) -> &mut Self {
        self.whiskers = WhiskerReach::Fractions(low.value() / 100.0, high.value() / 100.0);
        self
    }
}

/// How one kind of a box plot's lines looks.
#[derive(Debug, Clone)]
struct BoxLine {
    color: Option<ColorSpec>,
    width: Option<f64>,
    style: LineStyle,
}

impl Default for BoxLine {
    fn default() -> Self {
        Self { color: None, width: None, style: LineStyle::Solid }
    }
}

impl BoxLine {
    fn check(&self, [color, width, style]: [&'static str; 3]) -> Result<(), FigureError> {
        self.color.as_ref().map_or(Ok(()), |given| checked_color("BoxPlot", color, given))?;
        checked_size("BoxPlot", width, self.width.unwrap_or(0.0))?;
        self.style.check("BoxPlot", style)
    }

    /// Where nothing is said, as `usual` is.
    fn or(&self, usual: &Self) -> Self {
        Self {
            color: self.color.clone().or_else(|| usual.color.clone()),
            width: self.width.or(usual.width),
            style: self.style.clone(),
        }
    }

    fn stroke(&self, pen: &Pen<'_>, caps: Cap) -> Option<Stroke> {
        let width = self.width.unwrap_or(1.0) * pen.point;
        let stroke = match self.style {
            LineStyle::Solid => Some(Stroke::new(width)).filter(|_| width > 0.0),
            _ => self.style.stroke(width),
        };
        stroke.map(|stroke| match self.style {
            LineStyle::Solid => stroke.with_caps(caps),
            _ => stroke,
        })
    }
}
hatches_properties!(BoxPlot, hatching, "box");
common_properties!(BoxPlot);
crate::parts::outline::outline_properties!(BoxPlot);

/// What the markers of outliers are called.
const OUTLIER: Names =
    ["outlier_marker", "outlier_size", "outlier_color", "outlier_edge_color", "outlier_edge_width"];

/// What those of means are called.
const MEAN: Names = ["mean_marker", "mean_size", "mean_color", "mean_color", "mean_size"];

impl BoxPlot {
    /// Of a box where nobody says one: matplotlib's choice.
    fn usual_width(&self, unit: f64) -> f64 {
        let between = self.groups.reach(0.0).map_or(0.0, |reach| reach.high - reach.low);
        unit * (0.15 * between / unit).clamp(0.15, 0.5)
    }

    fn boxes(&self, scales: (AxisScale, AxisScale)) -> impl Iterator<Item = OneBox<'_>> {
        let width = self.usual_width(self.groups.unit(scales));
        self.groups.iter(width).enumerate().filter_map(move |(number, group)| {
            let summary = BoxSummary::new(group.samples, self.whiskers)?;
            Some(OneBox {
                number,
                position: group.position,
                width: group.width,
                cap: self.cap_length.unwrap_or(one::NARROW * group.width),
                color: group.color,
                summary,
            })
        })
    }

    fn shape(&self, pen: &Pen<'_>, one: &OneBox<'_>) -> BezPath {
        let corners = one.corners(self.notch).into_iter();
        patch::polygon(corners.map(|corner| self.groups.at(pen, corner)), pen.around())
    }

    fn lines<const N: usize>(&self, pen: &Pen<'_>, lines: [[(f64, f64); 2]; N]) -> BezPath {
        let mut path = BezPath::new();
        for line in lines {
            let ends = line.map(|end| self.groups.at(pen, end));
            path.extend(polyline(ends.into_iter(), pen.around()));
        }
        path
    }

    fn faded(&self, color: Option<&ColorSpec>, usual: Color) -> Color {
        self.common.fade(color.unwrap_or(&usual.into()))
    }

    fn stroke(&self, pen: &mut Pen<'_>, path: &BezPath, line: &BoxLine, usual: Color, caps: Cap) {
        if let Some(stroke) = line.stroke(pen, caps) {
            pen.scene.stroke(path, &stroke, self.faded(line.color.as_ref(), usual));
        }
    }

    fn draw_one(&self, pen: &mut Pen<'_>, one: &OneBox<'_>) {
        let edge = pen.style.edge;
        if self.show_box {
            let box_shape = self.shape(pen, one);
            self.draw_shape(pen, one.color, (one.number, &box_shape));
        }
        let (whisker, cap) = (self.whisker.or(&self.edge), self.cap.or(&self.edge));
        let mut whiskers = self.lines(pen, one.whiskers());
        if self.show_caps {
            let caps = self.lines(pen, one.caps());
            if self.are_alike(&whisker, &cap) {
                whiskers.extend(caps);
            } else {
                self.stroke(pen, &caps, &cap, edge, Cap::Square);
            }
        }
        self.stroke(pen, &whiskers, &whisker, edge, Cap::Square);
        if self.show_outliers {
            let places = one.summary.outliers.iter().map(|&value| (one.position, value));
            let places: Vec<Point> = places.map(|place| self.groups.at(pen, place)).collect();
            let own = self.edge.color.clone().unwrap_or_else(|| edge.into());
            self.outliers.stamp(pen, &self.common, &own, places.into_iter(), pen.frame);
        }
    }

    /// Are the lines drawn as one, which does not darken where they meet?
    fn are_alike(&self, a: &BoxLine, b: &BoxLine) -> bool {
        (&a.color, a.width) == (&b.color, b.width)
            && [a, b].iter().all(|line| matches!(line.style, LineStyle::Solid))
    }

    /// What stands in the middle of one: its median and its mean.
    fn draw_middle(&self, pen: &mut Pen<'_>, one: &OneBox<'_>) {
        let median = self.lines(pen, [one.median(self.notch)]);
        self.stroke(pen, &median, &self.median, pen.style.cycle_color(1), Cap::Butt);
        let usual = pen.style.cycle_color(2);
        if self.show_means && self.mean_line {
            let line = self.lines(pen, [one.mean()]);
            self.stroke(pen, &line, &self.mean, usual, Cap::Butt);
        } else if self.show_means {
            let place = self.groups.at(pen, (one.position, one.summary.mean));
            let own = self.mean.color.clone().unwrap_or_else(|| usual.into());
            self.means.stamp(pen, &self.common, &own, std::iter::once(place), pen.frame);
        }
    }

    /// The box itself, or its sample in a legend.
    fn draw_shape(
        &self,
        pen: &mut Pen<'_>,
        face: Option<&ColorSpec>,
        (number, shape): (usize, &BezPath),
    ) {
        if let Some(face) = face {
            pen.scene.fill_area(shape, self.common.fade(face));
        }
        let edge = self.edge.color.as_ref();
        self.hatching.draw(pen, &self.common, (number, shape), Fill::NonZero, edge);
        if let Some(stroke) = self.edge.stroke(pen, Cap::Butt) {
            let edge = self.faded(self.edge.color.as_ref(), pen.style.edge);
            pen.scene.stroke(shape, &stroke.with_join(Join::Miter), edge);
        }
    }
}

impl Draw for BoxPlot {
    draw_common!(BoxPlot);
    draw_groups!();

    fn check(&self) -> Result<(), FigureError> {
        self.groups.check("BoxPlot")?;
        match self.whiskers {
            WhiskerReach::Heights(reach) if !(reach.is_finite() && reach >= 0.0) => {
                let reach = written(reach);
                let message = format!("{reach} is not a reach in heights of the box, 0 or more");
                return Err(FigureError::new("BoxPlot", "whiskers", message));
            }
            WhiskerReach::Fractions(low, high) if !(0.0 <= low && low <= high && high <= 1.0) => {
                let (low, high) = (written(100.0 * low), written(100.0 * high));
                let message =
                    format!("{low} and {high} are not two percentiles, 0 to 100, the lower first");
                return Err(FigureError::new("BoxPlot", "whisker_percentiles", message));
            }
            _ => {}
        }
        self.edge.check(["edge_color", "edge_width", "edge_style"])?;
        self.hatching.check("BoxPlot")?;
        self.whisker.check(["whisker_color", "whisker_width", "whisker_style"])?;
        self.cap.check(["cap_color", "cap_thick", "cap_style"])?;
        if let Some(length) = self.cap_length {
            checked_positive("BoxPlot", "cap_length", ("a length", length))?;
        }
        self.median.check(["median_color", "median_width", "median_style"])?;
        self.mean.check(["mean_color", "mean_width", "mean_style"])?;
        self.means.check("BoxPlot", MEAN)?;
        self.outliers.check("BoxPlot", OUTLIER)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let scales = pen.transform.scales();
        self.boxes(scales).for_each(|one| self.draw_one(pen, &one));
    }

    fn zorders_above(&self) -> &'static [f64] {
        &[2.1]
    }

    fn draw_above(&self, _part: usize, pen: &mut Pen<'_>) {
        let scales = pen.transform.scales();
        self.boxes(scales).for_each(|one| self.draw_middle(pen, &one));
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for one in self.boxes(pen.transform.scales()) {
            all.extend(self.shape(pen, &one));
            all.extend(self.lines(pen, one.whiskers()));
            let outliers = one.summary.outliers.iter().filter(|_| self.show_outliers);
            let places = outliers.map(|&value| self.groups.at(pen, (one.position, value)));
            for place in places.filter(|place| pen.frame.contains(*place)) {
                all.move_to(place);
                all.line_to(place);
            }
        }
        all
    }

    fn extent_on(&self, scales: (AxisScale, AxisScale)) -> Extent {
        let shown = |one: OneBox<'_>| {
            let outliers =
                if self.show_outliers { one.summary.outliers.clone() } else { Vec::new() };
            let mean = self.show_means.then_some(one.summary.mean);
            let corners = one.corners(self.notch).into_iter().map(|(_, value)| value);
            let ends: [f64; 2] = one.summary.whiskers.into();
            ends.into_iter().chain(corners).chain(outliers).chain(mean).collect::<Vec<_>>()
        };
        let y = self.boxes(scales).flat_map(shown).filter_map(Reach::of).reduce(Reach::with);
        let unit = self.groups.unit(scales);
        let x = self.groups.reach_across(self.usual_width(unit), unit);
        let extent = Extent::flat(x, y);
        if self.groups.horizontal { extent.transposed() } else { extent }
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.draw_shape(pen, self.groups.colors.first(), (0, &area.to_path(0.1)));
    }
}
