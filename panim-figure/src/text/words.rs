//! What artists that say something have in common: words, how they look, and a box around them.

use crate::{
    FigureError,
    artist::{Common, checked_color, checked_size},
    color::ColorSpec,
    font::Face,
    pen::Pen,
    text::{HAlign, TextBox, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Shape};

/// The words of an artist. Sizes in points.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) text: String,
    /// The figure's own unless told.
    pub(crate) color: Option<ColorSpec>,
    pub(crate) size: Option<f64>,
    pub(crate) halign: HAlign,
    pub(crate) valign: VAlign,
    pub(crate) rotation: f64,
    pub(crate) face: Face,
    pub(crate) boxed: Option<TextBox>,
}

/// Words laid out at their place.
pub(crate) struct Placed {
    layout: TextLayout,
    at: Point,
    frame: Option<BezPath>,
    /// How far the frame's edge reaches beyond it.
    spare: f64,
}

impl Words {
    pub(crate) fn new(text: String) -> Self {
        Self {
            text,
            color: None,
            size: None,
            halign: HAlign::Left,
            valign: VAlign::Baseline,
            rotation: 0.0,
            face: Face::default(),
            boxed: None,
        }
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        if let Some(color) = &self.color {
            checked_color(name, "color", color)?;
        }
        checked_size(name, "size", self.size.unwrap_or(0.0))?;
        if !self.rotation.is_finite() {
            let message = format!("{} is not an angle in degrees", self.rotation);
            return Err(FigureError::new(name, "rotation", message));
        }
        self.boxed.as_ref().map_or(Ok(()), |boxed| boxed.check(name))
    }

    /// Lays the words out at a point; `None` if that is not finite. Words that move do not snap to
    /// whole pixels.
    pub(crate) fn place(&self, pen: &mut Pen<'_>, at: Point, moving: bool) -> Option<Placed> {
        let layout = self.lay_out(pen, moving);
        at.is_finite().then(|| {
            let boxed = self.boxed.as_ref().filter(|_| !self.text.is_empty());
            let frame = boxed.map(|boxed| boxed.shape(&layout, at, self.em(pen)));
            Placed { layout, at, frame, spare: boxed.map_or(0.0, TextBox::spare) * pen.point }
        })
    }

    pub(crate) fn lay_out(&self, pen: &mut Pen<'_>, moving: bool) -> TextLayout {
        let style = TextStyle {
            halign: self.halign,
            valign: self.valign,
            rotation: self.rotation,
            face: self.face,
            snap: !moving,
            ..TextStyle::new(self.em(pen))
        };
        pen.fonts.layout(&style, &self.text)
    }

    /// Their size in pixels.
    pub(crate) fn em(&self, pen: &Pen<'_>) -> f64 {
        self.size.unwrap_or(pen.style.font_size) * pen.point
    }

    pub(crate) fn color(&self, pen: &Pen<'_>) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| pen.style.text.into())
    }

    /// Room between the words and the edge of their box, by their size.
    pub(crate) fn padding(&self) -> f64 {
        self.boxed.as_ref().map_or(0.0, TextBox::room)
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, placed: &Placed) {
        if let (Some(boxed), Some(frame)) = (&self.boxed, &placed.frame) {
            boxed.draw(pen, common, frame);
        }
        let color = common.fade(&self.color(pen));
        pen.canvas.fill(&placed.layout.path_at(placed.at), color);
    }
}

impl Placed {
    /// The middle of the words.
    pub(crate) fn center(&self) -> Point {
        (self.layout.bounds() + self.at.to_vec2()).center()
    }

    /// The room that the words and their box take.
    pub(crate) fn bounds(&self) -> Rect {
        let words = self.layout.bounds() + self.at.to_vec2();
        let frame = self.frame.as_ref().map(|frame| frame.bounding_box());
        frame.map_or(words, |frame| words.union(frame.inflate(self.spare, self.spare)))
    }

    /// What the words cover: their box, or where they have none, they and `pad` pixels around.
    pub(crate) fn cover(&self, pad: f64) -> BezPath {
        match &self.frame {
            Some(frame) => frame.clone(),
            None => self.layout.around(self.at, pad, |block| block.to_path(0.1)),
        }
    }
}

/// The properties of [`Words`] for an artist with a `words` field. `turned` is what else happens
/// where a rotation is set.
macro_rules! words_properties {
    ($artist:ident) => {
        $crate::artist::properties! { $artist {
            /// Colour of the words; the style's, black, unless told.
            color / set_color(color: impl Into<$crate::ColorSpec>) |this| {
                this.words.color = Some(color.into());
            };
            /// Height of the letters' body in points; the style's, 10, unless told.
            size / set_size(size: f64) |this| this.words.size = Some(size);
            /// Regular unless told.
            weight / set_weight(weight: $crate::Weight) |this| this.words.face.weight = weight;
            /// Upright unless told.
            style / set_style(style: $crate::FontStyle) |this| this.words.face.style = style;
            /// Puts a box around the words; none unless told.
            boxed / set_boxed(boxed: $crate::TextBox) |this| this.words.boxed = Some(boxed);
        } }
    };
}

/// The properties of [`Words`] for an artist that puts them at a point, with a `moving` field.
macro_rules! placed_words_properties {
    ($artist:ident) => {
        $crate::text::words_properties!($artist);
        $crate::artist::properties! { $artist {
            /// Which part of the text stands at x; its left edge unless told.
            halign / set_halign(halign: $crate::HAlign) |this| this.words.halign = halign;
            /// Which part of the text stands at y; its baseline unless told.
            valign / set_valign(valign: $crate::VAlign) |this| this.words.valign = valign;
            /// Degrees, counter-clockwise; the alignment is that of the rotated box. 0 unless told.
            rotation / set_rotation(degrees: f64) |this| {
                this.words.rotation = degrees;
                this.moving = true;
            };
        } }
    };
}

pub(crate) use {placed_words_properties, words_properties};
