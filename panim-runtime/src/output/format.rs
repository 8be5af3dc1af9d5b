//! Which format a render has: its name's ending says so.

use crate::{Error, Result};
use panim_figure::__private::FilePattern;
use std::path::Path;

/// What renders are written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OutputFormat {
    /// H.264 in an MP4.
    Mp4,
    Gif,
    /// A PNG that moves.
    Apng,
    /// A PNG for each frame.
    Sequence(FilePattern),
}

/// What a name ends in, and the format it means.
const ENDINGS: [(&str, OutputFormat); 5] = [
    ("mp4", OutputFormat::Mp4),
    ("m4v", OutputFormat::Mp4),
    ("mov", OutputFormat::Mp4),
    ("gif", OutputFormat::Gif),
    ("png", OutputFormat::Apng),
];

impl OutputFormat {
    /// What follows a name's last dot is its ending: of `run.2` it is `2`, which is no format's. Any
    /// other rule would write an MP4 file under a name such as `a.webm`. A name without one is an MP4.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let Some(ending) = path.extension() else { return Ok(Self::Mp4) };
        let known = ENDINGS.into_iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
        let Some((_, format)) = known else {
            let endings: Vec<_> = ENDINGS.iter().map(|(known, _)| format!(".{known}")).collect();
            return Err(Error::argument(
                "render",
                format!(
                    "`{}` ends in `.{}`; allowed: {}, a name such as `frames/%05d.png` for a file \
                     each frame, or no ending, which means .mp4",
                    path.display(),
                    ending.display(),
                    endings.join(", ")
                ),
            ));
        };
        match format {
            Self::Apng => {
                let pattern =
                    FilePattern::of(path).map_err(|wrong| Error::argument("render", wrong))?;
                Ok(pattern.map_or(Self::Apng, Self::Sequence))
            }
            format => Ok(format),
        }
    }

    /// The format's name in messages.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Mp4 => "an MP4",
            Self::Gif => "a GIF",
            Self::Apng => "an animated PNG",
            Self::Sequence(_) => "a sequence of PNGs",
        }
    }
}

impl OutputFormat {
    /// Refuses a format that this program was built without.
    pub(crate) fn check_built(&self) -> Result<()> {
        if *self != Self::Mp4 || cfg!(feature = "video") {
            return Ok(());
        }
        Err(self.left_out())
    }

    /// That a file of this format is not written by a build without the feature `video`.
    pub(crate) fn left_out(&self) -> Error {
        Error::argument(
            "render",
            format!(
                "{} needs panim's feature `video`, without which this program was built; allowed: a name \
                 ending in .gif or .png, or such as `frames/%05d.png` for a file each frame",
                self.name()
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_ending_decides() {
        let of = |path: &str| OutputFormat::of(Path::new(path)).unwrap();
        for path in ["a.mp4", "a.MP4", "a.b.Mp4", "a", "a.d/b", ".mp4", "a.m4v", "a.mov"] {
            assert_eq!(of(path), OutputFormat::Mp4, "{path}");
        }
        assert_eq!((of("a.gif"), of("a.GIF")), (OutputFormat::Gif, OutputFormat::Gif));
        for path in ["a.png", "a.mp4.PNG", "100%.png", "%05d/a.png", "%s.png", "%%d.png"] {
            assert_eq!(of(path), OutputFormat::Apng, "{path}");
        }
        for path in ["%d.png", "a/b_%05d.png", "b%03d%%.PNG"] {
            assert!(matches!(of(path), OutputFormat::Sequence(_)), "{path}");
        }
    }

    #[test]
    fn an_unknown_ending_is_refused_with_those_that_are_known() {
        for path in ["a.webm", "a.AVI", "a.webp", "run.2", "wave.v1.2", "a.", "a.mp4 ", "%d.gi"] {
            let error = OutputFormat::of(Path::new(path)).unwrap_err().to_string();
            assert!(error.starts_with(&format!("render: `{path}` ends in `.")), "{error}");
            assert!(error.contains("allowed: .mp4, .m4v, .mov, .gif, .png, "), "{error}");
        }
    }
}
