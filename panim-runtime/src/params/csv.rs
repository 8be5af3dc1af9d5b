//! Parameters from CSV: a header with the columns' names, then one line per frame.

use super::{
    ParamSource, Row, Rows,
    cell::{Cell, CellError},
    lines::LineCounter,
    origin::Origin,
    record::Record,
};
use crate::{Error, Result};
use csv::{ByteRecord, ReaderBuilder};
use serde::de::DeserializeOwned;
use std::{io::Read, marker::PhantomData};

/// What `.params_csv(..)` was given.
pub struct CsvRows<R>(pub(crate) R);

#[diagnostic::do_not_recommend]
impl<P: Row + DeserializeOwned, R: Read> ParamSource<P> for CsvRows<R> {
    type Rows = CsvReader<R, P>;
    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        CsvReader::new(self.0, Origin(None), names)
    }
}

/// Reads line by line, into the same buffers.
pub struct CsvReader<R, P> {
    reader: csv::Reader<LineCounter<R>>,
    columns: Vec<String>,
    record: ByteRecord,
    cells: Vec<Cell>,
    origin: Origin,
    names: &'static [&'static str],
    row: PhantomData<P>,
}

impl<R: Read, P: DeserializeOwned> CsvReader<R, P> {
    pub(crate) fn new(reader: R, origin: Origin, names: &'static [&'static str]) -> Result<Self> {
        let mut reader = ReaderBuilder::new()
            .flexible(true) // the number of cells is checked in here
            .buffer_capacity(1 << 16)
            .from_reader(LineCounter::new(reader));
        let header = reader.byte_headers().map_err(|error| unreadable(&origin, error))?;
        let columns: Vec<_> =
            header.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        let times = |name: &str| columns.iter().filter(|column| *column == name).count();
        if let Some(name) = names.iter().find(|name| times(name) > 1) {
            return Err(origin.wrong(1, format!("column `{name}` stands there twice")));
        }
        let (record, cells) = (ByteRecord::new(), Vec::new());
        Ok(Self { reader, columns, record, cells, origin, names, row: PhantomData })
    }

    fn read_next(&mut self) -> Result<Option<P>> {
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => return Err(unreadable(&self.origin, error)),
        }
        let line = self.line();
        self.parse().map(Some).map_err(|error| self.origin.wrong_cell(line, error))
    }

    /// The record's first line.
    fn line(&mut self) -> u64 {
        let end = self.reader.position().byte();
        let last_line = self.reader.get_mut().line_of(end.saturating_sub(1));
        let inside = self.record.as_slice().iter().filter(|&&byte| byte == b'\n').count();
        last_line - inside as u64
    }

    fn parse(&mut self) -> Result<P, CellError> {
        let (cells, columns) = (self.record.len(), self.columns.len());
        if cells != columns {
            let message = format!("{cells} cells, where the header has {columns}");
            return Err(CellError::new(message));
        }
        self.cells.clear();
        for (cell, column) in self.record.iter().zip(&self.columns) {
            let text = str::from_utf8(cell)
                .map_err(|_| CellError::new("it is not UTF-8").or_in(column))?;
            self.cells.push(Cell::Csv(text.into()));
        }
        Record { columns: &self.columns, cells: &self.cells }.read(self.names)
    }
}

/// With flexible byte records, only the reader itself can fail.
fn unreadable(origin: &Origin, error: csv::Error) -> Error {
    origin.unreadable(error.into())
}

impl<R: Read, P: DeserializeOwned> Iterator for CsvReader<R, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.read_next().transpose()
    }
}

impl<R: Read, P: DeserializeOwned> Rows<P> for CsvReader<R, P> {}
