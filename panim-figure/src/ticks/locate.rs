//! Where ticks stand: multiples of 1, 2, 2.5 or 5 times a power of ten.
//!
//! A tick is kept as an integer times a power of ten until its value is asked for, so ticks are
//! exact decimals however far from zero they stand.

use super::{decimal, exponent, inside, slack};
use crate::base::range::widened;

/// The steps to choose from, as tenths of a power of ten, and those that fewer ticks follow.
const STEPS: [i128; 4] = [10, 20, 25, 50];

/// Fewer ticks than this in view call for a smaller step.
const MIN_TICKS: usize = 2;

/// More intervals than this fit on no picture.
const MAX_BINS: usize = 1000;

/// The smallest number above zero.
const SMALLEST: f64 = f64::from_bits(1);

/// The ticks in the view from `vmin` to `vmax` (either may be the larger), ascending, with at most
/// `nbins` intervals between them unless fewer than two ticks would be in view. Limits that are
/// not finite have no ticks.
#[cfg(test)]
pub(crate) fn locate(vmin: f64, vmax: f64, nbins: usize) -> Vec<f64> {
    let view = super::ascending((vmin, vmax));
    view.map_or_else(Vec::new, |view| Step::new(view, nbins).ticks(view))
}

/// How far apart ticks stand: `digits * 10^exponent`, so that their values are exact decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Step {
    digits: i128,
    exponent: i32,
}

impl Step {
    /// The smallest that makes at most `nbins` intervals in the ascending `view`, or the next
    /// smaller one that puts two ticks into it.
    pub(crate) fn new(view: (f64, f64), nbins: usize) -> Self {
        Self::of_intervals(view, nbins.clamp(1, MAX_BINS) as f64)
    }

    /// The same in space, where mplot3d lets the smallest step that is enough be 1/24 smaller: its limits are
    /// that much wider than what they show.
    pub(crate) fn in_space(view: (f64, f64), nbins: usize) -> Self {
        Self::of_intervals(view, nbins.clamp(1, MAX_BINS) as f64 * (24.0 / 23.0))
    }

    fn of_intervals(view: (f64, f64), nbins: f64) -> Self {
        let shown = widened(view, 1e-13, 1e-14);
        // halved first: the width of -1e308..1e308 is no f64
        let wanted = ((0.5 * shown.1 - 0.5 * shown.0) / nbins * 2.0).clamp(SMALLEST, f64::MAX);
        let enough = wanted - slack(shown) / nbins;
        let mut step = Self { digits: STEPS[0], exponent: exponent(wanted) - 2 };
        while step.size() < enough {
            step = step.wider();
        }
        // no more than all steps of two powers of ten
        for _ in 0..2 * STEPS.len() {
            if step.multiples(shown).len() >= MIN_TICKS || step.finer().size() == 0.0 {
                break;
            }
            step = step.finer();
        }
        step
    }

    /// `digit * 10^power`.
    pub(crate) fn of(digit: i128, power: i32) -> Self {
        Self { digits: 10 * digit, exponent: power - 1 }
    }

    /// Twice as wide.
    pub(crate) fn doubled(self) -> Self {
        Self { digits: 2 * self.digits, ..self }
    }

    /// The next wider of 1, 2 and 5 times a power of ten.
    pub(crate) fn wider_round(self) -> Self {
        let next = self.wider();
        if next.digits == 25 { next.wider() } else { next }
    }

    /// The next finer of 1, 2 and 5 times a power of ten.
    pub(crate) fn finer_round(self) -> Self {
        let next = self.finer();
        if next.digits == 25 { next.finer() } else { next }
    }

    /// `10^power` times as wide.
    pub(crate) fn times(self, power: i32) -> Self {
        Self { exponent: self.exponent + power, ..self }
    }

    pub(crate) fn size(self) -> f64 {
        decimal(self.digits, self.exponent)
    }

    pub(crate) fn wider(self) -> Self {
        let next = STEPS.iter().copied().find(|&digits| digits > self.digits);
        next.map_or(Self { digits: STEPS[0], exponent: self.exponent + 1 }, |digits| Self {
            digits,
            ..self
        })
    }

    pub(crate) fn finer(self) -> Self {
        let next = STEPS.iter().rev().copied().find(|&digits| digits < self.digits);
        let last = STEPS[STEPS.len() - 1];
        next.map_or(Self { digits: last, exponent: self.exponent - 1 }, |digits| Self {
            digits,
            ..self
        })
    }

    /// How many of its ticks every view as wide as this one holds.
    pub(crate) fn sure(self, view: (f64, f64)) -> usize {
        ((view.1 - view.0 + slack(view)) / self.size()) as usize
    }

    /// The ticks in the ascending `view`, ascending.
    pub(crate) fn ticks(self, view: (f64, f64)) -> Vec<f64> {
        let mut ticks = self.multiples(widened(view, 1e-13, 1e-14));
        ticks.retain(|&tick| inside(tick, view));
        ticks
    }

    fn multiples(self, view: (f64, f64)) -> Vec<f64> {
        let size = self.size();
        // one more at each end than the quotient says, which is rounded
        let first = (view.0 / size).floor() as i128 - 1;
        let last = (view.1 / size).ceil() as i128 + 1;
        let at = |n: i128| decimal(n * self.digits, self.exponent);
        let mut ticks: Vec<f64> = (first..=last).map(at).collect();
        ticks.retain(|&tick| inside(tick, view));
        ticks.dedup();
        ticks
    }
}

/// The limits as they are, or, where labels of ticks between them could not be told apart, both moved
/// outwards.
pub(crate) fn distinct(view: (f64, f64)) -> (f64, f64) {
    widened(view, 1e-12, 1e-13)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_sane(vmin: f64, vmax: f64) {
        for nbins in [0, 1, 2, 5, 9, 30, usize::MAX] {
            let ticks = locate(vmin, vmax, nbins);
            let most = nbins.clamp(2, MAX_BINS) + 2;
            assert!(ticks.len() <= most, "{vmin}..{vmax} by {nbins}: {} ticks", ticks.len());
            assert!(ticks.windows(2).all(|w| w[0] < w[1]), "{vmin}..{vmax} by {nbins}: {ticks:?}");
            assert!(ticks.iter().all(|t| t.is_finite() && !(*t == 0.0 && t.is_sign_negative())));
        }
    }

    #[test]
    fn ticks_are_the_decimals_one_would_type() {
        assert_eq!(locate(0.0, 1.0, 10), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
        assert_eq!(locate(-0.3, 0.3, 6), [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]);
        assert_eq!(locate(1e6, 1e6 + 0.3, 3), [1e6, 1000000.1, 1000000.2, 1000000.3]);
    }

    /// The steps of a `MaxNLocator` with 8 bins in axes whose name is "3d", matplotlib 3.11.2.
    #[test]
    fn steps_in_space_are_those_of_mplot3d() {
        let steps = [
            ((-1.0417, 1.0417), 0.25),
            ((-0.1667, 8.1667), 1.0),
            ((-0.0833, 4.0833), 0.5),
            ((-1.1458, 1.1458), 0.5),
            ((-0.0208, 1.0208), 0.2),
        ];
        for (view, step) in steps {
            assert_eq!(Step::in_space(view, 8).size(), step, "{view:?}");
        }
        assert_eq!(Step::new((-1.0417, 1.0417), 8).size(), 0.5);
    }

    #[test]
    fn an_inverted_view_has_the_same_ticks() {
        assert_eq!(locate(10.0, -3.0, 9), locate(-3.0, 10.0, 9));
        assert_eq!(locate(10.0, -3.0, 9), [-2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
    }

    #[test]
    fn a_moving_view_keeps_its_step() {
        for n in 0..1000 {
            let start = f64::from(n) * 0.1;
            let ticks = locate(start, start + 0.9, 9);
            assert_eq!(ticks.len(), 10, "from {start}: {ticks:?}");
        }
    }

    #[test]
    fn extreme_views_have_ticks() {
        assert_eq!(locate(0.0, 1e-300, 5), [0.0, 2e-301, 4e-301, 6e-301, 8e-301, 1e-300]);
        assert_eq!(locate(0.0, 1e300, 5), [0.0, 2e299, 4e299, 6e299, 8e299, 1e300]);
        assert_eq!(locate(f64::MIN, f64::MAX, 4), [-1e308, 0.0, 1e308]);
        assert_eq!(locate(0.0, 5e-324, 9), [0.0, 5e-324]);
        assert_eq!(locate(0.0, 2e-320, 2), [0.0, 1e-320, 2e-320]);
    }

    #[test]
    fn a_view_without_width_has_at_most_its_own_value() {
        assert_eq!(locate(5.0, 5.0, 9), [5.0]);
        assert_eq!(locate(0.0, 0.0, 9), [0.0]);
        assert_eq!(locate(-0.0, -0.0, 9)[0].to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn limits_that_are_not_finite_have_no_ticks() {
        for (vmin, vmax) in [(f64::NAN, 1.0), (0.0, f64::INFINITY), (f64::NEG_INFINITY, f64::NAN)] {
            assert!(locate(vmin, vmax, 9).is_empty());
        }
    }

    #[test]
    fn no_view_runs_away() {
        let ends = [
            0.0,
            5e-324,
            1e-310,
            f64::MIN_POSITIVE,
            1e-300,
            1e-20,
            0.1,
            1.0,
            1.0 + f64::EPSILON,
            7.3,
            1e15,
            1e15 + 0.125,
            1e300,
            f64::MAX,
        ];
        for a in ends {
            for b in ends {
                for (vmin, vmax) in [(a, b), (-a, b), (a, -b), (-a, -b)] {
                    assert_sane(vmin, vmax);
                }
            }
            assert_sane(a, a.next_up().min(f64::MAX));
            assert_sane(a * (1.0 - 3e-15), a);
            assert_sane(a * (1.0 - 3e-14), a);
        }
    }

    #[test]
    fn limits_between_which_labels_would_be_alike_are_moved_apart() {
        assert_eq!(distinct((1.0, 1.0 + 1e-12)), (1.0, 1.0 + 1e-12));
        let (low, high) = distinct((1.0 - 1e-15, 1.0 + 1e-15));
        assert!((1.0 - low - 1e-12).abs() < 2e-15 && (high - 1.0 - 1e-12).abs() < 2e-15);
        assert_eq!(distinct((-2.0, 3.0)), (-2.0, 3.0));
    }
}
