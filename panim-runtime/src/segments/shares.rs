//! How a plan's groups are shared out: whole groups, one after the other, as evenly as they can be.

use super::plan::PlanFile;
use crate::groups::Groups;
use std::{iter, ops::Range};

/// What one share renders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SharePart {
    pub(crate) number: usize,
    pub(crate) groups: Range<usize>,
    /// Its frames' places in the video.
    pub(crate) places: Range<usize>,
    /// How long its groups are.
    pub(crate) lengths: Vec<usize>,
}

impl SharePart {
    pub(crate) fn frames(&self) -> usize {
        self.places.len()
    }
}

/// How long the groups of so many frames are: so many frames, so often.
pub(super) fn runs(frames: usize, gop: Option<usize>) -> Vec<(usize, usize)> {
    let mut groups = Groups::new(iter::repeat_n((), frames).map(Ok), gop);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    while let Some(group) = groups.next() {
        match runs.last_mut() {
            Some((length, count)) if *length == group.rows.len() => *count += 1,
            _ => runs.push((group.rows.len(), 1)),
        }
    }
    runs
}

impl PlanFile {
    /// Shared out between so many.
    pub(crate) fn shared(self, frames: usize, shares: usize, gop: Option<usize>) -> Self {
        let groups = Some(runs(frames, gop));
        Self { frames: Some(frames), groups, shares: Some(shares), ..self }
    }

    /// How long each group is.
    pub(super) fn lengths(&self) -> impl Iterator<Item = usize> {
        let runs = self.groups.iter().flatten();
        runs.flat_map(|&(length, count)| iter::repeat_n(length, count))
    }

    pub(crate) fn group_count(&self) -> usize {
        self.groups.iter().flatten().map(|(_, count)| count).sum()
    }

    /// All shares.
    pub(crate) fn all_shares(&self) -> impl Iterator<Item = SharePart> {
        let (shares, groups) = (self.shares.unwrap_or(1), self.group_count());
        let border = move |share| (groups as u128 * share as u128 / shares as u128) as usize;
        let (mut lengths, mut first) = (self.lengths(), 0);
        (0..shares).map(move |number| {
            let groups = border(number)..border(number + 1);
            let lengths: Vec<_> = lengths.by_ref().take(groups.len()).collect();
            let places = first..first + lengths.iter().sum::<usize>();
            first = places.end;
            SharePart { number, groups, places, lengths }
        })
    }
}

/// Numbers in order as people and schedulers write them: `3,7-9`.
pub(super) fn listed(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    let runs: Vec<_> = runs
        .map(|run| match run {
            [first, .., last] => format!("{first}-{last}"),
            one => one.iter().map(ToString::to_string).collect(),
        })
        .collect();
    runs.join(",")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{output::OutputFormat, settings::Settings};

    #[test]
    fn shares_are_whole_groups_and_all_of_them() {
        for (frames, gop) in [(1, None), (60, None), (1000, None), (65, Some(1)), (47, Some(5))] {
            for shares in [1, 2, 3, 7, 16, 100] {
                let settings = Settings { gop, ..Settings::default() };
                let plan = PlanFile::of(&settings, &OutputFormat::Mp4, &[], None).unwrap();
                let plan = plan.shared(frames, shares, gop);
                let (mut group, mut place, mut lengths) = (0, 0, Vec::new());
                let mut most = (usize::MAX, 0);
                for share in plan.all_shares() {
                    assert_eq!((share.groups.start, share.places.start), (group, place));
                    (group, place) = (share.groups.end, share.places.end);
                    most = (most.0.min(share.groups.len()), most.1.max(share.groups.len()));
                    lengths.extend(share.lengths);
                }
                assert_eq!((group, place), (plan.group_count(), frames));
                assert_eq!(lengths, plan.lengths().collect::<Vec<_>>());
                assert!(most.1 - most.0 <= 1, "{most:?}");
            }
        }
    }

    #[test]
    fn numbers_are_listed_in_runs() {
        for (numbers, expected) in [
            (&[3, 7, 8, 9][..], "3,7-9"),
            (&[], ""),
            (&[0], "0"),
            (&[0, 1], "0-1"),
            (&[1, 3, 5, 6], "1,3,5-6"),
        ] {
            assert_eq!(listed(numbers), expected);
        }
    }
}
