//! What the user's own code returns, as one kind of error.

use crate::BoxError;
use std::{error::Error, fmt};

/// What `#[setup]`, `#[update]` and the step of a simulation return. `Kind` tells the ways apart, and
/// is the compiler's to find.
#[diagnostic::on_unimplemented(
    message = "`#[setup]`, `#[update]` and a step return `()` or `Result<(), E>`, not `{Self}`",
    label = "return `()` or `Result<(), E>` here",
    note = "`E` is anything that turns into `Box<dyn Error + Send + Sync>`, a `String` for one, or a \
            `Box<dyn Error>`"
)]
pub trait IntoResult<Kind> {
    #[doc(hidden)]
    fn into_result(self) -> Result<(), BoxError>;
}

/// Nothing can fail.
pub struct Infallible;
/// An error that may go to another thread.
pub struct Sendable;
/// An error that has to stay on its thread.
pub struct Local;

#[diagnostic::do_not_recommend]
impl IntoResult<Infallible> for () {
    fn into_result(self) -> Result<(), BoxError> {
        Ok(())
    }
}

impl<E: Into<BoxError>> IntoResult<Sendable> for Result<(), E> {
    fn into_result(self) -> Result<(), BoxError> {
        self.map_err(Into::into)
    }
}

#[diagnostic::do_not_recommend]
impl IntoResult<Local> for Result<(), Box<dyn Error>> {
    fn into_result(self) -> Result<(), BoxError> {
        self.map_err(|error| Told::all_of(&*error).into())
    }
}

#[diagnostic::do_not_recommend]
impl IntoResult<Local> for Result<(), Box<dyn Error + Send>> {
    fn into_result(self) -> Result<(), BoxError> {
        self.map_err(|error| Told::all_of(&*error).into())
    }
}

/// The words of an error that cannot leave its thread, and of what caused it.
#[derive(Debug)]
struct Told {
    text: String,
    cause: Option<Box<Told>>,
}

impl Told {
    fn all_of(error: &(dyn Error + 'static)) -> Self {
        let cause = error.source().map(|cause| Box::new(Self::all_of(cause)));
        Self { text: error.to_string(), cause }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Told {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn into_result<K>(returned: impl IntoResult<K>) -> Option<String> {
        let error: crate::Error = into_result_of(returned).err()?.into();
        Some(format!("{error:?}"))
    }

    fn into_result_of<K>(returned: impl IntoResult<K>) -> Result<(), BoxError> {
        returned.into_result()
    }

    #[test]
    fn errors_of_every_kind_keep_their_words_and_causes() {
        #[derive(Debug)]
        struct NotSend(*const u8, fmt::Error);
        impl fmt::Display for NotSend {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "null is {}", self.0.is_null())
            }
        }
        impl Error for NotSend {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                Some(&self.1)
            }
        }
        assert_eq!(into_result(()), None);
        assert_eq!(into_result(Ok::<_, String>(())), None);
        assert_eq!(into_result(Err::<(), _>("words")).as_deref(), Some("words"));
        let boxed: Result<(), Box<dyn Error>> = Err(NotSend(std::ptr::null(), fmt::Error).into());
        let cause = fmt::Error.to_string();
        assert_eq!(into_result(boxed), Some(format!("null is true: {cause}")));
        let boxed: Result<(), Box<dyn Error + Send>> = Err(Box::new(fmt::Error));
        assert_eq!(into_result(boxed), Some(cause));
    }
}
