//! What can be wrong with a value, and in which column.

use panim_figure::__private::{quoted, shortened};
use serde::{
    de::{self, Expected, Unexpected},
    ser,
};
use std::fmt;

/// Why a value could not be read or written.
#[derive(Debug)]
pub struct CellError {
    pub(crate) column: Option<String>,
    pub(crate) message: String,
}

impl CellError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { column: None, message: message.into() }
    }

    /// Says in which column, unless that is known already.
    pub(crate) fn or_in(mut self, column: &str) -> Self {
        self.column.get_or_insert_with(|| quoted(column).into());
        self
    }

    /// In the words of somebody who may repeat a whole cell.
    fn told(message: String) -> Self {
        Self::new(shortened(message))
    }
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, "column `{column}`: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for CellError {}

/// serde's own words repeat what was given.
impl de::Error for CellError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::told(message.to_string())
    }
    fn invalid_type(given: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("invalid type: {}, expected {expected}", Shortened(given)))
    }
    fn invalid_value(given: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("invalid value: {}, expected {expected}", Shortened(given)))
    }
    fn unknown_variant(given: &str, expected: &'static [&'static str]) -> Self {
        let expected = one_of(expected, "there are no variants");
        Self::new(format!("unknown variant `{}`, {expected}", quoted(given)))
    }
    fn unknown_field(given: &str, expected: &'static [&'static str]) -> Self {
        let expected = one_of(expected, "there are no fields");
        Self::new(format!("unknown field `{}`, {expected}", quoted(given)))
    }
}

/// What was given, as far as a message repeats it.
pub(super) struct Shortened<'a>(pub(super) Unexpected<'a>);

impl fmt::Display for Shortened<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unexpected::Str(text) => Unexpected::Str(&quoted(text)).fmt(f),
            Unexpected::Other(text) => Unexpected::Other(&quoted(text)).fmt(f),
            other => other.fmt(f),
        }
    }
}

fn one_of(names: &[&str], none: &str) -> String {
    match names {
        [] => none.into(),
        [one] => format!("expected `{one}`"),
        [one, other] => format!("expected `{one}` or `{other}`"),
        many => format!("expected one of `{}`", many.join("`, `")),
    }
}

impl ser::Error for CellError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::told(message.to_string())
    }
}
