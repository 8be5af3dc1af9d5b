//! What stays on the conductor's thread: rows, the file, and who hears of it.

use crate::{
    Result,
    bench::raw_frames,
    caught::Quiet,
    groups::{Group, Groups},
    interrupt::Running,
    mux::{self, Container},
    output::{OutputFormat, Target},
    params::Rows,
    part::Numbers,
    progress::Reporter,
    replay::Replay,
    segments::{GroupKey, Parts},
    settings::Settings,
};

/// What stays on this thread.
pub(super) struct Work<'l, P, R> {
    pub(super) groups: Groups<Quiet<P>, Replay<P, R>>,
    /// None: what is kept is all there will be.
    pub(super) container: Option<Box<dyn Container>>,
    pub(super) reporter: Reporter<'l>,
    pub(super) running: Running,
    /// What is kept of the video.
    pub(super) parts: Option<Parts<P>>,
    /// Taken already.
    pub(super) next: Option<Taken<P>>,
}

/// A group whose rows were taken.
pub(super) enum Taken<P> {
    /// To be drawn.
    Rows(Group<Quiet<P>>),
    /// It was rendered before.
    Kept { index: usize, key: GroupKey, first_row: Option<Quiet<P>> },
}

impl<P, R: Rows<P>> Work<'_, P, R> {
    /// The next group.
    pub(super) fn take(&mut self) -> Option<Taken<P>> {
        if let Some(next) = self.next.take() {
            return Some(next);
        }
        let group = self.groups.next()?;
        match self.parts.as_mut().and_then(|parts| parts.find(&group)) {
            None => Some(Taken::Rows(group)),
            Some(key) => {
                let Group { index, first, rows } = group;
                self.reporter.counts().kept(rows.len());
                let first_row = rows.into_iter().next().filter(|_| first == 0);
                Some(Taken::Kept { index, key, first_row })
            }
        }
    }

    /// The same rows, and a file with nothing in it.
    pub(super) fn start_again(
        self,
        (format, target): (&OutputFormat, &Target),
        settings: &Settings,
        numbers: Numbers,
    ) -> Result<Self> {
        let Self { groups, container: before, mut reporter, running, parts, .. } = self;
        let mut rows = groups.into_rows();
        rows.start_again();
        reporter.start_again();
        drop(before);
        let container = Some(mux::create(format, target, settings, numbers)?);
        raw_frames::begin(&target.path)?;
        let groups = Groups::new(rows, settings.gop);
        Ok(Self { groups, container, reporter, running, parts, next: None })
    }
}
