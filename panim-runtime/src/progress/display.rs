//! The bar on a terminal, and the plain lines elsewhere.
//!
//! They have a thread of their own: the conductor may be drawing a frame that takes a minute.

use super::{Counts, Progress, ProgressMode, Stage};
#[cfg(feature = "progress")]
use indicatif::{ProgressBar, ProgressStyle};
#[cfg(feature = "progress")]
use std::io::IsTerminal;
use std::{
    io::{self, Write},
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError, SendError, Sender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// So often it is looked at what is new.
const TICK: Duration = Duration::from_millis(100);

/// From one plain line to the next: in the first minute, and at most.
const BETWEEN_LINES: [Duration; 2] = [Duration::from_secs(5), Duration::from_secs(60)];

/// A twelfth of the time since the beginning is what lies between lines after the first minute.
const LINES_PER_ELAPSED: u32 = 12;

/// What is shown while a render runs. However that ends, the bar is gone with this.
pub(super) struct Display {
    /// None: nothing is shown.
    lines: Option<Sender<Said>>,
    thread: Option<JoinHandle<()>>,
    mode: ProgressMode,
}

pub(crate) enum Said {
    /// Beside the progress.
    Aside(String),
    /// After it.
    Last(String),
    End,
}

/// Says lines on standard error, above the bar if there is one.
#[derive(Clone)]
pub(crate) enum Voice {
    Shown(Sender<Said>),
    Alone,
    Silent,
}

impl Voice {
    /// Where nothing is shown of the progress.
    pub(crate) fn of(mode: ProgressMode) -> Self {
        match mode {
            ProgressMode::Never => Self::Silent,
            ProgressMode::Auto | ProgressMode::Always => Self::Alone,
        }
    }

    pub(crate) fn say(&self, line: String) {
        match self {
            Self::Shown(lines) => {
                if let Err(SendError(Said::Aside(line))) = lines.send(Said::Aside(line)) {
                    say(&line);
                }
            }
            Self::Alone => say(&line),
            Self::Silent => {}
        }
    }
}

impl Display {
    pub(super) fn new(mode: ProgressMode, counts: &Arc<Counts>) -> Self {
        let nothing = Self::none(mode);
        let all = match mode {
            ProgressMode::Never => return nothing,
            ProgressMode::Auto => false,
            ProgressMode::Always => true,
        };
        let counts = Arc::clone(counts);
        let (lines, said) = mpsc::channel();
        let watch = move || {
            let mut shown = shown(&counts, all);
            loop {
                shown.show(counts.progress());
                match said.recv_timeout(TICK) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(Said::Aside(line)) => shown.aside(&line),
                    Ok(Said::Last(line)) => return shown.end(Some(line)),
                    Ok(Said::End) | Err(RecvTimeoutError::Disconnected) => return shown.end(None),
                }
            }
        };
        // A render can do without being watched.
        match thread::Builder::new().name("panim-progress".into()).spawn(watch) {
            Ok(thread) => Self { lines: Some(lines), thread: Some(thread), mode },
            Err(_) => nothing,
        }
    }

    /// Shows nothing of the progress.
    pub(super) fn none(mode: ProgressMode) -> Self {
        Self { lines: None, thread: None, mode }
    }

    pub(super) fn finish(mut self, last: String) {
        if let Some(lines) = self.lines.take() {
            let _ = lines.send(Said::Last(last));
        }
    }

    pub(super) fn voice(&self) -> Voice {
        match &self.lines {
            Some(lines) => Voice::Shown(lines.clone()),
            None => Voice::of(self.mode),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(lines) = self.lines.take() {
            let _ = lines.send(Said::End);
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[cfg_attr(not(feature = "progress"), expect(unused_variables))]
fn shown(counts: &Counts, all: bool) -> Box<dyn ProgressDisplay> {
    #[cfg(feature = "progress")]
    if io::stderr().is_terminal() {
        return Box::new(Bar::new(counts));
    }
    Box::new(ProgressLines::new(all))
}

trait ProgressDisplay {
    fn show(&mut self, progress: Progress);
    /// A line that has nothing to do with the progress.
    fn aside(&mut self, line: &str);
    /// The render has ended, with a last line if it has made a video.
    fn end(&mut self, last: Option<String>);
}

#[cfg(feature = "progress")]
struct Bar(ProgressBar);

#[cfg(feature = "progress")]
impl Bar {
    fn new(counts: &Counts) -> Self {
        let (bar, template) = match counts.progress().total {
            Some(total) => (ProgressBar::new(total as u64), "{bar:32} {msg}"),
            None => (ProgressBar::no_length(), "{spinner} {msg}"),
        };
        let style = ProgressStyle::with_template(template);
        Self(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }
}

#[cfg(feature = "progress")]
impl ProgressDisplay for Bar {
    fn show(&mut self, progress: Progress) {
        self.0.set_message(progress.to_string());
        self.0.set_position(progress.encoded as u64);
        self.0.tick();
    }

    fn aside(&mut self, line: &str) {
        self.0.suspend(|| say(line));
    }

    fn end(&mut self, last: Option<String>) {
        self.0.finish_and_clear();
        if let Some(last) = last {
            say(&last);
        }
    }
}

struct ProgressLines {
    /// From the first frame to the last one, however short the render is.
    all: bool,
    /// When the next one is due, in time since the beginning.
    due: Duration,
    any: bool,
}

impl ProgressLines {
    fn new(all: bool) -> Self {
        Self { all, due: BETWEEN_LINES[0], any: false }
    }

    fn is_due(&mut self, progress: Progress) -> bool {
        let first = self.all && !self.any && progress.encoded > 0;
        if !first && progress.elapsed < self.due {
            return false;
        }
        let [least, most] = BETWEEN_LINES;
        self.due = progress.elapsed + (progress.elapsed / LINES_PER_ELAPSED).clamp(least, most);
        self.any = true;
        true
    }
}

impl ProgressDisplay for ProgressLines {
    fn show(&mut self, progress: Progress) {
        // What is left then is short, and the last line says more.
        let finishing = matches!(progress.stage, Stage::Finishing);
        if !finishing && self.is_due(progress) {
            say(&progress.to_string());
        }
    }

    fn aside(&mut self, line: &str) {
        say(line);
    }

    fn end(&mut self, last: Option<String>) {
        if let Some(last) = last.filter(|_| self.all || self.any) {
            say(&last);
        }
    }
}

/// A closed standard error is no reason to stop a render.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "panim: {line}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    /// When lines are said, in seconds, of a render of so many seconds that encodes from the start.
    fn said(mut lines: ProgressLines, seconds: u64) -> Vec<u64> {
        let counts = Counts::new(Instant::now(), None);
        counts.set_up();
        counts.encoded(1);
        let progress = counts.progress();
        let at = |seconds| Progress { elapsed: Duration::from_secs(seconds), ..progress };
        (0..seconds).filter(|&seconds| lines.is_due(at(seconds))).collect()
    }

    #[test]
    fn lines_are_frequent_at_first_and_never_more_than_a_minute_apart() {
        let lines = said(ProgressLines::new(false), 7200);
        assert_eq!(lines[..4], [5, 10, 15, 20]);
        let gaps = lines.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(gaps.clone().is_sorted());
        assert_eq!(gaps.max(), Some(60));
    }

    #[test]
    fn a_short_render_says_nothing_unless_told_to() {
        assert!(said(ProgressLines::new(false), 5).is_empty());
        assert_eq!(said(ProgressLines::new(true), 5), [0]);
    }
}
