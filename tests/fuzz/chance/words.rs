//! Words, bytes, names, colours and markers.

use super::Chance;
use panim::{Marker, artist::Path};

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

    /// A color for each group of samples.
    pub fn group_colors(&mut self) -> Vec<String> {
        let count = self.or_bad(|chance| chance.groups, &[0, 9]);
        (0..count).map(|_| self.color()).collect()
    }

    pub fn marker(&mut self) -> &'static str {
        const MARKERS: &[&str] = &[
            "o",
            "s",
            "D",
            "d",
            "^",
            "v",
            "<",
            ">",
            "p",
            "*",
            "h",
            "+",
            "x",
            "|",
            "_",
            ".",
            ",",
            "H",
            "8",
            "P",
            "X",
            "1",
            "2",
            "3",
            "4",
            "tickup",
            "caretleft",
            "caretdownbase",
            "$\\mu$",
            "$+1$",
            "none",
        ];
        self.or_bad(|chance| *chance.pick(MARKERS), &["?", "\0", "日", "$$"])
    }

    pub fn own_marker(&mut self) -> Marker {
        let corners = self.count(2, 30);
        let marker = match self.below(0, 4) {
            0 => Marker::polygon(corners),
            1 => Marker::star(corners),
            2 => Marker::asterisk(corners),
            _ => {
                let points = self.values(corners.min(30));
                Marker::path(Path::line(points.iter().copied().zip(points.iter().skip(1).copied())))
            }
        };
        if self.flag() { marker.rotated(self.degrees()) } else { marker }
    }
}
