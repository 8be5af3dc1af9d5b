//! Rows of a table, one after the other, whatever format it has.

use super::{Rows, cell::CellError, origin::InputName};
use crate::Result;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// A table that is read record by record.
pub trait RecordTable {
    /// What is said of one without records.
    const WITHOUT_ROWS: &'static str;

    /// Reads the next record, and says in which line it began. None: there is none.
    fn next_record(&mut self) -> Result<Option<u64>>;

    /// What the record holds under these names.
    fn parse<P: DeserializeOwned>(
        &mut self,
        names: &'static [&'static str],
    ) -> Result<P, CellError>;

    fn origin(&self) -> &InputName;
}

/// The rows of a table, as parameters with these names.
pub struct TableReader<T, P> {
    table: T,
    names: &'static [&'static str],
    /// Whether there was a row.
    any: bool,
    row: PhantomData<P>,
}

impl<T: RecordTable, P: DeserializeOwned> TableReader<T, P> {
    pub(crate) fn of(table: T, names: &'static [&'static str]) -> Self {
        Self { table, names, any: false, row: PhantomData }
    }

    fn read_next(&mut self) -> Result<Option<P>> {
        match self.table.next_record()? {
            Some(line) => {
                self.any = true;
                let row = self.table.parse(self.names);
                row.map(Some).map_err(|error| self.table.origin().wrong_cell(line, error))
            }
            None if self.any => Ok(None),
            None => Err(self.table.origin().empty(T::WITHOUT_ROWS)),
        }
    }

    pub(crate) fn table(&self) -> &T {
        &self.table
    }
}

impl<T: RecordTable, P: DeserializeOwned> Iterator for TableReader<T, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.read_next().transpose()
    }
}

impl<T: RecordTable, P: DeserializeOwned> Rows<P> for TableReader<T, P> {
    /// Reads on to the next records, whatever is in them.
    fn pass(&mut self, rows: usize) -> Result<usize> {
        for passed in 0..rows {
            if self.table.next_record()?.is_none() {
                return Ok(passed);
            }
            self.any = true;
        }
        Ok(rows)
    }
}
