//! Groups of pictures, each encoded on its own by a fresh encoder.

mod level;
mod openh264;
mod stipple;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use openh264::{Openh264, quantizer};
use stipple::Stipple;

use crate::{
    error::{Error, Result},
    fps::Fps,
    size::even,
    yuv::{I420, Matrix},
};
use panim_figure::Damage;

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
}

impl EncodeSettings {
    /// Size as encoded, in pixels.
    pub(crate) fn even_size(&self) -> (u32, u32) {
        (even(self.width), even(self.height))
    }

    /// How colours are encoded.
    pub(crate) fn matrix(&self) -> Matrix {
        Matrix::of_height(self.height)
    }
}

/// Encodes one group.
///
/// A group's bytes follow from its pictures and the settings alone, because nothing is carried
/// over from one group to the next.
pub(crate) struct GroupEncoder {
    encoder: Openh264,
    stipple: Stipple,
    group: EncodedGroup,
}

impl GroupEncoder {
    pub(crate) fn new(settings: &EncodeSettings) -> Result<Self> {
        let stipple = if settings.all_intra {
            Stipple::none()
        } else {
            Stipple::new(quantizer(settings.quality))
        };
        Ok(Self { encoder: Openh264::new(settings)?, stipple, group: EncodedGroup::default() })
    }

    /// Encodes the group's next picture; `changed` since the one before, at most.
    pub(crate) fn push(&mut self, picture: &I420, changed: &Damage) -> Result<()> {
        let start = self.group.data.len();
        let mut sync = false;
        for unit in self.encoder.encode(self.stipple.apply(picture, changed))? {
            match unit.first().map(|head| head & 0x1f) {
                Some(SPS) => same_or_first(&mut self.group.sps, unit)?,
                Some(PPS) => same_or_first(&mut self.group.pps, unit)?,
                Some(kind @ (SLICE | IDR_SLICE)) => {
                    sync |= kind == IDR_SLICE;
                    self.group.data.extend((unit.len() as u32).to_be_bytes());
                    self.group.data.extend(unit);
                }
                // Nothing else is needed to show the picture.
                _ => {}
            }
        }
        let size = self.group.data.len() - start;
        if size == 0 {
            return Err(refused("a picture came out empty"));
        }
        if self.group.samples.is_empty() && !(sync && self.group.has_parameter_sets()) {
            return Err(refused("the first picture of a group cannot be shown on its own"));
        }
        self.group.samples.push(Sample { size: size as u32, sync });
        Ok(())
    }

    pub(crate) fn finish(self) -> EncodedGroup {
        self.group
    }
}

/// One encoded group, ready for the file.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct EncodedGroup {
    /// The parameter sets that the pictures are decoded with.
    pub(crate) sps: Vec<u8>,
    pub(crate) pps: Vec<u8>,
    /// The pictures one after the other, each of its units behind its length in four bytes.
    pub(crate) data: Vec<u8>,
    pub(crate) samples: Vec<Sample>,
}

impl EncodedGroup {
    /// How many pictures it has.
    pub(crate) fn frames(&self) -> usize {
        self.samples.len()
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
fn same_or_first(kept: &mut Vec<u8>, set: &[u8]) -> Result<()> {
    if kept.is_empty() {
        kept.extend(set);
    }
    if kept == set { Ok(()) } else { Err(refused("the parameter sets changed within a group")) }
}

fn refused(message: &str) -> Error {
    Error::Encoder { message: format!("openh264: {message}") }
}
