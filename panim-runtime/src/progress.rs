//! How far a render is: for the caller's callback, and for whoever watches the terminal.

mod counts;
mod display;

use crate::{BoxError, Video, settings::Settings, video::counted};
use display::Display;
use std::{
    fmt,
    ops::ControlFlow,
    sync::Arc,
    time::{Duration, Instant},
};

pub(crate) use counts::Counts;
pub(crate) use display::Voice;

/// How far a render is.
///
/// A frame is drawn, then encoded, and in the end written together with its group, the frames up to
/// the next keyframe. What is told of speed and time counts frames that are encoded.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    drawn: usize,
    encoded: usize,
    written: usize,
    total: Option<usize>,
    elapsed: Duration,
    stage: Stage,
    rate: f64,
    /// Time since the last frame was encoded.
    idle: Duration,
}

/// What is being done.
#[derive(Clone, Copy, Debug)]
enum Stage {
    SettingUp,
    /// Since so long.
    Drawing(Duration),
    /// Every frame is encoded, and the file is not yet in its place.
    Finishing,
}

impl Progress {
    /// Frames drawn so far, in any order.
    #[must_use]
    pub fn drawn(&self) -> usize {
        self.drawn
    }

    /// Frames encoded so far, in any order.
    #[must_use]
    pub fn encoded(&self) -> usize {
        self.encoded
    }

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

    /// Which part of all frames is encoded, from 0 to 1, where the total is known.
    #[must_use]
    pub fn fraction(&self) -> Option<f64> {
        let total = self.total? as f64;
        Some(if total > 0.0 { (self.encoded as f64 / total).min(1.0) } else { 1.0 })
    }

    /// The same from 0 to 100.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        self.fraction().map(|fraction| 100.0 * fraction)
    }

    /// Time since `.run()` was called.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Frames encoded per second, since `#[setup]` was done.
    #[must_use]
    pub fn frames_per_second(&self) -> f64 {
        self.rate
    }

    /// Time to go if it goes on at this pace, where the total is known and a frame is encoded.
    #[must_use]
    pub fn remaining(&self) -> Option<Duration> {
        let left = self.total?.saturating_sub(self.encoded);
        let all = Duration::try_from_secs_f64(left as f64 / self.rate).ok()?;
        Some(all.saturating_sub(self.idle))
    }
}

/// `60/300 frames, about 10 s left, 24 frames/s`
impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.total {
            Some(total) => write!(f, "{}/{}", self.encoded, counted(total, "frame"))?,
            None => write!(f, "{}", counted(self.encoded, "frame"))?,
        }
        match self.stage {
            Stage::SettingUp => write!(f, ", setting up ({})", Time(self.elapsed)),
            Stage::Finishing => write!(f, ", finishing the file"),
            Stage::Drawing(time) if self.encoded == 0 => write!(f, ", drawing ({})", Time(time)),
            Stage::Drawing(_) => {
                if let Some(time) = self.remaining() {
                    write!(f, ", about {} left", Time(time))?;
                }
                write!(f, ", {}", Rate(self.rate))
            }
        }
    }
}

struct Time(Duration);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_secs_f64() {
            seconds if seconds < 119.5 => write!(f, "{seconds:.0} s"),
            seconds if seconds < 119.5 * 60.0 => write!(f, "{:.0} min", seconds / 60.0),
            seconds => write!(f, "{:.1} h", seconds / 3600.0),
        }
    }
}

/// Frames per second.
struct Rate(f64);

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            rate if rate >= 9.95 => write!(f, "{rate:.0} frames/s"),
            rate if rate >= 0.5 => write!(f, "{rate:.1} frames/s"),
            rate if rate * 60.0 >= 0.5 => write!(f, "{:.1} frames/min", rate * 60.0),
            rate => write!(f, "{:.1} frames/h", rate * 3600.0),
        }
    }
}

/// Whether to go on; if not, with the reason, if there is one.
pub(crate) type ProgressFlow = ControlFlow<Option<BoxError>>;

/// What a progress callback may return: nothing, or whether to go on.
#[diagnostic::on_unimplemented(
    message = "a progress callback returns `()`, `ControlFlow<()>` or `Result<(), E>`, not `{Self}`",
    label = "what this callback returns says nothing about going on",
    note = "`ControlFlow::Break(())` and `Err(reason)` cancel the render; end the callback with `;` \
            if it never does. `E` is anything that turns into `Box<dyn Error + Send + Sync>`"
)]
pub trait Answer {
    #[doc(hidden)]
    fn flow(self) -> ProgressFlow;
}
impl Answer for () {
    fn flow(self) -> ProgressFlow {
        ControlFlow::Continue(())
    }
}
impl Answer for ControlFlow<()> {
    fn flow(self) -> ProgressFlow {
        self.map_break(|()| None)
    }
}
impl<E: Into<BoxError>> Answer for Result<(), E> {
    fn flow(self) -> ProgressFlow {
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
    fn hear(&mut self, progress: Progress) -> ProgressFlow;
}
impl Listener for () {
    fn hear(&mut self, _: Progress) -> ProgressFlow {
        ControlFlow::Continue(())
    }
}

/// A closure that hears of the progress.
pub struct Callback<F>(pub(crate) F);

#[diagnostic::do_not_recommend]
impl<R: Answer, F: FnMut(Progress) -> R> Listener for Callback<F> {
    fn hear(&mut self, progress: Progress) -> ProgressFlow {
        (self.0)(progress).flow()
    }
}

/// Whether a render shows its progress on standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProgressMode {
    /// A bar on a terminal; elsewhere a plain line every five seconds, every minute in the long run,
    /// so that a short render says nothing.
    #[default]
    Auto,
    /// A bar on a terminal; elsewhere plain lines from the first frames to the last.
    Always,
    /// Nothing.
    Never,
}

/// So often a listener hears of a render in which nothing has changed, so that it may cancel.
const STILL_HERE: Duration = Duration::from_millis(250);

/// Tells everybody who wants to know, from the conductor's thread.
pub(crate) struct Reporter<'a> {
    counts: Arc<Counts>,
    log_every: Option<usize>,
    display: Display,
    listener: &'a mut dyn Listener,
    /// How many were encoded when the listener was told last, and when that was.
    told: (usize, Instant),
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(
        settings: &Settings,
        begun: Instant,
        total: Option<usize>,
        listener: &'a mut dyn Listener,
    ) -> Self {
        let counts = Arc::new(Counts::new(begun, total));
        let display = match settings.shows_progress {
            true => Display::new(settings.progress, &counts),
            false => Display::none(settings.progress),
        };
        let log_every = settings.log_every;
        Self { counts, log_every, display, listener, told: (0, begun) }
    }

    pub(crate) fn counts(&self) -> Arc<Counts> {
        Arc::clone(&self.counts)
    }

    /// So many frames more are in the file.
    pub(crate) fn wrote(&mut self, frames: usize) -> ProgressFlow {
        let progress = self.counts.wrote(frames);
        let (before, now) = (progress.written - frames, progress.written);
        if self.log_every.is_some_and(|every| before / every != now / every) {
            tracing::info!(written = now, total = progress.total, "frames written");
        }
        self.tell(progress)
    }

    /// Tells the listener what is new, if anything is, or that the render still runs.
    pub(crate) fn look(&mut self) -> ProgressFlow {
        let progress = self.counts.progress();
        let (encoded, when) = self.told;
        if progress.encoded == encoded && when.elapsed() < STILL_HERE {
            return ControlFlow::Continue(());
        }
        self.tell(progress)
    }

    fn tell(&mut self, progress: Progress) -> ProgressFlow {
        self.told = (progress.encoded, Instant::now());
        self.listener.hear(progress)
    }

    pub(crate) fn written(&self) -> usize {
        self.counts.progress().written
    }

    /// Nothing is in the file any more.
    pub(crate) fn start_again(&mut self) {
        self.counts.start_again();
    }

    /// Who says on standard error what else there is to say.
    pub(crate) fn voice(&self) -> Voice {
        self.display.voice()
    }

    /// Every frame is encoded and written.
    pub(crate) fn finishing(&self) {
        self.counts.finishing();
    }

    /// The video is whole and in its place.
    pub(crate) fn finish(self, video: &Video, silently: bool) {
        if !silently {
            self.display.finish(format!("wrote {video}"));
        }
    }
}

#[cfg(test)]
mod tests;
