//! Values that show themselves below the cells of an evcxr notebook.

#![allow(missing_docs, clippy::unwrap_used)]

use base64::{Engine, prelude::BASE64_STANDARD};
use std::{
    collections::BTreeMap,
    fs,
    process::{Command, Output},
};
use tempfile::TempDir;

/// A cell that was run, in a folder of its own.
struct Cell {
    folder: TempDir,
    output: Output,
}

impl Cell {
    fn run(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_cells"));
        let output = command.arg(name).current_dir(folder.path()).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        Self { folder, output }
    }

    /// What the kernel makes of it: each form by its media type, in the way in which evcxr reads lines.
    fn forms(&self) -> BTreeMap<String, String> {
        let text = std::str::from_utf8(&self.output.stdout).unwrap();
        let (mut lines, mut forms) = (text.lines(), BTreeMap::new());
        while let Some(line) = lines.next() {
            let media_type = line.strip_prefix("EVCXR_BEGIN_CONTENT ").expect("a form");
            let content: Vec<_> =
                lines.by_ref().take_while(|line| *line != "EVCXR_END_CONTENT").collect();
            let [content] = content[..] else { panic!("{} lines", content.len()) };
            assert!(forms.insert(media_type.to_owned(), content.to_owned()).is_none());
        }
        assert!(text.ends_with("\nEVCXR_END_CONTENT\n"), "no end");
        forms
    }

    fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }
}

fn decoded(base64: &str) -> Vec<u8> {
    BASE64_STANDARD.decode(base64).unwrap()
}

#[test]
fn figures_and_stills_are_pictures() {
    for name in ["figure", "still"] {
        let cell = Cell::run(name);
        let forms = cell.forms();
        assert!(decoded(&forms["image/png"]) == cell.file("expected.png"), "{name}");
        assert!(forms["text/plain"].starts_with("a picture of 64x"), "{forms:?}");
        assert_eq!(forms.len(), 2);
    }
}

#[test]
fn gifs_and_animated_pngs_are_pictures_that_move() {
    for (path, media_type) in [("wave.gif", "image/gif"), ("wave.png", "image/png")] {
        let cell = Cell::run(path);
        let forms = cell.forms();
        assert!(decoded(&forms[media_type]) == cell.file(path), "{path}");
        assert!(forms["text/plain"].starts_with(&format!("{path}: 3 frames, 64x64")));
        assert_eq!(forms.len(), 2);
    }
}

#[test]
fn mp4s_are_players_that_have_the_video_in_them() {
    let cell = Cell::run("wave.mp4");
    let forms = cell.forms();
    let html = &forms["text/html"];
    assert!(html.starts_with("<video controls autoplay loop muted width=\"64\""), "{html}");
    let (_, data) = html.split_once("src=\"data:video/mp4;base64,").unwrap();
    let (data, end) = data.split_once('"').unwrap();
    assert_eq!(end, "></video>");
    assert!(decoded(data) == cell.file("wave.mp4"));
}

#[test]
fn large_files_are_linked_and_sequences_are_named() {
    let cell = Cell::run("large");
    assert!(cell.file("out/large wave.png").len() > 2_000_000);
    let forms = cell.forms();
    assert!(forms["text/html"].ends_with(" src=\"out/large%20wave.png\">"), "{forms:?}");
    assert!(forms["text/html"].len() < 200 && !forms.contains_key("image/png"));

    let forms = Cell::run("frames/%d.png").forms();
    assert!(forms["text/plain"].starts_with("frames/%d.png: 3 frames"), "{forms:?}");
    assert_eq!(forms.len(), 1);
}

#[test]
fn what_cannot_be_shown_says_why() {
    for (name, expected) in [("no figure", "Error: Line, `width`: "), ("gone", "Error: wave.gif: ")]
    {
        let cell = Cell::run(name);
        let stderr = std::str::from_utf8(&cell.output.stderr).unwrap();
        let last = stderr.lines().last().unwrap();
        assert!(last.starts_with(expected), "{stderr}");
        assert!(cell.output.stdout.is_empty());
    }
}
