//! From pixels to the bytes of a PNG file.

use flate2::{Compression, write::ZlibEncoder};
use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit, chunk::IDAT};
use std::io::Write;

/// How long the packer looks for what it can repeat, up to 9. Plots are packed in half the time that 6, the
/// default, takes, and are 4 % larger.
const LEVEL: u32 = 3;

/// A chunk's length has 31 bits.
const LONGEST_CHUNK: usize = 1 << 30;

/// What stands in front of a row: it is as it is, or the differences from the one above.
const PLAIN: u8 = 0;
const UP: u8 = 2;

/// PNG files count pixels to a metre.
const METERS_PER_INCH: f64 = 0.0254;

/// A PNG file of a picture of this size, without alpha if it is opaque. Rows are from the top, each of RGBA.
/// `dpi`: how large it is meant to be.
///
/// # Errors
///
/// The picture has no pixels.
pub fn png_file<'p>(
    (width, height): (u32, u32),
    is_opaque: bool,
    dpi: Option<f64>,
    rows: impl Iterator<Item = &'p [[u8; 4]]>,
) -> Result<Vec<u8>, EncodingError> {
    let (color, packed) = if is_opaque {
        (ColorType::Rgb, packed(width, height, rows, |&[r, g, b, _]| [r, g, b])?)
    } else {
        (ColorType::Rgba, packed(width, height, rows, |&pixel| pixel)?)
    };
    let mut file = Vec::with_capacity(packed.len() + 64);
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(color);
    encoder.set_pixel_dims(dpi.map(|dpi| {
        let per_meter = (dpi / METERS_PER_INCH).round() as u32;
        PixelDimensions { xppu: per_meter, yppu: per_meter, unit: Unit::Meter }
    }));
    let mut writer = encoder.write_header()?;
    packed.chunks(LONGEST_CHUNK).try_for_each(|part| writer.write_chunk(IDAT, part))?;
    drop(writer);
    Ok(file)
}

/// All rows in one piece, since the packer has its price for each.
fn packed<'p, const N: usize>(
    width: u32,
    height: u32,
    rows: impl Iterator<Item = &'p [[u8; 4]]>,
    pixel: impl Fn(&[u8; 4]) -> [u8; N],
) -> Result<Vec<u8>, EncodingError> {
    let stride = width as usize * N + 1;
    let mut bytes = Vec::with_capacity(stride * height as usize);
    for row in rows {
        bytes.push(PLAIN);
        let begin = bytes.len();
        bytes.resize(begin + row.len() * N, 0);
        let pixels = bytes[begin..].as_chunks_mut::<N>().0;
        pixels.iter_mut().zip(row).for_each(|(to, from)| *to = pixel(from));
    }
    if is_like_photo::<N>(&bytes, stride) {
        subtract_above(&mut bytes, stride);
    }
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    packer.write_all(&bytes)?;
    Ok(packer.finish()?)
}

/// So many pixels tell, at most.
const SAMPLE: usize = 1 << 18;

/// Do most pixels have colours that are not seen before? Plots have few colours, which pack better as they are.
fn is_like_photo<const N: usize>(bytes: &[u8], stride: usize) -> bool {
    let every = bytes.len().div_ceil(SAMPLE * N).max(1);
    let (mut pixels, mut changes, mut colors) = (0, 0, 0);
    let mut seen = vec![0_u64; 1 << 10];
    for row in bytes.chunks_exact(stride).step_by(every) {
        let row = row[1..].as_chunks::<N>().0;
        pixels += row.len();
        for pair in row.windows(2) {
            if pair[0] == pair[1] {
                continue;
            }
            changes += 1;
            let color = pair[1].iter().fold(0_u32, |color, &part| color << 8 | u32::from(part));
            let place = color.wrapping_mul(0x9e37_79b1) >> 16;
            let (word, bit) = (&mut seen[place as usize / 64], 1 << (place % 64));
            colors += usize::from(*word & bit == 0);
            *word |= bit;
        }
    }
    changes * 3 > pixels && colors * 32 > changes
}

/// Puts the differences from the row above in the place of each row.
fn subtract_above(bytes: &mut [u8], stride: usize) {
    let mut rest = bytes;
    // from the last one, so that the one above is still as it was
    while let Some(begin) = rest.len().checked_sub(stride) {
        let (above, row) = rest.split_at_mut(begin);
        row[0] = UP;
        if let Some(above) = begin.checked_sub(stride).map(|begin| &above[begin..]) {
            row[1..]
                .iter_mut()
                .zip(&above[1..])
                .for_each(|(byte, up)| *byte = byte.wrapping_sub(*up));
        }
        rest = above;
    }
}
