//! Words that belong to an artist: how they look, and where they stand.

use crate::{
    FigureError,
    artist::{Common, checked_color, checked_size},
    color::ColorSpec,
    font::{Face, Weight},
    pen::Pen,
    text::{HAlign, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{Point, Rect, Vec2};

/// How the words look; what is `None` is as the figure's style says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lettering {
    /// In points.
    pub(crate) size: Option<f64>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) weight: Weight,
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
        self.size.map_or(Ok(()), |points| checked_size(name, size, points))?;
        self.color.as_ref().map_or(Ok(()), |words| checked_color(name, color, words))
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
            ..TextStyle::new(self.size.unwrap_or(pen.style.font_size) * pen.point)
        };
        Placed { layout: pen.fonts.layout(&style, text), at }
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, words: &[Placed]) {
        let color = common.fade(&self.color.clone().unwrap_or_else(|| pen.style.text.into()));
        for Placed { layout, at } in words {
            pen.canvas.fill(&layout.path_at(*at), color);
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
