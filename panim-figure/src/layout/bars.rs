//! Colorbars: beside the boxes of their axes, as long as these together.

use super::{Along, Layout, Span, Spot, fit::on_pixels};
use crate::{Figure, Side, axes::furniture::Room};
use vello_cpu::kurbo::Rect;

/// A colorbar's width as a share of its length, and the most and the least, in points.
const SHARE: f64 = 0.05;
const WIDTH: (f64, f64) = (6.0, 16.0);
/// From an axes to its colorbar, in points.
const PAD: f64 = 10.0;

/// The colorbars in the order in which they stand beyond each other: those of several axes outside
/// of those of one.
pub(super) fn in_order(figure: &Figure) -> Vec<(usize, &Along)> {
    let spots = figure.spots.iter().enumerate();
    let mut bars: Vec<(usize, &Along)> = spots
        .filter_map(|(i, spot)| match spot {
            Spot::Along(along) => Some((i, along)),
            _ => None,
        })
        .collect();
    bars.sort_by_key(|(_, along)| along.of.len() > 1);
    bars
}

impl Layout<'_> {
    /// Places a colorbar beside its axes, and beyond what stands on that side of them.
    pub(super) fn set_bar(&mut self, bar: usize, along: &Along) {
        let frame = self.boxes_of(along);
        // along several, tick labels that hang over the end of one are beside the bar
        let is_beside_one = along.of.len() == 1;
        let reach = |room: &Room| if is_beside_one { room.outward } else { room.all };
        let mut taken = along.of.iter().fold(frame, |all, i| all.union(reach(&self.rooms[*i])));
        let before = in_order(self.figure).into_iter().take_while(|(other, _)| *other != bar);
        for (other, its) in before {
            if its.side == along.side && its.of.iter().any(|i| along.of.contains(i)) {
                taken = taken.union(self.rooms[other].outward);
            }
        }
        let is_upright = along.side.is_upright();
        let (long, wide) = match is_upright {
            true => (frame.height(), frame.width()),
            false => (frame.width(), frame.height()),
        };
        let length = along.shrink * long;
        let usual = (SHARE * length).clamp(WIDTH.0 * self.point, WIDTH.1 * self.point);
        let width = along.aspect.map_or(usual, |aspect| length / aspect);
        let pad = along.pad.map_or(PAD * self.point, |share| share * wide);
        let spare = (long - length) / 2.0;
        let (start, end) = match along.side {
            Side::Left => (taken.x0 - pad - width, taken.x0 - pad),
            Side::Right => (taken.x1 + pad, taken.x1 + pad + width),
            Side::Top => (taken.y0 - pad - width, taken.y0 - pad),
            Side::Bottom => (taken.y1 + pad, taken.y1 + pad + width),
        };
        let place = match is_upright {
            true => Rect::new(start, frame.y0 + spare, end, frame.y1 - spare),
            false => Rect::new(frame.x0 + spare, start, frame.x1 - spare, end),
        };
        self.rooms[bar] = self.set(bar, on_pixels(place), Default::default());
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

    pub(super) fn need_bar(&mut self, span: &Span, side: Side, depth: f64) {
        let (columns, rows) = &mut self.needs[span.grid];
        match side {
            Side::Left => columns.add_bars(span.across(), [depth, 0.0]),
            Side::Right => columns.add_bars(span.across(), [0.0, depth]),
            Side::Top => rows.add_bars(span.down(), [depth, 0.0]),
            Side::Bottom => rows.add_bars(span.down(), [0.0, depth]),
        }
    }

    /// Places the colorbars of an inset, and says what they take of its place: at the left, right,
    /// top and bottom.
    pub(super) fn set_bars_inside(&mut self, inset: usize) -> [f64; 4] {
        let mut taken = [0.0_f64; 4];
        for (bar, along) in in_order(self.figure) {
            if along.span.is_none() && along.of == [inset] {
                self.set_bar(bar, along);
                let side = match along.side {
                    Side::Left => 0,
                    Side::Right => 1,
                    Side::Top => 2,
                    Side::Bottom => 3,
                };
                taken[side] = taken[side].max(self.depth(bar, along));
            }
        }
        taken
    }

    fn boxes_of(&self, along: &Along) -> Rect {
        let frames = along.of.iter().map(|i| self.placed[*i].frame);
        frames.reduce(|a, b| a.union(b)).unwrap_or(self.page)
    }
}
