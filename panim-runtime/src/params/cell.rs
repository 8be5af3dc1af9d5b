//! One value in a file of parameters: what stands between serde and both JSON and CSV.
//!
//! JSON knows no NaN and no infinity, so they are written as text; a number is read from text too,
//! which is what a CSV cell is.

mod error;
mod read;
mod write;

pub(crate) use error::CellError;
pub(crate) use write::CellWriter;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use std::fmt;

/// A value, and the fields of an object in the order they came.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Null,
    Bool(bool),
    Int(i64),
    UInt(u64),
    Float(f64),
    Text(String),
    /// A cell of a CSV file: what it is depends on what is asked for.
    Csv(String),
    List(Vec<Cell>),
    Fields(Vec<(String, Cell)>),
}

impl Cell {
    /// As a cell of a CSV file: lists and objects as JSON.
    pub(crate) fn to_csv(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(it) => it.to_string(),
            Self::Int(it) => it.to_string(),
            Self::UInt(it) => it.to_string(),
            // The shortest text that reads back as the same number, NaN and infinities included.
            Self::Float(it) => format!("{it:?}"),
            Self::Text(it) | Self::Csv(it) => it.clone(),
            Self::List(_) | Self::Fields(_) => self.to_json(),
        }
    }

    pub(crate) fn to_json(&self) -> String {
        // Writing to memory with text keys: nothing in it can fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(it) => to.serialize_bool(*it),
            Self::Int(it) => to.serialize_i64(*it),
            Self::UInt(it) => to.serialize_u64(*it),
            Self::Float(it) if it.is_finite() => to.serialize_f64(*it),
            Self::Float(it) => to.collect_str(it),
            Self::Text(it) | Self::Csv(it) => to.serialize_str(it),
            Self::List(it) => to.collect_seq(it),
            Self::Fields(it) => to.collect_map(it.iter().map(|(name, cell)| (name, cell))),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyCell)
    }
}

struct AnyCell;

impl<'de> Visitor<'de> for AnyCell {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Null)
    }
    fn visit_bool<E>(self, it: bool) -> Result<Cell, E> {
        Ok(Cell::Bool(it))
    }
    fn visit_i64<E>(self, it: i64) -> Result<Cell, E> {
        Ok(Cell::Int(it))
    }
    fn visit_u64<E>(self, it: u64) -> Result<Cell, E> {
        Ok(Cell::UInt(it))
    }
    fn visit_f64<E>(self, it: f64) -> Result<Cell, E> {
        Ok(Cell::Float(it))
    }
    fn visit_str<E>(self, it: &str) -> Result<Cell, E> {
        Ok(Cell::Text(it.into()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Cell, A::Error> {
        let mut cells = Vec::new();
        while let Some(cell) = from.next_element()? {
            cells.push(cell);
        }
        Ok(Cell::List(cells))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Cell, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = from.next_entry()? {
            fields.push(field);
        }
        Ok(Cell::Fields(fields))
    }
}
