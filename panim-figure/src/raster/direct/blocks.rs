//! A byte for each pixel of a picture, most of which are 0: pixels beside each other are gone through
//! together, and only where something is.

use std::{mem, ops::Range};

/// Pixels beside each other that are gone through together, without a choice for each.
pub(super) const BLOCK: usize = 8;

/// All are 0 but where they are [touched](Row::touch).
pub(super) struct Blocks {
    /// Of a row.
    count: usize,
    height: usize,
    cells: Vec<[u8; BLOCK]>,
    /// Which blocks of each row may hold something: one bit for each.
    touched: Vec<u64>,
    /// Of a row in `touched`.
    words: usize,
    /// The rows that are touched.
    rows: Range<usize>,
}

impl Blocks {
    /// For a picture of this size in pixels.
    pub(super) fn new((width, height): (usize, usize)) -> Self {
        let count = width.div_ceil(BLOCK);
        let words = count.div_ceil(u64::BITS as usize);
        Self { count, height, cells: Vec::new(), touched: Vec::new(), words, rows: 0..0 }
    }

    /// Makes the memory that it needs from now on; many pictures never need it.
    pub(super) fn make_room(&mut self) {
        self.cells.resize(self.count * self.height, [0; BLOCK]);
        self.touched.resize(self.words * self.height, 0);
    }

    /// The rows that are touched.
    pub(super) fn rows(&self) -> &Range<usize> {
        &self.rows
    }

    /// Blocks of these rows are to be touched.
    #[inline(always)]
    pub(super) fn touch_rows(&mut self, rows: &Range<usize>) {
        self.rows = if self.rows.is_empty() {
            rows.clone()
        } else {
            self.rows.start.min(rows.start)..self.rows.end.max(rows.end)
        };
    }

    /// Hands over which rows are touched, and forgets it: each of them is to be [taken](Self::take).
    pub(super) fn take_rows(&mut self) -> Range<usize> {
        mem::take(&mut self.rows)
    }

    /// Row `y`, whose blocks may be touched then.
    #[inline(always)]
    pub(super) fn row(&mut self, y: usize) -> BlockRow<'_> {
        BlockRow {
            touched: &mut self.touched[y * self.words..][..self.words],
            blocks: &mut self.cells[y * self.count..][..self.count],
        }
    }

    /// Hands over each block of a row that is touched, with its place there, and forgets it.
    #[inline(always)]
    pub(super) fn take(&mut self, y: usize) -> Take<'_> {
        Take { row: self.row(y), word: 0 }
    }
}

pub(super) struct BlockRow<'a> {
    touched: &'a mut [u64],
    blocks: &'a mut [[u8; BLOCK]],
}

impl BlockRow<'_> {
    #[inline(always)]
    pub(super) fn touch(&mut self, block: usize) -> &mut [u8; BLOCK] {
        self.touched[block / 64] |= 1 << (block % 64);
        &mut self.blocks[block]
    }
}

/// The blocks of a row that are touched.
pub(super) struct Take<'a> {
    row: BlockRow<'a>,
    word: usize,
}

impl Iterator for Take<'_> {
    type Item = (usize, [u8; BLOCK]);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let word = self.row.touched.get_mut(self.word)?;
            if *word != 0 {
                let block = self.word * 64 + word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some((block, mem::take(&mut self.row.blocks[block])));
            }
            self.word += 1;
        }
    }
}
