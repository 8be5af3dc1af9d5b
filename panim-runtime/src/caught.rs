//! Panics as errors.

use crate::Result;
use std::{
    any::Any,
    mem,
    ops::{Deref, DerefMut},
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Runs it; a panic becomes the error that `panicked` makes of its message. What `work` was
/// changing is to be thrown away then: it may be half done.
pub(crate) fn caught<T>(
    work: impl FnOnce() -> Result<T>,
    panicked: impl FnOnce(String) -> crate::Error,
) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        let message = message(payload.as_ref());
        discard(payload);
        Err(panicked(message))
    })
}

/// Drops it. That it panics while it is dropped says nothing about the video.
pub(crate) fn discard<T>(value: T) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(value))) {
        // It may panic as well, for ever.
        mem::forget(payload);
    }
}

/// Something of the user's, that is [discarded](discard) in the end, wherever it is then: a row, an
/// animation, the iterator that the rows come from.
#[derive(Clone, Debug)]
pub(crate) struct Quiet<T>(Option<T>);

impl<T> Quiet<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Some(value))
    }

    pub(crate) fn into_inner(mut self) -> T {
        match self.0.take() {
            Some(value) => value,
            None => unreachable!("it is taken once, and by value"),
        }
    }
}

impl<T> Deref for Quiet<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match &self.0 {
            Some(value) => value,
            None => unreachable!("it is taken by value alone"),
        }
    }
}

impl<T> DerefMut for Quiet<T> {
    fn deref_mut(&mut self) -> &mut T {
        match &mut self.0 {
            Some(value) => value,
            None => unreachable!("it is taken by value alone"),
        }
    }
}

impl<T> Drop for Quiet<T> {
    fn drop(&mut self) {
        if let Some(value) = self.0.take() {
            discard(value);
        }
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).into()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "no message".into()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Error;
    use std::panic::resume_unwind;

    #[test]
    fn a_panic_is_known_by_its_message() {
        let said = |payload: Box<dyn Any + Send>| {
            let panicked = |message| Error::SetupPanicked { message };
            caught::<()>(|| resume_unwind(payload), panicked).unwrap_err().to_string()
        };
        assert_eq!(said(Box::new("static")), "setup panicked: static");
        assert_eq!(said(Box::new(String::from("made"))), "setup panicked: made");
        assert_eq!(said(Box::new(7)), "setup panicked: no message");
        assert_eq!(said(Box::new(Bomb)), "setup panicked: no message");
    }

    /// Panics when it is dropped, with a payload that does the same.
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            resume_unwind(Box::new(Bomb));
        }
    }

    #[test]
    fn what_panics_while_it_is_dropped_is_dropped_in_silence() {
        drop(Quiet::new(Bomb));
        drop([Quiet::new(Bomb), Quiet::new(Bomb)]);
        // also while something else unwinds
        let panicked = |message| Error::SetupPanicked { message };
        let work = || -> Result<()> {
            let _quiet = Quiet::new(Bomb);
            resume_unwind(Box::new("first"))
        };
        assert_eq!(caught(work, panicked).unwrap_err().to_string(), "setup panicked: first");
        assert_eq!(Quiet::new(7).into_inner(), 7);
    }
}
