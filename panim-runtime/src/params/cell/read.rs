//! A cell as what a parameter's type asks for. Text is parsed by that type.

use super::{Cell, CellError};
use serde::{
    Deserializer,
    de::{IntoDeserializer, Visitor, value},
};

type Result<T> = std::result::Result<T, CellError>;

impl Cell {
    fn is_not(&self, wanted: &str) -> CellError {
        CellError::new(match self {
            _ if self.is_empty() => format!("it is empty, not {wanted}"),
            Cell::Text(text) | Cell::Csv(text) => format!("`{text}` is not {wanted}"),
            other => format!("`{}` is not {wanted}", other.to_json()),
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Cell::Null) || matches!(self, Cell::Csv(text) if text.trim().is_empty())
    }

    fn float(&self) -> Option<f64> {
        match self {
            // A missing number draws a gap.
            _ if self.is_empty() => Some(f64::NAN),
            Cell::Int(it) => Some(*it as f64),
            Cell::UInt(it) => Some(*it as f64),
            Cell::Float(it) => Some(*it),
            Cell::Text(text) | Cell::Csv(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    fn int(&self) -> Option<i128> {
        match self {
            Cell::Int(it) => Some((*it).into()),
            Cell::UInt(it) => Some((*it).into()),
            Cell::Float(it) => whole(*it),
            Cell::Text(text) | Cell::Csv(text) => {
                let text = text.trim();
                text.parse().ok().or_else(|| text.parse().ok().and_then(whole))
            }
            _ => None,
        }
    }

    fn bool(&self) -> Option<bool> {
        match self {
            Cell::Bool(it) => Some(*it),
            Cell::Text(text) | Cell::Csv(text) => {
                let text = text.trim();
                if text.eq_ignore_ascii_case("true") || text == "1" {
                    return Some(true);
                }
                (text.eq_ignore_ascii_case("false") || text == "0").then_some(false)
            }
            Cell::Int(..) | Cell::UInt(..) => match self.int() {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
            _ => None,
        }
    }

    /// Text that holds a list or an object, as JSON: how they stand in a CSV file.
    pub(crate) fn unfolded(self) -> Cell {
        let (Cell::Text(text) | Cell::Csv(text)) = &self else { return self };
        if !text.trim_start().starts_with(['[', '{']) {
            return self;
        }
        serde_json::from_str(text).unwrap_or(self)
    }

    /// Where nobody says what a CSV cell should be: what it looks like.
    fn guessed(self) -> Cell {
        let Cell::Csv(text) = &self else { return self };
        let trimmed = text.trim();
        if trimmed.is_empty() {
            Cell::Null
        } else if let Ok(it) = trimmed.parse() {
            Cell::Int(it)
        } else if let Ok(it) = trimmed.parse() {
            Cell::Float(it)
        } else if let Ok(it) = trimmed.to_ascii_lowercase().parse() {
            Cell::Bool(it)
        } else {
            match self.unfolded() {
                Cell::Csv(text) => Cell::Text(text),
                nested => nested,
            }
        }
    }

    fn visit_whole<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let it = self.int().ok_or_else(|| self.is_not("a whole number"))?;
        // The visitor knows its type's range and refuses what is outside.
        match (i64::try_from(it), u64::try_from(it)) {
            (Ok(it), _) => visitor.visit_i64(it),
            (_, Ok(it)) => visitor.visit_u64(it),
            _ => visitor.visit_i128(it),
        }
    }
}

/// Tables often hold whole numbers as `3.0`; this far a float is exact as one.
fn whole(it: f64) -> Option<i128> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (it.fract() == 0.0 && it.abs() <= EXACT).then_some(it as i128)
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
            Cell::Text(it) | Cell::Csv(it) => visitor.visit_string(it),
            Cell::List(cells) => {
                value::SeqDeserializer::new(cells.into_iter()).deserialize_any(visitor)
            }
            Cell::Fields(fields) => {
                value::MapDeserializer::new(fields.into_iter()).deserialize_any(visitor)
            }
        }
    }

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f64(self.float().ok_or_else(|| self.is_not("a number"))?)
    }
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_f64(visitor)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.bool().ok_or_else(|| self.is_not("true or false"))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self {
            Cell::Null => visitor.visit_str(""),
            Cell::Text(text) | Cell::Csv(text) => visitor.visit_string(text),
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
        if self.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_empty() { visitor.visit_unit() } else { Err(self.is_not("empty")) }
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
        match self.unfolded() {
            Cell::Text(variant) | Cell::Csv(variant) => {
                visitor.visit_enum(variant.trim().into_deserializer())
            }
            Cell::Fields(fields) => visitor.visit_enum(value::MapAccessDeserializer::new(
                value::MapDeserializer::new(fields.into_iter()),
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
