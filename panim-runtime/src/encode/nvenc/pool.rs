//! A few sessions for all workers: a system has not many, and every program on it shares them.

use std::sync::OnceLock;

use flume::{Receiver, Sender};

use super::{
    driver::{Failure, Opened, Session},
    failed,
    group::NvencGroup,
};
use crate::{
    encode::{EncodeSettings, EncodedGroup, GroupEncoder},
    error::Result,
};

/// Consumer cards have 3 to 12 for the whole system, and more than a few do not make a card faster.
const MOST_SESSIONS: usize = 4;

/// Pictures that a session may have at a time: while it encodes one, the next ones are drawn.
const SLOTS: usize = 3;

/// Bytes of pictures that may wait for a session, all workers together.
const WAITING_BYTES: usize = 256 << 20;

/// Sessions with the same settings. A group takes one and gives it back for the next group.
pub(crate) struct Pool {
    settings: EncodeSettings,
    sessions: usize,
    free: Receiver<Session>,
    home: Sender<Session>,
    /// The first group's parameter sets: every session has to write the same.
    sets: OnceLock<(Vec<u8>, Vec<u8>)>,
}

impl Pool {
    pub(super) fn new(
        opened: Opened,
        settings: &EncodeSettings,
        most: usize,
    ) -> Result<Self, Failure> {
        let start = |opened| Session::start(opened, settings, SLOTS);
        let mut sessions = vec![start(opened)?];
        while sessions.len() < most.min(MOST_SESSIONS) {
            match sessions[0].opened().another().and_then(start) {
                Ok(session) => sessions.push(session),
                // Those that there are will do.
                Err(failure) if failure.is_for_want_of_sessions() => break,
                Err(failure) => return Err(failure),
            }
        }
        let (home, free) = flume::unbounded();
        let pool = Self {
            settings: settings.clone(),
            sessions: sessions.len(),
            free,
            home,
            sets: OnceLock::new(),
        };
        sessions.into_iter().for_each(|session| pool.give_back(session));
        Ok(pool)
    }

    /// How many groups are encoded at a time.
    pub(crate) fn sessions(&self) -> usize {
        self.sessions
    }

    /// How many pictures may wait for a session.
    pub(crate) fn waiting_pictures(&self) -> usize {
        let (width, height) = self.settings.even_size();
        let bytes = width as usize * height as usize * 3 / 2;
        (WAITING_BYTES / bytes).max(1)
    }

    /// An encoder for one group. There is a session for it, as long as no more groups are encoded at a
    /// time than there are sessions: one that fails is closed, and so ends its group and all after it.
    pub(crate) fn group(&self) -> Result<Box<dyn GroupEncoder + '_>> {
        let session = self.free.try_recv().map_err(|_| failed("no session is left"))?;
        Ok(Box::new(NvencGroup::new(self, session, self.settings.all_intra)))
    }

    /// A session whose group has ended.
    pub(super) fn give_back(&self, session: Session) {
        // The other end of the channel is in `self`.
        drop(self.home.send(session));
    }

    /// Makes sure that a group can be decoded as those before it.
    pub(super) fn check_sets(&self, group: &EncodedGroup) -> Result<()> {
        let (sps, pps) = self.sets.get_or_init(|| (group.sps.clone(), group.pps.clone()));
        if (sps, pps) == (&group.sps, &group.pps) {
            Ok(())
        } else {
            Err(failed("two sessions wrote different parameter sets"))
        }
    }
}
