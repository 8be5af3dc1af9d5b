//! Errors of data as they are given: the same to both sides, or not.

use super::{
    Broadcast,
    per_point::{OneForAll, OneForEach, PerPoint},
};
use crate::{
    FigureError,
    base::{check::checked_lengths, error::written},
};
use std::{borrow::Borrow, iter};

/// Errors of data: as far below as above, or `(lower, upper)`.
///
/// Each is one number for all points or one for each ([`PerPoint`]), 0 or more: `0.2`, `&errors`, `(0.1, 0.3)`,
/// `(&lower, &upper)`. `Kind` tells these apart and is never written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no errors of data",
    label = "errors are due here",
    note = "errors are one number for all points, `0.5`, a column with one for each, `&errors`, or those below and \
            those above, `(lower, upper)`, each of which is one or the other"
)]
pub trait Errors<Kind> {
    #[doc(hidden)]
    fn errors(self) -> ErrorColumns;
}

/// Of [`Errors`].
#[doc(hidden)]
pub struct ErrorColumns {
    lower: Broadcast,
    upper: Broadcast,
}

/// What errors are that are the same to both sides.
#[doc(hidden)]
pub struct Symmetric<Kind>(Kind);

/// What two errors are.
#[doc(hidden)]
pub struct LowerUpper<Lower, Upper>(Lower, Upper);

#[diagnostic::do_not_recommend]
impl<Kind, E: PerPoint<Kind>> Errors<Symmetric<Kind>> for E {
    fn errors(self) -> ErrorColumns {
        let lower = Broadcast::new(self);
        ErrorColumns { upper: lower.clone(), lower }
    }
}

#[diagnostic::do_not_recommend]
impl<L, U, Lower: PerPoint<L>, Upper: PerPoint<U>> Errors<LowerUpper<L, U>> for (Lower, Upper) {
    fn errors(self) -> ErrorColumns {
        ErrorColumns { lower: Broadcast::new(self.0), upper: Broadcast::new(self.1) }
    }
}

/// How far errors reach below and above.
#[derive(Debug, Clone)]
pub(crate) struct ErrorReach {
    lower: Broadcast,
    upper: Broadcast,
}

impl ErrorReach {
    pub(crate) fn new<K>(errors: impl Errors<K>) -> Self {
        let ErrorColumns { lower, upper } = errors.errors();
        Self { lower, upper }
    }

    pub(crate) fn none() -> Self {
        Self::new([0.0; 0])
    }

    /// Whether there are no errors at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.lower.is_empty() && self.upper.is_empty()
    }

    /// Below a point and above it.
    pub(crate) fn at(&self, point: usize) -> (f64, f64) {
        (self.lower.at(point), self.upper.at(point))
    }

    /// Is there one error for all of so many points, or one for each, and is none negative?
    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
        points: usize,
    ) -> Result<(), FigureError> {
        for errors in [&self.lower, &self.upper] {
            errors.check(part, ("x", points), argument)?;
            if let Some(error) = errors.given().iter().find(|error| **error < 0.0) {
                let message = format!("{} is not an error, 0 or more", written(*error));
                return Err(FigureError::new(part, argument, message));
            }
        }
        Ok(())
    }
}

/// One `bool` for all points, or one for each.
///
/// `Kind` tells the two apart and is never written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a `bool` nor a list of these",
    label = "a `bool`, or one for each point, is due here"
)]
pub trait Flags<Kind> {
    /// Whether it is one for all points.
    #[doc(hidden)]
    const IS_ONE: bool;

    #[doc(hidden)]
    fn flags(self) -> impl Iterator<Item = bool>;
}

#[diagnostic::do_not_recommend]
impl Flags<OneForAll> for bool {
    const IS_ONE: bool = true;

    fn flags(self) -> impl Iterator<Item = bool> {
        iter::once(self)
    }
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: Borrow<bool>>> Flags<OneForEach> for I {
    const IS_ONE: bool = false;

    fn flags(self) -> impl Iterator<Item = bool> {
        self.into_iter().map(|flag| *flag.borrow())
    }
}

/// Flags as an artist keeps them.
#[derive(Debug, Clone)]
pub(crate) struct PointFlags {
    flags: Vec<bool>,
    is_one: bool,
}

impl Default for PointFlags {
    fn default() -> Self {
        Self { flags: vec![false], is_one: true }
    }
}

impl PointFlags {
    pub(crate) fn new<K, F: Flags<K>>(flags: F) -> Self {
        Self { flags: flags.flags().collect(), is_one: F::IS_ONE }
    }

    pub(crate) fn at(&self, point: usize) -> bool {
        self.flags.get(if self.is_one { 0 } else { point }).copied().unwrap_or(false)
    }

    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
        points: usize,
    ) -> Result<(), FigureError> {
        if self.is_one {
            return Ok(());
        }
        checked_lengths(part, ("x", points), (argument, self.flags.len()))
    }
}
