//! What can be said of each axis: the same methods for x, y and z.

use super::{Axes, State, axis::Axis};

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
}
