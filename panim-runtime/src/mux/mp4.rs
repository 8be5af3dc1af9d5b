//! Encoded groups, in order, into one MP4 that plays while it downloads.

mod moov;

use std::io::{self, Read, Seek, SeekFrom, Write};

use mp4::{FtypBox, WriteBox};

use self::moov::Track;
use super::{
    Container, Written,
    tags::{self, Tag},
};
use crate::{
    encode::{EncodeSettings, EncodedGroup},
    error::{Error, Result},
    output::{Output, Target},
};

/// Bytes before the pictures while it is not known yet how many they will be.
const MDAT_HEADER: u64 = 16;

/// Bytes that are moved at a time to make room for the index.
const MOVED_AT_ONCE: u64 = 1 << 20;

/// A video file in the making. Dropped before [`Mp4::finish`] it leaves nothing behind.
///
/// Pictures are written as they come; the index, which has to come first in the file, is put in
/// front of them at the end. What is held in memory is a few bytes a frame.
pub(crate) struct Mp4 {
    output: Output,
    ftyp: Vec<u8>,
    /// What the file says of itself.
    udta: Vec<u8>,
    /// There is one from the first group until the file is complete.
    track: Option<Track>,
    /// The size of the pictures of a file that is complete.
    complete: Option<(u32, u32)>,
}

impl Mp4 {
    /// Opens a file that will be at the target when it is whole.
    pub(crate) fn create(target: &Target, tags: &[Tag]) -> Result<Self> {
        let ftyp = ftyp()?;
        let mut output = Output::create(target)?;
        let start = [&ftyp[..], &[0; MDAT_HEADER as usize]].concat();
        output.write_all(&start).map_err(|source| output.error(source))?;
        Ok(Self { output, ftyp, udta: tags::udta(tags), track: None, complete: None })
    }

    /// Moves the pictures to where the head says they start, and writes the head before them.
    fn put_in_front(&mut self, head: &Head) -> io::Result<()> {
        let from = self.ftyp.len() as u64 + MDAT_HEADER;
        let by = head.data_start - from;
        move_forward(&mut self.output, from, head.data_bytes, by)?;
        self.output.seek(SeekFrom::Start(self.ftyp.len() as u64))?;
        self.output.write_all(&head.bytes)
    }
}

impl Container for Mp4 {
    fn write(&mut self, group: &EncodedGroup, settings: &EncodeSettings) -> Result<()> {
        let track = self.track.get_or_insert_with(|| Track::new(group, settings));
        track.add(group)?;
        self.output.write_all(&group.data).map_err(|source| self.output.error(source))
    }

    fn settle(&mut self) -> Result<()> {
        let Some(track) = self.track.take() else { return Ok(()) };
        let size = track.size();
        let head = Head::new(self.ftyp.len() as u64, track, &self.udta)?;
        self.put_in_front(&head).map_err(|source| self.output.error(source))?;
        self.output.sync()?;
        self.complete = Some(size);
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Written> {
        self.settle()?;
        let Some((width, height)) = self.complete else { return Err(Error::NoFrames) };
        let bytes = self.output.commit()?;
        Ok(Written { bytes, width, height })
    }
}

/// What stands between the file's first box and the pictures.
struct Head {
    bytes: Vec<u8>,
    data_start: u64,
    data_bytes: u64,
}

impl Head {
    fn new(ftyp_bytes: u64, track: Track, udta: &[u8]) -> Result<Self> {
        let data_bytes = track.data_bytes();
        let mdat = mdat_header(data_bytes);
        let mut bytes = track.moov(ftyp_bytes + mdat.len() as u64, udta)?;
        bytes.extend(mdat);
        Ok(Self { data_start: ftyp_bytes + bytes.len() as u64, bytes, data_bytes })
    }
}

fn ftyp() -> Result<Vec<u8>> {
    let compatible_brands = [*b"isom", *b"iso2", *b"avc1", *b"mp41"].map(Into::into).into();
    let ftyp = FtypBox { major_brand: (*b"isom").into(), minor_version: 512, compatible_brands };
    let mut bytes = Vec::new();
    ftyp.write_box(&mut bytes).map_err(boxes)?;
    Ok(bytes)
}

/// The header of the box that holds the pictures: 16 bytes long if 8 are not enough.
fn mdat_header(data_bytes: u64) -> Vec<u8> {
    match u32::try_from(data_bytes + 8) {
        Ok(bytes) => [&bytes.to_be_bytes()[..], b"mdat"].concat(),
        Err(_) => [&[0, 0, 0, 1][..], b"mdat", &(data_bytes + 16).to_be_bytes()].concat(),
    }
}

/// Moves `bytes` bytes at `from` towards the end of the file, last ones first.
fn move_forward(
    file: &mut (impl Read + Write + Seek),
    from: u64,
    bytes: u64,
    by: u64,
) -> io::Result<()> {
    let mut chunk = vec![0; bytes.min(MOVED_AT_ONCE) as usize];
    let mut left = bytes;
    while left > 0 {
        let chunk = &mut chunk[..left.min(MOVED_AT_ONCE) as usize];
        left -= chunk.len() as u64;
        file.seek(SeekFrom::Start(from + left))?;
        file.read_exact(chunk)?;
        file.seek(SeekFrom::Start(from + left + by))?;
        file.write_all(chunk)?;
    }
    Ok(())
}

/// An index that cannot be written in MP4.
fn boxes(error: mp4::Error) -> Error {
    Error::Encoder { message: format!("mp4: {error}") }
}

#[cfg(test)]
mod tests;
