//! Ticks on a logarithmic axis whose powers are of another base than ten.

use super::{Neighbours, Step, TickLabels, ascending, format, inside, log};
use crate::{base::error::written, text::formula};
use std::f64::consts::E;

/// Views of fewer powers than this have evenly spaced ticks.
const LEAST: f64 = 1.0;

/// matplotlib's most ticks along an axis, whatever its length.
const MOST: usize = 9;

/// With so many powers in view, ticks between them would run together.
const MANY: f64 = 10.0;

/// Of larger bases there would be more multiples of a power than can be told apart.
const MANY_DIGITS: f64 = 36.0;

/// Which ticks of such an axis there are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum PowerRung {
    /// Evenly spaced numbers.
    Even(Step),
    /// Those powers whose exponents are multiples of this.
    Powers(i32),
}

impl PowerRung {
    /// Those for a view, from many ticks to few, and which of them to take if there is room.
    pub(super) fn of(view: (f64, f64), base: f64, most: usize) -> (Vec<Self>, usize) {
        let Some((view, width)) = measured(view, base) else { return (Vec::new(), 0) };
        if width < LEAST {
            let (steps, start) = super::steps(view, most.min(MOST));
            return (steps.into_iter().map(Self::Even).collect(), start);
        }
        let most = most.clamp(2, MOST) as f64;
        let fits = |stride: i32| (width / f64::from(stride)).floor() < most;
        let far = [1, 2, 5].map(|digit| (2..9).map(move |power| digit * 10_i32.pow(power)));
        let mut far: Vec<i32> = far.into_iter().flatten().filter(|stride| *stride > 400).collect();
        far.sort_unstable();
        let far = far.into_iter().take_while(|stride| f64::from(*stride) <= width);
        let strides: Vec<i32> = log::strides(width).chain(far).collect();
        let start = strides.iter().position(|stride| fits(*stride));
        let start = start.unwrap_or(strides.len().saturating_sub(1));
        (strides.into_iter().map(Self::Powers).collect(), start)
    }

    /// How many labels every view as wide as this one has.
    pub(super) fn sure(self, view: (f64, f64), base: f64) -> usize {
        match (self, measured(view, base)) {
            (Self::Even(step), _) => step.sure(view),
            (Self::Powers(stride), Some((_, width))) => (width / f64::from(stride) + 1e-9) as usize,
            (Self::Powers(_), None) => 0,
        }
    }

    /// How many labels any view as wide as this one has at most.
    pub(super) fn most(self, view: (f64, f64), base: f64) -> usize {
        match self {
            Self::Even(step) => step.ticks(view).len(),
            Self::Powers(_) => self.sure(view, base) + 1,
        }
    }

    /// The ticks in `view`, ascending, and the small ones, which have no labels.
    pub(super) fn ticks(self, view: (f64, f64), base: f64) -> (Vec<f64>, Vec<(f64, bool)>) {
        let Some((view, width)) = measured(view, base) else { return Default::default() };
        let stride = match self {
            Self::Even(step) => {
                let major = step.ticks(view).into_iter().filter(|tick| *tick > 0.0);
                return (major.collect(), Vec::new());
            }
            Self::Powers(stride) => stride,
        };
        let first = (view.0.log(base) - 1e-9).floor() as i32;
        let last = (view.1.log(base) + 1e-9).ceil() as i32;
        let is_shown = |tick: &f64| *tick > 0.0 && inside(*tick, view);
        let start = first.div_euclid(stride) * stride;
        let major = (start..=last).step_by(stride as usize).map(|power| base.powi(power));
        let major = major.filter(is_shown).collect();
        if stride > 1 || width >= MANY || base > MANY_DIGITS {
            return (major, Vec::new());
        }
        let minor = (first..=last).flat_map(|power| {
            (2..base.ceil() as u32).map(move |digit| f64::from(digit) * base.powi(power))
        });
        (major, minor.filter(is_shown).map(|tick| (tick, false)).collect())
    }

    /// The longest labels that stand beside each other.
    pub(super) fn neighbours(self, view: (f64, f64), base: f64) -> Vec<Neighbours> {
        let (Self::Powers(stride), Some((view, _))) = (self, measured(view, base)) else {
            return Vec::new();
        };
        let pair = |end: f64| {
            let last = (end.log(base) / f64::from(stride)).floor() as i32 * stride;
            let values = [last - stride, last].map(|power| base.powi(power));
            let texts = values.map(|value| label(value, base).unwrap_or_default());
            Neighbours { apart: f64::from(stride) * base.log10(), values, texts }
        };
        vec![pair(view.0), pair(view.1)]
    }
}

/// The view in ascending order, and how many powers are between its ends; `None` where a logarithm cannot
/// show it.
fn measured(view: (f64, f64), base: f64) -> Option<((f64, f64), f64)> {
    let (low, high) = ascending(view).filter(|(low, _)| *low > 0.0)?;
    let width = high.log(base) - low.log(base);
    width.is_finite().then_some(((low, high), width + 1e-9))
}

/// The power of the base that a value is, as a formula.
fn label(value: f64, base: f64) -> Option<String> {
    let power = value.log(base).round();
    let is_power = (base.powf(power) / value - 1.0).abs() < 1e-9;
    let base = if base == E { "e".to_owned() } else { written(base) };
    is_power.then(|| formula(&format!("{base}^{{{power}}}")))
}

/// What is written at `ticks`: powers, or plain numbers where one is none.
pub(super) fn labels(ticks: &[f64], view: (f64, f64), base: f64) -> TickLabels {
    let powers: Option<Vec<String>> = ticks.iter().map(|tick| label(*tick, base)).collect();
    match powers {
        Some(texts) => TickLabels { texts, offset: String::new() },
        None => format::labels(ticks, view),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::plain, *};

    fn usual(view: (f64, f64), base: f64) -> (Vec<f64>, Vec<f64>) {
        let (rungs, start) = PowerRung::of(view, base, 9);
        let (major, minor) =
            rungs.get(start).map_or_else(Default::default, |rung| rung.ticks(view, base));
        (major, minor.into_iter().map(|(tick, _)| tick).collect())
    }

    /// `LogLocator(base=2).tick_values(..)` and `LogFormatterMathtext(base=2)` of matplotlib.
    #[test]
    fn powers_of_two_and_of_four_stand_where_matplotlib_puts_them() {
        let (major, minor) = usual((1.0, 64.0), 2.0);
        assert_eq!(major, [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]);
        assert!(minor.is_empty());
        let view = (0.25, 64.0);
        let (major, minor) = usual(view, 4.0);
        assert_eq!(major, [0.25, 1.0, 4.0, 16.0, 64.0]);
        assert_eq!(minor, [0.5, 0.75, 2.0, 3.0, 8.0, 12.0, 32.0, 48.0]);
        assert_eq!(plain(&labels(&major, view, 4.0).texts), ["4⁻¹", "4⁰", "4¹", "4²", "4³"]);
        let (major, _) = usual((1.0, 2.0_f64.powi(30)), 2.0);
        let steps: Vec<f64> = major.windows(2).map(|pair| pair[1] / pair[0]).collect();
        assert!(major.len() <= 9 && steps.iter().all(|step| *step == steps[0]), "{major:?}");
    }

    #[test]
    fn every_base_has_labels_of_its_own() {
        let of = |base: f64, ticks: &[f64]| plain(&labels(ticks, (1.0, 100.0), base).texts);
        assert_eq!(of(E, &[E, E * E]), ["e¹", "e²"]);
        assert_eq!(of(1.5, &[1.0, 1.5, 2.25]), ["1.5⁰", "1.5¹", "1.5²"]);
        // where one is no power, none is written as one
        assert_eq!(of(2.0, &[1.0, 3.0]), ["1", "3"]);
        assert_eq!(usual((5.0, 7.0), 2.0).0, [5.0, 5.25, 5.5, 5.75, 6.0, 6.25, 6.5, 6.75, 7.0]);
    }

    #[test]
    fn no_view_runs_away() {
        let ends = [5e-324, 1e-310, 1e-20, 1.0, 1.0 + 1e-15, 7.3, 1e300, f64::MAX];
        for base in [1.000_001, 1.5, 2.0, E, 16.0, 1e6, 1e300] {
            for (a, b) in ends.iter().flat_map(|a| ends.map(|b| (*a, b))) {
                let (rungs, _) = PowerRung::of((a, b), base, 9);
                for rung in rungs.into_iter().filter(|rung| matches!(rung, PowerRung::Powers(_))) {
                    let count = rung.most((a, b), base);
                    assert!(rung.sure((a, b), base) <= count, "{a:e} {b:e} {base}");
                }
                let (major, minor) = usual((a, b), base);
                assert!(major.len() < 1000 && minor.len() < 1000, "{a:e} {b:e} {base}");
            }
        }
        assert_eq!(usual((-1.0, 1.0), 2.0).0, [0.0; 0]);
    }
}
