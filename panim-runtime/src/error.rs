//! Everything that can go wrong, said with the argument, the frame or the file it went wrong on.

#[cfg(test)]
mod tests;

#[cfg(feature = "plotters")]
use panim_figure::plotters::drawing::DrawingAreaErrorKind;
use panim_figure::{ColorError, FigureError, PictureError};
use std::{error::Error as StdError, fmt, io, path::PathBuf};

/// An error of the user's own, of any kind, from `#[setup]` or `#[update]`.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// What a render returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why there is no video.
///
/// Whatever panim returns converts into it with `?`, and so do errors of `std::io`, `csv`,
/// `serde_json` and plotters. [`errors`](https://docs.rs/panim/latest/panim/errors/index.html) has a
/// remedy for each.
///
/// Its text ends with the cause's own, and [`source`](StdError::source) goes on from there with what
/// caused that: printed with its sources, each thing is said once. Its `Debug` form is all of that in
/// one line, so that a `main` that returns [`Result`] prints something a person can read.
#[non_exhaustive]
pub enum Error {
    /// The builder was given a value that no render can use.
    Argument {
        /// The builder's method, such as `fps`.
        argument: &'static str,
        /// What was given and what is allowed.
        message: String,
    },
    /// `#[setup]` returned an error.
    Setup {
        /// What it returned.
        source: BoxError,
    },
    /// `#[setup]` panicked.
    SetupPanicked {
        /// The panic's message.
        message: String,
    },
    /// `#[setup]` made figures of different sizes on different workers.
    SizesDiffer {
        /// Width and height of one worker's figure, in pixels.
        one: (u32, u32),
        /// Width and height of another's.
        other: (u32, u32),
    },
    /// `#[update]` returned an error, or what it left could not be drawn.
    Frame {
        /// Position in the video, from 0.
        frame: usize,
        /// What it returned.
        source: BoxError,
    },
    /// `#[update]` panicked.
    FramePanicked {
        /// Position in the video, from 0.
        frame: usize,
        /// The panic's message.
        message: String,
    },
    /// A row of parameters could not be read.
    Params {
        /// Where: file, line and column as far as they are known, or the builder's method.
        at: String,
        /// What is wrong and what was expected.
        message: String,
    },
    /// There were no frames to draw.
    NoFrames,
    /// A still was asked for beyond the last frame.
    NoSuchFrame {
        /// The frame asked for, from 0.
        frame: usize,
        /// How many there are.
        frames: usize,
    },
    /// The progress callback said to stop.
    Cancelled {
        /// Frames written when it was cancelled; the file is gone all the same.
        written: usize,
        /// What the callback returned, if it returned an error.
        reason: Option<BoxError>,
    },
    /// A signal said to stop: see [`cancel_on_interrupt`](crate::cancel_on_interrupt).
    Interrupted {
        /// Its name, such as `SIGINT`.
        signal: &'static str,
        /// Frames written when it came; the file is gone all the same.
        written: usize,
    },
    /// A file could not be read or written.
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A finished file could not be put in its place.
    NotInPlace {
        /// Where it was to be. What was there before is still there.
        path: PathBuf,
        /// Where it is.
        kept: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The parts that are kept of a video cannot be used for this one.
    Parts {
        /// The folder that they are in.
        path: PathBuf,
        /// What is wrong with them, or what differs.
        message: String,
    },
    /// Shares of a video are not finished, or damaged.
    Missing {
        /// The folder that the parts are in.
        path: PathBuf,
        /// Their numbers, from 0, such as `3,7-9`.
        shares: String,
        /// Which of them have a frame that failed, and why. Empty: rendering them again is all it takes.
        failed: Vec<String>,
        /// Which of them are damaged, or were made of other parameters. These are whole when they are
        /// rendered again.
        stale: Vec<String>,
    },
    /// The encoder refused.
    Encoder {
        /// What it said.
        message: String,
    },
    /// The GPU cannot encode this video, or failed while it did.
    Gpu {
        /// Why.
        message: String,
    },
    /// A thread could not be started.
    Thread {
        /// What the system said.
        source: io::Error,
    },
    /// A figure that was drawn without a render cannot be drawn as it was described.
    Figure {
        /// What is wrong with it.
        source: FigureError,
    },
    /// Text that names no colour was given where a colour was to be made of it.
    Color {
        /// What is wrong with it.
        source: ColorError,
    },
    /// Something that the program did besides rendering.
    Other {
        /// What it ended with.
        source: BoxError,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument { argument, message } => write!(f, "{argument}: {message}"),
            Self::Setup { source } => write!(f, "setup failed: {source}"),
            Self::SetupPanicked { message } => write!(f, "setup panicked: {message}"),
            Self::SizesDiffer { one, other } => write!(
                f,
                "setup made figures of different sizes: {}x{} and {}x{} pixels; every worker's \
                 setup must make the same figure",
                one.0, one.1, other.0, other.1
            ),
            Self::Frame { frame, source } => write!(f, "frame {frame} failed: {source}"),
            Self::FramePanicked { frame, message } => {
                write!(f, "frame {frame} panicked: {message}")
            }
            Self::Params { at, message } => write!(f, "{at}: {message}"),
            Self::NoFrames => f.write_str("no frames: the parameters were empty"),
            Self::NoSuchFrame { frame, frames } => {
                write!(f, "no frame {frame}: the parameters end after {frames}")
            }
            Self::Cancelled { written, reason: None } => {
                write!(f, "cancelled after {written} frames")
            }
            Self::Cancelled { written, reason: Some(reason) } => {
                write!(f, "cancelled after {written} frames: {reason}")
            }
            Self::Interrupted { signal, written } => {
                write!(f, "interrupted by {signal} after {written} frames")
            }
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::NotInPlace { path, kept, source } => write!(
                f,
                "{}: the finished file is kept as `{}`, as it cannot be put in its place: {source}",
                path.display(),
                kept.display()
            ),
            Self::Parts { path, message } => write!(f, "{}: {message}", path.display()),
            Self::Missing { path, shares, failed, stale } => {
                write!(f, "{}: {} not finished", path.display(), shares_are(shares))?;
                failed.iter().chain(stale).try_for_each(|why| write!(f, "; {why}"))
            }
            Self::Encoder { message } => write!(f, "encoder: {message}"),
            Self::Gpu { message } => write!(f, "NVENC: {message}"),
            Self::Thread { source } => write!(
                f,
                "cannot start a worker thread, for which memory or threads may be short (`ulimit -v`, \
                 `ulimit -u`; fewer workers need less): {source}"
            ),
            Self::Figure { source } => source.fmt(f),
            Self::Color { source } => source.fmt(f),
            Self::Other { source } => source.fmt(f),
        }
    }
}

impl Error {
    /// What it was caused by, whose text its own ends with.
    fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Setup { source } | Self::Frame { source, .. } | Self::Other { source } => {
                Some(source.as_ref())
            }
            Self::Cancelled { reason, .. } => reason.as_ref().map(|reason| reason.as_ref() as _),
            Self::File { source, .. }
            | Self::NotInPlace { source, .. }
            | Self::Thread { source } => Some(source),
            Self::Figure { source } => Some(source),
            Self::Color { source } => Some(source),
            Self::Argument { .. }
            | Self::SetupPanicked { .. }
            | Self::SizesDiffer { .. }
            | Self::FramePanicked { .. }
            | Self::Params { .. }
            | Self::NoFrames
            | Self::NoSuchFrame { .. }
            | Self::Interrupted { .. }
            | Self::Parts { .. }
            | Self::Missing { .. }
            | Self::Encoder { .. }
            | Self::Gpu { .. } => None,
        }
    }
}

/// The verb for shares that are listed as `3,7-9`.
pub(crate) fn shares_are(list: &str) -> String {
    match list.contains([',', '-']) {
        true => format!("shares {list} are"),
        false => format!("share {list} is"),
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause()?.source()
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.to_string();
        let mut next = self.source();
        while let Some(cause) = next {
            let cause_text = cause.to_string();
            // Many errors say in their own text what caused them.
            if !text.contains(&cause_text) {
                text = format!("{text}: {cause_text}");
            }
            next = cause.source();
        }
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        f.write_str(&lines.collect::<Vec<_>>().join(" "))
    }
}

impl From<FigureError> for Error {
    fn from(source: FigureError) -> Self {
        Self::Figure { source }
    }
}

impl From<ColorError> for Error {
    fn from(source: ColorError) -> Self {
        Self::Color { source }
    }
}

impl From<PictureError> for Error {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::Figure(source) => Self::Figure { source },
            PictureError::File { path, source } => Self::File { path, source },
            other => Self::Other { source: other.into() },
        }
    }
}

/// What programs do beside rendering: read a file, fetch data, draw with plotters.
macro_rules! others {
    ($($error:ty)+) => {
        $(impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::Other { source: error.into() }
            }
        })+
    };
}
others! {
    BoxError io::Error serde_json::Error String &str std::num::ParseFloatError
    std::num::ParseIntError fmt::Error
}
#[cfg(feature = "params-files")]
others! { csv::Error }

#[cfg(feature = "plotters")]
impl<E: StdError + Send + Sync + 'static> From<DrawingAreaErrorKind<E>> for Error {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self::Other { source: error.into() }
    }
}

impl Error {
    pub(crate) fn argument(argument: &'static str, message: impl Into<String>) -> Self {
        Self::Argument { argument, message: message.into() }
    }

    /// Whether the same may work another time, or on another machine: nothing is wrong with the program
    /// or its data.
    pub(crate) fn is_passing(&self) -> bool {
        match self {
            Self::File { .. } | Self::Thread { .. } => true,
            Self::Interrupted { .. } | Self::Cancelled { .. } => true,
            Self::Missing { failed, .. } => failed.is_empty(),
            error => error.is_of_the_gpu(),
        }
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
