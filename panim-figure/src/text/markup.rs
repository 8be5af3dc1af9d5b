//! The small mark-up of texts: what stands between two dollars is set as a formula.
//!
//! Only there is anything read: names of files, prices and units stay as they are. A dollar opens a
//! formula if something other than a blank follows it, and the next dollar closes it if something
//! other than a blank stands before it and no digit after it. What lies between is a formula if it
//! reads as one: see [`dollars`]. Other dollars, and `\$`, are dollars. A formula that cannot be
//! set, such as one with a command that is unknown, is shown as it was written, dollars included.

mod dollars;
#[cfg(test)]
mod tests;

use super::symbols;
use crate::text::{
    font::{Face, FontStyle, Weight},
    math::MathFont,
};
use dollars::formula;
#[cfg(not(feature = "math"))]
#[cfg(not(feature = "math"))]
pub(super) use dollars::{has_command, is_balanced};
use std::{iter::Peekable, str::Chars};

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MarkupPiece {
    Letter(char, Face),
    /// A letter that stands for something by itself, or a sign.
    Sign(char, Face),
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

/// Takes a line apart. `font`: that of its formulas.
pub(super) fn pieces(line: &str, (face, font): (Face, MathFont)) -> Vec<MarkupPiece> {
    let mut pieces = Vec::with_capacity(line.len());
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if let Some((formula, after)) = set_formula(line, rest, (face, font)) {
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
        let formula = if has_formulas { set_formula(line, rest, Default::default()) } else { None };
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
fn set_formula<'a>(
    line: &str,
    rest: &'a str,
    look: (Face, MathFont),
) -> Option<(Vec<MarkupPiece>, &'a str)> {
    let before = line[..line.len() - rest.len()].chars().next_back();
    let (inside, after) = formula(before, rest)?;
    Some((set(inside, look), after))
}

/// What a formula is made of.
fn set(inside: &str, (face, font): (Face, MathFont)) -> Vec<MarkupPiece> {
    let is_plain = !cfg!(feature = "math") || !symbols::has_large(inside);
    let plain = if is_plain { Parser::new(inside, face).formula() } else { None };
    match plain {
        Some(plain) if font == MathFont::Text || is_default(inside) => plain,
        _ => vec![MarkupPiece::Formula(inside.to_owned())],
    }
}

/// Is all of it in the letters of the words around it, as powers of ten on axes are?
fn is_default(inside: &str) -> bool {
    let Some(inside) = inside.strip_prefix(r"\mathdefault{") else { return false };
    let mut depth = 1_usize;
    let end = inside.find(|character| {
        depth = match character {
            '{' => depth + 1,
            '}' => depth - 1,
            _ => depth,
        };
        depth == 0
    });
    end.is_some_and(|end| end + 1 == inside.len())
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
            "mathrm" | "mathdefault" => self.styled(plain),
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
        let letter = MarkupPiece::Sign(character, face);
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
