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
