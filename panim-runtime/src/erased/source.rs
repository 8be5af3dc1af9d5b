//! Where rows come from, without its type.

use super::row::{AnyRow, RowType};
use crate::{
    Result,
    output::NamedFile,
    params::{ParamSource, Rows},
};

/// A source of rows that are `AnyRow`s.
pub(crate) struct AnySource<'u>(Box<dyn ErasedSource<'u> + 'u>);

/// An open one.
pub(crate) struct AnyRows<'u>(Box<dyn ErasedRows<'u> + 'u>);

trait ErasedSource<'u> {
    fn files(&self) -> Vec<NamedFile<'_>>;
    fn open(self: Box<Self>, names: &'static [&'static str]) -> Result<AnyRows<'u>>;
}

trait ErasedRows<'u> {
    fn next(&mut self) -> Option<Result<AnyRow<'u>>>;
    fn size_hint(&self) -> (usize, Option<usize>);
    fn keep(&mut self, row: &AnyRow<'u>) -> Result<()>;
    fn pass(&mut self, rows: usize) -> Result<usize>;
    fn are_stepped(&self) -> bool;
    fn finish(self: Box<Self>) -> Result<()>;
}

struct Typed<T, P> {
    it: T,
    of: RowType<P>,
}

impl<'u> AnySource<'u> {
    pub(crate) fn new<P: Send + 'u, S: ParamSource<P> + 'u>(source: S, of: RowType<P>) -> Self {
        Self(Box::new(Typed { it: source, of }))
    }
}

impl<'u, P: Send + 'u, S: ParamSource<P> + 'u> ErasedSource<'u> for Typed<S, P> {
    fn files(&self) -> Vec<NamedFile<'_>> {
        self.it.files()
    }

    fn open(self: Box<Self>, names: &'static [&'static str]) -> Result<AnyRows<'u>> {
        let Self { it, of } = *self;
        Ok(AnyRows(Box::new(Typed { it: it.open(names)?, of })))
    }
}

impl<'u, P: Send + 'u, R: Rows<P>> ErasedRows<'u> for Typed<R, P> {
    fn next(&mut self) -> Option<Result<AnyRow<'u>>> {
        Some(self.it.next()?.map(|row| self.of.erase(row)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.it.size_hint()
    }

    fn keep(&mut self, row: &AnyRow<'u>) -> Result<()> {
        self.it.keep(self.of.borrow(row))
    }

    fn pass(&mut self, rows: usize) -> Result<usize> {
        self.it.pass(rows)
    }

    fn are_stepped(&self) -> bool {
        self.it.are_stepped()
    }

    fn finish(self: Box<Self>) -> Result<()> {
        self.it.finish()
    }
}

impl<'u> ParamSource<AnyRow<'u>> for AnySource<'u> {
    type Rows = AnyRows<'u>;

    fn files(&self) -> Vec<NamedFile<'_>> {
        self.0.files()
    }

    fn open(self, names: &'static [&'static str]) -> Result<AnyRows<'u>> {
        self.0.open(names)
    }
}

impl<'u> Iterator for AnyRows<'u> {
    type Item = Result<AnyRow<'u>>;

    fn next(&mut self) -> Option<Result<AnyRow<'u>>> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'u> Rows<AnyRow<'u>> for AnyRows<'u> {
    fn keep(&mut self, row: &AnyRow<'u>) -> Result<()> {
        self.0.keep(row)
    }

    fn pass(&mut self, rows: usize) -> Result<usize> {
        self.0.pass(rows)
    }

    fn are_stepped(&self) -> bool {
        self.0.are_stepped()
    }

    fn finish(self) -> Result<()> {
        self.0.finish()
    }
}
