#![allow(clippy::unwrap_used)]

use super::*;
use crate::{
    encode::{
        EncodeSettings, EncodedGroup, GroupEncoder, Openh264Group,
        testing::{decode_group, encode, pictures, samples, settings, tiles, to_i420, units},
    },
    yuv::I420,
};
use panim_figure::__private::Damage;

/// Whether each frame is the one before once more, by chance; the first one is not.
fn repeats(frames: usize, seed: u32) -> Vec<bool> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 24
    };
    let most = 1 + next() % 256;
    (0..frames).map(|frame| frame > 0 && next() < most).collect()
}

/// Which of the pictures that differ each frame shows.
fn shown(repeats: &[bool]) -> Vec<usize> {
    let mut at = 0;
    let shown = repeats.iter().enumerate().map(|(frame, &is_repeated)| {
        at += usize::from(frame > 0 && !is_repeated);
        at
    });
    shown.collect()
}

/// Encodes these frames as one group, and says how many of them the encoder has seen.
fn mixed(settings: &EncodeSettings, pictures: &[I420], shown: &[usize]) -> (EncodedGroup, usize) {
    let mut encoder = Box::new(Openh264Group::new(settings).unwrap());
    let size = (settings.width, settings.height);
    let mut last = None;
    for &picture in shown {
        // what is said of it may be more than is true
        let changed = match last.replace(picture) {
            Some(last) if last == picture && picture % 2 == 0 => Damage::none(size),
            _ => Damage::all(size),
        };
        encoder.push(&pictures[picture].clone().into(), &changed).unwrap();
    }
    let written = encoder.still.as_ref().unwrap().written as usize;
    (encoder.finish().unwrap(), shown.len() - written)
}

/// The numbers of a group's pictures.
fn numbers(group: &EncodedGroup) -> Vec<u32> {
    let number = |sample| {
        let mut bits = BitReader::of(units(sample)[0]);
        let _block_kind_and_pps = [bits.golomb(), bits.golomb(), bits.golomb()];
        bits.take(15).unwrap()
    };
    samples(group).into_iter().map(number).collect()
}

#[test]
fn what_stands_still_decodes_as_what_was_there_and_nothing_after_it_is_changed() {
    for (round, size, lengths) in
        [(1, (16, 16), 1..25), (2, (17, 33), 1..25), (3, (64, 48), 1..25), (4, (333, 251), 17..19)]
    {
        let settings = settings(size.0, size.1);
        let drawn = pictures(&settings, 0, 24);
        for frames in lengths {
            let shown = shown(&repeats(frames, (round * 100 + frames) as u32));
            let distinct = &drawn[..=shown[frames - 1]];
            let alone = decode_group(&encode(&settings, distinct).unwrap());
            let (group, coded) = mixed(&settings, distinct, &shown);
            assert_eq!(coded, distinct.len(), "{size:?}, {shown:?}");
            let decoded = decode_group(&group);
            assert_eq!(decoded.len(), frames, "{size:?}, {shown:?}");
            for (decoded, &picture) in decoded.iter().zip(&shown) {
                assert!(*decoded == alone[picture], "{size:?}, {shown:?}");
            }
            let counted: Vec<u32> = (0..frames as u32).collect();
            assert_eq!(numbers(&group), counted);
        }
    }
}

#[test]
fn large_pictures_stand_still_too() {
    for (width, height) in [(1920, 1080), (8688, 64)] {
        let settings = settings(width, height);
        let distinct = [0, 1].map(|i| to_i420(width, height, &tiles(width, height, i)));
        let (group, coded) = mixed(&settings, &distinct, &[0, 0, 1, 1, 1]);
        assert_eq!(coded, 2);
        let decoded = decode_group(&group);
        assert!(decoded[0] == decoded[1] && decoded[2] == decoded[4] && decoded[1] != decoded[2]);
        let blocks = (width.div_ceil(16) * height.div_ceil(16)) as usize;
        for still in [1, 3, 4] {
            let size = group.samples[still].size as usize;
            assert!(size < 32 + blocks / 100, "{width}x{height}: {size} bytes");
        }
    }
}

#[test]
fn numbers_begin_again_behind_the_largest() {
    let settings = settings(16, 16);
    let distinct = pictures(&settings, 0, 4);
    let alone = decode_group(&encode(&settings, &distinct).unwrap());
    // on both sides of the first picture that is 0 again
    for still in [32_765, 32_766, 32_767] {
        let shown = [&[0, 1], &vec![1; still][..], &[2, 3, 3]].concat();
        let (group, coded) = mixed(&settings, &distinct, &shown);
        assert_eq!(coded, 4);
        let counted: Vec<u32> = (0..shown.len() as u32).map(|count| count % 0x8000).collect();
        assert_eq!(numbers(&group), counted);
        let decoded = decode_group(&group);
        assert_eq!(decoded.len(), shown.len());
        assert!(decoded.iter().zip(&shown).all(|(decoded, &picture)| *decoded == alone[picture]));
    }
}

#[test]
fn every_quality_has_them() {
    for quality in 0..=51 {
        let settings = EncodeSettings { quality, ..settings(64, 64) };
        let distinct = pictures(&settings, 0, 3);
        let (group, coded) = mixed(&settings, &distinct, &[0, 0, 1, 1, 2, 2]);
        assert_eq!(coded, 3);
        let (decoded, alone) =
            (decode_group(&group), decode_group(&encode(&settings, &distinct).unwrap()));
        for (frame, decoded) in decoded.iter().enumerate() {
            assert!(*decoded == alone[frame / 2], "quality {quality}, frame {frame}");
        }
    }
}

#[test]
fn pictures_that_are_shown_alone_are_never_skipped() {
    let settings = EncodeSettings { all_intra: true, ..settings(64, 64) };
    let [picture] = &pictures(&settings, 0, 1)[..] else { unreachable!() };
    let group = encode(&settings, &[picture.clone(), picture.clone(), picture.clone()]).unwrap();
    assert!(group.samples.iter().all(|sample| sample.sync));
}

#[test]
fn a_stream_of_another_kind_has_none() {
    let settings = settings(64, 48);
    let EncodedGroup { sps, pps, .. } = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
    let sets = ParameterSets { pps: 0, number_bits: 15, blocks: 12, initial_quantizer: 26 };
    let read = ParameterSets::read(&sps, &pps).unwrap();
    assert_eq!(ParameterSets { initial_quantizer: 26, ..read }, sets);
    // without arithmetic coding: the bit behind two numbers that are 0
    let mut other = pps.clone();
    other[1] ^= 0x20;
    assert_eq!(ParameterSets::read(&sps, &other), None);
    // of the main profile
    let mut other = sps.clone();
    other[1] = 77;
    assert_eq!(ParameterSets::read(&other, &pps), None);
    // too short for what is read of them
    for cut in 0..3 {
        assert_eq!(ParameterSets::read(&sps, &pps[..cut]), None);
        assert_eq!(ParameterSets::read(&sps[..cut + 4], &pps), None);
    }
}
