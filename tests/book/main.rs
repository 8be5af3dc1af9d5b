//! The book: its listings run and draw what it shows, all that its pages name is there, and so are the words of its
//! dictionary.

#![allow(missing_docs, clippy::unwrap_used)]

mod dictionary;
mod listings;
mod pages;

use std::path::PathBuf;

/// A path in the workspace.
fn of_the_workspace(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(path)
}

/// Files are written anew instead of compared.
fn blesses() -> bool {
    std::env::var_os("PANIM_BLESS").is_some()
}
