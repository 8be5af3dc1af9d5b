//! Areas on top of each other.

use crate::{
    Baseline, FigureError, Label, OneOf,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, DataRows, no_data},
        extent::{Extent, Reach},
        properties::properties,
    },
    color::Color,
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        hatching::hatches_properties,
        named_parts::{NamedParts, named_parts_properties},
        patch::{Patch, edge_properties},
    },
    pen::Pen,
    scene::areas::Areas,
};
use std::sync::Arc;
use vello_cpu::{
    kurbo::{BezPath, Point, Rect},
    peniko::Fill,
};

/// Rows of values as areas, each on top of the one before it. Where a row has a value that is not finite it and those
/// above it have a gap.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let years = linspace(1990, 2026, 60);
/// let rise = |from: f64, top: f64| years.iter().map(move |t| top / (1.0 + (-(t - from) / 4.0).exp()));
/// let rows: Vec<Vec<f64>> =
///     [(2005.0, 30.0), (2014.0, 24.0), (2019.0, 18.0)].iter().map(|(from, top)| rise(*from, *top).collect()).collect();
/// ax.add(StackPlot::new(&years, rows).labels(["water", "wind", "sun"]).alpha(0.8));
/// ax.set_ylabel("TWh").set_xlim(1990, 2026).set_legend(Legend::new().loc("upper left").reverse(true));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("stack_plot", fig);
/// ```
#[doc = include_str!("../../docs/stack_plot.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("stackplot", "streamgraph"))]
#[derive(Debug, Clone)]
pub struct StackPlot {
    x: Column,
    y: Vec<Column>,
    baseline: Baseline,
    parts: NamedParts,
    patch: Patch,
    common: Common,
}

impl StackPlot {
    /// An area for each row of `y`, all of which have as many values as `x`.
    pub fn new(x: impl Data, y: impl DataRows) -> Self {
        Self {
            x: Column::new(x),
            y: y.rows().map(Column::new).collect(),
            baseline: Baseline::default(),
            parts: NamedParts::default(),
            patch: Patch::of_collection(),
            common: Common::default(),
        }
    }

    /// Moves everything, as [`StackPlot::new`] takes it.
    pub fn set_data(&mut self, x: impl Data, y: impl DataRows) -> &mut Self {
        self.set_x(x).set_y(y)
    }

    /// Moves the areas along x; as many as each row has values.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Changes the rows, each of as many values as there are of x.
    pub fn set_y<Y: DataRows>(&mut self, y: Y) -> &mut Self {
        self.y = y.rows().map(Column::new).collect();
        self
    }

    fn curves(&self) -> Vec<Vec<f64>> {
        let rows: Vec<&[f64]> = self.y.iter().map(|row| &**row).collect();
        // limits are asked for before rows are refused
        match rows.iter().all(|row| row.len() == self.x.len()) {
            true => self.baseline.curves(&rows),
            false => Vec::new(),
        }
    }

    /// The points of a row's area between two curves, stretch by stretch without gaps, in data coordinates.
    fn stretches(&self, below: &[f64], above: &[f64]) -> Vec<Vec<Point>> {
        let is_there =
            |i: &usize| [self.x[*i], below[*i], above[*i]].into_iter().all(f64::is_finite);
        let there: Vec<usize> = (0..self.x.len()).filter(is_there).collect();
        let runs = there.chunk_by(|a, b| a + 1 == *b);
        let around = runs.map(|run| {
            let feet = run.iter().map(|&i| Point::new(self.x[i], below[i]));
            feet.chain(run.iter().rev().map(|&i| Point::new(self.x[i], above[i]))).collect()
        });
        around.collect()
    }

    fn areas(&self, pen: &Pen<'_>) -> Areas {
        let (curves, near) = (self.curves(), pen.around());
        let mut areas = Areas::default();
        for (row, pair) in curves.windows(2).enumerate() {
            let mut is_seen = false;
            for stretch in self.stretches(&pair[0], &pair[1]) {
                let corners: Vec<Point> = pen.transform.path(stretch.into_iter()).collect();
                let count = corners.len();
                is_seen |= areas.add(corners.into_iter(), &[count], near);
            }
            if is_seen {
                areas.end(self.common.fade(&self.parts.face(row)), row);
            }
        }
        areas
    }
}

properties! { StackPlot {
    /// Where the lowest area begins: on 0, `"zero"`, the default; `"sym"`, as far below 0 as the highest one ends
    /// above; `"wiggle"` and `"weighted_wiggle"`, where the areas wind least.
    baseline / set_baseline(baseline: impl OneOf<Baseline>) |stack| {
        stack.common.misnamed.set("baseline", baseline, &mut stack.baseline);
    };
} }
edge_properties!(StackPlot, patch);
named_parts_properties!(StackPlot, "area");
hatches_properties!(StackPlot, patch.hatching, "area, the lowest first,");
no_data!(StackPlot: new(x; y) set_data);
common_properties!(StackPlot);
crate::parts::outline::outline_properties!(StackPlot);

impl Draw for StackPlot {
    draw_common!(StackPlot);

    fn check(&self) -> Result<(), FigureError> {
        for row in &self.y {
            checked_lengths("StackPlot", ("x", self.x.len()), ("y", row.len()))?;
        }
        self.parts.check("StackPlot", ("y", self.y.len()))?;
        self.patch.check("StackPlot")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let areas = Arc::new(self.areas(pen));
        let outlines = || {
            areas.all().iter().map(|area| {
                let mut outline = BezPath::new();
                areas.outline(area, &mut outline);
                (area, outline)
            })
        };
        match pen.scene.hand() {
            None => pen.scene.areas(&areas),
            // which draws one after the other
            Some(_) => outlines().for_each(|(area, outline)| {
                pen.scene.fill_area(&outline, area.color);
            }),
        }
        if self.patch.hatching.is_some() {
            for (area, outline) in outlines() {
                let outline = (area.number, &outline);
                self.patch.draw_hatch(pen, &self.common, outline, Fill::NonZero);
            }
        }
        if let Some((color, stroke)) = self.patch.edge_stroke(pen) {
            for (_, outline) in outlines() {
                pen.scene.stroke(&outline, &stroke, self.common.fade(&color));
            }
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let areas = self.areas(pen);
        let mut outline = BezPath::new();
        areas.all().iter().for_each(|area| areas.outline(area, &mut outline));
        outline
    }

    fn extent(&self) -> Extent {
        let curves = self.curves();
        let pairs = curves.windows(2);
        let points = pairs.flat_map(|pair| self.stretches(&pair[0], &pair[1])).flatten();
        let extent = Extent::of_points(points.map(|at| (at.x, at.y)));
        Extent { y: extent.y.map(|y: Reach| y.sticking_at(0.0)), ..extent }
    }

    fn default_zorder(&self) -> f64 {
        1.0
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

    fn part_color(&self, row: usize, _style: &crate::Style) -> Option<Color> {
        self.parts.face(row).get().ok()
    }

    fn draw_part_key(&self, row: usize, pen: &mut Pen<'_>, area: Rect) {
        self.patch.draw_key_of(pen, &self.common, (row, area), &self.parts.face(row));
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.parts.take_colors(cycle, self.y.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_goes_up_through_the_stack() {
        let stack =
            StackPlot::new(0..4, [[1.0, 1.0, 1.0, 1.0], [1.0, f64::NAN, 1.0, 1.0], [1.0; 4]]);
        let curves = stack.curves();
        let counts = |row: usize| -> Vec<usize> {
            let stretches = stack.stretches(&curves[row], &curves[row + 1]);
            stretches.iter().map(Vec::len).collect()
        };
        assert_eq!((counts(0), counts(1), counts(2)), (vec![8], vec![2, 4], vec![2, 4]));
    }

    #[test]
    fn a_stack_stands_on_zero() {
        let y = |stack: StackPlot| {
            stack.extent().y.map(|y| (y.low, y.high, y.low_sticks, y.high_sticks))
        };
        let stack = || StackPlot::new(0..2, [[1, 2], [3, 4]]);
        assert_eq!(y(stack()), Some((0.0, 6.0, true, false)));
        assert_eq!(y(stack().baseline("sym")), Some((-3.0, 3.0, false, false)));
    }
}
