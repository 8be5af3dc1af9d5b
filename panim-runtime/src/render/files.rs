//! The builder's methods that read parameters from files, and write them down.

use super::Render;
use crate::params::{CsvRows, FileRows, JsonRows, Lent, Owned, ParamSource, Row, Saved, Unset};
use serde::{Serialize, de::DeserializeOwned};
use std::{io::Read, path::Path};

/// What rows of CSV or JSON are read from: a reader, or bytes that are lent. `Kind` tells the two apart,
/// and is the compiler's to find.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a reader",
    label = "rows cannot be read from this",
    note = "rows of a file are read by its name with `.params_file(\"rows.csv\")`",
    note = "readers are an open file, `File::open(path)?`, or bytes, such as `text.as_bytes()`"
)]
pub trait RowReader<Kind> {
    #[doc(hidden)]
    type Reader: Read;
    #[doc(hidden)]
    fn reader(self) -> Self::Reader;
}

#[diagnostic::do_not_recommend]
impl<R: Read> RowReader<Owned> for R {
    type Reader = R;
    fn reader(self) -> R {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<'a> RowReader<Lent> for &'a Vec<u8> {
    type Reader = &'a [u8];
    fn reader(self) -> &'a [u8] {
        self
    }
}

impl<A, P: Row, C> Render<A, P, Unset, C> {
    /// One frame per line of JSON: `{"phase": 0.5, "amp": 1.0}`.
    ///
    /// Each parameter is the value of its name in `#[update]`'s signature; a parameter that is a
    /// struct takes the whole line, unless the line holds an object of the parameter's name. The
    /// order does not matter, and values that nobody asks for are ignored. `null`, and the `NaN` that
    /// Python writes, is NaN for a float, `None` for an `Option`, and a missing value is `None` too. Blank lines are passed over.
    /// An error names the line and the column. Lines are read as they are needed.
    pub fn params_jsonl<R: RowReader<Kind>, Kind>(
        self,
        reader: R,
    ) -> Render<A, P, JsonRows<R::Reader>, C>
    where
        P: DeserializeOwned,
    {
        self.from(JsonRows(reader.reader()))
    }

    /// One frame per line of CSV, after a header with the columns' names.
    ///
    /// As with [`params_jsonl`](Self::params_jsonl), a parameter is the column of its name, or the
    /// whole line where it is a struct. A cell is read as the type that is asked for; a list or an
    /// object stands in it as JSON. One that is empty, or holds what R, pandas, Python and others
    /// write for a missing value (`NA`, `NaN`, `null`, `-`, ..), is NaN for a float and `None` for an
    /// `Option`; in quotes, `"NA"` is text.
    ///
    /// Cells are separated by commas, semicolons, tabs or `|`, as the header is. The text is UTF-8 or
    /// UTF-16. Lines that begin with `#` may stand above the header, and the last of them may be the
    /// header.
    pub fn params_csv<R: RowReader<Kind>, Kind>(
        self,
        reader: R,
    ) -> Render<A, P, CsvRows<R::Reader>, C>
    where
        P: DeserializeOwned,
    {
        self.from(CsvRows(reader.reader()))
    }

    /// One frame per line of a file whose name ends in `.csv`, `.jsonl` or `.ndjson`: see
    /// [`params_csv`](Self::params_csv) and [`params_jsonl`](Self::params_jsonl). It is never held
    /// in memory as a whole.
    pub fn params_file(self, path: impl AsRef<Path>) -> Render<A, P, FileRows, C>
    where
        P: DeserializeOwned,
    {
        self.from(FileRows(path.as_ref().to_owned()))
    }
}

impl<A, P: Row + Serialize, S: ParamSource<P>, C> Render<A, P, S, C> {
    /// Writes the parameters down as well, in a file whose name ends in `.csv`, `.tsv`, `.jsonl` or
    /// `.ndjson`, for [`params_file`](Render::params_file) to read back: every number, NaN and
    /// infinities included, and every text comes back exactly. The file appears when the render has
    /// succeeded. Of a part of the frames, as with `--frames 20..40` on the command line, it has the rows of
    /// that part.
    ///
    /// What would not come back is refused when its row is saved: `Some(None)`, numbers above
    /// `i128::MAX`, and in CSV an `Option` of a text without a letter, and rows with other columns
    /// than the first. Types that take any value, such as untagged enums, find numbers in CSV where
    /// text looks like one; JSON Lines tells them apart.
    pub fn save_params(self, path: impl AsRef<Path>) -> Render<A, P, Saved<S>, C> {
        let path = path.as_ref().to_owned();
        let source = Saved { source: self.source, path };
        Render { plan: self.plan, source, listener: self.listener }
    }
}
