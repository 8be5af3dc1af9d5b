//! Bits of H.264's units: numbers as its heads have them, and the bytes that keep start codes apart.

/// Follows two zeros where the three bytes could be taken for more than they are.
const APART: u8 = 3;

/// Reads a unit bit by bit, behind the byte at its head. `None` is beyond its end.
pub(super) struct BitReader<'u> {
    unit: &'u [u8],
    /// The byte that is read, and how many of its bits are.
    byte: usize,
    read: u32,
    /// How many bits are read of the unit's own, without what keeps start codes apart.
    at: usize,
}

impl<'u> BitReader<'u> {
    pub(super) fn of(unit: &'u [u8]) -> Self {
        Self { unit, byte: 1, read: 0, at: 0 }
    }

    /// How many bits were read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn bit(&mut self) -> Option<bool> {
        let byte = *self.unit.get(self.byte)?;
        let bit = byte >> (7 - self.read) & 1 == 1;
        self.at += 1;
        self.read += 1;
        if self.read == 8 {
            self.read = 0;
            self.byte += 1;
            let is_apart = self.byte > 2
                && self.unit.get(self.byte) == Some(&APART)
                && self.unit[self.byte - 2..self.byte] == [0, 0];
            self.byte += usize::from(is_apart);
        }
        Some(bit)
    }

    /// A number of at most 32 bits.
    pub(super) fn take(&mut self, bits: u32) -> Option<u32> {
        (0..bits).try_fold(0, |value, _| Some(value << 1 | u32::from(self.bit()?)))
    }

    /// A number in Exp-Golomb code.
    pub(super) fn golomb(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.bit()? {
            zeros += 1;
        }
        (zeros < 32).then_some(())?;
        Some((1 << zeros) - 1 + self.take(zeros)?)
    }

    /// The same with a sign.
    pub(super) fn signed_golomb(&mut self) -> Option<i32> {
        let code = i64::from(self.golomb()?);
        let size = (code + 1) / 2;
        i32::try_from(if code % 2 == 1 { size } else { -size }).ok()
    }
}

/// Writes a unit's bits, without anything that keeps start codes apart.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// How many bits of the last byte are not written.
    free: u32,
}

impl BitWriter {
    pub(super) fn bit(&mut self, bit: bool) {
        if self.free == 0 {
            self.bytes.push(0);
            self.free = 8;
        }
        self.free -= 1;
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << self.free;
        }
    }

    pub(super) fn put(&mut self, bits: u32, value: u32) {
        (0..bits).rev().for_each(|bit| self.bit(value >> bit & 1 == 1));
    }

    /// A number in Exp-Golomb code.
    pub(super) fn golomb(&mut self, value: u32) {
        let code = u64::from(value) + 1;
        let bits = code.ilog2();
        self.put(bits, 0);
        (0..=bits).rev().for_each(|bit| self.bit(code >> bit & 1 == 1));
    }

    /// The same with a sign.
    pub(super) fn signed_golomb(&mut self, value: i32) {
        let double = 2 * value.unsigned_abs();
        self.golomb(if value > 0 { double - 1 } else { double });
    }

    /// Goes on with a new byte, and fills the one before up.
    pub(super) fn align(&mut self, bit: bool) {
        while self.free > 0 {
            self.bit(bit);
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// A unit's own bytes, behind the one at its head.
pub(super) fn unescape(unit: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(unit.len());
    let mut zeros = 0;
    for &byte in unit.get(1..).unwrap_or_default() {
        if zeros >= 2 && byte == APART {
            zeros = 0;
            continue;
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        bytes.push(byte);
    }
    bytes
}

/// A unit of these bytes, behind the one at its head.
pub(super) fn escape(head: u8, bytes: &[u8]) -> Vec<u8> {
    let mut unit = Vec::with_capacity(bytes.len() + 16);
    unit.push(head);
    let mut zeros = 0;
    for &byte in bytes {
        if zeros >= 2 && byte <= APART {
            unit.push(APART);
            zeros = 0;
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        unit.push(byte);
    }
    // a unit does not end with zeros
    if zeros > 0 {
        unit.push(APART);
    }
    unit
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn numbers_come_back_as_they_were_written() {
        let mut writer = BitWriter::default();
        for value in [0, 1, 2, 3, 7, 8, 254, 255, 65_535, u32::MAX - 1] {
            writer.golomb(value);
            writer.put(32, value);
        }
        for value in [0, 1, -1, 2, -2, 26, -26, 40_000, -40_000] {
            writer.signed_golomb(value);
        }
        writer.align(true);
        let unit = escape(0x61, &writer.into_bytes());
        let mut reader = BitReader::of(&unit);
        for value in [0, 1, 2, 3, 7, 8, 254, 255, 65_535, u32::MAX - 1] {
            assert_eq!((reader.golomb(), reader.take(32)), (Some(value), Some(value)));
        }
        for value in [0, 1, -1, 2, -2, 26, -26, 40_000, -40_000] {
            assert_eq!(reader.signed_golomb(), Some(value));
        }
        let rest = unescape(&unit).len() * 8 - reader.at();
        assert!((0..rest).all(|_| reader.bit() == Some(true)));
        assert_eq!(reader.bit(), None);
    }

    #[test]
    fn codes_are_the_standards() {
        // table 9-2 and 9-3
        let mut writer = BitWriter::default();
        (0..4).for_each(|value| writer.golomb(value));
        [1, -1, 2].into_iter().for_each(|value| writer.signed_golomb(value));
        writer.align(false);
        assert_eq!(writer.into_bytes(), [0b1010_0110, 0b0100_0100, 0b1100_1000]);
    }

    #[test]
    fn start_codes_are_kept_apart() {
        let cases: [(&[u8], &[u8]); 6] = [
            (&[0, 0, 1], &[9, 0, 0, 3, 1]),
            (&[0, 0, 0, 0, 0, 1], &[9, 0, 0, 3, 0, 0, 3, 0, 1]),
            (&[0, 0, 3, 4], &[9, 0, 0, 3, 3, 4]),
            (&[0, 0, 4], &[9, 0, 0, 4]),
            (&[5, 0, 0], &[9, 5, 0, 0, 3]),
            (&[], &[9]),
        ];
        for (bytes, unit) in cases {
            assert_eq!(escape(9, bytes), unit);
            assert_eq!(unescape(unit), bytes);
            let mut reader = BitReader::of(unit);
            let read: Vec<_> = std::iter::from_fn(|| reader.take(8)).collect();
            assert!(bytes.iter().map(|&byte| u32::from(byte)).eq(read), "{unit:?}");
        }
    }
}
