//! What artists that say something have in common: words, how they look, and a box around them.

use super::lettering::Placed;
use crate::{
    FigureError, Label,
    base::check::ANGLE,
    parts::{
        common::Common,
        outline::{Outline, outlined},
        text_box::TextBox,
    },
    pen::Pen,
    text::{
        HAlign, RotationMode, TextStyle, VAlign,
        lettering::{Lettering, Wrap},
        room_along,
    },
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
    pub(crate) rotation_mode: RotationMode,
    pub(crate) boxed: Option<TextBox>,
    pub(crate) outline: Option<Outline>,
}

impl Words {
    pub(crate) fn new(label: Label) -> Self {
        let mut words = Self {
            text: String::new(),
            lettering: Lettering::default(),
            halign: HAlign::Left,
            valign: VAlign::Baseline,
            rotation: 0.0,
            rotation_mode: RotationMode::Default,
            boxed: None,
            outline: None,
        };
        words.set(label);
        words
    }

    /// New words; what they leave open stays as it is.
    pub(crate) fn set(&mut self, label: Label) {
        self.halign = label.halign_or(self.halign);
        self.rotation = label.rotation_or(self.rotation);
        self.text = label.text;
        self.lettering.set(label.lettering);
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.lettering.check(name, Lettering::NAMES)?;
        ANGLE.check(name, "rotation", self.rotation)?;
        self.outline.as_ref().map_or(Ok(()), |outline| outline.check(name))?;
        self.boxed.as_ref().map_or(Ok(()), |boxed| boxed.check(name))
    }

    /// Lays the words out at a point; `None` if that is not finite. Words that move do not snap to
    /// whole pixels.
    pub(crate) fn place(&self, pen: &mut Pen<'_>, at: Point, moving: bool) -> Option<Placed> {
        let wrap = self.lettering.wrap.unwrap_or_default();
        let page = pen.scene.picture();
        let style = TextStyle {
            halign: self.halign,
            valign: self.valign,
            rotation: self.rotation,
            // the room is that from the place of the unturned words on
            rotation_mode: if wrap == Wrap::Figure {
                RotationMode::Anchor
            } else {
                self.rotation_mode
            },
            wrap: wrap.pixels(pen.frame.size(), self.rotation, pen.point, || {
                room_along(at, self.halign, self.rotation, page)
            }),
            ..self.lettering.style(pen, moving)
        };
        let layout = pen.fonts.layout(&style, &self.text);
        at.is_finite().then(|| {
            let boxed = self.boxed.as_ref().filter(|_| !self.text.is_empty());
            let frame = boxed.map(|boxed| boxed.shape(&layout, at, style.size));
            let spare = boxed.map_or(0.0, TextBox::spare) * pen.point;
            let outline = self.outline.as_ref().map_or(0.0, Outline::spare) * pen.point;
            Placed { layout, at, frame, spare, outline }
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
        outlined(pen, common, self.outline.as_ref(), |pen, common, outline| {
            if let Some(outline) = outline {
                outline.draw(pen, common, (&placed.layout.path_at(placed.at), 0.0));
            }
            self.lettering.draw(pen, common, slice::from_ref(placed));
        });
    }
}

/// The properties of [`Words`] for an artist with a `words` field.
macro_rules! words_properties {
    ($artist:ident) => {
        $crate::text::lettering::lettering_properties!($artist: words.lettering);
        $crate::base::properties::properties! { $artist {
            /// Draws an outline under the words, its colour and how many points it is wide on each side:
            /// `("white", 2)`, or an [`Outline`](crate::Outline); default: none.
            outline / set_outline(outline: impl Into<$crate::Outline>) |this| {
                this.words.outline = Some(outline.into());
            };
            /// Puts a box around the words; default: none.
            #[doc(alias = "bbox")]
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
            #[doc(alias("ha", "horizontalalignment"))]
            halign / set_halign(halign: impl $crate::OneOf<$crate::HAlign>) |this| {
                this.common.misnamed.set("halign", halign, &mut this.words.halign);
            };
            /// Which part of the text stands at y; default: its baseline.
            #[doc(alias("va", "verticalalignment"))]
            valign / set_valign(valign: impl $crate::OneOf<$crate::VAlign>) |this| {
                this.common.misnamed.set("valign", valign, &mut this.words.valign);
            };
            /// Degrees, counter-clockwise. Default: 0.
            rotation / set_rotation(degrees: impl $crate::Number) |this| {
                this.words.rotation = degrees.value();
                this.moving = true;
            };
            /// What is aligned of turned words: `"default"`, the box around them, or `"anchor"`, the words
            /// before they are turned around their place. Default: the box.
            rotation_mode / set_rotation_mode(mode: impl $crate::OneOf<$crate::RotationMode>) |this| {
                this.common.misnamed.set("rotation_mode", mode, &mut this.words.rotation_mode);
            };
        } }
    };
}

pub(crate) use {placed_words_properties, words_properties};
