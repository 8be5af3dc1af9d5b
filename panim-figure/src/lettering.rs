//! Words that belong to an artist: how they look, and where they stand.

use crate::{
    FigureError,
    artist::{Common, checked_color, checked_size},
    color::{Color, ColorSpec},
    font::{Face, Weight},
    pen::Pen,
    text::{HAlign, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{Point, Rect, Vec2};

/// How the words look. The size in points.
#[derive(Debug, Clone)]
pub(crate) struct Lettering {
    pub(crate) size: f64,
    pub(crate) color: ColorSpec,
    pub(crate) weight: Weight,
}

impl Default for Lettering {
    fn default() -> Self {
        Self { size: 10.0, color: Color::BLACK.into(), weight: Weight::Normal }
    }
}

/// Words at their place on the pixels.
pub(crate) struct Placed {
    layout: TextLayout,
    at: Point,
}

impl Lettering {
    /// Says what is wrong under the names that the artist gives its size and its colour.
    pub(crate) fn check(
        &self,
        name: &'static str,
        [size, color]: [&'static str; 2],
    ) -> Result<(), FigureError> {
        checked_size(name, size, self.size)?;
        checked_color(name, color, &self.color)
    }

    /// Places words with these parts of them at `at`; crisp unless they move.
    pub(crate) fn place(
        &self,
        pen: &mut Pen<'_>,
        (at, halign, valign): (Point, HAlign, VAlign),
        text: &str,
        moving: bool,
    ) -> Placed {
        let style = TextStyle {
            halign,
            valign,
            face: Face { weight: self.weight, ..Face::default() },
            snap: !moving,
            ..TextStyle::new(self.size * pen.point)
        };
        Placed { layout: pen.fonts.layout(&style, text), at }
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, words: &[Placed]) {
        for Placed { layout, at } in words {
            pen.canvas.fill(&layout.path_at(*at), common.fade(&self.color));
        }
    }
}

impl Placed {
    pub(crate) fn bounds(&self) -> Rect {
        self.layout.bounds() + self.at.to_vec2()
    }

    pub(crate) fn moved(self, by: Vec2) -> Self {
        Self { at: self.at + by, ..self }
    }
}
