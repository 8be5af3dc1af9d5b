//! What follows from something else: shared limits, and the colours of colorbars.

use super::{Figure, colorbar};
use crate::layout::Contents;
use crate::{
    Axes, AxisScale, FigureError, Projection,
    axes::{
        State,
        axis::{
            Axis,
            function::{Followed, Functions},
        },
    },
    base::{extent::Extent, wanted::Wanted},
};

/// Which axes go together.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    shared: Vec<SharedAxes>,
    secondary: Vec<SecondaryAxis>,
    pub(super) bars: Vec<colorbar::Link>,
}

#[derive(Debug, Clone)]
struct SharedAxes {
    along: FlatAxis,
    axes: Vec<usize>,
}

/// An axis whose limits are a function of those of another one.
#[derive(Debug, Clone)]
struct SecondaryAxis {
    along: FlatAxis,
    of: usize,
    axes: usize,
    functions: Functions,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum FlatAxis {
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

    /// The axis of `axes` follows that of another one.
    pub(super) fn add_secondary(
        &mut self,
        along: FlatAxis,
        (of, axes): (usize, usize),
        functions: Functions,
    ) {
        self.secondary.push(SecondaryAxis { along, of, axes, functions });
        let across = if along == FlatAxis::X { FlatAxis::Y } else { FlatAxis::X };
        self.share(across, vec![of, axes]);
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
        self.follow_functions(true)?;
        self.follow_colors(true)
    }

    /// Carries limits to secondary axes. `moving`: they may have changed for this frame only.
    pub(super) fn follow_functions(&mut self, moving: bool) -> Result<(), FigureError> {
        for SecondaryAxis { along, of, axes, functions } in &self.links.secondary {
            let (along, state) = (*along, &self.axes[*of].state);
            let refuse = |message: String| {
                let name = match along {
                    FlatAxis::X => "secondary_xaxis",
                    FlatAxis::Y => "secondary_yaxis",
                };
                Err(FigureError::new("Figure", name, message))
            };
            if state.projection != Projection::Rectilinear {
                return refuse("polar and 3D axes have no secondary axes".into());
            }
            let parent = along.of(state);
            let (scale, shown, ticks_move) = (parent.scale, parent.shown(), parent.ticks_move());
            if !(shown.0.is_finite() && shown.1.is_finite()) {
                continue; // said of the axes themselves
            }
            let limits = match functions.limits(scale, shown) {
                Ok(limits) => limits,
                Err(message) => {
                    let axis = if along == FlatAxis::X { 'x' } else { 'y' };
                    return refuse(format!(
                        "{message}: set limits that suit it by `set_{axis}lim` of the axes, or a smaller \
                         margin by `set_{axis}margin`"
                    ));
                }
            };
            let own = along.of(&self.axes[*axes].state);
            let is_new = own.followed.as_ref().is_none_or(|followed| !followed.is_of(scale, shown));
            if !is_new && own.limits == limits {
                continue;
            }
            if moving {
                self.axes[*axes].touch();
            }
            let own = along.of_mut(&mut self.axes[*axes].state);
            let was_log = own.followed.take().is_some_and(|followed| followed.is_log);
            let mut followed = Followed::new(functions, scale, shown);
            // powers of ten stay readable where they are those of a power
            let is_log = scale.is_log() && limits.0.min(limits.1) > 0.0;
            if own.scale == AxisScale::Linear && is_log {
                (own.scale, followed.is_log) = (scale, true);
            } else if was_log {
                followed.is_log = is_log;
                own.scale = if is_log { scale } else { AxisScale::Linear };
            }
            own.set_limits(limits.0, limits.1);
            (own.followed, own.moving) = (Some(followed), moving && ticks_move);
        }
        Ok(())
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
