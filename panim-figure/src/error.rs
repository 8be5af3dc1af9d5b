//! What can be wrong with a figure, said with the thing and the argument it is wrong in.

use std::{borrow::Cow, error::Error, fmt, io, path::PathBuf};

/// A figure that cannot be drawn as it was described.
///
/// It names the artist or the part of the figure, the argument, and what is allowed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{part}, `{argument}`: {message}")]
pub struct FigureError {
    part: &'static str,
    argument: &'static str,
    message: String,
}

impl FigureError {
    pub(crate) fn new(
        part: &'static str,
        argument: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self { part, argument, message: message.into() }
    }

    /// The artist or the part of the figure that is wrong, such as `Line` or `Axes`.
    pub fn part(&self) -> &str {
        self.part
    }

    /// The argument that is wrong, such as `color`.
    pub fn argument(&self) -> &str {
        self.argument
    }
}

/// Why there is no picture in a file, or none came out of it.
#[derive(Debug)]
pub enum PictureError {
    /// The figure cannot be drawn as it was described.
    Figure(FigureError),
    /// The file cannot be written, or it cannot be read or is no PNG.
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Figure(error) => error.fmt(f),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl Error for PictureError {
    /// What is said by the text already is passed over.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Figure(error) => error.source(),
            Self::File { source, .. } => source.source(),
        }
    }
}

impl From<FigureError> for PictureError {
    fn from(error: FigureError) -> Self {
        Self::Figure(error)
    }
}

/// The most characters of somebody's text that a message repeats.
const LONGEST_QUOTE: usize = 80;

/// Text as a message repeats it: its first 80 characters, on one line.
#[doc(hidden)]
pub fn quoted(text: &str) -> Cow<'_, str> {
    let end = text.char_indices().nth(LONGEST_QUOTE).map(|(end, _)| end);
    let start = &text[..end.unwrap_or(text.len())];
    if end.is_none() && !start.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(start.len() + 4);
    for char in start.chars() {
        match char.is_control() {
            true => shown.extend(char.escape_default()),
            false => shown.push(char),
        }
    }
    if end.is_some() {
        shown.push('…');
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_message_repeats_eighty_characters_on_one_line() {
        let long = "ü".repeat(100_000);
        assert_eq!(quoted("2.5 μm"), "2.5 μm");
        assert_eq!(quoted("a\n\tb\0"), "a\\n\\tb\\u{0}");
        assert_eq!(quoted(&long).chars().count(), 81);
        assert!(quoted(&long).ends_with("ü…"));
        assert_eq!(quoted(&long[..160]), &long[..160]);
    }
}
