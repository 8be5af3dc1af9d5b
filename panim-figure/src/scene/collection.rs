//! Many things of a kind, recorded as one: the raster makes shapes and pixels of them, a file may show
//! them otherwise.

use super::{
    Scene,
    cells::CellGrid,
    damage::Damage,
    items::{Item, PaintedShape},
    marker::{Marker, MarkerStyle, Markers},
    mesh::FaceMesh,
    paint::Paint,
    ribbon::Ribbon,
    shape::Geometry,
};
use std::mem;
use vello_cpu::kurbo::{Point, Rect};

#[derive(Debug, Clone)]
pub(crate) struct Collection {
    pub(crate) kind: CollectionKind,
    /// What falls out of this is not shown.
    pub(crate) clip: Rect,
    /// What it may touch.
    pub(crate) bounds: Rect,
    /// It is not within a scope.
    pub(crate) is_free: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum CollectionKind {
    Markers(Markers),
    Mesh(FaceMesh),
    Ribbon(Ribbon),
    Cells(CellGrid),
}

impl CollectionKind {
    /// The box around what it may touch; `None` if that is nothing.
    pub(super) fn reach(&self) -> Option<Rect> {
        match self {
            Self::Markers(markers) => markers.reach(),
            Self::Mesh(mesh) => mesh.reaches().reduce(|a, b| a.union(b)),
            Self::Ribbon(ribbon) => ribbon.reach(),
            Self::Cells(cells) => cells.reach(),
        }
    }

    /// Marks what it may touch within `bounds`.
    pub(super) fn mark(&self, bounds: Rect, damage: &mut Damage) {
        match self {
            Self::Markers(_) | Self::Cells(_) => damage.mark(bounds),
            Self::Mesh(mesh) => mesh.reaches().for_each(|face| damage.mark_clipped(face, bounds)),
            Self::Ribbon(ribbon) => ribbon.mark(bounds, damage),
        }
    }
}

impl Scene {
    /// Draws a marker at each point, in their order, as one image.
    pub(crate) fn markers(&mut self, marker: Marker, marks: Vec<(Point, MarkerStyle)>) {
        self.collect(CollectionKind::Markers(Markers { marker, marks }));
    }

    /// Draws faces in their order; nothing shines through between them.
    pub(crate) fn mesh(&mut self, mesh: FaceMesh) {
        self.collect(CollectionKind::Mesh(mesh));
    }

    /// Draws a line whose width and opacity change along it.
    pub(crate) fn ribbon(&mut self, ribbon: Ribbon) {
        self.collect(CollectionKind::Ribbon(ribbon));
    }

    /// Draws cells; nothing shines through between them.
    pub(crate) fn cells(&mut self, cells: CellGrid) {
        self.collect(CollectionKind::Cells(cells));
    }

    /// Puts shapes in the place of each collection, as they are found for it.
    pub(crate) fn lower(&mut self, mut find: impl FnMut(&Collection, &mut Vec<(Geometry, Paint)>)) {
        if !self.items.iter().any(|item| matches!(item, Item::Collection(_))) {
            return;
        }
        let before = mem::take(&mut self.items);
        // where each item, and the end, is now
        let mut places = Vec::with_capacity(before.len() + 1);
        let mut shapes = Vec::new();
        for item in before {
            places.push(self.items.len());
            let Item::Collection(collection) = item else {
                self.items.push(item);
                continue;
            };
            find(&collection, &mut shapes);
            let seen = shapes.drain(..).filter_map(|(shape, paint)| {
                let seen = PaintedShape::seen(shape, paint, self.whole, collection.clip)?;
                Some(Item::Draw(PaintedShape { is_free: collection.is_free, ..seen }))
            });
            self.items.extend(seen);
        }
        places.push(self.items.len());
        let now = |place: &mut usize| *place = places.get(*place).copied().unwrap_or(*place);
        for item in &mut self.items {
            if let Item::Open { close, .. } = item {
                now(close);
            }
        }
        self.places.iter_mut().for_each(|(_, place)| now(place));
    }

    pub(crate) fn collect(&mut self, kind: CollectionKind) {
        let bounds = kind.reach().map(|reach| reach.intersect(self.clip));
        if let Some(bounds) = bounds.filter(|bounds| !bounds.is_zero_area()) {
            kind.mark(bounds, &mut self.damage);
            let (clip, is_free) = (self.clip, self.is_free());
            self.items.push(Item::Collection(Collection { kind, clip, bounds, is_free }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{color::Color, scene::mesh::MeshFace};

    #[test]
    fn what_follows_a_collection_moves_on() {
        let mut scene = Scene::new((100, 100));
        let corners = [(10.0, 10.0), (30.0, 10.0), (20.0, 40.0)].map(Point::from).to_vec();
        let faces = vec![MeshFace { corners, color: Color::BLACK }; 3];
        let mesh = FaceMesh { faces, edge: None, room: scene.picture() };
        scene.push_group(0.5);
        scene.mesh(mesh);
        scene.pop_group();
        scene.name_place(7);
        scene.disc(Point::new(50.0, 50.0), 9.0, Color::BLACK);
        scene.lower(|_, shapes| {
            let shape = Geometry::Rect(Rect::new(1.0, 1.0, 9.0, 9.0));
            shapes.extend([0, 1, 2].map(|_| (shape.clone(), Paint::Color(Color::BLACK))));
        });
        assert_eq!(scene.items().len(), 6);
        assert!(matches!(scene.get(0), Some(Item::Open { close: 4, .. })));
        assert!(matches!(scene.get(4), Some(Item::Close)));
        assert_eq!(scene.places(), [(7, 5)]);
    }
}
