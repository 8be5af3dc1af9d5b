//! Groups of pictures, each encoded on its own, by a fresh encoder: H.264 on the CPU or by one of a few
//! sessions on a GPU, and the formats that keep pixels as they are.

#[cfg(feature = "video")]
mod bits;
mod changes;
#[cfg(feature = "video")]
mod choice;
#[cfg(not(feature = "video"))]
#[path = "encode/no_video.rs"]
mod choice;
mod counted;
#[cfg(feature = "video")]
mod dither;
mod encoders;
mod gif;
#[cfg(feature = "video")]
mod level;
#[cfg(feature = "nvenc")]
mod nvenc;
#[cfg(all(feature = "video", not(feature = "nvenc")))]
#[path = "encode/no_nvenc.rs"]
mod nvenc;
#[cfg(feature = "video")]
mod openh264;
mod packed;
mod png;
#[cfg(feature = "video")]
mod still;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(feature = "video")]
mod units;

use choice::H264Encoders;
pub(crate) use counted::Counted;
pub(crate) use encoders::Encoders;
pub(crate) use gif::DELAY as GIF_DELAY;
#[cfg(feature = "video")]
use nvenc::{Gpu, Pool};
#[cfg(feature = "video")]
pub(crate) use openh264::Openh264Group;
pub(crate) use packed::PackedPicture;
pub(crate) use png::PLACE as APNG_PLACE;

use crate::{Preset, error::Result, fps::Fps, picture::Prepared};
#[cfg(feature = "video")]
use crate::{size::even, yuv::ColorMatrix};
use panim_figure::__private::Damage;

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
    #[cfg(feature = "video")]
    pub(crate) fn even_size(&self) -> (u32, u32) {
        (even(self.width), even(self.height))
    }

    /// How colours are encoded.
    #[cfg(feature = "video")]
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

    /// Adds the last picture once more, if there is one.
    fn repeat(&mut self, sync: bool) -> bool {
        let Some(&Sample { size, .. }) = self.samples.last() else { return false };
        self.data.extend_from_within(self.data.len() - size as usize..);
        self.samples.push(Sample { size, sync });
        true
    }

    /// Adds a picture that is not in H.264.
    fn add_bytes(&mut self, bytes: &[u8], sync: bool) {
        self.data.extend_from_slice(bytes);
        self.samples.push(Sample { size: bytes.len() as u32, sync });
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
