//! One encoded group as bytes: a head of fixed length, which says how long the rest is, and the rest.
//!
//! Both have a hash whose key is the fingerprint of the plan: what is damaged, cut off or of another
//! plan is not read.

use super::hash::hash;
use crate::encode::{EncodeSettings, EncodedGroup, PackedPicture, Sample};
use std::fmt;

/// Which group it is, and of what rows it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GroupKey {
    pub(crate) index: usize,
    /// Its first frame's place in the video.
    pub(crate) first: usize,
    pub(crate) frames: usize,
    /// A hash of its rows, and of the row of frame 0.
    pub(crate) rows: u128,
}

/// What setup made: the same for all groups of a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Look {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) transparent: bool,
}

impl fmt::Display for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.transparent { "transparent" } else { "opaque" };
        write!(f, "{}x{} pixels, {kind}", self.width, self.height)
    }
}

impl Look {
    pub(crate) fn of(settings: &EncodeSettings) -> Self {
        let EncodeSettings { width, height, transparent, .. } = *settings;
        Self { width, height, transparent }
    }
}

/// What stands in front of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GroupHead {
    pub(super) key: GroupKey,
    pub(super) look: Look,
    has_ends: bool,
    /// Bytes of the parts of the rest, in their order.
    lengths: [u64; PARTS],
    body: u128,
}

/// Parameter sets, samples, both ends, data.
const PARTS: usize = 6;

const MAGIC: [u8; 4] = *b"grp1";

/// A sample's size, and whether it can be shown without the ones before it.
const SAMPLE: usize = 5;

impl GroupHead {
    pub(super) const BYTES: usize = MAGIC.len() + 3 * 8 + 16 + 2 * 4 + 2 + PARTS * 8 + 16 + 16;

    /// Bytes of the rest.
    pub(super) fn body_bytes(&self) -> Option<u64> {
        self.lengths.iter().try_fold(0_u64, |sum, length| sum.checked_add(*length))
    }

    fn to_bytes(self, key: u128) -> Vec<u8> {
        let Self { key: GroupKey { index, first, frames, rows }, look, has_ends, .. } = self;
        let mut bytes = Vec::with_capacity(Self::BYTES);
        bytes.extend(MAGIC);
        [index, first, frames].iter().for_each(|n| bytes.extend((*n as u64).to_le_bytes()));
        bytes.extend(rows.to_le_bytes());
        [look.width, look.height].iter().for_each(|n| bytes.extend(n.to_le_bytes()));
        bytes.extend([look.transparent, has_ends].map(u8::from));
        self.lengths.iter().for_each(|n| bytes.extend(n.to_le_bytes()));
        bytes.extend(self.body.to_le_bytes());
        let sum = hash(key, &[&bytes]);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    /// None: that is no head, or not one of the plan with this fingerprint.
    pub(super) fn read(bytes: &[u8; Self::BYTES], key: u128) -> Option<Self> {
        let (said, sum) = bytes.split_last_chunk::<16>()?;
        if hash(key, &[said]) != u128::from_le_bytes(*sum) {
            return None;
        }
        let mut said = HeadBytes(said.strip_prefix(&MAGIC)?);
        let [index, first, frames] = [said.size()?, said.size()?, said.size()?];
        let rows = u128::from_le_bytes(said.take()?);
        let [width, height] = [said.take()?, said.take()?].map(u32::from_le_bytes);
        let [transparent, has_ends] = said.take::<2>()?.map(|flag| flag != 0);
        let mut lengths = [0; PARTS];
        for length in &mut lengths {
            *length = u64::from_le_bytes(said.take()?);
        }
        Some(Self {
            key: GroupKey { index, first, frames, rows },
            look: Look { width, height, transparent },
            has_ends,
            lengths,
            body: u128::from_le_bytes(said.take()?),
        })
    }
}

/// Bytes that are taken from the front.
struct HeadBytes<'b>(&'b [u8]);

impl HeadBytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(self.take()?)).ok()
    }
}

/// Appends a group's bytes.
pub(super) fn write(
    fingerprint: u128,
    key: GroupKey,
    look: Look,
    group: &EncodedGroup,
    into: &mut Vec<u8>,
) {
    let samples: Vec<u8> = group
        .samples
        .iter()
        .flat_map(|Sample { size, sync }| size.to_le_bytes().into_iter().chain([u8::from(*sync)]))
        .collect();
    let ends = group.ends.as_ref().map(|ends| ends.each_ref().map(PackedPicture::to_bytes));
    let has_ends = ends.is_some();
    let [first, last] = ends.unwrap_or_default();
    let parts = [&group.sps[..], &group.pps, &samples, &first, &last, &group.data];
    let lengths = parts.map(|part| part.len() as u64);
    let body = hash(fingerprint, &parts);
    into.extend(GroupHead { key, look, has_ends, lengths, body }.to_bytes(fingerprint));
    parts.iter().for_each(|part| into.extend_from_slice(part));
}

/// The group behind a head. None: its bytes are not what was written.
pub(super) fn read(fingerprint: u128, head: &GroupHead, body: &[u8]) -> Option<EncodedGroup> {
    if hash(fingerprint, &[body]) != head.body {
        return None;
    }
    let mut rest = body;
    let mut part = |length: u64| {
        let (part, behind) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        rest = behind;
        Some(part)
    };
    let [sps, pps, samples, first, last, data] = head.lengths.map(&mut part);
    let samples: Vec<_> = samples?
        .chunks_exact(SAMPLE)
        .filter_map(|sample| {
            let (size, sync) = sample.split_first_chunk::<4>()?;
            Some(Sample { size: u32::from_le_bytes(*size), sync: sync == [1] })
        })
        .collect();
    let bytes: u64 = samples.iter().map(|sample| u64::from(sample.size)).sum();
    let data = data?;
    if samples.len() != head.key.frames || bytes != data.len() as u64 || !rest.is_empty() {
        return None;
    }
    let ends = match head.has_ends {
        true => Some(Box::new([PackedPicture::read(first?)?, PackedPicture::read(last?)?])),
        false => None,
    };
    Some(EncodedGroup { sps: sps?.into(), pps: pps?.into(), data: data.into(), samples, ends })
}
