//! What the boxes of the axes stand in or at.

use super::Tracks;
use std::ops::Range;

/// Where an axes stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Spot {
    /// In these rows and columns of one of the figure's grids.
    InGrid(Span),
    /// On another axes' box.
    Over(usize),
    /// In another axes' box: left, bottom, width and height as shares of it.
    Inside(usize, [f64; 4]),
    /// Along another axes' box: under it, or to its right.
    Along(usize, Orientation),
    /// The whole figure.
    Whole,
}

/// Which way a colorbar lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// Upright, to the right of its axes.
    #[default]
    Vertical,
    /// Level, under its axes.
    Horizontal,
}

/// Rows and columns of a grid.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub(crate) grid: usize,
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
}

/// A grid that fills the figure, or a span of another one.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) rows: Tracks,
    pub(crate) columns: Tracks,
    pub(crate) inside: Option<Span>,
}
