//! Puts in line what is finished out of order.

use std::collections::BTreeMap;

/// Holds what came too early. How much that can be is bounded by the groups in flight.
pub(crate) struct Reorder<T> {
    next: usize,
    early: BTreeMap<usize, T>,
}

impl<T> Reorder<T> {
    pub(crate) fn new() -> Self {
        Self { next: 0, early: BTreeMap::new() }
    }

    pub(crate) fn push(&mut self, index: usize, item: T) {
        self.early.insert(index, item);
    }

    /// The next one in line, if it is here.
    pub(crate) fn pop(&mut self) -> Option<T> {
        let item = self.early.remove(&self.next)?;
        self.next += 1;
        Some(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_comes_out_in_line() {
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
            let mut reorder = Reorder::new();
            let mut out = Vec::new();
            for index in order {
                reorder.push(index, index * 10);
                out.extend(std::iter::from_fn(|| reorder.pop()));
            }
            assert_eq!(out, [0, 10, 20, 30]);
        }
    }

    #[test]
    fn nothing_comes_before_its_turn() {
        let mut reorder = Reorder::new();
        reorder.push(1, 'b');
        assert_eq!(reorder.pop(), None);
    }
}
