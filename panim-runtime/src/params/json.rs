//! JSON as people's programs write it: with NaN and Infinity, which Python writes and the standard
//! does not know, with numbers that no float holds, and without a name that stands twice.

use super::cell::Cell;
use panim_figure::__private::quoted;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::HashSet, fmt};

/// Why it could not be read.
#[derive(Debug)]
pub(crate) struct JsonError {
    pub(crate) message: String,
    /// Where, from 1.
    pub(crate) character: usize,
    /// It ends too early.
    pub(crate) is_cut: bool,
}

type Result<T> = std::result::Result<T, JsonError>;

/// Lists in lists, at most.
pub(crate) const DEEPEST: usize = 100;

/// One value.
pub(crate) fn read(text: &[u8]) -> Result<Cell> {
    let text = str::from_utf8(text).map_err(|error| JsonError {
        message: "invalid unicode code point".into(),
        character: error.valid_up_to() + 1,
        is_cut: false,
    })?;
    let (strict, moved) = strict(text);
    JsonText { whole: &strict }.value(&strict, 0).map_err(|mut error| {
        for (at, longer) in moved.iter().rev() {
            if error.character > *at {
                error.character = error.character.saturating_add_signed(-longer);
            }
        }
        let before = text.char_indices().take_while(|(at, _)| at + 1 < error.character);
        error.character = 1 + before.count();
        error
    })
}

/// The text with NaN as null, and infinities as the text that stands for them; where that was, and by
/// how much the text is longer from there.
fn strict(text: &str) -> (Cow<'_, str>, Vec<(usize, isize)>) {
    if !text.contains("NaN") && !text.contains("Infinity") {
        return (text.into(), Vec::new());
    }
    let words = [("NaN", "null"), ("-Infinity", "\"-inf\""), ("Infinity", "\"inf\"")];
    let (mut strict, mut moved) = (String::with_capacity(text.len() + 8), Vec::new());
    let (mut rest, mut in_text) = (text, false);
    while let Some(next) = rest.chars().next() {
        if !in_text
            && let Some((word, known)) = words.iter().find(|(word, _)| rest.starts_with(word))
        {
            moved.push((strict.len(), known.len() as isize - word.len() as isize));
            strict.push_str(known);
            rest = &rest[word.len()..];
            continue;
        }
        let length = match next {
            '\\' if in_text => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => next.len_utf8(),
        };
        in_text ^= next == '"';
        strict.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    (strict.into(), moved)
}

struct JsonText<'t> {
    whole: &'t str,
}

impl<'t> JsonText<'t> {
    /// A part of the whole.
    fn value(&self, text: &'t str, depth: usize) -> Result<Cell> {
        if depth > DEEPEST {
            return Err(
                self.wrong(text, format!("more than {DEEPEST} lists or objects in each other"))
            );
        }
        match text.trim_ascii_start().as_bytes().first() {
            Some(b'{') => {
                let Fields(fields) = self.parse(text)?;
                let mut names = HashSet::new();
                if let Some((name, _)) =
                    fields.iter().find(|(name, _)| !names.insert(name.as_str()))
                {
                    return Err(
                        self.wrong(text, format!("`{}` stands twice in the object", quoted(name)))
                    );
                }
                let field = |(name, value): (String, &'t RawValue)| {
                    Ok((name, self.value(value.get(), depth + 1)?))
                };
                fields.into_iter().map(field).collect::<Result<_>>().map(Cell::Fields)
            }
            Some(b'[') => {
                let values: Vec<&'t RawValue> = self.parse(text)?;
                let values = values.into_iter().map(|value| self.value(value.get(), depth + 1));
                values.collect::<Result<_>>().map(Cell::List)
            }
            Some(b'"') => self.parse(text).map(Cell::Text),
            Some(b'-' | b'0'..=b'9') => {
                let number: &'t RawValue = self.parse(text)?;
                self.number(number.get())
            }
            _ => Ok(self.parse::<Option<bool>>(text)?.map_or(Cell::Null, Cell::Bool)),
        }
    }

    /// Whole numbers and fractions at once; as it is written, if a float may not be all of it.
    fn number(&self, text: &'t str) -> Result<Cell> {
        if text == "-0" {
            return Ok(Cell::Float(-0.0));
        } else if let Ok(it) = text.parse() {
            return Ok(Cell::Int(it));
        } else if let Ok(it) = text.parse() {
            return Ok(Cell::UInt(it));
        }
        match text.parse::<f64>() {
            Ok(it) if it.is_finite() && it.fract() != 0.0 => Ok(Cell::Float(it)),
            Ok(it) if it.is_finite() => Ok(Cell::Number(text.into())),
            _ => Err(self.wrong(text, "number out of range".into())),
        }
    }

    fn parse<T: Deserialize<'t>>(&self, text: &'t str) -> Result<T> {
        serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            // A cell of a CSV file may have lines.
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = match message.strip_suffix(&place).unwrap_or(&message) {
                "expected value" | "expected ident" => no_value(text, error.column()),
                "key must be a string" => "a name without double quotes".into(),
                other => other.to_owned(),
            };
            let character = self.offset(text) + error.column();
            JsonError { message, character, is_cut: error.is_eof() }
        })
    }

    fn wrong(&self, text: &'t str, message: String) -> JsonError {
        JsonError { message, character: self.offset(text) + 1, is_cut: false }
    }

    fn offset(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.whole.as_ptr() as usize
    }
}

/// What stands where a value should, at a byte, from 1.
fn no_value(text: &str, byte: usize) -> String {
    let is_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '.' | '+' | '-');
    let (before, after) = text.split_at_checked(byte.saturating_sub(1)).unwrap_or((text, ""));
    let start = before.trim_end_matches(is_word).len();
    let end = after.find(|char| !is_word(char)).unwrap_or(after.len());
    match &text[start..before.len() + end] {
        "" if after.starts_with('\'') => "text without double quotes".into(),
        "" => "no JSON value".into(),
        word => format!("no JSON value: `{}`", quoted(word)),
    }
}

/// An object's fields in the order they came, doubles included.
struct Fields<'t>(Vec<(String, &'t RawValue)>);

impl<'de: 't, 't> Deserialize<'de> for Fields<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct AllFields;
        impl<'de> Visitor<'de> for AllFields {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(
                self,
                mut from: A,
            ) -> std::result::Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = from.next_entry()? {
                    fields.push(field);
                }
                Ok(fields)
            }
        }
        from.deserialize_map(AllFields).map(Self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn list(text: &str) -> Vec<Cell> {
        match read(text.as_bytes()).unwrap() {
            Cell::List(cells) => cells,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn numbers_are_exact() {
        let text = "[1, -0, 18446744073709551615, 0.1, 3.0, 9007199254740993.0, 1e3, -12345678901234567890]";
        let number = |text: &str| Cell::Number(text.into());
        let expected = [
            Cell::Int(1),
            Cell::Float(-0.0),
            Cell::UInt(u64::MAX),
            Cell::Float(0.1),
            number("3.0"),
            number("9007199254740993.0"),
            number("1e3"),
            number("-12345678901234567890"),
        ];
        assert_eq!(list(text), expected);
    }

    #[test]
    fn what_python_writes_is_read() {
        let cells = list("[NaN, -Infinity, Infinity, \"NaN\", \"a\\\"NaN\", null, {\"NaN\": NaN}]");
        let text = |text: &str| Cell::Text(text.into());
        let object = Cell::Fields(vec![("NaN".into(), Cell::Null)]);
        let expected = [
            Cell::Null,
            text("-inf"),
            text("inf"),
            text("NaN"),
            text("a\"NaN"),
            Cell::Null,
            object,
        ];
        assert_eq!(cells, expected);
    }

    #[test]
    fn mistakes_stand_at_their_character() {
        let error = |text: &str| {
            let JsonError { message, character, .. } = read(text.as_bytes()).unwrap_err();
            (message, character)
        };
        assert_eq!(error("{\"amp\": 1,}").1, 11);
        assert_eq!(error("{\"x\": NaN, \"y\": -Infinity, \"amp\": 1,}").1, 37);
        assert_eq!(error("[1, [2, 1e400]]"), ("number out of range".into(), 9));
        assert_eq!(error("[[{\"a\": 1, \"a\": 2}]]"), ("`a` stands twice in the object".into(), 3));
        assert_eq!(error("[nan]").1, 3);
        assert!(read(b"{").unwrap_err().is_cut);
        assert!(read(&b"[".repeat(100_000)).is_err());
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(deep.as_bytes()).unwrap_err().message.starts_with("more than 100 lists"));
    }
}
