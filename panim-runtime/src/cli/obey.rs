//! Does what the arguments ask for.

use super::{
    Args, CliError,
    args::{Command, LookArgs, RateArgs, RenderArgs, StillArgs, WorkerArgs},
    help::Defaults,
    inspect,
    json::{self, Event},
    kubernetes, print, shares, sheet, slurm,
};
use crate::{
    Error, Result, erased::AnyRender, output::OutputFormat, params::ParamSource, part::Selection,
    settings::Settings, still,
};
use std::{
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

/// Options that have the name of the builder's method.
const OPTIONS: [&str; 6] = ["fps", "size", "dpi", "quality", "workers", "gop"];

/// `--draft`
const DRAFT_STEP: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);
const DRAFT_SCALE: f64 = 0.5;

impl AnyRender<'_> {
    /// `parser` is the one that the arguments were read by, as far as it is known.
    pub(super) fn obey(
        self,
        args: Args,
        parser: fn(Option<&Defaults>) -> clap::Command,
    ) -> Result<(), CliError> {
        match args.command().map_err(CliError::Usage)? {
            Command::Render(args) => self.render(args),
            Command::Still(args) => self.save_still(args),
            Command::Sheet(args) => sheet::save(self, args),
            #[cfg(feature = "preview")]
            Command::Preview(args) => self.preview(args),
            Command::Plan(args) => shares::plan(self, args),
            Command::Shard(args) => shares::shard(self, args),
            Command::Status(args) => shares::status(self, args),
            Command::Merge(args) => shares::merge(self, args),
            Command::Slurm(args) => slurm::obey(self, args),
            Command::Kubernetes(args) => kubernetes::tell(&self, args),
            Command::Inspect(args) => inspect::tell(&args.file, args.json.json),
            Command::Completions { shell } => {
                complete(shell, parser(Some(&self.defaults())));
                Ok(())
            }
        }
    }

    fn render(self, args: RenderArgs) -> Result<(), CliError> {
        let is_json = args.json.json;
        let render = self.described(args)?;
        if is_json {
            json::video(&shares::telling(render).run().map_err(CliError::of_part)?);
        } else {
            print(&render.run().map_err(CliError::of_part)?.to_string());
        }
        Ok(())
    }

    /// With what the arguments say of the video.
    pub(super) fn described(mut self, args: RenderArgs) -> Result<Self, CliError> {
        let RenderArgs {
            output,
            chosen,
            rate,
            look,
            quality,
            workers,
            every,
            draft,
            gop,
            parts,
            ..
        } = args;
        let settings = &mut self.plan.settings;
        let own = OutputFormat::of(&self.plan.path)?;
        settings.check(&own)?;
        settings.take(rate, look, workers);
        settings.part = Selection {
            range: chosen.frames.unwrap_or_default(),
            step: every.unwrap_or(if draft { DRAFT_STEP } else { NonZeroUsize::MIN }),
        };
        if let Some(quality) = quality {
            settings.quality = quality.into();
        }
        settings.gop = gop.map(NonZeroUsize::get).or(settings.gop);
        settings.resume |= parts.resume;
        settings.fresh |= parts.fresh;
        if draft {
            settings.dpi = Some(DRAFT_SCALE * settings.dpi.unwrap_or(100.0));
        }
        let format = match &output {
            Some(path) => {
                OutputFormat::of(path).map_err(|error| CliError::of("--output", error))?
            }
            None => own,
        };
        format.check_built().map_err(|error| match &output {
            Some(_) => CliError::of("--output", error),
            None => error.into(),
        })?;
        settings.check(&format).map_err(CliError::of_option)?;
        if let Some(path) = output {
            self.plan.path = path;
        }
        // What is said in the end is said here.
        self.plan.settings.ends_silently = true;
        Ok(self)
    }

    fn save_still(mut self, args: StillArgs) -> Result<(), CliError> {
        let StillArgs { at, output, rate, look, json } = args;
        let settings = &mut self.plan.settings;
        settings.check_figure()?;
        settings.take(rate, look, WorkerArgs::default());
        let fps = settings.fps;
        let is_svg = match &output {
            Some(path) => has_ending(path, &["png", "svg"])? == "svg",
            None => false,
        };
        let rows = self.source.open(self.plan.names)?;
        let rows = at.choose(rows, fps).map_err(CliError::of_part)?;
        let frame = rows.numbers().first;
        let path = output.unwrap_or_else(|| beside(&self.plan.path, frame));
        let picture = still::draw(&self.plan, rows)?;
        if is_svg { picture.save_svg(&path) } else { picture.save_png(&path) }?;
        let (width, height) = (picture.width(), picture.height());
        let time = fps.time_of(frame);
        let path = path.to_string_lossy();
        if json.json {
            Event::Still { path: &path, frame, time, width, height }.print();
        } else {
            print(&format!("{path}: frame {frame}, at {time:.2} s, {width}x{height}"));
        }
        Ok(())
    }
}

#[cfg(feature = "preview")]
impl AnyRender<'_> {
    fn preview(mut self, args: super::args::PreviewArgs) -> Result<(), CliError> {
        let super::args::PreviewArgs { port, no_open, rate, look, workers } = args;
        let settings = &mut self.plan.settings;
        settings.check_figure()?;
        settings.take(rate, look, workers);
        match crate::preview::serve(self, port, !no_open, print) {
            // That is how it ends.
            Err(Error::Interrupted { signal, .. }) => Err(CliError::Stopped(signal)),
            ended => Ok(ended?),
        }
    }
}

impl Settings {
    /// What most commands have in common.
    pub(super) fn take(&mut self, rate: RateArgs, look: LookArgs, workers: WorkerArgs) {
        if let Some(fps) = rate.fps {
            self.fps = fps;
        }
        self.size = look.size.or(self.size);
        self.dpi = look.dpi.or(self.dpi);
        if let Some(workers) = workers.workers {
            self.workers = workers;
        }
    }
}

impl CliError {
    /// An option's value was refused.
    fn of(option: &str, error: Error) -> Self {
        match error {
            Error::Argument { message, .. } => Self::Usage(format!("{option}: {message}")),
            error => Self::Error(error),
        }
    }

    /// The same of an option that has the builder's name.
    fn of_option(error: Error) -> Self {
        match error {
            Error::Argument { argument, message } if OPTIONS.contains(&argument) => {
                Self::Usage(format!("--{argument}: {message}"))
            }
            error => Self::Error(error),
        }
    }

    /// A share that is rendered again may work.
    pub(super) fn of_share(error: Error) -> Self {
        match error {
            Error::Interrupted { .. } => Self::Error(error),
            error if error.is_passing() => Self::Passing(error),
            error => Self::Error(error),
        }
    }

    /// Frames were asked for that there are not.
    pub(super) fn of_part(error: Error) -> Self {
        match error {
            Error::Argument { argument: "--frames", .. } | Error::NoSuchFrame { .. } => {
                Self::Usage(error.to_string())
            }
            error => Self::Error(error),
        }
    }
}

/// The name's ending, if it is one of those.
pub(super) fn has_ending(path: &Path, allowed: &[&'static str]) -> Result<&'static str, CliError> {
    let ending = path.extension().unwrap_or_default();
    let known = allowed.iter().find(|known| ending.eq_ignore_ascii_case(known));
    known.copied().ok_or_else(|| {
        let allowed: Vec<_> = allowed.iter().map(|ending| format!(".{ending}")).collect();
        let (path, allowed) = (path.display(), allowed.join(" or "));
        CliError::Usage(format!("--output: `{path}` given; allowed: a name ending in {allowed}"))
    })
}

/// `out/wave-30.png` of `out/wave.mp4`.
fn beside(video: &Path, frame: usize) -> PathBuf {
    let stem = video.file_stem().unwrap_or_default().to_string_lossy();
    video.with_file_name(format!("{stem}-{frame}.png"))
}

fn complete(shell: clap_complete::Shell, mut command: clap::Command) {
    let (name, mut script) = (command.get_bin_name().unwrap_or_default().to_owned(), Vec::new());
    clap_complete::generate(shell, &mut command, name, &mut script);
    print(String::from_utf8_lossy(&script).trim_end());
}
