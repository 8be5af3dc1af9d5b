//! Parameters from a file, its format told by its name.

use super::{ParamSource, Row, Rows, csv::CsvReader, jsonl::JsonReader, origin::InputName};
use crate::{
    Error, Result,
    output::{NamedFile, check_words, ends_in_separator, explained},
};
use serde::de::DeserializeOwned;
use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};

/// The formats parameters are kept in.
#[derive(Clone, Copy)]
pub(crate) enum TableFormat {
    Csv,
    /// CSV with tabs.
    Tsv,
    Jsonl,
}

impl TableFormat {
    /// By the file's extension. `argument` is the builder's method that was given the path.
    pub(crate) fn of(path: &Path, argument: &'static str) -> Result<Self> {
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        match extension.to_str() {
            Some("csv") => Ok(Self::Csv),
            Some("tsv") => Ok(Self::Tsv),
            Some("jsonl" | "ndjson") => Ok(Self::Jsonl),
            _ => Err(Error::argument(
                argument,
                format!(
                    "`{}` given; allowed: a name ending in .csv, .tsv, .jsonl or .ndjson",
                    path.display()
                ),
            )),
        }
    }
}

/// What `.params_file(..)` was given.
#[derive(Clone)]
pub struct FileRows(pub(crate) PathBuf);

#[diagnostic::do_not_recommend]
impl<P: Row + DeserializeOwned> ParamSource<P> for FileRows {
    type Rows = FileReader<P>;

    fn files(&self) -> Vec<NamedFile<'_>> {
        vec![NamedFile { argument: "params_file", path: &self.0, is_written: false }]
    }

    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        check_words(&self.0, "params_file")?;
        let format = TableFormat::of(&self.0, "params_file")?;
        let origin = InputName(Some(self.0.clone()));
        if self.0.is_dir() || ends_in_separator(&self.0) {
            let source = io::Error::new(io::ErrorKind::IsADirectory, "is a folder, not a file");
            return Err(origin.unreadable(source));
        }
        let file =
            File::open(&self.0).map_err(|source| origin.unreadable(explained(&self.0, source)))?;
        Ok(match format {
            TableFormat::Csv | TableFormat::Tsv => {
                FileReader::Csv(CsvReader::new(file, origin, names)?)
            }
            TableFormat::Jsonl => FileReader::Jsonl(JsonReader::new(file, origin, names)),
        })
    }
}

/// An open file of parameters.
pub enum FileReader<P> {
    #[doc(hidden)]
    Csv(CsvReader<File, P>),
    #[doc(hidden)]
    Jsonl(JsonReader<File, P>),
}

impl<P: DeserializeOwned> Iterator for FileReader<P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        match self {
            Self::Csv(rows) => rows.next(),
            Self::Jsonl(rows) => rows.next(),
        }
    }
}

impl<P: DeserializeOwned> Rows<P> for FileReader<P> {
    fn pass(&mut self, rows: usize) -> Result<usize> {
        match self {
            Self::Csv(table) => table.pass(rows),
            Self::Jsonl(table) => table.pass(rows),
        }
    }
}
