//! Options, and what they may be.

use crate::{Fps, cli::CliError, cli::invocation, part::FrameRange};
use clap::builder::RangedU64ValueParser;
use std::{num::NonZeroUsize, path::PathBuf};

#[derive(clap::Args, Clone, Debug, Default)]
pub(in crate::cli) struct RenderArgs {
    /// Write the video to FILE
    ///
    /// The name's ending says the format: .mp4, .m4v, .mov, .gif, .png, which moves, or a name such as
    /// frames/%05d.png for a file each frame. Folders are made if need be.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) chosen: ChosenArgs,
    #[command(flatten)]
    pub(in crate::cli) rate: RateArgs,
    #[command(flatten)]
    pub(in crate::cli) look: LookArgs,
    /// How much may be lost, from 0, the best picture, to 51, the smallest file
    #[arg(long, value_name = "0..51", value_parser = RangedU64ValueParser::<u8>::new().range(0..=51))]
    pub(in crate::cli) quality: Option<u8>,
    #[command(flatten)]
    pub(in crate::cli) workers: WorkerArgs,
    /// Only every Nth frame
    ///
    /// The video plays as long as the whole one, at a rate N times lower. The frames look as they do in the
    /// whole video; the files of a sequence are numbered one after the other.
    #[arg(long, value_name = "N")]
    pub(in crate::cli) every: Option<NonZeroUsize>,
    /// Draw fast: at half the dpi, and every second frame
    ///
    /// The video plays as long as the whole one, at half its rate. `--every` says it if it is to be another
    /// frame than the second.
    #[arg(long)]
    pub(in crate::cli) draft: bool,
    /// At most N frames from one keyframe to the next [default: 30, if the program does not say]
    ///
    /// Frames between two keyframes are one group: what one worker encodes, and what shares are made of. A
    /// smaller number makes a larger file.
    #[arg(long, value_name = "N")]
    pub(in crate::cli) gop: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(in crate::cli) parts: PartsArgs,
    #[command(flatten)]
    pub(in crate::cli) json: JsonArgs,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct ChosenArgs {
    /// Only these frames: 0..90, 1s..=2.5s, ..50%, 120..
    ///
    /// Frames are counted from 0; `..` leaves the end out, `..=` includes it; a missing side is the
    /// video's own. A time (1.5s) means the frame that is shown then, a part (50%) that fraction of
    /// all frames. The frames look as they do in the whole video.
    #[arg(long, value_name = "RANGE")]
    pub(in crate::cli) frames: Option<FrameRange>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct PartsArgs {
    /// Keep what is finished, and go on from what was kept before
    ///
    /// Groups of frames are kept as they come, in the folder FILE.parts. After Ctrl-C, a kill, a full disk or
    /// a frame that failed, the same command goes on from there. The folder goes when the video is whole.
    #[arg(long)]
    pub(in crate::cli) resume: bool,
    /// Throw away what was kept before
    #[arg(long)]
    pub(in crate::cli) fresh: bool,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct RateArgs {
    /// Frames per second: 30, 12.5, 29.97 or 30000/1001
    #[arg(long, value_name = "RATE", value_parser = rate)]
    pub(in crate::cli) fps: Option<Fps>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct LookArgs {
    /// Width and height in pixels at 100 dpi
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub(in crate::cli) size: Option<(u32, u32)>,
    /// Dots per inch: 50 makes everything half as large, 200 twice
    #[arg(long, value_name = "DPI", value_parser = dpi)]
    pub(in crate::cli) dpi: Option<f64>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct WorkerArgs {
    /// Threads that draw: 1 to 1024, or -1 for all cores, -2 for all but one, ..
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = workers)]
    pub(in crate::cli) workers: Option<i64>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct JsonArgs {
    /// One JSON object a line on standard output, for other programs
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

pub(in crate::cli) fn rate(text: &str) -> Result<Fps, String> {
    let allowed = "allowed: 1/1000 to 1000, as a number or a fraction such as 30000/1001";
    let fps = match text.split_once('/') {
        Some((num, den)) => match (num.trim().parse::<u32>(), den.trim().parse::<u32>()) {
            (Ok(num), Ok(den)) => Fps::from((num, den)),
            _ => return Err(allowed.into()),
        },
        None => Fps::from(text.parse::<f64>().map_err(|_| allowed)?),
    };
    fps.check().map(|()| fps).map_err(|_| allowed.into())
}

pub(in crate::cli) fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once(['x', 'X', '\u{d7}']);
    let side = |text: &str| text.trim().parse().ok().filter(|&side| side > 0);
    sides
        .and_then(|(width, height)| Some((side(width)?, side(height)?)))
        .ok_or_else(|| "allowed: two whole numbers of pixels such as 1920x1080".into())
}

pub(in crate::cli) fn dpi(text: &str) -> Result<f64, String> {
    let dpi = text.parse().ok().filter(|dpi: &f64| dpi.is_finite() && *dpi > 0.0);
    dpi.ok_or_else(|| "allowed: a number above 0".into())
}

fn workers(text: &str) -> Result<i64, String> {
    let workers = text.parse().ok().filter(|&n: &i64| n != 0 && n <= crate::settings::MOST_WORKERS);
    workers.ok_or_else(|| "allowed: 1 to 1024, or -1 for all cores, -2 for all but one, ..".into())
}

impl RenderArgs {
    pub(in crate::cli::args) fn or(self, before: Self) -> Self {
        Self {
            output: self.output.or(before.output),
            chosen: ChosenArgs { frames: self.chosen.frames.or(before.chosen.frames) },
            rate: self.rate.or(before.rate),
            look: self.look.or(before.look),
            quality: self.quality.or(before.quality),
            workers: self.workers.or(before.workers),
            every: self.every.or(before.every),
            gop: self.gop.or(before.gop),
            draft: self.draft || before.draft,
            parts: self.parts.or(before.parts),
            json: JsonArgs { json: self.json.json || before.json.json },
        }
    }

    /// Options before a command that has no use for them are a mistake.
    pub(in crate::cli::args) fn refuse_all_but(
        &self,
        command: &str,
        used: &[&str],
    ) -> Result<(), String> {
        let given = [
            ("--output", self.output.is_some()),
            ("--frames", self.chosen.frames.is_some()),
            ("--fps", self.rate.fps.is_some()),
            ("--size", self.look.size.is_some()),
            ("--dpi", self.look.dpi.is_some()),
            ("--quality", self.quality.is_some()),
            ("--workers", self.workers.workers.is_some()),
            ("--every", self.every.is_some()),
            ("--draft", self.draft),
            ("--gop", self.gop.is_some()),
            ("--resume", self.parts.resume),
            ("--fresh", self.parts.fresh),
            ("--json", self.json.json),
        ];
        match given.iter().find(|(name, is_given)| *is_given && !used.contains(name)) {
            Some((name, _)) => Err(format!("`{name}` means nothing to the command `{command}`")),
            None => Ok(()),
        }
    }

    /// What says which video it is, as words of a command line.
    pub(in crate::cli) fn words(&self) -> Result<Vec<String>, CliError> {
        let Self { output, chosen, rate, look, quality, every, draft, gop, .. } = self;
        let size = look.size.map(|(width, height)| format!("{width}x{height}"));
        let output = output.clone().map(invocation::text).transpose()?;
        let options = [
            ("--output", output),
            ("--frames", chosen.frames.map(|frames| frames.to_string())),
            ("--fps", rate.fps.map(|fps| fps.to_string())),
            ("--size", size),
            ("--dpi", look.dpi.map(|dpi| dpi.to_string())),
            ("--quality", quality.map(|quality| quality.to_string())),
            ("--every", every.map(|every| every.to_string())),
            ("--gop", gop.map(|gop| gop.to_string())),
        ];
        let given = options.into_iter().filter_map(|(name, value)| Some([name.to_owned(), value?]));
        Ok(given.flatten().chain(draft.then(|| "--draft".to_owned())).collect())
    }
}

impl PartsArgs {
    pub(in crate::cli::args) fn or(self, before: Self) -> Self {
        Self { resume: self.resume || before.resume, fresh: self.fresh || before.fresh }
    }
}

impl RateArgs {
    pub(in crate::cli::args) fn or(self, before: Self) -> Self {
        Self { fps: self.fps.or(before.fps) }
    }
}

impl LookArgs {
    pub(in crate::cli::args) fn or(self, before: Self) -> Self {
        Self { size: self.size.or(before.size), dpi: self.dpi.or(before.dpi) }
    }
}

impl WorkerArgs {
    pub(in crate::cli::args) fn or(self, before: Self) -> Self {
        Self { workers: self.workers.or(before.workers) }
    }
}
