//! The builder's methods that say what each frame gets.

use super::Render;
use crate::{
    WholeNumber,
    params::{
        CsvRows, FileRows, Indexed, Items, JsonRows, Lent, NoParams, Owned, ParamItems,
        ParamSource, Row, Saved, Simulation, Sweep, SweepRange, Swept, Unset,
    },
    results::IntoResult,
};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    io::Read,
    iter::{self, RepeatN},
    path::Path,
};

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

impl<A, P, C> Render<A, P, Unset, C> {
    fn from<S>(self, source: S) -> Render<A, P, S, C> {
        Render { plan: self.plan, source, listener: self.listener }
    }
}

impl<A, P: Row, C> Render<A, P, Unset, C> {
    /// One frame per item: a `T` where `#[update]` takes one parameter, a tuple where it takes
    /// several. Items are taken lazily, on the thread that calls `run`: the iterator need not be
    /// `Send`, and may be endless for a [`still`](Self::still). Of a slice or a `Vec` that is lent,
    /// `&values` or `values.iter()`, each item is cloned.
    pub fn params<I, Kind>(self, items: I) -> Render<A, P, Items<I::Items, P>, C>
    where
        I: ParamItems<P, Kind>,
    {
        self.from(Items::new(items.items()))
    }

    /// A state that goes on from frame to frame: `step` changes it, in order, and each frame gets a
    /// clone as its parameter. Frame `i` gets the state after `i` steps, so the first one gets
    /// `state` as it is given.
    ///
    /// Where `#[update]` takes one parameter, that is the state, by value or by reference; where it
    /// takes several, the state is a tuple of them. Steps are taken lazily, on the thread that calls
    /// `run`, while the workers draw: no more than [`in_flight`](Self::in_flight) groups of states
    /// are in memory. [`still(i)`](Self::still) takes `i` steps.
    ///
    /// `step` returns nothing, or a `Result<(), E>` as `#[update]` does: an error is that of the frame
    /// it was taken for.
    ///
    /// ```ignore
    /// let render = Bounce::render("bounce.mp4").simulate(300, Ball { height: 10.0, speed: 0.0 }, |ball| {
    ///     ball.speed -= 9.81 / 30.0;
    ///     ball.height += ball.speed / 30.0;
    /// });
    /// ```
    pub fn simulate<F, R, Kind>(
        mut self,
        frames: impl WholeNumber,
        state: P::Item,
        step: F,
    ) -> Render<A, P, Simulation<P, F>, C>
    where
        P: Row<Item: Clone>,
        F: FnMut(&mut P::Item) -> R,
        R: IntoResult<Kind>,
    {
        let frames = self.plan.settings.count("simulate", frames);
        self.from(Simulation::new(frames, state, step))
    }

    /// One frame per `(frame, parameters)`, in any order, frames counted from 0.
    ///
    /// What comes early waits in memory, parameters only. A frame given twice is an error, and so is
    /// one that is left out; it is named.
    pub fn params_indexed<I>(self, items: I) -> Render<A, P, Indexed<I::IntoIter>, C>
    where
        I: IntoIterator<Item = (usize, P::Item)>,
    {
        self.from(Indexed(items.into_iter()))
    }

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

impl<A, P, C> Render<A, P, Unset, C> {
    /// So many frames of an animation whose `#[update]` takes no parameters: they differ by the
    /// frame's number, an argument `#[index] i: usize`.
    pub fn frames(mut self, frames: impl WholeNumber) -> Render<A, P, Items<RepeatN<()>, P>, C>
    where
        P: NoParams,
    {
        let frames = self.plan.settings.count("frames", frames);
        self.from(Items::new(iter::repeat_n((), frames)))
    }

    /// So many evenly spaced numbers for an animation whose `#[update]` takes one `f64` or `f32`:
    /// from `a..b`, the end left out, so that a loop closes without a double frame, or from `a..=b`,
    /// the end being the last frame. A single frame gets the start.
    pub fn sweep(
        mut self,
        range: impl SweepRange,
        frames: impl WholeNumber,
    ) -> Render<A, P, Sweep<P>, C>
    where
        P: Swept,
    {
        let frames = self.plan.settings.count("sweep", frames);
        self.from(range.over(frames, P::of))
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
