//! What is known of many numbers as a whole, from what is known of each block of them.

use crate::base::extent::Reach;

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

/// The numbers of a block: what is known of each takes a 256th of their memory.
pub(crate) const FACTS_BLOCK: usize = 1024;

/// Numbers that are gone through side by side.
const LANES: usize = 8;

/// What a block of numbers is like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BlockFacts {
    /// Of the finite ones; infinite without any.
    pub(crate) low: f64,
    pub(crate) high: f64,
    least_positive: f64,
    is_finite: bool,
    /// None is below the one before it, nor the first below the last of the block before.
    is_rising: bool,
}

impl BlockFacts {
    /// Of each block of numbers, of which the first one follows `last`.
    pub(crate) fn each(numbers: &[f64], mut last: f64) -> impl Iterator<Item = Self> {
        numbers.chunks(FACTS_BLOCK).map(move |block| {
            let before = std::mem::replace(&mut last, block[block.len() - 1]);
            Self::of(block, before)
        })
    }

    fn of(block: &[f64], last: f64) -> Self {
        let mut ends = Ends::default();
        ends.add(block);
        if !ends.is_finite() {
            let finite = block.iter().filter_map(|&value| Reach::of(value)).reduce(Reach::with);
            let (none, no_more) = (f64::INFINITY, f64::NEG_INFINITY);
            let all = finite.unwrap_or(Reach::between(none, no_more, none));
            let Reach { low, high, least_positive, .. } = all;
            return Self { low, high, least_positive, is_finite: false, is_rising: false };
        }
        let [low, high, least_positive] = ends.least_of_all();
        let pairs = block.iter().zip(&block[1..]);
        let is_rising = last <= block[0] && pairs.fold(true, |rising, (a, b)| rising & (a <= b));
        Self { low, high, least_positive, is_finite: true, is_rising }
    }
}

impl Facts {
    /// Of blocks that follow each other.
    pub(crate) fn of(blocks: impl Iterator<Item = BlockFacts>) -> Self {
        let (none, no_more) = (f64::INFINITY, f64::NEG_INFINITY);
        let nothing = BlockFacts {
            low: none,
            high: no_more,
            least_positive: none,
            is_finite: true,
            is_rising: true,
        };
        let all = blocks.fold(nothing, |all, block| BlockFacts {
            low: all.low.min(block.low),
            high: all.high.max(block.high),
            least_positive: all.least_positive.min(block.least_positive),
            is_finite: all.is_finite & block.is_finite,
            is_rising: all.is_rising & block.is_rising,
        });
        let BlockFacts { low, high, least_positive, is_finite, is_rising } = all;
        let reach = (low <= high).then(|| Reach::between(low, high, least_positive));
        Self { reach, is_finite, is_rising }
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
