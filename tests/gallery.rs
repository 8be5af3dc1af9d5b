//! The gallery shows every example, with a small picture that moves, and says how long each is.

#![allow(missing_docs, clippy::unwrap_used)]

use std::{fs, path::Path};

/// The folder of the workspace.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The largest picture that a page with twenty of them should have, the largest of a page's head, and all
/// of them.
const LARGEST: u64 = 700_000;
const LARGEST_OF_A_HEAD: u64 = 1_000_000;
const MOST: u64 = 10_000_000;

/// What stands still: what was measured is measured once.
const STILL: &str = "scaling";

#[test]
fn every_example_is_in_the_gallery_with_its_picture_and_its_length() {
    let examples = Path::new(ROOT).join("examples");
    let page = fs::read_to_string(examples.join("README.md")).unwrap();
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let (mut count, mut total) = (0, 0);
    for entry in fs::read_dir(&examples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let title = format!("[`{name}`]({name}.rs), {lines} lines");
        assert!(page.contains(&title), "examples/README.md lacks {title:?}");
        let picture = ["gif", "png"].map(|ending| format!("pictures/{name}.{ending}"));
        let picture = picture.iter().find(|picture| page.contains(&format!("({picture})")));
        let picture =
            picture.unwrap_or_else(|| panic!("examples/README.md lacks pictures/{name}.gif"));
        let bytes = fs::read(examples.join(picture)).unwrap();
        // of an animated PNG, the chunk that counts its frames
        let moves = picture.ends_with(".gif") || bytes.windows(4).any(|chunk| chunk == b"acTL");
        assert!(moves || name == STILL, "{picture} stands still");
        let size = bytes.len() as u64;
        let head = readme.contains(&format!("(examples/{picture})"));
        let largest = if head { LARGEST_OF_A_HEAD } else { LARGEST };
        assert!(size < largest, "{picture} has {size} bytes");
        (count, total) = (count + 1, total + size);
    }
    assert!(total < MOST, "the pictures have {total} bytes");
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
