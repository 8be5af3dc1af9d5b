//! What became of a share.

use crate::video::counted;
use std::{fmt, time::Duration};

/// A share that was rendered.
///
/// It prints as one line: `share 3 of 16: frames 90 to 119, in 0.31 s (2 workers)`.
#[derive(Clone, Debug)]
pub struct Share {
    pub(super) number: usize,
    pub(super) shares: usize,
    pub(super) first: usize,
    pub(super) frames: usize,
    pub(super) elapsed: Duration,
    pub(super) workers: usize,
}

impl Share {
    /// Its number, from 0.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// The place of its first frame in the video.
    #[must_use]
    pub fn first(&self) -> usize {
        self.first
    }

    /// How many frames it has.
    #[must_use]
    pub fn frames(&self) -> usize {
        self.frames
    }

    /// How long it took.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// How many workers drew it; none if there was nothing to do.
    #[must_use]
    pub fn workers(&self) -> usize {
        self.workers
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, shares, first, frames, elapsed, workers } = self;
        write!(f, "share {number} of {shares}: ")?;
        match frames {
            0 => return f.write_str("no frames"),
            1 => write!(f, "frame {first}")?,
            _ => write!(f, "frames {first} to {}", first + frames - 1)?,
        }
        let workers = counted(*workers, "worker");
        write!(f, ", in {:.2} s ({workers})", elapsed.as_secs_f64())
    }
}
