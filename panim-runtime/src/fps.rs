//! The frame rate, kept as the exact fraction it was given as.

use std::{fmt, num::NonZeroUsize, ops::Range};

use crate::{
    WholeNumber,
    error::{Error, Result},
};

/// The slowest and the fastest rate allowed, in frames per second: 1/1000 and 1000.
const LIMIT: i128 = 1000;

/// Largest numerator and denominator. Players read both as signed 32-bit numbers.
const LARGEST_PART: i64 = i32::MAX as i64;

/// Frames per second, exact: `30`, `(30000, 1001)`, `12.5` or `29.97`.
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

    /// The rate of every so many frames one.
    pub(crate) fn every(self, step: NonZeroUsize) -> Self {
        let den = i64::try_from(step.get()).ok().and_then(|step| self.den.checked_mul(step));
        // out of range anyway
        Self::new(self.num, den.unwrap_or(i64::MAX))
    }

    /// The rate as a decimal number, rounded.
    #[cfg(any(feature = "cli", feature = "video"))]
    pub(crate) fn as_f64(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// How long frames stay, all of them, where a second has so many ticks. They are spread so that each
    /// frame begins as near as can be to when it should.
    pub(crate) fn ticks(self, frames: Range<usize>, per_second: u128) -> u16 {
        let (num, den) = (u128::from(self.num()).max(1), u128::from(self.den()));
        let begins = |frame: usize| (2 * per_second * den * frame as u128 + num) / (2 * num);
        u16::try_from(begins(frames.end) - begins(frames.start)).unwrap_or(u16::MAX)
    }

    /// Of how many frames, one at least, the ticks can be told as one number.
    pub(crate) fn most_frames(self, per_second: u128) -> usize {
        let (num, den) = (u128::from(self.num()), u128::from(self.den()).max(1));
        // a tick is left for how they are spread
        let frames = u128::from(u16::MAX - 1) * num / (per_second * den);
        usize::try_from(frames).unwrap_or(usize::MAX).max(1)
    }

    /// When a frame begins, in seconds.
    #[cfg(feature = "cli")]
    pub(crate) fn time_of(self, frame: usize) -> f64 {
        frame as f64 * f64::from(self.den()) / f64::from(self.num().max(1))
    }

    /// Whether a video can have this rate.
    pub(crate) fn check(self) -> Result<()> {
        let (num, den) = (i128::from(self.num), i128::from(self.den));
        let positive = num > 0 && den > 0;
        let in_range = num <= LIMIT * den && den <= LIMIT * num;
        let exact = self.num <= LARGEST_PART && self.den <= LARGEST_PART;
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

macro_rules! whole {
    ($($type:ty)+) => {$(
        impl From<$type> for Fps {
            fn from(fps: $type) -> Self {
                Self::new(within(fps.whole()), 1)
            }
        }
        impl From<($type, $type)> for Fps {
            fn from((num, den): ($type, $type)) -> Self {
                Self::new(within(num.whole()), within(den.whole()))
            }
        }
    )+};
}
whole! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

/// A number that is out of range stays so.
fn within(n: i128) -> i64 {
    i64::try_from(n).unwrap_or(if n < 0 { -i64::MAX } else { i64::MAX })
}

/// The rates of television: 30 frames in 1.001 seconds, and its like.
const TELEVISION: [i64; 6] = [24, 30, 48, 60, 120, 240];

impl From<f64> for Fps {
    fn from(fps: f64) -> Self {
        let television = TELEVISION.iter().map(|rate| (1000 * rate, 1001));
        let exactly = |(num, den): (i64, i64)| num as f64 / den as f64;
        // as it is written with two decimals or more
        let is_rounded = |rate: f64| {
            let scales = (2..=9).map(|digits| 10_f64.powi(digits));
            fps == rate || scales.into_iter().any(|scale| (rate * scale).round() / scale == fps)
        };
        if fps.is_nan() {
            return Self::new(0, 0);
        }
        let mut rates = television;
        if let Some((num, den)) = rates.find(|&rate| is_rounded(exactly(rate))) {
            return Self::new(num, den);
        }
        decimal(&fps.to_string()).unwrap_or_else(|| nearest(fps))
    }
}

impl From<f32> for Fps {
    fn from(fps: f32) -> Self {
        // By way of its digits: 29.97_f32 is another number than 29.97, and means the same rate.
        fps.to_string().parse().map_or(Self::new(0, 0), |fps: f64| fps.into())
    }
}

/// A decimal number as the fraction that it stands for, unless that is too long.
fn decimal(digits: &str) -> Option<Fps> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let den = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let fps = Fps::new(format!("{whole}{part}").parse().ok()?, den);
    (fps.num <= LARGEST_PART && fps.den <= LARGEST_PART).then_some(fps)
}

/// The simplest fraction that is this number as far as an `f64` can tell, or else the nearest one: of
/// 1.0 / 3.0 it is 1/3.
fn nearest(fps: f64) -> Fps {
    let ((mut n0, mut d0), (mut n1, mut d1)) = ((0_i64, 1_i64), (1_i64, 0_i64));
    let mut rest = fps;
    while rest.is_finite() && rest.abs() < LARGEST_PART as f64 {
        let whole = rest.floor() as i64;
        let (n, d) = (whole * n1 + n0, whole * d1 + d0);
        if n.abs() > LARGEST_PART || d > LARGEST_PART {
            break;
        }
        ((n0, d0), (n1, d1)) = ((n1, d1), (n, d));
        if n as f64 / d as f64 == fps {
            break;
        }
        rest = (rest - rest.floor()).recip();
    }
    Fps::new(n1, d1)
}

impl fmt::Display for Fps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.den {
            0 => f.write_str(if self.num == 0 { "no number" } else { "infinity" }),
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
    fn a_decimal_number_is_the_fraction_that_it_stands_for() {
        let parts = |fps: Fps| (fps.num(), fps.den());
        for (fps, expected) in [
            (30.0, (30, 1)),
            (12.5, (25, 2)),
            (0.1, (1, 10)),
            (59.9, (599, 10)),
            (29.9, (299, 10)),
            (29.974, (14987, 500)),
            (1.0 / 3.0, (1, 3)),
            (100.0 / 7.0, (100, 7)),
            (1000.0, (1000, 1)),
            (0.001, (1, 1000)),
        ] {
            assert_eq!(parts(fps.into()), expected, "{fps}");
            Fps::from(fps).check().unwrap();
        }
        assert_eq!(parts(12.5_f32.into()), (25, 2));
        let fps = Fps::from(std::f64::consts::PI);
        fps.check().unwrap();
        assert!((fps.as_f64() - std::f64::consts::PI).abs() < 1e-15);
    }

    #[test]
    fn televisions_rates_are_exact() {
        for (rate, written) in [
            (24, [23.98, 23.976, 23.97602, 23.976_023_976]),
            (30, [29.97, 29.97, 29.970_03, 30000.0 / 1001.0]),
            (48, [47.95, 47.952, 47.952_048, 48.0 / 1.001]),
            (60, [59.94, 59.94, 59.940_06, 59.940_059_94]),
            (120, [119.88, 119.88, 119.88012, 119.880_119_88]),
        ] {
            for fps in written {
                assert_eq!(Fps::from(fps), Fps::from((rate * 1000, 1001)), "{fps}");
            }
        }
        assert_eq!(Fps::from(29.97_f32), Fps::from((30000, 1001)));
        assert_eq!(Fps::from(24.98), Fps::from((1249, 50)));
    }

    #[test]
    fn what_is_no_rate_is_told_as_it_was_given() {
        let told = |fps: f64| Fps::from(fps).check().unwrap_err().to_string();
        for (fps, given) in [
            (f64::NAN, "no number"),
            (-25.0, "-25"),
            (0.0, "0"),
            (-29.97, "-2997/100"),
            (1e300, "infinity"),
            (f64::INFINITY, "infinity"),
        ] {
            assert!(told(fps).starts_with(&format!("fps: {given} given, but")), "{}", told(fps));
        }
        let told = Fps::from(u64::MAX).check().unwrap_err().to_string();
        assert!(told.contains("between 1/1000 and 1000"), "{told}");
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
