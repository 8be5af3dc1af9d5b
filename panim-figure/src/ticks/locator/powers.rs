//! Ticks at the powers of a base.

use super::super::{inside, slack};
use crate::AxisScale;

/// `subs` times the powers of `base`, or only powers, of which at most about `most` are in view.
pub(super) fn powers(base: f64, subs: &[f64], view: (f64, f64), most: usize) -> Vec<f64> {
    if view.1 <= 0.0 {
        return Vec::new();
    }
    // numbers below that have no power of their own
    let low = view.0.max(f64::MIN_POSITIVE);
    let (first, last) = (low.log(base), view.1.log(base));
    // matplotlib's
    let between = (last.floor() - first.ceil()).max(0.0) as usize;
    let every = (between / most.max(1) + 1) as i32;
    let subs = if every > 1 { &[1.0][..] } else { subs };
    let powers = exponents(first, last, every);
    let ticks = powers.flat_map(|power| subs.iter().map(move |sub| sub * base.powi(power)));
    // nothing is outside of the view by the rounding of a number near zero
    let slack = slack(view).min(1e-10 * low);
    ticks.filter(|tick| view.0 - slack <= *tick && *tick <= view.1 * (1.0 + 1e-10)).collect()
}

/// On an axis that is not logarithmic, ticks are at least this fraction of a label's share of its length
/// apart.
const APART: f64 = 0.5;

/// The same on an axis that is not logarithmic, from the largest down as far as they can be told apart.
/// Where the axis is logarithmic on both sides of zero, they are on both, with zero.
pub(super) fn powers_apart(
    base: f64,
    subs: &[f64],
    scale: AxisScale,
    view: (f64, f64),
    most: usize,
) -> Vec<f64> {
    let place = |value: f64| scale.forward(value);
    let threshold = scale.threshold();
    let (near, far, sides) = match threshold {
        Some(_) if view.0 < 0.0 && view.1 > 0.0 => (0.0, view.1.max(-view.0), 2.0),
        Some(_) => (view.0.max(-view.1), view.1.max(-view.0), 1.0),
        None => (view.0.max(0.0), view.1, 1.0),
    };
    let has_zero = threshold.is_some() && inside(0.0, view);
    // the length of the longest view is no f64
    let fraction = APART / most.max(1) as f64;
    let gap = place(view.1) * fraction - place(view.0) * fraction;
    let mut low = scale.inverse(place(near) + gap);
    if let Some(threshold) = threshold {
        // beside a label at zero
        let inner = scale.inverse(gap).max(base.powf((threshold.log(base) + 1e-9).floor()));
        low = if has_zero { inner } else { low };
    }
    let mut above = Vec::new();
    if far > 0.0 && low > 0.0 {
        let (first, last) = (low.log(base), far.log(base));
        let between = ((last.floor() - first.ceil()).max(0.0) * sides) as usize;
        let every = (between / most.max(1) + 1) as i32;
        let subs = if every > 1 { &[1.0][..] } else { subs };
        // of those below, no two can be told apart
        let powers = exponents(first, last, every);
        above =
            powers.flat_map(|power| subs.iter().map(move |sub| sub * base.powi(power))).collect();
        above.retain(|tick| *tick <= far * (1.0 + 1e-10) && *tick >= near * (1.0 - 1e-10));
        if has_zero {
            above.retain(|tick| *tick >= low * (1.0 - 1e-10));
        }
        above.sort_by(|a, b| b.total_cmp(a));
        let is_apart = |pair: &[f64]| place(pair[0]) - place(pair[1]) >= gap * (1.0 - 1e-9);
        let count = above.windows(2).take_while(|pair| is_apart(pair)).count() + 1;
        above.truncate(count);
    }
    let mut ticks: Vec<f64> = above.iter().rev().copied().collect();
    if threshold.is_some() {
        let below = above.iter().map(|tick| -tick);
        ticks = below.chain([0.0]).chain(ticks).collect();
    }
    ticks.retain(|tick| inside(*tick, view));
    ticks
}

/// The multiples of `every` among the exponents from `first`, rounded down, to `last`, rounded up.
fn exponents(first: f64, last: f64, every: i32) -> impl Iterator<Item = i32> {
    let every = every.max(1);
    let (first, last) = (first.floor() as i32, last.ceil() as i32);
    let below = first.rem_euclid(every);
    let to_next = if below == 0 { 0 } else { every - below };
    (first.saturating_add(to_next)..=last).step_by(every as usize)
}
