//! The real place of a path.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs::{self, Metadata},
    io,
    path::{Component, Path, PathBuf},
};

/// As many links as Linux follows.
const MOST_LINKS: usize = 40;

/// Most bytes of a name on nearly all file systems.
const LONGEST_NAME: usize = 255;

/// Follows every link, also one that leads to what is not there yet. What is missing need not be there
/// for a `..` behind it.
pub(super) fn real_place(path: &Path) -> io::Result<PathBuf> {
    let mut place = if path.is_absolute() { PathBuf::new() } else { current_folder()? };
    let mut links = 0;
    let mut ahead = Vec::new();
    push(&mut ahead, path);
    while let Some(piece) = ahead.pop() {
        match Path::new(&piece).components().next() {
            Some(Component::ParentDir) => _ = place.pop(),
            Some(Component::Normal(name)) => {
                place.push(name);
                check_system(&place)?;
                if let Some(to) = link(&place)? {
                    links += 1;
                    if links > MOST_LINKS {
                        let message = "its links lead round in a circle";
                        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
                    }
                    place.pop();
                    push(&mut ahead, &to);
                }
            }
            // an absolute one takes the place of all before it
            Some(Component::Prefix(_) | Component::RootDir) => place.push(&piece),
            Some(Component::CurDir) | None => {}
        }
    }
    Ok(place)
}

fn current_folder() -> io::Result<PathBuf> {
    env::current_dir().map_err(|error| {
        io::Error::new(error.kind(), format!("the current folder is not to be found: {error}"))
    })
}

/// Puts a path's pieces on the stack, the first on top.
fn push(ahead: &mut Vec<OsString>, path: &Path) {
    ahead.extend(path.components().rev().map(|piece| piece.as_os_str().to_owned()));
}

/// Where it leads, if it is a link.
fn link(place: &Path) -> io::Result<Option<PathBuf>> {
    match existing(place)? {
        Some(found) if found.is_symlink() => fs::read_link(place).map(Some),
        _ => Ok(None),
    }
}

/// What is there already.
pub(super) fn existing(place: &Path) -> io::Result<Option<Metadata>> {
    let found = match is_too_long(place) {
        true => Err(io::ErrorKind::InvalidFilename.into()),
        false => fs::symlink_metadata(place),
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) => match error.kind() {
            // A folder that is none is looked for, and named, later.
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Ok(None),
            kind => Err(io::Error::new(kind, why_hidden(place, &error))),
        },
    }
}

/// Windows may look for such a name, and find nothing. Other systems say it.
fn is_too_long(place: &Path) -> bool {
    let units = |name: &OsStr| name.to_string_lossy().encode_utf16().count();
    cfg!(windows) && place.file_name().is_some_and(|name| units(name) > LONGEST_NAME)
}

/// Why it cannot even be seen whether something is there.
pub(super) fn why_hidden(place: &Path, error: &io::Error) -> String {
    match (error.kind(), place.file_name()) {
        (io::ErrorKind::InvalidFilename, Some(name)) if name.len() > LONGEST_NAME => {
            format!("a name of {} bytes, where the system allows {LONGEST_NAME}", name.len())
        }
        (io::ErrorKind::PermissionDenied, _) => {
            let folder = place.parent().unwrap_or(place).display();
            format!("the folder `{folder}` cannot be looked into: {error}")
        }
        _ => error.to_string(),
    }
}

/// Devices and what the kernel tells of processes are nothing to put a file in place of, even where a
/// link leads from there to a file: that link is somebody's standard output.
fn check_system(place: &Path) -> io::Result<()> {
    let under = ["/dev", "/proc"]
        .into_iter()
        .find(|folder| cfg!(unix) && place.starts_with(folder) && place != Path::new(folder));
    match under {
        // a folder like any other, in memory
        Some("/dev") if place.starts_with("/dev/shm") => Ok(()),
        Some(folder) => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("`{}` is under {folder}, where no file is put", place.display()),
        )),
        None => Ok(()),
    }
}
