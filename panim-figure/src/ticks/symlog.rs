//! Ticks on an axis that is logarithmic on both sides of zero, and linear near it, with a bend or without.

use super::{Neighbours, Step, TickLabels, ascending, decimal, inside, log};
use crate::AxisScale;

/// matplotlib's most ticks along such an axis.
const MOST: usize = 15;

/// The parts of a power of ten in which ticks are evenly spaced.
const ZONES: [(i128, i128); 3] = [(1, 2), (2, 5), (5, 10)];

/// How far apart the ticks of a [`SymlogRung::Fine`] are after 1, from many to few: a digit, and how
/// often it is divided by ten.
const FINE: [(i128, i32); 12] = [
    (1, 4),
    (2, 4),
    (5, 4),
    (1, 3),
    (2, 3),
    (5, 3),
    (1, 2),
    (2, 2),
    (5, 2),
    (1, 1),
    (2, 1),
    (5, 1),
];

/// More ticks than this are too many wherever they stand.
const PLENTY: usize = 100;

/// Which ticks of a symmetrical log axis there are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum SymlogRung {
    /// Those of a linear axis.
    Even(Step),
    /// Ticks that are this far apart after a power of ten, farther after twice and five times one,
    /// and about as close in the linear part.
    Fine(i128, i32),
    /// Zero, powers of ten, their multiples by 2 and 5, and half of that in the linear part.
    Halves,
    /// Zero, powers of ten and their multiples by these; so many powers next to zero are left out.
    Digits(&'static [f64], i32),
    /// Zero and those powers of ten whose exponents are multiples of the first number, without so
    /// many of these next to zero.
    Powers(i32, i32),
}

impl SymlogRung {
    /// Those for a view, from many ticks to few, and which of them to take if there is room.
    pub(super) fn of(view: (f64, f64), scale: AxisScale, most: usize) -> (Vec<Self>, usize) {
        let threshold = threshold(scale);
        let Some(view) = ascending(view).filter(|_| threshold > 0.0 && threshold.is_finite())
        else {
            return (Vec::new(), 0);
        };
        let (width, linear) = (width(view, scale), scale.forward(threshold));
        let even = || {
            let (steps, start) = super::steps(view, most.min(9));
            (steps.into_iter().map(Self::Even).collect(), start)
        };
        let is_between_powers = width < 1.0 && !inside(0.0, view) && !has_bend(view, threshold);
        if is_linear(view, threshold) || is_between_powers {
            return even();
        }
        let sets = log::DIGITS.into_iter().skip_while(|digits| digits.len() > 5);
        let sets = sets.flat_map(|digits| (0..2).map(move |inner| Self::Digits(digits, inner)));
        let powers = log::strides(width)
            .flat_map(|stride| (0..2).map(move |inner| Self::Powers(stride, inner)));
        if width < 2.0 * linear && (inside(0.0, view) || has_bend(view, threshold)) {
            let fine = FINE.into_iter().map(|(digit, power)| Self::Fine(digit, power));
            let mut rungs: Vec<Self> = fine.chain([Self::Halves]).collect();
            // the step of such a view that lies in the linear part
            let usual = Step::new((0.0, width * threshold / linear), most.min(9)).size();
            let is_close = |rung: &Self| rung.linear(threshold).size() < 1.01 * usual;
            let Some(start) = rungs.iter().rposition(is_close) else { return even() };
            rungs.extend(sets.filter(|rung| matches!(rung, Self::Digits(_, 0))));
            rungs.extend(powers);
            return (rungs, start);
        }
        let mut rungs: Vec<Self> = vec![Self::Fine(2, 1), Self::Fine(5, 1), Self::Halves];
        rungs.extend(sets);
        rungs.extend(powers);
        let most = most.clamp(3, MOST) as f64;
        let stride =
            log::strides(width).find(|stride| (width / f64::from(*stride) - 1e-9).floor() < most);
        let start = Self::Powers(stride.unwrap_or(1), 0);
        let start = rungs.iter().position(|rung| *rung == start).unwrap_or(0);
        (rungs, start)
    }

    /// How many labels every view as wide as this one has.
    pub(super) fn sure(self, view: (f64, f64), scale: AxisScale) -> usize {
        let (width, threshold) = (width(view, scale), threshold(scale));
        let each = match self {
            Self::Even(step) => {
                return if is_linear(view, threshold) { step.sure(view) } else { 0 };
            }
            Self::Fine(..) | Self::Halves => {
                return (width / self.widest(scale) + 1e-9) as usize;
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
        let ticks = self.ticks((-far, far), threshold).into_iter();
        let places: Vec<f64> = ticks.map(|tick| scale.forward(tick)).collect();
        log::sure(&places, width)
    }

    /// The ticks in `view`, and the small ones, which have no labels; where the scale has a bend there are
    /// none, as in matplotlib.
    pub(super) fn places(self, view: (f64, f64), scale: AxisScale) -> (Vec<f64>, Vec<(f64, bool)>) {
        let threshold = threshold(scale);
        let major = self.ticks(view, threshold);
        let minor = match (self, scale) {
            (Self::Powers(1, inner), AxisScale::Asinh { .. }) => {
                let all = Self::Digits(&[1.0, 2.0, 5.0], inner).ticks(view, threshold);
                all.into_iter().filter(|tick| !major.contains(tick)).collect()
            }
            _ => Vec::new(),
        };
        (major, minor.into_iter().map(|tick| (tick, false)).collect())
    }

    /// The ticks in `view`, ascending.
    pub(super) fn ticks(self, view: (f64, f64), threshold: f64) -> Vec<f64> {
        let Some(view) = ascending(view) else { return Vec::new() };
        let (digits, stride, inner) = match self {
            Self::Even(step) => return step.ticks(view),
            Self::Fine(..) | Self::Halves => return self.fine(view, threshold),
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

/// What [`SymlogRung::Fine`] and [`SymlogRung::Halves`] are.
impl SymlogRung {
    /// How far apart ticks are after 1, 2 and 5.
    fn zones(self) -> [Step; 3] {
        let (digit, power) =
            if let Self::Fine(digit, power) = self { (digit, power) } else { (1, 0) };
        let first = Step::of(digit, -power);
        [first, first.wider_round(), first.wider_round().wider_round()]
    }

    /// How far apart they are in the linear part: about as on the other side of its end.
    fn linear(self, threshold: f64) -> Step {
        let power = lowest(threshold);
        let leading = threshold / decimal(1, power);
        let zone = ZONES.iter().rposition(|(from, _)| leading >= *from as f64).unwrap_or(0);
        self.zones()[zone].finer_round().times(power)
    }

    /// Those in `view`.
    fn fine(self, view: (f64, f64), threshold: f64) -> Vec<f64> {
        let near = (view.0.max(-threshold), view.1.min(threshold));
        let mut ticks =
            if near.0 <= near.1 { self.linear(threshold).ticks(near) } else { Vec::new() };
        for (sign, low, high) in [(-1.0, -view.1, -view.0), (1.0, view.0, view.1)] {
            let low = low.max(threshold);
            if low > high {
                continue;
            }
            for power in lowest(low)..=lowest(high) {
                for (zone, (from, to)) in self.zones().into_iter().zip(ZONES) {
                    let (from, to) = (decimal(from, power), decimal(to, power));
                    let part = (from.max(low), to.min(high));
                    let its = match self {
                        _ if part.0 > part.1 => Vec::new(),
                        Self::Halves => vec![from],
                        _ => zone.times(power).ticks(part),
                    };
                    ticks.extend(its.into_iter().map(|tick| sign * tick));
                }
            }
        }
        ticks.retain(|&tick| inside(tick, view));
        ticks.sort_by(f64::total_cmp);
        ticks.dedup();
        ticks
    }

    /// The ticks that are closest to each other, below zero, where labels are longer.
    fn closest(self, threshold: f64) -> Vec<[f64; 2]> {
        let step = self.linear(threshold).size();
        let mut pairs = vec![[-2.0 * step, -step]];
        for (zone, (from, to)) in self.zones().into_iter().zip(ZONES) {
            let lowest = lowest(threshold);
            let is_linear = decimal(to, lowest) <= threshold * (1.0 + 1e-9);
            let power = if is_linear { lowest + 1 } else { lowest };
            let before = match self {
                Self::Halves => decimal(from, power),
                _ => decimal(to, power) - zone.times(power).size(),
            };
            if before >= threshold {
                pairs.push([-decimal(to, power), -before]);
            }
        }
        pairs
    }

    /// The longest distance between two, in powers of ten.
    fn widest(self, scale: AxisScale) -> f64 {
        let linear = scale.forward(self.linear(threshold(scale)).size());
        let distances = self.zones().into_iter().zip(ZONES).map(|(zone, (from, to))| {
            let (from, to) = (from as f64, to as f64);
            let next = if self == Self::Halves { to } else { from + zone.size() };
            (next / from).log10()
        });
        distances.fold(linear, f64::max)
    }
}

impl SymlogRung {
    /// Labels that stand beside each other somewhere, with their signs.
    pub(super) fn neighbours(self, view: (f64, f64), scale: AxisScale) -> Vec<Neighbours> {
        let threshold = threshold(scale);
        if matches!(self, Self::Fine(..) | Self::Halves) {
            return self.closest(threshold).into_iter().map(|pair| beside(scale, pair)).collect();
        }
        let Self::Powers(stride, inner) = self else { return Vec::new() };
        let far = view.0.abs().max(view.1.abs()).log10().floor() as i32;
        let first = first(threshold, stride) + inner * stride;
        let pair = |low: f64, high: f64| beside(scale, [low, high]);
        let minus = |power: i32| -decimal(1, power);
        vec![
            pair(minus(first), 0.0),
            pair(minus(first), minus(first + stride)),
            pair(minus(far - stride), minus(far)),
        ]
    }
}

/// Two ticks beside each other.
fn beside(scale: AxisScale, values: [f64; 2]) -> Neighbours {
    let texts = log::labels(&values);
    let [a, b] = [0, 1].map(|i| texts.get(i).cloned().unwrap_or_default());
    let apart = (scale.forward(values[1]) - scale.forward(values[0])).abs();
    Neighbours { apart, values, texts: [a, b] }
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

/// Up to where such a scale is linear, or nearly.
fn threshold(scale: AxisScale) -> f64 {
    scale.threshold().unwrap_or(f64::NAN)
}

/// How long a view is, in powers of ten.
fn width(view: (f64, f64), scale: AxisScale) -> f64 {
    scale.forward(view.1) - scale.forward(view.0)
}

/// Does the view show some of the linear part and some beyond it?
fn has_bend(view: (f64, f64), threshold: f64) -> bool {
    [-threshold, threshold].iter().any(|end| view.0 < *end && *end < view.1)
}

/// Does the view show no more than the linear part?
fn is_linear(view: (f64, f64), threshold: f64) -> bool {
    view.0.abs().max(view.1.abs()) <= threshold
}

/// What is written at `ticks`: `−10³ 0 10³`, or plain numbers where the view is linear.
pub(crate) fn labels(ticks: &[f64], view: (f64, f64), threshold: f64) -> TickLabels {
    // a margin may reach beyond the linear part
    if is_linear(view, threshold) || ticks.iter().all(|tick| tick.abs() <= threshold) {
        return super::labels(ticks, view);
    }
    TickLabels { texts: log::labels(ticks), offset: String::new() }
}

#[cfg(test)]
mod tests {
    use super::{super::plain, *};

    fn usual(view: (f64, f64), threshold: f64, most: usize) -> Vec<f64> {
        let (rungs, start) = SymlogRung::of(view, AxisScale::SymLog { threshold }, most);
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
        let rung = SymlogRung::Powers(3, 1);
        let ticks = rung.ticks((-1e12, 1e12), 1e-3);
        assert_eq!(ticks, [-1e12, -1e9, -1e6, -1e3, -1.0, 0.0, 1.0, 1e3, 1e6, 1e9, 1e12]);
    }

    #[test]
    fn a_view_of_the_linear_part_has_linear_ticks() {
        assert_eq!(usual((-1.0, 1.0), 2.0, 5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(labels(&[-0.5, 0.0], (-1.0, 1.0), 2.0).texts, ["−0.5", "0.0"]);
        assert_eq!(labels(&[1.2, 1.4], (0.95, 2.05), 2.0).texts, ["1.2", "1.4"]);
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
