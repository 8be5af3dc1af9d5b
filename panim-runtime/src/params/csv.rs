//! Parameters from CSV: a header with the columns' names, then one line per frame.

use super::{
    ParamSource, Row, Rows,
    cell::Cell,
    origin::Origin,
    record::Record,
};
use crate::{Error, Result};
use csv::{ErrorKind, ReaderBuilder, StringRecord};
use serde::de::DeserializeOwned;
use std::{io::Read, marker::PhantomData};

/// What `.params_csv(..)` was given.
pub struct CsvRows<R>(pub(crate) R);

impl<P: Row + DeserializeOwned, R: Read> ParamSource<P> for CsvRows<R> {
    type Rows = CsvReader<R, P>;
    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        CsvReader::new(self.0, Origin(None), names)
    }
}

/// Reads line by line, into the same buffers.
pub struct CsvReader<R, P> {
    reader: csv::Reader<R>,
    columns: Vec<String>,
    record: StringRecord,
    cells: Vec<Cell>,
    origin: Origin,
    names: &'static [&'static str],
    row: PhantomData<P>,
}

impl<R: Read, P: DeserializeOwned> CsvReader<R, P> {
    pub(crate) fn new(
        reader: R,
        origin: Origin,
        names: &'static [&'static str],
    ) -> Result<Self> {
        let mut reader = ReaderBuilder::new().buffer_capacity(1 << 16).from_reader(reader);
        let columns = match reader.headers() {
            Ok(header) => header.iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>(),
            Err(error) => return Err(unreadable(&origin, error)),
        };
        if let Some(name) = names.iter().find(|name| columns.iter().filter(|c| c == name).count() > 1) {
            return Err(origin.wrong(1, format!("column `{name}` stands there twice")));
        }
        let record = StringRecord::new();
        Ok(Self { reader, columns, record, cells: Vec::new(), origin, names, row: PhantomData })
    }

    fn read_next(&mut self) -> Result<Option<P>> {
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => return Err(unreadable(&self.origin, error)),
        }
        self.cells.clear();
        self.cells.extend(self.record.iter().map(|cell| Cell::Csv(cell.into())));
        let line = self.record.position().map_or(0, csv::Position::line);
        Record { columns: &self.columns, cells: &self.cells }
            .read(self.names)
            .map(Some)
            .map_err(|error| self.origin.wrong_cell(line, error))
    }
}

fn unreadable(origin: &Origin, error: csv::Error) -> Error {
    let line = error.position().map_or(1, csv::Position::line);
    match error.into_kind() {
        ErrorKind::Io(source) => origin.unreadable(source),
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            origin.wrong(line, format!("{len} cells, but the header has {expected_len}"))
        }
        ErrorKind::Utf8 { err, .. } => {
            origin.wrong(line, format!("cell {} is not UTF-8", err.field() + 1))
        }
        _ => origin.wrong(line, "not CSV"),
    }
}

impl<R: Read, P: DeserializeOwned> Iterator for CsvReader<R, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.read_next().transpose()
    }
}

impl<R: Read, P: DeserializeOwned> Rows<P> for CsvReader<R, P> {}
