//! What a frame changes of an axes, and how it is put back as setup left it.

use super::{Axes, Slot, State};
use crate::{artist::AnyArtist, parts::common::Cycle};

#[derive(Debug, Clone)]
pub(super) struct SavedAxes {
    pub(super) state: State,
    cycle: Cycle,
    artists: usize,
}

/// What a frame changed.
pub(crate) struct Changes {
    /// Of the axes, and the artists that it added.
    axes: Option<(State, Cycle, Vec<Slot>)>,
    artists: Vec<Option<Box<dyn AnyArtist>>>,
}

impl Axes {
    /// Keeps its state to be put back after the frame.
    pub(crate) fn touch(&mut self) {
        self.saved.get_or_insert_with(|| SavedAxes {
            state: self.state.clone(),
            cycle: self.cycle.clone(),
            artists: self.slots.len(),
        });
    }

    /// Was more than its artists touched in this frame?
    pub(crate) fn is_touched(&self) -> bool {
        self.saved.is_some()
    }

    /// Was anything of it touched in this frame?
    pub(crate) fn is_changed(&self) -> bool {
        self.is_touched() || self.slots.iter().any(Slot::is_touched)
    }

    /// How many artists setup left: those behind them were added by this frame.
    pub(crate) fn frozen_count(&self) -> usize {
        self.saved.as_ref().map_or(self.slots.len(), |saved| saved.artists)
    }

    /// Puts everything back as setup left it, and says what it was.
    pub(crate) fn take_changes(&mut self) -> Changes {
        let axes = self.saved.take().map(|saved| {
            let added = self.slots.split_off(saved.artists);
            let state = std::mem::replace(&mut self.state, saved.state);
            let cycle = std::mem::replace(&mut self.cycle, saved.cycle);
            (state, cycle, added)
        });
        Changes { axes, artists: self.slots.iter_mut().map(Slot::take_change).collect() }
    }

    /// Changes everything as a frame did.
    pub(crate) fn put_back(&mut self, changes: Changes) {
        for (slot, changed) in self.slots.iter_mut().zip(changes.artists) {
            slot.put_back(changed);
        }
        if let Some((state, cycle, added)) = changes.axes {
            self.touch();
            (self.state, self.cycle) = (state, cycle);
            self.slots.extend(added);
        }
    }

    /// Puts everything back as setup left it.
    pub(crate) fn restore(&mut self) {
        if let Some(saved) = self.saved.take() {
            self.state = saved.state;
            self.cycle = saved.cycle;
            self.slots.truncate(saved.artists);
            self.colorbars.clear();
        }
        for slot in &mut self.slots {
            slot.restore();
        }
    }
}
