//! What follows from something else: shared limits, and the colours of colorbars.

use super::{Figure, colorbar};
use crate::layout::Contents;
use crate::{
    Axes, AxisScale, FigureError,
    axes::{State, axis::Axis},
    base::{extent::Extent, wanted::Wanted},
};

/// Which axes go together.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    shared: Vec<SharedAxes>,
    pub(super) bars: Vec<colorbar::Link>,
}

#[derive(Debug, Clone)]
struct SharedAxes {
    along: FlatAxis,
    axes: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum FlatAxis {
    X,
    Y,
}

impl FlatAxis {
    fn of(self, state: &State) -> &Axis {
        match self {
            Self::X => &state.x,
            Self::Y => &state.y,
        }
    }

    fn of_mut(self, state: &mut State) -> &mut Axis {
        match self {
            Self::X => &mut state.x,
            Self::Y => &mut state.y,
        }
    }
}

impl Links {
    pub(super) fn share_x(&mut self, axes: Vec<usize>) {
        self.share(FlatAxis::X, axes);
    }

    pub(super) fn share_y(&mut self, axes: Vec<usize>) {
        self.share(FlatAxis::Y, axes);
    }

    /// Groups that have an axes in common become one.
    fn share(&mut self, along: FlatAxis, mut axes: Vec<usize>) {
        self.shared.retain(|shared| {
            let joins = shared.along == along && shared.axes.iter().any(|i| axes.contains(i));
            if joins {
                axes.extend(&shared.axes);
            }
            !joins
        });
        axes.sort_unstable();
        axes.dedup();
        self.shared.push(SharedAxes { along, axes });
    }
}

impl Figure {
    /// What the layout places.
    pub(crate) fn contents(&self) -> Contents<'_> {
        let shared = self.links.shared.iter();
        Contents {
            axes: &self.axes,
            placements: &self.placements,
            grids: &self.grids,
            shared: shared.map(|shared| (shared.along == FlatAxis::X, &*shared.axes)).collect(),
        }
    }

    /// The data of each axes, and along shared limits those of all that share them.
    pub(super) fn shared_extents(&self, extent: fn(&Axes) -> Extent) -> Vec<Extent> {
        let mut extents: Vec<Extent> = self.axes.iter().map(extent).collect();
        let own = extents.clone();
        for SharedAxes { along, axes } in &self.links.shared {
            let all = axes.iter().map(|i| own[*i]).fold(Extent::default(), Extent::union);
            for i in axes {
                match along {
                    FlatAxis::X => extents[*i].x = all.x,
                    FlatAxis::Y => extents[*i].y = all.y,
                }
            }
        }
        extents
    }

    /// Axes that share an axis have the same categories along it.
    pub(super) fn share_names(&mut self, moving: bool) {
        for SharedAxes { along, axes } in &self.links.shared {
            // texts are dates in all of them, if they are in one
            let mut scales = axes.iter().map(|i| along.of(&self.axes[*i].state).scale);
            if let Some(scale) = scales.find(|scale| *scale != AxisScale::default()) {
                for i in axes {
                    along
                        .of_mut(&mut self.axes[*i].state)
                        .wanted
                        .set_dates(scale == AxisScale::Date);
                }
            }
            let wanted = axes.iter().map(|i| &along.of(&self.axes[*i].state).wanted);
            let names = Wanted::names_of(wanted);
            for i in axes {
                self.axes[*i].share_names(*along == FlatAxis::X, &names, moving);
            }
        }
    }

    /// Limits that nobody set follow the data: that of all axes that share them.
    pub(super) fn freeze_limits(&mut self) {
        let extents = self.shared_extents(Axes::frozen_extent);
        for (axes, extent) in self.axes.iter_mut().zip(extents) {
            axes.freeze_limits(extent);
        }
        for SharedAxes { along, axes } in &self.links.shared {
            let told = axes.iter().map(|i| along.of(&self.axes[*i].state)).find(|axis| axis.fixed);
            let scale = axes.iter().map(|i| along.of(&self.axes[*i].state).scale);
            let scale = scale.into_iter().find(|scale| *scale != Default::default());
            let limits = told.map(|axis| (axis.limits, axis.is_range));
            for i in axes {
                let state = &mut self.axes[*i].state;
                let axis = along.of_mut(state);
                axis.set_scale(scale.unwrap_or(axis.scale));
                if let Some(((low, high), is_range)) = limits {
                    axis.set_limits(low, high);
                    axis.is_range = is_range;
                }
                axis.moving = false;
                state.start_at_center();
            }
        }
    }

    /// Carries what this frame changed to all that follows it.
    pub(crate) fn follow(&mut self) -> Result<(), FigureError> {
        for axes in &mut self.axes {
            axes.follow_places();
        }
        self.share_names(true);
        for shared in 0..self.links.shared.len() {
            self.follow_limits(shared);
        }
        self.follow_colors(true)
    }

    /// The first of the axes whose limits moved moves the others.
    fn follow_limits(&mut self, shared: usize) {
        let SharedAxes { along, ref axes } = self.links.shared[shared];
        let moved = axes.iter().find_map(|i| {
            let before = along.of(self.axes[*i].frozen_state()?).limits;
            let now = along.of(&self.axes[*i].state).limits;
            (now != before).then_some(now)
        });
        let Some((low, high)) = moved else { return };
        for i in axes {
            if along.of(&self.axes[*i].state).limits != (low, high) {
                self.axes[*i].touch();
                along.of_mut(&mut self.axes[*i].state).set_limits(low, high);
            }
        }
    }
}
