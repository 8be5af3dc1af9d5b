//! The whole way from tokens to tokens.

#![allow(clippy::unwrap_used)]

use super::{expand_animation, expand_method, parse::Role};
use proc_macro2::TokenStream;
use quote::quote;
use std::{env, fs, path::Path};

/// The animation on the project's front page, expanded.
fn wave() -> String {
    let wave = expand_animation(
        TokenStream::new(),
        quote! {
            #[derive(Default)]
            struct Wave {
                x: Vec<f64>,
                line: Handle<Line>,
            }
        },
    );
    let setup = expand_method(
        Role::Setup,
        TokenStream::new(),
        quote! {
            fn setup(&mut self, fig: &mut Figure) {
                self.x = linspace(0.0, 2.0 * TAU, 200);
                let ax = fig.axes();
                ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
                self.line = ax.add(Line::new(&self.x, self.x.iter().map(|x| x.cos())));
            }
        },
    );
    let update = expand_method(
        Role::Update,
        TokenStream::new(),
        quote! {
            /// One moment of the wave.
            fn update(&self, frame: &mut Frame, phase: f64) {
                frame[self.line].set_y(self.x.iter().map(|x| (x + phase).cos()));
            }
        },
    );
    pretty(quote!(#wave impl Wave { #setup #update }))
}

fn update(args: TokenStream, method: TokenStream) -> String {
    let method = expand_method(Role::Update, args, method);
    pretty(quote!(impl Wave { #method }))
}

fn pretty(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

/// To write the file anew: `UPDATE_EXPANSION=1 cargo test -p panim-macros`.
#[test]
fn wave_expands_as_before() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansion/wave.expanded.rs");
    let now = wave();
    if env::var_os("UPDATE_EXPANSION").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert!(now == before, "{} says otherwise:\n{now}", path.display());
}

#[test]
fn what_is_added_has_the_methods_conditions_and_docs() {
    let update = update(
        TokenStream::new(),
        quote! {
            /// One moment.
            #[cfg(feature = "wave")]
            #[inline]
            fn update(&self, frame: &mut Frame, phase: f64, amp: f64) {}
        },
    );
    assert_eq!(update.matches("#[cfg(feature = \"wave\")]").count(), 1 + 4);
    assert_eq!(update.matches("/// One moment.").count(), 1 + 2);
    assert_eq!(update.matches("/// A frame's parameters are `(phase, amp)`.").count(), 2);
    assert_eq!(update.matches("#[inline]").count(), 1);
}

#[test]
fn another_name_for_panim_is_used_throughout() {
    let args = || quote!(crate = ::anim);
    let update = update(
        args(),
        quote!(
            fn update(&self, frame: &mut Frame, label: &str) {}
        ),
    );
    let setup = expand_method(
        Role::Setup,
        args(),
        quote!(
            fn setup(&self, fig: &mut Figure) {}
        ),
    );
    let wave = expand_animation(
        args(),
        quote!(
            struct Wave(f64);
        ),
    );
    for expanded in [update, pretty(quote!(impl Wave { #setup })), pretty(wave)] {
        assert!(expanded.contains("::anim::__private::"), "{expanded}");
        assert!(!expanded.contains("::panim"), "{expanded}");
    }
}

#[test]
fn a_mistake_leaves_the_method_and_something_to_render() {
    let update = update(
        TokenStream::new(),
        quote! {
            #[cfg(unix)]
            fn update(&self, frame: &mut Frame, (a, b): (f64, f64)) { a + b }
        },
    );
    assert!(update.contains("(a, b): (f64, f64)"), "{update}");
    assert!(update.contains("::core::compile_error!"), "{update}");
    assert!(update.contains("const __PANIM_KEEP_ONLY_ONE_UPDATE: () = ();"), "{update}");
    assert!(update.contains("-> ::panim::Render<Self, (__P0,)>"), "{update}");
    assert_eq!(update.matches("#[cfg(unix)]").count(), 1 + 4);
}

#[test]
fn an_unreadable_signature_still_counts_as_an_update() {
    let method = quote!(fn update(&self, frame: &mut Frame, phase) {});
    let expanded = expand_method(Role::Update, TokenStream::new(), method.clone()).to_string();
    assert!(expanded.starts_with(&method.to_string()), "{expanded}");
    assert!(expanded.contains("__PANIM_KEEP_ONLY_ONE_UPDATE"), "{expanded}");
}
