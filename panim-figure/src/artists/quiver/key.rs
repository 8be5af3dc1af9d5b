//! An arrow of known length beside the others, which explains how long they are.

use super::Quiver;
use crate::{
    At, FigureError, Label, Number, Weight,
    base::check::{INSET, checked_positive},
    parts::barb::Pivot,
    pen::Pen,
    text::{HAlign, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{BezPath, Point, Vec2};

/// From the key's arrow to its label, in points.
const KEY_GAP: f64 = 7.2;

/// An arrow of known length with words above it.
#[derive(Debug, Clone)]
pub(super) struct QuiverKey {
    at: At,
    length: f64,
    label: Label,
}

impl QuiverKey {
    pub(super) fn check(&self) -> Result<(), FigureError> {
        self.at.check("Quiver", "key")?;
        if let At::Axes(x, y) = self.at {
            [x, y].into_iter().try_for_each(|fraction| INSET.check("Quiver", "key", fraction))?;
        }
        self.label.check("Quiver", "key")?;
        checked_positive("Quiver", "key", ("a length", self.length))
    }
}

impl Quiver {
    /// Explains the arrows' length: an arrow for a vector so long, with a label above it, at a
    /// place that may be outside of the axes: `At::Axes(0.9, 1.03)`.
    #[must_use]
    pub fn key(mut self, at: impl Into<At>, length: impl Number, label: impl Into<Label>) -> Self {
        self.set_key(at, length, label);
        self
    }

    /// Moves and changes the key.
    pub fn set_key(
        &mut self,
        at: impl Into<At>,
        length: impl Number,
        label: impl Into<Label>,
    ) -> &mut Self {
        let (at, length) = (at.into(), length.value());
        self.key = Some(QuiverKey { at, length, label: label.into() });
        self
    }

    /// The key's arrow and its words, if there is one.
    pub(super) fn laid_out_key(&self, pen: &mut Pen<'_>) -> Option<(BezPath, TextLayout, Point)> {
        let key = self.key.as_ref()?;
        let frame = pen.frame;
        let at = key.at.place(pen);
        if !at.is_finite() {
            return None;
        }
        let length = if self.in_data {
            let origin = pen.transform.at(0.0, 0.0);
            pen.transform.at(key.length / self.own_scale(), 0.0).distance(origin)
        } else {
            key.length / self.own_scale() * frame.width()
        };
        let vector = Vec2::new(length, 0.0);
        let arrow = self.head.arrow_at(at, vector, self.shaft(frame), Pivot::Mid);
        let style = TextStyle {
            halign: HAlign::Center,
            valign: VAlign::Bottom,
            ..key.label.text_style((pen.style.font_size, Weight::NORMAL), pen.point)
        };
        let words = pen.fonts.layout(&style, &key.label.text);
        Some((arrow, words, at - Vec2::new(0.0, KEY_GAP * pen.point)))
    }
}
