//! What can be wrong with a value, and in which column.

use serde::{de, ser};
use std::fmt;

/// Why a value could not be read or written.
#[derive(Debug)]
pub(crate) struct CellError {
    pub(crate) column: Option<String>,
    pub(crate) message: String,
}

impl CellError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { column: None, message: message.into() }
    }

    /// Says in which column, unless that is known already.
    pub(crate) fn or_in(mut self, column: &str) -> Self {
        self.column.get_or_insert_with(|| column.into());
        self
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

impl de::Error for CellError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

impl ser::Error for CellError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}
