//! What the names in the code promise: every property of an artist has its two methods, and every name
//! of a type one meaning. Here the files are read, and their tokens.

mod api;
mod properties;
mod types;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::{fs, path::Path};

/// The tokens of a folder's files, those of their tests left out.
fn sources(folder: &Path, found: &mut Vec<Vec<TokenTree>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if stem == "tests" || stem.starts_with("matplotlib_") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            found.push(text.parse::<TokenStream>().unwrap().into_iter().collect());
        }
    }
}

fn crate_sources(name: &str) -> Vec<Vec<TokenTree>> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    sources(&root.join(name).join("src"), &mut found);
    found
}

fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn ident(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    }
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn group(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<&Group> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}
