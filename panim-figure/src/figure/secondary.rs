//! Axes that show the same places in another unit.

use super::{Figure, follow::FlatAxis};
use crate::{
    Axes, Handle, OneOf, Side,
    axes::{asked::AxesRole, axis::function::Functions},
};

impl Figure {
    /// Adds a second x axis, at the bottom or at the top, for the same place in another unit: its values are
    /// `function` of those of the axes, and `inverse` goes back. Its limits follow those of the axes.
    ///
    /// What is returned has a label, a locator, a format and ticks of its own, but no artists, and
    /// [`Axes::set_spine`] moves it elsewhere. Where the axes is logarithmic, it is too. A function that is
    /// not finite within the limits, or that turns around there, or whose inverse is none, is an error that
    /// says where, also in a frame that moves the limits.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// let ax = fig.axes();
    /// ax.set_xlabel("angle (°)").add(Line::new([0, 90, 180, 270, 360], [0, 1, 0, -1, 0]));
    /// let degrees = ax.handle();
    /// let radians = fig.secondary_xaxis(degrees, "top", f64::to_radians, f64::to_degrees);
    /// radians.set_xlabel("angle (rad)");
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("secondary_xaxis", fig);
    /// ```
    #[doc = include_str!("../../docs/secondary_xaxis.md")]
    #[doc(alias = "functions")]
    #[track_caller]
    pub fn secondary_xaxis(
        &mut self,
        axes: Handle<Axes>,
        side: impl OneOf<Side>,
        function: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> &mut Axes {
        let side = self.side_of("secondary_xaxis", side, [Side::Bottom, Side::Top]);
        self.add_secondary(axes, FlatAxis::X, side, Functions::new(function, inverse))
    }

    /// Adds a second y axis, at the left or at the right: [`Figure::secondary_xaxis`].
    #[track_caller]
    pub fn secondary_yaxis(
        &mut self,
        axes: Handle<Axes>,
        side: impl OneOf<Side>,
        function: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> &mut Axes {
        let side = self.side_of("secondary_yaxis", side, [Side::Left, Side::Right]);
        self.add_secondary(axes, FlatAxis::Y, side, Functions::new(function, inverse))
    }

    /// The side that is named, or the last of those that there are.
    fn side_of(
        &mut self,
        argument: &'static str,
        side: impl OneOf<Side>,
        allowed: [Side; 2],
    ) -> Side {
        match side.choice() {
            Ok(side) if allowed.contains(&side) => return side,
            Ok(_) => {
                let message = match allowed[1].is_vertical() {
                    true => "a y axis stands at the left or at the right",
                    false => "an x axis stands at the bottom or at the top",
                };
                self.note_mistake(argument, message.into());
            }
            Err(message) => self.note_mistake(argument, message),
        }
        allowed[1]
    }

    #[track_caller]
    fn add_secondary(
        &mut self,
        axes: Handle<Axes>,
        along: FlatAxis,
        side: Side,
        functions: Functions,
    ) -> &mut Axes {
        let (of, at) = self.add_twin(axes);
        self.links.add_secondary(along, (of, at), functions);
        let state = &mut self.axes[at].state;
        let (own, other) = match along {
            FlatAxis::X => (&mut state.x, &mut state.y),
            FlatAxis::Y => (&mut state.y, &mut state.x),
        };
        own.far = matches!(side, Side::Top | Side::Right);
        own.set_limits(0.0, 1.0);
        other.be_borrowed();
        state.role = AxesRole::Secondary;
        state.all_spines(false);
        state.spines.set(side, true.into());
        &mut self.axes[at]
    }
}
