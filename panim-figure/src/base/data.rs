//! Numbers and data as they are given, and columns of `f64` as artists keep them.

mod column;
mod errors;
mod facts;
mod number;
mod per_point;
mod places;
mod points;

pub(crate) use column::{Column, ColumnPart};
pub(crate) use errors::{ErrorReach, PointFlags};
pub use errors::{Errors, Flags};
pub use number::{DataValue, Interval, Number};
pub(crate) use per_point::Broadcast;
pub use per_point::PerPoint;
pub(crate) use places::PlaceColumn;
pub use places::{PlaceValue, Places};
pub use points::{DataPoint, Points};
pub(crate) use points::{columns, no_data, point_data, space_data, space_setters};

/// A column of data: whatever iterates over numbers.
///
/// `&vec`, `[1, 2, 3]`, `0..10`, `x.iter().map(|x| x.sin())` and one-dimensional arrays of other
/// crates are columns. The numbers may be of any type; of `Option`s, `None` is NaN, a gap; of
/// `bool`s, true is 1.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of data",
    label = "a column of numbers is due here",
    note = "a column is whatever iterates over numbers: `&vec`, `[1, 2, 3]`, `0..10`, \
            `x.iter().map(|x| x.sin())`; `None` among them is a gap",
    note = "one number alone is `[1.0]`; instead of a range of floats take `linspace(0, 1, 100)`; \
            where there are no data yet, `Line::empty()`",
    note = "points are taken by `Line::from_points([(x, y), ..])`, `set_points(..)`, and so on",
    note = "numbers in text are read first, `text.parse::<f64>()?`; of an `Arc` or a `Box` take \
            `x.iter()`"
)]
pub trait Data {
    /// Its numbers.
    fn values(self) -> impl Iterator<Item = f64>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: DataValue>> Data for I {
    #[inline]
    fn values(self) -> impl Iterator<Item = f64> {
        self.into_iter().map(DataValue::value)
    }
}

/// Data in two dimensions: rows, or groups, of numbers.
///
/// `[[1, 2], [3, 4]]`, `&vec_of_vecs`, `values.chunks(width)`,
/// `y.iter().map(|y| x.iter().map(move |x| x * y))`, and the rows of an `ndarray::Array2`,
/// `array.rows()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not data in rows",
    label = "rows of numbers are due here",
    note = "rows are whatever iterates over columns of numbers: `[[1, 2], [3, 4]]`, `&vec_of_vecs`, \
            `y.iter().map(|y| x.iter().map(move |x| x * y))`",
    note = "of an `ndarray::Array2` take `array.rows()`; of values in one piece, \
            `values.chunks(width)`; one group alone is `[samples]`; the colours of a picture are taken by \
            `Image::rgb(width, height, bytes)`"
)]
pub trait DataRows {
    /// Its rows.
    fn rows(self) -> impl Iterator<Item: Data>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: Data>> DataRows for I {
    #[inline]
    fn rows(self) -> impl Iterator<Item: Data> {
        self.into_iter()
    }
}

/// `n` evenly spaced numbers from `start` to `stop`, both included, as numpy's `linspace`.
///
/// `n == 1` gives `start` alone, `n == 0` nothing.
pub fn linspace(start: impl Number, stop: impl Number, n: usize) -> Vec<f64> {
    let (start, stop) = (start.value(), stop.value());
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
        assert_eq!(linspace(-1, 1, 3), [-1.0, 0.0, 1.0]);
        assert_eq!(linspace(2, 5.0, 1), [2.0]);
        assert!(linspace(0, 1_u64, 0).is_empty());
    }

    #[test]
    fn a_column_takes_values_references_and_integers() {
        let values = vec![1.0, 2.0];
        assert_eq!(&*Column::new(&values), &[1.0, 2.0]);
        assert_eq!(&*Column::new(values.iter().map(|v| v * 2.0)), &[2.0, 4.0]);
        assert_eq!(&*Column::new(values.iter().filter(|v| **v > 1.0)), &[2.0]);
        assert_eq!(&*Column::new(0..3), &[0.0, 1.0, 2.0]);
        assert_eq!(&*Column::new([1.5_f32]), &[1.5]);
        assert_eq!(&*Column::new([u64::MAX]), &[1.844_674_407_370_955_2e19]);
    }

    #[test]
    fn none_is_a_gap_and_true_is_one() {
        let column = Column::new(vec![Some(1), None]);
        assert_eq!(column[0], 1.0);
        assert!(column[1].is_nan());
        assert_eq!(Column::new([Some(0.5), None].iter())[0], 0.5);
        assert_eq!(&*Column::new([true, false]), &[1.0, 0.0]);
        assert_eq!(&*Column::new([false, true].iter()), &[0.0, 1.0]);
    }
}
