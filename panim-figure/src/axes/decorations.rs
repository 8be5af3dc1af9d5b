//! What stands around and behind the artists of an axes: patch, grid, spines, ticks and texts,
//! placed and ready to be drawn, whatever the projection.

use super::{
    Axes, boxed, polar, space,
    state::{Side, State},
    view::View,
};
use crate::{
    Projection,
    color::Color,
    scene::list::ShapeList,
    text::{Fonts, TextLayout, TextStyle},
};
use vello_cpu::kurbo::{Point, Rect, Vec2};

#[derive(Debug)]
pub(crate) struct Decorations {
    pub(crate) patch: ShapeList,
    pub(crate) grid: ShapeList,
    pub(crate) spines: ShapeList,
    /// Ticks and texts.
    pub(crate) around: ShapeList,
    /// The same where some of it lies inside of the box.
    pub(crate) inside: ShapeList,
    /// What is to be read on top of the artists: the distances on polar axes.
    pub(crate) labels: ShapeList,
    /// Everything of the axes as it is drawn: the box, the ticks and the texts.
    pub(crate) bounds: Rect,
    pub(crate) room: Room,
    pub(crate) standoff: Standoff,
    /// Do the y tick labels leave too little room for what is beyond them?
    pub(crate) is_crowded: bool,
    /// The axis label that has no room at all.
    pub(crate) left_out: Option<&'static str>,
    /// Where its texts are.
    #[cfg(test)]
    pub(crate) words: Vec<Rect>,
}

/// What texts keep to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Within {
    pub(crate) page: Rect,
    /// What neighbours leave of it for axis labels.
    pub(crate) free: Rect,
}

impl Within {
    pub(crate) fn page(page: Rect) -> Self {
        Self { page, free: page }
    }
}

/// The room that is to be kept for an axes: wherever its texts would stand if pages had no edge.
///
/// What a title, an axis label or an offset takes along its side of the box is no part of it: it may hang
/// over, as in matplotlib, and moves no neighbour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Room {
    pub(crate) frame: Rect,
    /// How far each side's ticks and words reach away from the box.
    pub(crate) outward: Rect,
    /// The same with tick labels that hang over the ends of their side.
    pub(crate) all: Rect,
    /// Is there no box: does a side without words need no distance from anything?
    pub(crate) is_bare: bool,
}

impl Room {
    pub(crate) fn new(frame: Rect, is_bare: bool) -> Self {
        Self { frame, outward: frame, all: frame, is_bare }
    }

    /// Keeps what stands at one side of the box, away from it only.
    pub(crate) fn keep_outward(&mut self, at: Rect, side: Side) {
        let frame = self.frame;
        let reach = match side {
            Side::Left => Rect { x0: at.x0.min(frame.x0), ..frame },
            Side::Right => Rect { x1: at.x1.max(frame.x1), ..frame },
            Side::Top => Rect { y0: at.y0.min(frame.y0), ..frame },
            Side::Bottom => Rect { y1: at.y1.max(frame.y1), ..frame },
        };
        self.outward = self.outward.union(reach);
        self.all = self.all.union(reach);
    }

    /// Keeps what stands at one side, and all that it takes along that side.
    pub(crate) fn keep(&mut self, at: Rect, side: Side) {
        self.keep_outward(at, side);
        self.all = self.all.union(at);
    }

    /// Keeps what stands all around.
    pub(crate) fn keep_around(&mut self, at: Rect) {
        self.outward = self.outward.union(at);
        self.all = self.all.union(at);
    }

    /// The room of two axes on one box.
    pub(crate) fn union(self, other: Self) -> Self {
        Self {
            frame: self.frame,
            outward: self.outward.union(other.outward),
            all: self.all.union(other.all),
            is_bare: self.is_bare && other.is_bare,
        }
    }
}

/// How far labels and title stand from the box, in pixels, and what they keep clear of. What `#[setup]` needed is kept, so
/// that labels stand still while ticks change.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Standoff {
    pub(crate) x_label: f64,
    pub(crate) y_label: f64,
    pub(crate) title: f64,
    /// Where the offsets of the y ticks stand, left and right, of the axes and of its twins: the title
    /// is clear of them.
    pub(crate) offsets: [Option<Rect>; 2],
}

impl Decorations {
    /// Places everything; labels and title no nearer than `least`, and no text beyond the page.
    pub(crate) fn new(
        axes: &Axes,
        view: &View,
        fonts: &mut Fonts,
        point: f64,
        least: Standoff,
        within: Within,
    ) -> Self {
        let mut placing = Placing::new(axes, view, fonts, point, within);
        match axes.state.projection {
            _ if axes.is_bare() => boxed::place_title(&mut placing, least),
            Projection::Rectilinear => boxed::place(&mut placing, least),
            Projection::Polar => polar::place(&mut placing, least),
            Projection::ThreeD => space::place(&mut placing, least),
        }
        placing.done
    }
}

/// Decorations being placed, and the room they take so far.
pub(super) struct Placing<'a> {
    pub(super) state: &'a State,
    pub(super) view: &'a View,
    pub(super) fonts: &'a mut Fonts,
    pub(super) point: f64,
    pub(super) within: Within,
    /// What is placed goes among what lies inside of the box.
    pub(super) is_inside: bool,
    /// Where the spines of all sides stand, and how far their ticks and labels reach from them.
    pub(super) edges: [boxed::SpineEdge; 4],
    pub(super) reach: [f64; 4],
    pub(super) done: Decorations,
}

impl<'a> Placing<'a> {
    fn new(
        axes: &'a Axes,
        view: &'a View,
        fonts: &'a mut Fonts,
        point: f64,
        within: Within,
    ) -> Self {
        let done = Decorations {
            patch: ShapeList::default(),
            grid: ShapeList::default(),
            spines: ShapeList::default(),
            around: ShapeList::default(),
            inside: ShapeList::default(),
            labels: ShapeList::default(),
            bounds: view.frame,
            room: Room::new(view.frame, axes.is_bare()),
            standoff: Standoff::default(),
            is_crowded: false,
            left_out: None,
            #[cfg(test)]
            words: Vec::new(),
        };
        Self {
            state: &axes.state,
            view,
            fonts,
            point,
            within,
            is_inside: false,
            edges: Default::default(),
            reach: [0.0; 4],
            done,
        }
    }

    /// Places one text, on the page, and says where it would be if the page had no edge. `None`
    /// for a text without letters.
    pub(super) fn text(
        &mut self,
        style: &TextStyle,
        text: &str,
        at: Point,
        color: Color,
    ) -> Option<Rect> {
        if text.is_empty() {
            return None;
        }
        let layout = self.fonts.layout(style, text);
        let wanted = layout.bounds() + at.to_vec2();
        self.put(layout, at, color, self.within.page, style.rotation);
        Some(wanted)
    }

    /// Puts a text at its place, or as near to it as the `region` allows.
    pub(super) fn put(
        &mut self,
        text: TextLayout,
        at: Point,
        color: Color,
        region: Rect,
        rotation: f64,
    ) {
        let wanted = text.bounds() + at.to_vec2();
        let by = shift_onto(wanted, region, rotation);
        self.done.bounds = self.done.bounds.union(wanted + by);
        self.list().push_letters(text.colored_at(at + by, color));
        #[cfg(test)]
        self.done.words.push(wanted + by);
    }

    /// Where ticks and words go.
    pub(super) fn list(&mut self) -> &mut ShapeList {
        if self.is_inside { &mut self.done.inside } else { &mut self.done.around }
    }

    /// How far what would leave the page has to move onto it: ticks that a frame gave longer labels push
    /// the words beside them. Of words longer than the page, the beginning is kept.
    pub(super) fn onto_page(&self, wanted: Rect, rotation: f64) -> Vec2 {
        shift_onto(wanted, self.within.page, rotation)
    }
}

/// How far words have to move into a box.
pub(super) fn shift_onto(wanted: Rect, Rect { x0, y0, x1, y1 }: Rect, rotation: f64) -> Vec2 {
    let begins_below = rotation.rem_euclid(360.0) == 90.0;
    Vec2::new(
        shift_into((wanted.x0, wanted.x1), (x0, x1), false),
        shift_into((wanted.y0, wanted.y1), (y0, y1), begins_below),
    )
}

/// A line across the page from `from` to `to`, moved onto it if it lies on its edge.
pub(super) fn onto_edge((from, to): (f64, f64), page: (f64, f64)) -> (f64, f64) {
    let by = shift_into((from, to), page, false);
    if by.abs() < to - from + 0.5 { (from + by, to + by) } else { (from, to) }
}

/// How far something from `low` to `high` is from being between `start` and `end`; what is longer
/// is moved to one of the two, the end if it `begins_at_end`.
fn shift_into((low, high): (f64, f64), (start, end): (f64, f64), begins_at_end: bool) -> f64 {
    let (before, after) = (start - low, end - high);
    match (before > 0.0, after < 0.0) {
        _ if before >= after && begins_at_end => after,
        _ if before >= after => before,
        (true, _) => before,
        (_, true) => after,
        _ => 0.0,
    }
}
