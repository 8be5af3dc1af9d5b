//! The arithmetic of colour conversion: integers only, so that every machine gets the same planes.

use super::ColorMatrix;
use fearless_simd::{Level, dispatch};
use std::ops::Range;

/// Fixed point: so many bits behind the point.
const BITS: u32 = 16;

/// A chroma sample is made of four pixels, whose sum has two bits more.
const CHROMA_BITS: u32 = BITS + 2;

/// How red, green and blue are weighed, in fixed point; limited range.
///
/// Y = 16 + 219 (Kr R + Kg G + Kb B), Cb = 128 + 224 (B - Y) / (2 (1 - Kb)) and Cr likewise, with
/// R, G and B from 0 to 1: ITU-R BT.601 and BT.709.
#[derive(Clone, Copy)]
pub(super) struct Weights {
    y: [i32; 3],
    u: [i32; 3],
    v: [i32; 3],
}

impl Weights {
    pub(super) fn of(matrix: ColorMatrix) -> Self {
        let [kr, kb] = match matrix {
            ColorMatrix::Bt601 => [0.299, 0.114],
            ColorMatrix::Bt709 => [0.2126, 0.0722],
        };
        let one = f64::from(1 << BITS) / 255.0;
        let fixed = |weight: f64| (weight * one).round() as i32;
        let (r, b, all) = (fixed(219.0 * kr), fixed(219.0 * kb), fixed(219.0));
        // what is left is green's: so white is exact, and greys are without colour
        let y = [r, all - r - b, b];
        let half = fixed(112.0);
        let [red, blue] = [-fixed(112.0 * kr / (1.0 - kb)), -fixed(112.0 * kb / (1.0 - kr))];
        Self { y, u: [red, -half - red, half], v: [half, -half - blue, blue] }
    }
}

/// The planes of a picture, to be written.
pub(super) struct Planes<'a> {
    pub(super) y: &'a mut [u8],
    pub(super) u: &'a mut [u8],
    pub(super) v: &'a mut [u8],
    /// Luma samples in a row.
    pub(super) width: usize,
}

/// Converts the pixels in these columns and rows, which begin and end at even places.
pub(super) fn convert(
    level: Level,
    weights: &Weights,
    rgba: &[u8],
    planes: &mut Planes<'_>,
    (columns, rows): (Range<usize>, Range<usize>),
) {
    dispatch!(level, _simd => convert_rows(weights, rgba, planes, columns, rows));
}

/// Inlined into a function for each set of instructions, where the compiler makes vectors of it.
#[inline(always)]
fn convert_rows(
    weights: &Weights,
    rgba: &[u8],
    Planes { y, u, v, width }: &mut Planes<'_>,
    columns: Range<usize>,
    rows: Range<usize>,
) {
    let width = *width;
    let bytes = columns.start * 4..columns.end * 4;
    let halves = columns.start / 2..columns.end / 2;
    for row in rows.step_by(2) {
        let (above, below) = rgba[row * width * 4..][..width * 8].split_at(width * 4);
        let (above, below) = (&above[bytes.clone()], &below[bytes.clone()]);
        let (y_above, y_below) = y[row * width..][..width * 2].split_at_mut(width);
        luma(weights, above, &mut y_above[columns.clone()]);
        luma(weights, below, &mut y_below[columns.clone()]);
        let at = row / 2 * (width / 2);
        let (u, v) = (&mut u[at..][halves.clone()], &mut v[at..][halves.clone()]);
        chroma(weights, (above, below), u, v);
    }
}

#[inline(always)]
fn luma(Weights { y: [wr, wg, wb], .. }: &Weights, rgba: &[u8], y: &mut [u8]) {
    let offset = (16 << BITS) + (1 << (BITS - 1));
    for (pixel, y) in rgba.as_chunks().0.iter().zip(y) {
        let pixel = i32::from_le_bytes(*pixel);
        let (r, g, b) = (pixel & 0xff, pixel >> 8 & 0xff, pixel >> 16 & 0xff);
        *y = ((wr * r + wg * g + wb * b + offset) >> BITS) as u8;
    }
}

/// One sample for two pixels above and the two below them.
#[inline(always)]
fn chroma(weights: &Weights, (above, below): (&[u8], &[u8]), u: &mut [u8], v: &mut [u8]) {
    let Weights { u: [ur, ug, ub], v: [vr, vg, vb], .. } = weights;
    let offset = (128 << CHROMA_BITS) + (1 << (CHROMA_BITS - 1));
    let pairs = above.as_chunks().0.iter().zip(below.as_chunks().0);
    for (((above, below), u), v) in pairs.zip(u).zip(v) {
        let (above, below) = (u64::from_le_bytes(*above), u64::from_le_bytes(*below));
        // every other byte, each with room for the sum
        let odd = 0x00ff_00ff_00ff_00ff;
        let red_blue = (above & odd) + (below & odd);
        let green = (above >> 8 & odd) + (below >> 8 & odd);
        let r = ((red_blue & 0xffff) + (red_blue >> 32 & 0xffff)) as i32;
        let b = ((red_blue >> 16 & 0xffff) + (red_blue >> 48)) as i32;
        let g = ((green & 0xffff) + (green >> 32 & 0xffff)) as i32;
        *u = ((ur * r + ug * g + ub * b + offset) >> CHROMA_BITS) as u8;
        *v = ((vr * r + vg * g + vb * b + offset) >> CHROMA_BITS) as u8;
    }
}
