//! The folder beside a video that its parts are in.

use super::{
    letters::LETTERS,
    segment::{ENDING, START, failed, unique},
};
use crate::{Error, Result};
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

/// What its name ends in, behind the video's.
const FOLDER_ENDING: &str = ".parts";

const PLAN: &str = "plan.json";

/// What files in the making end in.
const MAKING: &str = "new";

/// `wave.mp4.parts`
#[derive(Clone, Debug)]
pub(crate) struct PartsFolder(PathBuf);

impl PartsFolder {
    pub(crate) fn of(video: &Path) -> Self {
        let mut name = video.as_os_str().to_owned();
        name.push(FOLDER_ENDING);
        Self(name.into())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Whose parts are in it.
    #[cfg(feature = "cli")]
    pub(crate) fn video(&self) -> PathBuf {
        self.0.with_extension("")
    }

    pub(super) fn error(&self, message: impl Into<String>) -> Error {
        Error::Parts { path: self.0.clone(), message: message.into() }
    }

    /// There are more frames than were planned, or fewer.
    pub(crate) fn other_count(&self, planned: usize, now: usize) -> Error {
        self.error(format!(
            "{planned} frames were planned, and there are {now}; `--fresh`, or `.fresh(true)`, starts \
             over"
        ))
    }

    /// Makes it if it is not there.
    pub(super) fn make(&self) -> Result<()> {
        let made = match fs::create_dir_all(&self.0) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(io::Error::new(ErrorKind::NotADirectory, "is a file, not a folder"))
            }
            made => made,
        };
        made.map_err(|source| failed(&self.0, source))
    }

    /// What is in a file of it. None: there is none.
    pub(super) fn read(&self, name: &str) -> Result<Option<String>> {
        let path = self.0.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Ok(None),
                _ => Err(failed(&path, error)),
            },
        }
    }

    pub(super) fn read_plan(&self) -> Result<Option<String>> {
        self.read(PLAN)
    }

    pub(super) fn write_plan(&self, text: &str) -> Result<()> {
        self.write(PLAN, text)?;
        // so that it is there after a loss of power; some systems cannot
        let _ = File::open(&self.0).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Puts a file in it, whole, in place of one with that name.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<()> {
        let (path, making) = (self.0.join(name), self.0.join(unique(name, MAKING)));
        let written = File::create_new(&making)
            .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
            .and_then(|()| fs::rename(&making, &path));
        written.map_err(|source| {
            let _ = fs::remove_file(&making);
            failed(&path, source)
        })
    }

    /// The segments whose names begin with one of these labels; without labels, all.
    pub(super) fn segments(&self, labels: &[&str]) -> Result<Vec<PathBuf>> {
        let is_meant =
            |name: &str| match name.strip_suffix(ENDING).and_then(|it| it.split_once('-')) {
                Some((label, _)) => labels.is_empty() || labels.contains(&label),
                None => false,
            };
        let mut found: Vec<_> =
            self.files()?.into_iter().filter(|(name, _)| is_meant(name)).collect();
        found.sort();
        Ok(found.into_iter().map(|(_, path)| path).collect())
    }

    /// The names of its files with this ending, in order.
    pub(super) fn names(&self, ending: &str) -> Result<Vec<String>> {
        let is_meant = |name: &String| Path::new(name).extension().is_some_and(|own| own == ending);
        let mut names: Vec<_> = self.files()?.into_iter().map(|(name, _)| name).collect();
        names.retain(is_meant);
        names.sort_unstable();
        Ok(names)
    }

    /// Removes what panim has put there, and the folder if nothing else is in it.
    pub(crate) fn remove(&self) -> Result<()> {
        // the plan last: without it nobody knows what the others are
        let mut files = self.files()?;
        files.sort_by_key(|(name, _)| name == PLAN);
        for (name, path) in files {
            let ending = Path::new(&name).extension().and_then(|ending| ending.to_str());
            let is_ours =
                name == PLAN || matches!(ending, Some(ENDING | MAKING | STATUS | LETTERS));
            match if is_ours { fs::remove_file(&path) } else { Ok(()) } {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(failed(&path, error));
                }
                _ => {}
            }
        }
        let _ = fs::remove_dir(&self.0);
        Ok(())
    }

    /// The same when the video is whole: what is left of its parts is no reason to say that it is not.
    pub(crate) fn clear_away(&self) {
        if let Err(error) = self.remove() {
            tracing::warn!(%error, "the parts could not be removed");
        }
    }

    /// The same where no group is in it.
    pub(crate) fn remove_if_useless(&self) {
        if self.segments(&[]).is_ok_and(|segments| segments.is_empty()) {
            let _ = self.remove();
        }
    }

    /// Whether no group is in it: whoever was at it was killed before the first one.
    pub(super) fn has_no_groups(&self) -> Result<bool> {
        for path in self.segments(&[])? {
            let length = path.metadata().map_err(|source| failed(&path, source))?.len();
            if length > START as u64 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn files(&self) -> Result<Vec<(String, PathBuf)>> {
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|source| failed(&self.0, source))?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|source| failed(&self.0, source))?;
            if let Ok(name) = entry.file_name().into_string() {
                files.push((name, entry.path()));
            }
        }
        Ok(files)
    }
}

/// What the files end in that say how far a share is.
pub(super) const STATUS: &str = "status";
