//! What setup leaves open: limits, levels and scales that nobody gave and that setup's data, without
//! a range, do not say. The data of the first frame do, once for all frames.
//!
//! What follows from the limits, such as the places of boxes, needs them before a frame is changed. An
//! artist that nobody knew of before, since an update adds it or gives it values to colour, is opened
//! late: after the update, before it is drawn.

use super::Figure;
use crate::{Axes, Loc, axes::slot::Slot, base::extent::Extent, parts::common::First};
use std::any::TypeId;

/// What the first frame's data say of what setup left open.
#[doc(hidden)]
#[derive(Debug, Clone, Default)]
pub struct FirstFrame {
    /// Of each axes, with those that share its limits.
    extents: Vec<Extent>,
    /// Of setup's artists that wait for it: the axes, the artist, and what its data say.
    artists: Vec<(usize, usize, First)>,
    /// Of the artists that its update added.
    added: Vec<(Added, First)>,
    /// Where the legends of each axes stand best.
    legends: Vec<Vec<Loc>>,
}

/// Which artist it is that an update added: frames that add the same ones add them in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Added {
    axes: usize,
    kind: TypeId,
    /// How many of this kind were added before it.
    before: usize,
}

impl Figure {
    /// Is something left open?
    pub(crate) fn is_open(&self) -> bool {
        self.axes
            .iter()
            .any(|axes| axes.state.is_open() || axes.slots.iter().any(|slot| slot.is_open()))
    }

    /// Does something wait that was not there, or not open, after setup?
    pub(crate) fn waits(&self) -> bool {
        let slots = self.axes.iter().filter(|axes| axes.is_changed()).flat_map(|axes| &axes.slots);
        slots.map(Slot::artist).any(|artist| artist.is_open() && artist.first().says_something())
    }

    /// What the frame as it is now says of it.
    pub(crate) fn first_frame(&self) -> FirstFrame {
        let (mut artists, mut added) = (Vec::new(), Vec::new());
        for (i, axes) in self.axes.iter().enumerate() {
            for (j, slot) in axes.slots.iter().enumerate().filter(|(_, slot)| slot.is_open()) {
                let first = slot.artist().first();
                match self.added(i, j) {
                    Some(which) => added.push((which, first)),
                    None => artists.push((i, j, first)),
                }
            }
        }
        let extents = self.shared_extents(Axes::extent);
        FirstFrame { extents, artists, added, legends: Vec::new() }
    }

    /// Which of those that this frame added it is, if it did.
    fn added(&self, axes: usize, artist: usize) -> Option<Added> {
        let added = self.axes[axes].slots.get(self.axes[axes].frozen_count()..=artist)?;
        let kind = added.last()?.kind();
        let before = added.iter().filter(|slot| slot.kind() == kind).count() - 1;
        Some(Added { axes, kind, before })
    }

    /// Takes it, in what setup left as well as in what this frame changed.
    pub(crate) fn open(&mut self, first: &FirstFrame) {
        for &(i, j, ref first) in &first.artists {
            if let Some(slot) = self.axes.get_mut(i).and_then(|axes| axes.slots.get_mut(j)) {
                slot.keep(first);
            }
        }
        for (axes, extent) in self.axes.iter_mut().zip(&first.extents) {
            axes.open_limits(*extent);
        }
        self.place_legends(&first.legends);
    }

    /// Takes it for what this frame added or coloured, and that is still open; for this frame only.
    pub(crate) fn open_late(&mut self, first: &FirstFrame) {
        for i in 0..self.axes.len() {
            if !self.axes[i].is_changed() {
                continue;
            }
            for j in 0..self.axes[i].slots.len() {
                if self.axes[i].slots[j].artist().is_open() {
                    let said = first.of(i, j, self.added(i, j));
                    self.axes[i].slots[j].artist_mut().keep(&said);
                }
            }
        }
    }

    /// Legends without a place of their own stand there from now on.
    pub(crate) fn place_legends(&mut self, legends: &[Vec<Loc>]) {
        for (axes, locs) in self.axes.iter_mut().zip(legends) {
            axes.place_legends(locs);
        }
    }
}

impl FirstFrame {
    /// Where the legends stand best, which is known when everything else has its place.
    pub(crate) fn set_legends(&mut self, legends: Vec<Vec<Loc>>) {
        self.legends = legends;
    }

    /// What it says of an artist; nothing if it had none in its place.
    fn of(&self, axes: usize, artist: usize, added: Option<Added>) -> First {
        let said = match added {
            Some(added) => self.added.iter().find(|(which, _)| *which == added).map(|said| &said.1),
            None => {
                let is_it = |said: &&(usize, usize, First)| (said.0, said.1) == (axes, artist);
                self.artists.iter().find(is_it).map(|said| &said.2)
            }
        };
        match added {
            Some(_) => said.cloned().unwrap_or_default(),
            // what an update chooses anew of setup's artists, such as their bins, is of that frame
            None => First { values: said.and_then(|said| said.values), ..First::default() },
        }
    }
}
