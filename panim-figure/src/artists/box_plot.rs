//! Boxes: the quartiles of groups of samples, and what lies beyond them.

mod one;
#[cfg(test)]
mod tests;

use crate::{
    AxisScale, FigureError,
    artist::Draw,
    base::{
        check::checked_size,
        data::{DataRows, Number, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    numeric::summary::BoxSummary,
    parts::{
        common::{Common, common_properties, draw_common},
        groups::{SampleGroups, draw_groups, group_properties},
        marker::Marker,
        marks::{Marks, Names},
        patch,
        polyline::polyline,
    },
    pen::Pen,
};
use one::OneBox;
use vello_cpu::kurbo::{BezPath, Cap, Join, Point, Rect, Shape, Stroke};

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
#[derive(Debug, Clone)]
pub struct BoxPlot {
    groups: SampleGroups,
    notch: bool,
    whiskers: f64,
    show_means: bool,
    show_caps: bool,
    show_outliers: bool,
    edge_color: Option<ColorSpec>,
    edge_width: f64,
    median_color: Option<ColorSpec>,
    median_width: f64,
    mean_color: Option<ColorSpec>,
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
            whiskers: 1.5,
            show_means: false,
            show_caps: true,
            show_outliers: true,
            edge_color: None,
            edge_width: 1.0,
            median_color: None,
            median_width: 1.0,
            mean_color: None,
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
    whiskers / set_whiskers(reach: impl Number) |boxes| boxes.whiskers = reach.value();
    /// Marks the means with triangles; default: false.
    show_means / set_show_means(on: bool) |boxes| boxes.show_means = on;
    /// Draws a line across the end of each whisker; default: true.
    show_caps / set_show_caps(on: bool) |boxes| boxes.show_caps = on;
    /// Marks the samples beyond the whiskers; default: true.
    show_outliers / set_show_outliers(on: bool) |boxes| boxes.show_outliers = on;
    /// Colour of the boxes' edges, whiskers, caps and outliers; default: the style's for edges.
    edge_color / set_edge_color(color: impl IntoColor) |boxes| {
        boxes.edge_color = Some(color.into());
    };
    /// Width of the boxes' edges, whiskers and caps in points; default: 1.
    edge_width / set_edge_width(width: impl Number) |boxes| boxes.edge_width = width.value();
    /// Colour of the lines at the medians; default: the second of the style's cycle, `C1`.
    median_color / set_median_color(color: impl IntoColor) |boxes| {
        boxes.median_color = Some(color.into());
    };
    /// Width of the lines at the medians in points; default: 1.
    median_width / set_median_width(width: impl Number) |boxes| boxes.median_width = width.value();
    /// Colour of the means; default: the third of the style's cycle, `C2`.
    mean_color / set_mean_color(color: impl IntoColor) |boxes| {
        boxes.mean_color = Some(color.into());
    };
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
common_properties!(BoxPlot);
crate::parts::outline::outline_properties!(BoxPlot);

/// What the markers of outliers are called.
const OUTLIER: Names =
    ["outlier_marker", "outlier_size", "outlier_color", "outlier_edge_color", "outlier_edge_width"];

impl BoxPlot {
    /// Of a box where nobody says one: matplotlib's choice.
    fn usual_width(&self, unit: f64) -> f64 {
        let between = self.groups.reach(0.0).map_or(0.0, |reach| reach.high - reach.low);
        unit * (0.15 * between / unit).clamp(0.15, 0.5)
    }

    fn boxes(&self, scales: (AxisScale, AxisScale)) -> impl Iterator<Item = OneBox<'_>> {
        let width = self.usual_width(self.groups.unit(scales));
        self.groups.iter(width).filter_map(|group| {
            let summary = BoxSummary::new(group.samples, self.whiskers)?;
            Some(OneBox {
                position: group.position,
                width: group.width,
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

    fn draw_one(&self, pen: &mut Pen<'_>, one: &OneBox<'_>) {
        let edge = self.faded(self.edge_color.as_ref(), pen.style.edge);
        let box_shape = self.shape(pen, one);
        self.draw_shape(pen, one.color, &box_shape);

        let stroke = Stroke::new(self.edge_width * pen.point).with_caps(Cap::Square);
        let mut lines = self.lines(pen, one.whiskers());
        if self.show_caps {
            lines.extend(self.lines(pen, one.caps()));
        }
        if self.edge_width > 0.0 {
            pen.scene.stroke(&lines, &stroke, edge);
        }
        if self.show_outliers {
            let places = one.summary.outliers.iter().map(|&value| (one.position, value));
            let places: Vec<Point> = places.map(|place| self.groups.at(pen, place)).collect();
            let own = self.edge_color.clone().unwrap_or_else(|| pen.style.edge.into());
            self.outliers.stamp(pen, &self.common, &own, places.into_iter(), pen.frame);
        }
    }

    /// What stands in the middle of one: its median and its mean.
    fn draw_middle(&self, pen: &mut Pen<'_>, one: &OneBox<'_>) {
        if self.median_width > 0.0 {
            let median = self.lines(pen, [one.median(self.notch)]);
            let stroke = Stroke::new(self.median_width * pen.point).with_caps(Cap::Butt);
            let color = self.faded(self.median_color.as_ref(), pen.style.cycle_color(1));
            pen.scene.stroke(&median, &stroke, color);
        }
        if self.show_means {
            let place = self.groups.at(pen, (one.position, one.summary.mean));
            let own = self.mean_color.clone().unwrap_or_else(|| pen.style.cycle_color(2).into());
            Marks::of(Marker::TRIANGLE).stamp(
                pen,
                &self.common,
                &own,
                std::iter::once(place),
                pen.frame,
            );
        }
    }

    /// The box itself, or its sample in a legend.
    fn draw_shape(&self, pen: &mut Pen<'_>, face: Option<&ColorSpec>, shape: &BezPath) {
        if let Some(face) = face {
            pen.scene.fill_area(shape, self.common.fade(face));
        }
        if self.edge_width > 0.0 {
            let stroke = Stroke::new(self.edge_width * pen.point).with_join(Join::Miter);
            let edge = self.faded(self.edge_color.as_ref(), pen.style.edge);
            pen.scene.stroke(shape, &stroke, edge);
        }
    }
}

impl Draw for BoxPlot {
    draw_common!(BoxPlot);
    draw_groups!();

    fn check(&self) -> Result<(), FigureError> {
        self.groups.check("BoxPlot")?;
        if !(self.whiskers.is_finite() && self.whiskers >= 0.0) {
            let reach = written(self.whiskers);
            let message = format!("{reach} is not a reach in heights of the box, 0 or more");
            return Err(FigureError::new("BoxPlot", "whiskers", message));
        }
        let colors = [
            ("edge_color", &self.edge_color),
            ("median_color", &self.median_color),
            ("mean_color", &self.mean_color),
        ];
        for (argument, color) in colors {
            color.as_ref().map_or(Ok(()), |color| checked_color("BoxPlot", argument, color))?;
        }
        checked_size("BoxPlot", "edge_width", self.edge_width)?;
        checked_size("BoxPlot", "median_width", self.median_width)?;
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
        self.draw_shape(pen, self.groups.colors.first(), &area.to_path(0.1));
    }
}
