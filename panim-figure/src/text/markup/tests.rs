use super::*;

/// Letters as they are, slanted ones in `/../`, scripts as `^(..)` and `_(..)`, room as `~`.
fn shown(pieces: &[MarkupPiece]) -> String {
    let show = |piece: &MarkupPiece| match piece {
        MarkupPiece::Letter(c, face) | MarkupPiece::Sign(c, face) => match face {
            Face { style: FontStyle::Italic, .. } => format!("/{c}/"),
            Face { weight: Weight::BOLD, .. } => format!("*{c}*"),
            _ => c.to_string(),
        },
        MarkupPiece::Space(_) => "~".into(),
        MarkupPiece::Formula(inside) => format!("${inside}$"),
        MarkupPiece::Scripts { raised, lowered } => {
            let script = |mark: &str, script: &[MarkupPiece]| match script {
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
    assert_eq!(shown(&pieces(line, Default::default())), expected);
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
        "cost ($) vs price ($)",
        "Revenue ($M) / Cost ($K)",
        "Revenue [$M], Cost [$K]",
        "[$] and [$]",
        "Profit ($), Loss ($)",
        "US$ vs AU$",
        "US$/AU$",
        "k$, M$",
        "k$-M$",
        "$M/$K",
        "$M-$K",
        "$M and $K",
        "$USD vs $EUR",
        "price in $/kg, cost in $/lb",
        "\"$\" or \"$\"",
        "|$| vs |$|",
        "$5/kg to $y",
        "net $profit margin$ of all",
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
    assert_read("$\\sin^2 x$ $\\ln_{\\cos}$", "sin^(2)~/x/ ln_(cos)");
    assert_read("$\\mathrm{max} \\mathbf{v}$", "max*v*");
    assert_read("$v_\\text{at the end}$", "/v/_(at the end)");
    assert_read("$50\\%$", "50%");
    assert_read("$a\\,b\\ c$", "/a/~/b/~/c/");
}

#[test]
fn formulas_beside_prices_are_formulas() {
    assert_read("$x$ costs $5", "/x/ costs $5");
    assert_read("from $5 to $6 and $x^2$", "from $5 to $6 and /x/^(2)");
    assert_read("cost ($) of $x_1$ ($)", "cost ($) of /x/_(1) ($)");
    assert_read("H$_2$O, 5 $\\mu$m, the $n$th", "H_(2)O, 5 /μ/m, the /n/th");
    assert_read("10$^3$kg, ($x$), [$x$]", "10^(3)kg, (/x/), [/x/]");
    assert_read("$[0, 1)$ $]0, 1[$ ($f(x)$)", "[0,~1) ]0,~1[ (/f/(/x/))");
    assert_read("$H^+$ $e^-$ $-$ $\\leq$", "/H/^(+) /e/^(−) − ~≤~");
    assert_read("$E = mc^2$", "/E/~=~/mc/^(2)");
}

#[test]
fn what_cannot_be_understood_is_shown_as_written() {
    let deep = format!("${}x{}$", "{".repeat(10_000), "}".repeat(10_000));
    let names = format!("${}x$", "\\mathrm".repeat(10_000));
    for text in [
        "$x^$",
        "$x^{2$",
        "$x}$",
        "$a^b^c$",
        "$a_b_c$",
        "$x^_2$",
        "$\\sqrt{x}$",
        "$\\frac{a}{b}$",
        "a $2\\unknown 3$ b",
        "$\\left(x\\right)$",
        &deep,
        &names,
    ] {
        assert_eq!(shown(&pieces(text, Default::default())), text);
    }
}

/// Whatever is written with dollars is shown with all its letters or is a formula; units and prices
/// in brackets are never one.
#[test]
fn prices_of_all_kinds_stay_as_they_are() {
    let units = ["$", "$M", "$K", "US$", "$5", "$5.50", "k$", "$/kg", "$ million", "AU$M"];
    let joints = [" vs ", " / ", "/", ", ", " and ", " to ", "-", "\u{2013}", " per ", "; "];
    for (a, b) in units.iter().flat_map(|a| units.iter().map(move |b| (a, b))) {
        // "$-k$" and "$M / k$" may well be formulas
        let may_be_one = |joint: &&str| a.starts_with('$') && (*joint == "-" || *b == "k$");
        for joint in joints.into_iter().filter(|joint| !may_be_one(joint)) {
            for text in [
                format!("Cost ({a}){joint}price ({b})"),
                format!("Cost [{a}]{joint}[{b}]"),
                format!("cost in {a}{joint}{b}"),
                format!("cost in {a}{joint}price in {b}, loss in {a}"),
            ] {
                assert_read(&text, &text);
            }
        }
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
            crate::text::font::Families::EMBEDDED.glyph(Face::default(), symbol).1.id,
            skrifa::GlyphId::NOTDEF,
            "{name}"
        );
    }
}
