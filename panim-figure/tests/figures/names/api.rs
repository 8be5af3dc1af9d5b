//! What the methods of each type are: those in its `impl`s, and those that macros write.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// What one type's methods are.
#[derive(Debug, Default)]
pub(super) struct Methods {
    /// `fn x(mut self, ..) -> Self`, also without an argument.
    pub(super) builders: BTreeSet<String>,
    /// `fn set_x(&mut self, ..)`, without `set_`.
    pub(super) setters: BTreeSet<String>,
    /// Functions that make one, with the names of their arguments.
    pub(super) makers: BTreeMap<String, Vec<String>>,
    /// Those of them that are described.
    plain: BTreeSet<String>,
}

#[derive(Default)]
pub(super) struct Api {
    types: BTreeMap<String, Methods>,
    /// For each macro the properties and methods that it writes.
    macros: BTreeMap<String, Methods>,
    /// For each macro those that it calls.
    calls: BTreeMap<String, BTreeSet<String>>,
    /// For each type the macros that it is given to.
    given: BTreeMap<String, BTreeSet<String>>,
    pub(super) artists: BTreeSet<String>,
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
            // names that a macro is given are those of what it writes
            let setters = body.iter().filter_map(|token| ident(Some(token)));
            let setters = setters.filter_map(|name| Some(name.strip_prefix("set_")?.to_owned()));
            self.types.entry(of.clone()).or_default().setters.extend(setters);
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
    pub(super) fn methods(&self, of: &str) -> Methods {
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

pub(super) fn api() -> Api {
    let mut api = Api::default();
    crate_sources("panim-figure").iter().for_each(|tokens| api.read(tokens, None));
    api
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
