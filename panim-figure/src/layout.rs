//! Where the boxes of the axes stand, so that no label is cut and none lies on another.
//!
//! The margins and gaps are matplotlib's; they grow where ticks and labels need more. It is
//! decided once, after setup: boxes do not move while the figure does.

mod spots;
#[cfg(test)]
mod tests;
mod tracks;

use crate::{
    Aspect, Axes, Figure, Projection,
    axes::{
        boxed::TITLE_PAD,
        furniture::{Furniture, Standoff},
        space::{self, Neighbours},
        view::View,
    },
    text::Fonts,
};
pub use spots::Orientation;
pub(crate) use spots::{Grid, Span, Spot};
use tracks::Needs;
pub(crate) use tracks::Tracks;
use vello_cpu::kurbo::{Rect, Size};

/// An axes' box, on whole pixels, and how far its labels stand from it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Placed {
    pub(crate) frame: Rect,
    pub(crate) standoff: Standoff,
}

/// Ticks depend on the boxes and the boxes on the labels of the ticks: a few rounds settle both.
const ROUNDS: usize = 4;
/// A colorbar's width as a share of its length, and the most and the least, in points.
const BAR_SHARE: f64 = 0.05;
const BAR_WIDTH: (f64, f64) = (6.0, 16.0);
/// From an axes to its colorbar, in points.
const BAR_PAD: f64 = 10.0;

/// Places every axes. `page` is what the figure's title and legend leave free.
pub(crate) fn arrange(
    figure: &Figure,
    (width, height): (u32, u32),
    page: Rect,
    fonts: &mut Fonts,
    point: f64,
) -> Vec<Placed> {
    let whole = Rect::new(0.0, 0.0, width.into(), height.into());
    let needs =
        |grid: &Grid| (Needs::none(grid.columns.ratios.len()), Needs::none(grid.rows.ratios.len()));
    let mut layout = Layout {
        figure,
        whole,
        page,
        point,
        fonts,
        needs: figure.grids.iter().map(needs).collect(),
        placed: vec![Placed { frame: whole, ..Placed::default() }; figure.axes.len()],
    };
    for _ in 0..ROUNDS {
        layout.round();
    }
    layout.placed
}

struct Layout<'a> {
    figure: &'a Figure,
    whole: Rect,
    page: Rect,
    point: f64,
    fonts: &'a mut Fonts,
    /// Of each grid's columns and rows.
    needs: Vec<(Needs, Needs)>,
    placed: Vec<Placed>,
}

/// The boxes of a grid's columns and rows.
type Boxes = (Vec<(f64, f64)>, Vec<(f64, f64)>);

impl Layout<'_> {
    fn round(&mut self) {
        let mut boxes: Vec<Boxes> = Vec::new();
        for (grid, needs) in self.figure.grids.iter().zip(&self.needs) {
            let area = grid.inside.as_ref().map_or(self.page, |span| span.area(&boxes));
            let (x, y) = ((area.x0, area.x1), (area.y0, area.y1));
            let (width, height) = ((0.0, self.whole.x1), (0.0, self.whole.y1));
            boxes.push((
                grid.columns.arrange(width, x, &needs.0, self.point),
                grid.rows.arrange(height, y, &needs.1, self.point),
            ));
        }
        for (i, spot) in self.figure.spots.iter().enumerate() {
            if let Spot::InGrid(span) = spot {
                let cell = span.area(&boxes);
                let mut taken = self.place(i, cell);
                if let Some(room) = self.turning_room(i, span) {
                    taken = taken.union(room);
                }
                self.need(span, cell, taken);
            }
        }
        // the outermost last: what a nested grid needs at its edges, its span needs
        for (i, grid) in self.figure.grids.iter().enumerate().rev() {
            if let Some(span) = &grid.inside {
                let ((left, right), (above, below)) =
                    (self.needs[i].0.outer(), self.needs[i].1.outer());
                let (columns, rows) = &mut self.needs[span.grid];
                columns.add(span.columns.start, span.columns.end - 1, left, right);
                rows.add(span.rows.start, span.rows.end - 1, above, below);
            }
        }
        for (i, spot) in self.figure.spots.iter().enumerate() {
            if let Spot::Inside(of, share) = spot {
                let room = share_of(self.placed[*of].frame, *share);
                self.place(i, room);
            }
        }
    }

    /// The room that a 3D axes takes while it is turned around.
    fn turning_room(&mut self, i: usize, span: &Span) -> Option<Rect> {
        let (look, frame) = (&self.figure.axes[i].look, self.placed[i].frame);
        let grid = &self.figure.grids[span.grid];
        let neighbours = Neighbours {
            across: (span.columns.start > 0, span.columns.end < grid.columns.ratios.len()),
            down: (span.rows.start > 0, span.rows.end < grid.rows.ratios.len()),
        };
        let view = View::new(look, frame, self.fonts, self.point);
        space::room(look, &view, self.fonts, self.point, neighbours)
    }

    fn need(&mut self, span: &Span, cell: Rect, taken: Rect) {
        let (columns, rows) = &mut self.needs[span.grid];
        let (first, last) = (span.columns.start, span.columns.end - 1);
        columns.add(first, last, cell.x0 - taken.x0, taken.x1 - cell.x1);
        rows.add(span.rows.start, span.rows.end - 1, cell.y0 - taken.y0, taken.y1 - cell.y1);
    }

    /// Places an axes, its twins and its colorbars in `cell`, and says what room all of them take.
    fn place(&mut self, i: usize, cell: Rect) -> Rect {
        let twins = self.companions(|spot| *spot == Spot::Over(i));
        let bars = self.companions(|spot| matches!(spot, Spot::Along(of, _) if *of == i));
        // what the last round found colorbars to need, or nothing in the first one
        let mut room = cell;
        for &bar in &bars {
            let (frame, taken) =
                (self.placed[bar].frame, self.measure(bar, self.placed[bar].frame));
            match self.figure.spots[bar] {
                Spot::Along(_, Orientation::Vertical) => {
                    let labels = (taken.x1 - frame.x1).clamp(0.0, cell.width());
                    room.x1 -= self.bar_pad() + self.bar_width(room.height()) + labels;
                }
                _ => {
                    let decoration = self.measure(i, self.placed[i].frame).y1;
                    let under = (decoration - self.placed[i].frame.y1).clamp(0.0, cell.height());
                    room.y1 -= under + self.bar_pad() + self.bar_width(room.width());
                }
            }
        }
        room.x1 = room.x1.max(room.x0 + 0.2 * cell.width());
        room.y1 = room.y1.max(room.y0 + 0.2 * cell.height());
        let frame = self.fit(i, room);
        let mut standoff = Standoff::default();
        let mut taken = frame;
        for twin in twins {
            let reach = self.set(twin, frame, Standoff::default());
            if self.figure.axes[twin].look.x.far {
                standoff.title = frame.y0 - reach.y0 + TITLE_PAD * self.point;
            }
            taken = taken.union(reach);
        }
        taken = taken.union(self.set(i, frame, standoff));
        for bar in bars {
            let (pad, axes) = (self.bar_pad(), taken);
            let bar_frame = match self.figure.spots[bar] {
                Spot::Along(_, Orientation::Vertical) => {
                    let left = axes.x1.max(frame.x1) + pad;
                    Rect { x0: left, x1: left + self.bar_width(frame.height()), ..frame }
                }
                _ => {
                    let top = axes.y1 + pad;
                    Rect { y0: top, y1: top + self.bar_width(frame.width()), ..frame }
                }
            };
            taken = taken.union(self.set(bar, on_pixels(bar_frame), Standoff::default()));
        }
        taken
    }

    fn companions(&self, is_one: impl Fn(&Spot) -> bool) -> Vec<usize> {
        let spots = self.figure.spots.iter().enumerate();
        spots.filter(|(_, spot)| is_one(spot)).map(|(i, _)| i).collect()
    }

    fn bar_width(&self, length: f64) -> f64 {
        (BAR_SHARE * length).clamp(BAR_WIDTH.0 * self.point, BAR_WIDTH.1 * self.point)
    }

    fn bar_pad(&self) -> f64 {
        BAR_PAD * self.point
    }

    /// The box that an axes takes of its room: all of it unless its aspect is given.
    fn fit(&self, i: usize, room: Rect) -> Rect {
        let axes = &self.figure.axes[i];
        if axes.look.projection == Projection::ThreeD {
            return space::frame(&axes.look, on_pixels(room));
        }
        let Some(ratio) = axes.box_ratio() else { return on_pixels(room) };
        let width = room.width().min(room.height() / ratio);
        let size = Size::new(width, width * ratio);
        on_pixels(Rect::from_center_size(room.center(), size))
    }

    /// Gives an axes its box, its labels no nearer than `least`, and says what room it takes with its labels.
    fn set(&mut self, i: usize, frame: Rect, least: Standoff) -> Rect {
        let furniture = furniture(&self.figure.axes[i], frame, self.fonts, self.point, least);
        self.placed[i] = Placed { frame, standoff: furniture.standoff };
        furniture.bounds
    }

    fn measure(&mut self, i: usize, frame: Rect) -> Rect {
        let least = Standoff::default();
        furniture(&self.figure.axes[i], frame, self.fonts, self.point, least).bounds
    }
}

fn furniture(
    axes: &Axes,
    frame: Rect,
    fonts: &mut Fonts,
    point: f64,
    least: Standoff,
) -> Furniture {
    let view = View::new(&axes.look, frame, fonts, point);
    Furniture::new(axes, &view, fonts, point, least)
}

impl Span {
    fn area(&self, boxes: &[Boxes]) -> Rect {
        let (columns, rows) = &boxes[self.grid];
        Rect::new(
            columns[self.columns.start].0,
            rows[self.rows.start].0,
            columns[self.columns.end - 1].1,
            rows[self.rows.end - 1].1,
        )
    }
}

impl Axes {
    /// Height of the box for a width of 1, if that is not free.
    fn box_ratio(&self) -> Option<f64> {
        let unit = match self.look.aspect {
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

fn share_of(frame: Rect, [left, bottom, width, height]: [f64; 4]) -> Rect {
    let (x0, y1) = (frame.x0 + left * frame.width(), frame.y1 - bottom * frame.height());
    Rect::new(x0, y1 - height * frame.height(), x0 + width * frame.width(), y1)
}

fn on_pixels(frame: Rect) -> Rect {
    let rect = frame.round();
    Rect { x1: rect.x1.max(rect.x0 + 1.0), y1: rect.y1.max(rect.y0 + 1.0), ..rect }
}
