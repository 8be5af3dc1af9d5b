//! Scales by a function and its inverse.

use super::AxisScale;
use crate::base::error::written;

/// What a value becomes before it is spread evenly, and back.
#[derive(Debug, Clone, Copy)]
pub struct ScaleFunction {
    forward: fn(f64) -> f64,
    inverse: fn(f64) -> f64,
}

impl ScaleFunction {
    pub(crate) fn new(forward: fn(f64) -> f64, inverse: fn(f64) -> f64) -> Self {
        Self { forward, inverse }
    }

    pub(crate) fn forward(self, value: f64) -> f64 {
        (self.forward)(value)
    }

    pub(crate) fn inverse(self, place: f64) -> f64 {
        (self.inverse)(place)
    }

    /// What it makes of limits, or why it cannot spread what is between them.
    pub(crate) fn turn(self, limits: (f64, f64)) -> Result<(f64, f64), String> {
        turned(&self.forward, &self.inverse, AxisScale::Linear, limits)
    }
}

impl PartialEq for ScaleFunction {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.forward, other.forward)
            && std::ptr::fn_addr_eq(self.inverse, other.inverse)
    }
}

/// As many values are asked for to see what a function does between the limits.
const SAMPLES: u32 = 33;

/// The inverse may be off by this fraction of the limits, or of a value.
const OFF: f64 = 1e-6;
const ROUNDING: f64 = 1e-9;

/// What a function makes of limits, or why it and its inverse cannot be those of an axis.
pub(crate) fn turned(
    forward: &dyn Fn(f64) -> f64,
    inverse: &dyn Fn(f64) -> f64,
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
    let mut before = (low, forward(low));
    for value in (0..=SAMPLES).map(at) {
        let place = forward(value);
        if !place.is_finite() {
            let (value, place) = (written(value), written(place));
            return Err(format!("the function is {place} at {value}, which is within the limits"));
        }
        let back = inverse(place);
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
    let limits = (forward(low), forward(high));
    match limits.0 == limits.1 {
        true => Err(format!("the function is {} at both limits", written(limits.0))),
        false => Ok(limits),
    }
}
