//! A column of numbers as artists keep it, and what is known of it as a whole.

use super::Data;
use crate::base::{extent::Reach, same::Same};
use std::{
    ops::Deref,
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
    facts: OnceLock<Facts>,
}

/// What a column is like as a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Facts {
    /// Of its finite numbers.
    pub(crate) reach: Option<Reach>,
    /// All of them are finite.
    pub(crate) is_finite: bool,
    /// None is below the one before it.
    pub(crate) is_rising: bool,
}

impl Column {
    pub(crate) fn new(values: impl Data) -> Self {
        values.values().collect()
    }

    /// What it is like as a whole: gone through once, however often it is asked.
    pub(crate) fn facts(&self) -> &Facts {
        self.0.facts.get_or_init(|| Facts::of(&self.0.numbers))
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

/// Numbers that are gone through side by side.
const LANES: usize = 8;

/// Numbers that are gone through while they are in the nearest cache.
const BLOCK: usize = 2048;

impl Facts {
    fn of(numbers: &[f64]) -> Self {
        let mut ends = Ends::default();
        let mut is_rising = true;
        let mut last = f64::NEG_INFINITY;
        for block in numbers.chunks(BLOCK) {
            ends.add(block);
            is_rising = is_rising && {
                let pairs = block.iter().zip(&block[1..]);
                let begins = last <= block[0];
                last = block[block.len() - 1];
                begins & pairs.fold(true, |rising, (a, b)| rising & (a <= b))
            };
        }
        if ends.is_finite() {
            let [low, high, least_positive] = ends.least_of_all();
            let reach = (!numbers.is_empty()).then(|| Reach::between(low, high, least_positive));
            return Self { reach, is_finite: true, is_rising };
        }
        let reach = numbers.iter().filter_map(|&value| Reach::of(value)).reduce(Reach::with);
        Self { reach, is_finite: false, is_rising: false }
    }
}

/// The ends of numbers, of each eighth of them by itself.
struct Ends {
    low: [f64; LANES],
    high: [f64; LANES],
    least_positive: [f64; LANES],
    /// Not a number once one was not finite.
    odd: [f64; LANES],
}

impl Default for Ends {
    fn default() -> Self {
        Self {
            low: [f64::INFINITY; LANES],
            high: [f64::NEG_INFINITY; LANES],
            least_positive: [f64::INFINITY; LANES],
            odd: [0.0; LANES],
        }
    }
}

impl Ends {
    fn add(&mut self, numbers: &[f64]) {
        let (eights, rest) = numbers.as_chunks::<LANES>();
        eights.iter().for_each(|eight| self.add_each(eight));
        let mut padded = [rest.first().copied().unwrap_or(0.0); LANES];
        padded[..rest.len()].copy_from_slice(rest);
        if !rest.is_empty() {
            self.add_each(&padded);
        }
    }

    #[inline]
    fn add_each(&mut self, numbers: &[f64; LANES]) {
        for (i, &value) in numbers.iter().enumerate() {
            self.low[i] = if value < self.low[i] { value } else { self.low[i] };
            self.high[i] = if value > self.high[i] { value } else { self.high[i] };
            let positive = if value > 0.0 { value } else { f64::INFINITY };
            let least = self.least_positive[i];
            self.least_positive[i] = if positive < least { positive } else { least };
            self.odd[i] += value * 0.0;
        }
    }

    fn is_finite(&self) -> bool {
        self.odd.iter().all(|odd| *odd == 0.0)
    }

    /// The lowest, the highest and the lowest positive one.
    fn least_of_all(&self) -> [f64; 3] {
        let least = |of: &[f64; LANES]| of.iter().copied().fold(f64::INFINITY, f64::min);
        let high = self.high.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        [least(&self.low), high, least(&self.least_positive)]
    }
}

/// The lowest and the highest of finite numbers; of none, the highest is below the lowest.
pub(crate) fn ends(numbers: &[f64]) -> (f64, f64) {
    let (eights, rest) = numbers.as_chunks::<LANES>();
    let (mut low, mut high) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
    for eight in eights {
        for (i, &value) in eight.iter().enumerate() {
            low[i] = if value < low[i] { value } else { low[i] };
            high[i] = if value > high[i] { value } else { high[i] };
        }
    }
    let low = low.iter().chain(rest).copied().fold(f64::INFINITY, f64::min);
    (low, high.iter().chain(rest).copied().fold(f64::NEG_INFINITY, f64::max))
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
