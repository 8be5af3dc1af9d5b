//! Grids of cells of one colour each, or whose colours flow into each other, and triangles of such.

use super::{BLUR, interpolation::Interpolation};
use crate::{
    base::{
        rows::Matrix,
        same::{Same, same},
    },
    color::{Color, mapping::Mapping},
};
use std::sync::Arc;
use vello_cpu::kurbo::{Point, Rect};

/// Cells in rows and columns, side by side.
#[derive(Debug, Clone)]
pub(crate) struct CellGrid {
    pub(crate) places: CellPlaces,
    pub(crate) colors: CellColors,
    /// On top of the colours' own.
    pub(crate) alpha: f64,
    /// Only the pixels that this touches are painted.
    pub(crate) room: Rect,
}

/// Where the cells are.
#[derive(Debug, Clone)]
pub(crate) enum CellPlaces {
    /// Between straight lines. Those around large cells may be moved to the nearest pixel.
    Sharp { edges: CellEdges, may_snap: bool },
    /// The same, with colours that flow from the middle of a cell to that of the next.
    Smooth(CellEdges, Interpolation),
    /// Between corners in rows, so many of them in each. A cell with one that is not finite is a gap.
    Quads { corners: Vec<Point>, stride: usize },
    /// Triangles between corners, by their numbers. Colours are those of the corners, and flow from one to another.
    Triangles { corners: Vec<Point>, triangles: Vec<[u32; 3]> },
}

/// Where the lines between cells cross x, and where they cross y. Beside one that is NaN there is no cell.
#[derive(Debug, Clone)]
pub(crate) struct CellEdges {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
}

/// What colour each cell has, row by row, or each corner.
#[derive(Debug, Clone)]
pub(crate) enum CellColors {
    Mapped(Matrix, Mapping),
    /// Red, green, blue and opacity.
    Ready(Arc<[[u8; 4]]>),
}

impl CellGrid {
    /// How many columns and rows there are.
    pub(crate) fn size(&self) -> (usize, usize) {
        let cells = |lines: usize| lines.saturating_sub(1);
        match &self.places {
            CellPlaces::Sharp { edges, .. } | CellPlaces::Smooth(edges, _) => {
                (cells(edges.x.len()), cells(edges.y.len()))
            }
            CellPlaces::Quads { corners, stride } => {
                (cells(*stride), cells(corners.len().checked_div(*stride).unwrap_or(0)))
            }
            CellPlaces::Triangles { triangles, .. } => (triangles.len(), 1),
        }
    }

    /// The corners of a cell by its number, where it has corners of its own and all are finite.
    pub(crate) fn quad(&self, cell: usize) -> Option<[Point; 4]> {
        let CellPlaces::Quads { corners, stride } = &self.places else { return None };
        let columns = stride.checked_sub(1).filter(|columns| *columns > 0)?;
        let upper = cell / columns * stride + cell % columns;
        let lower = upper + stride;
        let quad = corners.get(upper..upper + 2).zip(corners.get(lower..lower + 2));
        let quad = quad.map(|(above, below)| [above[0], above[1], below[1], below[0]])?;
        quad.iter().all(|corner| corner.is_finite()).then_some(quad)
    }

    /// The colour of a cell by its number, row by row.
    pub(crate) fn color(&self, cell: usize) -> Color {
        let color = match &self.colors {
            CellColors::Mapped(values, mapping) => mapping.color(values.values()[cell]),
            CellColors::Ready(pixels) => {
                let [r, g, b, a] = pixels[cell];
                Color::rgba(r, g, b, f64::from(a) / 255.0)
            }
        };
        color.with_alpha(color.alpha() * self.alpha)
    }

    /// The box around what it may touch.
    pub(super) fn reach(&self) -> Option<Rect> {
        let all = match &self.places {
            CellPlaces::Sharp { edges, .. } | CellPlaces::Smooth(edges, _) => edges.around()?,
            CellPlaces::Quads { corners, .. } | CellPlaces::Triangles { corners, .. } => {
                let corners = corners.iter().filter(|corner| corner.is_finite());
                let corners = corners.map(|&corner| Rect::from_points(corner, corner));
                corners.reduce(|all, corner| all.union(corner))?
            }
        };
        // an edge moves by half a pixel at most
        let seen = all.inflate(0.5, 0.5).intersect(self.room.expand());
        (!seen.is_zero_area()).then(|| seen.expand().inflate(BLUR, BLUR))
    }
}

impl CellEdges {
    /// Are the cells larger than pixels?
    pub(crate) fn is_coarse(&self) -> bool {
        self.cell_size().into_iter().all(|size| size > 1.0)
    }

    /// How wide and how high they are in the mean.
    pub(crate) fn cell_size(&self) -> [f64; 2] {
        [&self.x, &self.y].map(|edges| match edges[..] {
            [first, .., last] => (last - first).abs() / (edges.len() - 1) as f64,
            _ => 0.0,
        })
    }

    fn around(&self) -> Option<Rect> {
        let ends = |edges: &[f64]| {
            let there = || edges.iter().copied().filter(|edge| !edge.is_nan());
            Some((there().reduce(f64::min)?, there().reduce(f64::max)?))
        };
        let ((x0, x1), (y0, y1)) = (ends(&self.x)?, ends(&self.y)?);
        Some(Rect { x0, y0, x1, y1 })
    }
}

same! {
    CellGrid { alpha, room, places, colors }
    CellEdges { x, y }
}

impl Same for CellPlaces {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sharp { edges: a, may_snap: c }, Self::Sharp { edges: b, may_snap: d }) => {
                c == d && a.is_same(b)
            }
            (Self::Smooth(a, c), Self::Smooth(b, d)) => c == d && a.is_same(b),
            (Self::Quads { corners: a, stride: c }, Self::Quads { corners: b, stride: d }) => {
                c == d && a.is_same(b)
            }
            (
                Self::Triangles { corners: a, triangles: c },
                Self::Triangles { corners: b, triangles: d },
            ) => a.is_same(b) && c.is_same(d),
            _ => false,
        }
    }
}

impl Same for CellColors {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Mapped(a, c), Self::Mapped(b, d)) => c.is_same(d) && a.is_same(b),
            (Self::Ready(a), Self::Ready(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => false,
        }
    }
}
