//! From the bytes of a file to a picture.

use super::Picture;
use crate::base::check::MOST_PIXELS;
use std::io::{self, Cursor};

/// What every PNG and every JPEG begins with.
const PNG: [u8; 4] = [0x89, b'P', b'N', b'G'];
const JPEG: [u8; 3] = [0xff, 0xd8, 0xff];

/// What a file begins with says what it is, whatever it is called.
pub(super) fn decode(bytes: &[u8]) -> io::Result<Picture> {
    match bytes {
        bytes if bytes.starts_with(&PNG) => png(bytes),
        bytes if bytes.starts_with(&JPEG) => jpeg(bytes),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, "is neither a PNG nor a JPEG")),
    }
}

fn checked(width: u32, height: u32) -> io::Result<()> {
    if u64::from(width) * u64::from(height) <= MOST_PIXELS {
        return Ok(());
    }
    let message = format!("has {width}x{height} pixels; allowed: at most {MOST_PIXELS} in all");
    Err(io::Error::new(io::ErrorKind::InvalidData, message))
}

fn png(bytes: &[u8]) -> io::Result<Picture> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(
        png::Transformations::normalize_to_color8() | png::Transformations::ALPHA,
    );
    let mut reader = decoder.read_info()?;
    let info = reader.info();
    checked(info.width, info.height)?;
    let size = reader.output_buffer_size().ok_or(io::ErrorKind::OutOfMemory)?;
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels)?;
    let rgba = match info.color_type {
        png::ColorType::Rgba => pixels,
        _ => pixels.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
    };
    Ok(Picture::new(info.width, info.height, rgba))
}

#[cfg(feature = "jpeg")]
fn jpeg(bytes: &[u8]) -> io::Result<Picture> {
    use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
    use zune_jpeg::JpegDecoder;

    let unsound = |error: zune_jpeg::errors::DecodeErrors| {
        io::Error::new(io::ErrorKind::InvalidData, format!("no sound JPEG: {error}"))
    };
    let most = usize::from(u16::MAX);
    // No instructions that only some CPUs have: they round in other ways. Four channels would not be opaque
    // for CMYK.
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_use_unsafe(false)
        .set_max_width(most)
        .set_max_height(most)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(unsound)?;
    let info = decoder.info().ok_or(io::ErrorKind::InvalidData)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    checked(width, height)?;
    let rgb = decoder.decode().map_err(unsound)?;
    if rgb.len() as u64 != u64::from(width) * u64::from(height) * 3 || !ends(bytes) {
        let message = "no sound JPEG: it ends too early";
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    }
    let rgba = rgb.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
    Ok(Picture::new(width, height, rgba))
}

/// Is there an end behind the beginning of the pixels? The decoder makes up the last ones where it lacks them.
#[cfg(feature = "jpeg")]
fn ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        match bytes.get(at..).unwrap_or_default() {
            [0xff, 0xff, ..] => at += 1,
            pixels @ [0xff, 0xda, ..] => return pixels.windows(2).any(|pair| pair == [0xff, 0xd9]),
            [0xff, _, high, low, ..] => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
            _ => return false,
        }
    }
}

#[cfg(not(feature = "jpeg"))]
fn jpeg(_: &[u8]) -> io::Result<Picture> {
    let message = "is a JPEG, which takes the feature `jpeg` of panim";
    Err(io::Error::new(io::ErrorKind::Unsupported, message))
}
