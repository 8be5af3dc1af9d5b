//! Which format a video has: its name's ending says so.

use crate::{Error, Result};
use std::path::Path;

/// The formats that videos are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VideoFormat {
    Mp4,
}

/// What a name ends in for each format.
const ENDINGS: [(&str, VideoFormat); 1] = [("mp4", VideoFormat::Mp4)];

/// The format of a name without an ending.
const DEFAULT: VideoFormat = VideoFormat::Mp4;

impl VideoFormat {
    /// What follows a name's last dot is its ending: of `run.2` it is `2`, which is no format's. Any
    /// other rule would write an MP4 file under a name such as `a.webm`.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let Some(ending) = path.extension() else { return Ok(DEFAULT) };
        let known = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
        known.map(|&(_, format)| format).ok_or_else(|| {
            let allowed: Vec<_> = ENDINGS.iter().map(|(known, _)| format!(".{known}")).collect();
            Error::argument(
                "render",
                format!(
                    "`{}` ends in `.{}`; allowed: {}, or no ending, which means .mp4",
                    path.display(),
                    ending.display(),
                    allowed.join(", ")
                ),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_ending_decides() {
        for path in ["a.mp4", "a.MP4", "a.b.Mp4", "a", "a.d/b", ".mp4"] {
            assert_eq!(VideoFormat::of(Path::new(path)).unwrap(), VideoFormat::Mp4, "{path}");
        }
        for path in ["a.gif", "a.webm", "a.AVI", "a.png", "run.2", "wave.v1.2", "a.", "a.mp4 "] {
            let error = VideoFormat::of(Path::new(path)).unwrap_err().to_string();
            assert!(error.starts_with(&format!("render: `{path}` ends in `.")), "{error}");
            assert!(error.contains("allowed: .mp4"), "{error}");
        }
    }
}
