//! What frame 0 says to frames that are drawn without it.

use crate::{
    Error, Result,
    caught::Quiet,
    painter::{Painter, Scenes},
};
use panim_figure::__private::FirstFrame;
use std::sync::{Mutex, PoisonError};

/// The row of frame 0, where that frame is not drawn: it is asked only if some frame needs to know.
pub(crate) struct FirstRow<P>(Mutex<FirstState<P>>);

enum FirstState<P> {
    Unasked(Quiet<P>),
    Said(FirstFrame),
    /// Whoever asked has heard why.
    Failed,
}

impl<P> FirstRow<P> {
    pub(crate) fn new(row: Quiet<P>) -> Self {
        Self(Mutex::new(FirstState::Unasked(row)))
    }

    /// What the row is, before it is asked.
    pub(crate) fn with_row<T>(&self, of: impl FnOnce(Option<&P>) -> T) -> T {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            FirstState::Unasked(row) => of(Some(row)),
            FirstState::Said(_) | FirstState::Failed => of(None),
        }
    }

    /// What frame 0 says. None: it has failed before.
    pub(crate) fn said(&self, scenes: &Scenes<'_, P>) -> Result<Option<FirstFrame>> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let FirstState::Said(first) = &*state {
            return Ok(Some(first.clone()));
        }
        let FirstState::Unasked(row) = std::mem::replace(&mut *state, FirstState::Failed) else {
            return Ok(None);
        };
        let mut painter = Painter::new(scenes)?;
        let first = painter.update(0, row)?.cloned().unwrap_or_default();
        *state = FirstState::Said(first.clone());
        Ok(Some(first))
    }

    /// The same, where each frame has to be told why it is not there.
    fn said_again(&self, scenes: &Scenes<'_, P>) -> Result<FirstFrame> {
        self.said(scenes)?.ok_or_else(|| {
            let source = "frame 0 failed, whose limits this one needs".into();
            Error::Frame { frame: 0, source }
        })
    }
}

/// Lets the animation change the figure to one frame, whatever was drawn before.
/// [`Painter::finish`] or [`Painter::picture`] comes next.
pub(crate) fn draw_apart<P>(
    painter: &mut Painter<'_, P>,
    scenes: &Scenes<'_, P>,
    first: Option<&FirstRow<P>>,
    frame: usize,
    row: Quiet<P>,
) -> Result<()> {
    let first = first.filter(|_| frame > 0);
    if let Some(first) = first.filter(|_| painter.is_open()) {
        painter.open(first.said_again(scenes)?);
    }
    painter.update(frame, row)?;
    if let Some(first) = first.filter(|_| painter.waits()) {
        painter.open(first.said_again(scenes)?);
    }
    Ok(())
}
