//! What can be wrong with a figure, said with the thing and the argument it is wrong in.

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
