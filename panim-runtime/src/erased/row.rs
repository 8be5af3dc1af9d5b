//! Rows of parameters without their type.
#![allow(unsafe_code)]

use crate::{macro_support::Glue, segments::RowDigest};
use std::{
    marker::PhantomData,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

/// One frame's parameters, of a type that lives at least as long as `'u`.
pub(crate) struct AnyRow<'u>(Box<dyn ErasedRow<'u> + 'u>);

trait ErasedRow<'u>: Send {
    fn brand(&self) -> u64;
    fn again(&self) -> AnyRow<'u>;
    #[cfg(feature = "preview")]
    fn show(&self) -> Vec<Option<String>>;
    fn hash(&self, digest: &mut RowDigest);
}

struct TypedRow<P> {
    row: P,
    of: RowType<P>,
}

/// What the rows of one render are, and what can be done with them. Only this brings them back to their type.
pub(crate) struct RowType<P> {
    /// Of no other `RowType` but its copies. These have the same `P`, lifetimes and all, since a `RowType`
    /// is invariant in it.
    brand: u64,
    clone: Option<fn(&P) -> P>,
    #[cfg(feature = "preview")]
    show: fn(&P) -> Vec<Option<String>>,
    hash: fn(&P, &mut RowDigest),
    invariant: PhantomData<fn(P) -> P>,
}

// By hand, since a derive would ask the same of `P`.
impl<P> Clone for RowType<P> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<P> Copy for RowType<P> {}

impl<P> RowType<P> {
    /// Of a render that is about to begin.
    pub(crate) fn of<A>(glue: &Glue<A, P>) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            brand: NEXT.fetch_add(1, Relaxed),
            clone: glue.clone,
            #[cfg(feature = "preview")]
            show: glue.show,
            hash: glue.hash,
            invariant: PhantomData,
        }
    }

    pub(crate) fn erase<'u>(self, row: P) -> AnyRow<'u>
    where
        P: Send + 'u,
    {
        AnyRow(Box::new(TypedRow { row, of: self }))
    }

    fn check(self, row: &AnyRow<'_>) {
        assert_eq!(row.0.brand(), self.brand, "a row of another render");
    }

    pub(crate) fn take(self, row: AnyRow<'_>) -> P {
        self.check(&row);
        let row: *mut TypedRow<P> = Box::into_raw(row.0).cast();
        // SAFETY: a row of this brand was made by `erase` of a copy of `self`, so that the box has a
        // `TypedRow<P>`, with the same `P`.
        unsafe { Box::from_raw(row) }.row
    }

    pub(crate) fn borrow<'r>(self, row: &'r AnyRow<'_>) -> &'r P {
        self.check(row);
        let row: *const TypedRow<P> = (&raw const *row.0).cast();
        // SAFETY: as in `take`; it lives, and nobody changes it, as long as the `AnyRow` is borrowed.
        &unsafe { &*row }.row
    }
}

impl<'u, P: Send + 'u> ErasedRow<'u> for TypedRow<P> {
    fn brand(&self) -> u64 {
        self.of.brand
    }

    fn again(&self) -> AnyRow<'u> {
        match self.of.clone {
            Some(clone) => self.of.erase(clone(&self.row)),
            None => unreachable!("who asks has seen that rows can be cloned"),
        }
    }

    #[cfg(feature = "preview")]
    fn show(&self) -> Vec<Option<String>> {
        (self.of.show)(&self.row)
    }

    fn hash(&self, digest: &mut RowDigest) {
        (self.of.hash)(&self.row, digest);
    }
}

impl<'u> AnyRow<'u> {
    /// A clone, where rows can be cloned.
    pub(crate) fn again(&self) -> Self {
        self.0.again()
    }

    /// Its parameters as text, where they have one.
    #[cfg(feature = "preview")]
    pub(crate) fn show(&self) -> Vec<Option<String>> {
        self.0.show()
    }

    /// Takes in its parameters, those of which it is possible.
    pub(crate) fn hash(&self, digest: &mut RowDigest) {
        self.0.hash(digest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glue<P: Clone>() -> Glue<(), P> {
        Glue {
            names: &[],
            setup: |(), _| Ok(()),
            update: |(), _, _| Ok(()),
            clone: Some(P::clone),
            show: |_| vec![Some("shown".into())],
            hash: |_, _| (),
        }
    }

    #[test]
    fn rows_come_back_with_what_they_borrow() {
        let text = String::from("borrowed");
        let rows = RowType::of(&glue::<(&str, Vec<u8>)>());
        let row = rows.erase((text.as_str(), vec![1, 2]));
        let other = row.again();
        assert_eq!(rows.borrow(&row), &("borrowed", vec![1, 2]));
        assert_eq!(rows.take(row), ("borrowed", vec![1, 2]));
        assert_eq!(rows.take(other), ("borrowed", vec![1, 2]));
    }

    #[test]
    #[should_panic(expected = "a row of another render")]
    fn rows_of_another_render_do_not() {
        let rows = glue::<(f64,)>();
        let _ = RowType::of(&rows).take(RowType::of(&rows).erase((1.0,)));
    }
}
