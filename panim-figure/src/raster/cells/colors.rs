//! The colours of cells, ready to be weighed and added.

use super::smooth::Between;
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

    /// The colours between cells of two rows, which begin at `cells`, at so many pixels. Values
    /// are blended before they become colours, as in matplotlib.
    pub(super) fn between(
        &self,
        cells: [usize; 2],
        fraction: f64,
        places: &[Between],
        found: &mut Vec<Lanes>,
    ) {
        let corners = |place: &Between| {
            let weights = [1.0 - place.fraction, place.fraction];
            let corner = |row: usize, column: usize, weight: f64| (cells[row] + column, weight);
            [
                corner(0, place.from, (1.0 - fraction) * weights[0]),
                corner(0, place.to, (1.0 - fraction) * weights[1]),
                corner(1, place.from, fraction * weights[0]),
                corner(1, place.to, fraction * weights[1]),
            ]
        };
        found.clear();
        match self {
            Self::Mapped { values, lookup, entries } => {
                let blended: Vec<f64> =
                    places.iter().map(|place| blended(values, corners(place))).collect();
                lookup.extend(found, &blended, entries);
            }
            Self::Ready { .. } => found.extend(places.iter().map(|place| {
                let mut parts = [0.0; 4];
                for (cell, weight) in corners(place) {
                    for (sum, part) in parts.iter_mut().zip(self.of(cell).parts()) {
                        *sum += weight * f64::from(part);
                    }
                }
                Lanes::of(parts.map(|part| part.round() as u8))
            })),
        }
    }
}

/// The mean of values by weights that add up to 1. One that is not finite does not count, unless
/// its weight is the largest.
fn blended(values: &[f64], corners: [(usize, f64); 4]) -> f64 {
    let sum: f64 = corners.iter().map(|&(cell, weight)| weight * values[cell]).sum();
    if sum.is_finite() {
        return sum;
    }
    let nearest = corners.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    if nearest.is_none_or(|(cell, _)| !values[*cell].is_finite()) {
        return f64::NAN;
    }
    let known = corners.iter().filter(|(cell, _)| values[*cell].is_finite());
    let (sum, weights) = known.fold((0.0, 0.0), |(sum, weights), &(cell, weight)| {
        (sum + weight * values[cell], weights + weight)
    });
    sum / weights
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
        let places = [0.0, 0.5, 1.0].map(|fraction| Between { from: 0, to: 1, fraction });
        let mut found = Vec::new();
        colors.between([0, 2], 0.0, &places, &mut found);
        let tab = |i: usize| Lanes::new(Color::cycle(i), 1.0);
        assert_eq!(found, [0, 2, 4].map(tab));
        colors.between([0, 2], 0.75, &places, &mut found);
        assert_eq!(found[0], tab(7));
        assert_eq!(found[2], Lanes::NONE);
    }

    #[test]
    fn a_gap_is_as_large_as_its_cell() {
        let blended = |weights: [f64; 4]| {
            let corners = [0, 1, 2, 3].map(|i| (i, weights[i]));
            blended(&[0.0, 4.0, f64::NAN, 6.0], corners)
        };
        assert_eq!(blended([0.5, 0.5, 0.0, 0.0]), 2.0);
        assert_eq!(blended([0.5, 0.125, 0.25, 0.125]), 1.25 / 0.75);
        assert!(blended([0.2, 0.1, 0.6, 0.1]).is_nan());
    }
}
