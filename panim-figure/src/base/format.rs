//! How numbers are written: beside bars, in pies, at ticks.

use crate::Number;
use crate::{FigureError, base::check::DIGITS};
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
/// assert_eq!(Format::digits(0).suffix("°").text(40.0), "40°");
/// ```
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
    Percent(usize),
    Own(Arc<dyn Fn(f64) -> String + Send + Sync>),
}

impl Format {
    /// As short as six digits allow, very large and very small numbers with an exponent, as C's
    /// `%g`. This is the default.
    pub fn general() -> Self {
        Self::default()
    }

    /// This many digits after the point, up to 100.
    pub fn digits(digits: usize) -> Self {
        Form::Digits(digits).into()
    }

    /// A fraction of 1 as a percentage with this many digits after the point, up to 100: 0.25 is `25%`.
    pub fn percent(digits: usize) -> Self {
        Form::Percent(digits).into()
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
        match self.form {
            Form::Digits(digits) | Form::Percent(digits) => DIGITS.check(part, argument, digits),
            Form::General | Form::Own(_) => Ok(()),
        }
    }

    /// The text of `value`. All forms but closures write the minus sign as `−`.
    pub fn text(&self, value: impl Number) -> String {
        let value = value.value();
        let number = match &self.form {
            Form::General => typeset(&general(value)),
            Form::Digits(digits) => fixed(value, *digits),
            Form::Percent(digits) => fixed(value * 100.0, *digits) + "%",
            Form::Own(write) => write(value),
        };
        number + &self.suffix
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
            Form::Percent(digits) => write!(f, "Format::percent({digits})"),
            Form::Own(_) => f.write_str("Format::from(closure)"),
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
