//! What the boxes of the axes stand in or at.

use super::Tracks;
use crate::Side;
use std::ops::Range;

/// Where an axes stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Placement {
    /// In these rows and columns of one of the figure's grids.
    InGrid(GridSpan),
    /// On another axes' box.
    Over(usize),
    /// In another axes' box: left, bottom, width and height as fractions of it.
    Inside(usize, [f64; 4]),
    /// A colorbar, along the boxes of other axes.
    Along(Along),
    /// The whole figure.
    Whole,
}

impl Placement {
    /// Whether it has a background of its own.
    pub(crate) fn has_patch(&self) -> bool {
        matches!(self, Self::InGrid(_) | Self::Inside(..))
    }
}

/// The axes that lie on the box of axes `i`.
pub(crate) fn twins_of(i: usize, placements: &[Placement]) -> impl Iterator<Item = usize> {
    let placements = placements.iter().enumerate();
    placements.filter(move |(_, place)| **place == Placement::Over(i)).map(|(twin, _)| twin)
}

/// Where a colorbar stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Along {
    /// The axes it stands beside.
    pub(crate) of: Vec<usize>,
    /// The rows and columns of one grid that these take; `None` for a single one in no grid.
    pub(crate) span: Option<GridSpan>,
    pub(crate) side: Side,
    /// Its length as a fraction of theirs.
    pub(crate) shrink: f64,
    /// Its length for a width of 1.
    pub(crate) aspect: Option<f64>,
    /// The most of its width as a fraction of theirs, or of their height if it lies above or below.
    pub(crate) fraction: Option<f64>,
    /// Where along them a shorter one stands, from 0 at the lower or left end.
    pub(crate) anchor: f64,
    /// Where in their cell they stand, as fractions of what is free of it.
    pub(crate) panchor: Option<(f64, f64)>,
    /// Its distance as a fraction of their width, or their height if it lies above or below.
    pub(crate) pad: Option<f64>,
}

/// Rows and columns of a grid.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GridSpan {
    pub(crate) grid: usize,
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
}

impl GridSpan {
    /// The least rows and columns of one grid that hold all these; `None` if no grid does.
    pub(crate) fn around(spans: &[Self], grids: &[LayoutGrid]) -> Option<Self> {
        let outwards = |span: &Self| -> Vec<Self> {
            let next = |span: &Self| grids[span.grid].inside.clone();
            std::iter::successors(Some(span.clone()), next).collect()
        };
        let chains: Vec<Vec<Self>> = spans.iter().map(outwards).collect();
        let (first, others) = chains.split_first()?;
        first.iter().find_map(|start| {
            let in_same =
                |chain: &Vec<Self>| chain.iter().find(|span| span.grid == start.grid).cloned();
            let spans: Option<Vec<Self>> = others.iter().map(in_same).collect();
            Some(spans?.into_iter().fold(start.clone(), |all, span| Self {
                grid: all.grid,
                rows: all.rows.start.min(span.rows.start)..all.rows.end.max(span.rows.end),
                columns: all.columns.start.min(span.columns.start)
                    ..all.columns.end.max(span.columns.end),
            }))
        })
    }
}

/// A grid that fills the figure, or a span of another one.
#[derive(Debug, Clone)]
pub(crate) struct LayoutGrid {
    pub(crate) rows: Tracks,
    pub(crate) columns: Tracks,
    pub(crate) inside: Option<GridSpan>,
}
