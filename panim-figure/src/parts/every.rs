//! Which of many points something is done at.

use crate::FigureError;

/// Every n-th point: `3`, from the first on, or `(start, 3)` from the one at position `start`, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Every {
    start: usize,
    step: usize,
}

impl Default for Every {
    fn default() -> Self {
        Self::from(1)
    }
}

impl From<usize> for Every {
    fn from(step: usize) -> Self {
        Self { start: 0, step }
    }
}

impl From<(usize, usize)> for Every {
    fn from((start, step): (usize, usize)) -> Self {
        Self { start, step }
    }
}

impl Every {
    pub(crate) fn check(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        if self.step > 0 {
            return Ok(());
        }
        let message = "0 leaves no point; 1 takes each, 2 every other";
        Err(FigureError::new(name, argument, message))
    }

    pub(crate) fn takes(self, point: usize) -> bool {
        point >= self.start && (point - self.start).is_multiple_of(self.step)
    }
}
