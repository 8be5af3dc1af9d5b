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

#[cfg(test)]
impl Output {
    /// Lets everything from now on go to another file, such as a device that is full.
    pub(crate) fn replace_file(&mut self, file: fs::File) {
        *self.file.as_file_mut() = file;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// Names of all that is in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn message(path: &Path) -> String {
        Output::create(path).err().unwrap().to_string()
    }

    #[test]
    fn appears_when_committed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/deep/wave.mp4");
        let mut output = Output::create(&path).unwrap();
        output.write_all(b"whole").unwrap();
        assert!(!path.exists());
        let [hidden] = &names(path.parent().unwrap())[..] else { panic!("one file") };
        assert!(hidden.starts_with(".wave.mp4.") && hidden.ends_with(".part"), "{hidden}");

        assert_eq!(output.commit().unwrap(), 5);
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert_eq!(names(path.parent().unwrap()), ["wave.mp4"]);
    }

    #[test]
    fn dropped_it_leaves_nothing_and_keeps_an_older_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("wave.mp4");
        fs::write(&path, "older").unwrap();
        Output::create(&path).unwrap().write_all(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"older");
        assert_eq!(names(folder.path()), ["wave.mp4"]);

        drop(Output::create(&folder.path().join("new/deep/wave.mp4")).unwrap());
        assert_eq!(names(folder.path()), ["wave.mp4"]);
    }

    #[test]
    fn a_made_folder_that_is_in_use_stays() {
        let folder = tempfile::tempdir().unwrap();
        let output = Output::create(&folder.path().join("new/deep/wave.mp4")).unwrap();
        fs::write(folder.path().join("new/other"), "").unwrap();
        drop(output);
        assert_eq!(names(&folder.path().join("new")), ["other"]);
    }

    #[test]
    fn an_older_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("wave.mp4");
        fs::write(&path, "a longer older file").unwrap();
        let mut output = Output::create(&path).unwrap();
        output.write_all(b"new").unwrap();
        output.commit().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn can_be_read_back_before_it_is_committed() {
        let folder = tempfile::tempdir().unwrap();
        let mut output = Output::create(&folder.path().join("wave.mp4")).unwrap();
        output.write_all(b"0123456789").unwrap();
        output.seek(SeekFrom::Start(4)).unwrap();
        let mut read = [0; 3];
        output.read_exact(&mut read).unwrap();
        assert_eq!(read, *b"456");
    }

    #[test]
    fn impossible_targets_are_errors_that_name_them() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let separator = std::path::MAIN_SEPARATOR;
        let ends_in_separator = PathBuf::from(format!("{}{separator}", file.display()));
        for path in [folder.path(), &ends_in_separator] {
            let message = message(path);
            assert!(message.contains("is a folder, not a file"), "{message}");
            assert!(message.starts_with(&path.display().to_string()), "{message}");
        }
        let message = message(&file.join("wave.mp4"));
        assert!(message.starts_with(&file.display().to_string()), "{message}");
        assert!(matches!(Output::create(Path::new("")), Err(Error::File { .. })));
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn long_names_are_no_trouble() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.mp4", "w".repeat(240)));
        Output::create(&path).unwrap().commit().unwrap();
        assert!(path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn has_the_permissions_of_any_new_file() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let [path, usual] = ["wave.mp4", "usual"].map(|name| folder.path().join(name));
        Output::create(&path).unwrap().commit().unwrap();
        fs::File::create(&usual).unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(path), mode(usual));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn devices_are_not_replaced() {
        let message = message(Path::new("/dev/null"));
        assert!(message.contains("is not a regular file"), "{message}");
    }
}
