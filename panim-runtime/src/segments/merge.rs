//! Puts a video together from the groups that shares have rendered.

use super::{
    folder::PartsFolder,
    parts::{HashRow, Keys},
    plan::PlanFile,
    record::{GroupKey, Look},
    shares::listed,
    status::{self, ShareState},
    store::Store,
};
use crate::{
    Error, Result,
    caught::Quiet,
    encode::{EncodeSettings, Encoders},
    groups::Groups,
    mux::{Container, Written},
    params::Rows,
    part::Chosen,
    settings::Settings,
};

/// The groups of a plan, one of each, as far as they are there.
pub(crate) struct Merge<'p> {
    folder: &'p PartsFolder,
    plan: &'p PlanFile,
    store: Store,
    /// Numbers of shares of which something is missing or damaged.
    missing: Vec<usize>,
    /// What is known of some of them.
    stale: Vec<String>,
    keys: Vec<GroupKey>,
}

impl<'p> Merge<'p> {
    /// Looks whether all groups are there, made of these rows. It is not looked at the rows where each
    /// takes the one before: they follow from the program.
    pub(crate) fn prepare<P, R: Rows<P>>(
        folder: &'p PartsFolder,
        plan: &'p PlanFile,
        rows: &mut Chosen<P, R>,
        hash: HashRow<P>,
    ) -> Result<Self> {
        let store = Store::scan(folder, &[], plan.fingerprint())?;
        let mut merge =
            Self { folder, plan, store, missing: Vec::new(), stale: Vec::new(), keys: Vec::new() };
        if rows.are_stepped() {
            merge.keys = plan
                .lengths()
                .scan((0, 0), |(index, first), frames| {
                    let key = GroupKey { index: *index, first: *first, frames, rows: 0 };
                    (*index, *first) = (*index + 1, *first + frames);
                    Some(key)
                })
                .map(|key| merge.store.with_any_rows(key).unwrap_or(key))
                .collect();
        } else {
            let mut keys = Keys::new(hash, (0, 0));
            if let Some(first) = rows.take_first() {
                first.with_row(|row| keys.begin(row));
            }
            let rows = rows.by_ref().map(|row| row.map(Quiet::new));
            let mut groups = Groups::planned(rows, plan.lengths().collect());
            while let Some(group) = groups.next() {
                merge.keys.push(keys.of(&group));
            }
            if let Some((_, error)) = groups.take_failure() {
                return Err(error);
            }
            if groups.has_more() {
                let frames = plan.frames.unwrap_or_default();
                return Err(folder.error(format!(
                    "the parameters are for more frames than the {frames} that were planned; plan \
                     again with `--fresh`, or `.fresh(true)`"
                )));
            }
            let now = merge.keys.iter().map(|key| key.frames).sum();
            if let Some(planned) = plan.frames.filter(|planned| *planned != now) {
                return Err(folder.other_count(planned, now));
            }
        }
        for part in plan.all_shares() {
            let keys = merge.keys.get(part.groups.clone()).unwrap_or_default();
            let mut missing = keys.iter().filter(|&&key| !merge.store.has(key)).peekable();
            if missing.peek().is_none() {
                continue;
            }
            if missing.any(|&key| merge.store.has_other_rows(key)) {
                let share = part.number;
                merge.stale.push(format!("share {share}: its parameters have changed"));
            }
            merge.missing.push(part.number);
        }
        merge.check()?;
        Ok(merge)
    }

    /// Writes all of them, in order. `wrote`: so many frames more are written, and whether to go on.
    pub(crate) fn write(
        mut self,
        mut container: Box<dyn Container>,
        encoders: &Encoders,
        settings: &Settings,
        mut wrote: impl FnMut(usize) -> Result<()>,
    ) -> Result<Written> {
        let mut encoding: Option<(Look, EncodeSettings)> = None;
        for part in self.plan.all_shares() {
            for index in part.groups {
                let key = self.keys[index];
                let Some((look, mut group)) = self.store.load(key)? else {
                    if self.missing.last() != Some(&part.number) {
                        self.missing.push(part.number);
                        let share = part.number;
                        self.stale.push(format!("share {share}: a part of it is damaged"));
                    }
                    continue;
                };
                let (before, encoding) =
                    encoding.get_or_insert_with(|| (look, settings.encoding_of(look)));
                if *before != look {
                    return Err(self.folder.error(format!(
                        "share {} has pictures of {look}, where others have {before}; \
                         `#[setup]` has to make the same figure everywhere",
                        part.number
                    )));
                }
                // the others are looked at all the same, to tell all that is missing
                if self.missing.is_empty() {
                    encoders.complete(index, &mut group, encoding)?;
                    container.write(&group, encoding)?;
                }
                wrote(key.frames)?;
            }
        }
        self.check()?;
        container.finish()
    }

    /// An error that says what is missing.
    fn check(&self) -> Result<()> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let failed = status::all(self.folder, self.plan)?
            .into_iter()
            .filter(|it| it.state == ShareState::Failed && self.missing.contains(&it.share))
            .map(|it| format!("share {}: {}", it.share, it.message.unwrap_or_default()))
            .collect();
        Err(Error::Missing {
            path: self.folder.path().into(),
            shares: listed(&self.missing),
            failed,
            stale: self.stale.clone(),
        })
    }
}
