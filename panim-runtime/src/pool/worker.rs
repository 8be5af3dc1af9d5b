//! One worker: takes jobs, draws their frames, and encodes what it has the lease for.

use super::{
    Job, Limit, Queue, Report,
    group::{Claim, Lease},
};
use crate::{
    Error, Result,
    caught::Quiet,
    encode::{EncodedGroup, GroupEncoder},
    picture::Prepared,
};
use flume::Sender;

/// What a worker draws and encodes with. `R`: a row of parameters.
pub(crate) trait FrameSource<'e, R> {
    /// The frame's number, where its place in the video is another.
    fn number(&self, place: usize) -> usize {
        place
    }

    /// Draws a frame. False: it is not wanted any more.
    fn draw(&mut self, frame: usize, row: R) -> Result<bool>;

    /// The frame drawn last.
    fn picture(&self) -> &Prepared;

    /// An encoder for one group, by its number. It never has to wait.
    fn open(&self, group: usize) -> Result<Box<dyn GroupEncoder + 'e>>;

    /// Encodes the frame drawn last.
    fn encode(&mut self, encoder: &mut dyn GroupEncoder, frame: usize) -> Result<()>;

    /// Encodes a picture that had to wait.
    fn encode_waiting(
        &mut self,
        encoder: &mut dyn GroupEncoder,
        frame: usize,
        picture: &Prepared,
    ) -> Result<()>;
}

pub(crate) struct Worker<'e, R, S> {
    queue: Queue<'e, R>,
    reports: Sender<Report>,
    limit: &'e Limit,
    source: S,
    /// Taken, and not yet done.
    job: Option<Job<'e, R>>,
}

/// A group, if it is complete; or a frame that failed.
type FrameOutcome = Result<Option<(usize, EncodedGroup)>, (usize, Error)>;

impl<'e, R, S: FrameSource<'e, R>> Worker<'e, R, S> {
    pub(crate) fn new(
        queue: Queue<'e, R>,
        reports: Sender<Report>,
        limit: &'e Limit,
        source: S,
    ) -> Self {
        Self { queue, reports, limit, source, job: None }
    }

    /// Works until there are no jobs any more.
    pub(crate) fn run(mut self) {
        while let Some(job) = self.job.take().or_else(|| self.queue.next().ok()) {
            self.step(job);
        }
    }

    /// Draws one frame, and encodes it and what follows, if it can be. False: there is no job.
    pub(crate) fn draw_one(&mut self) -> bool {
        let job = self.job.take().or_else(|| self.queue.try_next().ok());
        job.map(|job| self.step(job)).is_some()
    }

    /// One frame of a job, which is done if there is none.
    fn step(&mut self, job: Job<'e, R>) {
        let Some((claim, row)) = job.claim(&self.queue.permits) else { return };
        let outcome = claim.span().in_scope(|| self.work(claim, row));
        let report = match outcome {
            Ok(None) => None,
            Ok(Some((index, group))) => Some(Report::Encoded { index, group }),
            Err((frame, error)) => {
                self.limit.lower_to(frame);
                Some(Report::Failed { frame, error: Quiet::new(error) })
            }
        };
        // Whoever conducts hears them all, or has panicked.
        report.map(|report| self.reports.send(report));
        self.job = Some(job);
    }

    fn work(&mut self, claim: Claim<'_, 'e, R>, row: R) -> FrameOutcome {
        let frame = claim.frame();
        if !self.source.draw(frame, row).map_err(|error| (frame, error))? {
            return Ok(None);
        }
        let Some(mut lease) = claim.hand_in(self.source.picture()) else { return Ok(None) };
        self.encode(&mut lease).map_err(|error| (lease.frame(), error))?;
        let frame = lease.frame();
        let number = self.source.number(frame);
        lease.finish().transpose().map_err(|error| (frame, in_frame(number, error)))
    }

    /// Encodes the frame drawn last, and the pictures that waited for it.
    fn encode(&mut self, lease: &mut Lease<'_, 'e, R>) -> Result<()> {
        let source = &mut self.source;
        let (group, frame) = (lease.group(), lease.frame());
        let open = || source.open(group).map_err(|error| in_frame(source.number(frame), error));
        let encoder = lease.encoder(open)?;
        source.encode(encoder, frame)?;
        while let Some(permit) = lease.next() {
            let frame = lease.frame();
            let encoder = lease.encoder(|| source.open(group))?;
            if let Some(picture) = permit.picture() {
                source.encode_waiting(encoder, frame, picture)?;
            }
        }
        Ok(())
    }
}

/// An error of the encoder's, with the frame it was at.
pub(crate) fn in_frame(frame: usize, error: Error) -> Error {
    Error::Frame { frame, source: error.into() }
}
