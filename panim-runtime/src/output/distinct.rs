//! Whether the files of a render are different files.

use super::place::real_place;
use crate::{Error, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file that a render reads or writes.
#[derive(Clone, Copy)]
pub struct NamedFile<'p> {
    /// The builder's method that was given it.
    pub(crate) argument: &'static str,
    pub(crate) path: &'p Path,
    pub(crate) is_written: bool,
}

/// Nothing that is written may take the place of another file of the same render.
pub(crate) fn check_distinct(files: &[NamedFile<'_>]) -> Result<()> {
    let identities: Vec<_> = files.iter().map(|file| identity(file.path)).collect();
    for (i, file) in files.iter().enumerate() {
        for (other, same) in files[..i].iter().zip(&identities) {
            if (file.is_written || other.is_written) && *same == identities[i] {
                let (written, other) = if file.is_written { (file, other) } else { (other, file) };
                return Err(Error::argument(
                    written.argument,
                    format!(
                        "`{}` is the file that `{}` was given as well; allowed: another file",
                        written.path.display(),
                        other.argument
                    ),
                ));
            }
            for (file, place, inside, within) in
                [(file, &identities[i], other, same), (other, same, file, &identities[i])]
            {
                if within.is_in(place) {
                    return Err(Error::argument(
                        file.argument,
                        format!(
                            "`{}` would have to be a folder for `{}`, the file of `{}`; allowed: \
                             another file",
                            file.path.display(),
                            inside.path.display(),
                            inside.argument
                        ),
                    ));
                }
            }
        }
    }
    Ok(())
}

/// What a file is known by, however it is called.
#[derive(PartialEq)]
enum Identity {
    #[cfg(unix)]
    Inode(u64, u64),
    Place(PathBuf),
    /// Not even its place can be found; whoever opens it says why.
    Unknown(PathBuf),
}

impl Identity {
    /// Whether neither is there, and the other one is a folder of this one.
    fn is_in(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Place(place), Self::Place(other)) => place != other && place.starts_with(other),
            _ => false,
        }
    }
}

fn identity(path: &Path) -> Identity {
    let Ok(place) = real_place(path) else { return Identity::Unknown(path.into()) };
    #[cfg(unix)]
    if let Ok(found) = fs::metadata(&place) {
        use std::os::unix::fs::MetadataExt;
        return Identity::Inode(found.dev(), found.ino());
    }
    // as the system writes it
    let place = fs::canonicalize(&place).unwrap_or(place);
    if cfg!(any(windows, target_os = "macos")) {
        return Identity::Place(place.to_string_lossy().to_lowercase().into());
    }
    Identity::Place(place)
}
