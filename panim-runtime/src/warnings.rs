//! What figures warn of, told once for a render, however many workers draw it.

use panim_figure::Warning;
use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

/// The warnings that were told.
#[derive(Default)]
pub(crate) struct ToldWarnings(Mutex<HashSet<Warning>>);

impl ToldWarnings {
    /// Tells those that are new. `frame`: the one that they were found in; none for setup.
    pub(crate) fn tell(&self, warnings: Vec<Warning>, frame: Option<usize>) {
        for warning in warnings {
            if self.is_new(&warning) {
                tracing::warn!(frame, "{warning}");
            }
        }
    }

    fn is_new(&self, warning: &Warning) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(warning.clone())
    }
}
