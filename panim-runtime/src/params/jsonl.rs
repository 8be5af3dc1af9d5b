//! Parameters from JSON Lines: one object per line, one line per frame.

use super::{ParamSource, Row, Rows, cell::Cell, origin::Origin, record::Record};
use crate::{Error, Result};
use serde::de::DeserializeOwned;
use std::{
    io::{BufRead, BufReader, Read},
    marker::PhantomData,
};

/// What `.params_jsonl(..)` was given.
pub struct JsonRows<R>(pub(crate) R);

#[diagnostic::do_not_recommend]
impl<P: Row + DeserializeOwned, R: Read> ParamSource<P> for JsonRows<R> {
    type Rows = JsonReader<R, P>;
    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        Ok(JsonReader::new(self.0, Origin(None), names))
    }
}

/// Reads line by line. Blank lines are passed over.
pub struct JsonReader<R, P> {
    lines: BufReader<R>,
    line: Vec<u8>,
    number: u64,
    origin: Origin,
    names: &'static [&'static str],
    row: PhantomData<P>,
}

impl<R: Read, P: DeserializeOwned> JsonReader<R, P> {
    pub(crate) fn new(reader: R, origin: Origin, names: &'static [&'static str]) -> Self {
        let lines = BufReader::with_capacity(1 << 16, reader);
        Self { lines, line: Vec::new(), number: 0, origin, names, row: PhantomData }
    }

    fn read_next(&mut self) -> Result<Option<P>> {
        loop {
            self.line.clear();
            self.number += 1;
            match self.lines.read_until(b'\n', &mut self.line) {
                Ok(0) => return Ok(None),
                Ok(_) if self.line.trim_ascii().is_empty() => {}
                Ok(_) => return self.parse().map(Some),
                Err(source) => return Err(self.origin.unreadable(source)),
            }
        }
    }

    fn parse(&self) -> Result<P> {
        // Some editors put a mark in front of the first line.
        let text = self.line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&self.line);
        let fields = match serde_json::from_slice(text) {
            Ok(Cell::Fields(fields)) => fields,
            Ok(_) => return Err(self.origin.wrong(self.number, "not an object")),
            Err(error) => return Err(self.bad_json(&error)),
        };
        let (columns, cells): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
        Record { columns: &columns, cells: &cells }
            .read(self.names)
            .map_err(|error| self.origin.wrong_cell(self.number, error))
    }

    /// serde_json counts lines from the start of what it was given, which is this line.
    fn bad_json(&self, error: &serde_json::Error) -> Error {
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let what = message.strip_suffix(&place).unwrap_or(&message);
        self.origin.wrong(self.number, format!("{what} at character {}", error.column()))
    }
}

impl<R: Read, P: DeserializeOwned> Iterator for JsonReader<R, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.read_next().transpose()
    }
}

impl<R: Read, P: DeserializeOwned> Rows<P> for JsonReader<R, P> {}
