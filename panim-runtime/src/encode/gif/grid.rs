//! Colours that follow from what is drawn alone.
//!
//! A transparent picture of a GIF draws again what stands still, in another group with another encoder, on
//! another machine perhaps. So that it has the same colours there, each colour becomes the nearest on a grid,
//! whatever else is in the picture. Only a picture that has too many colours on it takes a coarser one.

use super::{palette::Palette, table::ColorCounts};

/// Most colours of a picture, without the one that means that nothing changed.
const MOST: usize = 255;

/// Levels of each channel of the coarsest grid, which has no more colours than there may be.
const COARSEST: [u16; 3] = [6, 7, 6];

/// How far colours are off on grids between the one that is asked for and the coarsest.
const LEAST_COARSE: u8 = 2;
const MOST_COARSE: u8 = 16;

/// Grids, from the one that is asked for to the coarsest.
pub(super) struct Grids {
    all: Vec<ColorGrid>,
    /// The one in use.
    current: usize,
}

/// What each level of each channel becomes.
struct ColorGrid([[u8; 256]; 3]);

impl Grids {
    /// Of which the first is off by no more than `tolerance` in any channel.
    pub(super) fn new(tolerance: u8) -> Self {
        let coarser = std::iter::successors(Some(LEAST_COARSE), |off| off.checked_mul(2))
            .take_while(|off| *off <= MOST_COARSE)
            .filter(|off| *off > tolerance);
        let off = std::iter::once(tolerance).chain(coarser);
        let all = off.map(|off| ColorGrid::new([1 + 255_u16.div_ceil(2 * u16::from(off) + 1); 3]));
        Self { all: all.chain([ColorGrid::new(COARSEST)]).collect(), current: 0 }
    }

    /// A palette for these colours. Those that are fixed stay as they are, if that can be, and the others are
    /// on the grid that was used last, if there are not too many.
    pub(super) fn palette(&mut self, colors: &ColorCounts) -> Palette {
        let last = self.all.len() - 1;
        for keeps_fixed in [true, false] {
            for (at, grid) in self.all.iter().enumerate().skip(self.current) {
                if let Some(palette) = grid.palette(colors, keeps_fixed) {
                    self.current = at;
                    return palette;
                }
            }
        }
        self.current = last;
        unreachable!("every colour is on the coarsest grid, which has {MOST} at most")
    }
}

impl ColorGrid {
    /// With so many levels in each channel, of which the first is 0 and the last 255.
    fn new(levels: [u16; 3]) -> Self {
        Self(levels.map(|levels| {
            let steps = u32::from(levels - 1).min(255);
            std::array::from_fn(|value| {
                let step = (value as u32 * steps + 127) / 255;
                ((step * 255 + steps / 2) / steps) as u8
            })
        }))
    }

    fn of(&self, color: [u8; 3]) -> [u8; 3] {
        std::array::from_fn(|channel| self.0[channel][usize::from(color[channel])])
    }

    /// None: there are too many colours.
    fn palette(&self, colors: &ColorCounts, keeps_fixed: bool) -> Option<Palette> {
        let mut chosen = ColorCounts::default();
        let mut places = Vec::with_capacity(colors.found().len());
        for (number, &(color, _)) in colors.found().iter().enumerate() {
            let stays = keeps_fixed && colors.is_fixed(number as u32);
            let [r, g, b] = if stays { color } else { self.of(color) };
            places.push(chosen.number([r, g, b, 255]) as u8);
            if chosen.found().len() > MOST {
                return None;
            }
        }
        let chosen = chosen.found().iter().map(|(color, _)| *color).collect();
        Some(Palette::chosen(chosen, places))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(colors: impl IntoIterator<Item = [u8; 3]>) -> ColorCounts {
        let mut counts = ColorCounts::default();
        colors.into_iter().for_each(|[r, g, b]| _ = counts.number([r, g, b, 255]));
        counts
    }

    #[test]
    fn colours_are_off_by_what_is_tolerated_at_most() {
        for tolerance in 0..=12 {
            let grid = &Grids::new(tolerance).all[0].0[0];
            assert_eq!((grid[0], grid[255]), (0, 255));
            for (value, shown) in grid.iter().enumerate() {
                assert!(shown.abs_diff(value as u8) <= tolerance, "{tolerance}: {value}, {shown}");
                assert_eq!(grid[usize::from(*shown)], *shown, "what is on the grid stays there");
            }
        }
    }

    #[test]
    fn a_colour_is_the_same_whatever_is_beside_it() {
        let rest = |seed: u8| (0..150).map(move |i| [i, seed, i / 2]);
        for color in [[31, 119, 180], [7, 8, 9]] {
            let shown = [3, 200].map(|seed| {
                let colors = counted(std::iter::once(color).chain(rest(seed)));
                Grids::new(5).palette(&colors).color(0)
            });
            assert_eq!(shown[0], shown[1]);
        }
    }

    #[test]
    fn whatever_there_is_has_a_palette() {
        let all =
            (0..64_u32).flat_map(|r| (0..64).map(move |g| [4 * r as u8, 4 * g, (r * 9) as u8]));
        let mut grids = Grids::new(0);
        let colors = counted(all);
        let palette = grids.palette(&colors);
        assert!(palette.bytes().len() <= 3 * 256 && grids.current > 0);
        // and on a coarser grid it stays
        let few = counted([[1, 2, 3]]);
        assert_ne!(grids.palette(&few).color(0), [1, 2, 3, 255]);

        let mut fixed = ColorCounts::default();
        (0..=255).for_each(|i| _ = fixed.fixed([i, 255 - i, 7, 255]));
        assert!(Grids::new(5).palette(&fixed).bytes().len() <= 3 * 256);
    }
}
