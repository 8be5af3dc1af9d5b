//! A parameter as a cell.

use super::{Cell, CellError};
use panim_figure::__private::quoted;
use serde::{Serialize, Serializer, ser};
use std::collections::HashSet;

type Result<T> = std::result::Result<T, CellError>;

/// Turns any value into a [`Cell`], losing nothing: not the order of fields, not a NaN.
pub(crate) struct CellWriter;

/// A list or an object that is being filled, and the enum variant it belongs to, if any.
pub(crate) struct Filling {
    variant: Option<&'static str>,
    names: Vec<String>,
    cells: Vec<Cell>,
}

impl Filling {
    fn new(variant: Option<&'static str>) -> Self {
        Self { variant, names: Vec::new(), cells: Vec::new() }
    }

    fn add(&mut self, value: &(impl Serialize + ?Sized)) -> Result<()> {
        self.cells.push(value.serialize(CellWriter)?);
        Ok(())
    }

    fn add_named(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<()> {
        self.names.push(name.into());
        self.add(value).map_err(|error| error.or_in(name))
    }

    fn list(self) -> Cell {
        in_variant(self.variant, Cell::List(self.cells))
    }

    fn object(self) -> Cell {
        in_variant(self.variant, Cell::Fields(self.names.into_iter().zip(self.cells).collect()))
    }
}

fn in_variant(variant: Option<&'static str>, content: Cell) -> Cell {
    match variant {
        Some(variant) => Cell::Held(Cell::Fields(vec![(variant.into(), content)]).into()),
        None => content,
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $from:ty => $cell:ident,)+) => {
        $(fn $method(self, it: $from) -> Result<Cell> {
            Ok(Cell::$cell(it.into()))
        })+
    };
}

impl Serializer for CellWriter {
    type Ok = Cell;
    type Error = CellError;
    type SerializeSeq = Filling;
    type SerializeTuple = Filling;
    type SerializeTupleStruct = Filling;
    type SerializeTupleVariant = Filling;
    type SerializeMap = Filling;
    type SerializeStruct = Filling;
    type SerializeStructVariant = Filling;

    whole_numbers! {
        serialize_i8: i8 => Int, serialize_i16: i16 => Int, serialize_i32: i32 => Int,
        serialize_i64: i64 => Int, serialize_u8: u8 => UInt, serialize_u16: u16 => UInt,
        serialize_u32: u32 => UInt, serialize_u64: u64 => UInt, serialize_f32: f32 => Float,
        serialize_f64: f64 => Float, serialize_bool: bool => Bool, serialize_char: char => Text,
        serialize_str: &str => Text,
    }

    fn serialize_i128(self, it: i128) -> Result<Cell> {
        Ok(Cell::Number(it.to_string()))
    }
    fn serialize_u128(self, it: u128) -> Result<Cell> {
        match i128::try_from(it) {
            Ok(it) => self.serialize_i128(it),
            Err(_) => Err(CellError::new(format!("{it} is too large: the most is {}", i128::MAX))),
        }
    }
    fn serialize_bytes(self, bytes: &[u8]) -> Result<Cell> {
        Ok(Cell::List(bytes.iter().map(|&byte| Cell::UInt(byte.into())).collect()))
    }
    fn serialize_none(self) -> Result<Cell> {
        Ok(Cell::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Cell> {
        Ok(match value.serialize(self)? {
            Cell::Null => {
                let message = "an `Option` that holds nothing is read as one that is empty";
                return Err(CellError::new(message));
            }
            // As text, NaN is told from a value that is missing.
            Cell::Float(it) if it.is_nan() => Cell::Text("NaN".into()),
            cell @ (Cell::Text(_) | Cell::Fields(_)) => Cell::Held(cell.into()),
            cell => cell,
        })
    }
    fn serialize_unit(self) -> Result<Cell> {
        Ok(Cell::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<Cell> {
        Ok(Cell::Null)
    }
    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Cell> {
        Ok(Cell::Text(variant.into()))
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Cell> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Cell> {
        Ok(in_variant(Some(variant), value.serialize(self)?))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Filling> {
        Ok(Filling::new(None))
    }
    fn serialize_tuple(self, _: usize) -> Result<Filling> {
        Ok(Filling::new(None))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Filling> {
        Ok(Filling::new(None))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Filling> {
        Ok(Filling::new(Some(variant)))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Filling> {
        Ok(Filling::new(None))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Filling> {
        Ok(Filling::new(None))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Filling> {
        Ok(Filling::new(Some(variant)))
    }
}

macro_rules! lists {
    ($($kind:ident $method:ident,)+) => {
        $(impl ser::$kind for Filling {
            type Ok = Cell;
            type Error = CellError;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.add(value)
            }
            fn end(self) -> Result<Cell> {
                Ok(self.list())
            }
        })+
    };
}
lists! {
    SerializeSeq serialize_element, SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field,
}

macro_rules! objects {
    ($($kind:ident)+) => {
        $(impl ser::$kind for Filling {
            type Ok = Cell;
            type Error = CellError;
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<()> {
                self.add_named(name, value)
            }
            fn end(self) -> Result<Cell> {
                Ok(self.object())
            }
        })+
    };
}
objects! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Filling {
    type Ok = Cell;
    type Error = CellError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        let key = match key.serialize(CellWriter)? {
            Cell::Held(held) if matches!(*held, Cell::Text(_)) => *held,
            key => key,
        };
        match key {
            Cell::List(_) | Cell::Fields(_) | Cell::Held(_) | Cell::Null => {
                Err(CellError::new("a map's keys must be text or numbers"))
            }
            key => {
                self.names.push(key.to_csv());
                Ok(())
            }
        }
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.add(value)
    }
    fn end(self) -> Result<Cell> {
        let mut known = HashSet::new();
        match self.names.iter().find(|name| !known.insert(name.as_str())) {
            Some(name) => Err(CellError::new(format!("`{}` stands twice in a map", quoted(name)))),
            None => Ok(self.object()),
        }
    }
}
