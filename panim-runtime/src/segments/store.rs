//! Which encoded groups there are, in all segments of a folder.

use super::{
    folder::PartsFolder,
    record::{GroupKey, Look},
    segment::{GroupPlace, SegmentReader},
};
use crate::{Result, encode::EncodedGroup};
use std::{cmp::Ordering, collections::HashMap, ops::Range, path::PathBuf};

/// The groups of one plan. One segment is open at a time, and one group in memory.
pub(super) struct Store {
    fingerprint: u128,
    files: Vec<PathBuf>,
    /// By their keys. Several processes may have rendered the same one.
    groups: Vec<Found>,
    open: Option<(usize, SegmentReader)>,
}

#[derive(Clone, Copy)]
struct Found {
    file: usize,
    place: GroupPlace,
}

impl Found {
    fn key(&self) -> GroupKey {
        self.place.head.key
    }

    fn order(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Store {
    /// Those of the segments whose names begin with one of these labels; no label: of all.
    pub(super) fn scan(folder: &PartsFolder, labels: &[&str], fingerprint: u128) -> Result<Self> {
        let files = folder.segments(labels)?;
        let mut groups = Vec::new();
        for (file, path) in files.iter().enumerate() {
            let Some(mut reader) = SegmentReader::open(path, fingerprint)? else {
                tracing::warn!(segment = %path.display(), "left out: it is none of these parts'");
                continue;
            };
            groups.extend(reader.places()?.into_iter().map(|place| Found { file, place }));
        }
        groups.sort_by(Found::order);
        Ok(Self { fingerprint, files, groups, open: None })
    }

    /// Keeps groups with these numbers alone.
    pub(super) fn retain(&mut self, indices: &Range<usize>) {
        self.groups.retain(|found| indices.contains(&found.key().index));
    }

    /// Reads all of them, and keeps those that are whole, one of each.
    pub(super) fn verify(&mut self) -> Result<()> {
        let mut groups = std::mem::take(&mut self.groups);
        // in the order in which they lie on the disk
        groups.sort_by_key(|found| (found.file, found.place.body));
        let mut whole = Vec::with_capacity(groups.len());
        for found in groups {
            match self.read(&found)? {
                Some(_) => whole.push(found),
                None => {
                    let segment = self.files[found.file].display();
                    let group = found.key().index;
                    tracing::warn!(%segment, group, "a damaged group is rendered again");
                }
            }
        }
        whole.sort_by(Found::order);
        whole.dedup_by_key(|found| found.key());
        self.groups = whole;
        Ok(())
    }

    /// Lets go of the file that was read last.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// How large the pictures are, and of what kind.
    pub(super) fn look(&self) -> Option<Look> {
        self.groups.first().map(|found| found.place.head.look)
    }

    pub(super) fn has(&self, key: GroupKey) -> bool {
        self.groups.binary_search_by(|found| found.key().cmp(&key)).is_ok()
    }

    /// Whether these frames are there, made of other rows.
    pub(super) fn has_other_rows(&self, key: GroupKey) -> bool {
        self.with_any_rows(key).is_some_and(|found| found != key)
    }

    /// The same frames, made of whatever rows.
    pub(super) fn with_any_rows(&self, key: GroupKey) -> Option<GroupKey> {
        let any = |rows| GroupKey { rows, ..key };
        let from = self.groups.partition_point(|found| found.key() < any(0));
        self.groups.get(from).map(Found::key).filter(|found| *found == any(found.rows))
    }

    /// How long groups are, by their numbers.
    pub(super) fn lengths_by_index(&self) -> HashMap<usize, usize> {
        self.groups.iter().map(|found| (found.key().index, found.key().frames)).collect()
    }

    /// All keys, in order; one may come twice.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = GroupKey> {
        self.groups.iter().map(Found::key)
    }

    /// A group that is there and whole.
    pub(super) fn load(&mut self, key: GroupKey) -> Result<Option<(Look, EncodedGroup)>> {
        let first = self.groups.partition_point(|found| found.key() < key);
        let found = self.groups[first..].iter().take_while(|found| found.key() == key);
        for found in found.copied().collect::<Vec<_>>() {
            if let Some(group) = self.read(&found)? {
                return Ok(Some((found.place.head.look, group)));
            }
        }
        Ok(None)
    }

    fn read(&mut self, found: &Found) -> Result<Option<EncodedGroup>> {
        if self.open.as_ref().is_none_or(|(file, _)| *file != found.file) {
            self.open = None;
            let opened = SegmentReader::open(&self.files[found.file], self.fingerprint)?;
            self.open = opened.map(|reader| (found.file, reader));
        }
        match &mut self.open {
            Some((_, reader)) => reader.load(&found.place),
            None => Ok(None),
        }
    }
}
