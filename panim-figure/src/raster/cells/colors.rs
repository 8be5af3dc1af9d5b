//! The colours of cells, ready to be weighed and added.

use super::smooth::Taps;
use crate::{
    color::{Color, mapping::Lookup},
    scene::cells::{CellColors, CellGrid},
};
use std::ops::Range;
use vello_cpu::color::PremulRgba8;

/// Red, green, blue, each times the opacity, and the opacity: each in 16 of 64 bits, so that one
/// multiplication weighs all four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lanes(u64);

const LOW_BYTES: u64 = 0x00ff_00ff_00ff_00ff;
const HALVES: u64 = 0x0080_0080_0080_0080;

impl Lanes {
    pub(super) const NONE: Self = Self(0);

    /// A colour with its opacity times `alpha`.
    pub(super) fn new(color: Color, alpha: f64) -> Self {
        let alpha = color.alpha() * alpha;
        let part = |part: u8| (f64::from(part) * alpha).round() as u8;
        let opacity = (255.0 * alpha).round() as u8;
        Self::of([part(color.red()), part(color.green()), part(color.blue()), opacity])
    }

    pub(super) fn of(parts: [u8; 4]) -> Self {
        Self(parts.into_iter().rev().fold(0, |all, part| all << 16 | u64::from(part)))
    }

    pub(super) fn parts(self) -> [u8; 4] {
        [0, 16, 32, 48].map(|shift| (self.0 >> shift) as u8)
    }

    /// Times a fraction in 256ths; [`Lanes::shrunk`] once all have been added.
    pub(super) fn times(self, fraction: u64) -> Self {
        Self(self.0 * fraction)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// What was added up of fractions, rounded.
    pub(super) fn shrunk(self) -> Self {
        Self(((self.0 + HALVES) >> 8) & LOW_BYTES)
    }

    pub(super) fn pixel(self) -> PremulRgba8 {
        let [r, g, b, a] = self.parts();
        PremulRgba8 { r, g, b, a }
    }
}

/// What colour each cell has.
pub(super) enum Colors<'a> {
    /// By their values; the entries are those of [`Colormap::table`](crate::Colormap).
    Mapped { values: &'a [f64], lookup: Lookup<'a>, entries: Vec<Lanes> },
    /// As they are.
    Ready { pixels: &'a [[u8; 4]], alpha: f64 },
}

impl<'a> Colors<'a> {
    pub(super) fn new(cells: &'a CellGrid) -> Self {
        let alpha = cells.alpha;
        match &cells.colors {
            CellColors::Mapped(values, mapping) => {
                let lanes = |color: &Color| Lanes::new(*color, alpha);
                let entries = mapping.colormap.table().iter().map(lanes).collect();
                Self::Mapped { values: values.values(), lookup: mapping.lookup(), entries }
            }
            CellColors::Ready(pixels) => Self::Ready { pixels, alpha },
        }
    }

    /// The colour of one cell.
    #[inline]
    pub(super) fn of(&self, cell: usize) -> Lanes {
        match self {
            Self::Mapped { values, .. } => self.of_value(values[cell]),
            Self::Ready { pixels, alpha } => {
                let [r, g, b, a] = pixels[cell];
                if a == 255 && *alpha == 1.0 {
                    return Lanes::of([r, g, b, a]);
                }
                Lanes::new(Color::rgba(r, g, b, f64::from(a) / 255.0), *alpha)
            }
        }
    }

    /// The colours of cells that follow each other.
    pub(super) fn of_all(&self, cells: Range<usize>, found: &mut Vec<Lanes>) {
        found.clear();
        match self {
            Self::Mapped { values, lookup, entries, .. } => {
                lookup.extend(found, &values[cells], entries);
            }
            Self::Ready { .. } => found.extend(cells.map(|cell| self.of(cell))),
        }
    }

    #[inline]
    fn of_value(&self, value: f64) -> Lanes {
        match self {
            Self::Mapped { lookup, entries, .. } => entries[lookup.index(value)],
            Self::Ready { .. } => Lanes::NONE,
        }
    }

    /// The colours of a row of pixels that are means of cells in so many columns: `rows` says which rows of cells
    /// count, and how much. Values are mixed before they become colours, as in matplotlib. One that is not finite
    /// does not count, unless half of the weight is theirs.
    pub(super) fn mixed(
        &self,
        columns: usize,
        rows: &[(usize, f64)],
        places: &Taps,
        found: &mut Vec<Lanes>,
    ) {
        let seen = places.cells();
        found.clear();
        match self {
            Self::Mapped { values, lookup, entries } => {
                // of each column the sum, and the weight of what is known
                let mut sums = vec![(0.0, 0.0); seen.len()];
                for &(row, weight) in rows {
                    let begun = row * columns;
                    let row = &values[begun + seen.start..begun + seen.end];
                    for (sum, &value) in sums.iter_mut().zip(row) {
                        if value.is_finite() {
                            *sum = (sum.0 + weight * value, sum.1 + weight);
                        }
                    }
                }
                let mix = |pixel: usize| {
                    let (sum, known) = places.of(pixel).iter().fold(
                        (0.0, 0.0),
                        |(sum, known), &(cell, weight)| {
                            let column = sums[cell - seen.start];
                            (sum + weight * column.0, known + weight * column.1)
                        },
                    );
                    // rounding must not make another value of equal ones
                    match (known - 1.0).abs() < 1e-9 {
                        true => sum,
                        false if known >= 0.5 => sum / known,
                        false => f64::NAN,
                    }
                };
                let mixed: Vec<f64> = (0..places.len()).map(mix).collect();
                lookup.extend(found, &mixed, entries);
            }
            Self::Ready { .. } => {
                let mut sums = vec![[0.0; 4]; seen.len()];
                for &(row, weight) in rows {
                    for (sum, column) in sums.iter_mut().zip(seen.clone()) {
                        let parts = self.of(row * columns + column).parts();
                        for (sum, part) in sum.iter_mut().zip(parts) {
                            *sum += weight * f64::from(part);
                        }
                    }
                }
                found.extend((0..places.len()).map(|pixel| {
                    let mut parts = [0.0; 4];
                    for &(cell, weight) in places.of(pixel) {
                        for (part, sum) in parts.iter_mut().zip(sums[cell - seen.start]) {
                            *part += weight * sum;
                        }
                    }
                    // what swings beyond stays within what the opacity allows
                    let opacity = parts[3].round().clamp(0.0, 255.0);
                    Lanes::of(parts.map(|part| part.round().clamp(0.0, opacity) as u8))
                }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::rows::Matrix, color::mapping::Mapping, scene::cells::CellPlaces};
    use vello_cpu::kurbo::Rect;

    #[test]
    fn shares_of_a_color_add_up_to_it() {
        let color = Lanes::new(Color::rgba(255, 128, 3, 0.5), 1.0);
        assert_eq!(color.parts(), [128, 64, 2, 128]);
        let sum = [1, 100, 155]
            .map(|fraction| color.times(fraction))
            .into_iter()
            .fold(Lanes::NONE, Lanes::plus);
        assert_eq!(sum.shrunk(), color);
        let white = Lanes::of([255; 4]);
        assert_eq!(white.times(256).shrunk(), white);
        let half = white.times(128).plus(Lanes::of([0, 0, 0, 255]).times(128)).shrunk();
        assert_eq!(half.parts(), [128, 128, 128, 255]);
    }

    #[test]
    fn values_are_blended_before_they_become_colors() {
        let mut mapping = Mapping::default();
        mapping.colormap = "tab10".into();
        mapping.freeze([0.0, 10.0].into_iter());
        let cells = CellGrid {
            places: CellPlaces::Quads { corners: Vec::new(), stride: 3 },
            colors: CellColors::Mapped(Matrix::new([[0.0, 4.2], [9.9, f64::NAN]]), mapping),
            alpha: 1.0,
            room: Rect::ZERO,
        };
        let colors = Colors::new(&cells);
        let places = Taps::test(&[&[(0, 1.0)], &[(0, 0.5), (1, 0.5)], &[(1, 1.0)]]);
        let mut found = Vec::new();
        colors.mixed(2, &[(0, 1.0)], &places, &mut found);
        let tab = |i: usize| Lanes::new(Color::cycle(i), 1.0);
        assert_eq!(found, [0, 2, 4].map(tab));
        colors.mixed(2, &[(0, 0.25), (1, 0.75)], &places, &mut found);
        assert_eq!(found[0], tab(7));
        assert_eq!(found[2], Lanes::NONE);
    }

    #[test]
    fn a_gap_is_half_way_to_its_neighbours() {
        let mut mapping = Mapping::default();
        mapping.colormap = "tab10".into();
        mapping.freeze([0.0, 10.0].into_iter());
        let cells = CellGrid {
            places: CellPlaces::Quads { corners: Vec::new(), stride: 3 },
            colors: CellColors::Mapped(Matrix::new([[3.5, f64::NAN]]), mapping),
            alpha: 1.0,
            room: Rect::ZERO,
        };
        let places = Taps::test(&[&[(0, 0.51), (1, 0.49)], &[(0, 0.49), (1, 0.51)]]);
        let mut found = Vec::new();
        Colors::new(&cells).mixed(2, &[(0, 1.0)], &places, &mut found);
        assert_eq!(found, [Lanes::new(Color::cycle(3), 1.0), Lanes::NONE]);
    }
}
