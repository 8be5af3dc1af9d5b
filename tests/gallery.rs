//! The gallery shows every example, with a small picture, and says how long each is.

#![allow(missing_docs, clippy::unwrap_used)]

use std::{fs, path::Path};

/// The folder of the workspace.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The largest picture that a page with twenty of them should have.
const LARGEST: u64 = 200_000;

#[test]
fn every_example_is_in_the_gallery_with_its_picture_and_its_length() {
    let examples = Path::new(ROOT).join("examples");
    let page = fs::read_to_string(examples.join("README.md")).unwrap();
    let mut count = 0;
    for entry in fs::read_dir(&examples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let title = format!("[`{name}`]({name}.rs), {lines} lines");
        assert!(page.contains(&title), "examples/README.md lacks {title:?}");
        let picture = format!("pictures/{name}.png");
        assert!(page.contains(&format!("({picture})")), "examples/README.md lacks {picture}");
        let bytes = fs::metadata(examples.join(&picture)).unwrap().len();
        assert!(bytes < LARGEST, "{picture} has {bytes} bytes");
        count += 1;
    }
    assert!(count >= 20, "{count} examples");
}

#[test]
fn every_picture_of_the_documentation_is_in_the_gallery() {
    let root = Path::new(ROOT);
    let page = fs::read_to_string(root.join("examples/README.md")).unwrap();
    let mut count = 0;
    for entry in fs::read_dir(root.join("panim-figure/docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "png") {
            let name = path.file_name().unwrap().to_str().unwrap();
            let picture = format!("(../panim-figure/docs/{name})");
            assert!(page.contains(&picture), "examples/README.md lacks {picture}");
            count += 1;
        }
    }
    assert!(count >= 30, "{count} pictures");
}
