//! Rows of bits.

/// One bit for each cell of a grid.
pub(crate) struct BitGrid {
    /// The lowest bit of each is the first; with room for a [`Word`] wherever a span begins.
    bytes: Vec<u8>,
    /// Bytes of a row, as words.
    stride: usize,
}

/// What is set or asked for at once, from any byte on.
type Word = [u8; 8];

/// Bits of a word that begin anywhere in its first byte.
const AT_ONCE: usize = 56;

impl BitGrid {
    /// None is set.
    pub(crate) fn new(columns: usize, rows: usize) -> Self {
        let stride = columns.div_ceil(64) * size_of::<Word>();
        Self { bytes: vec![0; stride * rows + size_of::<Word>()], stride }
    }

    /// Sets so many bits of a row, from one on.
    #[inline(always)]
    pub(crate) fn set(&mut self, row: usize, from: usize, mut length: usize) {
        let (mut byte, shift) = (row * self.stride + from / 8, from % 8);
        while length > 0 {
            let bits = lowest(length) << shift;
            if let Some(word) = self.bytes[byte..].first_chunk_mut() {
                *word = (u64::from_le_bytes(*word) | bits).to_le_bytes();
            }
            length = length.saturating_sub(AT_ONCE);
            byte += AT_ONCE / 8;
        }
    }

    /// Are so many bits of a row set, from one on?
    #[inline(always)]
    pub(crate) fn has(&self, row: usize, from: usize, mut length: usize) -> bool {
        let (mut byte, shift) = (row * self.stride + from / 8, from % 8);
        while length > 0 {
            let bits = lowest(length) << shift;
            let word = self.bytes[byte..].first_chunk().copied().unwrap_or_default();
            if u64::from_le_bytes(word) & bits != bits {
                return false;
            }
            length = length.saturating_sub(AT_ONCE);
            byte += AT_ONCE / 8;
        }
        true
    }

    #[inline(always)]
    pub(crate) fn get(&self, row: usize, column: usize) -> bool {
        self.bytes[row * self.stride + column / 8] >> (column % 8) & 1 > 0
    }

    /// The words of each row.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Word]> {
        self.bytes.chunks_exact(self.stride.max(1)).map(|row| row.as_chunks().0)
    }
}

/// So many bits, but no more than are taken at once.
#[inline(always)]
fn lowest(length: usize) -> u64 {
    u64::MAX >> (64 - length.min(AT_ONCE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_go_across_words() {
        for (from, length) in
            [(0, 0), (0, 1), (0, 64), (3, 61), (63, 2), (70, 58), (5, 123), (1, 127)]
        {
            let mut grid = BitGrid::new(128, 3);
            assert_eq!(grid.has(1, from, length), length == 0);
            grid.set(1, from, length);
            let set = |row| (0..128).filter(|&x| grid.get(row, x)).collect::<Vec<_>>();
            assert_eq!(set(1), (from..from + length).collect::<Vec<_>>());
            assert_eq!((set(0), set(2)), (Vec::new(), Vec::new()));
            assert!(grid.has(1, from, length));
            assert!(from + length == 128 || !grid.has(1, from, length + 1));
            assert!(from == 0 || !grid.has(1, from - 1, length + 1));
        }
    }
}
