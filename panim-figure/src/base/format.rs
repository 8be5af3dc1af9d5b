//! How numbers are written: beside bars, in pies, at ticks.

mod forms;

use crate::Number;
use crate::{
    FigureError,
    base::{check::DIGITS, error::written},
};
use std::{fmt, sync::Arc};

/// How a number becomes text: a fixed number of digits, a percentage, or a closure of your own.
///
/// Arguments that take `impl Into<Format>` take a closure as it is:
///
/// ```
/// # use panim_figure::Format;
/// let format: Format = (|value: f64| format!("{value:.1} kg")).into();
/// assert_eq!(format.text(2.0), "2.0 kg");
/// assert_eq!(Format::digits(1).text(-2.0), "−2.0");
/// assert_eq!(Format::percent(0).text(0.25), "25%");
/// assert_eq!(Format::engineering().suffix("Hz").text(1500), "1.5 kHz");
/// assert_eq!(Format::pi().text(std::f64::consts::FRAC_PI_2), "π/2");
/// assert_eq!(Format::digits(0).suffix("°").text(40.0), "40°");
/// ```
#[doc(alias = "FuncFormatter")]
#[derive(Clone, Default)]
pub struct Format {
    form: Form,
    suffix: String,
}

#[derive(Clone, Default)]
enum Form {
    #[default]
    General,
    Digits(usize),
    Percent {
        digits: usize,
        whole: f64,
    },
    Engineering(Option<usize>),
    Pi,
    Power(f64),
    /// By the letters of what is above and below zero, and how many degrees go once around.
    Degrees {
        letters: [char; 2],
        around: Option<f64>,
    },
    Own(Arc<dyn Fn(f64) -> String + Send + Sync>),
    All(Arc<WriteAll>),
}

/// From all numbers that are written to as many texts.
type WriteAll = dyn Fn(&[f64]) -> Vec<String> + Send + Sync;

impl Format {
    /// As short as six digits allow, very large and very small numbers with an exponent, as C's
    /// `%g`. This is the default.
    pub fn general() -> Self {
        Self::default()
    }

    /// This many digits after the point, up to 100.
    #[doc(alias = "FormatStrFormatter")]
    pub fn digits(digits: usize) -> Self {
        Form::Digits(digits).into()
    }

    /// A fraction of 1 as a percentage with this many digits after the point, up to 100: 0.25 is `25%`.
    #[doc(alias = "PercentFormatter")]
    pub fn percent(digits: usize) -> Self {
        Form::Percent { digits, whole: 1.0 }.into()
    }

    /// What 100 % is, above 0, for [`Format::percent`]; default: 1.
    #[must_use]
    pub fn of(mut self, number: impl Number) -> Self {
        if let Form::Percent { whole, .. } = &mut self.form {
            *whole = number.value();
        }
        self
    }

    /// A number from 1 to 1000 with an SI prefix, q to Q: 1500 is `1.5 k`, and `1.5 kHz` with the suffix
    /// `Hz`. It has as few digits as it needs, up to six.
    #[doc(alias = "EngFormatter")]
    pub fn engineering() -> Self {
        Form::Engineering(None).into()
    }

    /// Gives the numbers of [`Format::engineering`] this many digits after the point, up to 100.
    #[must_use]
    pub fn places(mut self, digits: usize) -> Self {
        if let Form::Engineering(places) = &mut self.form {
            *places = Some(digits);
        }
        self
    }

    /// A multiple of π, as a fraction with a denominator up to 12 where it is one: `3π/4`.
    pub fn pi() -> Self {
        Form::Pi.into()
    }

    /// A power of this base above 1: 32 is 2⁵ for 2. What is no power of it is written as
    /// [`Format::general`] does.
    #[doc(alias = "LogFormatter")]
    pub fn power(base: impl Number) -> Self {
        Form::Power(base.value()).into()
    }

    /// Degrees of longitude: -60 is `60°W`, 120 `120°E`, and 190, once around, `170°W`.
    #[doc(alias = "LongitudeFormatter")]
    pub fn longitude() -> Self {
        Form::Degrees { letters: ['E', 'W'], around: Some(360.0) }.into()
    }

    /// Degrees of latitude: 30 is `30°N`, -30 `30°S`.
    #[doc(alias = "LatitudeFormatter")]
    pub fn latitude() -> Self {
        Form::Degrees { letters: ['N', 'S'], around: None }.into()
    }

    /// A closure that sees all numbers that are to be written, such as those at the ticks of an axis,
    /// and writes as many texts. A text that is missing is empty.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// // the unit only at the last tick
    /// let format = Format::all(|ticks: &[f64]| {
    ///     let unit = |i| if i + 1 == ticks.len() { " km" } else { "" };
    ///     ticks.iter().enumerate().map(|(i, tick)| format!("{tick}{}", unit(i))).collect()
    /// });
    /// fig.axes().set_xlim(0, 10).set_xformat(format);
    /// # Renderer::new(fig).unwrap();
    /// ```
    pub fn all(write: impl Fn(&[f64]) -> Vec<String> + Send + Sync + 'static) -> Self {
        Form::All(Arc::new(write)).into()
    }

    /// Writes these words behind each number: `Format::digits(1).suffix(" s")`.
    #[must_use]
    pub fn suffix(self, suffix: impl Into<String>) -> Self {
        Self { suffix: suffix.into(), ..self }
    }

    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let refuse = |message| Err(FigureError::new(part, argument, message));
        match self.form {
            Form::Percent { whole, .. } if !(whole > 0.0 && whole.is_finite()) => {
                refuse(format!("percent of {}: must be above 0 and finite", written(whole)))
            }
            Form::Power(base) if !(base > 1.0 && base.is_finite()) => {
                refuse(format!("a power of {}: the base must be above 1 and finite", written(base)))
            }
            Form::Digits(digits)
            | Form::Percent { digits, .. }
            | Form::Engineering(Some(digits)) => DIGITS.check(part, argument, digits),
            _ => Ok(()),
        }
    }

    /// The text of `value`. All forms but closures write the minus sign as `−`.
    pub fn text(&self, value: impl Number) -> String {
        let value = value.value();
        let number = match &self.form {
            Form::General => typeset(&general(value)),
            Form::Digits(digits) => fixed(value, *digits),
            Form::Percent { digits, whole } => fixed(value / whole * 100.0, *digits) + "%",
            Form::Engineering(places) => {
                return forms::engineering(value, *places, &self.suffix);
            }
            Form::Pi => forms::of_pi(value),
            Form::Power(base) => forms::power_of(*base, value),
            Form::Degrees { letters, around } => forms::degrees(value, *letters, *around),
            Form::Own(write) => write(value),
            Form::All(write) => write(&[value]).into_iter().next().unwrap_or_default(),
        };
        number + &self.suffix
    }

    /// The texts of numbers that stand beside each other.
    pub(crate) fn texts(&self, values: &[f64]) -> Vec<String> {
        let Form::All(write) = &self.form else {
            return values.iter().map(|value| self.text(*value)).collect();
        };
        let mut texts = write(values);
        texts.resize(values.len(), String::new());
        texts.iter_mut().filter(|text| !text.is_empty()).for_each(|text| *text += &self.suffix);
        texts
    }
}

impl From<Form> for Format {
    fn from(form: Form) -> Self {
        Self { form, suffix: String::new() }
    }
}

impl<F: Fn(f64) -> String + Send + Sync + 'static> From<F> for Format {
    fn from(write: F) -> Self {
        Form::Own(Arc::new(write)).into()
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::General => f.write_str("Format::general()"),
            Form::Digits(digits) => write!(f, "Format::digits({digits})"),
            Form::Percent { digits, whole } => write!(f, "Format::percent({digits}).of({whole})"),
            Form::Engineering(None) => f.write_str("Format::engineering()"),
            Form::Engineering(Some(places)) => {
                write!(f, "Format::engineering().places({places})")
            }
            Form::Pi => f.write_str("Format::pi()"),
            Form::Power(base) => write!(f, "Format::power({base})"),
            Form::Degrees { around: Some(_), .. } => f.write_str("Format::longitude()"),
            Form::Degrees { around: None, .. } => f.write_str("Format::latitude()"),
            Form::Own(_) => f.write_str("Format::from(closure)"),
            Form::All(_) => f.write_str("Format::all(closure)"),
        }
    }
}

fn typeset(number: &str) -> String {
    number.replace('-', "−")
}

fn fixed(value: f64, digits: usize) -> String {
    let digits = digits.min(DIGITS.most());
    let text = format!("{value:.digits$}");
    // nothing is left of a small negative number but its sign
    let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    typeset(if is_zero { text.trim_start_matches('-') } else { &text })
}

/// Digits that `%g` keeps.
const SIGNIFICANT: usize = 6;

/// What C's `%g` writes.
fn general(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return (value + 0.0).to_string(); // no minus zero
    }
    let rounded = format!("{value:.*e}", SIGNIFICANT - 1);
    let Some((digits, exponent)) = rounded.split_once('e') else { return rounded };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let sign = if exponent < 0 { '-' } else { '+' };
    match usize::try_from(SIGNIFICANT as i32 - 1 - exponent) {
        Ok(decimals) if exponent >= -4 => shortest(&format!("{value:.decimals$}")).to_string(),
        _ => format!("{}e{sign}{:02}", shortest(digits), exponent.abs()),
    }
}

/// Without the zeros at the end of its decimals.
fn shortest(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn general_is_what_c_writes() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (100.0, "100"),
            (-2.5, "−2.5"),
            (0.1 + 0.2, "0.3"),
            (123_456.0, "123456"),
            (999_999.5, "1e+06"),
            (1_234_567.0, "1.23457e+06"),
            (0.000_123_456_7, "0.000123457"),
            (0.000_012_3, "1.23e−05"),
            (-1e100, "−1e+100"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "−inf"),
        ];
        for (value, text) in cases {
            assert_eq!(Format::general().text(value), text);
        }
    }

    #[test]
    fn nothing_is_minus_zero() {
        assert_eq!(Format::digits(1).text(-0.04), "0.0");
        assert_eq!(Format::digits(1).text(-0.06), "−0.1");
        assert_eq!(Format::percent(0).text(-0.001), "0%");
    }

    #[test]
    fn forms_and_closures_convert() {
        fn texts(format: impl Into<Format>) -> [String; 2] {
            let format = format.into();
            [0.5, 2.0].map(|value| format.text(value))
        }
        assert_eq!(texts(Format::percent(1)), ["50.0%", "200.0%"]);
        let unit = String::from("m");
        assert_eq!(texts(move |value| format!("{value} {unit}")), ["0.5 m", "2 m"]);
    }
}
