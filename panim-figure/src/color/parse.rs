//! Colours from text.

use super::{CYCLE, Color, ColorError, names::CSS_COLORS};
use crate::base::nearest::nearest;
use std::{borrow::Cow, str::FromStr};

/// The single letters of matplotlib, which are not the CSS colours of the same initials.
const LETTERS: [(&str, [u8; 3]); 8] = [
    ("b", [0, 0, 255]),
    ("g", [0, 128, 0]),
    ("r", [255, 0, 0]),
    ("c", [0, 191, 191]),
    ("m", [191, 0, 191]),
    ("y", [191, 191, 0]),
    ("k", [0, 0, 0]),
    ("w", [255, 255, 255]),
];

impl FromStr for Color {
    type Err = ColorError;

    /// Reads a colour in any of the forms listed at [`Color`].
    fn from_str(text: &str) -> Result<Self, ColorError> {
        let name = text.trim();
        let error = |hint| ColorError::new(text, hint);
        if name.starts_with('#') {
            return css(name)
                .ok_or_else(|| error(Some("a hex color has 3, 4, 6 or 8 digits".into())));
        }
        if let Ok(grey) = name.parse::<f64>() {
            return gray(grey).ok_or_else(|| error(Some("a gray is between 0 and 1".into())));
        }
        named(name).ok_or_else(|| error(suggestion(name)))
    }
}

impl TryFrom<&str> for Color {
    type Error = ColorError;

    fn try_from(text: &str) -> Result<Self, ColorError> {
        text.parse()
    }
}

fn named(name: &str) -> Option<Color> {
    if name.eq_ignore_ascii_case("none") {
        return Some(Color::TRANSPARENT);
    }
    let rgb = match name.strip_prefix("tab:") {
        Some(name) => look_up(&CYCLE, &name.replace("grey", "gray")),
        None => look_up(&LETTERS, name).or_else(|| numbered(name)).or_else(|| css_name(name)),
    };
    // The parser would take any word of hex digits, as "fade" or "bad".
    let is_css = name.contains('(') || name.eq_ignore_ascii_case("transparent");
    rgb.map(Color::from).or_else(|| if is_css { css(name) } else { None })
}

fn css_name(name: &str) -> Option<[u8; 3]> {
    CSS_COLORS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, rgb)| *rgb)
}

fn look_up(colors: &[(&str, [u8; 3])], name: &str) -> Option<[u8; 3]> {
    colors.iter().find(|(known, _)| *known == name).map(|(_, rgb)| *rgb)
}

/// `C0`, `C1`, .. Ten of them repeat, so the last digit tells which.
fn numbered(name: &str) -> Option<[u8; 3]> {
    let digits = name.strip_prefix('C')?.as_bytes();
    let last = digits.last().filter(|_| digits.iter().all(u8::is_ascii_digit))?;
    Some(CYCLE[usize::from(last - b'0')].1)
}

fn gray(value: f64) -> Option<Color> {
    (0.0..=1.0).contains(&value).then(|| Color::from([(value * 255.0).round() as u8; 3]))
}

fn css(text: &str) -> Option<Color> {
    let color = csscolorparser::parse(&without_name(text)).ok()?;
    let [red, green, blue, _] = color.to_rgba8();
    Some(Color::rgba(red, green, blue, color.a.into()))
}

/// The name of the colour that another is made from, `rgb(from red r g b)`, as digits: the parser is built
/// without its table of names, which would take eight crates.
fn without_name(text: &str) -> Cow<'_, str> {
    let mut words = text.splitn(3, char::is_whitespace);
    let (Some(begin), Some(name), Some(rest)) = (words.next(), words.next(), words.next()) else {
        return text.into();
    };
    let from = begin.rsplit('(').next().unwrap_or_default();
    match css_name(name).filter(|_| from.eq_ignore_ascii_case("from")) {
        Some([red, green, blue]) => {
            format!("{begin} #{red:02x}{green:02x}{blue:02x} {rest}").into()
        }
        None => text.into(),
    }
}

/// The colour whose name is nearest to `name`, if one is near.
fn suggestion(name: &str) -> Option<String> {
    let css = CSS_COLORS.iter().map(|(name, _)| (*name).to_owned());
    let tab = CYCLE.iter().map(|(name, _)| format!("tab:{name}"));
    let numbered = (0..CYCLE.len()).map(|i| format!("C{i}"));
    let letters = LETTERS.iter().map(|(letter, _)| (*letter).to_owned());
    let words = ["none", "transparent"].map(str::to_owned);
    let all = css.chain(tab).chain(numbered).chain(letters).chain(words);
    nearest(name, all).map(|known| format!("did you mean {known:?}?"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rgba(text: &str) -> [u8; 4] {
        text.parse::<Color>().unwrap().to_rgba8()
    }

    fn message(text: &str) -> String {
        text.parse::<Color>().unwrap_err().to_string()
    }

    #[test]
    fn every_form_is_read() {
        assert_eq!(rgba("steelblue"), [70, 130, 180, 255]);
        assert_eq!(rgba(" SteelBlue "), [70, 130, 180, 255]);
        assert_eq!(rgba("#abc"), [0xaa, 0xbb, 0xcc, 255]);
        assert_eq!(rgba("#1F77b4"), [0x1f, 0x77, 0xb4, 255]);
        assert_eq!(rgba("#1f77b480"), [0x1f, 0x77, 0xb4, 128]);
        assert_eq!(rgba("rgb(70 130 180 / 50%)"), [70, 130, 180, 128]);
        assert_eq!(rgba("hsl(120, 100%, 25%)"), [0, 128, 0, 255]);
        assert_eq!(rgba("C1"), [0xff, 0x7f, 0x0e, 255]);
        assert_eq!(rgba("tab:orange"), rgba("C1"));
        assert_eq!(rgba("tab:grey"), rgba("tab:gray"));
        assert_eq!(rgba("k"), [0, 0, 0, 255]);
        assert_eq!(rgba("g"), [0, 128, 0, 255]);
        assert_eq!(rgba("0.5"), [128, 128, 128, 255]);
        assert_eq!(rgba("1"), [255; 4]);
        assert_eq!(rgba("None"), [0; 4]);
        assert_eq!(rgba("transparent"), [0; 4]);
    }

    #[test]
    fn every_css_name_is_its_own_color() {
        use vello_cpu::peniko::color::{AlphaColor, Srgb, parse_color};
        assert!(CSS_COLORS.is_sorted_by(|a, b| a.0 < b.0));
        for (name, [red, green, blue]) in CSS_COLORS {
            assert_eq!(rgba(name), [red, green, blue, 255]);
            assert_eq!(rgba(&name.to_uppercase()), rgba(name));
            // which knows American greys alone
            let known = parse_color(&name.replace("grey", "gray")).unwrap();
            let known: AlphaColor<Srgb> = known.to_alpha_color();
            assert_eq!(rgba(name), known.to_rgba8().to_u8_array(), "{name}");
        }
    }

    #[test]
    fn a_color_is_made_from_another_by_its_name() {
        assert_eq!(rgba("rgb(from steelblue r g b / 0.5)"), [70, 130, 180, 128]);
        assert_eq!(rgba("RGB(FROM Red 0 g b)"), rgba("black"));
        assert_eq!(rgba("rgb(from #abc r g b)"), rgba("#abc"));
        assert!("rgb(from nothing r g b)".parse::<Color>().is_err());
    }

    #[test]
    fn the_numbered_colors_wrap_at_any_length() {
        assert_eq!(rgba("C10"), rgba("C0"));
        assert_eq!(rgba("C99999999999999999999999999999999993"), rgba("C3"));
    }

    #[test]
    fn text_and_numbers_make_equal_colors() {
        let text = "rgb(1 2 3 / 30%)".parse::<Color>().unwrap();
        assert_eq!(text, Color::rgba(1, 2, 3, 0.3));
        assert_eq!(Color::try_from("red").unwrap(), Color::rgb(255, 0, 0));
    }

    #[test]
    fn a_near_miss_is_named() {
        for (given, meant) in [
            ("bleu", "blue"),
            ("gren", "green"),
            ("steel blue", "steelblue"),
            ("dark_orange", "darkorange"),
            ("tab:blu", "tab:blue"),
            ("c3", "C3"),
            ("K", "k"),
            ("nnoe", "none"),
        ] {
            assert!(message(given).contains(&format!("did you mean {meant:?}?")), "{given}");
        }
    }

    #[test]
    fn what_is_no_color_is_an_error() {
        for text in
            ["", " ", "C", "C-1", "C1x", "C٣", "tab:", "tab:teal", "x", "fade", "abc123", "é"]
        {
            assert!(text.parse::<Color>().is_err(), "{text:?} was taken");
        }
        assert!(message("#12345").contains("3, 4, 6 or 8 digits"));
        assert!(message("#xyz").contains("3, 4, 6 or 8 digits"));
        for text in ["1.5", "-0.1", "255", "nan", "inf"] {
            assert!(message(text).contains("between 0 and 1"), "{text}");
        }
        assert!(!message("something else altogether").contains("did you mean"));
        assert!(!message(&"blue".repeat(1000)).contains("did you mean"));
    }
}
