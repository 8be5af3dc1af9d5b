//! Every name of a type has one meaning.

use super::*;
use std::collections::BTreeMap;

/// The names of the types that a file declares outside of functions.
fn types(tokens: &[TokenTree], found: &mut Vec<String>) {
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| ident(tokens.get(at)));
        let Some(word) = ident(Some(token)) else { continue };
        if ["struct", "enum", "union", "trait", "type"].contains(&word.as_str())
            && before.as_deref() != Some("macro_rules")
        {
            found.extend(ident(tokens.get(at + 1)));
        }
        if let ("mod", Some(body)) = (&*word, group(tokens.get(at + 2), Delimiter::Brace)) {
            types(&inside(body), found);
        }
    }
}

/// Names that stand twice on purpose.
const TWICE: [&str; 4] = [
    // with and without the features `nvenc` and `video`
    "Gpu",
    "H264Encoders",
    "Pool", // each module's results, with its own error
    "Result",
];

#[test]
fn a_types_name_has_one_meaning() {
    let mut found = Vec::new();
    for name in ["panim-figure", "panim-runtime", "panim-macros"] {
        crate_sources(name).iter().for_each(|tokens| types(tokens, &mut found));
    }
    let mut counts = BTreeMap::new();
    for name in found {
        *counts.entry(name).or_insert(0) += 1;
    }
    assert!(counts.len() > 400, "{}", counts.len());
    let twice: Vec<_> = counts
        .into_iter()
        .filter(|(name, count)| *count > 1 && !TWICE.contains(&&**name))
        .collect();
    assert!(twice.is_empty(), "stand for several things: {twice:?}");
}
