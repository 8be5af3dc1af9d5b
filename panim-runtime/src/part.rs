//! A part of the frames: which ones, under the numbers that they have in the whole.

mod chosen;
mod first;
mod range;

pub(crate) use chosen::{Chosen, total};
pub(crate) use first::{FirstRow, draw_apart};
pub(crate) use range::{FrameAt, FrameRange, RangeEnd};

use std::num::NonZeroUsize;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    pub(crate) range: FrameRange,
    /// Every so many frames one, from the first of the range.
    pub(crate) step: NonZeroUsize,
}

impl Default for Selection {
    fn default() -> Self {
        Self { range: FrameRange::default(), step: NonZeroUsize::MIN }
    }
}

/// The frames' numbers in the whole, by their places in the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) first: usize,
    pub(crate) step: NonZeroUsize,
}

impl Numbers {
    pub(crate) fn of(self, place: usize) -> usize {
        self.first + place * self.step.get()
    }

    /// The number in a whole video of every so many frames.
    pub(crate) fn among_its_kind(self, place: usize) -> usize {
        self.first / self.step.get() + place
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self { first: 0, step: NonZeroUsize::MIN }
    }
}
