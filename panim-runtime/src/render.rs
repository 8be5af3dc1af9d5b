//! The builder: `Wave::render("wave.mp4").fps(30).workers(-1).params(..).run()`.

mod erase;
#[cfg(feature = "params-files")]
mod files;
mod frames;
mod parts;
mod progress;
mod share;
mod shares;

#[cfg(feature = "params-files")]
pub use files::RowReader;
pub use share::Share;
#[cfg(feature = "cli")]
pub(crate) use shares::AnyShares;
pub use shares::Plan;

use crate::{
    Encoder, Error, Fps, Listener, Preset, Result, Video, WholeNumber, conductor,
    erased::{AnyRender, AnySource, RowType},
    macro_support::{Glue, Start},
    mux::{self, Tag},
    output::{NamedFile, OutputFormat, Target, check_distinct},
    params::{ParamSource, Row, Rows, Unset},
    part::{FrameAt, total},
    segments::PartsFolder,
    settings::Settings,
    still,
};
use panim_figure::{Number, Picture};
use std::{
    iter,
    path::{Path, PathBuf},
};

/// A render being described. Nothing happens until [`run`](Self::run) or [`still`](Self::still).
///
/// It comes from the `render(path)` and `render_to(path)` that `#[update]` gives an animation. What
/// each frame gets has to be said, once: by [`params`](Self::params), [`sweep`](Self::sweep), one of
/// the `params_..` methods, or [`frames`](Self::frames). All else has a default, and may be set
/// before or after that, in any order.
///
/// It can be described on one thread and run on another: it is `Send` if what it was given is.
#[doc(alias = "FuncAnimation")]
#[must_use = "a `Render` does nothing until `.run()`"]
pub struct Render<A, P, S = Unset, C = ()> {
    pub(crate) plan: RenderPlan<A, P>,
    pub(crate) source: S,
    pub(crate) listener: C,
}

/// A render can be described once and used twice, if what it was given can be cloned: its frames and,
/// if there is one, its listener.
///
/// ```ignore
/// let render = Wave::render("wave.mp4").sweep(0.0..TAU, 60);
/// render.clone().still(10)?.save_png("look.png")?;
/// render.run()?;
/// ```
impl<A, P, S: Clone, C: Clone> Clone for Render<A, P, S, C> {
    fn clone(&self) -> Self {
        let RenderPlan { path, start, glue, settings } = &self.plan;
        let plan = RenderPlan {
            path: path.clone(),
            start: start.again(),
            glue: glue.clone(),
            settings: settings.clone(),
        };
        Self { plan, source: self.source.clone(), listener: self.listener.clone() }
    }
}

/// Everything but where the frames come from.
pub(crate) struct RenderPlan<A, P> {
    pub(crate) path: PathBuf,
    pub(crate) start: Start<A>,
    pub(crate) glue: Glue<A, P>,
    pub(crate) settings: Settings,
}

/// The macros' way in.
pub fn render<A, P>(path: &Path, start: Start<A>, glue: Glue<A, P>) -> Render<A, P> {
    let (path, settings) = (path.to_owned(), Settings::default());
    Render { plan: RenderPlan { path, start, glue, settings }, source: Unset, listener: () }
}

impl<A, P, S, C> Render<A, P, S, C> {
    /// Frames per second, from 1/1000 to 1000; default: 30.
    ///
    /// A whole number, or a fraction kept exact: `(30000, 1001)` is 29.97.. frames per second. A
    /// decimal number is the fraction that it stands for: `12.5` is 25/2, and the rates that
    /// television rounds, such as `29.97`, `23.976` or `59.94`, are 30000/1001, 24000/1001 and
    /// 60000/1001.
    #[doc(alias = "interval")]
    pub fn fps(mut self, fps: impl Into<Fps>) -> Self {
        self.plan.settings.fps = fps.into();
        self
    }

    /// Worker threads: -1, the default, is all cores, -2 all but one, and so on; from 1 to 1024 it
    /// is their number, and 0 is an error.
    ///
    /// 1 draws on the thread that calls [`run`](Self::run). There are never more
    /// workers than frames, as far as these can be counted beforehand. The video is the same, to the
    /// byte, with any number of workers, if the CPU encodes it.
    pub fn workers(mut self, n: impl WholeNumber) -> Self {
        let n = n.whole();
        self.plan.settings.workers =
            i64::try_from(n).unwrap_or(if n < 0 { i64::MIN } else { i64::MAX });
        self
    }

    /// The picture's width and height in pixels at 100 dpi; 640 x 480 unless this or
    /// `fig.set_size` in `#[setup]` says otherwise, and this one wins.
    ///
    /// The video is this large times [`dpi`](Self::dpi) / 100. Each side must then be 16 to 8688
    /// pixels, and the area at most 9,437,184 pixels, as of 4096 x 2304. An odd side is extended by
    /// one line of the figure's background, never rescaled.
    pub fn size(mut self, width: impl WholeNumber, height: impl WholeNumber) -> Self {
        let mut side = |side| {
            let pixels = self.plan.settings.count("size", side);
            u32::try_from(pixels).unwrap_or(u32::MAX)
        };
        let size = (side(width.whole()), side(height.whole()));
        self.plan.settings.size = Some(size);
        self
    }

    /// Dots per inch; default: 100, and above 0.
    ///
    /// It scales the whole picture, text and lines included: 50 makes a quick preview, 300 a 1280 x
    /// 720 figure 3840 x 2160 pixels.
    pub fn dpi(mut self, dpi: impl Number) -> Self {
        self.plan.settings.dpi = Some(dpi.value());
        self
    }

    /// How much the encoder may throw away: a whole number from 0, the best picture, to 51, the
    /// smallest file; default: 22. Above 26, specks may show on a flat background.
    ///
    /// On the CPU it is the quantizer. The first picture of each [group](Self::gop) is three steps finer,
    /// since what stands still is taken from it, and pictures of which much moves are one step finer.
    /// Nothing finer than 6 can be seen, and a picture that is the one before once more costs nothing.
    ///
    /// In a `.gif` it says how much rare colours may be off, a quarter of it of 255: 0 keeps 255 colours
    /// in each frame as they are. If the figure is transparent, it says so of all colours. PNGs are without
    /// loss, whatever it is.
    pub fn quality(mut self, quality: impl Number) -> Self {
        self.plan.settings.quality = quality.value();
        self
    }

    /// Frames from one keyframe to the next, 1 or more.
    ///
    /// More make a smaller file; fewer make seeking quicker, and bring in more workers to encode a
    /// short video. A single frame that is left over at the end joins the frames before it.
    ///
    /// Unless told it is 30, from frame 1800 on 60, and somewhat less near the end: the last two or four
    /// groups share their frames evenly, so that two workers, or four, end together. For that, up to three
    /// groups' parameters are taken in advance if they cannot say how many they are.
    pub fn gop(mut self, frames: impl WholeNumber) -> Self {
        self.plan.settings.gop = Some(self.plan.settings.count("gop", frames));
        self
    }

    /// What an `.mp4`, `.m4v` or `.mov` says of itself: `title`, `artist`, `comment` and `date`, each a text
    /// of up to 32,767 bytes. Players show it, and `ffprobe` reads it. Default: nothing.
    ///
    /// ```ignore
    /// .metadata([("title", "Cosine wave"), ("artist", "A. Fourier"), ("date", "2026")])
    /// ```
    pub fn metadata<N: AsRef<str>, T: AsRef<str>>(
        mut self,
        texts: impl IntoIterator<Item = (N, T)>,
    ) -> Self {
        let settings = &mut self.plan.settings;
        for (name, text) in texts {
            match Tag::new(name.as_ref(), text.as_ref()) {
                Ok(tag) => settings.metadata.push(tag),
                Err(message) => _ = settings.metadata_mistake.get_or_insert(message),
            }
        }
        self
    }

    /// How often a `.gif` or an animated `.png` plays: 1 to 65,535 times, or 0, the default, for ever.
    pub fn loops(mut self, times: impl WholeNumber) -> Self {
        self.plan.settings.loops = Some(self.plan.settings.count("loops", times));
        self
    }

    /// Whether a `.gif` mixes colours that its palette of 256 has not of dots of those that it has:
    /// smooth gradients keep from looking like steps, and the file grows. Default: `false`. Pictures
    /// that do with 256 colours, as most plots, are the same either way.
    pub fn dither(mut self, dither: bool) -> Self {
        self.plan.settings.dither = dither;
        self
    }

    /// Which encoder to use; [`Encoder::Auto`] by default. The choice is made once for the whole
    /// video, logged with `tracing`, and known by [`Video::encoder`].
    pub fn encoder(mut self, encoder: Encoder) -> Self {
        self.plan.settings.encoder = encoder;
        self
    }

    /// How much work an NVIDIA GPU takes over a picture; [`Preset::P7`], the most, by default. It
    /// means nothing to the encoder on the CPU.
    pub fn preset(mut self, preset: Preset) -> Self {
        self.plan.settings.preset = preset;
        self
    }

    /// `false`: a fresh animation, a fresh figure and `#[setup]` before every frame. Slow, and the
    /// same pictures; for tests and benchmarks. Default: `true`.
    pub fn reuse(mut self, reuse: bool) -> Self {
        self.plan.settings.reuse = reuse;
        self
    }

    /// `false`: what does not move is drawn again in each frame. Slow, and the same pictures.
    #[doc(hidden)]
    pub fn cache_background(mut self, on: bool) -> Self {
        self.plan.settings.cache_background = on;
        self
    }

    /// How many groups of [`gop`](Self::gop) frames may be begun and not yet written, 1 or more;
    /// default: twice the workers.
    ///
    /// This is what bounds memory, and how far the parameters are taken in advance.
    pub fn in_flight(mut self, groups: impl WholeNumber) -> Self {
        self.plan.settings.in_flight = Some(self.plan.settings.count("in_flight", groups));
        self
    }

    /// How many frames to expect, for progress, where the parameters cannot say themselves. It need
    /// not be right.
    pub fn total(mut self, frames: impl WholeNumber) -> Self {
        self.plan.settings.total = Some(self.plan.settings.count("total", frames));
        self
    }
}

/// What can be known to be wrong before any work; else the video's format, and where it is put.
fn check_before(
    path: &Path,
    settings: &Settings,
    source: &AnySource<'_>,
) -> Result<(OutputFormat, Target)> {
    let format = OutputFormat::of(path)?;
    format.check_built()?;
    settings.check(&format)?;
    let target = Target::of(path, "render")?;
    let video = NamedFile { argument: "render", path, is_written: true };
    let files: Vec<_> = iter::once(video).chain(source.files()).collect();
    check_distinct(&files)?;
    Ok((format, target))
}

/// Parameters that never end have no last frame.
fn check_ends<P>(rows: &impl Rows<P>) -> Result<()> {
    match rows.size_hint() {
        (usize::MAX, None) => Err(Error::argument(
            "params",
            "these never end; say how many frames there are, `.params(items.take(100))`",
        )),
        _ => Ok(()),
    }
}

impl<A: Send, P: Row, S, C> Render<A, P, S, C> {
    /// Draws every frame, encodes and writes the video. Its folder is made if need be.
    ///
    /// The path's ending says which format it has:
    ///
    /// | ending | format |
    /// |---|---|
    /// | `.mp4`, `.m4v`, `.mov`, or none | H.264 in an MP4 |
    /// | `.gif` | a GIF, of at most 50 frames per second |
    /// | `.png` | an animated PNG, without loss |
    /// | `frames/%05d.png` | a PNG for each frame, numbered from 0, with so many digits; `%d` without zeros before |
    ///
    /// Links are followed, and a file that is replaced keeps its permissions.
    ///
    /// # Errors
    /// The file gets its name when it is whole: on an error nothing is left, and a file that was there
    /// before stays as it was. Of a sequence, the files that were whole by then stay, and with
    /// [`resume`](Self::resume) the parts. Unusable settings, and a path where no file can be put, are told before
    /// any work is done; a finished video that cannot be put there after all is kept beside it, and
    /// the error says where. Of several frames that fail, the earliest is the one reported, panics in
    /// `#[update]` included; a failing `#[setup]` comes before any of them.
    ///
    /// # Panics
    /// Only if the parameters' iterator, a simulation's step or the progress callback does.
    #[doc(alias("save", "writer", "PillowWriter", "FFMpegWriter"))]
    pub fn run(self) -> Result<Video>
    where
        S: ParamSource<P>,
        C: Listener,
    {
        self.erased().run()
    }

    /// The picture of frame `frame`, from 0, in place of the video: nothing is encoded, no file is
    /// written. Parameters are taken up to that frame, and everything happens on this thread.
    ///
    /// # Errors
    /// [`Error::NoSuchFrame`](crate::Error::NoSuchFrame) if the parameters end before it, and
    /// whatever `#[setup]` and that frame's `#[update]` end with.
    pub fn still(mut self, frame: impl WholeNumber) -> Result<Picture>
    where
        S: ParamSource<P>,
    {
        let frame = self.plan.settings.count("still", frame);
        let rows = RowType::of(&self.plan.glue);
        let (plan, source) = (self.plan.erased(rows), AnySource::new(self.source, rows));
        plan.settings.check_figure()?;
        let rows = source.open(plan.names)?;
        let rows = FrameAt::Frame(frame).choose(rows, plan.settings.fps)?;
        still::draw(&plan, rows)
    }
}

impl AnyRender<'_> {
    pub(crate) fn run(self) -> Result<Video> {
        let Self { mut plan, source, mut listener } = self;
        if plan.settings.resume {
            plan.settings.fix_encoder();
        }
        let (format, target) = check_before(&plan.path, &plan.settings, &source)?;
        if plan.settings.fresh {
            PartsFolder::of(&plan.path).remove()?;
        }
        let rows = source.open(plan.names)?;
        let rows = plan.settings.part.choose(rows, plan.settings.fps)?;
        check_ends(&rows)?;
        let parts = match plan.settings.resume {
            true => Some(parts::of_whole(&plan, &format, total(&rows))?),
            false => None,
        };
        let container = Some(mux::create(&format, &target, &plan.settings, rows.numbers())?);
        conductor::run(plan, (&format, &target), container, rows, parts, &mut *listener)
    }
}
