//! A file that appears under its name when it is whole, and not at all before.

use std::{
    ffi::OsStr,
    fs,
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// How much of the target's name the temporary file carries; file names cannot be of any length.
const NAME_CHARS: usize = 48;

/// A file in the making, beside its target. Dropped before [`Output::commit`] it leaves nothing.
pub(crate) struct Output {
    path: PathBuf,
    // Fields are dropped in this order: a folder can go once the file in it is gone.
    file: NamedTempFile,
    folders: MadeFolders,
}

impl Output {
    /// Makes the target's parent folders and an empty temporary file in the last of them.
    ///
    /// A file that bears the target's name stays as it is until [`Output::commit`].
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let (folder, name) = split(path).map_err(|source| file_error(path, source))?;
        let folders = MadeFolders::make(folder)?;
        let file = temporary_file(folder, name).map_err(|source| file_error(path, source))?;
        Ok(Self { path: path.into(), file, folders })
    }

    /// What is written is safely on disk and bears its name when this returns its size in bytes.
    pub(crate) fn commit(self) -> Result<u64> {
        let Self { path, file, mut folders } = self;
        let bytes = file
            .as_file()
            .sync_all()
            .and_then(|()| file.as_file().metadata())
            .map_err(|source| file_error(&path, source))?
            .len();
        file.persist(&path).map_err(|failed| file_error(&path, failed.error))?;
        folders.keep();
        Ok(bytes)
    }

    /// An error of reading or writing this file, with the name the user knows it by.
    pub(crate) fn error(&self, source: io::Error) -> Error {
        file_error(&self.path, source)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_file_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_file_mut().flush()
    }
}

impl Read for Output {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.as_file_mut().read(bytes)
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.as_file_mut().seek(to)
    }
}

fn file_error(path: &Path, source: io::Error) -> Error {
    Error::File { path: path.into(), source }
}

/// The folder and the name of a path where a file can be put.
fn split(path: &Path) -> io::Result<(&Path, &OsStr)> {
    let is_folder = || io::Error::new(io::ErrorKind::IsADirectory, "is a folder, not a file");
    let ends_in_separator =
        path.as_os_str().to_string_lossy().chars().next_back().is_some_and(std::path::is_separator);
    if path.is_dir() || ends_in_separator {
        return Err(is_folder());
    }
    if path.exists() && !path.is_file() {
        // Renaming over it would take a device or a pipe out of the system.
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file"));
    }
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "has no file name"))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok((folder.unwrap_or(Path::new(".")), name))
}

fn temporary_file(folder: &Path, name: &OsStr) -> io::Result<NamedTempFile> {
    let name: String = name.to_string_lossy().chars().take(NAME_CHARS).collect();
    let prefix = format!(".{name}.");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".part");
    // Temporary files are private by default; this one is to become an ordinary file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The folders that were not there before. They go again unless kept.
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    fn make(folder: &Path) -> Result<Self> {
        let mut made = Self(Vec::new());
        let missing: Vec<_> = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
            .collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => made.0.push(folder.into()),
                // Another render may want the same folder.
                Err(_) if folder.is_dir() => {}
                Err(source) => return Err(file_error(folder, source)),
            }
        }
        Ok(made)
    }

    fn keep(&mut self) {
        self.0.clear();
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            // One that holds something by now is not ours to remove.
            let _ = fs::remove_dir(folder);
        }
    }
}
