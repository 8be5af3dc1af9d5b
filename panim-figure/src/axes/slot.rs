//! An artist in its axes, and what it was before the frame touched it.

use super::Wanted;
use crate::{
    artist::{AnyArtist, Artist},
    pen::Pen,
};
use std::{any::Any, fmt};

pub(crate) struct Slot {
    artist: Box<dyn AnyArtist>,
    /// As `#[setup]` left it, while a frame changes it.
    saved: Option<Box<dyn AnyArtist>>,
}

impl Slot {
    pub(crate) fn new(artist: impl Artist) -> Self {
        Self { artist: Box::new(artist), saved: None }
    }

    pub(crate) fn artist(&self) -> &dyn AnyArtist {
        &*self.artist
    }

    pub(crate) fn get<A: Artist>(&self) -> Option<&A> {
        (&*self.artist as &dyn Any).downcast_ref()
    }

    pub(crate) fn get_mut<A: Artist>(&mut self) -> Option<&mut A> {
        (&mut *self.artist as &mut dyn Any).downcast_mut()
    }

    pub(crate) fn take_places(&mut self, x: &mut Wanted, y: &mut Wanted) {
        self.artist.take_places(x, y);
    }

    /// Keeps a copy to be put back after the frame.
    pub(crate) fn touch(&mut self) {
        self.saved.get_or_insert_with(|| self.artist.boxed_clone());
    }

    pub(crate) fn is_touched(&self) -> bool {
        self.saved.is_some()
    }

    /// Is it, or was it before this frame, in the legend?
    pub(crate) fn is_labelled(&self) -> bool {
        let before = self.saved.iter().map(|saved| &**saved);
        before.chain([&*self.artist]).any(|artist| !artist.common().label.is_empty())
    }

    /// Draws a part of the artist, cut to the axes' box unless it reaches beyond by its nature.
    pub(crate) fn draw(&self, part: usize, pen: &mut Pen<'_>) {
        if !self.artist.common().visible {
            return;
        }
        if !self.artist.is_cut(part) {
            return self.artist.draw_part(part, pen);
        }
        pen.clip_to_axes();
        self.artist.draw_part(part, pen);
        pen.canvas.pop_clip();
    }

    pub(crate) fn restore(&mut self) {
        if let Some(saved) = self.saved.take() {
            self.artist = saved;
        }
    }

    pub(crate) fn settle(&mut self) {
        self.artist.settle();
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.artist.name())
    }
}
