//! What the builder was told besides the frames, and whether a render can work with it.

use crate::{
    Error, Fps, ProgressMode, Result, WholeNumber,
    encode::EncodeSettings,
    mux::{Tag, check_gif_rate},
    output::OutputFormat,
    part::Selection,
    segments::Look,
    size::check_size,
};
use panim_figure::__private::written;
use std::{num::NonZeroU16, thread};

/// Which encoder makes the H.264 stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoder {
    /// The fastest that works: NVENC with the feature `nvenc`, where an NVIDIA GPU opens a session
    /// and the video has 160 to 4096 pixels a side; else openh264, on the CPU. The reason is logged
    /// with `tracing`, and [`Video::gpu_refusal`](crate::Video::gpu_refusal) has it.
    ///
    /// If the GPU fails midway, the video starts again on the CPU: with `#[setup]` again on every
    /// worker, and with copies of the parameters that were taken by then. They are kept while a GPU
    /// encodes, in memory, for as long as the render takes. Parameters that are not `Clone` keep the
    /// video on the CPU.
    #[default]
    Auto,
    /// openh264, on the CPU: the same bytes on every machine. No GPU is asked.
    Cpu,
    /// NVENC, on an NVIDIA GPU, or an error that says why not. Needs the feature `nvenc`.
    ///
    /// Its bytes are not promised to be the same with another number of workers, on another card or
    /// with another driver.
    Gpu,
}

/// How much work NVENC takes over a picture: from `P1`, the fastest, to `P7`, the smallest file at a
/// quality. openh264 has nothing of the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// The fastest.
    P1,
    /// Faster.
    P2,
    /// Fast.
    P3,
    /// In the middle.
    P4,
    /// Slow.
    P5,
    /// Slower.
    P6,
    /// The slowest, for the smallest file.
    #[default]
    P7,
}

/// The builder's knobs, as they were set.
#[derive(Clone)]
pub(crate) struct Settings {
    /// The first number that cannot be a count, with the builder's method that was given it.
    pub(crate) mistake: Option<(&'static str, i128)>,
    /// The whole video's: what is played of every second frame has half of it.
    pub(crate) fps: Fps,
    pub(crate) part: Selection,
    pub(crate) workers: i64,
    pub(crate) size: Option<(u32, u32)>,
    pub(crate) dpi: Option<f64>,
    pub(crate) quality: f64,
    pub(crate) gop: Option<usize>,
    pub(crate) encoder: Encoder,
    pub(crate) preset: Preset,
    pub(crate) reuse: bool,
    pub(crate) cache_background: bool,
    pub(crate) progress: ProgressMode,
    /// `false`: somebody else tells of the progress, and warnings alone are shown.
    pub(crate) shows_progress: bool,
    /// Somebody else says in the end what was written.
    pub(crate) ends_silently: bool,
    pub(crate) log_every: Option<usize>,
    pub(crate) in_flight: Option<usize>,
    pub(crate) total: Option<usize>,
    /// What is finished is kept, and gone on from.
    pub(crate) resume: bool,
    /// No more of the machine's cores than so many are this program's.
    pub(crate) most_cores: Option<usize>,
    /// What is there of that is thrown away.
    pub(crate) fresh: bool,
    /// How often it plays; 0: for ever.
    pub(crate) loops: Option<usize>,
    pub(crate) dither: bool,
    pub(crate) metadata: Vec<Tag>,
    /// What is wrong with one that was given.
    pub(crate) metadata_mistake: Option<String>,
}

/// More threads than any machine this runs on has cores: surely a mistake.
pub(crate) const MOST_WORKERS: i64 = 1024;
/// As in H.264: from here on there is nothing left to throw away.
const WORST_QUALITY: u8 = 51;

impl Default for Settings {
    fn default() -> Self {
        Self {
            mistake: None,
            fps: Fps::from(30_u32),
            part: Selection::default(),
            workers: -1,
            size: None,
            dpi: None,
            quality: 22.0,
            gop: None,
            encoder: Encoder::Auto,
            preset: Preset::P7,
            reuse: true,
            cache_background: true,
            progress: ProgressMode::Auto,
            shows_progress: true,
            ends_silently: false,
            log_every: None,
            in_flight: None,
            total: None,
            resume: false,
            most_cores: None,
            fresh: false,
            loops: None,
            dither: false,
            metadata: Vec::new(),
            metadata_mistake: None,
        }
    }
}

impl Settings {
    /// How many, for the builder's method `argument`. Less than none is a mistake that is told before
    /// work begins.
    pub(crate) fn count(&mut self, argument: &'static str, given: impl WholeNumber) -> usize {
        let given = given.whole();
        if given < 0 {
            self.mistake.get_or_insert((argument, given));
        }
        usize::try_from(given).unwrap_or(if given < 0 { 0 } else { usize::MAX })
    }

    /// The rate of the frames that are chosen.
    pub(crate) fn played_fps(&self) -> Fps {
        self.fps.every(self.part.step)
    }

    /// How opaque pictures of this size are encoded.
    pub(crate) fn encoding(&self, width: u32, height: u32) -> EncodeSettings {
        let Self { quality, gop, preset, dither, .. } = *self;
        let (quality, all_intra, transparent) = (quality as u8, gop == Some(1), false);
        let fps = self.played_fps();
        EncodeSettings { width, height, fps, quality, all_intra, preset, dither, transparent }
    }

    /// How pictures are encoded that look like this.
    pub(crate) fn encoding_of(&self, Look { width, height, transparent }: Look) -> EncodeSettings {
        EncodeSettings { transparent, ..self.encoding(width, height) }
    }

    /// How often it plays; none: for ever.
    pub(crate) fn loops(&self) -> Option<NonZeroU16> {
        NonZeroU16::new(self.loops.unwrap_or(0) as u16)
    }

    /// Everything that can be known to be wrong before any work is done.
    pub(crate) fn check(&self, format: &OutputFormat) -> Result<()> {
        self.fps.check()?;
        self.played_fps().check()?;
        self.check_figure()?;
        self.check_format(format)?;
        if self.workers == 0 || self.workers > MOST_WORKERS {
            return Err(Error::argument(
                "workers",
                format!(
                    "{} given; allowed: 1 to {MOST_WORKERS}, or -1 for all cores, -2 for all but one, ..",
                    self.workers
                ),
            ));
        }
        let qualities = 0.0..=f64::from(WORST_QUALITY);
        if !qualities.contains(&self.quality) || self.quality.fract() != 0.0 {
            return Err(Error::argument(
                "quality",
                format!(
                    "{} given; allowed: a whole number from 0 (best) to {WORST_QUALITY} (smallest)",
                    written(self.quality)
                ),
            ));
        }
        at_least_one("gop", self.gop)?;
        at_least_one("in_flight", self.in_flight)?;
        at_least_one("log_every", self.log_every)
    }

    /// What this format cannot be told or does not carry.
    fn check_format(&self, format: &OutputFormat) -> Result<()> {
        let name = format.name();
        let not_in = |argument, why: &str| Err(Error::argument(argument, format!("{name} {why}")));
        match format {
            OutputFormat::Mp4 => self.check_size()?,
            OutputFormat::Gif => check_gif_rate(self.played_fps())?,
            OutputFormat::Apng | OutputFormat::Sequence(_) => {}
        }
        if *format != OutputFormat::Mp4 && self.encoder == Encoder::Gpu {
            return not_in("encoder", "is encoded by the CPU; allowed: `Auto` and `Cpu`");
        }
        if *format != OutputFormat::Gif && self.dither {
            return not_in("dither", "has all colours; allowed for a `.gif`");
        }
        if let Some(message) = &self.metadata_mistake {
            return Err(Error::argument("metadata", message.clone()));
        }
        if *format != OutputFormat::Mp4 && !self.metadata.is_empty() {
            return not_in(
                "metadata",
                "says nothing of itself; allowed for an `.mp4`, `.m4v` or `.mov`",
            );
        }
        match self.loops {
            Some(loops) if loops > usize::from(u16::MAX) => Err(Error::argument(
                "loops",
                format!("{loops} given; allowed: 1 to {}, or 0 for ever", u16::MAX),
            )),
            Some(_) if !matches!(format, OutputFormat::Gif | OutputFormat::Apng) => {
                not_in("loops", "does not say how often it plays; allowed for a `.gif` or `.png`")
            }
            _ => Ok(()),
        }
    }

    /// What a still needs too.
    pub(crate) fn check_figure(&self) -> Result<()> {
        if let Some((argument, given)) = self.mistake {
            return Err(Error::argument(argument, format!("{given} given; allowed: 0 or more")));
        }
        if let Some(dpi) = self.dpi
            && !(dpi.is_finite() && dpi > 0.0)
        {
            return Err(Error::argument(
                "dpi",
                format!("{} given; allowed: above 0", written(dpi)),
            ));
        }
        if let Some((0, _) | (_, 0)) = self.size {
            return Err(Error::argument("size", "a side of 0 pixels given; allowed: 1 or more"));
        }
        Ok(())
    }

    /// The builder's size, as far as it is known without setup, which may say another.
    fn check_size(&self) -> Result<()> {
        let Some((width, height)) = self.size else { return Ok(()) };
        let scale = self.dpi.unwrap_or(100.0) / 100.0;
        let pixels = |side: u32| (f64::from(side) * scale).round() as u32;
        check_size("size", pixels(width), pixels(height))
    }

    /// How many workers draw a video of at most so many frames: never more than it has frames.
    pub(crate) fn worker_count(&self, frames: Option<usize>) -> usize {
        let wanted = usize::try_from(self.workers).unwrap_or_else(|_| {
            let cores = thread::available_parallelism().map_or(1, usize::from);
            let cores = cores.min(self.most_cores.unwrap_or(cores));
            cores.saturating_sub(self.workers.unsigned_abs() as usize - 1)
        });
        wanted.min(frames.unwrap_or(usize::MAX)).max(1)
    }
}

fn at_least_one(argument: &'static str, given: Option<usize>) -> Result<()> {
    if given == Some(0) {
        return Err(Error::argument(argument, "0 given; allowed: 1 or more"));
    }
    Ok(())
}
