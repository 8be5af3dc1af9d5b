//! Points counted in hexagons.

mod strips;
#[cfg(test)]
mod tests;

use crate::{
    AxisScale, FigureError, Number, OneOf, Projection, Reduction,
    artist::Draw,
    base::{
        check::{HEXAGONS, checked_lengths},
        data::{Column, Data, point_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        range::nonsingular,
    },
    color::{
        Color,
        mapping::{Mapping, mapping_properties},
        norm::Values,
    },
    numeric::hexagons::Hexagons,
    parts::{
        area_edges::draw_area_edges,
        common::{Common, First, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{Patch, edge_properties},
    },
    pen::Pen,
    scene::areas::Areas,
};
use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};
use vello_cpu::{
    kurbo::{BezPath, Point},
    peniko::Fill,
};

/// How many of its points fall into each hexagon, or what their values are, as colours. A point with a
/// coordinate or a value that is not finite does not count.
///
/// Where the hexagons stand follows from the points as `#[setup]` leaves them, or from those of the first frame
/// if setup's have no range, and stays; so do the limits of the colours. matplotlib's `bins="log"` is
/// `norm("log")`.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = normal(0.0, 1.0, 20_000);
/// let y: Vec<f64> = x.iter().zip(normal(1.0, 0.8, 20_000)).map(|(x, noise)| x * x + noise).collect();
/// let counts = ax.add(Hexbin::new(x, y).gridsize(25).extent([-3, 3, -1, 7]).norm("log"));
/// ax.add_colorbar(counts, Colorbar::new().label("points"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("hexbin", fig);
/// ```
#[doc = include_str!("../../docs/hexbin.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "hexbin")]
#[derive(Debug, Clone)]
pub struct Hexbin {
    x: Column,
    y: Column,
    values: Option<Column>,
    reduction: Reduction,
    gridsize: GridSize,
    mincnt: Option<usize>,
    extent: Option<[f64; 4]>,
    xscale: AxisScale,
    yscale: AxisScale,
    rebin: bool,
    /// As setup's points decided it, on the scales.
    frozen: Option<[f64; 4]>,
    marginals: bool,
    /// What the hexagons show, once it was asked for.
    found: Arc<OnceLock<Vec<f64>>>,
    mapping: Mapping,
    edge: Patch,
    common: Common,
}

/// How many hexagons stand across a [`Hexbin`], and how many up it: `30`, which makes them about regular where
/// the plot is square, or `(30, 20)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridSize(usize, usize);

impl From<usize> for GridSize {
    fn from(across: usize) -> Self {
        // as many as fit, which is not less than one
        Self(across, ((across as f64 / 3.0_f64.sqrt()) as usize).max(1))
    }
}

impl From<(usize, usize)> for GridSize {
    fn from((across, up): (usize, usize)) -> Self {
        Self(across, up)
    }
}

impl Hexbin {
    /// Of the points (`x`, `y`), which must be equally many, in 100 hexagons across.
    pub fn new(x: impl Data, y: impl Data) -> Self {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            values: None,
            reduction: Reduction::default(),
            gridsize: 100.into(),
            mincnt: None,
            extent: None,
            xscale: AxisScale::Linear,
            yscale: AxisScale::Linear,
            rebin: false,
            frozen: None,
            marginals: false,
            found: Arc::default(),
            mapping: Mapping::default(),
            edge: Patch::of_collection(),
            common: Common::default(),
        }
    }

    /// Counts other points, in the same hexagons unless [`rebin`](Self::rebin) says otherwise.
    pub fn set_data(&mut self, x: impl Data, y: impl Data) -> &mut Self {
        self.set_x(x).set_y(y)
    }

    /// Moves the points along x; as many as there are of y.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.changed().x = Column::new(x);
        self
    }

    /// Moves the points along y; as many as there are of x.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.changed().y = Column::new(y);
        self
    }

    /// Itself, to be changed so that hexagons may show something else.
    fn changed(&mut self) -> &mut Self {
        self.found = Arc::default();
        self
    }
}

properties! { Hexbin {
    /// Instead of counting the points, shows the mean of their values in each hexagon, or what
    /// [`reduction`](Self::reduction) makes of them; as many as there are points. matplotlib's `C`.
    #[doc(alias = "C")]
    values / set_values(values: impl Data) |bins| {
        bins.changed().values = Some(Column::new(values));
    };
    /// What is shown of the values in a hexagon: `"mean"`, the default, `"sum"`, `"min"`, `"max"`, `"median"`,
    /// `"std"`, or a [`Reduction`] by a function.
    #[doc(alias = "reduce_C_function")]
    reduction / set_reduction(reduction: impl OneOf<Reduction>) |bins| {
        bins.changed();
        bins.common.misnamed.set("reduction", reduction, &mut bins.reduction);
    };
    /// How many hexagons stand across, `30`, or across and up, `(30, 20)`; default: 100, and 57 up.
    gridsize / set_gridsize(size: impl Into<GridSize>) |bins| {
        bins.changed().gridsize = size.into();
    };
    /// Leaves out hexagons of fewer points; by default none, and with values those without any.
    mincnt / set_mincnt(least: usize) |bins| {
        bins.changed().mincnt = Some(least);
    };
    /// Where hexagons stand: left, right, bottom and top in data coordinates, on logarithmic scales too. Points
    /// outside do not count. Default: from the smallest to the largest of the points' coordinates.
    extent / set_extent(extent: [impl Number; 4]) |bins| {
        (bins.extent, bins.frozen) = (Some(extent.map(Number::value)), None);
        bins.changed();
    };
    /// How hexagons stand along x: evenly, `"linear"`, the default, or by the logarithm, `"log"`, for axes of
    /// that scale; then what is not above zero does not count.
    xscale / set_xscale(scale: impl OneOf<AxisScale>) |bins| {
        bins.common.misnamed.set("xscale", scale, &mut bins.xscale);
        bins.changed().frozen = None;
    };
    /// How hexagons stand along y, as `xscale`.
    yscale / set_yscale(scale: impl OneOf<AxisScale>) |bins| {
        bins.common.misnamed.set("yscale", scale, &mut bins.yscale);
        bins.changed().frozen = None;
    };
    /// Lets the hexagons follow the points of each frame; default: false, which keeps to those of `#[setup]`.
    rebin / set_rebin(on: bool) |bins| {
        bins.rebin = on;
        if on {
            bins.changed().frozen = None;
        }
    };
    /// Draws a strip of boxes along the lower and along the left edge of the axes, a twentieth of it thick, one box
    /// for each column of hexagons and one for each row. Its colour is that of the mean count of its hexagons, or
    /// of what the reduction makes of the values of its points; default: false.
    marginals / set_marginals(on: bool) |bins| bins.marginals = on;
} }
edge_properties!(Hexbin, edge);
hatch_properties!(Hexbin, edge.hatching);
mapping_properties!(Hexbin);
point_data!(Hexbin, 2: new(x, y));
common_properties!(Hexbin);

/// How much is shown around points that are all at one place: matplotlib's.
const AROUND: f64 = 0.1;

impl Hexbin {
    /// The points that count on the scales, with their values.
    fn points(&self) -> impl Iterator<Item = (f64, f64, f64)> {
        let pairs = self.x.iter().zip(&*self.y).enumerate();
        let points = pairs.map(|(i, (&x, &y))| {
            let value = self.values.as_ref().map_or(Some(0.0), |values| values.get(i).copied());
            (self.xscale.forward(x), self.yscale.forward(y), value.unwrap_or(f64::NAN))
        });
        points.filter(|(x, y, value)| x.is_finite() && y.is_finite() && value.is_finite())
    }

    /// The smallest and the largest coordinates on the scales; infinite without points.
    fn reach(&self) -> [f64; 4] {
        let nothing = [f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY];
        self.points().fold(nothing, |[left, right, bottom, top], (x, y, _)| {
            [left.min(x), right.max(x), bottom.min(y), top.max(y)]
        })
    }

    /// Where the hexagons stand, on the scales.
    fn area(&self) -> [f64; 4] {
        if let Some([left, right, bottom, top]) = self.extent {
            let [left, right] = [left, right].map(|x| self.xscale.forward(x));
            let [bottom, top] = [bottom, top].map(|y| self.yscale.forward(y));
            return [left, right, bottom, top];
        }
        self.frozen.unwrap_or_else(|| match self.reach() {
            [left, right, ..] if left > right => [0.0, 1.0, 0.0, 1.0],
            [left, right, bottom, top] => {
                let (left, right) = nonsingular(left, right, AROUND);
                let (bottom, top) = nonsingular(bottom, top, AROUND);
                [left, right, bottom, top]
            }
        })
    }

    fn hexagons(&self) -> Hexagons {
        // asked for before it is known to be allowed
        let within = |count: usize| count.clamp(1, HEXAGONS.most());
        Hexagons::new((within(self.gridsize.0), within(self.gridsize.1)), self.area())
    }

    /// What each hexagon shows, NaN if it is left out.
    fn shown(&self) -> &[f64] {
        self.found.get_or_init(|| self.counted(&self.hexagons()))
    }

    fn counted(&self, hexagons: &Hexagons) -> Vec<f64> {
        let placed = self.points().filter_map(|(x, y, value)| Some((hexagons.of((x, y))?, value)));
        let mut counts = vec![0_usize; hexagons.count()];
        if self.values.is_none() {
            placed.for_each(|(hexagon, _)| counts[hexagon] += 1);
            let least = self.mincnt.unwrap_or(0);
            let shown = counts.into_iter().map(|count| match count >= least {
                true => count as f64,
                false => f64::NAN,
            });
            return shown.collect();
        }
        let least = self.mincnt.unwrap_or(1).max(1);
        self.reduction.of_groups(hexagons.count(), placed.collect(), least)
    }

    fn areas(&self, pen: &Pen<'_>, color: impl Fn(f64) -> Color) -> Areas {
        let hexagons = self.hexagons();
        let near = pen.around();
        let mut areas = Areas::default();
        for (i, value) in self.shown().iter().enumerate() {
            let color = color(*value);
            if color.alpha() == 0.0 {
                continue;
            }
            let corners = hexagons.corners(i).into_iter().map(|corner| self.onto(pen, corner));
            if areas.add(corners, &[6], near) {
                areas.end(color, i);
            }
        }
        areas
    }

    fn onto(&self, pen: &Pen<'_>, (x, y): (f64, f64)) -> Point {
        pen.transform.at(self.xscale.inverse(x), self.yscale.inverse(y))
    }

    /// Is it known where the hexagons stand?
    fn is_ranged(&self) -> bool {
        let [left, right, bottom, top] = self.reach();
        self.extent.is_some() || (left < right && bottom < top)
    }

    fn choice(&self) -> String {
        format!("{:?} {:?} {:?}", self.extent, self.xscale, self.yscale)
    }

    fn awaits_area(&self) -> bool {
        !self.rebin && self.extent.is_none() && self.frozen.is_none()
    }
}

impl Draw for Hexbin {
    draw_common!(Hexbin);

    fn check(&self) -> Result<(), FigureError> {
        let error = |argument, message| Err(FigureError::new("Hexbin", argument, message));
        checked_lengths("Hexbin", ("x", self.x.len()), ("y", self.y.len()))?;
        if let Some(values) = &self.values {
            checked_lengths("Hexbin", ("x", self.x.len()), ("values", values.len()))?;
        }
        HEXAGONS.check("Hexbin", "gridsize", self.gridsize.0)?;
        HEXAGONS.check("Hexbin", "gridsize", self.gridsize.1)?;
        for (argument, scale) in [("xscale", self.xscale), ("yscale", self.yscale)] {
            if !matches!(scale, AxisScale::Linear | AxisScale::Log) {
                return error(argument, "hexagons stand on linear and logarithmic scales".into());
            }
        }
        if let Some(extent) = self.extent {
            let [left, right, bottom, top] = self.area();
            if !(extent.iter().all(|edge| edge.is_finite()) && left < right && bottom < top) {
                let edges = extent.map(written).join(", ");
                let message = format!(
                    "[{edges}] is no area: left below right and bottom below top, and above zero on \
                     logarithmic scales"
                );
                return error("extent", message);
            }
        }
        self.edge.check("Hexbin")?;
        self.mapping.check("Hexbin")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let mapping = match self.mapping.is_frozen() {
            true => Cow::Borrowed(&self.mapping),
            false => self.mapping.frozen(self.shown().iter().copied()),
        };
        let color = |value| {
            let color = mapping.color(value);
            color.with_alpha(color.alpha() * self.common.alpha)
        };
        let areas = Arc::new(self.areas(pen, color));
        pen.scene.areas(&areas);
        if self.edge.hatching.is_some() {
            let mut all = BezPath::new();
            areas.all().iter().for_each(|area| areas.outline(area, &mut all));
            let edge = self.edge.edge_color.as_ref();
            self.edge.hatching.draw(pen, &self.common, (0, &all), Fill::NonZero, edge);
        }
        if let Some((color, stroke)) = self.edge.edge_stroke(pen) {
            let color = self.common.fade(&color);
            draw_area_edges(pen, &areas, &stroke, |_| color);
        }
        if self.marginals && pen.projection() == Projection::Rectilinear {
            let strips = self.strips(pen, color);
            pen.scene.areas(&Arc::new(strips));
        }
    }

    fn extent(&self) -> Extent {
        let ([_, _, bottom, top], (left, right)) = (self.area(), self.hexagons().ends_across());
        let [left, right] = [left, right].map(|x| self.xscale.inverse(x));
        let [bottom, top] = [bottom, top].map(|y| self.yscale.inverse(y));
        let reach = |a: f64, b: f64| Some(Reach::of(a)?.with(Reach::of(b)?));
        Extent::flat(reach(left, right), reach(bottom, top))
    }

    fn frozen_extent_on(&self, _: (AxisScale, AxisScale)) -> Extent {
        if self.is_ranged() {
            return self.extent();
        }
        // the hexagons around a single point, or none, are not those to come
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
        Some(Cow::Borrowed(self.shown()))
    }

    fn is_open(&self) -> bool {
        self.mapping.is_open() || self.awaits_area()
    }

    fn first(&self) -> First {
        let has_points = self.points().next().is_some();
        let values = self.shown().iter().copied();
        First {
            values: Values::of(values).filter(|_| has_points),
            numbers: has_points.then(|| self.area().to_vec()),
            choice: self.choice(),
        }
    }

    fn keep(&mut self, first: &First) {
        let area = first.numbers.as_ref().and_then(|area| <[f64; 4]>::try_from(&**area).ok());
        if self.awaits_area() && first.choice == self.choice() {
            self.changed().frozen = area;
        }
        self.mapping.keep(first.values);
    }

    fn freeze(&mut self) {
        if self.awaits_area() && self.is_ranged() {
            self.frozen = Some(self.area());
            self.changed();
        }
    }
}
