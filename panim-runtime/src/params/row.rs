//! The form parameters have inside and out.
//!
//! Inside they are always a tuple, `(f64,)` for a single one, so that the names from `#[update]`'s
//! signature and serde's own tuples give parameter files with no generated code. Outside they are
//! what a person writes: `f64` for one parameter, `(f64, f64)` for two.

/// One frame's parameters, as a tuple. `#[update]` makes it from its signature.
pub trait Row: Send + Sized {
    /// The form callers write: `()`, `T`, `(A, B)`, ..
    type Item;
    #[doc(hidden)]
    fn pack(item: Self::Item) -> Self;
}

impl Row for () {
    type Item = ();
    fn pack(_: ()) {}
}

/// The row of an animation whose `#[update]` takes no parameters: `()`.
#[diagnostic::on_unimplemented(
    message = "this animation's `#[update]` takes parameters",
    label = "each frame needs its parameters",
    note = "give them with `.params(iter)`, `.sweep(range, n)` or `.params_file(path)`",
    note = "an argument that is to be the number of the frame is marked, `#[index] i: usize`, and is \
            none of them"
)]
pub trait NoParams: Row<Item = ()> {}
#[diagnostic::do_not_recommend]
impl NoParams for () {}

impl<A: Send> Row for (A,) {
    type Item = A;
    fn pack(item: A) -> Self {
        (item,)
    }
}

macro_rules! rows {
    ($(($($param:ident)+))+) => {
        $(impl<$($param: Send),+> Row for ($($param,)+) {
            type Item = Self;
            fn pack(item: Self) -> Self {
                item
            }
        })+
    };
}
rows! {
    (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
    (A B C D E F G H I) (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}
