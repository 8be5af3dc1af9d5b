//! A disk that is full. A limit on the size of files stands in for it: that needs no rights.
#![cfg(unix)]

use crate::probe::{Folder, moving, probe};
use panim_runtime::Error;
use std::{
    env, fs,
    process::{Command, Stdio},
};

const FOLDER: &str = "PANIM_TEST_FULL_DISK";

/// Not a test of its own: the render that another process runs under the limit.
#[test]
fn render_under_the_limit() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    for workers in [1, 3] {
        let path = std::path::Path::new(&folder).join("a.mp4");
        let render = probe(&path).size(320, 240).quality(0).gop(1).workers(workers);
        let error = render.params(moving(600)).run().unwrap_err();
        let Error::File { path: named, source } = error else { panic!("{error}") };
        assert_eq!(named, path);
        assert_eq!(source.kind(), std::io::ErrorKind::FileTooLarge);
    }
}

#[test]
fn the_systems_error_is_reported_with_the_path_and_nothing_is_left() {
    let folder = Folder::new();
    fs::write(folder.path("a.mp4"), "older").unwrap();
    let limited =
        r#"trap "" XFSZ; ulimit -f 64; exec "$0" --exact full_disk::render_under_the_limit"#;
    let child = Command::new("sh")
        .args(["-c", limited])
        .arg(env::current_exe().unwrap())
        .env(FOLDER, folder.path(""))
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
    assert_eq!(folder.names(), ["a.mp4"]);
    assert_eq!(fs::read(folder.path("a.mp4")).unwrap(), b"older");
}
