//! Where an image is.

use super::Origin;
use crate::{
    At, FigureError,
    base::{
        data::linspace,
        error::written,
        extent::{Extent, Reach},
    },
    parts::cells::Edges,
    pen::Pen,
    scene::{
        cells::{CellEdges, CellPlaces},
        interpolation::Interpolation,
    },
};
use vello_cpu::kurbo::{Point, Rect};

#[derive(Debug, Clone, Copy, Default)]
pub(super) enum ImagePlace {
    /// The middles of the cells are at 0, 1, 2, .. in data.
    #[default]
    Cells,
    /// Left, right, bottom and top edge in data, and the argument that said so.
    Extent([f64; 4], &'static str),
    /// The lower left corner and the upper right one, which are not both in data.
    Between(At, At),
}

/// The rectangle of an image of this size on its axes.
#[derive(Debug, Clone, Copy)]
pub(super) struct ImageBox {
    pub(super) place: ImagePlace,
    pub(super) origin: Origin,
    /// Columns and rows.
    pub(super) size: (usize, usize),
}

impl ImagePlace {
    pub(super) fn between(lower_left: At, upper_right: At) -> Self {
        match (lower_left, upper_right) {
            (At::Data(left, bottom), At::Data(right, top)) => {
                Self::Extent([left, right, bottom, top], "between")
            }
            (lower_left, upper_right) => Self::Between(lower_left, upper_right),
        }
    }
}

impl ImageBox {
    /// Left, right, bottom and top in data; `None` if it is not in data.
    pub(super) fn sides(&self) -> Option<[f64; 4]> {
        let (right, last) = (self.size.0 as f64 - 0.5, self.size.1 as f64 - 0.5);
        match (self.place, self.origin) {
            (ImagePlace::Extent(sides, _), _) => Some(sides),
            (ImagePlace::Between(..), _) => None,
            (ImagePlace::Cells, Origin::Upper) => Some([-0.5, right, last, -0.5]),
            (ImagePlace::Cells, Origin::Lower) => Some([-0.5, right, -0.5, last]),
        }
    }

    pub(super) fn check(&self) -> Result<(), FigureError> {
        match self.place {
            ImagePlace::Cells => Ok(()),
            ImagePlace::Extent(sides, _) if sides.iter().all(|side| side.is_finite()) => Ok(()),
            ImagePlace::Extent(sides, argument) => {
                let [left, right, bottom, top] = sides.map(written);
                let message = format!("[{left}, {right}, {bottom}, {top}] must all be finite");
                Err(FigureError::new("Image", argument, message))
            }
            ImagePlace::Between(lower_left, upper_right) => {
                lower_left.check("Image", "between")?;
                upper_right.check("Image", "between")
            }
        }
    }

    /// Was it given two sides at one place? By which argument?
    pub(super) fn flat(&self) -> Option<&'static str> {
        match self.place {
            ImagePlace::Extent([left, right, bottom, top], argument) => {
                (left == right || bottom == top).then_some(argument)
            }
            _ => None,
        }
    }

    /// The lines between its cells, from its left side and its first row on.
    pub(super) fn edges(&self, [left, right, bottom, top]: [f64; 4]) -> Edges {
        let (columns, rows) = self.size;
        let (first, last) = match self.origin {
            Origin::Upper => (top, bottom),
            Origin::Lower => (bottom, top),
        };
        Edges { x: linspace(left, right, columns + 1), y: linspace(first, last, rows + 1) }
    }

    /// Its lower left corner and its upper right one on the pixels, if it is not in data.
    fn corners(&self, pen: &Pen<'_>) -> Option<[Point; 2]> {
        let ImagePlace::Between(lower_left, upper_right) = self.place else { return None };
        Some([lower_left, upper_right].map(|corner| corner.place(pen)))
    }

    /// Its cells on the pixels.
    pub(super) fn places(
        &self,
        pen: &Pen<'_>,
        interpolation: Interpolation,
        may_snap: bool,
    ) -> CellPlaces {
        let edges = match (self.sides(), self.corners(pen)) {
            (Some(sides), _) => {
                let edges = self.edges(sides);
                edges.aligned(pen).ok_or(edges)
            }
            (None, Some([p, q])) => {
                let Edges { x, y } = self.edges([p.x, q.x, p.y, q.y]);
                Ok(CellEdges { x, y })
            }
            (None, None) => Ok(CellEdges { x: Vec::new(), y: Vec::new() }),
        };
        match edges {
            Ok(edges) if is_smooth(&edges, interpolation) => {
                CellPlaces::Smooth(edges, interpolation)
            }
            Ok(edges) => CellPlaces::Sharp { edges, may_snap },
            Err(edges) => {
                CellPlaces::Quads { corners: edges.corners(pen), stride: self.size.0 + 1 }
            }
        }
    }

    /// What limits must show.
    pub(super) fn extent(&self) -> Extent {
        let Some([left, right, bottom, top]) = self.sides() else { return Extent::default() };
        Extent::flat(Reach::of_edges(left, right), Reach::of_edges(bottom, top))
    }

    /// Does y go downwards on axes that follow it?
    pub(super) fn inverts_y(&self) -> bool {
        match self.place {
            ImagePlace::Cells => self.origin == Origin::Upper,
            ImagePlace::Extent([.., bottom, top], _) => bottom > top,
            ImagePlace::Between(..) => false,
        }
    }

    /// Is it cut to the axes?
    pub(super) fn is_in_axes(&self) -> bool {
        match self.place {
            ImagePlace::Between(p, q) => p.is_in_axes() && q.is_in_axes(),
            _ => true,
        }
    }

    /// Where it is on the page, if it is not cut to the axes.
    pub(super) fn beyond(&self, pen: &Pen<'_>) -> Option<Rect> {
        if self.is_in_axes() {
            return None;
        }
        let corners = self.corners(pen).filter(|corners| corners.iter().all(|p| p.is_finite()));
        Some(corners.map_or(Rect::ZERO, |[p, q]| Rect::from_points(p, q)))
    }

    /// Is it the axes' content, whose cells are square in matplotlib unless one says otherwise?
    pub(super) fn is_in_data(&self) -> bool {
        !matches!(self.place, ImagePlace::Between(..))
    }
}

/// Whether pixels are means of cells around them, and not of those in them.
fn is_smooth(edges: &CellEdges, interpolation: Interpolation) -> bool {
    let sizes = edges.cell_size();
    let is_near = |size: f64, pixels: f64| (size - pixels).abs() < 1e-6;
    match interpolation {
        Interpolation::Nearest => false,
        Interpolation::Auto => {
            !sizes.iter().all(|&size| size > 3.0 || is_near(size, 1.0) || is_near(size, 2.0))
        }
        _ => true,
    }
}
