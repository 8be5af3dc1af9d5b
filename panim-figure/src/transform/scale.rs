//! How the values of an axis are spread along it.

mod function;

use crate::base::civil::DAY;
use crate::{
    FigureError, Number,
    base::{error::written, same::Same},
};
use std::f64::consts::{LN_2, LN_10};

pub use function::ScaleFunction;
pub(crate) use function::turned;

/// How the values of an axis are spread along it; [`AxisScale::Linear`] by default.
///
/// The scales have matplotlib's names too: `"linear"`, `"log"`, `"symlog"`, with a threshold of 2,
/// `"asinh"`, with a linear width of 1, `"logit"`, `"mercator"` and `"date"`. Another name is an error that lists these.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub enum AxisScale {
    /// Evenly.
    #[default]
    Linear,
    /// By their logarithm: equal factors are equally long. Values at and below zero have no place;
    /// they lie below all that is seen.
    Log,
    /// The same, with ticks at powers of another base, see [`AxisScale::log`].
    LogBase {
        /// Above 1.
        base: f64,
    },
    /// Probabilities, by the logarithm of their odds: values near 0 and near 1 are told apart. Others
    /// than those between 0 and 1 have no place.
    Logit,
    /// By their logarithm on both sides of zero, and evenly near it, so that values of either sign
    /// and zero have a place.
    #[doc(alias = "linthresh")]
    SymLog {
        /// Where the logarithm begins: values between minus and plus this one are spread evenly.
        /// Above zero. Each half of this part is about as long as one power of ten.
        threshold: f64,
    },
    /// By their inverse hyperbolic sine: as [`AxisScale::SymLog`] without a bend between the even part and
    /// the logarithmic ones.
    Asinh {
        /// How far from zero values are spread nearly evenly. Above zero.
        linear_width: f64,
    },
    /// Latitudes in degrees, farther apart the nearer they are to the poles: a map whose x are longitudes and
    /// whose aspect is equal keeps all angles (Mercator's projection of a sphere). Between -90 and 90; these and
    /// what is beyond them lies outside of all that is seen. [`Axes::set_map`](crate::Axes::set_map) says it
    /// with all that belongs to it.
    Mercator,
    /// By a function of one's own, see [`AxisScale::function`].
    Function(ScaleFunction),
    /// Evenly, and read as points in time: seconds since the beginning of 1970, UTC, as from
    /// [`date`](crate::date), or texts, `["2026-11-22", "2026-11-23"]`.
    Date,
    /// Evenly on either side of a value in the middle, as the colours of
    /// [`Norm::Centered`](crate::Norm) are.
    #[doc(hidden)]
    Centered { low: f64, centre: f64, high: f64 },
    /// By a power of their distance from the lowest, as the colours of [`Norm::Power`](crate::Norm) are.
    #[doc(hidden)]
    Power { low: f64, gamma: f64 },
}

crate::base::word::named! { AxisScale, "a scale":
    "linear" => Self::Linear,
    "log" => Self::Log,
    "symlog" => Self::SymLog { threshold: THRESHOLD },
    "asinh" => Self::Asinh { linear_width: LINEAR_WIDTH },
    "logit" => Self::Logit,
    "mercator" => Self::Mercator,
    "date" => Self::Date,
}

/// Where values lie that a logarithmic axis has no place for: so far below that whatever stands on
/// 0 goes out of sight. In powers of ten, as matplotlib's.
const FAR_BELOW: f64 = -1000.0;

/// Where the poles lie on Mercator's map, in degrees of longitude.
const FAR_FROM_EQUATOR: f64 = 1e5;

/// matplotlib's `linthresh`.
pub(crate) const THRESHOLD: f64 = 2.0;

/// matplotlib's `linear_width`.
pub(crate) const LINEAR_WIDTH: f64 = 1.0;

/// The latitude up to which Mercator's map is a square: what limits that follow data show at most, as maps on the
/// web do.
pub(crate) const MERCATOR_END: f64 = 85.051_128_779_806_6;

/// Beyond this `asinh(x)` is `ln(2 x)` to all digits.
const HUGE: f64 = 1e100;

/// The length of either half of the linear part of a symmetrical log scale, in powers of ten:
/// matplotlib's `linscale / (1 - 1 / base)` for a `linscale` of 1.
const LINEAR: f64 = 10.0 / 9.0;

impl AxisScale {
    /// By their logarithm, with ticks at powers of `base`, above 1: 2, or `std::f64::consts::E`.
    pub fn log(base: impl Number) -> Self {
        match base.value() {
            10.0 => Self::Log,
            base => Self::LogBase { base },
        }
    }

    /// Values are spread as `forward` of them is evenly; `inverse` leads back. Both capture nothing.
    /// `forward` must rise or fall all along the limits; values of which it is not a number have no place.
    ///
    /// ```
    /// # use panim_figure::{AxisScale, Figure, Line};
    /// let mut fig = Figure::new();
    /// let ax = fig.axes();
    /// ax.add(Line::new([1, 2, 3], [0.0, 0.5, 0.9]));
    /// ax.set_yscale(AxisScale::function(|y| y * y, f64::sqrt)).set_ylim(0.0, 1.0);
    /// ```
    pub fn function(forward: fn(f64) -> f64, inverse: fn(f64) -> f64) -> Self {
        Self::Function(ScaleFunction::new(forward, inverse))
    }

    pub(crate) fn check(self, argument: &'static str) -> Result<(), FigureError> {
        let message = match self {
            Self::SymLog { threshold } if !(threshold > 0.0 && threshold.is_finite()) => {
                format!("{} is not a threshold, which is above zero", written(threshold))
            }
            Self::LogBase { base } if !(base > 1.0 && base.is_finite()) => {
                format!("{} is not a base, which is above 1", written(base))
            }
            Self::Asinh { linear_width } if !(linear_width > 0.0 && linear_width.is_finite()) => {
                format!("{} is not a linear width, which is above zero", written(linear_width))
            }
            _ => return Ok(()),
        };
        Err(FigureError::new("Axes", argument, message))
    }

    /// What a width of 1 means for artists at these places, where nobody says a width: on an axis of
    /// dates the smallest distance between two of them, or a day, else 1.
    pub(crate) fn unit(self, places: impl IntoIterator<Item = f64>) -> f64 {
        if self != Self::Date {
            return 1.0;
        }
        let mut places: Vec<f64> = places.into_iter().filter(|place| place.is_finite()).collect();
        places.sort_by(f64::total_cmp);
        let apart = places.windows(2).map(|pair| pair[1] - pair[0]).filter(|apart| *apart > 0.0);
        apart.reduce(f64::min).unwrap_or(DAY as f64)
    }

    /// Are equal factors equally long?
    pub(crate) fn is_log(self) -> bool {
        matches!(self, Self::Log | Self::LogBase { .. })
    }

    /// The values that have a place are between these, without them.
    pub(crate) fn domain(self) -> (f64, f64) {
        match self {
            Self::Log | Self::LogBase { .. } => (0.0, f64::INFINITY),
            Self::Logit => (0.0, 1.0),
            Self::Mercator => (-90.0, 90.0),
            _ => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// Where `value` stands, far away where it lies beyond one end of what has a place, if that end is known.
    pub(crate) fn far_forward(self, value: f64) -> f64 {
        match self {
            Self::Log | Self::LogBase { .. } if value <= 0.0 => FAR_BELOW,
            Self::Mercator if value.abs() >= 90.0 => FAR_FROM_EQUATOR.copysign(value),
            _ => self.forward(value),
        }
    }

    /// The least and the largest value that a limit can be, of those that follow data.
    pub(crate) fn bounds(self) -> (f64, f64) {
        match self {
            Self::Log | Self::LogBase { .. } => (f64::MIN_POSITIVE, f64::MAX),
            Self::Logit => (f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0),
            Self::Mercator => (-MERCATOR_END, MERCATOR_END),
            _ => (f64::MIN, f64::MAX),
        }
    }

    /// Are there numbers that have no place?
    pub(crate) fn is_bounded(self) -> bool {
        self.is_log() || matches!(self, Self::Logit | Self::Mercator)
    }

    /// Does it have short ticks where nobody says otherwise?
    pub(crate) fn has_minor(self) -> bool {
        self.is_log() || matches!(self, Self::Logit | Self::Asinh { .. })
    }

    /// Up to where one that is logarithmic on both sides of zero is even, or nearly.
    pub(crate) fn threshold(self) -> Option<f64> {
        match self {
            Self::SymLog { threshold } | Self::Asinh { linear_width: threshold } => Some(threshold),
            _ => None,
        }
    }

    /// Are equal differences equally long?
    pub(crate) fn is_even(self) -> bool {
        matches!(self, Self::Linear | Self::Date)
    }

    /// Where `value` stands along the axis, in a unit of the scale's own; NaN if it has no place.
    pub(crate) fn forward(self, value: f64) -> f64 {
        match self {
            Self::Linear | Self::Date => value,
            Self::Log | Self::LogBase { .. } if value > 0.0 => value.log10(),
            Self::Logit if 0.0 < value && value < 1.0 => (value / (1.0 - value)).log10(),
            // ln(tan(45° + value / 2)), as exact near 0
            Self::Mercator if value.abs() < 90.0 => value.to_radians().tan().asinh().to_degrees(),
            Self::Log | Self::LogBase { .. } | Self::Logit | Self::Mercator => f64::NAN,
            Self::Centered { low, centre, high } => {
                let half = if value < centre { centre - low } else { high - centre };
                (value - centre) / half
            }
            Self::SymLog { threshold } if value.abs() <= threshold => LINEAR * (value / threshold),
            Self::SymLog { threshold } => {
                (LINEAR + (value.abs().log10() - threshold.log10())).copysign(value)
            }
            // the sum that the inverse hyperbolic sine takes would be infinite
            Self::Asinh { linear_width } if value.abs() > HUGE * linear_width => {
                (LN_2 + value.abs().ln() - linear_width.ln()).copysign(value) / LN_10
            }
            Self::Asinh { linear_width } => (value / linear_width).asinh() / LN_10,
            Self::Function(function) => function.forward(value),
            Self::Power { low, gamma } if value > low => (value - low).powf(gamma),
            Self::Power { low, .. } => value - low,
        }
    }

    /// The value that stands at `place`.
    pub(crate) fn inverse(self, place: f64) -> f64 {
        match self {
            Self::Linear | Self::Date => place,
            Self::Log | Self::LogBase { .. } => 10.0_f64.powf(place),
            Self::Logit => 1.0 / (1.0 + 10.0_f64.powf(-place)),
            Self::Mercator => place.to_radians().sinh().atan().to_degrees(),
            Self::Centered { low, centre, high } => {
                let half = if place < 0.0 { centre - low } else { high - centre };
                centre + place * half
            }
            Self::SymLog { threshold } if place.abs() <= LINEAR => place / LINEAR * threshold,
            Self::SymLog { threshold } => {
                10.0_f64.powf(place.abs() - LINEAR + threshold.log10()).copysign(place)
            }
            Self::Asinh { linear_width } => {
                // halved twice over, since the exponential of the largest numbers is infinite
                let half = (place.abs() * LN_10 / 2.0).exp();
                match half > HUGE {
                    true => (half / 2.0 * linear_width * half).copysign(place),
                    false => (place * LN_10).sinh() * linear_width,
                }
            }
            Self::Function(function) => function.inverse(place),
            Self::Power { low, gamma } if place > 0.0 => low + place.powf(1.0 / gamma),
            Self::Power { low, .. } => low + place,
        }
    }
}

impl Same for AxisScale {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Linear, Self::Linear)
            | (Self::Log, Self::Log)
            | (Self::Logit, Self::Logit)
            | (Self::Date, Self::Date) => true,
            (Self::LogBase { base: a }, Self::LogBase { base: b })
            | (Self::SymLog { threshold: a }, Self::SymLog { threshold: b })
            | (Self::Asinh { linear_width: a }, Self::Asinh { linear_width: b }) => a.is_same(b),
            (Self::Function(a), Self::Function(b)) => a == b,
            (
                Self::Centered { low: a, centre: b, high: c },
                Self::Centered { low: d, centre: e, high: f },
            ) => [*a, *b, *c].is_same(&[*d, *e, *f]),
            (Self::Power { low: a, gamma: b }, Self::Power { low: c, gamma: d }) => {
                a.is_same(c) && b.is_same(d)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OneOf;

    const SYMLOG: AxisScale = AxisScale::SymLog { threshold: 0.02 };

    #[test]
    fn there_and_back_is_the_same_value() {
        for value in [1e-300, 1e-9, 0.3, 0.5, 0.999] {
            let back = AxisScale::Logit.inverse(AxisScale::Logit.forward(value));
            assert!((back / value - 1.0).abs() < 1e-12, "{value} {back}");
        }
        let asinh = AxisScale::Asinh { linear_width: 0.02 };
        for scale in [AxisScale::Linear, AxisScale::Log, SYMLOG, asinh, AxisScale::Date] {
            for value in [1e-300, 3e-5, 0.02, 0.5, 1.0, 7.3, 1e9, 1e300] {
                let back = scale.inverse(scale.forward(value));
                assert!((back / value - 1.0).abs() < 1e-12, "{scale:?}: {value} {back}");
                if scale != AxisScale::Log {
                    assert_eq!(scale.forward(-value), -scale.forward(value), "{scale:?}: {value}");
                }
            }
        }
    }

    /// `matplotlib.scale.SymmetricalLogTransform(10, 0.02, 1)` of the same values, over 0.02.
    #[test]
    fn symlog_is_matplotlibs() {
        let cases = [
            (0.0, 0.0),
            (0.013, 0.722_222_222_222_222_2),
            (0.02, 1.111_111_111_111_111_2),
            (0.5, 2.509_051_119_783_148),
            (-31.0, -4.301_442_809_281_402),
        ];
        for (value, place) in cases {
            assert!((SYMLOG.forward(value) - place).abs() < 1e-12, "{value}");
        }
    }

    /// `np.arcsinh(value / 0.02) / np.log(10)`.
    #[test]
    fn asinh_is_numpys() {
        let scale = AxisScale::Asinh { linear_width: 0.02 };
        let cases = [
            (0.001, 0.021_705_686_457_111_927),
            (0.02, 0.382_775_685_337_865_3),
            (0.5, 1.699_143_617_990_656_5),
            (-31.0, -3.491_361_739_026_199),
            (1e9, 11.0),
        ];
        for (value, place) in cases {
            assert!((scale.forward(value) - place).abs() < 1e-12, "{value}");
        }
    }

    #[test]
    fn the_centre_is_in_the_middle() {
        let scale = AxisScale::Centered { low: -0.5, centre: 0.0, high: 1.1 };
        for (value, place) in [(-0.5, -1.0), (-0.25, -0.5), (0.0, 0.0), (0.55, 0.5), (1.1, 1.0)] {
            assert_eq!(scale.forward(value), place);
            assert_eq!(scale.inverse(place), value);
        }
    }

    #[test]
    fn what_a_logarithm_cannot_show_has_no_place() {
        for value in [0.0, -0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert!(AxisScale::Log.forward(value).is_nan(), "{value}");
        }
        assert_eq!(SYMLOG.forward(0.0), 0.0);
        assert!(SYMLOG.forward(f64::NAN).is_nan());
    }

    #[test]
    fn a_bad_scale_is_said() {
        assert_eq!(OneOf::<AxisScale>::choice("log"), Ok(AxisScale::Log));
        assert_eq!("symlog".choice(), Ok(AxisScale::SymLog { threshold: 2.0 }));
        let error = OneOf::<AxisScale>::choice("liner").expect_err("unknown");
        assert!(
            error.starts_with("\"liner\" is not a scale (did you mean \"linear\"?); "),
            "{error}"
        );
        for threshold in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(AxisScale::SymLog { threshold }.check("set_yscale").is_err());
            assert!(AxisScale::log(threshold).check("set_yscale").is_err());
            assert!(AxisScale::Asinh { linear_width: threshold }.check("set_yscale").is_err());
        }
    }
}
