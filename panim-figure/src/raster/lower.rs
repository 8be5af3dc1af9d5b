//! From things that a scene has many of to shapes, in colours or pixels.

use super::{cells, mesh, ribbon, stamps::Stamps};
use crate::scene::{
    Scene,
    collection::{Collection, CollectionKind},
    paint::Paint,
    shape::Geometry,
};
use vello_cpu::{kurbo::Affine, peniko::Fill};

/// Puts shapes in the place of each collection.
pub(super) fn lower(scene: &mut Scene, stamps: &mut Stamps) {
    let size = scene.size();
    scene.lower(|Collection { kind, .. }, shapes| match kind {
        CollectionKind::Markers(markers) => {
            let (pixels, shown) = stamps.image(markers, size);
            let shape = Geometry::Path(shown, Fill::NonZero);
            shapes.push((shape, pixels.paint(Affine::IDENTITY)));
        }
        CollectionKind::Mesh(mesh) => {
            shapes.extend(mesh::shapes(mesh).map(|(shape, color)| (shape, Paint::Color(color))))
        }
        CollectionKind::Ribbon(ribbon) => shapes.extend(ribbon::tiles(ribbon)),
        CollectionKind::Cells(cells) => shapes.extend(cells::pixels(cells)),
    });
}
