//! Evenly spaced numbers.

use super::{Packed, ParamSource};
use crate::{Error, Result};
use std::ops::{Range, RangeInclusive};

/// A range of `f64` to sweep over: `a..b`, its end left out, or `a..=b`, its end the last frame.
pub trait SweepRange {
    #[doc(hidden)]
    fn over(self, frames: usize) -> Sweep;
}

impl SweepRange for Range<f64> {
    fn over(self, frames: usize) -> Sweep {
        Sweep { start: self.start, end: self.end, parts: frames, frames, at: 0 }
    }
}

impl SweepRange for RangeInclusive<f64> {
    fn over(self, frames: usize) -> Sweep {
        let (start, end) = self.into_inner();
        Sweep { start, end, parts: frames.saturating_sub(1), frames, at: 0 }
    }
}

/// `frames` numbers on a range cut into `parts` equal parts.
pub struct Sweep {
    start: f64,
    end: f64,
    parts: usize,
    frames: usize,
    at: usize,
}

impl Iterator for Sweep {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        let at = self.at;
        if at == self.frames {
            return None;
        }
        self.at += 1;
        Some(match at {
            0 => self.start,
            // Exactly the end, whatever the rounding in between.
            _ if at == self.parts => self.end,
            _ => self.start + (self.end - self.start) * (at as f64 / self.parts as f64),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.frames - self.at;
        (left, Some(left))
    }
}

#[diagnostic::do_not_recommend]
impl ParamSource<(f64,)> for Sweep {
    type Rows = Packed<Self, (f64,)>;
    fn open(self, _: &'static [&'static str]) -> Result<Self::Rows> {
        for bound in [self.start, self.end] {
            if !bound.is_finite() {
                return Err(Error::argument(
                    "sweep",
                    format!("{bound} given; allowed: finite bounds"),
                ));
            }
        }
        Ok(Packed::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sweep(range: impl SweepRange, frames: usize) -> Vec<f64> {
        range.over(frames).collect()
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
        let mut sweep = (0.0..1.0).over(3);
        sweep.next();
        assert_eq!(sweep.size_hint(), (2, Some(2)));
    }

    #[test]
    fn endless_bounds_are_refused() {
        let error = (0.0..f64::INFINITY).over(3).open(&["x"]).err();
        assert_eq!(
            error.map(|e| e.to_string()).as_deref(),
            Some("sweep: inf given; allowed: finite bounds")
        );
    }
}
