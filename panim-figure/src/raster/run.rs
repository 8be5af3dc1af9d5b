//! Areas that are painted one after the other, and which of them may meet.

use super::{mixer::Slice, scan::ScanOutline, tails::Tail};
use crate::scene::{
    items::{Item, PaintedShape, Scope},
    paint::Paint,
    shape::Geometry,
};
use std::{ops::Range, rc::Rc};
use vello_cpu::{
    Pixmap,
    kurbo::{BezPath, Rect},
};

/// So often areas are compared, at most, to find those that touch.
const MOST_PAIRS: usize = 1 << 20;

/// Areas that are painted one after the other.
pub(super) struct Run<'a> {
    pub(super) areas: Vec<ClippedArea<'a>>,
    /// The item behind the last of them.
    pub(super) end: usize,
    /// What the background below them ends with.
    pub(super) tails: Vec<&'a Tail>,
}

/// An area, and what it is cut to.
pub(super) struct ClippedArea<'a> {
    pub(super) drawing: &'a PaintedShape,
    pub(super) within: Option<&'a BezPath>,
    /// It is painted already, as a part of the background.
    pub(super) is_behind: bool,
    /// The pixels that it may touch.
    pub(super) pixels: Pixels,
    /// Those of them that another one may touch too.
    near: Pixels,
    pub(super) outline: ScanOutline,
    pub(super) cut: Option<Rc<ScanOutline>>,
    pub(super) ink: AreaInk<'a>,
}

/// What an area is painted with.
#[derive(Debug, Clone, Copy)]
pub(super) enum AreaInk<'a> {
    Color([u8; 4]),
    /// The pixels of a pattern, and their colour.
    Tiles(&'a Pixmap, [u8; 3]),
}

impl AreaInk<'_> {
    /// It has other colours in other rows.
    pub(super) fn is_pattern(self) -> bool {
        matches!(self, Self::Tiles(..))
    }

    /// Its colour in a pixel of the picture.
    pub(super) fn at(self, x: usize, y: usize) -> [u8; 4] {
        match self {
            Self::Color(color) => color,
            Self::Tiles(tile, [r, g, b]) => {
                let (width, height) = (usize::from(tile.width()), usize::from(tile.height()));
                [r, g, b, tile.data()[y % height * width + x % width].a]
            }
        }
    }
}

/// Columns and rows of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pixels {
    pub(super) x: (i64, i64),
    pub(super) y: (i64, i64),
}

impl Pixels {
    const NONE: Self = Self { x: (0, 0), y: (0, 0) };

    pub(super) fn around(rect: Rect) -> Self {
        let Rect { x0, y0, x1, y1 } = rect;
        Self { x: (x0.floor() as i64, x1.ceil() as i64), y: (y0.floor() as i64, y1.ceil() as i64) }
    }

    /// Those of a picture.
    pub(super) fn within(self, (width, height): (usize, usize)) -> (Range<usize>, Range<usize>) {
        let within = |(from, to): (i64, i64), length: usize| {
            let to = to.clamp(0, length as i64) as usize;
            (from.max(0) as usize).min(to)..to
        };
        (within(self.x, width), within(self.y, height))
    }

    fn is_empty(self) -> bool {
        self.x.0 >= self.x.1 || self.y.0 >= self.y.1
    }

    fn and(self, other: Self) -> Self {
        let both = |a: (i64, i64), b: (i64, i64)| (a.0.max(b.0), a.1.min(b.1));
        Self { x: both(self.x, other.x), y: both(self.y, other.y) }
    }

    fn or(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        let all = |a: (i64, i64), b: (i64, i64)| (a.0.min(b.0), a.1.max(b.1));
        Self { x: all(self.x, other.x), y: all(self.y, other.y) }
    }
}

impl<'a> Run<'a> {
    /// The areas from this item on, if there is one.
    pub(super) fn from(items: &'a [Item], start: usize) -> Option<Self> {
        let mut run = Self { areas: Vec::new(), end: start, tails: Vec::new() };
        loop {
            match items.get(run.end) {
                Some(Item::Draw(drawing)) if drawing.is_area => {
                    run.areas.extend(ClippedArea::new(drawing, None));
                    run.end += 1;
                }
                Some(Item::Open { scope: Scope::Clip(path), close, .. }) => {
                    let inside = (run.end + 1..*close).map(|at| match items.get(at) {
                        Some(Item::Draw(drawing)) if drawing.is_area => Some(drawing),
                        _ => None,
                    });
                    let Some(inside) = inside.collect::<Option<Vec<_>>>() else { break };
                    run.areas
                        .extend(inside.into_iter().filter_map(|d| ClippedArea::new(d, Some(path))));
                    run.end = close.saturating_add(1);
                }
                _ => break,
            }
        }
        (run.end > start).then_some(run)
    }

    /// They are painted over a background that ends with these.
    pub(super) fn follow(&mut self, tail: &'a Tail) {
        let behind = Self::from(tail.items(), 0).into_iter().flat_map(|run| run.areas);
        self.areas.splice(0..0, behind.map(|area| ClippedArea { is_behind: true, ..area }));
        self.tails.push(tail);
    }

    /// The pixels that they may touch.
    pub(super) fn pixels(&self) -> Pixels {
        self.areas.iter().fold(Pixels::NONE, |all, area| all.or(area.pixels))
    }

    /// Finds which areas have pixels in common; false if none has.
    pub(super) fn compare(&mut self) -> bool {
        let mut order: Vec<usize> = (0..self.areas.len()).collect();
        order.sort_unstable_by_key(|&i| self.areas[i].pixels.x.0);
        let (mut open, mut pairs): (Vec<usize>, usize) = (Vec::new(), 0);
        for i in order {
            let pixels = self.areas[i].pixels;
            open.retain(|&other| self.areas[other].pixels.x.1 > pixels.x.0);
            pairs += open.len();
            if pairs > MOST_PAIRS {
                return false;
            }
            for &other in &open {
                let both = pixels.and(self.areas[other].pixels);
                let is_mixed = self.areas[i].is_behind && self.areas[other].is_behind;
                if !is_mixed && !both.is_empty() {
                    self.areas[i].near = self.areas[i].near.or(both);
                    self.areas[other].near = self.areas[other].near.or(both);
                }
            }
            open.push(i);
        }
        self.areas.retain(|area| !area.near.is_empty());
        self.areas.len() > 1
    }
}

impl<'a> ClippedArea<'a> {
    fn new(drawing: &'a PaintedShape, within: Option<&'a BezPath>) -> Option<Self> {
        let ink = match &drawing.paint {
            Paint::Color(color) => AreaInk::Color(color.to_rgba8()),
            Paint::Tiles(pixels, tile) => {
                let [r, g, b, _] = tile.color.to_rgba8();
                AreaInk::Tiles(pixels, [r, g, b])
            }
            Paint::Image(..) | Paint::Hatch(_) => return None,
        };
        let around = drawing.shape.area_box()?.intersect(drawing.clip);
        let pixels = Pixels::around(around);
        (!pixels.is_empty()).then(|| Self {
            drawing,
            within,
            is_behind: false,
            pixels,
            near: Pixels::NONE,
            outline: ScanOutline::default(),
            cut: None,
            ink,
        })
    }

    pub(super) fn find_outline(&mut self) {
        self.outline = match &self.drawing.shape {
            Geometry::Rect(rect) => ScanOutline::of_rect(*rect),
            Geometry::Path(path, _) => ScanOutline::of(path),
            _ => ScanOutline::default(),
        };
        self.outline.cut_box_to(self.drawing.clip);
    }

    /// What of the picture it may share with others.
    pub(super) fn shared(&self, size: (usize, usize)) -> (Range<usize>, Range<usize>) {
        self.near.within(size)
    }

    /// What of it is in a row of pixels.
    pub(super) fn row(&self, y: i64) -> Slice<'_> {
        let (top, bottom) = (y as f64, (y + 1) as f64);
        Slice {
            outline: self.outline.row(top, bottom),
            cut: self.cut.as_ref().map(|cut| cut.row(top, bottom)),
            clip: self.drawing.clip,
            columns: self.pixels.x,
            ink: self.ink,
        }
    }
}
