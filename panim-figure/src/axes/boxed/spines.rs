//! The edges of a box, at its sides or elsewhere, and the heads at their ends.

use super::{crisp, straight};
use crate::{
    axes::{
        decorations::{Placing, onto_edge},
        spine::{ARROW_EDGE, DrawnSpine},
        state::Side,
    },
    scene::{hand::DrawnAs, shape::Geometry},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Shape, Vec2};

impl Placing<'_> {
    pub(super) fn spines(&mut self) {
        for side in [Side::Left, Side::Right, Side::Top, Side::Bottom] {
            if self.state.has_spine(side) {
                let drawn = self.state.spines.of(side).drawn(&self.state.style);
                self.spine(side, &drawn);
            }
        }
    }

    fn spine(&mut self, side: Side, drawn: &DrawnSpine<'_>) {
        let Rect { x0, y0, x1, y1 } = self.view.frame;
        let (level, width) = (!side.is_vertical(), drawn.width * self.point);
        if drawn.width == 0.0 {
            return;
        }
        let (axis, scale) = match level {
            true => (&self.state.x, &self.view.transform.x),
            false => (&self.state.y, &self.view.transform.y),
        };
        let across = self.across(side, width);
        // the ends of smaller and larger values
        let (low, high) = drawn.bounds.unwrap_or(axis.ascending_limits());
        let (start, end) = if level { (x0, x1) } else { (y0, y1) };
        let ends = [low.min(high), low.max(high)].map(|value| scale.at(value).clamp(start, end));
        let (from, to) = match (drawn.bounds, level) {
            (Some(_), _) => (ends[0].min(ends[1]), ends[0].max(ends[1])),
            (None, false) => (y0, y1),
            // into the corners
            (None, true) => {
                let corner = |side: Side| {
                    let drawn = self.state.spines.of(side).drawn(&self.state.style);
                    let at = if side == Side::Left { x0 } else { x1 };
                    let width = drawn.width * self.point;
                    onto_edge(crisp(at, width, false), (self.within.page.x0, self.within.page.x1))
                };
                (corner(Side::Left).0, corner(Side::Right).1)
            }
        };
        let line = match level {
            true => Rect::new(from, across.0, to, across.1),
            false => Rect::new(across.0, from, across.1, to),
        };
        if let Some(stroke) = drawn.style.stroke(width) {
            self.done.bounds = self.done.bounds.union(line);
            self.done.spines.push_as(DrawnAs::Line, straight(line, level, &stroke), drawn.color);
            if self.state.spines.of(side).place().is_some() {
                self.done.room.keep_outward(line, side);
            }
        }
        let middle = f64::midpoint(across.0, across.1);
        let heads = [(drawn.arrows.0, ends[0], ends[1]), (drawn.arrows.1, ends[1], ends[0])];
        for (is_there, tip, other) in heads {
            if is_there && tip != other {
                self.head((tip, (tip - other).signum()), middle, level, drawn);
            }
        }
    }

    /// The two sides of a spine's line.
    fn across(&self, side: Side, width: f64) -> (f64, f64) {
        let (edge, page) = (self.edges[side.index()], self.within.page);
        let line = crisp(edge.at, width, edge.moving);
        if self.state.spines.of(side).place().is_some() {
            return line;
        }
        let ends = if side.is_vertical() { (page.x0, page.x1) } else { (page.y0, page.y1) };
        onto_edge(line, ends)
    }

    /// A head at a place along the spine that points along it, as matplotlib's marker there.
    fn head(&mut self, (at, sign): (f64, f64), middle: f64, level: bool, drawn: &DrawnSpine<'_>) {
        let size = drawn.arrow_size * self.point;
        // with the outline of the marker, whose corners are sharp
        let edge = ARROW_EDGE / 2.0 * size;
        let slant = 5.0_f64.sqrt();
        let (before, beyond) = (size / 2.0 + edge, size / 2.0 + slant * edge);
        let half = (before + beyond) / 2.0;
        let (along, across) = if level {
            (Vec2::new(sign, 0.0), Vec2::new(0.0, 1.0))
        } else {
            (Vec2::new(0.0, sign), Vec2::new(1.0, 0.0))
        };
        let at = if level { Point::new(at, middle) } else { Point::new(middle, at) };
        let mut head = BezPath::new();
        head.move_to(at + along * beyond);
        head.line_to(at - along * before + across * half);
        head.line_to(at - along * before - across * half);
        head.close_path();
        let place = head.bounding_box();
        let side = match (level, sign > 0.0) {
            (true, true) => Side::Right,
            (true, false) => Side::Left,
            (false, true) => Side::Bottom,
            (false, false) => Side::Top,
        };
        self.done.bounds = self.done.bounds.union(place);
        self.done.room.keep_outward(place, side);
        self.done.spines.push(Geometry::area(head), drawn.color);
    }
}
