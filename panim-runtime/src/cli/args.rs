//! What may stand on the command line.

mod parts;

pub(super) use parts::{PartsArgs, PlanArgs, PlannedArgs, ShardArgs};

use crate::{
    Fps,
    part::{FrameAt, FrameRange},
};
use clap::{Subcommand, builder::RangedU64ValueParser};
use std::{num::NonZeroUsize, path::PathBuf};

/// What [`Render::main`](crate::Render::main) reads: options and commands, to be flattened into a parser
/// of the program's own.
///
/// An option of the program's own stands before the command: `wave --speed 3 still 1.5s`.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(about = None, long_about = None)]
pub struct Args {
    #[command(flatten)]
    pub(super) render: RenderArgs,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Subcommand, Clone, Debug)]
pub(super) enum Command {
    /// Write the video (done without a command, too)
    ///
    /// Draws and encodes the frames on all cores and writes one file, which appears when it is whole.
    /// One line on standard output says what it is.
    Render(RenderArgs),
    /// Save one frame as a picture
    ///
    /// Draws one frame, just as it is in the video, and saves it.
    Still(StillArgs),
    /// Save many frames in one picture, with their numbers
    ///
    /// Draws a contact sheet: frames in rows, made smaller, each with its number and time.
    Sheet(SheetArgs),
    /// Look at the frames in a browser
    ///
    /// Serves a page on this machine only, prints its address and opens it. Frames are drawn when they are
    /// looked at. When the program is started again, the page that is open finds it and stays at its frame:
    /// `cargo watch -x 'run --release -- preview'` shows every change. Ctrl-C ends it.
    #[cfg(feature = "preview")]
    Preview(PreviewArgs),
    /// Share a video out between so many processes
    ///
    /// Writes the plan into the folder FILE.parts, beside the video. Then `shard K` renders a share, on any
    /// machine that sees the folder, and `merge` puts the video together.
    Plan(PlanArgs),
    /// Render one share of a plan
    ///
    /// Goes on where an earlier attempt has ended. The settings are those of the plan.
    Shard(ShardArgs),
    /// Say how far the shares of a plan are
    Status(PlannedArgs),
    /// Put a video together from its shares
    ///
    /// Checks all of them first. Those that are not finished or damaged are listed, such as 3,7-9, and the
    /// exit status is 75.
    Merge(PlannedArgs),
    /// Say what a video says of itself
    ///
    /// Reads a video's own index: its frames, rate, size, codec, colours and titles. Nothing is decoded
    /// and nothing is rendered.
    Inspect(InspectArgs),
    /// Write a script for a shell to complete the arguments with
    ///
    /// For bash: `wave completions bash > ~/.local/share/bash-completion/completions/wave`.
    /// For fish: `wave completions fish > ~/.config/fish/completions/wave.fish`.
    /// For zsh: `wave completions zsh > FOLDER/_wave`, with a FOLDER that is in `$fpath`.
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

#[derive(clap::Args, Clone, Debug, Default)]
pub(super) struct RenderArgs {
    /// Write the video to FILE
    ///
    /// The name's ending says the format: .mp4, .m4v, .mov, .gif, .png, which moves, or a name such as
    /// frames/%05d.png for a file each frame. Folders are made if need be.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) chosen: ChosenArgs,
    #[command(flatten)]
    pub(super) rate: RateArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
    /// How much may be lost, from 0, the best picture, to 51, the smallest file
    #[arg(long, value_name = "0..51", value_parser = RangedU64ValueParser::<u8>::new().range(0..=51))]
    pub(super) quality: Option<u8>,
    #[command(flatten)]
    pub(super) workers: WorkerArgs,
    /// Only every Nth frame
    ///
    /// The video plays as long as the whole one, at a rate N times lower. The frames look as they do in the
    /// whole video; the files of a sequence are numbered one after the other.
    #[arg(long, value_name = "N")]
    pub(super) every: Option<NonZeroUsize>,
    /// Draw fast: at half the dpi, and every second frame
    ///
    /// The video plays as long as the whole one, at half its rate. `--every` says it if it is to be another
    /// frame than the second.
    #[arg(long)]
    pub(super) draft: bool,
    #[command(flatten)]
    pub(super) parts: PartsArgs,
    #[command(flatten)]
    pub(super) json: JsonArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(super) struct StillArgs {
    /// Which: a frame (30), a time (1.5s) or a part of the video (50%)
    ///
    /// Frames are counted from 0. A time is the frame that is shown then; 100% is the last frame.
    #[arg(value_name = "FRAME")]
    pub(super) at: FrameAt,
    /// Save the picture to FILE, a name ending in .png or .svg
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) rate: RateArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
    #[command(flatten)]
    pub(super) json: JsonArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(super) struct SheetArgs {
    /// Pictures in a row
    #[arg(long, value_name = "N", default_value = "6")]
    pub(super) columns: NonZeroUsize,
    /// Rows at most; of more frames, evenly spaced ones are shown
    #[arg(long, value_name = "N", default_value = "4")]
    pub(super) rows: NonZeroUsize,
    /// Save the sheet to FILE, a name ending in .png
    #[arg(short, long, value_name = "FILE", default_value = "sheet.png")]
    pub(super) output: PathBuf,
    #[command(flatten)]
    pub(super) chosen: ChosenArgs,
    #[command(flatten)]
    pub(super) rate: RateArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
    #[command(flatten)]
    pub(super) workers: WorkerArgs,
    #[command(flatten)]
    pub(super) json: JsonArgs,
}

#[cfg(feature = "preview")]
#[derive(clap::Args, Clone, Debug)]
pub(super) struct PreviewArgs {
    /// Port of 127.0.0.1; 0 for any, and that of last time if it is free
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub(super) port: u16,
    /// Only print the address
    #[arg(long)]
    pub(super) no_open: bool,
    #[command(flatten)]
    pub(super) rate: RateArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
    #[command(flatten)]
    pub(super) workers: WorkerArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(super) struct InspectArgs {
    /// A video
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) json: JsonArgs,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(super) struct ChosenArgs {
    /// Only these frames: 0..90, 1s..=2.5s, ..50%, 120..
    ///
    /// Frames are counted from 0; `..` leaves the end out, `..=` includes it; a missing side is the
    /// video's own. A time (1.5s) means the frame that is shown then, a part (50%) that fraction of
    /// all frames. The frames look as they do in the whole video.
    #[arg(long, value_name = "RANGE")]
    pub(super) frames: Option<FrameRange>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(super) struct RateArgs {
    /// Frames per second: 30, 12.5, 29.97 or 30000/1001
    #[arg(long, value_name = "RATE", value_parser = rate)]
    pub(super) fps: Option<Fps>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(super) struct LookArgs {
    /// Width and height in pixels at 100 dpi
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub(super) size: Option<(u32, u32)>,
    /// Dots per inch: 50 makes everything half as large, 200 twice
    #[arg(long, value_name = "DPI", value_parser = dpi)]
    pub(super) dpi: Option<f64>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(super) struct WorkerArgs {
    /// Threads that draw: 1 to 1024, or -1 for all cores, -2 for all but one, ..
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = workers)]
    pub(super) workers: Option<i64>,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(super) struct JsonArgs {
    /// One JSON object a line on standard output, for other programs
    #[arg(long)]
    pub(super) json: bool,
}

pub(super) fn rate(text: &str) -> Result<Fps, String> {
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

pub(super) fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once(['x', 'X', '\u{d7}']);
    let side = |text: &str| text.trim().parse().ok().filter(|&side| side > 0);
    sides
        .and_then(|(width, height)| Some((side(width)?, side(height)?)))
        .ok_or_else(|| "allowed: two whole numbers of pixels such as 1920x1080".into())
}

pub(super) fn dpi(text: &str) -> Result<f64, String> {
    let dpi = text.parse().ok().filter(|dpi: &f64| dpi.is_finite() && *dpi > 0.0);
    dpi.ok_or_else(|| "allowed: a number above 0".into())
}

fn workers(text: &str) -> Result<i64, String> {
    let workers = text.parse().ok().filter(|&n: &i64| n != 0 && n <= crate::settings::MOST_WORKERS);
    workers.ok_or_else(|| "allowed: 1 to 1024, or -1 for all cores, -2 for all but one, ..".into())
}

impl Args {
    pub(super) fn is_json(&self) -> bool {
        let of_command = match &self.command {
            Some(Command::Render(RenderArgs { json, .. })) => *json,
            Some(Command::Still(StillArgs { json, .. })) => *json,
            Some(Command::Sheet(SheetArgs { json, .. })) => *json,
            Some(Command::Inspect(InspectArgs { json, .. })) => *json,
            Some(Command::Plan(PlanArgs { render, .. })) => render.json,
            Some(Command::Shard(ShardArgs { planned, .. })) => planned.json,
            Some(Command::Status(planned) | Command::Merge(planned)) => planned.json,
            #[cfg(feature = "preview")]
            Some(Command::Preview(_)) => JsonArgs::default(),
            Some(Command::Completions { .. }) | None => JsonArgs::default(),
        };
        self.render.json.json || of_command.json
    }

    /// The command, with the options that stand before it.
    pub(super) fn command(self) -> Result<Command, String> {
        let before = self.render;
        Ok(match self.command {
            None => Command::Render(before),
            Some(Command::Render(after)) => Command::Render(after.or(before)),
            Some(Command::Still(mut still)) => {
                before
                    .refuse_all_but("still", &["--output", "--fps", "--size", "--dpi", "--json"])?;
                still.output = still.output.or(before.output);
                (still.rate, still.look) = (still.rate.or(before.rate), still.look.or(before.look));
                Command::Still(still)
            }
            Some(Command::Sheet(mut sheet)) => {
                let both = ["--frames", "--fps", "--size", "--dpi", "--workers", "--json"];
                before.refuse_all_but("sheet", &both)?;
                (sheet.rate, sheet.look) = (sheet.rate.or(before.rate), sheet.look.or(before.look));
                sheet.workers = sheet.workers.or(before.workers);
                sheet.chosen.frames = sheet.chosen.frames.or(before.chosen.frames);
                Command::Sheet(sheet)
            }
            #[cfg(feature = "preview")]
            Some(Command::Preview(mut preview)) => {
                let both = ["--fps", "--size", "--dpi", "--workers"];
                before.refuse_all_but("preview", &both)?;
                preview.rate = preview.rate.or(before.rate);
                preview.look = preview.look.or(before.look);
                preview.workers = preview.workers.or(before.workers);
                Command::Preview(preview)
            }
            Some(Command::Plan(PlanArgs { tasks, render })) => {
                Command::Plan(PlanArgs { tasks, render: render.or(before) })
            }
            Some(Command::Shard(mut shard)) => {
                before.refuse_all_but("shard", &["--output", "--workers", "--json"])?;
                shard.workers = shard.workers.or(before.workers);
                shard.planned = shard.planned.or(before);
                Command::Shard(shard)
            }
            Some(Command::Status(planned)) => {
                before.refuse_all_but("status", &["--output", "--json"])?;
                Command::Status(planned.or(before))
            }
            Some(Command::Merge(planned)) => {
                before.refuse_all_but("merge", &["--output", "--json"])?;
                Command::Merge(planned.or(before))
            }
            Some(Command::Inspect(inspect)) => {
                before.refuse_all_but("inspect", &["--json"])?;
                Command::Inspect(inspect)
            }
            Some(command @ Command::Completions { .. }) => {
                before.refuse_all_but("completions", &[])?;
                command
            }
        })
    }
}

impl RenderArgs {
    fn or(self, before: Self) -> Self {
        Self {
            output: self.output.or(before.output),
            chosen: ChosenArgs { frames: self.chosen.frames.or(before.chosen.frames) },
            rate: self.rate.or(before.rate),
            look: self.look.or(before.look),
            quality: self.quality.or(before.quality),
            workers: self.workers.or(before.workers),
            every: self.every.or(before.every),
            draft: self.draft || before.draft,
            parts: self.parts.or(before.parts),
            json: JsonArgs { json: self.json.json || before.json.json },
        }
    }

    /// Options before a command that has no use for them are a mistake.
    fn refuse_all_but(&self, command: &str, used: &[&str]) -> Result<(), String> {
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
            ("--resume", self.parts.resume),
            ("--fresh", self.parts.fresh),
            ("--json", self.json.json),
        ];
        match given.iter().find(|(name, is_given)| *is_given && !used.contains(name)) {
            Some((name, _)) => Err(format!("`{name}` means nothing to the command `{command}`")),
            None => Ok(()),
        }
    }
}

impl RateArgs {
    fn or(self, before: Self) -> Self {
        Self { fps: self.fps.or(before.fps) }
    }
}

impl LookArgs {
    fn or(self, before: Self) -> Self {
        Self { size: self.size.or(before.size), dpi: self.dpi.or(before.dpi) }
    }
}

impl WorkerArgs {
    fn or(self, before: Self) -> Self {
        Self { workers: self.workers.or(before.workers) }
    }
}

#[cfg(test)]
mod tests;
