//! Histograms of two variables: how many points fall into each cell.

#[cfg(test)]
mod tests;

use crate::{
    AxisScale, Bins, FigureError, Interval,
    artist::Draw,
    base::{
        check::{CELLS, checked_lengths},
        data::{Column, Data, Number, point_data},
        extent::{Extent, Reach},
        properties::properties,
        rows::Matrix,
        warning::Warnings,
    },
    color::mapping::{Mapping, mapping_properties},
    numeric::bins::cell_counts,
    parts::{
        binning::Binning,
        cells::Edges,
        common::{Common, First, common_properties, draw_common},
    },
    pen::Pen,
    scene::cells::{CellColors, CellGrid},
};
use std::borrow::Cow;

/// How many of its points fall into each cell of a grid, as colours: matplotlib's `hist2d`. A point with a
/// coordinate that is not finite does not count.
///
/// The edges of the cells follow from the points as `#[setup]` leaves them, or from those of the first frame if
/// setup's have no range, and stay, as those of a [`Histogram`](crate::Histogram) do; so do the limits of the
/// colours.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = normal(0.0, 1.0, 20_000);
/// let y: Vec<f64> = x.iter().zip(normal(1.0, 0.8, 20_000)).map(|(x, noise)| 0.6 * x + noise).collect();
/// let counts = ax.add(Histogram2D::new(x, y).bins(50).cmin(1));
/// ax.set_xlabel("height").set_ylabel("weight");
/// ax.add_colorbar(counts, Colorbar::new().label("people"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("histogram2d", fig);
/// ```
#[doc = include_str!("../../docs/histogram2d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "hist2d")]
#[derive(Debug, Clone)]
pub struct Histogram2D {
    x: Column,
    y: Column,
    weights: Option<Column>,
    /// Of x and of y, each with the argument that said its bins.
    binnings: [(Binning, &'static str); 2],
    density: bool,
    cmin: Option<f64>,
    cmax: Option<f64>,
    mapping: Mapping,
    /// The cells may move with the frames.
    is_moving: bool,
    is_frozen: bool,
    common: Common,
}

impl Histogram2D {
    /// Of the points (`x`, `y`), which must be equally many, in ten by ten cells.
    pub fn new(x: impl Data, y: impl Data) -> Self {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            weights: None,
            binnings: [(); 2].map(|()| (Binning::default(), "bins")),
            density: false,
            cmin: None,
            cmax: None,
            mapping: Mapping::default(),
            is_moving: false,
            is_frozen: false,
            common: Common::default(),
        }
    }

    /// Counts other points, in the same cells unless [`rebin`](Self::rebin) says otherwise.
    pub fn set_data(&mut self, x: impl Data, y: impl Data) -> &mut Self {
        self.set_x(x).set_y(y)
    }

    /// Moves the points along x; as many as there are of y.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the points along y; as many as there are of x.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    /// Spreads the cells over these two ranges, and counts nothing outside; default: from the smallest to the
    /// largest of the points' coordinates. [`Bins::Edges`] have no need of it.
    #[must_use]
    pub fn range(mut self, x: impl Interval, y: impl Interval) -> Self {
        self.set_range(x, y);
        self
    }

    /// Spreads the cells over these two ranges, and counts nothing outside.
    pub fn set_range(&mut self, x: impl Interval, y: impl Interval) -> &mut Self {
        self.binnings[0].0.set_range(x.ends());
        self.binnings[1].0.set_range(y.ends());
        self.is_moving |= self.is_frozen;
        self
    }

    /// The edges of the cells along x, one more than there are columns. Empty if there can be none.
    pub fn xedges(&self) -> Vec<f64> {
        self.edges().x
    }

    /// The edges of the cells along y, one more than there are rows. Empty if there can be none.
    pub fn yedges(&self) -> Vec<f64> {
        self.edges().y
    }

    /// What is in each cell, row by row of y: the number or the weight of its points, or their density; NaN
    /// where `cmin` or `cmax` leaves it out.
    pub fn counts(&self) -> Vec<Vec<f64>> {
        let edges = self.edges();
        let columns = edges.x.len().saturating_sub(1).max(1);
        self.values(&edges).chunks(columns).map(<[f64]>::to_vec).collect()
    }

    fn set_bins_of(&mut self, axis: usize, bins: Bins, argument: &'static str) {
        self.binnings[axis].0.set_bins(bins);
        self.binnings[axis].1 = argument;
        self.is_moving |= self.is_frozen;
    }

    /// The coordinates of the points that count, those of x and those of y.
    fn points(&self) -> [Cow<'_, [f64]>; 2] {
        let pairs = || self.x.iter().zip(&*self.y);
        let counts = |(x, y): &(&f64, &f64)| x.is_finite() && y.is_finite();
        if self.x.len() == self.y.len() && pairs().all(|pair| counts(&pair)) {
            return [Cow::Borrowed(&*self.x), Cow::Borrowed(&*self.y)];
        }
        let (x, y): (Vec<f64>, Vec<f64>) = pairs().filter(counts).unzip();
        [Cow::Owned(x), Cow::Owned(y)]
    }

    fn edges(&self) -> Edges {
        let points = self.points();
        let edges = |axis: usize| self.binnings[axis].0.edges(&points[axis]).unwrap_or_default();
        Edges { x: edges(0), y: edges(1) }
    }

    /// What is in the cells between these edges.
    fn values(&self, edges: &Edges) -> Vec<f64> {
        let along = |edges: &[f64]| edges.len().saturating_sub(1);
        if along(&edges.x).saturating_mul(along(&edges.y)) > CELLS.most() {
            return Vec::new(); // asked for before it is known to be allowed
        }
        let between = (&*edges.x, &*edges.y);
        let mut values = cell_counts((&self.x, &self.y), self.weights.as_deref(), between);
        let all: f64 = values.iter().sum();
        if self.density && all != 0.0 {
            let widths = |edges: &[f64]| -> Vec<f64> {
                edges.windows(2).map(|pair| pair[1] - pair[0]).collect()
            };
            let (columns, rows) = (widths(&edges.x), widths(&edges.y));
            for (row, height) in values.chunks_mut(columns.len().max(1)).zip(rows) {
                for (value, width) in row.iter_mut().zip(&columns) {
                    *value = *value / width / height / all;
                }
            }
        }
        let is_out = |value: f64| {
            self.cmin.is_some_and(|cmin| value < cmin) || self.cmax.is_some_and(|cmax| value > cmax)
        };
        values.iter_mut().filter(|value| is_out(**value)).for_each(|value| *value = f64::NAN);
        values
    }

    fn is_ranged(&self) -> bool {
        let points = self.points();
        let binnings = self.binnings.iter().zip(&points);
        binnings.into_iter().all(|((binning, _), p)| binning.is_ranged(p) || binning.is_given())
    }

    fn choice(&self) -> String {
        format!("{} {}", self.binnings[0].0.choice(), self.binnings[1].0.choice())
    }
}

properties! { Histogram2D {
    /// The bins of x and of y: how many, `20`, their edges, `[0.0, 1.0, 5.0]`, or a rule, [`Bins::Auto`];
    /// default: 10.
    bins / set_bins(bins: impl Into<Bins>) |hist| {
        let bins = bins.into();
        hist.set_bins_of(0, bins.clone(), "bins");
        hist.set_bins_of(1, bins, "bins");
    };
    /// The bins of x alone.
    xbins / set_xbins(bins: impl Into<Bins>) |hist| hist.set_bins_of(0, bins.into(), "xbins");
    /// The bins of y alone.
    ybins / set_ybins(bins: impl Into<Bins>) |hist| hist.set_bins_of(1, bins.into(), "ybins");
    /// Lets the edges of the cells follow the points of each frame; default: false, which keeps to those of
    /// `#[setup]`.
    rebin / set_rebin(on: bool) |hist| hist.binnings.iter_mut().for_each(|binning| binning.0.set_rebin(on));
    /// Counts each point as so much; as many as there are points. What is not finite is nothing.
    weights / set_weights(weights: impl Data) |hist| hist.weights = Some(Column::new(weights));
    /// Shows the fraction of each cell over its area, so that the volume is 1; default: false.
    density / set_density(on: bool) |hist| hist.density = on;
    /// Leaves out cells of less than this, `1` those without a point; default: none.
    cmin / set_cmin(least: impl Number) |hist| hist.cmin = Some(least.value());
    /// Leaves out cells of more than this; default: none.
    cmax / set_cmax(most: impl Number) |hist| hist.cmax = Some(most.value());
} }
mapping_properties!(Histogram2D);
point_data!(Histogram2D, 2: new(x, y));
common_properties!(Histogram2D);

impl Draw for Histogram2D {
    draw_common!(Histogram2D);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Histogram2D", ("x", self.x.len()), ("y", self.y.len()))?;
        let points = self.points();
        let mut cells = 1_usize;
        for ((binning, argument), points) in self.binnings.iter().zip(&points) {
            binning.check_range("Histogram2D", "range")?;
            if let Some(weights) = &self.weights {
                let x = ("x", self.x.len());
                checked_lengths("Histogram2D", x, ("weights", weights.len()))?;
                binning.check_weighted("Histogram2D", argument)?;
            }
            let edges = binning.edges(points);
            let edges = edges.map_err(|what| FigureError::new("Histogram2D", argument, what))?;
            cells = cells.saturating_mul(edges.len() - 1);
        }
        CELLS.check("Histogram2D", self.binnings[1].1, cells)?;
        for (argument, limit) in [("cmin", self.cmin), ("cmax", self.cmax)] {
            if limit.is_some_and(f64::is_nan) {
                return Err(FigureError::new("Histogram2D", argument, "NaN is not a count"));
            }
        }
        self.mapping.check("Histogram2D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let edges = self.edges();
        let values = self.values(&edges);
        if values.is_empty() {
            return;
        }
        let is_moving = pen.moving || self.is_moving || self.binnings[0].0.follows();
        let mapping = self.mapping.frozen(values.iter().copied()).into_owned();
        let rows = Matrix::new(values.chunks(edges.x.len() - 1));
        pen.scene.cells(CellGrid {
            places: edges.places(pen, is_moving),
            colors: CellColors::Mapped(rows, mapping),
            alpha: self.common.alpha,
            room: pen.frame,
        });
    }

    fn extent(&self) -> Extent {
        let reach = |edges: Vec<f64>| Reach::of_edges(*edges.first()?, *edges.last()?);
        let Edges { x, y } = self.edges();
        Extent::flat(reach(x), reach(y))
    }

    fn frozen_extent_on(&self, _: (AxisScale, AxisScale)) -> Extent {
        if self.is_ranged() {
            return self.extent();
        }
        // the cells around a single point, or none, are not those to come
        Extent::of_columns(&self.x, &self.y)
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn mapping(&self) -> Option<&Mapping> {
        Some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        Some(Cow::Owned(self.values(&self.edges())))
    }

    fn warn(&self, warnings: &mut Warnings) {
        self.binnings[0].0.warn("Histogram2D", "range", warnings);
        self.warn_of_values(warnings);
    }

    fn is_open(&self) -> bool {
        self.mapping.is_open() || self.binnings.iter().any(|(binning, _)| binning.is_open())
    }

    fn first(&self) -> First {
        let points = self.points();
        let edges = |axis: usize| self.binnings[axis].0.first(&points[axis]);
        // those of both, with NaN between them
        let numbers = edges(0).zip(edges(1)).map(|(x, y)| [x, vec![f64::NAN], y].concat());
        let values = self.values(&self.edges()).into_iter();
        let values = crate::color::norm::Values::of(values).filter(|_| !points[0].is_empty());
        First { values, numbers, choice: self.choice() }
    }

    fn keep(&mut self, first: &First) {
        if first.choice == self.choice() {
            let edges = first.numbers.as_deref().unwrap_or_default();
            for ((binning, _), edges) in
                self.binnings.iter_mut().zip(edges.split(|edge| edge.is_nan()))
            {
                binning.keep(Some(edges).filter(|edges| edges.len() > 1));
            }
        }
        self.mapping.keep(first.values);
    }

    fn freeze(&mut self) {
        let points = self.points().map(Cow::into_owned);
        for ((binning, _), points) in self.binnings.iter_mut().zip(&points) {
            binning.freeze(points);
        }
        self.is_frozen = true;
    }
}
