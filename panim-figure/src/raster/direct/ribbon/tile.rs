//! A square of pixels on which a ribbon is laid.

use super::{
    super::{
        blocks::BLOCK,
        piece::{Piece, PieceView},
        window::in_bytes,
    },
    looks::{PieceLook, near},
};
use crate::scene::ribbon::Shades;
use fearless_simd::{Select, Simd, SimdBase, SimdFloat, SimdFrom, SimdMask, f32x8};
use std::ops::Range;
use vello_cpu::color::PremulRgba8;

/// Side of a tile in pixels: long enough that tiles are few, short enough that they fit the line.
pub(super) const SIDE: usize = 32;

/// Blocks in a row.
pub(super) const BLOCKS: usize = SIDE / BLOCK;

#[derive(Default)]
pub(super) struct Tile {
    /// Its row and its column among the tiles.
    pub(super) place: (usize, usize),
    /// The blocks of each of its rows that are touched: one bit for each.
    touched: [u8; SIDE],
    spots: Vec<Spots>,
    /// What lies below what is there, once the line came back; else nothing.
    below: Vec<Laid>,
}

/// What the line leaves on the pixels of a block while it is near.
#[derive(Clone, Copy)]
struct Spots {
    /// How much it covers, 0 to 1.
    coverage: [f32; BLOCK],
    /// The square of how far its nearest place is from the middle of the pixel.
    distance: [f32; BLOCK],
    /// There.
    alpha: [f32; BLOCK],
    shade: [f32; BLOCK],
    /// Where along the line the pixel was touched last.
    along: [f32; BLOCK],
}

/// Untouched.
const FREE: Spots = Spots {
    coverage: [0.0; BLOCK],
    distance: [f32::INFINITY; BLOCK],
    alpha: [0.0; BLOCK],
    shade: [0.0; BLOCK],
    along: [0.0; BLOCK],
};

/// What the line left on a pixel.
#[derive(Clone, Copy, Default)]
struct Laid {
    color: [f32; 3],
    opacity: f32,
    coverage: f32,
    /// What lies above is another part of the line.
    is_apart: bool,
}

/// The colours of a ribbon: those of [`Shades::all`].
#[derive(Default)]
pub(super) struct Inks {
    colors: Vec<[u8; 4]>,
}

/// What is to be laid over the pixels of a block: colours, and of 255 how much of them.
#[derive(Clone, Copy)]
pub(super) struct InkedPixels {
    pub(super) colors: [[u8; 4]; BLOCK],
    pub(super) coverages: [u8; BLOCK],
}

impl Inks {
    pub(super) fn set(&mut self, shades: &Shades) {
        self.colors.clear();
        self.colors.extend(shades.all().map(|color| color.to_rgba8()));
    }

    #[inline(always)]
    fn at(&self, shade: f32) -> [u8; 4] {
        self.colors[Shades::index(shade.into(), self.colors.len() - 3)]
    }
}

impl InkedPixels {
    /// One of them, premultiplied.
    #[inline(always)]
    pub(super) fn premultiplied(&self, pixel: usize) -> PremulRgba8 {
        let ([r, g, b, _], a) = (self.colors[pixel], self.coverages[pixel]);
        let part = f32::from(a) / (255.0 * 255.0);
        let [r, g, b] = [r, g, b].map(|channel| in_bytes(f32::from(channel) * part).min(a));
        PremulRgba8 { r, g, b, a }
    }
}

impl Tile {
    pub(super) fn begin(&mut self, row: usize, column: usize) {
        self.place = (row, column);
        self.spots.resize(SIDE * BLOCKS, FREE);
    }

    /// Lays what a piece covers of a block.
    #[inline(always)]
    pub(super) fn lay<S: Simd>(
        &mut self,
        (row, block): (usize, usize),
        (piece, look): &(Piece, PieceLook),
        seen: &PieceView<S>,
        covered: f32x8<S>,
        inks: &Inks,
    ) {
        let simd = covered.simd;
        let number = row * BLOCKS + block;
        self.touched[row] |= 1 << block;
        let load = |values: [f32; BLOCK]| f32x8::simd_from(simd, values);
        let along = seen.inside + look.along;
        let is_here = covered.simd_gt(0.0);
        let spots = &mut self.spots[number];
        let came_back = is_here
            & load(spots.coverage).simd_gt(0.0)
            & (along - load(spots.along)).abs().simd_gt(near(piece));
        if came_back.any_true() {
            self.keep(number, <[i32; BLOCK]>::from(came_back).map(|is| is != 0), look, inks);
        }
        let spots = &mut self.spots[number];
        let aside = seen.along - seen.inside;
        let distance = seen.across * seen.across + aside * aside;
        let before = load(spots.distance);
        let is_nearest = is_here & distance.simd_lt(before);
        let alpha = seen.inside * look.fading + look.alpha;
        let shade = seen.inside * look.shading + look.shade;
        spots.coverage = load(spots.coverage).max(covered).into();
        spots.distance = is_nearest.select(distance, before).into();
        spots.alpha = is_nearest.select(alpha, load(spots.alpha)).into();
        spots.shade = is_nearest.select(shade, load(spots.shade)).into();
        spots.along = is_here.select(along, load(spots.along)).into();
    }

    /// The line comes back to some pixels of a block: what it left there lies below.
    fn keep(&mut self, number: usize, which: [bool; BLOCK], look: &PieceLook, inks: &Inks) {
        if self.below.is_empty() {
            self.below.resize(SIDE * SIDE, Laid::default());
        }
        let (spots, first) = (&mut self.spots[number], number * BLOCK);
        for (i, below) in self.below[first..][..BLOCK].iter_mut().enumerate() {
            if which[i] {
                *below = below.covered(spots, i, inks);
                below.is_apart = spots.along[i] < look.part;
                (spots.coverage[i], spots.distance[i]) = (0.0, f32::INFINITY);
            }
        }
    }

    /// Hands over what is to be laid over each block that is touched, with its place in the tile, and forgets it.
    /// `alpha`: of all.
    #[inline(always)]
    pub(super) fn take<S: Simd>(
        &mut self,
        simd: S,
        alpha: f32,
        inks: &Inks,
        row: usize,
    ) -> Option<(usize, InkedPixels)> {
        let touched = &mut self.touched[row];
        if *touched == 0 {
            return None;
        }
        let block = touched.trailing_zeros() as usize;
        *touched &= *touched - 1;
        let number = row * BLOCKS + block;
        let spots = &mut self.spots[number];
        let (mut colors, mut own) = ([[0; 4]; BLOCK], [0.0; BLOCK]);
        for (i, shade) in spots.shade.iter().enumerate() {
            colors[i] = inks.at(*shade);
            own[i] = f32::from(colors[i][3]);
        }
        let own = f32x8::simd_from(simd, own);
        let alphas = f32x8::simd_from(simd, spots.alpha).max(0.0).min(1.0);
        let opacity = f32x8::simd_from(simd, spots.coverage) * alphas * own;
        let mut coverages = <[f32; BLOCK]>::from(opacity * (alpha / 255.0)).map(in_bytes);
        if let Some(below) = self.below.get(number * BLOCK..).filter(|below| !below.is_empty()) {
            for (i, below) in below.iter().take(BLOCK).enumerate().filter(|(_, b)| b.coverage > 0.0)
            {
                let laid = below.covered(spots, i, inks);
                let [r, g, b] = laid.color.map(|channel| (channel + 0.5) as u8);
                colors[i] = [r, g, b, 255];
                coverages[i] = in_bytes(laid.opacity * alpha);
            }
        }
        (spots.coverage, spots.distance) = (FREE.coverage, FREE.distance);
        Some((block, InkedPixels { colors, coverages }))
    }

    #[inline(always)]
    pub(super) fn is_touched(&self, row: usize) -> bool {
        self.touched[row] != 0
    }

    /// Forgets what lay below.
    pub(super) fn end(&mut self) {
        self.below.clear();
    }

    /// The rows, and the columns between blocks, that are touched.
    pub(super) fn bounds(&self) -> Option<(Range<usize>, Range<usize>)> {
        let all = self.touched.iter().fold(0, |all, row| all | row);
        let top = self.touched.iter().position(|row| *row != 0)?;
        let bottom = self.touched.iter().rposition(|row| *row != 0)? + 1;
        let left = all.trailing_zeros() as usize * BLOCK;
        let right = (u8::BITS - all.leading_zeros()) as usize * BLOCK;
        Some((top..bottom, left..right))
    }
}

impl Laid {
    /// With what the line leaves there above it.
    fn covered(self, spots: &Spots, pixel: usize, inks: &Inks) -> Self {
        let [r, g, b, own] = inks.at(spots.shade[pixel]).map(f32::from);
        let coverage = spots.coverage[pixel];
        let alpha = spots.alpha[pixel].clamp(0.0, 1.0) * own / 255.0;
        let above = coverage * alpha;
        let sum = above + (1.0 - above) * self.opacity;
        if self.coverage == 0.0 || sum <= 0.0 {
            return Self { color: [r, g, b], opacity: above, coverage, ..self };
        }
        let part = above / sum;
        let mix = |below: f32, above: f32| below + part * (above - below);
        let color = [mix(self.color[0], r), mix(self.color[1], g), mix(self.color[2], b)];
        let (opacity, all) = if self.is_apart {
            // where one covers as much of a pixel as by chance also the other does
            let (free, both) = (1.0 - self.coverage, coverage * self.coverage);
            let most = alpha.max(self.opacity / self.coverage);
            let opacity = above * free + self.opacity * (1.0 - coverage) + both * most;
            (opacity, coverage + self.coverage - both)
        } else {
            (above.max(self.opacity), coverage.max(self.coverage))
        };
        Self { color, opacity, coverage: all, is_apart: self.is_apart }
    }
}
