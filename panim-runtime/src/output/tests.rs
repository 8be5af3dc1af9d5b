#![allow(clippy::unwrap_used)]

#[cfg(unix)]
mod unix;

use super::*;
use crate::{Error, Result};
use std::{
    fs,
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

fn target(path: &Path) -> Target {
    Target::of(path, "render").unwrap()
}

fn create(path: &Path) -> Result<Output> {
    Output::create(&Target::of(path, "render")?)
}

fn message(path: impl AsRef<Path>) -> String {
    create(path.as_ref()).err().unwrap().to_string()
}

/// Writes it as on Linux, and as where every file has a name.
fn both(path: &Path) -> [Output; 2] {
    [Output::create(&target(path)).unwrap(), Output::create_named(&target(path)).unwrap()]
}

fn write(path: &Path, text: &str) {
    let mut output = create(path).unwrap();
    output.write_all(text.as_bytes()).unwrap();
    assert_eq!(output.commit().unwrap(), text.len() as u64);
}

/// Names of all that is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn it_appears_when_committed_and_its_folders_with_it() {
    for named in [0, 1] {
        let folder = folder();
        let path = folder.path().join("new/deep/wave.mp4");
        let mut output = both(&path).into_iter().nth(named).unwrap();
        output.write_all(b"whole").unwrap();
        assert!(!folder.path().join("new").exists());
        assert_eq!(output.commit().unwrap(), 5);
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert_eq!(names(path.parent().unwrap()), ["wave.mp4"]);
        assert_eq!(names(folder.path()), ["new"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn there_is_nothing_to_be_seen_of_it_before() {
    let folder = folder();
    let mut output = create(&folder.path().join("wave.mp4")).unwrap();
    output.write_all(b"half").unwrap();
    assert!(names(folder.path()).is_empty());
}

#[test]
fn dropped_it_leaves_nothing_and_keeps_an_older_file() {
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    fs::write(&path, "older").unwrap();
    for mut output in both(&path) {
        output.write_all(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"older");
    }
    drop(both(&folder.path().join("new/deep/wave.mp4")));
    assert_eq!(names(folder.path()), ["wave.mp4"]);
}

#[test]
fn an_older_file_is_replaced() {
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    for output in [0, 1] {
        fs::write(&path, "a longer older file").unwrap();
        let mut output = both(&path).into_iter().nth(output).unwrap();
        output.write_all(b"new").unwrap();
        output.commit().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["wave.mp4"]);
    }
}

#[test]
fn a_file_that_came_meanwhile_is_replaced() {
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    let [one, other] = both(&path);
    fs::write(&path, "came meanwhile").unwrap();
    one.commit().unwrap();
    other.commit().unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"");
    assert_eq!(names(folder.path()), ["wave.mp4"]);
}

#[test]
fn a_folder_that_went_meanwhile_is_made_again() {
    let folder = folder();
    let path = folder.path().join("out/wave.mp4");
    fs::create_dir(folder.path().join("out")).unwrap();
    let output = create(&path).unwrap();
    if cfg!(target_os = "linux") {
        fs::remove_dir(folder.path().join("out")).unwrap();
        output.commit().unwrap();
        assert!(path.is_file());
    }
}

#[test]
fn it_can_be_read_back_before_it_is_committed() {
    let folder = folder();
    for mut output in both(&folder.path().join("wave.mp4")) {
        output.write_all(b"0123456789").unwrap();
        output.seek(SeekFrom::Start(4)).unwrap();
        let mut read = [0; 3];
        output.read_exact(&mut read).unwrap();
        assert_eq!(read, *b"456");
    }
}

#[test]
fn a_finished_file_that_has_no_place_is_kept_and_named() {
    for (n, missing) in [(0, false), (1, false), (0, true), (1, true)] {
        let folder = folder();
        fs::write(folder.path().join("wave-1.mp4"), "somebody's").unwrap();
        let path = folder.path().join(if missing { "new/wave.mp4" } else { "wave.mp4" });
        let mut output = both(&path).into_iter().nth(n).unwrap();
        output.write_all(b"whole").unwrap();
        if missing {
            fs::write(folder.path().join("new"), "a file").unwrap();
        } else {
            fs::create_dir(&path).unwrap();
        }
        let error = output.commit().unwrap_err();
        let text = error.to_string();
        let Error::NotInPlace { path: named, kept, .. } = error else { panic!("{text}") };
        assert_eq!((named, &kept), (path, &folder.path().join("wave-2.mp4")));
        assert_eq!(fs::read(&kept).unwrap(), b"whole");
        assert!(text.contains("wave-2.mp4"), "{text}");
        assert!(names(folder.path()).iter().all(|name| !name.ends_with(".part")));
    }
}

#[test]
fn leftovers_that_nobody_holds_go_with_the_next_render_of_the_target() {
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    let killed = || Output::create_named(&target(&path)).unwrap();
    let (one, other, alive) = (killed(), killed(), killed());
    one.abandon();
    other.abandon();
    assert_eq!(names(folder.path()).len(), 3);
    drop(create(&folder.path().join("another.mp4")).unwrap());
    assert_eq!(names(folder.path()).len(), 3);
    let output = create(&path).unwrap();
    let left = names(folder.path());
    assert!(left.contains(&".wave.mp4.2.part".into()), "one is alive: {left:?}");
    assert!(!left.contains(&".wave.mp4.1.part".into()), "{left:?}");
    drop((output, alive));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn long_names_are_no_trouble_until_they_are_too_long() {
    let folder = folder();
    let path = folder.path().join(format!("{}.mp4", "w".repeat(240)));
    for output in both(&path) {
        output.commit().unwrap();
        fs::remove_file(&path).unwrap();
    }
    let long = format!("{}.mp4", "w".repeat(300));
    for path in [folder.path().join(&long), folder.path().join("new").join(&long)] {
        let expected = "a name of 304 bytes, where the system allows 255";
        assert_eq!(message(&path), format!("{}: {expected}", path.display()));
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_is_no_files_path_is_told_in_a_sentence() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let separator = std::path::MAIN_SEPARATOR;
    let ends_in_separator = PathBuf::from(format!("{}{separator}", file.display()));
    for path in [folder.path(), &ends_in_separator, Path::new("."), Path::new("/")] {
        let message = message(path);
        assert_eq!(message, format!("{}: is a folder, not a file", path.display()));
    }
    for below in ["wave.mp4", "new/wave.mp4"] {
        let path = file.join(below);
        let expected = format!("{}: `{}` is a file, not a folder", path.display(), file.display());
        assert_eq!(message(path), expected);
    }
    assert_eq!(message(""), "render: an empty path given; allowed: the path of a file");
    assert_eq!(names(folder.path()), ["file"]);
}

#[test]
fn home_folders_are_the_shells() {
    for path in ["~/wave.mp4", "~", "~me/wave.mp4", "~/new/wave.mp4"] {
        let message = message(path);
        assert!(message.starts_with(&format!("render: `{path}` given: only a shell")), "{message}");
        assert!(message.contains(&format!("`./{path}`")), "{message}");
    }
    for path in ["~wave.mp4", "./~/wave.mp4", "a/~/b"] {
        assert!(check_words(Path::new(path), "render").is_ok(), "{path}");
    }
}

#[test]
fn files_of_one_render_must_differ() {
    let folder = folder();
    let [a, b] = ["a", "b"].map(|name| folder.path().join(name));
    fs::write(&a, "").unwrap();
    fn file<'p>(argument: &'static str, path: &'p Path, is_written: bool) -> NamedFile<'p> {
        NamedFile { argument, path, is_written }
    }
    let check = |written: &Path, other: &Path, other_is_written| {
        check_distinct(&[
            file("render", written, true),
            file("save_params", other, other_is_written),
        ])
    };
    let around = folder.path().join("new/../a");
    let nearby = folder.path().join("./b");
    for (one, other) in [(&a, &a), (&a, &around), (&around, &a), (&b, &nearby)] {
        let error = check(one, other, false).unwrap_err().to_string();
        assert!(error.starts_with(&format!("render: `{}` is the file", one.display())), "{error}");
        assert!(check(one, other, true).is_err());
    }
    assert!(check(&a, &b, true).is_ok());
    for (inside, around) in [(b.join("x"), &b), (b.join("y/x"), &b), (a.join("new/../../b/x"), &b)]
    {
        for (one, other) in [(&inside, around), (around, &inside)] {
            let error = check(one, other, true).unwrap_err().to_string();
            assert!(error.contains(&format!("`{}` would have to be a folder", around.display())));
        }
    }
    assert!(check(&b, &folder.path().join("bx/y"), true).is_ok());
    assert!(check_distinct(&[file("params_file", &a, false), file("b", &a, false)]).is_ok());

    #[cfg(unix)]
    {
        let [soft, hard, dangling] =
            ["soft", "hard", "dangling"].map(|name| folder.path().join(name));
        std::os::unix::fs::symlink("a", &soft).unwrap();
        std::os::unix::fs::symlink("b", &dangling).unwrap();
        fs::hard_link(&a, &hard).unwrap();
        assert!(check(&soft, &a, false).is_err());
        assert!(check(&hard, &a, false).is_err());
        assert!(check(&b, &dangling, true).is_err());
    }
}
