//! Rows cut into groups of pictures. The borders follow from the group's length and the number of
//! frames only: never from the workers, the machine or the clock.

use crate::{Error, Result};
use std::{mem, vec};

/// A group of pictures still to be drawn: one row of parameters for each frame.
pub(crate) struct Group<P> {
    pub(crate) index: usize,
    /// Its first frame's place in the video.
    pub(crate) first: usize,
    pub(crate) rows: Vec<P>,
}

/// Frames from one keyframe to the next at most, by default.
const LENGTH: usize = 30;

/// After so many groups they are longer, by default: there are enough of them for many workers, and of
/// a long video keyframes are a larger part than of a short one that is looked at as a whole.
const MANY: usize = 60;

/// Frames from one keyframe to the next from there on.
const LONG: usize = 60;

/// Frames in a unit of work when every frame is a keyframe of its own.
const ALL_INTRA_GROUP: usize = 30;

/// How many frames are drawn and encoded as one, for keyframes every `gop` frames.
fn group_length(gop: Option<usize>) -> usize {
    match gop {
        None => LENGTH,
        Some(1) => ALL_INTRA_GROUP,
        Some(gop) => gop,
    }
}

/// At most how many groups so many frames make.
#[cfg(feature = "video")]
pub(crate) fn most_groups(frames: usize, gop: Option<usize>) -> usize {
    let full = frames.div_ceil(group_length(gop));
    if gop.is_none() { full.next_multiple_of(2) } else { full }
}

/// Takes rows lazily: two beyond the group that is asked for, because a last single row joins it.
///
/// Where no length is told, groups come in pairs, and the last two or four of them share their rows
/// evenly: a short video keeps two workers or four busy to its end. How many rows are left is asked of
/// the rows; if they do not know, three groups of rows are taken in advance. From a certain group on they
/// are longer.
pub(crate) struct Groups<P, R> {
    rows: R,
    length: usize,
    sharing: Option<Sharing>,
    /// How long each group is, where that is planned.
    planned: Option<vec::IntoIter<usize>>,
    ahead: Vec<P>,
    ended: bool,
    failure: Option<(usize, Error)>,
    next_index: usize,
    next_frame: usize,
}

/// Groups that share rows evenly.
struct Sharing {
    /// Rows in them, and how many groups.
    rows: usize,
    groups: usize,
    /// Rows after them, if that is known.
    left: Option<usize>,
}

impl<P, R: Iterator<Item = Result<P>>> Groups<P, R> {
    pub(crate) fn new(rows: R, gop: Option<usize>) -> Self {
        let (least, most) = rows.size_hint();
        let left = most.filter(|&most| most == least);
        Self {
            rows,
            length: group_length(gop),
            sharing: gop.is_none().then_some(Sharing { rows: 0, groups: 0, left }),
            planned: None,
            ahead: Vec::new(),
            ended: false,
            failure: None,
            next_index: 0,
            next_frame: 0,
        }
    }

    /// Groups of these lengths, and none behind them.
    pub(crate) fn planned(rows: R, lengths: Vec<usize>) -> Self {
        Self { planned: Some(lengths.into_iter()), ..Self::new(rows, None) }
    }

    /// Whether there are rows that belong to no group, when all planned ones are taken.
    pub(crate) fn has_more(&mut self) -> bool {
        self.look_ahead(1);
        !self.ahead.is_empty()
    }

    /// Whether there is a frame. Takes the first row, and ends with its error if it cannot be read:
    /// then there is nothing to begin with.
    pub(crate) fn have_any(&mut self) -> Result<()> {
        self.look_ahead(1);
        match self.failure.take() {
            None if self.ahead.is_empty() => Err(Error::NoFrames),
            Some((0, error)) => Err(error),
            failure => {
                self.failure = failure;
                Ok(())
            }
        }
    }

    /// The next group. After the last one, or when a row could not be read: none.
    pub(crate) fn next(&mut self) -> Option<Group<P>> {
        let length = match (&mut self.planned, self.sharing.take()) {
            (Some(lengths), _) => lengths.next()?,
            (None, Some(sharing)) => self.even_length(sharing),
            (None, None) => self.full_length(),
        };
        self.look_ahead(length);
        let rest = self.ahead.split_off(length.min(self.ahead.len()));
        let rows = mem::replace(&mut self.ahead, rest);
        if rows.is_empty() {
            return None;
        }
        let group = Group { index: self.next_index, first: self.next_frame, rows };
        self.next_index += 1;
        self.next_frame += group.rows.len();
        Some(group)
    }

    fn full_length(&mut self) -> usize {
        self.look_ahead(self.length.saturating_add(2));
        match self.ahead.len() {
            all if all <= self.length.saturating_add(1) => all,
            _ => self.length,
        }
    }

    fn even_length(&mut self, mut sharing: Sharing) -> usize {
        if sharing.groups == 0 {
            if self.next_index >= MANY {
                self.length = LONG;
            }
            let most = 3 * self.length;
            let left = sharing.left.take().filter(|&left| left > 0).unwrap_or_else(|| {
                self.look_ahead(most + 1);
                self.ahead.len()
            });
            (sharing.rows, sharing.groups) = match left {
                left if left > most => (2 * self.length, 2),
                left if left > 2 * self.length + 1 => (left, 4),
                left if left > self.length / 2 => (left, 2),
                left => (left, 1),
            };
            // more than are in advance is a count that the rows gave
            sharing.left = (left > most + 1).then(|| left - sharing.rows);
        }
        let length = sharing.rows / sharing.groups;
        sharing.rows -= length;
        sharing.groups -= 1;
        self.sharing = Some(sharing);
        length
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

    fn look_ahead(&mut self, rows: usize) {
        while !self.ended && self.ahead.len() < rows {
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
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lengths(frames: usize, gop: impl Into<Option<usize>>) -> Vec<usize> {
        lengths_of((0..frames).map(Ok), gop.into())
    }

    fn lengths_of(rows: impl Iterator<Item = Result<usize>>, gop: Option<usize>) -> Vec<usize> {
        let mut groups = Groups::new(rows, gop);
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
    fn without_a_gop_the_last_groups_share_their_rows() {
        assert!(lengths(0, None).is_empty());
        assert_eq!(lengths(15, None), [15]);
        assert_eq!(lengths(16, None), [8, 8]);
        assert_eq!(lengths(60, None), [30, 30]);
        assert_eq!(lengths(61, None), [30, 31]);
        assert_eq!(lengths(62, None), [15, 15, 16, 16]);
        assert_eq!(lengths(90, None), [22, 22, 23, 23]);
        assert_eq!(lengths(91, None), [30, 30, 15, 16]);
        assert_eq!(lengths(120, None), [30; 4]);
        assert_eq!(lengths(165, None), [30, 30, 30, 30, 22, 23]);
    }

    #[test]
    fn long_videos_have_longer_groups_behind_many_short_ones() {
        let short = |groups: usize| vec![LENGTH; groups];
        assert_eq!(lengths(1800, None), short(60));
        assert_eq!(lengths(1861, None), [short(60), vec![30, 31]].concat());
        assert_eq!(lengths(1920, None), [short(60), vec![60, 60]].concat());
        assert_eq!(lengths(3600, None), [short(60), vec![60; 30]].concat());
        assert_eq!(lengths(3600, 30), short(120));
    }

    #[test]
    fn rows_that_do_not_know_how_many_they_are_make_the_same_groups() {
        for frames in (0..400).chain((1750..2400).step_by(7)) {
            let mut next = 0;
            let unknown = std::iter::from_fn(|| {
                next += 1;
                (next <= frames).then(|| Ok(next - 1))
            });
            let known = lengths(frames, None);
            assert_eq!(lengths_of(unknown, None), known, "{frames} frames");
            assert_eq!(known.iter().sum::<usize>(), frames);
            assert!(known.len() <= most_groups(frames, None), "{known:?}");
            let most = |group: usize| if group < MANY { LENGTH } else { LONG };
            let is_short = |(group, &length): (usize, &usize)| length <= most(group) + 1;
            assert!(known.iter().enumerate().all(is_short), "{known:?}");
        }
    }

    #[test]
    fn rows_that_are_wrong_about_how_many_they_are_are_all_taken() {
        struct Wrong(std::ops::Range<usize>, usize);
        impl Iterator for Wrong {
            type Item = Result<usize>;
            fn next(&mut self) -> Option<Self::Item> {
                self.0.next().map(Ok)
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.1, Some(self.1))
            }
        }
        for told in [0, 1, 40, 100, 200, 1000] {
            assert_eq!(lengths_of(Wrong(0..160, told), None).iter().sum::<usize>(), 160);
        }
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
        let mut groups = Groups::new(rows, Some(10));
        groups.next();
        groups.next();
        drop(groups);
        assert_eq!(taken, 22);
    }

    #[test]
    fn rows_that_are_counted_are_not_taken_in_advance() {
        let mut taken = 0;
        let rows = (0..200).map(Ok).inspect(|_| taken += 1);
        let mut groups = Groups::new(rows, None);
        groups.have_any().unwrap();
        groups.next();
        groups.next();
        drop(groups);
        assert_eq!(taken, 60);
    }

    #[test]
    fn a_bad_row_ends_the_groups_and_is_known_by_its_frame() {
        let bad = |row: usize| match row {
            24 => Err(Error::NoFrames),
            25.. => unreachable!("asked again after an error"),
            _ => Ok(row),
        };
        let mut groups = Groups::new((0..).map(bad), Some(10));
        let lengths: Vec<_> =
            std::iter::from_fn(|| groups.next()).map(|group| group.rows.len()).collect();
        assert_eq!(lengths, [10, 10, 4]);
        assert_eq!(groups.take_failure().map(|(frame, _)| frame), Some(24));
    }
}
