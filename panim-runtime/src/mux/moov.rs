//! The index of the file: what the video is, and where each picture lies.

use mp4_atom::{
    Avc1, Avcc, AvccExt, BufMut, Co64, Colr, Dinf, Dref, Encode, FourCC, Hdlr, Mdhd, Mvhd, Pasp,
    Stbl, Stco, Stsc, StscEntry, Stsd, Stss, Stsz, StszSamples, Stts, SttsEntry, Tkhd, Url, Visual,
    Vmhd,
};

use super::boxes;
use crate::{
    encode::{EncodeSettings, EncodedGroup},
    error::{Error, Result},
    yuv::{SRGB_PRIMARIES, SRGB_TRANSFER},
};

/// Ticks per second at the least. Players that round times to ticks miss frames with fewer.
const LEAST_TICKS: u32 = 10_000;

const TRACK_ID: u32 = 1;

type Boxes = mp4_atom::Result<()>;

/// The one track of the file.
pub(super) struct Track {
    settings: EncodeSettings,
    sps: Vec<u8>,
    pps: Vec<u8>,
    /// Bytes of each picture.
    sizes: Vec<u32>,
    /// Numbers, from 1, of the pictures where playing can start.
    sync: Vec<u32>,
    chunks: Vec<Chunk>,
    data_bytes: u64,
}

/// One group's pictures.
struct Chunk {
    /// Bytes before it in the data.
    offset: u64,
    frames: u32,
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
        let first = self.sizes.len() + 1;
        if u32::try_from(self.sizes.len() + group.frames()).is_err() {
            let message = "mp4: a video has at most 4294967295 frames".into();
            return Err(Error::Encoder { message });
        }
        self.chunks.push(Chunk { offset: self.data_bytes, frames });
        for (number, sample) in (first..).zip(&group.samples) {
            self.sizes.push(sample.size);
            if sample.sync {
                self.sync.push(number as u32);
            }
        }
        self.data_bytes += group.data.len() as u64;
        Ok(())
    }

    /// Bytes of all pictures.
    pub(super) fn data_bytes(&self) -> u64 {
        self.data_bytes
    }

    /// Width and height in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        self.settings.even_size()
    }

    /// The index of a file whose pictures start at `data_start`; `wide` if 32 bits cannot say
    /// where they lie.
    pub(super) fn moov(&self, data_start: u64, wide: bool) -> Result<Vec<u8>> {
        let mut buf = Vec::new();
        self.encode(&mut buf, data_start, wide).map_err(boxes)?;
        Ok(buf)
    }

    /// Containers are written here rather than by the crate, for the order of the boxes: headers
    /// first.
    fn encode(&self, buf: &mut Vec<u8>, data_start: u64, wide: bool) -> Boxes {
        buf.encode_atom(b"moov", |buf| {
            self.mvhd().encode(buf)?;
            buf.encode_atom(b"trak", |buf| {
                self.tkhd().encode(buf)?;
                buf.encode_atom(b"mdia", |buf| {
                    self.mdhd().encode(buf)?;
                    Hdlr { handler: FourCC::new(b"vide"), name: "VideoHandler".into() }
                        .encode(buf)?;
                    buf.encode_atom(b"minf", |buf| {
                        Vmhd::default().encode(buf)?;
                        // The pictures are in this very file.
                        Dinf { dref: Dref { entries: vec![Url::default().into()] } }.encode(buf)?;
                        self.stbl(data_start, wide)?.encode(buf)
                    })
                })
            })
        })
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

    fn timescale(&self) -> u32 {
        self.ticks().0
    }

    fn duration(&self) -> u64 {
        self.sizes.len() as u64 * u64::from(self.ticks().1)
    }

    fn mvhd(&self) -> Mvhd {
        Mvhd {
            timescale: self.timescale(),
            duration: self.duration(),
            rate: 1.into(),
            volume: 1.into(),
            next_track_id: TRACK_ID + 1,
            ..Default::default()
        }
    }

    fn tkhd(&self) -> Tkhd {
        let (width, height) = self.size();
        Tkhd {
            track_id: TRACK_ID,
            duration: self.duration(),
            enabled: true,
            in_movie: true,
            width: (width as u16).into(),
            height: (height as u16).into(),
            ..Default::default()
        }
    }

    fn mdhd(&self) -> Mdhd {
        Mdhd {
            timescale: self.timescale(),
            duration: self.duration(),
            language: "und".into(),
            ..Default::default()
        }
    }

    fn stbl(&self, data_start: u64, wide: bool) -> mp4_atom::Result<Stbl> {
        let frames = self.sizes.len() as u32;
        let all_sync = self.sync.len() == self.sizes.len();
        let offsets = self.chunks.iter().map(|chunk| data_start + chunk.offset);
        let (stco, co64) = if wide {
            (None, Some(Co64 { entries: offsets.collect() }))
        } else {
            (Some(Stco { entries: offsets.map(|offset| offset as u32).collect() }), None)
        };
        Ok(Stbl {
            stsd: Stsd { codecs: vec![self.avc1()?.into()] },
            stts: Stts {
                entries: vec![SttsEntry { sample_count: frames, sample_delta: self.ticks().1 }],
            },
            stss: (!all_sync).then(|| Stss { entries: self.sync.clone() }),
            stsc: self.stsc(),
            stsz: Stsz { samples: StszSamples::Different { sizes: self.sizes.clone() } },
            stco,
            co64,
            ..Default::default()
        })
    }

    /// Runs of chunks with the same number of pictures.
    fn stsc(&self) -> Stsc {
        let mut entries: Vec<StscEntry> = Vec::new();
        for (number, chunk) in (1..).zip(&self.chunks) {
            if entries.last().is_none_or(|last| last.samples_per_chunk != chunk.frames) {
                entries.push(StscEntry {
                    first_chunk: number,
                    samples_per_chunk: chunk.frames,
                    sample_description_index: 1,
                });
            }
        }
        Stsc { entries }
    }

    fn avc1(&self) -> mp4_atom::Result<Avc1> {
        let (width, height) = self.size();
        Ok(Avc1 {
            visual: Visual {
                data_reference_index: 1,
                width: width as u16,
                height: height as u16,
                ..Default::default()
            },
            // High profile has to say the chroma format and the bit depths once more.
            avcc: Avcc { ext: Some(AvccExt::default()), ..Avcc::new(&self.sps, &self.pps)? },
            colr: Some(Colr::Nclx {
                colour_primaries: SRGB_PRIMARIES.into(),
                transfer_characteristics: SRGB_TRANSFER.into(),
                matrix_coefficients: self.settings.matrix().code().into(),
                full_range_flag: false,
            }),
            pasp: Some(Pasp { h_spacing: 1, v_spacing: 1 }),
            ..Default::default()
        })
    }
}

#[cfg(test)]
impl Track {
    /// Leaves a gap in the data, as if there were more pictures than there are.
    pub(super) fn add_bytes(&mut self, bytes: u64) {
        self.data_bytes += bytes;
    }
}
