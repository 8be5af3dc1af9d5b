//! Violins: how densely the samples of groups lie.

use crate::{
    AxisScale, Bandwidth, FigureError,
    artist::Draw,
    base::{
        check::{POINTS, checked_lengths, checked_opacity, checked_positive, checked_size},
        data::{Column, DataRows, Number, linspace, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    numeric::{density::Density, summary::Sorted},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        groups::{SampleGroup, SampleGroups, draw_groups, group_properties},
        hatching::{Hatching, hatches_properties},
        patch,
        polyline::polyline,
    },
    pen::Pen,
};
use vello_cpu::{
    kurbo::{BezPath, Cap, Rect, Shape, Stroke},
    peniko::Fill,
};

/// Which sides of a [`Violin`] are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ViolinSide {
    /// `"both"`: the default.
    #[default]
    Both,
    /// `"low"`: the one at places below its own, the left one.
    Low,
    /// `"high"`: the one at places above its own, the right one.
    High,
}

crate::base::word::named! { ViolinSide, "a side of violins":
    "both" => Self::Both,
    "low" => Self::Low,
    "high" => Self::High,
}

impl ViolinSide {
    /// How far a violin goes to either side, of half its width.
    fn ends(self) -> [f64; 2] {
        match self {
            Self::Both => [-1.0, 1.0],
            Self::Low => [-1.0, 0.0],
            Self::High => [0.0, 1.0],
        }
    }
}

/// A violin for each group of samples: the wider, the denser they lie; the widest place of each is
/// equally wide.
///
/// Samples that are not finite do not count, and a group without samples leaves its place free.
/// Samples that do not differ have no body. For names under the violins, set the axes' ticks at
/// their positions, 1, 2, .. by default.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let mut groups = [normal(3.0, 0.6, 200), normal(4.0, 0.4, 200), normal(2.5, 0.3, 200)];
/// groups[2].extend(normal(4.5, 0.4, 150)); // two kinds in one
/// ax.add(Violin::new(&groups).colors(["C0", "C1", "C2"]).width(0.7).show_medians(true));
/// ax.set_xticks(1..4).set_xticklabels(["young", "old", "both"]);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("violin", fig);
/// ```
#[doc = include_str!("../../docs/violin.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "violinplot")]
#[derive(Debug, Clone)]
pub struct Violin {
    groups: SampleGroups,
    bandwidth: Bandwidth,
    points: usize,
    side: ViolinSide,
    /// None, one row for all, or one for each.
    quantiles: Vec<Column>,
    show_means: bool,
    show_medians: bool,
    show_extrema: bool,
    body_alpha: f64,
    line_color: Option<ColorSpec>,
    line_width: f64,
    hatching: Hatching,
    common: Common,
}

impl Violin {
    /// A violin for each group, at 1, 2, ..
    pub fn new<G>(groups: G) -> Self
    where
        G: DataRows,
    {
        Self {
            groups: SampleGroups::new(groups),
            bandwidth: Bandwidth::default(),
            points: 100,
            side: ViolinSide::Both,
            quantiles: Vec::new(),
            show_means: false,
            show_medians: false,
            show_extrema: true,
            body_alpha: 0.3,
            line_color: None,
            line_width: 1.5,
            hatching: Hatching::of_collection(),
            common: Common::default(),
        }
    }
}

properties! { Violin {
    /// What the density smooths over; default: Scott's rule.
    bandwidth / set_bandwidth(bandwidth: impl OneOf<Bandwidth>) |violin| {
        violin.common.misnamed.set("bandwidth", bandwidth, &mut violin.bandwidth);
    };
    /// At how many values the density is taken; default: 100.
    points / set_points(points: usize) |violin| violin.points = points;
    /// Draws one side alone, `"low"` or `"high"`, so that two violins share a place; default: `"both"`.
    side / set_side(side: impl OneOf<ViolinSide>) |violin| {
        violin.common.misnamed.set("side", side, &mut violin.side);
    };
    /// Draws a line at each of these fractions of the samples, 0 to 1: a row for each group, or one row for all,
    /// `[[0.25, 0.75]]`. Default: none.
    quantiles / set_quantiles(fractions: impl DataRows) |violin| {
        violin.quantiles = fractions.rows().map(Column::new).collect();
    };
    /// Draws a line at each mean; default: false.
    show_means / set_show_means(on: bool) |violin| violin.show_means = on;
    /// Draws a line at each median; default: false.
    #[doc(alias = "showmedians")]
    show_medians / set_show_medians(on: bool) |violin| violin.show_medians = on;
    /// Draws lines at the smallest and the largest sample and between them; default: true.
    show_extrema / set_show_extrema(on: bool) |violin| violin.show_extrema = on;
    /// Opacity of the bodies, 0 (clear) to 1 (opaque); default: 0.3.
    body_alpha / set_body_alpha(alpha: impl Number) |violin| violin.body_alpha = alpha.value();
    /// Colour of the lines; default: that of the body.
    line_color / set_line_color(color: impl IntoColor) |violin| {
        violin.line_color = Some(color.into());
    };
    /// Width of the lines in points; default: 1.5.
    line_width / set_line_width(width: impl Number) |violin| violin.line_width = width.value();
} }
group_properties!(Violin, "0.5", "the next of the axes' cycle for lines, `C0`, `C1`, ..,");
no_data!(Violin: new(; groups) set_data);
hatches_properties!(Violin, hatching, "violin");
common_properties!(Violin);
crate::parts::outline::outline_properties!(Violin);

const WIDTH: f64 = 0.5;

impl Violin {
    fn own_color(&self) -> ColorSpec {
        self.groups.colors.first().cloned().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// The outline of a group's body, in data coordinates.
    fn body(&self, group: &SampleGroup<'_>, sorted: &Sorted) -> Vec<(f64, f64)> {
        let [low_side, high_side] = self.side.ends();
        let (Some((low, high)), Some(density)) =
            (sorted.ends(), Density::new(sorted, self.bandwidth))
        else {
            return Vec::new();
        };
        let values = linspace(low, high, self.points);
        let densities: Vec<f64> = values.iter().map(|&value| density.at(value)).collect();
        let most = densities.iter().copied().fold(0.0, f64::max);
        let half = |density: f64| group.width / 2.0 * density / most;
        let side = |sign: f64| {
            let points = values.iter().zip(&densities);
            points.map(move |(&value, &density)| (group.position + sign * half(density), value))
        };
        side(low_side).chain(side(high_side).rev()).collect()
    }

    fn shape(&self, pen: &Pen<'_>, group: &SampleGroup<'_>, sorted: &Sorted) -> BezPath {
        let corners = self.body(group, sorted).into_iter();
        patch::polygon(corners.map(|corner| self.groups.at(pen, corner)), pen.around())
    }

    fn lines(
        &self,
        pen: &Pen<'_>,
        (number, group): (usize, &SampleGroup<'_>),
        sorted: &Sorted,
    ) -> BezPath {
        let mut path = BezPath::new();
        let Some((low, high)) = sorted.ends() else { return path };
        let mut line = |ends: [(f64, f64); 2]| {
            let ends = ends.map(|end| self.groups.at(pen, end));
            path.extend(polyline(ends.into_iter(), pen.around()));
        };
        let ends = self.side.ends().map(|end| group.position + end * group.width / 4.0);
        let mut across = |value: f64| line(ends.map(|end| (end, value)));
        if self.show_means {
            across(sorted.mean());
        }
        if self.show_medians {
            across(sorted.median());
        }
        if let Some(fractions) = self.quantiles.get(number).or(self.quantiles.first()) {
            fractions.iter().for_each(|fraction| across(sorted.quantile(*fraction)));
        }
        if self.show_extrema {
            across(low);
            across(high);
            line([(group.position, low), (group.position, high)]);
        }
        path
    }

    fn fill(&self, pen: &mut Pen<'_>, color: &ColorSpec, (number, shape): (usize, &BezPath)) {
        let color = self.common.fade(color);
        pen.scene.fill_area(shape, color.with_alpha(color.alpha() * self.body_alpha));
        let shape = (number, shape);
        self.hatching.draw(pen, &self.common, shape, Fill::NonZero, self.line_color.as_ref());
    }
}

impl Draw for Violin {
    draw_common!(Violin);
    draw_groups!();

    fn check(&self) -> Result<(), FigureError> {
        self.groups.check("Violin")?;
        if let Bandwidth::Factor(factor) = self.bandwidth {
            checked_positive("Violin", "bandwidth", ("a factor", factor))?;
        }
        POINTS.check("Violin", "points", self.points)?;
        if self.quantiles.len() > 1 {
            let groups = ("groups", self.groups.len());
            checked_lengths("Violin", groups, ("quantiles", self.quantiles.len()))?;
        }
        let mut fractions = self.quantiles.iter().flat_map(|row| row.iter());
        if let Some(wrong) = fractions.find(|fraction| !(0.0..=1.0).contains(*fraction)) {
            let message = format!("{} is not a fraction of the samples, 0 to 1", written(*wrong));
            return Err(FigureError::new("Violin", "quantiles", message));
        }
        checked_opacity("Violin", "body_alpha", self.body_alpha)?;
        self.hatching.check("Violin")?;
        if let Some(color) = &self.line_color {
            checked_color("Violin", "line_color", color)?;
        }
        checked_size("Violin", "line_width", self.line_width)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let own = self.own_color();
        let width = WIDTH * self.groups.unit(pen.transform.scales());
        for (number, group) in self.groups.iter(width).enumerate() {
            let (sorted, color) = (Sorted::new(group.samples), group.color.unwrap_or(&own));
            let body = self.shape(pen, &group, &sorted);
            self.fill(pen, color, (number, &body));
        }
    }

    fn zorders_above(&self) -> &'static [f64] {
        if self.line_width > 0.0 { &[2.0] } else { &[] }
    }

    fn draw_above(&self, _part: usize, pen: &mut Pen<'_>) {
        let own = self.own_color();
        let width = WIDTH * self.groups.unit(pen.transform.scales());
        let caps = if self.side == ViolinSide::Both { Cap::Butt } else { Cap::Square };
        for (number, group) in self.groups.iter(width).enumerate() {
            let lines = self.lines(pen, (number, &group), &Sorted::new(group.samples));
            let color = self.line_color.as_ref().or(group.color).unwrap_or(&own);
            let stroke = Stroke::new(self.line_width * pen.point).with_caps(caps);
            pen.scene.stroke(&lines, &stroke, self.common.fade(color));
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        let width = WIDTH * self.groups.unit(pen.transform.scales());
        for (number, group) in self.groups.iter(width).enumerate() {
            let sorted = Sorted::new(group.samples);
            all.extend(self.shape(pen, &group, &sorted));
            all.extend(self.lines(pen, (number, &group), &sorted));
        }
        all
    }

    fn extent_on(&self, scales: (AxisScale, AxisScale)) -> Extent {
        let width = WIDTH * self.groups.unit(scales);
        let samples = self.groups.iter(width).flat_map(|group| group.samples);
        let x = self.groups.reach_of_sides(width, self.side.ends());
        let y = samples.copied().filter_map(Reach::of).reduce(Reach::with);
        let extent = Extent::flat(x, y);
        if self.groups.horizontal { extent.transposed() } else { extent }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn key_color(&self, _style: &crate::Style) -> Option<crate::Color> {
        self.own_color().get().ok()
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.fill(pen, &self.own_color(), (0, &area.to_path(0.1)));
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        if self.groups.colors.is_empty() {
            self.groups.colors.push(cycle.next_line().into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_place_is_as_wide_as_told() {
        let violin = Violin::new([[0.0, 1.0, 1.0, 2.0]]).width(0.8).points(5);
        let group = violin.groups.iter(WIDTH).next().expect("one");
        let body = violin.body(&group, &Sorted::new(group.samples));
        let (left, right) = body.split_at(5);
        assert_eq!(
            left.iter().map(|corner| corner.1).collect::<Vec<_>>(),
            [0.0, 0.5, 1.0, 1.5, 2.0]
        );
        assert_eq!((left[2], right[2]), ((0.6, 1.0), (1.4, 1.0)));
        assert!(left.iter().zip(right.iter().rev()).all(|(l, r)| (l.0 + r.0 - 2.0).abs() < 1e-15));
        assert!(left[0].0 > left[1].0 && left[1].0 > left[2].0);
    }

    /// Places of `matplotlib.pyplot.violinplot`'s lines, matplotlib 3.11.2.
    #[test]
    fn one_side_and_quantiles_are_those_of_matplotlib() {
        let violin = Violin::new([[0.0, 1.0, 1.0, 2.0]]).width(0.8).points(3).side("low");
        let group = violin.groups.iter(WIDTH).next().expect("one");
        let body = violin.body(&group, &Sorted::new(group.samples));
        assert_eq!(body.iter().map(|corner| corner.0).fold(0.0, f64::max), 1.0);
        let x = violin.extent().x.map(|x| (x.low, x.high));
        assert_eq!(x, Some((0.6, 1.0)));
        assert_eq!(violin.side("high").extent().x.map(|x| (x.low, x.high)), Some((1.0, 1.4)));
    }

    #[test]
    fn limits_show_the_whole_width() {
        let violin = Violin::new([vec![0.0, 4.0, f64::NAN], vec![]]).width(1.0);
        let (vertical, horizontal) = (violin.extent(), violin.horizontal().extent());
        assert_eq!(vertical.x.map(|x| (x.low, x.high)), Some((0.5, 2.5)));
        assert_eq!(vertical.y.map(|y| (y.low, y.high)), Some((0.0, 4.0)));
        assert_eq!(horizontal, vertical.transposed());
    }

    #[test]
    fn what_makes_no_violin_is_refused() {
        let message = |violin: Violin| violin.check().map_err(|error| error.to_string());
        let violin = || Violin::new([[1.0, 2.0]]);
        assert!(message(violin()).is_ok());
        let factor = message(violin().bandwidth(Bandwidth::Factor(0.0)));
        assert_eq!(factor, Err("Violin, `bandwidth`: 0 is not a factor, more than 0".into()));
        let points = message(violin().points(1));
        assert_eq!(
            points,
            Err("Violin, `points`: 1 is not a number of points of an outline, 2 to 10000".into())
        );
        assert!(message(violin().body_alpha(1.5)).is_err());
    }
}
