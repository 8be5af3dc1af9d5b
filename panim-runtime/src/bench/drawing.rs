//! What a worker draws with, lent to benchmarks: frames one by one, nothing encoded. Not public API.

use crate::{
    Render, Result,
    caught::Quiet,
    painter::{Drawn, Painter, Scenes},
};

/// An animation that was set up, and draws its frames.
pub struct Drawing<'a, A, P>(Painter<'a, A, P>);

impl<A, P> Drawing<'_, A, P> {
    /// Sets up the animation of a render as a worker does, and lends it to `f`.
    pub fn lend<S, C, T>(
        render: Render<A, P, S, C>,
        f: impl FnOnce(&mut Drawing<'_, A, P>) -> T,
    ) -> Result<T> {
        let plan = render.plan;
        let scenes = Scenes::new(&plan.start, &plan.glue, &plan.settings);
        Ok(f(&mut Drawing(Painter::new(&scenes)?)))
    }

    /// Draws a frame.
    pub fn draw(&mut self, frame: usize, params: P) -> Result<Drawn<'_>> {
        self.0.draw(frame, Quiet::new(params))
    }
}
