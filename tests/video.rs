//! Whole videos: what is in the file, and whether it shows what was drawn.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::f64::consts::TAU;
use support::{File, Wave};

fn phases(frames: i32) -> impl Iterator<Item = f64> {
    (0..frames).map(|i| TAU * f64::from(i) / 60.0)
}

#[test]
fn the_video_shows_what_was_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wave.mp4");
    let video = Wave::render(&path).params(phases(60)).run().unwrap();
    assert_eq!((video.frames(), video.width(), video.height()), (60, 640, 480));
    let file = File::read(&path);
    let pictures = file.decode();
    assert_eq!(pictures.len(), 60);
    for (i, decoded) in pictures.iter().enumerate() {
        let drawn = Wave::render("").params(phases(60)).still(i).unwrap();
        let psnr = decoded.psnr_y(&drawn);
        assert!(psnr > 45.0, "frame {i}: {psnr:.1} dB");
        // white paper: the corners, and between the axes and the edge
        for (x, y) in [(0, 0), (639, 479), (320, 20), (600, 240)] {
            let at = (y / 2) * 320 + x / 2;
            let white = (decoded.y[y * 640 + x], decoded.u[at], decoded.v[at]);
            assert_eq!(white, (235, 128, 128), "frame {i}, pixel {x}, {y}");
        }
    }
}

#[test]
fn every_size_renders_or_is_refused_before_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("size.mp4");
    for (width, height) in [(16, 16), (333, 251), (640, 480), (1920, 1080), (3840, 2160)] {
        Wave::render(&path).size(width, height).params(phases(2)).run().unwrap();
        let pictures = File::read(&path).decode();
        assert_eq!(pictures.len(), 2, "{width}x{height}");
        let even = |length: u32| length.next_multiple_of(2) as usize;
        assert_eq!((pictures[0].width, pictures[0].height), (even(width), even(height)));
        let drawn = Wave::render("").size(width, height).params(phases(2)).still(1).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (width, height));
        let psnr = pictures[1].psnr_y(&drawn);
        // 16x16 is all lines and letters
        let least = if width == 16 { 37.0 } else { 45.0 };
        assert!(psnr > least, "{width}x{height}: {psnr:.1} dB");
        std::fs::remove_file(&path).unwrap();
    }
    for (width, height) in [(15, 15), (4096, 4096)] {
        let error = Wave::render(&path).size(width, height).params(phases(2)).run().unwrap_err();
        assert!(matches!(error, panim::Error::Argument { argument: "size", .. }), "{error}");
        assert!(!path.exists());
    }
}

#[test]
fn every_number_of_frames_plays_to_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frames.mp4");
    for frames in [1, 2, 29, 30, 31, 60, 61] {
        let small = || Wave::render(&path).size(160, 120).params(phases(frames));
        small().run().unwrap();
        let pictures = File::read(&path).decode();
        assert_eq!(pictures.len(), frames as usize);
        let last = frames as usize - 1;
        let psnr = pictures[last].psnr_y(&small().still(last).unwrap());
        assert!(psnr > 45.0, "last of {frames}: {psnr:.1} dB");
    }
}

#[test]
fn durations_are_exact() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fps.mp4");
    for (num, den) in [(1_u32, 1_u32), (24, 1), (30_000, 1001), (60, 1), (240, 1), (1, 3)] {
        for frames in [1, 7, 100] {
            let render = Wave::render(&path).size(64, 48).fps((num, den)).params(phases(frames));
            let video = render.run().unwrap();
            let (ticks, per_second) = File::read(&path).duration();
            let wanted = u64::from(den) * frames as u64 * u64::from(per_second);
            assert_eq!(ticks * u64::from(num), wanted, "{frames} frames at {num}/{den}");
            let seconds = video.duration().as_secs_f64();
            assert!((seconds - f64::from(den) * f64::from(frames) / f64::from(num)).abs() < 1e-6);
        }
    }
}

#[test]
fn the_file_is_laid_out_to_play_while_it_loads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wave.mp4");
    Wave::render(&path).params(phases(61)).run().unwrap();
    let file = File::read(&path);
    let place = |kind: &str| file.boxes.iter().position(|b| b == kind).unwrap();
    assert_eq!(place("ftyp"), 0);
    assert!(place("moov") < place("mdat"), "{:?}", file.boxes);
    let stbl = &file.moov.trak[0].mdia.minf.stbl;
    // 61 frames are a group of 30 and one of 31: a group of one would be merged
    assert_eq!(stbl.stss.as_ref().unwrap().entries, [1, 31]);
}

#[test]
fn a_keyframe_every_frame() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("intra.mp4");
    Wave::render(&path).size(64, 48).gop(1).params(phases(61)).run().unwrap();
    let file = File::read(&path);
    assert!(file.moov.trak[0].mdia.minf.stbl.stss.is_none(), "every picture is a sync sample");
    assert_eq!(file.decode().len(), 61);
}
