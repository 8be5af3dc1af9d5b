#![allow(clippy::unwrap_used)]

mod large;

use std::{fs, io::Cursor, path::Path, process::Command};

use mp4_atom::{Any, Avc1, Codec, Colr, Decode, Moov, StszSamples};

use super::*;
use crate::{
    encode::testing::{Sps, decode, encode, pictures, samples, settings, to_i420},
    fps::Fps,
};

fn target(path: &Path) -> Target {
    Target::of(path, "render").unwrap()
}

/// Writes groups to a file and reads that back.
fn mux(settings: &EncodeSettings, groups: &[&EncodedGroup]) -> MovieFile {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let mut mux = Mp4::create(&target(&path), &[]).unwrap();
    for group in groups {
        mux.write(group, settings).unwrap();
    }
    let muxed = Box::new(mux).finish().unwrap();
    let file = MovieFile::of(fs::read(path).unwrap());
    assert_eq!(muxed.bytes, file.bytes.len() as u64);
    assert_eq!((muxed.width, muxed.height), settings.even_size());
    file
}

/// A file taken apart.
struct MovieFile {
    bytes: Vec<u8>,
    /// Names and sizes of the boxes at the top.
    boxes: Vec<(String, usize)>,
    moov: Moov,
}

impl MovieFile {
    fn of(bytes: Vec<u8>) -> Self {
        let mut boxes = Vec::new();
        let mut moov = None;
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let before = rest.len();
            let any = Any::decode(&mut rest).unwrap();
            boxes.push((any.kind().to_string(), before - rest.len()));
            if let Any::Moov(found) = any {
                moov = Some(found);
            }
        }
        Self { boxes, moov: moov.unwrap(), bytes }
    }

    fn avc1(&self) -> &Avc1 {
        let [Codec::Avc1(avc1)] = &self.stbl().stsd.codecs[..] else { panic!("not H.264") };
        avc1
    }

    fn stbl(&self) -> &mp4_atom::Stbl {
        &self.moov.trak[0].mdia.minf.stbl
    }

    /// The pictures, found as a player finds them.
    fn samples(&self) -> Vec<&[u8]> {
        let stbl = self.stbl();
        let StszSamples::Different { sizes } = &stbl.stsz.samples else { panic!("no sizes") };
        let mut sizes = sizes.iter().map(|&size| size as usize);
        let mut samples = Vec::new();
        let mut runs = stbl.stsc.entries.iter().peekable();
        let mut per_chunk = 0;
        for (number, &offset) in (1..).zip(&stbl.stco.as_ref().unwrap().entries) {
            if let Some(run) = runs.next_if(|run| run.first_chunk == number) {
                per_chunk = run.samples_per_chunk as usize;
            }
            let mut at = offset as usize;
            for size in sizes.by_ref().take(per_chunk) {
                samples.push(&self.bytes[at..at + size]);
                at += size;
            }
        }
        assert!(runs.next().is_none() && sizes.next().is_none());
        samples
    }

    /// How often a box with this start is in the file.
    fn count(&self, start: &[u8]) -> usize {
        self.bytes.windows(start.len()).filter(|window| *window == start).count()
    }
}

#[test]
fn every_picture_is_found_and_decodes() {
    let settings = settings(64, 48);
    for groups in [&[1][..], &[2], &[30], &[31], &[30, 30], &[30, 30, 1 + 30], &[3, 4, 4, 2]] {
        let groups: Vec<_> = groups
            .iter()
            .map(|&frames| encode(&settings, &pictures(&settings, 0, frames)).unwrap())
            .collect();
        let file = mux(&settings, &groups.iter().collect::<Vec<_>>());
        let written: Vec<_> = groups.iter().flat_map(|group| samples(group)).collect();
        assert_eq!(file.samples(), written);

        let avcc = &file.avc1().avcc;
        let (sps, pps) = (&avcc.sequence_parameter_sets[0], &avcc.picture_parameter_sets[0]);
        assert_eq!(decode(sps, pps, file.samples()).len(), written.len());

        let starts = groups.iter().scan(1, |start, group| {
            let this = *start;
            *start += group.frames() as u32;
            Some(this)
        });
        let sync = file.stbl().stss.as_ref().map(|stss| stss.entries.clone());
        // A file of nothing but starting points does not list them.
        assert_eq!(sync, (written.len() > groups.len()).then(|| starts.collect()));
    }
}

#[test]
fn the_index_stands_before_the_pictures() {
    let settings = settings(64, 48);
    let group = encode(&settings, &pictures(&settings, 0, 3)).unwrap();
    let file = mux(&settings, &[&group]);
    let names: Vec<_> = file.boxes.iter().map(|(name, _)| &name[..]).collect();
    assert_eq!(names, ["ftyp", "moov", "mdat"]);
    assert_eq!(file.boxes[2].1, 8 + group.data.len());
    // Headers come first in their boxes.
    let order = [b"mvhd", b"tkhd", b"mdhd", b"hdlr", b"vmhd", b"dinf", b"stbl"];
    let at = order.map(|name| file.bytes.windows(4).position(|w| w == name).unwrap());
    assert!(at.is_sorted(), "{at:?}");
}

#[test]
fn durations_are_exact() {
    let rates =
        [(1, 1), (24, 1), (30, 1), (30_000, 1001), (24_000, 1001), (60, 1), (240, 1), (1, 3)];
    for (num, den) in rates {
        let fps = Fps::from((num, den));
        let settings = EncodeSettings { fps, ..settings(16, 16) };
        let group = encode(&settings, &pictures(&settings, 0, 10)).unwrap();
        let single = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
        for frames in [1, 9, 10, 61, 10_000] {
            let mut groups = vec![&group; frames / 10];
            groups.extend(vec![&single; frames % 10]);
            let moov = mux(&settings, &groups).moov;
            let mdhd = &moov.trak[0].mdia.mdhd;
            let [stts] = &moov.trak[0].mdia.minf.stbl.stts.entries[..] else { panic!("one run") };

            assert!(mdhd.timescale >= 10_000 && mdhd.timescale.is_multiple_of(num as u32));
            let (timescale, duration) = (u64::from(mdhd.timescale), mdhd.duration);
            assert_eq!(duration * num as u64, frames as u64 * den as u64 * timescale);
            assert_eq!((moov.mvhd.timescale, moov.mvhd.duration), (mdhd.timescale, duration));
            assert_eq!(moov.trak[0].tkhd.duration, duration);
            assert_eq!(u64::from(stts.sample_delta) * frames as u64, duration);
            assert_eq!(stts.sample_count as usize, frames);
        }
    }
}

#[test]
fn extreme_rates_fit() {
    for (num, den) in [(1, 1000), (1000, 1), (i32::MAX, i32::MAX - 1), (9_999, 9_998_999)] {
        let settings = EncodeSettings { fps: Fps::from((num, den)), ..settings(16, 16) };
        let group = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
        let moov = mux(&settings, &[&group]).moov;
        let (timescale, duration) = (u64::from(moov.mvhd.timescale), moov.mvhd.duration);
        assert!(timescale <= i32::MAX as u64);
        assert_eq!(duration * num as u64, den as u64 * timescale);
    }
}

#[test]
fn colours_agree_with_the_stream() {
    for (width, height, matrix) in [(64, 48, 6), (64, 576, 1)] {
        let settings = settings(width, height);
        let group = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
        let file = mux(&settings, &[&group]);
        let sps = Sps::parse(&group.sps);
        let colr = Colr::Nclx {
            colour_primaries: sps.colour[0] as u16,
            transfer_characteristics: sps.colour[1] as u16,
            matrix_coefficients: sps.colour[2] as u16,
            full_range_flag: sps.full_range == 1,
        };
        assert_eq!(sps.colour[2], matrix);
        assert_eq!(file.avc1().colr, Some(colr));
    }
}

#[test]
fn players_find_all_they_ask_for() {
    let settings = settings(333, 251);
    let group = encode(&settings, &pictures(&settings, 0, 2)).unwrap();
    let file = mux(&settings, &[&group]);

    assert_eq!(file.count(b"\0\0\0\x14vmhd\0\0\0\x01"), 1, "video media header with flag 1");
    assert_eq!(file.count(b"\0\0\0\x0curl \0\0\0\x01"), 1, "pictures in this file");
    assert_eq!(file.count(b"\0\0\0\x10pasp\0\0\0\x01\0\0\0\x01"), 1, "square pixels");
    assert_eq!(file.count(b"VideoHandler\0"), 1);

    let (sps, pps) = (&group.sps[..], &group.pps[..]);
    let avcc = [
        &[1, sps[1], sps[2], sps[3], 0xff, 0xe1, 0, sps.len() as u8][..],
        sps,
        &[1, 0, pps.len() as u8],
        pps,
        &[0xfd, 0xf8, 0xf8, 0],
    ];
    assert_eq!(sps[1], 100, "High profile");
    assert_eq!(file.count(&[b"avcC", &avcc.concat()[..]].concat()), 1);

    let mvhd = &file.moov.mvhd;
    assert_eq!((mvhd.next_track_id, mvhd.creation_time, mvhd.modification_time), (2, 0, 0));
    assert_eq!((mvhd.rate.integer(), mvhd.volume.integer()), (1, 1));
    let tkhd = &file.moov.trak[0].tkhd;
    assert_eq!((tkhd.track_id, tkhd.enabled, tkhd.in_movie), (1, true, true));
    assert_eq!((tkhd.width.integer(), tkhd.height.integer(), tkhd.volume.integer()), (334, 252, 0));
    let visual = &file.avc1().visual;
    assert_eq!((visual.width, visual.height), (334, 252));
}

#[test]
fn the_same_pictures_give_the_same_file() {
    let settings = settings(64, 48);
    let file = || {
        let group = encode(&settings, &pictures(&settings, 0, 5)).unwrap();
        mux(&settings, &[&group, &group]).bytes
    };
    assert_eq!(file(), file());
}

#[test]
fn groups_that_do_not_belong_together_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (small, large) = (settings(64, 48), settings(64, 64));
    let mut mux = Mp4::create(&target(&folder.path().join("video.mp4")), &[]).unwrap();
    mux.write(&encode(&small, &pictures(&small, 0, 1)).unwrap(), &small).unwrap();
    let error = mux.write(&encode(&large, &pictures(&large, 0, 1)).unwrap(), &small).unwrap_err();
    assert!(matches!(error, Error::Encoder { .. }), "{error}");
    drop(mux);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_video_without_frames_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let mux = Mp4::create(&target(&folder.path().join("video.mp4")), &[]).unwrap();
    assert!(matches!(Box::new(mux).finish(), Err(Error::NoFrames)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_parameter_set_that_says_no_profile_is_refused() {
    let settings = settings(64, 48);
    let mut group = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
    group.sps.truncate(3);
    let mut track = Track::new(&group, &settings);
    track.add(&group).unwrap();
    assert!(matches!(track.moov(28, &[]), Err(Error::Encoder { .. })));
}

#[test]
fn a_file_says_what_it_was_told_of_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let texts = [
        ("date", "2026"),
        ("title", "old"),
        ("title", "Größe é"),
        ("artist", "A"),
        ("comment", ""),
    ];
    let tags = texts.map(|(name, text)| Tag::new(name, text).unwrap());
    let settings = settings(64, 48);
    let group = encode(&settings, &pictures(&settings, 0, 3)).unwrap();
    let mut mux = Mp4::create(&target(&path), &tags).unwrap();
    mux.write(&group, &settings).unwrap();
    Box::new(mux).finish().unwrap();
    let file = MovieFile::of(fs::read(path).unwrap());
    assert_eq!(file.samples(), samples(&group));
    let meta = file.moov.udta.as_ref().and_then(|udta| udta.meta.as_ref()).unwrap();
    assert!(meta.get::<mp4_atom::Ilst>().is_some());
    let said = |name: &str, text: &str| {
        let data = [&b"data\0\0\0\x01\0\0\0\0"[..], text.as_bytes()].concat();
        let inside = [&(data.len() as u32 + 4).to_be_bytes()[..], &data].concat();
        let size = (inside.len() as u32 + 8).to_be_bytes();
        file.count(&[&size[..], b"\xa9", name.as_bytes(), &inside].concat())
    };
    let texts = [("nam", "Größe é"), ("ART", "A"), ("cmt", ""), ("day", "2026"), ("nam", "old")];
    assert_eq!(texts.map(|(name, text)| said(name, text)), [1, 1, 1, 1, 0]);
}
