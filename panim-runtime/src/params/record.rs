//! One row of a file as the parameters of one frame.
//!
//! A parameter is the column of its name. One that is a struct takes the whole row, unless a column
//! of its name holds an object. Columns that nobody asks for are ignored: tables have them.

use super::cell::{Cell, CellError};
use panim_figure::__private::quoted;
use serde::{
    Deserializer,
    de::{DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor},
    forward_to_deserialize_any,
};

type Result<T> = std::result::Result<T, CellError>;

/// A row: its columns, by name and in their order.
#[derive(Clone, Copy)]
pub(crate) struct Record<'r> {
    pub(crate) columns: &'r [String],
    pub(crate) cells: &'r [Cell],
}

impl Record<'_> {
    /// `P`, a tuple, from the columns called `names`.
    pub(crate) fn read<P: DeserializeOwned>(self, names: &[&str]) -> Result<P> {
        P::deserialize(ParamsDeserializer { names, record: self })
            .map_err(|error| self.told_of(error))
    }

    /// Which columns there are, for a message.
    fn told(self) -> String {
        match self.columns {
            [] => "there are no columns".into(),
            _ => format!("the columns are {}", self.names()),
        }
    }

    /// The columns' names, for a message.
    pub(crate) fn names(self) -> String {
        const MOST: usize = 20;
        let names = self.columns.iter().take(MOST);
        let names: Vec<_> = names.map(|name| format!("`{}`", quoted(name))).collect();
        let more = self.columns.len().saturating_sub(MOST);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        names.join(", ") + &more
    }

    /// An error of what took the whole row, with the column or the columns.
    fn told_of(self, error: CellError) -> CellError {
        if error.column.is_some() {
            return error;
        }
        if error.message.starts_with("missing field") || error.message.starts_with("duplicate") {
            return CellError::new(format!("{}; {}", error.message, self.told()));
        }
        let mut cells = self.columns.iter().zip(self.cells);
        let mut found = || cells.find(|(_, cell)| cell.is_told_in(&error.message));
        match (found(), found()) {
            (Some((column, _)), None) => error.or_in(column),
            _ => error,
        }
    }

    fn get(self, name: &str) -> Option<Cell> {
        let at = self.columns.iter().position(|column| column == name)?;
        self.cells.get(at).cloned()
    }
}

/// All parameters: a tuple, or `()` where there are none.
struct ParamsDeserializer<'r> {
    names: &'r [&'r str],
    record: Record<'r>,
}

impl<'de> Deserializer<'de> for ParamsDeserializer<'_> {
    type Error = CellError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(self)
    }
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for ParamsDeserializer<'_> {
    type Error = CellError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some((name, rest)) = self.names.split_first() else { return Ok(None) };
        self.names = rest;
        seed.deserialize(ParamDeserializer { name, record: self.record }).map(Some)
    }
}

/// One parameter.
struct ParamDeserializer<'r> {
    name: &'r str,
    record: Record<'r>,
}

impl ParamDeserializer<'_> {
    /// The column of its name, or what is to be read in place of it.
    fn column<'de, V: Visitor<'de>>(
        self,
        visitor: V,
        read: impl FnOnce(Cell, V) -> Result<V::Value>,
    ) -> Result<V::Value> {
        let cell = self.record.get(self.name).ok_or_else(|| self.missing())?;
        read(cell, visitor).map_err(|error| error.or_in(self.name))
    }

    fn missing(&self) -> CellError {
        let columns = self.record.told();
        let one = matches!(self.record.columns, [one] if one.contains(char::is_whitespace));
        let hint = if one { "; cells are separated by `,`, `;`, `|` or tabs" } else { "" };
        CellError::new(format!("no column `{}`; {columns}{hint}", self.name))
    }

    fn whole_row<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_map(WholeRow { record: self.record, at: 0 })
    }

    fn struct_or_row<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.record.get(self.name).map(Cell::unfolded) {
            Some(object @ Cell::Fields(_)) => {
                object.deserialize_map(visitor).map_err(|error| error.or_in(self.name))
            }
            _ => self.whole_row(visitor),
        }
    }
}

macro_rules! columns {
    ($($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.column(visitor, Cell::$method)
        })+
    };
}

impl<'de> Deserializer<'de> for ParamDeserializer<'_> {
    type Error = CellError;

    columns! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_seq
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.record.get(self.name) {
            Some(_) => self.column(visitor, Cell::deserialize_any),
            None => self.whole_row(visitor),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.record.get(self.name) {
            Some(_) => self.column(visitor, Cell::deserialize_option),
            None => visitor.visit_none(),
        }
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.struct_or_row(visitor)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.struct_or_row(visitor)
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
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.column(visitor, |cell, visitor| cell.deserialize_enum(name, variants, visitor))
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.column(visitor, Cell::deserialize_seq)
    }
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.column(visitor, Cell::deserialize_seq)
    }
    forward_to_deserialize_any! { unit unit_struct identifier ignored_any }
}

/// The row as a map, for a struct.
struct WholeRow<'r> {
    record: Record<'r>,
    at: usize,
}

impl<'de> MapAccess<'de> for WholeRow<'_> {
    type Error = CellError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(column) = self.record.columns.get(self.at) else { return Ok(None) };
        seed.deserialize(Cell::Text(column.clone())).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let (column, cell) = (&self.record.columns[self.at], &self.record.cells[self.at]);
        self.at += 1;
        seed.deserialize(cell.clone()).map_err(|error| error.or_in(column))
    }
}
