#![allow(clippy::unwrap_used)]

use super::{
    source::{Inset, Source},
    stand_ins::StandIn,
    *,
};
use crate::text::{
    Fonts, TextLayout, TextStyle,
    font::{Face, Families},
};
use vello_cpu::kurbo::{BezPath, Point, Shape};

/// What the crate is given, with the letters that others stand for in `[]`, slanted and bold ones in `<>`, digits
/// in `()` and words in `""`.
fn given_in(font: MathFont, formula: &str) -> String {
    let source = Source::new(formula, font, |_| true);
    let mut written = String::new();
    for character in source.text.chars() {
        match StandIn::of(character) {
            Some(StandIn::Letter(letter, LetterLook::Upright)) => {
                written.extend(['[', letter, ']']);
            }
            Some(StandIn::Letter(letter, _)) => written.extend(['<', letter, '>']),
            Some(StandIn::Digit(place, _)) => written.extend(['(', source.digits[place], ')']),
            Some(StandIn::Words(place)) => {
                written += &format!("\"{}\"", source.words[place].text);
            }
            None => written.push(character),
        }
    }
    written
}

fn given(formula: &str) -> String {
    given_in(MathFont::Text, formula)
}

#[test]
fn letters_and_signs_are_the_texts_own_and_keep_their_parts() {
    for (formula, wanted) in [
        ("x^2", "<x>^(2)"),
        ("a-b", r"<a>\mathbin{[−]}<b>"),
        ("x^-1", r"<x>^[−](1)"),
        (r"\frac{a}{b}", r"\frac {<a>}{<b>}"),
        (r"\frac12", r"\frac (1)(2)"),
        (r"\alpha\le\Omega", r"<α>\mathrel{[≤]}[Ω]"),
        (r"\mathrm{d}x", r"{[d]}<x>"),
        (r"\mathrm d x", r" [d] <x>"),
        (r"\mathbf{v}_i", r"{<v>}_<i>"),
        (r"{\bf v} i", r"{ <v>} <i>"),
        ("1,000", "(1){,}(0)(0)(0)"),
        ("f(x, y)", r"<f>\mathopen{[(]}<x>\mathpunct{[,]} <y>\mathclose{[)]}"),
        (r"\sin x", r"\mathop{[s][i][n]}\nolimits  <x>"),
        (r"\max_i", r"\mathop{[m][a][x]}\limits _<i>"),
        (r"\limsup", r"\mathop{[l][i][m]\,[s][u][p]}\limits "),
        (r"\operatorname{sinc} x", r"\mathop{[s][i][n][c]}\nolimits  <x>"),
        (r"50\%", r"(5)(0)\%"),
        ("50%", r"(5)(0)\%"),
        (r"a\kern2em b", r"<a>\kern 2em <b>"),
        (r"\mathbb R x", r"\mathbb  R <x>"),
    ] {
        assert_eq!(given(formula), wanted, "{formula}");
    }
}

#[test]
fn words_are_one_piece_each() {
    for (formula, wanted) in [
        (r"\text{if } x", r#"{\text{"if "}} <x>"#),
        (r"\text{a  b\,c}", r#"{\text{"a b"}\,\text{"c"}}"#),
        (
            r"\text{50\% of \textbf{all} {of} it}",
            r#"{\text{"50% of "}{\text{"all"}}\text{" of it"}}"#,
        ),
        (r"\text{x`s ``no''--}", r#"{\text{"x‘s “no”–"}}"#),
        (r"\text{if \(a-b\)}", r#"{\text{"if "}{<a>\mathbin{[−]}<b>}}"#),
        (r"\text x", r#"{\text{"x"}} "#),
        (r"x^\text{a\,b}", r#"<x>^{\text{"a"}\,\text{"b"}}"#),
        (r"\colorbox{red}{a b}", r#"\colorbox{ff0000}{{\text{"a b"}}}"#),
        ("سرعة=5", r#"\text{"سرعة"}\mathrel{[=]}(5)"#),
        ("x_速度", r#"<x>_\text{"速"}\text{"度"}"#),
        ("ℏ𝔸", "<ℏ>𝔸"),
    ] {
        let formula_given = given(formula);
        assert_eq!(formula_given.trim(), wanted.trim(), "{formula}");
    }
    let source = Source::new(r"\textit{a \textbf{b}}", MathFont::Text, |_| true);
    let inset = |text: &str, look| Inset { text: text.to_owned(), look };
    assert_eq!(source.words, [inset("a ", LetterLook::Italic), inset("b", LetterLook::BoldItalic)]);
}

#[test]
fn letters_of_the_crate_stay_in_its_words() {
    for (formula, wanted) in [
        ("x^2-1", "x^(2)-(1)"),
        (r"\mathrm{d}x\,\sin(2x)", r"\mathrm {d}x\,\sin ((2)x)"),
        (r"\mathbf{2}\alpha\max_i", r"\mathbf {2}\alpha \max \limits _i"),
        (r"\text{über 50\% \& 語}", r#"{\text{über (5)(0)\% \& }\text{"語"}}"#),
        (r"\textit{x}", r"{\textit{x}}"),
        (r"\mathdefault{10^{-3}}", r"{(1)(0)^{\mathbin{[−]}(3)}}"),
        ("1,000", "(1){,}(0)(0)(0)"),
        ("سرعة", r#"\text{"سرعة"}"#),
        (r"\text{אבג 12}", r#"{\text{"אבג 12"}}"#),
    ] {
        assert_eq!(given_in(MathFont::ComputerModern, formula), wanted, "{formula}");
    }
}

#[test]
fn words_that_are_no_mathematics_stay_as_they_are() {
    for formula in [
        r"\begin{array}{cc|c}\end{array}",
        r"\textcolor{ff0000}{}",
        r"\mathbb{R}\mathcal{L}\mathfrak{g}",
        r"\\[2em]",
        r"\left(\right)\bigl[\bigr]",
        r"\hspace{2em}",
        r"\rule[2em]{1em}{3em}",
        r"\ce{2H2O -> 2H2 + O2}",
        r"\def\x{y}\x",
        r"\verb|x1|",
    ] {
        let kept = given(formula).replace(' ', "");
        assert_eq!(kept, formula.replace(' ', ""), "{formula}");
    }
}

#[test]
fn colors_are_those_of_everything_else() {
    for (formula, wanted) in [
        (r"\textcolor{steelblue}{x}", r"\textcolor{4682b4}{<x>}"),
        (r"\color{C1} x", r"\color{ff7f0e} <x>"),
        (r"\color {tab:blue}x", r"\color{1f77b4}<x>"),
        (r"\color{ 0.5 }x\color{k}y", r"\color{808080}<x>\color{000000}<y>"),
        (r"\color rx", r"\color{ff0000}<x>"),
        (r"\textcolor{#abc}{x}", r"\textcolor{aabbcc}{<x>}"),
        (r"\textcolor{000001}{x}", r"\textcolor{000001}{<x>}"),
        (r"\textcolor{#00112280}{x}", r"\textcolor{#00112280}{<x>}"),
        (r"\textcolor{rgb(70 130 180 / 50%)}{x}", r"\textcolor{#4682b480}{<x>}"),
        (r"\textcolor[RGB]{70, 130,180}x", r"\textcolor{4682b4}<x>"),
        (r"\textcolor[cmyk]{0,0,1,0}{x}", r"\textcolor{ffff00}{<x>}"),
        (r"\colorbox{gold}{a}", r#"\colorbox{ffd700}{{\text{"a"}}}"#),
        (r"\fcolorbox{C0}{w}{a}", r#"\fcolorbox{1f77b4}{ffffff}{{\text{"a"}}}"#),
        (
            r"\text{a \textcolor{gold}{b} {\color{gold}c} d}",
            r#"{\text{"a "}\textcolor{ffd700}{\text{"b"}}\text{" "}{\color{ffd700}\text{"c"}}\text{" d"}}"#,
        ),
        (r"\text{\colorbox{gold}{a}}", r#"{\colorbox{ffd700}{{\text{"a"}}}}"#),
        (r"\ce{\color{gold}{H2}O}", r"\ce{\color{ffd700}{H2}O}"),
        (r"\texttt{\textcolor{gold}{x}}", r"\texttt{\textcolor{ffd700}{x}}"),
        (
            r"\def\c#1{\textcolor{gold}{\textcolor{#1}{x}}}\c{red}",
            r"\def\c#1{\textcolor{ffd700}{\textcolor{#1}{x}}}\c{red}",
        ),
    ] {
        assert_eq!(given(formula), wanted);
        let (_, unset) = layout(&format!("${formula}$"), 20.0);
        assert_eq!(unset, None, "{formula}");
    }
}

#[test]
fn formulas_are_drawn_in_their_colors() {
    let colors = |formula: &str| {
        let row = set(formula, &mut GlyphCache::default(), LETTERS, 20.0).unwrap();
        row.glyphs.iter().map(|(glyph, _)| glyph.color).collect::<Vec<_>>()
    };
    let color = |name: &str| Some(name.parse().unwrap());
    assert_eq!(colors(r"x\textcolor{steelblue}{y}z"), [None, color("steelblue"), None]);
    assert_eq!(colors(r"x{\color{C1}\frac12}z")[1..4], [color("C1"); 3]);
    assert_eq!(colors(r"\colorbox{gold}{x}"), [color("gold"), None]);
    assert_eq!(colors(r"\ce{\color{steelblue}{H}O}"), [color("steelblue"), None]);
    assert_eq!(colors(r"\text{a {\color{gold}b} c}"), [None, color("gold"), None]);
    // C0 is no color of the crate's, nor is one that is half transparent
    let half = colors(r"\color[rgb]{0,0,1}x\color{#0000ff80}y");
    assert_eq!(half[0], color("blue"));
    assert!((half[1].unwrap().alpha() - 0.5).abs() < 0.01);
}

#[test]
fn what_is_no_color_is_told_with_its_place() {
    for (formula, told) in [
        (r"x+\textcolor{steelblu}{y}", r#""steelblu" is not a color (did you mean "steelblue"?)"#),
        (r"\frac{\color{nonsense}x}{2}", r#""nonsense" is not a color"#),
        (r"\colorbox{nonsense}{y}", r#""nonsense" is not a color"#),
        (r"\fcolorbox{red}{nonsense}{y}", r#""nonsense" is not a color"#),
        (r"\text{a \textcolor{nonsense}{y}}", r#""nonsense" is not a color"#),
        (r"\ce{\color{nonsense}{H2}O}", r#""nonsense" is not a color"#),
        (r"\def\a{\color{nonsense}x}\a", r#""nonsense" is not a color"#),
        (r"\textcolor[RGB]{1,2}{x}", r#""1,2" is not a color of the model "RGB""#),
        (r"\textcolor[nonsense]{1,2}{x}", r#""1,2" is not a color of the model "nonsense""#),
        (r"\textcolor{red", "Unexpected end of input"),
        (r"x\color", "Unexpected end of input"),
    ] {
        let (shown, unset) = layout(&format!("${formula}$"), 20.0);
        let (written, why) = unset.unwrap_or_else(|| panic!("{formula}"));
        assert_eq!(written, formula);
        assert!(why.starts_with(told), "{formula}: {why}");
        let place = formula.find(r"\textcolor").or(formula.find(r"\color")).unwrap_or(0);
        let place = formula[place..].get(..8).unwrap_or_default();
        assert!(!why.contains("is not") || why.contains(&format!(", at \"{place}")), "{why}");
        let style = TextStyle { markup: false, ..TextStyle::new(20.0) };
        let plain = Fonts::default().layout(&style, &format!("${formula}$"));
        assert_eq!(shown.bounds(), plain.bounds(), "{formula}");
    }
}

const LETTERS: MathLetters =
    MathLetters { families: Families::EMBEDDED, face: Face::REGULAR, font: MathFont::Text };

fn layout(text: &str, size: f64) -> (TextLayout, Option<(String, String)>) {
    let mut fonts = Fonts::default();
    let layout = fonts.layout(&TextStyle::new(size), text);
    (layout, fonts.take_unset().pop())
}

#[test]
fn what_cannot_be_set_is_shown_as_it_was_written() {
    for (text, inside, told) in [
        (r"$\frac{a}$", r"\frac{a}", "at its end"),
        (r"$\sqrt{2}\nonsense{x}$", r"\sqrt{2}\nonsense{x}", r#"at "\nonsense{x}""#),
        (r"$\left( a$", r"\left( a", "at its end"),
    ] {
        let (shown, unset) = layout(text, 20.0);
        let (formula, why) = unset.unwrap();
        assert_eq!(formula, inside);
        assert!(why.ends_with(told), "{text}: {why}");
        assert!(!why.is_empty() && why.chars().all(|c| StandIn::of(c).is_none()), "{why}");
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
    let width =
        |formula: &str| set(formula, &mut GlyphCache::default(), LETTERS, 100.0).unwrap().width;
    let (mut fonts, style) = (Fonts::default(), TextStyle::new(100.0));
    let text = fonts.layout(&style, "0123456789").bounds().width();
    assert!((width("0123456789") * 100.0 - text).abs() < 1e-6);
    // a fraction is as wide as its wider part, 0.7 times as large, and what TeX leaves beside it
    let (above, fraction) = (width("123456"), width(r"\frac{123456}{7}"));
    assert!((fraction - 0.7 * above - 2.0 * 0.12 * 1.25).abs() < 1e-6, "{fraction} {above}");
}

#[test]
fn a_formula_grows_with_its_size() {
    let formula = r"$\sqrt{\frac{x^2}{\sum_{i=1}^n y_i}}$";
    let (small, large) = (layout(formula, 10.0).0.bounds(), layout(formula, 10.01).0.bounds());
    for (small, large) in [(small.width(), large.width()), (small.height(), large.height())] {
        assert!((large / small - 1.001).abs() < 1e-6, "{small} {large}");
    }
}

/// What a formula is drawn with by fonts that have set others before, and by ones that have not.
fn drawn(fonts: &mut Fonts, style: &TextStyle, text: &str) -> BezPath {
    let path = fonts.layout(style, text).path_at(Point::ORIGIN);
    assert_eq!(path, Fonts::default().layout(style, text).path_at(Point::ORIGIN), "{text}");
    path
}

#[test]
fn formulas_that_differ_in_digits_are_laid_out_once() {
    let (mut fonts, plain) = (Fonts::default(), TextStyle::new(20.0));
    let cm = TextStyle { math_font: Some(MathFont::ComputerModern), ..plain };
    let mut count = 0;
    for (style, formula) in [
        (plain, r"$\frac{t}{2} = 0.25\,\mathrm{s}$"),
        (plain, r"$\sqrt{\mathbf{0.25}}\ \text{in step 25 of 0.25}$"),
        (cm, r"$t = 0.25\,\mathrm{s}$"),
        (cm, r"$\text{in step 25, }x^{0.25}\,\text{語 25}$"),
    ] {
        let first = drawn(&mut fonts, &style, formula);
        count += 1;
        for number in ["17", "99", "40"] {
            let other = drawn(&mut fonts, &style, &formula.replace("25", number));
            assert_ne!(other, first);
        }
        assert_eq!(fonts.glyphs.formulas.len(), count, "{formula}");
        // another size is no other layout
        drawn(&mut fonts, &TextStyle { size: 31.0, ..style }, formula);
        assert_eq!(fonts.glyphs.formulas.len(), count);
        // but another number of digits is
        drawn(&mut fonts, &style, &formula.replace("25", "255"));
        count += 1;
        assert_eq!(fonts.glyphs.formulas.len(), count);
    }
    for i in 0..3000 {
        let name: String = format!("{i}").bytes().map(|digit| (digit + 49) as char).collect();
        fonts.layout(&plain, &format!(r"$\frac{{{name}}}{{2}}$"));
        assert!(fonts.glyphs.formulas.len() < 2800);
    }
}

#[test]
fn words_are_shaped_as_in_a_text() {
    // Hebrew, Arabic, and what joins in Latin
    let words = ["\u{5d0}\u{5d1}\u{5d2} 12", "\u{633}\u{631}\u{639}\u{629}", "office fi"];
    let style = TextStyle { snap: false, ..TextStyle::new(100.0) };
    for font in [MathFont::Text, MathFont::ComputerModern] {
        let style = TextStyle { math_font: Some(font), ..style };
        let mut fonts = Fonts::default();
        for (i, words) in words.iter().enumerate() {
            if i == 2 && font == MathFont::ComputerModern {
                // these are KaTeX's
                continue;
            }
            let alone = fonts.layout(&style, words);
            let inside = fonts.layout(&style, &format!(r"$\text{{{words}}}$"));
            let (alone, inside) = (alone.path_at(Point::ORIGIN), inside.path_at(Point::ORIGIN));
            assert_eq!(alone.elements().len(), inside.elements().len(), "{words}");
            let (alone, inside) = (alone.bounding_box(), inside.bounding_box());
            let apart = (alone.width() - inside.width()).abs();
            assert!(apart < 1e-6 && alone.width() > 100.0, "{words} {alone:?} {inside:?}");
        }
    }
    // a fraction makes room for all of them
    let width = |fonts: &mut Fonts, text: &str| fonts.layout(&style, text).bounds().width();
    let mut fonts = Fonts::default();
    let words = width(&mut fonts, words[1]);
    let fraction =
        width(&mut fonts, &format!(r"$\frac{{\text{{{}}}}}{{2}}$", "\u{633}\u{631}\u{639}\u{629}"));
    assert!((fraction - 0.7 * words - 2.0 * 0.12 * 125.0).abs() < 1e-6, "{fraction} {words}");
}

#[test]
fn letters_come_from_the_font_that_the_style_says() {
    let width = |font, text: &str| {
        let style = TextStyle { math_font: Some(font), ..TextStyle::new(100.0) };
        Fonts::default().layout(&style, text).bounds().width()
    };
    // cmr10: a digit is half an em, and dejavusans.ttf's 1303 units
    assert!((width(MathFont::ComputerModern, "$123$") - 150.0).abs() < 0.01);
    assert!((width(MathFont::Text, "$123$") - 300.0 * 1303.0 / 2048.0).abs() < 0.01);
    // cmmi10: x is 0.57153 em wide
    assert!((width(MathFont::ComputerModern, "$x$") - 57.153).abs() < 0.01);
    // powers of ten on axes are as their neighbours
    for text in [r"$\mathdefault{10^{-3}}$", "words, 5 kg"] {
        assert_eq!(width(MathFont::ComputerModern, text), width(MathFont::Text, text), "{text}");
    }
}

#[test]
fn what_is_too_large_is_shown_as_it_was_written() {
    for formula in [
        r"\rule{1000000000em}{1em}",
        r"\rule{1em}{1000000000em}",
        r"\hspace{1000000000em}x",
        r"\rlap{\hspace{1000000000em}x}",
        r"\raisebox{-1000000000em}{x}",
        r"\kern1000000000em x\kern-1000000000em",
        r"\def\a{\a\a}\a",
        r"\def\a{\b\b}\def\b{\c\c}\def\c{\a\a}\a",
        r"\begin{matrix}\\[1000000000em]\end{matrix}",
    ] {
        let (_, unset) = layout(&format!("${formula}$"), 20.0);
        let (shown, why) = unset.unwrap_or_else(|| panic!("{formula}"));
        assert_eq!(shown, formula);
        assert!(why.len() < 400, "{formula}: {why}");
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
        "\\mathbb",
        "\\mathdefault{",
        "\\bf",
        "\\kern9999em",
        "\\text",
        "\\textbf{",
        "\\(",
        "\\)",
        "ش",
        "e\u{301}",
        "\u{100000}",
        "\u{10ffff}",
        "\\colorbox{red}",
        "\\textcolor{gold}",
        "\\color[",
        "{\\color{x",
        "\\fbox",
        "\\@char{1048576}",
        "{1000000}",
    ];
    // Marsaglia's xorshift
    let mut state = 7_u64;
    let mut random = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % most
    };
    let mut cache = GlyphCache::default();
    for i in 0..6000 {
        let formula: String = (0..1 + random(12)).map(|_| parts[random(parts.len())]).collect();
        let font = if i % 2 == 0 { MathFont::Text } else { MathFont::ComputerModern };
        if let Ok(row) = set(&formula, &mut cache, MathLetters { font, ..LETTERS }, 20.0) {
            assert!(row.width.is_finite() && row.ascent.is_finite(), "{formula}");
            assert!(row.glyphs.len() < 100_000, "{formula}");
        }
    }
    for deep in [
        "{",
        "\\sqrt{",
        "\\frac{",
        "x^{",
        "\\left(",
        "\\begin{matrix}",
        "\\text{\\textbf{",
        "\\text{{\\color{red}",
        "\\colorbox{red}{",
        "\\text{\\(",
    ] {
        let deep = deep.repeat(10_000);
        assert!(set(&deep, &mut GlyphCache::default(), LETTERS, 20.0).is_err());
    }
}

/// What layouts make room for is what is drawn, but for what leans over its box as slanted letters do.
#[test]
fn formulas_take_the_room_of_their_ink() {
    let formulas = include_str!("../../../../tests/pictures/formulas.txt");
    for font in [MathFont::Text, MathFont::ComputerModern] {
        let style = TextStyle { math_font: Some(font), snap: false, ..TextStyle::new(100.0) };
        for formula in formulas.lines() {
            let layout = Fonts::default().layout(&style, formula);
            let (room, ink) = (layout.bounds(), layout.path_at(Point::ORIGIN).bounding_box());
            let over = [room.x0 - ink.x0, room.y0 - ink.y0, ink.x1 - room.x1, ink.y1 - room.y1];
            assert!(over.iter().all(|over| *over < 15.0), "{font:?} {formula}: {over:?}");
            // and not much more: the rows of a table are as high as lines
            let line = Fonts::default().layout(&style, "x").bounds().height();
            assert!(room.height() < line.max(ink.height() + 90.0), "{formula} {room:?} {ink:?}");
        }
    }
}
