//! What happens in a round, by its seed.

use crate::{Error, Result};
use fastrand::Rng;
use std::panic::resume_unwind;

/// What happens in a round.
#[derive(Debug)]
pub(super) struct StressPlan {
    pub(super) seed: u64,
    pub(super) workers: usize,
    /// Of each group, in frames.
    pub(super) groups: Vec<usize>,
    pub(super) in_flight: usize,
    pub(super) encoders: Option<usize>,
    pub(super) pictures: Option<usize>,
    pub(super) is_open: bool,
    /// What goes wrong, by frame; and a frame that has no row.
    pub(super) faults: Vec<Option<Fault>>,
    pub(super) no_row: Option<usize>,
    /// The worker whose setup fails.
    pub(super) bad_setup: Option<usize>,
    /// Cancelled when so many groups are written.
    pub(super) cancel: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fault {
    Drawing,
    Opening,
    Encoding,
    Finishing,
    /// In code of our own: a worker is lost.
    Panic,
}

impl StressPlan {
    pub(super) fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let workers = rng.usize(1..=6);
        let groups: Vec<_> = (0..rng.usize(1..=9)).map(|_| rng.usize(1..=8)).collect();
        let frames: usize = groups.iter().sum();
        let mut faults = vec![None; frames];
        if rng.u8(..4) == 0 {
            for _ in 0..rng.usize(1..=3) {
                let kinds = [Fault::Drawing, Fault::Opening, Fault::Encoding, Fault::Finishing];
                faults[rng.usize(..frames)] = rng.choice(kinds);
            }
        }
        if rng.u8(..50) == 0 && workers > 1 {
            faults[rng.usize(..frames)] = Some(Fault::Panic);
        }
        let mut now_and_then = |of: u8, most: usize| (rng.u8(..of) == 0).then(|| rng.usize(..most));
        Self {
            seed,
            workers,
            in_flight: now_and_then(3, 2 * workers).map_or(2 * workers, |most| most + 1),
            encoders: now_and_then(3, 4).map(|most| most + 1),
            pictures: now_and_then(3, 2 * workers).map(|most| most + 1),
            is_open: now_and_then(3, 1).is_some(),
            faults,
            no_row: now_and_then(12, frames),
            bad_setup: now_and_then(50, workers),
            cancel: now_and_then(8, groups.len()),
            groups,
        }
    }

    /// Its last frame's number, if it is that of a group.
    pub(super) fn group_of(&self, frame: usize) -> (usize, usize) {
        let mut first = 0;
        for &length in &self.groups {
            if frame < first + length {
                return (first, length);
            }
            first += length;
        }
        unreachable!("frame {frame} of {:?}", self.groups)
    }

    /// The fault of this kind at this frame, as its error.
    pub(super) fn check(&self, frame: usize, kind: Fault) -> Result<()> {
        match self.faults[frame] {
            Some(fault) if fault == kind => Err(Error::NoSuchFrame { frame, frames: 0 }),
            Some(Fault::Panic) if kind == Fault::Encoding => resume_unwind(Box::new("lost")),
            _ => Ok(()),
        }
    }

    /// The frame that is reported.
    pub(super) fn failure(&self) -> Option<usize> {
        let told = |(frame, fault): (usize, &Option<Fault>)| {
            let (first, length) = self.group_of(frame);
            match (*fault)? {
                Fault::Opening => (frame == first).then_some(frame),
                Fault::Finishing => {
                    let end = self.no_row.map_or(first + length, |row| row.min(first + length));
                    (frame + 1 == end).then_some(frame)
                }
                _ => Some(frame),
            }
        };
        let faults = self.faults.iter().enumerate().filter_map(told);
        faults.chain(self.no_row).min()
    }
}
