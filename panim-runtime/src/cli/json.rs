//! What is said to other programs: one JSON object a line, each with its `event`.

use super::{CliError, print};
use crate::{Error, Listener, Progress, Video, progress::ProgressFlow};
use serde::Serialize;
use std::time::{Duration, Instant};

/// So often progress is told, besides the first time and the last.
const BETWEEN: Duration = Duration::from_millis(100);

#[derive(Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub(super) enum Event<'a> {
    Progress {
        drawn: usize,
        encoded: usize,
        written: usize,
        total: Option<usize>,
        elapsed: f64,
        frames_per_second: f64,
        remaining: Option<f64>,
    },
    Video {
        path: &'a str,
        frames: usize,
        resumed: usize,
        width: u32,
        height: u32,
        fps: f64,
        /// The rate, exactly.
        rate: String,
        duration: f64,
        bytes: u64,
        elapsed: f64,
        encoder: &'a str,
        workers: usize,
    },
    Still {
        path: &'a str,
        frame: usize,
        time: f64,
        width: u32,
        height: u32,
    },
    Sheet {
        path: &'a str,
        frames: Vec<usize>,
        width: u32,
        height: u32,
    },
    Plan {
        path: &'a str,
        plan: &'a str,
        frames: usize,
        groups: usize,
        tasks: usize,
    },
    Slurm {
        path: &'a str,
        tasks: usize,
        shards: &'a str,
        merge: &'a str,
    },
    Share {
        path: &'a str,
        share: usize,
        first: usize,
        frames: usize,
        elapsed: f64,
        workers: usize,
    },
    Status {
        share: usize,
        state: &'a str,
        finished: usize,
        frames: usize,
        seconds: f64,
        host: Option<&'a str>,
        message: Option<&'a str>,
    },
    Error {
        message: &'a str,
        frame: Option<usize>,
    },
}

impl Event<'_> {
    pub(super) fn print(&self) {
        print_json(self);
    }
}

pub(super) fn print_json(value: &impl Serialize) {
    // Numbers that are no numbers become null, so that nothing is left to fail.
    if let Ok(line) = serde_json::to_string(value) {
        print(&line);
    }
}

/// Tells progress besides the program's own listener.
pub(super) struct Telling<'u> {
    pub(super) listener: Box<dyn Listener + 'u>,
    pub(super) told: Option<(Instant, usize)>,
}

impl Listener for Telling<'_> {
    fn hear(&mut self, progress: Progress) -> ProgressFlow {
        let encoded = progress.encoded();
        let is_last = progress.total() == Some(encoded);
        let is_due = self.told.is_none_or(|(when, before)| {
            encoded != before && (is_last || when.elapsed() >= BETWEEN)
        });
        if is_due {
            self.told = Some((Instant::now(), encoded));
            Event::Progress {
                drawn: progress.drawn(),
                encoded,
                written: progress.written(),
                total: progress.total(),
                elapsed: progress.elapsed().as_secs_f64(),
                frames_per_second: progress.frames_per_second(),
                remaining: progress.remaining().map(|time| time.as_secs_f64()),
            }
            .print();
        }
        self.listener.hear(progress)
    }
}

pub(super) fn video(video: &Video) {
    Event::Video {
        path: &video.path().to_string_lossy(),
        frames: video.frames(),
        resumed: video.resumed(),
        width: video.width(),
        height: video.height(),
        fps: video.fps().as_f64(),
        rate: video.fps().to_string(),
        duration: video.duration().as_secs_f64(),
        bytes: video.bytes(),
        elapsed: video.elapsed().as_secs_f64(),
        encoder: video.encoder(),
        workers: video.workers(),
    }
    .print();
}

pub(super) fn failed(failure: &CliError) {
    let (message, frame) = match failure {
        #[cfg(feature = "preview")]
        CliError::Stopped(_) => return,
        CliError::Usage(message) => (message.clone(), None),
        CliError::Error(error) | CliError::Passing(error) => {
            let frame = match error {
                Error::Frame { frame, .. } | Error::FramePanicked { frame, .. } => Some(*frame),
                _ => None,
            };
            (format!("{error:?}"), frame)
        }
    };
    Event::Error { message: &message, frame }.print();
}
