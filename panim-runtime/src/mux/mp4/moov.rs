//! The index of the file: what the video is, and where each picture lies.
//!
//! The boxes are those of the crate `mp4`, whose inner types have no public names: they are filled in
//! where they stand. What it cannot say is appended to the bytes that it wrote.

use mp4::{FixedPointU8, MoovBox, WriteBox};

use super::boxes;
use crate::{
    encode::{EncodeSettings, EncodedGroup},
    error::{Error, Result},
    yuv::{SRGB_PRIMARIES, SRGB_TRANSFER},
};

/// Ticks per second at the least. Players that round times to ticks miss frames with fewer.
const LEAST_TICKS: u32 = 10_000;

const TRACK_ID: u32 = 1;

/// Enabled, in the movie and in its preview.
const TRACK_FLAGS: u32 = 7;

/// The version of headers that have 64 bits for a duration.
const VERSION: u8 = 1;

/// Where avc1 is. Each step is a box, and how many bytes that has before the boxes in it.
const AVC1: [(&[u8; 4], usize); 7] = [
    (b"moov", 0),
    (b"trak", 0),
    (b"mdia", 0),
    (b"minf", 0),
    (b"stbl", 0),
    (b"stsd", 8),
    (b"avc1", 78),
];

/// High profile has to say once more that pictures are 4:2:0 in 8 bits.
const AVCC_EXTENSION: &[u8] = &[0xfd, 0xf8, 0xf8, 0];

/// Square pixels.
const PASP: &[u8] = b"\0\0\0\x10pasp\0\0\0\x01\0\0\0\x01";

/// The one track of the file.
pub(super) struct Track {
    settings: EncodeSettings,
    sps: Vec<u8>,
    pps: Vec<u8>,
    /// Bytes of each picture.
    sizes: Vec<u32>,
    /// Numbers, from 1, of the pictures where playing can start.
    sync: Vec<u32>,
    /// Bytes in the data before each group.
    chunks: Vec<u64>,
    /// First groups, from 1, of runs with the same number of pictures, and that number.
    runs: Vec<(u32, u32)>,
    data_bytes: u64,
}

impl Track {
    /// A track without pictures yet, of the kind that `group` is of.
    pub(super) fn new(group: &EncodedGroup, settings: &EncodeSettings) -> Self {
        Self {
            settings: settings.clone(),
            sps: group.sps.clone(),
            pps: group.pps.clone(),
            sizes: Vec::new(),
            sync: Vec::new(),
            chunks: Vec::new(),
            runs: Vec::new(),
            data_bytes: 0,
        }
    }

    /// Notes where the pictures of the next group will lie.
    pub(super) fn add(&mut self, group: &EncodedGroup) -> Result<()> {
        if group.sps != self.sps || group.pps != self.pps {
            let message = "two groups of the video need different parameter sets".into();
            return Err(Error::Encoder { message });
        }
        let frames = group.frames() as u32;
        self.chunks.push(self.data_bytes);
        if self.runs.last().is_none_or(|run| run.1 != frames) {
            self.runs.push((self.chunks.len() as u32, frames));
        }
        for sample in &group.samples {
            self.sizes.push(sample.size);
            if sample.sync {
                self.sync.push(self.sizes.len() as u32);
            }
        }
        self.data_bytes += group.data.len() as u64;
        check_room(self.sizes.len(), self.sync.len(), self.chunks.len(), self.runs.len())
    }

    /// Bytes of all pictures.
    pub(super) fn data_bytes(&self) -> u64 {
        self.data_bytes
    }

    /// Width and height in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        self.settings.even_size()
    }

    /// The index of a file with so many `other` bytes before its pictures.
    /// It ends with the box `udta`, as it is given.
    pub(super) fn moov(self, other: u64, udta: &[u8]) -> Result<Vec<u8>> {
        let (data_bytes, colr) = (self.data_bytes, self.colr());
        let mut moov = self.boxes()?;
        let extra = AVCC_EXTENSION.len() + colr.len() + PASP.len() + udta.len();
        let mut bytes = moov.get_size() + extra as u64;
        let stbl = &mut moov.traks[0].mdia.minf.stbl;
        let places = &mut stbl.co64.get_or_insert_default().entries;
        let shorter = bytes - 4 * places.len() as u64;
        let is_short = other + shorter + data_bytes <= u64::from(u32::MAX);
        if is_short {
            bytes = shorter;
        }
        places.iter_mut().for_each(|place| *place += other + bytes);
        if is_short {
            let places = places.iter().map(|&place| place as u32);
            stbl.stco.get_or_insert_default().entries = places.collect();
            stbl.co64 = None;
        }

        let mut buf = Vec::with_capacity(bytes as usize);
        moov.write_box(&mut buf).map_err(boxes)?;
        append(&mut buf, &[&AVC1[..], &[(b"avcC", 0)]].concat(), AVCC_EXTENSION);
        append(&mut buf, &AVC1, &[&colr, PASP].concat());
        append(&mut buf, &[(b"moov", 0)], udta);
        Ok(buf)
    }

    /// All boxes that the crate has, with the places of groups in the data.
    fn boxes(self) -> Result<MoovBox> {
        let (timescale, ticks) = self.ticks();
        let (frames, (width, height)) = (self.sizes.len() as u32, self.size());
        let (width, height) = (width as u16, height as u16);
        let duration = u64::from(frames) * u64::from(ticks);
        let [_, profile, compatibility, level, ..] = self.sps[..] else {
            let message = "mp4: the stream's parameter set is too short".into();
            return Err(Error::Encoder { message });
        };

        let mut moov = MoovBox::default();
        let mvhd = &mut moov.mvhd;
        (mvhd.version, mvhd.timescale, mvhd.duration) = (VERSION, timescale, duration);
        mvhd.next_track_id = TRACK_ID + 1;
        moov.traks.resize_with(1, Default::default);
        let trak = &mut moov.traks[0];
        let tkhd = &mut trak.tkhd;
        (tkhd.version, tkhd.flags, tkhd.track_id) = (VERSION, TRACK_FLAGS, TRACK_ID);
        (tkhd.duration, tkhd.volume) = (duration, FixedPointU8::new(0));
        tkhd.set_width(width);
        tkhd.set_height(height);
        let mdhd = &mut trak.mdia.mdhd;
        (mdhd.version, mdhd.timescale, mdhd.duration) = (VERSION, timescale, duration);
        let hdlr = &mut trak.mdia.hdlr;
        (hdlr.handler_type, hdlr.name) = ((*b"vide").into(), "VideoHandler".into());
        trak.mdia.minf.vmhd.get_or_insert_default().flags = 1;

        let stbl = &mut trak.mdia.minf.stbl;
        let avc1 = stbl.stsd.avc1.get_or_insert_default();
        (avc1.data_reference_index, avc1.width, avc1.height) = (1, width, height);
        let avcc = &mut avc1.avcc;
        (avcc.configuration_version, avcc.length_size_minus_one) = (1, 3);
        (avcc.avc_profile_indication, avcc.profile_compatibility) = (profile, compatibility);
        avcc.avc_level_indication = level;
        avcc.sequence_parameter_sets.push(self.sps[..].into());
        avcc.picture_parameter_sets.push(self.pps[..].into());
        stbl.stts.entries.resize_with(1, Default::default);
        (stbl.stts.entries[0].sample_count, stbl.stts.entries[0].sample_delta) = (frames, ticks);
        if self.sync.len() != self.sizes.len() {
            stbl.stss.get_or_insert_default().entries = self.sync;
        }
        stbl.stsc.entries.resize_with(self.runs.len(), Default::default);
        for (entry, run) in stbl.stsc.entries.iter_mut().zip(self.runs) {
            (entry.first_chunk, entry.samples_per_chunk) = run;
            entry.sample_description_index = 1;
        }
        (stbl.stsz.sample_count, stbl.stsz.sample_sizes) = (frames, self.sizes);
        stbl.co64.get_or_insert_default().entries = self.chunks;
        Ok(moov)
    }

    /// How colours are encoded, as in the stream itself.
    fn colr(&self) -> Vec<u8> {
        let codes = [SRGB_PRIMARIES, SRGB_TRANSFER, self.settings.matrix().code()];
        let codes = codes.map(|code| [0, code]);
        [&b"\0\0\0\x13colrnclx"[..], codes.as_flattened(), &[0]].concat()
    }

    /// Ticks per second and ticks per frame. Both are whole, so that no duration is rounded.
    fn ticks(&self) -> (u32, u32) {
        let (mut per_second, mut per_frame) = (self.settings.fps.num(), self.settings.fps.den());
        while per_second < LEAST_TICKS {
            per_second *= 2;
            per_frame *= 2;
        }
        (per_second, per_frame)
    }
}

/// Whether there is room for an index of so many entries: a box has at most 4 GiB.
pub(super) fn check_room(frames: usize, sync: usize, chunks: usize, runs: usize) -> Result<()> {
    /// Parameter sets, and what else does not depend on the number of frames.
    const REST: u64 = 1 << 18;

    let bytes = [(frames, 4), (sync, 4), (chunks, 8), (runs, 12)];
    let bytes = bytes.map(|(entries, size)| entries as u64 * size).iter().sum::<u64>();
    if bytes + REST <= u64::from(u32::MAX) {
        return Ok(());
    }
    let message = format!("mp4: the index of {frames} frames is larger than 4 GiB");
    Err(Error::Encoder { message })
}

/// Appends to the box at the end of a path, and makes it and all that it is in so much longer.
fn append(buf: &mut Vec<u8>, path: &[(&[u8; 4], usize)], extra: &[u8]) {
    let (mut at, mut end) = (0, 0);
    for (name, before) in path {
        let size = |at: usize| buf[at..].first_chunk().map_or(0, |size| u32::from_be_bytes(*size));
        while &buf[at + 4..at + 8] != *name {
            at += size(at) as usize;
        }
        end = at + size(at) as usize;
        let longer = size(at) + extra.len() as u32;
        buf[at..at + 4].copy_from_slice(&longer.to_be_bytes());
        at += 8 + before;
    }
    buf.splice(end..end, extra.iter().copied());
}

#[cfg(test)]
impl Track {
    /// Leaves a gap in the data, as if there were more pictures than there are.
    pub(super) fn add_bytes(&mut self, bytes: u64) {
        self.data_bytes += bytes;
    }
}
