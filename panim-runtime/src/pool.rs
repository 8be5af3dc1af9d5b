//! What workers do, and when: jobs go out through one channel, reports come back through another,
//! and a third holds permits for pictures that are drawn before their turn.
//!
//! A *job* is one group, or several: whoever takes it draws their frames, the earliest first, until
//! none is left that nobody has claimed. A group that one worker alone has a job for is drawn and
//! encoded by it from end to end. Where groups are fewer than workers, several have jobs for the same
//! group: whoever draws a frame that is not the next one to be encoded leaves the picture with the
//! group, and whoever draws the next one gets the *lease* of the group's encoder and encodes what is
//! there. So nobody waits for anybody's frame.
//!
//! A worker waits for a job, or for a *permit*: the buffer for a picture that may have to be left. It
//! has that before it claims a frame, unless the frame is the next one to be encoded for certain. Once
//! it has claimed one, it waits for nothing but what frame 0 says, where something was left open. So
//! each frame that is claimed gets drawn, which sets the permits of all pictures behind it free in the
//! end; a claim or a lease that comes to nothing, by an error or a panic, gives up what was waiting for
//! it. When there are no more jobs to send, the channel is closed, and that is the end.

mod dispatcher;
mod group;
mod permits;
#[cfg(test)]
mod stress;
#[cfg(test)]
mod tests;
mod worker;

pub(crate) use dispatcher::Dispatcher;
pub(crate) use worker::{FrameSource, Worker, in_frame};

use crate::{Error, Result, caught::Quiet, encode::EncodedGroup};
use flume::{Receiver, RecvError, TryRecvError};
use group::{ActiveGroup, Claim, Next};
use panim_figure::__private::FirstFrame;
use permits::Permits;
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

/// Groups whose frames are to be drawn, in order.
pub(crate) struct Job<'e, R> {
    groups: Arc<[Arc<ActiveGroup<'e, R>>]>,
}

impl<'e, R> Job<'e, R> {
    /// The earliest frame that can be drawn now; waits for a permit if there is one that needs it.
    fn claim(&self, permits: &Permits) -> Option<(Claim<'_, 'e, R>, R)> {
        let mut permit = None;
        loop {
            let mut is_waiting = false;
            for group in &*self.groups {
                match group.claim(permits, &mut permit) {
                    Next::Draw(claim, row) => return Some((claim, row)),
                    Next::Wait => is_waiting = true,
                    Next::Nothing => {}
                }
            }
            if !is_waiting {
                return None;
            }
            permit = Some(permits.take()?);
        }
    }
}

/// What comes back from a worker.
pub(crate) enum Report {
    /// What became of its setup.
    SetUp { worker: usize, result: Result<SetUp> },
    /// A group is complete.
    Encoded { index: usize, group: EncodedGroup },
    /// This frame cannot be drawn or encoded.
    Failed { frame: usize, error: Quiet<Error> },
}

/// A setup that worked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetUp {
    /// The figure's width and height in pixels.
    pub(crate) size: (u32, u32),
    /// How many groups can be encoded at a time, if that is limited.
    pub(crate) encoders: Option<usize>,
    /// How many pictures may wait for their turn, if that is limited.
    pub(crate) pictures: Option<usize>,
}

/// Frames from here on are not wanted. Those before it are: one of them may fail as well, and the
/// earliest failure is the one to report.
pub(crate) struct Limit {
    end: AtomicUsize,
    /// What frame 0 says of what was left open; none if it is not wanted any more.
    first: OnceLock<Option<FirstFrame>>,
}

impl Limit {
    pub(crate) fn none() -> Self {
        Self { end: AtomicUsize::new(usize::MAX), first: OnceLock::new() }
    }

    pub(crate) fn lower_to(&self, frame: usize) {
        self.end.fetch_min(frame, SeqCst);
        if frame == 0 {
            // Whoever waits for it is let go.
            drop(self.first.set(None));
        }
    }

    pub(crate) fn wants(&self, frame: usize) -> bool {
        frame < self.end.load(SeqCst)
    }

    pub(crate) fn is_lowered(&self) -> bool {
        self.end.load(SeqCst) != usize::MAX
    }

    /// Frame 0 is updated, and says this.
    pub(crate) fn publish(&self, first: FirstFrame) {
        drop(self.first.set(Some(first)));
    }

    /// Waits for what frame 0 says. None: it will not. Whoever has another frame claimed it later,
    /// and whoever has frame 0 waits for nothing.
    pub(crate) fn first(&self) -> Option<FirstFrame> {
        self.first.wait().clone()
    }
}

/// What workers share: where jobs come from, and permits.
pub(crate) struct Queue<'e, R> {
    jobs: Receiver<Job<'e, R>>,
    /// How many workers wait for a job.
    idle: Arc<AtomicUsize>,
    permits: Permits,
}

impl<R> Clone for Queue<'_, R> {
    fn clone(&self) -> Self {
        let Self { jobs, idle, permits } = self;
        Self { jobs: jobs.clone(), idle: idle.clone(), permits: permits.clone() }
    }
}

impl<'e, R> Queue<'e, R> {
    /// Waits for a job. An error: there will be none any more.
    fn next(&self) -> Result<Job<'e, R>, RecvError> {
        self.idle.fetch_add(1, SeqCst);
        let job = self.jobs.recv();
        self.idle.fetch_sub(1, SeqCst);
        job
    }

    /// A job, if there is one.
    fn try_next(&self) -> Result<Job<'e, R>, TryRecvError> {
        self.jobs.try_recv()
    }
}
