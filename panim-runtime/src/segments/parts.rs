//! The parts of a video while it is rendered: what there is of them, and what is added.

use super::{
    folder::PartsFolder,
    plan::PlanFile,
    record::{GroupKey, Look},
    rows::RowDigest,
    segment::{Segment, failed},
    store::Store,
};
use crate::{
    Result,
    caught::{Quiet, caught},
    encode::{EncodeSettings, EncodedGroup},
    groups::Group,
};
use std::{collections::HashMap, io};

/// The label of segments that a whole render writes; those of shares have their numbers.
pub(super) const WHOLE: &str = "all";

/// Takes in a row.
pub(crate) type HashRow<P> = fn(&P, &mut RowDigest);

/// `P`: a row of parameters.
pub(crate) struct Parts<P> {
    folder: PartsFolder,
    store: Store,
    segment: Option<Segment>,
    hash: HashRow<P>,
    /// Of the row of frame 0: what it settles is seen in all frames.
    first: Option<u128>,
    /// Groups that are being rendered.
    keys: HashMap<usize, GroupKey>,
}

impl<P> Parts<P> {
    /// Those of a render that goes on where another one of the same video has ended.
    pub(crate) fn of_whole(folder: PartsFolder, plan: PlanFile, hash: HashRow<P>) -> Result<Self> {
        let fingerprint = plan.fingerprint();
        plan.put(&folder)?;
        let mut store = Store::scan(&folder, &[], fingerprint)?;
        store.verify()?;
        let segment = Segment::create(folder.path(), WHOLE, fingerprint)?;
        let (first, keys) = (None, HashMap::new());
        Ok(Self { folder, store, segment: Some(segment), hash, first, keys })
    }

    /// Takes note of the row of frame 0, where that is in no group.
    pub(crate) fn begin(&mut self, first: Option<&P>) {
        self.first = first.map(|row| digest(self.hash, [row]));
    }

    /// Whether the group is there. If not, it is to be [kept](Self::keep).
    pub(crate) fn find(&mut self, group: &Group<Quiet<P>>) -> Option<GroupKey> {
        let Group { index, first, ref rows } = *group;
        let hash = self.hash;
        let of_first = *self
            .first
            .get_or_insert_with(|| digest(hash, rows.first().into_iter().map(|row| &**row)));
        let rows_hash = digest(hash, rows.iter().map(|row| &**row));
        let key = GroupKey {
            index,
            first,
            frames: rows.len(),
            rows: rows_hash ^ of_first.rotate_left(1),
        };
        if self.store.has(key) {
            return Some(key);
        }
        if self.store.has_other_rows(key) {
            let frames = rows.len();
            tracing::warn!(first, frames, "rendered again: the parameters are others than before");
        }
        self.keys.insert(index, key);
        None
    }

    /// Keeps a group that was rendered.
    pub(crate) fn keep(
        &mut self,
        index: usize,
        settings: &EncodeSettings,
        group: &EncodedGroup,
    ) -> Result<()> {
        match (self.keys.remove(&index), &mut self.segment) {
            (Some(key), Some(segment)) => segment.append(key, Look::of(settings), group),
            _ => Ok(()),
        }
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

    /// Makes what is there safe from a loss of power, from time to time.
    pub(crate) fn look_after(&mut self) -> Result<()> {
        self.segment.as_mut().map_or(Ok(()), Segment::sync_if_due)
    }

    /// The video is whole, and needs none of them any more.
    pub(crate) fn remove(mut self) -> Result<()> {
        self.segment = None;
        self.folder.remove()
    }
}

impl<P> Drop for Parts<P> {
    fn drop(&mut self) {
        if let Some(segment) = &mut self.segment {
            // what went wrong is told already, or nothing was at stake
            let _ = segment.sync();
        }
        self.segment = None;
        self.folder.remove_if_useless();
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
            |message| crate::Error::argument("params", message),
        );
        match hashed {
            Ok(hashed) => digest = hashed,
            Err(_) => digest.add_unknown(),
        }
    }
    digest.finish()
}
