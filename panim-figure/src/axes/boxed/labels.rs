//! The words around a box: what is written once beside the ticks, the axis labels, the title.

use super::TITLE_PAD;
use crate::{
    Weight,
    axes::{
        axis::look::{FAR, TickKind},
        decorations::{Placing, Within, shift_onto},
        state::Side,
    },
    text::{HAlign, TextStyle, VAlign, label::Label, room_along},
};
use vello_cpu::kurbo::{Point, Rect, Vec2};

const LABEL_PAD: f64 = 4.0;
const OFFSET_PAD: f64 = 3.0;
/// An axis label with too little room beside the tick labels is as much smaller as it has to be, down
/// to this fraction of its size.
const SMALLEST: f64 = 0.6;

impl Placing<'_> {
    /// The x ticks' offset, beyond the right end of the labels; none where there are no labels that it is of.
    pub(super) fn x_offset(&mut self) -> Option<Rect> {
        if !self.state.x.has_labels {
            return None;
        }
        let (frame, pad) = (self.view.frame, OFFSET_PAD * self.point);
        let look = self.state.x.drawn_ticks(TickKind::Major, &self.state.style);
        let far = self.state.x.labelled_side() == FAR;
        let side = if far { Side::Top } else { Side::Bottom };
        let inner = self.words_around(side);
        let (y, valign) = match far {
            true => (inner.y0 - pad, VAlign::Bottom),
            false => (inner.y1 + pad, VAlign::Top),
        };
        let (style, at) = (
            TextStyle { halign: HAlign::Right, valign, ..look.label_style(self.point) },
            Point::new(frame.x1, y),
        );
        let offset = self.text(&style, &self.view.x.offset, at, look.label_color)?;
        self.done.room.keep_outward(offset, side);
        Some(offset)
    }

    /// The y ticks' offset, above the upper end of the axis.
    pub(super) fn y_offset(&mut self) -> Option<Rect> {
        if !self.state.y.has_labels {
            return None;
        }
        let frame = self.view.frame;
        let look = self.state.y.drawn_ticks(TickKind::Major, &self.state.style);
        let (side, halign) = match self.state.y.labelled_side() {
            FAR => (Side::Right, HAlign::Right),
            _ => (Side::Left, HAlign::Left),
        };
        let style = TextStyle { halign, valign: VAlign::Bottom, ..look.label_style(self.point) };
        let at = Point::new(self.edges[side.index()].at, frame.y0 - OFFSET_PAD * self.point);
        let offset = self.text(&style, &self.view.y.offset, at, look.label_color)?;
        self.done.room.keep_outward(offset, Side::Top);
        Some(offset)
    }

    /// Places the x label outside of the tick labels, at least `least` from its spine, and
    /// further where it would lie on the offset. Says how far, and where what is above the box ends.
    pub(super) fn x_label(&mut self, least: f64, offset: Option<Rect>) -> (f64, f64) {
        let (axis, frame) = (&self.state.x, self.view.frame);
        let pad = axis.label.pad_or(LABEL_PAD) * self.point;
        let far = axis.has_far_label();
        let (side, outward) = if far { (Side::Top, -1.0) } else { (Side::Bottom, 1.0) };
        let (inner, edge) = (self.words_around(side), self.edges[side.index()].at);
        let away = least.max(self.reach[side.index()] + pad);
        let halign = axis.label.halign_or(HAlign::Center);
        let valign = if far { VAlign::Bottom } else { VAlign::Top };
        let at = Point::new(along(halign, (frame.x0, frame.x1)), edge + outward * away);
        let style = TextStyle { halign, valign, ..self.label_style(&axis.label, 0.0, halign, at) };
        let place = self.place_of(&style, &axis.label.text, at);
        let clear = match offset.filter(|offset| place.overlaps(*offset)) {
            Some(offset) if far => place.y1 - offset.y0,
            Some(offset) => offset.y1 - place.y0,
            None => 0.0,
        };
        let top = if far && place.height() > 0.0 { place.y0 - clear } else { frame.y0 };
        let at = Point::new(at.x, at.y + outward * clear);
        self.axis_label("set_xlabel", &axis.label, style, at, (side, inner));
        (away + clear, top)
    }

    /// Places the y label outside of the tick labels, at least `least` from its spine. Says how
    /// far.
    pub(super) fn y_label(&mut self, least: f64) -> f64 {
        let (axis, frame) = (&self.state.y, self.view.frame);
        let pad = axis.label.pad_or(LABEL_PAD) * self.point;
        let (side, outward, across) = match axis.has_far_label() {
            true => (Side::Right, 1.0, HAlign::Left),
            false => (Side::Left, -1.0, HAlign::Right),
        };
        let (inner, edge) = (self.words_around(side), self.edges[side.index()].at);
        let away = least.max(self.reach[side.index()] + pad);
        let halign = axis.label.halign_or(HAlign::Center);
        let at = Point::new(edge + outward * away, along(halign, (frame.y1, frame.y0)));
        let style = TextStyle {
            halign: across,
            valign: match halign {
                HAlign::Left => VAlign::Bottom,
                HAlign::Center => VAlign::Center,
                HAlign::Right => VAlign::Top,
            },
            ..self.label_style(&axis.label, 90.0, halign, at)
        };
        self.done.is_crowded |= depth(inner, self.within.page, side) > 0.5;
        self.axis_label("set_ylabel", &axis.label, style, at, (side, inner));
        away
    }

    /// Puts an axis label at its place, or as near to it as the page and the neighbours allow. Tick
    /// labels that a frame made longer have the room first: beside them it is smaller if it has to be,
    /// and left out where there is none.
    fn axis_label(
        &mut self,
        argument: &'static str,
        label: &Label,
        style: TextStyle,
        at: Point,
        (side, inner): (Side, Rect),
    ) {
        if label.text.is_empty() {
            return;
        }
        let Within { page, free } = self.within;
        let region = match side.is_vertical() {
            true => Rect { x0: free.x0, x1: free.x1, ..page },
            false => Rect { y0: free.y0, y1: free.y1, ..page },
        };
        let layout = self.fonts.layout(&style, &label.text);
        let wanted = layout.bounds() + at.to_vec2();
        self.done.room.keep_outward(wanted, side);
        let shift = shift_onto(wanted, region, style.rotation);
        // where words lie on the ticks by their own distance, they are meant to
        let over = overlap(wanted + shift, inner, side) - overlap(wanted, inner, side).max(0.0);
        let color = label.color_or(self.state.style.label_color());
        if over < 0.5 {
            return self.put(layout, at, color, region, style.rotation);
        }
        self.done.is_crowded |= side.is_vertical();
        let thickness = if side.is_vertical() { wanted.width() } else { wanted.height() };
        let fraction = 1.0 - over / thickness;
        if fraction < SMALLEST {
            self.done.left_out = Some(argument);
            return;
        }
        let style = TextStyle { size: fraction * style.size, ..style };
        let layout = self.fonts.layout(&style, &label.text);
        self.put(layout, at, color, region, style.rotation);
    }

    /// Places the titles above the box, at least `least` from it, and further where one would lie on
    /// `offsets`. Says how far, what hangs from its line aside.
    pub(in crate::axes) fn title(&mut self, least: f64, offsets: [Option<Rect>; 2]) -> f64 {
        let (state, frame) = (self.state, self.view.frame);
        let titles = [
            (&state.title, HAlign::Center),
            (&state.left_title, HAlign::Left),
            (&state.right_title, HAlign::Right),
        ];
        let titles = titles.into_iter().filter(|(title, _)| !title.text.is_empty());
        let titles: Vec<_> = titles.map(|(title, side)| (title, title.halign_or(side))).collect();
        let pad = titles.iter().map(|(title, _)| title.pad_or(TITLE_PAD)).reduce(f64::max);
        let away = least.max(pad.unwrap_or(state.title.pad_or(TITLE_PAD)) * self.point);
        let (mut hanging, mut placed) = (0.0_f64, Vec::new());
        for (title, halign) in titles {
            let at = Point::new(along(halign, (frame.x0, frame.x1)), frame.y0 - away);
            let usual = (state.style.title_size, state.style.title_weight);
            let style = TextStyle {
                halign,
                wrap: self.wrap(title, 0.0, halign, at),
                ..title.text_style(usual, self.point)
            };
            // what hangs lower than letters do, such as a limit of a sum, keeps as far from the box
            let mut bottom = |text: &str| self.fonts.layout(&style, text).bounds().y1;
            hanging = hanging.max(bottom(&title.text) - bottom("x"));
            placed.push((title, style, at));
        }
        let mut clear = 0.0_f64;
        for (title, style, at) in &mut placed {
            at.y -= hanging;
            let place = self.place_of(style, &title.text, *at);
            let offsets = offsets.into_iter().flatten().filter(|offset| place.overlaps(*offset));
            clear = offsets.map(|offset| place.y1 - offset.y0).fold(clear, f64::max);
        }
        for (title, style, at) in placed {
            let (at, color) =
                (Point::new(at.x, at.y - clear), title.color_or(state.style.title_color()));
            if let Some(title) = self.text(&style, &title.text, at, color) {
                self.done.room.keep_outward(title, Side::Top);
            }
        }
        away + clear
    }

    /// The room of a text on its way along the page's edge: what it may lie on.
    fn place_of(&mut self, style: &TextStyle, text: &str, at: Point) -> Rect {
        let wanted = self.fonts.layout(style, text).bounds() + at.to_vec2();
        wanted + Vec2::new(self.onto_page(wanted, style.rotation).x, 0.0)
    }

    /// Of an axis label that is turned by so many degrees unless it says otherwise, and has this part of it
    /// at `at`.
    fn label_style(&self, label: &Label, rotation: f64, halign: HAlign, at: Point) -> TextStyle {
        let rotation = label.rotation_or(rotation);
        let style = label.text_style((self.state.style.label_size(), Weight::NORMAL), self.point);
        TextStyle {
            rotation,
            wrap: self.wrap(label, rotation, halign, at),
            multialignment: style.multialignment.or(Some(halign)),
            ..style
        }
    }

    /// How long a line of words may be that stand at `at`.
    fn wrap(&self, label: &Label, rotation: f64, halign: HAlign, at: Point) -> f64 {
        let page = self.within.page;
        label.lettering.wrap.unwrap_or_default().pixels(
            self.view.frame.size(),
            rotation,
            self.point,
            || room_along(at, halign, rotation, page),
        )
    }
}

/// The place of words between the ends of an axes.
fn along(halign: HAlign, (start, end): (f64, f64)) -> f64 {
    match halign {
        HAlign::Left => start,
        HAlign::Center => f64::midpoint(start, end),
        HAlign::Right => end,
    }
}

/// How far words at a side lie on what is nearer to the box.
fn overlap(words: Rect, inner: Rect, side: Side) -> f64 {
    match side {
        Side::Left => words.x1 - inner.x0,
        Side::Right => inner.x1 - words.x0,
        Side::Top => words.y1 - inner.y0,
        Side::Bottom => inner.y1 - words.y0,
    }
}

/// How far what is at a side reaches beyond the page.
fn depth(inner: Rect, page: Rect, side: Side) -> f64 {
    match side {
        Side::Left => page.x0 - inner.x0,
        Side::Right => inner.x1 - page.x1,
        Side::Top => page.y0 - inner.y0,
        Side::Bottom => inner.y1 - page.y1,
    }
}
