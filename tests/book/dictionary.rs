//! The dictionary of matplotlib's calls: its tables have the calls that `dictionary.rs` makes, and rustdoc's search
//! finds what matplotlib calls them.

use super::{blesses, of_the_workspace};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// As many rows as were promised.
const LEAST: usize = 150;

/// Between these lines stand the tables.
const BEGIN: &str = "<!-- from docs/book/listings/dictionary.rs -->\n";
const END: &str = "<!-- to here -->\n";

/// What is called in the left column and is Python's own, or whoever's program it is.
const NOT_MATPLOTLIB: [&str; 7] = ["date", "datetime", "dict", "len", "update", "x", "zip"];

struct Row {
    matplotlib: String,
    panim: String,
    note: Option<String>,
}

enum Line {
    Heading(String),
    Row(Row),
}

/// The lines `call; // matplotlib's -- note` and `// # heading`.
fn lines() -> Vec<Line> {
    let listing = fs::read_to_string(of_the_workspace("docs/book/listings/dictionary.rs")).unwrap();
    let line = |line: &str| {
        let line = line.trim();
        if let Some(heading) = line.strip_prefix("// # ") {
            return Some(Line::Heading(heading.to_owned()));
        }
        let (call, words) = line.split_once(" // ").filter(|_| !line.starts_with("//"))?;
        let (matplotlib, note) = match words.split_once(" -- ") {
            Some((matplotlib, note)) => (matplotlib, Some(note.to_owned())),
            None => (words, None),
        };
        let panim = call.trim_end_matches(';').to_owned();
        Some(Line::Row(Row { matplotlib: matplotlib.to_owned(), panim, note }))
    };
    listing.lines().filter_map(line).collect()
}

fn rows() -> Vec<Row> {
    let row = |line| match line {
        Line::Row(row) => Some(row),
        Line::Heading(_) => None,
    };
    lines().into_iter().filter_map(row).collect()
}

fn tables() -> String {
    let code = |words: &str| {
        let words = words.replace('|', "\\|");
        if words.contains('`') { format!("`` {words} ``") } else { format!("`{words}`") }
    };
    let mut tables = String::new();
    for line in lines() {
        match line {
            Line::Heading(heading) => {
                tables += &format!("\n## {heading}\n\n| matplotlib | panim |\n|---|---|\n");
            }
            Line::Row(row) => {
                let note = row.note.map_or_else(String::new, |note| format!(" ({note})"));
                tables += &format!("| {} | {}{note} |\n", code(&row.matplotlib), code(&row.panim));
            }
        }
    }
    tables + "\n"
}

#[test]
fn the_tables_have_the_calls_that_are_compiled() {
    let path = of_the_workspace("docs/matplotlib.md");
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    let tables = tables();
    if blesses() {
        return fs::write(path, format!("{before}{BEGIN}{tables}{END}{after}")).unwrap();
    }
    assert!(
        shown == tables,
        "docs/matplotlib.md is not what the listing says: PANIM_BLESS=1 writes it"
    );
    let count = rows().len();
    assert!(count >= LEAST, "{count} rows");
}

#[test]
fn every_name_of_matplotlib_is_found_by_rustdoc() {
    let found = names_found();
    let missing: BTreeSet<String> = rows()
        .iter()
        .flat_map(|row| names(&row.matplotlib))
        .filter(|name| !found.contains(name) && !NOT_MATPLOTLIB.contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "no item and no `#[doc(alias)]`: {missing:?}");
}

/// What is called in some Python, and the keywords that it is called with; numpy's functions are nobody's here.
fn names(python: &str) -> BTreeSet<String> {
    // what stands in quotes are words
    let code: String = python.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
    let mut names = BTreeSet::new();
    let mut depth = 0;
    for (at, letter) in code.char_indices() {
        let before = &code[..at];
        let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |i| i + 1);
        let name = &before[start..];
        let is_call = letter == '(' && !before[..start].ends_with("np.");
        let is_keyword = letter == '=' && depth > 0 && !code[at + 1..].starts_with('=');
        if !name.is_empty() && (is_call || is_keyword) {
            names.insert(name.to_owned());
        }
        depth += i32::from(letter == '(') - i32::from(letter == ')');
    }
    names
}

/// The names of public items and their aliases.
fn names_found() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["panim-figure/src", "panim-runtime/src", "src"] {
        for file in files_below(&of_the_workspace(folder)) {
            let text = fs::read_to_string(file).unwrap();
            for line in text.lines().map(str::trim) {
                names.extend(names_in(line));
            }
        }
    }
    names
}

fn names_in(line: &str) -> Vec<String> {
    if let Some(aliases) = line.strip_prefix("#[doc(alias") {
        return aliases.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    }
    let word = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned()
    };
    let kinds = ["pub fn ", "pub struct ", "pub enum ", "pub trait ", "pub mod "];
    if let Some(rest) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) {
        return vec![word(rest)];
    }
    // a property of an artist, in both of its forms
    match line.split_once(" / set_") {
        Some((name, rest)) => vec![word(name), format!("set_{}", word(rest))],
        None => vec![],
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn names_are_read_from_python() {
    let names = names(r#"ax.text(1, 2, "a(b=1)", bbox=dict(pad=np.hypot(x, y)), where=y == 0)"#);
    assert_eq!(Vec::from_iter(names), ["bbox", "dict", "pad", "text", "where"]);
}
