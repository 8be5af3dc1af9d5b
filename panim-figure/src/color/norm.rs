//! Norms: how far between the least and the largest value a value is.

use crate::{
    AxisScale, Data, FigureError,
    base::{
        data::Column,
        error::written,
        range,
        same::{Same, same},
    },
    transform::scale::{LINEAR_WIDTH, ScaleFunction, THRESHOLD},
};

/// How values are spread over a [`Colormap`](crate::Colormap), as matplotlib's norms do.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub enum Norm {
    /// Evenly.
    #[default]
    Linear,
    /// By their logarithm. A value that is not positive has the colormap's bad colour.
    #[doc(alias = "LogNorm")]
    Log,
    /// By their logarithm on both sides of zero, and evenly near it.
    SymLog {
        /// Where the logarithm begins: values between minus and plus this one are spread evenly. Above
        /// zero.
        threshold: f64,
    },
    /// By their inverse hyperbolic sine: as [`Norm::SymLog`] without a bend.
    Asinh {
        /// How far from zero values are spread nearly evenly. Above zero.
        linear_width: f64,
    },
    /// By this power of how far they are from the least value: below 1 small values have more of the
    /// colours, above 1 large ones. Above zero.
    #[doc(alias = "PowerNorm")]
    Power(f64),
    /// By a function of one's own, see [`Norm::function`].
    Function(ScaleFunction),
    /// The middle of the colormap is this value; both sides are linear, each up to its own limit.
    /// A limit that is not given lies as far from the centre as the other, or, if neither is, as
    /// the value farthest from it.
    #[doc(alias("CenteredNorm", "TwoSlopeNorm"))]
    Centered(f64),
    /// In bins: one colour for all values from one bound to below the next, see [`Norm::bounds`].
    Bounds(Vec<f64>),
}

crate::base::word::named! { Norm, "a norm":
    "linear" => Self::Linear,
    "log" => Self::Log,
    "symlog" => Self::SymLog { threshold: THRESHOLD },
    "asinh" => Self::Asinh { linear_width: LINEAR_WIDTH },
}

impl Norm {
    /// Bins between increasing bounds, the first and the last included. The bins' colours are
    /// spread over the whole colormap; values outside have those of its ends.
    #[doc(alias = "BoundaryNorm")]
    pub fn bounds(bounds: impl Data) -> Self {
        Self::Bounds(Column::new(bounds).to_vec())
    }

    /// Values are spread as `forward` of them is evenly; `inverse` leads back, and places the ticks of a
    /// colorbar. Both capture nothing. `forward` must rise from the least value to the largest; a value of
    /// which it is not a number has the colormap's bad colour.
    ///
    /// ```
    /// # use panim_figure::{Image, Norm};
    /// let root = Image::new([[0, 1], [4, 9]]).norm(Norm::function(f64::sqrt, |place| place * place));
    /// # let _ = root;
    /// ```
    #[doc(alias = "FuncNorm")]
    pub fn function(forward: fn(f64) -> f64, inverse: fn(f64) -> f64) -> Self {
        Self::Function(ScaleFunction::new(forward, inverse))
    }

    /// The scale of an axis along which its colours are spread evenly, between these limits; `None` where
    /// colours have bounds.
    pub(crate) fn scale(&self, (low, high): (f64, f64)) -> Option<AxisScale> {
        Some(match *self {
            Self::Linear => AxisScale::Linear,
            Self::Log => AxisScale::Log,
            Self::SymLog { threshold } => AxisScale::SymLog { threshold },
            Self::Asinh { linear_width } => AxisScale::Asinh { linear_width },
            Self::Power(gamma) => AxisScale::Power { low, gamma },
            Self::Function(function) => AxisScale::Function(function),
            Self::Centered(centre) => AxisScale::Centered { low, centre, high },
            Self::Bounds(_) => return None,
        })
    }

    /// The limits, as far as they are given, completed from the values' reach.
    pub(crate) fn limits(
        &self,
        (vmin, vmax): (Option<f64>, Option<f64>),
        values: Option<&Values>,
    ) -> (f64, f64) {
        let ends = |low: f64, high: f64| (vmin.unwrap_or(low), vmax.unwrap_or(high));
        // a limit that is given may lie on the wrong side of values that have no range of their own
        let around = |low: f64, high: f64| {
            ends(vmax.map_or(low, |vmax| low.min(vmax)), vmin.map_or(high, |vmin| high.max(vmin)))
        };
        match self {
            Self::Linear
            | Self::SymLog { .. }
            | Self::Asinh { .. }
            | Self::Power(_)
            | Self::Function(_) => match values {
                Some(v) if self.is_ranged(v) => ends(v.least, v.largest),
                Some(v) => around(v.least, v.largest),
                None => around(0.0, 1.0),
            },
            // as equal as 0 and three times 0
            Self::Log if is_collapsed((vmin, vmax)) && vmin <= Some(0.0) => (1.0, 10.0),
            Self::Log => match values.filter(|v| v.largest > 0.0) {
                Some(v) if self.is_ranged(v) => ends(v.least_positive, v.largest),
                Some(v) => around(v.least_positive, v.largest),
                None => ends(vmax.unwrap_or(10.0) / 10.0, vmin.unwrap_or(1.0) * 10.0),
            },
            Self::Centered(centre) => {
                let mirrored = |limit: f64| 2.0 * centre - limit;
                let farthest =
                    |v: &Values| (v.least - centre).abs().max((v.largest - centre).abs());
                let half = values.map_or(1.0, farthest);
                ends(vmax.map_or(centre - half, mirrored), vmin.map_or(centre + half, mirrored))
            }
            Self::Bounds(bounds) => {
                (bounds.first().copied().unwrap_or(0.0), bounds.last().copied().unwrap_or(1.0))
            }
        }
    }

    /// Have the values a range that limits can be taken from?
    pub(crate) fn is_ranged(&self, values: &Values) -> bool {
        match self {
            Self::Log => values.least_positive < values.largest,
            _ => values.least < values.largest,
        }
    }

    /// The limits, moved apart where nothing could be spread between them.
    pub(crate) fn told_apart(&self, (low, high): (f64, f64)) -> (f64, f64) {
        match *self {
            Self::Centered(centre) if low < high => {
                let (below, above) = range::nonsingular_colors((centre, centre));
                let is_below = low < centre;
                let is_above = high > centre;
                (if is_below { low } else { below }, if is_above { high } else { above })
            }
            Self::Bounds(_) => (low, high),
            _ => range::nonsingular_colors((low, high)),
        }
    }

    /// Says what is wrong with it, and with limits that were given.
    pub(crate) fn check(
        &self,
        name: &'static str,
        given: (Option<f64>, Option<f64>),
        values: Option<&Values>,
    ) -> Result<(), FigureError> {
        let error = |argument, message: String| Err(FigureError::new(name, argument, message));
        for (argument, limit) in [("vmin", given.0), ("vmax", given.1)] {
            let Some(limit) = limit else { continue };
            if !limit.is_finite() {
                return error(argument, format!("{limit} is not finite"));
            }
            if matches!(self, Self::Bounds(_)) {
                return error(argument, "with `Norm::Bounds` the bounds are the limits".into());
            }
            if *self == Self::Log && limit <= 0.0 && !is_collapsed(given) {
                let message =
                    format!("{} is not positive, as `Norm::Log` needs it", written(limit));
                return error(argument, message);
            }
        }
        if let Self::Bounds(bounds) = self {
            return checked_bounds(bounds).or_else(|message| error("norm", message));
        }
        let (low, high) = self.limits(given, values);
        let [least, largest] = [low, high].map(written);
        if let Self::Centered(centre) = *self {
            if !centre.is_finite() {
                return error("norm", format!("{centre} is not a centre, a finite value"));
            }
            let off =
                |limit: Option<f64>, side: f64| limit.is_some_and(|l| (l - centre) * side < 0.0);
            if off(given.0, -1.0) {
                return error(
                    "vmin",
                    format!("{least} is not below the centre {}", written(centre)),
                );
            }
            if off(given.1, 1.0) {
                return error(
                    "vmax",
                    format!("{largest} is not above the centre {}", written(centre)),
                );
            }
            return Ok(());
        }
        self.check_numbers().or_else(|message| error("norm", message))?;
        if low > high {
            let message = |below, end| format!("{least} is not below {below} {largest}{end}");
            return match given {
                (Some(_), Some(_)) => error("vmin", message("vmax,", "")),
                (Some(_), None) => error("vmin", message("the largest value", "; give vmax too")),
                _ => error(
                    "vmax",
                    format!("{largest} is not above the least value {least}; give vmin too"),
                ),
            };
        }
        if let Self::Function(function) = self
            && low < high
        {
            let rises = function.turn((low, high)).and_then(|(first, last)| match first < last {
                true => Ok(()),
                false => Err("the function must rise".to_owned()),
            });
            return rises.or_else(|message| error("norm", message));
        }
        Ok(())
    }

    fn check_numbers(&self) -> Result<(), String> {
        let (number, name) = match *self {
            Self::SymLog { threshold } => (threshold, "threshold"),
            Self::Asinh { linear_width } => (linear_width, "linear width"),
            Self::Power(gamma) => (gamma, "power"),
            _ => return Ok(()),
        };
        match number > 0.0 && number.is_finite() {
            true => Ok(()),
            false => Err(format!("{} is not a {name}, which is above zero", written(number))),
        }
    }
}

/// Both limits are given, and leave nothing between them.
pub(crate) fn is_collapsed((vmin, vmax): (Option<f64>, Option<f64>)) -> bool {
    vmin.is_some() && vmin == vmax
}

fn checked_bounds(bounds: &[f64]) -> Result<(), String> {
    if bounds.len() < 2 {
        return Err(format!("there must be two bounds or more, not {}", bounds.len()));
    }
    if let Some(bound) = bounds.iter().find(|bound| !bound.is_finite()) {
        return Err(format!("the bound {bound} is not finite"));
    }
    match bounds.windows(2).find(|pair| pair[0] >= pair[1]) {
        Some(pair) => {
            let (last, next) = (written(pair[0]), written(pair[1]));
            Err(format!("bounds must increase, but {next} follows {last}"))
        }
        None => Ok(()),
    }
}

/// What limits follow: the reach of the finite values, of which there is one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Values {
    least: f64,
    pub(crate) largest: f64,
    /// Infinite if none is positive.
    least_positive: f64,
}

impl Values {
    /// `None` without a finite one.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let nothing = Self {
            least: f64::INFINITY,
            largest: f64::NEG_INFINITY,
            least_positive: f64::INFINITY,
        };
        let all = values.filter(|value| value.is_finite()).fold(nothing, |all, value| Self {
            least: all.least.min(value),
            largest: all.largest.max(value),
            least_positive: if value > 0.0 {
                all.least_positive.min(value)
            } else {
                all.least_positive
            },
        });
        (all.least <= all.largest).then_some(all)
    }
}

same! {
    Values { least, largest, least_positive }
}

impl Same for Norm {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Linear, Self::Linear) | (Self::Log, Self::Log) => true,
            (Self::SymLog { threshold: a }, Self::SymLog { threshold: b })
            | (Self::Asinh { linear_width: a }, Self::Asinh { linear_width: b })
            | (Self::Power(a), Self::Power(b))
            | (Self::Centered(a), Self::Centered(b)) => a.is_same(b),
            (Self::Function(a), Self::Function(b)) => a == b,
            (Self::Bounds(a), Self::Bounds(b)) => a.is_same(b),
            _ => false,
        }
    }
}
