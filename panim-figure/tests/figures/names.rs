//! Every property of an artist has its two methods, and every name of a type one meaning.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

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

/// What one type's methods are.
#[derive(Debug, Default)]
struct Methods {
    /// `fn x(mut self, ..) -> Self`, also without an argument.
    builders: BTreeSet<String>,
    /// `fn set_x(&mut self, ..)`, without `set_`.
    setters: BTreeSet<String>,
    /// Functions that make one, with the names of their arguments.
    makers: BTreeMap<String, Vec<String>>,
    /// Those of them that are described.
    plain: BTreeSet<String>,
}

#[derive(Default)]
struct Api {
    types: BTreeMap<String, Methods>,
    /// For each macro the properties and methods that it writes.
    macros: BTreeMap<String, Methods>,
    /// For each macro those that it calls.
    calls: BTreeMap<String, BTreeSet<String>>,
    /// For each type the macros that it is given to.
    given: BTreeMap<String, BTreeSet<String>>,
    artists: BTreeSet<String>,
}

impl Api {
    fn read(&mut self, tokens: &[TokenTree], within: Option<&str>) {
        for (at, token) in tokens.iter().enumerate() {
            let next = |n: usize| tokens.get(at + n);
            let name = ident(Some(token));
            if is_punct(next(1), '!') {
                let Some(name) = name else { continue };
                if name == "macro_rules" {
                    if let (Some(called), Some(TokenTree::Group(body))) = (ident(next(2)), next(3))
                    {
                        self.read(&inside(body), Some(&called));
                    }
                } else if let Some(TokenTree::Group(body)) = next(2) {
                    self.call(&name, &inside(body), within);
                }
            } else if name.as_deref() == Some("impl") {
                self.implementation(&tokens[at + 1..], within);
            }
            // what a macro writes stands in the groups of its rules
            if let (Some(_), TokenTree::Group(body)) = (within, token) {
                self.read(&inside(body), within);
            }
        }
    }

    /// A macro that is given a type.
    fn call(&mut self, name: &str, body: &[TokenTree], within: Option<&str>) {
        let is_own = is_punct(body.first(), '$');
        let Some(of) = ident(body.get(usize::from(is_own))) else { return };
        if name == "properties" {
            let Some(list) = group(body.get(1 + usize::from(is_own)), Delimiter::Brace) else {
                return;
            };
            let pairs = inside(list);
            let methods = match within {
                Some(called) => self.macros.entry(called.to_owned()).or_default(),
                None => self.types.entry(of).or_default(),
            };
            for window in pairs.windows(3) {
                let [TokenTree::Ident(build), TokenTree::Punct(mid), TokenTree::Ident(set)] =
                    window
                else {
                    continue;
                };
                if mid.as_char() == '/' {
                    methods.builders.insert(build.to_string());
                    let set = set.to_string();
                    methods.setters.insert(set.strip_prefix("set_").unwrap().to_owned());
                }
            }
        } else if let Some(called) = within {
            self.calls.entry(called.to_owned()).or_default().insert(name.to_owned());
        } else {
            self.given.entry(of).or_default().insert(name.to_owned());
        }
    }

    /// The methods of `impl X { .. }`, or that X is an artist.
    fn implementation(&mut self, tokens: &[TokenTree], within: Option<&str>) {
        let Some(body) =
            tokens.iter().position(|token| group(Some(token), Delimiter::Brace).is_some())
        else {
            return;
        };
        let head = &tokens[..body];
        let is_own = is_punct(head.first(), '$');
        let Some(name) = ident(head.get(usize::from(is_own))) else { return };
        let TokenTree::Group(block) = &tokens[body] else { return };
        if ident(head.get(1)).as_deref() == Some("for") {
            if let ("Draw" | "Artist", Some(artist)) = (&*name, ident(head.get(2))) {
                self.artists.insert(artist);
            }
            return;
        }
        if head.len() != 1 + usize::from(is_own) {
            return;
        }
        let methods = match within {
            Some(called) => self.macros.entry(called.to_owned()).or_default(),
            None => self.types.entry(name).or_default(),
        };
        methods.read(&inside(block));
    }

    /// All methods of a type, with those of the macros that it is given to.
    fn methods(&self, of: &str) -> Methods {
        let mut all = Methods::default();
        let none = BTreeSet::new();
        let mut wanted: Vec<&String> = self.given.get(of).unwrap_or(&none).iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(name) = wanted.pop() {
            if seen.insert(name) {
                wanted.extend(self.calls.get(name).unwrap_or(&none));
            }
        }
        let written = seen.iter().filter_map(|name| self.macros.get(*name));
        for methods in self.types.get(of).into_iter().chain(written) {
            all.builders.extend(methods.builders.iter().cloned());
            all.setters.extend(methods.setters.iter().cloned());
            all.makers.extend(methods.makers.clone());
            all.plain.extend(methods.plain.iter().cloned());
        }
        all
    }
}

impl Methods {
    fn read(&mut self, tokens: &[TokenTree]) {
        for at in 0..tokens.len() {
            let is_public = ident(tokens.get(at)).as_deref() == Some("pub");
            if !(is_public && ident(tokens.get(at + 1)).as_deref() == Some("fn")) {
                continue;
            }
            let Some(name) = ident(tokens.get(at + 2)) else { continue };
            let rest = &tokens[at + 3..];
            let Some(list) =
                rest.iter().find_map(|token| group(Some(token), Delimiter::Parenthesis))
            else {
                continue;
            };
            let arguments = inside(list);
            match arguments.first() {
                Some(TokenTree::Punct(punct)) if punct.as_char() == '&' => {
                    if let Some(set) = name.strip_prefix("set_") {
                        self.setters.insert(set.to_owned());
                    }
                }
                Some(TokenTree::Ident(first)) if first == "mut" || first == "self" => {
                    self.builders.insert(name.clone());
                }
                _ => {
                    let names = arguments.windows(2).filter(|pair| is_punct(pair.get(1), ':'));
                    let names = names.filter_map(|pair| ident(pair.first())).collect();
                    self.makers.insert(name.clone(), names);
                }
            }
            self.plain.insert(name);
        }
    }
}

/// Builders without a setter: what setup says for good.
const ONLY_BUILT: [(&str, &str); 5] = [
    // what was an extent along x would be one along y: limits, ticks and categories are settled
    ("Bars", "horizontal"),
    ("BoxPlot", "horizontal"),
    ("ErrorBars", "horizontal"),
    ("Histogram", "horizontal"),
    ("Violin", "horizontal"),
];

/// Setters of no single property.
const ONLY_SET: [(&str, &str); 6] = [
    // all that `new` takes, and the same as points
    ("*", "data"),
    ("*", "points"),
    // both components of the vectors, as matplotlib's `set_UVC`
    ("Quiver", "uv"),
    ("Streamlines", "uv"),
    // what both constructors take
    ("Span", "ends"),
    // the values of wedges that have names keep these
    ("Pie", "values"),
];

/// Arguments of `new` that are changed with others, by `set_data` if nothing else is said.
const CHANGED_TOGETHER: [(&str, &[&str]); 13] = [
    // the one list that it is made of
    ("BoxPlot", &["groups"]),
    ("Histogram", &["samples"]),
    ("Image", &["rows"]),
    ("Violin", &["groups"]),
    // `set_values`
    ("Pie", &["wedges"]),
    // lines of a grid are as many as its rows and columns of values
    ("Contour", &["x", "y"]),
    ("ContourFilled", &["x", "y"]),
    ("PColorMesh", &["x", "y"]),
    ("Surface", &["x", "y"]),
    ("Wireframe", &["x", "y"]),
    // `set_uv`
    ("Quiver", &["u", "v"]),
    ("Streamlines", &["x", "y", "u", "v"]),
    // a frame says the time, not another function of it
    ("TracedPath", &["path"]),
];

fn api() -> Api {
    let mut api = Api::default();
    crate_sources("panim-figure").iter().for_each(|tokens| api.read(tokens, None));
    api
}

#[test]
fn every_property_is_built_and_moved() {
    let api = api();
    let is_known = |list: &[(&str, &str)], of: &str, name: &str| {
        list.iter().any(|known| *known == ("*", name) || *known == (of, name))
    };
    let mut faults = Vec::new();
    for artist in &api.artists {
        let methods = api.methods(artist);
        let empty = Vec::new();
        let given = methods.makers.get("new").unwrap_or(&empty);
        for name in methods.builders.difference(&methods.setters) {
            if !is_known(&ONLY_BUILT, artist, name) {
                faults.push(format!("{artist}::{name} has no set_{name}"));
            }
        }
        for name in methods.setters.difference(&methods.builders) {
            let is_made = given.contains(name) || methods.makers.contains_key(name);
            if !(is_made || is_known(&ONLY_SET, artist, name)) {
                faults.push(format!("{artist}::set_{name} has no {name}"));
            }
        }
        let together =
            CHANGED_TOGETHER.iter().find(|(of, _)| of == artist).map_or(&[][..], |k| k.1);
        for name in given {
            if !methods.setters.contains(name) && !together.contains(&name.as_str()) {
                faults.push(format!("{artist}::new takes {name}, and there is no set_{name}"));
            }
        }
    }
    assert!(api.artists.len() > 25, "{:?}", api.artists);
    assert!(api.methods("Bars").setters.len() > 20, "{:?}", api.methods("Bars"));
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_lacks_its_other_form_is_found() {
    let source = "
        macro_rules! shared { ($artist:ident) => {
            properties! { $artist { a / set_a(a: f64) |this| this.a = a; } }
        }; }
        impl Stem {
            pub fn new(x: X, y: Y) -> Self { Self }
            pub fn b(mut self, b: f64) -> Self { self }
            pub fn set_x(&mut self, x: X) -> &mut Self { self }
            fn set_own(&mut self) {}
        }
        properties! { Stem { c / set_c(c: f64) |this| this.c = c; } }
        shared!(Stem);
        impl Draw for Stem {}
    ";
    let mut api = Api::default();
    let tokens: Vec<_> = source.parse::<TokenStream>().unwrap().into_iter().collect();
    api.read(&tokens, None);
    let methods = api.methods("Stem");
    let strings = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>();
    assert_eq!(strings(&methods.builders), ["a", "b", "c"]);
    assert_eq!(strings(&methods.setters), ["a", "c", "x"]);
    assert_eq!(methods.makers["new"], ["x", "y"]);
    assert!(api.artists.contains("Stem"));
}

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
const TWICE: [&str; 3] = [
    // with and without the feature `nvenc`
    "Gpu", "Pool", // each module's results, with its own error
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
