//! How far a render is: for the caller's callback, and for whoever watches the terminal.

use crate::BoxError;
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    fmt,
    io::{self, IsTerminal, Write},
    ops::ControlFlow,
    time::{Duration, Instant},
};

/// How far a render is, in frames that are in the file.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    written: usize,
    total: Option<usize>,
    elapsed: Duration,
}

impl Progress {
    /// Frames in the file so far.
    #[must_use]
    pub fn written(&self) -> usize {
        self.written
    }

    /// Frames in all, where that is known: from the iterator's own length, else from `.total(n)`.
    #[must_use]
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// Time since `.run()` was called.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Frames written per second of [`elapsed`](Self::elapsed) time.
    #[must_use]
    pub fn frames_per_second(&self) -> f64 {
        let seconds = self.elapsed.as_secs_f64();
        if seconds > 0.0 { self.written as f64 / seconds } else { 0.0 }
    }

    /// Time to go if it goes on at this pace, where the total is known and frames are written.
    #[must_use]
    pub fn remaining(&self) -> Option<Duration> {
        let left = self.total?.saturating_sub(self.written);
        let seconds = left as f64 / self.frames_per_second();
        Duration::try_from_secs_f64(seconds).ok()
    }
}

/// `60/300 frames, 24 frames/s, 10 s left`
impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.written)?;
        if let Some(total) = self.total {
            write!(f, "/{total}")?;
        }
        let rate = self.frames_per_second();
        let digits = if rate < 10.0 { 1 } else { 0 };
        write!(f, " frames, {rate:.digits$} frames/s")?;
        match self.remaining().map(|time| time.as_secs_f64()) {
            Some(seconds) if seconds >= 120.0 => write!(f, ", {:.0} min left", seconds / 60.0),
            Some(seconds) => write!(f, ", {seconds:.0} s left"),
            None => Ok(()),
        }
    }
}

/// Whether to go on; if not, with the reason, if there is one.
type Flow = ControlFlow<Option<BoxError>>;

/// What a progress callback may return: nothing, or whether to go on.
#[diagnostic::on_unimplemented(
    message = "a progress callback returns `()`, `ControlFlow<()>` or `Result<(), E>`, not `{Self}`",
    label = "what this callback returns says nothing about going on",
    note = "`ControlFlow::Break(())` and `Err(reason)` cancel the render; end the callback with `;` \
            if it never does. `E` is anything that turns into `Box<dyn Error + Send + Sync>`"
)]
pub trait Answer {
    #[doc(hidden)]
    fn flow(self) -> Flow;
}
impl Answer for () {
    fn flow(self) -> Flow {
        ControlFlow::Continue(())
    }
}
impl Answer for ControlFlow<()> {
    fn flow(self) -> Flow {
        self.map_break(|()| None)
    }
}
impl<E: Into<BoxError>> Answer for Result<(), E> {
    fn flow(self) -> Flow {
        match self {
            Ok(()) => ControlFlow::Continue(()),
            Err(reason) => ControlFlow::Break(Some(reason.into())),
        }
    }
}

/// Who hears of a render's progress: what [`Render::on_progress`](crate::Render::on_progress) was
/// given, or nobody, `()`.
pub trait Listener {
    #[doc(hidden)]
    fn hear(&mut self, progress: Progress) -> Flow;
}
impl Listener for () {
    fn hear(&mut self, _: Progress) -> Flow {
        ControlFlow::Continue(())
    }
}

/// A closure that hears of the progress.
pub struct Callback<F>(pub(crate) F);

#[diagnostic::do_not_recommend]
impl<R: Answer, F: FnMut(Progress) -> R> Listener for Callback<F> {
    fn hear(&mut self, progress: Progress) -> Flow {
        (self.0)(progress).flow()
    }
}

/// Whether a render shows its progress on standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProgressMode {
    /// A bar on a terminal; elsewhere a plain line every five seconds, so that a short render says
    /// nothing.
    #[default]
    Auto,
    /// A bar on a terminal; elsewhere plain lines from the first frames to the last.
    Always,
    /// Nothing.
    Never,
}

const BETWEEN_LINES: Duration = Duration::from_secs(5);

/// Tells everybody who wants to know.
pub(crate) struct Reporter<'a> {
    begun: Instant,
    total: Option<usize>,
    written: usize,
    log_every: Option<usize>,
    display: Display,
    listener: &'a mut dyn Listener,
}

enum Display {
    Bar(ProgressBar),
    Lines { last: Option<Instant>, all: bool },
    Nothing,
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(
        mode: ProgressMode,
        begun: Instant,
        total: Option<usize>,
        log_every: Option<usize>,
        listener: &'a mut dyn Listener,
    ) -> Self {
        let display = match mode {
            ProgressMode::Never => Display::Nothing,
            _ if io::stderr().is_terminal() => Display::Bar(bar(total)),
            ProgressMode::Auto => Display::Lines { last: Some(begun), all: false },
            ProgressMode::Always => Display::Lines { last: None, all: true },
        };
        Self { begun, total, written: 0, log_every, display, listener }
    }

    /// So many frames more are in the file.
    pub(crate) fn wrote(&mut self, frames: usize) -> Flow {
        let before = self.written;
        self.written += frames;
        if self.log_every.is_some_and(|every| before / every != self.written / every) {
            tracing::info!(written = self.written, total = self.total, "frames written");
        }
        let progress = self.progress();
        self.display.show(progress);
        self.listener.hear(progress)
    }

    pub(crate) fn written(&self) -> usize {
        self.written
    }

    /// Nothing is in the file any more.
    pub(crate) fn start_again(&mut self) {
        self.written = 0;
        if let Display::Bar(bar) = &self.display {
            bar.set_position(0);
        }
    }

    /// The video is whole. How many frames it has.
    pub(crate) fn finish(self) -> usize {
        if let Display::Lines { all: true, .. } = self.display {
            say(self.progress());
        }
        self.written
    }

    fn progress(&self) -> Progress {
        Progress { written: self.written, total: self.total, elapsed: self.begun.elapsed() }
    }
}

impl Display {
    fn show(&mut self, progress: Progress) {
        match self {
            Self::Bar(bar) => {
                bar.set_position(progress.written as u64);
                bar.set_message(progress.to_string());
            }
            Self::Lines { last, .. } => {
                if last.is_none_or(|last| last.elapsed() >= BETWEEN_LINES) {
                    *last = Some(Instant::now());
                    say(progress);
                }
            }
            Self::Nothing => {}
        }
    }
}

impl Drop for Display {
    /// However the render ended, its bar is gone and the next line of text has the place.
    fn drop(&mut self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<usize>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (ProgressBar::new(total as u64), "{bar:32} {msg}"),
        None => (ProgressBar::no_length(), "{spinner} {msg}"),
    };
    let style = ProgressStyle::with_template(template);
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message("0 frames"); // shows it before the first group is written
    bar
}

/// A closed standard error is no reason to stop a render.
fn say(progress: Progress) {
    let _ = writeln!(io::stderr(), "panim: {progress}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(written: usize, total: Option<usize>, millis: u64) -> Progress {
        Progress { written, total, elapsed: Duration::from_millis(millis) }
    }

    #[test]
    fn it_reads_as_a_line() {
        let line = progress(60, Some(300), 2500).to_string();
        assert_eq!(line, "60/300 frames, 24 frames/s, 10 s left");
        let line = progress(10, Some(3010), 10_000).to_string();
        assert_eq!(line, "10/3010 frames, 1.0 frames/s, 50 min left");
        assert_eq!(progress(3, None, 2000).to_string(), "3 frames, 1.5 frames/s");
        assert_eq!(progress(0, Some(9), 5).to_string(), "0/9 frames, 0.0 frames/s");
    }

    #[test]
    fn what_remains_is_known_with_a_total_and_some_frames() {
        let remaining = |written, total| progress(written, total, 1000).remaining();
        assert_eq!(remaining(10, Some(40)), Some(Duration::from_secs(3)));
        assert_eq!(remaining(50, Some(40)), Some(Duration::ZERO));
        assert_eq!([remaining(10, None), remaining(0, Some(40))], [None, None]);
    }

    #[test]
    fn the_callback_hears_of_every_frame_and_may_stop() {
        let mut stop_at_50 = Callback(|progress: Progress| match progress.written() {
            0..50 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        });
        let mut reporter =
            Reporter::new(ProgressMode::Never, Instant::now(), Some(90), None, &mut stop_at_50);
        assert!(reporter.wrote(30).is_continue());
        assert!(reporter.wrote(30).is_break());
        assert_eq!(reporter.written(), 60);
    }
}
