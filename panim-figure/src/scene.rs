//! The display list: what artists, decorations and plotters code draw, written down in pixels, so
//! that it can be painted where it touches the picture and nowhere else, or written as a file of
//! shapes.

pub(crate) mod areas;
pub(crate) mod cells;
pub(crate) mod clip;
pub(crate) mod collection;
pub(crate) mod damage;
pub(crate) mod grown;
pub(crate) mod hand;
pub(crate) mod hatch;
pub(crate) mod interpolation;
pub(crate) mod items;
pub(crate) mod list;
pub(crate) mod mark_list;
pub(crate) mod marker;
pub(crate) mod mesh;
pub(crate) mod paint;
pub(crate) mod ribbon;
pub(crate) mod shape;
mod sight;
mod touched;

pub(crate) use sight::{LEAST_DASHES, seen_area};

use crate::{FigureError, base::same::Same, color::Color};
use collection::LoweredCollections;
use damage::Damage;
use hand::{DrawnAs, Hand};
use hatch::HatchTile;
use items::{Item, PaintedShape, Scope};
use paint::{Bitmap, Paint};
use shape::{Geometry, reach};
use std::{mem, ops::Range};
use touched::mark_outline;
use vello_cpu::{
    kurbo::{Affine, BezPath, Point, Rect, Stroke},
    peniko::Fill,
};

/// How far beyond its outline a shape may leave a trace on pixels.
const BLUR: f64 = 1.0;

/// Everything, in order.
pub(crate) struct Scene {
    size: (u16, u16),
    items: Vec<Item>,
    /// What has begun and not ended, the innermost last.
    open: Vec<Open>,
    whole: Rect,
    /// What is kept beyond the picture and beyond what clips.
    spare: f64,
    /// What is shown of what follows.
    clip: Rect,
    /// What all of it may touch.
    damage: Damage,
    /// Names of places between items, and the items behind them.
    places: Vec<(usize, usize)>,
    /// The first thing that could not be recorded.
    refused: Option<FigureError>,
    /// What has become something else to be painted.
    lowered: Option<LoweredCollections>,
    /// Who draws what follows, if lines sway.
    hand: Option<Hand>,
}

enum Open {
    /// The clip before it.
    Clip(Rect),
    /// A scope's item, and the clip before it.
    Scope(usize, Rect),
}

impl Scene {
    /// An empty one, for a picture of so many pixels.
    pub(crate) fn new(size: (u16, u16)) -> Self {
        let (width, height) = size;
        let whole = Rect::new(0.0, 0.0, width.into(), height.into());
        Self {
            size,
            items: Vec::new(),
            open: Vec::new(),
            whole,
            spare: 0.0,
            clip: whole,
            damage: Damage::none((width.into(), height.into())),
            places: Vec::new(),
            refused: None,
            lowered: None,
            hand: None,
        }
    }

    /// Width and height in pixels.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.size
    }

    /// All pixels.
    pub(crate) fn picture(&self) -> Rect {
        self.whole
    }

    pub(crate) fn items(&self) -> &[Item] {
        &self.items
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    /// A copy of some of them by themselves.
    pub(crate) fn copied(&self, range: Range<usize>) -> Vec<Item> {
        let mut items = self.items[range.clone()].to_vec();
        for item in &mut items {
            if let Item::Open { close, .. } = item {
                *close = close.saturating_sub(range.start);
            }
        }
        items
    }

    /// An axes ends here in a background, or goes on here over it. It is named alike in both.
    pub(crate) fn name_place(&mut self, name: usize) {
        self.places.push((name, self.items.len()));
    }

    /// The places that were named, each with the item behind it.
    pub(crate) fn places(&self) -> &[(usize, usize)] {
        &self.places
    }

    /// What the things recorded so far may touch.
    pub(crate) fn damage(&self) -> &Damage {
        &self.damage
    }

    /// The box around what was recorded, as far as it is on the picture; `None` for nothing.
    pub(crate) fn bounds(&self) -> Option<Rect> {
        let bounds = self.items.iter().filter_map(|item| match item {
            Item::Draw(drawing) => Some(drawing.bounds),
            Item::Collection(collection) => Some(collection.bounds),
            Item::Open { .. } | Item::Close => None,
        });
        bounds.reduce(|a, b| a.union(b))
    }

    /// Something cannot be recorded.
    pub(crate) fn refuse(&mut self, wrong: FigureError) {
        self.refused.get_or_insert(wrong);
    }

    /// What could not be recorded since this was last asked.
    pub(crate) fn take_refused(&mut self) -> Option<FigureError> {
        self.refused.take()
    }

    /// Forgets what was recorded.
    pub(crate) fn clear(&mut self) {
        self.items.clear();
        self.places.clear();
        self.lowered = None;
        self.open.clear();
        self.clip = self.whole;
        self.damage.clear();
    }

    pub(crate) fn fill(&mut self, path: &BezPath, color: Color) {
        self.add(Geometry::of(path), Paint::Color(color));
    }

    /// Fills an area that may meet others: where they meet, nothing shines through between them.
    pub(crate) fn fill_area(&mut self, path: &BezPath, color: Color) {
        self.record(Geometry::of(path), Paint::Color(color), true);
    }

    /// Fills what an odd number of a path's outlines goes around.
    pub(crate) fn fill_even_odd(&mut self, path: BezPath, color: Color) {
        self.add(Geometry::even_odd(path), Paint::Color(color));
    }

    /// Lays a pattern over an area, filled by this rule.
    pub(crate) fn hatch(&mut self, path: &BezPath, rule: Fill, tile: HatchTile) {
        match rule {
            Fill::NonZero => self.record(Geometry::of(path), Paint::Hatch(tile), true),
            Fill::EvenOdd => self.add(Geometry::even_odd(path.clone()), Paint::Hatch(tile)),
        }
    }

    /// Puts pixels in the place of each pattern.
    pub(crate) fn paint_hatches(&mut self, mut paint: impl FnMut(&HatchTile) -> Bitmap) {
        for item in &mut self.items {
            if let Item::Draw(PaintedShape { paint: found, .. }) = item
                && let Paint::Hatch(tile) = found
            {
                *found = paint(tile).tiles(*tile);
            }
        }
    }

    pub(crate) fn fill_rect(&mut self, rect: Rect, color: Color) {
        self.add(Geometry::Rect(rect), Paint::Color(color));
    }

    pub(crate) fn stroke(&mut self, path: &BezPath, stroke: &Stroke, color: Color) {
        self.add(Geometry::outline(path, stroke), Paint::Color(color));
    }

    pub(crate) fn disc(&mut self, center: Point, radius: f64, color: Color) {
        self.add(Geometry::Disc(center, radius), Paint::Color(color));
    }

    /// The edge of a disc, `width` wide, half of it to each side of `radius`.
    pub(crate) fn ring(&mut self, center: Point, radius: f64, width: f64, color: Color) {
        self.add(Geometry::Ring(center, radius, width), Paint::Color(color));
    }

    /// Stretches pixels over `place`; they stay sharp.
    pub(crate) fn image(&mut self, image: &Bitmap, place: Rect) {
        if let Some(paint) = image.over(place) {
            self.add(Geometry::Rect(place), paint);
        }
    }

    /// Lays pixels on those of the picture, the first of them `at` a corner of these, and shows the
    /// part in `shown`.
    pub(crate) fn image_at(&mut self, image: &Bitmap, at: Point, shown: Rect) {
        self.add(Geometry::Rect(shown), image.paint(Affine::translate(at.to_vec2())));
    }

    /// Shows of what follows only what falls into `rect`, until [`Scene::pop_clip`].
    pub(crate) fn push_clip(&mut self, rect: Rect) {
        self.open.push(Open::Clip(self.clip));
        self.clip = self.clip.intersect(rect.inflate(self.spare, self.spare));
    }

    /// The same with what falls inside of `path`.
    pub(crate) fn push_clip_path(&mut self, path: &BezPath) {
        self.open(Scope::Clip(path.clone()));
    }

    pub(crate) fn pop_clip(&mut self) {
        self.close();
    }

    /// Shows all that follows through as if it were one thing of this opacity, until
    /// [`Scene::pop_group`].
    pub(crate) fn push_group(&mut self, alpha: f64) {
        self.open(Scope::Group(alpha));
    }

    /// Puts all that follows together and then shows of it what falls into `shape`, until
    /// [`Scene::pop_group`]: its edges are smooth however many things lie there.
    pub(crate) fn push_shape(&mut self, shape: &BezPath) {
        self.open(Scope::Shape(shape.clone()));
    }

    pub(crate) fn pop_group(&mut self) {
        self.close();
    }

    fn is_free(&self) -> bool {
        !self.open.iter().any(|open| matches!(open, Open::Scope(..)))
    }

    fn add(&mut self, shape: Geometry, paint: Paint) {
        self.record(shape, paint, false);
    }

    fn record(&mut self, shape: Geometry, paint: Paint, is_area: bool) {
        self.record_as(DrawnAs::Shape, shape, paint, is_area);
    }

    fn put(&mut self, shape: Geometry, paint: Paint, is_area: bool) {
        let Some(drawing) = PaintedShape::seen(shape, paint, self.whole, self.clip) else { return };
        match &drawing.shape {
            Geometry::Outline(path, stroke) | Geometry::Dashes(path, stroke) => {
                mark_outline(path, reach(stroke) + BLUR, self.clip, &mut self.damage);
            }
            _ => self.damage.mark(drawing.bounds),
        }
        let is_free = self.is_free();
        self.items.push(Item::Draw(PaintedShape { is_free, is_area, ..drawing }));
    }

    fn open(&mut self, mut scope: Scope) {
        let clip = self.clip;
        let bounds = match &mut scope {
            Scope::Clip(path) | Scope::Shape(path) => {
                *path = sight::seen_area(mem::take(path), self.whole);
                path.control_box().inflate(BLUR, BLUR).intersect(clip)
            }
            Scope::Group(_) => clip,
        };
        self.open.push(Open::Scope(self.items.len(), clip));
        self.items.push(Item::Open { scope, bounds, close: usize::MAX });
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Clip(before)) => self.clip = before,
            Some(Open::Scope(opened, before)) => {
                self.clip = before;
                let end = self.items.len();
                if let Some(Item::Open { close, .. }) = self.items.get_mut(opened) {
                    *close = end;
                }
                self.items.push(Item::Close);
            }
            None => {}
        }
    }
}

/// Of what was recorded, as long as it is [not lowered](Scene::raise).
impl Same for Scene {
    fn is_same(&self, other: &Self) -> bool {
        // most pictures that differ do so early
        self.size == other.size && self.items.is_same(&other.items) && self.places == other.places
    }
}

impl PaintedShape {
    /// What can be seen of a shape; `None` if there is nothing.
    fn seen(shape: Geometry, paint: Paint, picture: Rect, clip: Rect) -> Option<Self> {
        if paint.is_clear() {
            return None;
        }
        let (shape, around) = sight::seen(shape, picture)?;
        let around = around.inflate(BLUR, BLUR);
        let bounds = around.intersect(clip);
        let is_clipped = bounds != around && clip != picture;
        (!bounds.is_zero_area()).then_some(Self {
            shape,
            paint,
            clip,
            is_clipped,
            bounds,
            is_free: true,
            is_area: false,
        })
    }
}
