//! Whether chance tries everything that there is.

use std::{collections::BTreeSet, fs, path::Path};

/// The folder of the workspace.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// All Rust code of a folder, a line at a time.
fn lines_of(folder: &Path, see: &mut impl FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            lines_of(&path, see);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            fs::read_to_string(&path).unwrap().lines().for_each(&mut *see);
        }
    }
}

/// The setters that a line names.
fn setters(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
    words.filter(|word| word.starts_with("set_"))
}

/// The setters that a line of a crate defines: functions, properties of artists, and the names that
/// the axes' macro is given.
fn defined(line: &str) -> Vec<&str> {
    if line.trim_start().starts_with("//") {
        return Vec::new();
    }
    let is_of_name = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    if line.split_whitespace().all(|word| word.bytes().all(is_of_name)) {
        return setters(line).collect();
    }
    let behind = |mark: &str| line.split_once(mark).and_then(|(_, rest)| setters(rest).next());
    let starts = |setter: &&str| {
        ["pub fn ", " / "].iter().any(|mark| line.contains(&format!("{mark}{setter}")))
    };
    behind("pub fn ").or_else(|| behind(" / ")).filter(starts).into_iter().collect()
}

#[test]
fn every_setter_is_tried() {
    let root = Path::new(ROOT);
    let mut tried = BTreeSet::new();
    lines_of(&root.join("tests/fuzz"), &mut |line| {
        tried.extend(setters(line).map(str::to_owned));
    });
    let mut missing = BTreeSet::new();
    lines_of(&root.join("panim-figure/src"), &mut |line| {
        missing.extend(defined(line).into_iter().map(str::to_owned));
    });
    assert!(missing.len() > 150, "{} setters", missing.len());
    missing.retain(|setter| !tried.contains(setter));
    assert!(missing.is_empty(), "tests/fuzz does not try {missing:?}");
}

#[test]
fn every_artist_is_tried() {
    let list = fs::read_to_string(Path::new(ROOT).join("panim-figure/src/artists.rs")).unwrap();
    let mut tried = String::new();
    lines_of(&Path::new(ROOT).join("tests/fuzz/artists"), &mut |line| tried += line);
    let artists = list.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
    let artists: Vec<_> = artists.flat_map(|(_, artists)| artists.split(' ')).collect();
    assert!(artists.len() > 25, "{artists:?}");
    for artist in artists {
        assert!(tried.contains(&format!("{artist} |chance|")), "tests/fuzz does not try {artist}");
    }
}
