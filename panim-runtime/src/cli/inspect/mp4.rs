//! An MP4's index.

use super::{ColorTags, Inspected, VideoTrack, cut_short};
use crate::{Error, Fps, Result, caught::caught};
use mp4::Mp4Reader;
use std::io::{self, BufRead, Read, Seek, SeekFrom};

/// An index of more bytes belongs to no video that anybody looks at here.
const LARGEST_INDEX: u64 = 1 << 30;

/// What the index says, of a file of so many bytes.
pub(super) fn read(mut file: impl BufRead + Seek, bytes: u64) -> io::Result<Inspected> {
    let (index, index_in_front) = index(&mut file, bytes)?;
    file.rewind()?;
    // The reader trusts what files say of themselves.
    let broken = |why: String| Error::from(io::Error::other(why));
    let read = || Mp4Reader::read_header(file, bytes).map_err(|error| broken(error.to_string()));
    let read: Result<_> = caught(read, |_| broken("its index is broken".into()));
    let read = read.map_err(|error| io::Error::other(error.to_string()))?;
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
        let fps = even.map(|ticks| Fps::from((trak.mdia.mdhd.timescale, ticks)));
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
            codec,
            profile: avc.map(|avc| profile(avc.avcc.avc_profile_indication)),
            level: avc.map(|avc| f64::from(avc.avcc.avc_level_indication) / 10.0),
            width: width.into(),
            height: height.into(),
            frames,
            keyframes: Some(stbl.stss.as_ref().map_or(frames, |stss| stss.entries.len() as u64)),
            plays: None,
            duration,
            fps: fps.map(Fps::as_f64),
            rate: fps.map(|fps| fps.to_string()),
            bits_per_second: (duration > 0.0).then(|| 8.0 * data as f64 / duration),
            colors: colors(&index),
        });
    }
    Ok(Inspected {
        format: "MP4",
        bytes,
        video,
        other_tracks,
        titles: titles(&index),
        index_in_front: Some(index_in_front),
        ..Inspected::default()
    })
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
        let Some(end) = end else { return Err(cut_short()) };
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

/// What the file is called, and by whom, as iTunes and its like write it.
fn titles(index: &[u8]) -> Vec<(String, String)> {
    let mut titles = Vec::new();
    let Some(at) = index.windows(4).rposition(|bytes| bytes == b"ilst") else { return titles };
    let mut rest = inside(&index[at - 4..]).unwrap_or_default();
    while let (Some(item), Some(name)) = (inside(rest), rest.get(4..8)) {
        let text = inside(item).and_then(|data| data.get(8..));
        let name = match name {
            b"\xa9nam" => "title",
            b"\xa9ART" => "artist",
            b"\xa9cmt" => "comment",
            b"\xa9day" => "date",
            _ => "",
        };
        if let (Some(text), false) = (text, name.is_empty()) {
            titles.push((name.into(), String::from_utf8_lossy(text).into_owned()));
        }
        rest = &rest[item.len() + 8..];
    }
    titles
}

/// What is in the box that begins here.
fn inside(bytes: &[u8]) -> Option<&[u8]> {
    let size = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
    bytes.get(8..size)
}
