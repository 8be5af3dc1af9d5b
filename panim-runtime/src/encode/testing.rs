//! What the tests of encoding and muxing share: moving pictures, and a look into their bytes.

#![allow(clippy::unwrap_used)]

use std::f64::consts::TAU;

use openh264::{decoder::Decoder, formats::YUVSource};
use panim_figure::__private::Damage;

use super::{EncodeSettings, EncodedGroup, GroupEncoder, Openh264Group, bits::BitReader};
use crate::{
    error::Result,
    settings::Settings,
    yuv::{Converter, I420},
};

pub(crate) const START_CODE: [u8; 4] = [0, 0, 0, 1];

/// Settings with the builder's defaults.
pub(crate) fn settings(width: u32, height: u32) -> EncodeSettings {
    Settings::default().encoding(width, height)
}

/// A plot in RGBA: on white, a frame, a travelling wave and a coloured disc, anti-aliased.
pub(crate) fn scene(width: u32, height: u32, index: usize) -> Vec<u8> {
    let (w, h) = (f64::from(width), f64::from(height));
    let phase = index as f64 / 60.0;
    let (disc_x, disc_y, radius) = (w * phase.fract(), h * 0.7, h * 0.08);
    let mut rgba = Vec::with_capacity((width * height * 4) as usize);
    for row in 0..height {
        for column in 0..width {
            let (x, y) = (f64::from(column) + 0.5, f64::from(row) + 0.5);
            let wave = h * (0.5 + 0.35 * (TAU * (2.0 * x / w + phase)).cos());
            let slope = 0.35 * h * 2.0 * TAU / w * (TAU * (2.0 * x / w + phase)).sin();
            let line = 1.5 - (y - wave).abs() / slope.hypot(1.0);
            let disc = radius - (x - disc_x).hypot(y - disc_y);
            let frame = 1.0 - ((x - w * 0.1).abs()).min((y - h * 0.9).abs());
            let mut colour = [255.0; 3];
            for (ink, coverage) in
                [([0.0; 3], frame), ([214.0, 39.0, 40.0], disc), ([31.0, 119.0, 180.0], line)]
            {
                let coverage = coverage.clamp(0.0, 1.0);
                for (colour, ink) in colour.iter_mut().zip(ink) {
                    *colour += (ink - *colour) * coverage;
                }
            }
            rgba.extend(colour.map(|c: f64| c.round() as u8));
            rgba.push(255);
        }
    }
    rgba
}

/// The same plot over and over: less work to draw for large pictures.
pub(crate) fn tiles(width: u32, height: u32, index: usize) -> Vec<u8> {
    let tile = scene(256, 192, index);
    let row = width as usize * 4;
    let rows = (0..height as usize).flat_map(|y| {
        let from = &tile[y % 192 * 256 * 4..][..256 * 4];
        from.iter().cycle().take(row)
    });
    rows.copied().collect()
}

/// Converts RGBA on white.
pub(crate) fn to_i420(width: u32, height: u32, rgba: &[u8]) -> I420 {
    let mut picture = I420::new(width, height);
    let all = Damage::all((width, height));
    Converter::new(width, height, [255; 3]).convert(rgba, &all, &mut picture).unwrap();
    picture
}

/// Pictures `from..to` of the scene.
pub(crate) fn pictures(settings: &EncodeSettings, from: usize, to: usize) -> Vec<I420> {
    let EncodeSettings { width, height, .. } = *settings;
    (from..to).map(|i| to_i420(width, height, &scene(width, height, i))).collect()
}

/// Encodes pictures as one group.
pub(crate) fn encode(settings: &EncodeSettings, pictures: &[I420]) -> Result<EncodedGroup> {
    let mut encoder = Box::new(Openh264Group::new(settings)?);
    let all = Damage::all((settings.width, settings.height));
    for picture in pictures {
        encoder.push(&picture.clone().into(), &all)?;
    }
    encoder.finish()
}

/// The units of one picture as it lies in the file.
pub(crate) fn units(mut sample: &[u8]) -> Vec<&[u8]> {
    let mut units = Vec::new();
    while let Some((length, rest)) = sample.split_first_chunk::<4>() {
        let (unit, rest) = rest.split_at(u32::from_be_bytes(*length) as usize);
        units.push(unit);
        sample = rest;
    }
    units
}

/// The pictures of a group as they lie in the file.
pub(crate) fn samples(group: &EncodedGroup) -> Vec<&[u8]> {
    let samples: Vec<_> = group.pictures().collect();
    assert_eq!(samples.iter().map(|sample| sample.len()).sum::<usize>(), group.data.len());
    samples
}

/// A decoded picture, without gaps between rows.
#[derive(PartialEq)]
pub(crate) struct Decoded {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) planes: [Vec<u8>; 3],
}

impl Decoded {
    fn of(yuv: &impl YUVSource) -> Self {
        let (width, height) = yuv.dimensions();
        let strides = yuv.strides();
        let plane = |data: &[u8], stride: usize, width: usize| -> Vec<u8> {
            data.chunks(stride).flat_map(|row| &row[..width]).copied().collect()
        };
        let planes = [
            plane(yuv.y(), strides.0, width),
            plane(yuv.u(), strides.1, width / 2),
            plane(yuv.v(), strides.2, width / 2),
        ];
        Self { width, height, planes }
    }
}

/// Decodes pictures as they lie in the file.
pub(crate) fn decode<'a>(
    sps: &[u8],
    pps: &[u8],
    samples: impl IntoIterator<Item = &'a [u8]>,
) -> Vec<Decoded> {
    let mut decoder = Decoder::new().unwrap();
    let mut decoded = Vec::new();
    let mut head = vec![sps, pps];
    for sample in samples {
        let units = head.drain(..).chain(units(sample)).flat_map(|unit| [&START_CODE, unit]);
        let packet: Vec<u8> = units.flatten().copied().collect();
        decoded.extend(decoder.decode(&packet).unwrap().map(|yuv| Decoded::of(&yuv)));
    }
    decoded.extend(decoder.flush_remaining().unwrap().iter().map(Decoded::of));
    decoded
}

/// Decodes a group.
pub(crate) fn decode_group(group: &EncodedGroup) -> Vec<Decoded> {
    decode(&group.sps, &group.pps, samples(group))
}

/// How close two planes are, in decibel.
pub(crate) fn psnr(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let squares: f64 = a.iter().zip(b).map(|(&a, &b)| f64::from(a.abs_diff(b)).powi(2)).sum();
    10.0 * (255.0_f64.powi(2) * a.len() as f64 / squares).log10()
}

/// What the tests want to know of a sequence parameter set.
#[derive(Debug, PartialEq)]
pub(crate) struct Sps {
    pub(crate) profile: u32,
    pub(crate) level: u32,
    pub(crate) aspect: u32,
    pub(crate) full_range: u32,
    /// Primaries, transfer, matrix.
    pub(crate) colour: [u32; 3],
}

impl Sps {
    pub(crate) fn parse(unit: &[u8]) -> Self {
        Self::read(unit).unwrap()
    }

    fn read(unit: &[u8]) -> Option<Self> {
        let mut bits = BitReader::of(unit);
        let profile = bits.take(8)?;
        bits.take(8)?;
        let level = bits.take(8)?;
        let id_chroma_depths = [bits.golomb()?, bits.golomb()?, bits.golomb()?, bits.golomb()?];
        assert_eq!(id_chroma_depths, [0, 1, 0, 0]);
        bits.take(2)?;
        bits.golomb()?;
        assert_eq!(bits.golomb()?, 2, "pictures are shown in the order of decoding");
        bits.golomb()?;
        bits.take(1)?;
        bits.golomb()?;
        bits.golomb()?;
        bits.take(2)?;
        if bits.take(1)? == 1 {
            for _ in 0..4 {
                bits.golomb()?;
            }
        }
        assert_eq!(bits.take(2)?, 0b11, "usability information with an aspect ratio");
        let aspect = bits.take(8)?;
        assert_eq!(bits.take(2)?, 0b01, "a video signal type");
        bits.take(3)?;
        let full_range = bits.take(1)?;
        assert_eq!(bits.take(1)?, 1, "a colour description");
        let colour = [bits.take(8)?, bits.take(8)?, bits.take(8)?];
        Some(Self { profile, level, aspect, full_range, colour })
    }
}

/// The number that tells an IDR picture from the ones beside it.
pub(crate) fn idr_pic_id(slice: &[u8]) -> u32 {
    let mut bits = BitReader::of(slice);
    let _first_block_type_and_pps = [bits.golomb(), bits.golomb(), bits.golomb()];
    let _frame_num = bits.take(15);
    bits.golomb().unwrap()
}
