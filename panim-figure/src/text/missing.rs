//! What is said of characters that no font has.

use crate::base::warning::Warning;
use harfrust::{Script, unicode};
use std::collections::BTreeSet;

/// More are not named.
const MOST: usize = 10;

/// Says which characters no font has, of those that were found until it is told, and what would help.
pub(crate) fn without_glyphs(characters: &BTreeSet<char>) -> Warning {
    let named = characters.iter().take(MOST).map(|&c| {
        let kind = kind(c).map_or_else(String::new, |kind| format!(", {}", kind.name));
        format!("{} (U+{:04X}{kind})", shown(c), u32::from(c))
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let more = match characters.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let remedy = remedy(characters, cfg!(feature = "system-fonts"));
    let message =
        format!("no font has a glyph for {named}{more}: boxes stand in their place; {remedy}");
    Warning::first_of("glyphs", message)
}

/// What makes boxes into letters. `with_system`: the machine's fonts were asked.
fn remedy(characters: &BTreeSet<char>, with_system: bool) -> String {
    if !with_system {
        return "panim's feature `system-fonts` takes them from this machine's fonts, and \
                `FontFamily` from files"
            .into();
    }
    let mut fonts: Vec<(&str, &str)> = Vec::new();
    for font in characters.iter().filter_map(|&c| Some(kind(c)?.font)) {
        if !fonts.contains(&font) {
            fonts.push(font);
        }
    }
    if fonts.is_empty() {
        return "install a font that has them, or give one with `FontFamily`".into();
    }
    let names = |which: fn(&(&'static str, &'static str)) -> &'static str| {
        fonts.iter().map(which).collect::<Vec<_>>().join(", ")
    };
    let (fonts, packages) = (names(|font| font.0), names(|font| font.1));
    let emoji = match characters.iter().any(|&c| is_emoji(c)) {
        true => ", since pictures in colour are no outlines",
        false => "",
    };
    format!("install {fonts} (Debian: {packages}){emoji}, or give a font with `FontFamily`")
}

/// What a character belongs to.
struct CharacterKind {
    name: String,
    /// A family that has it, and Debian's package.
    font: (&'static str, &'static str),
}

const CJK: (&str, &str) = ("Noto Sans CJK", "fonts-noto-cjk");
const NOTO: (&str, &str) = ("Noto Sans", "fonts-noto-core");
const SYMBOLS: (&str, &str) = ("Symbola", "fonts-symbola");

/// None: nobody knows what it is.
fn kind(character: char) -> Option<CharacterKind> {
    if is_emoji(character) {
        return Some(CharacterKind { name: "emoji".into(), font: SYMBOLS });
    }
    match unicode::script(character.into()) {
        Script::UNKNOWN => None,
        Script::COMMON | Script::INHERITED => {
            Some(CharacterKind { name: "sign".into(), font: SYMBOLS })
        }
        script => {
            let known = NAMES.iter().find(|(known, _)| *known == script);
            let name = known.map_or_else(|| script.tag().to_string(), |(_, name)| (*name).into());
            let is_cjk = matches!(
                script,
                Script::HAN
                    | Script::HIRAGANA
                    | Script::KATAKANA
                    | Script::HANGUL
                    | Script::BOPOMOFO
            );
            Some(CharacterKind { name, font: if is_cjk { CJK } else { NOTO } })
        }
    }
}

fn is_emoji(character: char) -> bool {
    matches!(character, '\u{1f000}'..='\u{1faff}')
}

/// As it is written, unless it is not seen by itself.
fn shown(character: char) -> String {
    match character {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => "a character of private use".into(),
        _ => character.to_string(),
    }
}

const NAMES: [(Script, &str); 34] = [
    (Script::ARABIC, "Arabic"),
    (Script::ARMENIAN, "Armenian"),
    (Script::BENGALI, "Bengali"),
    (Script::BOPOMOFO, "Bopomofo"),
    (Script::CHEROKEE, "Cherokee"),
    (Script::COPTIC, "Coptic"),
    (Script::CYRILLIC, "Cyrillic"),
    (Script::DEVANAGARI, "Devanagari"),
    (Script::EGYPTIAN_HIEROGLYPHS, "Egyptian hieroglyphs"),
    (Script::ETHIOPIC, "Ethiopic"),
    (Script::GEORGIAN, "Georgian"),
    (Script::GREEK, "Greek"),
    (Script::GUJARATI, "Gujarati"),
    (Script::GURMUKHI, "Gurmukhi"),
    (Script::HAN, "Han"),
    (Script::HANGUL, "Hangul"),
    (Script::HEBREW, "Hebrew"),
    (Script::HIRAGANA, "Hiragana"),
    (Script::JAVANESE, "Javanese"),
    (Script::KANNADA, "Kannada"),
    (Script::KATAKANA, "Katakana"),
    (Script::KHMER, "Khmer"),
    (Script::LAO, "Lao"),
    (Script::LATIN, "Latin"),
    (Script::MALAYALAM, "Malayalam"),
    (Script::MONGOLIAN, "Mongolian"),
    (Script::MYANMAR, "Myanmar"),
    (Script::ORIYA, "Oriya"),
    (Script::SINHALA, "Sinhala"),
    (Script::SYRIAC, "Syriac"),
    (Script::TAMIL, "Tamil"),
    (Script::TELUGU, "Telugu"),
    (Script::THAI, "Thai"),
    (Script::TIBETAN, "Tibetan"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_named_with_what_has_them() {
        let said =
            |characters: &[char]| without_glyphs(&characters.iter().copied().collect()).to_string();
        let named = said(&['한', '語', 'क', '\u{1f469}', '\u{10ff01}', '\u{12000}']);
        let wanted = "no font has a glyph for क (U+0915, Devanagari), 語 (U+8A9E, Han), \
                      한 (U+D55C, Hangul), \u{12000} (U+12000, Xsux), \u{1f469} (U+1F469, emoji), a \
                      character of private use (U+10FF01): boxes stand in their place; ";
        assert!(named.starts_with(wanted), "{named}");
        let many: Vec<char> = ('\u{4e00}'..'\u{4e20}').collect();
        assert!(said(&many).contains(" and 22 more: boxes"), "{}", said(&many));
    }

    #[test]
    fn it_is_said_what_to_install() {
        let said = |characters: &str, system| remedy(&characters.chars().collect(), system);
        let cjk =
            "install Noto Sans CJK (Debian: fonts-noto-cjk), or give a font with `FontFamily`";
        assert_eq!(said("한語ひ", true), cjk);
        let several = said("語ཀ", true);
        assert!(several.contains("fonts-noto-core, fonts-noto-cjk"), "{several}");
        let emoji = said("\u{1f469}", true);
        assert!(emoji.contains("fonts-symbola), since pictures in colour"), "{emoji}");
        assert!(said("語", false).contains("feature `system-fonts`"));
        assert!(said("\u{10ff01}", true).starts_with("install a font that has them"));
    }
}
