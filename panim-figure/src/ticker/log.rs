//! Ticks on a logarithmic axis: powers of ten, and between them their multiples.

use super::{ascending, decimal, inside};
use crate::text::{formula, power_of_ten};

/// With so many powers of ten in view, ticks between them would run together.
const MANY: i32 = 10;

/// matplotlib's most ticks along an axis, whatever its length.
const MOST: usize = 9;

/// Over more powers of ten than this, not every multiple between them has a label.
const CROWDED: f64 = 0.4;

/// What of a log axis is in view: the powers of ten, as exponents.
#[derive(Debug, Clone, Copy)]
struct Decades {
    first: i32,
    last: i32,
    /// How many there are between the two ends of the view, as a fraction.
    width: f64,
}

impl Decades {
    /// `None` where a logarithm cannot show the view.
    fn new(view: (f64, f64)) -> Option<Self> {
        let (low, high) = ascending(view).filter(|(low, _)| *low > 0.0)?;
        let (start, end) = (low.log10(), high.log10());
        // a tick on a moving edge must not flicker
        let slack = 1e-10 * (end - start) + 2.0 * f64::EPSILON * start.abs().max(end.abs());
        let (first, last) = ((start - slack).ceil() as i32, (end + slack).floor() as i32);
        Some(Self { first, last, width: end - start })
    }

    fn count(self) -> i32 {
        (self.last - self.first + 1).max(0)
    }

    /// How far apart ticks stand so that there are as many as can be, but not more than `most`,
    /// and how many these are.
    fn stride(self, most: usize) -> (i32, i32) {
        let (count, most) = (self.count(), most.clamp(2, MOST) as i32);
        let closest = count / (most + 1) + 1;
        let ticks = (count + closest - 1) / closest;
        let ticks = ticks.min(most);
        // the widest stride that fits as many, so that little is left over at the ends
        (if ticks > 1 { (count - 1) / (ticks - 1) } else { 1 }, ticks)
    }

    /// The exponents that have a tick.
    fn ticks(self, most: usize) -> impl Iterator<Item = i32> {
        let (stride, ticks) = self.stride(most);
        let spare = (self.count() - stride * ticks).max(0);
        let limit = (self.count() - stride * (ticks - 1)).min(stride);
        // multiples of the stride, if that leaves as many
        let aligned = (-self.first).rem_euclid(stride);
        let offset = if (spare..limit).contains(&aligned) { aligned } else { spare };
        (self.first + offset..=self.last).step_by(stride as usize)
    }
}

/// The powers of ten in `view`, ascending, of which every second, third, .. is left out where
/// there are more than `most`. A view that reaches below zero has none.
pub(crate) fn locate(view: (f64, f64), most: usize) -> Vec<f64> {
    let decades = Decades::new(view);
    decades.map_or_else(Vec::new, |d| d.ticks(most).map(|power| decimal(1, power)).collect())
}

/// The ticks between those of [`locate`], ascending: the multiples of powers of ten, as long as
/// all powers have ticks. Where they are too few to read, as in a view of 42 to 48, evenly spaced
/// numbers.
pub(crate) fn locate_minor(view: (f64, f64), most: usize) -> Vec<f64> {
    let (Some(decades), Some(view)) = (Decades::new(view), ascending(view)) else {
        return Vec::new();
    };
    if decades.count() >= MANY || decades.stride(most).0 > 1 {
        return Vec::new();
    }
    let powers = decades.first - 1..=decades.last;
    let mut ticks: Vec<f64> =
        powers.flat_map(|power| (2..10).map(move |digit| decimal(digit, power))).collect();
    ticks.retain(|&tick| inside(tick, view));
    // the smallest numbers have no digits
    ticks.dedup();
    if decades.count() as usize + ticks.len() <= 1 {
        ticks = super::locate(view.0, view.1, most.min(MOST));
        let major = decimal(1, decades.first);
        ticks.retain(|&tick| tick != major && tick > 0.0);
    }
    ticks
}

/// A label for each of `ticks`, as formulas: 10⁻³ or 2.5×10⁴.
pub(crate) fn labels(ticks: &[f64]) -> Vec<String> {
    // matplotlib's six digits, and as many more as tell the ticks from each other
    let written = |digits| ticks.iter().map(|&tick| scientific(tick, digits)).collect();
    let distinct = |texts: &Vec<String>| texts.windows(2).all(|pair| pair[0] != pair[1]);
    (6..17).map(written).find(distinct).unwrap_or_else(|| written(17))
}

/// A label for each tick of [`locate_minor`], empty for one that has none: ticks between powers of
/// ten are labelled where there is at most one of these powers in view.
pub(crate) fn minor_labels(ticks: &[f64], view: (f64, f64)) -> Vec<String> {
    let decades = Decades::new(view).filter(|decades| decades.count() <= 1);
    let Some(decades) = decades else { return vec![String::new(); ticks.len()] };
    let has_label = |tick: f64| decades.width <= CROWDED || is_spread(tick);
    let labels = labels(ticks).into_iter().zip(ticks);
    labels.map(|(label, &tick)| if has_label(tick) { label } else { String::new() }).collect()
}

/// Is its first digit one of those that stand evenly far from each other on a log axis?
fn is_spread(tick: f64) -> bool {
    let text = format!("{:e}", tick.abs());
    let digit = text.split_once('e').and_then(|(digits, _)| digits.parse::<f64>().ok());
    digit.is_some_and(|digit| [1.0, 2.0, 3.0, 4.0, 6.0, 10.0].contains(&digit.round_ties_even()))
}

/// `value` as a number from 1 to 10, of at most so many `digits`, times a power of ten.
fn scientific(value: f64, digits: usize) -> String {
    let sign = if value < 0.0 { "\u{2212}" } else { "" };
    let text = format!("{:.*e}", digits - 1, value.abs());
    let Some((digits, power)) = text.split_once('e') else { return text };
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    let power = power.parse().map_or_else(|_| String::new(), power_of_ten);
    match digits {
        "" | "0" => "0".to_owned(),
        "1" => formula(&format!("{sign}{power}")),
        _ => formula(&format!("{sign}{digits}×{power}")),
    }
}

/// The limits of a log axis for data from `low` to `high`, of which `least` is the smallest above
/// zero: data at and below zero are left out, and a single value is shown between the powers of
/// ten next to it.
pub(crate) fn nonsingular(low: f64, high: f64, least: f64) -> (f64, f64) {
    const NOTHING: (f64, f64) = (1.0, 10.0);
    let Some((low, high)) = ascending((low, high)).filter(|(_, high)| *high > 0.0) else {
        return NOTHING;
    };
    let low = if low > 0.0 { low } else { least.max(f64::MIN_POSITIVE).min(high) };
    if low < high {
        return (low, high);
    }
    let Some(Decades { first, last, .. }) = Decades::new((low, low)) else { return NOTHING };
    // `first` is the power at or above the value, `last` the one at or below it
    let (below, above) = if first == last { (first - 1, last + 1) } else { (last, first) };
    (decimal(1, below.max(-307)), decimal(1, above.min(308)))
}

#[cfg(test)]
mod tests {
    use super::{super::plain, *};

    #[test]
    fn powers_of_ten_are_formulas() {
        assert_eq!(labels(&[-100.0, 0.0, 2.5e-3]), ["$−10^{2}$", "0", "$2.5×10^{-3}$"]);
    }

    #[test]
    fn only_positive_views_have_ticks() {
        for view in [(0.0, 1.0), (-1.0, 10.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
            assert!(locate(view, 9).is_empty() && locate_minor(view, 9).is_empty(), "{view:?}");
            assert_eq!(minor_labels(&[2.0], view), [""]);
        }
    }

    #[test]
    fn a_moving_view_keeps_the_ticks_on_its_edges() {
        for n in 1..1000 {
            let low = 1e-3 / (f64::from(n) / 7.0) * (f64::from(n) / 7.0);
            let ticks = locate((low, low * 1e5), 9);
            assert_eq!(ticks.len(), 6, "from {low:e}: {ticks:?}");
        }
    }

    #[test]
    fn no_view_runs_away() {
        let ends = [5e-324, 1e-310, f64::MIN_POSITIVE, 1e-20, 0.99, 1.0, 1.0 + 1e-15, 7.3, 1e300];
        for a in ends {
            for b in ends.into_iter().chain([f64::MAX]) {
                for most in [0, 1, 2, 5, 9, 100] {
                    let (major, minor) = (locate((a, b), most), locate_minor((a, b), most));
                    assert!(major.len() <= 9 && minor.len() <= 88, "{a:e} {b:e} {most}");
                    for ticks in [&major, &minor] {
                        assert!(ticks.windows(2).all(|w| w[0] < w[1]), "{a:e} {b:e}: {ticks:?}");
                    }
                    assert!(!minor.iter().any(|tick| major.contains(tick)), "{a:e} {b:e}");
                }
            }
        }
    }

    #[test]
    fn labels_tell_close_ticks_apart() {
        assert_eq!(plain(&labels(&[2.000_000_1, 2.000_000_2])), ["2.0000001×10⁰", "2.0000002×10⁰"]);
        assert_eq!(plain(&labels(&[1.0 / 3.0, 30.0])), ["3.33333×10⁻¹", "3×10¹"]);
    }

    #[test]
    fn nonsingular_limits_are_above_zero() {
        assert_eq!(nonsingular(2.0, 30.0, 2.0), (2.0, 30.0));
        assert_eq!(nonsingular(-2.0, 30.0, 0.5), (0.5, 30.0));
        assert_eq!(nonsingular(5.0, 5.0, 5.0), (1.0, 10.0));
        assert_eq!(nonsingular(10.0, 10.0, 10.0), (1.0, 100.0));
        assert_eq!(nonsingular(-3.0, -1.0, f64::INFINITY), (1.0, 10.0));
        assert_eq!(nonsingular(f64::NAN, 1.0, 1.0), (1.0, 10.0));
        assert_eq!(nonsingular(f64::MAX, f64::MAX, 1.0), (1e308, 1e308));
    }
}
