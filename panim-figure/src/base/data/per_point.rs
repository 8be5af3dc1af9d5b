//! One number for all points, or a number for each.

use super::{Column, Data, Number};
use crate::{FigureError, base::check::checked_lengths};

/// One [`Number`] for all points, or a column of [`Data`] with one for each.
///
/// `Kind` tells the two apart and is never written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a number nor a column of data",
    label = "a number, or a column of numbers, is due here",
    note = "one number is for all points, `0.5`; a column is whatever iterates over numbers: `&vec`, \
            `[1, 2, 3]`, `0..10`, `x.iter().map(|x| x.sin())`; `None` among them is a gap",
    note = "instead of a range of floats take `linspace(0, 1, 100)`; of an `Arc` or a `Box` take `x.iter()`"
)]
pub trait PerPoint<Kind> {
    /// Whether it is one number for all points.
    #[doc(hidden)]
    const IS_ONE: bool;

    /// The number, or those of the column.
    #[doc(hidden)]
    fn per_point(self) -> impl Iterator<Item = f64>;
}

/// What one number for all points is.
#[doc(hidden)]
pub struct OneForAll;

/// What a column is.
#[doc(hidden)]
pub struct OneForEach;

#[diagnostic::do_not_recommend]
impl<N: Number> PerPoint<OneForAll> for N {
    const IS_ONE: bool = true;

    fn per_point(self) -> impl Iterator<Item = f64> {
        std::iter::once(self.value())
    }
}

#[diagnostic::do_not_recommend]
impl<D: Data> PerPoint<OneForEach> for D {
    const IS_ONE: bool = false;

    fn per_point(self) -> impl Iterator<Item = f64> {
        self.values()
    }
}

/// What was given per point, as an artist keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Broadcast {
    values: Column,
    is_one: bool,
}

impl Broadcast {
    pub(crate) fn new<K, V: PerPoint<K>>(values: V) -> Self {
        Self { values: Column::new(values.per_point()), is_one: V::IS_ONE }
    }

    /// The value of a point, if it has one.
    pub(crate) fn get(&self, point: usize) -> Option<f64> {
        self.values.get(if self.is_one { 0 } else { point }).copied()
    }

    /// The same, or not a number.
    pub(crate) fn at(&self, point: usize) -> f64 {
        self.get(point).unwrap_or(f64::NAN)
    }

    /// Is it one value for all?
    pub(crate) fn is_one(&self) -> bool {
        self.is_one
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values that were given, one for all or one for each.
    pub(crate) fn given(&self) -> &[f64] {
        &self.values
    }

    /// Is there one for all points, or as many as there are?
    pub(crate) fn check(
        &self,
        part: &'static str,
        points: (&'static str, usize),
        name: &'static str,
    ) -> Result<(), FigureError> {
        if self.is_one {
            return Ok(());
        }
        checked_lengths(part, points, (name, self.values.len()))
    }
}
