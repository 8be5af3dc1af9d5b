//! What a path means, and whether a file can be put there.

use super::place::{existing, real_place};
use crate::{Error, Result};
use std::{
    env,
    fs::{self, FileType, Metadata},
    io,
    path::{Component, Path, PathBuf},
};

/// Where a file is to be.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// As it was given; the caller knows the file by this.
    pub(crate) path: PathBuf,
    /// Where that really is.
    pub(super) place: PathBuf,
    /// The nearest of its folders that is there; others are made in it.
    pub(super) base: PathBuf,
}

impl Target {
    /// What a path means that was given to `argument`, a method of the builder.
    ///
    /// A file that cannot be put there is an error, as far as that shows without trying.
    pub(crate) fn of(path: &Path, argument: &'static str) -> Result<Self> {
        check_words(path, argument)?;
        let failed = |source| file_error(path, source);
        let is_folder = || failed(other("is a folder, not a file"));
        if ends_in_separator(path) {
            return Err(is_folder());
        }
        let place = real_place(path).map_err(failed)?;
        let old = existing(&place).map_err(failed)?;
        match &old {
            Some(old) if old.is_dir() => return Err(is_folder()),
            Some(old) if !old.is_file() => {
                // Renaming over it would take it out of the system.
                let kind = kind(old.file_type());
                return Err(failed(other(&format!("is {kind}, where no file is put"))));
            }
            _ => {}
        }
        let base = base(&place).map_err(failed)?;
        if let Some(old) = &old {
            check_replaceable(&place, old).map_err(failed)?;
        }
        Ok(Self { path: path.into(), place, base })
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &Path {
        self.place.parent().unwrap_or(&self.base)
    }

    /// An error of reading or writing it, with the name the caller knows it by.
    pub(super) fn error(&self, source: io::Error) -> Error {
        file_error(&self.path, source)
    }
}

/// What a path cannot mean, whatever there is on the disk.
pub(crate) fn check_words(path: &Path, argument: &'static str) -> Result<()> {
    if path.as_os_str().is_empty() {
        let message = "an empty path given; allowed: the path of a file";
        return Err(Error::argument(argument, message));
    }
    let mut components = path.components();
    let Some(Component::Normal(first)) = components.next() else { return Ok(()) };
    let rest = components.as_path();
    let is_home = first == "~";
    // `~me.mp4` may be a file's name.
    let is_a_home = first.as_encoded_bytes().starts_with(b"~") && rest != Path::new("");
    if !is_home && !is_a_home {
        return Ok(());
    }
    let given = path.display();
    let home = env::home_dir().filter(|_| is_home && rest != Path::new(""));
    let instead = home
        .map_or_else(|| "the whole path".into(), |home| format!("`{}`", home.join(rest).display()));
    Err(Error::argument(
        argument,
        format!(
            "`{given}` given: only a shell takes `{}` for a home folder; write {instead}, or \
             `./{given}` if it is a name",
            first.display()
        ),
    ))
}

pub(super) fn file_error(path: &Path, source: io::Error) -> Error {
    Error::File { path: path.into(), source }
}

fn other(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, message)
}

pub(crate) fn ends_in_separator(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().chars().next_back().is_some_and(std::path::is_separator)
}

/// Why a path leads nowhere, in a sentence where it is known better than by the system's error.
#[cfg(feature = "params-files")]
pub(crate) fn explained(path: &Path, error: io::Error) -> io::Error {
    real_place(path).and_then(|place| base(&place)).err().unwrap_or(error)
}

/// The nearest folder that is there.
fn base(place: &Path) -> io::Result<PathBuf> {
    for folder in place.ancestors().skip(1) {
        let Some(found) = existing(folder)? else { continue };
        if found.is_dir() {
            check_names(place, folder)?;
            return Ok(folder.into());
        }
        let message = format!("`{}` is a file, not a folder", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotADirectory, message));
    }
    Err(other("has no folder to be in"))
}

/// Names of what is to be made that the file system does not take, such as one that is too long.
fn check_names(place: &Path, base: &Path) -> io::Result<()> {
    let missing = place.strip_prefix(base).unwrap_or(place);
    missing.iter().try_for_each(|name| existing(&base.join(name)).map(drop))
}

#[cfg(unix)]
fn kind(of: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match of {
        of if of.is_fifo() => "a named pipe",
        of if of.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn kind(_: FileType) -> &'static str {
    "not a regular file"
}

/// Whether a file can be renamed over what is there, as far as that is known.
#[cfg(unix)]
fn check_replaceable(place: &Path, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    const STICKY: u32 = 0o1000;

    let denied = |message| Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
    let folder = place.parent().unwrap_or(place);
    let around = fs::metadata(folder)?;
    let user = rustix::process::geteuid();
    let owners = [old.uid(), around.uid()];
    if around.mode() & STICKY != 0 && !user.is_root() && !owners.contains(&user.as_raw()) {
        return denied("belongs to another user, and its folder lets nobody else replace it");
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes as Is, StatxFlags, statx};
        let attributes = |path: &Path| {
            let found = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty());
            found.map_or(Is::empty(), |found| found.stx_attributes)
        };
        let file = attributes(place);
        if file.contains(Is::MOUNT_ROOT) {
            return denied(
                "is mounted there, so that nothing can take its place; mount its folder",
            );
        }
        if (file | attributes(folder)).intersects(Is::IMMUTABLE | Is::APPEND) {
            return denied("must not be replaced: it or its folder is immutable or append-only");
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn check_replaceable(_: &Path, old: &Metadata) -> io::Result<()> {
    if old.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "is read-only"));
    }
    Ok(())
}
