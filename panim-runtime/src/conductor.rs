//! The one loop that runs a render, on the caller's own thread: deal groups, take them back, write
//! them in order. This thread holds the parameters, the file and the progress callback, so none of
//! these need be `Send`.

use crate::{
    Error, Result, Video,
    board::Board,
    groups::Groups,
    mux::Mux,
    params::Rows,
    progress::Reporter,
    raw_frames,
    render::Plan,
    reorder::Reorder,
    setups::Setups,
    worker::{Done, Worker, Workshop},
    yuv::I420,
};
use std::{
    sync::{
        atomic::AtomicUsize,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, Scope},
    time::Instant,
};

/// The only encoder there is so far.
const ENCODER: &str = "openh264";

/// Draws a frame for each row, encodes and writes.
pub(crate) fn run<A: Send, P: Send, R: Rows<P>>(plan: Plan<A, P>, rows: R) -> Result<Video> {
    let begun = Instant::now();
    let Plan { path, start, glue, settings, on_progress } = plan;
    let (fps, in_flight) = (settings.fps, settings.in_flight);
    let (least, most) = rows.size_hint();
    let total = most.filter(|&most| most == least).or(settings.total);
    let workers = settings.worker_count(most);

    let mut groups = Groups::new(rows, settings.gop);
    if groups.is_empty() {
        return Err(Error::NoFrames);
    }
    let mux = Mux::create(&path)?;
    raw_frames::begin(&path)?;
    tracing::info!(encoder = ENCODER, asked = ?settings.encoder, workers, "encoder chosen");
    let reporter = Reporter::new(settings.progress, begun, total, settings.log_every, on_progress);
    let shop = Workshop {
        // So that every worker can draw ahead while what it drew before waits for its owner.
        board: Board::new(2 * workers),
        setups: Setups::new(workers),
        drawn: AtomicUsize::new(0),
        start,
        glue,
        settings,
    };
    let mut conductor = Conductor {
        shop: &shop,
        groups,
        in_flight: 0,
        most_in_flight: in_flight.unwrap_or(2 * workers),
        reorder: Reorder::new(),
        mux,
        reporter,
    };
    let conducted = thread::scope(|scope| {
        // Also when the parameters or the callback panic: the scope waits for the workers.
        let _stop = StopOnDrop(&shop.board);
        let (sender, done) = mpsc::channel();
        let here = match workers {
            1 => Worker::new(&shop, 0, sender),
            _ => spawn(scope, &shop, workers, sender).map(|()| None)?,
        };
        conductor.conduct(here, &done)
    });

    // By now every worker has left, so these are final. What stopped the conductor itself, such as
    // a cancel, comes before a failing frame: what it had written until then was whole.
    let Conductor { groups, mux, reporter, .. } = conductor;
    let Workshop { setups, board, .. } = shop;
    if let Some(error) = setups.into_failure() {
        return Err(error);
    }
    conducted?;
    if let Some(error) = board.into_failure() {
        return Err(error);
    }
    groups.into_rows().finish()?;
    let file = mux.finish()?;
    let frames = reporter.finish();
    let encoder = ENCODER;
    Ok(Video {
        path,
        frames,
        width: file.width,
        height: file.height,
        fps,
        bytes: file.bytes,
        elapsed: begun.elapsed(),
        encoder,
        workers,
    })
}

struct Conductor<'a, A, P, R> {
    shop: &'a Workshop<A, P>,
    groups: Groups<P, R>,
    /// Groups dealt and not yet written.
    in_flight: usize,
    most_in_flight: usize,
    reorder: Reorder<Done>,
    mux: Mux,
    reporter: Reporter,
}

impl<A, P, R: Rows<P>> Conductor<'_, A, P, R> {
    /// Until every group is written, or no worker is left to draw one: then something has failed.
    fn conduct(&mut self, mut here: Option<Worker<'_, A, P>>, done: &Receiver<Done>) -> Result<()> {
        loop {
            self.deal();
            if self.in_flight == 0 {
                return Ok(());
            }
            let Some(next) = next_done(&mut here, done) else { return Ok(()) };
            self.reorder.push(next.index, next);
            while let Some(next) = self.reorder.pop() {
                self.write(&next)?;
                self.in_flight -= 1;
            }
        }
    }

    fn deal(&mut self) {
        let board = &self.shop.board;
        while self.in_flight < self.most_in_flight && !board.has_failed() {
            match self.groups.next() {
                Some(group) => {
                    board.deal(group);
                    self.in_flight += 1;
                }
                None => {
                    if let Some((frame, error)) = self.groups.take_failure() {
                        board.fail(frame, error);
                    }
                    return;
                }
            }
        }
    }

    fn write(&mut self, done: &Done) -> Result<()> {
        let frames = done.group.frames();
        tracing::debug_span!("mux", group = done.index, frames)
            .in_scope(|| self.mux.write(&done.group, &done.settings))?;
        if self.reporter.wrote(frames).is_break() {
            return Err(Error::Cancelled { written: self.reporter.written() });
        }
        Ok(())
    }
}

/// Waits for a group. With a worker on this very thread, that means to let it work.
fn next_done<A, P>(here: &mut Option<Worker<'_, A, P>>, done: &Receiver<Done>) -> Option<Done> {
    let Some(worker) = here else { return done.recv().ok() };
    loop {
        if let Ok(done) = done.try_recv() {
            return Some(done);
        }
        if !worker.do_one() {
            return None;
        }
    }
}

fn spawn<'scope, 'env, A: Send, P: Send>(
    scope: &'scope Scope<'scope, 'env>,
    shop: &'env Workshop<A, P>,
    workers: usize,
    sender: Sender<Done>,
) -> Result<()> {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    let span = tracing::Span::current();
    for number in 0..workers {
        let (dispatch, span, sender) = (dispatch.clone(), span.clone(), sender.clone());
        let work = move || {
            let _stop = StopOnPanic(&shop.board);
            let _span = span.entered();
            if let Some(mut worker) = Worker::new(shop, number, sender) {
                while worker.do_one() {}
            }
        };
        thread::Builder::new()
            .name(format!("panim-{number}"))
            .spawn_scoped(scope, move || tracing::dispatcher::with_default(&dispatch, work))
            .map_err(|source| Error::Thread { source })?;
    }
    Ok(())
}

/// Lets the workers go, whatever happens to the conductor.
struct StopOnDrop<'a, P>(&'a Board<P, I420>);

impl<P> Drop for StopOnDrop<'_, P> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// Lets everybody go when a worker is lost. User code cannot do that: its panics are caught.
struct StopOnPanic<'a, P>(&'a Board<P, I420>);

impl<P> Drop for StopOnPanic<'_, P> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.stop();
        }
    }
}
