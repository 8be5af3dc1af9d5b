//! Rows that can be gone through once more from the beginning, wherever they come from.

use crate::{Error, Result, caught::Quiet, params::Rows};
use std::{io, mem, vec};

/// Passes rows on, and keeps a clone of each for as long as a second pass may be needed.
pub(crate) struct Replay<P, R> {
    rows: Quiet<R>,
    /// None: there will be no second pass.
    clone: Option<fn(&P) -> P>,
    kept: Vec<Quiet<P>>,
    /// A row that could not be read; the rows may not be asked again after it.
    failure: Option<Error>,
    /// There are no more rows than were kept.
    ended: bool,
    again: vec::IntoIter<Quiet<P>>,
}

impl<P, R> Replay<P, R> {
    pub(crate) fn new(rows: R, clone: Option<fn(&P) -> P>) -> Self {
        Self {
            rows: Quiet::new(rows),
            clone,
            kept: Vec::new(),
            failure: None,
            ended: false,
            again: Vec::new().into_iter(),
        }
    }

    /// From the first row again. There is no third time.
    pub(crate) fn start_again(&mut self) {
        self.clone = None;
        self.again = mem::take(&mut self.kept).into_iter();
    }

    /// There will be no second pass.
    pub(crate) fn forget(&mut self) {
        self.clone = None;
        self.kept = Vec::new();
    }

    pub(crate) fn into_rows(self) -> R {
        self.rows.into_inner()
    }
}

impl<P, R: Rows<P>> Iterator for Replay<P, R> {
    type Item = Result<Quiet<P>>;

    fn size_hint(&self) -> (usize, Option<usize>) {
        let ((least, most), again) = (self.rows.size_hint(), self.again.len());
        (least.saturating_add(again), most.and_then(|most| most.checked_add(again)))
    }

    fn next(&mut self) -> Option<Result<Quiet<P>>> {
        if let Some(row) = self.again.next() {
            return Some(Ok(row));
        }
        let Some(clone) = self.clone else {
            return match self.failure.take() {
                Some(error) => Some(Err(error)),
                None if self.ended => None,
                None => self.rows.next().map(|row| row.map(Quiet::new)),
            };
        };
        let row = self.rows.next().map(|row| row.map(Quiet::new));
        match &row {
            Some(Ok(row)) => self.kept.push(Quiet::new(clone(row))),
            Some(Err(error)) => (self.failure, self.ended) = (Some(same(error)), true),
            None => self.ended = true,
        }
        row
    }
}

/// The error of a row once more, in the same words.
fn same(error: &Error) -> Error {
    match error {
        Error::File { path, source } => {
            let source = io::Error::new(source.kind(), source.to_string());
            Error::File { path: path.clone(), source }
        }
        Error::Params { at, message } => Error::Params { at: at.clone(), message: message.clone() },
        other => Error::Params { at: "params".into(), message: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::params::{Items, ParamSource};

    fn rows(n: usize) -> impl Rows<(usize,)> {
        let mut next = 0;
        // asked once only, and not after its end
        let items = std::iter::from_fn(move || {
            next += 1;
            assert!(next <= n + 1, "asked after the end");
            (next <= n).then_some(next)
        });
        ParamSource::<(usize,)>::open(Items::new(items), &[]).unwrap()
    }

    fn take(rows: &mut impl Iterator<Item = Result<Quiet<(usize,)>>>, n: usize) -> Vec<usize> {
        rows.take(n).map(|row| row.unwrap().0).collect()
    }

    #[test]
    fn a_second_pass_has_the_rows_of_the_first_and_those_after() {
        let mut rows = Replay::new(rows(5), Some(<(usize,)>::clone));
        assert_eq!(take(&mut rows, 3), [1, 2, 3]);
        rows.start_again();
        assert_eq!(take(&mut rows, 5), [1, 2, 3, 4, 5]);
        assert!(rows.next().is_none());
    }

    #[test]
    fn rows_that_have_ended_are_not_asked_again() {
        let mut rows = Replay::new(rows(5), Some(<(usize,)>::clone));
        assert_eq!(take(&mut rows, 9), [1, 2, 3, 4, 5]);
        rows.start_again();
        assert_eq!(take(&mut rows, 9), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn what_is_forgotten_is_not_kept() {
        let mut rows = Replay::new(rows(5), Some(<(usize,)>::clone));
        assert_eq!(take(&mut rows, 2), [1, 2]);
        rows.forget();
        assert_eq!(take(&mut rows, 3), [3, 4, 5]);
        assert!(rows.kept.is_empty());
    }

    #[test]
    fn a_bad_row_is_as_bad_the_second_time_and_asked_for_once() {
        struct Bad(usize);
        impl Iterator for Bad {
            type Item = Result<(usize,)>;
            fn next(&mut self) -> Option<Self::Item> {
                self.0 += 1;
                match self.0 {
                    1 | 2 => Some(Ok((self.0,))),
                    3 => Some(Err(Error::Params { at: "line 3".into(), message: "no".into() })),
                    _ => unreachable!("asked again after an error"),
                }
            }
        }
        impl Rows<(usize,)> for Bad {}
        let mut rows = Replay::new(Bad(0), Some(<(usize,)>::clone));
        for _ in 0..2 {
            assert_eq!(take(&mut rows, 2), [1, 2]);
            assert_eq!(rows.next().unwrap().unwrap_err().to_string(), "line 3: no");
            rows.start_again();
        }
    }
}
