//! What chance picks: numbers here, data and words beside, the same for the same seed.

mod data;
mod words;

use crate::log::Log;
use data::ODD;
use fastrand::Rng;
use panim::{Axes, Handle};

/// A source of values, good and bad.
pub struct Chance {
    random: Rng,
    /// How likely an argument is one that must be refused.
    wild: f64,
    /// How likely data hold what is no usual number.
    odd: f64,
    /// Values in a column of data.
    pub length: usize,
    /// Rows and columns of a field.
    pub grid: (usize, usize),
    /// Groups of samples.
    pub groups: usize,
    /// Ticks where they are said.
    pub ticks: usize,
    /// Of the figure, for what points into another one.
    pub axes: [Handle<Axes>; 2],
    /// Whether a frame is changed, whose columns may get longer or shorter than setup's.
    is_frame: bool,
    pub log: Log,
}

impl Chance {
    /// The chance of a seed alone.
    pub fn of(seed: u64) -> Self {
        let mut random = Rng::with_seed(seed);
        // one in three has arguments to be refused, half have odd data
        let wild = if random.f64() < 0.33 { 0.01 } else { 0.0 };
        let odd = if random.f64() < 0.5 { 0.2 } else { 0.0 };
        let length = [0, 1, 2, 3, 5, 8, 20, 60][random.usize(0..8)];
        let grid = [(2, 2), (2, 3), (3, 2), (4, 3), (5, 5), (9, 12)][random.usize(0..6)];
        let (groups, ticks) = (random.usize(0..4), random.usize(0..5));
        let log = Log::default();
        let (axes, is_frame) = ([Handle::default(); 2], false);
        Self { random, wild, odd, length, grid, groups, ticks, axes, is_frame, log }
    }

    /// The chance of one frame: the same kind of values, others for each frame.
    pub fn again(&self, seed: u64) -> Self {
        let random = Rng::with_seed(seed);
        Self { random, is_frame: true, log: Log::default(), ..*self }
    }

    /// With a log of calls.
    pub fn with(self, log: Log) -> Self {
        Self { log, ..self }
    }

    /// Whether something comes that does with this probability.
    pub fn comes(&mut self, probability: f64) -> bool {
        self.random.f64() < probability
    }

    /// Whether something comes that is not allowed.
    pub fn is_wild(&mut self) -> bool {
        self.comes(self.wild)
    }

    pub fn flag(&mut self) -> bool {
        self.random.bool()
    }

    /// A number from `low` up to `high`, that excluded.
    pub fn below(&mut self, low: usize, high: usize) -> usize {
        self.random.usize(low..high)
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.random.f64() * (high - low)
    }

    pub fn byte(&mut self) -> u8 {
        self.random.u8(..)
    }

    /// Any pattern of bits.
    pub fn bits(&mut self) -> u64 {
        self.random.u64(..)
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.random.usize(0..all.len())]
    }

    /// One that is allowed, or now and then one that is not.
    fn or_bad<T: Clone>(&mut self, good: impl FnOnce(&mut Self) -> T, bad: &[T]) -> T {
        if self.is_wild() { self.pick(bad).clone() } else { good(self) }
    }

    /// A coordinate.
    pub fn number(&mut self) -> f64 {
        if self.comes(self.odd) {
            return *self.pick(ODD);
        }
        match self.below(0, 4) {
            0 => self.between(-10.0, 10.0),
            1 => self.between(0.0, 1.0),
            2 => self.below(0, 20) as f64,
            _ => self.between(0.1, 100.0),
        }
    }

    /// A size in points.
    pub fn size(&mut self) -> f64 {
        self.or_bad(
            |chance| if chance.comes(0.1) { 0.0 } else { chance.between(0.1, 16.0) },
            &[-1.0, f64::NAN, f64::INFINITY, 1e12, 1e5],
        )
    }

    /// Some sizes.
    pub fn sizes(&mut self) -> Vec<f64> {
        (0..self.below(1, 5)).map(|_| self.size()).collect()
    }

    /// A number of 0 to 1.
    pub fn fraction(&mut self) -> f64 {
        self.or_bad(
            |chance| if chance.comes(0.2) { 1.0 } else { chance.between(0.0, 1.0) },
            &[-0.1, 1.1, f64::NAN, f64::INFINITY],
        )
    }

    /// More than 0.
    pub fn positive(&mut self) -> f64 {
        self.or_bad(
            |chance| chance.between(0.05, 3.0),
            &[0.0, -1.0, f64::NAN, f64::INFINITY, 1e300, 1e-300],
        )
    }

    /// Any finite number.
    pub fn finite(&mut self) -> f64 {
        self.or_bad(|chance| chance.between(-5.0, 5.0), ODD)
    }

    pub fn degrees(&mut self) -> f64 {
        self.or_bad(
            |chance| *chance.pick(&[0.0, 30.0, 45.0, 90.0, -17.5, 200.0, 720.0]),
            &[f64::NAN, f64::INFINITY, 1e300],
        )
    }

    /// How many of something.
    pub fn count(&mut self, low: usize, high: usize) -> usize {
        self.or_bad(|chance| chance.below(low, high), &[0, usize::MAX, 1_000_000_000, 65_536])
    }

    /// The low and the high end of a range of values.
    pub fn low(&mut self) -> f64 {
        self.or_bad(|chance| *chance.pick(&[0.1, 0.1, 1e-3, 0.0, -5.0]), ODD)
    }

    pub fn high(&mut self) -> f64 {
        self.or_bad(|chance| *chance.pick(&[0.5, 2.5, 10.0, 1e4, 2e9]), ODD)
    }

    /// The first and the last limit of an axis, which may be inverted or next to each other.
    pub fn first(&mut self) -> f64 {
        if self.comes(0.1) { *self.pick(&[1.0, 20.0, 1e9, -10.0]) } else { self.low() }
    }

    pub fn last(&mut self) -> f64 {
        if self.comes(0.1) { *self.pick(&[1.0, 1.0 + 1e-12, 1e-9]) } else { self.high() }
    }
}
