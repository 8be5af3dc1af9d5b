//! Animations without their type.

use super::row::{AnyRow, RowType};
use crate::{
    BoxError,
    macro_support::{Glue, Start},
};
use panim_figure::{Figure, Frame};

/// Where a render's animations come from.
pub(crate) trait Animations<P>: Sync {
    /// Another one, for a figure of its own.
    fn one(&self) -> Box<dyn Animation<P> + '_>;
}

/// One that draws frames from rows.
pub(crate) trait Animation<P> {
    fn set_up(&mut self, figure: &mut Figure) -> Result<(), BoxError>;
    fn update(&self, frame: &mut Frame<'_>, row: P) -> Result<(), BoxError>;
}

/// Those of one type.
pub(crate) struct TypedAnimations<A, P> {
    start: Start<A>,
    glue: Glue<A, P>,
    rows: RowType<P>,
}

impl<A, P> TypedAnimations<A, P> {
    /// `rows`: what they are given.
    pub(crate) fn new(start: Start<A>, glue: Glue<A, P>, rows: RowType<P>) -> Self {
        Self { start, glue, rows }
    }
}

struct TypedAnimation<'a, A, P> {
    value: A,
    from: &'a TypedAnimations<A, P>,
}

impl<'u, A: Send, P: Send> Animations<AnyRow<'u>> for TypedAnimations<A, P> {
    fn one(&self) -> Box<dyn Animation<AnyRow<'u>> + '_> {
        Box::new(TypedAnimation { value: self.start.one(), from: self })
    }
}

impl<'u, A, P> Animation<AnyRow<'u>> for TypedAnimation<'_, A, P> {
    fn set_up(&mut self, figure: &mut Figure) -> Result<(), BoxError> {
        (self.from.glue.setup)(&mut self.value, figure)
    }

    fn update(&self, frame: &mut Frame<'_>, row: AnyRow<'u>) -> Result<(), BoxError> {
        (self.from.glue.update)(&self.value, frame, self.from.rows.take(row))
    }
}
