//! Data as artists keep it: a column of `f64`, cheap to copy, from anything that iterates over numbers.

use std::{ops::Deref, sync::Arc};

/// A number that can be plotted: `f64`, `f32`, the integers, and references to them.
pub trait Number {
    /// Its value as `f64`.
    fn value(self) -> f64;
}

macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl Number for $type {
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless)]
            #[inline]
            fn value(self) -> f64 {
                self as f64
            }
        }
        impl Number for &$type {
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless)]
            #[inline]
            fn value(self) -> f64 {
                *self as f64
            }
        }
    )*};
}
numbers! { f64 f32 i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

/// One coordinate of an artist's points. A clone shares the values: putting an artist back as it
/// was after a frame costs nothing, however long its data.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Column(Arc<[f64]>);

impl Column {
    pub(crate) fn new<I: IntoIterator<Item: Number>>(values: I) -> Self {
        Self(values.into_iter().map(Number::value).collect())
    }
}

impl Deref for Column {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.0
    }
}

/// `n` evenly spaced numbers from `start` to `stop`, both included, as numpy's `linspace`.
///
/// `n == 1` gives `start` alone, `n == 0` nothing.
pub fn linspace(start: f64, stop: f64, n: usize) -> Vec<f64> {
    let last = n.saturating_sub(1);
    (0..n)
        .map(|i| {
            if i == last && n > 1 {
                stop
            } else {
                start + (stop - start) * i as f64 / last.max(1) as f64
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linspace_hits_both_ends() {
        assert_eq!(linspace(0.0, 0.3, 4).last(), Some(&0.3));
        assert_eq!(linspace(-1.0, 1.0, 3), [-1.0, 0.0, 1.0]);
        assert_eq!(linspace(2.0, 5.0, 1), [2.0]);
        assert!(linspace(0.0, 1.0, 0).is_empty());
    }

    #[test]
    fn a_column_takes_values_references_and_integers() {
        let values = vec![1.0, 2.0];
        assert_eq!(&*Column::new(&values), &[1.0, 2.0]);
        assert_eq!(&*Column::new(values.iter().map(|v| v * 2.0)), &[2.0, 4.0]);
        assert_eq!(&*Column::new(0..3), &[0.0, 1.0, 2.0]);
        assert_eq!(&*Column::new([1.5_f32]), &[1.5]);
    }
}
