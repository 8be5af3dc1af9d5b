//! The units that a picture in H.264 is made of.

use super::{EncodedGroup, Sample};

/// Kinds of H.264 unit, as numbered in the low bits of a unit's first byte.
const IDR_SLICE: u8 = 5;
const SLICE: u8 = 1;
const SPS: u8 = 7;
const PPS: u8 = 8;

impl EncodedGroup {
    /// Adds a picture, as its units without start codes.
    pub(super) fn add<'u>(
        &mut self,
        units: impl Iterator<Item = &'u [u8]>,
    ) -> Result<(), &'static str> {
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

/// Keeps a parameter set; the whole video is to be decoded with one.
fn same_or_first(kept: &mut Vec<u8>, set: &[u8]) -> Result<(), &'static str> {
    if kept.is_empty() {
        kept.extend(set);
    }
    if kept == set { Ok(()) } else { Err("the parameter sets changed within a group") }
}
