//! The shapes that move most in plots, painted straight onto the pixels: lines, areas of straight sides, boxes,
//! discs and images.
//!
//! A general raster sorts the edges of any shape. These few know which pixels they touch and how
//! much of each, so that their cost is that of these pixels only.

pub(super) mod areas;
mod blocks;
mod edge;
mod line;
mod outline;
mod piece;
mod pieces;
mod profile;
mod ribbon;
pub(super) mod rim;
mod round;
mod steps;
mod tangle;
mod touched;
mod window;

use crate::{
    color::Color,
    scene::{
        collection::{Collection, CollectionKind},
        items::PaintedShape,
        mark_list::MarkList,
        marker::{MarkerShape, MarkerStyle},
        paint::Paint,
        ribbon::Ribbon,
        shape::Geometry,
    },
};
use areas::{AreaSheet, FacesOrEdges};
use blocks::BLOCK;
use fearless_simd::{Simd, dispatch};
use line::{LineCoverage, LineWay, is_plain_line, line_way};
use ribbon::RibbonSheet;
use vello_cpu::{
    Level, Pixmap,
    kurbo::{Affine, Point, Rect},
};
use window::{Ink, Window, lay_over};

/// Markers of more pixels than this are not painted directly in great number: where their edges are is told in
/// 32 bits.
const LARGEST: f64 = 4096.0;

/// How a shape is painted directly.
#[derive(Debug, Clone, Copy)]
pub(super) enum DirectWay {
    Line(LineWay),
    /// What is no line.
    Shape,
    /// Pixel by pixel, from the one where its corner lies.
    Image((i64, i64)),
}

pub(super) struct Direct {
    /// Of the picture in pixels.
    size: (usize, usize),
    level: Level,
    coverage: LineCoverage,
    ribbons: RibbonSheet,
    areas: AreaSheet,
}

impl Direct {
    pub(super) fn new((width, height): (u16, u16), level: Level) -> Self {
        let size = (width.into(), height.into());
        let (coverage, ribbons) = (LineCoverage::new(size), RibbonSheet::new(size));
        Self { size, level, coverage, ribbons, areas: AreaSheet::default() }
    }

    /// How [`Direct::paint`] paints this; `None`: it does not.
    pub(super) fn way(drawing: &PaintedShape) -> Option<DirectWay> {
        let line = |way| DirectWay::Line(way);
        match (&drawing.shape, &drawing.paint) {
            _ if !drawing.is_free => None,
            (Geometry::Outline(path, stroke), Paint::Color(_)) => line_way(path, stroke).map(line),
            (Geometry::Dashes(path, stroke), Paint::Color(_)) => {
                is_plain_line(path, stroke, true).then_some(line(LineWay::Pieces))
            }
            (Geometry::Path(..), Paint::Color(_)) => None,
            (_, Paint::Color(_)) => Some(DirectWay::Shape),
            (Geometry::Rect(shown), Paint::Image(pixmap, lies)) => {
                place(lies, *shown, pixmap).map(DirectWay::Image)
            }
            (_, Paint::Image(..) | Paint::Hatch(_) | Paint::Tiles(..)) => None,
        }
    }

    /// Paints over opaque RGBA8 of the picture's size.
    pub(super) fn paint(&mut self, drawing: &PaintedShape, way: DirectWay, pixels: &mut [u8]) {
        dispatch!(self.level, simd => self.paint_inlined(simd, drawing, way, pixels));
    }

    /// Whether [`Direct::paint_all`] can paint these: ribbons, areas and their edges, and opaque discs. Many faint ones over each other
    /// would lose their colour in pixels of eight bits.
    pub(super) fn can_all(collection: &Collection) -> bool {
        let markers = match &collection.kind {
            CollectionKind::Markers(markers) => markers,
            CollectionKind::Ribbon(_) | CollectionKind::Areas(_) | CollectionKind::Edges(_) => {
                return collection.is_free;
            }
            _ => return false,
        };
        let is_opaque = |style: &MarkerStyle| {
            let is_clear = |color: Color| color.to_rgba8()[3] == 0;
            let is_full = |color: Color| color.to_rgba8()[3] == 255;
            (is_full(style.face) || is_clear(style.face))
                && (is_full(style.edge) || style.edge_width == 0.0)
        };
        let is_small = |style: &MarkerStyle| style.size + style.edge_width < LARGEST;
        let is_disc = matches!(markers.shape, MarkerShape::Disc(_));
        is_disc
            && collection.is_free
            && markers.marks.styles().all(|style| is_opaque(style) && is_small(style))
    }

    /// The same of many.
    pub(super) fn paint_all(&mut self, collection: &Collection, pixels: &mut [u8]) {
        let Self { size, level, ribbons, areas: sheet, .. } = self;
        match &collection.kind {
            CollectionKind::Markers(markers) => {
                if let MarkerShape::Disc(diameter) = markers.shape {
                    let window = Window::new(collection.clip, *size);
                    let marks = &markers.marks;
                    dispatch!(*level, simd => paint_discs(simd, diameter, marks, &window, pixels));
                }
            }
            CollectionKind::Ribbon(ribbon) => {
                let clip = collection.clip;
                dispatch!(*level, simd => ribbons.paint(simd, ribbon, clip, pixels));
            }
            CollectionKind::Areas(areas) => {
                let window = Window::new(collection.clip, *size);
                dispatch!(*level, simd => sheet.paint(simd, FacesOrEdges::Faces(areas), &window, pixels));
            }
            CollectionKind::Edges(edges) => {
                let window = Window::new(collection.clip, *size);
                dispatch!(*level, simd => sheet.paint(simd, FacesOrEdges::Edges(edges), &window, pixels));
            }
            _ => {}
        }
    }

    /// Makes an image of areas or their edges, as far as they lie in `room`, where they cannot be painted by themselves.
    pub(super) fn area_image(
        &mut self,
        laid: FacesOrEdges<'_>,
        room: Rect,
    ) -> Option<(Geometry, Paint)> {
        self.areas.image(self.level, laid, room)
    }

    /// Makes images of a ribbon, as far as it lies in `room`, where it cannot be painted by itself.
    pub(super) fn ribbon_images(
        &mut self,
        ribbon: &Ribbon,
        room: Rect,
        show: impl FnMut(Geometry, Paint),
    ) {
        self.ribbons.images(self.level, ribbon, room, show);
    }

    /// Inlined, with all that it calls, into a function for each set of instructions.
    #[inline(always)]
    fn paint_inlined<S: Simd>(
        &mut self,
        simd: S,
        drawing: &PaintedShape,
        way: DirectWay,
        pixels: &mut [u8],
    ) {
        let window = &Window::new(drawing.clip, self.size);
        match (&drawing.paint, way) {
            (Paint::Color(color), DirectWay::Line(way)) => {
                if let Geometry::Outline(path, stroke) | Geometry::Dashes(path, stroke) =
                    &drawing.shape
                {
                    self.coverage.line(simd, path, stroke, way, window);
                    self.coverage.paint(simd, Ink::new(*color), window, pixels);
                }
            }
            (Paint::Color(color), _) => {
                paint_shape(simd, &drawing.shape, Ink::new(*color), window, pixels);
            }
            (Paint::Image(pixmap, _), DirectWay::Image(at)) => {
                if let Geometry::Rect(shown) = drawing.shape {
                    image(simd, pixmap, at, &window.of(shown).and(window), pixels);
                }
            }
            (Paint::Image(..) | Paint::Hatch(_) | Paint::Tiles(..), _) => {}
        }
    }
}

/// A shape that is no line.
#[inline(always)]
fn paint_shape<S: Simd>(simd: S, shape: &Geometry, ink: Ink, window: &Window, pixels: &mut [u8]) {
    match *shape {
        Geometry::Rect(rect) => fill(&window.of(rect), window, ink, pixels),
        Geometry::Frame(rect, width) => frame(rect, width, window, ink, pixels),
        Geometry::Disc(center, radius) => round::disc(simd, (center, radius), window, ink, pixels),
        Geometry::Ring(center, radius, width) => {
            round::ring(simd, (center, radius, width), window, ink, pixels);
        }
        Geometry::Outline(..) | Geometry::Dashes(..) | Geometry::Path(..) => {}
    }
}

#[inline(always)]
fn paint_discs<S: Simd>(
    simd: S,
    diameter: f64,
    marks: &MarkList,
    window: &Window,
    pixels: &mut [u8],
) {
    for (at, style) in marks.iter().filter(|(at, _)| at.is_finite()) {
        let MarkerStyle { size, edge_width, face, edge } = style;
        let radius = size * diameter / 2.0;
        if face == edge {
            round::disc(simd, (at, radius + edge_width / 2.0), window, Ink::new(face), pixels);
            continue;
        }
        if face.to_rgba8()[3] > 0 {
            round::disc(simd, (at, radius), window, Ink::new(face), pixels);
        }
        if edge_width > 0.0 {
            round::ring(simd, (at, radius, edge_width), window, Ink::new(edge), pixels);
        }
    }
}

/// The edge of a box, `width` wide.
#[inline(always)]
fn frame(rect: Rect, width: f64, window: &Window, ink: Ink, pixels: &mut [u8]) {
    let outer = window.of(rect.inflate(width / 2.0, width / 2.0));
    let inner = window.of(rect.inflate(-width / 2.0, -width / 2.0));
    for y in outer.rows_in(window) {
        let row = window.row(pixels, y);
        for x in outer.columns_in(window) {
            if !inner.is_whole_at(x, y) {
                let coverage =
                    (outer.coverage(x, y) - inner.coverage(x, y)) * window.coverage(x, y);
                ink.blend(&mut row[x], coverage);
            }
        }
    }
}

#[inline(always)]
fn fill(rect: &Window, window: &Window, ink: Ink, pixels: &mut [u8]) {
    for y in rect.rows_in(window) {
        let row = window.row(pixels, y);
        let (all, whole) = (rect.columns_in(window), rect.whole_columns_in(window, y));
        let (before, after) = match whole.is_empty() {
            true => (all.clone(), 0..0),
            false => (all.start..whole.start, whole.end..all.end),
        };
        for x in before.chain(after) {
            ink.blend(&mut row[x], rect.coverage(x, y) * window.coverage(x, y));
        }
        ink.fill(&mut row[whole]);
    }
}

/// Where an image's corner lies, if that is a whole pixel, if whole pixels are shown and if the
/// image has them.
fn place(lies: &Affine, shown: Rect, pixmap: &Pixmap) -> Option<(i64, i64)> {
    let at = lies.translation().to_point();
    let size = (f64::from(pixmap.width()), f64::from(pixmap.height()));
    let whole =
        *lies == Affine::translate(at.to_vec2()) && at == at.round() && shown == shown.round();
    let there = Rect::from_origin_size(at, size).contains_rect(shown);
    (whole && there && far_from_overflow(at)).then_some((at.x as i64, at.y as i64))
}

fn far_from_overflow(at: Point) -> bool {
    at.x.abs().max(at.y.abs()) < 1e9
}

/// Lays what is shown of premultiplied pixels over the others.
#[inline(always)]
fn image<S: Simd>(
    simd: S,
    pixmap: &Pixmap,
    (left, top): (i64, i64),
    shown: &Window,
    pixels: &mut [u8],
) {
    let columns = shown.columns();
    if columns.is_empty() {
        return;
    }
    let is_opaque = !pixmap.may_have_transparency();
    for y in shown.rows() {
        let row = (y as i64 - top) as usize * usize::from(pixmap.width());
        let from = (row as i64 + columns.start as i64 - left) as usize * 4;
        let from = pixmap.data_as_u8_slice()[from..][..columns.len() * 4].as_chunks().0;
        let to = &mut shown.row(pixels, y)[columns.clone()];
        if is_opaque {
            to.copy_from_slice(from);
            continue;
        }
        for (to, from) in to.chunks_mut(BLOCK).zip(from.chunks(BLOCK)) {
            // most of the pixels around a line are clear
            if from.as_flattened().iter().all(|&channel| channel == 0) {
                continue;
            }
            lay_over(simd, to, from);
        }
    }
}
