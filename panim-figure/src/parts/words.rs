//! What artists that say something have in common: words, how they look, and a box around them.

use super::lettering::{Lettering, Placed};
use crate::{
    FigureError,
    base::check::ANGLE,
    parts::{common::Common, text_box::TextBox},
    pen::Pen,
    text::{HAlign, TextStyle, VAlign},
};
use std::slice;
use vello_cpu::kurbo::Point;

/// The words of an artist.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) lettering: Lettering,
    pub(crate) halign: HAlign,
    pub(crate) valign: VAlign,
    pub(crate) rotation: f64,
    pub(crate) boxed: Option<TextBox>,
}

impl Words {
    pub(crate) fn new(text: String) -> Self {
        Self {
            text,
            lettering: Lettering::default(),
            halign: HAlign::Left,
            valign: VAlign::Baseline,
            rotation: 0.0,
            boxed: None,
        }
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.lettering.check(name, ["size", "color"])?;
        ANGLE.check(name, "rotation", self.rotation)?;
        self.boxed.as_ref().map_or(Ok(()), |boxed| boxed.check(name))
    }

    /// Lays the words out at a point; `None` if that is not finite. Words that move do not snap to
    /// whole pixels.
    pub(crate) fn place(&self, pen: &mut Pen<'_>, at: Point, moving: bool) -> Option<Placed> {
        let style = TextStyle {
            halign: self.halign,
            valign: self.valign,
            rotation: self.rotation,
            ..self.lettering.style(pen, moving)
        };
        let layout = pen.fonts.layout(&style, &self.text);
        at.is_finite().then(|| {
            let boxed = self.boxed.as_ref().filter(|_| !self.text.is_empty());
            let frame = boxed.map(|boxed| boxed.shape(&layout, at, style.size));
            Placed { layout, at, frame, spare: boxed.map_or(0.0, TextBox::spare) * pen.point }
        })
    }

    /// Room between the words and the edge of their box, by their size.
    pub(crate) fn padding(&self) -> f64 {
        self.boxed.as_ref().map_or(0.0, TextBox::room)
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, placed: &Placed) {
        if let (Some(boxed), Some(frame)) = (&self.boxed, &placed.frame) {
            boxed.draw(pen, common, frame);
        }
        self.lettering.draw(pen, common, slice::from_ref(placed));
    }
}

/// The properties of [`Words`] for an artist with a `words` field.
macro_rules! words_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Colour of the words; default: the style's, black.
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.words.lettering.color = Some(color.into());
            };
            /// Height of the letters' body in points; default: the style's, 10.
            size / set_size(size: impl $crate::Number) |this| this.words.lettering.size = Some(size.value());
            /// Default: regular.
            weight / set_weight(weight: impl $crate::OneOf<$crate::Weight>) |this| {
                this.common.misnamed.set("weight", weight, &mut this.words.lettering.face.weight);
            };
            /// `"normal"` or `"italic"`; default: normal.
            style / set_style(style: impl $crate::OneOf<$crate::FontStyle>) |this| {
                this.common.misnamed.set("style", style, &mut this.words.lettering.face.style);
            };
            /// Puts a box around the words; default: none.
            boxed / set_boxed(boxed: $crate::TextBox) |this| this.words.boxed = Some(boxed);
        } }
    };
}

/// The properties of [`Words`] for an artist that puts them at a point, with a `moving` field.
macro_rules! placed_words_properties {
    ($artist:ident) => {
        $crate::parts::words::words_properties!($artist);
        $crate::base::properties::properties! { $artist {
            /// Which part of the text stands at x; default: its left edge.
            halign / set_halign(halign: impl $crate::OneOf<$crate::HAlign>) |this| {
                this.common.misnamed.set("halign", halign, &mut this.words.halign);
            };
            /// Which part of the text stands at y; default: its baseline.
            valign / set_valign(valign: impl $crate::OneOf<$crate::VAlign>) |this| {
                this.common.misnamed.set("valign", valign, &mut this.words.valign);
            };
            /// Degrees, counter-clockwise; the alignment is that of the rotated box. Default: 0.
            rotation / set_rotation(degrees: impl $crate::Number) |this| {
                this.words.rotation = degrees.value();
                this.moving = true;
            };
        } }
    };
}

pub(crate) use {placed_words_properties, words_properties};
