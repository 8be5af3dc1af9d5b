//! From things that a scene has many of to shapes, in colours or pixels.

use super::{
    cells,
    direct::{Direct, areas::FacesOrEdges},
    mesh,
    stamps::Stamps,
};
use crate::scene::{
    Scene,
    collection::{CollectionKind, Lowering},
    paint::Paint,
};

/// Puts shapes in the place of each collection but for those that are painted directly.
pub(super) fn lower(scene: &mut Scene, stamps: &mut Stamps, direct: &mut Direct) {
    let size = scene.size();
    scene.lower(|collection, shapes| {
        let is_kept =
            matches!(&collection.kind, CollectionKind::Markers(markers) if Stamps::keeps(markers));
        if !is_kept && Direct::can_all(collection) {
            return Lowering::Itself;
        }
        match &collection.kind {
            CollectionKind::Markers(markers) => {
                let (shape, pixels) = stamps.image(markers, size, shapes.room());
                shapes.add(shape, pixels);
            }
            CollectionKind::Mesh(mesh) => {
                mesh::shapes(mesh)
                    .for_each(|(shape, color)| shapes.add(shape, Paint::Color(color)));
            }
            CollectionKind::Ribbon(ribbon) => {
                let room = shapes.room();
                direct.ribbon_images(ribbon, room, |shape, pixels| shapes.add(shape, pixels));
            }
            CollectionKind::Cells(cells) => {
                if let Some((shape, pixels)) = cells::pixels(cells) {
                    shapes.add(shape, pixels);
                }
            }
            CollectionKind::Areas(areas) => {
                if let Some((shape, pixels)) =
                    direct.area_image(FacesOrEdges::Faces(areas), shapes.room())
                {
                    shapes.add(shape, pixels);
                }
            }
            CollectionKind::Edges(edges) => {
                if let Some((shape, pixels)) =
                    direct.area_image(FacesOrEdges::Edges(edges), shapes.room())
                {
                    shapes.add(shape, pixels);
                }
            }
        }
        Lowering::Shapes
    });
}
