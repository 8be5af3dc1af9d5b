//! How long the arrows of a field are and where they stand, and its key.

use super::{ArrowValues, Quiver};
use crate::{
    color::{Color, mapping::Mapping},
    pen::Pen,
};
use std::borrow::Cow;
use vello_cpu::kurbo::{Point, Rect, Vec2};

impl Quiver {
    /// The value of each arrow, if they have values.
    pub(super) fn arrow_values(&self) -> Option<Cow<'_, [f64]>> {
        match &self.values {
            ArrowValues::None => None,
            ArrowValues::Magnitude => Some(self.at.magnitudes().collect()),
            ArrowValues::Given(values) => Some(Cow::Borrowed(values)),
        }
    }

    pub(super) fn mapped(&self, values: &[f64]) -> Cow<'_, Mapping> {
        self.mapping.frozen(values.iter().copied())
    }

    pub(super) fn own_scale(&self) -> f64 {
        match self.scale.or(self.frozen) {
            Some(scale) => scale,
            None if self.in_data => 1.0,
            None => self.chosen_scale().unwrap_or(1.0),
        }
    }

    /// Is its scale still to follow from vectors?
    pub(super) fn is_unscaled(&self) -> bool {
        self.scale.or(self.frozen).is_none() && !self.in_data
    }

    /// `None` if no vector has a length.
    pub(super) fn chosen_scale(&self) -> Option<f64> {
        let finite = self.at.magnitudes().filter(|length| length.is_finite());
        let (count, sum) = finite.fold((0.0, 0.0), |(count, sum), m| (count + 1.0, sum + m));
        let scale = 1.8 * sum / f64::max(count, 1.0) * (self.at.len() as f64).sqrt().max(10.0);
        (scale > 0.0 && scale.is_finite()).then_some(scale)
    }

    /// Width of the shafts in pixels.
    pub(super) fn shaft(&self, frame: Rect) -> f64 {
        let count = (self.at.len() as f64).sqrt().clamp(8.0, 25.0);
        self.width.unwrap_or(0.06 / count) * frame.width()
    }

    /// Where each arrow stands and where to it goes, in pixels; `None` for those left out.
    pub(super) fn arrows(&self, pen: &Pen<'_>) -> impl Iterator<Item = Option<(Point, Vec2)>> {
        let (transform, frame, scale) = (pen.transform, pen.frame, self.own_scale());
        let places = self.at.x.iter().zip(&*self.at.y).zip(self.at.vectors());
        places.map(move |((&x, &y), vector)| {
            let at = transform.at(x, y);
            let arrow = if self.in_data {
                transform.at(x + vector.x / scale, y + vector.y / scale) - at
            } else {
                Vec2::new(vector.x, -vector.y) * (frame.width() / scale)
            };
            let near = frame.inflate(arrow.hypot(), arrow.hypot()).contains(at);
            (at.is_finite() && arrow.is_finite() && near).then_some((at, arrow))
        })
    }

    /// Of all arrows, or of one that stands for them where they have colours of their own.
    pub(super) fn own_color(&self, pen: &Pen<'_>) -> Color {
        let given = self.color.clone().filter(|_| matches!(self.values, ArrowValues::None));
        self.common.fade(&given.unwrap_or_else(|| pen.style.text.into()))
    }
}
