use super::*;
use crate::text::{Fonts, TextLayout, TextStyle};

const FAMILIES: Families = Families::EMBEDDED;

/// The glyphs of a text from left to right.
fn shaped(text: &str) -> Vec<ShapedGlyph> {
    let mut cache = ShapeCache::default();
    let stretches = ordered(text).into_iter().flat_map(|(range, is_right_to_left)| {
        let mut parts = segments(text, (range, is_right_to_left), Face::REGULAR, FAMILIES);
        if is_right_to_left {
            parts.reverse();
        }
        parts
    });
    stretches.flat_map(|part| cache.shape(text, &part, true).glyphs.clone()).collect()
}

fn ids(text: &str) -> Vec<GlyphId> {
    shaped(text).iter().map(|glyph| glyph.id).collect()
}

fn id(character: char) -> GlyphId {
    FAMILIES.glyph(Face::REGULAR, character).1.id
}

fn layout(text: &str) -> TextLayout {
    Fonts::default().layout(&TextStyle::new(20.0), text)
}

#[test]
fn letters_are_joined_and_marks_stand_on_their_letters() {
    assert_eq!(ids("fi"), [id('ﬁ')]);
    assert_eq!(ids("office").len(), 4);
    assert_eq!(ids("e\u{301}"), [id('é')]);
    let [x, accent] = shaped("x\u{301}")[..] else { panic!("two glyphs") };
    let advance = FAMILIES.glyph(Face::REGULAR, 'x').1.advance;
    assert_eq!((x.id, x.at), (id('x'), Vec2::ZERO));
    assert!(accent.at.x.abs() < advance, "{accent:?}");
    assert!((layout("x\u{301}").bounds().width() - layout("x").bounds().width()).abs() < 1e-9);
}

/// The kern table says the same of DejaVu Sans as the rules that shaping follows.
#[test]
fn latin_letters_stand_where_pairs_of_the_font_say() {
    let letters = "AVATAR Wave To Ty. r, LT Yo PA 0.25 äöü µm −1.5 Ελλάδα, ЖУК";
    let (mut x, mut last) = (0.0, None);
    let glyphs = shaped(letters);
    let mut glyphs = glyphs.iter();
    for character in letters.chars() {
        let (file, glyph) = FAMILIES.glyph(Face::REGULAR, character);
        x += last.map_or(0.0, |last| file.kerning(last, glyph.id));
        if character != ' ' {
            let shaped = glyphs.next().expect("a glyph");
            assert_eq!(shaped.id, glyph.id, "{character}");
        }
        (x, last) = (x + glyph.advance, Some(glyph.id));
    }
    let width = layout(letters).bounds().width() / 20.0;
    assert!((width - x).abs() < 1e-6, "{width} instead of {x}");
}

#[test]
fn arabic_and_hebrew_run_from_right_to_left() {
    // as presentation forms: final, medial, initial
    assert_eq!(ids("عين"), ['ﻦ', 'ﻴ', 'ﻋ'].map(id));
    assert_eq!(ids("שלום"), ['ם', 'ו', 'ל', 'ש'].map(id));
    let order = |text: &str| shaped(text).iter().map(|g| g.character).collect::<Vec<_>>();
    assert_eq!(order("ab \u{5d0}\u{5d1} cd"), ['a', 'b', '\u{5d1}', '\u{5d0}', 'c', 'd']);
    // numbers and foreign words keep their order within
    assert_eq!(order("\u{5d0}\u{5d1} 12"), ['1', '2', '\u{5d1}', '\u{5d0}']);
    assert_eq!(order("\u{5d0} ab 3"), ['a', 'b', '3', '\u{5d0}']);
    // brackets are mirrored
    assert_eq!(ids("(א"), [id('א'), id(')')]);
}

#[test]
fn what_is_not_seen_takes_no_room() {
    let width = |text: &str| layout(text).bounds().width();
    for (text, same) in [
        ("soft\u{ad}hyphen", "softhyphen"),
        ("a\u{200b}b\u{2060}c", "abc"),
        ("\u{200e}abc\u{200f}", "abc"),
        ("♥\u{fe0e}", "♥"),
    ] {
        assert!((width(text) - width(same)).abs() < 1e-9, "{text:?}");
    }
}

#[test]
fn formulas_keep_their_order_among_letters_from_the_right() {
    let path = |text: &str| layout(text).path_at(vello_cpu::kurbo::Point::ZERO).elements().len();
    // nothing is lost
    assert_eq!(path("אב $x^2$ גד"), path("אבגד") + path("$x^2$"));
    let alone = layout("$x_i^2 = 10^{-3}$").bounds();
    let within = layout("א $x_i^2 = 10^{-3}$ א").bounds();
    assert!(within.width() > alone.width());
}

#[test]
fn characters_that_belong_together_come_from_one_font() {
    let length = |text: &str| text[..cluster(text)].chars().count();
    assert_eq!(length("ab"), 1);
    assert_eq!(length("e\u{301}\u{302}b"), 3);
    assert_eq!(length("🇩🇪🇫🇷"), 2);
    assert_eq!(length("👩\u{200d}🔬x"), 3);
    assert_eq!(length("👍\u{1f3fd}x"), 2);
    assert_eq!(length("♥\u{fe0f}x"), 2);
    assert_eq!(length(""), 0);
}

#[test]
fn scripts_are_shaped_apart_and_signs_with_their_letters() {
    let parts = |text: &str| {
        let parts = segments(text, (0..text.len(), false), Face::REGULAR, FAMILIES);
        parts.into_iter().map(|part| text[part.range].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(parts("12 abc, 3 x"), ["12 abc, 3 x"]);
    assert_eq!(parts("abc Ελλ"), ["abc ", "Ελλ"]);
    assert_eq!(parts(""), [""; 0]);
}

#[test]
fn the_cache_is_bounded_and_says_what_was_there() {
    let mut cache = ShapeCache::default();
    let mut shape = |text: &str| {
        let part = segments(text, (0..text.len(), false), Face::REGULAR, FAMILIES);
        let run = cache.shape(text, &part[0], true);
        (run.width, cache.count)
    };
    let first = shape("wave").0;
    for i in 0..3 * LIMIT {
        assert!(shape(&format!("{i}")).1 <= LIMIT);
    }
    assert_eq!(shape("wave").0, first);
}
