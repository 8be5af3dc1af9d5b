//! Where rows come from, for errors to say.

use super::cell::CellError;
use crate::Error;
use std::{fmt::Display, io, path::PathBuf};

/// A file, or a reader that has no name.
pub struct InputName(pub(crate) Option<PathBuf>);

impl InputName {
    fn name(&self) -> String {
        self.0.as_ref().map_or_else(|| "parameters".into(), |path| path.display().to_string())
    }

    pub(crate) fn wrong(&self, line: u64, message: impl Display) -> Error {
        let at = format!("{}, line {line}", self.name());
        Error::Params { at, message: message.to_string() }
    }

    pub(crate) fn wrong_cell(&self, line: u64, error: CellError) -> Error {
        match error.column {
            Some(column) => {
                let at = format!("{}, line {line}, column `{column}`", self.name());
                Error::Params { at, message: error.message }
            }
            None => self.wrong(line, error.message),
        }
    }

    /// No rows at all.
    pub(crate) fn empty(&self, what: &str) -> Error {
        Error::Params { at: self.name(), message: format!("no frames: {what}") }
    }

    pub(crate) fn unreadable(&self, source: io::Error) -> Error {
        match &self.0 {
            Some(path) => Error::File { path: path.clone(), source },
            None => Error::Params { at: self.name(), message: source.to_string() },
        }
    }
}
