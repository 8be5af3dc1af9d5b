//! From drawn pixels to the planes that video is encoded from.

mod kernel;

use crate::{
    error::{Error, Result},
    size::even,
};
use fearless_simd::Level;
use kernel::{Planes, Weights};
use panim_figure::__private::{Damage, Part};

/// How red, green and blue become luma and chroma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColorMatrix {
    Bt601,
    Bt709,
}

impl ColorMatrix {
    /// The one that players assume of an untagged video so many lines high.
    pub(crate) fn of_height(height: u32) -> Self {
        if even(height) < 576 { Self::Bt601 } else { Self::Bt709 }
    }

    /// Its number in H.264 and in MP4.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Bt601 => 6,
            Self::Bt709 => 1,
        }
    }
}

/// The primaries of sRGB, which are those of BT.709, by their number in H.264 and in MP4.
pub(crate) const SRGB_PRIMARIES: u8 = 1;

/// The transfer curve of sRGB, by its number in H.264 and in MP4.
pub(crate) const SRGB_TRANSFER: u8 = 13;

/// One picture as encoders take it: a luma plane, and two chroma planes of half its size.
#[derive(Clone)]
pub(crate) struct I420 {
    width: u32,
    height: u32,
    data: Vec<u8>,
}

impl I420 {
    /// A picture of `width` by `height` pixels, each side rounded up to even.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        let (width, height) = (even(width), even(height));
        let luma = width as usize * height as usize;
        Self { width, height, data: vec![0; luma + luma / 2] }
    }

    /// Width in pixels, even.
    pub(crate) fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, even.
    pub(crate) fn height(&self) -> u32 {
        self.height
    }

    /// Both.
    pub(crate) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Luma, blue chroma and red chroma, without gaps between rows.
    pub(crate) fn planes(&self) -> [&[u8]; 3] {
        let (y, chroma) = self.data.split_at(self.luma());
        let (u, v) = chroma.split_at(chroma.len() / 2);
        [y, u, v]
    }

    /// Becomes the same as another picture of the same size.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.data.copy_from_slice(&other.data);
    }

    pub(crate) fn planes_mut(&mut self) -> [&mut [u8]; 3] {
        let luma = self.luma();
        let (y, chroma) = self.data.split_at_mut(luma);
        let (u, v) = chroma.split_at_mut(chroma.len() / 2);
        [y, u, v]
    }

    fn luma(&self) -> usize {
        self.width as usize * self.height as usize
    }
}

/// Converts pictures of one size, in limited range.
pub(crate) struct Converter {
    width: u32,
    height: u32,
    weights: Weights,
    level: Level,
    /// Odd pictures are copied here, where a column or a row of background completes them.
    extended: Option<Vec<u8>>,
}

impl Converter {
    /// For pictures of `width` by `height` pixels on a `background` in sRGB.
    pub(crate) fn new(width: u32, height: u32, [r, g, b]: [u8; 3]) -> Self {
        let (even_width, even_height) = (even(width), even(height));
        let extended = ((even_width, even_height) != (width, height))
            .then(|| [r, g, b, 255].repeat(even_width as usize * even_height as usize));
        let weights = Weights::of(ColorMatrix::of_height(height));
        let level = Level::try_detect().unwrap_or(Level::baseline());
        Self { width, height, weights, level, extended }
    }

    /// Converts what has `changed` of opaque RGBA pixels, in rows from the top, since they were
    /// converted into this picture last.
    pub(crate) fn convert(&mut self, rgba: &[u8], changed: &Damage, into: &mut I420) -> Result<()> {
        self.check(rgba, into)?;
        let width = into.width as usize;
        let rgba = match &mut self.extended {
            None => rgba,
            Some(extended) => {
                for part in changed.parts() {
                    copy(part, (rgba, self.width as usize), (&mut *extended, width));
                }
                extended
            }
        };
        let [y, u, v] = into.planes_mut();
        let mut planes = Planes { y, u, v, width };
        for Part { x, y, width, height } in changed.parts() {
            let [left, right, top, bottom] =
                [x, even(x + width), y, even(y + height)].map(|n| n as usize);
            let place = (left..right, top..bottom);
            kernel::convert(self.level, &self.weights, rgba, &mut planes, place);
        }
        Ok(())
    }

    fn check(&self, rgba: &[u8], into: &I420) -> Result<()> {
        let bytes = self.width as usize * self.height as usize * 4;
        if rgba.len() == bytes && (into.width, into.height) == (even(self.width), even(self.height))
        {
            return Ok(());
        }
        let message = format!(
            "a frame of {} bytes cannot become {}x{} pixels of a video whose frames have {bytes}",
            rgba.len(),
            into.width,
            into.height
        );
        Err(Error::Encoder { message })
    }
}

/// Copies a part between pictures of four bytes a pixel and these widths.
fn copy(part: Part, (from, from_width): (&[u8], usize), (to, to_width): (&mut [u8], usize)) {
    let [x, y, width, height] = [part.x, part.y, part.width, part.height].map(|n| n as usize);
    for row in y..y + height {
        let (from, to) = (&from[(row * from_width + x) * 4..], &mut to[(row * to_width + x) * 4..]);
        to[..width * 4].copy_from_slice(&from[..width * 4]);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn convert(width: u32, height: u32, background: [u8; 3], rgba: &[u8]) -> I420 {
        let mut picture = I420::new(width, height);
        let all = Damage::all((width, height));
        Converter::new(width, height, background).convert(rgba, &all, &mut picture).unwrap();
        picture
    }

    /// A picture of one colour.
    fn flat(width: u32, height: u32, [r, g, b]: [u8; 3]) -> Vec<u8> {
        [r, g, b, 255].repeat((width * height) as usize)
    }

    #[test]
    fn the_matrix_follows_the_height() {
        assert_eq!(ColorMatrix::of_height(480), ColorMatrix::Bt601);
        assert_eq!(ColorMatrix::of_height(574), ColorMatrix::Bt601);
        assert_eq!(ColorMatrix::of_height(575), ColorMatrix::Bt709);
        assert_eq!(ColorMatrix::of_height(576), ColorMatrix::Bt709);
    }

    #[test]
    fn colours_come_out_as_the_standards_say() {
        // Y, U, V of limited range, by hand from the standards' formulas.
        let cases = [
            (480, [255, 255, 255], [235, 128, 128]),
            (720, [255, 255, 255], [235, 128, 128]),
            (480, [0, 0, 0], [16, 128, 128]),
            (720, [0, 0, 0], [16, 128, 128]),
            (480, [255, 0, 0], [81, 90, 240]),
            (720, [255, 0, 0], [63, 102, 240]),
            (480, [0, 0, 255], [41, 240, 110]),
            (720, [0, 0, 255], [32, 240, 118]),
            (480, [0, 128, 0], [81, 91, 81]),
            (720, [0, 128, 0], [94, 85, 77]),
        ];
        for (height, colour, expected) in cases {
            let picture = convert(64, height, [255; 3], &flat(64, height, colour));
            for (plane, expected) in picture.planes().into_iter().zip(expected) {
                for &value in plane {
                    let off = value.abs_diff(expected);
                    assert!(off <= 1, "{colour:?} at {height} lines: {value}, not {expected}");
                }
            }
        }
    }

    /// Noise that is the same every time.
    fn noise(width: u32, height: u32) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..width * height).flat_map(|_| [next(), next(), next(), 255]).collect()
    }

    #[test]
    fn every_pixel_follows_the_formula() {
        for (width, height, kr, kb) in [(66, 40, 0.299, 0.114), (38, 600, 0.2126, 0.0722)] {
            let rgba = noise(width, height);
            let picture = convert(width, height, [255; 3], &rgba);
            let [y, u, v] = picture.planes();
            let color = |x: u32, y: u32| {
                let at = (y * width + x) as usize * 4;
                [rgba[at], rgba[at + 1], rgba[at + 2]].map(|fraction| f64::from(fraction) / 255.0)
            };
            let near = |value: u8, exact: f64| (f64::from(value) - exact).abs() < 0.51;
            let luma = |[r, g, b]: [f64; 3]| kr * r + (1.0 - kr - kb) * g + kb * b;
            for (i, (&u, &v)) in u.iter().zip(v).enumerate() {
                let (column, row) = (i as u32 % (width / 2) * 2, i as u32 / (width / 2) * 2);
                let mut mean = [0.0; 3];
                for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                    let color = color(column + dx, row + dy);
                    let value = y[((row + dy) * width + column + dx) as usize];
                    assert!(near(value, 16.0 + 219.0 * luma(color)), "{color:?}: {value}");
                    mean = std::array::from_fn(|i| mean[i] + color[i] / 4.0);
                }
                let [r, _, b] = mean;
                assert!(near(u, 128.0 + 112.0 * (b - luma(mean)) / (1.0 - kb)), "{mean:?}: {u}");
                assert!(near(v, 128.0 + 112.0 * (r - luma(mean)) / (1.0 - kr)), "{mean:?}: {v}");
            }
        }
    }

    #[test]
    fn what_changed_alone_is_converted() {
        for (width, height) in [(100, 70), (99, 69)] {
            let (before, after) = (flat(width, height, [9; 3]), noise(width, height));
            let mut converter = Converter::new(width, height, [0; 3]);
            let (all, none) = (Damage::all((width, height)), Damage::none((width, height)));
            let mut picture = I420::new(width, height);
            converter.convert(&before, &all, &mut picture).unwrap();
            let was = picture.clone();
            converter.convert(&after, &none, &mut picture).unwrap();
            assert!(picture.planes() == was.planes());
            converter.convert(&after, &all, &mut picture).unwrap();
            assert!(picture.planes() == convert(width, height, [0; 3], &after).planes());
        }
    }

    #[test]
    fn white_is_exact() {
        for (width, height) in [(16, 16), (333, 251), (642, 578), (1920, 1080)] {
            let picture = convert(width, height, [255; 3], &flat(width, height, [255; 3]));
            let [y, u, v] = picture.planes();
            assert!(y.iter().all(|&y| y == 235));
            assert!(u.iter().chain(v).all(|&c| c == 128));
        }
    }

    #[test]
    fn an_odd_size_is_extended_by_background() {
        let (width, height) = (33, 17);
        let picture = convert(width, height, [0, 0, 0], &flat(width, height, [255; 3]));
        assert_eq!((picture.width(), picture.height()), (34, 18));
        for (i, &y) in picture.planes()[0].iter().enumerate() {
            let added = i % 34 == 33 || i / 34 == 17;
            assert_eq!(y, if added { 16 } else { 235 }, "pixel {i}");
        }
    }

    #[test]
    fn a_frame_of_another_size_is_refused() {
        let mut converter = Converter::new(32, 32, [255; 3]);
        let all = Damage::all((32, 32));
        let rgba = flat(32, 31, [0; 3]);
        assert!(converter.convert(&rgba, &all, &mut I420::new(32, 32)).is_err());
        let rgba = flat(32, 32, [0; 3]);
        assert!(converter.convert(&rgba, &all, &mut I420::new(32, 30)).is_err());
    }
}
