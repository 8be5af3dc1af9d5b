//! What an axes takes from its artists: limits, and the names of places.

use super::{Axes, State, slot::Slot};
use crate::{
    AxisScale, Projection,
    artist::AnyArtist,
    base::{
        extent::Extent,
        wanted::{Name, Wanted},
        warning::{Warning, Warnings},
    },
    parts::loc::Loc,
};

impl Axes {
    pub(crate) fn extent(&self) -> Extent {
        self.union_of(|artist, scales| artist.extent_on(scales))
    }

    /// What of it stays whatever data follow.
    pub(crate) fn frozen_extent(&self) -> Extent {
        self.union_of(|artist, scales| artist.frozen_extent_on(scales))
    }

    fn union_of(&self, extent: fn(&dyn AnyArtist, (AxisScale, AxisScale)) -> Extent) -> Extent {
        let scales = (self.state.x.scale, self.state.y.scale);
        let extents = self.slots.iter().map(|slot| extent(slot.artist(), scales));
        extents.fold(Extent::default(), Extent::union)
    }

    /// Setup is over: what changes its place from now on moves.
    pub(crate) fn freeze_artists(&mut self) {
        (self.state.x.wanted, self.state.y.wanted) = self.placed();
        self.slots.iter_mut().for_each(Slot::freeze);
    }

    /// Asks the artists anew which ticks they want, if one that wants some was changed. Where they
    /// want the same, the ticks need not be drawn again.
    pub(crate) fn follow_places(&mut self) {
        if self.slots.iter().any(|slot| slot.is_touched() && slot.artist().has_places()) {
            let (x, y) = self.placed();
            if x != self.state.x.wanted || y != self.state.y.wanted {
                self.touch();
                (self.state.x.wanted, self.state.y.wanted) = (x, y);
            }
        }
    }

    /// Has the categories of all axes that share its x (`true`) or y.
    pub(crate) fn share_names(&mut self, is_x: bool, names: &[Name], moving: bool) {
        let axis = if is_x { &self.state.x } else { &self.state.y };
        if axis.wanted.has_these(names) {
            return;
        }
        if moving {
            self.touch();
        }
        let axis = if is_x { &mut self.state.x } else { &mut self.state.y };
        axis.wanted.set_names(names);
        (self.state.x.wanted, self.state.y.wanted) = self.placed();
    }

    /// What the artists want of both axes, when all have taken their places.
    fn placed(&mut self) -> (Wanted, Wanted) {
        let (mut x, mut y) = (self.state.x.wanted.clone(), self.state.y.wanted.clone());
        x.forget_places();
        y.forget_places();
        self.slots.iter_mut().for_each(|slot| slot.take_places(&mut x, &mut y));
        (x, y)
    }

    /// Limits that nobody set follow the data as setup left them.
    pub(crate) fn freeze_limits(&mut self, extent: Extent) {
        self.state.freeze_limits(extent);
    }

    /// Limits that setup left open follow the data of the first frame: in this frame too, unless it
    /// set others.
    pub(crate) fn open_limits(&mut self, first: Extent) {
        let frozen = self.frozen_state().unwrap_or(&self.state).clone();
        self.state.open_limits(&frozen, first);
        if let Some(saved) = &mut self.saved {
            saved.state.open_limits(&frozen, first);
        }
    }

    /// Legends without a place of their own stand here from now on.
    pub(crate) fn place_legends(&mut self, locs: &[Loc]) {
        let states = self.saved.as_mut().map(|saved| &mut saved.state).into_iter();
        for state in states.chain([&mut self.state]) {
            state.legends.iter_mut().zip(locs).for_each(|(legend, loc)| legend.freeze_at(*loc));
        }
    }

    /// Moves limits apart between which nothing can be shown, and says what else shows nothing.
    pub(crate) fn widen(&mut self, warnings: &mut Warnings) {
        let Self { state: State { x, y, space, projection, .. }, slots, .. } = self;
        let has_no_place = |slot: &Slot| slot.artist().extent() == Extent::default();
        let has_data = || slots.iter().any(has_no_place);
        if *projection != Projection::Polar {
            x.widen(has_data, warnings);
        }
        y.widen(has_data, warnings);
        if *projection == Projection::ThreeD {
            space.z.widen(has_data, warnings);
        }
        if self.asked_too_early.take() {
            warnings.add(Warning::new(
                "Axes, `xlim`, `ylim`, `zlim`: asked for by the first frame's #[update] while they \
                 still follow from what it leaves; set limits in #[setup]",
            ));
        }
        self.slots.iter().for_each(|slot| slot.artist().warn(warnings));
    }
}
