//! A state that is stepped from frame to frame.

use super::{ParamSource, Row, Rows};
use crate::{BoxError, Error, Result, results::IntoResult};

/// What `.simulate(..)` was given, and the state of the next frame.
///
/// What it needs of its types is kept as functions: a step that does not fit is told where it was
/// given, and not again where the render is run.
pub struct Simulation<P: Row, F> {
    /// None after the last frame.
    state: Option<P::Item>,
    step: F,
    frames: usize,
    next: usize,
    take: fn(&mut F, &mut P::Item) -> Result<(), BoxError>,
    clone: fn(&P::Item) -> P::Item,
}

impl<P: Row, F> Simulation<P, F> {
    pub(crate) fn new<R, K>(frames: usize, state: P::Item, step: F) -> Self
    where
        P::Item: Clone,
        F: FnMut(&mut P::Item) -> R,
        R: IntoResult<K>,
    {
        Self {
            state: Some(state),
            step,
            frames,
            next: 0,
            take: |step, state| step(state).into_result(),
            clone: Clone::clone,
        }
    }
}

impl<P: Row, F: Clone> Clone for Simulation<P, F> {
    fn clone(&self) -> Self {
        let Self { frames, next, take, clone, .. } = *self;
        Self {
            state: self.state.as_ref().map(clone),
            step: self.step.clone(),
            frames,
            next,
            take,
            clone,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<P: Row, F> ParamSource<P> for Simulation<P, F> {
    type Rows = Self;
    fn open(self, _: &'static [&'static str]) -> Result<Self> {
        Ok(self)
    }
}

impl<P: Row, F> Iterator for Simulation<P, F> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        let state = match self.step()? {
            Ok(state) => state,
            Err(error) => return Some(Err(error)),
        };
        if self.next < self.frames {
            self.state = Some((self.clone)(&state));
        }
        Some(Ok(P::pack(state)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.frames - self.next;
        (left, Some(left))
    }
}

impl<P: Row, F> Simulation<P, F> {
    /// The state of the next frame.
    fn step(&mut self) -> Option<Result<P::Item>> {
        let frame = self.next;
        if frame >= self.frames {
            return None;
        }
        let mut state = self.state.take()?;
        if frame > 0
            && let Err(source) = (self.take)(&mut self.step, &mut state)
        {
            return Some(Err(Error::Frame { frame, source }));
        }
        self.next += 1;
        Some(Ok(state))
    }
}

impl<P: Row, F> Rows<P> for Simulation<P, F> {
    /// Steps through them, and clones nothing.
    fn pass(&mut self, rows: usize) -> Result<usize> {
        for passed in 0..rows {
            match self.step().transpose()? {
                Some(state) => self.state = Some(state),
                None => return Ok(passed),
            }
        }
        Ok(rows)
    }

    fn are_stepped(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::cell::Cell;

    fn simulation<F: FnMut(&mut u32) -> R, R: IntoResult<K>, K>(
        frames: usize,
        step: F,
    ) -> impl Rows<(u32,)> {
        ParamSource::open(Simulation::<(u32,), _>::new(frames, 1, step), &["n"]).unwrap()
    }

    fn doubled(n: &mut u32) {
        *n *= 2;
    }

    #[test]
    fn a_frame_has_the_state_after_as_many_steps_as_its_number() {
        let states: Vec<_> = simulation(5, doubled).map(|row| row.unwrap().0).collect();
        assert_eq!(states, [1, 2, 4, 8, 16]);
        assert_eq!(simulation(0, doubled).count(), 0);
        assert_eq!(simulation(1, doubled).count(), 1);
    }

    #[test]
    fn steps_are_taken_lazily_and_none_beyond_the_last_frame() {
        let steps = Cell::new(0);
        let counted = |_: &mut u32| steps.set(steps.get() + 1);
        let mut simulation = simulation(3, counted);
        for expected in [0, 1, 2] {
            assert_eq!(simulation.size_hint(), (3 - expected, Some(3 - expected)));
            simulation.next().unwrap().unwrap();
            assert_eq!(steps.get(), expected);
        }
        assert!(simulation.next().is_none() && simulation.next().is_none());
        assert_eq!(steps.get(), 2);
    }

    #[test]
    fn a_step_that_fails_is_the_failure_of_its_frame() {
        let mut simulation = simulation(9, |n: &mut u32| {
            *n = n.checked_mul(1 << 12).ok_or("overflow")?;
            Ok::<_, &str>(())
        });
        let states: Vec<_> = simulation.by_ref().take(3).map(Result::unwrap).collect();
        assert_eq!(states, [(1,), (1 << 12,), (1 << 24,)]);
        let error = simulation.next().unwrap().unwrap_err().to_string();
        assert_eq!(error, "frame 3 failed: overflow");
    }
}
