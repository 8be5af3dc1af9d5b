//! What the tests of whole videos share: the wave, a look into a file, and its pictures decoded.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used)] // each test file uses some of it

use mp4_atom::{Atom, Codec, Decode, Header, Moov, StszSamples};
use openh264::{decoder::Decoder, formats::YUVSource};
use panim::{Picture, prelude::*};
use std::{f64::consts::TAU, fs, path::Path};

/// A travelling cosine, as in the first example.
#[animation]
#[derive(Default)]
pub struct Wave {
    x: Vec<f64>,
    line: Handle<Line>,
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.x = linspace(0.0, 2.0 * TAU, 200);
        let ax = fig.axes();
        ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
        ax.set_xlabel("x").set_ylabel("y").set_title("Cosine wave");
        self.line = ax.add(Line::new(&self.x, &self.x));
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        frame[self.line].set_y(self.x.iter().map(|x| (x + phase).cos()));
    }
}

/// An MP4 file, read back.
pub struct File {
    bytes: Vec<u8>,
    pub moov: Moov,
    /// The kinds of the boxes at the top, in order.
    pub boxes: Vec<String>,
}

/// A decoded picture, limited range, rows without gaps.
pub struct Decoded {
    pub width: usize,
    pub height: usize,
    pub y: Vec<u8>,
    pub u: Vec<u8>,
    pub v: Vec<u8>,
}

impl File {
    pub fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let (mut moov, mut boxes, mut at) = (None, Vec::new(), 0);
        while at < bytes.len() {
            let mut rest = &bytes[at..];
            let header = Header::decode(&mut rest).unwrap();
            let head = bytes.len() - at - rest.len();
            if header.kind == Moov::KIND {
                moov = Some(Moov::decode(&mut &bytes[at..]).unwrap());
            }
            boxes.push(header.kind.to_string());
            at += head + header.size.unwrap();
        }
        Self { moov: moov.unwrap(), boxes, bytes }
    }

    /// Length of the video in seconds as exact fraction: ticks, and ticks per second.
    pub fn duration(&self) -> (u64, u32) {
        (self.moov.mvhd.duration, self.moov.mvhd.timescale)
    }

    /// The coded bytes of each picture.
    pub fn samples(&self) -> Vec<&[u8]> {
        let stbl = &self.moov.trak[0].mdia.minf.stbl;
        let StszSamples::Different { sizes } = &stbl.stsz.samples else { panic!("sizes") };
        let chunks: Vec<u64> = match (&stbl.stco, &stbl.co64) {
            (Some(stco), _) => stco.entries.iter().map(|&o| o.into()).collect(),
            (None, co64) => co64.as_ref().unwrap().entries.clone(),
        };
        let mut samples = Vec::new();
        let mut sizes = sizes.iter();
        for (number, mut offset) in (1..).zip(chunks) {
            let runs = stbl.stsc.entries.iter();
            let run = runs.rev().find(|run| run.first_chunk <= number).unwrap();
            for &size in sizes.by_ref().take(run.samples_per_chunk as usize) {
                let end = offset + u64::from(size);
                samples.push(&self.bytes[offset as usize..end as usize]);
                offset = end;
            }
        }
        samples
    }

    /// Every picture, in order.
    pub fn decode(&self) -> Vec<Decoded> {
        let mut pictures = Vec::new();
        self.decode_each(|picture| pictures.push(picture));
        pictures
    }

    /// Every picture, in order, one at a time.
    pub fn decode_each(&self, mut see: impl FnMut(Decoded)) {
        let stsd = &self.moov.trak[0].mdia.minf.stbl.stsd;
        let Codec::Avc1(avc1) = &stsd.codecs[0] else { panic!("not H.264") };
        let sets =
            avc1.avcc.sequence_parameter_sets.iter().chain(&avc1.avcc.picture_parameter_sets);
        let mut stream = Vec::new();
        sets.for_each(|unit| append(&mut stream, unit));

        let mut decoder = Decoder::new().unwrap();
        for mut sample in self.samples() {
            while let Some((length, rest)) = sample.split_first_chunk::<4>() {
                let (unit, rest) = rest.split_at(u32::from_be_bytes(*length) as usize);
                append(&mut stream, unit);
                sample = rest;
            }
            decoder.decode(&stream).unwrap().iter().map(Decoded::of).for_each(&mut see);
            stream.clear();
        }
        decoder.flush_remaining().unwrap().iter().map(Decoded::of).for_each(see);
    }
}

fn append(stream: &mut Vec<u8>, unit: &[u8]) {
    stream.extend([0, 0, 0, 1]);
    stream.extend(unit);
}

impl Decoded {
    fn of(yuv: &impl YUVSource) -> Self {
        let (width, height) = yuv.dimensions();
        let strides = yuv.strides();
        let plane = |data: &[u8], stride: usize, width: usize| -> Vec<u8> {
            data.chunks(stride).flat_map(|row| &row[..width]).copied().collect()
        };
        Self {
            width,
            height,
            y: plane(yuv.y(), strides.0, width),
            u: plane(yuv.u(), strides.1, width / 2),
            v: plane(yuv.v(), strides.2, width / 2),
        }
    }

    /// How close its luma is to the picture as it was drawn, in decibel.
    pub fn psnr_y(&self, drawn: &Picture) -> f64 {
        let (width, height) = (drawn.width() as usize, drawn.height() as usize);
        let rows = drawn.rgba().chunks_exact(4 * width).zip(self.y.chunks_exact(self.width));
        let squares: f64 = rows
            .flat_map(|(rgba, y)| rgba.chunks_exact(4).zip(y))
            .map(|(pixel, &y)| (luma(pixel, self.height) - f64::from(y)).powi(2))
            .sum();
        10.0 * (255.0_f64.powi(2) * (width * height) as f64 / squares).log10()
    }
}

/// The luma that a pixel should have: ITU-R BT.601, or BT.709 from 576 lines up, limited range.
fn luma(pixel: &[u8], lines: usize) -> f64 {
    let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(f64::from);
    let (kr, kb) = if lines < 576 { (0.299, 0.114) } else { (0.2126, 0.0722) };
    16.0 + 219.0 / 255.0 * (kr * r + (1.0 - kr - kb) * g + kb * b)
}
