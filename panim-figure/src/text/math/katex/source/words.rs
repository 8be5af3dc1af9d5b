//! Words within formulas: shaped together, as they are in a text, so that letters join and scripts run their way.

use super::{Inset, Letters, Mistake, SourceWriter, colors};
use crate::text::{
    math::katex::{
        glyphs::KatexFont,
        stand_ins::{LetterLook, StandIn, is_kept},
    },
    shaping::is_left_to_right,
};
use unicode_bidi::{BidiClass, bidi_class};

/// How deep words may stand in words: as deep as the crate lets braces be.
const DEEPEST: usize = 32;

/// Whether a character is a letter, or a mark on one, of a script that formulas take no variables from.
pub(super) fn is_of_words(character: char) -> bool {
    let is_sign = matches!(character, '\u{1d00}'..='\u{2bff}' | '\u{1d400}'..='\u{1d7ff}');
    character >= '\u{590}' && !is_sign && is_part(character)
}

/// Of a word: its letters, and what joins or marks them.
fn is_part(character: char) -> bool {
    character.is_alphabetic() || is_mark(character)
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}') || bidi_class(character) == BidiClass::NSM
}

impl SourceWriter<'_> {
    /// A word between signs that begins with this letter; where one character is wanted, that with its marks.
    pub(super) fn stretch(&mut self, first: char, bare: bool) {
        let look = match self.take_letters() {
            Letters::Own(look) => look,
            Letters::Usual | Letters::Katex | Letters::Alphabet => LetterLook::Upright,
        };
        let mut word = String::from(first);
        let belongs = |c: char| if bare { is_mark(c) } else { is_of_words(c) || is_mark(c) };
        while let Some((_, next)) = self.rest.next_if(|(_, c)| belongs(*c)) {
            word.push(next);
        }
        self.inset(word, look);
    }

    /// The words in braces that follow, or the one character.
    pub(super) fn words(&mut self, look: LetterLook) {
        if self.depth == DEEPEST {
            let what = format!("words are nested more than {DEEPEST} deep");
            self.written.mistake.get_or_insert(Mistake::of_all(what));
            // nothing of it is set
            return self.rest.by_ref().for_each(drop);
        }
        self.depth += 1;
        self.words_inside(look);
        self.depth -= 1;
    }

    fn words_inside(&mut self, look: LetterLook) {
        self.next = None;
        let is_katex = self.letters().are_katex();
        let mut words = WordList { look, is_katex, text: String::new() };
        self.blanks();
        let mut depth = 0_usize;
        // they are one argument
        self.push('{');
        loop {
            if depth > 0 && self.formula_rest().starts_with("{\\color{") {
                // it ends with its braces
                self.flush(&mut words);
                self.words(look);
                continue;
            }
            let Some((at, character)) = self.rest.next() else { break };
            let place = (self.written.text.len(), at);
            match character {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '\\' => {
                    if words.text.is_empty() {
                        self.written.places.push(place);
                    }
                    self.command_in_words(&mut words);
                }
                '~' => words.text.push('\u{a0}'),
                c if c.is_whitespace() && words.text.ends_with(' ') => {}
                c if c.is_whitespace() => words.text.push(' '),
                c if is_kept(c) => words.text.push('\u{fffd}'),
                c => words.text.push(c),
            }
            if depth == 0 {
                break;
            }
        }
        self.flush(&mut words);
        // a brace that is not closed is told by who sets the formula
        self.written.text.extend((0..depth).map(|_| '{'));
        self.push('}');
    }

    /// What follows a `\` within words.
    fn command_in_words(&mut self, words: &mut WordList) {
        match self.letters_of_name().as_str() {
            "" => match self.rest.next() {
                Some((_, sign)) if "%#&$_{}".contains(sign) => words.text.push(sign),
                Some((_, blank)) if blank.is_whitespace() => words.text.push(' '),
                Some((_, '(')) => {
                    self.flush(words);
                    self.formula_in_words();
                }
                Some((_, sign)) if !is_kept(sign) => {
                    self.flush(words);
                    self.written.text.extend(['\\', sign]);
                }
                _ => {}
            },
            name => {
                self.flush(words);
                match (super::names::words(name), name) {
                    (Some(look), _) => self.words(words.look.and(look)),
                    (_, "textcolor") => {
                        self.colored(name, 1);
                        self.words(words.look);
                    }
                    (_, "color") => self.colored(name, 1),
                    _ if colors::count(name).is_some() => self.colored_box(name, words.look),
                    _ => self.name(name),
                }
            }
        }
    }

    /// What stands up to `\)`.
    fn formula_in_words(&mut self) {
        let Some(&(start, _)) = self.rest.peek() else { return };
        let rest = &self.formula[start..];
        let end = rest.find("\\)").unwrap_or(rest.len());
        let inside = self.formula;
        let outside = std::mem::replace(
            &mut self.rest,
            // indices go on in the same formula
            inside[..start + end].char_indices().peekable(),
        );
        while self.rest.next_if(|(at, _)| *at < start).is_some() {}
        self.push('{');
        let letters = self.letters.len();
        // the formula as a whole is left as it is, or not
        let _ = self.all();
        self.letters.truncate(letters);
        self.push('}');
        self.rest = outside;
        while self.rest.next_if(|(at, _)| *at < start + end).is_some() {}
        self.rest.next();
        self.rest.next();
    }

    /// Writes words that are complete.
    fn flush(&mut self, words: &mut WordList) {
        let text = typographic(&std::mem::take(&mut words.text));
        if text.is_empty() {
            return;
        }
        // what is turned is one piece
        if !words.is_katex || !is_left_to_right(&text) {
            return self.inset(text, words.look);
        }
        // the crate's letters where it has them, and between these the text's
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let is_theirs = has_katex(first);
            let end = rest.find(|c: char| has_katex(c) != is_theirs).unwrap_or(rest.len());
            let (stretch, after) = rest.split_at(end);
            rest = after;
            if !is_theirs {
                self.inset(stretch.to_owned(), words.look);
                continue;
            }
            self.written.text.push_str(match words.look {
                LetterLook::Upright => "\\text{",
                LetterLook::Italic => "\\textit{",
                LetterLook::Bold => "\\textbf{",
                LetterLook::BoldItalic => "\\textbf{\\textit{",
            });
            for character in stretch.chars() {
                match character {
                    '%' | '#' | '&' | '$' | '_' | '{' | '}' => {
                        self.written.text.extend(['\\', character]);
                    }
                    digit if digit.is_ascii_digit() && words.look == LetterLook::Upright => {
                        self.digit(digit, None);
                    }
                    '\\' => self.written.text.push_str("\\textbackslash "),
                    '^' => self.written.text.push_str("\\textasciicircum "),
                    '~' => self.written.text.push_str("\\textasciitilde "),
                    '\u{a0}' => self.push('~'),
                    other => self.push(other),
                }
            }
            self.push('}');
            if words.look == LetterLook::BoldItalic {
                self.push('}');
            }
        }
    }

    /// A stand-in for words.
    fn inset(&mut self, text: String, look: LetterLook) {
        let stand_in = StandIn::Words(self.written.words.len()).character();
        self.written.text.push_str("\\text{");
        self.written.text.push(stand_in.unwrap_or('\u{fffd}'));
        self.written.text.push('}');
        if stand_in.is_some() {
            self.written.words.push(Inset { text, look });
        }
    }
}

/// Words of one look that are not written yet.
struct WordList {
    look: LetterLook,
    is_katex: bool,
    text: String,
}

impl LetterLook {
    /// Of words in words of this look.
    fn and(self, inner: Self) -> Self {
        let is_bold = |look: Self| matches!(look, Self::Bold | Self::BoldItalic);
        let is_italic = |look: Self| matches!(look, Self::Italic | Self::BoldItalic);
        match (is_bold(self) || is_bold(inner), is_italic(self) || is_italic(inner)) {
            (false, false) => Self::Upright,
            (false, true) => Self::Italic,
            (true, false) => Self::Bold,
            (true, true) => Self::BoldItalic,
        }
    }
}

/// Has the crate this letter, or what it is made of?
fn has_katex(character: char) -> bool {
    // Latin letters with accents are set from both
    let is_latin = matches!(character, ' '..='\u{7e}' | '\u{a0}'..='\u{24f}');
    is_latin || KatexFont::Main.glyph(character).is_some()
}

/// With the quotes and dashes that TeX writes so.
fn typographic(text: &str) -> String {
    if !text.contains(['`', '\'', '-']) {
        return text.to_owned();
    }
    let signs = [("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"), ("`", "‘"), ("'", "’")];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}
