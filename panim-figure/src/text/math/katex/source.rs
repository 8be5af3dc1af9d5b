//! A formula in the words of the crate that sets it, with letters and signs that are to be taken from the text's
//! font in place of the crate's: each is replaced by a [stand-in](super::stand_ins).

use super::stand_ins::{LetterLook, stand_for};
use crate::text::symbols;
use std::{iter::Peekable, str::CharIndices};

/// Commands whose arguments are no mathematics, and how many of these there are.
const WORDS: [(&str, usize); 24] = [
    ("begin", 1),
    ("end", 1),
    ("color", 1),
    ("textcolor", 1),
    ("colorbox", 1),
    ("fcolorbox", 2),
    ("hspace", 1),
    ("rule", 2),
    ("raisebox", 1),
    ("tag", 1),
    ("href", 1),
    ("url", 1),
    ("ce", 1),
    ("pu", 1),
    ("mathbb", 1),
    ("mathcal", 1),
    ("mathfrak", 1),
    ("mathscr", 1),
    ("mathsf", 1),
    ("mathtt", 1),
    ("texttt", 1),
    ("textsf", 1),
    ("verb", 1),
    ("genfrac", 4),
];

/// Is the character behind this command a bracket, or something that it makes another of?
fn is_beside(name: &str) -> bool {
    let size = name.strip_suffix(['l', 'r', 'm']).unwrap_or(name);
    matches!(name, "left" | "right" | "middle" | "not")
        || matches!(size, "big" | "Big" | "bigg" | "Bigg")
}

/// Commands before which nothing is known of what their words mean: such a formula is left as it is.
const DEFINING: [&str; 8] =
    ["def", "gdef", "edef", "let", "newcommand", "renewcommand", "providecommand", "kern"];

/// Signs with their limits above and below, as in mathtext.
const WITH_LIMITS: [&str; 12] = [
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

/// Names that are written as they are, with limits below.
const NAMES_WITH_LIMITS: [&str; 9] =
    ["lim", "max", "min", "sup", "inf", "liminf", "limsup", "det", "gcd"];

/// Writes the formula anew.
pub(super) fn with_letters(formula: &str) -> String {
    let mut writer = SourceWriter {
        source: formula,
        rest: formula.char_indices().peekable(),
        written: String::with_capacity(4 * formula.len()),
        looks: vec![None],
        next: None,
        bare: false,
        before: None,
    };
    match writer.all() {
        Some(()) => writer.written,
        None => formula.to_owned(),
    }
}

struct SourceWriter<'a> {
    source: &'a str,
    rest: Peekable<CharIndices<'a>>,
    written: String,
    /// Of each open brace: how letters look there, if not as variables.
    looks: Vec<Option<LetterLook>>,
    /// How letters look in the argument that follows.
    next: Option<LetterLook>,
    /// Behind a command or the sign of a script, which takes one character.
    bare: bool,
    /// The last character of a number.
    before: Option<char>,
}

impl SourceWriter<'_> {
    /// `None`: the formula gives words meanings of its own.
    fn all(&mut self) -> Option<()> {
        while let Some((at, character)) = self.rest.next() {
            let before = self.before.take();
            let bare = std::mem::take(&mut self.bare);
            match character {
                '\\' => self.command(at)?,
                '{' => {
                    let inner = self.look();
                    self.looks.push(inner);
                    self.written.push('{');
                }
                '}' => {
                    self.looks.pop();
                    // a brace too many is told by who sets the formula
                    if self.looks.is_empty() {
                        self.looks.push(None);
                    }
                    self.written.push('}');
                }
                '^' | '_' => {
                    self.written.push(character);
                    self.bare = true;
                }
                '&' | '~' | '\'' | '[' | ']' => self.written.push(character),
                '%' | '#' => self.written.extend(['\\', character]),
                ',' if before.is_some_and(|c| c.is_ascii_digit()) && self.digit_follows() => {
                    self.written.push_str("{,}");
                }
                blank if blank.is_whitespace() => {
                    self.written.push(' ');
                    self.bare = bare;
                }
                other => self.character(other, bare),
            }
        }
        Some(())
    }

    fn digit_follows(&mut self) -> bool {
        self.rest.peek().is_some_and(|(_, c)| c.is_ascii_digit())
    }

    /// How letters look here, if not as variables.
    fn look(&mut self) -> Option<LetterLook> {
        self.next.take().or(self.looks.last().copied().flatten())
    }

    /// A character of the formula, in its part.
    fn character(&mut self, character: char, bare: bool) {
        let character = if character == '-' { '−' } else { character };
        self.before = Some(character);
        let usual = match symbols::is_variable(character) {
            true => LetterLook::Italic,
            false => LetterLook::Upright,
        };
        let look = self.look().unwrap_or(usual);
        let Some(letter) = stand_for(character, look) else { return self.written.push(character) };
        let part = match character {
            _ if bare => "",
            '(' => "\\mathopen",
            ')' | '!' => "\\mathclose",
            ',' | ';' => "\\mathpunct",
            ':' => "\\mathrel",
            c if symbols::is_relation(c) => "\\mathrel",
            c if symbols::is_binary(c) => "\\mathbin",
            _ => "",
        };
        self.written.push_str(part);
        match part {
            "" => self.written.push(letter),
            _ => self.written.extend(['{', letter, '}']),
        }
    }

    /// What follows a `\` that stands at `at`.
    fn command(&mut self, at: usize) -> Option<()> {
        let start = at + 1;
        let mut end = start;
        while let Some((at, letter)) = self.rest.next_if(|(_, c)| c.is_ascii_alphabetic()) {
            end = at + letter.len_utf8();
        }
        if end == start {
            // a sign of one character, such as `\,` and `\{`, or a new row and its distance
            let Some((_, sign)) = self.rest.next() else { return Some(()) };
            self.written.extend(['\\', sign]);
            if sign == '\\' {
                self.between('[', ']');
            }
            return Some(());
        }
        let name = &self.source[start..end];
        if DEFINING.contains(&name) || name.ends_with("kern") || name.ends_with("skip") {
            return None;
        }
        match name {
            "mathrm" | "mathup" | "mathnormal" => self.next = Some(LetterLook::Upright),
            "mathit" => self.next = Some(LetterLook::Italic),
            "mathbf" => self.next = Some(LetterLook::Bold),
            "boldsymbol" | "bm" => self.next = Some(LetterLook::BoldItalic),
            "text" | "textrm" | "textnormal" | "mbox" => self.words(LetterLook::Upright),
            "textbf" => self.words(LetterLook::Bold),
            "textit" => self.words(LetterLook::Italic),
            "operatorname" => {
                let star = self.rest.next_if(|(_, c)| *c == '*').is_some();
                self.written.push_str("\\mathop{");
                self.group(LetterLook::Upright);
                self.written.push_str(if star { "}\\limits " } else { "}\\nolimits " });
            }
            _ => self.named(name),
        }
        Some(())
    }

    fn named(&mut self, name: &str) {
        if symbols::is_function(name) || NAMES_WITH_LIMITS.contains(&name) {
            self.written.push_str("\\mathop{");
            let words = name.strip_prefix("lim").filter(|rest| !rest.is_empty());
            for letter in words.map_or(name, |_| "lim").chars() {
                self.written.extend(stand_for(letter, LetterLook::Upright));
            }
            if let Some(rest) = words {
                self.written.push_str("\\,");
                self.written.extend(
                    rest.chars().filter_map(|letter| stand_for(letter, LetterLook::Upright)),
                );
            }
            let has_limits = NAMES_WITH_LIMITS.contains(&name);
            self.written.push_str(if has_limits { "}\\limits " } else { "}\\nolimits " });
            return;
        }
        if let Some(symbol) = symbols::symbol(name).filter(|_| !symbols::is_large(name)) {
            // a blank that ends the name is none of the formula
            return self.character(symbol, false);
        }
        self.written.push('\\');
        self.written.push_str(name);
        if let Some((_, count)) = WORDS.iter().find(|(known, _)| *known == name) {
            self.rest.next_if(|(_, c)| *c == '*').inspect(|_| self.written.push('*'));
            let columns = usize::from(self.is_table(name));
            for _ in 0..count + columns {
                self.between('[', ']');
                self.between('{', '}');
            }
            return;
        }
        if WITH_LIMITS.contains(&name) {
            self.written.push_str("\\limits");
        }
        // what ends the name
        self.written.push(' ');
        if is_beside(name) {
            while self.rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            if let Some((_, beside)) = self.rest.next_if(|(_, c)| *c != '\\') {
                self.written.push(beside);
            }
        } else {
            self.bare = true;
        }
    }

    /// Does a `\begin` of this name stand here, which says the columns of a table?
    fn is_table(&mut self, name: &str) -> bool {
        let Some(&(at, _)) = self.rest.peek() else { return false };
        let tables = ["{array}", "{subarray}", "{alignat}", "{alignat*}", "{alignedat}"];
        name == "begin" && tables.iter().any(|table| self.source[at..].starts_with(table))
    }

    /// Letters in braces, without these.
    fn group(&mut self, look: LetterLook) {
        while self.rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        if self.rest.next_if(|(_, c)| *c == '{').is_none() {
            return;
        }
        while let Some((_, character)) = self.rest.next_if(|(_, c)| *c != '}') {
            match character {
                '\\' => {
                    let command = self.rest.next().map(|(_, command)| command);
                    self.written.extend(std::iter::once('\\').chain(command));
                }
                '-' => self.written.extend(stand_for('\u{2010}', look)),
                other => self.written.push(stand_for(other, look).unwrap_or(other)),
            }
        }
        self.rest.next();
    }

    /// Words in braces as they are.
    fn words(&mut self, look: LetterLook) {
        self.written.push_str("\\text");
        let mut depth = 0_usize;
        while let Some((_, character)) = self.rest.next() {
            match character {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '\\' => {
                    self.written.push('\\');
                    if let Some((_, escaped)) = self.rest.next() {
                        self.written.push(escaped);
                    }
                    continue;
                }
                '$' | '~' | '^' | '_' => {}
                '%' | '#' | '&' => self.written.push('\\'),
                other => {
                    self.written.push(stand_for(other, look).unwrap_or(other));
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
            }
            self.written.push(character);
            if depth == 0 {
                return;
            }
        }
    }

    /// What stands between these two brackets, if they come next, as it is.
    fn between(&mut self, open: char, close: char) {
        if self.rest.peek().is_none_or(|(_, c)| *c != open) {
            return;
        }
        let mut depth = 0_usize;
        for (_, character) in self.rest.by_ref() {
            self.written.push(character);
            match character {
                c if c == open => depth += 1,
                c if c == close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}
