//! How a motion sets off and comes to rest.

use crate::Number;
use std::f64::consts::{FRAC_PI_2, TAU};

/// How a motion sets off and comes to rest: from the fraction of its time that has passed to the
/// fraction of its distance.
///
/// `In` sets off slowly, `Out` comes to rest slowly, `InOut` does both. All go from 0 to 1 exactly;
/// `Elastic` goes a little beyond both on its path. The curves are Robert Penner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
#[allow(missing_docs)] // the names say it
pub enum Ease {
    /// At the same speed throughout.
    #[default]
    Linear,
    QuadIn,
    QuadOut,
    QuadInOut,
    CubicIn,
    CubicOut,
    CubicInOut,
    SineIn,
    SineOut,
    SineInOut,
    ExpoIn,
    ExpoOut,
    ExpoInOut,
    /// Swings about the start.
    ElasticIn,
    /// Swings about the end.
    ElasticOut,
    ElasticInOut,
    BounceIn,
    /// Falls onto the end and bounces.
    BounceOut,
    BounceInOut,
}

impl Ease {
    /// The fraction of the distance when this fraction of the time has passed. It rests before 0 and after 1.
    ///
    /// ```
    /// # use panim_figure::motion::Ease;
    /// assert_eq!(Ease::CubicIn.at(0.5), 0.125);
    /// assert_eq!(Ease::CubicIn.at(7.0), 1.0);
    /// ```
    pub fn at(self, time: impl Number) -> f64 {
        let time = time.value();
        if time <= 0.0 {
            return 0.0;
        }
        if time >= 1.0 {
            return 1.0;
        }
        match self {
            Self::Linear => time,
            Self::QuadIn => quad(time),
            Self::QuadOut => out(quad, time),
            Self::QuadInOut => in_out(quad, time),
            Self::CubicIn => cubic(time),
            Self::CubicOut => out(cubic, time),
            Self::CubicInOut => in_out(cubic, time),
            Self::SineIn => sine(time),
            Self::SineOut => out(sine, time),
            Self::SineInOut => in_out(sine, time),
            Self::ExpoIn => expo(time),
            Self::ExpoOut => out(expo, time),
            Self::ExpoInOut => in_out(expo, time),
            Self::ElasticIn => elastic(time),
            Self::ElasticOut => out(elastic, time),
            Self::ElasticInOut => in_out(elastic, time),
            Self::BounceIn => bounce(time),
            Self::BounceOut => out(bounce, time),
            Self::BounceInOut => in_out(bounce, time),
        }
    }

    /// The value on the way from `start` to `end` when this fraction of the time has passed.
    ///
    /// ```
    /// # use panim_figure::motion::Ease;
    /// assert_eq!(Ease::QuadOut.between(10.0, 20.0, 0.5), 17.5);
    /// ```
    pub fn between(self, start: impl Number, end: impl Number, time: impl Number) -> f64 {
        let fraction = self.at(time);
        // so written, it meets both ends exactly
        start.value() * (1.0 - fraction) + end.value() * fraction
    }
}

/// Backwards and upside down.
fn out(set_off: fn(f64) -> f64, time: f64) -> f64 {
    1.0 - set_off(1.0 - time)
}

/// One half of each.
fn in_out(set_off: fn(f64) -> f64, time: f64) -> f64 {
    if time < 0.5 { set_off(2.0 * time) / 2.0 } else { 1.0 - set_off(2.0 - 2.0 * time) / 2.0 }
}

fn quad(time: f64) -> f64 {
    time * time
}

fn cubic(time: f64) -> f64 {
    time * time * time
}

fn sine(time: f64) -> f64 {
    1.0 - (time * FRAC_PI_2).cos()
}

/// Ten doublings, drawn down to begin at 0 without a jump.
fn expo(time: f64) -> f64 {
    ((10.0 * time).exp2() - 1.0) / 1023.0
}

/// A swing of period 0.3 that grows by ten doublings.
fn elastic(time: f64) -> f64 {
    -(10.0 * (time - 1.0)).exp2() * ((time - 1.075) * TAU / 0.3).sin()
}

/// Four parabolas, each a quarter as high as the next.
fn bounce(time: f64) -> f64 {
    let rest = 1.0 - time;
    let (middle, floor) = match rest * 2.75 {
        n if n < 1.0 => (0.0, 0.0),
        n if n < 2.0 => (1.5, 0.75),
        n if n < 2.5 => (2.25, 0.9375),
        _ => (2.625, 0.984_375),
    };
    1.0 - (7.5625 * (rest - middle / 2.75).powi(2) + floor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ease::*;

    const ALL: [Ease; 19] = [
        Linear,
        QuadIn,
        QuadOut,
        QuadInOut,
        CubicIn,
        CubicOut,
        CubicInOut,
        SineIn,
        SineOut,
        SineInOut,
        ExpoIn,
        ExpoOut,
        ExpoInOut,
        ElasticIn,
        ElasticOut,
        ElasticInOut,
        BounceIn,
        BounceOut,
        BounceInOut,
    ];

    #[test]
    fn every_ease_goes_from_0_to_1_without_a_jump() {
        for ease in ALL {
            assert_eq!(
                [ease.at(-1.0), ease.at(0.0), ease.at(1.0), ease.at(2.0)],
                [0.0, 0.0, 1.0, 1.0]
            );
            let values: Vec<f64> = (0..=10_000).map(|i| ease.at(f64::from(i) / 1e4)).collect();
            let step = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f64::max);
            assert!(step < 3e-3, "{ease:?} jumps by {step}");
        }
    }

    #[test]
    fn in_sets_off_slowly_and_out_is_its_mirror_image() {
        for (i, set_off) in ALL.into_iter().enumerate().skip(1).step_by(3) {
            let (out, both) = (ALL[i + 1], ALL[i + 2]);
            assert!(set_off.at(0.25) < 0.25 && out.at(0.25) > 0.25, "{set_off:?}");
            for time in [0.1, 0.37, 0.8] {
                assert!((set_off.at(time) + out.at(1.0 - time) - 1.0).abs() < 1e-12, "{out:?}");
                assert!((both.at(time) + both.at(1.0 - time) - 1.0).abs() < 1e-12, "{both:?}");
            }
            assert!((both.at(0.5) - 0.5).abs() < 1e-12, "{both:?}");
        }
    }

    #[test]
    fn values_meet_both_ends() {
        assert_eq!(Ease::ElasticOut.between(0.1, 0.3, 0.0), 0.1);
        assert_eq!(Ease::ElasticOut.between(0.1, 0.3, 1.0), 0.3);
        assert!(Ease::CubicIn.at(f64::NAN).is_nan());
    }
}
