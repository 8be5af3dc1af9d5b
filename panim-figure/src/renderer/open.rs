//! What setup leaves open and the first frame says.

use super::Renderer;
use crate::{FigureError, figure::FirstFrame};

impl Renderer {
    /// Does setup leave something open, such as limits that nobody set and that its data do not say?
    /// Then the first frame that is drawn says it for all others.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Takes from the frame as it is what setup left open, for this frame and all others.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn with it.
    #[doc(hidden)]
    pub fn open_by_frame(&mut self) -> Result<(), FigureError> {
        if !self.is_open {
            self.open_late();
            return Ok(());
        }
        let first = self.figure.first_frame();
        self.figure.open(&first);
        let changes = self.figure.take_changes();
        let opened = self.open_frozen(first);
        self.figure.put_back(changes);
        opened?;
        let legends = self.place_legends();
        if let Some(first) = &mut self.first {
            first.set_legends(legends);
        }
        self.open_late();
        Ok(())
    }

    /// Does this frame wait for what the first frame says, of an artist that it added or coloured?
    /// Then [`Renderer::open_by`] comes before it is drawn, or it is itself the first frame. One that
    /// is drawn within `#[update]` does not wait.
    #[doc(hidden)]
    pub fn waits(&self) -> bool {
        self.first.is_none() && self.drawn.is_none() && self.figure.waits()
    }

    fn open_late(&mut self) {
        if self.waits() {
            self.first = Some(self.figure.first_frame());
        }
        if let Some(first) = self.first.as_ref().filter(|_| self.drawn.is_none()) {
            self.figure.open_late(first);
        }
    }

    /// What the first frame said: for another renderer of the same figure.
    #[doc(hidden)]
    pub fn first_frame(&self) -> Option<&FirstFrame> {
        self.first.as_ref()
    }

    /// Takes what setup left open from what the first frame said to another renderer.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn with it.
    #[doc(hidden)]
    pub fn open_by(&mut self, first: &FirstFrame) -> Result<(), FigureError> {
        if !self.is_open {
            self.first.get_or_insert_with(|| first.clone());
            return Ok(());
        }
        self.figure.restore();
        self.figure.open(first);
        self.open_frozen(first.clone())
    }

    /// Places everything anew.
    fn open_frozen(&mut self, first: FirstFrame) -> Result<(), FigureError> {
        (self.first, self.is_open) = (Some(first), false);
        self.figure.freeze_again(&mut self.warnings)?;
        self.freeze();
        self.forget();
        Ok(())
    }
}
