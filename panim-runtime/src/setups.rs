//! What became of each worker's setup: did it work, and do all figures have the same size?

use crate::{Error, Result};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A figure's width and height in pixels.
type Size = (u32, u32);

/// One place for each worker. Answered in the workers' order, so that which of several failures is
/// reported does not depend on which came first.
pub(crate) struct Setups(Mutex<Vec<Option<Result<Size>>>>);

impl Setups {
    pub(crate) fn new(workers: usize) -> Self {
        Self(Mutex::new(std::iter::repeat_with(|| None).take(workers).collect()))
    }

    /// This worker's setup worked. Whether it may begin: its figure is as large as the others'.
    pub(crate) fn ready(&self, worker: usize, size: Size) -> bool {
        let mut all = self.lock();
        let as_large = sizes(&all).all(|other| other == size);
        all[worker] = Some(Ok(size));
        as_large
    }

    /// This worker's setup failed.
    pub(crate) fn failed(&self, worker: usize, error: Error) {
        self.lock()[worker] = Some(Err(error));
    }

    /// Why the setups are of no use. Final once every worker has recorded its own.
    pub(crate) fn into_failure(self) -> Option<Error> {
        let all = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let differ = first_difference(&all);
        all.into_iter().flatten().find_map(Result::err).or(differ)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Option<Result<Size>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn first_difference(all: &[Option<Result<Size>>]) -> Option<Error> {
    let mut sizes = sizes(all);
    let one = sizes.next()?;
    let other = sizes.find(|&other| other != one)?;
    Some(Error::SizesDiffer { one, other })
}

fn sizes(all: &[Option<Result<Size>>]) -> impl Iterator<Item = Size> {
    all.iter().flatten().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(setups: &Setups, worker: usize, message: &str) {
        setups.failed(worker, Error::Setup { source: message.into() });
    }

    #[test]
    fn equal_sizes_are_fine() {
        let setups = Setups::new(3);
        assert!(setups.ready(2, (4, 3)) && setups.ready(0, (4, 3)));
        assert!(setups.into_failure().is_none());
    }

    #[test]
    fn different_sizes_are_reported_in_the_workers_order() {
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let setups = Setups::new(3);
            let begun = order.map(|worker| setups.ready(worker, (worker as u32, 1)));
            assert_eq!(begun, [true, false, false]);
            let error = setups.into_failure();
            assert!(
                matches!(error, Some(Error::SizesDiffer { one: (0, 1), other: (1, 1) })),
                "{error:?}"
            );
        }
    }

    #[test]
    fn the_first_workers_failure_comes_before_others_and_before_sizes() {
        let setups = Setups::new(4);
        setups.ready(0, (1, 1));
        failed(&setups, 3, "three");
        setups.ready(1, (2, 2));
        failed(&setups, 2, "two");
        let error = setups.into_failure().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("setup failed: two"));
    }
}
