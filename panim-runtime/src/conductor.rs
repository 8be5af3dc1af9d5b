//! The one loop that runs a render, on the caller's own thread: deal groups, take them back, write
//! them in order. This thread holds the parameters, the file and the progress callback, so none of
//! these need be `Send`.

use crate::{
    Error, Listener, Result, Video,
    board::Board,
    caught::Quiet,
    encode::Encoders,
    groups::Groups,
    interrupt::Running,
    mux::Mux,
    output::Target,
    painter::Scenes,
    params::Rows,
    progress::{Flow, Reporter},
    raw_frames,
    render::Plan,
    reorder::Reorder,
    replay::Replay,
    stack::stack_size,
    worker::{Done, Worker, Workshop},
    yuv::I420,
};
use std::{
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread::{self, Scope},
    time::{Duration, Instant},
};

/// So often the conductor looks what workers have done, for whoever listens, and for interrupts.
const TICK: Duration = Duration::from_millis(20);

/// Draws a frame for each row, encodes and writes.
pub(crate) fn run<A: Send, P: Send, R: Rows<P>>(
    plan: Plan<A, P>,
    target: &Target,
    mux: Mux,
    rows: R,
    listener: &mut dyn Listener,
) -> Result<Video> {
    let begun = Instant::now();
    let Plan { path, start, glue, settings } = plan;
    let (least, most) = rows.size_hint();
    let total = most.filter(|&most| most == least).or(settings.total);
    let workers = settings.worker_count(most);
    let running = Running::begin();
    let reporter = Reporter::new(settings.progress, begun, total, settings.log_every, listener);

    let encoders = Encoders::ask(&settings, (workers, most), glue.clone.is_some())?;
    let rows = Replay::new(rows, glue.clone.filter(|_| encoders.may_start_again()));
    let mut groups = Groups::new(rows, settings.gop);
    groups.have_any()?;
    raw_frames::begin(&path)?;
    let mut work = Work { groups, mux, reporter, running };

    let counts = work.reporter.counts();
    let scenes = Scenes::new(&start, &glue, &settings);
    let shop = Workshop::new(&scenes, workers, encoders, &counts);
    let conducted = attempt(&shop, &mut work);
    let (mut encoders, mut ended) = shop.close(conducted);
    if let Err(error) = &ended
        && error.is_of_the_gpu()
        && encoders.may_start_again()
    {
        encoders = encoders.after_failure(error.to_string());
        work = work.start_again(target, settings.gop)?;
        let shop = Workshop::new(&scenes, workers, encoders, &counts);
        let conducted = attempt(&shop, &mut work);
        (encoders, ended) = shop.close(conducted);
    }
    ended?;

    let Work { groups, mux, reporter, running } = work;
    running.check(|| reporter.written())?;
    reporter.finishing();
    let file = mux.finish();
    // What was computed stays, also where a file could not be put in its place.
    let saved = match &file {
        Ok(_) | Err(Error::NotInPlace { .. }) => groups.into_rows().into_rows().finish(),
        Err(_) => Ok(()),
    };
    let file = file?;
    saved?;
    let video = Video {
        path,
        frames: reporter.written(),
        width: file.width,
        height: file.height,
        fps: settings.fps,
        bytes: file.bytes,
        elapsed: begun.elapsed(),
        encoder: encoders.name(),
        gpu_refusal: encoders.into_refusal(),
        workers,
    };
    reporter.finish(&video);
    Ok(video)
}

/// What stays on this thread.
struct Work<'l, P, R> {
    groups: Groups<Quiet<P>, Replay<P, R>>,
    mux: Mux,
    reporter: Reporter<'l>,
    running: Running,
}

impl<P, R: Rows<P>> Work<'_, P, R> {
    /// The same rows, and a file with nothing in it.
    fn start_again(self, target: &Target, gop: Option<usize>) -> Result<Self> {
        let Self { groups, mux: before, mut reporter, running } = self;
        let mut rows = groups.into_rows();
        rows.start_again();
        reporter.start_again();
        drop(before);
        let mux = Mux::create(target)?;
        raw_frames::begin(&target.path)?;
        Ok(Self { groups: Groups::new(rows, gop), mux, reporter, running })
    }
}

/// Draws, encodes and writes every group, unless something fails. By the end every worker has left.
fn attempt<A: Send, P: Send, R: Rows<P>>(
    shop: &Workshop<'_, A, P>,
    work: &mut Work<'_, P, R>,
) -> Result<()> {
    let mut conductor = Conductor {
        shop,
        work,
        in_flight: 0,
        most_in_flight: shop.settings.in_flight.unwrap_or(2 * shop.workers),
        reorder: Reorder::new(),
    };
    thread::scope(|scope| {
        // Also when the parameters or the callback panic: the scope waits for the workers.
        let _stop = StopOnDrop(&shop.board);
        let (sender, done) = mpsc::channel();
        let here = match shop.workers {
            1 => Worker::new(shop, 0, sender),
            _ => spawn(scope, shop, sender).map(|()| None)?,
        };
        conductor.conduct(here, &done)
    })
}

struct Conductor<'a, 'l, A, P, R> {
    shop: &'a Workshop<'a, A, P>,
    work: &'a mut Work<'l, P, R>,
    /// Groups dealt and not yet written.
    in_flight: usize,
    most_in_flight: usize,
    reorder: Reorder<Done>,
}

impl<A, P, R: Rows<P>> Conductor<'_, '_, A, P, R> {
    /// Until every group is written, or no worker is left to draw one: then something has failed.
    fn conduct(&mut self, mut here: Option<Worker<'_, A, P>>, done: &Receiver<Done>) -> Result<()> {
        loop {
            self.deal();
            if self.in_flight == 0 {
                return Ok(());
            }
            let Some(next) = self.next_done(&mut here, done)? else { return Ok(()) };
            self.reorder.push(next.index, next);
            while let Some(next) = self.reorder.pop() {
                self.write(&next)?;
                self.in_flight -= 1;
            }
        }
    }

    fn deal(&mut self) {
        let Workshop { board, encoders, workers, .. } = self.shop;
        let groups = &mut self.work.groups;
        if !encoders.may_start_again() {
            groups.rows().forget();
        }
        while self.in_flight < self.most_in_flight && !board.has_failed() {
            match groups.next() {
                Some(group) => {
                    board.deal(group);
                    self.in_flight += 1;
                }
                None => {
                    if let Some((frame, error)) = groups.take_failure() {
                        board.fail(frame, error);
                    }
                    board.end(*workers);
                    return;
                }
            }
        }
    }

    fn write(&mut self, done: &Done) -> Result<()> {
        let Work { mux, reporter, .. } = &mut *self.work;
        let frames = done.group.frames();
        tracing::debug_span!("mux", group = done.index, frames)
            .in_scope(|| mux.write(&done.group, &done.settings))?;
        let flow = reporter.wrote(frames);
        self.go_on(flow)
    }

    /// Waits for a group, and looks around meanwhile. With a worker on this very thread, waiting
    /// means to let it work, and there is time to look between frames.
    fn next_done(
        &mut self,
        here: &mut Option<Worker<'_, A, P>>,
        done: &Receiver<Done>,
    ) -> Result<Option<Done>> {
        loop {
            // Also where groups come so fast that nobody ever waits for one.
            let Work { reporter, running, .. } = &*self.work;
            running.check(|| reporter.written())?;
            match here {
                Some(worker) => {
                    if let Ok(done) = done.try_recv() {
                        return Ok(Some(done));
                    }
                    if !worker.step() {
                        return Ok(None);
                    }
                }
                None => match done.recv_timeout(TICK) {
                    Ok(done) => return Ok(Some(done)),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return Ok(None),
                },
            }
            let flow = self.work.reporter.look();
            self.go_on(flow)?;
        }
    }

    fn go_on(&self, flow: Flow) -> Result<()> {
        let Some(reason) = flow.break_value() else { return Ok(()) };
        Err(Error::Cancelled { written: self.work.reporter.written(), reason })
    }
}

fn spawn<'scope, 'env, A: Send, P: Send>(
    scope: &'scope Scope<'scope, 'env>,
    shop: &'env Workshop<'env, A, P>,
    sender: Sender<Done>,
) -> Result<()> {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    let span = tracing::Span::current();
    for number in 0..shop.workers {
        let (dispatch, span, sender) = (dispatch.clone(), span.clone(), sender.clone());
        let work = move || {
            let _stop = StopOnPanic(&shop.board);
            let _span = span.entered();
            if let Some(mut worker) = Worker::new(shop, number, sender) {
                while worker.step() {}
            }
        };
        thread::Builder::new()
            .name(format!("panim-{number}"))
            .stack_size(stack_size())
            .spawn_scoped(scope, move || tracing::dispatcher::with_default(&dispatch, work))
            .map_err(|source| Error::Thread { source })?;
    }
    Ok(())
}

/// Lets the workers go, whatever happens to the conductor.
struct StopOnDrop<'a, P>(&'a Board<Quiet<P>, I420>);

impl<P> Drop for StopOnDrop<'_, P> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// Lets everybody go when a worker is lost. User code cannot do that: its panics are caught.
struct StopOnPanic<'a, P>(&'a Board<Quiet<P>, I420>);

impl<P> Drop for StopOnPanic<'_, P> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.stop();
        }
    }
}
