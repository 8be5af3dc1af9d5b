//! What a video says of itself.

use super::{CliError, json::print_json, print};
use crate::{Error, Result, caught::caught, video::size};
use mp4::Mp4Reader;
use serde::Serialize;
use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::Path,
};

/// An index of more bytes belongs to no video that anybody looks at here.
const LARGEST_INDEX: u64 = 1 << 30;

#[derive(Serialize)]
struct Inspected {
    path: String,
    format: &'static str,
    bytes: u64,
    video: Option<VideoTrack>,
    /// Other tracks, by their kind.
    other_tracks: Vec<String>,
    /// Whether the index stands before the pictures, so that playing can begin while it loads.
    index_in_front: bool,
}

#[derive(Serialize)]
struct VideoTrack {
    codec: String,
    profile: Option<String>,
    level: Option<f64>,
    width: u32,
    height: u32,
    frames: u64,
    keyframes: u64,
    duration: f64,
    /// None where frames take unequal time.
    fps: Option<f64>,
    /// The rate, exactly.
    rate: Option<String>,
    bits_per_second: Option<f64>,
    colors: Option<ColorTags>,
}

#[derive(Serialize)]
struct ColorTags {
    primaries: u16,
    transfer: u16,
    matrix: u16,
    full_range: bool,
}

/// Says it, for people or for programs.
pub(super) fn tell(path: &Path, json: bool) -> Result<(), CliError> {
    let inspected = inspect(path)?;
    if json {
        print_json(&inspected);
    } else {
        print(&inspected.to_string());
    }
    Ok(())
}

fn inspect(path: &Path) -> Result<Inspected> {
    let failed = |source| Error::File { path: path.into(), source };
    let no_mp4 = |why: &str| {
        failed(io::Error::new(io::ErrorKind::InvalidData, format!("cannot be read as MP4: {why}")))
    };
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.is_dir() {
        return Err(failed(io::Error::new(io::ErrorKind::IsADirectory, "is a folder, not a file")));
    }
    let bytes = about.len();
    let mut file = BufReader::new(file);
    let (index, index_in_front) =
        index(&mut file, bytes).map_err(|error| no_mp4(&error.to_string()))?;
    file.rewind().map_err(failed)?;
    // The reader trusts what files say of themselves.
    let read = || Mp4Reader::read_header(file, bytes).map_err(|error| no_mp4(&error.to_string()));
    let read = caught(read, |_| no_mp4("its index is broken"))?;
    let (mut video, mut other_tracks) = (None, Vec::new());
    for trak in &read.moov.traks {
        let kind = trak.mdia.hdlr.handler_type.to_string();
        if kind != "vide" || video.is_some() {
            other_tracks.push(kind);
            continue;
        }
        let stbl = &trak.mdia.minf.stbl;
        let frames = u64::from(stbl.stsz.sample_count);
        let scale = f64::from(trak.mdia.mdhd.timescale);
        let duration = trak.mdia.mdhd.duration as f64 / scale;
        let even = match &stbl.stts.entries[..] {
            [entry] if entry.sample_delta > 0 => Some(entry.sample_delta),
            _ => None,
        };
        let fps = even.map(|ticks| crate::Fps::from((trak.mdia.mdhd.timescale, ticks)));
        let data: u64 = match stbl.stsz.sample_size {
            0 => stbl.stsz.sample_sizes.iter().map(|&size| u64::from(size)).sum(),
            size => u64::from(size) * frames,
        };
        let avc = stbl.stsd.avc1.as_ref();
        let codec = match (&stbl.stsd.avc1, &stbl.stsd.hev1, &stbl.stsd.vp09) {
            (Some(_), ..) => "H.264",
            (_, Some(_), _) => "H.265",
            (.., Some(_)) => "VP9",
            _ => "unknown",
        };
        let (width, height) = match avc {
            Some(avc) => (avc.width, avc.height),
            None => (trak.tkhd.width.value(), trak.tkhd.height.value()),
        };
        video = Some(VideoTrack {
            codec: codec.into(),
            profile: avc.map(|avc| profile(avc.avcc.avc_profile_indication)),
            level: avc.map(|avc| f64::from(avc.avcc.avc_level_indication) / 10.0),
            width: width.into(),
            height: height.into(),
            frames,
            keyframes: stbl.stss.as_ref().map_or(frames, |stss| stss.entries.len() as u64),
            duration,
            fps: fps.map(crate::Fps::as_f64),
            rate: fps.map(|fps| fps.to_string()),
            bits_per_second: (duration > 0.0).then(|| 8.0 * data as f64 / duration),
            colors: colors(&index),
        });
    }
    let path = path.to_string_lossy().into();
    Ok(Inspected { path, format: "MP4", bytes, video, other_tracks, index_in_front })
}

/// The bytes of the index, and whether it comes before the pictures.
fn index(file: &mut (impl Read + Seek), bytes: u64) -> io::Result<(Vec<u8>, bool)> {
    let (mut at, mut in_front, mut is_first) = (0, true, true);
    while at + 8 <= bytes {
        file.seek(SeekFrom::Start(at))?;
        let mut head = [0; 16];
        file.read_exact(&mut head[..8])?;
        let mut size = u64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
        let kind = [head[4], head[5], head[6], head[7]];
        if is_first && &kind != b"ftyp" {
            return Err(io::Error::other("it does not begin as one"));
        }
        is_first = false;
        match size {
            0 => size = bytes - at,
            1 => {
                file.read_exact(&mut head[8..])?;
                size = head[8..].iter().fold(0, |size, &byte| size << 8 | u64::from(byte));
            }
            _ => {}
        }
        let end = at.checked_add(size).filter(|&end| size >= 8 && end <= bytes);
        let Some(end) = end else { return Err(io::Error::other("it is cut short")) };
        match &kind {
            b"moov" if size > LARGEST_INDEX => {
                return Err(io::Error::other("its index is too large"));
            }
            b"moov" => {
                let mut index = vec![0; size as usize];
                file.seek(SeekFrom::Start(at))?;
                file.read_exact(&mut index)?;
                return Ok((index, in_front));
            }
            b"mdat" => in_front = false,
            _ => {}
        }
        at = end;
    }
    Err(io::Error::other("it has no index"))
}

/// How colours are encoded, which the crate does not read.
fn colors(index: &[u8]) -> Option<ColorTags> {
    let at = index.windows(8).position(|bytes| bytes == b"colrnclx")? + 8;
    let codes = index.get(at..at + 7)?;
    let code = |i: usize| u16::from_be_bytes([codes[i], codes[i + 1]]);
    let full_range = codes[6] & 0x80 != 0;
    Some(ColorTags { primaries: code(0), transfer: code(2), matrix: code(4), full_range })
}

fn profile(indication: u8) -> String {
    match indication {
        66 => "Baseline".into(),
        77 => "Main".into(),
        88 => "Extended".into(),
        100 => "High".into(),
        110 => "High 10".into(),
        122 => "High 4:2:2".into(),
        244 => "High 4:4:4".into(),
        other => format!("profile {other}"),
    }
}

impl std::fmt::Display for Inspected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}, {}", self.path, self.format, size(self.bytes))?;
        if let Some(video) = &self.video {
            write!(f, "\n  size       {}x{}", video.width, video.height)?;
            write!(f, "\n  frames     {}", video.frames)?;
            match &video.rate {
                Some(rate) => write!(f, ", {rate} per second")?,
                None => write!(f, ", at an uneven rate")?,
            }
            write!(f, ", {:.2} s", video.duration)?;
            write!(f, "\n  keyframes  {}", video.keyframes)?;
            write!(f, "\n  codec      {}", video.codec)?;
            if let (Some(profile), Some(level)) = (&video.profile, video.level) {
                write!(f, " {profile}, level {level:.1}")?;
            }
            if let Some(bits) = video.bits_per_second {
                write!(f, ", {:.0} kbit/s", bits / 1000.0)?;
            }
            match &video.colors {
                Some(colors) => write!(f, "\n  colours    {colors}")?,
                None => write!(f, "\n  colours    not said")?,
            }
        } else {
            write!(f, "\n  no video")?;
        }
        if !self.other_tracks.is_empty() {
            write!(f, "\n  also       {}", self.other_tracks.join(", "))?;
        }
        let place = if self.index_in_front {
            "in front: it plays while it loads"
        } else {
            "at the end: it plays once it is loaded"
        };
        write!(f, "\n  index      {place}")
    }
}

impl std::fmt::Display for ColorTags {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.matrix {
            1 => write!(f, "BT.709")?,
            5 | 6 => write!(f, "BT.601")?,
            9 => write!(f, "BT.2020")?,
            other => write!(f, "matrix {other}")?,
        }
        write!(f, ", {} range", if self.full_range { "full" } else { "limited" })
    }
}
