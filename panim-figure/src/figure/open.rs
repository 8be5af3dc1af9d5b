//! What setup leaves open: limits, levels and scales that nobody gave and that setup's data, without
//! a range, do not say. The data of the first frame do, once for all frames.

use super::Figure;
use crate::{Axes, Loc, artist::First, extent::Extent};

/// What the first frame's data say of what setup left open.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct FirstFrame {
    /// Of each axes, with those that share its limits.
    extents: Vec<Extent>,
    /// Of the artists that wait for it: the axes, the artist, and what its data say.
    artists: Vec<(usize, usize, First)>,
    /// Where the legend of each axes stands best.
    legends: Vec<Option<Loc>>,
}

impl Figure {
    /// Is something left open?
    pub(crate) fn is_open(&self) -> bool {
        self.axes
            .iter()
            .any(|axes| axes.look.is_open() || axes.slots.iter().any(|slot| slot.is_open()))
    }

    /// What the frame as it is now says of it.
    pub(crate) fn first_frame(&self) -> FirstFrame {
        let mut artists = Vec::new();
        for (i, axes) in self.axes.iter().enumerate() {
            for (j, slot) in axes.slots.iter().enumerate().filter(|(_, slot)| slot.is_open()) {
                artists.push((i, j, slot.artist().first()));
            }
        }
        FirstFrame { extents: self.shared_extents(Axes::extent), artists, legends: Vec::new() }
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

    /// Legends without a place of their own stand there from now on.
    pub(crate) fn place_legends(&mut self, legends: &[Option<Loc>]) {
        for (axes, loc) in self.axes.iter_mut().zip(legends) {
            axes.place_legend(*loc);
        }
    }
}

impl FirstFrame {
    /// Where the legends stand best, which is known when everything else has its place.
    pub(crate) fn set_legends(&mut self, legends: Vec<Option<Loc>>) {
        self.legends = legends;
    }
}
