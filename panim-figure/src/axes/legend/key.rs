//! What stands beside the words of a legend's entry.

use crate::{
    Artist, Color, FigureError, Handle, Style,
    artist::AnyArtist,
    axes::{Axes, slot::Slot},
    base::handle::Place,
    pen::Pen,
};
use vello_cpu::kurbo::Rect;

/// What a legend shows beside the words of an entry: an artist, of which only the sample is drawn, the
/// [`Handle`] of one that a figure has, `()` for nothing, or several of these in parentheses, the first one
/// under the others.
pub trait LegendKey {
    #[doc(hidden)]
    fn samples(self) -> Samples;
}

/// What is drawn over each other.
#[doc(hidden)]
#[derive(Debug, Clone, Default)]
pub struct Samples(Vec<KeySample>);

#[derive(Debug, Clone)]
enum KeySample {
    Own(Slot),
    /// Of an artist of the figure; `None` if its handle names nothing.
    Of(Option<Place>),
}

#[diagnostic::do_not_recommend]
impl<A: Artist> LegendKey for A {
    fn samples(self) -> Samples {
        Samples(vec![KeySample::Own(Slot::new(self))])
    }
}

#[diagnostic::do_not_recommend]
impl<A: Artist> LegendKey for Handle<A> {
    fn samples(self) -> Samples {
        Samples(vec![KeySample::Of(self.place)])
    }
}

#[diagnostic::do_not_recommend]
impl LegendKey for () {
    fn samples(self) -> Samples {
        Samples::default()
    }
}

#[diagnostic::do_not_recommend]
impl<A: LegendKey, B: LegendKey> LegendKey for (A, B) {
    fn samples(self) -> Samples {
        Samples([self.0.samples().0, self.1.samples().0].concat())
    }
}

#[diagnostic::do_not_recommend]
impl<A: LegendKey, B: LegendKey, C: LegendKey> LegendKey for (A, B, C) {
    fn samples(self) -> Samples {
        Samples([self.0.samples().0, self.1.samples().0, self.2.samples().0].concat())
    }
}

/// An artist, or one of its parts, that is the sample of an entry.
#[derive(Clone, Copy)]
pub(super) struct KeyOf<'a> {
    pub(super) artist: &'a dyn AnyArtist,
    pub(super) part: Option<usize>,
}

impl KeyOf<'_> {
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        self.artist.draw_sample(self.part, pen, area);
    }

    pub(super) fn color(&self, style: &Style) -> Option<Color> {
        match self.part {
            None => self.artist.key_color(style),
            Some(part) => self.artist.part_color(part, style),
        }
    }
}

impl Samples {
    /// Says what of them is wrong, in an axes of the figure with this number.
    pub(super) fn check(&self, figure: u64) -> Result<(), FigureError> {
        self.0.iter().try_for_each(|sample| match sample {
            KeySample::Own(slot) => slot.artist().check_all(),
            KeySample::Of(Some(place)) if place.figure == figure => Ok(()),
            KeySample::Of(place) => {
                let message = match place {
                    Some(_) => "the handle of its key is of another figure",
                    None => "the handle of its key was never set: keep what `ax.add(..)` returns",
                };
                Err(FigureError::new("Legend", "entry", message))
            }
        })
    }

    /// The artists among those of these axes, but for hidden ones; `None` if all are hidden.
    pub(super) fn artists<'a>(&'a self, axes: &'a [Axes]) -> Option<Vec<KeyOf<'a>>> {
        let find = |place: &Place| axes.get(place.axes)?.slots.get(place.artist).map(Slot::artist);
        let artists = self.0.iter().filter_map(|sample| match sample {
            KeySample::Own(slot) => Some(slot.artist()),
            KeySample::Of(place) => place.as_ref().and_then(find),
        });
        let visible = artists.filter(|artist| artist.common().visible);
        let artists: Vec<_> = visible.map(|artist| KeyOf { artist, part: None }).collect();
        (!artists.is_empty() || self.0.is_empty()).then_some(artists)
    }

    /// Did this frame change one of them?
    pub(super) fn are_touched(&self, axes: &[Axes]) -> bool {
        self.0.iter().any(|sample| match sample {
            KeySample::Of(Some(place)) => axes
                .get(place.axes)
                .is_some_and(|axes| axes.slots.get(place.artist).is_some_and(Slot::is_touched)),
            _ => false,
        })
    }
}
