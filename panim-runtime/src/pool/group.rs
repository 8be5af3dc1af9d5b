//! One group, from the first frame that is claimed to the last one that is encoded.

use super::{
    Limit,
    permits::{Permit, Permits},
};
use crate::{
    Result,
    encode::{EncodedGroup, GroupEncoder},
    groups::Group,
    picture::Prepared,
};
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
    vec,
};

/// A group that is drawn and encoded, by one worker or by several. `R`: a row of parameters.
///
/// User code never runs under its lock.
pub(crate) struct ActiveGroup<'e, R> {
    pub(super) index: usize,
    first: usize,
    frames: usize,
    limit: &'e Limit,
    span: OnceLock<tracing::Span>,
    state: Mutex<GroupState<'e, R>>,
}

struct GroupState<'e, R> {
    /// Those of frames that nobody has claimed.
    rows: vec::IntoIter<R>,
    /// The next frame to be encoded.
    next: usize,
    /// Frames from here on are given up.
    end: usize,
    /// Pictures of frames behind the next one.
    waiting: BTreeMap<usize, Permit>,
    /// None: it is leased, or not opened yet.
    encoder: Option<Box<dyn GroupEncoder + 'e>>,
    /// The encoder is in a lease, or was in one that came to nothing.
    is_leased: bool,
}

/// What a worker is to do about a group.
pub(super) enum Next<'g, 'e, R> {
    /// Draw this frame.
    Draw(Claim<'g, 'e, R>, R),
    /// Wait for a permit.
    Wait,
    /// Every frame that is wanted is claimed.
    Nothing,
}

/// A frame that one worker draws. Dropped, the frame is given up, and all behind it.
pub(super) struct Claim<'g, 'e, R> {
    group: &'g ActiveGroup<'e, R>,
    frame: usize,
    /// None: it is the next one to be encoded for certain.
    permit: Option<Permit>,
    is_drawn: bool,
}

/// The right to encode a group's pictures, held by one worker at a time. Dropped before it is
/// returned, the frame that it is at is given up, and all behind it.
pub(super) struct Lease<'g, 'e, R> {
    group: &'g ActiveGroup<'e, R>,
    /// The one to be encoded.
    frame: usize,
    encoder: Option<Box<dyn GroupEncoder + 'e>>,
    stage: GroupStage,
}

#[derive(PartialEq)]
enum GroupStage {
    Held,
    Complete,
    Returned,
}

/// When a frame that is drawn is encoded.
enum Turn<'g, 'e, R> {
    Now(Lease<'g, 'e, R>),
    Later,
    Never,
}

impl<'e, R> ActiveGroup<'e, R> {
    pub(super) fn new(Group { index, first, rows }: Group<R>, limit: &'e Limit) -> Self {
        let frames = rows.len();
        let state = GroupState {
            rows: rows.into_iter(),
            next: first,
            end: first + frames,
            waiting: BTreeMap::new(),
            encoder: None,
            is_leased: false,
        };
        Self { index, first, frames, limit, span: OnceLock::new(), state: Mutex::new(state) }
    }

    /// The next frame that nobody has claimed, with one of the permits if need be.
    pub(super) fn claim(&self, permits: &Permits, permit: &mut Option<Permit>) -> Next<'_, 'e, R> {
        let mut state = self.lock();
        let frame = self.first + self.frames - state.rows.len();
        if frame >= state.end || !self.limit.wants(frame) {
            return Next::Nothing;
        }
        let permit = if state.is_next(frame) {
            None
        } else {
            match permit.take().or_else(|| permits.try_take()) {
                Some(permit) => Some(permit),
                None => return Next::Wait,
            }
        };
        let Some(row) = state.rows.next() else { return Next::Nothing };
        if state.rows.len() == 0 {
            state.rows = Vec::new().into_iter();
        }
        Next::Draw(Claim { group: self, frame, permit, is_drawn: false }, row)
    }

    /// Whether somebody has claimed a frame.
    pub(super) fn is_begun(&self) -> bool {
        self.lock().rows.len() < self.frames
    }

    fn turn(&self, state: &mut GroupState<'e, R>, frame: usize) -> Turn<'_, 'e, R> {
        if frame >= state.end || !self.limit.wants(frame) {
            return Turn::Never;
        }
        if !state.is_next(frame) {
            return Turn::Later;
        }
        state.next += 1;
        state.is_leased = true;
        Turn::Now(Lease {
            group: self,
            frame,
            encoder: state.encoder.take(),
            stage: GroupStage::Held,
        })
    }

    /// Gives up frames from here on.
    fn give_up(&self, frame: usize) {
        let mut state = self.lock();
        state.end = state.end.min(frame);
        let unwanted = state.waiting.split_off(&frame);
        drop(state);
        drop(unwanted);
    }

    fn lock(&self) -> MutexGuard<'_, GroupState<'e, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R> GroupState<'_, R> {
    /// Whether nobody can encode anything before a frame is drawn.
    fn is_next(&self, frame: usize) -> bool {
        frame == self.next && !self.is_leased
    }
}

impl<'g, 'e, R> Claim<'g, 'e, R> {
    pub(super) fn frame(&self) -> usize {
        self.frame
    }

    /// The span of the frame's group.
    pub(super) fn span(&self) -> &'g tracing::Span {
        let ActiveGroup { index, first, frames, span, .. } = self.group;
        span.get_or_init(|| tracing::debug_span!("group", index, first, frames))
    }

    /// The frame is drawn. The lease of the encoder if the frame is the next one; else the picture is
    /// left for whoever draws that.
    pub(super) fn hand_in(mut self, picture: &Prepared) -> Option<Lease<'g, 'e, R>> {
        let (group, frame) = (self.group, self.frame);
        let mut turn = group.turn(&mut group.lock(), frame);
        if let Turn::Later = turn {
            let Some(permit) = &mut self.permit else {
                unreachable!("a frame that is claimed without a permit is the next one")
            };
            permit.keep(picture);
            let mut state = group.lock();
            turn = group.turn(&mut state, frame);
            if let Turn::Later = turn {
                state.waiting.extend(self.permit.take().map(|permit| (frame, permit)));
            }
        }
        self.is_drawn = !matches!(turn, Turn::Never);
        match turn {
            Turn::Now(lease) => Some(lease),
            Turn::Later | Turn::Never => None,
        }
    }
}

impl<R> Drop for Claim<'_, '_, R> {
    fn drop(&mut self) {
        if !self.is_drawn {
            self.group.give_up(self.frame);
        }
    }
}

impl<'e, R> Lease<'_, 'e, R> {
    /// The number of its group.
    pub(super) fn group(&self) -> usize {
        self.group.index
    }

    /// The frame to be encoded.
    pub(super) fn frame(&self) -> usize {
        self.frame
    }

    /// The encoder, which `open` makes for the first frame.
    pub(super) fn encoder(
        &mut self,
        open: impl FnOnce() -> Result<Box<dyn GroupEncoder + 'e>>,
    ) -> Result<&mut (dyn GroupEncoder + 'e)> {
        let encoder = match self.encoder.take() {
            Some(encoder) => encoder,
            None => open()?,
        };
        Ok(&mut **self.encoder.insert(encoder))
    }

    /// The frame is encoded. The picture of the next one, if it is there; else the lease is returned,
    /// unless the group is complete.
    pub(super) fn next(&mut self) -> Option<Permit> {
        let Self { group, .. } = *self;
        let mut state = group.lock();
        let next = state.next;
        if next == group.first + group.frames {
            self.stage = GroupStage::Complete;
            return None;
        }
        if let Some(permit) = state.waiting.remove(&next) {
            state.next += 1;
            self.frame = next;
            // What is not wanted any more is given up when this drops.
            return group.limit.wants(next).then_some(permit);
        }
        state.encoder = self.encoder.take();
        state.is_leased = false;
        self.stage = GroupStage::Returned;
        None
    }

    /// After the last picture that was there: the group, if it is complete; or the error of its last
    /// frame.
    pub(super) fn finish(mut self) -> Option<Result<(usize, EncodedGroup)>> {
        let encoder = self.encoder.take().filter(|_| self.stage == GroupStage::Complete)?;
        Some(encoder.finish().map(|encoded| (self.group.index, encoded)))
    }
}

impl<R> Drop for Lease<'_, '_, R> {
    fn drop(&mut self) {
        if self.stage == GroupStage::Held {
            self.group.give_up(self.frame);
        }
    }
}
