//! An axis whose values are a function of those of another one.

use crate::{
    AxisScale,
    transform::{plane::Scale, scale::turned},
};
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
        limits: (f64, f64),
    ) -> Result<(f64, f64), String> {
        turned(&*self.forward, &*self.inverse, scale, limits)
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
