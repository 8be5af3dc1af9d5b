//! The small mark-up of texts: what stands between two dollars is set as a formula.
//!
//! Only there is anything read: names of files, prices and units stay as they are. A dollar opens a
//! formula if something other than a blank follows it, and the next dollar closes it if something
//! other than a blank stands before it and no digit after it. What lies between is a formula if it
//! reads as one: see [`is_formula`]. Other dollars, and `\$`, are dollars. A formula that cannot be
//! set, such as one with a command that is unknown, is shown as it was written, dollars included.

#[cfg(test)]
mod tests;

use super::symbols;
use crate::text::font::{Face, FontStyle, Weight};
use std::{iter::Peekable, str::Chars};

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MarkupPiece {
    Letter(char, Face),
    /// Room, in em.
    Space(f64),
    /// A formula that takes more than letters and scripts, without its dollars.
    Formula(String),
    /// What is raised and what is lowered behind the pieces before.
    Scripts {
        raised: Vec<MarkupPiece>,
        lowered: Vec<MarkupPiece>,
    },
}

/// Braces within braces, at most: no formula has as many, and each takes room on the stack.
const DEEPEST: usize = 8;

/// On both sides of `=`, `+` and the like, and behind a comma: as in mathtext, in em.
const OPERATOR_SPACE: f64 = 0.2;

/// Between `\sin` and its argument, in em.
const FUNCTION_SPACE: f64 = 1.0 / 6.0;

/// Takes a line apart.
pub(super) fn pieces(line: &str, face: Face) -> Vec<MarkupPiece> {
    let mut pieces = Vec::with_capacity(line.len());
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if let Some((formula, after)) = set_formula(line, rest, face) {
            pieces.extend(formula);
            rest = after;
            continue;
        }
        let length = if rest.starts_with("\\$") { 2 } else { character.len_utf8() };
        let character = if length == 2 && character == '\\' { '$' } else { character };
        pieces.push(MarkupPiece::Letter(character, face));
        rest = &rest[length..];
    }
    pieces
}

/// Where a line may be broken: its blanks, but those in formulas.
pub(super) fn blanks(line: &str, has_formulas: bool) -> Vec<usize> {
    let mut blanks = Vec::new();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let formula = if has_formulas { set_formula(line, rest, Face::default()) } else { None };
        if let Some((_, after)) = formula {
            rest = after;
            continue;
        }
        if character == ' ' {
            blanks.push(line.len() - rest.len());
        }
        rest = &rest[character.len_utf8()..];
    }
    blanks
}

/// The formula that `rest` of a line begins with, set, and what follows it.
fn set_formula<'a>(line: &str, rest: &'a str, face: Face) -> Option<(Vec<MarkupPiece>, &'a str)> {
    let before = line[..line.len() - rest.len()].chars().next_back();
    let (inside, after) = formula(before, rest)?;
    Some((set(inside, face)?, after))
}

/// What a formula is made of.
fn set(inside: &str, face: Face) -> Option<Vec<MarkupPiece>> {
    let is_plain = || !cfg!(feature = "math") || !symbols::has_large(inside);
    let plain = is_plain().then(|| Parser::new(inside, face).formula()).flatten();
    plain.or_else(|| has_command(inside).then(|| vec![MarkupPiece::Formula(inside.to_owned())]))
}

/// The formula that `text` begins with, without its dollars, and what follows it. `before` is what
/// stands in front of it.
fn formula(before: Option<char>, text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('$')?;
    let mut escaped = false;
    let end = inside.find(|c| {
        let closes = c == '$' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    let (inside, after) = (&inside[..end], &inside[end + 1..]);
    is_formula(before, inside, after.chars().next()).then_some((inside, after))
}

/// Words that join prices and units, and no variables.
const JOINING: [&str; 10] = ["vs", "vs.", "versus", "and", "or", "to", "per", "of", "in", "for"];

/// What stands in front of a dollar to say whose it is.
const WHOSE: [&str; 8] = ["US", "AU", "CA", "NZ", "HK", "SG", "BR", "TW"];

/// Does what lies between two dollars read as a formula, and not as what lies between two prices,
/// as in "cost ($) vs price ($)" and "Revenue ($M) / Cost ($K)"?
fn is_formula(before: Option<char>, inside: &str, after: Option<char>) -> bool {
    let (Some(first), Some(last)) = (inside.chars().next(), inside.chars().next_back()) else {
        return false;
    };
    if first.is_whitespace() || last.is_whitespace() || after.is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    // no formula begins or ends with what stands between two others
    let is_script = |c: char| matches!(c, '^' | '_');
    let second_last = inside.chars().rev().nth(1);
    let is_loose =
        |c: char| matches!(c, ',' | ';' | ':' | '/' | '?' | '"' | '\u{2013}' | '\u{2026}');
    let escaped = second_last == Some('\\');
    if last == '-' && second_last.is_some_and(|c| !is_script(c)) {
        return false;
    }
    if first == ')' || is_loose(first) || (!escaped && (last == '(' || is_loose(last))) {
        return false;
    }
    // brackets that the formula stands in are not closed by it
    let mut open = 0_i32;
    let stands_in = before.filter(|c| matches!(c, '(' | '['));
    for c in inside.chars() {
        open += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        if open < 0 && (c == ')' || stands_in.is_some()) {
            return false;
        }
    }
    // a letter beside a dollar is a unit, as in US$ and $M, unless what lies between is a script, a
    // command or one variable
    let is_short = inside.chars().count() == 1 && first.is_alphabetic();
    let is_marked = is_script(first) || matches!(first, '\\' | '{');
    let beside = before.is_some_and(char::is_alphabetic) || after.is_some_and(char::is_alphabetic);
    if beside && !(is_short || is_marked || inside.contains(['^', '_', '\\'])) {
        return false;
    }
    let last_word = inside.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(inside);
    if WHOSE.contains(&last_word) && last_word != inside {
        return false;
    }
    // prices have no commands, in whose words anything may stand
    if has_command(inside) {
        return true;
    }
    let words: Vec<&str> = inside.split_whitespace().collect();
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    !words.windows(2).any(|pair| pair.iter().all(is_word))
        && !words.iter().any(|word| JOINING.contains(word))
}

/// Is there a `\` with a letter behind it?
fn has_command(inside: &str) -> bool {
    inside.split('\\').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Reads one formula. What it cannot read is `None`.
struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
    face: Face,
    /// How letters look here, if not as variables.
    upright: Option<Face>,
    depth: usize,
    /// Inside a script, where operators stand close.
    in_script: bool,
    /// Behind the name of a function, or its scripts.
    in_function: bool,
    /// What stood before, blanks aside.
    previous: Option<char>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, face: Face) -> Self {
        Self {
            rest: text.chars().peekable(),
            face,
            upright: None,
            depth: 0,
            in_script: false,
            in_function: false,
            previous: None,
        }
    }

    fn formula(mut self) -> Option<Vec<MarkupPiece>> {
        self.until(None)
    }

    /// Everything up to `end`, which is taken too.
    fn until(&mut self, end: Option<char>) -> Option<Vec<MarkupPiece>> {
        let mut pieces = Vec::new();
        loop {
            match self.rest.next() {
                next if next == end => return Some(pieces),
                Some(mark @ ('^' | '_')) => {
                    self.script(mark, &mut pieces)?;
                    pieces.extend(self.space_of_function());
                }
                Some('{') => pieces.extend(self.group()?),
                Some('}') | None => return None,
                Some(blank) if blank.is_whitespace() => {}
                Some('\\') => pieces.extend(self.name()?),
                Some(character) => pieces.extend(self.symbol(character)),
            }
        }
    }

    /// What follows a `{`.
    fn group(&mut self) -> Option<Vec<MarkupPiece>> {
        self.deeper(|this| this.until(Some('}')))
    }

    /// One character, one name, or what is in braces.
    fn argument(&mut self) -> Option<Vec<MarkupPiece>> {
        self.skip_blanks();
        match self.rest.next()? {
            '{' => self.group(),
            '\\' => self.deeper(Self::name),
            '}' | '^' | '_' => None,
            character => Some(self.symbol(character)),
        }
    }

    fn deeper(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<Vec<MarkupPiece>>,
    ) -> Option<Vec<MarkupPiece>> {
        self.depth += 1;
        let pieces = (self.depth <= DEEPEST).then(|| read(self))?;
        self.depth -= 1;
        pieces
    }

    fn skip_blanks(&mut self) {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
    }

    /// A raised and a lowered script may stand at one place, but not two of the same.
    fn script(&mut self, mark: char, pieces: &mut Vec<MarkupPiece>) -> Option<()> {
        let outside = (self.in_script, self.previous.take());
        let in_function = std::mem::take(&mut self.in_function);
        self.in_script = true;
        let script = self.argument()?;
        (self.in_script, self.previous) = outside;
        self.in_function = in_function;

        if !matches!(pieces.last(), Some(MarkupPiece::Scripts { .. })) {
            pieces.push(MarkupPiece::Scripts { raised: Vec::new(), lowered: Vec::new() });
        }
        let Some(MarkupPiece::Scripts { raised, lowered }) = pieces.last_mut() else { return None };
        let place = if mark == '^' { raised } else { lowered };
        place.is_empty().then(|| *place = script)
    }

    /// What follows a `\`.
    fn name(&mut self) -> Option<Vec<MarkupPiece>> {
        let mut name = String::new();
        while let Some(letter) = self.rest.next_if(char::is_ascii_alphabetic) {
            name.push(letter);
        }
        if name.is_empty() {
            let character = self.rest.next()?;
            return Some(match symbols::space(&character.to_string()) {
                Some(width) => vec![MarkupPiece::Space(width)],
                None => self.as_is(character, self.face),
            });
        }
        // they end the name
        self.skip_blanks();
        let plain = Face { style: FontStyle::Normal, ..self.face };
        match name.as_str() {
            "mathrm" => self.styled(plain),
            "mathbf" => self.styled(Face { weight: Weight::BOLD, ..plain }),
            "text" => self.text(),
            _ => self.named(&name, plain),
        }
    }

    fn named(&mut self, name: &str, plain: Face) -> Option<Vec<MarkupPiece>> {
        if let Some(symbol) = symbols::symbol(name) {
            return Some(self.symbol(symbol));
        }
        if let Some(width) = symbols::space(name) {
            return Some(vec![MarkupPiece::Space(width)]);
        }
        if !symbols::is_function(name) {
            return None;
        }
        let mut pieces: Vec<_> = name.chars().flat_map(|c| self.as_is(c, plain)).collect();
        self.in_function = true;
        pieces.extend(self.space_of_function());
        Some(pieces)
    }

    /// A function, with its scripts, stands off its argument, unless that is in brackets.
    fn space_of_function(&mut self) -> Option<MarkupPiece> {
        self.skip_blanks();
        let next = self.rest.peek();
        if !self.in_function || matches!(next, Some('^' | '_')) {
            return None;
        }
        self.in_function = false;
        let stands_off = next.is_some_and(|&c| !matches!(c, '(' | '[' | '}'));
        stands_off.then_some(MarkupPiece::Space(FUNCTION_SPACE))
    }

    fn styled(&mut self, face: Face) -> Option<Vec<MarkupPiece>> {
        let outside = self.upright.replace(face);
        let pieces = self.argument()?;
        self.upright = outside;
        Some(pieces)
    }

    /// Words within a formula, in braces: blanks count.
    fn text(&mut self) -> Option<Vec<MarkupPiece>> {
        self.rest.next_if_eq(&'{')?;
        let mut pieces = Vec::new();
        loop {
            match self.rest.next()? {
                '}' => return Some(pieces),
                character => pieces.extend(self.as_is(character, self.face)),
            }
        }
    }

    fn as_is(&mut self, character: char, face: Face) -> Vec<MarkupPiece> {
        self.previous = Some(character);
        vec![MarkupPiece::Letter(character, face)]
    }

    /// A character of the formula: letters are slanted, operators stand off.
    fn symbol(&mut self, character: char) -> Vec<MarkupPiece> {
        let character = match character {
            '-' => '−',
            '\'' => '′',
            other => other,
        };
        let style =
            if symbols::is_variable(character) { FontStyle::Italic } else { FontStyle::Normal };
        let face = self.upright.unwrap_or(Face { style, ..self.face });
        let letter = MarkupPiece::Letter(character, face);
        let before = self.previous.replace(character);
        if self.in_script {
            return vec![letter];
        }
        let space = MarkupPiece::Space(OPERATOR_SPACE);
        let is_sign = symbols::is_binary(character) && !before.is_some_and(ends_an_operand);
        if symbols::is_relation(character) || (symbols::is_binary(character) && !is_sign) {
            return vec![space.clone(), letter, space];
        }
        let next_is_digit = self.rest.peek().is_some_and(char::is_ascii_digit);
        let in_number = next_is_digit && before.is_some_and(|c| c.is_ascii_digit());
        if matches!(character, ',' | ';') && !in_number {
            return vec![letter, space];
        }
        vec![letter]
    }
}

/// Whether an operator that follows joins this with something, and is no sign.
fn ends_an_operand(character: char) -> bool {
    !symbols::is_relation(character)
        && !symbols::is_binary(character)
        && !matches!(character, '(' | '[' | '{' | '|' | ',' | ';')
}
