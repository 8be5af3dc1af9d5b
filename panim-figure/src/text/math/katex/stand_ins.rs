//! Characters that stand for letters of the text's font: private ones, which the crate's fonts lack.

use crate::text::font::{Face, FontStyle, Weight};

/// How a letter looks beside the text around its formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LetterLook {
    Upright,
    Italic,
    Bold,
    BoldItalic,
}

/// The first stand-in, and how many characters each look has.
const FIRST: u32 = 0xf_0000;
const CHARACTERS: u32 = 0x4000;

/// The character that stands for another one; `None` beyond those that have one.
pub(super) fn stand_for(character: char, look: LetterLook) -> Option<char> {
    let code = u32::from(character);
    let free = code < CHARACTERS && !character.is_control() && !character.is_whitespace();
    free.then(|| char::from_u32(FIRST + look as u32 * CHARACTERS + code)).flatten()
}

/// The character that this one stands for, and its face in a text of face `text`.
pub(super) fn stand_in(character: char, text: Face) -> Option<(char, Face)> {
    let place = u32::from(character).checked_sub(FIRST)?;
    let upright = Face { style: FontStyle::Normal, ..text };
    let bold = Face { weight: Weight::BOLD, ..upright };
    let face = match place / CHARACTERS {
        0 => upright,
        1 => Face { style: FontStyle::Italic, ..upright },
        2 => bold,
        3 => Face { style: FontStyle::Italic, ..bold },
        _ => return None,
    };
    Some((char::from_u32(place % CHARACTERS)?, face))
}

/// A message about the formula, in its own characters.
pub(super) fn told(message: &str) -> String {
    let own = |c| stand_in(c, Face::default()).map_or(c, |(letter, _)| letter);
    message.chars().map(own).collect()
}
