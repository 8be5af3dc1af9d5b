//! Discs and rings.

use super::{
    blocks::BLOCK,
    rim::{Rim, SeenPixels},
    window::{Ink, Window},
};
use fearless_simd::{Simd, SimdBase, SimdFrom, f32x8};
use std::{f64::consts::FRAC_1_SQRT_2, ops::Range};
use vello_cpu::kurbo::{Point, Rect};

#[inline(always)]
pub(super) fn disc<S: Simd>(
    simd: S,
    (center, radius): (Point, f64),
    window: &Window,
    ink: Ink,
    pixels: &mut [u8],
) {
    let rim = Rim::new(radius);
    let round = Round { center, reach: radius + FAR, sure: radius - FAR, rim, hole: None };
    round.paint(simd, window, ink, pixels);
}

/// `width` wide, half of it to each side of `radius`.
#[inline(always)]
pub(super) fn ring<S: Simd>(
    simd: S,
    (center, radius, width): (Point, f64, f64),
    window: &Window,
    ink: Ink,
    pixels: &mut [u8],
) {
    let (inner, outer) = (radius - width / 2.0, radius + width / 2.0);
    if inner <= 0.0 {
        return disc(simd, (center, outer), window, ink, pixels);
    }
    let (rim, hole) = (Rim::new(outer), Some(Rim::new(inner)));
    let round = Round { center, reach: outer + FAR, sure: inner - FAR, rim, hole };
    round.paint(simd, window, ink, pixels);
}

/// An edge may touch a pixel whose centre is this far away.
const FAR: f64 = FRAC_1_SQRT_2;

struct Round {
    center: Point,
    /// It touches no pixel whose centre is further away.
    reach: f64,
    /// All pixels that are nearer are covered in full, or not at all; 0 or less if there are none.
    sure: f64,
    rim: Rim,
    hole: Option<Rim>,
}

impl Round {
    /// How much is covered of pixels so far across and down from the centre. No closure: it would not be
    /// inlined where the instructions of the machine may be used.
    #[inline(always)]
    fn coverage<S: Simd>(&self, across: f32x8<S>, down: f32x8<S>) -> f32x8<S> {
        let seen = SeenPixels::new(across, down);
        let covered = self.rim.coverage(&seen);
        match self.hole {
            Some(hole) => (covered - hole.coverage(&seen)).max(0.0),
            None => covered,
        }
    }

    #[inline(always)]
    fn paint<S: Simd>(&self, simd: S, window: &Window, ink: Ink, pixels: &mut [u8]) {
        let Self { center, reach, sure, .. } = *self;
        let is_full = self.hole.is_none();
        let square = window.of(Rect::from_center_size(center, (2.0 * reach, 2.0 * reach)));
        let one_after_the_other = f32x8::simd_from(simd, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        for y in square.rows_in(window) {
            let down = y as f64 + 0.5 - center.y;
            let half = |radius: f64| (radius * radius - down * down).max(0.0).sqrt();
            let columns = |half: f64| {
                let (from, to) = (center.x - half - 0.5, center.x + half + 0.5);
                window.columns_between(from, to)
            };
            let (all, row) = (columns(half(reach)), window.row(pixels, y));
            let whole = window.whole_columns_in(window, y);
            let inner = if sure > 0.0 { half(sure) } else { 0.0 };
            let inner = if inner > 1.0 { columns(inner - 1.0) } else { all.start..all.start };
            // whole blocks, and what is behind them
            let blocks = |range: &Range<usize>| range.len().next_multiple_of(BLOCK);
            let inner = all.start + blocks(&(all.start..inner.start.max(all.start)))..inner.end;
            let (before, after) = match inner.is_empty() {
                true => (all.clone(), 0..0),
                false => (all.start..inner.start, inner.end..all.end),
            };
            let down = f32x8::splat(simd, down as f32);
            for start in before.step_by(BLOCK).chain(after.step_by(BLOCK)) {
                let first = (start as f64 + 0.5 - center.x) as f32;
                let mut covered = self.coverage(one_after_the_other + first, down);
                if start < whole.start || start + BLOCK > whole.end {
                    covered *= f32x8::simd_from(simd, window.coverages(start, y));
                }
                ink.blend_eight(simd, &mut row[start..], covered);
            }
            if is_full && !inner.is_empty() {
                if whole.start <= inner.start && inner.end <= whole.end {
                    ink.fill(&mut row[inner]);
                } else {
                    inner.for_each(|x| ink.blend(&mut row[x], window.coverage(x, y)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use fearless_simd::dispatch;
    use std::f64::consts::PI;
    use vello_cpu::Level;

    const SIDE: usize = 64;

    /// How much of all pixels is painted, in pixels.
    fn area(paint: impl Fn(&Window, Ink, &mut [u8])) -> f64 {
        let mut pixels = [0, 0, 0, 255].repeat(SIDE * SIDE);
        let window = Window::new(Rect::new(0.0, 0.0, 64.0, 64.0), (SIDE, SIDE));
        paint(&window, Ink::new(Color::WHITE), &mut pixels);
        pixels.chunks_exact(4).map(|pixel| f64::from(pixel[0]) / 255.0).sum()
    }

    #[test]
    fn discs_and_rings_have_their_area() {
        let center = Point::new(31.3, 32.8);
        for radius in [0.45, 0.9, 1.4, 1.6, 2.5, 7.0, 21.3] {
            let disc = area(|window, ink, pixels| {
                dispatch!(Level::new(), simd => disc(simd, (center, radius), window, ink, pixels));
            });
            let exact = PI * radius * radius;
            assert!((disc - exact).abs() < 0.006 * exact.max(1.0), "{radius}: {disc}, not {exact}");
            for width in [0.3, 1.0, 2.2, 5.0] {
                let form = (center, radius, width);
                let ring = area(|window, ink, pixels| {
                    dispatch!(Level::new(), simd => ring(simd, form, window, ink, pixels));
                });
                let inner = (radius - width / 2.0).max(0.0);
                let exact = PI * ((radius + width / 2.0).powi(2) - inner * inner);
                let off = (ring - exact).abs();
                assert!(off < 0.006 * exact.max(1.0), "{radius}, {width}: {ring}, not {exact}");
            }
        }
    }
}
