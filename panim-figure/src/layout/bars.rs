//! Colorbars: beside the boxes of their axes, as long as these together.

use super::{Along, Contents, GridSpan, Layout, Placement, fit::on_pixels};
use crate::{Side, axes::decorations::Room};
use vello_cpu::kurbo::{Rect, Vec2};

/// A colorbar's width as a fraction of its length, and the most and the least, in points.
const SHARE: f64 = 0.05;
const WIDTH: (f64, f64) = (6.0, 16.0);
/// From an axes to its colorbar, in points.
const PAD: f64 = 10.0;

/// How far colorbars reach away from the box that they stand beside.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Depths {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Depths {
    pub(super) fn of(side: Side, depth: f64) -> Self {
        let mut depths = Self::default();
        depths.add(side, depth);
        depths
    }

    pub(super) fn add(&mut self, side: Side, depth: f64) {
        let known = match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
            Side::Top => &mut self.top,
            Side::Bottom => &mut self.bottom,
        };
        *known = known.max(depth);
    }
}

/// The colorbars in the order in which they stand beyond each other: those of several axes outside
/// of those of one.
pub(super) fn in_order<'a>(contents: &Contents<'a>) -> Vec<(usize, &'a Along)> {
    let placements = contents.placements.iter().enumerate();
    let mut bars: Vec<(usize, &Along)> = placements
        .filter_map(|(i, placement)| match placement {
            Placement::Along(along) => Some((i, along)),
            _ => None,
        })
        .collect();
    bars.sort_by_key(|(_, along)| along.of.len() > 1);
    bars
}

/// Where in its cell an axes stands, if one of its colorbars says.
pub(super) fn anchor_of(contents: &Contents<'_>, axes: usize) -> Option<(f64, f64)> {
    contents.placements.iter().find_map(|placement| match placement {
        Placement::Along(along) if along.of.contains(&axes) => along.panchor,
        _ => None,
    })
}

impl Layout<'_> {
    /// Places a colorbar beside its axes, and beyond what stands on that side of them.
    pub(super) fn set_bar(&mut self, bar: usize, along: &Along) {
        let frame = self.boxes_of(along);
        // along several, tick labels that hang over the end of one are beside the bar
        let is_beside_one = along.of.len() == 1;
        let reach = |room: &Room| if is_beside_one { room.outward } else { room.all };
        let mut taken = along.of.iter().fold(frame, |all, i| all.union(reach(&self.rooms[*i])));
        let before = in_order(self.contents).into_iter().take_while(|(other, _)| *other != bar);
        for (other, its) in before {
            if its.side == along.side && its.of.iter().any(|i| along.of.contains(i)) {
                taken = taken.union(self.rooms[other].outward);
            }
        }
        let is_vertical = along.side.is_vertical();
        let (long, wide) = match is_vertical {
            true => (frame.height(), frame.width()),
            false => (frame.width(), frame.height()),
        };
        let length = along.shrink * long;
        let usual = (SHARE * length).clamp(WIDTH.0 * self.point, WIDTH.1 * self.point);
        let width = along.aspect.map_or(usual, |aspect| length / aspect);
        let width = along.fraction.map_or(width, |fraction| width.min(fraction * wide));
        let pad = along.pad.map_or(PAD * self.point, |fraction| fraction * wide);
        let spare = long - length;
        // fractions are counted from below
        let before = if is_vertical { 1.0 - along.anchor } else { along.anchor } * spare;
        let after = spare - before;
        let (start, end) = match along.side {
            Side::Left => (taken.x0 - pad - width, taken.x0 - pad),
            Side::Right => (taken.x1 + pad, taken.x1 + pad + width),
            Side::Top => (taken.y0 - pad - width, taken.y0 - pad),
            Side::Bottom => (taken.y1 + pad, taken.y1 + pad + width),
        };
        let place = match is_vertical {
            true => Rect::new(start, frame.y0 + before, end, frame.y1 - after),
            false => Rect::new(frame.x0 + before, start, frame.x1 - after, end),
        };
        let place = on_pixels(place);
        let room = self.set(bar, place, Default::default());
        // ticks between the axes and the bar push it away
        let by = match along.side {
            Side::Left => Vec2::new(place.x1 - room.outward.x1, 0.0),
            Side::Right => Vec2::new(place.x0 - room.outward.x0, 0.0),
            Side::Top => Vec2::new(0.0, place.y1 - room.outward.y1),
            Side::Bottom => Vec2::new(0.0, place.y0 - room.outward.y0),
        };
        self.rooms[bar] = match by == Vec2::ZERO {
            true => room,
            false => self.set(bar, on_pixels(place + by), Default::default()),
        };
    }

    /// How far it reaches from its axes' boxes. At the right margins are narrow, so that its labels
    /// count; elsewhere they stand where those of the axes would.
    pub(super) fn depth(&self, bar: usize, along: &Along) -> f64 {
        let (frame, own) = (self.boxes_of(along), self.placed[bar].frame);
        match along.side {
            Side::Left => frame.x0 - own.x0,
            Side::Right => self.rooms[bar].outward.x1 - frame.x1,
            Side::Top => frame.y0 - own.y0,
            Side::Bottom => own.y1 - frame.y1,
        }
    }

    pub(super) fn need_bars(&mut self, span: &GridSpan, depths: Depths) {
        let (columns, rows) = &mut self.needs[span.grid];
        columns.add_bars(span.across(), [depths.left, depths.right]);
        rows.add_bars(span.down(), [depths.top, depths.bottom]);
    }

    /// Places the colorbars of an inset, and says what they take of its place.
    pub(super) fn set_bars_inside(&mut self, inset: usize) -> Depths {
        let mut taken = Depths::default();
        for (bar, along) in in_order(self.contents) {
            if along.span.is_none() && along.of == [inset] {
                self.set_bar(bar, along);
                taken.add(along.side, self.depth(bar, along));
            }
        }
        taken
    }

    fn boxes_of(&self, along: &Along) -> Rect {
        let frames = along.of.iter().map(|i| self.placed[*i].frame);
        frames.reduce(|a, b| a.union(b)).unwrap_or(self.page)
    }
}
