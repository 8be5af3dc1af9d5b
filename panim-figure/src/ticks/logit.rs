//! Ticks on an axis of probabilities: powers of ten, one half, and one less powers of ten.

use super::{Neighbours, Step, TickLabels, ascending, decimal, format, inside, log};
use crate::{
    AxisScale,
    text::{formula, power_of_ten},
};

/// matplotlib's most ticks along an axis, whatever its length.
const MOST: usize = 9;

/// Fewer than this are in a view that has the ticks of a linear axis.
const LEAST: usize = 2;

/// How far apart two such ticks are at least and at most: those about one half and those far away.
const APART: (f64, f64) = (0.954, 1.042);

/// What is shown where there is nothing to show, as in matplotlib.
const NOTHING: (f64, f64) = (1e-7, 1.0 - 1e-7);

/// Which ticks of such an axis there are. They are counted from one half: -2 is 10⁻², 2 is 1−10⁻².
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum LogitRung {
    /// Evenly spaced numbers.
    Even(Step),
    /// Those whose numbers are multiples of this.
    Ideal(i32),
}

impl LogitRung {
    /// Those for a view, from many ticks to few, and which of them to take if there is room.
    pub(super) fn of(view: (f64, f64), most: usize) -> (Vec<Self>, usize) {
        let Some(view) = shown(view) else { return (Vec::new(), 0) };
        let count = Self::Ideal(1).ticks(view).0.len();
        if count < LEAST {
            let (steps, start) = super::steps(view, most.min(MOST));
            return (steps.into_iter().map(Self::Even).collect(), start);
        }
        let most = most.clamp(2, MOST);
        let strides: Vec<i32> = log::strides(count as f64).collect();
        let start = strides.iter().position(|stride| count.div_ceil(*stride as usize) <= most);
        (strides.into_iter().map(Self::Ideal).collect(), start.unwrap_or(0))
    }

    /// How many labels every view as wide as this one has.
    pub(super) fn sure(self, view: (f64, f64)) -> usize {
        match self {
            Self::Even(step) => step.sure(view),
            Self::Ideal(stride) => (width(view) / (APART.1 * f64::from(stride)) + 1e-9) as usize,
        }
    }

    /// How many labels any view as wide as this one has at most.
    pub(super) fn most(self, view: (f64, f64)) -> usize {
        match self {
            Self::Even(step) => step.ticks(view).len(),
            Self::Ideal(stride) => (width(view) / (APART.0 * f64::from(stride))) as usize + 1,
        }
    }

    /// The ticks in `view`, ascending, and the small ones, which have no labels.
    pub(super) fn ticks(self, view: (f64, f64)) -> (Vec<f64>, Vec<(f64, bool)>) {
        let Some(view) = shown(view) else { return Default::default() };
        let stride = match self {
            Self::Even(step) => {
                let major = step.ticks(view).into_iter();
                return (major.filter(|tick| 0.0 < *tick && *tick < 1.0).collect(), Vec::new());
            }
            Self::Ideal(stride) => stride,
        };
        let (first, last) = (number(view.0).floor() as i32, number(view.1).ceil() as i32);
        let is_shown = |tick: &f64| 0.0 < *tick && *tick < 1.0 && inside(*tick, view);
        let (major, other): (Vec<i32>, Vec<i32>) =
            (first..=last).partition(|number| number % stride == 0);
        let major: Vec<f64> = major.into_iter().map(ideal).filter(is_shown).collect();
        let mut minor: Vec<f64> = match stride {
            1 => (first..last).flat_map(between).collect(),
            _ => other.into_iter().map(ideal).collect(),
        };
        minor.retain(is_shown);
        (major, minor.into_iter().map(|tick| (tick, false)).collect())
    }

    /// The longest labels that stand beside each other.
    pub(super) fn neighbours(self, view: (f64, f64)) -> Vec<Neighbours> {
        let (Self::Ideal(stride), Some(view)) = (self, shown(view)) else { return Vec::new() };
        let pair = |end: f64| {
            let last = (number(end) / f64::from(stride)).floor() as i32 * stride;
            let values = [last, last + stride].map(ideal);
            let texts = values.map(|value| label(value).unwrap_or_default());
            let apart = AxisScale::Logit.forward(values[1]) - AxisScale::Logit.forward(values[0]);
            Neighbours { apart, values, texts }
        };
        let pairs = [view.0, view.1].into_iter().map(pair);
        pairs.filter(|pair| pair.apart.is_finite()).collect()
    }
}

/// The ascending view, if there are probabilities in it alone.
fn shown(view: (f64, f64)) -> Option<(f64, f64)> {
    ascending(view).filter(|(low, high)| *low > 0.0 && *high < 1.0)
}

/// How long a view is, in powers of ten of the odds.
fn width(view: (f64, f64)) -> f64 {
    let at = |value: f64| AxisScale::Logit.forward(value);
    shown(view).map_or(0.0, |(low, high)| at(high) - at(low))
}

/// The tick of this number.
fn ideal(number: i32) -> f64 {
    match number {
        ..0 => decimal(1, number.max(-323)),
        0 => 0.5,
        1.. => 1.0 - decimal(1, -number),
    }
}

/// Where a probability is among the numbers of ticks.
fn number(value: f64) -> f64 {
    match value {
        ..0.1 => value.log10(),
        0.1..0.5 => (value - 0.5) / 0.4,
        0.5..0.9 => (value - 0.5) / 0.4,
        _ => -(1.0 - value).log10(),
    }
}

/// The small ticks from the tick of this number to the next.
fn between(number: i32) -> Vec<f64> {
    match number {
        ..-1 => (2..10).map(|digit| decimal(digit, number.max(-323))).collect(),
        -1 => (2..5).map(|digit| decimal(digit, -1)).collect(),
        0 => (6..9).map(|digit| decimal(digit, -1)).collect(),
        1.. => (2..10).rev().map(|digit| 1.0 - decimal(digit, -number - 1)).collect(),
    }
}

/// What is written at one of them; `None` at another probability.
fn label(value: f64) -> Option<String> {
    let power = |value: f64| {
        let power = value.log10().round();
        let is_power = (10.0_f64.powf(power) / value - 1.0).abs() < 1e-7;
        is_power.then(|| power_of_ten(power as i32))
    };
    match value {
        0.5 => Some("½".to_owned()),
        ..0.5 => power(value).map(|power| formula(&power)),
        // the digits of a number near 1 are few
        _ => {
            let power = (1.0 - value).log10().round();
            let is_power = ideal(-power as i32) == value;
            is_power.then(|| formula(&format!("1\u{2212}{}", power_of_ten(power as i32))))
        }
    }
}

/// What is written at `ticks`: `10⁻² ½ 1−10⁻²`, or plain numbers where one is another probability.
pub(super) fn labels(ticks: &[f64], view: (f64, f64)) -> TickLabels {
    let ideal: Option<Vec<String>> = ticks.iter().map(|tick| label(*tick)).collect();
    match ideal {
        Some(texts) => TickLabels { texts, offset: String::new() },
        None => format::labels(ticks, view),
    }
}

/// The limits for data from `low` to `high`, of which `least` is the smallest above 0: data that are no
/// probabilities are left out as matplotlib leaves them out.
pub(super) fn nonsingular(low: f64, high: f64, least: f64) -> (f64, f64) {
    let Some((low, high)) = ascending((low, high)).filter(|(low, high)| *high > 0.0 && *low < 1.0)
    else {
        return NOTHING;
    };
    let least = if 0.0 < least && least < 1.0 { least } else { NOTHING.0 };
    let low = if low > 0.0 { low } else { least };
    let high = if high < 1.0 { high } else { 1.0 - least };
    match low.total_cmp(&high) {
        std::cmp::Ordering::Less => (low, high),
        std::cmp::Ordering::Equal => (0.1 * low, 1.0 - 0.1 * (1.0 - high)),
        std::cmp::Ordering::Greater => (high, low),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::plain, *};

    fn usual(view: (f64, f64)) -> (Vec<f64>, Vec<f64>) {
        let (rungs, start) = LogitRung::of(view, 9);
        let (major, minor) =
            rungs.get(start).map_or_else(Default::default, |rung| rung.ticks(view));
        (major, minor.into_iter().map(|(tick, _)| tick).collect())
    }

    /// `LogitLocator().tick_values(..)` and `LogitFormatter` of matplotlib.
    #[test]
    fn ticks_and_labels_are_matplotlibs() {
        let view = (0.005, 0.995);
        let (major, minor) = usual(view);
        assert_eq!(major, [0.01, 0.1, 0.5, 0.9, 0.99]);
        let wanted = ["10⁻²", "10⁻¹", "½", "1−10⁻¹", "1−10⁻²"];
        assert_eq!(plain(&labels(&major, view).texts), wanted);
        assert!(minor.contains(&0.2) && minor.contains(&0.02) && minor.contains(&0.006));
        assert!(!minor.contains(&0.1) && minor.windows(2).all(|pair| pair[0] < pair[1]));
        // many are thinned on both sides alike
        let (major, _) = usual((3e-9, 1.0 - 3e-9));
        assert_eq!(major.len(), 9);
        assert_eq!(major[4], 0.5);
        // a view with few of them is nearly linear
        assert_eq!(usual((0.2, 0.8)).0, [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
        assert_eq!(labels(&[0.2, 0.5], view).texts, ["0.2", "0.5"]);
    }

    #[test]
    fn only_probabilities_have_limits() {
        assert_eq!(nonsingular(0.1, 0.9, 0.1), (0.1, 0.9));
        assert_eq!(nonsingular(0.0, 1.0, 0.01), (0.01, 0.99));
        assert_eq!(nonsingular(-3.0, -1.0, f64::INFINITY), NOTHING);
        assert_eq!(nonsingular(f64::NAN, 1.0, 1.0), NOTHING);
        let (low, high) = nonsingular(0.5, 0.5, 0.5);
        assert!((low - 0.05).abs() < 1e-15 && (high - 0.95).abs() < 1e-15);
        assert_eq!(usual((0.0, 0.5)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn no_view_runs_away() {
        let ends = [5e-324, 1e-300, 1e-9, 0.1, 0.5, 0.5 + 1e-15, 0.9, 1.0 - 1e-15];
        for (a, b) in ends.iter().flat_map(|a| ends.map(|b| (*a, b))) {
            let (major, minor) = usual((a, b));
            assert!(major.len() <= 12 && minor.len() < 400, "{a:e} {b:e}: {}", major.len());
            for stride in 1..9 {
                let rung = LogitRung::Ideal(stride);
                assert!(rung.sure((a, b)) <= rung.most((a, b)), "{a:e} {b:e} {rung:?}");
            }
        }
    }
}
