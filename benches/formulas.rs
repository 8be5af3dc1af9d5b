//! What formulas cost whose numbers change in every frame:
//! `cargo bench -p panim-benches --features math --bench formulas`.
//!
//! Each frame writes other digits and is drawn on one core, 240 pixels wide and without axes: what a formula takes
//! beyond the same words without dollars is what setting it costs.

#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box};
use panim::{MathFont, Renderer, Style, prelude::*};

fn main() {
    divan::main();
}

fn draw(bencher: Bencher<'_, '_>, math_font: MathFont, text: impl Fn(f64) -> String) {
    let mut fig = Figure::new();
    fig.set_size(240, 40).set_style(Style { math_font, ..Style::default() });
    let ax = fig.axes();
    ax.set_axis_off(true);
    let words = ax.add(Text::new(At::Figure(0.1, 0.4), text(0.0)));
    let mut renderer = Renderer::new(fig).unwrap();
    let mut index = 0;
    bencher.bench_local(|| {
        index += 1;
        renderer.frame(index)[words].set_text(text(1.0 + (index % 900) as f64 / 100.0));
        black_box(renderer.draw().unwrap());
    });
}

#[divan::bench]
fn words(bencher: Bencher<'_, '_>) {
    draw(bencher, MathFont::Text, |t| format!("t = {t:.2} s"));
}

#[divan::bench]
fn formula(bencher: Bencher<'_, '_>) {
    draw(bencher, MathFont::Text, |t| format!("$t = {t:.2}\\,\\mathrm{{s}}$"));
}

#[cfg(feature = "math")]
#[divan::bench]
fn formula_in_computer_modern(bencher: Bencher<'_, '_>) {
    draw(bencher, MathFont::ComputerModern, |t| format!("$t = {t:.2}\\,\\mathrm{{s}}$"));
}

#[cfg(feature = "math")]
#[divan::bench]
fn fraction(bencher: Bencher<'_, '_>) {
    draw(bencher, MathFont::Text, |t| format!("$\\frac{{t}}{{2}} = {t:.2}\\,\\mathrm{{s}}$"));
}

/// Laid out anew in each frame.
#[cfg(feature = "math")]
#[divan::bench]
fn fraction_of_other_letters(bencher: Bencher<'_, '_>) {
    draw(bencher, MathFont::Text, |t| {
        let letters: String = format!("{:03}", (100.0 * t) as u32 % 1000)
            .bytes()
            .map(|digit| char::from(digit + b'a' - b'0'))
            .collect();
        format!("$\\frac{{{letters}}}{{2}} = {t:.2}\\,\\mathrm{{s}}$")
    });
}
