//! What was recorded once more, larger and in one colour: what an outline is made of.

use super::{
    Scene,
    collection::{Collection, CollectionKind},
    items::{Item, PaintedShape, Scope},
    marker::MarkerStyle,
    paint::Paint,
    ribbon::{Knot, Shades},
    shape::Geometry,
};
use crate::color::Color;
use vello_cpu::{
    kurbo::{Affine, BezPath, Join, Rect, Shape as _, Stroke, Vec2},
    peniko::Fill,
};

/// How something is drawn once more.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grown {
    pub(crate) color: Color,
    /// So many pixels wider on each side.
    pub(crate) by: f64,
    pub(crate) offset: Vec2,
}

impl Grown {
    fn is_moved(&self) -> bool {
        self.offset != Vec2::ZERO
    }
}

impl Scene {
    /// One that keeps what is so far beyond the picture, and beyond what clips.
    pub(crate) fn beyond(size: (u16, u16), spare: f64) -> Self {
        let mut scene = Self::new(size);
        scene.whole = scene.whole.inflate(spare, spare);
        (scene.clip, scene.spare) = (scene.whole, spare);
        scene
    }

    /// Adds everything of a scene that was made to keep more, larger, but for its images, meshes and cells.
    pub(crate) fn add_grown(&mut self, drawn: &Self, grown: &Grown) {
        // it sways already
        self.with_steady_hand(|scene| scene.add_all_grown(drawn, grown));
    }

    fn add_all_grown(&mut self, drawn: &Self, grown: &Grown) {
        for item in &drawn.items {
            match item {
                Item::Draw(PaintedShape { shape, paint: Paint::Color(_), clip, .. }) => {
                    self.within(*clip, drawn.spare, |scene| scene.add_shape(shape, grown));
                }
                Item::Collection(Collection { kind, clip, .. }) => {
                    self.within(*clip, drawn.spare, |scene| scene.add_collection(kind, grown));
                }
                Item::Draw(_) => {}
                Item::Open { scope: Scope::Clip(path) | Scope::Shape(path), .. } => {
                    self.push_clip_path(path);
                }
                // it is opaque
                Item::Open { scope: Scope::Group(_), .. } => self.push_group(1.0),
                Item::Close => self.close(),
            }
        }
    }

    fn within(&mut self, clip: Rect, spare: f64, draw: impl FnOnce(&mut Self)) {
        self.push_clip(clip.inset(-spare));
        draw(self);
        self.pop_clip();
    }

    fn add_shape(&mut self, shape: &Geometry, grown: &Grown) {
        let &Grown { color, by, offset } = grown;
        let moved = |path: &BezPath| Affine::translate(offset) * path;
        let shape = match shape {
            Geometry::Rect(rect) => {
                return self.add_area((*rect + offset).to_path(0.1), Fill::NonZero, grown);
            }
            Geometry::Path(path, fill) => return self.add_area(moved(path), *fill, grown),
            Geometry::Frame(rect, width) => {
                let edge = Stroke::new(width + 2.0 * by).with_join(Join::Round);
                Geometry::Outline((*rect + offset).to_path(0.1), edge)
            }
            Geometry::Disc(center, radius) => match grown.is_moved() {
                true => Geometry::Disc(*center + offset, radius + by),
                false => Geometry::Ring(*center, *radius, 2.0 * by),
            },
            Geometry::Ring(center, radius, width) => {
                Geometry::Ring(*center + offset, *radius, width + 2.0 * by)
            }
            Geometry::Outline(path, stroke) => Geometry::Outline(moved(path), wider(stroke, by)),
            Geometry::Dashes(path, stroke) => Geometry::Dashes(moved(path), wider(stroke, by)),
        };
        self.add(shape, Paint::Color(color));
    }

    /// The edge of an area, and the area if it is seen beside what it is an outline of.
    fn add_area(&mut self, path: BezPath, fill: Fill, grown: &Grown) {
        let color = Paint::Color(grown.color);
        if grown.is_moved() {
            self.add(Geometry::Path(path.clone(), fill), color.clone());
        }
        if grown.by > 0.0 {
            let edge = Stroke::new(2.0 * grown.by).with_join(Join::Round);
            self.add(Geometry::Outline(path, edge), color);
        }
    }

    fn add_collection(&mut self, kind: &CollectionKind, grown: &Grown) {
        let &Grown { color, by, offset } = grown;
        match kind {
            CollectionKind::Markers(markers) => {
                let clear = |color: Color| color.to_rgba8()[3] == 0;
                let marks = markers.marks.iter().filter_map(|(at, style)| {
                    let (has_face, has_edge) = (!clear(style.face), !clear(style.edge));
                    let edge_width = if has_edge { style.edge_width } else { 0.0 };
                    let is_filled = has_face && grown.is_moved();
                    let face = if is_filled { color } else { Color::TRANSPARENT };
                    let style = MarkerStyle {
                        edge_width: edge_width + 2.0 * by,
                        face,
                        edge: color,
                        ..style
                    };
                    (has_face || edge_width > 0.0).then_some((at + offset, style))
                });
                let marks = marks.collect();
                self.markers(markers.shape.clone(), marks);
            }
            CollectionKind::Ribbon(ribbon) => {
                let mut ribbon = ribbon.clone();
                for knot in &mut ribbon.knots {
                    let width = knot.width + 2.0 * by;
                    *knot = Knot { at: knot.at + offset, width, shade: 0.0, ..*knot };
                }
                ribbon.shades = Shades::one(color);
                ribbon.alpha = 1.0;
                ribbon.room = ribbon.room.inflate(by, by);
                self.ribbon(ribbon);
            }
            CollectionKind::Areas(areas) => {
                let mut path = BezPath::new();
                for area in areas.all() {
                    path.truncate(0);
                    areas.outline(area, &mut path);
                    self.add_area(Affine::translate(offset) * &path, Fill::EvenOdd, grown);
                }
            }
            CollectionKind::Edges(edges) => {
                let stroke = wider(&edges.stroke(), by);
                for (path, _) in edges.outlines() {
                    let shape = Geometry::Outline(Affine::translate(offset) * path, stroke.clone());
                    self.add(shape, Paint::Color(color));
                }
            }
            CollectionKind::Mesh(_) | CollectionKind::Cells(_) => {}
        }
    }
}

fn wider(stroke: &Stroke, by: f64) -> Stroke {
    Stroke { width: stroke.width + 2.0 * by, ..stroke.clone() }
}
