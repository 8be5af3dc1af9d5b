//! Rows cut into groups of pictures. The borders follow from the group's length and the number of
//! frames alone: never from the workers, the machine or the clock.

use crate::{Error, Result};
use std::mem;

/// A group of pictures still to be drawn: one row of parameters for each frame.
pub(crate) struct Group<P> {
    pub(crate) index: usize,
    /// Its first frame's place in the video.
    pub(crate) first: usize,
    pub(crate) rows: Vec<P>,
}

/// Frames in a unit of work when every frame is a keyframe of its own.
const ALL_INTRA_GROUP: usize = 30;

/// How many frames are drawn and encoded as one, for keyframes every `gop` frames.
pub(crate) fn group_length(gop: usize) -> usize {
    if gop == 1 { ALL_INTRA_GROUP } else { gop }
}

/// Takes rows lazily: two beyond the group that is asked for, because a last single row joins it.
pub(crate) struct Groups<P, R> {
    rows: R,
    length: usize,
    ahead: Vec<P>,
    ended: bool,
    failure: Option<(usize, Error)>,
    next_index: usize,
    next_frame: usize,
}

impl<P, R: Iterator<Item = Result<P>>> Groups<P, R> {
    pub(crate) fn new(rows: R, gop: usize) -> Self {
        Self {
            rows,
            length: group_length(gop),
            ahead: Vec::new(),
            ended: false,
            failure: None,
            next_index: 0,
            next_frame: 0,
        }
    }

    /// Whether there is not a single frame. Takes the first rows.
    pub(crate) fn is_empty(&mut self) -> bool {
        self.look_ahead();
        self.ahead.is_empty() && self.failure.is_none()
    }

    /// The next group. After the last one, or when a row could not be read: none.
    pub(crate) fn next(&mut self) -> Option<Group<P>> {
        self.look_ahead();
        if self.ahead.is_empty() {
            return None;
        }
        let rest = match self.ahead.len() {
            all if all <= self.length.saturating_add(1) => Vec::new(),
            _ => self.ahead.split_off(self.length),
        };
        let rows = mem::replace(&mut self.ahead, rest);
        let group = Group { index: self.next_index, first: self.next_frame, rows };
        self.next_index += 1;
        self.next_frame += group.rows.len();
        Some(group)
    }

    /// The row that could not be read, as the frame it was meant for, and why.
    pub(crate) fn take_failure(&mut self) -> Option<(usize, Error)> {
        self.failure.take()
    }

    /// Where the groups' rows come from.
    pub(crate) fn rows(&mut self) -> &mut R {
        &mut self.rows
    }

    /// The rows themselves, when all groups are taken.
    pub(crate) fn into_rows(self) -> R {
        self.rows
    }

    fn look_ahead(&mut self) {
        while !self.ended && self.ahead.len() < self.length.saturating_add(2) {
            match self.rows.next() {
                Some(Ok(row)) => self.ahead.push(row),
                Some(Err(error)) => {
                    self.failure = Some((self.next_frame + self.ahead.len(), error));
                    self.ended = true;
                }
                None => self.ended = true,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(frames: usize, gop: usize) -> Vec<usize> {
        let mut groups = Groups::new((0..frames).map(Ok), gop);
        let mut lengths = Vec::new();
        while let Some(group) = groups.next() {
            assert_eq!(group.index, lengths.len());
            assert_eq!(group.first, lengths.iter().sum::<usize>());
            assert_eq!(group.rows.first(), Some(&group.first));
            lengths.push(group.rows.len());
        }
        lengths
    }

    #[test]
    fn borders_follow_from_gop_and_frames() {
        assert_eq!(lengths(1, 30), [1]);
        assert_eq!(lengths(29, 30), [29]);
        assert_eq!(lengths(30, 30), [30]);
        assert_eq!(lengths(32, 30), [30, 2]);
        assert_eq!(lengths(61, 30), [30, 31]);
        assert_eq!(lengths(90, 30), [30, 30, 30]);
        assert_eq!(lengths(90, usize::MAX), [90]);
        assert!(lengths(0, 30).is_empty());
    }

    #[test]
    fn a_last_single_frame_joins_the_group_before_it() {
        assert_eq!(lengths(31, 30), [31]);
        assert_eq!(lengths(5, 2), [2, 3]);
        assert_eq!(lengths(61, 1), [30, 31]);
    }

    #[test]
    fn keyframes_only_still_make_groups() {
        assert_eq!(lengths(65, 1), [30, 30, 5]);
    }

    #[test]
    fn rows_are_taken_two_beyond_the_group() {
        let mut taken = 0;
        let rows = (0..100).map(Ok).inspect(|_| taken += 1);
        let mut groups = Groups::new(rows, 10);
        groups.next();
        groups.next();
        drop(groups);
        assert_eq!(taken, 22);
    }

    #[test]
    fn a_bad_row_ends_the_groups_and_is_known_by_its_frame() {
        let bad = |row: usize| match row {
            24 => Err(Error::NoFrames),
            25.. => unreachable!("asked again after an error"),
            _ => Ok(row),
        };
        let mut groups = Groups::new((0..).map(bad), 10);
        let lengths: Vec<_> =
            std::iter::from_fn(|| groups.next()).map(|group| group.rows.len()).collect();
        assert_eq!(lengths, [10, 10, 4]);
        assert_eq!(groups.take_failure().map(|(frame, _)| frame), Some(24));
    }
}
