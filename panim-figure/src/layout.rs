//! Where the boxes of the axes stand, so that no label is cut and none lies on another.
//!
//! The margins and gaps are matplotlib's; they grow where ticks and labels need more. Axes of one
//! column of a grid have their left and right edges in common, those of one row the upper and lower
//! ones: what one of them needs, all of them give, as in matplotlib's constrained layout. It is
//! decided once, after setup: boxes do not move while the figure does.

mod bars;
mod fit;
mod legends;
mod needs;
mod placement;
#[cfg(test)]
mod tests;
mod tracks;

use crate::{
    Axes, Projection,
    axes::{
        boxed::TITLE_PAD,
        decorations::{Decorations, Room, Standoff, Within},
        space::{self, AdjacentAxes},
        view::View,
    },
    text::Fonts,
};
use bars::Depths;
pub(crate) use legends::legends_outside;
use needs::Needs;
pub(crate) use placement::{Along, GridSpan, LayoutGrid, Placement, twins_of};
pub(crate) use tracks::Tracks;
use vello_cpu::kurbo::Rect;

/// An axes' box, on whole pixels, and how far its labels stand from it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PlacedAxes {
    pub(crate) frame: Rect,
    pub(crate) standoff: Standoff,
    /// How far its words and those of its twins reach from the box.
    pub(crate) outward: Rect,
}

/// Ticks depend on the boxes and the boxes on the labels of the ticks: a few rounds bring both to rest,
/// and no more than this where they do not come to rest.
const ROUNDS: usize = 12;
/// In the first ones boxes are of other sizes than in the end, and so is what they need; in the
/// later ones needs only grow, so that boxes come to rest.
const FIRST_ROUNDS: usize = 3;

/// What is to be placed.
pub(crate) struct Contents<'a> {
    pub(crate) axes: &'a [Axes],
    /// Where each axes stands.
    pub(crate) placements: &'a [Placement],
    pub(crate) grids: &'a [LayoutGrid],
    /// The axes that share x (`true`) or y.
    pub(crate) shared: Vec<(bool, &'a [usize])>,
}

/// Places every axes on the page. `free` is what the figure's title and legend leave of it.
pub(crate) fn arrange(
    contents: &Contents<'_>,
    page: Rect,
    free: Rect,
    fonts: &mut Fonts,
    point: f64,
) -> Vec<PlacedAxes> {
    let count = contents.axes.len();
    let mut layout = Layout {
        contents,
        page,
        free,
        point,
        fonts,
        needs: no_needs(contents),
        placed: vec![PlacedAxes { frame: page, ..PlacedAxes::default() }; count],
        set: vec![None; count],
        rooms: vec![Room::new(page, true); count],
        own_bars: vec![Depths::default(); count],
        inset_bars: vec![Depths::default(); count],
    };
    for round in 0..ROUNDS {
        let before: Vec<Rect> = layout.placed.iter().map(|placed| placed.frame).collect();
        layout.round(round < FIRST_ROUNDS);
        if round > 0 && layout.placed.iter().map(|placed| placed.frame).eq(before) {
            break;
        }
    }
    layout.placed
}

fn no_needs(contents: &Contents<'_>) -> Vec<(Needs, Needs)> {
    let none = |tracks: &Tracks| Needs::none(tracks.ratios.len());
    contents.grids.iter().map(|grid| (none(&grid.columns), none(&grid.rows))).collect()
}

struct Layout<'a> {
    contents: &'a Contents<'a>,
    page: Rect,
    free: Rect,
    point: f64,
    fonts: &'a mut Fonts,
    /// Of each grid's columns and rows.
    needs: Vec<(Needs, Needs)>,
    placed: Vec<PlacedAxes>,
    /// What each axes was given last, and what room it took.
    set: Vec<Option<(Rect, Standoff, Room)>>,
    /// Of each axes with its twins.
    rooms: Vec<Room>,
    /// What the colorbars of each axes alone took beside its box in the last round.
    own_bars: Vec<Depths>,
    /// The same of insets, which give the room themselves.
    inset_bars: Vec<Depths>,
}

/// The boxes of a grid's columns and rows.
type Boxes = (Vec<(f64, f64)>, Vec<(f64, f64)>);

impl<'a> Layout<'a> {
    fn round(&mut self, is_anew: bool) {
        let contents = self.contents;
        let boxes = self.boxes();
        if is_anew {
            self.needs = no_needs(contents);
        }
        let placements = contents.placements.iter().enumerate();
        let in_grids = placements.filter_map(|(i, placement)| match placement {
            Placement::InGrid(span) => Some((i, span, span.area(&boxes))),
            _ => None,
        });
        let cells: Vec<fit::GridCell<'a>> = in_grids.collect();
        let fitted = fit::frames(contents, &cells);
        for (fit, &(i, span, cell)) in fitted.iter().zip(&cells) {
            let frame = fit.beside(self.own_bars[i], bars::anchor_of(contents, i));
            self.dress(i, frame);
            self.need(span, cell, self.rooms[i]);
        }
        let mut own_bars = vec![Depths::default(); contents.axes.len()];
        for (bar, along) in bars::in_order(contents) {
            let Some(span) = &along.span else { continue };
            self.set_bar(bar, along);
            self.need(span, span.area(&boxes), self.rooms[bar]);
            let depth = self.depth(bar, along);
            match along.of[..] {
                [of] => own_bars[of].add(along.side, depth),
                _ => self.need_bars(span, Depths::of(along.side, depth)),
            }
        }
        for (fit, (i, span, _)) in fitted.iter().zip(&cells) {
            self.need_bars(span, fit.lacks(own_bars[*i]));
        }
        self.own_bars = own_bars;
        // the outermost last: what a nested grid needs at its edges, its span needs
        for (i, grid) in contents.grids.iter().enumerate().rev() {
            if let Some(span) = &grid.inside {
                let (across, down) = (self.needs[i].0.outer(), self.needs[i].1.outer());
                let (columns, rows) = &mut self.needs[span.grid];
                columns.add_outer(span.across(), across);
                rows.add_outer(span.down(), down);
            }
        }
        self.place_insets();
    }

    fn boxes(&self) -> Vec<Boxes> {
        let mut boxes: Vec<Boxes> = Vec::new();
        for (grid, needs) in self.contents.grids.iter().zip(&self.needs) {
            let area = grid.inside.as_ref().map_or(self.free, |span| span.area(&boxes));
            let (x, y) = ((area.x0, area.x1), (area.y0, area.y1));
            let (width, height) = ((self.page.x0, self.page.x1), (self.page.y0, self.page.y1));
            boxes.push((
                grid.columns.arrange(width, x, &needs.0, self.point),
                grid.rows.arrange(height, y, &needs.1, self.point),
            ));
        }
        boxes
    }

    /// Gives a box to an axes and its twins, and finds the room that they take together.
    fn dress(&mut self, i: usize, frame: Rect) {
        let contents = self.contents;
        let twins = twins_of(i, contents.placements);
        let mut standoff = Standoff::default();
        let mut rooms = Vec::new();
        for twin in twins {
            let room = self.set(twin, frame, Standoff::default());
            if contents.axes[twin].state.x.reaches_above() {
                standoff.title = frame.y0 - room.outward.y0 + TITLE_PAD * self.point;
            }
            for (own, twins) in standoff.offsets.iter_mut().zip(self.placed[twin].standoff.offsets)
            {
                *own = own.or(twins);
            }
            rooms.push(room);
        }
        let own = self.set(i, frame, standoff);
        self.rooms[i] = rooms.into_iter().fold(own, Room::union);
        if let Some(turned) = self.turning_room(i) {
            self.rooms[i].keep_around(turned);
        }
        self.placed[i].outward = self.rooms[i].outward;
        legends::keep(contents, i, &mut self.rooms[i], (self.fonts, self.point), |_| ());
    }

    /// The room that a 3D axes takes while it is turned around.
    fn turning_room(&mut self, i: usize) -> Option<Rect> {
        let Placement::InGrid(span) = &self.contents.placements[i] else { return None };
        let (state, frame) = (&self.contents.axes[i].state, self.placed[i].frame);
        if state.projection != Projection::ThreeD {
            return None;
        }
        let grid = &self.contents.grids[span.grid];
        let neighbours = AdjacentAxes {
            across: (span.columns.start > 0, span.columns.end < grid.columns.ratios.len()),
            down: (span.rows.start > 0, span.rows.end < grid.rows.ratios.len()),
        };
        let view = View::new(state, frame, self.fonts, self.point);
        space::room(state, &view, self.fonts, self.point, neighbours)
    }

    /// Gives an axes its box, its labels no nearer than `least`, and says what room it takes.
    fn set(&mut self, i: usize, frame: Rect, least: Standoff) -> Room {
        if let Some((its_frame, its_least, room)) = self.set[i]
            && (its_frame, its_least) == (frame, least)
        {
            return room;
        }
        let (axes, page) = (&self.contents.axes[i], self.page);
        let view = View::new(&axes.state, frame, self.fonts, self.point);
        let decorations =
            Decorations::new(axes, &view, self.fonts, self.point, least, Within::page(page));
        let outward = decorations.room.outward;
        self.placed[i] = PlacedAxes { frame, standoff: decorations.standoff, outward };
        self.set[i] = Some((frame, least, decorations.room));
        decorations.room
    }

    /// Keeps what is taken around a cell of a grid.
    fn need(&mut self, span: &GridSpan, cell: Rect, room: Room) {
        let Room { frame, all, is_bare, .. } = room;
        // a box may be smaller than its cell
        let words = |reach: f64, spare: f64| match reach > 0.0 {
            true => reach - spare,
            false if is_bare => f64::NEG_INFINITY,
            false => -spare.max(0.0),
        };
        let (columns, rows) = &mut self.needs[span.grid];
        let before = words(frame.x0 - all.x0, frame.x0 - cell.x0);
        columns.add(span.across(), [before, words(all.x1 - frame.x1, cell.x1 - frame.x1)]);
        let before = words(frame.y0 - all.y0, frame.y0 - cell.y0);
        rows.add(span.down(), [before, words(all.y1 - frame.y1, cell.y1 - frame.y1)]);
    }

    fn place_insets(&mut self) {
        let contents = self.contents;
        for (i, placement) in contents.placements.iter().enumerate() {
            let Placement::Inside(of, fraction) = placement else { continue };
            let place = share_of(self.placed[*of].frame, *fraction);
            let Depths { left, right, top, bottom } = self.inset_bars[i];
            let mut room = place;
            (room.x0, room.x1) = shortened((place.x0, place.x1), (left, right));
            (room.y0, room.y1) = shortened((place.y0, place.y1), (top, bottom));
            self.dress(i, fit::frame(&contents.axes[i], room));
            self.inset_bars[i] = self.set_bars_inside(i);
        }
    }
}

impl GridSpan {
    fn area(&self, boxes: &[Boxes]) -> Rect {
        let (columns, rows) = &boxes[self.grid];
        let (across, down) = (self.across(), self.down());
        Rect::new(columns[across.0].0, rows[down.0].0, columns[across.1].1, rows[down.1].1)
    }

    /// Its first and its last column.
    fn across(&self) -> (usize, usize) {
        (self.columns.start, self.columns.end - 1)
    }

    /// Its first and its last row.
    fn down(&self) -> (usize, usize) {
        (self.rows.start, self.rows.end - 1)
    }
}

fn share_of(frame: Rect, [left, bottom, width, height]: [f64; 4]) -> Rect {
    let (x0, y1) = (frame.x0 + left * frame.width(), frame.y1 - bottom * frame.height());
    Rect::new(x0, y1 - height * frame.height(), x0 + width * frame.width(), y1)
}

/// What is left between the two, and something of it in any case.
fn shortened((start, end): (f64, f64), (before, after): (f64, f64)) -> (f64, f64) {
    const LEAST: f64 = 0.2;
    let most = (1.0 - LEAST) * (end - start);
    let fraction = (most / (before + after).max(f64::MIN_POSITIVE)).min(1.0);
    (start + before * fraction, end - after * fraction)
}
