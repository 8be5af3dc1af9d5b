//! What is told while a render runs.

use super::Render;
use crate::{Answer, Progress, ProgressMode, WholeNumber, progress::Callback};

impl<A, P, S, C> Render<A, P, S, C> {
    /// Whether to show progress on standard error; default: [`ProgressMode::Auto`], a bar on a
    /// terminal and plain lines elsewhere. Shown are frames that are encoded, with the time left and
    /// the pace, and in the end what was written.
    pub fn progress(mut self, mode: ProgressMode) -> Self {
        self.plan.settings.progress = mode;
        self
    }

    /// Calls `f` on the thread that calls [`run`](Self::run): as frames have been encoded, as a group
    /// has been written, and four times a second where nothing is new, but never in the middle of a
    /// frame that this thread draws. A second one takes the place of the first.
    ///
    /// It may return nothing, a [`ControlFlow`](std::ops::ControlFlow), whose `Break(())` cancels, or
    /// a `Result`, whose `Err(reason)` cancels and says why. Frames that are being drawn are drawn to
    /// their end; then `run` returns [`Error::Cancelled`](crate::Error::Cancelled), and no file is
    /// left. Should a GPU fail and the video start again on the CPU, so does the count.
    ///
    /// ```ignore
    /// .on_progress(|it| bar.set(it.fraction()))
    /// .on_progress(|it| if it.elapsed() < an_hour { Ok(()) } else { Err("too slow") })
    /// ```
    pub fn on_progress<F, R>(self, f: F) -> Render<A, P, S, Callback<F>>
    where
        F: FnMut(Progress) -> R,
        R: Answer,
    {
        Render { plan: self.plan, source: self.source, listener: Callback(f) }
    }

    /// A `tracing` event at level INFO after every `frames` frames drawn, and another after every
    /// `frames` written; 1 or more. Default: none.
    pub fn log_every(mut self, frames: impl WholeNumber) -> Self {
        self.plan.settings.log_every = Some(self.plan.settings.count("log_every", frames));
        self
    }
}
