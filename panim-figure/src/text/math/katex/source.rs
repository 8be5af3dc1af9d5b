//! A formula in the words of the crate that sets it, with what is to be taken from the text's font in place of the
//! crate's: each letter is replaced by a [stand-in](super::stand_ins), and so are words as a whole.

mod colors;
mod names;
mod verbatim;
mod words;

use super::stand_ins::{LetterLook, StandIn, is_kept};
use crate::{
    base::error::quoted,
    text::{math::MathFont, symbols},
};
use names::{NAMES_WITH_LIMITS, is_beside};
use std::{iter::Peekable, str::CharIndices};

/// A formula as it is given to the crate.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// With a stand-in for each digit, so that numbers of as many digits are one text.
    pub(super) text: String,
    /// What the stand-ins of digits stand for.
    pub(super) digits: Vec<char>,
    /// What the stand-ins of words stand for.
    pub(super) words: Vec<Inset>,
    /// What cannot be given to the crate.
    pub(super) mistake: Option<Mistake>,
    /// Places in the text, and those in the formula that they come from.
    places: Vec<(usize, usize)>,
}

/// Words within a formula.
#[derive(Debug, PartialEq)]
pub(super) struct Inset {
    pub(super) text: String,
    pub(super) look: LetterLook,
}

/// Why a formula cannot be set.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    pub(super) what: String,
    /// The place in the source.
    pub(super) at: Option<usize>,
}

impl Mistake {
    /// Of no place.
    pub(super) fn of_all(what: String) -> Self {
        Self { what, at: None }
    }
}

/// As much of a formula as a message shows of the place where it stopped.
const SHOWN: usize = 24;

impl Source {
    /// Of a formula with letters of this font. `has_like_digits`: whether the digits of a look take the same room.
    pub(super) fn new(
        formula: &str,
        font: MathFont,
        has_like_digits: impl Fn(LetterLook) -> bool,
    ) -> Self {
        let letters = match font {
            MathFont::Text => Letters::Usual,
            MathFont::ComputerModern => Letters::Katex,
        };
        let writer = || SourceWriter {
            formula,
            rest: formula.char_indices().peekable(),
            written: Self { text: String::with_capacity(4 * formula.len()), ..Self::default() },
            has_like_digits: &has_like_digits,
            letters: vec![letters],
            next: None,
            bare: false,
            before: None,
            defines: false,
            depth: 0,
        };
        let mut first = writer();
        match first.all() {
            Some(()) => first.written,
            None => SourceWriter { defines: true, ..writer() }.copied(),
        }
    }

    /// A message about the formula, in its own characters, and where it stopped.
    pub(super) fn told(&self, mistake: &Mistake, formula: &str) -> String {
        let mut told = String::new();
        for character in mistake.what.chars() {
            match StandIn::of(character) {
                None => told.push(character),
                Some(StandIn::Letter(letter, _)) => told.push(letter),
                Some(StandIn::Digit(place, _)) => told.extend(self.digits.get(place)),
                Some(StandIn::Words(place)) => {
                    told.extend(self.words.get(place).map(|words| words.text.as_str()));
                }
            }
        }
        let Some(at) = mistake.at else { return told };
        let before = self.places.partition_point(|(written, _)| *written <= at);
        let at = match before.checked_sub(1) {
            Some(before) => self.places[before].1,
            None => at,
        };
        let rest = formula.get(at..).unwrap_or_default();
        match rest.char_indices().nth(SHOWN) {
            _ if rest.is_empty() => told + ", at its end",
            Some((end, _)) => format!("{told}, at \"{}..\"", quoted(&rest[..end])),
            None => format!("{told}, at \"{}\"", quoted(rest)),
        }
    }
}

/// Whose letters stand at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Letters {
    /// The text's: variables are slanted, all else is upright.
    Usual,
    /// The text's, all alike.
    Own(LetterLook),
    /// The crate's, with digits of its main font.
    Katex,
    /// The crate's, of an alphabet with digits of its own.
    Alphabet,
}

impl Letters {
    fn are_katex(self) -> bool {
        matches!(self, Self::Katex | Self::Alphabet)
    }
}

struct SourceWriter<'a> {
    formula: &'a str,
    rest: Peekable<CharIndices<'a>>,
    written: Source,
    has_like_digits: &'a dyn Fn(LetterLook) -> bool,
    /// Of each open brace.
    letters: Vec<Letters>,
    /// Of the argument that follows.
    next: Option<Letters>,
    /// Behind a command or the sign of a script, which takes one character.
    bare: bool,
    /// The last character of a number.
    before: Option<char>,
    /// The formula gives words meanings of its own.
    defines: bool,
    /// How deep words stand in words.
    depth: usize,
}

impl SourceWriter<'_> {
    /// `None`: the formula gives words meanings of its own.
    fn all(&mut self) -> Option<()> {
        while let Some((at, character)) = self.rest.next() {
            self.written.places.push((self.written.text.len(), at));
            let before = self.before.take();
            let bare = std::mem::take(&mut self.bare);
            match character {
                '\\' => self.command(at)?,
                '{' => {
                    let inner = self.take_letters();
                    self.letters.push(inner);
                    self.push('{');
                }
                '}' => {
                    // a brace too many is told by who sets the formula
                    if self.letters.len() > 1 {
                        self.letters.pop();
                    }
                    self.push('}');
                }
                '^' | '_' => {
                    self.push(character);
                    self.bare = true;
                }
                '&' | '~' | '\'' | '[' | ']' => self.push(character),
                '%' | '#' => self.written.text.extend(['\\', character]),
                ',' if before.is_some_and(|c| c.is_ascii_digit()) && self.digit_follows() => {
                    self.written.text.push_str("{,}");
                }
                blank if blank.is_whitespace() => {
                    self.push(' ');
                    self.bare = bare;
                }
                other => self.character(other, bare),
            }
        }
        let end = (self.written.text.len(), self.formula.len());
        self.written.places.push(end);
        Some(())
    }

    /// The letters that follow a `\`.
    fn letters_of_name(&mut self) -> String {
        let mut name = String::new();
        while let Some((_, letter)) = self.rest.next_if(|(_, c)| c.is_ascii_alphabetic()) {
            name.push(letter);
        }
        name
    }

    fn blanks(&mut self) {
        while self.rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
    }

    fn push(&mut self, character: char) {
        self.written.text.push(character);
    }

    fn digit_follows(&mut self) -> bool {
        self.rest.peek().is_some_and(|(_, c)| c.is_ascii_digit())
    }

    /// Whose letters stand here.
    fn letters(&self) -> Letters {
        self.next.or(self.letters.last().copied()).unwrap_or(Letters::Usual)
    }

    /// The same, where what follows is the argument of a command before.
    fn take_letters(&mut self) -> Letters {
        let letters = self.letters();
        self.next = None;
        letters
    }

    /// A character of the formula, in its part.
    fn character(&mut self, character: char, bare: bool) {
        if is_kept(character) {
            self.next = None;
            return self.push('\u{fffd}');
        }
        if words::is_of_words(character) {
            return self.stretch(character, bare);
        }
        self.before = Some(character);
        let letters = self.take_letters();
        let usual = match symbols::is_variable(character) {
            true => LetterLook::Italic,
            false => LetterLook::Upright,
        };
        let look = match letters {
            Letters::Usual => Some(usual),
            // signs do not slant
            Letters::Own(LetterLook::BoldItalic) if usual == LetterLook::Upright => {
                Some(LetterLook::Bold)
            }
            Letters::Own(look) => Some(look),
            Letters::Katex | Letters::Alphabet => None,
        };
        let is_like = || look.is_none_or(|look| (self.has_like_digits)(look));
        if character.is_ascii_digit() && letters != Letters::Alphabet && is_like() {
            return self.digit(character, look);
        }
        let Some(look) = look else { return self.push(character) };
        let character = if character == '-' { '−' } else { character };
        let Some(letter) = StandIn::Letter(character, look).character() else {
            return self.push(character);
        };
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
        self.written.text.push_str(part);
        match part {
            "" => self.push(letter),
            _ => self.written.text.extend(['{', letter, '}']),
        }
    }

    /// A digit that takes the same room as others of its look.
    fn digit(&mut self, digit: char, look: Option<LetterLook>) {
        match StandIn::Digit(self.written.digits.len(), look).character() {
            Some(stand_in) => {
                self.written.digits.push(digit);
                self.push(stand_in);
            }
            // there are thousands
            None => {
                let letter = look.and_then(|look| StandIn::Letter(digit, look).character());
                self.push(letter.unwrap_or(digit));
            }
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
            let Some((_, sign)) = self.rest.next() else {
                self.push('\\');
                return Some(());
            };
            let sign = if is_kept(sign) { '\u{fffd}' } else { sign };
            self.written.text.extend(['\\', sign]);
            if sign == '\\' {
                self.between('[', ']');
            }
            return Some(());
        }
        let formula = self.formula;
        let name = &formula[start..end];
        if names::defines(name) {
            return None;
        }
        self.named(name);
        Some(())
    }

    fn named(&mut self, name: &str) {
        let (look, letters) = (names::look(name), self.letters());
        match name {
            "mathdefault" => self.next = Some(Letters::Own(LetterLook::Upright)),
            "mathnormal" if !letters.are_katex() => self.next = Some(Letters::Usual),
            "mathrm" | "mathup" if letters.are_katex() => {
                self.name("mathrm");
                self.next = Some(Letters::Katex);
            }
            // those to whose right all of a group is in their letters
            "rm" | "it" | "bf" | "cal" | "sf" | "tt" => {
                let own = look.filter(|_| !letters.are_katex());
                if own.is_none() {
                    self.name(name);
                }
                if let Some(last) = self.letters.last_mut() {
                    *last = own.map_or(Letters::Alphabet, Letters::Own);
                }
            }
            _ if look.is_some() && !letters.are_katex() => self.next = look.map(Letters::Own),
            _ if look.is_some() || names::is_alphabet(name) => {
                self.name(name);
                self.next = Some(Letters::Alphabet);
            }
            "operatorname" => self.operator(letters),
            "color" | "textcolor" => {
                self.next = None;
                self.colored(name, 1);
            }
            "colorbox" | "fcolorbox" => self.colored_box(name, LetterLook::Upright),
            "fbox" => {
                self.written.text.push_str("\\boxed{");
                self.words(LetterLook::Upright);
                self.push('}');
            }
            "verb" => self.verbatim(),
            _ => match names::words(name) {
                Some(look) => self.words(look),
                None => self.sign(name, letters),
            },
        }
    }

    /// Words of this look on a colour.
    fn colored_box(&mut self, name: &str, look: LetterLook) {
        self.colored(name, colors::count(name).unwrap_or(1));
        self.push('{');
        self.words(look);
        self.push('}');
    }

    /// The name of a sign, of a function, or of what has arguments.
    fn sign(&mut self, name: &str, letters: Letters) {
        let has_limits = NAMES_WITH_LIMITS.contains(&name);
        if !letters.are_katex() && (symbols::is_function(name) || has_limits) {
            self.next = None;
            return self.function(name, has_limits);
        }
        let symbol = symbols::symbol(name).filter(|_| !symbols::is_large(name));
        match symbol {
            // a blank that ends the name is none of the formula
            Some(symbol) if !letters.are_katex() => return self.character(symbol, false),
            // KaTeX does not know it
            Some(symbol) if name == "angstrom" => return self.push(symbol),
            _ => self.next = None,
        }
        if let Some(count) = names::arguments(name) {
            self.written.text.push('\\');
            self.written.text.push_str(name);
            self.rest.next_if(|(_, c)| *c == '*').inspect(|_| self.written.text.push('*'));
            let columns = usize::from(self.is_table(name));
            return self.arguments(count + columns);
        }
        self.name(name);
        if name.ends_with("kern") || name.ends_with("skip") {
            return self.dimension();
        }
        if names::has_limits(name) || (letters.are_katex() && names::is_limit(name)) {
            self.written.text.push_str("\\limits ");
        }
        if is_beside(name) {
            self.blanks();
            if let Some((_, beside)) = self.rest.next_if(|(_, c)| *c != '\\') {
                self.push(beside);
            }
        } else {
            self.bare = true;
        }
    }

    /// A command as it is, and what ends its name.
    fn name(&mut self, name: &str) {
        self.written.text.push('\\');
        self.written.text.push_str(name);
        self.written.text.push(' ');
    }

    /// A function in letters of the text.
    fn function(&mut self, name: &str, has_limits: bool) {
        self.written.text.push_str("\\mathop{");
        let words = name.strip_prefix("lim").filter(|rest| !rest.is_empty());
        let mut letters = |name: &str| {
            let letters = name.chars().map(|c| StandIn::Letter(c, LetterLook::Upright));
            self.written.text.extend(letters.filter_map(StandIn::character));
        };
        letters(words.map_or(name, |_| "lim"));
        if let Some(rest) = words {
            self.written.text.push_str("\\,");
            let letters = rest.chars().map(|c| StandIn::Letter(c, LetterLook::Upright));
            self.written.text.extend(letters.filter_map(StandIn::character));
        }
        self.written.text.push_str(if has_limits { "}\\limits " } else { "}\\nolimits " });
    }

    /// The name of an operator, which follows.
    fn operator(&mut self, letters: Letters) {
        let star = self.rest.next_if(|(_, c)| *c == '*').is_some();
        if letters.are_katex() {
            self.name(if star { "operatorname*" } else { "operatorname" });
            self.next = Some(Letters::Alphabet);
            return;
        }
        self.written.text.push_str("\\mathop{");
        self.operator_name();
        self.written.text.push_str(if star { "}\\limits " } else { "}\\nolimits " });
    }

    fn operator_name(&mut self) {
        self.blanks();
        if self.rest.next_if(|(_, c)| *c == '{').is_none() {
            return;
        }
        self.next = Some(Letters::Own(LetterLook::Upright));
        while let Some((_, character)) = self.rest.next_if(|(_, c)| *c != '}') {
            match character {
                '\\' => {
                    let command = self.rest.next().map(|(_, command)| command);
                    self.written.text.extend(std::iter::once('\\').chain(command));
                }
                '-' => {
                    let hyphen = StandIn::Letter('\u{2010}', LetterLook::Upright);
                    self.written.text.extend(hyphen.character());
                }
                blank if blank.is_whitespace() => {}
                other => {
                    self.next = Some(Letters::Own(LetterLook::Upright));
                    self.character(other, true);
                }
            }
        }
        self.next = None;
        self.rest.next();
    }

    /// What is not read yet.
    fn formula_rest(&mut self) -> &str {
        self.rest.peek().map_or("", |(at, _)| &self.formula[*at..])
    }
}
