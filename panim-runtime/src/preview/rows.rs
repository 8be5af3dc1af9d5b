//! The rows that were taken so far, for frames in any order.

use crate::{Error, Result, caught::Quiet};
use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

pub(super) struct RowStore<P> {
    clone: fn(&P) -> P,
    /// How many there are, if they know it themselves.
    told: Option<usize>,
    /// They never end, and are taken only as far as somebody asks.
    is_endless: bool,
    state: Mutex<TakenRows<P>>,
    /// Rows have come, or somebody wants some.
    changed: Condvar,
}

struct TakenRows<P> {
    rows: Vec<Quiet<P>>,
    /// Frames are wanted up to this one.
    wanted: usize,
    end: Option<Ending>,
}

/// Why there are no more rows.
#[derive(Clone)]
enum Ending {
    Over,
    /// A row could not be read.
    Failed(String),
}

impl<P> RowStore<P> {
    pub(super) fn new(
        first: Quiet<P>,
        clone: fn(&P) -> P,
        (least, most): (usize, Option<usize>),
    ) -> Self {
        let state = TakenRows { rows: vec![first], wanted: 0, end: None };
        Self {
            clone,
            told: most.filter(|&most| most == least),
            is_endless: (least, most) == (usize::MAX, None),
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// Is another row to be taken? What nobody asked for is taken too, where that is the only way to
    /// know how many there are.
    pub(super) fn wants_more(&self) -> bool {
        let state = self.lock();
        let is_counting = self.told.is_none() && !self.is_endless;
        state.end.is_none() && (is_counting || state.wanted >= state.rows.len())
    }

    /// Keeps the next row.
    pub(super) fn take(&self, row: Option<Result<P>>) {
        let mut state = self.lock();
        match row {
            Some(Ok(row)) => state.rows.push(Quiet::new(row)),
            Some(Err(error)) => state.end = Some(Ending::Failed(format!("{error:?}"))),
            None => state.end = Some(Ending::Over),
        }
        self.changed.notify_all();
    }

    /// Until something changes, or for so long.
    pub(super) fn wait(&self, most: Duration) {
        drop(self.changed.wait_timeout(self.lock(), most));
    }

    /// The row of a frame, which may have to be waited for; or why there is none.
    pub(super) fn row(&self, frame: usize, is_stopped: impl Fn() -> bool) -> Result<Quiet<P>> {
        let mut state = self.lock();
        loop {
            if let Some(row) = state.rows.get(frame) {
                return Ok(Quiet::new((self.clone)(row)));
            }
            match &state.end {
                Some(Ending::Failed(why)) => return Err(why.as_str().into()),
                Some(Ending::Over) => {
                    return Err(Error::NoSuchFrame { frame, frames: state.rows.len() });
                }
                None if is_stopped() => return Err("the preview has ended".into()),
                None => {}
            }
            if let Some(frames) = self.told.filter(|&told| frame >= told) {
                return Err(Error::NoSuchFrame { frame, frames });
            }
            state.wanted = state.wanted.max(frame);
            self.changed.notify_all();
            let waited = self.changed.wait_timeout(state, super::TICK);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// How many there are, if that is known; and how many were taken.
    pub(super) fn count(&self) -> (Option<usize>, usize) {
        let state = self.lock();
        let taken = state.rows.len();
        (self.told.or(state.end.is_some().then_some(taken)), taken)
    }

    fn lock(&self) -> MutexGuard<'_, TakenRows<P>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
