//! Ticks on an axis that is logarithmic on both sides of zero, and linear near it.

use super::{Neighbours, Step, TickLabels, ascending, decimal, inside, log};
use crate::AxisScale;

/// matplotlib's most ticks along such an axis.
const MOST: usize = 15;

/// Narrower views, in powers of ten, may have the ticks of a linear axis.
const NARROW: f64 = 2.0;

/// More ticks than this are too many wherever they stand.
const PLENTY: usize = 100;

/// Which ticks of a symmetrical log axis there are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Rung {
    /// Those of a linear axis.
    Even(Step),
    /// Zero, powers of ten and their multiples by these; so many powers next to zero are left out.
    Digits(&'static [f64], i32),
    /// Zero and those powers of ten whose exponents are multiples of the first number, without so
    /// many of these next to zero.
    Powers(i32, i32),
}

impl Rung {
    /// Those for a view, from many ticks to few, and which of them to take if there is room.
    pub(super) fn of(view: (f64, f64), threshold: f64, most: usize) -> (Vec<Self>, usize) {
        let Some(view) = ascending(view).filter(|_| threshold > 0.0 && threshold.is_finite())
        else {
            return (Vec::new(), 0);
        };
        let width = width(view, threshold);
        let (steps, start) = super::steps(view, most.min(9));
        let even = steps.into_iter().map(Self::Even);
        if is_linear(view, threshold) || (width < 1.0 && !inside(0.0, view)) {
            return (even.collect(), start);
        }
        let mut rungs: Vec<Self> = even.filter(|_| width < NARROW).take(start + 1).collect();
        let sets = log::DIGITS.into_iter().skip_while(|digits| digits.len() > 5);
        rungs.extend(sets.flat_map(|digits| (0..2).map(move |inner| Self::Digits(digits, inner))));
        rungs.extend(
            log::strides(width)
                .flat_map(|stride| (0..2).map(move |inner| Self::Powers(stride, inner))),
        );
        let most = most.clamp(3, MOST) as f64;
        let stride =
            log::strides(width).find(|stride| (width / f64::from(*stride) - 1e-9).floor() < most);
        let start = Self::Powers(stride.unwrap_or(1), 0);
        let start = rungs.iter().position(|rung| *rung == start).unwrap_or(0);
        (rungs, start)
    }

    /// How many labels every view as wide as this one has.
    pub(super) fn sure(self, view: (f64, f64), threshold: f64) -> usize {
        let width = width(view, threshold);
        let each = match self {
            Self::Even(step) => {
                return if is_linear(view, threshold) { step.sure(view) } else { 0 };
            }
            Self::Digits(digits, _) => digits.len() as f64,
            Self::Powers(stride, _) => 1.0 / f64::from(stride),
        };
        // two powers of ten next to zero have none between, and two more are lost at the ends
        let most = ((width - 6.0).max(0.0) * each) as usize;
        if most > PLENTY {
            return most;
        }
        let far = decimal(1, (lowest(threshold) + width as i32 + 3).min(308));
        let scale = AxisScale::SymLog { threshold };
        let ticks = self.ticks((-far, far), threshold).into_iter();
        let places: Vec<f64> = ticks.map(|tick| scale.forward(tick)).collect();
        log::sure(&places, width)
    }

    /// The ticks in `view`, ascending.
    pub(super) fn ticks(self, view: (f64, f64), threshold: f64) -> Vec<f64> {
        let Some(view) = ascending(view) else { return Vec::new() };
        let (digits, stride, inner) = match self {
            Self::Even(step) => return step.ticks(view),
            Self::Digits(digits, inner) => (digits, 1, inner),
            Self::Powers(stride, inner) => (ONE, stride, inner),
        };
        let first = first(threshold, stride);
        let far = view.0.abs().max(view.1.abs());
        let powers =
            (first + inner * stride..=(far.log10() + 1e-9).floor() as i32).step_by(stride as usize);
        let above: Vec<f64> = powers
            .flat_map(|power| digits.iter().map(move |&d| decimal((d * 10.0) as i128, power - 1)))
            .collect();
        let below = above.iter().rev().map(|tick| -tick);
        let mut ticks: Vec<f64> = below.chain([0.0]).chain(above.iter().copied()).collect();
        ticks.retain(|&tick| inside(tick, view));
        ticks.dedup();
        ticks
    }
}

impl Rung {
    /// Labels that stand beside each other somewhere, with their signs.
    pub(super) fn neighbours(self, view: (f64, f64), threshold: f64) -> Vec<Neighbours> {
        let Self::Powers(stride, inner) = self else { return Vec::new() };
        let scale = AxisScale::SymLog { threshold };
        let far = view.0.abs().max(view.1.abs()).log10().floor() as i32;
        let first = first(threshold, stride) + inner * stride;
        let pair = |low: f64, high: f64| {
            let texts = log::labels(&[low, high]);
            let [a, b] = [0, 1].map(|i| texts.get(i).cloned().unwrap_or_default());
            let apart = (scale.forward(high) - scale.forward(low)).abs();
            Neighbours { apart, values: [low, high], texts: [a, b] }
        };
        let minus = |power: i32| -decimal(1, power);
        vec![
            pair(minus(first), 0.0),
            pair(minus(first), minus(first + stride)),
            pair(minus(far - stride), minus(far)),
        ]
    }
}

/// The exponent of the innermost power of ten that is a multiple of `stride`.
fn first(threshold: f64, stride: i32) -> i32 {
    -(-lowest(threshold)).div_euclid(stride) * stride
}

const ONE: &[f64] = &[1.0];

/// The exponent of the innermost power of ten: the one just inside of the `threshold`.
fn lowest(threshold: f64) -> i32 {
    (threshold.log10() + 1e-12).floor() as i32
}

/// How long a view is, in powers of ten.
fn width(view: (f64, f64), threshold: f64) -> f64 {
    let scale = AxisScale::SymLog { threshold };
    scale.forward(view.1) - scale.forward(view.0)
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

    fn usual(view: (f64, f64), threshold: f64, most: usize) -> Vec<f64> {
        let (rungs, start) = Rung::of(view, threshold, most);
        rungs.get(start).map_or_else(Vec::new, |rung| rung.ticks(view, threshold))
    }

    #[test]
    fn many_powers_are_thinned_on_both_sides_alike() {
        assert_eq!(usual((-1e6, 1e6), 1.0, 7), [-1e6, -1e3, -1.0, 0.0, 1.0, 1e3, 1e6]);
        let ticks = usual((-1e300, 1e300), 1e-300, 15);
        assert!((3..=15).contains(&ticks.len()), "{ticks:?}");
        assert!(ticks.iter().all(|tick| ticks.contains(&-tick)), "{ticks:?}");
    }

    #[test]
    fn powers_next_to_zero_are_left_out_where_they_have_no_room() {
        let rung = Rung::Powers(3, 1);
        let ticks = rung.ticks((-1e12, 1e12), 1e-3);
        assert_eq!(ticks, [-1e12, -1e9, -1e6, -1e3, -1.0, 0.0, 1.0, 1e3, 1e6, 1e9, 1e12]);
    }

    #[test]
    fn a_view_of_the_linear_part_has_linear_ticks() {
        assert_eq!(usual((-1.0, 1.0), 2.0, 5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(labels(&[-0.5, 0.0], (-1.0, 1.0), 2.0).texts, ["−0.5", "0.0"]);
        // and one between two powers of ten
        let ticks = usual((2e3, 8e3), 1.0, 4);
        assert_eq!(plain(&log::labels(&ticks)), ["2×10³", "4×10³", "6×10³", "8×10³"]);
    }

    #[test]
    fn what_cannot_be_shown_has_no_ticks() {
        assert!(usual((f64::NAN, 1.0), 1.0, 9).is_empty());
        assert!(usual((-1.0, 1.0), 0.0, 9).is_empty());
        assert!(usual((-1.0, 1.0), f64::NAN, 9).is_empty());
    }
}
