//! Boxes in their cells: all of it, unless an aspect says otherwise.

use super::{Contents, GridSpan, bars::Depths};
use crate::{
    Aspect, Axes, Projection,
    axes::{axis::Axis, space},
};
use vello_cpu::kurbo::{Rect, Size, Vec2};

/// An axes in a grid, and where it may stand there.
pub(super) type GridCell<'a> = (usize, &'a GridSpan, Rect);

/// An axes' box in its cell.
pub(super) struct Fit {
    cell: Rect,
    frame: Rect,
    /// Is its place across, and down, that of others as well?
    in_line: (bool, bool),
}

impl Fit {
    /// What the cell has left that colorbars may take, across and down.
    fn spare(&self) -> (f64, f64) {
        let spare =
            |is_bound: bool, cell: f64, frame: f64| if is_bound { 0.0 } else { cell - frame };
        (
            spare(self.in_line.0, self.cell.width(), self.frame.width()),
            spare(self.in_line.1, self.cell.height(), self.frame.height()),
        )
    }

    /// What colorbars need more than the cell has left.
    pub(super) fn lacks(&self, bars: Depths) -> Depths {
        let (mut lack, (across, down)) = (bars, self.spare());
        if bars.left + bars.right <= across {
            (lack.left, lack.right) = (0.0, 0.0);
        }
        if bars.top + bars.bottom <= down {
            (lack.top, lack.bottom) = (0.0, 0.0);
        }
        lack
    }

    /// The box, moved so that it is in the middle of the cell together with its colorbars, if they
    /// have room there.
    /// `anchor`: where else, as fractions of what is free, from the left and from the bottom.
    pub(super) fn beside(&self, bars: Depths, anchor: Option<(f64, f64)>) -> Rect {
        let (across, down) = self.spare();
        let (x, y) = anchor.unwrap_or((0.5, 0.5));
        let shift = |before: f64, after: f64, spare: f64, at: f64| match before + after <= spare {
            true => (before + at * (spare - before - after) - spare / 2.0).round(),
            false => 0.0,
        };
        let by = Vec2::new(
            shift(bars.left, bars.right, across, x),
            shift(bars.top, bars.bottom, down, 1.0 - y),
        );
        self.frame + by
    }
}

/// The box of each axes in a grid.
///
/// Axes that share x and stand in the same columns have their left and right edges in common
/// although the aspect of one of them makes it narrow: what is at one place in it is at the same
/// place in the others. Likewise those that share y in the same rows.
pub(super) fn frames(contents: &Contents<'_>, cells: &[GridCell<'_>]) -> Vec<Fit> {
    let mut rooms: Vec<Rect> = cells.iter().map(|(.., cell)| *cell).collect();
    let mut bound = vec![(false, false); cells.len()];
    let fitted = |k: usize, rooms: &[Rect]| frame(&contents.axes[cells[k].0], rooms[k]);
    // what gets narrow in the one direction may do so in the other too
    for _ in 0..2 {
        for &(across, shared) in &contents.shared {
            for line in in_line(cells, shared, across) {
                let ends = line.iter().map(|k| ends(fitted(*k, &rooms), across));
                let narrowest = ends.reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
                let is_bound = line.len() > 1;
                for (k, (start, end)) in line.into_iter().zip(narrowest.into_iter().cycle()) {
                    let room = &mut rooms[k];
                    if across {
                        (room.x0, room.x1, bound[k].0) = (start, end, is_bound);
                    } else {
                        (room.y0, room.y1, bound[k].1) = (start, end, is_bound);
                    }
                }
            }
        }
    }
    let fit = |k: usize| Fit { cell: cells[k].2, frame: fitted(k, &rooms), in_line: bound[k] };
    (0..cells.len()).map(fit).collect()
}

/// Those of the axes that stand in the same columns, or in the same rows.
fn in_line(cells: &[GridCell<'_>], axes: &[usize], across: bool) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for (k, (i, span, _)) in cells.iter().enumerate() {
        if !axes.contains(i) {
            continue;
        }
        let is_beside = |line: &&mut Vec<usize>| {
            let other = cells[line[0]].1;
            let tracks =
                |span: &GridSpan| (span.grid, if across { span.across() } else { span.down() });
            tracks(span) == tracks(other)
        };
        match lines.iter_mut().find(is_beside) {
            Some(line) => line.push(k),
            None => lines.push(vec![k]),
        }
    }
    lines
}

fn ends(frame: Rect, across: bool) -> (f64, f64) {
    if across { (frame.x0, frame.x1) } else { (frame.y0, frame.y1) }
}

/// The box that an axes takes of its room.
pub(super) fn frame(axes: &Axes, room: Rect) -> Rect {
    if axes.state.projection == Projection::ThreeD {
        return space::frame(room);
    }
    let Some(ratio) = axes.box_ratio() else { return on_pixels(room) };
    let width = room.width().min(room.height() / ratio);
    let size = Size::new(width, width * ratio);
    on_pixels(Rect::from_center_size(room.center(), size))
}

pub(super) fn on_pixels(frame: Rect) -> Rect {
    let rect = frame.round();
    Rect { x1: rect.x1.max(rect.x0 + 1.0), y1: rect.y1.max(rect.y0 + 1.0), ..rect }
}

impl Axes {
    /// Height of the box for a width of 1, if that is not free.
    fn box_ratio(&self) -> Option<f64> {
        let unit = match self.state.aspect {
            // polar axes are round
            _ if self.state.projection == Projection::Polar => return Some(1.0),
            Some(Aspect::Auto) => return None,
            Some(Aspect::Equal) => 1.0,
            Some(Aspect::Ratio(ratio)) => ratio,
            None if self.slots.iter().any(|slot| slot.artist().is_equal_aspect()) => 1.0,
            None => return None,
        };
        if !self.state.is_flat() {
            return None;
        }
        // by what is as long everywhere on the axis, as matplotlib: decades, where it is logarithmic
        let length = |axis: &Axis| {
            let (low, high) = axis.shown();
            (axis.scale.forward(high) - axis.scale.forward(low)).abs()
        };
        let ratio = unit * length(&self.state.y) / length(&self.state.x);
        (ratio.is_finite() && ratio > 0.0).then_some(ratio)
    }
}
