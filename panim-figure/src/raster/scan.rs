//! Outlines of straight edges, and where a level line is inside of them.

use std::{borrow::Cow, ops::Range};
use vello_cpu::kurbo::{BezPath, PathEl, Point, Rect, flatten};

/// How far from a curve its straight pieces may be, in pixels.
const FLAT: f64 = 0.02;

/// An edge that goes down no further than this, in pixels, is level.
const LEVEL: f64 = 1e-9;

/// So few edges are gone through each time.
const FEW: usize = 16;

/// The edges of an area. What they go around, in either direction, is inside.
#[derive(Debug, Clone, Default)]
pub(super) struct ScanOutline {
    edges: Vec<ScanEdge>,
    /// If it is that of a box.
    rectangle: Option<Rect>,
}

/// An edge, from the top down.
#[derive(Debug, Clone, Copy)]
pub(super) struct ScanEdge {
    top: Point,
    bottom: Point,
    /// How far aside it goes for each pixel down; nothing if it is level.
    slope: f64,
    /// 1 if the outline goes down here, else -1.
    pub(super) turn: i32,
}

impl ScanEdge {
    fn new(from: Point, to: Point) -> Self {
        let (top, bottom, turn) = if from.y <= to.y { (from, to, 1) } else { (to, from, -1) };
        let edge = bottom - top;
        let slope = if edge.y > LEVEL { edge.x / edge.y } else { 0.0 };
        Self { top, bottom, slope, turn }
    }

    pub(super) fn is_level(&self) -> bool {
        self.bottom.y - self.top.y <= LEVEL
    }

    /// Where it begins and ends.
    pub(super) fn heights(&self) -> (f64, f64) {
        (self.top.y, self.bottom.y)
    }

    pub(super) fn at(&self, y: f64) -> f64 {
        let x = self.top.x + (y - self.top.y) * self.slope;
        x.clamp(self.top.x.min(self.bottom.x), self.top.x.max(self.bottom.x))
    }
}

impl ScanOutline {
    pub(super) fn of_rect(Rect { x0, y0, x1, y1 }: Rect) -> Self {
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)].map(Point::from);
        let rectangle = Some(Rect::new(x0, y0, x1, y1));
        let mut outline = Self { rectangle, ..Self::default() };
        corners.windows(2).for_each(|side| outline.add(side[0], side[1]));
        outline
    }

    pub(super) fn of(path: &BezPath) -> Self {
        let mut outline = Self::default();
        let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
        flatten(path, FLAT, |element| match element {
            PathEl::MoveTo(to) => {
                outline.add(last, begun);
                (begun, last) = (to, to);
            }
            PathEl::LineTo(to) => {
                outline.add(last, to);
                last = to;
            }
            PathEl::ClosePath => {
                outline.add(last, begun);
                last = begun;
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
        });
        outline.add(last, begun);
        outline
    }

    fn add(&mut self, from: Point, to: Point) {
        if from == to {
            return;
        }
        self.edges.push(ScanEdge::new(from, to));
    }

    pub(super) fn edges(&self) -> &[ScanEdge] {
        &self.edges
    }

    /// The box that it goes around, if that is all.
    pub(super) fn rectangle(&self) -> Option<Rect> {
        self.rectangle
    }

    /// Leaves of a box what is in another one.
    pub(super) fn cut_box_to(&mut self, other: Rect) {
        if let Some(rect) = self.rectangle {
            *self = Self::of_rect(rect.intersect(other));
        }
    }

    /// The edges between two heights, and perhaps others.
    pub(super) fn row(&self, top: f64, bottom: f64) -> Cow<'_, Self> {
        if self.edges.len() <= FEW {
            return Cow::Borrowed(self);
        }
        let is_there = |edge: &&ScanEdge| edge.top.y < bottom && top < edge.bottom.y;
        let edges = self.edges.iter().filter(is_there).copied().collect();
        Cow::Owned(Self { edges, rectangle: None })
    }

    /// Where it is inside along a level line.
    pub(super) fn spans(&self, y: f64, found: &mut Spans) {
        found.clear();
        if let Some(Rect { x0, y0, x1, y1 }) = self.rectangle {
            if y0 <= y && y < y1 {
                found.push((x0, x1));
            }
            return;
        }
        let mut crossed = self.edges.iter().filter(|edge| edge.top.y <= y && y < edge.bottom.y);
        let both = [crossed.next(), crossed.next(), crossed.next()];
        if let [Some(a), Some(b), None] = both {
            let (a, b) = (a.at(y), b.at(y));
            return found.push((a.min(b), a.max(b)));
        }
        let crossed = both.into_iter().flatten().chain(crossed);
        let mut crossings: Vec<(f64, i32)> = crossed.map(|edge| (edge.at(y), edge.turn)).collect();
        crossings.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let (mut turns, mut start) = (0, 0.0);
        for (x, turn) in crossings {
            if turns == 0 {
                start = x;
            }
            turns += turn;
            if turns == 0 {
                found.push((start, x));
            }
        }
    }

    /// Adds the heights of corners between two heights, and says how far aside an edge goes at most
    /// for each pixel down; level ones do not count.
    pub(super) fn corners(&self, top: f64, bottom: f64, found: &mut Vec<f64>) -> f64 {
        if let Some(Rect { y0, y1, .. }) = self.rectangle {
            found.extend([y0, y1].into_iter().filter(|end| top < *end && *end < bottom));
            return 0.0;
        }
        let mut slant = 0.0_f64;
        for edge in self.edges.iter().filter(|edge| edge.top.y < bottom && top < edge.bottom.y) {
            slant = slant.max(edge.slope.abs());
            let ends = [edge.top.y, edge.bottom.y];
            found.extend(ends.into_iter().filter(|end| top < *end && *end < bottom));
        }
        slant
    }

    /// Says each pixel that an edge goes through, of these columns and rows. One may be said several
    /// times.
    pub(super) fn touch(
        &self,
        (columns, rows): (&Range<usize>, &Range<usize>),
        mut touch: impl FnMut(usize, usize),
    ) {
        for edge in &self.edges {
            let ScanEdge { top, bottom, .. } = edge;
            let is_between = |a: f64, b: f64| a == b && a.fract() == 0.0;
            // between two pixels it goes through none
            if is_between(top.x, bottom.x) || is_between(top.y, bottom.y) {
                continue;
            }
            if bottom.y < 0.0 {
                continue;
            }
            let first = (top.y as usize).max(rows.start);
            let last = rows.end.min(bottom.y as usize + 1);
            if top.x == bottom.x {
                if top.x >= 0.0 && columns.contains(&(top.x as usize)) {
                    (first..last).for_each(|row| touch(top.x as usize, row));
                }
                continue;
            }
            let mut next = if edge.is_level() { bottom.x } else { edge.at(first as f64) };
            for row in first..last {
                let from = if edge.is_level() { top.x } else { next };
                next = if edge.is_level() { bottom.x } else { edge.at((row + 1) as f64) };
                let (left, right) = (from.min(next), from.max(next));
                if right >= 0.0 {
                    let end = columns.end.min(right as usize + 1);
                    (columns.start.max(left as usize)..end).for_each(|column| touch(column, row));
                }
            }
        }
    }
}

/// Stretches of a level line, from left to right. Most often there is one.
#[derive(Debug, Default)]
pub(super) struct Spans {
    first: Option<(f64, f64)>,
    others: Vec<(f64, f64)>,
}

impl Spans {
    fn clear(&mut self) {
        self.first = None;
        self.others.clear();
    }

    fn push(&mut self, span: (f64, f64)) {
        if span.0 < span.1 {
            match self.first {
                None => self.first = Some(span),
                Some(_) => self.others.push(span),
            }
        }
    }

    fn all(&self) -> impl Iterator<Item = (f64, f64)> {
        self.first.into_iter().chain(self.others.iter().copied())
    }

    pub(super) fn cut_to(&mut self, left: f64, right: f64) {
        let is_within = |span: &(f64, f64)| left <= span.0 && span.1 <= right;
        if !self.all().all(|span| is_within(&span)) {
            self.and(&Self { first: Some((left, right)), others: Vec::new() });
        }
    }

    /// Leaves what is in both.
    pub(super) fn and(&mut self, other: &Self) {
        let mut both = Self::default();
        for a in self.all() {
            other.all().for_each(|b| both.push((a.0.max(b.0), a.1.min(b.1))));
        }
        *self = both;
    }

    pub(super) fn contain(&self, x: f64) -> bool {
        self.all().any(|span| span.0 <= x && x < span.1)
    }

    /// Adds the ends that are between two places.
    pub(super) fn ends_between(&self, left: f64, right: f64, found: &mut Vec<f64>) {
        let ends = self.all().flat_map(|span| [span.0, span.1]);
        found.extend(ends.filter(|end| left < *end && *end < right));
    }
}
