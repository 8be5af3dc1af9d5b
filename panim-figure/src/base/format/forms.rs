//! Forms of numbers that science has.

use super::{fixed, general, typeset};
use std::f64::consts::PI;

/// The prefixes of 10^-30, 10^-27, ..., 10^30: the SI's.
const PREFIXES: [&str; 21] = [
    "q", "r", "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
    "R", "Q",
];

/// `1.5 k`: a number from 1 to 1000 and a prefix, with a space between them if anything follows it.
/// `digits`: after the point; none: as few as six digits need.
pub(super) fn engineering(value: f64, digits: Option<usize>, unit: &str) -> String {
    if !value.is_finite() {
        return spaced(typeset(&general(value)), unit);
    }
    let number =
        |scaled: f64| digits.map_or_else(|| general(scaled), |digits| fixed(scaled, digits));
    let middle = (PREFIXES.len() / 2) as i32;
    let thousands = match value {
        0.0 => 0,
        value => (value.abs().log10() / 3.0).floor() as i32,
    };
    let mut thousands = thousands.clamp(-middle, middle);
    let scaled = |thousands: i32| value / 10_f64.powi(3 * thousands);
    let mut text = number(scaled(thousands));
    // 999.9999 is written as 1000
    let written = text.replace('\u{2212}', "-").parse::<f64>().map_or(0.0, f64::abs);
    if written >= 1000.0 && thousands < middle {
        thousands += 1;
        text = number(scaled(thousands));
    }
    let prefix = PREFIXES[(thousands + middle) as usize];
    spaced(typeset(&text), &format!("{prefix}{unit}"))
}

fn spaced(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// The largest denominator of a fraction of pi.
const DENOMINATORS: u32 = 12;

/// With a larger numerator a fraction says less than a decimal number.
const NUMERATORS: f64 = 1000.0;

/// `3π/4`, or `0.123π` where that is no simple fraction.
pub(super) fn of_pi(value: f64) -> String {
    let ratio = value / PI;
    if !ratio.is_finite() {
        return typeset(&general(value));
    }
    let near = |denominator: u32| {
        let multiple = ratio * f64::from(denominator);
        (multiple - multiple.round()).abs() < 1e-9 * (1.0 + multiple.abs())
    };
    let Some(denominator) = (1..=DENOMINATORS).find(|denominator| near(*denominator)) else {
        return typeset(&general(ratio)) + "π";
    };
    let numerator = (ratio * f64::from(denominator)).round();
    if denominator > 1 && numerator.abs() > NUMERATORS {
        return typeset(&general(ratio)) + "π";
    }
    let sign = if numerator < 0.0 { "−" } else { "" };
    let times = match numerator.abs() {
        0.0 => return "0".to_owned(),
        1.0 => String::new(),
        times => general(times),
    };
    match denominator {
        1 => format!("{sign}{times}π"),
        _ => format!("{sign}{times}π/{denominator}"),
    }
}

/// `2⁵` as a formula, or the number itself where it is no power of the base.
pub(super) fn power_of(base: f64, value: f64) -> String {
    let power = value.log(base).round();
    let is_power = value > 0.0 && (base.powf(power) / value - 1.0).abs() < 1e-9;
    if !is_power {
        return typeset(&general(value));
    }
    format!("${}^{{{}}}$", general(base), typeset(&general(power)))
}

/// `30°N`: with the letter of its side of zero, which has none itself, as half of a turn has none.
pub(super) fn degrees(value: f64, [above, below]: [char; 2], around: Option<f64>) -> String {
    let value = match around {
        Some(turn) if value.abs() > turn / 2.0 => {
            (value + turn / 2.0).rem_euclid(turn) - turn / 2.0
        }
        _ => value,
    };
    let text = typeset(&general(value.abs()));
    let is_plain = text == "0" || around.is_some_and(|turn| value.abs() == turn / 2.0);
    match value {
        _ if is_plain => format!("{text}°"),
        value if value > 0.0 => format!("{text}°{above}"),
        _ => format!("{text}°{below}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Format;
    use std::f64::consts::PI;

    /// matplotlib's `EngFormatter`.
    #[test]
    fn engineering_numbers_have_prefixes() {
        let cases = [
            (0.0, "0 Hz"),
            (1.0, "1 Hz"),
            (1500.0, "1.5 kHz"),
            (-1500.0, "−1.5 kHz"),
            (999.9999, "1 kHz"),
            (999_999.9, "1 MHz"),
            (2.5e-6, "2.5 µHz"),
            (1e33, "1000 QHz"),
            (1e36, "1e+06 QHz"),
            (1e-32, "0.01 qHz"),
            (f64::INFINITY, "inf Hz"),
        ];
        for (value, text) in cases {
            assert_eq!(Format::engineering().suffix("Hz").text(value), text, "{value}");
        }
        assert_eq!(Format::engineering().text(1500.0), "1.5 k");
        assert_eq!(Format::engineering().text(150.0), "150");
        assert_eq!(Format::engineering().places(2).suffix("V").text(1500.0), "1.50 kV");
        assert_eq!(Format::engineering().places(0).suffix("V").text(999.6), "1 kV");
    }

    #[test]
    fn multiples_of_pi_are_fractions() {
        let cases = [
            (0.0, "0"),
            (PI, "π"),
            (-PI, "−π"),
            (PI / 2.0, "π/2"),
            (-3.0 * PI / 4.0, "−3π/4"),
            (7.0 * PI / 12.0, "7π/12"),
            (100.0 * PI, "100π"),
            (6e8, "1.90986e+08π"),
            (1e3 * PI / 3.0, "1000π/3"),
            (-1001.0 * PI / 2.0, "−500.5π"),
            (1.0, "0.31831π"),
            (f64::NAN, "NaN"),
        ];
        for (value, text) in cases {
            assert_eq!(Format::pi().text(value), text, "{value}");
        }
        // as sums of steps have it
        let sum: f64 = (0..7).map(|_| PI / 6.0).sum();
        assert_eq!(Format::pi().text(sum), "7π/6");
    }

    /// cartopy's `LongitudeFormatter` and `LatitudeFormatter`.
    #[test]
    fn degrees_say_their_side_of_the_world() {
        let longitudes = [0.0, 60.0, -60.0, 180.0, -180.0, 190.0, -190.0, 2.5, 360.0, 540.0];
        let texts = longitudes.map(|degrees| Format::longitude().text(degrees));
        let wanted =
            ["0°", "60°E", "60°W", "180°", "180°", "170°W", "170°E", "2.5°E", "0°", "180°"];
        assert_eq!(texts, wanted);
        let texts = [30.0, -45.0, -0.0, 89.5].map(|degrees| Format::latitude().text(degrees));
        assert_eq!(texts, ["30°N", "45°S", "0°", "89.5°N"]);
    }

    #[test]
    fn powers_of_a_base_are_formulas() {
        assert_eq!(Format::power(2).text(32.0), "$2^{5}$");
        assert_eq!(Format::power(2).text(0.25), "$2^{−2}$");
        assert_eq!(Format::power(10).text(1e3), "$10^{3}$");
        assert_eq!(Format::power(2).text(3.0), "3");
        assert_eq!(Format::power(2).text(-4.0), "−4");
    }

    #[test]
    fn a_percentage_can_be_of_any_whole() {
        assert_eq!(Format::percent(0).of(40).text(10.0), "25%");
        assert_eq!(Format::percent(1).text(0.255), "25.5%");
    }
}
