//! A closed line of some width as an area: the sides between which it lies, so that it is painted as exactly as areas
//! are, corners and all.

use vello_cpu::kurbo::{Point, Vec2};

/// A round corner may cover so much of a pixel too much or too little.
const TOLERANCE: f64 = 0.01;

/// The sides may be so much further from the ring than half the width, in pixels.
pub(super) const POINTED: f64 = 0.1;

/// Hands over the sides of a line around `ring`, `half` of whose width lies on each side of it, and whose corners are
/// round.
#[inline(always)]
pub(super) fn sides(ring: &[Point], half: f64, side: impl FnMut(Point, Point)) {
    let Some(&first) = ring.first() else { return };
    let came = ring.iter().rev().find_map(|&last| RingSide::new(last, first));
    let Some(mut came) = came else { return };
    // there and back, it is gone around once
    let is_line = ring.iter().all(|at| {
        let ends = [first, first - came.direction * came.length];
        ends.iter().any(|end| (*at - *end).hypot2() < 1e-12)
    });
    let mut walk = Walk { half, is_line, side, left: Curve::default(), right: Curve::default() };
    let mut at = first;
    for &next in ring[1..].iter().chain([&first]) {
        if let Some(goes) = RingSide::new(at, next) {
            walk.corner(at, &came, &goes);
            (came, at) = (goes, next);
        }
    }
    walk.close();
}

/// From one corner to the next.
struct RingSide {
    /// Of length 1.
    direction: Vec2,
    length: f64,
}

impl RingSide {
    /// None: it has no length.
    #[inline(always)]
    fn new(from: Point, to: Point) -> Option<Self> {
        let between = to - from;
        let length = between.hypot2().sqrt();
        (length > 1e-6).then(|| Self { direction: between / length, length })
    }
}

/// One side of the line, as far as it is known.
#[derive(Default)]
struct Curve {
    first: Option<Point>,
    last: Point,
}

/// The way around the ring. What is on the right of it goes back, so that both together go around the line.
struct Walk<F> {
    half: f64,
    /// The ring is a line: only what is on its left is gone around.
    is_line: bool,
    side: F,
    left: Curve,
    right: Curve,
}

impl<F: FnMut(Point, Point)> Walk<F> {
    #[inline(always)]
    fn left(&mut self, to: Point) {
        match self.left.first {
            None => self.left.first = Some(to),
            Some(_) => (self.side)(self.left.last, to),
        }
        self.left.last = to;
    }

    #[inline(always)]
    fn right(&mut self, to: Point) {
        match self.right.first {
            None => self.right.first = Some(to),
            Some(_) => (self.side)(to, self.right.last),
        }
        self.right.last = to;
    }

    fn close(mut self) {
        if let Some(left) = self.left.first {
            self.left(left);
        }
        if let Some(right) = self.right.first {
            self.right(right);
        }
    }

    #[inline(always)]
    fn corner(&mut self, at: Point, came: &RingSide, goes: &RingSide) {
        let [one, two] = [came, goes].map(|side| across(side.direction) * self.half);
        let cosine = came.direction.dot(goes.direction);
        let sine = came.direction.cross(goes.direction);
        // of half the angle; there is none where the ring turns back
        let tangent = if 1.0 + cosine > 1e-9 { sine.abs() / (1.0 + cosine) } else { f64::INFINITY };
        let middle = (one + two) / (1.0 + cosine).max(1e-9);
        let is_short = self.half * tangent > 0.9 * came.length.min(goes.length);
        // a point takes a third of the tangent's cube more than the round corner
        let is_pointed = self.half * self.half * tangent.powi(3) < 3.0 * TOLERANCE;
        let inner = if self.is_line { -1.0 } else { sine.signum() };
        let outer = -inner;
        if is_short {
            // the sides do not meet before their other ends; by way of the corner itself, all is gone around that is
            // covered
            self.to(inner, at + one * inner);
            self.to(inner, at);
            self.to(inner, at + two * inner);
        } else {
            self.to(inner, at + middle * inner);
        }
        if is_pointed && !is_short {
            self.to(outer, at + middle * outer);
        } else {
            self.to(outer, at + one * outer);
            self.arc(outer, at, one * outer, two * outer, came.direction * self.half);
            self.to(outer, at + two * outer);
        }
    }

    #[inline(always)]
    fn to(&mut self, which: f64, to: Point) {
        match which > 0.0 {
            true => self.left(to),
            false if self.is_line => {}
            false => self.right(to),
        }
    }

    /// What is between the ends of an arc, which goes `ahead` first.
    fn arc(&mut self, which: f64, center: Point, from: Vec2, to: Vec2, ahead: Vec2) {
        let chord = (to - from).hypot2();
        let half = self.half;
        // between a chord and its arc is a twelfth of the angle's cube
        if chord * chord.sqrt() < 12.0 * TOLERANCE * half {
            return;
        }
        let between = from + to;
        let length = between.hypot2().sqrt();
        // half a turn
        let middle = if length > 1e-3 * half { between * (half / length) } else { ahead };
        self.arc(which, center, from, middle, ahead);
        self.to(which, center + middle);
        self.arc(which, center, middle, to, ahead);
    }
}

fn across(direction: Vec2) -> Vec2 {
    Vec2::new(-direction.y, direction.x)
}
