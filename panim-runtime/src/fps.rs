//! The frame rate, kept as the exact fraction it was given as.

use std::fmt;

use crate::error::{Error, Result};

/// The slowest and the fastest rate allowed, in frames per second: 1/1000 and 1000.
const LIMIT: i64 = 1000;

/// Largest numerator and denominator. Players read both as signed 32-bit numbers.
const LARGEST_PART: i64 = i32::MAX as i64;

/// Frames per second, exact: `30` or `(30000, 1001)`.
///
/// Anything from one frame in 1000 seconds to 1000 frames per second; whether it is in that range
/// is checked when the render starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fps {
    num: i64,
    den: i64,
}

impl Fps {
    fn new(num: i64, den: i64) -> Self {
        let divisor = gcd(num.abs(), den.abs()).max(1);
        Self { num: num / divisor, den: den / divisor }
    }

    /// The rate's numerator in lowest terms, such as 30000 of 30000/1001.
    #[must_use]
    pub fn num(self) -> u32 {
        u32::try_from(self.num).unwrap_or(0)
    }

    /// The rate's denominator in lowest terms, such as 1001 of 30000/1001.
    #[must_use]
    pub fn den(self) -> u32 {
        u32::try_from(self.den).unwrap_or(0)
    }

    /// The rate as a decimal number, rounded.
    pub(crate) fn as_f64(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// Whether a video can have this rate.
    pub(crate) fn check(self) -> Result<()> {
        let Self { num, den } = self;
        let positive = num > 0 && den > 0;
        let in_range = num <= LIMIT * den && den <= LIMIT * num;
        let exact = num <= LARGEST_PART && den <= LARGEST_PART;
        if positive && in_range && exact {
            return Ok(());
        }
        let allowed = if positive && in_range {
            "the numbers of the fraction must fit in 31 bits"
        } else {
            "it must be between 1/1000 and 1000 frames per second"
        };
        Err(Error::Argument { argument: "fps", message: format!("{self} given, but {allowed}") })
    }
}

fn gcd(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl From<u32> for Fps {
    fn from(fps: u32) -> Self {
        Self::new(fps.into(), 1)
    }
}

impl From<i32> for Fps {
    fn from(fps: i32) -> Self {
        Self::new(fps.into(), 1)
    }
}

impl From<(u32, u32)> for Fps {
    fn from((num, den): (u32, u32)) -> Self {
        Self::new(num.into(), den.into())
    }
}

impl From<(i32, i32)> for Fps {
    fn from((num, den): (i32, i32)) -> Self {
        Self::new(num.into(), den.into())
    }
}

impl fmt::Display for Fps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.den {
            1 => write!(f, "{}", self.num),
            den => write!(f, "{}/{den}", self.num),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn kept_exact_and_in_lowest_terms() {
        let ntsc = Fps::from((60000, 2002));
        assert_eq!((ntsc.num(), ntsc.den()), (30000, 1001));
        assert_eq!(ntsc.to_string(), "30000/1001");
        assert_eq!(Fps::from(30), Fps::from((60_u32, 2_u32)));
        assert_eq!(Fps::from(30_u32).to_string(), "30");
    }

    #[test]
    fn usual_and_extreme_rates_are_allowed() {
        for fps in [Fps::from(1), 24.into(), 240.into(), 1000.into()] {
            fps.check().unwrap();
        }
        for fps in [(30000, 1001), (24000, 1001), (1, 3), (1, 1000), (i32::MAX, i32::MAX - 1)] {
            Fps::from(fps).check().unwrap();
        }
    }

    #[test]
    fn impossible_rates_are_refused_with_the_range() {
        for fps in [(0, 1), (-30, 1), (30, 0), (0, 0), (1001, 1), (1, 1001), (30, -1)] {
            let message = Fps::from(fps).check().unwrap_err().to_string();
            assert!(message.starts_with("fps: "), "{message}");
            assert!(message.contains("between 1/1000 and 1000"), "{message}");
        }
        let message = Fps::from((u32::MAX, u32::MAX - 1)).check().unwrap_err().to_string();
        assert!(message.contains("31 bits"), "{message}");
    }
}
