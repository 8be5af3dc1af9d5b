//! Everything that can go wrong, said with the argument, the frame or the file it went wrong on.

use std::{error::Error as StdError, fmt, io, path::PathBuf};

/// An error of the user's own, of any kind, from `#[setup]` or `#[update]`.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// What a render returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why there is no video.
///
/// Its `Debug` form is the same sentence as its `Display` form, so that a `main` that returns
/// [`Result`] prints something a person can read.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The builder was given a value that no render can use.
    #[error("{argument}: {message}")]
    Argument {
        /// The builder's method, such as `fps`.
        argument: &'static str,
        /// What was given and what is allowed.
        message: String,
    },
    /// `#[setup]` returned an error.
    #[error("setup failed: {source}")]
    Setup {
        /// What it returned.
        source: BoxError,
    },
    /// `#[setup]` panicked.
    #[error("setup panicked: {message}")]
    SetupPanicked {
        /// The panic's message.
        message: String,
    },
    /// `#[setup]` made figures of different sizes on different workers.
    #[error(
        "setup made figures of different sizes: {}x{} and {}x{} pixels; \
         every worker's setup must make the same figure", .one.0, .one.1, .other.0, .other.1
    )]
    SizesDiffer {
        /// Width and height of one worker's figure, in pixels.
        one: (u32, u32),
        /// Width and height of another's.
        other: (u32, u32),
    },
    /// `#[update]` returned an error, or what it left could not be drawn.
    #[error("frame {frame} failed: {source}")]
    Frame {
        /// Position in the video, from 0.
        frame: usize,
        /// What it returned.
        source: BoxError,
    },
    /// `#[update]` panicked.
    #[error("frame {frame} panicked: {message}")]
    FramePanicked {
        /// Position in the video, from 0.
        frame: usize,
        /// The panic's message.
        message: String,
    },
    /// A row of parameters could not be read.
    #[error("{at}: {message}")]
    Params {
        /// Where: file, line and column as far as they are known, or the builder's method.
        at: String,
        /// What is wrong and what was expected.
        message: String,
    },
    /// There were no frames to draw.
    #[error("no frames: the parameters were empty")]
    NoFrames,
    /// A still was asked for beyond the last frame.
    #[error("no frame {frame}: the parameters end after {frames}")]
    NoSuchFrame {
        /// The frame asked for, from 0.
        frame: usize,
        /// How many there are.
        frames: usize,
    },
    /// The progress callback said to stop.
    #[error("cancelled after {written} frames")]
    Cancelled {
        /// Frames written when it was cancelled; the file is gone all the same.
        written: usize,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The encoder refused.
    #[error("encoder: {message}")]
    Encoder {
        /// What it said.
        message: String,
    },
    /// The GPU cannot encode this video, or failed while it did.
    #[error("NVENC: {message}")]
    Gpu {
        /// Why.
        message: String,
    },
    /// A thread could not be started.
    #[error("cannot start a worker thread: {source}")]
    Thread {
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error {
    pub(crate) fn argument(argument: &'static str, message: impl Into<String>) -> Self {
        Self::Argument { argument, message: message.into() }
    }

    /// Whether the GPU failed, and nobody else.
    pub(crate) fn is_of_the_gpu(&self) -> bool {
        match self {
            Self::Gpu { .. } => true,
            Self::Frame { source, .. } => {
                source.downcast_ref::<Self>().is_some_and(Self::is_of_the_gpu)
            }
            _ => false,
        }
    }
}
