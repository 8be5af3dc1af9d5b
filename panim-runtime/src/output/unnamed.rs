//! Files without a name, as Linux has them: gone with the program, however it ends.

use super::uninterrupted;
use rustix::{
    fs::{AtFlags, CWD, OFlags, linkat},
    io::Errno,
};
use std::{
    fs::{File, OpenOptions},
    io,
    os::{fd::AsRawFd, unix::fs::OpenOptionsExt},
    path::Path,
};

/// A new file on the file system of a folder. None: there are no such files on it, or they could not
/// be given a name.
pub(super) fn open(folder: &Path) -> io::Result<Option<File>> {
    let flags = OFlags::TMPFILE.bits() as i32;
    let opened = OpenOptions::new().read(true).write(true).custom_flags(flags).open(folder);
    match opened {
        Ok(file) if handle(&file).as_ref().symlink_metadata().is_ok() => Ok(Some(file)),
        Ok(_) => Ok(None),
        Err(error) => match Errno::from_io_error(&error) {
            // What file systems and kernels say that know no such files.
            Some(Errno::OPNOTSUPP | Errno::ISDIR | Errno::NOENT | Errno::INVAL | Errno::NOSYS) => {
                Ok(None)
            }
            _ => Err(error),
        },
    }
}

/// Gives the file a name that is not taken.
pub(super) fn link(file: &File, path: &Path) -> io::Result<()> {
    let handle = handle(file);
    let link = || linkat(CWD, handle.as_ref(), CWD, path, AtFlags::SYMLINK_FOLLOW);
    uninterrupted(|| link().map_err(io::Error::from))
}

/// What an open file is known by while it has no name.
fn handle(file: &File) -> Box<Path> {
    Path::new("/proc/self/fd").join(file.as_raw_fd().to_string()).into()
}
