//! Where a video cannot be written: told before setup, and before any parameter is taken.

use crate::probe::{Folder, Job, job, moving, probe, probe_with};
use panim_runtime::Error;
use std::{fs, path::Path};

/// The message of a render to this path, which must not begin.
fn refusal(path: impl AsRef<Path>) -> String {
    let render = probe_with(path.as_ref(), |_| unreachable!("no setup"));
    let rows = std::iter::from_fn(|| -> Option<Job> { unreachable!("no rows") });
    render.params(rows).run().unwrap_err().to_string()
}

#[test]
fn the_ending_decides_and_an_unknown_one_is_refused() {
    let folder = Folder::new();
    for name in ["a.webp", "a.webm", "a.AVI", "%d.jpg", "a.mkv", "a.csv", "run.2", "a."] {
        let message = refusal(folder.path(name));
        assert!(message.starts_with("render: `") && message.contains("allowed: .mp4"), "{message}");
    }
    assert!(folder.names().is_empty());
    for name in ["a.MP4", "b", "c.m4v", "d.mov"] {
        probe(&folder.path(name)).params(moving(2)).run().unwrap();
        assert_eq!(fs::read(folder.path(name)).unwrap()[4..8], *b"ftyp");
    }
}

#[test]
fn a_path_that_means_nothing_is_refused() {
    assert!(refusal("").starts_with("render: an empty path given"));
    assert!(refusal("~/a.mp4").starts_with("render: `~/a.mp4` given: only a shell"));
    assert!(!Path::new("~").exists());
    if cfg!(unix) {
        assert!(refusal("/dev/null").ends_with("is under /dev, where no file is put"));
    }
}

#[test]
fn a_target_that_cannot_be_a_file_is_named() {
    let folder = Folder::new();
    fs::write(folder.path("file"), "").unwrap();
    fs::create_dir(folder.path("folder.mp4")).unwrap();
    for (target, why) in [
        ("folder.mp4", "is a folder, not a file"),
        ("file/a.mp4", "/file` is a file, not a folder"),
        ("file/new/a.mp4", "/file` is a file, not a folder"),
    ] {
        let message = refusal(folder.path(target));
        let named = folder.path(target).display().to_string();
        assert!(message.starts_with(&named) && message.ends_with(why), "{message}");
    }
}

#[test]
fn folders_are_made_when_the_video_is_whole() {
    let folder = Folder::new();
    let path = folder.path("new/deep/a.mp4");
    let jobs = (0..3).map(|_| {
        let path = folder.path("new");
        job(move || if path.exists() { Err("made too early".into()) } else { Ok(0.5) })
    });
    probe(&path).params(jobs).run().unwrap();
    assert!(path.is_file());

    let fails = [job(|| Err("no".into()))];
    probe(&folder.path("other/a.mp4")).params(fails).run().unwrap_err();
    assert_eq!(folder.names(), ["new"]);
}

#[test]
fn a_video_whose_place_is_taken_meanwhile_is_kept() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let jobs = [0.5, 0.6].map(|height| {
        let path = path.clone();
        job(move || {
            let _ = fs::create_dir(path);
            Ok(height)
        })
    });
    let error = probe(&path).workers(1).params(jobs).run().unwrap_err();
    let Error::NotInPlace { kept, .. } = error else { panic!("{error}") };
    assert_eq!(kept, folder.path("a-1.mp4"));
    assert_eq!(fs::read(kept).unwrap()[4..8], *b"ftyp");
}
