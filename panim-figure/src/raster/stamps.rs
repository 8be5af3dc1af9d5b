//! Thousands of equal markers: each shape is rasterised once for each place within a pixel, and
//! then copied to wherever it stands; discs of sizes of their own, and large ones, are found anew.

mod density;
mod disc;
mod hidden;
mod layer;
#[cfg(test)]
mod tests;

use crate::{
    color::Color,
    raster::Raster,
    scene::{
        Scene,
        mark_list::MarkList,
        marker::{MarkerShape, MarkerStyle, Markers, edge},
        paint::Paint,
        shape::Geometry,
    },
};
use density::DensityLayer;
use hidden::Hidden;
use layer::StampLayer;
use std::{collections::HashMap, sync::Arc};
use vello_cpu::{
    Level,
    kurbo::{Affine, BezPath, Point, Rect, Shape, Stroke},
    peniko::Fill,
};

/// Places within a pixel, along each side: a marker stands at most a thirty-second of a pixel from
/// where it should.
const PLACES: i32 = 16;

/// Steps of a marker's diameter to a pixel, where markers have sizes of their own.
const SIZES: f64 = 16.0;

/// Masks of more bytes than this are forgotten, to be made again.
const ROOM: usize = 32 << 20;

/// More shapes than this are forgotten likewise.
const MOST_SHAPES: usize = 100;

/// Markers that reach further than so many pixels are cut off.
const LARGEST: f64 = 8000.0;

/// From so many markers of one form on, it is found out which are hidden by others.
const DEEP: usize = 20_000;

/// Further out, in pixels, there is no picture.
const FAR: f64 = 1e6;

/// The masks of the markers that were drawn so far. They follow from the markers only, so that it
/// does not matter to a picture which are there already.
pub(crate) struct Stamps {
    level: Level,
    /// What the masks are of, by their numbers.
    shapes: Vec<MarkerShape>,
    masks: HashMap<StampKey, Arc<Mask>>,
    bytes: usize,
    /// Rasterises a shape by itself.
    brush: Option<Box<Brush>>,
}

/// Which part of a marker a mask is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum MarkerPart {
    Face,
    Edge,
    /// Both, in the same opaque colour.
    Whole,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct StampKey {
    /// Its number.
    shape: usize,
    part: MarkerPart,
    /// The bits of the two, in pixels.
    size: u64,
    edge_width: u64,
    /// The place within a pixel.
    place: (i32, i32),
}

/// How much of each pixel a shape covers.
struct Mask {
    /// Of its first pixel, from the marker's own.
    left: i32,
    top: i32,
    width: usize,
    /// Row by row.
    coverage: Vec<u8>,
}

impl Stamps {
    pub(crate) fn new(level: Level) -> Self {
        Self { level, shapes: Vec::new(), masks: HashMap::new(), bytes: 0, brush: None }
    }

    /// Are masks of these kept, to be found again? Not of discs that have sizes of their own or are large.
    pub(crate) fn keeps(markers: &Markers) -> bool {
        match markers.shape {
            MarkerShape::Disc(diameter) => disc::are_kept(diameter, &markers.marks),
            MarkerShape::Outline(_) => true,
        }
    }

    /// The markers, in their order, as where they show something and the pixels there.
    /// `room`: what of the picture is shown.
    pub(crate) fn image(
        &mut self,
        markers: &Markers,
        size: (u16, u16),
        room: Rect,
    ) -> (Geometry, Paint) {
        let mut layer = StampLayer::new(size);
        let marks = &markers.marks;
        let is_near = |(at, _): &(Point, MarkerStyle)| at.x.abs().max(at.y.abs()) < FAR;
        let near = marks.iter().filter(is_near);
        match (&markers.shape, marks) {
            (MarkerShape::Disc(diameter), _) if !Self::keeps(markers) => {
                near.for_each(|mark| disc::stamp(self.level, *diameter, mark, size, &mut layer));
            }
            (shape, _) if marks.len() >= DEEP && marks.form().is_some() => {
                let masks = self.at_all_places(shape, marks);
                if let MarkList::Alike(alike) = marks {
                    let parts: Vec<_> = parts(&alike.style, shape.has_face()).collect();
                    let seen = markers.reach().map_or(Rect::ZERO, |reach| reach.intersect(room));
                    let density = DensityLayer::new(self.level, marks.len(), &parts, &masks, seen);
                    if let Some(mut density) = density {
                        near.for_each(|(at, _)| density.add(at));
                        let (shown, pixels) = density.image();
                        return (Geometry::Rect(shown), pixels);
                    }
                }
                let hidden = Hidden::new(size, room, masks.all());
                masks.lay_from_above(near.rev(), shape.has_face(), hidden, &mut layer);
            }
            (shape, _) => self.copies(shape, near, &mut layer),
        }
        let (pixels, shown) = layer.image(size);
        (Geometry::Path(shown, Fill::NonZero), pixels.paint(Affine::IDENTITY))
    }

    fn copies(
        &mut self,
        shape: &MarkerShape,
        marks: impl Iterator<Item = (Point, MarkerStyle)>,
        layer: &mut StampLayer,
    ) {
        let mut first_size = None;
        let has_face = shape.has_face();
        let shape = self.number(shape);
        for (at, style) in marks {
            let first_size = *first_size.get_or_insert(style.size);
            let is_first = style.size == first_size;
            let size = if is_first { style.size } else { (style.size * SIZES).round() / SIZES };
            let (at, place) = placed(at);
            for (part, color) in parts(&style, has_face) {
                let key = StampKey {
                    shape,
                    part,
                    size: size.to_bits(),
                    edge_width: style.edge_width.to_bits(),
                    place,
                };
                layer.blend(self.mask(key), at, color);
            }
        }
    }

    /// The masks of all parts that markers of one form have.
    fn at_all_places(&mut self, shape: &MarkerShape, marks: &MarkList) -> PlacedMasks {
        let mut placed = PlacedMasks::default();
        let has_face = shape.has_face();
        let shape = self.number(shape);
        for style in marks.styles() {
            for (part, _) in parts(style, has_face) {
                let masks = &mut placed.0[part as usize];
                if !masks.is_empty() {
                    continue;
                }
                let [size, edge_width] = [style.size, style.edge_width].map(f64::to_bits);
                let places = (0..PLACES).flat_map(|y| (0..PLACES).map(move |x| (x, y)));
                masks.extend(places.map(|place| {
                    Arc::clone(self.mask(StampKey { shape, part, size, edge_width, place }))
                }));
            }
        }
        placed
    }

    /// The number of a shape, a new one if it has none.
    fn number(&mut self, shape: &MarkerShape) -> usize {
        if self.bytes > ROOM || self.shapes.len() > MOST_SHAPES {
            (self.masks, self.bytes) = (HashMap::new(), 0);
            self.shapes.clear();
        }
        let known = self.shapes.iter().position(|known| known == shape);
        known.unwrap_or_else(|| {
            self.shapes.push(shape.clone());
            self.shapes.len() - 1
        })
    }

    fn mask(&mut self, key: StampKey) -> &Arc<Mask> {
        if self.bytes > ROOM {
            (self.masks, self.bytes) = (HashMap::new(), 0);
        }
        let Self { level, shapes, masks, bytes, brush } = self;
        masks.entry(key).or_insert_with(|| {
            let mask = match &shapes[key.shape] {
                MarkerShape::Disc(diameter) => disc::kept(*level, *diameter, key),
                shape => Brush::draw(brush, *level, shape, key),
            };
            // of small masks, most is around them
            *bytes += mask.coverage.len() + size_of::<(StampKey, Mask)>();
            Arc::new(mask)
        })
    }
}

/// The masks of each part of a marker, for each place within a pixel, row by row; none of a part that it has not.
#[derive(Default)]
struct PlacedMasks([Vec<Arc<Mask>>; 3]);

impl PlacedMasks {
    fn all(&self) -> impl Iterator<Item = &Mask> {
        self.0.iter().flatten().map(|mask| &**mask)
    }

    fn of(&self, part: MarkerPart, (x, y): (i32, i32)) -> &Mask {
        &self.0[part as usize][(y * PLACES + x) as usize]
    }

    /// Lays very many markers, each under those before it: what is hidden is left out.
    fn lay_from_above(
        &self,
        marks: impl Iterator<Item = (Point, MarkerStyle)>,
        has_face: bool,
        mut hidden: Hidden,
        layer: &mut StampLayer,
    ) {
        marks.for_each(|(at, style)| {
            let (at, place) = placed(at);
            if !hidden.is_hidden(at) {
                for (part, color) in parts(&style, has_face).rev() {
                    let mask = self.of(part, place);
                    layer.lay_under(mask, at, color, |x, y| hidden.fill(x, y));
                }
            }
        });
    }
}

/// The pixel in which a marker stands, less than [`FAR`] away, and its place in that.
#[inline]
fn placed(at: Point) -> ((i32, i32), (i32, i32)) {
    // to be positive, since a conversion cuts off towards 0 where rounding is a call
    let far = FAR * f64::from(PLACES) + 1.0;
    let [x, y] = [at.x, at.y].map(|at| (at * f64::from(PLACES) + 0.5 + far) as i32 - far as i32);
    let pixel = (x.div_euclid(PLACES), y.div_euclid(PLACES));
    (pixel, (x.rem_euclid(PLACES), y.rem_euclid(PLACES)))
}

/// What a marker is drawn of, the lowest first.
fn parts(
    style: &MarkerStyle,
    has_face: bool,
) -> impl DoubleEndedIterator<Item = (MarkerPart, Color)> {
    let is_plain = style.is_plain();
    let has_face = has_face && style.face.to_rgba8()[3] > 0;
    let whole = is_plain.then_some((MarkerPart::Whole, style.edge));
    let face = (!is_plain && has_face).then_some((MarkerPart::Face, style.face));
    let has_edge = !is_plain && style.edge_width > 0.0;
    let edge = has_edge.then_some((MarkerPart::Edge, style.edge));
    whole.into_iter().chain(face).chain(edge)
}

/// A small picture for one shape.
struct Brush {
    scene: Scene,
    raster: Raster,
    pixels: Vec<u8>,
    side: u16,
}

impl Brush {
    /// Made when it is needed first, and again when it is too small.
    fn draw(
        brush: &mut Option<Box<Self>>,
        level: Level,
        shape: &MarkerShape,
        key: StampKey,
    ) -> Mask {
        let StampKey { part, place, .. } = key;
        let (size, width) = (f64::from_bits(key.size), f64::from_bits(key.edge_width));
        let outline = Affine::scale(size) * shape.path();
        let edge = edge(width, shape.join());
        let beyond = width / 2.0 * edge.miter_limit;
        let bounds = outline.bounding_box().inflate(beyond, beyond);
        // the marker's own pixel is `reach` pixels from the corner
        let reach = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(f64::abs);
        let reach = reach.into_iter().fold(0.0, f64::max).ceil().min(LARGEST) as u16 + 1;
        let side = 2 * reach + 1;
        let brush = match brush {
            Some(brush) if brush.side >= side => brush,
            _ => brush.insert(Box::new(Self {
                scene: Scene::new((side, side)),
                raster: Raster::new((side, side), level),
                pixels: Vec::new(),
                side,
            })),
        };
        let at = |place: i32| f64::from(reach) + f64::from(place) / f64::from(PLACES);
        let at = Point::new(at(place.0), at(place.1));
        brush.clear();
        let whole = match (shape, part) {
            (MarkerShape::Outline(outline), MarkerPart::Whole) => {
                let (face, edge) = (Color::WHITE, Color::WHITE);
                outline.grown(MarkerStyle { size, edge_width: width, face, edge })
            }
            _ => None,
        };
        if let Some(whole) = whole {
            brush.scene.fill(&(Affine::translate(at.to_vec2()) * whole), Color::WHITE);
            brush.raster.paint_over(&mut brush.scene, &mut brush.pixels);
            return brush.mask(reach);
        }
        let here = Affine::translate(at.to_vec2()) * outline;
        brush.paint(&here, &edge, shape.has_face(), part);
        brush.mask(reach)
    }

    /// What is painted, of a marker whose pixel is `reach` pixels from the corner.
    fn mask(&self, reach: u16) -> Mask {
        let coverage: Vec<u8> = self.pixels.chunks_exact(4).map(|pixel| pixel[0]).collect();
        Mask::of(&coverage, self.side.into(), (-i32::from(reach), -i32::from(reach)))
    }

    fn clear(&mut self) {
        self.scene.clear();
        let side = usize::from(self.side);
        self.pixels.clear();
        self.pixels.extend([0, 0, 0, 255].repeat(side * side));
    }

    fn paint(&mut self, shape: &BezPath, edge: &Stroke, has_face: bool, part: MarkerPart) {
        if part != MarkerPart::Edge && has_face {
            self.scene.fill(shape, Color::WHITE);
        }
        if part != MarkerPart::Face && edge.width > 0.0 {
            self.scene.stroke(shape, edge, Color::WHITE);
        }
        self.raster.paint_over(&mut self.scene, &mut self.pixels);
    }
}

impl Mask {
    /// Its rows.
    fn height(&self) -> usize {
        self.coverage.len().checked_div(self.width).unwrap_or(0)
    }

    /// Of `coverage`, `side` pixels wide, without the empty pixels around the shape.
    fn of(coverage: &[u8], side: usize, corner: (i32, i32)) -> Self {
        let rows = || coverage.chunks_exact(side.max(1));
        let is_empty = |row: &&[u8]| row.iter().all(|&coverage| coverage == 0);
        let above = rows().take_while(is_empty).count();
        let below = rows().rev().take_while(is_empty).count();
        let first = |row: &[u8]| row.iter().position(|&coverage| coverage > 0);
        let last = |row: &[u8]| row.iter().rposition(|&coverage| coverage > 0);
        let left = rows().filter_map(first).min().unwrap_or(0);
        let right = rows().filter_map(last).max().map_or(left, |last| last + 1);
        let full = rows().len().saturating_sub(below);
        let seen = rows().take(full).skip(above).flat_map(|row| &row[left..right]);
        Self {
            left: corner.0 + left as i32,
            top: corner.1 + above as i32,
            width: right - left,
            coverage: seen.copied().collect(),
        }
    }
}
