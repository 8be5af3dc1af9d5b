//! Panics as errors.

use crate::Result;
use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Runs it; a panic becomes the error that `panicked` makes of its message. What `work` was
/// changing is to be thrown away then: it may be half done.
pub(crate) fn caught<T>(
    work: impl FnOnce() -> Result<T>,
    panicked: impl FnOnce(String) -> crate::Error,
) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|payload| Err(panicked(message(payload.as_ref()))))
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
    }
}
