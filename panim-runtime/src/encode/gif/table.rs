//! The colours of a picture, and how many pixels have each.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// Colours by the order in which they came.
#[derive(Default)]
pub(in crate::encode) struct ColorCounts {
    numbers: HashMap<u32, u32, BuildHasherDefault<ColorHasher>>,
    /// Each with its number of pixels.
    found: Vec<([u8; 3], u32)>,
    /// Those that are to be shown exactly, by number.
    fixed: Vec<bool>,
    /// The one asked for last.
    last: Option<(u32, u32)>,
}

impl ColorCounts {
    /// No colour's number.
    pub(super) const NONE: u32 = u32::MAX;

    pub(super) fn clear(&mut self) {
        self.numbers.clear();
        self.found.clear();
        self.fixed.clear();
        self.last = None;
    }

    /// Counts a pixel. The number of its colour.
    pub(super) fn number(&mut self, pixel: [u8; 4]) -> u32 {
        let key = u32::from_le_bytes(pixel) & 0xff_ffff;
        let number = match self.last {
            Some((last, number)) if last == key => number,
            _ => *self.numbers.entry(key).or_insert_with(|| {
                self.found.push(([pixel[0], pixel[1], pixel[2]], 0));
                self.fixed.push(false);
                self.found.len() as u32 - 1
            }),
        };
        self.last = Some((key, number));
        self.found[number as usize].1 += 1;
        number
    }

    /// The same, for a colour that is to be shown exactly.
    pub(super) fn fixed(&mut self, pixel: [u8; 4]) -> u32 {
        let number = self.number(pixel);
        self.fixed[number as usize] = true;
        number
    }

    /// Whether it is to be shown exactly.
    pub(super) fn is_fixed(&self, number: u32) -> bool {
        self.fixed[number as usize]
    }

    /// All colours, by number, each with its pixels.
    pub(super) fn found(&self) -> &[([u8; 3], u32)] {
        &self.found
    }
}

/// Spreads numbers of 24 bits, by one multiplication.
#[derive(Default)]
struct ColorHasher(u64);

impl Hasher for ColorHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32((*byte).into()));
    }

    fn write_u32(&mut self, n: u32) {
        let spread = (self.0 ^ u64::from(n)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = spread ^ spread >> 32;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
