//! Parameters from CSV: a header with the columns' names, then one line per frame.
//!
//! Read here rather than by a crate: none says where a quote opened that is never closed, and all else
//! follows from knowing in which line one is.

use super::{
    ParamSource, Row,
    cell::{Cell, CellError},
    cells::{Cells, Unpaired, delimiter},
    lines::{LONGEST_ROW, TextLines, content},
    origin::InputName,
    reader::{RecordTable, TableReader},
    record::Record,
};
use crate::Result;
use panim_figure::__private::quoted;
use serde::de::DeserializeOwned;
use std::{collections::HashSet, io::Read, mem};

/// What `.params_csv(..)` was given.
#[derive(Clone)]
pub struct CsvRows<R>(pub(crate) R);

#[diagnostic::do_not_recommend]
impl<P: Row + DeserializeOwned, R: Read> ParamSource<P> for CsvRows<R> {
    type Rows = CsvReader<R, P>;
    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        CsvReader::new(self.0, InputName(None), names)
    }
}

/// Reads row by row, into the same buffers.
pub(crate) type CsvReader<R, P> = TableReader<CsvTable<R>, P>;

/// Rows of cells under a header.
pub struct CsvTable<R> {
    lines: CsvLines<R>,
    columns: Vec<String>,
    cells: Vec<Cell>,
}

/// Rows of cells.
struct CsvLines<R> {
    lines: TextLines<R>,
    line: Vec<u8>,
    /// The line was read, and is a row still to be taken.
    is_ahead: bool,
    cells: Cells,
    origin: InputName,
}

impl<R: Read, P: DeserializeOwned> CsvReader<R, P> {
    pub(crate) fn new(
        reader: R,
        origin: InputName,
        names: &'static [&'static str],
    ) -> Result<Self> {
        let mut table = CsvLines {
            lines: TextLines::new(reader),
            line: Vec::new(),
            is_ahead: false,
            cells: Cells::new(b','),
            origin,
        };
        let (number, columns) = table.header(names)?;
        let wrong = |message: String| Err(table.origin.wrong(number, message));
        let mut names_before = HashSet::new();
        let mut named = columns.iter().filter(|name| !name.is_empty());
        if let Some(name) = named.find(|name| !names_before.insert(*name)) {
            return wrong(format!("column `{}` stands there twice", quoted(name)));
        }
        if columns.iter().all(|name| Cell::Csv(name.clone()).is_number()) {
            let names = Record { columns: &columns, cells: &[] }.names();
            return wrong(format!("it has to name the columns, and holds {names}"));
        }
        Ok(Self::of(CsvTable { lines: table, columns, cells: Vec::new() }, names))
    }
}

impl<R: Read> RecordTable for CsvTable<R> {
    const WITHOUT_ROWS: &'static str = "it has a header and no rows";

    fn next_record(&mut self) -> Result<Option<u64>> {
        self.lines.next_row()
    }

    fn parse<P: DeserializeOwned>(
        &mut self,
        names: &'static [&'static str],
    ) -> Result<P, CellError> {
        let (cells, columns) = (self.lines.cells.len(), self.columns.len());
        if cells != columns {
            let noun = if cells == 1 { "cell" } else { "cells" };
            let mut message = format!("{cells} {noun}, where the header has {columns}");
            if self.lines.line.trim_ascii_start().starts_with(b"#") {
                message += "; comments stand above the header";
            }
            return Err(CellError::new(message));
        }
        self.cells.clear();
        for ((cell, in_quotes), column) in self.lines.cells.iter().zip(&self.columns) {
            let text = text(cell, in_quotes).map_err(|error| error.or_in(column))?.to_owned();
            self.cells.push(if in_quotes { Cell::Quoted(text) } else { Cell::Csv(text) });
        }
        Record { columns: &self.columns, cells: &self.cells }.read(names)
    }

    fn origin(&self) -> &InputName {
        &self.lines.origin
    }
}

/// Zero bytes that stand in quotes are meant; others come of UTF-16 without its mark.
fn text(bytes: &[u8], in_quotes: bool) -> Result<&str, CellError> {
    let text = str::from_utf8(bytes)
        .map_err(|_| CellError::new("it is not UTF-8; allowed: UTF-8 or UTF-16"))?;
    match text.contains('\0') && !in_quotes {
        true => Err(CellError::new("it holds a zero byte")),
        false => Ok(text),
    }
}

/// Whether this header is read as these columns.
pub(crate) fn is_header_of(line: &str, names: &'static [&'static str], columns: &[String]) -> bool {
    let reader = CsvReader::<_, ()>::new(line.as_bytes(), InputName(None), names);
    reader.is_ok_and(|reader| reader.table().columns == columns)
}

impl<R: Read> CsvLines<R> {
    /// The header's line and its columns. Lines that begin with `#` may stand above it, and the last of
    /// them is the header itself where numbers come next, or if it has the names that are asked for and
    /// the next line has not: so numpy writes it.
    fn header(&mut self, names: &[&str]) -> Result<(u64, Vec<String>)> {
        let (mut told, mut comment) = (None, None);
        loop {
            if !self.next_line()? {
                let what = if comment.is_some() { "it holds only comments" } else { "it is empty" };
                return Err(self.origin.empty(what));
            }
            let line = content(&self.line).trim_ascii_start();
            if let Some(text) = line.strip_prefix(b"#") {
                comment = Some((self.lines.number(), text.to_owned()));
            } else if let [b'=', delimiter] = line.strip_prefix(b"sep").unwrap_or_default() {
                told = Some(*delimiter); // so spreadsheets write it
            } else if !line.is_empty() {
                break;
            }
        }
        let first = String::from_utf8_lossy(&self.line);
        self.cells = Cells::new(told.unwrap_or_else(|| delimiter(&first, names)));
        self.is_ahead = true;
        let number = self.next_row()?.unwrap_or_default();
        let columns = self.columns(number)?;
        let Some((above, comment)) = comment else { return Ok((number, columns)) };
        let are_numbers = columns.iter().all(|column| Cell::Csv(column.clone()).is_number());
        let has_all = |columns: &[String]| {
            names.iter().all(|name| columns.iter().any(|column| column == name))
        };
        let may_be_a_row = are_numbers || !has_all(&columns);
        let cells = Cells::new(self.cells.delimiter());
        let row = mem::replace(&mut self.cells, cells);
        if may_be_a_row
            && let Ok(false) = self.cells.take(&comment, above)
            && self.cells.len() == row.len()
            && let Ok(header) = self.columns(above)
            && (are_numbers || has_all(&header))
        {
            self.is_ahead = true;
            return Ok((above, header));
        }
        Ok((number, columns))
    }

    fn columns(&self, number: u64) -> Result<Vec<String>> {
        let name = |(column, (cell, _))| {
            let name = text(cell, false).map(|name| name.trim().to_owned());
            name.map_err(|CellError { message, .. }| {
                CellError::new(format!("the name of column {column}: {message}"))
            })
        };
        let names: Result<_, _> = (1..).zip(self.cells.iter()).map(name).collect();
        names.map_err(|error| self.origin.wrong_cell(number, error))
    }

    fn next_line(&mut self) -> Result<bool> {
        if !mem::take(&mut self.is_ahead) {
            self.line.clear();
            return self.lines.read(&mut self.line).map_err(|error| self.origin.unreadable(error));
        }
        Ok(true)
    }

    /// Cuts the next row into cells, and says in which line it began. None: there is none.
    fn next_row(&mut self) -> Result<Option<u64>> {
        loop {
            if !self.next_line()? {
                return Ok(None);
            }
            self.cells.clear();
            let first = self.lines.number();
            let unpaired =
                |origin: &InputName, Unpaired { line, message }| origin.wrong(line, message);
            while self
                .cells
                .take(&self.line, self.lines.number())
                .map_err(|error| unpaired(&self.origin, error))?
            {
                if self.cells.bytes() > LONGEST_ROW || !self.next_line()? {
                    return Err(unpaired(&self.origin, self.cells.never_closed()));
                }
            }
            if !self.cells.is_blank() {
                return Ok(Some(first));
            }
        }
    }
}
