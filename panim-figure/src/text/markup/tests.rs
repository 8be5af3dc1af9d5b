use super::*;

/// Letters as they are, slanted ones in `/../`, scripts as `^(..)` and `_(..)`, room as `~`.
fn shown(pieces: &[Piece]) -> String {
    let show = |piece: &Piece| match piece {
        Piece::Letter(c, Face { style: FontStyle::Italic, .. }) => format!("/{c}/"),
        Piece::Letter(c, Face { weight: Weight::Bold, .. }) => format!("*{c}*"),
        Piece::Letter(c, _) => c.to_string(),
        Piece::Space(_) => "~".into(),
        Piece::Scripts { raised, lowered } => {
            let script = |mark: &str, script: &[Piece]| match script {
                [] => String::new(),
                script => format!("{mark}({})", shown(script)),
            };
            script("^", raised) + &script("_", lowered)
        }
    };
    pieces.iter().map(show).collect::<String>().replace("//", "")
}

#[track_caller]
fn assert_read(line: &str, expected: &str) {
    assert_eq!(shown(&pieces(line, Face::default())), expected);
}

#[test]
fn text_without_a_formula_stays_as_it_is() {
    for text in [
        "results_of_run_7.csv",
        "x^2 and {braces} and \\alpha",
        "10⁻³ α ∂",
        "$",
        "costs $5",
        "from $5 to $6",
        "$5-$10",
        "in $ or in $",
        "$$",
        "a$ b",
    ] {
        assert_read(text, text);
    }
    assert_read("\\$x\\$ is \\$ 5", "$x$ is $ 5");
}

#[test]
fn scripts_hold_a_character_a_name_or_braces() {
    assert_read("$x^2$", "/x/^(2)");
    assert_read("$10^{-3}$ m", "10^(−3) m");
    assert_read("H$_2$O", "H_(2)O");
    assert_read("$x_i^2$ $x^2_i$", "/x/^(2)_(/i/) /x/^(2)_(/i/)");
    assert_read("$e^{x_{i+1}}$", "/e/^(/x/_(/i/+1))");
    assert_read("$x_\\alpha y$", "/x/_(/α/)/y/");
}

#[test]
fn names_are_symbols() {
    assert_read("$\\Delta t$ = 5 $\\times$ 3\\degree", "Δ/t/ = 5 × 3\\degree");
    assert_read("$3\\degree$, $\\sin\\omega t$", "3°, sin~/ωt/");
    assert_read("$\\log(x)$", "log(/x/)");
    assert_read("$\\sin^2 x$ $\\lim_{\\cos}$", "sin^(2)~/x/ lim_(cos)");
    assert_read("$\\mathrm{max} \\mathbf{v}$", "max*v*");
    assert_read("$v_\\text{at the end}$", "/v/_(at the end)");
    assert_read("$50\\%$", "50%");
    assert_read("$a\\,b\\ c$", "/a/~/b/~/c/");
}

#[test]
fn a_name_that_is_unknown_is_shown_as_written() {
    assert_read("$\\sqrt{x}$", "\\sqrt{/x/}");
    assert_read("$2\\unknown 3$", "2\\unknown3");
}

#[test]
fn what_cannot_be_understood_is_shown_as_written() {
    let deep = format!("${}x{}$", "{".repeat(10_000), "}".repeat(10_000));
    let names = format!("${}x$", "\\mathrm".repeat(10_000));
    for text in ["$x^$", "$x^{2$", "$x}$", "$a^b^c$", "$a_b_c$", "$x^_2$", &deep, &names] {
        assert_eq!(shown(&pieces(text, Face::default())), text);
    }
}

#[test]
fn operators_stand_off_where_they_join() {
    assert_read("$a=b$", "/a/~=~/b/");
    assert_read("$-a + -b$", "−/a/~+~−/b/");
    assert_read("$x \\leq 1,5$", "/x/~≤~1,5");
    assert_read("$f(x, y)$", "/f/(/x/,~/y/)");
    assert_read("$x_{a=b}$", "/x/_(/a/=/b/)");
    assert_read("$x^2+1$", "/x/^(2)~+~1");
}

#[test]
fn every_symbol_is_in_the_font() {
    assert_eq!(symbols::names().last(), Some(("cdots", '⋯')));
    for (name, symbol) in symbols::names() {
        assert_ne!(
            crate::font::Family::EMBEDDED.glyph(Face::default(), symbol).1.id,
            skrifa::GlyphId::NOTDEF,
            "{name}"
        );
    }
}
