//! One group of pictures, encoded by a session that it has to itself.

use super::{driver::Session, failed, pool::Pool};
use crate::{
    encode::{EncodedGroup, GroupEncoder},
    error::Result,
    picture::Prepared,
};
use panim_figure::__private::Damage;

/// Encodes one group. While the session is at one picture, the next ones are drawn: a picture's
/// bytes are fetched when its place is needed, or when the group ends.
pub(super) struct NvencGroup<'p> {
    pool: &'p Pool,
    /// There is one until the group ends.
    session: Option<Session>,
    all_intra: bool,
    submitted: usize,
    fetched: usize,
    group: EncodedGroup,
}

impl<'p> NvencGroup<'p> {
    pub(super) fn new(pool: &'p Pool, session: Session, all_intra: bool) -> Self {
        let group = EncodedGroup::default();
        Self { pool, session: Some(session), all_intra, submitted: 0, fetched: 0, group }
    }

    fn fetch(&mut self) -> Result<()> {
        let Self { session: Some(session), group, .. } = self else { return Err(no_session()) };
        let slot = self.fetched % session.slots();
        session.fetch(slot, |bytes| group.add(units(bytes))).map_err(failed)?.map_err(failed)?;
        self.fetched += 1;
        Ok(())
    }
}

impl GroupEncoder for NvencGroup<'_> {
    fn push(&mut self, picture: &Prepared, _changed: &Damage) -> Result<()> {
        let slots = self.session.as_ref().map_or(0, Session::slots);
        if self.submitted - self.fetched == slots {
            self.fetch()?;
        }
        let Self { session: Some(session), .. } = self else { return Err(no_session()) };
        // A group starts anew whatever the session encoded before.
        let idr = self.all_intra || self.submitted == 0;
        let slot = self.submitted % slots;
        // Whether or not it is refused, the slot is not to be trusted until it is fetched.
        self.submitted += 1;
        session.submit(slot, picture.yuv(), idr).map_err(failed)
    }

    fn encoded(&self) -> usize {
        self.group.frames()
    }

    fn finish(mut self: Box<Self>) -> Result<EncodedGroup> {
        while self.fetched < self.submitted {
            self.fetch()?;
        }
        self.pool.check_sets(&self.group)?;
        Ok(std::mem::take(&mut self.group))
    }
}

impl Drop for NvencGroup<'_> {
    fn drop(&mut self) {
        // One that still has pictures of this group's is of no use for the next, and is closed.
        if let Some(session) = self.session.take()
            && self.fetched == self.submitted
        {
            self.pool.give_back(session);
        }
    }
}

fn no_session() -> crate::Error {
    failed("no session is left")
}

/// The units of one picture, without the start codes between them.
fn units(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes = start_code(bytes).map_or(&[], |at| &bytes[at + START_CODE.len()..]);
    std::iter::from_fn(move || {
        if bytes.is_empty() {
            return None;
        }
        let (unit, rest) = match start_code(bytes) {
            Some(at) => (&bytes[..at], &bytes[at + START_CODE.len()..]),
            None => (bytes, &[][..]),
        };
        bytes = rest;
        // A unit never ends with zeros: those are the longer start code's, or fill the picture.
        let end = unit.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
        Some(&unit[..end])
    })
}

/// Inside a unit, these bytes never follow each other.
const START_CODE: [u8; 3] = [0, 0, 1];

fn start_code(bytes: &[u8]) -> Option<usize> {
    bytes.windows(START_CODE.len()).position(|window| window == START_CODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(bytes: &[u8]) -> Vec<&[u8]> {
        units(bytes).collect()
    }

    #[test]
    fn units_lie_between_start_codes_of_either_length() {
        assert_eq!(
            split(&[0, 0, 0, 1, 7, 9, 0, 0, 1, 8, 0, 0, 3, 0, 0, 0, 1, 5, 5]),
            [&[7, 9][..], &[8, 0, 0, 3], &[5, 5]]
        );
    }

    #[test]
    fn what_fills_up_belongs_to_no_unit() {
        assert_eq!(split(&[0, 0, 1, 5, 1, 0, 0, 0, 0, 1, 6, 2, 0, 0]), [[5, 1], [6, 2]]);
        assert!(split(&[]).is_empty() && split(&[1, 2, 3]).is_empty());
    }
}
