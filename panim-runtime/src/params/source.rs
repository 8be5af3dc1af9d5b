//! Where frames come from: what the builder holds until the render begins.

use super::Row;
use crate::{Result, caught::Quiet, output::NamedFile};

/// Where a render's frames come from. Only the builder's own methods make one: `.params(..)`,
/// `.frames(..)`, `.sweep(..)` and their like.
#[diagnostic::on_unimplemented(
    message = "this render has no frames yet",
    label = "no frames to draw",
    note = "say what each frame gets first: `.params(iter)`, `.sweep(range, n)` or \
            `.params_file(path)`, or `.frames(n)` where `#[update]` takes no parameters"
)]
pub trait ParamSource<P> {
    #[doc(hidden)]
    type Rows: Rows<P>;
    /// The files it reads and writes.
    #[doc(hidden)]
    fn files(&self) -> Vec<NamedFile<'_>> {
        Vec::new()
    }
    /// Opens it; `names` are the parameters' names.
    #[doc(hidden)]
    fn open(self, names: &'static [&'static str]) -> Result<Self::Rows>;
}

/// An open source: one row per frame, in order, taken lazily. After an `Err` it is not asked again.
pub trait Rows<P>: Iterator<Item = Result<P>> {
    /// Called with each row of which a frame is drawn, in order: of a part of the frames, not with the
    /// others.
    #[doc(hidden)]
    fn keep(&mut self, _: &P) -> Result<()> {
        Ok(())
    }

    /// Passes over so many rows, without a look at them if that can be. How many there were.
    #[doc(hidden)]
    fn pass(&mut self, rows: usize) -> Result<usize> {
        for passed in 0..rows {
            match self.next() {
                Some(row) => drop(Quiet::new(row?)),
                None => return Ok(passed),
            }
        }
        Ok(rows)
    }

    /// Whether each row takes the one before, and follows from the program alone.
    #[doc(hidden)]
    fn are_stepped(&self) -> bool {
        false
    }

    /// Called once the render has succeeded.
    #[doc(hidden)]
    fn finish(self) -> Result<()>
    where
        Self: Sized,
    {
        Ok(())
    }
}

/// No frames yet.
#[derive(Clone)]
pub struct Unset;

/// One frame per item of the caller's.
pub struct Items<I: Iterator, P>(Packed<I, P>);

impl<P, I: Iterator + Clone> Clone for Items<I, P> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<P: Row, I: Iterator<Item = P::Item>> Items<I, P> {
    pub(crate) fn new(items: I) -> Self {
        Self(Packed::new(items))
    }
}

#[diagnostic::do_not_recommend]
impl<P, I: Iterator> ParamSource<P> for Items<I, P> {
    type Rows = Packed<I, P>;
    fn open(self, _: &'static [&'static str]) -> Result<Packed<I, P>> {
        Ok(self.0)
    }
}

/// The caller's items as rows. Only making one asks for items that fit: an iterator of others is
/// reported where it was given, and not again where it is used.
pub struct Packed<I: Iterator, P> {
    items: I,
    pack: fn(I::Item) -> P,
}

impl<P: Row, I: Iterator<Item = P::Item>> Packed<I, P> {
    pub(crate) fn new(items: I) -> Self {
        Self { items, pack: P::pack }
    }
}

impl<P, I: Iterator + Clone> Clone for Packed<I, P> {
    fn clone(&self) -> Self {
        Self { items: self.items.clone(), pack: self.pack }
    }
}

impl<P, I: Iterator> Iterator for Packed<I, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        self.items.next().map(|item| Ok((self.pack)(item)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl<P, I: Iterator> Rows<P> for Packed<I, P> {
    fn pass(&mut self, rows: usize) -> Result<usize> {
        let (least, most) = self.items.size_hint();
        if most != Some(least) {
            return Ok(self.items.by_ref().take(rows).count());
        }
        let passed = rows.min(least);
        if passed > 0 {
            self.items.nth(passed - 1);
        }
        Ok(passed)
    }
}
