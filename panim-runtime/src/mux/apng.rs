//! Encoded groups into one PNG that moves.

use super::{
    Container, Written,
    stays::{Stay, Stays},
};
use crate::{
    delay::apng::delay,
    encode::{APNG_PLACE, EncodeSettings, EncodedGroup},
    error::{Error, Result},
    fps::Fps,
    output::{Output, Target},
};
use std::{
    io::{self, Seek, SeekFrom, Write},
    num::NonZeroU16,
};

const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// Where the chunk stands that says how many frames there are: behind the signature and the header.
const CONTROL: u64 = SIGNATURE.len() as u64 + 25;

/// A PNG in the making. The number of its frames, near its beginning, is known at the end.
pub(crate) struct Apng {
    output: Output,
    /// How often it plays; none: for ever.
    loops: Option<NonZeroU16>,
    /// How many pictures there are.
    pictures: u32,
    stays: Stays,
    /// The number of the next chunk that has one.
    sequence: u32,
    /// Of the pictures, and how many there are in a second; none before the first group.
    size_and_rate: Option<((u32, u32), Fps)>,
}

impl Apng {
    pub(crate) fn create(target: &Target, loops: Option<NonZeroU16>) -> Result<Self> {
        let output = Output::create(target)?;
        let (stays, size_and_rate) = (Stays::default(), None);
        Ok(Self { output, loops, pictures: 0, stays, sequence: 0, size_and_rate })
    }

    /// What comes before the pictures.
    fn head(&self, settings: &EncodeSettings, into: &mut Vec<u8>) {
        let kind = if settings.transparent { png::ColorType::Rgba } else { png::ColorType::Rgb };
        let sides = [settings.width, settings.height].map(u32::to_be_bytes);
        // bits a channel, kind, and the only packing, filters and order there are
        let rest = [8, kind as u8, 0, 0, 0];
        into.extend(SIGNATURE);
        chunk(b"IHDR", &[&sides.concat(), &rest], into);
        self.control(into);
    }

    fn control(&self, into: &mut Vec<u8>) {
        let loops = self.loops.map_or(0, NonZeroU16::get);
        let numbers = [self.pictures, loops.into()].map(u32::to_be_bytes);
        chunk(b"acTL", &[&numbers.concat()], into);
    }

    /// Writes a picture, when it is known for how long it stays.
    fn picture(&mut self, (picture, frames): Stay, fps: Fps, into: &mut Vec<u8>) {
        let (place, pixels) = picture.split_at(APNG_PLACE);
        let [left, top, width, height] =
            std::array::from_fn::<_, 4, _>(|i| &place[4 * i..4 * i + 4]);
        let (num, den) = delay(frames, fps);
        let delay = [num.to_be_bytes(), den.to_be_bytes()].concat();
        // it stays, and takes the place of what was there
        let how = [0, 0];
        chunk(b"fcTL", &[&self.number(), width, height, left, top, &delay, &how], into);
        if self.pictures == 0 {
            chunk(b"IDAT", &[pixels], into);
        } else {
            chunk(b"fdAT", &[&self.number(), pixels], into);
        }
        self.pictures += 1;
    }

    fn number(&mut self) -> [u8; 4] {
        self.sequence += 1;
        (self.sequence - 1).to_be_bytes()
    }

    fn end(&mut self, fps: Fps) -> io::Result<()> {
        let (mut end, mut control) = (Vec::new(), Vec::new());
        if let Some(stay) = self.stays.end() {
            self.picture(stay, fps, &mut end);
        }
        chunk(b"IEND", &[], &mut end);
        self.control(&mut control);
        self.output.write_all(&end)?;
        self.output.seek(SeekFrom::Start(CONTROL))?;
        self.output.write_all(&control)
    }
}

fn chunk(name: &[u8; 4], data: &[&[u8]], into: &mut Vec<u8>) {
    let length: usize = data.iter().map(|data| data.len()).sum();
    into.extend((length as u32).to_be_bytes());
    let begin = into.len();
    into.extend(name);
    data.iter().for_each(|data| into.extend_from_slice(data));
    let sum = crc32fast::hash(&into[begin..]);
    into.extend(sum.to_be_bytes());
}

impl Container for Apng {
    fn write(&mut self, group: &EncodedGroup, settings: &EncodeSettings) -> Result<()> {
        let mut bytes = Vec::with_capacity(group.data.len());
        let EncodeSettings { width, height, fps, .. } = *settings;
        if self.size_and_rate.is_none() {
            self.head(settings, &mut bytes);
            self.size_and_rate = Some(((width, height), fps));
        }
        for picture in group.pictures() {
            if let Some(stay) = self.stays.next(picture) {
                self.picture(stay, fps, &mut bytes);
            }
        }
        self.output.write_all(&bytes).map_err(|source| self.output.error(source))
    }

    fn finish(mut self: Box<Self>) -> Result<Written> {
        let Some(((width, height), fps)) = self.size_and_rate else { return Err(Error::NoFrames) };
        self.end(fps).map_err(|source| self.output.error(source))?;
        Ok(Written { bytes: self.output.commit()?, width, height })
    }
}
