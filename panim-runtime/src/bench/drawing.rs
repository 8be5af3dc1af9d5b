//! What a worker draws with, lent to benchmarks: frames one by one, nothing encoded. Not public API.

use crate::{
    Render, Result,
    caught::Quiet,
    erased::{AnyRow, RowType},
    painter::{Drawn, Painter, Scenes},
};

/// An animation that was set up, and draws its frames.
pub struct Drawing<'a, 'u, P> {
    painter: Painter<'a, AnyRow<'u>>,
    rows: RowType<P>,
}

impl<'u, P: Send + 'u> Drawing<'_, 'u, P> {
    /// Sets up the animation of a render as a worker does, and lends it to `f`.
    pub fn lend<A: Send + 'u, S, C, T>(
        render: Render<A, P, S, C>,
        f: impl FnOnce(&mut Drawing<'_, 'u, P>) -> T,
    ) -> Result<T> {
        let rows = RowType::of(&render.plan.glue);
        let plan = render.plan.erased(rows);
        let scenes = Scenes::new(&*plan.animations, &plan.settings);
        Ok(f(&mut Drawing { painter: Painter::new(&scenes)?, rows }))
    }

    /// Draws a frame.
    pub fn draw(&mut self, frame: usize, params: P) -> Result<Drawn<'_>> {
        self.painter.draw(frame, Quiet::new(self.rows.erase(params)))
    }
}
