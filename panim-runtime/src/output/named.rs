//! Hidden names beside the target, for files that are not whole yet.
//!
//! Whoever writes a file holds a lock on it, which ends with the program however that ends: a file
//! that nobody holds is what was left by a program that was killed.

use super::uninterrupted;
use std::{
    ffi::OsStr,
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// How much of the target's name the hidden name carries; file names cannot be of any length.
const NAME_CHARS: usize = 48;

/// More renders of one target at a time than anybody has.
const NAMES: usize = 100;

/// Where leftovers are looked for.
const LOOKED_AT: usize = 8;

/// Hidden names for this target in a folder.
pub(super) fn names(folder: &Path, target: &Path) -> impl Iterator<Item = PathBuf> {
    let name = target.file_name().unwrap_or_else(|| OsStr::new("video"));
    let name: String = name.to_string_lossy().chars().take(NAME_CHARS).collect();
    let folder = folder.to_owned();
    (0..NAMES).map(move |n| folder.join(format!(".{name}.{n}.part")))
}

/// Makes a file under the first of these names that is free.
pub(super) fn create(names: impl Iterator<Item = PathBuf>) -> io::Result<(File, PathBuf)> {
    let mut made = None;
    let name = first_free(names, |name| {
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(name)?;
        hold(&file);
        // Another render may have taken it for a leftover, just before it was held.
        if !is_at(&file, name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        made = Some(file);
        Ok(())
    })?;
    made.map(|file| (file, name)).ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

/// The first of these names that was not taken when something tried to take it.
pub(super) fn first_free(
    names: impl Iterator<Item = PathBuf>,
    mut take: impl FnMut(&Path) -> io::Result<()>,
) -> io::Result<PathBuf> {
    for name in names {
        match take(&name) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Tells others that the file is in use. Who removes leftovers holds them for that moment.
pub(super) fn hold(file: &File) {
    // Where files cannot be locked, nobody finds that one is not.
    let _ = uninterrupted(|| file.lock());
}

/// Removes those of these files that nobody holds: the first names are taken first.
pub(super) fn remove_leftovers(names: impl Iterator<Item = PathBuf>) {
    for name in names.take(LOOKED_AT) {
        let is_file = fs::symlink_metadata(&name).is_ok_and(|found| found.is_file());
        if !is_file {
            continue;
        }
        let Ok(file) = OpenOptions::new().read(true).write(true).open(&name) else { continue };
        match file.try_lock() {
            Ok(()) if is_at(&file, &name) => _ = fs::remove_file(&name),
            Ok(()) | Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {}
        }
    }
}

/// Whether it is this very file that bears the name.
#[cfg(unix)]
fn is_at(file: &File, name: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(one), Ok(other)) = (file.metadata(), fs::symlink_metadata(name)) else { return false };
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, name: &Path) -> bool {
    name.exists()
}
