//! Flat faces in space, drawn from far to near.

use crate::{
    color::ColorSpec,
    parts::common::Common,
    pen::Pen,
    scene::mesh::{FaceMesh, MeshFace},
};

/// Draws faces in this order, all with an edge of this colour and a width in points.
pub(crate) fn draw(
    pen: &mut Pen<'_>,
    common: &Common,
    faces: impl Iterator<Item = MeshFace>,
    edge: Option<(ColorSpec, f64)>,
) {
    let is_seen = |face: &MeshFace| {
        face.corners.iter().all(|corner| corner.is_finite())
            && face.around().is_some_and(|room| room.inflate(1.0, 1.0).overlaps(pen.frame))
    };
    let mesh = FaceMesh {
        faces: faces.filter(is_seen).collect(),
        edge: edge.map(|(color, width)| (common.fade(&color), width * pen.point)),
        room: pen.around(),
    };
    pen.scene.mesh(mesh);
}

/// The same of faces that come with how far they are: the farthest first; of equals, the first.
pub(crate) fn draw_sorted(
    pen: &mut Pen<'_>,
    common: &Common,
    faces: impl Iterator<Item = (f64, MeshFace)>,
    edge: Option<(ColorSpec, f64)>,
) {
    let mut faces: Vec<_> = faces.collect();
    faces.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    draw(pen, common, faces.into_iter().map(|(_, face)| face), edge);
}
