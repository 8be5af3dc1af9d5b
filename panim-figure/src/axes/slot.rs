//! An artist in its axes, and what it was before the frame touched it.

use crate::{
    Axes, FigureError,
    artist::{AnyArtist, Artist, Own},
    base::{handle::Place, wanted::Wanted},
    parts::common::First,
    pen::Pen,
};
use std::{
    any::{Any, TypeId},
    fmt,
};

pub(crate) struct Slot {
    artist: Box<dyn AnyArtist>,
    /// As `#[setup]` left it, while a frame changes it.
    saved: Option<Box<dyn AnyArtist>>,
}

impl Slot {
    pub(crate) fn new(artist: impl Artist) -> Self {
        Self { artist: artist.kept().0, saved: None }
    }

    pub(crate) fn artist(&self) -> &dyn AnyArtist {
        &*self.artist
    }

    pub(crate) fn artist_mut(&mut self) -> &mut dyn AnyArtist {
        &mut *self.artist
    }

    pub(crate) fn get<A: Artist>(&self) -> Option<&A> {
        let artist = &*self.artist as &dyn Any;
        artist.downcast_ref().or_else(|| artist.downcast_ref::<Own<A>>().map(|own| &own.0))
    }

    pub(crate) fn get_mut<A: Artist>(&mut self) -> Option<&mut A> {
        let artist = &mut *self.artist as &mut dyn Any;
        if artist.is::<Own<A>>() {
            return artist.downcast_mut::<Own<A>>().map(|own| &mut own.0);
        }
        artist.downcast_mut()
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

    /// Is it touched, or does it follow another axes of these that is?
    pub(crate) fn is_moved(&self, all: &[Axes]) -> bool {
        let others = self.artist.follows().into_iter().flatten();
        let mut others = others.filter_map(|followed| all.get(followed.axes.0?.axes));
        self.is_touched() || others.any(Axes::is_touched)
    }

    /// Says what other axes it cannot follow, in this place of its figure and among these axes.
    pub(crate) fn check_others(&self, own: Place, all: &[Axes]) -> Result<(), FigureError> {
        self.artist.check_followed(Some(own.axes), |place| match all.get(place.axes) {
            Some(axes) if place.figure == own.figure => Ok(axes.state.projection),
            _ => Err("the handle of the axes is of another figure"),
        })
    }

    /// Is it, or was it before this frame, in the legend?
    pub(crate) fn is_labelled(&self) -> bool {
        let before = self.saved.iter().map(|saved| &**saved);
        before.chain([&*self.artist]).any(|artist| artist.names().next().is_some())
    }

    /// Draws a part of the artist, cut to the axes' box unless it reaches beyond by its nature.
    pub(crate) fn draw(&self, part: usize, pen: &mut Pen<'_>) {
        if self.artist.common().visible {
            pen.drawer.is_touched = self.is_touched();
            self.artist.draw_cut(part, pen);
        }
    }

    /// Did setup leave something of it open, or does this frame?
    pub(crate) fn is_open(&self) -> bool {
        self.saved.iter().chain([&self.artist]).any(|artist| artist.is_open())
    }

    /// Of what kind it is.
    pub(crate) fn kind(&self) -> TypeId {
        (&*self.artist as &dyn Any).type_id()
    }

    /// Takes what the first frame said into what setup left, and into what this frame changed.
    pub(crate) fn keep(&mut self, first: &First) {
        self.artist.keep(first);
        if let Some(saved) = &mut self.saved {
            saved.keep(first);
        }
    }

    /// Puts it back as setup left it, and says what a frame made of it.
    pub(crate) fn take_change(&mut self) -> Option<Box<dyn AnyArtist>> {
        self.saved.take().map(|saved| std::mem::replace(&mut self.artist, saved))
    }

    /// Changes it as a frame did.
    pub(crate) fn put_back(&mut self, changed: Option<Box<dyn AnyArtist>>) {
        self.saved = changed.map(|changed| std::mem::replace(&mut self.artist, changed));
    }

    pub(crate) fn restore(&mut self) {
        if let Some(saved) = self.saved.take() {
            self.artist = saved;
        }
    }

    pub(crate) fn freeze(&mut self) {
        self.artist.freeze_all();
    }
}

impl Clone for Slot {
    fn clone(&self) -> Self {
        let saved = self.saved.as_ref().map(|saved| saved.boxed_clone());
        Self { artist: self.artist.boxed_clone(), saved }
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.artist.name())
    }
}
