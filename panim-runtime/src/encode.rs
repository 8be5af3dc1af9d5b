//! Groups of pictures, each encoded on its own, by a fresh encoder: H.264 on the CPU or by one of a few
//! sessions on a GPU, and the formats that keep pixels as they are.

mod bits;
mod changes;
mod choice;
mod counted;
mod dither;
mod encoders;
mod gif;
mod level;
#[cfg(feature = "nvenc")]
mod nvenc;
#[cfg(not(feature = "nvenc"))]
#[path = "encode/no_nvenc.rs"]
mod nvenc;
mod openh264;
mod packed;
mod png;
mod still;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use choice::H264Encoders;
pub(crate) use counted::Counted;
pub(crate) use encoders::Encoders;
pub(crate) use gif::DELAY as GIF_DELAY;
use nvenc::{Gpu, Pool};
pub(crate) use openh264::Openh264Group;
pub(crate) use packed::PackedPicture;
pub(crate) use png::PLACE as APNG_PLACE;

use crate::{Preset, error::Result, fps::Fps, picture::Prepared, size::even, yuv::ColorMatrix};
use panim_figure::__private::Damage;

/// Kinds of H.264 unit, as numbered in the low bits of a unit's first byte.
const IDR_SLICE: u8 = 5;
const SLICE: u8 = 1;
const SPS: u8 = 7;
const PPS: u8 = 8;

/// What is the same for all groups of a video.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EncodeSettings {
    /// Size as drawn, in pixels.
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) fps: Fps,
    /// Quantizer, from 0, the best, to 51.
    pub(crate) quality: u8,
    /// Whether every picture can be shown without the ones before it.
    pub(crate) all_intra: bool,
    /// How much work NVENC takes.
    pub(crate) preset: Preset,
    /// Whether colours that a palette has not are mixed of those that it has.
    pub(crate) dither: bool,
    /// Whether pixels may be transparent.
    pub(crate) transparent: bool,
}

impl EncodeSettings {
    /// Size as encoded, in pixels.
    pub(crate) fn even_size(&self) -> (u32, u32) {
        (even(self.width), even(self.height))
    }

    /// How colours are encoded.
    pub(crate) fn matrix(&self) -> ColorMatrix {
        ColorMatrix::of_height(self.height)
    }
}

/// Encodes one group, whose first picture can be shown without any before it. Pictures may come from
/// several threads, one after the other.
pub(crate) trait GroupEncoder: Send {
    /// Encodes the group's next picture; `changed` since the one before, at most.
    fn push(&mut self, picture: &Prepared, changed: &Damage) -> Result<()>;

    /// How many pictures came out so far; others may be waiting.
    fn encoded(&self) -> usize;

    fn finish(self: Box<Self>) -> Result<EncodedGroup>;
}

/// One encoded group, ready for the file.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct EncodedGroup {
    /// The parameter sets that pictures in H.264 are decoded with.
    pub(crate) sps: Vec<u8>,
    pub(crate) pps: Vec<u8>,
    /// The pictures one after the other, as the format has them. In H.264, each of its units behind
    /// its length in four bytes.
    pub(crate) data: Vec<u8>,
    pub(crate) samples: Vec<Sample>,
    /// Its first and its last picture, where the first is yet to be encoded as what changes in it.
    pub(crate) ends: Option<Box<[PackedPicture; 2]>>,
}

impl EncodedGroup {
    /// How many pictures it has.
    pub(crate) fn frames(&self) -> usize {
        self.samples.len()
    }

    /// Each picture as the format has it, in order.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = &[u8]> {
        let mut data = &self.data[..];
        self.samples.iter().map(move |sample| {
            let (picture, rest) = data.split_at(sample.size as usize);
            data = rest;
            picture
        })
    }

    /// Adds a picture that is not in H.264.
    fn add_bytes(&mut self, bytes: &[u8], sync: bool) {
        self.data.extend_from_slice(bytes);
        self.samples.push(Sample { size: bytes.len() as u32, sync });
    }

    /// Adds a picture, as its units without start codes.
    fn add<'u>(&mut self, units: impl Iterator<Item = &'u [u8]>) -> Result<(), &'static str> {
        let start = self.data.len();
        let mut sync = false;
        for unit in units {
            match unit.first().map(|head| head & 0x1f) {
                Some(SPS) => same_or_first(&mut self.sps, unit)?,
                Some(PPS) => same_or_first(&mut self.pps, unit)?,
                Some(kind @ (SLICE | IDR_SLICE)) => {
                    sync |= kind == IDR_SLICE;
                    self.data.extend((unit.len() as u32).to_be_bytes());
                    self.data.extend(unit);
                }
                // Nothing else is needed to show the picture.
                _ => {}
            }
        }
        let size = self.data.len() - start;
        if size == 0 {
            return Err("a picture came out empty");
        }
        if self.samples.is_empty() && !(sync && self.has_parameter_sets()) {
            return Err("the first picture of a group cannot be shown on its own");
        }
        self.samples.push(Sample { size: size as u32, sync });
        Ok(())
    }

    fn has_parameter_sets(&self) -> bool {
        !self.sps.is_empty() && !self.pps.is_empty()
    }
}

/// One picture in a group's data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sample {
    /// In bytes.
    pub(crate) size: u32,
    /// Whether it can be shown without the ones before it.
    pub(crate) sync: bool,
}

/// Keeps a parameter set; the whole video is to be decoded with one.
fn same_or_first(kept: &mut Vec<u8>, set: &[u8]) -> Result<(), &'static str> {
    if kept.is_empty() {
        kept.extend(set);
    }
    if kept == set { Ok(()) } else { Err("the parameter sets changed within a group") }
}
