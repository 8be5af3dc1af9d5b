//! Which fonts of the folder `tests/fonts`, the machine's of these tests, letters are taken from.

use super::*;
use crate::text::{
    Fonts, TextStyle,
    font::{Families, Family, FontFamily, FontStyle, Weight},
};

fn family_of(families: Families, face: Face, cluster: &str, line: &str) -> Option<&'static str> {
    families.file_of(face, cluster, line).system().map(SystemFont::family)
}

fn named(name: &str) -> Families {
    let family: FontFamily = crate::OneOf::choice(name).expect("a family");
    Families { own: family.family(), ..Families::EMBEDDED }
}

#[test]
fn letters_that_no_other_font_has_are_the_machines() {
    let found = |letter| family_of(Families::EMBEDDED, Face::REGULAR, letter, letter);
    assert_eq!(found("龘"), Some("Panim Sans Outlines"));
    assert_eq!(found("\u{13000}"), Some("Panim Sans Outlines"));
    assert_eq!(found("\u{13a0}"), Some("Panim Serif Faces"));
    assert_eq!(found("龘\u{fe00}"), Some("Panim Sans Outlines"));
    for own in ["a", "Ж", "ا", "∫", "語"] {
        assert_eq!(found(own), None, "{own}");
    }
    let alone = Families { system: false, ..Families::EMBEDDED };
    assert_eq!(family_of(alone, Face::REGULAR, "龘", "龘"), None);
}

#[test]
fn what_was_asked_before_changes_nothing() {
    let catalog = || {
        let mut fonts = fontdb::Database::new();
        fonts.load_fonts_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fonts"));
        &*Box::leak(Box::new(catalog::Catalog::new(fonts)))
    };
    let letters = ["漢", "あ", "龘", "\u{13a0}", "\u{1f680}", "\u{1f469}", "漢龘", "語"];
    let asked = |catalog: &'static catalog::Catalog, order: &[usize]| {
        let wanted =
            WantedLetters { face: Face::REGULAR, like: Embedded::Sans, region: Region::China };
        let mut answers = vec![None; letters.len()];
        for &place in order {
            let font = catalog.find(letters[place], wanted).and_then(FontFile::system);
            answers[place] = font.map(|font| (font.family(), font.index()));
        }
        answers
    };
    let there = asked(catalog(), &[0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(there, asked(catalog(), &[7, 6, 5, 4, 3, 2, 1, 0]));
    let families: Vec<_> = there.iter().map(|font| font.map(|(name, _)| name)).collect();
    let wanted = [
        Some("Panim Sans SC"),
        Some("Panim Sans JP"),
        Some("Panim Sans Outlines"),
        Some("Panim Serif Faces"),
        Some("Panim Emoji"),
        // neither a glyph without outline nor a picture is drawn
        None,
        None,
        None,
    ];
    assert_eq!(families, wanted);
}

#[test]
fn chinese_characters_have_the_forms_of_the_letters_around_them() {
    let found = |line| family_of(Families::EMBEDDED, Face::REGULAR, "漢", line);
    assert_eq!(found("漢"), Some("Panim Sans SC"));
    assert_eq!(found("漢 and あ"), Some("Panim Sans JP"));
    let file = Families::EMBEDDED.file_of(Face::REGULAR, "漢", "漢");
    assert_eq!(file.system().map(SystemFont::index), Some(1));
    assert_eq!(file.glyph('漢').advance, 1.0);
    let japanese = Families::EMBEDDED.file_of(Face::REGULAR, "漢", "あ");
    assert_eq!(japanese.glyph('漢').advance, 0.9);
    // a family that is named decides
    assert_eq!(family_of(named("Panim Sans JP"), Face::REGULAR, "漢", "漢"), Some("Panim Sans JP"));
}

#[test]
fn a_family_of_the_machine_is_known_by_its_name() {
    let serif = named("panim serif faces");
    let advance = |weight, style| {
        let face = Face { weight, style };
        assert_eq!(family_of(serif, face, "\u{13a0}", ""), Some("Panim Serif Faces"));
        serif.glyph(face, '\u{13a0}').1.advance
    };
    assert_eq!(advance(Weight::NORMAL, FontStyle::Normal), 0.6);
    assert_eq!(advance(Weight::SEMIBOLD, FontStyle::Normal), 0.7);
    assert_eq!(advance(Weight::LIGHT, FontStyle::Italic), 0.65);
    // letters that it has not are the embedded ones'
    assert_eq!(family_of(serif, Face::REGULAR, "a", "a"), None);
    let message = crate::OneOf::<FontFamily>::choice("Panim Serif Face").expect_err("no family");
    assert!(message.contains("did you mean \"Panim Serif Faces\"?"), "{message}");
    let message = crate::OneOf::<FontFamily>::choice("nothing like it").expect_err("no family");
    assert!(message.contains("is not an embedded family, nor one of this machine;"), "{message}");
}

#[test]
fn a_font_says_what_it_is() {
    let file = named("Panim Varied").file(Face::BOLD);
    let font = file.system().expect("a font of the machine");
    assert_eq!(font.to_string(), "Panim Varied (varied.ttf, version 1.500)");
    assert_eq!((font.file(), font.index(), font.version()), ("varied.ttf", 0, "1.500"));
    assert_eq!(font.bytes().len(), file.bytes.len());
    assert_eq!(file.nearest(Face::REGULAR), Face::BOLD, "an instance is as it is");
}

#[test]
fn fonts_are_known_when_something_is_drawn_with_them() {
    let mut fonts = Fonts::default();
    let mut drawn = |text: &str| {
        fonts.layout(&TextStyle::new(12.0), text);
        fonts.take_system_fonts().iter().map(|font| font.family()).collect::<Vec<_>>()
    };
    assert_eq!(drawn("Latin Ж $x^2$"), [""; 0]);
    assert_eq!(drawn("a龘b\u{13a0}龘"), ["Panim Sans Outlines", "Panim Serif Faces"]);
    assert_eq!(drawn("龘漢"), ["Panim Sans SC"]);
    assert_eq!(fonts.take_missing(), [].into());
    let mut alone = Fonts { leaves_system_out: true, ..Fonts::default() };
    alone.layout(&TextStyle::new(12.0), "龘");
    assert_eq!(alone.take_missing(), ['龘'].into());
    assert_eq!(Family::EMBEDDED, Family::default());
}

#[test]
fn what_a_family_is_like_shows_in_its_name() {
    use preference::FamilyTraits;
    let best = |like, region, names: &[&'static str]| {
        let rank = |name: &&&str| FamilyTraits::of(name).rank(like, region);
        names.iter().min_by_key(rank).copied().expect("some")
    };
    let cjk = [
        "Noto Sans CJK HK",
        "Noto Sans CJK JP",
        "Noto Sans CJK KR",
        "Noto Sans CJK SC",
        "Noto Sans CJK TC",
        "Noto Sans Mono CJK SC",
        "Noto Serif CJK JP",
        "WenQuanYi Zen Hei",
        "Unifont",
    ];
    assert_eq!(best(Embedded::Sans, Region::China, &cjk), "Noto Sans CJK SC");
    assert_eq!(best(Embedded::Sans, Region::Japan, &cjk), "Noto Sans CJK JP");
    assert_eq!(best(Embedded::Sans, Region::Korea, &cjk), "Noto Sans CJK KR");
    assert_eq!(best(Embedded::Sans, Region::Taiwan, &cjk[1..]), "Noto Sans CJK TC");
    assert_eq!(best(Embedded::Serif, Region::Japan, &cjk), "Noto Serif CJK JP");
    assert_eq!(best(Embedded::Mono, Region::China, &cjk), "Noto Sans Mono CJK SC");
    let arabic =
        ["Noto Kufi Arabic", "Noto Nastaliq Urdu", "Noto Sans Arabic UI", "Noto Sans Arabic"];
    assert_eq!(best(Embedded::Sans, Region::China, &arabic), "Noto Sans Arabic");
    let thai = ["Noto Looped Thai", "Noto Serif Thai", "Noto Sans Thai"];
    assert_eq!(best(Embedded::Sans, Region::China, &thai), "Noto Sans Thai");
    assert!(FamilyTraits::of(".LastResort").is_stand_in());
}
