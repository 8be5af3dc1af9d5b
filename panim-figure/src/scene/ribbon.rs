//! A line whose width and opacity change along it, in one piece.

use super::{BLUR, damage::Damage, touched::mark_outline};
use crate::color::Color;
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A line through knots. Where it lies on itself it is as opaque as the more opaque part.
#[derive(Debug, Clone)]
pub(crate) struct Ribbon {
    /// The faintest first; one whose place is not finite is a gap.
    pub(crate) knots: Vec<Knot>,
    pub(crate) color: Color,
    /// Nothing is painted outside.
    pub(crate) room: Rect,
}

/// The line at one of its points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Knot {
    pub(crate) at: Point,
    /// In pixels.
    pub(crate) width: f64,
    /// On top of the colour's own.
    pub(crate) alpha: f64,
}

impl Ribbon {
    /// From each knot to the next, without those at a gap.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (Knot, Knot)> {
        let pairs = self.knots.windows(2).map(|pair| (pair[0], pair[1]));
        pairs.filter(|(from, to)| from.at.is_finite() && to.at.is_finite())
    }

    /// How far from its middle it may leave a trace.
    fn beyond(&self) -> f64 {
        self.knots.iter().fold(0.0, |widest: f64, knot| widest.max(knot.width)) / 2.0 + 0.5 + BLUR
    }

    /// The box around what it may touch.
    pub(super) fn reach(&self) -> Option<Rect> {
        let boxes = self.pieces().map(|(from, to)| Rect::from_points(from.at, to.at));
        let all = boxes.reduce(|a, b| a.union(b))?.inflate(self.beyond(), self.beyond());
        Some(all.intersect(self.room.expand()))
    }

    pub(super) fn mark(&self, bounds: Rect, damage: &mut Damage) {
        let mut path = BezPath::new();
        let mut end = None;
        for (from, to) in self.pieces() {
            if end != Some(from.at) {
                path.move_to(from.at);
            }
            path.line_to(to.at);
            end = Some(to.at);
        }
        mark_outline(&path, self.beyond(), bounds, damage);
    }
}
