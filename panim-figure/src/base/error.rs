//! What can be wrong with a figure, said with the thing and the argument it is wrong in.

use crate::Number;
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
    /// The error of an artist of one's own: its name, the argument that is wrong, and what is allowed,
    /// `"-1 is not a length, which is above 0"`.
    pub fn new(part: &'static str, argument: &'static str, message: impl Into<String>) -> Self {
        Self { part, argument, message: shortened(message.into()) }
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
#[non_exhaustive]
pub enum PictureError {
    /// The figure cannot be drawn as it was described.
    Figure(FigureError),
    /// The file cannot be written, or it cannot be read or is no PNG or JPEG.
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

/// A number as a message repeats it: the fewest digits that tell it from all others, with an exponent
/// where there would be too many zeros.
#[doc(hidden)]
pub fn written(number: impl Number) -> String {
    let number = number.value();
    let is_short = number == 0.0 || (1e-4..1e7).contains(&number.abs()) || !number.is_finite();
    if is_short { number.to_string() } else { format!("{number:e}") }
}

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

/// A message without its middle, if it is so long that it must hold somebody's text.
#[doc(hidden)]
pub fn shortened(message: String) -> String {
    const LONGEST: usize = 1000;
    const KEPT: usize = 300;
    if message.len() <= LONGEST {
        return message;
    }
    let boundary = |at: usize| (0..=at).rev().find(|at| message.is_char_boundary(*at));
    let (head, tail) = (boundary(KEPT), boundary(message.len() - KEPT));
    let (head, tail) = (head.unwrap_or_default(), tail.unwrap_or_default());
    format!("{} … {}", &message[..head], &message[tail..])
}

#[cfg(test)]
mod tests {
    use super::{FigureError, quoted};

    #[test]
    fn a_long_message_keeps_its_beginning_and_its_end() {
        let message = format!("`{}` is no date; write 2026-01-31", "ü".repeat(100_000));
        let error = FigureError::new("Axes", "set_xlim", message).to_string();
        assert!(error.starts_with("Axes, `set_xlim`: `üüü"), "{error}");
        assert!(
            error.ends_with("üü` is no date; write 2026-01-31") && error.len() < 700,
            "{error}"
        );
        let error = crate::parse_date(&"9".repeat(100_000)).map_err(|error| error.to_string());
        assert!(error.is_err_and(|error| error.len() < 1100));
    }

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
