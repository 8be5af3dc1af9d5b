//! Axes in rows and columns.

use super::{Figure, Subplots};
use crate::{
    Axes, Data, Number,
    base::{
        check::{AXES, GAP, RATIO, TRACKS},
        data::Column,
        error::{quoted, written},
    },
    layout::{GridSpan, LayoutGrid, Placement, Tracks},
};
use std::ops::{Bound, Range, RangeBounds};

/// matplotlib's: left and right, upper and lower, as fractions of the figure.
const MARGINS: [(f64, f64); 2] = [(0.125, 0.1), (0.12, 0.11)];

impl Figure {
    /// Adds a grid of axes, `rows` down and `columns` across, that share the figure.
    ///
    /// ```
    /// # let mut fig = panim_figure::Figure::new();
    /// let mut axes = fig.subplots(2, 2);
    /// axes.width_ratios([2, 1]);
    /// axes[(0, 1)].set_title("upper right");
    /// # panim_figure::Renderer::new(fig).unwrap();
    /// ```
    pub fn subplots(&mut self, rows: usize, columns: usize) -> Subplots<'_> {
        let asked = (rows, columns);
        let count = rows.saturating_mul(columns);
        let wrong = AXES.wrong(count).filter(|_| rows > 0 && columns > 0);
        let (rows, columns) = match wrong {
            Some(wrong) => {
                self.note_mistake("subplots", format!("{rows} rows of {columns} columns: {wrong}"));
                (1, 1)
            }
            None => (rows, columns),
        };
        let grid = self.add_grid("Figure", "subplots", rows, columns, None);
        let first = self.axes.len();
        for row in 0..rows {
            for column in 0..columns {
                let span = GridSpan { grid, rows: row..row + 1, columns: column..column + 1 };
                self.add_axes(Placement::InGrid(span));
            }
        }
        Subplots { figure: self, grid, first, rows, columns, asked }
    }

    /// Adds a grid, `rows` down and `columns` across, without axes yet: [`GridSpec::span`] adds
    /// one over any of its rows and columns.
    ///
    /// ```
    /// # let mut fig = panim_figure::Figure::new();
    /// let mut grid = fig.grid(3, 2);
    /// grid.span(0..2, ..).set_title("on top");
    /// grid.span(2, 0).set_title("lower left");
    /// # panim_figure::Renderer::new(fig).unwrap();
    /// ```
    #[doc(alias = "add_gridspec")]
    pub fn grid(&mut self, rows: usize, columns: usize) -> GridSpec<'_> {
        let grid = self.add_grid("Figure", "grid", rows, columns, None);
        GridSpec { figure: self, grid, part: "GridSpec" }
    }

    /// The grid added last; there is one.
    pub(super) fn last_grid(&mut self) -> GridSpec<'_> {
        let grid = self.grids.len() - 1;
        GridSpec { figure: self, grid, part: "GridSpec" }
    }

    /// Makes margins and gaps no wider than labels need; default: matplotlib's.
    ///
    /// What `#[setup]` shows decides, since boxes do not move while the figure does. Where tick labels
    /// of a frame need more, a power of ten is taken out of those along y, and an axis label beside them
    /// becomes smaller, or is left out with a warning if there is no room at all; wider
    /// [`margins`](GridSpec::margins) give it some.
    pub fn tight_layout(&mut self) -> &mut Self {
        self.tight = true;
        for grid in &mut self.grids {
            grid.columns.make_tight();
            grid.rows.make_tight();
        }
        self
    }

    fn add_grid(
        &mut self,
        part: &'static str,
        argument: &'static str,
        rows: usize,
        columns: usize,
        inside: Option<GridSpan>,
    ) -> usize {
        if let Some(wrong) = [rows, columns].into_iter().find_map(|count| TRACKS.wrong(count)) {
            let message = format!("{rows} rows of {columns} columns: {wrong}");
            self.note_mistake_of(part, argument, message);
        }
        let [across, down] = if inside.is_some() { [(0.0, 0.0); 2] } else { MARGINS };
        let tracks = |count: usize, margins| {
            let mut tracks = Tracks::new(count.clamp(1, TRACKS.most()), margins);
            tracks.nested = inside.is_some();
            if self.tight {
                tracks.make_tight();
            }
            tracks
        };
        self.grids.push(LayoutGrid {
            columns: tracks(columns, across),
            rows: tracks(rows, down),
            inside,
        });
        self.grids.len() - 1
    }

    fn set_ratios(
        &mut self,
        (part, argument): (&'static str, &'static str),
        ratios: Vec<f64>,
        of: impl Fn(&mut Self) -> &mut Tracks,
    ) {
        let count = of(self).ratios.len();
        let sound = ratios.iter().all(|ratio| RATIO.wrong(*ratio).is_none());
        if ratios.len() == count && sound {
            of(self).ratios = ratios;
        } else {
            let ratios = format!("{ratios:?}");
            let ratios = quoted(&ratios);
            let message = format!("{ratios}; there must be {count} numbers from 1e-6 to 1e6");
            self.note_mistake_of(part, argument, message);
        }
    }
}

/// One row or column of a grid, or several: `2`, `0..2`, `1..`, `..`.
pub trait Tracked {
    /// The first, and the one after the last, of `count`.
    fn range(&self, count: usize) -> Range<usize>;
}

impl Tracked for usize {
    fn range(&self, _: usize) -> Range<usize> {
        *self..self.saturating_add(1)
    }
}

macro_rules! tracked {
    ($($range:ty)*) => {$(
        impl Tracked for $range {
            fn range(&self, count: usize) -> Range<usize> {
                let start: usize = match RangeBounds::<usize>::start_bound(self) {
                    Bound::Included(&start) => start,
                    Bound::Excluded(&start) => start.saturating_add(1),
                    Bound::Unbounded => 0,
                };
                let end: usize = match RangeBounds::<usize>::end_bound(self) {
                    Bound::Included(&end) => end.saturating_add(1),
                    Bound::Excluded(&end) => end,
                    Bound::Unbounded => count,
                };
                start..end
            }
        }
    )*};
}
tracked! {
    Range<usize> std::ops::RangeInclusive<usize> std::ops::RangeFrom<usize>
    std::ops::RangeTo<usize> std::ops::RangeToInclusive<usize> std::ops::RangeFull
}

/// A grid of rows and columns to put axes in, over several of them where wanted.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let mut grid = fig.grid(2, 3);
/// grid.height_ratios([2, 1]);
/// let x = linspace(0.0, 10.0, 200);
/// grid.span(0, ..).add(Line::new(&x, x.iter().map(|x| x.sin() * (0.3 * x).cos())));
/// for (i, color) in ["C1", "C2", "C3"].into_iter().enumerate() {
///     let phase = x.iter().map(|x| (x + i as f64).cos());
///     grid.span(1, i).add(Line::new(&x, phase).color(color));
/// }
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("grid_spec", fig);
/// ```
#[doc = include_str!("../../docs/grid_spec.md")]
#[derive(Debug)]
pub struct GridSpec<'a> {
    pub(super) figure: &'a mut Figure,
    pub(super) grid: usize,
    /// What the user calls it, for messages.
    pub(super) part: &'static str,
}

impl<'a> GridSpec<'a> {
    /// Adds an axes over these rows and columns: `grid.span(0..2, 1..)`, `grid.span(2, 0)`.
    #[doc(alias = "add_subplot")]
    pub fn span(&mut self, rows: impl Tracked, columns: impl Tracked) -> &mut Axes {
        let span = self.spanned(&rows, &columns);
        let added = self.figure.add_axes(Placement::InGrid(span));
        &mut self.figure.axes[added]
    }

    /// Adds a grid of its own inside these rows and columns.
    pub fn nest(
        &mut self,
        rows: impl Tracked,
        columns: impl Tracked,
        inner_rows: usize,
        inner_columns: usize,
    ) -> GridSpec<'_> {
        let span = self.spanned(&rows, &columns);
        let grid = self.figure.add_grid(self.part, "nest", inner_rows, inner_columns, Some(span));
        GridSpec { figure: self.figure, grid, part: "GridSpec" }
    }

    /// How wide the columns are beside each other, one number for each; default: equally wide.
    pub fn width_ratios<I: Data>(&mut self, ratios: I) -> &mut Self {
        let (grid, ratios) = (self.grid, Column::new(ratios).to_vec());
        let part = (self.part, "width_ratios");
        self.figure.set_ratios(part, ratios, |fig| &mut fig.grids[grid].columns);
        self
    }

    /// How high the rows are beside each other, one number for each; default: equally high.
    pub fn height_ratios<I: Data>(&mut self, ratios: I) -> &mut Self {
        let (grid, ratios) = (self.grid, Column::new(ratios).to_vec());
        let part = (self.part, "height_ratios");
        self.figure.set_ratios(part, ratios, |fig| &mut fig.grids[grid].rows);
        self
    }

    /// The least gaps between columns and between rows, as fractions of the axes' mean width and
    /// height; default: 0.2. Gaps grow where labels need more.
    #[doc(alias("wspace", "hspace", "subplots_adjust"))]
    pub fn spacing(&mut self, across: impl Number, down: impl Number) -> &mut Self {
        let (across, down) = (across.value(), down.value());
        let sound = |gap: f64| GAP.wrong(gap).is_none();
        if sound(across) && sound(down) {
            let grid = &mut self.figure.grids[self.grid];
            (grid.columns.gap, grid.rows.gap) = (across, down);
        } else {
            let (across, down) = (written(across), written(down));
            let message = format!("({across}, {down}) are not fractions, 0 to 100");
            self.figure.note_mistake_of(self.part, "spacing", message);
        }
        self
    }

    /// The least margins, as fractions of the figure; default: 0.125, 0.1, 0.12 and 0.11. Margins grow
    /// where labels need more. A grid inside another one has none.
    pub fn margins(
        &mut self,
        left: impl Number,
        right: impl Number,
        top: impl Number,
        bottom: impl Number,
    ) -> &mut Self {
        let [left, right] = [left.value(), right.value()];
        let [top, bottom] = [top.value(), bottom.value()];
        let sound = |a: f64, b: f64| a >= 0.0 && b >= 0.0 && a + b < 1.0;
        if sound(left, right) && sound(top, bottom) {
            let grid = &mut self.figure.grids[self.grid];
            (grid.columns.margins, grid.rows.margins) = ((left, right), (top, bottom));
        } else {
            let [left, right, top, bottom] = [left, right, top, bottom].map(written);
            let message = format!(
                "({left}, {right}, {top}, {bottom}) leave no room; margins are fractions of the \
                 figure, 0 or more, two opposite ones less than 1"
            );
            self.figure.note_mistake_of(self.part, "margins", message);
        }
        self
    }

    /// The axes over all rows and columns.
    pub(super) fn into_axes(mut self) -> &'a mut Axes {
        let span = self.spanned(&.., &..);
        let added = self.figure.add_axes(Placement::InGrid(span));
        &mut self.figure.axes[added]
    }

    fn spanned(&mut self, rows: &impl Tracked, columns: &impl Tracked) -> GridSpan {
        let grid = &self.figure.grids[self.grid];
        let (row_count, column_count) = (grid.rows.ratios.len(), grid.columns.ratios.len());
        let (rows, columns) = (rows.range(row_count), columns.range(column_count));
        let inside = |range: &Range<usize>, count| range.start < range.end && range.end <= count;
        if inside(&rows, row_count) && inside(&columns, column_count) {
            return GridSpan { grid: self.grid, rows, columns };
        }
        let message = format!(
            "rows {rows:?} and columns {columns:?} are not in a grid of {row_count} rows and \
             {column_count} columns"
        );
        self.figure.note_mistake_of(self.part, "span", message);
        GridSpan { grid: self.grid, rows: 0..1, columns: 0..1 }
    }
}
