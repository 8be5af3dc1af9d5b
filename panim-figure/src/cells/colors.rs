//! The colours of cells, ready to be weighed and added.

use crate::{
    artist::Common,
    color::Color,
    mapping::{Lookup, Mapping},
};
use vello_cpu::color::PremulRgba8;

/// Red, green, blue, each times the opacity, and the opacity: each in 16 of 64 bits, so that one
/// multiplication weighs all four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lanes(u64);

const LOW_BYTES: u64 = 0x00ff_00ff_00ff_00ff;
const HALVES: u64 = 0x0080_0080_0080_0080;

impl Lanes {
    pub(crate) const NONE: Self = Self(0);

    /// A colour with its opacity times `alpha`.
    pub(crate) fn new(color: Color, alpha: f64) -> Self {
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

    /// Times a share in 256ths; [`Lanes::shrunk`] once all have been added.
    pub(super) fn times(self, share: u64) -> Self {
        Self(self.0 * share)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// What was added up of shares, rounded.
    pub(super) fn shrunk(self) -> Self {
        Self(((self.0 + HALVES) >> 8) & LOW_BYTES)
    }

    pub(super) fn pixel(self) -> PremulRgba8 {
        let [r, g, b, a] = self.parts();
        PremulRgba8 { r, g, b, a }
    }
}

/// What colour each cell has.
pub(crate) enum Colors<'a> {
    Mapped {
        values: &'a [f64],
        lookup: Lookup<'a>,
        entries: Vec<Lanes>,
        bad: Lanes,
    },
    /// As they are.
    Ready {
        pixels: &'a [[u8; 4]],
        alpha: f64,
    },
}

impl<'a> Colors<'a> {
    pub(crate) fn mapped(values: &'a [f64], mapping: &'a Mapping, common: &Common) -> Self {
        let lanes = |color: &Color| Lanes::new(*color, common.alpha);
        let entries = mapping.colormap.entries().iter().map(lanes).collect();
        let bad = lanes(&mapping.colormap.bad_color());
        Self::Mapped { values, lookup: mapping.lookup(), entries, bad }
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

    #[inline]
    fn of_value(&self, value: f64) -> Lanes {
        match self {
            Self::Mapped { lookup, entries, bad, .. } => {
                lookup.entry(value).map_or(*bad, |entry| entries[entry])
            }
            Self::Ready { .. } => Lanes::NONE,
        }
    }

    /// The colour between four cells, weights adding up to 1. Values are blended before they
    /// become colours, as in matplotlib; one that is not finite does not count, unless its is the
    /// largest weight.
    pub(super) fn between(&self, cells: [(usize, f64); 4]) -> Lanes {
        match self {
            Self::Mapped { values, .. } => {
                let nearest = cells.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
                if nearest.is_none_or(|(cell, _)| !values[cell].is_finite()) {
                    return self.of_value(f64::NAN);
                }
                let known = cells.into_iter().filter(|(cell, _)| values[*cell].is_finite());
                let (sum, weights) = known.fold((0.0, 0.0), |(sum, weights), (cell, weight)| {
                    (sum + weight * values[cell], weights + weight)
                });
                self.of_value(sum / weights)
            }
            Self::Ready { .. } => {
                let mut parts = [0.0; 4];
                for (cell, weight) in cells {
                    for (sum, part) in parts.iter_mut().zip(self.of(cell).parts()) {
                        *sum += weight * f64::from(part);
                    }
                }
                Lanes::of(parts.map(|part| part.round() as u8))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_color_add_up_to_it() {
        let color = Lanes::new(Color::rgba(255, 128, 3, 0.5), 1.0);
        assert_eq!(color.parts(), [128, 64, 2, 128]);
        let sum = [1, 100, 155]
            .map(|share| color.times(share))
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
        mapping.settle([0.0, 10.0].into_iter());
        let values = [0.0, 4.2, f64::NAN, 6.0];
        let colors = Colors::mapped(&values, &mapping, &Common::default());
        let tab = |i: usize| Lanes::new(Color::cycle(i), 1.0);
        let quarters = |weights: [f64; 4]| colors.between([0, 1, 2, 3].map(|i| (i, weights[i])));
        assert_eq!(quarters([0.5, 0.5, 0.0, 0.0]), tab(2));
        // three weights of 0.2 over 0, 4.2 and 6, since the fourth has no value
        assert_eq!(quarters([0.3, 0.2, 0.25, 0.25]), tab(3));
        assert_eq!(quarters([0.2, 0.1, 0.6, 0.1]), Lanes::NONE);
    }
}
