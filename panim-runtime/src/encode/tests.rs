#![allow(clippy::unwrap_used)]

use panim_figure::__private::Damage;
use std::thread;

use super::{
    testing::{
        Decoded, Sps, decode_group, encode, idr_pic_id, pictures, psnr, samples, scene, settings,
        tiles, to_i420, units,
    },
    *,
};
use crate::yuv::I420;

#[test]
fn decodes_to_what_was_drawn() {
    for (width, height) in [(640, 480), (768, 576)] {
        let settings = settings(width, height);
        let pictures = pictures(&settings, 0, 6);
        let decoded = decode_group(&encode(&settings, &pictures).unwrap());
        assert_eq!(decoded.len(), pictures.len());
        for (picture, decoded) in pictures.iter().zip(decoded) {
            assert_eq!((decoded.width, decoded.height), (width as usize, height as usize));
            let psnr = psnr(picture.planes()[0], &decoded.planes[0]);
            assert!(psnr > 45.0, "{width}x{height}: {psnr} dB");
        }
    }
}

#[test]
fn white_stays_white_at_any_fine_quality() {
    for (width, height) in [(64, 48), (64, 576)] {
        for quality in 0..=29 {
            let settings = EncodeSettings { quality, ..settings(width, height) };
            let white = to_i420(width, height, &[255; 4].repeat((width * height) as usize));
            let group = encode(&settings, &[white.clone(), white.clone(), white]).unwrap();
            for decoded in decode_group(&group) {
                let shown = to_rgba(&decoded, settings.matrix());
                assert!(shown.iter().all(|&c| c == 255), "quality {quality}, {height} lines");
            }
        }
    }
}

/// Back to RGBA, as a player does.
fn to_rgba(decoded: &Decoded, matrix: ColorMatrix) -> Vec<u8> {
    let [kr, kb] = match matrix {
        ColorMatrix::Bt601 => [0.299, 0.114],
        ColorMatrix::Bt709 => [0.2126, 0.0722],
    };
    let [y, u, v] = &decoded.planes;
    let pixel = |i: usize| {
        let chroma = i / decoded.width / 2 * (decoded.width / 2) + i % decoded.width / 2;
        let luma = (f64::from(y[i]) - 16.0) / 219.0;
        let [blue, red] = [u, v].map(|plane| (f64::from(plane[chroma]) - 128.0) / 224.0);
        let (r, b) = (luma + 2.0 * (1.0 - kr) * red, luma + 2.0 * (1.0 - kb) * blue);
        let g = (luma - kr * r - kb * b) / (1.0 - kr - kb);
        [r, g, b, 1.0].map(|fraction| (fraction * 255.0).round() as u8)
    };
    (0..decoded.width * decoded.height).flat_map(pixel).collect()
}

#[test]
fn paper_that_turns_white_is_white() {
    for quality in 0..=28 {
        let settings = EncodeSettings { quality, ..settings(64, 48) };
        let paper = |grey: u8| to_i420(64, 48, &[grey, grey, grey, 255].repeat(64 * 48));
        let pictures = [0, 255, 200, 255, 255].map(paper);
        let decoded = decode_group(&encode(&settings, &pictures).unwrap());
        for frame in [1, 3, 4] {
            let off = decoded[frame].planes[0].iter().map(|luma| luma.abs_diff(235)).max().unwrap();
            let most = u8::from(quality > 24);
            assert!(off <= most, "quality {quality}, frame {frame}: {off} levels off");
        }
    }
}

#[test]
fn white_around_what_moves_stays_white() {
    let settings = settings(640, 480);
    let group = encode(&settings, &pictures(&settings, 0, 8)).unwrap();
    for (i, decoded) in decode_group(&group).iter().enumerate() {
        let drawn = scene(640, 480, i);
        let shown = to_rgba(decoded, settings.matrix());
        assert_eq!(shown[..16 * 4], [255; 16 * 4], "the corner of picture {i}");
        let mut blocks = 0;
        for (x, y) in (0..480).step_by(16).flat_map(|y| (0..640).step_by(16).map(move |x| (x, y))) {
            // Only colour may bleed that far: less than anyone can see.
            if block(&drawn, x, y, 16).all(|c| c == 255) {
                blocks += 1;
                assert!(block(&shown, x, y, 0).all(|c| c >= 250), "picture {i}, {x}, {y}");
                let luma = &decoded.planes[0][y * 640 + x..][..16];
                assert!(luma.iter().all(|&luma| luma >= 235), "picture {i}, {x}, {y}");
            }
        }
        assert!(blocks > 300, "{blocks}");
    }
}

/// The bytes of 16x16 pixels of a 640x480 picture, and of a margin around them.
fn block(rgba: &[u8], x: usize, y: usize, margin: usize) -> impl Iterator<Item = u8> {
    let columns = x.saturating_sub(margin)..(x + 16 + margin).min(640);
    let rows = y.saturating_sub(margin)..(y + 16 + margin).min(480);
    rows.flat_map(move |y| &rgba[(y * 640 + columns.start) * 4..(y * 640 + columns.end) * 4])
        .copied()
}

#[test]
fn the_same_pictures_give_the_same_bytes() {
    let settings = settings(320, 240);
    let once = encode(&settings, &pictures(&settings, 0, 8)).unwrap();
    let again = thread::scope(|scope| {
        let encode = || encode(&settings, &pictures(&settings, 0, 8)).unwrap();
        let threads = [scope.spawn(encode), scope.spawn(encode)];
        threads.map(|thread| thread.join().unwrap())
    });
    assert!(again.iter().all(|again| *again == once));
}

#[test]
fn groups_share_their_parameter_sets() {
    let settings = settings(320, 240);
    let first = encode(&settings, &pictures(&settings, 0, 3)).unwrap();
    let other = encode(&settings, &pictures(&settings, 30, 35)).unwrap();
    assert_eq!((first.sps, first.pps), (other.sps, other.pps));
}

#[test]
fn sizes_from_smallest_to_largest() {
    let sizes =
        [(16, 16), (17, 17), (333, 251), (1920, 1080), (3840, 2160), (4096, 2304), (8688, 1072)];
    for (width, height) in sizes {
        let settings = settings(width, height);
        let pictures = [0, 1].map(|i| to_i420(width, height, &tiles(width, height, i)));
        let decoded = decode_group(&encode(&settings, &pictures).unwrap());
        assert_eq!(decoded.len(), 2, "{width}x{height}");
        for (picture, decoded) in pictures.iter().zip(decoded) {
            let size = (picture.width() as usize, picture.height() as usize);
            assert_eq!((decoded.width, decoded.height), size);
            let psnr = psnr(picture.planes()[0], &decoded.planes[0]);
            assert!(psnr > 45.0, "{width}x{height}: {psnr} dB");
        }
    }
}

#[test]
fn a_group_starts_with_its_only_sync_sample() {
    let settings = settings(64, 64);
    for frames in [1, 2, 30] {
        let group = encode(&settings, &pictures(&settings, 0, frames)).unwrap();
        assert_eq!(group.frames(), frames);
        let sync: Vec<_> = group.samples.iter().map(|sample| sample.sync).collect();
        assert!(sync[0] && !sync[1..].contains(&true));
        assert_eq!(decode_group(&group).len(), frames);
    }
}

#[test]
fn idrs_side_by_side_have_different_ids() {
    let settings = EncodeSettings { all_intra: true, ..settings(64, 64) };
    let group = encode(&settings, &pictures(&settings, 0, 5)).unwrap();
    assert!(group.samples.iter().all(|sample| sample.sync));
    let ids: Vec<_> = samples(&group).iter().map(|sample| idr_pic_id(units(sample)[0])).collect();
    // The next group starts at the first of them again.
    for i in 0..ids.len() {
        assert_ne!(ids[i], ids[(i + 1) % ids.len()], "{ids:?}");
    }
    assert_eq!(decode_group(&group).len(), 5);
}

#[test]
fn the_stream_says_what_it_is() {
    let cases = [
        (640, 480, Fps::from(30), 30, 6),
        (1920, 1080, Fps::from(60), 42, 1),
        (3840, 2160, Fps::from(60), 52, 1),
        (640, 480, Fps::from(240), 42, 6),
        (64, 64, Fps::from((1, 3)), 10, 6),
    ];
    for (width, height, fps, level, matrix) in cases {
        let settings = EncodeSettings { fps, ..settings(width, height) };
        let group = encode(&settings, &[I420::new(width, height)]).unwrap();
        let expected =
            Sps { profile: 100, level, aspect: 1, full_range: 0, colour: [1, 13, matrix] };
        assert_eq!(Sps::parse(&group.sps), expected);
    }
}

#[test]
fn what_stands_still_is_finer_than_what_moves() {
    let settings = EncodeSettings { quality: 24, ..settings(320, 240) };
    // a picture of noise, below a disc that moves
    let frame = |i: usize| {
        let mut rgba = scene(320, 240, 4 * i);
        let mut state = 1_u32;
        for pixel in rgba[..320 * 100 * 4].chunks_exact_mut(4) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            pixel[..3].fill((state >> 24) as u8);
        }
        to_i420(320, 240, &rgba)
    };
    let pictures: Vec<_> = (0..6).map(frame).collect();
    let decoded = decode_group(&encode(&settings, &pictures).unwrap());
    let still = 320 * 96;
    for (i, (picture, decoded)) in pictures.iter().zip(&decoded).enumerate() {
        // with quantizer 24 it is 37 to 38 dB
        let psnr = psnr(&picture.planes()[0][..still], &decoded.planes[0][..still]);
        assert!(psnr > 39.5, "picture {i}: {psnr} dB");
    }
}

#[test]
fn every_quality_encodes_and_lower_numbers_are_better() {
    let mut last = f64::INFINITY;
    for quality in [0, 10, 22, 35, 51] {
        let settings = EncodeSettings { quality, ..settings(128, 96) };
        let pictures = pictures(&settings, 0, 2);
        let decoded = decode_group(&encode(&settings, &pictures).unwrap());
        let psnr = psnr(pictures[1].planes()[0], &decoded[1].planes[0]);
        assert!(psnr < last, "quality {quality}: {psnr} dB");
        last = psnr;
    }
}

#[test]
fn noise_encodes_at_the_best_quality() {
    let settings = EncodeSettings { quality: 0, ..settings(128, 96) };
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if state >> 31 == 0 { 0 } else { 255 }
    };
    let rgba: Vec<u8> = (0..128 * 96).flat_map(|_| [noise(), noise(), noise(), 255]).collect();
    let picture = to_i420(128, 96, &rgba);
    let inverse: Vec<u8> = rgba.chunks(4).flat_map(|p| [!p[0], !p[1], !p[2], 255]).collect();
    let inverse = to_i420(128, 96, &inverse);
    assert_eq!(encode(&settings, &[picture, inverse]).unwrap().frames(), 2);
}

#[test]
fn what_the_encoder_cannot_do_is_an_error() {
    let message = Openh264Group::new(&settings(4096, 4096)).err().unwrap().to_string();
    assert!(message.starts_with("encoder: openh264: "), "{message}");
    let mut encoder = Openh264Group::new(&settings(64, 64)).unwrap();
    let message =
        encoder.push(&I420::new(64, 62).into(), &Damage::all((64, 62))).unwrap_err().to_string();
    assert!(message.contains("another size"), "{message}");
}

#[test]
fn an_encoder_that_cannot_be_set_up_says_what_may_be_short() {
    let error = Openh264Group::new(&settings(0, 0)).err().unwrap().to_string();
    assert!(error.contains("0x0 pixels (code "), "{error}");
    assert!(error.contains("memory may be short; fewer workers"), "{error}");
}
