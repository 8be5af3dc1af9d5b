//! A file in the making.

use super::{
    attributes, folders::MadeFolders, keep::keep, named, place::existing, target::Target,
    uninterrupted,
};
use crate::{Error, Result};
use std::{
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom, Write},
    mem::ManuallyDrop,
    path::{Path, PathBuf},
};

#[cfg(target_os = "linux")]
use super::unnamed;

/// A file in the making. Dropped before [`Output::commit`] it leaves nothing.
pub(crate) struct Output {
    target: Target,
    file: File,
    /// What it is called until it is whole. None: it has no name at all.
    hidden: Option<HiddenName>,
    /// Nothing was written since it was made safe.
    is_synced: bool,
}

/// A name that goes with the file, unless that gets another one.
struct HiddenName(PathBuf);

impl HiddenName {
    /// The name is nobody's any more, or is to stay.
    fn let_go(self) -> PathBuf {
        std::mem::take(&mut ManuallyDrop::new(self).0)
    }
}

impl Drop for HiddenName {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl Output {
    /// Opens an empty file near the target, and removes what killed renders of that target have left.
    ///
    /// A file that bears the target's name stays as it is until [`Output::commit`].
    pub(crate) fn create(target: &Target) -> Result<Self> {
        let Target { place, base, .. } = target;
        named::remove_leftovers(named::names(base, place));
        let (file, hidden) = open(base, place).map_err(|error| {
            let folder = base.display();
            let message = format!("no file can be made in `{folder}`: {error}");
            target.error(io::Error::new(error.kind(), message))
        })?;
        Ok(Self { target: target.clone(), file, hidden, is_synced: false })
    }

    /// What is written is safely on disk when this returns.
    pub(crate) fn sync(&mut self) -> Result<()> {
        if !self.is_synced {
            let synced = self.file.sync_all().or_else(forgive_sync);
            synced.map_err(|source| self.target.error(source))?;
        }
        self.is_synced = true;
        Ok(())
    }

    /// What is written is safely on disk and bears its name when this returns its size in bytes.
    pub(crate) fn commit(mut self) -> Result<u64> {
        self.sync()?;
        let bytes = self.file.metadata().map_err(|source| self.target.error(source))?.len();
        if let Ok(Some(old)) = existing(&self.target.place) {
            attributes::take_over(&self.target.place, &old, &self.file);
        }
        let folder = self.target.folder();
        let put = MadeFolders::make(folder).and_then(|made| {
            put(&self.file, &mut self.hidden, folder, &self.target.place)?;
            made.keep(folder);
            Ok(())
        });
        match put {
            Ok(()) => Ok(bytes),
            Err(source) => Err(self.keep(source)),
        }
    }

    /// The finished file stays somewhere else.
    fn keep(self, source: io::Error) -> Error {
        let Self { target, file, hidden, .. } = self;
        let kept = keep(&target, &file, |path| match &hidden {
            Some(hidden) => rename_new(&hidden.0, path),
            None => name_first(&file, path),
        });
        match kept.or_else(|| hidden.map(HiddenName::let_go)) {
            Some(kept) => Error::NotInPlace { path: target.path, kept, source },
            None => target.error(source),
        }
    }

    /// An error of reading or writing this file, with the name the user knows it by.
    pub(crate) fn error(&self, source: io::Error) -> Error {
        self.target.error(source)
    }
}

fn open(base: &Path, place: &Path) -> io::Result<(File, Option<HiddenName>)> {
    #[cfg(target_os = "linux")]
    if let Some(file) = unnamed::open(base)? {
        // It will have a hidden name for a moment if it replaces another file.
        named::hold(&file);
        return Ok((file, None));
    }
    let (file, hidden) = named::create(named::names(base, place))?;
    Ok((file, Some(HiddenName(hidden))))
}

/// Gives the file its name, in place of another file that bears it.
fn put(
    file: &File,
    hidden: &mut Option<HiddenName>,
    folder: &Path,
    place: &Path,
) -> io::Result<()> {
    if hidden.is_none() {
        match name_first(file, place) {
            // A first name takes no other file's place, but a renamed file does.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done,
        }
        let names = named::names(folder, place);
        let named = named::first_free(names, |name| name_first(file, name))?;
        *hidden = Some(HiddenName(named));
    }
    if let Some(name) = hidden {
        uninterrupted(|| fs::rename(&name.0, place))?;
    }
    hidden.take().map(HiddenName::let_go);
    Ok(())
}

/// Gives a file that has no name one that is not taken.
#[cfg(target_os = "linux")]
use super::unnamed::link as name_first;

#[cfg(not(target_os = "linux"))]
fn name_first(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Renames a file to a name that is not taken.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match uninterrupted(|| fs::hard_link(from, to)) {
        // Some file systems know no second names.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !to.exists() => {
            uninterrupted(|| fs::rename(from, to))
        }
        done => done,
    }
}

/// Whether the system only says that it cannot tell what is on the disk: then the file is as good as
/// any other.
fn forgive_sync(error: io::Error) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, ReadOnlyFilesystem, Unsupported};
    let no_such_call_on_windows = cfg!(windows) && error.raw_os_error() == Some(1);
    match error.kind() {
        InvalidInput | Unsupported | ReadOnlyFilesystem => Ok(()),
        _ if no_such_call_on_windows => Ok(()),
        _ => Err(error),
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_synced = false;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for Output {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes)
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(test)]
impl Output {
    /// Lets everything from now on go to another file, such as a device that is full.
    pub(crate) fn replace_file(&mut self, file: File) {
        self.file = file;
    }

    /// As where there are no files without a name.
    pub(super) fn create_named(target: &Target) -> Result<Self> {
        let names = || named::names(&target.base, &target.place);
        named::remove_leftovers(names());
        let (file, hidden) = named::create(names()).map_err(|source| target.error(source))?;
        Ok(Self {
            target: target.clone(),
            file,
            hidden: Some(HiddenName(hidden)),
            is_synced: false,
        })
    }

    /// As if the program were killed.
    pub(super) fn abandon(self) {
        self.hidden.map(HiddenName::let_go);
    }
}
