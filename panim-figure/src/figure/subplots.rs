//! Grids with an axes in each cell.

use super::{Figure, GridSpec};
use crate::{Axes, Data, Handle, Number};
use std::{
    ops::{Index, IndexMut, Range},
    slice,
};

/// A grid of axes just added: `axes[(row, column)]`, or `axes[i]`, row by row from the upper left.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// let mut axes = fig.subplots(2, 2);
/// axes[0].set_title("upper left");
/// axes[(1, 0)].set_title("lower left");
/// for (i, ax) in axes.into_iter().enumerate() {
///     ax.add(Line::new([0, 1], [0, i]));
/// }
///
/// let [left, right] = fig.subplots(1, 2).array();
/// left.set_xlim(0, 10);
/// right.set_xlim(0, 20);
/// # Renderer::new(fig).unwrap();
/// ```
#[derive(Debug)]
pub struct Subplots<'a> {
    pub(super) figure: &'a mut Figure,
    pub(super) grid: usize,
    pub(super) first: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// Rows and columns that were asked for; where these are too many, which is told when setup is
    /// over, there is one axes that stands for all.
    pub(super) asked: (usize, usize),
}

impl<'a> Subplots<'a> {
    /// Every axes, row by row.
    pub fn iter(&self) -> slice::Iter<'_, Axes> {
        self.figure.axes[self.range()].iter()
    }

    /// Every axes, row by row.
    pub fn iter_mut(&mut self) -> slice::IterMut<'_, Axes> {
        let range = self.range();
        self.figure.axes[range].iter_mut()
    }

    /// All of them at once, row by row: `let [a, b, c] = fig.subplots(1, 3).array();`
    ///
    /// # Panics
    /// If there are more or fewer.
    #[track_caller]
    pub fn array<const N: usize>(self) -> [&'a mut Axes; N] {
        let all: Vec<&mut Axes> = self.into_iter().collect();
        let count = all.len();
        all.try_into().unwrap_or_else(|_| panic!("these subplots are {count} axes, not {N}"))
    }

    /// The handles of all of them, row by row: what [`Colorbar::ax`](crate::Colorbar::ax) takes.
    pub fn handles(&self) -> Vec<Handle<Axes>> {
        self.iter().map(Axes::handle).collect()
    }

    /// [`GridSpec::width_ratios`].
    pub fn width_ratios<I: Data>(&mut self, ratios: I) -> &mut Self {
        self.spec().width_ratios(ratios);
        self
    }

    /// [`GridSpec::height_ratios`].
    pub fn height_ratios<I: Data>(&mut self, ratios: I) -> &mut Self {
        self.spec().height_ratios(ratios);
        self
    }

    /// [`GridSpec::spacing`].
    #[doc(alias("wspace", "hspace", "subplots_adjust"))]
    pub fn spacing(&mut self, across: impl Number, down: impl Number) -> &mut Self {
        self.spec().spacing(across, down);
        self
    }

    /// [`GridSpec::margins`].
    pub fn margins(
        &mut self,
        left: impl Number,
        right: impl Number,
        top: impl Number,
        bottom: impl Number,
    ) -> &mut Self {
        self.spec().margins(left, right, top, bottom);
        self
    }

    /// Gives all of them the same x limits, which move together; x tick labels stand under the
    /// lowest row only.
    #[doc(alias = "sharex")]
    pub fn share_x(&mut self) -> &mut Self {
        let last = self.rows.saturating_sub(1);
        for row in 0..last {
            for column in 0..self.columns {
                self[(row, column)].show_xticks(true, false);
            }
        }
        self.figure.links.share_x(self.range().collect());
        self
    }

    /// Gives all of them the same y limits, which move together; y tick labels stand beside the
    /// first column only.
    #[doc(alias = "sharey")]
    pub fn share_y(&mut self) -> &mut Self {
        for row in 0..self.rows {
            for column in 1..self.columns {
                self[(row, column)].show_yticks(true, false);
            }
        }
        self.figure.links.share_y(self.range().collect());
        self
    }

    /// Where they are among the figure's.
    fn range(&self) -> Range<usize> {
        self.first..self.first + self.rows * self.columns
    }

    fn spec(&mut self) -> GridSpec<'_> {
        GridSpec { figure: self.figure, grid: self.grid, part: "Subplots" }
    }

    #[track_caller]
    fn nth(&self, i: usize) -> usize {
        let range = self.range();
        if self.asked != (self.rows, self.columns) {
            return range.start;
        }
        assert!(i < range.len(), "no axes {i} among {} subplots, counted from 0", range.len());
        range.start + i
    }

    #[track_caller]
    fn at(&self, row: usize, column: usize) -> usize {
        let (rows, columns) = (self.rows, self.columns);
        if self.asked != (rows, columns) {
            return self.first;
        }
        assert!(
            row < rows && column < columns,
            "no axes ({row}, {column}) in {rows} rows of {columns} columns"
        );
        self.first + row * columns + column
    }
}

impl Index<usize> for Subplots<'_> {
    type Output = Axes;

    #[track_caller]
    fn index(&self, i: usize) -> &Axes {
        &self.figure.axes[self.nth(i)]
    }
}

impl IndexMut<usize> for Subplots<'_> {
    #[track_caller]
    fn index_mut(&mut self, i: usize) -> &mut Axes {
        let at = self.nth(i);
        &mut self.figure.axes[at]
    }
}

impl<'a> IntoIterator for Subplots<'a> {
    type Item = &'a mut Axes;
    type IntoIter = slice::IterMut<'a, Axes>;

    fn into_iter(self) -> Self::IntoIter {
        let range = self.range();
        self.figure.axes[range].iter_mut()
    }
}

impl<'b> IntoIterator for &'b Subplots<'_> {
    type Item = &'b Axes;
    type IntoIter = slice::Iter<'b, Axes>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'b> IntoIterator for &'b mut Subplots<'_> {
    type Item = &'b mut Axes;
    type IntoIter = slice::IterMut<'b, Axes>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl Index<(usize, usize)> for Subplots<'_> {
    type Output = Axes;

    #[track_caller]
    fn index(&self, (row, column): (usize, usize)) -> &Axes {
        &self.figure.axes[self.at(row, column)]
    }
}

impl IndexMut<(usize, usize)> for Subplots<'_> {
    #[track_caller]
    fn index_mut(&mut self, (row, column): (usize, usize)) -> &mut Axes {
        let at = self.at(row, column);
        &mut self.figure.axes[at]
    }
}
