//! The parts of a video while it is rendered: what there is of them, and what is added.

use super::{
    folder::PartsFolder,
    letters::{self, LettersFile},
    plan::PlanFile,
    record::{GroupKey, Look},
    rows::RowDigest,
    segment::{Segment, failed},
    shares::SharePart,
    status::StatusWriter,
    store::Store,
};
use crate::{
    Error, Result,
    caught::{Quiet, caught},
    encode::{EncodeSettings, EncodedGroup},
    fonts::{FontUse, VideoFont},
    groups::Group,
};
use std::{
    collections::{BTreeSet, HashMap},
    io,
};

/// The label of segments that a whole render writes; those of shares have their numbers.
pub(super) const WHOLE: &str = "all";

/// Takes in a row.
pub(crate) type HashRow<P> = fn(&P, &mut RowDigest);

/// What groups are known by. `P`: a row of parameters.
pub(super) struct Keys<P> {
    hash: HashRow<P>,
    /// Of the row of frame 0: what it settles is seen in all frames.
    first: Option<u128>,
    /// Groups and frames that are left out at the beginning.
    before: (usize, usize),
}

impl<P> Keys<P> {
    pub(super) fn new(hash: HashRow<P>, before: (usize, usize)) -> Self {
        Self { hash, first: None, before }
    }

    /// Takes note of the row of frame 0, where that is in no group.
    pub(super) fn begin(&mut self, first: Option<&P>) {
        self.first = first.map(|row| digest(self.hash, [row]));
    }

    pub(super) fn of(&mut self, group: &Group<Quiet<P>>) -> GroupKey {
        let (hash, rows) = (self.hash, group.rows.iter().map(|row| &**row));
        let of_first = *self.first.get_or_insert_with(|| digest(hash, rows.clone().take(1)));
        GroupKey {
            index: self.before.0 + group.index,
            first: self.before.1 + group.first,
            frames: group.rows.len(),
            rows: digest(hash, rows) ^ of_first.rotate_left(1),
        }
    }
}

/// `P`: a row of parameters.
pub(crate) struct Parts<P> {
    folder: PartsFolder,
    store: Store,
    segment: Option<Segment>,
    letters: LettersFile,
    keys: Keys<P>,
    /// Groups that are being rendered.
    missing: HashMap<usize, GroupKey>,
    /// Frames of those that are there.
    found: usize,
    /// Of one share: which one, and who hears of it.
    share: Option<(SharePart, StatusWriter)>,
    /// Without any group in it, nobody has use for the folder.
    removes_folder: bool,
}

impl<P> Parts<P> {
    /// Those of a render that goes on where another one of the same video has ended.
    pub(crate) fn of_whole(folder: PartsFolder, plan: PlanFile, hash: HashRow<P>) -> Result<Self> {
        let fingerprint = plan.fingerprint();
        let is_shared = plan.put_or_replace(&folder)?.shares.is_some();
        let keys = Keys::new(hash, (0, 0));
        let mut parts = Self::begin_at(folder, (&[], WHOLE), fingerprint, keys, None)?;
        parts.removes_folder = !is_shared;
        Ok(parts)
    }

    /// Those of one share of a plan, and of whole renders of it.
    pub(crate) fn of_share(
        folder: PartsFolder,
        plan: &PlanFile,
        hash: HashRow<P>,
        part: SharePart,
        status: StatusWriter,
    ) -> Result<Self> {
        let label = part.number.to_string();
        let keys = Keys::new(hash, (part.groups.start, part.places.start));
        let (labels, share) = ([&label[..], WHOLE], Some((part, status)));
        Self::begin_at(folder, (&labels, &label), plan.fingerprint(), keys, share)
    }

    fn begin_at(
        folder: PartsFolder,
        (labels, label): (&[&str], &str),
        fingerprint: u128,
        keys: Keys<P>,
        share: Option<(SharePart, StatusWriter)>,
    ) -> Result<Self> {
        let mut store = Store::scan(&folder, labels, fingerprint)?;
        if let Some((part, _)) = &share {
            store.retain(&part.groups);
        }
        store.verify()?;
        letters::check(&folder)?;
        let letters = LettersFile::new(label);
        let segment = Some(Segment::create(folder.path(), label, fingerprint)?);
        let (missing, removes_folder) = (HashMap::new(), false);
        let found = 0;
        Ok(Self { folder, store, segment, letters, keys, missing, found, share, removes_folder })
    }

    /// How long the groups are, where that is planned.
    pub(crate) fn lengths(&self) -> Option<Vec<usize>> {
        self.share.as_ref().map(|(part, _)| part.lengths.clone())
    }

    /// Takes note of the row of frame 0, where that is in no group.
    pub(crate) fn begin(&mut self, first: Option<&P>) {
        self.keys.begin(first);
    }

    /// Whether the group is there. If not, it is to be [kept](Self::keep).
    pub(crate) fn find(&mut self, group: &Group<Quiet<P>>) -> Option<GroupKey> {
        let key = self.keys.of(group);
        if self.store.has(key) {
            self.count(key.frames);
            self.found += key.frames;
            return Some(key);
        }
        if self.store.has_other_rows(key) {
            let GroupKey { first, frames, .. } = key;
            tracing::warn!(first, frames, "rendered again: the parameters are others than before");
        }
        self.missing.insert(group.index, key);
        None
    }

    /// How many frames were [found](Self::find).
    pub(crate) fn found(&self) -> usize {
        self.found
    }

    fn count(&mut self, frames: usize) {
        if let Some((_, status)) = &mut self.share {
            status.count(frames);
        }
    }

    /// The fonts that what is kept has letters from.
    pub(crate) fn fonts(&self) -> Result<BTreeSet<VideoFont>> {
        letters::fonts_of(&self.folder)
    }

    /// Keeps a group that was rendered. `used`: what it and those before have letters from.
    pub(crate) fn keep(
        &mut self,
        index: usize,
        used: FontUse,
        settings: &EncodeSettings,
        group: &EncodedGroup,
    ) -> Result<()> {
        self.letters.put(used, &self.folder)?;
        if let (Some(key), Some(segment)) = (self.missing.remove(&index), &mut self.segment) {
            segment.append(key, Look::of(settings), group)?;
            self.count(key.frames);
        }
        Ok(())
    }

    /// A group that was [found](Self::find).
    pub(crate) fn load(&mut self, key: GroupKey) -> Result<(Look, EncodedGroup)> {
        self.store.load(key)?.ok_or_else(|| {
            let message = format!("group {} was damaged meanwhile; run it again", key.index);
            failed(self.folder.path(), io::Error::new(io::ErrorKind::InvalidData, message))
        })
    }

    /// Figures are of another size now, or of another kind.
    pub(crate) fn check_look(&self, now: Look) -> Result<()> {
        match self.store.look() {
            Some(there) if there != now => Err(self.folder.error(format!(
                "its pictures are {there} and would be {now} now; `--fresh`, or `.fresh(true)`, \
                 starts over"
            ))),
            _ => Ok(()),
        }
    }

    /// Makes what is there safe from a loss of power, and tells others of it, from time to time.
    pub(crate) fn look_after(&mut self) -> Result<()> {
        if let Some((_, status)) = &mut self.share {
            status.write_if_due()?;
        }
        self.segment.as_mut().map_or(Ok(()), Segment::sync_if_due)
    }

    /// All groups are there.
    pub(crate) fn done(mut self) -> Result<()> {
        letters::check(&self.folder)?;
        match self.share.take() {
            Some((part, status)) => {
                self.segment.as_mut().map_or(Ok(()), Segment::sync)?;
                status.done(part.frames())
            }
            None => {
                self.segment = None;
                // Windows may keep a name for as long as somebody reads its file, and the folder with it
                self.store.close();
                self.folder.clear_away();
                Ok(())
            }
        }
    }
}

impl<P> Drop for Parts<P> {
    fn drop(&mut self) {
        if let Some(segment) = &mut self.segment {
            // what went wrong is told already, or nothing was at stake
            let _ = segment.sync();
        }
        self.segment = None;
        if self.removes_folder {
            self.folder.remove_if_useless();
        }
    }
}

fn digest<'r, P: 'r>(hash: HashRow<P>, rows: impl IntoIterator<Item = &'r P>) -> u128 {
    let mut digest = RowDigest::default();
    for row in rows {
        // the user's own code
        let hashed = caught(
            || {
                let mut digest = digest.clone();
                hash(row, &mut digest);
                Ok(digest)
            },
            |message| Error::argument("params", message),
        );
        match hashed {
            Ok(hashed) => digest = hashed,
            Err(_) => digest.add_unknown(),
        }
    }
    digest.finish()
}
