//! Every listing is run, and its picture is the one that the book shows.

use super::{blesses, of_the_workspace};
use Kind::{Film, Program};
use panim::Picture;
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// What a listing does when it is run.
enum Kind {
    /// It has a command line: this frame is its picture.
    Film(usize),
    /// It draws its picture by itself.
    Program,
}

const LISTINGS: &[(&str, Kind)] = &[
    ("arrays", Program),
    ("bounce", Film(27)),
    ("dates", Program),
    ("first", Film(150)),
    ("fit", Program),
    ("growing", Film(35)),
    ("heatmap", Film(20)),
    ("lines_of_json", Film(2)),
    ("mistakes", Program),
    ("panels", Film(120)),
    ("plotters_histogram", Film(17)),
    ("plotters_two_scales", Program),
    ("port_decay", Film(170)),
    ("port_histogram", Film(40)),
    ("port_image", Film(12)),
    ("port_sine", Film(60)),
    ("port_walk", Film(100)),
    ("progress", Program),
    ("round", Program),
    ("rows", Film(5)),
    ("samples", Program),
    ("shares", Program),
    ("sharing", Program),
    ("space", Film(35)),
    ("still_figure", Program),
    ("values", Program),
    ("window", Film(200)),
    ("zoom", Program),
];

/// Of the pictures together.
const MOST: u64 = 2_000_000;

/// Levels of 255: other CPUs round otherwise.
const ALIKE: u8 = 3;

#[test]
fn every_listing_runs_and_draws_its_picture() {
    let pictures = of_the_workspace("docs/book/src/pictures");
    let mut failures = Vec::new();
    for (name, kind) in LISTINGS {
        let folder = tempfile::tempdir().unwrap();
        copy_data(folder.path());
        match kind {
            Film(frame) => {
                run(name, &format!("still {frame} -o {name}.png"), &folder);
                run(name, "-o film.mp4 --frames 0..2", &folder);
                assert!(folder.path().join("film.mp4").exists(), "{name} wrote no video");
            }
            Program => run(name, "", &folder),
        }
        let drawn = folder.path().join(format!("{name}.png"));
        let shown = pictures.join(format!("{name}.png"));
        if blesses() {
            fs::copy(&drawn, &shown).unwrap();
        }
        let (drawn, shown) = (Picture::open(drawn).unwrap(), Picture::open(shown).unwrap());
        if !are_alike(&drawn, &shown) {
            failures.push(*name);
        }
    }
    assert!(failures.is_empty(), "not what the book shows any more: {failures:?}");
    let sizes = fs::read_dir(pictures).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
    let total: u64 = sizes.sum();
    assert!(total < MOST, "the pictures have {total} bytes");
}

#[test]
fn every_file_of_the_listings_is_tried_and_shown() {
    let pages = super::pages::sources();
    for file in fs::read_dir(of_the_workspace("docs/book/listings")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let is_program = path.extension().is_some_and(|ending| ending == "rs");
        if !is_program || ["main", "dictionary"].contains(&name) {
            continue;
        }
        assert!(LISTINGS.iter().any(|(listing, _)| *listing == name), "{name}.rs is not tried");
        assert!(pages.contains(&format!("listings/{name}.rs")), "{name}.rs is on no page");
        assert!(pages.contains(&format!("pictures/{name}.png")), "{name}.png is on no page");
    }
}

/// The calls of the dictionary, each of them made once.
#[test]
fn every_call_of_the_dictionary_is_made() {
    let folder = tempfile::tempdir().unwrap();
    run("dictionary", "", &folder);
    for made in ["a.svg", "several.png", "space.png", "c.mp4", "d.gif", "f.png"] {
        assert!(folder.path().join(made).exists(), "no {made}");
    }
}

/// The files that listings read.
fn copy_data(folder: &Path) {
    for file in fs::read_dir(of_the_workspace("docs/book/listings/data")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
}

fn run(listing: &str, arguments: &str, folder: &TempDir) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_listings"));
    command.args(arguments.split_whitespace()).env("LISTING", listing).current_dir(folder.path());
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{listing} {arguments}: {said}");
}

fn are_alike(a: &Picture, b: &Picture) -> bool {
    let size = |picture: &Picture| (picture.width(), picture.height());
    size(a) == size(b) && a.rgba().iter().zip(b.rgba()).all(|(a, b)| a.abs_diff(*b) <= ALIKE)
}
