//! A column of numbers as artists keep it, and what is known of it as a whole.

use super::{
    Data,
    facts::{BlockFacts, FACTS_BLOCK, Facts, ends},
};
use crate::base::same::Same;
use std::{
    ops::{Deref, Range},
    sync::{Arc, OnceLock},
};

/// One coordinate of an artist's points. A clone shares the values: putting an artist back as it
/// was after a frame costs nothing, however long its data.
#[derive(Debug, Clone, Default)]
pub(crate) struct Column(Arc<ColumnData>);

#[derive(Debug, Default)]
struct ColumnData {
    /// As they were given: those of a `Vec` are not copied.
    numbers: Vec<f64>,
    /// Found once for all clones.
    facts: OnceLock<KnownFacts>,
}

/// What is known of a column.
#[derive(Debug)]
struct KnownFacts {
    whole: Facts,
    /// Of each block of numbers.
    blocks: Vec<BlockFacts>,
}

impl KnownFacts {
    fn of(numbers: &[f64]) -> Self {
        let blocks: Vec<_> = BlockFacts::each(numbers, f64::NEG_INFINITY).collect();
        Self { whole: Facts::of(blocks.iter().copied()), blocks }
    }
}

/// Numbers of a column that follow each other.
#[derive(Debug, Clone)]
pub(crate) struct ColumnPart<'a> {
    column: &'a Column,
    range: Range<usize>,
}

impl Column {
    pub(crate) fn new(values: impl Data) -> Self {
        values.values().collect()
    }

    /// What it is like as a whole: gone through once, however often it is asked.
    pub(crate) fn facts(&self) -> &Facts {
        &self.known().whole
    }

    fn known(&self) -> &KnownFacts {
        self.0.facts.get_or_init(|| KnownFacts::of(&self.0.numbers))
    }

    pub(crate) fn whole(&self) -> ColumnPart<'_> {
        self.part(0..self.len())
    }

    /// As many of these as there are.
    pub(crate) fn part(&self, range: Range<usize>) -> ColumnPart<'_> {
        let end = range.end.min(self.len());
        ColumnPart { column: self, range: range.start.min(end)..end }
    }
}

impl FromIterator<f64> for Column {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        let numbers = numbers.into_iter().collect();
        Self(Arc::new(ColumnData { numbers, facts: OnceLock::new() }))
    }
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Deref for Column {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.0.numbers
    }
}

impl ColumnPart<'_> {
    /// What they are like, without going through more than the ends of them.
    pub(crate) fn facts(&self) -> Facts {
        let (column, Range { start, end }) = (self.column, self.range.clone());
        if self.range.len() == column.len() {
            return *column.facts();
        }
        // whether the first of a block follows the one before it does not count where none is before it
        let blocks = start / FACTS_BLOCK + 1..end / FACTS_BLOCK;
        if blocks.len() < 2 {
            return Facts::of(BlockFacts::each(self, f64::NEG_INFINITY));
        }
        let [first, last] = [blocks.start, blocks.end].map(|block| block * FACTS_BLOCK);
        let before = BlockFacts::each(&column[start..first], f64::NEG_INFINITY);
        let after = BlockFacts::each(&column[last..end], column[last - 1]);
        let between = &column.known().blocks[blocks];
        Facts::of(before.chain(between.iter().copied()).chain(after))
    }

    /// The lowest and the highest of those in a range of them, all of which are finite.
    pub(crate) fn ends(&self, range: Range<usize>) -> (f64, f64) {
        let (start, end) = (self.range.start + range.start, self.range.start + range.end);
        let blocks = start.div_ceil(FACTS_BLOCK)..end / FACTS_BLOCK;
        if blocks.is_empty() {
            return ends(&self[range]);
        }
        let column = self.column;
        let [first, last] = [blocks.start, blocks.end].map(|block| block * FACTS_BLOCK);
        let parts = [ends(&column[start..first]), ends(&column[last..end])];
        let between = column.known().blocks[blocks].iter().map(|block| (block.low, block.high));
        let both = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
        between.fold(both(parts[0], parts[1]), both)
    }

    /// Those of them in a range.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        let Range { start, end } = self.range;
        let at = |i: usize| start.saturating_add(i).min(end);
        Self { column: self.column, range: at(range.start)..at(range.end) }
    }
}

impl Deref for ColumnPart<'_> {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.column[self.range.clone()]
    }
}

impl Same for Column {
    fn is_same(&self, other: &Self) -> bool {
        // what is known of the numbers follows from them
        Arc::ptr_eq(&self.0, &other.0) || (**self).is_same(&**other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artist::Extent;

    #[test]
    fn a_vec_is_not_copied() {
        let numbers = vec![1.5; 100];
        let at = numbers.as_ptr();
        assert_eq!(Column::new(numbers).as_ptr(), at);
    }

    #[test]
    fn facts_are_what_going_through_says() {
        let all: Vec<f64> = (0..5000).map(|i| (f64::from(i) * 0.7).sin() - 0.2).collect();
        for count in [0, 1, 7, 8, 9, 2047, 2048, 2049, 5000] {
            let facts = *Column::new(&all[..count]).facts();
            let wanted = Extent::of_x(&all[..count]).x;
            assert_eq!((facts.reach, facts.is_finite), (wanted, true), "{count}");
            assert_eq!(facts.is_rising, count < 3, "{count}");
            let (low, high) = ends(&all[..count]);
            assert_eq!(
                wanted.map(|reach| (reach.low, reach.high)),
                (low <= high).then_some((low, high))
            );
        }
        let mut gaps = all;
        gaps[4321] = f64::INFINITY;
        let facts = *Column::new(&gaps).facts();
        assert_eq!((facts.reach, facts.is_finite), (Extent::of_x(&gaps).x, false));
    }

    /// Numbers that rise but for one, or of which one is missing.
    fn odd(at: usize, value: f64) -> Vec<f64> {
        let mut numbers: Vec<f64> = (0..7000).map(f64::from).collect();
        numbers[at] = value;
        numbers
    }

    #[test]
    fn parts_are_like_columns_of_their_own() {
        let waves: Vec<f64> = (0..7000).map(|i| (f64::from(i) * 0.7).sin() - 0.2).collect();
        let rising: Vec<f64> = (0..7000).map(|i| f64::from(i) - 5.0).collect();
        let mut all = vec![waves, rising];
        for at in [0, 1023, 1024, 1025, 3000, 6143, 6144, 6999] {
            let values = [-1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
            all.extend(values.map(|value| odd(at, value)));
        }
        let places = [0, 1, 1000, 1023, 1024, 1025, 2048, 3000, 3072, 6144, 6500, 7000];
        for numbers in &all {
            let column = Column::new(numbers);
            for (i, &start) in places.iter().enumerate() {
                for &end in &places[i..] {
                    let part = column.part(start..end);
                    let own = Column::new(&numbers[start..end]);
                    assert_eq!(part.facts(), *own.facts(), "{start}..{end}");
                    let bits =
                        |numbers: &[f64]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
                    assert_eq!(bits(&part), bits(&own));
                    if own.facts().is_finite {
                        let inner = column.part(start / 2..7000);
                        let inner = inner.ends(start - start / 2..end - start / 2);
                        assert_eq!(inner, ends(&own), "{start}..{end}");
                    }
                }
            }
        }
        let column = Column::new(0..5);
        assert_eq!((&*column.part(3..9), &*column.part(9..12)), (&[3.0, 4.0][..], &[][..]));
        assert_eq!(*column.part(1..5).part(1..9), [2.0, 3.0, 4.0]);
    }

    #[test]
    fn one_step_down_anywhere_is_no_rise() {
        for at in [1, 1000, 2047, 2048, 2049, 4999] {
            let mut numbers: Vec<f64> = (0..5000).map(f64::from).collect();
            assert!(Column::new(&numbers).facts().is_rising);
            numbers[at] -= 1.5;
            assert!(!Column::new(&numbers).facts().is_rising, "{at}");
        }
    }
}
