//! Parameters from JSON Lines: one object per line, one line per frame.

use super::{
    ParamSource, Row,
    cell::{Cell, CellError},
    json::{self, JsonError},
    lines::{TextLines, content},
    origin::InputName,
    reader::{RecordTable, TableReader},
    record::Record,
};
use crate::Result;
use serde::de::DeserializeOwned;
use std::io::Read;

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
pub(crate) type JsonReader<R, P> = TableReader<JsonLines<R>, P>;

/// An object a line.
pub struct JsonLines<R> {
    lines: TextLines<R>,
    line: Vec<u8>,
    origin: InputName,
}

impl<R: Read, P: DeserializeOwned> JsonReader<R, P> {
    pub(crate) fn new(reader: R, origin: InputName, names: &'static [&'static str]) -> Self {
        Self::of(JsonLines { lines: TextLines::new(reader), line: Vec::new(), origin }, names)
    }
}

impl<R: Read> RecordTable for JsonLines<R> {
    const WITHOUT_ROWS: &'static str = "it is empty";

    fn next_record(&mut self) -> Result<Option<u64>> {
        loop {
            self.line.clear();
            match self.lines.read(&mut self.line) {
                Ok(false) => return Ok(None),
                Ok(true) if self.line.trim_ascii().is_empty() => {}
                Ok(true) => return Ok(Some(self.lines.number())),
                Err(source) => return Err(self.origin.unreadable(source)),
            }
        }
    }

    fn parse<P: DeserializeOwned>(
        &mut self,
        names: &'static [&'static str],
    ) -> Result<P, CellError> {
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
        Record { columns: &columns, cells: &cells }.read(names)
    }

    fn origin(&self) -> &InputName {
        &self.origin
    }
}

const ONE_A_LINE: &str = "JSON Lines has one whole object a line, such as {\"x\": 0.5}";
