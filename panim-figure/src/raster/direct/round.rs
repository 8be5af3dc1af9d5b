//! Discs and rings.

use super::{
    edge::Edge,
    window::{Ink, Window},
};
use std::{f64::consts::FRAC_1_SQRT_2, ops::Range};
use vello_cpu::kurbo::{Point, Rect};

/// Of a smaller radius than this, in pixels, an edge is not straight within a pixel.
const SMALL: f64 = 3.0;

/// Samples along each side of a pixel, where an edge is not straight.
const SAMPLES: u32 = 12;

#[inline(always)]
pub(super) fn disc((center, radius): (Point, f64), window: &Window, ink: Ink, pixels: &mut [u8]) {
    ring_between((center, 0.0, radius), window, ink, pixels);
}

/// `width` wide, half of it to each side of `radius`.
#[inline(always)]
pub(super) fn ring(
    (center, radius, width): (Point, f64, f64),
    window: &Window,
    ink: Ink,
    pixels: &mut [u8],
) {
    let (inner, outer) = ((radius - width / 2.0).max(0.0), radius + width / 2.0);
    ring_between((center, inner, outer), window, ink, pixels);
}

#[inline(always)]
fn ring_between(
    (center, inner, outer): (Point, f64, f64),
    window: &Window,
    ink: Ink,
    pixels: &mut [u8],
) {
    let is_full = inner == 0.0;
    let (reach, sure) = (outer + FAR, if is_full { outer } else { inner } - FAR);
    let round = Round { center, reach, sure: sure.max(0.0), is_full };
    if outer < SMALL || (!is_full && inner < SMALL) {
        let within = inner * inner..outer * outer;
        return round.paint(window, ink, pixels, |across, down| sampled(across, down, &within));
    }
    let (inner, outer) = (inner as f32, outer as f32);
    round.paint(window, ink, pixels, |across, down| {
        let distance = (across * across + down * down).sqrt().max(1e-6);
        let edge = Edge::new(((across / distance) as f32, (down / distance) as f32));
        let distance = distance as f32;
        let beyond = if is_full { 0.0 } else { edge.coverage(inner - distance) };
        edge.coverage(outer - distance) - beyond
    });
}

/// How much of a pixel there is at squared distances from the centre that are in `within`.
fn sampled(across: f64, down: f64, within: &Range<f64>) -> f32 {
    let place = |i: u32| (f64::from(i) + 0.5) / f64::from(SAMPLES) - 0.5;
    let at = |i: u32| (across + place(i % SAMPLES), down + place(i / SAMPLES));
    let all = SAMPLES * SAMPLES;
    let inside = (0..all).map(at).filter(|(x, y)| within.contains(&(x * x + y * y))).count();
    inside as f32 / all as f32
}

/// An edge may touch a pixel whose centre is this far away.
const FAR: f64 = FRAC_1_SQRT_2;

struct Round {
    center: Point,
    /// It touches no pixel whose centre is further away.
    reach: f64,
    /// All pixels that are nearer are covered in full, or not at all.
    sure: f64,
    is_full: bool,
}

impl Round {
    /// `coverage` says how much is covered of a pixel so far across and down from the centre.
    #[inline(always)]
    fn paint(
        &self,
        window: &Window,
        ink: Ink,
        pixels: &mut [u8],
        coverage: impl Fn(f64, f64) -> f32,
    ) {
        let Self { center, reach, sure, is_full } = *self;
        let square = window.of(Rect::from_center_size(center, (2.0 * reach, 2.0 * reach)));
        for y in square.rows_in(window) {
            let down = y as f64 + 0.5 - center.y;
            let half = |radius: f64| (radius * radius - down * down).max(0.0).sqrt();
            let columns = |half: f64| {
                let (from, to) = (center.x - half - 0.5, center.x + half + 0.5);
                window.columns_between(from, to)
            };
            let (all, row) = (columns(half(reach)), window.row(pixels, y));
            let inner = half(sure);
            let inner = if inner > 1.0 { columns(inner - 1.0) } else { all.start..all.start };
            let touched = all.start..inner.start.max(all.start);
            for x in touched.chain(inner.end.max(all.start)..all.end) {
                let across = x as f64 + 0.5 - center.x;
                ink.blend(&mut row[x], coverage(across, down) * window.coverage(x, y));
            }
            if is_full && !inner.is_empty() {
                let whole = window.whole_columns_in(window, y);
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
    use std::f64::consts::PI;

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
            let disc = area(|window, ink, pixels| disc((center, radius), window, ink, pixels));
            let exact = PI * radius * radius;
            assert!((disc - exact).abs() < 0.03 * exact.max(1.0), "{radius}: {disc}, not {exact}");
            for width in [0.3, 1.0, 2.2, 5.0] {
                let form = (center, radius, width);
                let ring = area(|window, ink, pixels| ring(form, window, ink, pixels));
                let inner = (radius - width / 2.0).max(0.0);
                let exact = PI * ((radius + width / 2.0).powi(2) - inner * inner);
                let off = (ring - exact).abs();
                assert!(off < 0.03 * exact.max(1.0), "{radius}, {width}: {ring}, not {exact}");
            }
        }
    }
}
