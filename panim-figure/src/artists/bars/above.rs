//! What stands above the bars: their errors and their values.

use super::{Bars, values};
use crate::{ErrorBars, parts::lettering::Placed, pen::Pen};

impl Bars {
    /// The bars' errors, if there are any; without a colour.
    pub(super) fn error_bars(&self) -> Option<ErrorBars> {
        if self.errors.is_empty() {
            return None;
        }
        let error = |i: usize| self.errors.at(i);
        let ends: Vec<_> = self.bars().map(|(i, [x, _, top])| (x, top, error(i))).collect();
        let x = ends.iter().map(|end| end.0);
        let tops = ends.iter().map(|end| end.1);
        let errors = (ends.iter().map(|end| end.2.0), ends.iter().map(|end| end.2.1));
        let bars = if self.horizontal {
            ErrorBars::new(tops, x, errors).horizontal()
        } else {
            ErrorBars::new(x, tops, errors)
        };
        let bars = bars.width(self.error_width).cap_size(self.cap_size);
        Some(bars.cap_thick(self.cap_thick).alpha(self.common.alpha))
    }

    /// The values at their places.
    pub(super) fn written_values(&self, pen: &mut Pen<'_>) -> Vec<Placed> {
        let Some(format) = &self.values else { return Vec::new() };
        let moving = self.moving || pen.moving;
        let mut written = Vec::with_capacity(self.x.len());
        for (i, [x, foot, top]) in self.bars() {
            let falls = top < foot;
            let (lower, upper) = self.errors.at(i);
            let error = Some(if falls { lower } else { upper });
            let error = error.filter(|error| error.is_finite()).unwrap_or(0.0);
            let (place, value) = if self.values_inside {
                let ends = [foot, top].map(|along| self.at(pen, x, along));
                (values::inside(pen, ends), top - foot)
            } else {
                let end = if falls { top - error } else { top + error };
                let ends = [foot, end].map(|along| self.at(pen, x, along));
                (values::beyond(pen, ends, self.horizontal, falls), top)
            };
            if let Some(place) = place {
                written.push(self.lettering.place(pen, place, &format.text(value), moving));
            }
        }
        written
    }
}
