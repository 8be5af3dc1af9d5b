//! The hand that draws a scene: lines that sway, with a line of the background under them.

#[cfg(test)]
mod tests;
mod walk;

use super::{
    Scene,
    marker::{MarkerStyle, Markers},
    paint::Paint,
    shape::{Geometry, rectangle},
};
use crate::{base::sketch::Sketch, color::Color};
use std::{
    collections::HashSet,
    f64::consts::TAU,
    hash::{DefaultHasher, Hash, Hasher},
};
use vello_cpu::kurbo::{
    BezPath, Cap, Circle, Join, PathEl, Point, Rect, Shape as _, Stroke, Vec2, flatten,
};
use walk::RandomWalk;

/// What a shape is to a hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DrawnAs {
    Shape,
    /// A box that is a straight line.
    Line,
    Letters,
}

/// A hand that is not steady.
///
/// The phase of its sine is a walk of random steps, one for each hundredth of an inch along a path.
/// What it adds to a path is a function of the way along the path, so that it moves with it.
#[derive(Debug, Clone)]
pub(crate) struct Hand {
    /// How far it sways, in pixels.
    sway: f64,
    /// Pixels to a step of the walk.
    step: f64,
    /// From the walk to radians.
    turn: f64,
    walk: RandomWalk,
    /// The width and colour of what lies around everything.
    halo: Option<(f64, Color)>,
    /// What the artist has drawn with a halo already: edges of areas have none of their own.
    drawn: HashSet<u64>,
}

/// Points to a hundredth of an inch.
const HUNDREDTH: f64 = 0.72;

/// Around what is closed, sways end over so many steps before the end, so that this meets the beginning.
const CLOSING: f64 = 10.0;

/// So far beyond the picture sways are left out, in pixels.
const BEYOND: f64 = 100.0;

impl Hand {
    /// `point`: pixels to one of 1/72 inch.
    pub(crate) fn new(sketch: &Sketch, halo: Color, point: f64) -> Self {
        let Sketch { scale, length, randomness, halo: width } = *sketch;
        Self {
            sway: scale * HUNDREDTH * point,
            step: HUNDREDTH * point,
            turn: TAU / (length * randomness),
            walk: RandomWalk::new(randomness),
            halo: (width > 0.0).then_some((width * point, halo)),
            drawn: HashSet::new(),
        }
    }

    /// The same hand with other sways: those of an artist or of a layer.
    pub(crate) fn of(&self, whose: (usize, usize)) -> Self {
        Self { walk: self.walk.of(whose), drawn: HashSet::new(), ..self.clone() }
    }

    /// How far a path is swayed after so many pixels of `length`.
    fn sway(&self, along: f64, length: Option<f64>) -> f64 {
        let steps = along / self.step;
        let phase = self.walk.after(steps);
        let left = length.map_or(1.0, |length| (length / self.step - steps) / CLOSING);
        self.sway * (phase * self.turn).sin() * left.clamp(0.0, 1.0)
    }

    /// A path as it is drawn by this hand; what is not near the picture may be left straight.
    fn swayed(&self, path: &BezPath, picture: Rect) -> BezPath {
        if !path.is_finite() {
            return path.clone();
        }
        let room = picture.inflate(BEYOND + self.sway, BEYOND + self.sway);
        let mut swayed = BezPath::new();
        let mut corners: Vec<Point> = Vec::new();
        flatten(path, 0.1, |element| match element {
            PathEl::MoveTo(to) => {
                self.trace(&corners, None, room, &mut swayed);
                corners.clear();
                corners.push(to);
            }
            PathEl::LineTo(to) => corners.push(to),
            PathEl::ClosePath => {
                let first = corners.first().copied();
                corners.extend(first.filter(|first| corners.last() != Some(first)));
                let length = corners.windows(2).map(|ends| ends[0].distance(ends[1])).sum();
                self.trace(&corners, Some(length), room, &mut swayed);
                swayed.close_path();
                corners.clear();
                corners.extend(first);
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
        });
        self.trace(&corners, None, room, &mut swayed);
        swayed
    }

    /// Adds one line through these corners. `length`: of one that is closed.
    fn trace(&self, corners: &[Point], length: Option<f64>, room: Rect, swayed: &mut BezPath) {
        let [first, _, ..] = corners else { return };
        swayed.move_to(*first);
        let mut along = 0.0;
        for ends in corners.windows(2) {
            let way = ends[1] - ends[0];
            let far = way.hypot();
            if far == 0.0 {
                continue;
            }
            if !far.is_finite() {
                swayed.line_to(ends[1]);
                continue;
            }
            let across = Vec2::new(-way.y, way.x) / far;
            let mut add = |t: f64| {
                let sway = self.sway(along + t * far, length);
                swayed.line_to(ends[0] + t * way + sway * across);
            };
            if let Some((from, to)) = part_within(ends[0], way, room) {
                let steps = (far / self.step.max(1.0)).ceil();
                let (from, to) = ((from * steps).ceil().max(1.0), (to * steps).floor());
                let count = (to - from).max(-1.0) as usize;
                if to >= from {
                    (0..=count)
                        .map(|i| (from + i as f64) / steps)
                        .filter(|t| *t < 1.0)
                        .for_each(&mut add);
                }
            }
            add(1.0);
            along += far;
        }
    }

    /// A shape as this hand draws it, and the path that it went along.
    fn draws(&self, how: DrawnAs, shape: Geometry, picture: Rect) -> (Geometry, BezPath) {
        let path = |path: BezPath| match rectangle(&path) {
            // so that an area and its edge are drawn alike, whatever they are kept as
            Some(rect) => self.swayed(&rect.to_path(0.1), picture),
            None => self.swayed(&path, picture),
        };
        let outline = |way: BezPath, stroke: Stroke| (Geometry::Outline(way.clone(), stroke), way);
        if how == DrawnAs::Letters
            && let Geometry::Path(letters, _) | Geometry::Outline(letters, _) = &shape
        {
            let letters = letters.clone();
            return (shape, letters);
        }
        match shape {
            Geometry::Rect(rect) if how == DrawnAs::Line => {
                let Point { x, y } = rect.center();
                let mut middle = BezPath::new();
                let ends = match rect.width() > rect.height() {
                    true => [(rect.x0, y), (rect.x1, y)],
                    false => [(x, rect.y0), (x, rect.y1)],
                };
                middle.move_to(ends[0]);
                middle.line_to(ends[1]);
                let width = rect.width().min(rect.height());
                outline(path(middle), Stroke::new(width).with_caps(Cap::Butt))
            }
            Geometry::Rect(rect) => {
                let way = path(rect.to_path(0.1));
                (Geometry::area(way.clone()), way)
            }
            Geometry::Frame(rect, width) => {
                outline(path(rect.to_path(0.1)), Stroke::new(width).with_join(Join::Miter))
            }
            Geometry::Disc(center, radius) => {
                let way = path(Circle::new(center, radius).to_path(0.1));
                (Geometry::area(way.clone()), way)
            }
            Geometry::Ring(center, radius, width) => {
                outline(path(Circle::new(center, radius).to_path(0.1)), Stroke::new(width))
            }
            Geometry::Path(area, rule) => {
                let way = path(area);
                (Geometry::Path(way.clone(), rule), way)
            }
            Geometry::Outline(line, stroke) => outline(path(line), stroke),
            Geometry::Dashes(line, stroke) => {
                let way = path(line);
                (Geometry::Dashes(way.clone(), stroke), way)
            }
        }
    }

    /// What lies under a shape that goes along this path, unless something lies there already.
    fn halo(&mut self, shape: &Geometry, way: BezPath, color: Color) -> Option<(Geometry, Color)> {
        let (width, halo) = self.halo?;
        if !self.drawn.insert(hash_of(&way)) {
            return None;
        }
        let around = Stroke::new(width).with_join(Join::Round);
        let stroke = match shape {
            Geometry::Outline(_, stroke) | Geometry::Dashes(_, stroke) => {
                Stroke { width, join: Join::Round, ..stroke.clone() }
            }
            _ => around,
        };
        Some((Geometry::Outline(way, stroke), halo.with_alpha(halo.alpha() * color.alpha())))
    }
}

impl Scene {
    /// All that follows is drawn by this hand, or by none.
    pub(crate) fn set_hand(&mut self, hand: Option<Hand>) {
        self.hand = hand;
    }

    pub(crate) fn hand(&self) -> Option<&Hand> {
        self.hand.as_ref()
    }

    /// Draws something without the hand.
    pub(crate) fn with_steady_hand(&mut self, draw: impl FnOnce(&mut Self)) {
        let hand = self.hand.take();
        draw(self);
        self.hand = hand;
    }

    /// Fills letters.
    pub(crate) fn letters(&mut self, path: BezPath, color: Color) {
        self.record_as(DrawnAs::Letters, Geometry::area(path), Paint::Color(color), false);
    }

    pub(super) fn record_as(&mut self, how: DrawnAs, shape: Geometry, paint: Paint, is_area: bool) {
        let Some(mut hand) = self.hand.take() else { return self.put(shape, paint, is_area) };
        match paint {
            Paint::Color(color) => {
                let (shape, way) = hand.draws(how, shape, self.whole);
                if let Some((halo, color)) = hand.halo(&shape, way, color) {
                    self.put(halo, Paint::Color(color), false);
                }
                self.put(shape, Paint::Color(color), is_area);
            }
            Paint::Hatch(_) => {
                let (shape, _) = hand.draws(how, shape, self.whole);
                self.put(shape, paint, is_area);
            }
            _ => self.put(shape, paint, is_area),
        }
        self.hand = Some(hand);
    }

    /// What lies under markers.
    pub(super) fn halo_of(&self, markers: &Markers) -> Option<Markers> {
        let (width, color) = self.hand.as_ref()?.halo?;
        let marks = markers.marks.with_styles(|style| {
            let alpha = color.alpha() * style.face.alpha().max(style.edge.alpha());
            let color = color.with_alpha(alpha);
            MarkerStyle {
                edge_width: width.max(style.edge_width),
                face: color,
                edge: color,
                ..style
            }
        });
        Some(Markers { shape: markers.shape.clone(), marks })
    }
}

fn hash_of(path: &BezPath) -> u64 {
    let mut hasher = DefaultHasher::new();
    for element in path {
        if let Some(Point { x, y }) = element.end_point() {
            (x.to_bits(), y.to_bits()).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// The first and the last fraction of a way that is within a box; `None` if nothing is.
fn part_within(from: Point, way: Vec2, room: Rect) -> Option<(f64, f64)> {
    let sides = [(from.x, way.x, room.x0, room.x1), (from.y, way.y, room.y0, room.y1)];
    let mut part = (0.0_f64, 1.0_f64);
    for (at, by, low, high) in sides {
        if by == 0.0 {
            if at < low || at > high {
                return None;
            }
            continue;
        }
        let (a, b) = ((low - at) / by, (high - at) / by);
        part = (part.0.max(a.min(b)), part.1.min(a.max(b)));
    }
    (part.0 <= part.1).then_some(part)
}
