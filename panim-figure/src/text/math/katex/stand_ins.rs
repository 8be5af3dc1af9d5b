//! Characters that stand for what the text's fonts have: private ones, which the crate's fonts lack.

/// How a letter looks beside the text around its formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LetterLook {
    Upright,
    Italic,
    Bold,
    BoldItalic,
}

/// What stands for something of the text's fonts, or for a digit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum StandIn {
    Letter(char, LetterLook),
    /// Which digit of the formula; without a look it is one of the crate's.
    Digit(usize, Option<LetterLook>),
    /// Which words of the formula.
    Words(usize),
}

/// The first stand-in of letters, and how many characters each look has.
const LETTERS: u32 = 0xf_0000;
const CHARACTERS: u32 = 0x4000;

/// Likewise of digits and of words.
const WORDS: u32 = 0x10_0000;
const MOST_WORDS: u32 = 0x8000;
const DIGITS: u32 = WORDS + MOST_WORDS;
const MOST_DIGITS: u32 = 0x1000;

const LOOKS: [LetterLook; 4] =
    [LetterLook::Upright, LetterLook::Italic, LetterLook::Bold, LetterLook::BoldItalic];

impl StandIn {
    /// Its character; `None` beyond those that have one.
    pub(super) fn character(self) -> Option<char> {
        let within = |place: u32, most: u32| (place < most).then_some(place);
        let code = match self {
            Self::Letter(letter, look) => {
                let free = !letter.is_control() && !letter.is_whitespace();
                let code = within(u32::from(letter), CHARACTERS).filter(|_| free)?;
                LETTERS + look as u32 * CHARACTERS + code
            }
            Self::Digit(index, look) => {
                let place = within(u32::try_from(index).ok()?, MOST_DIGITS)?;
                DIGITS + look.map_or(0, |look| 1 + look as u32) * MOST_DIGITS + place
            }
            Self::Words(index) => WORDS + within(u32::try_from(index).ok()?, MOST_WORDS)?,
        };
        char::from_u32(code)
    }

    /// What a character stands for.
    pub(super) fn of(character: char) -> Option<Self> {
        let code = u32::from(character);
        if let Some(place) = code.checked_sub(DIGITS) {
            let look = match place / MOST_DIGITS {
                0 => None,
                look => Some(*LOOKS.get(look as usize - 1)?),
            };
            return Some(Self::Digit((place % MOST_DIGITS) as usize, look));
        }
        if let Some(place) = code.checked_sub(WORDS) {
            return Some(Self::Words(place as usize));
        }
        let place = code.checked_sub(LETTERS)?;
        let look = *LOOKS.get((place / CHARACTERS) as usize)?;
        Some(Self::Letter(char::from_u32(place % CHARACTERS)?, look))
    }
}

/// Whether a character is kept for what stands for something: no formula of a user has it.
pub(super) fn is_kept(character: char) -> bool {
    u32::from(character) >= LETTERS
}
