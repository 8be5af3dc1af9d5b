//! The folders that a file is to be in.

use super::uninterrupted;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The folders that were not there before. They go again unless kept.
pub(super) struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    pub(super) fn make(folder: &Path) -> io::Result<Self> {
        let mut made = Self(Vec::new());
        let missing: Vec<_> = folder.ancestors().take_while(|folder| !folder.is_dir()).collect();
        for folder in missing.into_iter().rev() {
            match uninterrupted(|| fs::create_dir(folder)) {
                Ok(()) => made.0.push(folder.into()),
                // Another render may want the same folder.
                Err(_) if folder.is_dir() => {}
                Err(source) => return Err(source),
            }
        }
        Ok(made)
    }

    /// Something is in the last of them, which is `folder` if none was made: all stay, also after a
    /// crash of the system where it can be told so.
    pub(super) fn keep(mut self, folder: &Path) {
        sync(folder);
        self.0
            .drain(..)
            .filter_map(|made| made.parent().map(PathBuf::from))
            .for_each(|it| sync(&it));
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

/// A folder that cannot be synced has its files all the same.
#[cfg(unix)]
fn sync(folder: &Path) {
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// Here a folder cannot be opened like a file.
#[cfg(not(unix))]
fn sync(_: &Path) {}
