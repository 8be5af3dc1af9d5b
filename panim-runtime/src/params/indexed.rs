//! Parameters that come with their frame numbers, in any order.

use super::{ParamSource, Row, Rows};
use crate::{Error, Result};
use std::collections::HashMap;

/// What `.params_indexed(..)` was given.
#[derive(Clone)]
pub struct Indexed<I>(pub(crate) I);

#[diagnostic::do_not_recommend]
impl<P: Row, I: Iterator<Item = (usize, P::Item)>> ParamSource<P> for Indexed<I> {
    type Rows = InOrder<I, P>;
    fn open(self, _: &'static [&'static str]) -> Result<Self::Rows> {
        Ok(InOrder { items: self.0, early: HashMap::new(), next: 0 })
    }
}

/// The rows in frame order. A row that comes before its turn waits here: rows are all that waits.
pub struct InOrder<I, P> {
    items: I,
    early: HashMap<usize, P>,
    next: usize,
}

impl<P: Row, I: Iterator<Item = (usize, P::Item)>> InOrder<I, P> {
    fn take_next(&mut self) -> Result<Option<P>> {
        if let Some(row) = self.early.remove(&self.next) {
            return Ok(Some(row));
        }
        for (frame, item) in self.items.by_ref() {
            let row = P::pack(item);
            if frame == self.next {
                return Ok(Some(row));
            }
            if frame < self.next || self.early.insert(frame, row).is_some() {
                return Err(wrong(format!("frame {frame} was given twice")));
            }
        }
        match self.early.keys().min() {
            None => Ok(None),
            Some(later) => {
                Err(wrong(format!("frame {} is missing: frame {later} comes after it", self.next)))
            }
        }
    }
}

fn wrong(message: String) -> Error {
    Error::Params { at: "params_indexed".into(), message }
}

impl<P: Row, I: Iterator<Item = (usize, P::Item)>> Iterator for InOrder<I, P> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        let row = self.take_next().transpose();
        self.next += 1;
        row
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.items.size_hint();
        let waiting = self.early.len();
        (least + waiting, most.map(|most| most + waiting))
    }
}

impl<P: Row, I: Iterator<Item = (usize, P::Item)>> Rows<P> for InOrder<I, P> {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(frames: &[usize]) -> Result<Vec<usize>> {
        let items = frames.iter().map(|&frame| (frame, 10 * frame));
        ParamSource::<(usize,)>::open(Indexed(items), &["n"])?
            .map(|row| row.map(|(n,)| n))
            .collect()
    }

    #[test]
    fn any_order_comes_out_in_order() {
        assert_eq!(read(&[3, 0, 2, 1, 4]).unwrap(), [0, 10, 20, 30, 40]);
        assert!(read(&[]).unwrap().is_empty());
    }

    #[test]
    fn a_frame_given_twice_is_named() {
        for frames in [[0, 1, 1, 2], [2, 2, 0, 1], [0, 1, 2, 0]] {
            let error = read(&frames).unwrap_err().to_string();
            let twice =
                frames.iter().find(|f| frames.iter().filter(|g| g == f).count() == 2).unwrap();
            assert_eq!(error, format!("params_indexed: frame {twice} was given twice"));
        }
    }

    #[test]
    fn a_gap_is_named() {
        let error = read(&[0, 1, 5, 3]).unwrap_err().to_string();
        assert_eq!(error, "params_indexed: frame 2 is missing: frame 3 comes after it");
    }
}
