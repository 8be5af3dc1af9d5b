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
/// in each frame some come and some go. The paper around a dot flickers by so many levels of grey.
fn dots_beside_text(flicker: u8) -> Vec<I420> {
    let frame = |frame: usize| {
        picture(255, |dot| {
            let mut state = 1_u32;
            for (y, x) in (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (y, x))) {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let (column, row) = (x / BLOCK, y / BLOCK);
                let noise = state.rotate_left(frame as u32).wrapping_mul(747_796_405) >> 16;
                let paper = 255 - (noise % (u32::from(flicker) + 1)) as u8;
                if (column + row) % 3 != 0 {
                    dot(x, y, if state >> 30 == 0 { (state >> 16) as u8 } else { 255 });
                } else if (x % BLOCK, y % BLOCK) == (0, BLOCK - 1) {
                    let there = (frame + column * 7 + row * 5) % 11 < 6;
                    dot(x, y, if there { 60 } else { paper });
                } else {
                    dot(x, y, paper);
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
    let pictures = dots_beside_text(0);
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
    let calm = [16, 20, 22, 24, 26].map(|quality| (quality, 0));
    let flickers = [22, 24, 26].map(|quality| (quality, 2));
    for (quality, flicker) in calm.into_iter().chain(flickers) {
        let pictures = dots_beside_text(flicker);
        let settings = EncodeSettings { quality, ..settings(WIDTH as u32, HEIGHT as u32) };
        let worst = |dithered| largest_error(&pictures, &decoded(&settings, &pictures, dithered));
        let what = format!("quality {quality}, paper flickers by {flicker}");
        assert!(worst(true) <= 48, "{what}: {} levels off", worst(true));
        assert!(worst(false) > 100, "{what}: without it nothing is wrong");
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
fn what_stands_still_is_dithered_and_only_beside_a_change() {
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
fn what_almost_stands_still_is_dithered_too() {
    let levels = DitherLevels::of(22);
    assert_eq!(levels, DitherLevels { strength: 2, still: 6 });
    // in one cell a clear change, in all others one of luma by so much: 22 of grey are 19 of luma
    for (grey, still) in [(7, true), (22, false)] {
        let mut dither = Dither::default();
        let picture = |frame: u8| {
            picture(200, |dot| {
                for (y, x) in (32..48).flat_map(|y| (32..48).map(move |x| (y, x))) {
                    dot(x, y, 200 - frame * grey);
                }
                dot(40, 40, 200 - frame * 180);
            })
        };
        dither.apply(&picture(0), &everything(), 22);
        let drawn = picture(1);
        let given = dither.apply(&drawn, &everything(), 22);
        let off = |x: usize, y: usize| {
            let at = y * WIDTH + x;
            given.planes()[0][at].abs_diff(drawn.planes()[0][at])
        };
        assert_eq!(off(40, 40), 0);
        assert_eq!(off(43, 43), 0);
        let expected = if still { levels.strength } else { 0 };
        assert_eq!([off(32, 32), off(47, 32), off(39, 47)], [expected; 3], "grey {grey}");
        // a block beside it, of which nothing changed
        assert_eq!(off(48, 40), 0);
        // and it is taken away again
        assert_eq!(dither.apply(&drawn, &everything(), 22).planes(), drawn.planes());
    }
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
fn the_dither_and_what_is_almost_still_follow_from_the_quantizer() {
    let levels = [6, 10, 16, 21, 26, 32, 51].map(DitherLevels::of);
    assert_eq!(levels.map(|levels| levels.strength), [0, 0, 1, 2, 4, 9, 15]);
    // what is almost still is never what must not be overlooked
    assert_eq!(levels.map(|levels| levels.still), [1, 1, 3, 6, 10, 21, NOTICEABLE - 1]);
}
