//! Grids with an axes in each cell.

use super::{Figure, GridSpec};
use crate::{Axes, Data, Number};
use std::ops::{Index, IndexMut};

/// A grid of axes just added: `axes[(row, column)]`, from the upper left.
#[derive(Debug)]
pub struct Subplots<'a> {
    pub(super) figure: &'a mut Figure,
    pub(super) grid: usize,
    pub(super) first: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Subplots<'_> {
    /// Every axes, row by row.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Axes> {
        self.figure.axes[self.first..].iter_mut()
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
    /// lowest row alone.
    pub fn share_x(&mut self) -> &mut Self {
        let last = self.rows.saturating_sub(1);
        for row in 0..last {
            for column in 0..self.columns {
                self[(row, column)].show_xticks(true, false);
            }
        }
        self.figure.links.share_x((self.first..self.first + self.rows * self.columns).collect());
        self
    }

    /// Gives all of them the same y limits, which move together; y tick labels stand beside the
    /// first column alone.
    pub fn share_y(&mut self) -> &mut Self {
        for row in 0..self.rows {
            for column in 1..self.columns {
                self[(row, column)].show_yticks(true, false);
            }
        }
        self.figure.links.share_y((self.first..self.first + self.rows * self.columns).collect());
        self
    }

    fn spec(&mut self) -> GridSpec<'_> {
        GridSpec { figure: self.figure, grid: self.grid }
    }

    #[track_caller]
    fn at(&self, row: usize, column: usize) -> usize {
        let (rows, columns) = (self.rows, self.columns);
        assert!(
            row < rows && column < columns,
            "no axes ({row}, {column}) in {rows} rows of {columns} columns"
        );
        self.first + row * columns + column
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
