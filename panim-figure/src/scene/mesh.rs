//! Flat faces on the picture that meet at their edges.

use super::BLUR;
use crate::{base::same::same, color::Color};
use vello_cpu::kurbo::{Point, Rect};

/// How far a face may grow into its neighbours where it is painted, in pixels.
pub(crate) const MOST_GROWTH: f64 = 1.5;

/// Faces in the order in which they are painted, all with the same edge.
#[derive(Debug, Clone)]
pub(crate) struct FaceMesh {
    pub(crate) faces: Vec<MeshFace>,
    /// Colour and width of the edges.
    pub(crate) edge: Option<(Color, f64)>,
    /// What is outside of it cannot be seen.
    pub(crate) room: Rect,
}

#[derive(Debug, Clone)]
pub(crate) struct MeshFace {
    /// All finite.
    pub(crate) corners: Vec<Point>,
    pub(crate) color: Color,
}

impl FaceMesh {
    /// The box around what each face may touch.
    pub(super) fn reaches(&self) -> impl Iterator<Item = Rect> {
        let edge = self.edge.map_or(0.0, |(_, width)| width / 2.0);
        let beyond = edge.max(MOST_GROWTH) + BLUR;
        self.faces.iter().filter_map(MeshFace::around).map(move |face| face.inflate(beyond, beyond))
    }
}

impl MeshFace {
    /// The box around its corners.
    pub(crate) fn around(&self) -> Option<Rect> {
        let (first, others) = self.corners.split_first()?;
        let first = Rect::from_points(*first, *first);
        Some(others.iter().fold(first, |all, &corner| all.union_pt(corner)))
    }
}

same! {
    FaceMesh { edge, room, faces }
    MeshFace { corners, color }
}
