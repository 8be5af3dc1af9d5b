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
        let first = columns.start / 64;
        for (at, word) in (first..).zip(self.words(y, &columns)) {
            let from = columns.start.saturating_sub(at * 64);
            let to = (columns.end - at * 64).min(64);
            *word |= (u64::MAX << from) & (u64::MAX >> (64 - to));
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

    /// Leaves those that are set in `other` too.
    pub(super) fn keep_common(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_set_across_words() {
        for (start, end) in [(0, 1), (0, 64), (3, 64), (63, 65), (70, 70), (5, 130), (128, 130)] {
            let mut bits = Bits::default();
            bits.clear((130, 2));
            bits.set_row(1, start..end);
            let all: Vec<_> = bits.each().collect();
            assert_eq!(all, (start..end).map(|x| (x, 1)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_of_a_column_is_kept() {
        let (mut all, mut some) = (Bits::default(), Bits::default());
        all.clear((70, 6));
        some.clear((70, 6));
        for y in [1, 2, 4, 5] {
            all.set(65, y);
        }
        some.set(65, 5);
        some.set(3, 3);
        some.keep_first_of(&all);
        assert_eq!(some.each().collect::<Vec<_>>(), [(65, 1), (65, 4), (65, 5)]);
    }
}
