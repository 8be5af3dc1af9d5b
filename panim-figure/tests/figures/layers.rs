//! The modules of the crate are layers: each uses those above it in the list and none below.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What a module may use stands before it.
const LAYERS: [&str; 20] = [
    "base",
    "transform",
    "color",
    "scene",
    "raster",
    "svg",
    "text",
    "ticks",
    "numeric",
    "style",
    "pen",
    "parts",
    "artist",
    "artists",
    "axes",
    "layout",
    "figure",
    "renderer",
    "area",
    "motion",
];

/// The tokens of a file, without what is compiled for tests only.
fn tokens(text: &str) -> Vec<TokenTree> {
    let all: Vec<TokenTree> = text.parse::<TokenStream>().unwrap().into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let is_for_tests = matches!(&all[at], TokenTree::Punct(p) if p.as_char() == '#')
            && all
                .get(at + 1)
                .is_some_and(|group| group.to_string().replace(' ', "") == "[cfg(test)]");
        if is_for_tests {
            let ends = |token: &TokenTree| match token {
                TokenTree::Punct(punct) => punct.as_char() == ';',
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                _ => false,
            };
            let length = all[at..].iter().position(ends).unwrap_or(0);
            at += length + 1;
        } else {
            kept.push(all[at].clone());
            at += 1;
        }
    }
    kept
}

/// Every path behind `crate::`, as far as it has names.
fn paths(tokens: &[TokenTree], found: &mut Vec<Vec<String>>) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                paths(&group.stream().into_iter().collect::<Vec<_>>(), found);
            }
            TokenTree::Ident(ident) if ident == "crate" => {
                branches(&tokens[at + 1..], &[], found);
            }
            _ => {}
        }
    }
}

/// The paths that go on with `::` from here.
fn branches(tokens: &[TokenTree], before: &[String], found: &mut Vec<Vec<String>>) {
    let is_colon =
        |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    if !(is_colon(0) && is_colon(1)) {
        return found.push(before.to_vec());
    }
    match tokens.get(2) {
        Some(TokenTree::Ident(name)) => {
            let path = [before, &[name.to_string()]].concat();
            branches(&tokens[3..], &path, found);
        }
        Some(TokenTree::Group(group)) => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            let is_comma = |t: &TokenTree| matches!(t, TokenTree::Punct(p) if p.as_char() == ',');
            for one in inside.split(is_comma) {
                if let Some(TokenTree::Ident(name)) = one.first() {
                    branches(&one[1..], &[before, &[name.to_string()]].concat(), found);
                }
            }
        }
        _ => found.push(before.to_vec()),
    }
}

/// The modules that the names which the crate exports come from.
fn exports(lib: &str) -> BTreeMap<String, String> {
    let text = lib.replace("pub use ", "crate::").replace("pub(crate) use ", "crate::");
    let mut found = Vec::new();
    paths(&tokens(&text), &mut found);
    let of = |path: Vec<String>| Some((path.last()?.clone(), path.first()?.clone()));
    found.into_iter().filter_map(of).collect()
}

/// What a file uses that its layer must not.
fn wrong(layer: &str, text: &str, exports: &BTreeMap<String, String>) -> BTreeSet<String> {
    let rank = |module: &str| LAYERS.iter().position(|layer| *layer == module);
    let own = rank(layer).unwrap_or_else(|| panic!("{layer} is not in the list of layers"));
    let mut found = Vec::new();
    paths(&tokens(text), &mut found);
    let is_below = |path: &Vec<String>| {
        let Some(first) = path.first() else { return false };
        // all that is exported with a glob is an artist
        let module = exports.get(first).map_or("artists", String::as_str);
        rank(first).or_else(|| rank(module)).is_some_and(|used| used > own)
    };
    found.into_iter().filter(is_below).map(|path| path.join("::")).collect()
}

/// The crate's files, without those of tests.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if stem == "tests" || stem == "painted" || stem.starts_with("matplotlib_") {
            continue;
        }
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn no_layer_uses_one_below_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(source.join("lib.rs")).unwrap();
    let exports = exports(&lib);
    let mut all = Vec::new();
    files(&source, &mut all);
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    for path in &all {
        let inside = path.strip_prefix(&source).unwrap();
        let top = inside.iter().next().unwrap().to_string_lossy();
        let layer = top.trim_end_matches(".rs");
        if layer == "lib" {
            continue;
        }
        seen.insert(layer.to_owned());
        let wrong = wrong(layer, &fs::read_to_string(path).unwrap(), &exports);
        faults.extend(wrong.iter().map(|used| format!("{} uses {used}", inside.display())));
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(seen, LAYERS.iter().map(|layer| (*layer).to_owned()).collect());
}

#[test]
fn a_use_of_a_layer_below_is_found_wherever_it_stands() {
    let exports =
        exports("pub use axes::{Axes, Legend}; pub use artists::*; pub use base::data::Number;");
    let wrong = |text: &str| wrong("parts", text, &exports).into_iter().collect::<Vec<_>>();
    assert_eq!(wrong("use crate::{Axes, Number, base::{data::Column, check}};"), ["Axes"]);
    assert_eq!(wrong("fn f() -> crate::figure::Link { crate::pen::BEYOND }"), ["figure::Link"]);
    assert_eq!(
        wrong("macro_rules! m { () => { $crate::axes::look::LOOK } }"),
        ["axes::look::LOOK"]
    );
    assert_eq!(wrong("use crate::{color::Color, artists::{bars::Bars}};"), ["artists::bars::Bars"]);
    assert_eq!(wrong("use crate::Line;"), ["Line"]);
    assert!(wrong("#[cfg(test)] mod tests { use crate::Axes; } use crate::Number;").is_empty());
    assert!(wrong("// crate::Axes\n/// [`Axes`](crate::Axes)\nstruct A;").is_empty());
}
