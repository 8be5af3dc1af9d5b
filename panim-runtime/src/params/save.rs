//! Parameters written to a file while they are drawn.

use super::{
    ParamSource, Rows,
    cell::{Cell, CellWriter, is_missing},
    csv,
    file::TableFormat,
    json::DEEPEST,
};
use crate::{
    Error, Result,
    output::{NamedFile, Output, Target},
};
use panim_figure::__private::quoted;
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write},
    marker::PhantomData,
    path::PathBuf,
};

/// A source whose rows are saved as well.
#[derive(Clone)]
pub struct Saved<S> {
    pub(crate) source: S,
    pub(crate) path: PathBuf,
}

#[diagnostic::do_not_recommend]
impl<P: Serialize, S: ParamSource<P>> ParamSource<P> for Saved<S> {
    type Rows = Saving<S::Rows, P>;

    fn files(&self) -> Vec<NamedFile<'_>> {
        let own = NamedFile { argument: "save_params", path: &self.path, is_written: true };
        let mut files = self.source.files();
        files.push(own);
        files
    }

    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows> {
        if names.is_empty() {
            return Err(Error::argument("save_params", "this animation has no parameters to save"));
        }
        let format = TableFormat::of(&self.path, "save_params")?;
        let file = RowFile::create(self.path, format)?;
        let rows = self.source.open(names)?;
        Ok(Saving { rows, file, names, row: PhantomData })
    }
}

/// Passes rows on and writes down those of which frames are drawn. The file appears when the render has succeeded.
pub struct Saving<R, P> {
    rows: R,
    file: RowFile,
    names: &'static [&'static str],
    row: PhantomData<P>,
}

impl<P: Serialize, R: Rows<P>> Iterator for Saving<R, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.rows.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl<P: Serialize, R: Rows<P>> Rows<P> for Saving<R, P> {
    fn keep(&mut self, row: &P) -> Result<()> {
        self.rows.keep(row)?;
        self.file.write(self.names, row)
    }

    fn pass(&mut self, rows: usize) -> Result<usize> {
        self.rows.pass(rows)
    }

    fn finish(self) -> Result<()> {
        let saved = self.file.finish();
        self.rows.finish().and(saved)
    }
}

/// A file that is being filled with rows.
struct RowFile {
    path: PathBuf,
    to: Writer,
}

impl RowFile {
    fn create(path: PathBuf, format: TableFormat) -> Result<Self> {
        let output = Output::create(&Target::of(&path, "save_params")?)?;
        Ok(Self { path, to: Writer::new(output, format) })
    }

    fn write<P: Serialize>(&mut self, names: &'static [&'static str], row: &P) -> Result<()> {
        let written = match row.serialize(CellWriter) {
            Ok(cell) => self.to.write(names, fields(names, cell)),
            Err(error) => Err(refused(error.to_string())),
        };
        written.map_err(|source| Error::File { path: self.path.clone(), source })
    }

    fn finish(self) -> Result<()> {
        let output = self.to.finish().map_err(|source| Error::File { path: self.path, source })?;
        output.commit().map(|_| ())
    }
}

/// A row's columns: one for each parameter, or a struct's fields where it is the only parameter.
fn fields(names: &[&str], row: Cell) -> Vec<(String, Cell)> {
    let Cell::List(mut cells) = row else { return Vec::new() };
    if let [Cell::Fields(fields)] = cells.as_mut_slice() {
        // which would be read in place of the struct that it is in
        let is_taken_for_all = |(name, cell): &(String, Cell)| {
            names == [name.as_str()] && matches!(cell.clone().unfolded(), Cell::Fields(_))
        };
        if !fields.iter().any(is_taken_for_all) {
            return std::mem::take(fields);
        }
    }
    names.iter().map(|&name| name.to_owned()).zip(cells).collect()
}

enum Writer {
    Csv { to: BufWriter<Output>, delimiter: char, header: Vec<String> },
    Jsonl(BufWriter<Output>),
}

impl Writer {
    fn new(output: Output, format: TableFormat) -> Self {
        let to = BufWriter::new(output);
        match format {
            TableFormat::Csv => Self::Csv { to, delimiter: ',', header: Vec::new() },
            TableFormat::Tsv => Self::Csv { to, delimiter: '\t', header: Vec::new() },
            TableFormat::Jsonl => Self::Jsonl(to),
        }
    }

    fn write(
        &mut self,
        names: &'static [&'static str],
        fields: Vec<(String, Cell)>,
    ) -> io::Result<()> {
        if let Some((name, _)) = fields.iter().find(|(_, cell)| cell.depth() >= DEEPEST) {
            let name = quoted(name);
            let message =
                format!("`{name}` has more than {DEEPEST} lists or objects in each other");
            return Err(refused(message));
        }
        match self {
            Self::Jsonl(to) => writeln!(to, "{}", Cell::Fields(fields).to_json()),
            Self::Csv { to, delimiter, header } => {
                if let Some((name, _)) = fields.iter().find(|(_, cell)| is_blank_in_option(cell)) {
                    return Err(refused(format!(
                        "`{}` is an `Option` of text without a letter, which CSV cannot tell from \
                         none; save to a .jsonl file",
                        quoted(name)
                    )));
                }
                let (columns, cells): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
                if header.is_empty() {
                    let cells = columns.iter().map(|name| Cell::Text(name.clone()));
                    let line = csv_row(cells, *delimiter);
                    if !csv::is_header_of(&line, names, &columns) {
                        let columns = columns.join("`, `");
                        return Err(refused(format!(
                            "columns cannot have the names `{}` in CSV; save to a .jsonl file",
                            quoted(&columns)
                        )));
                    }
                    writeln!(to, "{line}")?;
                    *header = columns;
                } else if *header != columns {
                    return Err(refused(format!(
                        "a row has the columns `{}`, the first one had `{}`",
                        columns.join("`, `"),
                        header.join("`, `")
                    )));
                }
                writeln!(to, "{}", csv_row(cells, *delimiter))
            }
        }
    }

    fn finish(self) -> io::Result<Output> {
        let (Self::Csv { to, .. } | Self::Jsonl(to)) = self;
        Ok(to.into_inner()?)
    }
}

fn refused(message: String) -> io::Error {
    io::Error::other(message)
}

/// Whether it would be read as an `Option` without anything in it.
fn is_blank_in_option(cell: &Cell) -> bool {
    matches!(cell, Cell::Held(it) if it.text().is_some_and(|text| text.trim().is_empty()))
}

/// A line of CSV. Text that would be read as something else stands in quotes, and so does all that may
/// stand between cells: a reader finds that out by the first line.
fn csv_row(cells: impl IntoIterator<Item = Cell>, delimiter: char) -> String {
    let mut row = String::new();
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            row.push(delimiter);
        }
        let text = cell.to_csv();
        let stands_for_nothing = cell.text().is_some() && !text.is_empty() && is_missing(&text);
        let needs_quotes = ['"', '\n', '\r', '\0', ',', ';', '\t', '|'];
        if stands_for_nothing || text.starts_with('#') || text.contains(needs_quotes) {
            row.push('"');
            row.push_str(&text.replace('"', "\"\""));
            row.push('"');
        } else {
            row.push_str(&text);
        }
    }
    // An empty line would be no row.
    if row.trim_ascii().is_empty() { format!("\"{row}\"") } else { row }
}

#[cfg(test)]
mod tests;
