//! Whole numbers of any type, as the builder takes them.

/// A whole number, where the builder counts something: of any integer type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a whole number",
    label = "a whole number is due here",
    note = "whole numbers are `30`, or a variable of any integer type; a float becomes one with \
            `x.round() as usize`"
)]
pub trait WholeNumber {
    /// Its value, or the nearest one that fits.
    #[doc(hidden)]
    fn whole(self) -> i128;
}

macro_rules! whole_numbers {
    ($($type:ty)+) => {
        $(#[diagnostic::do_not_recommend]
        impl WholeNumber for $type {
            fn whole(self) -> i128 {
                i128::try_from(self).unwrap_or(i128::MAX)
            }
        })+
    };
}
whole_numbers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[diagnostic::do_not_recommend]
impl<N: WholeNumber + Copy> WholeNumber for &N {
    fn whole(self) -> i128 {
        (*self).whole()
    }
}
