//! What is said about text that names no colour.

use crate::error::quoted;

/// Text that names no [`Color`](super::Color).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{}\" is not a color{}; allowed are a CSS name, \"#rgb\", \"#rrggbb\", \"#rrggbbaa\", \
     a CSS function such as \"rgb(31 119 180)\", \"C0\" to \"C9\", \"tab:blue\" and so on, \
     one of the letters \"rgbcmykw\", a gray from \"0\" to \"1\", and \"none\"",
    quoted(given),
    hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default()
)]
pub struct ColorError {
    given: String,
    hint: Option<String>,
}

impl ColorError {
    pub(super) fn new(given: &str, hint: Option<String>) -> Self {
        Self { given: given.to_owned(), hint }
    }

    /// The text as it was given.
    pub fn given(&self) -> &str {
        &self.given
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Color;

    #[test]
    fn the_message_says_what_was_given_and_what_is_allowed() {
        let error = "bleu".parse::<Color>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "\"bleu\" is not a color (did you mean \"blue\"?); allowed are a CSS name, \"#rgb\", \
             \"#rrggbb\", \"#rrggbbaa\", a CSS function such as \"rgb(31 119 180)\", \"C0\" to \
             \"C9\", \"tab:blue\" and so on, one of the letters \"rgbcmykw\", a gray from \"0\" to \
             \"1\", and \"none\""
        );
    }
}
