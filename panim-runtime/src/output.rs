//! Files that appear under their names when they are whole, and not at all before.
//!
//! A [`Target`] is what a path means: its real place, and whether a file can be put there, as far as
//! that can be known before any work is done. An [`Output`] is the file in the making. On Linux it has
//! no name until it is whole, so that nothing is left of a program that was killed; elsewhere, and on
//! file systems that know no such files, it has a hidden one beside its place.

mod attributes;
mod distinct;
mod file;
mod folders;
mod format;
mod keep;
mod named;
mod place;
mod target;
#[cfg(target_os = "linux")]
mod unnamed;

pub(crate) use distinct::{NamedFile, check_distinct};
pub(crate) use file::Output;
pub(crate) use format::OutputFormat;
pub(crate) use target::Target;
#[cfg(feature = "params-files")]
pub(crate) use target::{check_words, ends_in_separator, explained};

use std::io;

/// Once more where a signal came in between, as some file systems allow.
fn uninterrupted<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests;
