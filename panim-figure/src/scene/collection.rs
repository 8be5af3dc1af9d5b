//! Many things of a kind, recorded as one: the raster makes shapes and pixels of them, a file may show
//! them otherwise.

use super::{
    Scene,
    areas::{AreaEdges, Areas},
    cells::CellGrid,
    damage::Damage,
    items::{Item, PaintedShape},
    mark_list::MarkList,
    marker::{MarkerShape, Markers},
    mesh::FaceMesh,
    paint::Paint,
    ribbon::Ribbon,
    shape::Geometry,
};
use crate::base::same::{Same, same};
use std::{mem, ops::Range, sync::Arc};
use vello_cpu::kurbo::Rect;

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
    Areas(Arc<Areas>),
    Edges(AreaEdges),
}

impl CollectionKind {
    /// Marks what it may touch within `clip`, and says the box around that; `None` if that is nothing.
    fn mark(&self, clip: Rect, damage: &mut Damage) -> Option<Rect> {
        let mut bounds: Option<Rect> = None;
        let mut add = |reach: Rect| {
            let seen = reach.intersect(clip);
            if !seen.is_zero_area() {
                bounds = Some(bounds.map_or(seen, |bounds| bounds.union(seen)));
                damage.mark(seen);
            }
        };
        match self {
            Self::Markers(markers) => markers.reach().into_iter().for_each(add),
            Self::Cells(cells) => cells.reach().into_iter().for_each(add),
            Self::Areas(areas) => areas.reach().into_iter().for_each(add),
            Self::Edges(edges) => edges.reach().into_iter().for_each(add),
            Self::Mesh(mesh) => mesh.reaches().for_each(&mut add),
            Self::Ribbon(ribbon) => {
                let seen = ribbon.reach()?.intersect(clip);
                ribbon.mark(seen, damage);
                bounds = Some(seen).filter(|seen| !seen.is_zero_area());
            }
        }
        bounds
    }
}

/// Collections that shapes stand for, and where these are.
pub(super) struct LoweredCollections {
    all: Vec<(Range<usize>, Collection)>,
    /// The names of places, as they were.
    places: Vec<(usize, usize)>,
}

/// What stands for a collection once it is [lowered](Scene::lower).
pub(crate) enum Lowering {
    Shapes,
    /// It is painted as it is.
    Itself,
}

/// Where the shapes of a collection go.
pub(crate) struct Lowered<'a> {
    items: &'a mut Vec<Item>,
    picture: Rect,
    clip: Rect,
    is_free: bool,
}

impl Lowered<'_> {
    /// All that can be seen of them.
    pub(crate) fn room(&self) -> Rect {
        self.picture.intersect(self.clip)
    }

    pub(crate) fn add(&mut self, shape: Geometry, paint: Paint) {
        if let Some(seen) = PaintedShape::seen(shape, paint, self.picture, self.clip) {
            self.items.push(Item::Draw(PaintedShape { is_free: self.is_free, ..seen }));
        }
    }
}

impl Scene {
    /// Draws markers in their order, as one image.
    pub(crate) fn markers(&mut self, shape: MarkerShape, marks: MarkList) {
        let markers = Markers { shape, marks };
        if let Some(halo) = self.halo_of(&markers) {
            self.collect(CollectionKind::Markers(halo));
        }
        self.collect(CollectionKind::Markers(markers));
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

    /// Draws areas; nothing shines through between them.
    pub(crate) fn areas(&mut self, areas: &Arc<Areas>) {
        self.collect(CollectionKind::Areas(Arc::clone(areas)));
    }

    /// Draws lines around areas.
    pub(crate) fn area_edges(&mut self, edges: AreaEdges) {
        self.collect(CollectionKind::Edges(edges));
    }

    /// Puts shapes in the place of each collection for which they are found; the others stay.
    pub(crate) fn lower(
        &mut self,
        mut find: impl FnMut(&Collection, &mut Lowered<'_>) -> Lowering,
    ) {
        if !self.items.iter().any(|item| matches!(item, Item::Collection(_))) {
            return;
        }
        let before = mem::take(&mut self.items);
        let mut lowered = LoweredCollections { all: Vec::new(), places: self.places.clone() };
        // where each item, and the end, is now
        let mut places = Vec::with_capacity(before.len() + 1);
        for item in before {
            places.push(self.items.len());
            let Item::Collection(collection) = item else {
                self.items.push(item);
                continue;
            };
            let Collection { clip, is_free, .. } = collection;
            let (items, picture) = (&mut self.items, self.whole);
            let at = items.len();
            match find(&collection, &mut Lowered { items, picture, clip, is_free }) {
                Lowering::Shapes => lowered.all.push((at..self.items.len(), collection)),
                Lowering::Itself => self.items.push(Item::Collection(collection)),
            }
        }
        places.push(self.items.len());
        let now = |place: &mut usize| *place = places.get(*place).copied().unwrap_or(*place);
        for item in &mut self.items {
            if let Item::Open { close, .. } = item {
                now(close);
            }
        }
        self.places.iter_mut().for_each(|(_, place)| now(place));
        self.lowered = Some(lowered);
    }

    /// Puts what was [lowered](Self::lower) back as it was recorded.
    pub(crate) fn raise(&mut self) {
        let Some(LoweredCollections { all, places }) = self.lowered.take() else { return };
        self.places = places;
        let mut painted = mem::take(&mut self.items).into_iter();
        // where each item, and the end, was
        let mut was = Vec::with_capacity(painted.len() + 1);
        for (shapes, collection) in all {
            for item in painted.by_ref().take(shapes.start - was.len()) {
                was.push(self.items.len());
                self.items.push(item);
            }
            was.resize(shapes.end, self.items.len());
            painted.by_ref().take(shapes.len()).for_each(drop);
            self.items.push(Item::Collection(collection));
        }
        for item in painted {
            was.push(self.items.len());
            self.items.push(item);
        }
        for item in &mut self.items {
            if let Item::Open { close, .. } = item {
                *close = was.get(*close).copied().unwrap_or(*close);
            }
        }
    }

    pub(crate) fn collect(&mut self, kind: CollectionKind) {
        let (clip, is_free) = (self.clip, self.is_free());
        if let Some(bounds) = kind.mark(clip, &mut self.damage) {
            self.items.push(Item::Collection(Collection { kind, clip, bounds, is_free }));
        }
    }
}

same! {
    Collection { is_free, clip, bounds, kind }
}

impl Same for CollectionKind {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Markers(a), Self::Markers(b)) => a.is_same(b),
            (Self::Mesh(a), Self::Mesh(b)) => a.is_same(b),
            (Self::Ribbon(a), Self::Ribbon(b)) => a.is_same(b),
            (Self::Cells(a), Self::Cells(b)) => a.is_same(b),
            (Self::Areas(a), Self::Areas(b)) => a.is_same(b),
            (Self::Edges(a), Self::Edges(b)) => a.is_same(b),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{color::Color, scene::mesh::MeshFace};
    use vello_cpu::kurbo::Point;

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
            for _ in 0..3 {
                let shape = Geometry::Rect(Rect::new(1.0, 1.0, 9.0, 9.0));
                shapes.add(shape, Paint::Color(Color::BLACK));
            }
            Lowering::Shapes
        });
        assert_eq!(scene.items().len(), 6);
        assert!(matches!(scene.get(0), Some(Item::Open { close: 4, .. })));
        assert!(matches!(scene.get(4), Some(Item::Close)));
        assert_eq!(scene.places(), [(7, 5)]);
        scene.raise();
        assert_eq!(scene.items().len(), 4);
        assert!(matches!(scene.get(0), Some(Item::Open { close: 2, .. })));
        assert!(matches!(scene.get(1), Some(Item::Collection(_))));
        assert_eq!(scene.places(), [(7, 3)]);
    }
}
