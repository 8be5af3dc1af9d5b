//! The threads of the workers, and who lets them go.

use crate::{
    Error, Result,
    caught::Quiet,
    pipeline::{Context, Pipeline},
    pool::{Dispatcher, Limit, Queue, Report, Worker},
    stack::stack_size,
};
use flume::Sender;
use std::thread::{self, Scope};

pub(super) type OwnWorker<'e, P> = Worker<'e, Quiet<P>, Pipeline<'e, P>>;

pub(super) fn worker<'e, P>(
    context: &'e Context<'e, P>,
    number: usize,
    queue: Queue<'e, Quiet<P>>,
    reports: Sender<Report>,
) -> Option<OwnWorker<'e, P>> {
    let pipeline = Pipeline::set_up(context, number, &reports)?;
    Some(Worker::new(queue, reports, &context.limit, pipeline))
}

pub(super) fn spawn<'scope, 'e: 'scope, P: Send>(
    scope: &'scope Scope<'scope, 'e>,
    context: &'e Context<'e, P>,
    dispatcher: &Dispatcher<'e, Quiet<P>>,
    reports: Sender<Report>,
) -> Result<()> {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    let span = tracing::Span::current();
    for number in 0..context.workers {
        let (dispatch, span) = (dispatch.clone(), span.clone());
        let (queue, reports) = (dispatcher.queue(), reports.clone());
        let work = move || {
            let _stop = StopOnPanic(&context.limit);
            let _span = span.entered();
            if let Some(worker) = worker(context, number, queue, reports) {
                worker.run();
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

/// Lets the workers skip what is left, whatever happens to the conductor.
pub(super) struct StopOnDrop<'a>(pub(super) &'a Limit);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.lower_to(0);
    }
}

/// Lets everybody go when a worker is lost. User code cannot do that: its panics are caught.
struct StopOnPanic<'a>(&'a Limit);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.lower_to(0);
        }
    }
}
