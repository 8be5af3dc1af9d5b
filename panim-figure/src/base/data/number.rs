//! What counts as a number.

use std::ops::{Range, RangeInclusive};

/// A number, where panim takes one: `f64`, `f32`, the integers, and references to them.
///
/// Everything becomes an `f64`; of integers beyond 2⁵³ the nearest one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "a number is due here",
    note = "numbers are `2`, `0.5`, a variable of any integer type or float, or a reference to one",
    note = "text is read with `text.parse::<f64>()?`; a range or a pair sets \
            limits with `set_xrange(0.0..10.0)`"
)]
pub trait Number {
    /// Whether all numbers of this type are whole.
    #[doc(hidden)]
    const IS_WHOLE: bool = false;

    /// Its value as `f64`.
    fn value(self) -> f64;
}

macro_rules! numbers {
    ($is_whole:literal: $($type:ty)*) => {$(
        impl Number for $type {
            const IS_WHOLE: bool = $is_whole;

            #[allow(clippy::cast_precision_loss, clippy::cast_lossless)]
            #[inline]
            fn value(self) -> f64 {
                self as f64
            }
        }
    )*};
}
numbers! { false: f64 f32 }
numbers! { true: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[diagnostic::do_not_recommend]
impl<N: Number + Copy> Number for &N {
    const IS_WHOLE: bool = N::IS_WHOLE;

    #[inline]
    fn value(self) -> f64 {
        (*self).value()
    }
}

/// What a column of [`Data`](crate::Data) holds: a [`Number`], an `Option` of one, whose `None` is
/// NaN, or a `bool`, whose true is 1.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of data",
    label = "not a number",
    note = "data are numbers of any type, `Option`s of them, `None` being a gap, and `bool`s"
)]
pub trait DataValue {
    /// Its value as `f64`.
    fn value(self) -> f64;
}

#[diagnostic::do_not_recommend]
impl<N: Number> DataValue for N {
    #[inline]
    fn value(self) -> f64 {
        Number::value(self)
    }
}

impl<N: Number> DataValue for Option<N> {
    #[inline]
    fn value(self) -> f64 {
        self.map_or(f64::NAN, Number::value)
    }
}

impl<N: Number + Copy> DataValue for &Option<N> {
    #[inline]
    fn value(self) -> f64 {
        DataValue::value(*self)
    }
}

impl DataValue for bool {
    #[inline]
    fn value(self) -> f64 {
        f64::from(u8::from(self))
    }
}

impl DataValue for &bool {
    #[inline]
    fn value(self) -> f64 {
        DataValue::value(*self)
    }
}

/// Two ends of something: a range, `0..10`, `0.0..=2.5`, or a pair of numbers, `(0, 2.5)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a range of numbers",
    label = "a range or a pair of numbers is due here",
    note = "ranges are `0..10`, `0.0..=2.5`, or a pair, `(0, 2.5)`, of numbers of any type"
)]
pub trait Interval {
    /// Both, as `f64`.
    fn ends(self) -> (f64, f64);
}

impl<N: Number> Interval for Range<N> {
    fn ends(self) -> (f64, f64) {
        (self.start.value(), self.end.value())
    }
}

impl<N: Number> Interval for RangeInclusive<N> {
    fn ends(self) -> (f64, f64) {
        let (start, end) = self.into_inner();
        (start.value(), end.value())
    }
}

impl<A: Number, B: Number> Interval for (A, B) {
    fn ends(self) -> (f64, f64) {
        (self.0.value(), self.1.value())
    }
}

impl<N: Number> Interval for [N; 2] {
    fn ends(self) -> (f64, f64) {
        self.map(Number::value).into()
    }
}
