//! What figures warn of, told once for a render, however many workers draw it: by `tracing` where
//! somebody listens there, else to whoever watches standard error.

use crate::progress::Voice;
use panim_figure::Warning;
use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

/// More than this on a terminal is not read.
const MOST_SHOWN: usize = 10;

/// The warnings that were told.
pub(crate) struct ToldWarnings {
    told: Mutex<HashSet<Warning>>,
    voice: Voice,
}

impl ToldWarnings {
    pub(crate) fn new(voice: Voice) -> Self {
        Self { told: Mutex::default(), voice }
    }

    /// Tells those that are new. `frame`: the one that they were found in; none for setup.
    pub(crate) fn tell(&self, warnings: Vec<Warning>, frame: Option<usize>) {
        for warning in warnings {
            let Some(count) = self.count_new(&warning) else { continue };
            if tracing::enabled!(tracing::Level::WARN) {
                tracing::warn!(frame, "{warning}");
            } else {
                self.show(&warning, frame, count);
            }
        }
    }

    fn show(&self, warning: &Warning, frame: Option<usize>, count: usize) {
        match (count, frame) {
            (..=MOST_SHOWN, Some(frame)) => {
                self.voice.say(format!("warning: frame {frame}: {warning}"));
            }
            (..=MOST_SHOWN, None) => self.voice.say(format!("warning: {warning}")),
            (count, _) if count == MOST_SHOWN + 1 => {
                self.voice.say("warning: there are more, which only `tracing` is told".into());
            }
            _ => {}
        }
    }

    /// How many there are with this one, if it is new.
    fn count_new(&self, warning: &Warning) -> Option<usize> {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.insert(warning.clone()).then(|| told.len())
    }
}
