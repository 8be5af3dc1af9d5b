//! Pictures of a GIF: each is the rectangle in which it differs from the one before, with a palette of
//! its own, and what did not change in it is transparent.

mod clear;
mod grid;
mod palette;
mod table;

use super::changes::{ChangeEncoder, ChangedArea};
use crate::error::{Error, Result};
pub(super) use clear::ClearGifGroup;
use gif::{DisposalMethod, Encoder, Frame};
use palette::Palette;
use std::borrow::Cow;
use table::ColorCounts;

/// Where the delay stands in what is encoded, in hundredths of a second: it follows from the picture's
/// number, and is not known here.
pub(crate) const DELAY: std::ops::Range<usize> = 4..6;

/// What stays as it was before.
const CLEAR: u8 = 0;

/// Encodes opaque pictures.
pub(crate) struct GifEncoder {
    size: (u32, u32),
    tolerance: u8,
    dither: bool,
    colors: ColorCounts,
    /// Which colour each pixel of the rectangle has; none where it is as before.
    pixels: Vec<u32>,
    writer: FrameWriter,
}

impl GifEncoder {
    pub(crate) fn new(size: (u32, u32), tolerance: u8, dither: bool) -> Result<Self> {
        let (colors, pixels) = (ColorCounts::default(), Vec::new());
        Ok(Self { size, tolerance, dither, colors, pixels, writer: FrameWriter::new(size)? })
    }
}

impl ChangeEncoder for GifEncoder {
    fn encode(
        &mut self,
        before: Option<&[u8]>,
        picture: &[u8],
        area: ChangedArea,
    ) -> Result<Vec<u8>> {
        let Self { size, tolerance, dither, colors, pixels, writer } = self;
        let columns = size.0 as usize;
        colors.clear();
        pixels.clear();
        match before {
            Some(before) => {
                for (was, is) in area.rows(before, columns).zip(area.rows(picture, columns)) {
                    pixels.extend(was.iter().zip(is).map(|(was, is)| {
                        if was == is { ColorCounts::NONE } else { colors.number(*is) }
                    }));
                }
            }
            None => {
                for row in area.rows(picture, columns) {
                    pixels.extend(row.iter().map(|pixel| colors.number(*pixel)));
                }
            }
        }
        // the page's colour is that of its corner
        let page = picture.first_chunk().map_or([255; 3], |[r, g, b]| [*r, *g, *b]);
        let palette = Palette::of(colors, page, *tolerance, usize::from(CLEAR) + 1);
        let mut indices = Vec::with_capacity(pixels.len());
        if *dither && palette.is_coarse() {
            let places = (area.y..area.y + area.height)
                .flat_map(|y| (area.x..area.x + area.width).map(move |x| (x, y)));
            let mixes = palette.mixes(colors);
            indices.extend(places.zip(&*pixels).map(|((x, y), &pixel)| match pixel {
                ColorCounts::NONE => CLEAR,
                color => mixes[color as usize].at(x, y),
            }));
        } else {
            indices.extend(pixels.iter().map(|&pixel| match pixel {
                ColorCounts::NONE => CLEAR,
                color => palette.index(color),
            }));
        }
        writer.write(area, &palette, indices, DisposalMethod::Keep)
    }
}

/// Writes single pictures as they stand in a file.
pub(super) struct FrameWriter {
    encoder: Encoder<Vec<u8>>,
}

impl FrameWriter {
    pub(super) fn new((width, height): (u32, u32)) -> Result<Self> {
        let side = |side: u32| u16::try_from(side).map_err(|_| refused("a side is too long"));
        let encoder =
            Encoder::new(Vec::new(), side(width)?, side(height)?, &[]).map_err(refused)?;
        Ok(Self { encoder })
    }

    pub(super) fn write(
        &mut self,
        area: ChangedArea,
        palette: &Palette,
        indices: Vec<u8>,
        dispose: DisposalMethod,
    ) -> Result<Vec<u8>> {
        let [left, top, width, height] =
            [area.x, area.y, area.width, area.height].map(|n| n as u16);
        let frame = Frame {
            dispose,
            transparent: Some(CLEAR),
            left,
            top,
            width,
            height,
            palette: Some(palette.bytes()),
            buffer: Cow::Owned(indices),
            ..Frame::default()
        };
        self.encoder.get_mut().clear();
        self.encoder.write_frame(&frame).map_err(refused)?;
        Ok(std::mem::take(self.encoder.get_mut()))
    }
}

fn refused(why: impl std::fmt::Display) -> Error {
    Error::Encoder { message: format!("gif: {why}") }
}
