//! What is said about what is no colour.

use crate::base::error::quoted;

/// What was given as a [`Color`](super::Color) and is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct ColorError {
    given: String,
    why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Why {
    /// Text that names none, and perhaps what was meant.
    Text(Option<String>),
    /// Numbers, and what is wrong with them.
    Numbers(String),
}

impl ColorError {
    pub(super) fn new(given: &str, hint: Option<String>) -> Self {
        Self { given: given.to_owned(), why: Why::Text(hint) }
    }

    pub(super) fn numbers(given: String, wrong: String) -> Self {
        Self { given, why: Why::Numbers(wrong) }
    }

    /// What was given: text as it was, numbers as a tuple.
    pub fn given(&self) -> &str {
        &self.given
    }

    fn message(&self) -> String {
        let given = &self.given;
        match &self.why {
            Why::Numbers(wrong) => format!("{given} is not a color: {wrong}"),
            Why::Text(hint) => {
                let hint = hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
                format!(
                    "\"{}\" is not a color{hint}; allowed are a CSS name, \"#rgb\", \"#rrggbb\", \
                     \"#rrggbbaa\", a CSS function such as \"rgb(31 119 180)\", \"C0\" to \"C9\", \
                     \"tab:blue\" and so on, one of the letters \"rgbcmykw\", a gray from \"0\" to \
                     \"1\", and \"none\"",
                    quoted(given)
                )
            }
        }
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
