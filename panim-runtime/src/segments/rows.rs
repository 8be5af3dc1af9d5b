//! Hashes of rows of parameters, where their types can be serialized.

use serde::{Serialize, Serializer, ser};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::{fmt, hash::Hasher};

/// Takes in a row's parameters. Equal values of one type make equal hashes, on every machine.
///
/// The type is known to be the same, since the program is: only what tells values of one type apart is
/// taken in. Floats count by their bits; maps count whatever order they are in.
#[derive(Clone, Default)]
pub struct RowDigest(SipHasher13);

/// What stands for a value that says nothing of itself.
const UNKNOWN: u8 = 0xff;

impl RowDigest {
    /// A parameter.
    pub fn add<T: Serialize + ?Sized>(&mut self, value: &T) {
        if value.serialize(&mut *self).is_err() {
            self.add_unknown();
        }
    }

    /// A parameter whose type says nothing of its value.
    pub fn add_unknown(&mut self) {
        self.0.write_u8(UNKNOWN);
    }

    pub(crate) fn finish(&self) -> u128 {
        self.0.finish128().into()
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.0.write(bytes);
    }

    fn length(&mut self, length: usize) {
        self.0.write(&(length as u64).to_le_bytes());
    }
}

/// What a `Serialize` of the user's ended with.
#[derive(Debug)]
pub struct NotHashed;

impl fmt::Display for NotHashed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value cannot be hashed")
    }
}

impl std::error::Error for NotHashed {}

impl ser::Error for NotHashed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Hashed = Result<(), NotHashed>;

macro_rules! fixed {
    ($($method:ident $type:ty;)+) => {
        $(fn $method(self, value: $type) -> Hashed {
            self.0.write(&value.to_le_bytes());
            Ok(())
        })+
    };
}

impl<'d> Serializer for &'d mut RowDigest {
    type Ok = ();
    type Error = NotHashed;
    type SerializeSeq = ListDigest<'d>;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = MapDigest<'d>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fixed! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64; serialize_i128 i128;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64; serialize_u128 u128;
        serialize_f32 f32; serialize_f64 f64;
    }

    fn serialize_bool(self, value: bool) -> Hashed {
        self.serialize_u8(value.into())
    }
    fn serialize_char(self, value: char) -> Hashed {
        self.serialize_u32(value.into())
    }
    fn serialize_str(self, value: &str) -> Hashed {
        self.serialize_bytes(value.as_bytes())
    }
    fn serialize_bytes(self, value: &[u8]) -> Hashed {
        self.bytes(value);
        Ok(())
    }
    fn serialize_none(self) -> Hashed {
        self.serialize_u8(0)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Hashed {
        self.0.write_u8(1);
        value.serialize(self)
    }
    fn serialize_unit(self) -> Hashed {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Hashed {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, variant: u32, _: &'static str) -> Hashed {
        self.serialize_u32(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Hashed {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        value: &T,
    ) -> Hashed {
        self.serialize_u32(variant)?;
        value.serialize(self)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<ListDigest<'d>, NotHashed> {
        Ok(ListDigest { into: self, count: 0 })
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, NotHashed> {
        Ok(self)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, NotHashed> {
        Ok(self)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, NotHashed> {
        self.serialize_u32(variant)?;
        Ok(self)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<MapDigest<'d>, NotHashed> {
        Ok(MapDigest { into: self, entry: RowDigest::default(), sum: 0, count: 0 })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NotHashed> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, NotHashed> {
        self.serialize_u32(variant)?;
        Ok(self)
    }
    fn is_human_readable(&self) -> bool {
        false
    }
}

/// A list, whose length is said at its end.
pub struct ListDigest<'d> {
    into: &'d mut RowDigest,
    count: usize,
}

impl ser::SerializeSeq for ListDigest<'_> {
    type Ok = ();
    type Error = NotHashed;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Hashed {
        self.count += 1;
        value.serialize(&mut *self.into)
    }
    fn end(self) -> Hashed {
        self.into.length(self.count);
        Ok(())
    }
}

/// A map: its entries' hashes, added up.
pub struct MapDigest<'d> {
    into: &'d mut RowDigest,
    entry: RowDigest,
    sum: u128,
    count: usize,
}

impl ser::SerializeMap for MapDigest<'_> {
    type Ok = ();
    type Error = NotHashed;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Hashed {
        self.entry = RowDigest::default();
        key.serialize(&mut self.entry)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Hashed {
        value.serialize(&mut self.entry)?;
        self.sum = self.sum.wrapping_add(self.entry.finish());
        self.count += 1;
        Ok(())
    }
    fn end(self) -> Hashed {
        self.into.length(self.count);
        self.into.serialize_u128(self.sum)
    }
}

macro_rules! in_order {
    ($($trait:ident $method:ident $($name:ident)?;)+) => {
        $(impl ser::$trait for &mut RowDigest {
            type Ok = ();
            type Error = NotHashed;
            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $($name: &'static str,)?
                value: &T,
            ) -> Hashed {
                value.serialize(&mut **self)
            }
            fn end(self) -> Hashed {
                Ok(())
            }
        })+
    };
}
in_order! {
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
    SerializeStruct serialize_field _name;
    SerializeStructVariant serialize_field _name;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, HashMap};

    fn hash(value: &(impl Serialize + ?Sized)) -> u128 {
        let mut digest = RowDigest::default();
        digest.add(value);
        digest.finish()
    }

    #[test]
    fn what_differs_has_another_hash() {
        let all = [
            hash(&(1.0, 2.0)),
            hash(&(2.0, 1.0)),
            hash(&(0.0, 1.0)),
            hash(&(-0.0, 1.0)),
            hash(&(f64::NAN, 1.0)),
            hash(&Some(1.0)),
            hash(&None::<f64>),
            hash("ab"),
            hash("a"),
            hash(&("a", "bc")),
            hash(&("ab", "c")),
            hash(&[vec![1], vec![2, 3]]),
            hash(&[vec![1, 2], vec![3]]),
            hash(&BTreeMap::from([(1, 2), (3, 4)])),
            hash(&BTreeMap::from([(1, 4), (3, 2)])),
        ];
        for (i, one) in all.iter().enumerate() {
            assert!(!all[..i].contains(one), "{i}");
        }
    }

    #[test]
    fn equal_values_have_equal_hashes_whatever_order_a_map_is_in() {
        assert_eq!(hash(&(f64::NAN, "x")), hash(&(f64::NAN, String::from("x"))));
        let forth: HashMap<u32, u32> = (0..50).map(|i| (i, i * i)).collect();
        let back: HashMap<u32, u32> = (0..50).rev().map(|i| (i, i * i)).collect();
        assert_eq!(hash(&forth), hash(&back));
    }

    #[test]
    fn what_cannot_be_serialized_is_like_any_other_of_its_kind() {
        struct Never;
        impl Serialize for Never {
            fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(ser::Error::custom("never"))
            }
        }
        assert_eq!(hash(&Never), hash(&Never));
    }
}
