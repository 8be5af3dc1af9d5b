//! What a value shows of itself below a notebook's cell.
//!
//! evcxr, the Rust kernel of Jupyter, calls `evcxr_display` of a cell's last value and reads standard
//! output: what stands between two lines of its own is a form of the value, by its media type.

use super::embed::base64;
use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

/// A value in one or several forms, of which a notebook shows the richest.
#[derive(Default)]
pub struct NotebookOutput(String);

impl NotebookOutput {
    /// In words.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.form("text/plain", text)
    }

    /// As a piece of a page.
    #[must_use]
    pub fn html(self, html: &str) -> Self {
        self.form("text/html", html)
    }

    /// As a picture of this media type, such as `image/png`.
    #[must_use]
    pub fn image(self, media_type: &str, bytes: &[u8]) -> Self {
        self.form(media_type, &base64(bytes))
    }

    fn form(mut self, media_type: &str, content: &str) -> Self {
        // one line: nothing in it can be the one that ends it
        let content = content.split(['\n', '\r']).collect::<Vec<_>>().join(" ");
        let _ = write!(self.0, "EVCXR_BEGIN_CONTENT {media_type}\n{content}\nEVCXR_END_CONTENT\n");
        self
    }

    /// Hands it to whoever reads standard output. One that is closed is no reason to stop.
    pub fn send(self) {
        let mut stdout = io::stdout().lock();
        let _ = stdout.write_all(self.0.as_bytes()).and_then(|()| stdout.flush());
    }
}

/// Says below the cell why there is nothing to see.
pub fn say_failure(error: &dyn std::error::Error) {
    let _ = writeln!(io::stderr(), "Error: {error}");
}
