//! One value in a file of parameters: what stands between serde and both JSON and CSV.
//!
//! JSON knows no NaN and no infinity, so they are written as text; a number is read from text too,
//! which is what a CSV cell is.

mod error;
mod number;
mod read;
mod told;
mod write;

pub(crate) use error::CellError;
pub(crate) use number::is_missing;
pub(crate) use write::CellWriter;

use serde::{Serialize, Serializer};

/// A value, and the fields of an object in the order they came.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Null,
    Bool(bool),
    Int(i64),
    UInt(u64),
    Float(f64),
    /// A number as it is written.
    Number(String),
    Text(String),
    /// A cell of a CSV file: what it is depends on what is asked for.
    Csv(String),
    /// The same in quotes: words that stand for a missing value mean themselves in it.
    Quoted(String),
    List(Vec<Cell>),
    Fields(Vec<(String, Cell)>),
    /// What was in an `Option` or in an enum, and would be read as something else without it.
    Held(Box<Cell>),
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
            Self::Number(it) | Self::Text(it) | Self::Csv(it) | Self::Quoted(it) => it.clone(),
            Self::List(_) | Self::Fields(_) => self.to_json(),
            Self::Held(it) => it.to_csv(),
        }
    }

    /// How many lists and objects are in each other.
    pub(crate) fn depth(&self) -> usize {
        let deepest = |cells: &mut dyn Iterator<Item = &Self>| {
            cells.map(Self::depth).max().unwrap_or_default() + 1
        };
        match self {
            Self::List(cells) => deepest(&mut cells.iter()),
            Self::Fields(fields) => deepest(&mut fields.iter().map(|(_, cell)| cell)),
            Self::Held(it) => it.depth(),
            _ => 0,
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
            Self::Number(it) | Self::Text(it) | Self::Csv(it) | Self::Quoted(it) => {
                to.serialize_str(it)
            }
            Self::List(it) => to.collect_seq(it),
            Self::Fields(it) => to.collect_map(it.iter().map(|(name, cell)| (name, cell))),
            Self::Held(it) => it.serialize(to),
        }
    }
}
