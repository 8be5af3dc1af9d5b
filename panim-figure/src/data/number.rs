//! What counts as a number.

/// A number, where panim takes one: `f64`, `f32`, the integers, and references to them.
///
/// Everything becomes an `f64`; of integers beyond 2⁵³ the nearest one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "a number is due here",
    note = "numbers are `2`, `0.5`, a variable of any integer type or float, or a reference to one",
    note = "text is read with `text.parse::<f64>()?`; a list takes part where data are due"
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
