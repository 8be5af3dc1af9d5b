//! Items of the caller's, by value or by reference.

use super::Row;
use std::{iter::Cloned, slice};

/// One item per frame: whatever iterates over an animation's parameters, or a slice of them that is
/// lent. `Kind` tells the two apart, and is the compiler's to find.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not give this animation its parameters, `{P}`",
    label = "not one item `{P}` per frame",
    note = "each item is one frame's parameters: a `T` where `#[update]` takes one, a tuple where it \
            takes several",
    note = "items that are references are copied with `.copied()` or `.cloned()`; whole numbers \
            become floats with `.map(f64::from)` or `.map(|n| n as f64)`",
    note = "texts become a `String` with `.map(str::to_owned)`, slices a `Vec` with \
            `.map(<[_]>::to_vec)`"
)]
pub trait ParamItems<P: Row, Kind> {
    #[doc(hidden)]
    type Items: Iterator<Item = P::Item>;
    #[doc(hidden)]
    fn items(self) -> Self::Items;
}

/// Items by value.
pub struct Owned;
/// Items by reference, each to be cloned.
pub struct Lent;

#[diagnostic::do_not_recommend]
impl<P: Row, I: IntoIterator<Item = P::Item>> ParamItems<P, Owned> for I {
    type Items = I::IntoIter;
    fn items(self) -> Self::Items {
        self.into_iter()
    }
}

// Of these types only: for any iterator over references, what an item is to be could no longer be
// told from the parameters, as in `.map(|text| text.parse().unwrap())`.
macro_rules! lent {
    ($(($($n:tt)*) $lent:ty;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<'a, P: Row<Item: Clone>, $($n)*> ParamItems<P, Lent> for $lent {
            type Items = Cloned<slice::Iter<'a, P::Item>>;
            fn items(self) -> Self::Items {
                self.into_iter().cloned()
            }
        }
    )+};
}
lent! {
    () slice::Iter<'a, P::Item>;
    () &'a Vec<P::Item>;
    () &'a [P::Item];
    (const N: usize) &'a [P::Item; N];
}
