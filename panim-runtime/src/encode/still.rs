//! Pictures that are the one before once more, written without an encoder: one slice in which every
//! block is skipped.
//!
//! Each has a number of its own (`frame_num`), so that pictures that the encoder numbers after it go
//! up by one. The encoder knows nothing of it: what it refers to, the picture before, looks the same.
//!
//! Clauses and tables are those of ITU-T H.264.

mod sets;

use super::bits::{BitReader, BitWriter, escape, unescape};
use sets::ParameterSets;
use std::borrow::Cow;

/// A slice of a picture that others refer to.
const HEAD: u8 = 0x61;

/// All slices of the picture are of this kind: P.
const ONLY_P: u32 = 5;

/// The quantizer, of which nothing is shown: with the coarsest one the arithmetic coder expects blocks
/// to be skipped, before the first one.
const QUANTIZER: i32 = 51;

/// Writes the still pictures of a group, and numbers the others.
pub(super) struct StillPictures {
    sets: ParameterSets,
    skipped: SkippedBlocks,
    /// How many were written.
    written: u32,
    /// The number of the picture before.
    last: u32,
}

impl StillPictures {
    /// Behind the group's first picture, which has these parameter sets. `None` if a still picture would
    /// have to say more than it does.
    pub(super) fn new(sps: &[u8], pps: &[u8]) -> Option<Self> {
        let sets = ParameterSets::read(sps, pps)?;
        let skipped = SkippedBlocks::code(sets.blocks);
        Some(Self { sets, skipped, written: 0, last: 0 })
    }

    /// The picture before once more, as a unit.
    pub(super) fn next(&mut self) -> Vec<u8> {
        self.written += 1;
        self.last = self.sets.number(self.last + 1);
        let ParameterSets { pps, number_bits, initial_quantizer, .. } = self.sets;
        let mut bits = BitWriter::default();
        // 7.3.3: the first block is in it
        bits.golomb(0);
        bits.golomb(ONLY_P);
        bits.golomb(pps);
        bits.put(number_bits, self.last);
        // as many pictures to refer to as usual, in their order, and the oldest one is forgotten
        bits.put(3, 0);
        // the first table of what the arithmetic coder expects
        bits.golomb(0);
        bits.signed_golomb(QUANTIZER - initial_quantizer);
        // without the filter of block borders
        bits.golomb(1);
        bits.align(true);
        self.skipped.put(&mut bits);
        bits.align(false);
        escape(HEAD, &bits.into_bytes())
    }

    /// A unit of a later picture, with its number among all. `None`: it is not to be understood.
    pub(super) fn renumber<'u>(&mut self, unit: &'u [u8]) -> Option<Cow<'u, [u8]>> {
        let mut reader = BitReader::of(unit);
        let _block_kind_and_pps = [reader.golomb()?, reader.golomb()?, reader.golomb()?];
        let at = reader.at();
        let number = reader.take(self.sets.number_bits)?;
        self.last = self.sets.number(number + self.written);
        if self.last == number {
            return Some(unit.into());
        }
        let mut bytes = unescape(unit);
        for i in 0..self.sets.number_bits as usize {
            let (place, mask) = ((at + i) / 8, 0x80 >> ((at + i) % 8));
            let bit = self.last >> (self.sets.number_bits as usize - 1 - i) & 1;
            bytes[place] = bytes[place] & !mask | if bit == 1 { mask } else { 0 };
        }
        Some(escape(unit[0], &bytes).into())
    }
}

/// So many skipped blocks as the arithmetic coder writes them.
///
/// That a block is skipped is always what it expects, and that the slice goes on too: the lower part of
/// what is left to it is taken each time, so that its number stays 0 up to the end.
struct SkippedBlocks {
    zeros: u32,
    /// The last nine bits, with the one that ends a unit.
    end: u32,
}

impl SkippedBlocks {
    /// 9.3.4.2, of which only the paths are here that are gone.
    fn code(blocks: u32) -> Self {
        // 9.3.1.1 and table 9-13: m = 23, n = 33
        let mut state = ((23 * QUANTIZER as usize) >> 4) + 33 - 64;
        // 9.3.4.1
        let (mut range, mut shifts) = (510, 0);
        for block in 1..=blocks {
            range -= u32::from(UNEXPECTED[state - FIRST_STATE][(range >> 6 & 3) as usize]);
            state = (state + 1).min(FIRST_STATE + UNEXPECTED.len() - 1);
            let shift = u32::from(range < 256);
            range <<= shift;
            shifts += shift;
            // whether it is the last one
            range -= 2;
            if block < blocks {
                let shift = u32::from(range < 256);
                range <<= shift;
                shifts += shift;
            }
        }
        // 9.3.4.5: the number is now `range`, of nine bits, behind a zero that is never written
        Self { zeros: shifts, end: range | 1 }
    }

    fn put(&self, bits: &mut BitWriter) {
        (0..self.zeros).for_each(|_| bits.bit(false));
        bits.put(9, self.end);
    }
}

/// The state of the coder's table that it begins with here.
const FIRST_STATE: usize = 42;

/// Table 9-44 from there on: what is left to what is not expected.
const UNEXPECTED: [[u8; 4]; 21] = [
    [16, 20, 23, 27],
    [15, 19, 22, 25],
    [14, 18, 21, 24],
    [14, 17, 20, 23],
    [13, 16, 19, 22],
    [12, 15, 18, 21],
    [12, 14, 17, 20],
    [11, 14, 16, 19],
    [11, 13, 15, 18],
    [10, 12, 15, 17],
    [10, 12, 14, 16],
    [9, 11, 13, 15],
    [9, 11, 12, 14],
    [8, 10, 12, 14],
    [8, 9, 11, 13],
    [7, 9, 11, 12],
    [7, 9, 10, 12],
    [7, 8, 10, 11],
    [6, 8, 9, 11],
    [6, 7, 9, 10],
    [6, 7, 8, 9],
];

#[cfg(test)]
mod tests;
