//! Where the boxes of the axes stand, so that no label is cut and none lies on another.
//!
//! The margins and gaps are matplotlib's; they grow where ticks and labels need more. It is
//! decided once, after setup: boxes do not move while the figure does.

use crate::{
    Axes,
    axes::{
        furniture::{Furniture, Standoff},
        view::View,
    },
    text::Fonts,
};
use vello_cpu::kurbo::Rect;

/// A place in a grid that fills the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cell {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) rows: usize,
    pub(crate) columns: usize,
}

impl Cell {
    pub(crate) const WHOLE: Self = Self { row: 0, column: 0, rows: 1, columns: 1 };
}

/// Free room between neighbours, and at the figure's edge, in points.
const APART: f64 = 6.0;
const FROM_EDGE: f64 = 4.0;
/// Gap between axes as a share of their length, as matplotlib's `wspace` and `hspace`.
const GAP: f64 = 0.2;
/// Axes give room to their labels until this share of their usual length is left.
const LEAST: f64 = 0.35;

/// One direction of a grid: default margins as shares of the figure, and what labels need.
struct Tracks {
    length: f64,
    before: f64,
    after: f64,
    /// Room taken by labels before and after the boxes of each row or column, in pixels.
    needs: Vec<(f64, f64)>,
}

impl Tracks {
    fn new(length: f64, before: f64, after: f64, count: usize) -> Self {
        Self { length, before, after, needs: vec![(0.0, 0.0); count] }
    }

    fn need(&mut self, track: usize, before: f64, after: f64) {
        let (b, a) = &mut self.needs[track];
        (*b, *a) = (b.max(before), a.max(after));
    }

    /// The start and end of each box.
    fn arrange(&self, point: f64) -> Vec<(f64, f64)> {
        let count = self.needs.len() as f64;
        let (before, after) = (self.before * self.length, self.after * self.length);
        let usual = (self.length - before - after) / (count + GAP * (count - 1.0));
        let usual_gaps = vec![GAP * usual; self.needs.len() - 1];

        let start = before.max(self.needs[0].0 + FROM_EDGE * point);
        let end = after.max(self.needs[self.needs.len() - 1].1 + FROM_EDGE * point);
        let gaps: Vec<f64> = self
            .needs
            .windows(2)
            .map(|pair| (GAP * usual).max(pair[0].1 + pair[1].0 + APART * point))
            .collect();
        let box_length = (self.length - start - end - gaps.iter().sum::<f64>()) / count;
        if box_length < LEAST * usual {
            return boxes(before, usual, &usual_gaps);
        }
        boxes(start, box_length, &gaps)
    }
}

fn boxes(start: f64, length: f64, gaps: &[f64]) -> Vec<(f64, f64)> {
    let mut at = start;
    let gaps = gaps.iter().copied().chain([0.0]);
    gaps.map(|gap| {
        let place = (at, at + length);
        at += length + gap;
        place
    })
    .collect()
}

/// The box of each axes, on whole pixels, and how far its labels stand from it.
pub(crate) fn arrange(
    axes: &[Axes],
    cells: &[Cell],
    (width, height): (u32, u32),
    fonts: &mut Fonts,
    point: f64,
) -> Vec<(Rect, Standoff)> {
    let mut placed = vec![(Rect::ZERO, Standoff::default()); axes.len()];
    let mut first = 0;
    while first < cells.len() {
        let Cell { rows, columns, .. } = cells[first];
        let grid = first..first + rows * columns;
        let mut across = Tracks::new(f64::from(width), 0.125, 0.1, columns);
        let mut down = Tracks::new(f64::from(height), 0.12, 0.11, rows);
        // ticks depend on the boxes and the boxes on the labels of the ticks: a few rounds settle
        for _ in 0..3 {
            let (xs, ys) = (across.arrange(point), down.arrange(point));
            for i in grid.clone() {
                let Cell { row, column, .. } = cells[i];
                let frame = on_pixels(Rect::new(xs[column].0, ys[row].0, xs[column].1, ys[row].1));
                let view = View::new(&axes[i].look, frame, fonts, point);
                let furniture =
                    Furniture::new(&axes[i].look, &view, fonts, point, Standoff::default());
                placed[i] = (frame, furniture.standoff);
                let taken = furniture.bounds;
                across.need(column, frame.x0 - taken.x0, taken.x1 - frame.x1);
                down.need(row, frame.y0 - taken.y0, taken.y1 - frame.y1);
            }
        }
        first = grid.end;
    }
    placed
}

fn on_pixels(frame: Rect) -> Rect {
    let rect = frame.round();
    Rect { x1: rect.x1.max(rect.x0 + 1.0), y1: rect.y1.max(rect.y0 + 1.0), ..rect }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_axes_stands_where_matplotlib_puts_it() {
        assert_eq!(Tracks::new(640.0, 0.125, 0.1, 1).arrange(1.0), [(80.0, 576.0)]);
    }

    #[test]
    fn gaps_grow_with_the_labels_between() {
        let mut tracks = Tracks::new(1000.0, 0.1, 0.1, 2);
        let usual = tracks.arrange(1.0);
        tracks.need(1, 150.0, 0.0);
        let wide = tracks.arrange(1.0);
        assert!(usual[1].0 - usual[0].1 < 150.0);
        assert_eq!(wide[1].0 - wide[0].1, 150.0 + APART);
        assert_eq!(wide[1].1, 900.0);
    }

    #[test]
    fn boxes_are_kept_when_labels_would_take_all() {
        let mut tracks = Tracks::new(16.0, 0.125, 0.1, 1);
        tracks.need(0, 40.0, 10.0);
        assert_eq!(tracks.arrange(1.4), [(2.0, 14.4)]);
    }
}
