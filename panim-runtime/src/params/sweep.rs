//! Evenly spaced numbers.

use super::{ParamSource, Row, Rows};
use crate::{Error, Result};
use panim_figure::{__private::written, Number};
use std::ops::{Range, RangeInclusive};

/// A range of numbers to sweep over: `a..b`, its end left out, or `a..=b`, its end the last frame.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a range to sweep over",
    label = "a range is due here",
    note = "a sweep goes over `0.0..1.0`, its end left out, or `0.0..=1.0`, its end the last frame"
)]
pub trait SweepRange {
    #[doc(hidden)]
    fn over<P>(self, frames: usize, of: fn(f64) -> P) -> Sweep<P>;
}

impl<N: Number> SweepRange for Range<N> {
    fn over<P>(self, frames: usize, of: fn(f64) -> P) -> Sweep<P> {
        let (start, end) = (self.start.value(), self.end.value());
        Sweep { start, end, parts: frames, frames, at: 0, of }
    }
}

impl<N: Number> SweepRange for RangeInclusive<N> {
    fn over<P>(self, frames: usize, of: fn(f64) -> P) -> Sweep<P> {
        let (start, end) = self.into_inner();
        let (start, end) = (start.value(), end.value());
        Sweep { start, end, parts: frames.saturating_sub(1), frames, at: 0, of }
    }
}

/// The row of an animation whose `#[update]` takes one number that can be swept.
#[diagnostic::on_unimplemented(
    message = "a sweep gives each frame one `f64` or `f32`, and this animation takes `{Self}`",
    label = "not one floating-point number",
    note = "give other parameters with `.params(iter)`: `.params(0..100)` for whole numbers, \
            `.params((0..100).map(|i| (f64::from(i), ..)))` for several"
)]
pub trait Swept: Row {
    #[doc(hidden)]
    fn of(value: f64) -> Self;
}
#[diagnostic::do_not_recommend]
impl Swept for (f64,) {
    fn of(value: f64) -> Self {
        (value,)
    }
}
#[diagnostic::do_not_recommend]
impl Swept for (f32,) {
    fn of(value: f64) -> Self {
        (value as f32,)
    }
}

/// `frames` numbers on a range cut into `parts` equal parts.
pub struct Sweep<P> {
    start: f64,
    end: f64,
    parts: usize,
    frames: usize,
    at: usize,
    of: fn(f64) -> P,
}

impl<P> Clone for Sweep<P> {
    fn clone(&self) -> Self {
        let Self { start, end, parts, frames, at, of } = *self;
        Self { start, end, parts, frames, at, of }
    }
}

impl<P> Iterator for Sweep<P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        let at = self.at;
        if at == self.frames {
            return None;
        }
        self.at += 1;
        let value = match at {
            0 => self.start,
            // Exactly the end, whatever the rounding in between.
            _ if at == self.parts => self.end,
            _ => self.start + (self.end - self.start) * (at as f64 / self.parts as f64),
        };
        Some(Ok((self.of)(value)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.frames - self.at;
        (left, Some(left))
    }
}

#[diagnostic::do_not_recommend]
impl<P> ParamSource<P> for Sweep<P> {
    type Rows = Self;
    fn open(self, _: &'static [&'static str]) -> Result<Self::Rows> {
        for bound in [self.start, self.end] {
            if !bound.is_finite() {
                return Err(Error::argument(
                    "sweep",
                    format!("{} given; allowed: finite bounds", written(bound)),
                ));
            }
        }
        Ok(self)
    }
}

impl<P> Rows<P> for Sweep<P> {
    fn pass(&mut self, rows: usize) -> Result<usize> {
        let passed = rows.min(self.frames - self.at);
        self.at += passed;
        Ok(passed)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_of_any_type_are_swept_as_either_float() {
        assert_eq!(sweep(0..4, 4), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(sweep(0.0_f32..=1.0, 3), [0.0, 0.5, 1.0]);
        let rows = (0.0..=0.3).over(4, <(f32,)>::of).open(&["x"]).unwrap();
        assert_eq!(rows.map(|row| row.unwrap().0).last(), Some(0.3_f32));
    }

    fn sweep(range: impl SweepRange, frames: usize) -> Vec<f64> {
        range.over(frames, |value| value).map(Result::unwrap).collect()
    }

    #[test]
    fn the_end_is_left_out_or_the_last_frame() {
        assert_eq!(sweep(0.0..1.0, 4), [0.0, 0.25, 0.5, 0.75]);
        assert_eq!(sweep(0.0..=1.0, 5), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(sweep(3.0..=-1.0, 3), [3.0, 1.0, -1.0]);
    }

    #[test]
    fn the_last_of_an_inclusive_sweep_is_exactly_its_end() {
        for frames in 2..200 {
            assert_eq!(sweep(0.1..=0.7, frames).last(), Some(&0.7));
        }
    }

    #[test]
    fn no_frame_and_one_frame() {
        assert!(sweep(0.0..1.0, 0).is_empty() && sweep(0.0..=1.0, 0).is_empty());
        assert_eq!(sweep(2.0..5.0, 1), [2.0]);
        assert_eq!(sweep(2.0..=5.0, 1), [2.0]);
    }

    #[test]
    fn it_knows_its_length() {
        let mut sweep = (0.0..1.0).over(3, |value| value);
        sweep.next();
        assert_eq!(sweep.size_hint(), (2, Some(2)));
    }

    #[test]
    fn endless_bounds_are_refused() {
        let sweep = (0.0..f64::INFINITY).over(3, <(f64,)>::of);
        let error = sweep.open(&["x"]).err();
        assert_eq!(
            error.map(|e| e.to_string()).as_deref(),
            Some("sweep: inf given; allowed: finite bounds")
        );
    }
}
