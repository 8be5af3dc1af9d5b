//! The one loop that runs a render, on the caller's own thread: hand out groups, hear what became of
//! them, write them in order. This thread holds the parameters, the file and the progress callback, so
//! none of these need be `Send`.

mod threads;
mod work;

use crate::{
    Error, Listener, Result, Video,
    bench::raw_frames,
    caught::Quiet,
    encode::{EncodeSettings, EncodedGroup, Encoders},
    erased::{AnyPlan, AnyRow},
    groups::Groups,
    interrupt::Running,
    mux::{Container, Written},
    outcome::Outcome,
    output::{OutputFormat, Target},
    painter::Scenes,
    params::Rows,
    part::{Chosen, FirstRow},
    pipeline::Context,
    pool::{Dispatcher, Report},
    progress::{ProgressFlow, Reporter},
    reorder::Reorder,
    replay::Replay,
    segments::{GroupKey, Look, Parts},
};
use flume::{Receiver, RecvTimeoutError};
use std::{
    thread,
    time::{Duration, Instant},
};
use threads::{OwnWorker, StopOnDrop, spawn, worker};
use work::{Taken, Work};

/// So often the conductor looks what workers have done, for whoever listens, and for interrupts.
const TICK: Duration = Duration::from_millis(20);

/// Draws a frame for each row, encodes and writes.
pub(crate) fn run<'u, R: Rows<AnyRow<'u>>>(
    plan: AnyPlan<'u>,
    (format, target): (&OutputFormat, &Target),
    container: Option<Box<dyn Container>>,
    mut rows: Chosen<AnyRow<'u>, R>,
    mut parts: Option<Parts<AnyRow<'u>>>,
    listener: &mut dyn Listener,
) -> Result<Video> {
    let begun = Instant::now();
    let AnyPlan { path, settings, clone, animations, .. } = plan;
    let (numbers, mut first) = (rows.numbers(), rows.take_first());
    if let (Some(parts), Some(first)) = (&mut parts, &first) {
        first.with_row(|row| parts.begin(row));
    }
    let (least, most) = rows.size_hint();
    let total = most.filter(|&most| most == least).or(settings.total);
    let workers = settings.worker_count(most);
    let running = Running::begin();
    let reporter = Reporter::new(&settings, begun, total, listener);

    let apart = parts.is_some();
    let encoders = Encoders::ask(format, &settings, (workers, most), clone.is_some(), apart)?;
    let rows = Replay::new(rows, clone.filter(|_| encoders.may_start_again()));
    let mut groups = match parts.as_ref().and_then(Parts::lengths) {
        Some(lengths) => Groups::planned(rows, lengths),
        None => Groups::new(rows, settings.gop),
    };
    groups.have_any()?;
    raw_frames::begin(&path)?;
    let mut work = Work { groups, container, reporter, running, parts, next: None };
    if work.parts.is_some() && first.is_none() {
        work.next = work.take();
        if let Some(Taken::Kept { first_row, .. }) = &mut work.next {
            // nobody draws frame 0, which says something to others
            first = first_row.take().map(FirstRow::new);
        }
    }
    let part = (numbers, first.as_ref());

    let counts = work.reporter.counts();
    let scenes = Scenes::new(&*animations, &settings).told_by(work.reporter.voice());
    let context = Context::new(&scenes, workers, encoders, &counts, part);
    let mut ended = attempt(&context, &mut work);
    let mut encoders = context.encoders;
    if let Err(error) = &ended
        && error.is_of_the_gpu()
        && encoders.may_start_again()
    {
        encoders = encoders.after_failure(error.to_string());
        work = work.start_again((format, target), &settings, numbers)?;
        let context = Context::new(&scenes, workers, encoders, &counts, part);
        ended = attempt(&context, &mut work);
        encoders = context.encoders;
    }
    ended?;

    let Work { groups, container, reporter, running, parts, .. } = work;
    running.check(|| reporter.written())?;
    reporter.finishing();
    let file = match container {
        Some(container) => {
            let file = container.finish();
            // What was computed stays, also where a file could not be put in its place.
            let saved = match &file {
                Ok(_) | Err(Error::NotInPlace { .. }) => groups.into_rows().into_rows().finish(),
                Err(_) => Ok(()),
            };
            let file = file?;
            saved?;
            file
        }
        None => Written { bytes: 0, width: 0, height: 0 },
    };
    let mut fonts = scenes.fonts.get().fonts;
    let resumed = parts.as_ref().map_or(0, Parts::found);
    if let Some(parts) = parts {
        fonts.append(&mut parts.fonts()?);
        parts.done()?;
    }
    let video = Video {
        path,
        frames: reporter.written(),
        resumed,
        width: file.width,
        height: file.height,
        fps: settings.played_fps(),
        bytes: file.bytes,
        elapsed: begun.elapsed(),
        encoder: encoders.name(),
        gpu_refusal: encoders.into_refusal(),
        workers,
        fonts: fonts.into_iter().collect(),
    };
    reporter.finish(&video, settings.ends_silently);
    Ok(video)
}

/// Draws, encodes and writes every group, unless something fails. By the end every worker has left,
/// so that what failed is final.
fn attempt<P: Send, R: Rows<P>>(context: &Context<'_, P>, work: &mut Work<'_, P, R>) -> Result<()> {
    let mut outcome = Outcome::new(context.workers);
    let (sender, reports) = flume::unbounded();
    let conducted = thread::scope(|scope| {
        // Also when the parameters or the callback panic: the scope waits for the workers.
        let _stop = StopOnDrop(&context.limit);
        let dispatcher = Dispatcher::new(context.workers, &context.limit);
        let here = match context.workers {
            1 => worker(context, 0, dispatcher.queue(), sender),
            _ => spawn(scope, context, &dispatcher, sender).map(|()| None)?,
        };
        let mut conductor = Conductor {
            context,
            work,
            dispatcher,
            outcome: &mut outcome,
            is_ended: false,
            in_flight: 0,
            most_in_flight: context.settings.in_flight.unwrap_or(2 * context.workers),
            encoding: None,
            reorder: Reorder::new(),
        };
        conductor.conduct(here, &reports)
    });
    // What nobody has heard, because the conductor was stopped.
    reports.drain().for_each(|report| outcome.hear(report));
    outcome.after(conducted)
}

/// A group whose turn may have come.
enum Finished {
    Encoded(EncodedGroup),
    Kept(GroupKey),
}

struct Conductor<'a, 'e, 'l, P, R> {
    context: &'e Context<'e, P>,
    work: &'a mut Work<'l, P, R>,
    dispatcher: Dispatcher<'e, Quiet<P>>,
    outcome: &'a mut Outcome,
    /// There are no more groups.
    is_ended: bool,
    /// Groups begun and not yet written.
    in_flight: usize,
    most_in_flight: usize,
    /// Known once a setup is done.
    encoding: Option<EncodeSettings>,
    reorder: Reorder<(usize, Finished)>,
}

impl<'e, P, R: Rows<P>> Conductor<'_, 'e, '_, P, R> {
    /// Until every worker has left: there are no jobs any more, and all of them are done. With a
    /// worker on this very thread, until that one has nothing to do.
    fn conduct(
        &mut self,
        mut here: Option<OwnWorker<'e, P>>,
        reports: &Receiver<Report>,
    ) -> Result<()> {
        loop {
            self.look()?;
            let may_take_more = self.take()?;
            let report = match &mut here {
                _ if may_take_more => reports.try_recv().ok(),
                Some(worker) => match reports.try_recv() {
                    Err(_) if !worker.draw_one() => return Ok(()),
                    report => report.ok(),
                },
                None => match reports.recv_timeout(TICK) {
                    Err(RecvTimeoutError::Disconnected) => return Ok(()),
                    report => report.ok(),
                },
            };
            if let Some(report) = report {
                self.hear(report)?;
            }
            if self.is_ended && self.in_flight == 0 && !self.context.limit.is_lowered() {
                self.settle()?;
            }
        }
    }

    /// All is written: the file is completed while the workers clear up.
    fn settle(&mut self) -> Result<()> {
        let Work { container, reporter, .. } = &mut *self.work;
        reporter.finishing();
        container.as_mut().map_or(Ok(()), |container| container.settle())
    }

    /// Takes a group, if there is one and it may be begun. Whether another one may be taken after it.
    fn take(&mut self) -> Result<bool> {
        let Self { context: Context { encoders, limit, .. }, work, dispatcher, .. } = self;
        if !encoders.may_start_again() {
            work.groups.rows().forget();
        }
        if self.is_ended || self.in_flight >= self.most_in_flight || limit.is_lowered() {
            dispatcher.dispatch();
            dispatcher.help();
            return Ok(false);
        }
        dispatcher.help_meanwhile();
        match work.take() {
            Some(Taken::Rows(group)) => {
                dispatcher.push(group);
                self.in_flight += 1;
            }
            Some(Taken::Kept { index, key, .. }) => {
                self.reorder.push(index, (index, Finished::Kept(key)));
                self.write_all()?;
            }
            None => {
                self.is_ended = true;
                if let Some((frame, error)) = work.groups.take_failure() {
                    limit.lower_to(frame);
                    self.outcome.failed(frame, Quiet::new(error));
                }
                dispatcher.end();
            }
        }
        Ok(true)
    }

    fn hear(&mut self, report: Report) -> Result<()> {
        match report {
            Report::SetUp { result: Ok(set_up), .. } => {
                let encoding = self.context.encoding(set_up.size);
                if let Some(parts) = &self.work.parts {
                    parts.check_look(Look::of(&encoding))?;
                }
                self.encoding.get_or_insert(encoding);
                self.dispatcher.set_up(set_up);
                self.outcome.hear(report);
            }
            Report::SetUp { .. } | Report::Failed { .. } => self.outcome.hear(report),
            Report::Encoded { index, group } => {
                self.dispatcher.encoded(index);
                if let (Some(parts), Some(encoding)) = (&mut self.work.parts, &self.encoding) {
                    let used = self.context.fonts().get();
                    parts.keep(index, used, encoding, &group)?;
                }
                self.reorder.push(index, (index, Finished::Encoded(group)));
                self.write_all()?;
            }
        }
        Ok(())
    }

    /// Writes what is next in line.
    fn write_all(&mut self) -> Result<()> {
        while let Some((index, group)) = self.reorder.pop() {
            match group {
                Finished::Encoded(group) => {
                    self.write(index, group)?;
                    self.in_flight -= 1;
                }
                Finished::Kept(key) if self.work.container.is_none() => self.wrote(key.frames)?,
                Finished::Kept(key) => {
                    let Some(parts) = &mut self.work.parts else { continue };
                    let (look, group) = parts.load(key)?;
                    self.encoding.get_or_insert_with(|| self.context.settings.encoding_of(look));
                    self.write(index, group)?;
                }
            }
        }
        Ok(())
    }

    fn write(&mut self, group: usize, mut encoded: EncodedGroup) -> Result<()> {
        let Some(encoding) = &self.encoding else {
            unreachable!("a worker reports its setup before its groups")
        };
        let frames = encoded.frames();
        if let Some(container) = &mut self.work.container {
            self.context.encoders.complete(group, &mut encoded, encoding)?;
            tracing::debug_span!("mux", group, frames)
                .in_scope(|| container.write(&encoded, encoding))?;
        }
        self.wrote(frames)
    }

    fn wrote(&mut self, frames: usize) -> Result<()> {
        let flow = self.work.reporter.wrote(frames);
        self.go_on(flow)
    }

    /// Looks around: for interrupts, and for whoever listens.
    fn look(&mut self) -> Result<()> {
        let Work { reporter, running, parts, .. } = &mut *self.work;
        running.check(|| reporter.written())?;
        if let Some(parts) = parts {
            parts.look_after()?;
        }
        let flow = reporter.look();
        self.go_on(flow)
    }

    fn go_on(&self, flow: ProgressFlow) -> Result<()> {
        let Some(reason) = flow.break_value() else { return Ok(()) };
        Err(Error::Cancelled { written: self.work.reporter.written(), reason })
    }
}
