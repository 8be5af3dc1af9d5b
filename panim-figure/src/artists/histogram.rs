//! Histograms: how many samples fall into each bin.

mod heights;
#[cfg(test)]
mod tests;

use crate::{
    AxisScale, Bins, FigureError,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, Number, no_data},
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    parts::{
        binning::{Binning, draw_binned},
        common::{Common, Cycle, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{self, Patch, patch_properties},
        polyline::polyline,
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Rect, Shape};

/// How a [`Histogram`] is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum HistStyle {
    /// A bar for each bin, without gaps between them: the default.
    #[default]
    Bars,
    /// A line along the tops only.
    Step,
    /// One area under the tops.
    StepFilled,
}

crate::base::word::named! { HistStyle, "a histogram's style":
    "bar" => Self::Bars,
    "step" => Self::Step,
    "stepfilled" => Self::StepFilled,
}

/// How many of its samples fall into each bin. Samples that are not finite do not count.
///
/// The edges of the bins follow from the samples as `#[setup]` leaves them, or from those of the first
/// frame if setup's have no range, and stay: what moves is the counts. [`rebin`](Self::rebin) lets them
/// follow each frame's samples.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let (women, men) = (normal(167.0, 7.0, 2000), normal(180.0, 7.5, 2000));
/// for (name, heights) in [("women", women), ("men", men)] {
///     let bars = Histogram::new(heights).bins(30).range(140.0, 210.0);
///     ax.add(bars.alpha(0.6).label(name));
/// }
/// ax.set_xlabel("height (cm)").legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("histogram", fig);
/// ```
#[doc = include_str!("../../docs/histogram.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "hist")]
#[derive(Debug, Clone)]
pub struct Histogram {
    samples: Column,
    weights: Option<Column>,
    binning: Binning,
    density: bool,
    cumulative: bool,
    horizontal: bool,
    style: HistStyle,
    patch: Patch,
    common: Common,
}

impl Histogram {
    /// Of these samples, in ten bins.
    pub fn new<S: Data>(samples: S) -> Self {
        Self {
            samples: Column::new(samples),
            weights: None,
            binning: Binning::default(),
            density: false,
            cumulative: false,
            horizontal: false,
            style: HistStyle::default(),
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Lays the histogram on its side: the samples are those of y.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Counts other samples, in the same bins unless [`rebin`](Self::rebin) says otherwise.
    pub fn set_data<S: Data>(&mut self, samples: S) -> &mut Self {
        self.samples = Column::new(samples);
        self
    }

    /// Spreads the bins from `low` to `high`, and counts nothing outside; default: from the
    /// smallest to the largest sample. [`Bins::Edges`] have no need of it.
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
        self.binning.edges(&self.samples).unwrap_or_default()
    }

    /// What is in each bin, as it is drawn: the number or the weight of its samples, or their
    /// density, summed up if `cumulative`.
    pub fn counts(&self) -> Vec<f64> {
        self.heights(&self.edges())
    }
}

properties! { Histogram {
    /// The bins: how many, `20`, their edges, `[0.0, 1.0, 5.0]`, or a rule, [`Bins::Auto`];
    /// default: 10.
    bins / set_bins(bins: impl Into<Bins>) |hist| {
        hist.binning.set_bins(bins.into());
    };
    /// Lets the edges follow the samples of each frame; default: false, which keeps to those of
    /// `#[setup]`.
    rebin / set_rebin(on: bool) |hist| hist.binning.set_rebin(on);
    /// Counts each sample as so much; as many as there are samples. What is not finite is nothing.
    weights / set_weights(weights: impl Data) |hist| {
        hist.weights = Some(Column::new(weights));
    };
    /// Shows the fraction of each bin over its width, so that the area is 1; default: false.
    density / set_density(on: bool) |hist| hist.density = on;
    /// Adds to each bin those before it; with `density` they grow to 1. Default: false.
    cumulative / set_cumulative(on: bool) |hist| hist.cumulative = on;
    /// Bars by default, or steps.
    #[doc(alias = "histtype")]
    style / set_style(style: impl OneOf<HistStyle>) |hist| {
        hist.common.misnamed.set("style", style, &mut hist.style);
    };
} }
patch_properties!(Histogram, "lines");
hatch_properties!(Histogram, patch.hatching);
no_data!(Histogram: new(samples) set_data);
common_properties!(Histogram);
crate::parts::outline::outline_properties!(Histogram);

impl Draw for Histogram {
    draw_common!(Histogram);
    draw_binned!(Histogram, samples);

    fn check(&self) -> Result<(), FigureError> {
        self.binning.check_range("Histogram", "range")?;
        if let Some(weights) = &self.weights {
            let samples = ("samples", self.samples.len());
            checked_lengths("Histogram", samples, ("weights", weights.len()))?;
            self.binning.check_weighted("Histogram", "bins")?;
        }
        let edges = self.binning.edges(&self.samples);
        edges.map_err(|message| FigureError::new("Histogram", "bins", message))?;
        self.patch.check("Histogram")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        match self.style {
            HistStyle::Bars => {
                let bars = self.bars(pen);
                self.patch.draw(pen, &self.common, &bars);
            }
            HistStyle::StepFilled => {
                let area = patch::polygon(self.tops(pen).into_iter(), pen.around());
                self.patch.draw(pen, &self.common, &area);
            }
            HistStyle::Step => {
                let tops = self.tops(pen);
                let line = polyline(tops.iter().copied(), pen.around());
                let area = patch::polygon(tops.into_iter(), pen.around());
                self.patch.draw_line_around(pen, &self.common, (&line, &area));
            }
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        match self.style {
            HistStyle::Bars => self.bars(pen),
            _ => polyline(self.tops(pen).into_iter(), pen.around()),
        }
    }

    fn extent(&self) -> Extent {
        let edges = self.edges();
        let reach = |values: Vec<f64>| values.into_iter().filter_map(Reach::of).reduce(Reach::with);
        let heights = self.heights(&edges).into_iter().chain((!edges.is_empty()).then_some(0.0));
        let y = reach(heights.collect()).map(|reach| reach.sticking_at(0.0));
        let extent = Extent::flat(reach(edges), y);
        if self.horizontal { extent.transposed() } else { extent }
    }

    fn frozen_extent_on(&self, _: (AxisScale, AxisScale)) -> Extent {
        if self.binning.is_ranged(&self.samples) || self.binning.is_given() {
            return self.extent();
        }
        // the bins around a single sample, or none, are not those to come
        let along = self.samples.iter().filter_map(|sample| Reach::of(*sample)).reduce(Reach::with);
        let extent = Extent::flat(along, None);
        if self.horizontal { extent.transposed() } else { extent }
    }

    /// As in matplotlib, a line is above all areas.
    fn default_zorder(&self) -> f64 {
        if self.style == HistStyle::Step { 2.0 } else { 1.0 }
    }

    fn key_color(&self, style: &crate::Style) -> Option<crate::Color> {
        self.patch.key_color(style)
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        match self.style {
            HistStyle::Step => {
                let area = area.to_path(0.1);
                self.patch.draw_line_around(pen, &self.common, (&area, &area));
            }
            _ => self.patch.draw_key(pen, &self.common, area),
        }
    }

    /// As in matplotlib, that of lines, so that a curve over its histogram is of another colour.
    fn take_color(&mut self, cycle: &mut Cycle) {
        self.patch.color.get_or_insert_with(|| cycle.next_line().into());
    }
}
