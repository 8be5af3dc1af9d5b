//! What the pages include, link to and show is there.

use super::of_the_workspace;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
};

/// The pages by their paths below `docs/book/src`, with all that they include.
fn pages() -> BTreeMap<PathBuf, String> {
    let root = of_the_workspace("docs/book/src");
    let paths = files_below(&root).into_iter().filter(|path| path.extension().unwrap() == "md");
    paths.map(|path| (path.strip_prefix(&root).unwrap().to_owned(), expanded(&path))).collect()
}

/// All pages as they are written, one after the other.
pub(crate) fn sources() -> String {
    let root = of_the_workspace("docs/book/src");
    let pages = files_below(&root).into_iter().filter(|path| path.extension().unwrap() == "md");
    pages.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// A file with what it includes by mdBook's `{{#include path:anchor}}`.
fn expanded(path: &Path) -> String {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut page = String::new();
    for line in text.lines() {
        let Some((before, rest)) = line.split_once("{{#include ") else {
            page += line;
            page.push('\n');
            continue;
        };
        let (wanted, after) = rest.split_once("}}").unwrap();
        let (file, anchor) = match wanted.split_once(':') {
            Some((file, anchor)) => (file, Some(anchor)),
            None => (wanted, None),
        };
        let whole = expanded(&path.parent().unwrap().join(file));
        let part = match anchor {
            Some(anchor) => {
                between(&whole, anchor).unwrap_or_else(|| panic!("{line}: no such anchor"))
            }
            None => whole,
        };
        assert!(!part.trim().is_empty(), "{line}: there is nothing");
        page += &format!("{before}{part}{after}\n");
    }
    page
}

fn between(text: &str, anchor: &str) -> Option<String> {
    let marks = |line: &str, mark: &str| {
        line.split_once(mark)
            .is_some_and(|(_, name)| name.split_whitespace().next() == Some(anchor))
    };
    let after = text.lines().skip_while(|line| !marks(line, "ANCHOR:")).skip(1);
    let lines: Vec<&str> = after.take_while(|line| !marks(line, "ANCHOR_END:")).collect();
    let is_closed = text.lines().any(|line| marks(line, "ANCHOR_END:"));
    is_closed.then(|| lines.join("\n"))
}

/// The text without its code, in fences and between backticks.
fn prose(page: &str) -> String {
    let mut fence = None;
    let mut prose = String::new();
    for line in page.lines() {
        let ticks = line.trim_start().bytes().take_while(|byte| *byte == b'`').count();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(opened) if ticks >= opened => fence = None,
            None => {
                let outside = line.split('`').step_by(2);
                prose += &outside.collect::<Vec<_>>().join("``");
                prose.push('\n');
            }
            Some(_) => {}
        }
    }
    prose
}

/// Where links and pictures of a page lead. Of a name that is defined twice, the first definition counts.
fn targets(page: &str) -> Vec<String> {
    let prose = prose(page);
    let mut targets = Vec::new();
    let mut defined = BTreeMap::new();
    for line in prose.lines() {
        if let Some((name, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]: "))
        {
            defined.entry(name.to_owned()).or_insert_with(|| target.trim().to_owned());
        }
    }
    for (at, _) in prose.match_indices("](") {
        let target = prose[at + 2..].split([')', ' ', '\n']).next().unwrap();
        targets.push(target.to_owned());
    }
    for (at, _) in prose.match_indices("][") {
        let name = prose[at + 2..].split(']').next().unwrap();
        let target = defined.get(name).unwrap_or_else(|| panic!("[{name}] is not defined"));
        targets.push(target.clone());
    }
    targets
}

/// The names of a page's headings in addresses, as mdBook makes them.
fn headings(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut in_code = false;
    for line in page.lines() {
        in_code ^= line.trim_start().starts_with("```");
        if in_code || !line.starts_with('#') {
            continue;
        }
        let words = line.trim_start_matches('#').trim();
        let letters = words.chars().filter_map(|letter| match letter {
            ' ' => Some('-'),
            '-' | '_' => Some(letter),
            _ => letter.is_alphanumeric().then(|| letter.to_ascii_lowercase()),
        });
        found.insert(letters.collect());
    }
    found
}

fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(normal.pop(), "{} leaves the book", path.display()),
            other => normal.push(other),
        }
    }
    normal
}

#[test]
fn every_link_and_every_picture_leads_somewhere() {
    let pages = pages();
    let root = of_the_workspace("docs/book/src");
    let mut count = 0;
    for (path, page) in &pages {
        for target in targets(page) {
            if ["https://", "http://"].iter().any(|scheme| target.starts_with(scheme)) {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let place = match file {
                "" => path.clone(),
                file => normal(&path.parent().unwrap().join(file)),
            };
            assert!(root.join(&place).is_file(), "{}: {target} leads nowhere", path.display());
            if !heading.is_empty() {
                let there = pages.get(&place).is_some_and(|page| headings(page).contains(heading));
                assert!(there, "{}: there is no heading {target}", path.display());
            }
            count += 1;
        }
    }
    assert!(count > 60, "{count} links");
}

#[test]
fn every_page_is_in_the_summary_and_every_picture_on_a_page() {
    let pages = pages();
    let listed = targets(&pages[Path::new("SUMMARY.md")]);
    for path in pages.keys().filter(|path| *path != Path::new("SUMMARY.md")) {
        assert!(
            listed.iter().any(|page| Path::new(page) == path),
            "{} is not listed",
            path.display()
        );
    }
    let root = of_the_workspace("docs/book/src");
    for path in files_below(&root.join("pictures")) {
        let picture = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let shown = pages.values().any(|page| page.contains(&format!("({picture})")));
        assert!(shown, "{picture} is on no page");
    }
}

/// Code in Rust is included from files that are compiled.
#[test]
fn no_listing_is_written_on_a_page() {
    let root = of_the_workspace("docs/book/src");
    for path in files_below(&root).into_iter().filter(|path| path.extension().unwrap() == "md") {
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if !line.starts_with("```rust") {
                continue;
            }
            for line in lines.by_ref().take_while(|line| !line.starts_with("```")) {
                let is_included = line.is_empty() || line.starts_with("{{#include ");
                assert!(is_included, "{}: {line}", path.display());
            }
        }
    }
}
