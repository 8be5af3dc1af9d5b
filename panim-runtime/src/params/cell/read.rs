//! A cell as what a parameter's type asks for. Text is parsed by that type.

use super::{
    Cell, CellError,
    number::{self, is_missing},
};
use crate::params::json;
use serde::{
    Deserializer,
    de::{IntoDeserializer, Visitor, value},
};

type Result<T> = std::result::Result<T, CellError>;

impl Cell {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) | Cell::Csv(text) | Cell::Quoted(text) => Some(text),
            Cell::Held(it) => it.text(),
            _ => None,
        }
    }

    /// Whether there is nothing in it for an `Option`. In quotes, words mean themselves.
    fn is_none(&self) -> bool {
        match self {
            Cell::Null => true,
            Cell::Csv(text) => is_missing(text),
            Cell::Quoted(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// Whether there is nothing in it for a number.
    pub(super) fn stands_for_nothing(&self) -> bool {
        self.is_none() || self.text().is_some_and(is_missing)
    }

    /// Whether it can be read as a number, or as one that is missing.
    pub(crate) fn is_number(&self) -> bool {
        self.float().is_some()
    }

    /// Whether it is a number beyond all floats.
    fn is_too_large(&self) -> bool {
        self.text().is_some_and(|text| text.trim().parse::<f64>().is_ok_and(f64::is_infinite))
    }

    /// Whether it is a number beyond all whole ones.
    fn is_beyond_all_ints(&self) -> bool {
        self.is_too_large() || self.float().is_some_and(|it| it.is_finite() && it.abs() > 1.7e38)
    }

    fn float(&self) -> Option<f64> {
        match self {
            // A missing number draws a gap.
            _ if self.stands_for_nothing() => Some(f64::NAN),
            Cell::Int(it) => Some(*it as f64),
            Cell::UInt(it) => Some(*it as f64),
            Cell::Float(it) => Some(*it),
            Cell::Number(text) | Cell::Text(text) | Cell::Csv(text) | Cell::Quoted(text) => {
                number::float(text)
            }
            _ => None,
        }
    }

    fn int(&self) -> Option<i128> {
        match self {
            Cell::Int(it) => Some((*it).into()),
            Cell::UInt(it) => Some((*it).into()),
            Cell::Number(text) | Cell::Text(text) | Cell::Csv(text) | Cell::Quoted(text) => {
                number::whole(text)
            }
            _ => None,
        }
    }

    fn bool(&self) -> Option<bool> {
        if let Cell::Bool(it) = self {
            return Some(*it);
        }
        match self.text().map(|text| text.trim().to_ascii_lowercase()).as_deref() {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => match self.int() {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
        }
    }

    /// Text that holds a list or an object, as JSON: how they stand in a CSV file.
    pub(crate) fn unfolded(self) -> Cell {
        match self.text().map(str::trim) {
            Some(text) if text.starts_with(['[', '{']) => {
                json::read(text.as_bytes()).unwrap_or(self)
            }
            _ => self,
        }
    }

    /// Where nobody says what a number or a CSV cell should be: what it looks like.
    pub(super) fn guessed(self) -> Cell {
        let (Cell::Number(text) | Cell::Csv(text) | Cell::Quoted(text)) = &self else {
            return self;
        };
        let trimmed = text.trim();
        if trimmed.is_empty() {
            Cell::Null
        } else if let Ok(it) = trimmed.parse() {
            Cell::Int(it)
        } else if let Ok(it) = trimmed.parse() {
            Cell::UInt(it)
        } else if let Some(it) = number::float(trimmed) {
            Cell::Float(it)
        } else if let Ok(it) = trimmed.to_ascii_lowercase().parse() {
            Cell::Bool(it)
        } else {
            match self.unfolded() {
                Cell::Csv(text) | Cell::Quoted(text) => Cell::Text(text),
                nested => nested,
            }
        }
    }

    fn visit_whole<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let it = self.int().ok_or_else(|| match self.is_beyond_all_ints() {
            true => self.is_not("a whole number: the largest are about 1.7e38"),
            false => self.is_not("a whole number"),
        })?;
        // The visitor knows its type's range and refuses what is outside.
        match (i64::try_from(it), u64::try_from(it)) {
            (Ok(it), _) => visitor.visit_i64(it),
            (_, Ok(it)) => visitor.visit_u64(it),
            _ => visitor.visit_i128(it),
        }
    }
}

/// Fields whose names are read as what the keys of a map are to be, numbers as well.
fn keyed(fields: Vec<(String, Cell)>) -> impl Iterator<Item = (Cell, Cell)> {
    fields.into_iter().map(|(name, cell)| (Cell::Text(name), cell))
}

impl IntoDeserializer<'_, CellError> for Cell {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! whole_numbers {
    ($($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.visit_whole(visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for Cell {
    type Error = CellError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.guessed() {
            Cell::Null => visitor.visit_unit(),
            Cell::Bool(it) => visitor.visit_bool(it),
            Cell::Int(it) => visitor.visit_i64(it),
            Cell::UInt(it) => visitor.visit_u64(it),
            Cell::Float(it) => visitor.visit_f64(it),
            Cell::Number(it) | Cell::Text(it) | Cell::Csv(it) | Cell::Quoted(it) => {
                visitor.visit_string(it)
            }
            Cell::List(cells) => {
                value::SeqDeserializer::new(cells.into_iter()).deserialize_any(visitor)
            }
            Cell::Fields(fields) => {
                value::MapDeserializer::new(keyed(fields)).deserialize_any(visitor)
            }
            Cell::Held(it) => it.deserialize_any(visitor),
        }
    }

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let it = self.float().ok_or_else(|| match self.is_too_large() {
            true => self.is_not("a number: the largest are about 1.8e308"),
            false => self.is_not("a number"),
        })?;
        visitor.visit_f64(it)
    }
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.float().is_some_and(|it| it.is_finite() && (it as f32).is_infinite()) {
            return Err(self.is_not("an `f32`: the largest are about 3.4e38"));
        }
        self.deserialize_f64(visitor)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.bool().ok_or_else(|| self.is_not("true or false"))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self {
            Cell::Null => visitor.visit_str(""),
            Cell::Text(text) | Cell::Csv(text) | Cell::Quoted(text) => visitor.visit_string(text),
            other => Err(other.is_not("text")),
        }
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_string(visitor)
    }
    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_string(visitor)
    }
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_none() { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_none() { visitor.visit_unit() } else { Err(self.is_not("empty")) }
    }
    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if let Some(variant) = self.text().filter(|text| variants.contains(text)) {
            return visitor.visit_enum(variant.into_deserializer());
        }
        match self.unfolded() {
            Cell::Text(variant) | Cell::Csv(variant) | Cell::Quoted(variant) => {
                visitor.visit_enum(variant.trim().into_deserializer())
            }
            Cell::Fields(fields) => visitor.visit_enum(value::MapAccessDeserializer::new(
                value::MapDeserializer::new(keyed(fields)),
            )),
            other => Err(other.is_not(&format!("one of `{}`", variants.join("`, `")))),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.unfolded() {
            list @ Cell::List(_) => list.deserialize_any(visitor),
            other => Err(other.is_not("a list")),
        }
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }
    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.unfolded() {
            object @ Cell::Fields(_) => object.deserialize_any(visitor),
            other => Err(other.is_not("an object")),
        }
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.unfolded() {
            // serde's structs come as lists too
            list @ Cell::List(_) => list.deserialize_any(visitor),
            other => other.deserialize_map(visitor),
        }
    }
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}
