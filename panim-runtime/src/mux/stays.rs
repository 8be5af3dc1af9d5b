//! Pictures that stay for as many frames as show them.

use std::ops::Range;

/// A picture, and the frames for which it stays.
pub(super) type Stay = (Vec<u8>, Range<usize>);

/// The frames so far, of which the last picture may stay for more.
#[derive(Default)]
pub(super) struct Stays {
    frames: usize,
    /// With the first frame that shows it.
    last: Option<(Vec<u8>, usize)>,
}

impl Stays {
    /// Takes the next frame's picture, with nothing in it if the one before stays. What ends with that.
    pub(super) fn next(&mut self, picture: &[u8]) -> Option<Stay> {
        let ended = if picture.is_empty() { None } else { self.end() };
        if !picture.is_empty() {
            self.last = Some((picture.to_vec(), self.frames));
        }
        self.frames += 1;
        ended
    }

    /// The last picture, when there are no more frames of it.
    pub(super) fn end(&mut self) -> Option<Stay> {
        self.last.take().map(|(picture, first)| (picture, first..self.frames))
    }
}
