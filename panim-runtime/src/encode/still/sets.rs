//! What the parameter sets of a stream say, as far as it decides what a slice's head has.

use crate::encode::bits::BitReader;

/// Profiles whose sets say which chroma there is: 7.3.2.1.1.
const HIGH: [u32; 1] = [100];

/// Of a progressive stream whose pictures come in the order in which they are shown, without weights.
#[derive(Debug, PartialEq)]
pub(super) struct ParameterSets {
    pub(super) pps: u32,
    /// Bits of a picture's number.
    pub(super) number_bits: u32,
    /// Blocks of 16x16 pixels in a picture.
    pub(super) blocks: u32,
    pub(super) initial_quantizer: i32,
}

impl ParameterSets {
    /// `None` if the stream is any other.
    pub(super) fn read(sps: &[u8], pps: &[u8]) -> Option<Self> {
        let (sps_id, number_bits, blocks) = sequence(sps)?;
        let mut bits = BitReader::of(pps);
        let pps = bits.golomb()?;
        must(bits.golomb()? == sps_id)?;
        let is_arithmetic = bits.bit()?;
        let _has_order_of_fields = bits.bit()?;
        let slice_groups = bits.golomb()? + 1;
        let _references = [bits.golomb()?, bits.golomb()?];
        let is_weighted = bits.bit()?;
        let _is_weighted_both_ways = bits.take(2)?;
        let initial_quantizer = 26 + bits.signed_golomb()?;
        let _others = [bits.signed_golomb()?, bits.signed_golomb()?];
        let says_filter = bits.bit()?;
        let _is_intra_constrained = bits.bit()?;
        let says_copies = bits.bit()?;
        must(is_arithmetic && slice_groups == 1 && !is_weighted && says_filter && !says_copies)?;
        Some(Self { pps, number_bits, blocks, initial_quantizer })
    }

    /// A picture's number: it begins again behind the largest.
    pub(super) fn number(&self, count: u32) -> u32 {
        count & ((1 << self.number_bits) - 1)
    }
}

/// Its own number, the bits of pictures' numbers, and the blocks of a picture: 7.3.2.1.1.
fn sequence(sps: &[u8]) -> Option<(u32, u32, u32)> {
    let mut bits = BitReader::of(sps);
    let profile = bits.take(8)?;
    let _constraints_and_level = bits.take(16)?;
    let id = bits.golomb()?;
    must(HIGH.contains(&profile))?;
    let (chroma, depths) = (bits.golomb()?, [bits.golomb()?, bits.golomb()?]);
    let (_bypasses, has_scaling) = (bits.bit()?, bits.bit()?);
    must(chroma == 1 && depths == [0, 0] && !has_scaling)?;
    let number_bits = bits.golomb()? + 4;
    // pictures are shown in the order of decoding, of which nothing more is said
    must(bits.golomb()? == 2)?;
    let references = bits.golomb()?;
    let _may_have_gaps = bits.bit()?;
    let (across, down) = (bits.golomb()? + 1, bits.golomb()? + 1);
    let has_frames_only = bits.bit()?;
    must(references == 1 && has_frames_only && number_bits <= 16)?;
    Some((id, number_bits, across.checked_mul(down)?))
}

fn must(is_so: bool) -> Option<()> {
    is_so.then_some(())
}
