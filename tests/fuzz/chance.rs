//! What chance picks: numbers, data, words and colours, the same for the same seed.

use crate::log::Log;
use fastrand::Rng;

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
    /// Whether a frame is changed, whose columns may get longer or shorter than setup's.
    is_frame: bool,
    pub log: Log,
}

/// Numbers that data may have and nobody expects.
const ODD: &[f64] = &[
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    0.0,
    -0.0,
    1e300,
    -1e300,
    1e16,
    -1e16,
    1e-16,
    1.0,
    -1.0,
];

/// Words, with and without signs that mean something somewhere.
const WORDS: &[&str] = &[
    "",
    " ",
    "a",
    "Temperature",
    "two\nlines",
    "three\n\nlines\n",
    "$x^2$",
    "$10^{-3}\\,\\mathrm{m/s}$",
    "cost ($) vs price ($)",
    "Revenue ($M) / Cost ($K)",
    "$\\frac{a}{b}$",
    "$\\alpha_{i_j}^{k^l}$",
    "$",
    "$$",
    "$$$",
    "\\$5 and \\$6",
    "\\",
    "\\\\",
    "{",
    "}",
    "{}",
    "$}{$",
    "$x_{$",
    "$x^$",
    "$^_^$",
    "$\\unknown$",
    "$\\sqrt{x}$",
    "100 % & more # ~ _ ^",
    "日本",
    "العربية",
    "שלום (1)",
    "👩‍👩‍👧‍👦",
    "e\u{301}\u{302}\u{303}",
    "soft\u{ad}hyphen",
    "\u{200f}\u{202e}abc",
    "\u{0}\u{7}\u{1b}",
    "tab\there",
    "\r\n",
    "\u{feff}mark",
    "\u{10ffff}",
    "_hidden",
];

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
        Self { random, wild, odd, length, grid, groups, ticks, is_frame: false, log }
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
        if self.comes(self.wild) { self.pick(bad).clone() } else { good(self) }
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

    /// A column of data.
    pub fn column(&mut self) -> Vec<f64> {
        let length = self.or_bad(|chance| chance.length, &[0, 1, 7]);
        self.values(length)
    }

    /// A column that may have another length than before; the following ones have it too.
    pub fn fresh_column(&mut self) -> Vec<f64> {
        if self.is_frame && self.comes(0.3) {
            self.length = self.below(0, 30);
        }
        self.column()
    }

    /// Data of one of the kinds that there are.
    pub fn values(&mut self, length: usize) -> Vec<f64> {
        let scale = if self.comes(self.odd) {
            *self.pick(&[1e300, 1e-300, 1e150, 1e12, 1e-12, -1.0, f64::MAX, 0.0])
        } else {
            *self.pick(&[1.0, 1.0, 1.0, 10.0, 1e3, 1e-3])
        };
        let kind = self.below(0, 9);
        let mut values: Vec<f64> = (0..length)
            .map(|i| {
                let x = i as f64;
                scale
                    * match kind {
                        0 => self.between(0.0, 1.0),
                        // about normal
                        1 | 2 => (0..4).map(|_| self.between(-1.0, 1.0)).sum(),
                        3 => x,
                        4 => -x * x,
                        5 => 0.7,
                        6 => 10_f64.powf(self.between(-3.0, 3.0)),
                        7 => (self.random.usize(0..5)) as f64,
                        _ => (x / 3.0).sin(),
                    }
            })
            .collect();
        if self.comes(0.05) {
            // days of 2026
            values = (0..length).map(|i| 1.767e9 + 86_400.0 * i as f64).collect();
        }
        if self.comes(self.odd) {
            let fraction = *self.pick(&[0.1, 0.5, 1.0]);
            for value in &mut values {
                if self.comes(fraction) {
                    *value = *self.pick(ODD);
                }
            }
        }
        values
    }

    /// A column of numbers that are not negative.
    pub fn amounts(&mut self) -> Vec<f64> {
        let wild = self.comes(self.wild);
        let values = self.column().into_iter();
        values.map(|value| if wild { value } else { value.abs() }).collect()
    }

    /// Places from left to right, one for each column of a field or, now and then, one more.
    pub fn across(&mut self) -> Vec<f64> {
        let count = self.grid.1;
        self.places(count)
    }

    /// Places from bottom to top, one for each row of a field.
    pub fn down(&mut self) -> Vec<f64> {
        let count = self.grid.0;
        self.places(count)
    }

    fn places(&mut self, count: usize) -> Vec<f64> {
        if self.comes(self.wild) {
            return self.values(count);
        }
        let step = *self.pick(&[1.0, 0.1, -2.0, 1e3]);
        (0..count).map(|i| step * i as f64).collect()
    }

    /// Rows of a field.
    pub fn rows(&mut self) -> Vec<Vec<f64>> {
        let (rows, columns) = self.or_bad(|chance| chance.grid, &[(0, 0), (1, 0), (1, 1), (3, 1)]);
        let all = self.values(rows * columns);
        (0..rows).map(|row| all[row * columns..(row + 1) * columns].to_vec()).collect()
    }

    /// Places of a field's points, bent.
    pub fn bent(&mut self) -> Vec<Vec<f64>> {
        let (rows, columns) = self.grid;
        let (a, b) = (self.between(-2.0, 2.0), self.between(-2.0, 2.0));
        let at = |row: usize, column: usize| a * row as f64 + b * column as f64;
        (0..rows).map(|row| (0..columns).map(|column| at(row, column)).collect()).collect()
    }

    /// Some samples in each of some groups.
    pub fn samples(&mut self) -> Vec<Vec<f64>> {
        (0..self.groups).map(|_| self.column()).collect()
    }

    /// A number for each group.
    pub fn for_groups(&mut self) -> Vec<f64> {
        let count = self.groups;
        self.growing(count, 0.2)
    }

    /// Where ticks stand.
    pub fn marks(&mut self) -> Vec<f64> {
        let count = self.or_bad(|chance| chance.ticks, &[0, 2]);
        self.growing(count, -1.0)
    }

    /// Two ends or more.
    pub fn edges(&mut self) -> Vec<f64> {
        let count = self.or_bad(|chance| chance.below(2, 7), &[0, 1]);
        self.growing(count, -1.0)
    }

    /// So many numbers that grow.
    fn growing(&mut self, count: usize, start: f64) -> Vec<f64> {
        if self.comes(self.wild) {
            return self.values(count);
        }
        let step = self.between(0.1, 2.0);
        (0..count).map(|i| start + step * i as f64).collect()
    }

    pub fn flags(&mut self) -> Vec<bool> {
        let length = self.or_bad(|chance| chance.length, &[0, 1]);
        (0..length).map(|_| self.flag()).collect()
    }

    /// Words, formulas, and what is neither.
    pub fn text(&mut self) -> String {
        match self.below(0, 8) {
            0..=3 => "value".into(),
            4 | 5 => (*self.pick(WORDS)).into(),
            6 => [*self.pick(WORDS), *self.pick(WORDS)].concat(),
            _ => self.letters(12),
        }
    }

    /// Up to so many letters of formulas and of everywhere.
    pub fn letters(&mut self, most: usize) -> String {
        const SIGNS: &[char] =
            &['$', '\\', '{', '}', '^', '_', ' ', '\n', 'x', '1', '-', 'é', '中'];
        let count = self.below(0, most);
        let letter = |chance: &mut Self| match chance.below(0, 8) {
            0 => chance.random.char(..),
            1 => chance.random.char('\u{300}'..='\u{36f}'),
            _ => *chance.pick(SIGNS),
        };
        (0..count).map(|_| letter(self)).collect()
    }

    /// Changes, adds and takes away up to so many bytes.
    pub fn spoil(&mut self, bytes: &mut Vec<u8>, most: usize) {
        for _ in 0..self.below(0, most + 1) {
            let at = self.below(0, bytes.len() + 1);
            match self.below(0, 5) {
                0 => bytes.insert(at, self.byte()),
                1 if at < bytes.len() => drop(bytes.remove(at)),
                _ if at < bytes.len() => bytes[at] = *self.pick(&[0, 1, 0x7f, 0xff, b'"', b'\n']),
                _ => bytes.push(self.byte()),
            }
        }
    }

    /// Words for each value of a column.
    pub fn names(&mut self) -> Vec<String> {
        let count = self.or_bad(|chance| chance.length, &[0, 1, 2]);
        (0..count).map(|_| self.text()).collect()
    }

    /// Words for each group.
    pub fn group_names(&mut self) -> Vec<String> {
        let count = self.or_bad(|chance| chance.groups, &[0, 9]);
        (0..count).map(|_| self.text()).collect()
    }

    /// Words for each tick.
    pub fn tick_labels(&mut self) -> Vec<String> {
        let count = self.or_bad(|chance| chance.ticks, &[0, 1, 2]);
        (0..count).map(|_| self.text()).collect()
    }

    pub fn color(&mut self) -> String {
        const COLORS: &[&str] = &[
            "C0",
            "C3",
            "C17",
            "red",
            "k",
            "tab:blue",
            "#0f8",
            "#12345678",
            "0.5",
            "none",
            "rebeccapurple",
            "transparent",
        ];
        const BAD: &[&str] = &["", "reddish", "#12", "1.5", "C", "#gggggg", "\u{1f600}"];
        let bad = BAD.iter().map(|color| (*color).to_owned()).collect::<Vec<_>>();
        self.or_bad(|chance| (*chance.pick(COLORS)).into(), &bad)
    }

    /// So many colours as there are values, or some.
    pub fn colors(&mut self) -> Vec<String> {
        let count = if self.flag() { self.length } else { self.below(0, 4) };
        (0..count).map(|_| self.color()).collect()
    }

    pub fn marker(&mut self) -> char {
        const MARKERS: &[char] =
            &['o', '.', 's', 'D', 'd', '^', 'v', '<', '>', 'p', '*', 'h', '+', 'x', '|', '_'];
        self.or_bad(|chance| *chance.pick(MARKERS), &['?', '\0', '日'])
    }
}
