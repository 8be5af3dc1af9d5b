//! What the commands of formulas do with what follows them.

use super::LetterLook;

/// How letters look in the argument of a command, if they are the text's.
pub(super) fn look(name: &str) -> Option<LetterLook> {
    Some(match name {
        "mathrm" | "mathup" | "rm" => LetterLook::Upright,
        "mathit" | "it" => LetterLook::Italic,
        "mathbf" | "bold" | "bf" => LetterLook::Bold,
        "boldsymbol" | "bm" => LetterLook::BoldItalic,
        _ => return None,
    })
}

/// How the words look that are the argument of a command.
pub(super) fn words(name: &str) -> Option<LetterLook> {
    Some(match name {
        "text" | "textrm" | "textnormal" | "textup" | "textmd" | "mbox" | "hbox" => {
            LetterLook::Upright
        }
        "textbf" => LetterLook::Bold,
        "textit" | "textsl" | "emph" => LetterLook::Italic,
        _ => return None,
    })
}

/// Whether a command takes letters of an alphabet of KaTeX's fonts.
pub(super) fn is_alphabet(name: &str) -> bool {
    let alphabets =
        ["mathbb", "mathcal", "mathfrak", "mathscr", "mathsf", "mathtt", "Bbb", "frak", "mathsfit"];
    alphabets.contains(&name)
}

/// Of commands whose arguments are no mathematics, how many of these there are.
pub(super) fn arguments(name: &str) -> Option<usize> {
    let known = ARGUMENTS.iter().find(|(known, _)| *known == name);
    known.map(|(_, count)| *count)
}

const ARGUMENTS: [(&str, usize); 13] = [
    ("begin", 1),
    ("end", 1),
    ("hspace", 1),
    ("rule", 2),
    ("raisebox", 1),
    ("tag", 1),
    ("href", 1),
    ("url", 1),
    ("ce", 1),
    ("pu", 1),
    ("texttt", 1),
    ("textsf", 1),
    ("genfrac", 4),
];

/// Is the character behind this command a bracket, or something that it makes another of?
pub(super) fn is_beside(name: &str) -> bool {
    let size = name.strip_suffix(['l', 'r', 'm']).unwrap_or(name);
    matches!(name, "left" | "right" | "middle" | "not")
        || matches!(size, "big" | "Big" | "bigg" | "Bigg")
}

/// Does nobody know behind this command what words mean? Such a formula is left as it is.
pub(super) fn defines(name: &str) -> bool {
    let defining = [
        "def",
        "gdef",
        "edef",
        "xdef",
        "let",
        "futurelet",
        "newcommand",
        "renewcommand",
        "providecommand",
        "DeclareMathOperator",
    ];
    defining.contains(&name)
}

/// Signs with their limits above and below, as in mathtext.
pub(super) fn has_limits(name: &str) -> bool {
    let signs = [
        "sum",
        "prod",
        "coprod",
        "bigcup",
        "bigcap",
        "bigsqcup",
        "bigvee",
        "bigwedge",
        "bigodot",
        "bigotimes",
        "bigoplus",
        "biguplus",
    ];
    signs.contains(&name)
}

/// Names that are written as they are, with limits below.
pub(super) const NAMES_WITH_LIMITS: [&str; 9] =
    ["lim", "max", "min", "sup", "inf", "liminf", "limsup", "det", "gcd"];

/// Those of which KaTeX asks to be told.
pub(super) fn is_limit(name: &str) -> bool {
    NAMES_WITH_LIMITS.contains(&name) && !matches!(name, "liminf" | "limsup")
}
