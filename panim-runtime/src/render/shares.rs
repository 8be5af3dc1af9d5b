//! A video in shares: planned once, rendered by many processes, put together in the end.

use super::{Render, RenderPlan, check_before, check_ends, share::Share};
use crate::{
    Encoder, Error, Listener, Result, Video, WholeNumber, conductor,
    encode::Encoders,
    erased::{AnyPlan, AnyRender, AnyRow, AnySource, RowType},
    interrupt::Running,
    mux,
    output::{OutputFormat, Target},
    params::{ParamSource, Row, Rows},
    part::total,
    progress::Reporter,
    segments::{
        Merge, Parts, PartsFolder, PlanFile, ShareStatus, StatusWriter, fonts_of, given_cpus,
        status_ended, status_of_all,
    },
    settings::Settings,
};
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// More shares than any scheduler takes at a time.
const MOST_SHARES: usize = 1_000_000;

impl<A: Send, P: Row, S: ParamSource<P>, C: Listener> Render<A, P, S, C> {
    /// Shares the video out between so many processes, 1 or more, on any number of machines with one file
    /// system: groups of frames, as evenly as can be.
    ///
    /// The plan stands in the folder `wave.mp4.parts`, beside the video. If it stands there already, it has
    /// to be the same: the program, its settings, how many frames and shares there are; else the
    /// [error](crate::Error::Parts) says what differs, and [`fresh`](Self::fresh) starts over. Each process
    /// says this and renders [its share](Plan::shard); any of them puts the video together with
    /// [`merge`](Plan::merge). It is the one that [`run`](Self::run) writes, to the byte.
    ///
    /// ```ignore
    /// let plan = Wave::render("wave.mp4").sweep(0.0..TAU, 6000).plan(16)?;
    /// match std::env::args().nth(1) {
    ///     Some(share) => println!("{}", plan.shard(share.parse::<usize>()?)?),
    ///     None => println!("{}", plan.merge()?),
    /// }
    /// ```
    ///
    /// Parameters that cannot say how many they are, as those of a file, are gone through once to be
    /// counted; that is why they have to be `Clone`. [`Encoder::Auto`] means the CPU.
    ///
    /// # Errors
    /// Those of [`run`](Self::run) that come before work, and [`Error::Parts`].
    pub fn plan(mut self, shares: impl WholeNumber) -> Result<Plan<A, P, S, C>>
    where
        S: Clone,
    {
        let shares = self.plan.settings.count("plan", shares);
        let RenderPlan { path, settings, glue, .. } = &mut self.plan;
        let source = AnySource::new(self.source.clone(), RowType::of(glue));
        let (format, _) = begin(path, settings, &source)?;
        let file = plan_file((path, settings, glue.names), &format, source, shares)?;
        let folder = PartsFolder::of(path);
        Ok(Plan { render: self, folder, file })
    }
}

impl<'u> AnyRender<'u> {
    /// Plans with parameters that are used up.
    #[cfg(feature = "cli")]
    pub(crate) fn plan_only(self, shares: usize) -> Result<PlanFile> {
        let Self { plan: AnyPlan { path, mut settings, names, .. }, source, .. } = self;
        let (format, _) = begin(&path, &mut settings, &source)?;
        plan_file((&path, &settings, names), &format, source, shares)
    }

    /// The plan that there is.
    #[cfg(feature = "cli")]
    pub(crate) fn planned(mut self) -> Result<AnyShares<'u>> {
        let AnyPlan { path, settings, names, .. } = &mut self.plan;
        let (format, _) = begin(path, settings, &self.source)?;
        let folder = PartsFolder::of(path);
        let file = PlanFile::of(settings, &format, names, None)?.of_shares(&folder)?;
        Ok(AnyShares { render: self, folder, file })
    }
}

/// As [`check_before`], of what may be rendered on several machines.
fn begin(
    path: &Path,
    settings: &mut Settings,
    source: &AnySource<'_>,
) -> Result<(OutputFormat, Target)> {
    settings.fix_encoder();
    check_before(path, settings, source)
}

fn plan_file(
    (path, settings, names): (&Path, &Settings, &'static [&'static str]),
    format: &OutputFormat,
    source: AnySource<'_>,
    shares: usize,
) -> Result<PlanFile> {
    if !(1..=MOST_SHARES).contains(&shares) {
        let message = format!("{shares} given; allowed: 1 to {MOST_SHARES}");
        return Err(Error::argument("plan", message));
    }
    let rows = settings.part.choose(source.open(names)?, settings.fps)?;
    check_ends(&rows)?;
    let frames = rows.frame_count()?;
    if frames == 0 {
        return Err(Error::NoFrames);
    }
    let folder = PartsFolder::of(path);
    if settings.fresh {
        folder.remove()?;
    }
    let file = PlanFile::of(settings, format, names, Some(frames))?;
    file.shared(frames, shares, settings.gop).put(&folder)
}

/// A video that is rendered in shares: what [`Render::plan`] returns.
#[must_use = "a `Plan` renders nothing until `.shard(k)`"]
pub struct Plan<A, P, S, C = ()> {
    render: Render<A, P, S, C>,
    folder: PartsFolder,
    file: PlanFile,
}

impl<A, P, S: Clone, C: Clone> Clone for Plan<A, P, S, C> {
    fn clone(&self) -> Self {
        let Self { render, folder, file } = self;
        Self { render: render.clone(), folder: folder.clone(), file: file.clone() }
    }
}

impl<A, P, S, C> Plan<A, P, S, C> {
    /// How many shares there are. They are numbered from 0.
    #[must_use]
    pub fn shares(&self) -> usize {
        self.file.shares.unwrap_or(1)
    }

    /// How many frames the video has.
    #[must_use]
    pub fn frames(&self) -> usize {
        self.file.frames.unwrap_or(0)
    }

    /// How far each share is, on whichever machine.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn status(&self) -> Result<Vec<ShareStatus>> {
        status_of_all(&self.folder, &self.file)
    }
}

impl<A: Send, P: Row, S: ParamSource<P>, C: Listener> Plan<A, P, S, C> {
    /// Renders one share, by its number from 0. What an earlier attempt has finished is checked, and not
    /// rendered again.
    ///
    /// Parameters before the share are passed over: those of ranges, slices and sweeps at once, those of
    /// other iterators one by one, those of files by reading on, and a simulation steps through all that
    /// comes before, which is what its last share spends its time with where steps are slow.
    ///
    /// There are as many workers as this process has CPUs, by its affinity, its control group and, in a
    /// job of Slurm, `SLURM_CPUS_PER_TASK`, unless [`workers`](Render::workers) says otherwise.
    ///
    /// # Errors
    /// Those of [`Render::run`]. What is finished stays.
    pub fn shard(self, number: impl WholeNumber) -> Result<Share> {
        let Self { mut render, folder, file } = self;
        let number = render.plan.settings.count("shard", number);
        AnyShares { render: render.erased(), folder, file }.shard(number)
    }

    /// Checks all that the shares have rendered and puts the video together. The folder goes then.
    ///
    /// Parameters are gone through once more, to see whether they are those that the shares had; those of a
    /// simulation are not. Memory does not grow with the video but for its index.
    ///
    /// # Errors
    /// [`Error::Missing`] with the numbers of the shares that are not finished, or of which something is
    /// damaged or was made of other parameters: rendered again, they are. No video is written then.
    pub fn merge(self) -> Result<Video> {
        let Self { render, folder, file } = self;
        AnyShares { render: render.erased(), folder, file }.merge()
    }
}

/// A [`Plan`] of any types.
pub(crate) struct AnyShares<'u> {
    render: AnyRender<'u>,
    folder: PartsFolder,
    file: PlanFile,
}

impl AnyShares<'_> {
    /// As [`Plan::status`].
    #[cfg(feature = "cli")]
    pub(crate) fn status(&self) -> Result<Vec<ShareStatus>> {
        status_of_all(&self.folder, &self.file)
    }

    /// As [`Plan::shard`].
    pub(crate) fn shard(self, number: usize) -> Result<Share> {
        let begun = Instant::now();
        let Self { render, folder, file } = self;
        render.plan.settings.check_figure()?;
        let (shares, frames) = (file.shares.unwrap_or(1), file.frames);
        let Some(part) = file.all_shares().nth(number) else {
            let message = format!("{number} given; allowed: 0 to {}", shares - 1);
            return Err(Error::argument("shard", message));
        };
        let status = StatusWriter::begin(&folder, number)?;
        let share = Share {
            number,
            shares,
            first: part.places.start,
            frames: part.frames(),
            elapsed: Duration::ZERO,
            workers: 0,
        };
        if part.frames() == 0 {
            status.done(0)?;
            return Ok(share);
        }
        let run = || {
            let AnyRender { mut plan, source, mut listener } = render;
            let (format, target) = begin(&plan.path, &mut plan.settings, &source)?;
            plan.settings.most_cores = given_cpus();
            plan.settings.ends_silently = true;
            let rows = source.open(plan.names)?;
            let rows = plan.settings.part.choose(rows, plan.settings.fps)?;
            // where they say how many they are, it has to be what was planned
            if let (Some(now), Some(planned)) = (total(&rows), frames)
                && now != planned
            {
                return Err(folder.other_count(planned, now));
            }
            let rows = rows.narrowed(&part.places)?;
            let parts = Parts::of_share(folder.clone(), &file, AnyRow::hash, part, status)?;
            let to = (&format, &target);
            conductor::run(plan, to, None, rows, Some(parts), &mut *listener)
        };
        match run() {
            Ok(video) => Ok(Share { elapsed: begun.elapsed(), workers: video.workers, ..share }),
            Err(error) => {
                status_ended(&folder, number, &error);
                Err(error)
            }
        }
    }

    /// As [`Plan::merge`].
    pub(crate) fn merge(self) -> Result<Video> {
        let begun = Instant::now();
        let Self { render, folder, file } = self;
        let AnyRender { plan, source, mut listener } = render;
        let AnyPlan { path, mut settings, names, .. } = plan;
        let (format, target) = begin(&path, &mut settings, &source)?;
        let rows = source.open(names)?;
        let mut rows = settings.part.choose(rows, settings.fps)?;
        let numbers = rows.numbers();
        let running = Running::begin();
        let merge = Merge::prepare(&folder, &file, &mut rows, AnyRow::hash)?;
        let container = mux::create(&format, &target, &settings, numbers)?;
        let mut reporter = Reporter::new(&settings, begun, file.frames, &mut *listener);
        let counts = reporter.counts();
        counts.set_up();
        let is_gpu = settings.encoder == Encoder::Gpu;
        settings.encoder = Encoder::Cpu;
        let encoders = Encoders::ask(&format, &settings, (1, None), false, true)?;
        let written = merge.write(container, &encoders, &settings, |frames| {
            counts.encoded(frames);
            let flow = reporter.wrote(frames);
            running.check(|| reporter.written())?;
            match flow.break_value() {
                Some(reason) => Err(Error::Cancelled { written: reporter.written(), reason }),
                None => Ok(()),
            }
        })?;
        rows.finish()?;
        let fonts = fonts_of(&folder)?;
        folder.clear_away();
        let video = Video {
            path,
            frames: reporter.written(),
            resumed: 0,
            width: written.width,
            height: written.height,
            fps: settings.played_fps(),
            bytes: written.bytes,
            elapsed: begun.elapsed(),
            encoder: if is_gpu { "nvenc" } else { encoders.name() },
            gpu_refusal: None,
            workers: 1,
            fonts: fonts.into_iter().collect(),
        };
        reporter.finish(&video, settings.ends_silently);
        Ok(video)
    }
}
