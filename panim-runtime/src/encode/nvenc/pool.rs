//! A few sessions for all workers: a system has not many, and every program on it shares them.

use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

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
    state: Mutex<State>,
    freed: Condvar,
    /// The first group's parameter sets: every session has to write the same.
    sets: OnceLock<(Vec<u8>, Vec<u8>)>,
}

struct State {
    free: Vec<Session>,
    /// Free or in use.
    left: usize,
}

impl Pool {
    pub(super) fn new(
        opened: Opened,
        settings: &EncodeSettings,
        most: usize,
    ) -> Result<Self, Failure> {
        let start = |opened| Session::start(opened, settings, SLOTS);
        let mut free = vec![start(opened)?];
        while free.len() < most.min(MOST_SESSIONS) {
            match free[0].opened().another().and_then(start) {
                Ok(session) => free.push(session),
                // Those that there are will do.
                Err(failure) if failure.is_for_want_of_sessions() => break,
                Err(failure) => return Err(failure),
            }
        }
        Ok(Self {
            settings: settings.clone(),
            sessions: free.len(),
            state: Mutex::new(State { left: free.len(), free }),
            freed: Condvar::new(),
            sets: OnceLock::new(),
        })
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

    /// An encoder for one group, as soon as there is a session for it.
    pub(crate) fn group(&self) -> Result<Box<dyn GroupEncoder + '_>> {
        let mut state = self.lock();
        while state.free.is_empty() && state.left > 0 {
            state = self.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let session = state.free.pop().ok_or_else(|| failed("no session is left"))?;
        Ok(Box::new(NvencGroup::new(self, session, self.settings.all_intra)))
    }

    /// A session whose group has ended. None: it cannot be used again, and is closed.
    pub(super) fn give_back(&self, session: Option<Session>) {
        let mut state = self.lock();
        match session {
            Some(session) => state.free.push(session),
            None => state.left -= 1,
        }
        drop(state);
        self.freed.notify_all();
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

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
