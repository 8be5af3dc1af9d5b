//! A number for each pixel of a region, most of which are none: pixels beside each other are gone
//! through together, and only where something is.

use std::{
    mem,
    ops::{Index, IndexMut, Range},
};

/// Pixels beside each other that are gone through together, without a choice for each.
pub(super) const BLOCK: usize = 8;

/// All are their type's default but where they are [touched](Self::touch).
pub(super) struct Blocks<T> {
    /// Of a row.
    count: usize,
    cells: Vec<[T; BLOCK]>,
    /// Which blocks of each row may hold something: one bit for each.
    touched: Vec<u64>,
    /// Of a row in `touched`.
    words: usize,
    /// The rows that are touched.
    rows: Range<usize>,
}

impl<T: Copy + Default> Blocks<T> {
    pub(super) fn new() -> Self {
        Self { count: 0, cells: Vec::new(), touched: Vec::new(), words: 0, rows: 0..0 }
    }

    /// For a region of this size in pixels; nothing is touched.
    pub(super) fn resize(&mut self, width: usize, height: usize) {
        self.count = width.div_ceil(BLOCK);
        self.words = self.count.div_ceil(u64::BITS as usize);
        // what there is was left without anything, and never shrinks
        let (cells, words) = (self.count * height, self.words * height);
        self.cells.resize(self.cells.len().max(cells), [T::default(); BLOCK]);
        self.touched.resize(self.touched.len().max(words), 0);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
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

    pub(super) fn rows(&self) -> &Range<usize> {
        &self.rows
    }

    /// Row `y`, whose blocks may be touched then.
    #[inline(always)]
    pub(super) fn row(&mut self, y: usize) -> Row<'_, T> {
        Row {
            touched: &mut self.touched[y * self.words..][..self.words],
            blocks: &mut self.cells[y * self.count..][..self.count],
        }
    }

    /// Hands over each block of a row that is touched, with its place there, and forgets it.
    #[inline(always)]
    pub(super) fn take(&mut self, y: usize) -> Take<'_, T> {
        Take { row: self.row(y), word: 0 }
    }
}

pub(super) struct Row<'a, T> {
    touched: &'a mut [u64],
    blocks: &'a mut [[T; BLOCK]],
}

impl<T> Row<'_, T> {
    #[inline(always)]
    pub(super) fn touch(&mut self, block: usize) -> &mut [T; BLOCK] {
        self.touched[block / 64] |= 1 << (block % 64);
        &mut self.blocks[block]
    }
}

/// A pixel's number; its block has to be touched.
impl<T> Index<usize> for Row<'_, T> {
    type Output = T;

    #[inline(always)]
    fn index(&self, x: usize) -> &T {
        &self.blocks.as_flattened()[x]
    }
}

impl<T> IndexMut<usize> for Row<'_, T> {
    #[inline(always)]
    fn index_mut(&mut self, x: usize) -> &mut T {
        &mut self.blocks.as_flattened_mut()[x]
    }
}

/// The blocks of a row that are touched.
pub(super) struct Take<'a, T> {
    row: Row<'a, T>,
    word: usize,
}

impl<T: Copy + Default> Iterator for Take<'_, T> {
    type Item = (usize, [T; BLOCK]);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let word = self.row.touched.get_mut(self.word)?;
            if *word != 0 {
                let block = self.word * 64 + word.trailing_zeros() as usize;
                *word &= *word - 1;
                let cells = &mut self.row.blocks[block];
                return Some((block, mem::replace(cells, [T::default(); BLOCK])));
            }
            self.word += 1;
        }
    }
}
