//! plotters' own bitmap backend on the figure's pixels.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind, rasterizer,
};
use plotters_bitmap::{BitMapBackend, BitMapBackendError, bitmap_pixel::BGRXPixel};

/// A figure's pixels for plotters, drawn on as by its `BitMapBackend`; see
/// [`Figure::bitmap_area`](crate::Figure::bitmap_area).
#[derive(Debug)]
pub struct BitmapArea<'a> {
    /// RGBA.
    pixels: &'a mut [u8],
    size: (u32, u32),
}

type BitmapResult = Result<(), DrawingErrorKind<BitMapBackendError>>;

impl<'a> BitmapArea<'a> {
    pub(super) fn new(pixels: &'a mut [u8], size: (u32, u32)) -> Self {
        Self { pixels, size }
    }

    /// plotters' backend; colours have to be [`swapped`] for it, since its four bytes are
    /// blue, green, red and anything.
    fn bitmap(
        &mut self,
    ) -> Result<BitMapBackend<'_, BGRXPixel>, DrawingErrorKind<BitMapBackendError>> {
        BitMapBackend::with_buffer_and_format(self.pixels, self.size)
            .map_err(DrawingErrorKind::DrawingError)
    }

    /// Lays a colour that is not opaque over a rectangle, `to` not included.
    ///
    /// Both of plotters' formats blend the last pixels of a row with another rounding than the
    /// others, but not as many: these are the colours of its usual one, RGB.
    fn blend(&mut self, from: BackendCoord, to: BackendCoord, color: BackendColor) {
        let span = |from: i32, to: i32, size: u32| {
            let limit = |at: i32| u32::try_from(at).unwrap_or(0).min(size) as usize;
            limit(from.min(to))..limit(from.max(to))
        };
        let columns = span(from.0, to.0, self.size.0);
        let rows = span(from.1, to.1, self.size.1);
        let fraction = color.alpha.clamp(0.0, 1.0);
        if columns.is_empty() || fraction == 0.0 {
            return;
        }
        let fraction = (256.0 * fraction).floor() as u32;
        let (r, g, b) = color.rgb;
        let rounded_down = (columns.len() - 1) / 8 * 8;
        for row in rows {
            let start = (row * self.size.0 as usize + columns.start) * 4;
            let pixels = &mut self.pixels[start..start + columns.len() * 4];
            for (i, pixel) in pixels.chunks_exact_mut(4).enumerate() {
                for (below, over) in pixel.iter_mut().zip([r, g, b]) {
                    *below = if i < rounded_down {
                        mix(*below, over, fraction)
                    } else {
                        move_towards(*below, over, fraction)
                    };
                }
            }
        }
    }
}

/// `fraction` in 256th.
fn mix(below: u8, over: u8, fraction: u32) -> u8 {
    ((u32::from(below) * (256 - fraction) + u32::from(over) * fraction) / 256) as u8
}

/// Like [`mix`], but always rounded towards `below`.
fn move_towards(below: u8, over: u8, fraction: u32) -> u8 {
    let step = (u32::from(below.abs_diff(over)) * fraction / 256) as u8;
    if over > below { below + step } else { below - step }
}

/// What plotters' backend leaves in the fourth byte is anything.
impl Drop for BitmapArea<'_> {
    fn drop(&mut self) {
        self.pixels.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
    }
}

/// What is not here is drawn with these by plotters, as for its own backend.
impl DrawingBackend for BitmapArea<'_> {
    type ErrorType = BitMapBackendError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> BitmapResult {
        Ok(())
    }

    fn present(&mut self) -> BitmapResult {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> BitmapResult {
        self.bitmap()?.draw_pixel(point, swapped(color))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> BitmapResult {
        let color = style.color();
        if style.stroke_width() != 1 || (from.0 != to.0 && from.1 != to.1) {
            return rasterizer::draw_line(self, from, to, style);
        }
        if color.alpha >= 1.0 {
            return self.bitmap()?.draw_line(from, to, &swapped(color));
        }
        self.blend(from, (to.0.saturating_add(1), to.1.saturating_add(1)), color);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> BitmapResult {
        let color = style.color();
        if !fill {
            return rasterizer::draw_rect(self, upper_left, bottom_right, style, fill);
        }
        if color.alpha >= 1.0 {
            return self.bitmap()?.draw_rect(upper_left, bottom_right, &swapped(color), fill);
        }
        self.blend(upper_left, bottom_right, color);
        Ok(())
    }

    /// `src` is RGB, three bytes a pixel, as plotters' bitmap element gives it.
    fn blit_bitmap(&mut self, pos: BackendCoord, size: (u32, u32), src: &[u8]) -> BitmapResult {
        let is_seen = |at: i32, length: u32, side: u32| {
            let end = i64::from(at) + i64::from(length);
            i64::from(at) < i64::from(side) && end > 0
        };
        if !(is_seen(pos.0, size.0, self.size.0) && is_seen(pos.1, size.1, self.size.1)) {
            return Ok(()); // plotters' backend does not ask
        }
        let rgbx: Vec<u8> = src.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
        if rgbx.len() < size.0 as usize * size.1 as usize * 4 {
            return Err(DrawingErrorKind::DrawingError(BitMapBackendError::InvalidBuffer));
        }
        self.bitmap()?.blit_bitmap(pos, size, &rgbx)
    }
}

/// Red for blue and blue for red.
fn swapped(color: BackendColor) -> BackendColor {
    let (r, g, b) = color.rgb;
    BackendColor { rgb: (b, g, r), ..color }
}
