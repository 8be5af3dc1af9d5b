//! Words at a place in the axes.

use crate::{
    FigureError,
    artist::{Common, Draw, checked_color, checked_size, common_properties, draw_common, properties},
    color::{Color, ColorSpec},
    extent::Extent,
    font::{Face, FontStyle, Weight},
    pen::Pen,
    text::{HAlign, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{Point, Rect};

/// Words at a point; lines are separated by `\n`. Not cut at the axes' edges.
///
/// Text that stands still is set on whole pixels, crisp; text that `#[update]` moves is not, so
/// that it moves smoothly.
#[derive(Debug, Clone)]
pub struct Text {
    x: f64,
    y: f64,
    text: String,
    in_axes: bool,
    color: ColorSpec,
    size: f64,
    halign: HAlign,
    valign: VAlign,
    rotation: f64,
    face: Face,
    moving: bool,
    common: Common,
}

impl Text {
    /// `text` at (`x`, `y`) in data coordinates, to the right of the point, standing on it.
    pub fn new(x: f64, y: f64, text: impl Into<String>) -> Self {
        Self {
            x,
            y,
            text: text.into(),
            in_axes: false,
            color: Color::BLACK.into(),
            size: 10.0,
            halign: HAlign::Left,
            valign: VAlign::Baseline,
            rotation: 0.0,
            face: Face::default(),
            moving: false,
            common: Common::default(),
        }
    }

    /// Takes (`x`, `y`) as shares of the axes, (0, 0) the lower left corner and (1, 1) the upper
    /// right, instead of data.
    #[must_use]
    pub fn in_axes(mut self) -> Self {
        self.in_axes = true;
        self
    }

    /// Moves the text.
    pub fn set_position(&mut self, x: f64, y: f64) -> &mut Self {
        (self.x, self.y) = (x, y);
        self.moving = true;
        self
    }

    /// Changes the words.
    pub fn set_text(&mut self, text: impl Into<String>) -> &mut Self {
        self.text = text.into();
        self
    }
}

properties! { Text {
    /// Colour; black unless told.
    color / set_color(color: impl Into<ColorSpec>) |text| text.color = color.into();
    /// Height of the letters' body in points; 10 unless told.
    size / set_size(size: f64) |text| text.size = size;
    /// Which part of the text stands at x; its left edge unless told.
    halign / set_halign(halign: HAlign) |text| text.halign = halign;
    /// Which part of the text stands at y; its baseline unless told.
    valign / set_valign(valign: VAlign) |text| text.valign = valign;
    /// Degrees, counter-clockwise; the alignment is that of the rotated box.
    rotation / set_rotation(degrees: f64) |text| {
        text.rotation = degrees;
        text.moving = true;
    };
    /// Regular unless told.
    weight / set_weight(weight: Weight) |text| text.face.weight = weight;
    /// Upright unless told.
    style / set_style(style: FontStyle) |text| text.face.style = style;
} }
common_properties!(Text);

impl Text {
    /// Puts it elsewhere before it is drawn at all: that is no motion.
    pub(crate) fn place_at(&mut self, (x, y): (f64, f64)) {
        (self.x, self.y) = (x, y);
    }

    fn lay_out(&self, pen: &mut Pen<'_>) -> (TextLayout, Point) {
        let moving = self.moving || (pen.moving && !self.in_axes);
        let style = TextStyle {
            halign: self.halign,
            valign: self.valign,
            rotation: self.rotation,
            face: self.face,
            snap: !moving,
            ..TextStyle::new(self.size * pen.point)
        };
        let Rect { x0, y1, .. } = pen.frame;
        let at = if self.in_axes {
            Point::new(x0 + self.x * pen.frame.width(), y1 - self.y * pen.frame.height())
        } else {
            pen.transform.at(self.x, self.y)
        };
        (pen.fonts.layout(&style, &self.text), at)
    }
}

impl Draw for Text {
    draw_common!(Text);

    fn check(&self) -> Result<(), FigureError> {
        checked_color("Text", "color", &self.color)?;
        checked_size("Text", "size", self.size)?;
        if !self.rotation.is_finite() {
            let message = format!("{} is not an angle in degrees", self.rotation);
            return Err(FigureError::new("Text", "rotation", message));
        }
        Ok(())
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (layout, at) = self.lay_out(pen);
        if at.is_finite() {
            pen.canvas.fill(&layout.path_at(at), self.common.fade(&self.color));
        }
    }

    fn extent(&self) -> Extent {
        Extent::default() // as in matplotlib, text does not widen the limits
    }

    fn default_zorder(&self) -> f64 {
        3.0
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let (layout, at) = self.lay_out(pen);
        Some(if at.is_finite() { layout.bounds() + at.to_vec2() } else { Rect::ZERO })
    }

    fn settle(&mut self) {
        self.moving = false;
    }
}
