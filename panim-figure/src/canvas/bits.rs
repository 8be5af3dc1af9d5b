//! One bit for each pixel of a picture.

use std::ops::Range;

#[derive(Default)]
pub(super) struct Bits {
    words: Vec<u64>,
    /// Words of a row.
    stride: usize,
}

impl Bits {
    /// None is set.
    pub(super) fn clear(&mut self, (width, height): (usize, usize)) {
        self.stride = width.div_ceil(64);
        self.words.clear();
        self.words.resize(self.stride * height, 0);
    }

    pub(super) fn set(&mut self, x: usize, y: usize) {
        self.words[y * self.stride + x / 64] |= 1 << (x % 64);
    }

    /// Sets those between two columns.
    pub(super) fn set_row(&mut self, y: usize, columns: Range<usize>) {
        let row = &mut self.words[y * self.stride..][..self.stride];
        for word in columns.start / 64..columns.end.div_ceil(64) {
            let from = columns.start.saturating_sub(word * 64);
            let to = (columns.end - word * 64).min(64);
            row[word] |= (u64::MAX << from) & (u64::MAX >> (64 - to));
        }
    }

    pub(super) fn any(&self) -> bool {
        self.words.iter().any(|word| *word != 0)
    }

    /// The words that hold these columns in a row.
    pub(super) fn words(&mut self, y: usize, columns: &Range<usize>) -> &mut [u64] {
        let row = &mut self.words[y * self.stride..][..self.stride];
        &mut row[columns.start / 64..columns.end.div_ceil(64)]
    }

    /// Leaves those of `all` that are set here, or that are the first below one that is not in `all`.
    pub(super) fn keep_first_of(&mut self, all: &Self) {
        for at in 0..self.words.len() {
            let above = at.checked_sub(self.stride).map_or(0, |above| all.words[above]);
            self.words[at] = all.words[at] & (self.words[at] | !above);
        }
    }

    /// Column and row of each that is set, row by row.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, usize)> {
        self.words.chunks_exact(self.stride.max(1)).enumerate().flat_map(|(y, row)| {
            row.iter().enumerate().flat_map(move |(at, &word)| {
                let rest = |word: &u64| Some(word & (word - 1)).filter(|rest| *rest != 0);
                let words = std::iter::successors(Some(word).filter(|word| *word != 0), rest);
                words.map(move |word| (at * 64 + word.trailing_zeros() as usize, y))
            })
        })
    }
}
