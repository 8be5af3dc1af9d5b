//! What a handle names: `figure[handle]` is the artist or the axes.

use super::Figure;
use crate::{Artist, Axes, Handle, base::handle::Place};
use std::ops::{Index, IndexMut};

impl Figure {
    #[track_caller]
    pub(super) fn place<T>(&self, handle: Handle<T>) -> Place {
        handle.place_in(self.id)
    }
}

/// What an artist added in an earlier frame's update is answered with.
const GONE: &str = "this handle's artist is gone: what #[update] adds lasts for one frame";

impl<A: Artist> Index<Handle<A>> for Figure {
    type Output = A;

    #[track_caller]
    fn index(&self, handle: Handle<A>) -> &A {
        let place = self.place(handle);
        self.axes[place.axes].slots.get(place.artist).and_then(|s| s.get()).expect(GONE)
    }
}

impl<A: Artist> IndexMut<Handle<A>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<A>) -> &mut A {
        let place = self.place(handle);
        self.axes[place.axes].slots.get_mut(place.artist).and_then(|s| s.get_mut()).expect(GONE)
    }
}

impl Index<Handle<Axes>> for Figure {
    type Output = Axes;

    #[track_caller]
    fn index(&self, handle: Handle<Axes>) -> &Axes {
        &self.axes[self.place(handle).axes]
    }
}

impl IndexMut<Handle<Axes>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<Axes>) -> &mut Axes {
        let place = self.place(handle);
        &mut self.axes[place.axes]
    }
}
