//! What is said of a cell that is not what a parameter's type asks for.

use super::{Cell, CellError, error::Shortened, number};
use panim_figure::__private::quoted;
use serde::de::Unexpected;

impl Cell {
    pub(super) fn is_not(&self, wanted: &str) -> CellError {
        let shown = match self.text() {
            Some(text) => quoted(text.trim()).into_owned(),
            None => quoted(&self.to_json()).into_owned(),
        };
        let may_be_missing = "; where a value may be missing, take an `Option` or a float";
        CellError::new(match self {
            Cell::Null => format!("it is empty, not {wanted}{may_be_missing}"),
            _ if shown.is_empty() => format!("it is empty, not {wanted}{may_be_missing}"),
            _ if self.stands_for_nothing() => format!("`{shown}` is not {wanted}{may_be_missing}"),
            _ => format!("`{shown}` is not {wanted}{}", self.hint().unwrap_or_default()),
        })
    }

    /// What may be meant by text that is no number.
    fn hint(&self) -> Option<String> {
        let text = self.text()?.trim();
        let number = text.replacen(',', ".", 1);
        if number != text && number::float(&number).is_some() {
            return Some(format!("; decimals are written with a point, `{}`", quoted(&number)));
        }
        let number = text.replace('\u{2212}', "-");
        if number != text && number::float(&number).is_some() {
            return Some(format!("; minus is written `-`, `{}`", quoted(&number)));
        }
        let separates = |char: char| "_', \u{a0}\u{2009}\u{202f}".contains(char);
        let digits: String = text.chars().filter(|&char| !separates(char)).collect();
        let is_grouped = digits.len() < text.len()
            && text.trim_matches(separates) == text
            && number::float(&digits).is_some();
        is_grouped.then(|| format!("; digits are not grouped, `{}`", quoted(&digits)))
    }

    /// Whether serde speaks of it after it kept it for later, as it does where fields are flattened.
    pub(crate) fn is_told_in(&self, message: &str) -> bool {
        let guessed = self.clone().guessed();
        let given = match &guessed {
            Cell::Null => Unexpected::Unit,
            Cell::Bool(it) => Unexpected::Bool(*it),
            Cell::Int(it) => Unexpected::Signed(*it),
            Cell::UInt(it) => Unexpected::Unsigned(*it),
            Cell::Float(it) => Unexpected::Float(*it),
            Cell::Number(it) | Cell::Text(it) | Cell::Csv(it) | Cell::Quoted(it) => {
                Unexpected::Str(it)
            }
            Cell::List(_) => Unexpected::Seq,
            Cell::Fields(_) => Unexpected::Map,
            Cell::Held(it) => return it.is_told_in(message),
        };
        let given = Shortened(given);
        ["type", "value"]
            .iter()
            .any(|kind| message.starts_with(&format!("invalid {kind}: {given}, expected ")))
    }
}
