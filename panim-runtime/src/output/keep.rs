//! Finished files that cannot be put in their places: what was computed is not lost.

use super::{named::first_free, target::Target};
use std::{
    env,
    fs::{self, File, OpenOptions},
    io::{self, Seek, SeekFrom},
    path::{Path, PathBuf},
};

/// How many names are tried in each folder.
const NAMES: usize = 100;

/// Gives the file a name beside its place, or as near to it as possible; in the end it is copied.
/// `name` gives it a name that is not taken, on its own file system.
pub(super) fn keep(
    target: &Target,
    file: &File,
    mut name: impl FnMut(&Path) -> io::Result<()>,
) -> Option<PathBuf> {
    let place = &target.place;
    let near = place.ancestors().skip(1).map(PathBuf::from);
    let far = || env::current_dir().into_iter().chain([env::temp_dir()]);
    let named = near.chain(far()).find_map(|at| first_free(names(&at, place), &mut name).ok());
    named.or_else(|| far().find_map(|at| first_free(names(&at, place), |to| copy(file, to)).ok()))
}

fn copy(mut from: &File, path: &Path) -> io::Result<()> {
    let mut to = OpenOptions::new().write(true).create_new(true).open(path)?;
    let copied = from.seek(SeekFrom::Start(0)).and_then(|_| io::copy(&mut from, &mut to));
    copied.and_then(|_| to.sync_all()).inspect_err(|_| _ = fs::remove_file(path))
}

/// `wave-1.mp4`, `wave-2.mp4`, .. for `wave.mp4`: not hidden, so that nobody takes it for a leftover.
fn names(folder: &Path, place: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = place.file_stem().unwrap_or_default().to_owned();
    let ending = place.extension().map(ToOwned::to_owned);
    let folder = folder.to_owned();
    (1..=NAMES).map(move |n| {
        let mut name = stem.clone();
        name.push(format!("-{n}"));
        let path = folder.join(name);
        match &ending {
            // not `with_extension`: the stem may have dots
            Some(ending) => {
                let mut path = path.into_os_string();
                path.push(".");
                path.push(ending);
                path.into()
            }
            None => path,
        }
    })
}
