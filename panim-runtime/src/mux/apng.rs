//! Encoded groups into one PNG that moves.

use super::{Container, Written};
use crate::{
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
    frames: u32,
    /// The number of the next chunk that has one.
    sequence: u32,
    /// None before the first group.
    size: Option<(u32, u32)>,
}

impl Apng {
    pub(crate) fn create(target: &Target, loops: Option<NonZeroU16>) -> Result<Self> {
        Ok(Self { output: Output::create(target)?, loops, frames: 0, sequence: 0, size: None })
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
        let numbers = [self.frames, loops.into()].map(u32::to_be_bytes);
        chunk(b"acTL", &[&numbers.concat()], into);
    }

    fn picture(&mut self, picture: &[u8], fps: Fps, into: &mut Vec<u8>) {
        let (place, pixels) = picture.split_at(APNG_PLACE);
        let [left, top, width, height] =
            std::array::from_fn::<_, 4, _>(|i| &place[4 * i..4 * i + 4]);
        let (num, den) = delay(self.frames as usize, fps);
        let delay = [num.to_be_bytes(), den.to_be_bytes()].concat();
        // it stays, and takes the place of what was there
        let how = [0, 0];
        chunk(b"fcTL", &[&self.number(), width, height, left, top, &delay, &how], into);
        if self.frames == 0 {
            chunk(b"IDAT", &[pixels], into);
        } else {
            chunk(b"fdAT", &[&self.number(), pixels], into);
        }
        self.frames += 1;
    }

    fn number(&mut self) -> [u8; 4] {
        self.sequence += 1;
        (self.sequence - 1).to_be_bytes()
    }

    fn end(&mut self) -> io::Result<()> {
        let (mut end, mut control) = (Vec::new(), Vec::new());
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
        if self.size.is_none() {
            self.head(settings, &mut bytes);
            self.size = Some((settings.width, settings.height));
        }
        for picture in group.pictures() {
            self.picture(picture, settings.fps, &mut bytes);
        }
        self.output.write_all(&bytes).map_err(|source| self.output.error(source))
    }

    fn finish(mut self: Box<Self>) -> Result<Written> {
        let Some((width, height)) = self.size else { return Err(Error::NoFrames) };
        self.end().map_err(|source| self.output.error(source))?;
        Ok(Written { bytes: self.output.commit()?, width, height })
    }
}

/// How long a frame stays, in seconds: exactly, where the fraction has room; else as many small parts
/// of a second as have room.
fn delay(frame: usize, fps: Fps) -> (u16, u16) {
    if let (Ok(num), Ok(den)) = (u16::try_from(fps.den()), u16::try_from(fps.num())) {
        return (num, den);
    }
    let (num, den) = (u128::from(fps.num()).max(1), u128::from(fps.den()));
    let has_room = |ticks: &u128| ticks * den < u128::from(u16::MAX) * num;
    let ticks = [10_000, 1000, 100, 10, 1].into_iter().find(has_room).unwrap_or(1);
    (fps.ticks(frame, ticks), ticks as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_exact_or_spread() {
        assert_eq!(delay(7, Fps::from(30)), (1, 30));
        assert_eq!(delay(7, Fps::from((60_000, 1001))), (1001, 60_000));
        assert_eq!(delay(7, Fps::from((1, 1000))), (1000, 1));
        let odd = Fps::from((300_007, 10_000));
        let stays: u32 = (0..300_007).map(|frame| u32::from(delay(frame, odd).0)).sum();
        assert_eq!((stays, delay(0, odd)), (100_000_000, (333, 10_000)));
    }
}
