#![allow(clippy::unwrap_used)]

use super::*;
use crate::encode::{
    EncodeSettings, GroupEncoder, Openh264Group,
    testing::{decode_group, settings, to_i420},
};
use std::f64::consts::PI;

const WIDTH: usize = 320;
const HEIGHT: usize = 240;
const FRAMES: usize = 30;

/// A grey picture, on which `draw` may change pixels by column and row.
fn picture(paper: u8, draw: impl FnOnce(&mut dyn FnMut(usize, usize, u8))) -> I420 {
    let mut rgba = [paper, paper, paper, 255].repeat(WIDTH * HEIGHT);
    draw(&mut |x, y, grey| rgba[(y * WIDTH + x) * 4..][..3].fill(grey));
    to_i420(WIDTH as u32, HEIGHT as u32, &rgba)
}

fn everything() -> Damage {
    Damage::all((WIDTH as u32, HEIGHT as u32))
}

/// White paper with patches like text, and single dark dots at the corners of blocks beside them:
/// in each frame some come and some go.
fn dots_beside_text() -> Vec<I420> {
    let frame = |frame: usize| {
        picture(255, |dot| {
            let mut state = 1_u32;
            for (y, x) in (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (y, x))) {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let (column, row) = (x / BLOCK, y / BLOCK);
                if (column + row) % 3 != 0 {
                    dot(x, y, if state >> 30 == 0 { (state >> 16) as u8 } else { 255 });
                } else if (x % BLOCK, y % BLOCK) == (0, BLOCK - 1) {
                    let there = (frame + column * 7 + row * 5) % 11 < 6;
                    dot(x, y, if there { 60 } else { 255 });
                }
            }
        })
    };
    (0..FRAMES).map(frame).collect()
}

/// The luma of each picture, decoded, with the dither or without it.
fn decoded(settings: &EncodeSettings, pictures: &[I420], dithered: bool) -> Vec<Vec<u8>> {
    let mut encoder = Box::new(Openh264Group::new(settings).unwrap());
    let all = everything();
    for picture in pictures {
        if let (false, Some(dither)) = (dithered, &mut encoder.dither) {
            dither.is_off = true;
        }
        encoder.push(&picture.clone().into(), &all).unwrap();
    }
    let decoded = decode_group(&encoder.finish().unwrap());
    decoded.into_iter().map(|decoded| decoded.planes.into_iter().next().unwrap()).collect()
}

/// Where two pictures differ.
fn difference(one: &I420, other: &I420) -> Damage {
    let mut damage = Damage::none((WIDTH as u32, HEIGHT as u32));
    for (i, (a, b)) in one.planes()[0].iter().zip(other.planes()[0]).enumerate() {
        if a != b {
            damage.add_at((i % WIDTH) as u32, (i / WIDTH) as u32);
        }
    }
    damage
}

#[test]
fn what_did_not_change_need_not_be_looked_at() {
    let pictures = dots_beside_text();
    let (mut everywhere, mut there) = (Dither::default(), Dither::default());
    let all = everything();
    let mut before = pictures[0].clone();
    for picture in &pictures {
        let changed = difference(&before, picture);
        assert!(changed != all);
        let (one, other) =
            (everywhere.apply(picture, &all, 21), there.apply(picture, &changed, 21));
        assert!(one.planes() == other.planes());
        before = picture.clone();
    }
}

/// The largest error of luma in any picture.
fn largest_error(pictures: &[I420], decoded: &[Vec<u8>]) -> u8 {
    assert_eq!(pictures.len(), decoded.len());
    let pairs = pictures.iter().zip(decoded);
    let off = pairs.flat_map(|(picture, luma)| picture.planes()[0].iter().zip(luma));
    off.map(|(drawn, decoded)| drawn.abs_diff(*decoded)).max().unwrap()
}

#[test]
fn a_single_pixel_that_changes_is_right_in_every_frame() {
    let pictures = dots_beside_text();
    for quality in [16, 20, 22, 24, 26] {
        let settings = EncodeSettings { quality, ..settings(WIDTH as u32, HEIGHT as u32) };
        let worst = |dithered| largest_error(&pictures, &decoded(&settings, &pictures, dithered));
        assert!(worst(true) <= 48, "quality {quality}: {} levels off", worst(true));
        assert!(worst(false) > 100, "quality {quality}: without it nothing is wrong");
    }
}

#[test]
fn the_dither_cannot_be_seen() {
    const ROW: usize = 100;
    for (paper, ink) in [(255, 0), (244, 60), (18, 250)] {
        // a dot that is somewhere else in each frame
        let frame = |frame| picture(paper, |dot| dot(5 + 9 * frame, ROW, ink));
        let pictures: Vec<_> = (0..FRAMES).map(frame).collect();
        for quality in [10, 13, 16, 19, 20, 22, 24, 26, 28, 29] {
            let settings = EncodeSettings { quality, ..settings(WIDTH as u32, HEIGHT as u32) };
            let with = decoded(&settings, &pictures, true);
            let without = decoded(&settings, &pictures, false);
            for (i, (with, without)) in with.iter().zip(without).enumerate() {
                let rows = with.chunks(WIDTH).zip(without.chunks(WIDTH)).enumerate();
                for (y, (with, without)) in rows.filter(|(y, _)| y / CELL != ROW / CELL) {
                    assert!(
                        with == without,
                        "quality {quality}, paper {paper}, frame {i}, row {y}"
                    );
                }
            }
        }
    }
}

#[test]
fn only_what_did_not_change_is_dithered_and_only_beside_a_change() {
    let with_dot = |grey| picture(200, |dot| dot(37, 40, grey));
    let mut dither = Dither::default();
    let first = with_dot(200);
    assert_eq!(dither.apply(&first, &everything(), 21).planes(), first.planes());
    let second = with_dot(0);
    let given = dither.apply(&second, &everything(), 21).planes()[0].to_vec();
    for (at, (given, drawn)) in given.iter().zip(second.planes()[0]).enumerate() {
        let (x, y) = (at % WIDTH, at / WIDTH);
        let beside = (x / BLOCK, y / BLOCK) == (37 / BLOCK, 40 / BLOCK)
            && (x / CELL, y / CELL) != (37 / CELL, 40 / CELL);
        assert_eq!(given.abs_diff(*drawn), if beside { 2 } else { 0 }, "{x}, {y}");
    }
    // nothing changes any more
    assert_eq!(dither.apply(&second, &everything(), 21).planes(), second.planes());
}

#[test]
fn small_changes_add_up() {
    let mut dither = Dither::default();
    let dithered = (0..12).map(|i| {
        let picture = picture(255, |dot| dot(100, 100, 255 - 10 * i));
        dither.apply(&picture, &everything(), 21).planes() != picture.planes()
    });
    let frames: Vec<_> = dithered.enumerate().filter(|(_, dithered)| *dithered).collect();
    // 10 levels of grey are between 8 and 9 of luma
    assert_eq!(frames, [(4, true), (8, true)]);
}

#[test]
fn the_pattern_has_no_large_coefficient() {
    let basis = |k: usize, n: usize| {
        let scale = if k == 0 { 0.5 } else { 0.5_f64.sqrt() };
        scale * (PI * (2 * n + 1) as f64 * k as f64 / 8.0).cos()
    };
    let coefficient = |u: usize, v: usize| -> f64 {
        let cells = (0..CELL).flat_map(|y| (0..CELL).map(move |x| (x, y)));
        let sign = |x: usize, y: usize| if PATTERN[y][x] == 1 { 1.0 } else { -1.0 };
        cells.map(|(x, y)| basis(u, y) * basis(v, x) * sign(x, y)).sum()
    };
    let all = (0..CELL).flat_map(|u| (0..CELL).map(move |v| coefficient(u, v).abs()));
    let largest = all.fold(0.0, f64::max);
    assert!(largest < 1.415, "{largest}");
}

#[test]
fn the_dither_is_as_strong_as_the_quantizer_hides() {
    let strengths = [6, 10, 16, 21, 26, 32, 51].map(strength);
    assert_eq!(strengths, [0, 0, 1, 2, 4, 9, 15]);
}
