//! Pictures without loss: whole files, and the rectangles of a PNG that moves.

use super::{
    EncodedGroup, GroupEncoder,
    changes::{ChangeEncoder, ChangedArea},
};
use crate::{
    error::{Error, Result},
    picture::Prepared,
};
use panim_figure::__private::{Damage, png_file};

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
    fn push(&mut self, picture: &Prepared, changed: &Damage) -> Result<()> {
        if changed.is_none() && self.group.repeat(true) {
            return Ok(());
        }
        let rows = ChangedArea::all(self.size).rows(picture.rgba(), self.size.0 as usize);
        let file = png_file(self.size, !self.transparent, None, rows).map_err(refused)?;
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
        let file =
            png_file((place[2], place[3]), !self.transparent, None, rows).map_err(refused)?;
        let pixels = chunks(&file).filter(|(name, _)| *name == b"IDAT").map(|(_, data)| data);
        Ok(place.iter().flat_map(|n| n.to_be_bytes()).chain(pixels.flatten().copied()).collect())
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_picture_that_does_not_change_is_the_same_file_again() {
        let size = (3, 2);
        let (none, all) = (Damage::none(size), Damage::all(size));
        let [white, black] = [255, 0].map(|grey| Prepared::Rgba([grey; 4].repeat(6)));
        let mut group = Box::new(PngGroup::new(size, true));
        // the first one is written, whatever it is said to change
        group.push(&white, &none).unwrap();
        group.push(&white, &all).unwrap();
        // what changes nothing is not looked at
        group.push(&black, &none).unwrap();
        group.push(&black, &all).unwrap();
        group.push(&black, &none).unwrap();
        let group = group.finish().unwrap();
        let files: Vec<_> = group.pictures().collect();
        assert!(files[0] == files[1] && files[0] == files[2]);
        assert!(files[3] != files[0] && files[3] == files[4]);
        assert!(group.samples.iter().all(|sample| sample.sync));
        assert_eq!(group.data.len(), files.concat().len());
    }
}
