//! Pictures without loss: whole files, and the rectangles of a PNG that moves.

use super::{
    EncodedGroup, GroupEncoder,
    changes::{ChangeEncoder, ChangedArea},
};
use crate::{
    error::{Error, Result},
    picture::Prepared,
};
use panim_figure::__private::Damage;
use png::{BitDepth, ColorType, Compression, Filter};

/// Bytes of a file before its first chunk.
const SIGNATURE: usize = 8;

/// Of each picture of a group, so many bytes say where its rectangle is: left, top, width, height.
pub(crate) const PLACE: usize = 16;

/// Encodes each picture as a file of its own.
pub(crate) struct PngGroup {
    size: (u32, u32),
    transparent: bool,
    group: EncodedGroup,
}

impl PngGroup {
    pub(crate) fn new(size: (u32, u32), transparent: bool) -> Self {
        Self { size, transparent, group: EncodedGroup::default() }
    }
}

impl GroupEncoder for PngGroup {
    fn push(&mut self, picture: &Prepared, _: &Damage) -> Result<()> {
        let rows = ChangedArea::all(self.size).rows(picture.rgba(), self.size.0 as usize);
        let file = png(self.size, self.transparent, rows).map_err(refused)?;
        self.group.add_bytes(&file, true);
        Ok(())
    }

    fn encoded(&self) -> usize {
        self.group.frames()
    }

    fn finish(self: Box<Self>) -> Result<EncodedGroup> {
        Ok(self.group)
    }
}

/// Encodes what changes from picture to picture: where it is, and the pixels as they are packed in a
/// PNG.
pub(crate) struct ApngEncoder {
    size: (u32, u32),
    transparent: bool,
}

impl ApngEncoder {
    pub(crate) fn new(size: (u32, u32), transparent: bool) -> Self {
        Self { size, transparent }
    }
}

impl ChangeEncoder for ApngEncoder {
    fn encode(
        &mut self,
        _before: Option<&[u8]>,
        picture: &[u8],
        area: ChangedArea,
    ) -> Result<Vec<u8>> {
        let place = [area.x, area.y, area.width, area.height].map(|n| n as u32);
        let rows = area.rows(picture, self.size.0 as usize);
        let file = png((place[2], place[3]), self.transparent, rows).map_err(refused)?;
        let pixels = chunks(&file).filter(|(name, _)| *name == b"IDAT").map(|(_, data)| data);
        Ok(place.iter().flat_map(|n| n.to_be_bytes()).chain(pixels.flatten().copied()).collect())
    }
}

/// A whole file.
fn png<'p>(
    (width, height): (u32, u32),
    transparent: bool,
    rows: impl Iterator<Item = &'p [[u8; 4]]>,
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    // plots are flat, and equal rows pack better than differences
    encoder.set_filter(Filter::NoFilter);
    let pixels: Vec<u8> = if transparent {
        encoder.set_color(ColorType::Rgba);
        rows.flat_map(<[_]>::as_flattened).copied().collect()
    } else {
        encoder.set_color(ColorType::Rgb);
        rows.flatten().flat_map(|&[r, g, b, _]| [r, g, b]).collect()
    };
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}

/// The names and contents of a file's chunks.
fn chunks(file: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = file.get(SIGNATURE..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, behind) = rest.split_first_chunk::<4>()?;
        let (name, behind) = behind.split_first_chunk::<4>()?;
        let (data, behind) = behind.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        // the sum of the chunk
        rest = behind.get(4..)?;
        Some((name, data))
    })
}

fn refused(why: png::EncodingError) -> Error {
    Error::Encoder { message: format!("png: {why}") }
}
