//! The builder's methods that say what each frame gets.

use super::Render;
use crate::{
    WholeNumber,
    params::{
        Indexed, Items, NoParams, ParamItems, Row, Simulation, Sweep, SweepRange, Swept, Unset,
    },
    results::IntoResult,
};
use std::iter::{self, RepeatN};

impl<A, P, C> Render<A, P, Unset, C> {
    pub(super) fn from<S>(self, source: S) -> Render<A, P, S, C> {
        Render { plan: self.plan, source, listener: self.listener }
    }
}

impl<A, P: Row, C> Render<A, P, Unset, C> {
    /// One frame per item: a `T` where `#[update]` takes one parameter, a tuple where it takes
    /// several. Items are taken lazily, on the thread that calls `run`: the iterator need not be
    /// `Send`, and may be endless for a [`still`](Self::still). Of a slice or a `Vec` that is lent,
    /// `&values` or `values.iter()`, each item is cloned.
    pub fn params<I, Kind>(self, items: I) -> Render<A, P, Items<I::Items, P>, C>
    where
        I: ParamItems<P, Kind>,
    {
        self.from(Items::new(items.items()))
    }

    /// A state that goes on from frame to frame: `step` changes it, in order, and each frame gets a
    /// clone as its parameter. Frame `i` gets the state after `i` steps, so the first one gets
    /// `state` as it is given.
    ///
    /// Where `#[update]` takes one parameter, that is the state, by value or by reference; where it
    /// takes several, the state is a tuple of them. Steps are taken lazily, on the thread that calls
    /// `run`, while the workers draw: no more than [`in_flight`](Self::in_flight) groups of states
    /// are in memory. [`still(i)`](Self::still) takes `i` steps.
    ///
    /// `step` returns nothing, or a `Result<(), E>` as `#[update]` does: an error is that of the frame
    /// it was taken for.
    ///
    /// ```ignore
    /// let render = Bounce::render("bounce.mp4").simulate(300, Ball { height: 10.0, speed: 0.0 }, |ball| {
    ///     ball.speed -= 9.81 / 30.0;
    ///     ball.height += ball.speed / 30.0;
    /// });
    /// ```
    pub fn simulate<F, R, Kind>(
        mut self,
        frames: impl WholeNumber,
        state: P::Item,
        step: F,
    ) -> Render<A, P, Simulation<P, F>, C>
    where
        P: Row<Item: Clone>,
        F: FnMut(&mut P::Item) -> R,
        R: IntoResult<Kind>,
    {
        let frames = self.plan.settings.count("simulate", frames);
        self.from(Simulation::new(frames, state, step))
    }

    /// One frame per `(frame, parameters)`, in any order, frames counted from 0.
    ///
    /// What comes early waits in memory, parameters only. A frame given twice is an error, and so is
    /// one that is left out; it is named.
    pub fn params_indexed<I>(self, items: I) -> Render<A, P, Indexed<I::IntoIter>, C>
    where
        I: IntoIterator<Item = (usize, P::Item)>,
    {
        self.from(Indexed(items.into_iter()))
    }
}

impl<A, P, C> Render<A, P, Unset, C> {
    /// So many frames of an animation whose `#[update]` takes no parameters: they differ by the
    /// frame's number, an argument `#[index] i: usize`.
    pub fn frames(mut self, frames: impl WholeNumber) -> Render<A, P, Items<RepeatN<()>, P>, C>
    where
        P: NoParams,
    {
        let frames = self.plan.settings.count("frames", frames);
        self.from(Items::new(iter::repeat_n((), frames)))
    }

    /// So many evenly spaced numbers for an animation whose `#[update]` takes one `f64` or `f32`:
    /// from `a..b`, the end left out, so that a loop closes without a double frame, or from `a..=b`,
    /// the end being the last frame. A single frame gets the start.
    pub fn sweep(
        mut self,
        range: impl SweepRange,
        frames: impl WholeNumber,
    ) -> Render<A, P, Sweep<P>, C>
    where
        P: Swept,
    {
        let frames = self.plan.settings.count("sweep", frames);
        self.from(range.over(frames, P::of))
    }
}
