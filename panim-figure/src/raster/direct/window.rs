//! A rectangle on the pixels, and how much of each pixel it covers.

use super::blocks::BLOCK;
use crate::color::Color;
use fearless_simd::{Simd, SimdFloat, SimdFrom, f32x8, u32x8};
use std::ops::{Add, BitAnd, BitOr, Mul, Not, Range, Shl, Shr};
use vello_cpu::kurbo::Rect;

#[derive(Debug, Clone)]
pub(super) struct Window {
    x: PixelSpan,
    y: PixelSpan,
    picture: (usize, usize),
}

/// One of a rectangle's two directions.
#[derive(Debug, Clone)]
struct PixelSpan {
    /// The pixels that it touches.
    pixels: Range<usize>,
    /// Those that it covers from end to end.
    whole: Range<usize>,
    from: f32,
    to: f32,
}

impl PixelSpan {
    fn new(from: f64, to: f64, length: usize) -> Self {
        let (from, to) = (from.clamp(0.0, length as f64), to.clamp(0.0, length as f64));
        let whole = from.ceil() as usize..to.floor() as usize;
        let pixels = if from < to { from as usize..to.ceil() as usize } else { 0..0 };
        Self { pixels, whole, from: from as f32, to: to as f32 }
    }

    #[inline(always)]
    fn coverage(&self, pixel: usize) -> f32 {
        if self.whole.contains(&pixel) {
            return 1.0;
        }
        let start = pixel as f32;
        (self.to.min(start + 1.0) - self.from.max(start)).max(0.0)
    }

    fn and(&self, other: &Self) -> Range<usize> {
        let start = self.pixels.start.max(other.pixels.start);
        start..self.pixels.end.min(other.pixels.end).max(start)
    }
}

impl Window {
    /// `picture`: width and height in pixels.
    pub(super) fn new(rect: Rect, picture: (usize, usize)) -> Self {
        let (width, height) = picture;
        let (x, y) =
            (PixelSpan::new(rect.x0, rect.x1, width), PixelSpan::new(rect.y0, rect.y1, height));
        Self { x, y, picture }
    }

    /// Another rectangle on the same picture.
    pub(super) fn of(&self, rect: Rect) -> Self {
        Self::new(rect, self.picture)
    }

    /// Around all pixels that it touches.
    pub(super) fn outer(&self) -> Rect {
        let [x, y] =
            [&self.x.pixels, &self.y.pixels].map(|of| [of.start, of.end].map(|n| n as f64));
        Rect::new(x[0], y[0], x[1], y[1])
    }

    pub(super) fn columns(&self) -> Range<usize> {
        self.x.pixels.clone()
    }

    pub(super) fn rows(&self) -> Range<usize> {
        self.y.pixels.clone()
    }

    pub(super) fn columns_in(&self, other: &Self) -> Range<usize> {
        self.x.and(&other.x)
    }

    pub(super) fn rows_in(&self, other: &Self) -> Range<usize> {
        self.y.and(&other.y)
    }

    /// The columns of pixels that a stretch touches.
    #[inline(always)]
    pub(super) fn columns_between(&self, from: f64, to: f64) -> Range<usize> {
        let Range { start, end } = self.x.pixels;
        if to < 0.0 {
            return start..start;
        }
        let from = (from.max(0.0) as usize).clamp(start, end);
        from..(to as usize + 1).clamp(from, end)
    }

    /// What both contain; pixels that one of them touches only in part are in it.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.x.pixels = self.columns_in(other);
        both.y.pixels = self.rows_in(other);
        both
    }

    /// A row of its picture.
    #[inline(always)]
    pub(super) fn row<'p>(&self, pixels: &'p mut [u8], y: usize) -> &'p mut [[u8; 4]] {
        let width = self.picture.0;
        pixels[y * width * 4..][..width * 4].as_chunks_mut().0
    }

    /// How much of a pixel it covers, 0 to 1.
    #[inline(always)]
    pub(super) fn coverage(&self, x: usize, y: usize) -> f32 {
        self.x.coverage(x) * self.y.coverage(y)
    }

    /// The columns that it covers from edge to edge, in another one's too; of a row that both cover
    /// from edge to edge.
    pub(super) fn whole_columns_in(&self, other: &Self, y: usize) -> Range<usize> {
        if !(self.y.whole.contains(&y) && other.y.whole.contains(&y)) {
            return 0..0;
        }
        let start = self.x.whole.start.max(other.x.whole.start);
        start..self.x.whole.end.min(other.x.whole.end).max(start)
    }

    /// Of these coverages, of pixels beside each other, what falls into it; `whole` are the columns that
    /// it covers from edge to edge in row `y`.
    #[inline(always)]
    pub(super) fn coverage_of(
        &self,
        mut coverages: [u8; BLOCK],
        start: usize,
        y: usize,
        whole: &Range<usize>,
    ) -> [u8; BLOCK] {
        if start < whole.start || start + BLOCK > whole.end {
            for (coverage, x) in coverages.iter_mut().zip(start..) {
                *coverage = (f32::from(*coverage) * self.coverage(x, y) + 0.5) as u8;
            }
        }
        coverages
    }

    /// The same of pixels beside each other.
    #[inline(always)]
    pub(super) fn coverages(&self, start: usize, y: usize) -> [f32; BLOCK] {
        std::array::from_fn(|i| self.coverage(start + i, y))
    }

    pub(super) fn is_whole_at(&self, x: usize, y: usize) -> bool {
        self.x.whole.contains(&x) && self.y.whole.contains(&y)
    }
}

/// A colour to be laid over opaque pixels.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    color: [u8; 4],
}

impl Ink {
    pub(super) fn new(color: Color) -> Self {
        Self { color: color.to_rgba8() }
    }

    /// Over a pixel of which so much is covered.
    #[inline(always)]
    pub(super) fn blend(self, pixel: &mut [u8; 4], coverage: f32) {
        self.mix(pixel, (coverage * f32::from(self.color[3]) + 0.5) as u32);
    }

    /// Over a pixel of which so much of 255 is covered.
    #[inline(always)]
    pub(super) fn blend_in_bytes(self, pixel: &mut [u8; 4], coverage: u8) {
        let coverage = u32::from(coverage) * u32::from(self.color[3]);
        self.mix(pixel, (coverage * 257 + 32_896) >> 16);
    }

    /// The same for pixels beside each other, from the first on, as far as there are any.
    #[inline(always)]
    pub(super) fn blend_block<S: Simd>(
        self,
        simd: S,
        pixels: &mut [[u8; 4]],
        coverages: [u8; BLOCK],
    ) {
        let Some(pixels) = pixels.first_chunk_mut() else {
            let each = pixels.iter_mut().zip(coverages);
            return each.for_each(|(pixel, coverage)| self.blend_in_bytes(pixel, coverage));
        };
        let coverage = u32x8::simd_from(simd, coverages.map(u32::from));
        self.mix_eight(simd, pixels, (coverage * (u32::from(self.color[3]) * 257) + 32_896) >> 16);
    }

    #[inline(always)]
    fn mix_eight<S: Simd>(self, simd: S, pixels: &mut [[u8; 4]; BLOCK], coverage: u32x8<S>) {
        let below = u32x8::simd_from(simd, pixels.map(u32::from_le_bytes));
        let above = u32x8::simd_from(simd, u32::from_le_bytes(self.color));
        *pixels = <[u32; BLOCK]>::from(mixed(above, below, coverage)).map(u32::to_le_bytes);
    }

    /// Over pixels beside each other, from the first on, as far as there are any.
    #[inline(always)]
    pub(super) fn blend_eight<S: Simd>(self, simd: S, pixels: &mut [[u8; 4]], coverages: f32x8<S>) {
        let Some(pixels) = pixels.first_chunk_mut() else {
            let each = pixels.iter_mut().zip(<[f32; BLOCK]>::from(coverages));
            return each.for_each(|(pixel, coverage)| self.blend(pixel, coverage));
        };
        let coverage: u32x8<S> = (coverages * f32::from(self.color[3]) + 0.5).to_int();
        self.mix_eight(simd, pixels, coverage);
    }

    /// Over pixels that are covered from end to end.
    #[inline(always)]
    pub(super) fn fill(self, pixels: &mut [[u8; 4]]) {
        match self.color[3] {
            255 => pixels.fill(self.color),
            coverage => pixels.iter_mut().for_each(|pixel| self.mix(pixel, coverage.into())),
        }
    }

    #[inline(always)]
    fn mix(self, pixel: &mut [u8; 4], coverage: u32) {
        let (above, below) = (u32::from_le_bytes(self.color), u32::from_le_bytes(*pixel));
        *pixel = mixed(above, below, coverage).to_le_bytes();
    }
}

/// Lays a colour of its own over each of pixels beside each other, from the first on, as far as there are any, of
/// which so much of 255 is covered.
#[inline(always)]
pub(super) fn blend_each<S: Simd>(
    simd: S,
    pixels: &mut [[u8; 4]],
    colors: [[u8; 4]; BLOCK],
    coverages: [u8; BLOCK],
) {
    let Some(pixels) = pixels.first_chunk_mut::<BLOCK>() else {
        for ((pixel, color), coverage) in pixels.iter_mut().zip(colors).zip(coverages) {
            Ink { color }.mix(pixel, coverage.into());
        }
        return;
    };
    let [below, above] = [*pixels, colors].map(|of| of.map(u32::from_le_bytes));
    let (below, above) = (u32x8::simd_from(simd, below), u32x8::simd_from(simd, above));
    let coverage = u32x8::simd_from(simd, coverages.map(u32::from));
    *pixels = <[u32; BLOCK]>::from(mixed(above, below, coverage)).map(u32::to_le_bytes);
}

/// Lays premultiplied pixels over opaque ones; at most a block of each.
#[inline(always)]
pub(super) fn lay_over<S: Simd>(simd: S, below: &mut [[u8; 4]], above: &[[u8; 4]]) {
    if let (Some(below), Some(above)) = (below.first_chunk_mut(), above.first_chunk::<BLOCK>()) {
        let [one, other] = [*below, *above].map(|pixels| pixels.map(u32::from_le_bytes));
        let (under, over) = (u32x8::simd_from(simd, one), u32x8::simd_from(simd, other));
        *below = <[u32; BLOCK]>::from(laid(over, under)).map(u32::to_le_bytes);
        return;
    }
    for (below, above) in below.iter_mut().zip(above) {
        *below = laid(u32::from_le_bytes(*above), u32::from_le_bytes(*below)).to_le_bytes();
    }
}

/// A whole number, or several that are treated alike.
trait Whole:
    Copy
    + Add<Output = Self>
    + Add<u32, Output = Self>
    + Mul<Output = Self>
    + BitAnd<u32, Output = Self>
    + BitOr<Output = Self>
    + BitOr<u32, Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
    + Not<Output = Self>
{
}

impl Whole for u32 {}
impl<S: Simd> Whole for u32x8<S> {}

/// `coverage` of 255 of a pixel, the rest of another one, which is opaque.
#[inline(always)]
fn mixed<T: Whole>(above: T, below: T, coverage: T) -> T {
    let two = two_mixed(above, below, coverage);
    two | (two_mixed(above >> 8, below >> 8, coverage) << 8) | 0xff00_0000
}

/// A premultiplied pixel over another one, which is opaque.
#[inline(always)]
fn laid<T: Whole>(above: T, below: T) -> T {
    const EVEN: u32 = 0x00ff_00ff;
    let rest = !(above >> 24) & 0xff;
    let share = |two: T| {
        let sum = (two & EVEN) * rest + 0x0080_0080;
        ((sum + ((sum >> 8) & EVEN)) >> 8) & EVEN
    };
    // no channel is above the opacity, so that no sum overflows
    let two = share(below) + (above & EVEN);
    two | ((share(below >> 8) + ((above >> 8) & EVEN)) << 8) | 0xff00_0000
}

/// Two channels at a time, each in 16 bits.
#[inline(always)]
fn two_mixed<T: Whole>(above: T, below: T, coverage: T) -> T {
    const EVEN: u32 = 0x00ff_00ff;
    // 255 - coverage
    let rest = !coverage & 0xff;
    let sum = (above & EVEN) * coverage + (below & EVEN) * rest + 0x0080_0080;
    // a division by 255, rounded
    ((sum + ((sum >> 8) & EVEN)) >> 8) & EVEN
}

/// A coverage as one of 255. The last bits of so large a sum are the nearest whole number: that is
/// cheaper than to convert it.
#[inline(always)]
pub(in crate::raster) fn in_bytes(coverage: f32) -> u8 {
    (coverage * 255.0 + (1_u32 << 23) as f32).to_bits() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::dispatch;
    use vello_cpu::Level;

    /// `coverage` of 255 of a channel.
    fn scaled(channel: u8, coverage: u32) -> u8 {
        ((u32::from(channel) * coverage * 257 + 32_896) >> 16) as u8
    }

    #[test]
    fn shares_add_up_to_the_area() {
        for (rect, area) in [
            (Rect::new(1.25, 2.5, 5.75, 4.0), 4.5 * 1.5),
            (Rect::new(3.25, 3.25, 3.75, 3.5), 0.5 * 0.25),
            (Rect::new(-5.0, -5.0, 1.5, 1.0), 1.5),
            (Rect::new(4.0, 4.0, 3.0, 3.0), 0.0),
        ] {
            let window = Window::new(rect, (8, 8));
            let all = window.rows().flat_map(|y| window.columns().map(move |x| (x, y)));
            let sum: f32 = all.map(|(x, y)| window.coverage(x, y)).sum();
            assert!((sum - area).abs() < 1e-6, "{rect:?}: {sum}");
        }
    }

    #[test]
    fn premultiplied_pixels_are_laid_over_others_exactly() {
        for alpha in 0..=255_u8 {
            for (part, below) in [(0, 0), (255, 255), (100, 17), (3, 201)] {
                let above = scaled(alpha, part);
                let mut pixels = [[below, 255 - below, below, 255]; BLOCK + 1];
                let all = [[above, 0, above, alpha]; BLOCK + 1];
                let (block, rest) = pixels.split_at_mut(BLOCK);
                dispatch!(Level::baseline(), simd => lay_over(simd, block, &all[..BLOCK]));
                dispatch!(Level::baseline(), simd => lay_over(simd, rest, &all[BLOCK..]));
                let rest = u32::from(255 - alpha);
                let wanted = [above + scaled(below, rest), scaled(255 - below, rest)];
                let wanted = [wanted[0], wanted[1], wanted[0], 255];
                assert_eq!(pixels, [wanted; BLOCK + 1], "{above} {alpha} over {below}");
            }
        }
    }

    #[test]
    fn mixing_is_rounded_to_the_nearest() {
        for coverage in 0..=255_u8 {
            for (below, above) in [(0, 255), (255, 0), (17, 201), (255, 255)] {
                let exact = f64::from(above) * f64::from(coverage) / 255.0
                    + f64::from(below) * (1.0 - f64::from(coverage) / 255.0);
                let (mut pixel, ink) = ([below; 4], Ink { color: [above, above, above, 255] });
                ink.blend_in_bytes(&mut pixel, coverage);
                let [r, g, b, a] = pixel;
                assert!(r == g && g == b && a == 255);
                let is = f64::from(r);
                assert!((is - exact).abs() <= 0.5 + 1e-9, "{coverage}: {is}, not {exact}");
            }
            assert_eq!(scaled(255, coverage.into()), coverage);
        }
    }
}
