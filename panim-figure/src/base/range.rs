//! Limits that are too close together to be told apart, moved apart: the same way for axes, norms and
//! colorbars.

/// What is shown around a single value in a colorbar, as a fraction of it on either side: matplotlib's.
const AROUND_IN_COLORS: f64 = 0.1;

/// Limits that colours can be spread between, for values from `low` to `high`.
pub(crate) fn nonsingular_colors((low, high): (f64, f64)) -> (f64, f64) {
    nonsingular(low, high, AROUND_IN_COLORS)
}

/// The limits as they are, or, where they are too close together to be told apart on an axis, both
/// moved outwards: by a `fraction` of their value, or to plus and minus the fraction if both are nearly
/// zero or not finite. An inverted axis stays inverted.
pub(crate) fn nonsingular(vmin: f64, vmax: f64, fraction: f64) -> (f64, f64) {
    const TINY: f64 = 1e-15;
    if !vmin.is_finite() || !vmax.is_finite() {
        return (-fraction, fraction);
    }
    let nearly_zero = vmin.abs().max(vmax.abs()) < 1e6 / TINY * f64::MIN_POSITIVE;
    let view = (vmin.min(vmax), vmin.max(vmax));
    let (low, high) =
        if nearly_zero { (-fraction, fraction) } else { widened(view, fraction, TINY) };
    if vmin > vmax { (high, low) } else { (low, high) }
}

/// Both ends moved outwards by a `fraction` of themselves if they are closer than a `tiny` fraction.
pub(crate) fn widened((low, high): (f64, f64), fraction: f64, tiny: f64) -> (f64, f64) {
    if high - low > low.abs().max(high.abs()) * tiny {
        return (low, high);
    }
    ((low - fraction * low.abs()).max(f64::MIN), (high + fraction * high.abs()).min(f64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsingular_moves_only_what_is_too_close() {
        let nonsingular = |low, high| nonsingular(low, high, 0.05);
        assert_eq!(nonsingular(-1.0, 2.0), (-1.0, 2.0));
        assert_eq!(nonsingular(2.0, -1.0), (2.0, -1.0));
        assert_eq!(nonsingular(4.0, 4.0), (3.8, 4.2));
        assert_eq!(nonsingular(-4.0, -4.0), (-4.2, -3.8));
        assert_eq!(nonsingular(0.0, 0.0), (-0.05, 0.05));
        assert_eq!(nonsingular(0.0, 1e-300), (-0.05, 0.05));
        assert_eq!(nonsingular(1e-300, 0.0), (0.05, -0.05));
        assert_eq!(nonsingular(f64::NAN, 1.0), (-0.05, 0.05));
        assert_eq!(nonsingular(f64::MAX, f64::MAX).1, f64::MAX);
    }
}
