//! What is written at the ticks: plain numbers, with what they share taken out of them.
//!
//! Very large and very small numbers share a power of ten, numbers far from zero an offset. Both
//! are written once beside the axis as a formula: ×10⁶, +1.2345×10³, or ×10⁻⁶ + 1.5 for the two together,
//! which reads as what to do with a label to get its value.

use super::{decimal, exponent, inside};
use crate::text::{formula, power_of_ten};

/// A power of ten up to this, or from [`LARGE`] on, is taken out of the labels.
const SMALL: i32 = -5;
const LARGE: i32 = 6;

/// An offset of fewer digits than this is left in the labels.
const OFFSET_DIGITS: u32 = 4;

/// More decimals than an `f64` holds say nothing.
const MAX_DECIMALS: i32 = 17;

/// What is written along one axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TickLabels {
    /// One label for each tick, all with the same number of decimals.
    pub(crate) texts: Vec<String>,
    /// What all labels have in common, written at the end of the axis; mostly empty.
    pub(crate) offset: String,
}

/// The labels of `ticks` on an axis with the limits `view`, in either order.
pub(crate) fn labels(ticks: &[f64], view: (f64, f64)) -> TickLabels {
    labels_by(ticks, view, |power| power <= SMALL || power >= LARGE)
}

/// The same where there is little room: with a power of ten taken out of them, whatever it is.
pub(crate) fn short_labels(ticks: &[f64], view: (f64, f64)) -> TickLabels {
    labels_by(ticks, view, |_| true)
}

/// `takes_out`: whether a power of ten is taken out of them.
fn labels_by(ticks: &[f64], view: (f64, f64), takes_out: impl Fn(i32) -> bool) -> TickLabels {
    if ticks.is_empty() {
        return TickLabels::default();
    }
    let view = (view.0.min(view.1), view.0.max(view.1));
    let seen: Vec<f64> = ticks.iter().copied().filter(|&tick| inside(tick, view)).collect();
    let offset = shared_offset(&seen);
    let power = shared_power(&seen, view, offset.is_some(), takes_out);

    let shift = offset.map_or(0.0, Decimal::value);
    let scale = decimal(1, power);
    let scaled = |value: f64| (value - shift) / scale;
    let values: Vec<f64> = ticks.iter().map(|&tick| scaled(tick)).collect();
    // What rounding does to a tick far from zero shows when its offset is taken away.
    let noise = 2.0 * f64::EPSILON * view.0.abs().max(view.1.abs()) / scale;
    let decimals = decimals(&values, (scaled(view.0), scaled(view.1)), noise);
    TickLabels {
        texts: values.iter().map(|&value| number(value, decimals)).collect(),
        offset: Some(offset_text(power, offset))
            .filter(|text| !text.is_empty())
            .map_or_else(String::new, |text| formula(&text)),
    }
}

/// `digits * 10^exponent`.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i128,
    exponent: i32,
}

impl Decimal {
    fn value(self) -> f64 {
        decimal(self.digits, self.exponent)
    }

    /// Its size with one digit before the point, as in `1.2345×10³`, without a sign.
    fn text(self) -> String {
        let digits = self.digits.unsigned_abs().to_string();
        let power = self.exponent + digits.len() as i32 - 1;
        let (first, rest) = digits.split_at(1);
        let significand = match rest.trim_end_matches('0') {
            "" => first.to_string(),
            rest => format!("{first}.{rest}"),
        };
        match (significand.as_str(), power) {
            (_, 0) => significand,
            ("1", _) => power_of_ten(power),
            _ => format!("{significand}×{}", power_of_ten(power)),
        }
    }
}

/// The leading digits that all of `ticks` share, if taking them out makes the labels much shorter.
fn shared_offset(ticks: &[f64]) -> Option<Decimal> {
    let low = ticks.iter().copied().fold(f64::INFINITY, f64::min);
    let high = ticks.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low >= high || (low <= 0.0 && high >= 0.0) {
        return None;
    }
    let (near, far) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    let mut exponent = lowest_shared(near, far, 0)?;
    // A narrow range across a multiple of a large power of ten, as 9999..10001, shares no digits.
    if (far - near) / decimal(1, exponent) < 1.001e-2 {
        exponent = lowest_shared(near, far, 1)?;
    }
    let digits = multiples(far, exponent);
    let sign = if low < 0.0 { -1 } else { 1 };
    (digits >= 10_i128.pow(OFFSET_DIGITS - 1))
        .then_some(Decimal { digits: sign * digits, exponent })
}

/// The lowest power of ten of which `near` and `far` hold numbers at most `apart` different.
fn lowest_shared(near: f64, far: f64, apart: i128) -> Option<i32> {
    let top = exponent(far) + 1;
    // Two numbers that differ at all do so within the 17 digits of an f64.
    let mut powers = (top - 19..=top).rev();
    powers.find(|&power| multiples(far, power) - multiples(near, power) > apart).map(|p| p + 1)
}

/// How often `10^power` goes into `value`. The quotient is rounded, so 0.6 / 0.1 needs some help
/// to reach 6.
fn multiples(value: f64, power: i32) -> i128 {
    (value / decimal(1, power) * (1.0 + 4.0 * f64::EPSILON)).floor() as i128
}

/// The power of ten to take out of the labels: 0 for numbers of a handy size.
fn shared_power(
    ticks: &[f64],
    view: (f64, f64),
    has_offset: bool,
    takes_out: impl Fn(i32) -> bool,
) -> i32 {
    let largest = ticks.iter().fold(0.0, |largest: f64, tick| largest.max(tick.abs()));
    let power = exponent(if has_offset { view.1 - view.0 } else { largest });
    if takes_out(power) { power } else { 0 }
}

/// How many decimals tell `values` from each other, to a thousandth of their range. A lone value
/// is told from the ends of the `view`. `noise` is what may be wrong with a value, and is not
/// written as long as it is far below the ticks' distance.
fn decimals(values: &[f64], view: (f64, f64), noise: f64) -> usize {
    let ends = if values.len() < 2 { vec![view.0, view.1] } else { Vec::new() };
    let (low, high) = values
        .iter()
        .chain(&ends)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &v| (low.min(v), high.max(v)));
    let range = if low < high { high - low } else { high.abs() };
    let magnitude = exponent(range);
    let close = noise.clamp(decimal(1, magnitude - 3), decimal(2, magnitude - 2));
    let mut decimals = (4 - magnitude).clamp(0, MAX_DECIMALS);
    while decimals > 0 && values.iter().all(|&v| (v - rounded(v, decimals - 1)).abs() < close) {
        decimals -= 1;
    }
    decimals as usize
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = decimal(1, decimals);
    (value * scale).round_ties_even() / scale
}

fn number(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let is_zero = text.bytes().all(|c| matches!(c, b'0' | b'.'));
    if value < 0.0 && !is_zero { format!("\u{2212}{text}") } else { text }
}

fn offset_text(power: i32, offset: Option<Decimal>) -> String {
    let power = if power == 0 { String::new() } else { format!("×{}", power_of_ten(power)) };
    let Some(offset) = offset else { return power };
    let sign = if offset.digits < 0 { '\u{2212}' } else { '+' };
    let offset = offset.text();
    if power.is_empty() { format!("{sign}{offset}") } else { format!("{power} {sign} {offset}") }
}

#[cfg(test)]
mod tests {
    use super::super::{locate, plain};
    use super::*;

    fn written(view: (f64, f64), nbins: usize) -> (String, String) {
        let labels = labels(&locate(view.0, view.1, nbins), view);
        (labels.texts.join(" "), plain(&[labels.offset]).join(""))
    }

    fn assert_written(view: (f64, f64), nbins: usize, texts: &str, offset: &str) {
        assert_eq!(written(view, nbins), (texts.to_owned(), offset.to_owned()), "{view:?}");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_written((-0.1, 0.1), 2, "−0.1 0.0 0.1", "");
        assert_eq!(labels(&[-1e-12, 1.0], (-1.0, 1.0)).texts, ["0", "1"]);
        assert_eq!(labels(&[-0.0], (-1.0, 1.0)).texts, ["0"]);
    }

    /// In floats 0.01 goes 999 times into 10, so matplotlib labels the second of these views
    /// `−0.10` to `−0.07` with `−9.9999×10³`, and misses ticks or steps in others.
    #[test]
    fn labels_do_not_hang_on_the_last_bit() {
        assert_written((0.0, 1e-5), 5, "0.0 0.2 0.4 0.6 0.8 1.0", "×10⁻⁵");
        assert_written((-1e4, -9999.961), 4, "0.00 0.01 0.02 0.03", "−10⁴");
        assert_written((0.12345, 0.12346), 5, "5.0 5.2 5.4 5.6 5.8 6.0", "×10⁻⁵ + 1.234×10⁻¹");
        assert_written((0.99999, 1.00001), 4, "−1.0 −0.5 0.0 0.5 1.0", "×10⁻⁵ + 1");
        assert_written((1.50000001, 1.50000005), 4, "1 2 3 4 5", "×10⁻⁸ + 1.5");
        assert_written((20.0, 20.003), 3, "0.000 0.001 0.002 0.003", "+2×10¹");
        assert_written((5.0, 5.0000001), 3, "0.0 0.5 1.0", "×10⁻⁷ + 5");
    }

    #[test]
    fn an_offset_has_all_its_digits() {
        let view = (1234567890123.0, 1234567890123.0 + 5.0);
        assert_written(view, 5, "3 4 5 6 7 8", "+1.23456789012×10¹²");
        let view = (38348437170.47, 38348437170.4735);
        assert_written(view, 6, "0.000 0.001 0.002 0.003", "+3.834843717047×10¹⁰");
    }

    #[test]
    fn a_moving_view_keeps_its_form() {
        for n in 0..1000 {
            let start = 1e4 + f64::from(n) * 0.001;
            let (texts, offset) = written((start, start + 0.001), 5);
            assert!(offset.starts_with("+1"), "{texts} {offset} from {start}");
        }
    }

    #[test]
    fn ticks_out_of_view_count_for_nothing_but_the_decimals() {
        let labels = labels(&[1.0, 2.5, 1e9], (0.0, 3.0));
        assert_eq!(labels.offset, "");
        assert_eq!(labels.texts[..2], ["1", "2"]);
    }

    #[test]
    fn a_lone_tick_has_its_own_decimals() {
        assert_eq!(labels(&[0.25], (0.2, 0.3)).texts, ["0.25"]);
        assert_eq!(labels(&[3.0], (2.9, 3.1)).texts, ["3"]);
        assert_eq!(labels(&[7e8], (7e8, 7e8)).texts, ["7"]);
    }

    #[test]
    fn ticks_that_are_not_finite_do_no_harm() {
        let labels = labels(&[0.0, f64::NAN, f64::INFINITY, 2.0], (0.0, 2.0));
        assert_eq!([&labels.texts[0], &labels.texts[3]].map(|text| &text[..1]), ["0", "2"]);
        assert_eq!(labels.offset, "");
        assert_eq!(super::labels(&[1.0], (f64::NAN, f64::INFINITY)).texts.len(), 1);
    }

    #[test]
    fn no_ticks_have_no_labels() {
        assert_eq!(labels(&[], (0.0, 1.0)), TickLabels::default());
    }

    #[test]
    fn extreme_views_have_short_labels() {
        assert_written((0.0, 1e300), 2, "0.0 0.5 1.0", "×10³⁰⁰");
        assert_written((f64::MIN, f64::MAX), 4, "−1 0 1", "×10³⁰⁸");
        assert_written((0.0, 1e-300), 2, "0.0 0.5 1.0", "×10⁻³⁰⁰");
        for view in [(0.0, 5e-324), (-1e-310, 3e-310), (1.0, 1.0 + f64::EPSILON), (1e300, 1e300)] {
            let (texts, offset) = written(view, 9);
            assert!(texts.len() < 300 && offset.len() < 60, "{view:?}: {texts} {offset}");
        }
    }
}
