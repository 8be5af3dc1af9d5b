//! How far each share is, as whoever renders it writes down, and as its groups show.

use super::{
    folder::{PartsFolder, STATUS},
    plan::PlanFile,
    program,
    shares::SharePart,
    store::Store,
};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    time::{Duration, Instant, SystemTime},
};

/// So often it is written down.
const WRITTEN_EVERY: Duration = Duration::from_secs(5);

/// Who has not written for so long does not render any more.
const SILENT_AFTER: Duration = Duration::from_secs(60);

/// What a share's status file says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct StatusFile {
    state: StatedState,
    frames: usize,
    /// In all attempts.
    seconds: f64,
    host: String,
    message: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StatedState {
    #[default]
    Running,
    Stopped,
    Failed,
    Done,
}

/// Writes one share's status down, from time to time.
pub(crate) struct StatusWriter {
    folder: PartsFolder,
    number: usize,
    told: StatusFile,
    /// Of the attempts before.
    seconds: f64,
    begun: Instant,
    written: Instant,
}

impl StatusWriter {
    pub(crate) fn begin(folder: &PartsFolder, number: usize) -> Result<Self> {
        let seconds = read(folder, number)?.map_or(0.0, |before| before.seconds);
        let told = StatusFile { host: program::host(), seconds, ..StatusFile::default() };
        let now = Instant::now();
        let folder = folder.clone();
        let mut status = Self { folder, number, told, seconds, begun: now, written: now };
        status.write()?;
        Ok(status)
    }

    /// So many of its frames are finished.
    pub(super) fn count(&mut self, frames: usize) {
        self.told.frames += frames;
    }

    pub(super) fn write_if_due(&mut self) -> Result<()> {
        if self.written.elapsed() < WRITTEN_EVERY { Ok(()) } else { self.write() }
    }

    /// All of it is finished.
    pub(crate) fn done(mut self, frames: usize) -> Result<()> {
        (self.told.state, self.told.frames) = (StatedState::Done, frames);
        self.write()
    }

    fn write(&mut self) -> Result<()> {
        self.told.seconds = self.seconds + self.begun.elapsed().as_secs_f64();
        self.written = Instant::now();
        put(&self.folder, self.number, &self.told)
    }
}

/// Writes down that a share has ended with an error.
pub(crate) fn ended(folder: &PartsFolder, number: usize, error: &Error) {
    let told = read(folder, number).ok().flatten();
    let Some(mut told) = told.filter(|told| told.state == StatedState::Running) else { return };
    told.state = if error.is_passing() { StatedState::Stopped } else { StatedState::Failed };
    told.message = Some(format!("{error:?}"));
    // what is told is the error itself
    let _ = put(folder, number, &told);
}

fn put(folder: &PartsFolder, number: usize, told: &StatusFile) -> Result<()> {
    let text = serde_json::to_string(told).unwrap_or_default();
    folder.write(&format!("{number}.{STATUS}"), &(text + "\n"))
}

fn read(folder: &PartsFolder, number: usize) -> Result<Option<StatusFile>> {
    let text = folder.read(&format!("{number}.{STATUS}"))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// How far a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShareState {
    /// Nobody has begun it.
    Waiting,
    /// Somebody renders it.
    Running,
    /// Somebody has begun it, and does not go on: interrupted, for want of a disk, or killed, which shows when
    /// nothing was heard for a minute.
    Stopped,
    /// A frame of it failed, and will again unless its data are mended.
    Failed,
    /// All of it is there.
    Done,
}

impl fmt::Display for ShareState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
            Self::Done => "done",
        })
    }
}

/// What is known of a share: its number, how far it is, and who renders it.
#[derive(Clone, Debug)]
pub struct ShareStatus {
    pub(crate) share: usize,
    pub(crate) state: ShareState,
    pub(crate) finished: usize,
    pub(crate) frames: usize,
    pub(crate) seconds: f64,
    pub(crate) host: Option<String>,
    pub(crate) message: Option<String>,
}

impl ShareStatus {
    /// Its number, from 0.
    #[must_use]
    pub fn share(&self) -> usize {
        self.share
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> ShareState {
        self.state
    }

    /// How many of its frames are finished.
    #[must_use]
    pub fn finished(&self) -> usize {
        self.finished
    }

    /// How many frames it has.
    #[must_use]
    pub fn frames(&self) -> usize {
        self.frames
    }

    /// How many seconds it was rendered for, in all attempts.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.seconds
    }

    /// The machine that renders it, or has rendered it last.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// Why it stopped or failed.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// How far all shares of a plan are.
pub(crate) fn all(folder: &PartsFolder, plan: &PlanFile) -> Result<Vec<ShareStatus>> {
    let store = Store::scan(folder, &[], plan.fingerprint())?;
    let lengths = store.lengths_by_index();
    let finished = |part: &SharePart| -> usize {
        let groups = part.groups.clone().zip(&part.lengths);
        groups.filter(|&(index, length)| lengths.get(&index) == Some(length)).map(|it| it.1).sum()
    };
    plan.all_shares().map(|part| status(folder, &part, finished(&part))).collect()
}

fn status(folder: &PartsFolder, part: &SharePart, finished: usize) -> Result<ShareStatus> {
    let told = read(folder, part.number)?;
    let state = match &told {
        _ if finished == part.frames() => ShareState::Done,
        None => ShareState::Waiting,
        Some(told) if told.state == StatedState::Failed => ShareState::Failed,
        Some(told) if told.state == StatedState::Running && !is_silent(folder, part.number) => {
            ShareState::Running
        }
        Some(_) => ShareState::Stopped,
    };
    let told = told.unwrap_or_default();
    let message = told.message.filter(|_| state != ShareState::Done);
    Ok(ShareStatus {
        share: part.number,
        state,
        finished,
        frames: part.frames(),
        seconds: told.seconds,
        host: Some(told.host).filter(|host| !host.is_empty()),
        message,
    })
}

/// Whether nobody has written it for long, as far as the clocks of both machines say.
fn is_silent(folder: &PartsFolder, number: usize) -> bool {
    let path = folder.path().join(format!("{number}.{STATUS}"));
    let written = path.metadata().and_then(|found| found.modified());
    written.is_ok_and(|written| {
        SystemTime::now().duration_since(written).is_ok_and(|silent| silent > SILENT_AFTER)
    })
}
