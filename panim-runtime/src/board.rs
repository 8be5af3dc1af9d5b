//! Who draws what next: the one place where the workers and the conductor meet.
//!
//! The conductor *deals* groups. A worker asks for its *next task*: a group to own, or, when no
//! group is left to take, one frame to draw ahead for another owner. A group's owner asks for its
//! *next step*, frame after frame, until the group is done. Whoever draws ahead *hands over* the
//! converted picture; the owner encodes it in its turn and *gives back* the buffer. Who cannot draw
//! a frame *fails*: from then on no frame behind that one is wanted, but every frame before it still
//! is, because one of them may fail as well and the earliest failure is the one to report. In the
//! end the conductor *stops* the board, and every worker leaves.
//!
//! Where setup leaves limits open, frame 0 *opens* them, and whoever has another frame in hand waits
//! for it.
//!
//! Nobody can wait for ever. Whoever draws ahead has the buffer for it already in hand, so a frame
//! that is being drawn elsewhere does get drawn; an owner never needs one of the shared buffers,
//! since it can draw its next frame into its own; and each call that changes what another one may be
//! waiting for wakes all who wait. User code never runs under the lock.

use crate::{Error, caught::discard, groups::Group};
use panim_figure::FirstFrame;
use std::{
    collections::VecDeque,
    mem,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

/// `P`: a row of parameters. `B`: a buffer that holds one converted picture.
pub(crate) struct Board<P, B> {
    state: Mutex<State<P, B>>,
    changed: Condvar,
}

struct State<P, B> {
    /// Dealt, and nobody's yet; in order.
    dealt: VecDeque<Group<P>>,
    /// Being encoded, each by its owner; in order.
    owned: Vec<OwnedGroup<P, B>>,
    /// So many workers share the groups that are left: no more will be dealt.
    sharing: Option<usize>,
    /// Frames from here on are not wanted.
    limit: usize,
    failure: Option<Error>,
    spare: Vec<B>,
    /// How many shared buffers may still be made.
    to_make: usize,
    /// How many groups may be owned at a time.
    most_owned: usize,
    /// What frame 0 said of what setup left open.
    first: Option<FirstFrame>,
}

struct OwnedGroup<P, B> {
    index: usize,
    first: usize,
    frames: Vec<Drawing<P, B>>,
    /// The next one to be encoded.
    encoded: usize,
    /// None before this one is undrawn.
    begun: usize,
}

/// How far a frame is.
enum Drawing<P, B> {
    Undrawn(P),
    Begun,
    Drawn(B),
}

/// A frame to draw, and its parameters.
pub(crate) struct Undrawn<P> {
    pub(crate) frame: usize,
    pub(crate) row: P,
}

/// What a worker is to do when it has no group.
pub(crate) enum Task<P, B> {
    /// Own this group: encode it, frame by frame.
    Group(Ticket),
    /// Draw this for another owner, into the buffer, and hand it over. No buffer: make one.
    DrawAhead(Undrawn<P>, Option<B>),
}

/// What the owner of a group is to do next.
pub(crate) enum Step<P, B> {
    /// Draw this, then encode it.
    Draw(Undrawn<P>),
    /// Encode this, then give the buffer back.
    Encode(usize, B),
    /// The group's next frame is being drawn elsewhere, or an earlier group comes first: draw ahead.
    DrawAhead(Undrawn<P>, Option<B>),
    /// The group is complete.
    Done,
    /// What is left of the group is not wanted.
    Unwanted,
}

/// A group that is owned by whoever holds this.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticket {
    pub(crate) index: usize,
    pub(crate) first: usize,
    pub(crate) frames: usize,
}

impl<P, B> Board<P, B> {
    /// `buffers`: how many pictures may be drawn ahead at a time.
    pub(crate) fn new(buffers: usize) -> Self {
        let state = State {
            dealt: VecDeque::new(),
            owned: Vec::new(),
            sharing: None,
            limit: usize::MAX,
            failure: None,
            spare: Vec::new(),
            to_make: buffers,
            most_owned: usize::MAX,
            first: None,
        };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// At most so many groups are to be owned at a time, for want of encoders, and so many pictures
    /// drawn ahead for them. Said before the first group is taken.
    pub(crate) fn limit(&self, groups: usize, pictures: usize) {
        let mut state = self.lock();
        state.most_owned = groups;
        state.to_make = state.to_make.min(pictures);
    }

    /// A group to be drawn and encoded. Dealt in order.
    pub(crate) fn deal(&self, group: Group<P>) {
        self.lock().dealt.push_back(group);
        self.changed.notify_all();
    }

    /// All groups are dealt, to so many workers.
    pub(crate) fn end(&self, workers: usize) {
        self.lock().sharing = Some(workers);
    }

    /// This is what frame 0 says of what setup left open.
    pub(crate) fn open(&self, first: FirstFrame) {
        self.lock().first = Some(first);
        self.changed.notify_all();
    }

    /// Waits for what frame 0 says of it, for another frame. None: that one is not wanted any more.
    /// Frame 0 is taken before any other, and by somebody who does not wait.
    pub(crate) fn first(&self, frame: usize) -> Option<FirstFrame> {
        let mut state = self.lock();
        while frame < state.limit {
            if let Some(first) = &state.first {
                return Some(first.clone());
            }
            state = self.wait(state);
        }
        None
    }

    /// This frame cannot be drawn, or encoded, or has no parameters.
    pub(crate) fn fail(&self, frame: usize, error: Error) {
        let mut state = self.lock();
        let superseded = if frame < state.limit {
            state.limit = frame;
            state.failure.replace(error)
        } else {
            Some(error)
        };
        drop(state);
        self.changed.notify_all();
        discard(superseded); // it may hold something of the user's
    }

    /// Nothing is wanted any more. Workers leave as soon as they can.
    pub(crate) fn stop(&self) {
        self.lock().limit = 0;
        self.changed.notify_all();
    }

    /// Whether some frames are not wanted any more, so that there is no use in dealing.
    pub(crate) fn has_failed(&self) -> bool {
        self.lock().has_failed()
    }

    /// The earliest failure. Final once every worker has left.
    pub(crate) fn into_failure(self) -> Option<Error> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).failure
    }

    /// Waits for something to do. None: there will be nothing any more.
    pub(crate) fn next_task(&self) -> Option<Task<P, B>> {
        let mut state = self.lock();
        loop {
            if let Some(ticket) = state.take_group() {
                // Its frames can be drawn ahead now.
                self.changed.notify_all();
                return Some(Task::Group(ticket));
            }
            if let Some((undrawn, buffer)) = state.draw_ahead() {
                return Some(Task::DrawAhead(undrawn, buffer));
            }
            // Owners can do the rest alone.
            if state.has_failed() {
                return None;
            }
            state = self.wait(state);
        }
    }

    /// What the owner is to do for its group next. After `Done` and `Unwanted` it is nobody's.
    pub(crate) fn next_step(&self, ticket: Ticket) -> Step<P, B> {
        let mut state = self.lock();
        loop {
            if let Some(step) = state.step(ticket) {
                return step;
            }
            state = self.wait(state);
        }
    }

    /// A frame drawn ahead, for its owner. Of a group nobody wants any more, the buffer is spare.
    pub(crate) fn hand_over(&self, frame: usize, buffer: B) {
        let mut state = self.lock();
        match state.begun(frame) {
            Some(drawing) => *drawing = Drawing::Drawn(buffer),
            None => state.spare.push(buffer),
        }
        drop(state);
        self.changed.notify_all();
    }

    /// A buffer whose picture is encoded, or was never drawn.
    pub(crate) fn give_back(&self, buffer: B) {
        self.lock().spare.push(buffer);
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<P, B>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<P, B>>) -> MutexGuard<'a, State<P, B>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }
}

impl<P, B> State<P, B> {
    fn has_failed(&self) -> bool {
        self.limit != usize::MAX
    }

    fn take_group(&mut self) -> Option<Ticket> {
        if self.dealt.front()?.first >= self.limit || self.owned.len() >= self.most_owned {
            return None;
        }
        let Group { index, first, rows } = self.dealt.pop_front()?;
        let ticket = Ticket { index, first, frames: rows.len() };
        let frames = rows.into_iter().map(Drawing::Undrawn).collect();
        self.owned.push(OwnedGroup { index, first, frames, encoded: 0, begun: 0 });
        Some(ticket)
    }

    /// The earliest frame that nobody has begun, if there is a buffer for it.
    fn draw_ahead(&mut self) -> Option<(Undrawn<P>, Option<B>)> {
        self.draw_ahead_before(self.owned.len())
    }

    /// The same, of the groups before one.
    fn draw_ahead_before(&mut self, group: usize) -> Option<(Undrawn<P>, Option<B>)> {
        if self.spare.is_empty() && self.to_make == 0 {
            return None;
        }
        let limit = self.limit;
        let undrawn = self.owned[..group].iter_mut().find_map(|group| group.begin_any(limit))?;
        let buffer = self.spare.pop();
        if buffer.is_none() {
            self.to_make -= 1;
        }
        Some((undrawn, buffer))
    }

    /// Whether some worker will have no group in the end. Then earlier groups come first: who owns one
    /// of them will be free for another one the sooner, and all end nearly together.
    fn is_short_of_groups(&self) -> bool {
        self.sharing.is_some_and(|workers| (1..workers).contains(&self.dealt.len()))
    }

    /// None: the owner has to wait.
    fn step(&mut self, ticket: Ticket) -> Option<Step<P, B>> {
        let at = self.owned.iter().position(|group| group.index == ticket.index)?;
        let group = &mut self.owned[at];
        let (next, end) = (group.first + group.encoded, group.first + group.frames.len());
        if next >= self.limit.min(end) {
            return Some(if self.limit < end {
                // It stays: its rows are the user's, and are dropped when the board is.
                Step::Unwanted
            } else {
                self.owned.remove(at);
                Step::Done
            });
        }
        let is_undrawn = matches!(group.frames[group.encoded], Drawing::Undrawn(_));
        if is_undrawn
            && self.is_short_of_groups()
            && let Some((undrawn, buffer)) = self.draw_ahead_before(at)
        {
            return Some(Step::DrawAhead(undrawn, buffer));
        }
        let group = &mut self.owned[at];
        match mem::replace(&mut group.frames[group.encoded], Drawing::Begun) {
            Drawing::Undrawn(row) => {
                group.encoded += 1;
                Some(Step::Draw(Undrawn { frame: next, row }))
            }
            Drawing::Drawn(buffer) => {
                group.encoded += 1;
                Some(Step::Encode(next, buffer))
            }
            Drawing::Begun => {
                self.draw_ahead().map(|(undrawn, buffer)| Step::DrawAhead(undrawn, buffer))
            }
        }
    }

    /// A frame that somebody has begun and its owner still waits for.
    fn begun(&mut self, frame: usize) -> Option<&mut Drawing<P, B>> {
        if frame >= self.limit {
            return None;
        }
        let group = self.owned.iter_mut().rfind(|group| group.first <= frame)?;
        group.frames.get_mut(frame - group.first)
    }
}

impl<P, B> OwnedGroup<P, B> {
    /// The first wanted frame that nobody has begun, counted in the group.
    fn undrawn(&mut self, limit: usize) -> Option<usize> {
        while matches!(self.frames.get(self.begun), Some(Drawing::Begun | Drawing::Drawn(_))) {
            self.begun += 1;
        }
        (self.begun < self.frames.len() && self.first + self.begun < limit).then_some(self.begun)
    }

    fn begin_any(&mut self, limit: usize) -> Option<Undrawn<P>> {
        let at = self.undrawn(limit)?;
        match mem::replace(&mut self.frames[at], Drawing::Begun) {
            Drawing::Undrawn(row) => Some(Undrawn { frame: self.first + at, row }),
            Drawing::Begun | Drawing::Drawn(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
