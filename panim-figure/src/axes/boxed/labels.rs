//! The words around a box: what is written once beside the ticks, the axis labels, the title.

use super::TITLE_PAD;
use crate::{
    Weight,
    axes::{furniture::Placing, view::label_size},
    label::Label,
    text::{HAlign, TextStyle, VAlign},
};
use vello_cpu::kurbo::{Point, Rect};

const LABEL_PAD: f64 = 4.0;
const OFFSET_PAD: f64 = 3.0;

impl Placing<'_> {
    /// The x ticks' offset, beyond the right end of the labels.
    pub(super) fn x_offset(&mut self) -> Rect {
        let (frame, pad) = (self.view.frame, OFFSET_PAD * self.point);
        let size = label_size(&self.look.x, self.look) * self.point;
        let (y, valign) = if self.look.x.far {
            (self.done.bounds.y0 - pad, VAlign::Bottom)
        } else {
            (self.done.bounds.y1 + pad, VAlign::Top)
        };
        let style = TextStyle { halign: HAlign::Right, valign, ..TextStyle::new(size) };
        self.text(&style, &self.view.x.offset, Point::new(frame.x1, y), self.look.style.tick)
    }

    /// The y ticks' offset, above the upper end of the axis.
    pub(super) fn y_offset(&mut self) -> Rect {
        let frame = self.view.frame;
        let size = label_size(&self.look.y, self.look) * self.point;
        let (x, halign) =
            if self.look.y.far { (frame.x1, HAlign::Right) } else { (frame.x0, HAlign::Left) };
        let style = TextStyle { halign, valign: VAlign::Bottom, ..TextStyle::new(size) };
        let at = Point::new(x, frame.y0 - OFFSET_PAD * self.point);
        self.text(&style, &self.view.y.offset, at, self.look.style.tick)
    }

    /// Places the x label outside of the `inner` labels, at least `least` from the box, and
    /// further where it would lie on the offset. Says how far.
    pub(super) fn x_label(&mut self, least: f64, inner: Rect, offset: Rect) -> f64 {
        let (axis, frame) = (&self.look.x, self.view.frame);
        let pad = axis.label.pad_or(LABEL_PAD) * self.point;
        let (edge, outward, taken) = if axis.far {
            (frame.y0, -1.0, frame.y0 - inner.y0)
        } else {
            (frame.y1, 1.0, inner.y1 - frame.y1)
        };
        let away = least.max(taken + pad);
        let valign = if axis.far { VAlign::Bottom } else { VAlign::Top };
        let style = TextStyle {
            halign: HAlign::Center,
            valign,
            ..self.style(&axis.label, self.look.style.font_size)
        };
        let at = Point::new(frame.center().x, edge + outward * away);
        let place = self.fonts.layout(&style, &axis.label.text).bounds() + at.to_vec2();
        let clear = if place.overlaps(offset) {
            if axis.far { place.y1 - offset.y0 } else { offset.y1 - place.y0 }
        } else {
            0.0
        };
        let color = axis.label.color_or(self.look.style.text);
        self.text(&style, &axis.label.text, Point::new(at.x, at.y + outward * clear), color);
        away + clear
    }

    /// Places the y label outside of the `inner` labels, at least `least` from the box. Says how
    /// far.
    pub(super) fn y_label(&mut self, least: f64, inner: Rect) -> f64 {
        let (axis, frame) = (&self.look.y, self.view.frame);
        let pad = axis.label.pad_or(LABEL_PAD) * self.point;
        let (edge, outward, taken, halign) = if axis.far {
            (frame.x1, 1.0, inner.x1 - frame.x1, HAlign::Left)
        } else {
            (frame.x0, -1.0, frame.x0 - inner.x0, HAlign::Right)
        };
        let away = least.max(taken + pad);
        let style = TextStyle {
            halign,
            valign: VAlign::Center,
            rotation: 90.0,
            ..self.style(&axis.label, self.look.style.font_size)
        };
        let at = Point::new(edge + outward * away, frame.center().y);
        let color = axis.label.color_or(self.look.style.text);
        self.text(&style, &axis.label.text, at, color);
        away
    }

    /// Places the title above the box, at least `least` from it, and further where it would lie on
    /// `offset`. Says how far.
    pub(in crate::axes) fn title(&mut self, least: f64, offset: Rect) -> f64 {
        let (title, frame) = (&self.look.title, self.view.frame);
        let away = least.max(title.pad_or(TITLE_PAD) * self.point);
        let style = TextStyle {
            halign: title.title_halign(),
            face: title.face(self.look.style.title_weight),
            ..self.style(title, self.look.style.title_size)
        };
        let x = match style.halign {
            HAlign::Left => frame.x0,
            HAlign::Center => frame.center().x,
            HAlign::Right => frame.x1,
        };
        let at = Point::new(x, frame.y0 - away);
        let place = self.fonts.layout(&style, &title.text).bounds() + at.to_vec2();
        let clear = if place.overlaps(offset) { place.y1 - offset.y0 } else { 0.0 };
        let color = title.color_or(self.look.style.text);
        self.text(&style, &title.text, Point::new(at.x, at.y - clear), color);
        away + clear
    }

    fn style(&self, label: &Label, usual_size: f64) -> TextStyle {
        TextStyle {
            face: label.face(Weight::Normal),
            ..TextStyle::new(label.size_or(usual_size) * self.point)
        }
    }
}
