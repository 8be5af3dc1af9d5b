//! What is left of the pictures after encoding, over the whole gallery, for other lengths of groups
//! and other qualities, and for pure colours:
//!
//! ```text
//! cargo bench -p panim-benches --features __raw_frames --bench quality
//! cargo bench -p panim-benches --features __raw_frames --bench quality -- wave radar groups
//! ```
//!
//! Each example runs as it is, in a temporary folder (2 GB at most), and keeps the pictures that it
//! hands to the encoder. They are compared with those decoded from its video.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "quality/colours.rs"]
mod colours;
#[path = "quality/groups.rs"]
mod groups;
#[path = "quality/measure.rs"]
mod measure;
#[path = "quality/raw.rs"]
mod raw;
#[path = "quality/ssim.rs"]
mod ssim;
#[path = "../tests/support/mod.rs"]
mod support;

use measure::Measured;
use raw::Raw;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use support::File;

fn main() {
    let names: Vec<String> = env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if names.first().is_some_and(|name| name == groups::RENDER) {
        return groups::render(&names[1..]);
    }
    let folder = tempfile::tempdir().unwrap();
    let mut rows = Vec::new();
    for name in examples().into_iter().filter(|name| names.is_empty() || names.contains(name)) {
        // one example's pictures at a time: those of the largest are most of a gigabyte
        let here = folder.path().join(&name);
        run(&name, &here);
        rows.extend(videos(&here).iter().map(|video| {
            let stem = video.file_stem().unwrap().to_str().unwrap();
            row(&if stem == name { name.clone() } else { format!("{name}: {stem}") }, video)
        }));
        fs::remove_dir_all(&here).unwrap();
    }
    if names.is_empty() || names.iter().any(|name| name == "groups") {
        rows.extend(groups::rows(folder.path()));
    }
    println!("\n{}", measure::HEAD);
    rows.iter().for_each(|row| println!("{row}"));
    println!("\n{}", colours::table(folder.path()));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The names of the examples.
fn examples() -> Vec<String> {
    let folder = root().join("examples");
    let files = with_extension(&folder, "rs");
    files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// Runs an example in a folder of its own.
fn run(name: &str, folder: &Path) {
    eprintln!("{name}");
    fs::create_dir(folder).unwrap();
    let manifest = root().join("Cargo.toml");
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--release", "--features", "__raw_frames,coastlines"])
        .arg("--manifest-path")
        .arg(manifest)
        .args(["--example", name])
        .env("PANIM_RAW_FRAMES", folder)
        .current_dir(folder)
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.unwrap().success(), "{name} failed");
}

/// The videos in a folder and the folders in it.
fn videos(folder: &Path) -> Vec<PathBuf> {
    let inner = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let inner = inner.filter(|path| path.is_dir()).flat_map(|path| with_extension(&path, "mp4"));
    with_extension(folder, "mp4").into_iter().chain(inner).collect()
}

fn with_extension(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    paths.sort();
    paths
}

/// One line of the table. The raw pictures lie where the example ran.
fn row(name: &str, video: &Path) -> String {
    let stem = video.file_stem().unwrap();
    let folder = video.ancestors().find(|folder| folder.join(stem).with_extension("y4m").exists());
    let mut raw = Raw::open(&folder.unwrap().join(stem).with_extension("y4m"));
    let mut measured = Measured::new(raw.width, raw.height);
    File::read(video).decode_each(|decoded| measured.add(raw.next(), &decoded.y));
    measured.row(name, fs::metadata(video).unwrap().len())
}
