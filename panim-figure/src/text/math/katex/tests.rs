#![allow(clippy::unwrap_used)]

use super::{source::with_letters, stand_ins::stand_in, *};
use crate::text::{Fonts, TextLayout, TextStyle};

/// What the crate is given, with the letters that others stand for in `[]`.
fn given(formula: &str) -> String {
    let mut written = String::new();
    for character in with_letters(formula).chars() {
        match stand_in(character, Face::default()) {
            Some((letter, face)) if face == Face::default() => written.extend(['[', letter, ']']),
            Some((letter, _)) => written.extend(['<', letter, '>']),
            None => written.push(character),
        }
    }
    written
}

#[test]
fn letters_and_signs_are_the_texts_own_and_keep_their_parts() {
    for (formula, wanted) in [
        ("x^2", "<x>^[2]"),
        ("a-b", r"<a>\mathbin{[−]}<b>"),
        ("x^-1", r"<x>^[−][1]"),
        (r"\frac{a}{b}", r"\frac {<a>}{<b>}"),
        (r"\frac12", r"\frac [1][2]"),
        (r"\alpha\le\Omega", r"<α>\mathrel{[≤]}[Ω]"),
        (r"\mathrm{d}x", r"{[d]}<x>"),
        (r"\mathbf{v}_i", r"{<v>}_<i>"),
        ("1,000", "[1]{,}[0][0][0]"),
        ("f(x, y)", r"<f>\mathopen{[(]}<x>\mathpunct{[,]} <y>\mathclose{[)]}"),
        (r"\sin x", r"\mathop{[s][i][n]}\nolimits  <x>"),
        (r"\max_i", r"\mathop{[m][a][x]}\limits _<i>"),
        (r"\limsup", r"\mathop{[l][i][m]\,[s][u][p]}\limits "),
        (r"\operatorname{sinc} x", r"\mathop{[s][i][n][c]}\nolimits  <x>"),
        (r"\text{if } x", r"\text{[i][f] } <x>"),
        (r"50\%", r"[5][0]\%"),
        ("50%", r"[5][0]\%"),
    ] {
        assert_eq!(given(formula), wanted, "{formula}");
    }
}

#[test]
fn words_that_are_no_mathematics_stay_as_they_are() {
    for formula in [
        r"\begin{array}{cc|c}\end{array}",
        r"\textcolor{red}{}",
        r"\mathbb{R}\mathcal{L}\mathfrak{g}",
        r"\\[2em]",
        r"\left(\right)\bigl[\bigr]",
        r"\hspace{2em}",
        r"\ce{2H2O -> 2H2 + O2}",
        r"\def\x{y}\x",
        r"a\kern2em",
    ] {
        let kept = given(formula).replace(' ', "");
        assert_eq!(kept, formula.replace(' ', ""), "{formula}");
    }
}

fn layout(text: &str, size: f64) -> (TextLayout, Option<(String, String)>) {
    let mut fonts = Fonts::default();
    let layout = fonts.layout(&TextStyle::new(size), text);
    (layout, fonts.take_unset())
}

#[test]
fn what_cannot_be_set_is_shown_as_it_was_written() {
    for (text, inside) in [(r"$\frac{a}$", r"\frac{a}"), (r"$\nonsense{x}$", r"\nonsense{x}")] {
        let (shown, unset) = layout(text, 20.0);
        let (formula, why) = unset.unwrap();
        assert_eq!(formula, inside);
        assert!(!why.is_empty() && why.chars().all(|c| stand_in(c, Face::default()).is_none()));
        let mut style = TextStyle::new(20.0);
        style.markup = false;
        let written = Fonts::default().layout(&style, text);
        assert_eq!(shown.bounds(), written.bounds(), "{text}");
    }
    assert_eq!(layout(r"$\frac{a}{b}$", 20.0).1, None);
}

/// matplotlib's mathtext, whose font is the same: widths at 100 pixels to one em, the letters alone.
#[test]
fn a_row_of_letters_is_as_wide_as_in_the_text() {
    let width = |formula: &str| {
        let (mut cache, font) = (GlyphCache::default(), (Families::EMBEDDED, Face::default()));
        set(formula, &mut cache, font, 100.0).unwrap().width
    };
    let (mut fonts, style) = (Fonts::default(), TextStyle::new(100.0));
    let text = fonts.layout(&style, "0123456789").bounds().width();
    assert!((width("0123456789") * 100.0 - text).abs() < 1e-6);
    // a fraction is as wide as its wider part, 0.7 times as large, and what TeX leaves beside it
    let (above, fraction) = (width("123456"), width(r"\frac{123456}{7}"));
    assert!((fraction - 0.7 * above - 2.0 * 0.12 * SCALE).abs() < 1e-6, "{fraction} {above}");
}

#[test]
fn a_formula_grows_with_its_size() {
    let formula = r"$\sqrt{\frac{x^2}{\sum_{i=1}^n y_i}}$";
    let (small, large) = (layout(formula, 10.0).0.bounds(), layout(formula, 10.01).0.bounds());
    for (small, large) in [(small.width(), large.width()), (small.height(), large.height())] {
        assert!((large / small - 1.001).abs() < 1e-6, "{small} {large}");
    }
}

#[test]
fn nothing_that_is_written_brings_it_down() {
    let parts = [
        "\\frac",
        "\\sqrt",
        "{",
        "}",
        "[",
        "]",
        "^",
        "_",
        "&",
        "\\\\",
        "\\left",
        "\\right",
        "(",
        ")",
        ".",
        "\\begin{matrix}",
        "\\end{matrix}",
        "\\begin{array}{c",
        "x",
        "1",
        ",",
        "%",
        "#",
        "~",
        "\\text{",
        "\\operatorname",
        "\\mathrm",
        "\\sum",
        "\\limits",
        "\\color{red}",
        "\\rule",
        "\\hspace{1e9em}",
        "\\raisebox{-9pt}",
        "\\genfrac",
        "é",
        "漢",
        "\u{f0041}",
        "\u{202e}",
        "\\def\\a{\\a\\a}\\a",
        "\\verb|x|",
        " ",
        "\\",
        "'",
        "\\not",
        "\\overbrace",
        "\\ce{",
        "|",
    ];
    // Marsaglia's xorshift
    let mut state = 7_u64;
    let mut random = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % most
    };
    for _ in 0..3000 {
        let formula: String = (0..1 + random(12)).map(|_| parts[random(parts.len())]).collect();
        let (mut cache, font) = (GlyphCache::default(), (Families::EMBEDDED, Face::default()));
        if let Ok(row) = set(&formula, &mut cache, font, 20.0) {
            assert!(row.width.is_finite() && row.ascent.is_finite(), "{formula}");
            assert!(row.glyphs.len() < 100_000, "{formula}");
        }
    }
    for deep in ["{", "\\sqrt{", "\\frac{", "x^{", "\\left(", "\\begin{matrix}"] {
        let (mut cache, font) = (GlyphCache::default(), (Families::EMBEDDED, Face::default()));
        assert!(set(&deep.repeat(10_000), &mut cache, font, 20.0).is_err());
    }
}
