//! Numbers and missing ones, as other programs write them.

/// What R, pandas, Python, Julia, spreadsheets and databases write where there is no value.
const MISSING: [&str; 26] = [
    "NA",
    "N/A",
    "n/a",
    "na",
    "#N/A",
    "#NA",
    "#N/A N/A",
    "<NA>",
    "NaN",
    "nan",
    "NAN",
    "-NaN",
    "-nan",
    "1.#QNAN",
    "-1.#QNAN",
    "1.#IND",
    "-1.#IND",
    "-nan(ind)",
    "null",
    "NULL",
    "None",
    "missing",
    "\\N",
    "-",
    "--",
    "?",
];

/// Whether text stands for a value that is not there.
pub(crate) fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || MISSING.contains(&text)
}

/// A float as text: none where it is no number, infinite only where it says so.
pub(super) fn float(text: &str) -> Option<f64> {
    let text = text.trim();
    let it = text.parse::<f64>().ok()?;
    (it.is_finite() || !text.contains(|c: char| c.is_ascii_digit())).then_some(it)
}

/// A whole number as text, exactly: `3`, `3.0`, `3e2`.
pub(super) fn whole(text: &str) -> Option<i128> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i64>().ok()?),
        None => (digits, 0),
    };
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{before}{after}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    let zeros = digits.len() - significant.len();
    let exponent = exponent.checked_sub(i64::try_from(after.len()).ok()?)?;
    let scale = u32::try_from(exponent.checked_add(i64::try_from(zeros).ok()?)?).ok()?;
    let it = significant.parse::<i128>().ok()?.checked_mul(10_i128.checked_pow(scale)?)?;
    Some(if negative { -it } else { it })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_exact_or_none() {
        for (text, expected) in [
            ("3", Some(3)),
            ("-3.0", Some(-3)),
            ("+1", Some(1)),
            (" 1e3 ", Some(1000)),
            ("1.25E2", Some(125)),
            ("1200e-2", Some(12)),
            ("9007199254740993.0", Some(9_007_199_254_740_993)),
            ("-9223372036854775808", Some(i128::from(i64::MIN))),
            ("0e999999999999", Some(0)),
            ("00.000", Some(0)),
            ("5.", Some(5)),
            ("1.5", None),
            ("1e-1", None),
            ("4503599627370496.25", None),
            ("1e400", None),
            ("1e99999999999999999999", None),
            ("", None),
            (".", None),
            ("+-1", None),
            ("--1", None),
            ("1_000", None),
            ("0x10", None),
            ("1 000", None),
            ("1e", None),
        ] {
            assert_eq!(whole(text), expected, "{text:?}");
        }
    }

    #[test]
    fn floats_are_infinite_only_where_they_say_so() {
        for (text, expected) in [
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("+1", Some(1.0)),
            ("1e-400", Some(0.0)),
            ("1e400", None),
            ("-1.8e308", None),
            ("Inf", Some(f64::INFINITY)),
            ("-Infinity", Some(f64::NEG_INFINITY)),
            ("1,5", None),
            ("1_000", None),
        ] {
            assert_eq!(float(text), expected, "{text:?}");
        }
    }
}
