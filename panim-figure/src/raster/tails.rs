//! What is kept of the areas that a background ends with, so that those that are painted over it
//! later meet them without a seam.

use super::run::Pixels;
use crate::scene::items::Item;
use std::ops::Range;

/// The areas that the background of an axes ends with.
#[derive(Default)]
pub(crate) struct Tail {
    items: Vec<Item>,
    columns: Range<usize>,
    rows: Range<usize>,
    /// What these pixels were before.
    below: Vec<[u8; 4]>,
}

impl Tail {
    /// Keeps what pixels are before the areas are painted.
    pub(super) fn before(pixels: &[u8], touched: Pixels, size: (usize, usize)) -> Self {
        let (columns, rows) = touched.within(size);
        let pixels = pixels.as_chunks().0;
        let row = |y: usize| pixels[y * size.0..][columns.clone()].iter().copied();
        let below = rows.clone().flat_map(row).collect();
        Self { items: Vec::new(), columns, rows, below }
    }

    /// With the items that paint the areas.
    pub(super) fn with(self, items: Vec<Item>) -> Self {
        Self { items, ..self }
    }

    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// What a pixel was before, if the areas may have changed it.
    pub(super) fn below(&self, x: usize, y: usize) -> Option<[u8; 4]> {
        let is_in = self.columns.contains(&x) && self.rows.contains(&y);
        let at = || (y - self.rows.start) * self.columns.len() + x - self.columns.start;
        is_in.then(|| self.below[at()])
    }
}

/// Those of a background, each with the place where its axes ends in it.
#[derive(Default)]
pub(crate) struct Tails(pub(super) Vec<(usize, Tail)>);

impl Tails {
    pub(super) fn at(&self, place: usize) -> Option<&Tail> {
        self.0.iter().find(|(at, _)| *at == place).map(|(_, tail)| tail)
    }
}
