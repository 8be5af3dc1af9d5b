use super::*;
use crate::{
    Style,
    text::font::{Face, Families, FontStyle, Weight},
};

fn complete(family: &FontFamily) -> Families {
    family.check("Style", "font").expect("fonts");
    Families { own: family.family(), ..Families::EMBEDDED }
}

#[track_caller]
fn assert_from(family: Families, face: Face, character: char, wanted: &[u8]) {
    let found = bytes(family, face, character);
    assert!(found == wanted, "{character} is from a file of {} bytes", found.len());
}

fn bytes(family: Families, face: Face, character: char) -> &'static [u8] {
    family.glyph(face, character).0.bytes
}

#[test]
fn equal_bytes_are_read_once() {
    let first = FontFamily::from_bytes(dejavu::sans_mono::regular());
    let copied = FontFamily::from_bytes(dejavu::sans_mono::regular().to_vec());
    assert_eq!(first, copied);
    assert_ne!(first, FontFamily::from_bytes(dejavu::serif::regular()));
    assert_ne!(first, FontFamily::default());
}

#[test]
fn a_face_that_is_not_given_is_the_nearest() {
    let [regular, bold] = [dejavu::serif::regular(), dejavu::serif::bold()];
    let one = complete(&FontFamily::from_bytes(regular));
    let two = complete(&FontFamily::from_bytes(regular).bold(bold));
    for (face, nearest) in [
        (Face::REGULAR, regular),
        (Face::ITALIC, regular),
        (Face::BOLD, bold),
        (Face::BOLD_ITALIC, bold),
    ] {
        assert_from(one, face, 'a', regular);
        assert_from(two, face, 'a', nearest);
    }
}

#[test]
fn what_a_font_does_not_know_is_from_the_embedded_one() {
    // DejaVu Sans Mono has no such die
    let mono = complete(&FontFamily::from_bytes(dejavu::sans_mono::regular()));
    assert_from(mono, Face::BOLD, 'a', dejavu::sans_mono::regular());
    assert_from(mono, Face::BOLD, '\u{1d7ce}', dejavu::sans::bold());
    assert_eq!(mono.glyph(Face::REGULAR, 'i').1.advance, 1233.0 / 2048.0);
}

#[test]
fn bytes_that_are_no_font_are_refused() {
    let serif = dejavu::serif::regular();
    for bytes in [&b"no font"[..], b"", &serif[..2000], &serif[..serif.len() / 2]] {
        let length = bytes.len();
        let family = FontFamily::from_bytes(dejavu::serif::regular()).italic(bytes);
        let message = family.check("Style", "font").expect_err("no font").to_string();
        let said = format!("Style, `font`: {length} bytes that are not a TrueType or OpenType");
        assert!(message.starts_with(&said), "{message}");
        let style = Style { font: family, ..Style::default() };
        assert!(style.check().is_err());
    }
}

#[test]
fn a_font_needs_neither_kerning_nor_line_metrics() {
    let mut bytes = dejavu::serif::regular().to_vec();
    let mut hide = |table: &[u8; 4], other: &[u8; 4]| {
        let at = bytes.windows(4).position(|tag| tag == table).expect("a table");
        bytes[at..at + 4].copy_from_slice(other);
    };
    hide(b"kern", b"kero");
    hide(b"OS/2", b"OS/3");
    let family = complete(&FontFamily::from_bytes(bytes));
    let [(file, a), (_, v)] = ['A', 'V'].map(|letter| family.glyph(Face::REGULAR, letter));
    assert_eq!(file.kerning(a.id, v.id), 0.0);
    let line = family.line(Face::REGULAR);
    // as high as its letters
    assert!((0.7..0.8).contains(&line.ascent) && (0.2..0.3).contains(&line.descent), "{line:?}");
}

/// A font of the folder `tests/fonts`.
macro_rules! font {
    ($name:literal) => {
        &include_bytes!(concat!("../../../../tests/fonts/", $name))[..]
    };
}

#[test]
fn variable_letters_are_as_heavy_and_as_slanted_as_is_asked_for() {
    let family = complete(&FontFamily::from_bytes(font!("varied.ttf")));
    let bar = |weight, style| {
        let face = Face { weight: OneOf::<Weight>::choice(weight).expect("a weight"), style };
        let (file, glyph) = family.glyph(face, 'I');
        let ink = crate::text::font::GlyphCache::default().outline(file, glyph.id, 1000.0, false);
        let ink = vello_cpu::kurbo::Shape::bounding_box(&*ink.path);
        [ink.width() * 1000.0, glyph.advance * 1000.0].map(f64::round)
    };
    let upright = FontStyle::Normal;
    assert_eq!(bar(400, upright), [100.0, 500.0]);
    assert_eq!(bar(650, upright), [200.0, 550.0]);
    assert_eq!(bar(900, upright), [300.0, 600.0]);
    assert_eq!(bar(1000, upright), [300.0, 600.0]);
    assert_eq!(bar(250, upright), [80.0, 500.0]);
    assert_eq!(bar(1, upright), [60.0, 500.0]);
    assert_eq!(bar(400, FontStyle::Italic), [220.0, 500.0]);
    assert_eq!(bar(900, FontStyle::Italic), [420.0, 600.0]);
    // one of each
    let file = |face| family.file(face);
    assert!(std::ptr::eq(file(Face::BOLD), file(Face::BOLD)));
    assert_eq!(file(Face::REGULAR).bytes, font!("varied.ttf"));
}

#[test]
fn a_font_that_does_not_vary_is_neither_slanted_nor_thickened() {
    let family = complete(&FontFamily::from_bytes(font!("faces-regular.ttf")));
    for face in [Face::BOLD, Face::ITALIC, Face::BOLD_ITALIC] {
        assert!(std::ptr::eq(family.file(face), family.file(Face::REGULAR)), "{face:?}");
    }
    let three = FontFamily::from_bytes(font!("faces-regular.ttf"))
        .and(font!("faces-bold.ttf"))
        .and(font!("faces-italic.ttf"));
    let three = complete(&three);
    let advance = |face| three.glyph(face, '\u{13a0}').1.advance;
    assert_eq!([Face::REGULAR, Face::BOLD, Face::ITALIC].map(advance), [0.6, 0.7, 0.65]);
}

#[test]
fn fonts_of_a_collection_are_told_apart() {
    let bytes = font!("regions.ttc");
    let advance = |family: FontFamily| complete(&family).glyph(Face::REGULAR, '漢').1.advance;
    assert_eq!(advance(FontFamily::from_bytes(bytes)), 0.9);
    assert_eq!(advance(FontFamily::from_collection(bytes, 1)), 1.0);
    assert_ne!(FontFamily::from_collection(bytes, 0), FontFamily::from_collection(bytes, 1));
    let error =
        |family: FontFamily| family.check("Style", "font").expect_err("no font").to_string();
    let none = error(FontFamily::from_collection(bytes, 2));
    assert_eq!(none, "Style, `font`: there is no font 2 in it: it has 2 fonts, from 0");
    let none = error(FontFamily::from_collection(font!("outlines.otf"), 1));
    assert_eq!(none, "Style, `font`: there is no font 1 in it: it has 1 font, from 0");
}

#[test]
fn postscript_outlines_are_drawn() {
    let family = complete(&FontFamily::from_bytes(font!("outlines.otf")));
    let glyph = family.glyph(Face::REGULAR, '龘').1;
    assert_eq!((glyph.advance, glyph.ascent, glyph.descent), (1.0, 0.7, 0.0));
}

#[test]
fn letters_in_colour_are_drawn_where_they_have_outlines() {
    let family = complete(&FontFamily::from_bytes(font!("colored.ttf")));
    let family = Families { system: false, ..family };
    assert_from(family, Face::REGULAR, '\u{1f680}', font!("colored.ttf"));
    assert_from(family, Face::REGULAR, '\u{1f469}', dejavu::sans::regular());
    assert_eq!(family.glyph(Face::REGULAR, '\u{1f469}').1.id, skrifa::GlyphId::NOTDEF);
    let pictures = FontFamily::from_bytes(font!("pictures.ttf"));
    let message = pictures.check("Style", "font").expect_err("no outlines").to_string();
    assert!(
        message.starts_with("Style, `font`: it has pictures in place of outlines"),
        "{message}"
    );
}

#[test]
fn damaged_fonts_do_no_harm() {
    let fonts = [
        font!("varied.ttf"),
        font!("outlines.otf"),
        font!("regions.ttc"),
        font!("colored.ttf"),
        font!("pictures.ttf"),
    ];
    let mut state = 1_u64;
    let mut chance = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for font in fonts {
        for _ in 0..600 {
            let mut bytes = font.to_vec();
            for _ in 0..=chance(8) {
                let at = chance(bytes.len());
                bytes[at] = [0, 1, 0x7f, 0x80, 0xff, bytes[at] ^ 1][chance(6)];
            }
            bytes.truncate(if chance(2) == 0 { bytes.len() } else { chance(bytes.len()) });
            let Ok(file) = FontFile::read(bytes.into(), chance(3) as u32 / 2) else { continue };
            let family = complete(&FontFamily::of_files(&[Member {
                face: file.face,
                is_fixed: false,
                file,
            }]));
            let mut fonts = crate::text::Fonts::default();
            for face in [Face::REGULAR, Face::BOLD_ITALIC] {
                let style = crate::text::TextStyle {
                    face,
                    family: Some(family.own),
                    ..crate::text::TextStyle::new(20.0)
                };
                fonts.layout(&style, "II 龘漢あ \u{1f680}\u{200d}\u{1f469}\u{13000}\u{a000}");
            }
        }
    }
}
