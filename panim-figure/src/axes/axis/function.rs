//! An axis whose values are a function of those of another one.

use crate::{AxisScale, base::error::written, transform::plane::Scale};
use std::{fmt, sync::Arc};

type Function = Arc<dyn Fn(f64) -> f64 + Send + Sync>;

/// From the values of an axes to those of a secondary axis, and back.
#[derive(Clone)]
pub(crate) struct Functions {
    forward: Function,
    inverse: Function,
}

impl fmt::Debug for Functions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Functions")
    }
}

/// As many values are asked for to see what a function does between the limits.
const SAMPLES: u32 = 33;

/// The inverse may be off by this fraction of the limits, or of a value.
const OFF: f64 = 1e-6;
const ROUNDING: f64 = 1e-9;

impl Functions {
    pub(crate) fn new(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self { forward: Arc::new(forward), inverse: Arc::new(inverse) }
    }

    /// The limits of the secondary axis for those of the other one, or why the functions have none.
    pub(crate) fn limits(
        &self,
        scale: AxisScale,
        (low, high): (f64, f64),
    ) -> Result<(f64, f64), String> {
        let (start, end) = (scale.forward(low), scale.forward(high));
        let at = |step: u32| match step {
            0 => low,
            SAMPLES => high,
            step => {
                let fraction = f64::from(step) / f64::from(SAMPLES);
                scale.inverse(start * (1.0 - fraction) + end * fraction)
            }
        };
        let mut sign = 0.0;
        let mut before = (low, (self.forward)(low));
        for value in (0..=SAMPLES).map(at) {
            let place = (self.forward)(value);
            if !place.is_finite() {
                let (value, place) = (written(value), written(place));
                return Err(format!(
                    "the function is {place} at {value}, which is within the limits"
                ));
            }
            let back = (self.inverse)(place);
            let off = (scale.forward(back) - scale.forward(value)).abs();
            let allowed = OFF * (end - start).abs() + ROUNDING * scale.forward(value).abs();
            if off.is_nan() || off > allowed {
                let [value, place, back] = [value, place, back].map(written);
                return Err(format!(
                    "the second function is not the inverse of the first, which is {place} at {value}: \
                     of that it is {back}"
                ));
            }
            let step = place - before.1;
            if step != 0.0 && step.signum() == -sign {
                let [a, b] = [before.0, value].map(written);
                return Err(format!(
                    "the function must rise or fall all along the limits, and turns around between \
                     {a} and {b}"
                ));
            }
            if step != 0.0 {
                sign = step.signum();
            }
            before = (value, place);
        }
        let limits = ((self.forward)(low), (self.forward)(high));
        match limits.0 == limits.1 {
            true => Err(format!("the function is {} at both limits", written(limits.0))),
            false => Ok(limits),
        }
    }
}

/// What a secondary axis follows: the scale and the limits of another one.
#[derive(Debug, Clone)]
pub(crate) struct Followed {
    functions: Functions,
    scale: AxisScale,
    limits: (f64, f64),
    /// The secondary axis is logarithmic since the other one is.
    pub(crate) is_log: bool,
}

impl Followed {
    pub(crate) fn new(functions: &Functions, scale: AxisScale, limits: (f64, f64)) -> Self {
        Self { functions: functions.clone(), scale, limits, is_log: false }
    }

    /// Are these the scale and the limits that it follows?
    pub(crate) fn is_of(&self, scale: AxisScale, limits: (f64, f64)) -> bool {
        (self.scale, self.limits) == (scale, limits)
    }

    /// Where a value of the secondary axis stands on the pixels of `scale`.
    pub(crate) fn at(&self, scale: &Scale, value: f64) -> f64 {
        let of = (self.functions.inverse)(value);
        Scale::new(self.scale, self.limits, scale.pixels()).at(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_follow_through_a_function_that_has_an_inverse() {
        let limits =
            |functions: Functions, low, high| functions.limits(AxisScale::Linear, (low, high));
        let celsius = || Functions::new(|c| c * 1.8 + 32.0, |f| (f - 32.0) / 1.8);
        assert_eq!(limits(celsius(), 0.0, 100.0), Ok((32.0, 212.0)));
        assert_eq!(limits(celsius(), 100.0, 0.0), Ok((212.0, 32.0)));
        let one_over = || Functions::new(|x| 1.0 / x, |x| 1.0 / x);
        assert_eq!(limits(one_over(), 0.5, 4.0), Ok((2.0, 0.25)));
        assert_eq!(
            one_over().limits(AxisScale::Log, (1e-3, 1e3)).map(|(a, b)| (a.round(), b)),
            Ok((1000.0, 1e-3))
        );
        let said = |functions, low, high| limits(functions, low, high).expect_err("no limits");
        assert!(said(one_over(), 0.0, 1.0).contains("inf at 0, which is within the limits"));
        assert!(said(one_over(), -1.0, 2.0).contains("turns around"));
        let square = Functions::new(|x| x * x, f64::sqrt);
        assert!(
            said(square, -1.0, 1.0).contains("is not the inverse of the first, which is 1 at -1")
        );
        let wrong = Functions::new(|x| 2.0 * x, |x| 2.0 * x);
        assert!(said(wrong, 1.0, 2.0).contains("of that it is 4"));
    }
}
