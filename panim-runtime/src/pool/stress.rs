//! The pool under load: thousands of short renders with random groups, workers, failures, panics and
//! cancels.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod plan;
mod source;

use super::*;
use crate::{groups::Group, outcome::Outcome};
use flume::{RecvTimeoutError, Sender};
use plan::StressPlan;
use source::{StressShared, StressSource};
use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    process, thread,
    time::{Duration, Instant},
};

const ROUNDS: u64 = 10_000;

/// Longer than any round takes, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Hands out groups and hears reports as the conductor does. The groups that were written.
struct StressConductor<'s> {
    plan: &'s StressPlan,
    dispatcher: Dispatcher<'s, usize>,
    limit: &'s Limit,
    outcome: &'s mut Outcome,
    taken: usize,
    next_frame: usize,
    is_ended: bool,
    encoded: Vec<Option<EncodedGroup>>,
    written: usize,
}

impl StressConductor<'_> {
    fn take(&mut self) -> bool {
        let full = self.taken - self.written >= self.plan.in_flight;
        if self.is_ended || full || self.limit.is_lowered() {
            self.dispatcher.dispatch();
            self.dispatcher.help();
            return false;
        }
        self.dispatcher.help_meanwhile();
        let length = self.plan.groups.get(self.taken).copied().unwrap_or(0);
        let rows = self.next_frame..self.next_frame + length;
        let rows: Vec<_> = rows.take_while(|&row| self.plan.no_row != Some(row)).collect();
        let is_short = rows.len() < length;
        if !rows.is_empty() {
            let (index, first) = (self.taken, self.next_frame);
            self.taken += 1;
            self.next_frame += rows.len();
            self.dispatcher.push(Group { index, first, rows });
        }
        if is_short || self.taken == self.plan.groups.len() {
            self.is_ended = true;
            if is_short {
                let frame = self.next_frame;
                self.limit.lower_to(frame);
                let error = Error::NoSuchFrame { frame, frames: 0 };
                self.outcome.failed(frame, Quiet::new(error));
            }
            self.dispatcher.end();
        }
        true
    }

    fn hear(&mut self, report: Report) -> Result<()> {
        match report {
            Report::SetUp { result: Ok(set_up), .. } => {
                self.dispatcher.set_up(set_up);
                self.outcome.hear(report);
            }
            Report::SetUp { .. } | Report::Failed { .. } => self.outcome.hear(report),
            Report::Encoded { index, group } => {
                self.dispatcher.encoded(index);
                assert!(self.encoded[index].replace(group).is_none(), "group {index} again");
                while self.encoded.get(self.written).is_some_and(Option::is_some) {
                    self.written += 1;
                    if self.plan.cancel.is_some_and(|groups| self.written > groups) {
                        return Err(Error::Cancelled { written: self.written, reason: None });
                    }
                }
            }
        }
        Ok(())
    }
}

/// One render. What it ended with, and whether a worker was lost.
fn render(plan: &StressPlan) -> (Result<()>, bool) {
    let frames = plan.groups.iter().sum();
    let drawn = std::iter::repeat_with(AtomicUsize::default).take(frames).collect();
    let (limit, encoders) = (Limit::none(), AtomicUsize::new(0));
    let shared = StressShared { plan, limit, drawn, encoders };
    let (sender, reports) = flume::unbounded();
    let mut outcome = Outcome::new(plan.workers);
    let (ended, permits, is_lost) = thread::scope(|scope| {
        let limit = &shared.limit;
        let dispatcher = Dispatcher::new(plan.workers, limit);
        let permits = dispatcher.queue().permits;
        let worker = |number, queue, reports: Sender<_>| {
            let source = StressSource::set_up(&shared, number, &reports)?;
            Some(Worker::new(queue, reports, limit, source))
        };
        let (mut here, mut threads) = (None, Vec::new());
        if plan.workers == 1 {
            here = worker(0, dispatcher.queue(), sender);
        } else {
            for number in 0..plan.workers {
                let (queue, sender) = (dispatcher.queue(), sender.clone());
                threads.push(scope.spawn(move || {
                    let work = || worker(number, queue, sender).map(Worker::run);
                    let lost = catch_unwind(AssertUnwindSafe(work)).err();
                    lost.inspect(|_| limit.lower_to(0))
                }));
            }
            drop(sender);
        }
        let mut conductor = StressConductor {
            plan,
            dispatcher,
            limit,
            outcome: &mut outcome,
            taken: 0,
            next_frame: 0,
            is_ended: false,
            encoded: plan.groups.iter().map(|_| None).collect(),
            written: 0,
        };
        let ended = loop {
            let report = match &mut here {
                _ if conductor.take() => reports.try_recv().ok(),
                Some(worker) => match reports.try_recv() {
                    Err(_) if !worker.draw_one() => break Ok(()),
                    report => report.ok(),
                },
                None => match reports.recv_timeout(Duration::from_millis(1)) {
                    Err(RecvTimeoutError::Disconnected) => break Ok(()),
                    report => report.ok(),
                },
            };
            if let Some(Err(error)) = report.map(|report| conductor.hear(report)) {
                break Err(error);
            }
        };
        limit.lower_to(0);
        let encoded = conductor.encoded;
        drop((conductor.dispatcher, here));
        let lost = threads.into_iter().filter_map(|thread| thread.join().unwrap());
        let is_lost = lost.fold(false, |_, payload| {
            // an assertion of this test's is no part of the plan
            if payload.downcast_ref() != Some(&"lost") {
                resume_unwind(payload);
            }
            true
        });
        check_groups(plan, &encoded);
        (ended, permits, is_lost)
    });
    reports.drain().for_each(|report| outcome.hear(report));
    let most = 2 * plan.workers;
    let all = plan.pictures.unwrap_or(most).min(most);
    let home = std::iter::from_fn(|| permits.try_take()).collect::<Vec<_>>().len();
    assert!(home == all || (home == 0 && plan.bad_setup.is_some()), "{home} of {all} permits");
    assert_eq!(shared.encoders.load(SeqCst), 0, "an encoder is left");
    let ended = outcome.after(ended);
    if ended.is_ok() && !is_lost {
        assert!(shared.drawn.iter().all(|drawn| drawn.load(SeqCst) == 1));
    }
    (ended, is_lost)
}

/// Those that are encoded have their frames, in order.
fn check_groups(plan: &StressPlan, encoded: &[Option<EncodedGroup>]) {
    let mut first = 0;
    for (group, &length) in encoded.iter().zip(&plan.groups) {
        if let Some(group) = group {
            let frames = group.samples.iter().map(|sample| sample.size as usize);
            let last = plan.no_row.map_or(first + length, |row| row.min(first + length));
            assert!(frames.eq(first..last), "{:?} from {first} to {last}", group.samples);
        }
        first += length;
    }
}

/// Ends the process if a round does not come to an end.
fn watch(round: &AtomicUsize, done: &flume::Receiver<()>) {
    let mut last = (usize::MAX, Instant::now());
    while let Err(RecvTimeoutError::Timeout) = done.recv_timeout(Duration::from_millis(200)) {
        let now = round.load(SeqCst);
        if now != last.0 {
            last = (now, Instant::now());
        } else if last.1.elapsed() > PATIENCE {
            eprintln!("the pool is stuck in round {now}: {:?}", StressPlan::new(now as u64));
            process::abort();
        }
    }
}

#[test]
fn ten_thousand_renders_come_to_their_end() {
    let round = AtomicUsize::new(0);
    let (end, done) = flume::bounded(0);
    thread::scope(|scope| {
        scope.spawn(|| watch(&round, &done));
        for seed in 0..ROUNDS {
            round.store(seed as usize, SeqCst);
            let plan = StressPlan::new(seed);
            let (ended, is_lost) = render(&plan);
            let failure = plan.failure();
            let is_right = match &ended {
                _ if is_lost => true,
                Err(Error::SetupPanicked { .. }) => plan.bad_setup.is_some(),
                Err(Error::Cancelled { .. }) => plan.cancel.is_some() && plan.bad_setup.is_none(),
                Err(Error::NoSuchFrame { frame, .. } | Error::Frame { frame, .. }) => {
                    Some(*frame) == failure
                }
                Ok(()) => failure.is_none() && plan.bad_setup.is_none() && plan.cancel.is_none(),
                Err(_) => false,
            };
            assert!(is_right, "{ended:?} of {plan:?}, which fails at {failure:?}");
        }
        drop(end);
    });
}
