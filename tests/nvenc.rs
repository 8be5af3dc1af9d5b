//! NVENC without a GPU: through a stand-in for NVIDIA's libraries, which is in `nvenc/*.c`, and
//! which loses nothing. Each render has a process of its own, because libraries stay loaded.

#![cfg(target_os = "linux")]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used)]

#[path = "nvenc/child.rs"]
mod child;
#[path = "nvenc/fallback.rs"]
mod fallback;
#[path = "nvenc/library.rs"]
mod library;
#[path = "nvenc/pixels.rs"]
mod pixels;
#[path = "nvenc/scenes.rs"]
mod scenes;
#[path = "nvenc/stream.rs"]
mod stream;
mod support;

use child::{Done, Job, PRESETS, phases};
use panim::Encoder::{Auto, Cpu, Gpu};
use scenes::{FAULT, Scene};
use std::fs;
use stream::{IDR_SLICE, SLICE, Tags, kinds, tags};
use support::{Decoded, File, Wave};

/// Why there is no GPU, in the one line that comes with each kind of driver.
const REFUSALS: [(Option<&str>, &str); 7] = [
    (None, "no NVIDIA driver is installed: libcuda.so.1 was not found"),
    (Some("no-device"), "CUDA cannot be initialized: there is no NVIDIA GPU (CUDA error 100)"),
    (
        Some("no-encoder"),
        "Stand-in for tests: an encoding session cannot be opened: the device has no encoder \
         (NVENC error 2)",
    ),
    (
        Some("old-driver"),
        "the NVIDIA driver is too old: it has NVENC 11.1, and 12.1 is needed; install driver \
         530.41 or newer (on Windows 531.61)",
    ),
    (
        Some("sessions=0"),
        "Stand-in for tests: an encoding session cannot be opened: out of memory, or all \
         sessions are taken (NVENC error 10)",
    ),
    (
        Some("sessions=0,refuse=21"),
        "Stand-in for tests: an encoding session cannot be opened: all sessions are taken \
         (NVENC error 21)",
    ),
    (
        Some("refuse-start=8"),
        "320x240 pixels cannot be encoded: the device does not take these settings (NVENC error \
         8, \"the stand-in does not start, as it was told to\")",
    ),
];

/// The 50th picture fails, or is lost; and what follows the frame's number then.
const FAILURES: [(&str, &str); 2] = [
    (
        "fail-at=50",
        " failed: NVENC: a picture could not be encoded: the driver failed \
         (NVENC error 20, \"the stand-in fails here, as it was told to\")",
    ),
    (
        "lose-at=50",
        " failed: NVENC: an encoded picture could not be read: the driver failed \
         (NVENC error 20, \"the stand-in loses it, as it was told to\")",
    ),
];

#[test]
#[ignore = "the child that the other tests start"]
fn child() {
    child::live();
}

/// The same on the CPU, which a video that could not use the GPU must equal to the byte.
fn on_cpu(job: &Job) -> Vec<u8> {
    let done = Job { encoder: Cpu, driver: None, before: None, ..job.clone() }.run();
    fs::read(&done.video).unwrap()
}

/// It was encoded by the stand-in.
fn pictures(job: &Job, done: &Done) -> Vec<Decoded> {
    done.assert_clean();
    done.assert_only_the_video(true);
    assert_eq!(done.fact("encoder"), "nvenc", "{done}");
    assert!(done.facts("refusal").is_empty() && done.facts("logged").is_empty(), "{done}");
    assert_eq!(done.fact("frames"), job.frames.to_string());
    assert_eq!(done.fact("taken"), job.frames.to_string());
    assert_eq!(done.fact("written"), job.frames.to_string());
    assert_eq!(done.count("picture"), job.frames as usize);
    let pictures = File::read(&done.video).decode();
    assert_eq!(pictures.len(), job.frames as usize);
    pictures
}

fn assert_exact(job: &Job, pictures: &[Decoded]) {
    for (frame, decoded) in pictures.iter().enumerate() {
        let render = Wave::render("").size(job.size.0, job.size.1).params(phases(job.frames));
        pixels::assert_exact(decoded, &render.still(frame).unwrap());
    }
}

#[test]
fn a_video_is_whole_and_right_to_the_last_pixel() {
    let job = Job { encoder: Gpu, ..Job::default() };
    let done = job.run();
    let pictures = pictures(&job, &done);
    assert_exact(&job, &pictures);
    let line = done.fact("video");
    assert!(line.contains("wave.mp4: 100 frames, 320x240, 3.34 s, "), "{line}");
    assert!(line.ends_with("(nvenc, 3 workers)"), "{line}");
}

#[test]
fn sizes_that_are_odd_or_no_whole_blocks_come_out_as_drawn() {
    for size in [(333, 251), (162, 578), (160, 160), (4096, 160)] {
        let job = Job { size, frames: 3, ..Job::default() };
        assert_exact(&job, &pictures(&job, &job.run()));
    }
}

#[test]
fn the_pictures_do_not_depend_on_the_workers() {
    let job = Job { size: (160, 160), frames: 71, gop: 7, ..Job::default() };
    let mut first = None;
    for workers in [1, 2, 8] {
        let job = Job { workers, ..job.clone() };
        let done = job.run();
        let planes =
            pictures(&job, &done).into_iter().map(|picture| [picture.y, picture.u, picture.v]);
        let planes: Vec<_> = planes.collect();
        assert!(*first.get_or_insert_with(|| planes.clone()) == planes, "{workers} workers");
        // few sessions, used again
        assert!((1..=workers.min(4) as usize).contains(&done.most_open()), "{done}");
        assert!(done.count("open") <= 4, "{done}");
    }
}

#[test]
fn every_group_starts_with_a_picture_that_stands_alone() {
    let job = Job { size: (160, 160), frames: 61, gop: 15, workers: 2, ..Job::default() };
    let done = job.run();
    let file = File::read(&done.video);
    // the last single frame joins the group before it
    let starts = [1, 16, 31, 46];
    assert_eq!(file.moov.trak[0].mdia.minf.stbl.stss.as_ref().unwrap().entries, starts);
    for (number, sample) in (1..).zip(file.samples()) {
        let kind = if starts.contains(&number) { IDR_SLICE } else { SLICE };
        assert_eq!(kinds(sample), [kind], "picture {number}");
    }
    let idr = done.log.iter().filter(|line| line.starts_with("picture") && line.contains(" idr"));
    assert_eq!(idr.count(), starts.len(), "{done}");
    pictures(&job, &done);
}

#[test]
fn a_keyframe_every_frame() {
    let job = Job { size: (160, 160), frames: 40, gop: 1, ..Job::default() };
    let done = job.run();
    let file = File::read(&done.video);
    assert!(file.moov.trak[0].mdia.minf.stbl.stss.is_none(), "every picture is a sync sample");
    assert!(file.samples().iter().all(|sample| kinds(sample) == [IDR_SLICE]));
    assert_exact(&job, &pictures(&job, &done));
}

#[test]
fn colours_are_tagged_as_on_the_cpu() {
    for (size, matrix) in [((160, 160), 6), ((160, 576), 1)] {
        let job = Job { size, frames: 2, ..Job::default() };
        let [gpu, cpu] = [Auto, Cpu].map(|encoder| {
            let done = Job { encoder, ..job.clone() }.run();
            File::read(&done.video)
        });
        let srgb = Tags { profile: 100, full_range: false, primaries: 1, transfer: 13, matrix };
        assert_eq!(tags(&gpu), srgb);
        assert_eq!(tags(&cpu), srgb);
    }
}

#[test]
fn quality_rate_and_preset_reach_the_driver() {
    let small = Job { size: (160, 160), frames: 2, workers: 1, ..Job::default() };
    let start = |job: &Job| {
        let done = job.run();
        pictures(job, &done);
        let start = done.log.iter().find_map(|line| line.strip_prefix("start 1: 160x160, "));
        start.unwrap_or_else(|| panic!("{done}")).to_owned()
    };
    let usual = start(&small);
    assert!(
        usual.starts_with("30000/1001 a second, P7, constant 22 22 22, profile 100"),
        "{usual}"
    );
    for (number, preset) in (1..).zip(PRESETS) {
        let quality = 6 * number;
        let other = start(&Job { quality, preset: Some(preset), ..small.clone() });
        let wanted = format!("P{number}, constant {quality} {quality} {quality}, ");
        assert!(other.contains(&wanted), "{other}");
    }
}

#[test]
fn a_cancelled_render_gives_every_session_back() {
    let done = Job { encoder: Gpu, gop: 10, cancel: Some(30), ..Job::default() }.run();
    done.assert_clean();
    done.assert_only_the_video(false);
    assert_eq!(done.fact("error"), "cancelled after 30 frames");
}
