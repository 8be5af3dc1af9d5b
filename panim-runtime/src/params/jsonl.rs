//! Parameters from JSON Lines: one object per line, one line per frame.

use super::{
    ParamSource, Row, Rows,
    cell::{Cell, CellError},
    json::{self, JsonError},
    lines::{Lines, content},
    origin::InputName,
    record::Record,
};
use crate::Result;
use serde::de::DeserializeOwned;
use std::{io::Read, marker::PhantomData};

/// What `.params_jsonl(..)` was given.
#[derive(Clone)]
pub struct JsonRows<R>(pub(crate) R);

#[diagnostic::do_not_recommend]
impl<P: Row + DeserializeOwned, R: Read> ParamSource<P> for JsonRows<R> {
    type Rows = JsonReader<R, P>;
    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        Ok(JsonReader::new(self.0, InputName(None), names))
    }
}

/// Reads line by line. Blank lines are passed over.
pub struct JsonReader<R, P> {
    lines: Lines<R>,
    line: Vec<u8>,
    origin: InputName,
    names: &'static [&'static str],
    /// Whether there was a row.
    any: bool,
    row: PhantomData<P>,
}

impl<R: Read, P: DeserializeOwned> JsonReader<R, P> {
    pub(crate) fn new(reader: R, origin: InputName, names: &'static [&'static str]) -> Self {
        let lines = Lines::new(reader);
        Self { lines, line: Vec::new(), origin, names, any: false, row: PhantomData }
    }

    fn read_next(&mut self) -> Result<Option<P>> {
        loop {
            self.line.clear();
            match self.lines.read(&mut self.line) {
                Ok(false) if self.any => return Ok(None),
                Ok(false) => return Err(self.origin.empty("it is empty")),
                Ok(true) if self.line.trim_ascii().is_empty() => {}
                Ok(true) => break,
                Err(source) => return Err(self.origin.unreadable(source)),
            }
        }
        self.any = true;
        self.parse().map(Some).map_err(|error| self.origin.wrong_cell(self.lines.number(), error))
    }

    fn parse(&self) -> Result<P, CellError> {
        let fields = match json::read(content(&self.line)) {
            Ok(Cell::Fields(fields)) => fields,
            Ok(_) => return Err(CellError::new(format!("not an object: {ONE_A_LINE}"))),
            Err(JsonError { message, character, is_cut }) => {
                let mut message = match is_cut {
                    true => "it ends before its object or list does".to_owned(),
                    false => format!("{message} at character {character}"),
                };
                let is_at_the_start = content(&self.line).trim_ascii_start().first() != Some(&b'{');
                if is_cut || is_at_the_start || message.starts_with("trailing characters") {
                    message = format!("{message}: {ONE_A_LINE}");
                }
                return Err(CellError::new(message));
            }
        };
        let (columns, cells): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
        Record { columns: &columns, cells: &cells }.read(self.names)
    }
}

const ONE_A_LINE: &str = "JSON Lines has one whole object a line, such as {\"x\": 0.5}";

impl<R: Read, P: DeserializeOwned> Iterator for JsonReader<R, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.read_next().transpose()
    }
}

impl<R: Read, P: DeserializeOwned> Rows<P> for JsonReader<R, P> {}
