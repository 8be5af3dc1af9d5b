//! Boxes in their cells: all of it, unless an aspect says otherwise.

use super::Span;
use crate::{Aspect, Axes, Figure, Projection, axes::space};
use vello_cpu::kurbo::{Rect, Size};

/// An axes in a grid, and where it may stand there.
pub(super) type Cell<'a> = (usize, &'a Span, Rect);

/// The box of each axes in a grid.
///
/// Axes that share x and stand in the same columns have their left and right edges in common
/// although the aspect of one of them makes it narrow: what is at one place in it is at the same
/// place in the others. Likewise those that share y in the same rows.
pub(super) fn frames(figure: &Figure, cells: &[Cell<'_>]) -> Vec<(usize, Rect)> {
    let mut rooms: Vec<Rect> = cells.iter().map(|(.., cell)| *cell).collect();
    let fitted = |k: usize, rooms: &[Rect]| frame(&figure.axes[cells[k].0], rooms[k]);
    // what gets narrow in the one direction may do so in the other too
    for _ in 0..2 {
        for (across, shared) in figure.shared() {
            for line in in_line(cells, shared, across) {
                let ends = line.iter().map(|k| ends(fitted(*k, &rooms), across));
                let narrowest = ends.reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
                for (k, (start, end)) in line.into_iter().zip(narrowest.into_iter().cycle()) {
                    let room = &mut rooms[k];
                    if across {
                        (room.x0, room.x1) = (start, end);
                    } else {
                        (room.y0, room.y1) = (start, end);
                    }
                }
            }
        }
    }
    (0..cells.len()).map(|k| (cells[k].0, fitted(k, &rooms))).collect()
}

/// Those of the axes that stand in the same columns, or in the same rows.
fn in_line(cells: &[Cell<'_>], axes: &[usize], across: bool) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for (k, (i, span, _)) in cells.iter().enumerate() {
        if !axes.contains(i) {
            continue;
        }
        let is_beside = |line: &&mut Vec<usize>| {
            let other = cells[line[0]].1;
            let tracks =
                |span: &Span| (span.grid, if across { span.across() } else { span.down() });
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
    if axes.look.projection == Projection::ThreeD {
        return space::frame(&axes.look, on_pixels(room));
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
        let unit = match self.look.aspect {
            // a disc is round
            _ if self.look.projection == Projection::Polar => return Some(1.0),
            Some(Aspect::Auto) => return None,
            Some(Aspect::Equal) => 1.0,
            Some(Aspect::Ratio(ratio)) => ratio,
            None if self.slots.iter().any(|slot| slot.artist().is_equal_aspect()) => 1.0,
            None => return None,
        };
        if !self.look.is_flat() {
            return None;
        }
        let length = |(low, high): (f64, f64)| (high - low).abs();
        let ratio = unit * length(self.ylim()) / length(self.xlim());
        (ratio.is_finite() && ratio > 0.0).then_some(ratio)
    }
}
