//! Which colours a picture is shown with.
//!
//! Plots have few colours, and many shades between them where edges are smoothed. Colours that many
//! pixels have are shown exactly; a rarer one is shown as one of those if it differs by no more than is
//! tolerated. Where the palette is too small for that, as for a photograph, it is chosen by a network
//! that learns from the colours, and those that many pixels have are exact all the same.

use super::table::ColorCounts;
use color_quant::NeuQuant;
use std::cmp::Reverse;

/// Most colours of a picture, with the one that means that nothing changed.
const MOST: usize = 256;

/// Differences in a channel that are tolerated at most before the palette is learnt.
const MOST_TOLERATED: u8 = 12;

/// What has at least one pixel of so many is exact in a learnt palette.
const FREQUENT: u32 = 512;

/// Most colours that are exact in a learnt palette; the network needs 64 for itself.
const MOST_EXACT: usize = 127;

/// About so many colours are learnt from.
const LEARNT_FROM: usize = 16_384;

/// The palette of one picture.
pub(in crate::encode) struct Palette {
    /// Without those that stand for none.
    colors: Vec<[u8; 3]>,
    /// How many of those there are, before all others.
    reserved: usize,
    /// Which of the palette each colour is shown as, by its number.
    shown: Vec<u8>,
    /// It is too small for the picture.
    is_coarse: bool,
}

impl Palette {
    /// For these colours, whose channels may be off by `tolerance` or somewhat more, with so many
    /// places reserved. That of the page is exact however few pixels have it: where it comes out from behind
    /// something, it must not be seen beside itself.
    pub(super) fn of(colors: &ColorCounts, page: [u8; 3], tolerance: u8, reserved: usize) -> Self {
        let mut order: Vec<u32> = (0..colors.found().len() as u32).collect();
        // the most frequent first, never by the order in which they came
        order.sort_unstable_by_key(|&number| {
            let (color, pixels) = colors.found()[number as usize];
            (Reverse(pixels), color)
        });
        let most = MOST - reserved;
        let mut tolerance = tolerance;
        loop {
            if let Some((chosen, shown)) = tolerated(colors, page, &order, (tolerance, most)) {
                return Self { colors: chosen, reserved, shown, is_coarse: false };
            }
            if tolerance >= MOST_TOLERATED {
                // the first are exact
                let is_page = |&number: &u32| colors.found()[number as usize].0 == page;
                if let Some(at) = order.iter().position(is_page) {
                    order[..=at].rotate_right(1);
                }
                return Self::learnt(colors, &order, reserved);
            }
            tolerance = (2 * tolerance).clamp(1, MOST_TOLERATED);
        }
    }

    /// Of these colours: for each that is counted, by its number, the place of the one that it is shown as.
    pub(super) fn chosen(colors: Vec<[u8; 3]>, mut places: Vec<u8>) -> Self {
        let reserved = MOST - usize::from(u8::MAX);
        places.iter_mut().for_each(|place| *place += reserved as u8);
        Self { colors, reserved, shown: places, is_coarse: false }
    }

    fn learnt(colors: &ColorCounts, order: &[u32], reserved: usize) -> Self {
        let found = colors.found();
        let pixels: u32 = found.iter().map(|(_, pixels)| pixels).sum();
        let least = pixels.div_ceil(FREQUENT);
        let is_exact = |number: &&u32| found[**number as usize].1 >= least;
        let first = order.iter().take(1);
        let frequent = order.iter().skip(1).take(MOST_EXACT - 1).take_while(is_exact);
        let exact = first.chain(frequent).count();
        let mut chosen: Vec<_> = order[..exact].iter().map(|&n| found[n as usize].0).collect();
        // in the order of the colours, so that what is skipped is spread
        let mut rest: Vec<_> = order[exact..].iter().map(|&n| found[n as usize].0).collect();
        rest.sort_unstable();
        let skip = rest.len().div_ceil(LEARNT_FROM).max(1);
        let learnt_from: Vec<u8> =
            rest.iter().step_by(skip).flat_map(|&[r, g, b]| [r, g, b, 255]).collect();
        let network = NeuQuant::new(1, MOST - reserved - exact, &learnt_from);
        chosen.extend(network.color_map_rgb().as_chunks::<3>().0);
        let mut shown = vec![0; found.len()];
        for (at, &number) in order.iter().enumerate() {
            let (color, _) = found[number as usize];
            let index = if at < exact { at } else { nearest(&chosen, color) };
            shown[number as usize] = (reserved + index) as u8;
        }
        Self { colors: chosen, reserved, shown, is_coarse: true }
    }

    pub(super) fn is_coarse(&self) -> bool {
        self.is_coarse
    }

    /// What stands for a colour.
    pub(super) fn index(&self, color: u32) -> u8 {
        self.shown[color as usize]
    }

    /// What a colour is shown as.
    pub(super) fn color(&self, color: u32) -> [u8; 4] {
        let [r, g, b] = self.colors[usize::from(self.index(color)) - self.reserved];
        [r, g, b, 255]
    }

    /// Of each colour, by its number, what it is mixed of.
    pub(super) fn mixes(&self, colors: &ColorCounts) -> Vec<Mix> {
        let mixes = colors.found().iter().zip(&self.shown).map(|(&(color, _), &near)| {
            let is = self.colors[usize::from(near) - self.reserved];
            // as far on the other side
            let opposite = std::array::from_fn(|i| {
                (2 * i16::from(color[i]) - i16::from(is[i])).clamp(0, 255) as u8
            });
            let other = nearest(&self.colors, opposite);
            let (to, from) = (self.colors[other].map(i32::from), is.map(i32::from));
            let step: [i32; 3] = std::array::from_fn(|i| to[i] - from[i]);
            let length: i32 = step.iter().map(|d| d * d).sum();
            let along: i32 = (0..3).map(|i| (i32::from(color[i]) - from[i]) * step[i]).sum();
            let share = if length == 0 { 0 } else { (along * 64 / length).clamp(0, 64) };
            Mix { near, other: (self.reserved + other) as u8, share: share as u8 }
        });
        mixes.collect()
    }

    /// As it stands in a file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let reserved = std::iter::repeat_n([0; 3], self.reserved);
        reserved.chain(self.colors.iter().copied()).flatten().collect()
    }
}

/// Two colours of the palette whose mixture looks like one that is not in it.
pub(in crate::encode) struct Mix {
    near: u8,
    other: u8,
    /// Of 64 pixels, so many have the other one.
    share: u8,
}

impl Mix {
    /// Which of the two a pixel has: that follows from its place alone, so that nothing seethes.
    pub(super) fn at(&self, x: usize, y: usize) -> u8 {
        if threshold(x, y) < self.share { self.other } else { self.near }
    }
}

/// 0 to 63, spread evenly over each 8 by 8 pixels.
fn threshold(x: usize, y: usize) -> u8 {
    let (x, y) = (x as u8, y as u8);
    let mixed = x ^ y;
    (0..3).fold(0, |all, bit| all << 2 | (mixed >> bit & 1) << 1 | y >> bit & 1)
}

/// Goes through colours in their order: each is shown as the first that was kept before it and is so
/// near, or else it is kept too. None: more are kept than there may be.
fn tolerated(
    colors: &ColorCounts,
    page: [u8; 3],
    order: &[u32],
    (tolerance, most): (u8, usize),
) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let reserved = MOST - most;
    let mut kept: Vec<[u8; 3]> = Vec::new();
    let mut shown = vec![0; colors.found().len()];
    for &number in order {
        let (color, _) = colors.found()[number as usize];
        let is_near = |kept: &[u8; 3]| tolerance > 0 && difference(*kept, color) <= tolerance;
        let near = if color == page { None } else { kept.iter().position(is_near) };
        let index = near.unwrap_or_else(|| {
            kept.push(color);
            kept.len() - 1
        });
        if kept.len() > most {
            return None;
        }
        shown[number as usize] = (reserved + index) as u8;
    }
    Some((kept, shown))
}

fn difference(a: [u8; 3], b: [u8; 3]) -> u8 {
    a[0].abs_diff(b[0]).max(a[1].abs_diff(b[1])).max(a[2].abs_diff(b[2]))
}

/// By the straight distance.
fn nearest(palette: &[[u8; 3]], color: [u8; 3]) -> usize {
    let distance = |other: &[u8; 3]| -> u32 {
        (0..3).map(|i| u32::from(other[i].abs_diff(color[i])).pow(2)).sum()
    };
    let distances = palette.iter().map(distance).enumerate();
    distances.min_by_key(|&(_, distance)| distance).map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_color_of_the_page_is_exact_however_rare_it_is() {
        for (distinct, is_coarse) in [(300, false), (4096, true)] {
            let mut colors = ColorCounts::default();
            // a pane that is nearly white, and more colours than a palette has
            for i in 0..20 * distinct {
                let i = (i % distinct) as u8 as u32 + (i % distinct) / 256 * 256;
                let [low, high] = [(i % 256) as u8, (i / 256) as u8];
                colors.number([250, 250, 250, 255]);
                colors.number([low, high.wrapping_mul(17), 128, 255]);
            }
            let white = colors.number([255, 255, 255, 255]);
            let palette = Palette::of(&colors, [255; 3], 8, 1);
            assert_eq!(palette.is_coarse(), is_coarse);
            assert_eq!(palette.color(white), [255; 4]);
            let other = Palette::of(&colors, [0; 3], 8, 1);
            assert!(is_coarse || other.color(white) == [250, 250, 250, 255]);
        }
    }
}
