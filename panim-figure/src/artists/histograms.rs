//! Histograms of several sets of samples, side by side or stacked.

#[cfg(test)]
mod tests;

use crate::{
    AxisScale, Bins, Color, FigureError, HistStyle, Label,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, DataRows, Number, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    numeric::{bin_heights::BinHeights, bins::counts},
    parts::{
        binning::{Binning, draw_binned},
        common::{Common, Cycle, common_properties, draw_common},
        hatching::hatches_properties,
        named_parts::{NamedParts, named_parts_properties},
        patch::{self, Patch, edge_properties},
        polyline::polyline,
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Shape};

/// How many samples of each of several sets fall into each bin: bars side by side, or on top of each other. Samples
/// that are not finite do not count.
///
/// The bins are the same for all sets. Their edges follow from all samples as `#[setup]` leaves them, and stay, as those
/// of a [`Histogram`](crate::Histogram).
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let sets = [normal(0.0, 1.0, 1000), normal(0.5, 1.2, 600), normal(-1.0, 0.5, 400)];
/// let stack = Histograms::new(&sets).bins(20).stacked(true);
/// ax.add(stack.labels(["water", "wind", "sun"]));
/// ax.legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("histograms", fig);
/// ```
#[doc = include_str!("../../docs/histograms.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("hist", "barstacked"))]
#[derive(Debug, Clone)]
pub struct Histograms {
    samples: Vec<Column>,
    /// Of all sets, one after the other.
    all: Column,
    /// None, or those of each set.
    weights: Vec<Column>,
    binning: Binning,
    density: bool,
    cumulative: bool,
    stacked: bool,
    horizontal: bool,
    bar_width: Option<f64>,
    style: HistStyle,
    parts: NamedParts,
    patch: Patch,
    common: Common,
}

/// Of bars side by side, by the width of the bins: matplotlib's.
const BAR_WIDTH: f64 = 0.8;

impl Histograms {
    /// Of these sets of samples, each a row of any length, in ten bins.
    pub fn new(samples: impl DataRows) -> Self {
        let mut histograms = Self {
            samples: Vec::new(),
            all: Column::default(),
            weights: Vec::new(),
            binning: Binning::default(),
            density: false,
            cumulative: false,
            stacked: false,
            horizontal: false,
            bar_width: None,
            style: HistStyle::default(),
            parts: NamedParts::default(),
            patch: Patch::default(),
            common: Common::default(),
        };
        histograms.set_data(samples);
        histograms
    }

    /// Lays the histograms on their side: the samples are those of y.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Counts other samples, in the same bins unless [`rebin`](Self::rebin) says otherwise.
    pub fn set_data(&mut self, samples: impl DataRows) -> &mut Self {
        self.samples = samples.rows().map(Column::new).collect();
        self.all = Column::new(self.samples.iter().flat_map(|set| set.iter().copied()));
        self
    }

    /// Spreads the bins from `low` to `high`, and counts nothing outside; default: from the
    /// smallest to the largest of all samples. [`Bins::Edges`] have no need of it.
    #[must_use]
    pub fn range(mut self, low: impl Number, high: impl Number) -> Self {
        self.set_range(low, high);
        self
    }

    /// Spreads the bins from `low` to `high`, and counts nothing outside.
    pub fn set_range(&mut self, low: impl Number, high: impl Number) -> &mut Self {
        self.binning.set_range((low.value(), high.value()));
        self
    }

    /// The edges of the bins, one more than there are bins. Empty if there can be none.
    pub fn edges(&self) -> Vec<f64> {
        self.binning.edges(&self.all).unwrap_or_default()
    }

    /// Where the top of each bin is, set by set: the number or the weight of its samples, or their density, with the
    /// bins before it if `cumulative`, and with the sets before it if `stacked`.
    pub fn tops(&self) -> Vec<Vec<f64>> {
        let edges = self.edges();
        let sets = self.samples.iter().enumerate().map(|(set, samples)| {
            // limits are asked for before weights are refused
            let weights = self.weights.get(set).filter(|weights| weights.len() == samples.len());
            counts(samples, weights.map(|weights| &**weights), &edges)
        });
        let Self { density, cumulative, stacked, .. } = *self;
        BinHeights { density, cumulative, stacked }.tops(sets.collect(), &edges)
    }
}

properties! { Histograms {
    /// The bins: how many, `20`, their edges, `[0.0, 1.0, 5.0]`, or a rule, [`Bins::Auto`];
    /// default: 10.
    bins / set_bins(bins: impl Into<Bins>) |hist| hist.binning.set_bins(bins.into());
    /// Lets the edges follow the samples of each frame; default: false, which keeps to those of
    /// `#[setup]`.
    rebin / set_rebin(on: bool) |hist| hist.binning.set_rebin(on);
    /// Counts each sample as so much: a row for each set, of as many as it has samples. What is not finite is nothing.
    weights / set_weights(weights: impl DataRows) |hist| {
        hist.weights = weights.rows().map(Column::new).collect();
    };
    /// Shows the fraction of each bin over its width, so that the area of each set is 1, or that of all where they are
    /// stacked; default: false.
    density / set_density(on: bool) |hist| hist.density = on;
    /// Adds to each bin those before it; with `density` they grow to 1. Default: false.
    cumulative / set_cumulative(on: bool) |hist| hist.cumulative = on;
    /// Puts each set on top of those before it; default: false, bars side by side, or steps through each other.
    #[doc(alias = "barstacked")]
    stacked / set_stacked(on: bool) |hist| hist.stacked = on;
    /// Width of all bars of a bin by that of the bin, 0 to 1; default: 0.8 side by side, 1 where they are stacked or
    /// there is but one set.
    #[doc(alias = "rwidth")]
    bar_width / set_bar_width(fraction: impl Number) |hist| hist.bar_width = Some(fraction.value());
    /// Bars by default, or steps.
    #[doc(alias = "histtype")]
    style / set_style(style: impl OneOf<HistStyle>) |hist| {
        hist.common.misnamed.set("style", style, &mut hist.style);
    };
} }
edge_properties!(Histograms, patch);
named_parts_properties!(Histograms, "set");
hatches_properties!(Histograms, patch.hatching, "set");
no_data!(Histograms: new(; samples) set_data);
common_properties!(Histograms);
crate::parts::outline::outline_properties!(Histograms);

/// What is drawn of a set on the pixels.
struct DrawnSet {
    set: usize,
    /// Around its bars or its steps.
    area: BezPath,
    /// Along the tops of its steps.
    line: BezPath,
}

impl Histograms {
    /// Where the lower end of each bin is, set by set.
    fn bottoms(&self, tops: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let ground = || vec![0.0; tops.first().map_or(0, Vec::len)];
        match self.stacked {
            true => {
                std::iter::once(ground()).chain(tops.iter().cloned()).take(tops.len()).collect()
            }
            false => tops.iter().map(|_| ground()).collect(),
        }
    }

    /// From where to where the bar of a set goes in a bin.
    fn across(&self, bin: &[f64], set: usize) -> (f64, f64) {
        let (sets, width) = (self.samples.len(), bin[1] - bin[0]);
        let is_beside = !self.stacked && sets > 1;
        let filled = self.bar_width.unwrap_or(if is_beside { BAR_WIDTH } else { 1.0 }) * width;
        let (share, at) =
            if is_beside { (filled / sets as f64, set as f64) } else { (filled, 0.0) };
        let start = bin[0] + (width - filled) / 2.0 + at * share;
        (start, start + share)
    }

    /// Along the tops of a set from left to right; the same of bottoms.
    fn steps(&self, edges: &[f64], tops: &[f64]) -> Vec<Point> {
        let at = |edge: f64, top: f64| match self.horizontal {
            true => Point::new(top, edge),
            false => Point::new(edge, top),
        };
        let bins = edges.windows(2).zip(tops);
        bins.flat_map(|(bin, top)| [at(bin[0], *top), at(bin[1], *top)]).collect()
    }

    /// The sets in the order in which they are drawn: steps of the first one above the others.
    fn drawn(&self, pen: &Pen<'_>) -> Vec<DrawnSet> {
        let (edges, tops) = (self.edges(), self.tops());
        let bottoms = self.bottoms(&tops);
        let mut all: Vec<DrawnSet> = Vec::new();
        for (set, (tops, bottoms)) in tops.iter().zip(&bottoms).enumerate() {
            if self.style == HistStyle::Bars {
                let mut area = BezPath::new();
                for (bin, ends) in edges.windows(2).zip(bottoms.iter().zip(tops)) {
                    let (across, along) = (self.across(bin, set), (*ends.0, *ends.1));
                    area.extend(patch::block(pen, across, along, self.horizontal));
                }
                all.push(DrawnSet { set, area, line: BezPath::new() });
                continue;
            }
            let (above, below) = (self.steps(&edges, tops), self.steps(&edges, bottoms));
            let (Some(first), Some(last)) = (below.first(), below.last()) else { continue };
            let line = [*first].into_iter().chain(above.iter().copied()).chain([*last]);
            let line: Vec<Point> = pen.transform.path(line).collect();
            let around = above.into_iter().chain(below.into_iter().rev());
            let around: Vec<Point> = pen.transform.path(around).collect();
            all.push(DrawnSet {
                set,
                area: patch::polygon(around.into_iter(), pen.around()),
                line: polyline(line.into_iter(), pen.around()),
            });
        }
        if self.style != HistStyle::Bars {
            all.reverse();
        }
        all
    }

    /// How a set looks.
    fn look(&self, set: usize) -> Patch {
        Patch { color: Some(self.parts.face(set)), ..self.patch.clone() }
    }
}

impl Draw for Histograms {
    draw_common!(Histograms);
    draw_binned!(Histograms, all);

    fn check(&self) -> Result<(), FigureError> {
        self.binning.check_range("Histograms", "range")?;
        if !self.weights.is_empty() {
            let sets = ("samples", self.samples.len());
            checked_lengths("Histograms", sets, ("weights", self.weights.len()))?;
            for (samples, weights) in self.samples.iter().zip(&self.weights) {
                checked_lengths(
                    "Histograms",
                    ("samples", samples.len()),
                    ("weights", weights.len()),
                )?;
            }
            self.binning.check_weighted("Histograms", "bins")?;
        }
        let edges = self.binning.edges(&self.all);
        edges.map_err(|message| FigureError::new("Histograms", "bins", message))?;
        self.parts.check("Histograms", ("samples", self.samples.len()))?;
        if let Some(width) = self.bar_width.filter(|width| !(0.0..=1.0).contains(width)) {
            let message = format!("{} is not a fraction of the bin, 0 to 1", written(width));
            return Err(FigureError::new("Histograms", "bar_width", message));
        }
        self.patch.check("Histograms")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        for DrawnSet { set, area, line } in self.drawn(pen) {
            let look = self.look(set);
            match self.style {
                HistStyle::Step => look.draw_line_around(pen, &self.common, (&line, &area)),
                _ => look.draw_one(pen, &self.common, (set, &area), &look.face()),
            }
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        self.drawn(pen).into_iter().flat_map(|drawn| drawn.area).collect()
    }

    fn extent(&self) -> Extent {
        let (edges, tops) = (self.edges(), self.tops());
        let reach = |values: &[f64]| {
            values.iter().filter_map(|value| Reach::of(*value)).reduce(Reach::with)
        };
        let mut heights: Vec<f64> = tops.into_iter().flatten().collect();
        heights.extend((!edges.is_empty()).then_some(0.0));
        let y = reach(&heights).map(|reach| reach.sticking_at(0.0));
        // bars side by side do not fill their bins
        let bars = edges.windows(2).flat_map(|bin| {
            (0..self.samples.len()).flat_map(move |set| <[f64; 2]>::from(self.across(bin, set)))
        });
        let bars: Vec<f64> = bars.collect();
        let across = if self.style == HistStyle::Bars { &bars } else { &edges };
        let extent = Extent::flat(reach(across), y);
        if self.horizontal { extent.transposed() } else { extent }
    }

    fn frozen_extent_on(&self, _: (AxisScale, AxisScale)) -> Extent {
        if self.binning.is_ranged(&self.all) || self.binning.is_given() {
            return self.extent();
        }
        // the bins around a single sample, or none, are not those to come
        let along = self.all.iter().filter_map(|sample| Reach::of(*sample)).reduce(Reach::with);
        let extent = Extent::flat(along, None);
        if self.horizontal { extent.transposed() } else { extent }
    }

    fn default_zorder(&self) -> f64 {
        if self.style == HistStyle::Step { 2.0 } else { 1.0 }
    }

    fn key_color(&self, style: &crate::Style) -> Option<Color> {
        self.part_color(0, style)
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.draw_part_key(0, pen, area);
    }

    fn part_labels(&self) -> &[Label] {
        &self.parts.labels
    }

    fn part_color(&self, set: usize, style: &crate::Style) -> Option<Color> {
        self.look(set).key_color(style)
    }

    fn draw_part_key(&self, set: usize, pen: &mut Pen<'_>, area: Rect) {
        let look = self.look(set);
        match self.style {
            HistStyle::Step => {
                let area = area.to_path(0.1);
                look.draw_line_around(pen, &self.common, (&area, &area));
            }
            _ => look.draw_key_of(pen, &self.common, (set, area), &look.face()),
        }
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.parts.take_colors(cycle, self.samples.len());
    }
}
