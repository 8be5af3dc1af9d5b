//! Ticks on an axis that is logarithmic on both sides of zero, and linear near it.

use super::{TickLabels, ascending, decimal, inside, log};

/// matplotlib's most ticks along such an axis.
const MOST: usize = 15;

/// Zero and the powers of ten, of either sign, in `view`, ascending; with more than `most`, every
/// second, third, .. counted outwards from the linear part. A view that shows fewer than two of
/// these, or the part within ±`threshold` alone, has the ticks of a linear axis.
pub(crate) fn locate(view: (f64, f64), threshold: f64, most: usize) -> Vec<f64> {
    let Some((low, high)) = ascending(view).filter(|_| threshold > 0.0) else {
        return Vec::new();
    };
    let linear = || super::locate(low, high, most.min(9));
    if is_linear((low, high), threshold) {
        return linear();
    }
    let (negative, positive) = (powers(-high, -low, threshold), powers(low, high, threshold));
    let zero = low <= 0.0 && 0.0 <= high;
    let every = |stride: usize| {
        let negative = negative.clone().step_by(stride).map(|power| -decimal(1, power));
        let positive = positive.clone().step_by(stride).map(|power| decimal(1, power));
        let mut ticks: Vec<f64> = negative.chain(zero.then_some(0.0)).chain(positive).collect();
        ticks.retain(|&tick| inside(tick, (low, high)));
        ticks.sort_by(f64::total_cmp);
        ticks
    };
    let most = most.clamp(3, MOST);
    let ticks = (1..).map(every).find(|ticks| ticks.len() <= most).unwrap_or_default();
    if ticks.len() < 2 { linear() } else { ticks }
}

/// The exponents of the ticks from `low` to `high` that lie above zero. The first is the one just
/// inside of the `threshold`.
fn powers(low: f64, high: f64, threshold: f64) -> std::ops::RangeInclusive<i32> {
    if high <= threshold {
        #[allow(clippy::reversed_empty_ranges)]
        return 1..=0;
    }
    // the rounding of a logarithm must not lose a tick; one too many is not in view
    let exponent = |value: f64, slack: f64| (value.log10() + slack).floor() as i32;
    exponent(low.max(threshold), 1e-12)..=exponent(high, 1e-9)
}

/// Does the view show no more than the linear part?
fn is_linear(view: (f64, f64), threshold: f64) -> bool {
    view.0.abs().max(view.1.abs()) <= threshold
}

/// What is written at `ticks`: `−10³ 0 10³`, or plain numbers where the view is linear.
pub(crate) fn labels(ticks: &[f64], view: (f64, f64), threshold: f64) -> TickLabels {
    if is_linear(view, threshold) {
        return super::labels(ticks, view);
    }
    TickLabels { texts: log::labels(ticks), offset: String::new() }
}

#[cfg(test)]
mod tests {
    use super::{super::plain, *};

    #[test]
    fn many_powers_are_thinned_on_both_sides_alike() {
        assert_eq!(locate((-1e6, 1e6), 1.0, 7), [-1e6, -1e3, -1.0, 0.0, 1.0, 1e3, 1e6]);
        let ticks = locate((-1e300, 1e300), 1e-300, 15);
        assert!((3..=15).contains(&ticks.len()), "{ticks:?}");
        assert!(ticks.iter().all(|tick| ticks.contains(&-tick)), "{ticks:?}");
    }

    #[test]
    fn a_view_of_the_linear_part_has_linear_ticks() {
        assert_eq!(locate((-1.0, 1.0), 2.0, 5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(labels(&[-0.5, 0.0], (-1.0, 1.0), 2.0).texts, ["−0.5", "0.0"]);
        // and one between two powers of ten
        let ticks = locate((2e3, 8e3), 1.0, 4);
        assert_eq!(plain(&log::labels(&ticks)), ["2×10³", "4×10³", "6×10³", "8×10³"]);
    }

    #[test]
    fn what_cannot_be_shown_has_no_ticks() {
        assert!(locate((f64::NAN, 1.0), 1.0, 9).is_empty());
        assert!(locate((-1.0, 1.0), 0.0, 9).is_empty());
        assert!(locate((-1.0, 1.0), f64::NAN, 9).is_empty());
    }
}
