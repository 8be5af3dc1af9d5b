//! Files that are whole or not there.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// No ending is as good; any other one is that of another format.
pub(crate) fn check_ending(path: &Path, allowed: &str) -> io::Result<()> {
    match path.extension() {
        Some(ending) if !ending.eq_ignore_ascii_case(allowed) => {
            let ending = ending.display();
            let message = format!("ends in `.{ending}`; allowed: .{allowed}, or no ending");
            Err(io::Error::new(io::ErrorKind::InvalidInput, message))
        }
        _ => Ok(()),
    }
}

/// Writes a file beside its place and renames it when it is whole.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::metadata(path).ok();
    let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if old.as_ref().map_or(is_link, |old| !old.is_file()) {
        // Pipes and devices, and links that lead nowhere yet, are written to as they are.
        return fs::write(path, bytes);
    }
    let place = if is_link { fs::canonicalize(path)? } else { path.into() };
    let name = format!(".panim-{}-{:?}.part", std::process::id(), std::thread::current().id());
    let part = place.with_file_name(name);
    let _ = fs::remove_file(&part); // of a program that was killed
    let mut file = match fs::File::create_new(&part) {
        // The folder may be closed where the file is not.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && old.is_some() => {
            return fs::write(path, bytes);
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
            let named = folder.map(|folder| format!("there is no folder `{}`", folder.display()));
            return Err(
                named.map_or(error, |message| io::Error::new(io::ErrorKind::NotFound, message))
            );
        }
        made => made?,
    };
    let written = file
        .write_all(bytes)
        .and_then(|()| old.map_or(Ok(()), |old| file.set_permissions(old.permissions())))
        .and_then(|()| fs::rename(&part, &place));
    written.inspect_err(|_| _ = fs::remove_file(&part))
}
