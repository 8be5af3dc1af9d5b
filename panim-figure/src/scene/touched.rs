//! What outlines may touch.

use super::damage::Damage;
use vello_cpu::kurbo::{BezPath, PathEl, Point, Rect};

/// Marks what an outline touches that reaches so far from its path.
pub(super) fn mark_outline(path: &BezPath, reach: f64, clip: Rect, damage: &mut Damage) {
    let mut outline = OutlineMarker { reach, clip, together: None, damage };
    let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
    for element in path.elements() {
        last = match *element {
            PathEl::MoveTo(to) => {
                begun = to;
                to
            }
            PathEl::LineTo(to) => outline.line(last, to),
            PathEl::QuadTo(one, to) => outline.curve(last, one, one, to),
            PathEl::CurveTo(one, two, to) => outline.curve(last, one, two, to),
            PathEl::ClosePath => outline.line(last, begun),
        };
    }
    outline.mark();
}

/// Marks what an outline touches.
struct OutlineMarker<'a> {
    reach: f64,
    clip: Rect,
    /// What was gone along and is not marked yet: short pieces are marked together.
    together: Option<Rect>,
    damage: &'a mut Damage,
}

impl OutlineMarker<'_> {
    /// Up to so many pixels a side.
    const LONG: f64 = 12.0;

    fn line(&mut self, from: Point, to: Point) -> Point {
        let around = Rect::from_points(from, to);
        if around.width().min(around.height()) > Self::LONG {
            self.damage.mark_line(from, to, self.reach, self.clip);
        } else {
            self.add(around);
        }
        to
    }

    fn curve(&mut self, from: Point, one: Point, two: Point, to: Point) -> Point {
        self.add(Rect::from_points(from, to).union_pt(one).union_pt(two));
        to
    }

    fn add(&mut self, around: Rect) {
        let both = self.together.map_or(around, |together| together.union(around));
        if both.width().max(both.height()) <= Self::LONG {
            self.together = Some(both);
        } else {
            self.mark();
            self.together = Some(around);
        }
    }

    fn mark(&mut self) {
        if let Some(around) = self.together.take() {
            self.damage.mark_clipped(around.inflate(self.reach, self.reach), self.clip);
        }
    }
}
