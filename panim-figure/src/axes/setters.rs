//! What can be said of each axis: the same methods for x, y and z.

use super::{Axes, Grid, State, asked::Feature, axis::Axis};

mod x;
mod y;
mod z;

impl Axes {
    /// The limits of an axis as they are shown; notes whether they are asked for too early.
    fn shown_limits(&self, axis: impl Fn(&State) -> &Axis) -> (f64, f64) {
        let frozen = axis(self.frozen_state().unwrap_or(&self.state));
        let axis = axis(&self.state);
        if axis.waits(frozen) {
            self.asked_too_early.set(true);
        }
        axis.shown()
    }

    /// The lines across the ticks of x, y or z, counted from 0, by this call.
    fn set_grid_of(&mut self, axis: usize, call: &'static str, grid: Grid) {
        if grid.has_minor() {
            self.asks(Feature::Minor, call);
        }
        self.state.grids[axis] = Some(grid);
    }
}
