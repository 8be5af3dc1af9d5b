//! What went wrong on the workers, and which of it is reported: a setup, in the workers' order, before
//! any frame; of the frames the earliest. So it does not depend on what happened first.

use crate::{
    Error, Result,
    caught::{Quiet, discard},
    pool::Report,
};

/// A figure's width and height in pixels.
type FigureSize = (u32, u32);

pub(crate) struct Outcome {
    /// One place for each worker.
    setups: Vec<Option<Result<FigureSize>>>,
    /// The earliest frame that failed.
    failure: Option<(usize, Quiet<Error>)>,
}

impl Outcome {
    pub(crate) fn new(workers: usize) -> Self {
        Self { setups: std::iter::repeat_with(|| None).take(workers).collect(), failure: None }
    }

    /// What became of a worker's setup: how large its figure is.
    fn set_up(&mut self, worker: usize, result: Result<FigureSize>) {
        self.setups[worker] = Some(result);
    }

    /// This frame cannot be drawn, or encoded, or has no parameters.
    pub(crate) fn failed(&mut self, frame: usize, error: Quiet<Error>) {
        if self.failure.as_ref().is_none_or(|(earliest, _)| frame < *earliest) {
            self.failure = Some((frame, error));
        }
    }

    /// What a report says of it.
    pub(crate) fn hear(&mut self, report: Report) {
        match report {
            Report::SetUp { worker, result } => self.set_up(worker, result.map(|it| it.size)),
            Report::Failed { frame, error } => self.failed(frame, error),
            Report::Encoded { .. } => {}
        }
    }

    /// What is reported. What stopped the conductor itself, such as a cancel, comes before a failing
    /// frame: what it had written until then was whole.
    pub(crate) fn after(self, conducted: Result<()>) -> Result<()> {
        let differ = first_difference(&self.setups);
        let mut failures = self.setups.into_iter().flatten().filter_map(Result::err);
        let setup = failures.next();
        failures.for_each(discard); // they may hold something of the user's
        let failed = |failure: Option<Error>| failure.map_or(Ok(()), Err);
        failed(setup.or(differ))
            .and(conducted)
            .and_then(|()| failed(self.failure.map(|(_, error)| error.into_inner())))
    }
}

fn first_difference(setups: &[Option<Result<FigureSize>>]) -> Option<Error> {
    let mut sizes = setups.iter().flatten().flatten().copied();
    let one = sizes.next()?;
    let other = sizes.find(|&other| other != one)?;
    Some(Error::SizesDiffer { one, other })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(outcome: &mut Outcome, worker: usize, message: &str) {
        outcome.set_up(worker, Err(Error::Setup { source: message.into() }));
    }

    fn frame(frame: usize) -> Quiet<Error> {
        Quiet::new(Error::NoSuchFrame { frame, frames: 0 })
    }

    #[test]
    fn equal_sizes_are_fine() {
        let mut outcome = Outcome::new(3);
        outcome.set_up(2, Ok((4, 3)));
        outcome.set_up(0, Ok((4, 3)));
        assert!(outcome.after(Ok(())).is_ok());
    }

    #[test]
    fn different_sizes_are_reported_in_the_workers_order() {
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut outcome = Outcome::new(3);
            order.iter().for_each(|&worker| outcome.set_up(worker, Ok((worker as u32, 1))));
            let error = outcome.after(Ok(()));
            assert!(
                matches!(error, Err(Error::SizesDiffer { one: (0, 1), other: (1, 1) })),
                "{error:?}"
            );
        }
    }

    #[test]
    fn the_first_workers_failure_comes_before_others_and_before_all_else() {
        let mut outcome = Outcome::new(4);
        outcome.set_up(0, Ok((1, 1)));
        failed(&mut outcome, 3, "three");
        outcome.set_up(1, Ok((2, 2)));
        failed(&mut outcome, 2, "two");
        outcome.failed(0, frame(0));
        let error = outcome.after(Err(Error::NoFrames)).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("setup failed: two"));
    }

    #[test]
    fn the_earliest_frame_is_reported_unless_the_conductor_was_stopped() {
        for frames in [[3, 5, 7], [7, 5, 3], [5, 3, 7]] {
            let outcome = || {
                let mut outcome = Outcome::new(1);
                frames.iter().for_each(|&failed| outcome.failed(failed, frame(failed)));
                outcome
            };
            let error = outcome().after(Ok(()));
            assert!(matches!(error, Err(Error::NoSuchFrame { frame: 3, .. })), "{error:?}");
            let error = outcome().after(Err(Error::NoFrames));
            assert!(matches!(error, Err(Error::NoFrames)), "{error:?}");
        }
    }
}
