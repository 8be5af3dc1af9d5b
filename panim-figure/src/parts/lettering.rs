//! Words of an artist at their place.

use crate::{
    Weight,
    color::ColorSpec,
    parts::common::Common,
    pen::Pen,
    text::{HAlign, TextLayout, TextStyle, VAlign, lettering::Lettering},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Shape, Vec2};

/// Words at their place on the pixels.
pub(crate) struct Placed {
    pub(super) layout: TextLayout,
    pub(super) at: Point,
    /// The shape of the box around them.
    pub(super) frame: Option<BezPath>,
    /// How far the box's edge reaches beyond it.
    pub(super) spare: f64,
    /// How far the outline of the words reaches beyond them.
    pub(super) outline: f64,
}

impl Lettering {
    /// Their size in pixels.
    pub(crate) fn em(&self, pen: &Pen<'_>) -> f64 {
        self.font.size.unwrap_or(pen.style.font_size) * pen.point
    }

    pub(crate) fn color(&self, pen: &Pen<'_>) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| pen.style.text.into())
    }

    /// Level and from their anchor on; words that move do not snap to whole pixels.
    pub(super) fn style(&self, pen: &Pen<'_>, moving: bool) -> TextStyle {
        let usual = (pen.style.font_size, Weight::NORMAL);
        TextStyle { snap: !moving, ..self.text_style(usual, pen.point) }
    }

    /// Places words with these parts of them at `at`; crisp unless they move.
    pub(crate) fn place(
        &self,
        pen: &mut Pen<'_>,
        (at, halign, valign): (Point, HAlign, VAlign),
        text: &str,
        moving: bool,
    ) -> Placed {
        let style = TextStyle { halign, valign, ..self.style(pen, moving) };
        Placed { layout: pen.fonts.layout(&style, text), at, frame: None, spare: 0.0, outline: 0.0 }
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, words: &[Placed]) {
        let color = common.fade(&self.color(pen));
        for Placed { layout, at, .. } in words {
            pen.words(layout, *at, color);
        }
    }
}

impl Placed {
    pub(crate) fn moved(self, by: Vec2) -> Self {
        Self { at: self.at + by, ..self }
    }

    fn words(&self) -> Rect {
        self.layout.bounds() + self.at.to_vec2()
    }

    /// The place in the words' box at these fractions of it, counted from its lower left corner.
    pub(crate) fn at_fraction(&self, (right, up): (f64, f64)) -> Point {
        let Rect { x0, y0, x1, y1 } = self.words();
        Point::new(x0 + right * (x1 - x0), y1 - up * (y1 - y0))
    }

    /// The room that the words and their box take.
    pub(crate) fn bounds(&self) -> Rect {
        let frame = self.frame.as_ref().map(|frame| frame.bounding_box());
        let words = self.words().inflate(self.outline, self.outline);
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
