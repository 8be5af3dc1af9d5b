//! What each stage of a frame's path costs, and the whole of it:
//! `cargo bench -p panim-benches --bench pipeline`.
//!
//! Each is measured on one core unless it says otherwise, and counted in frames, so that the figures
//! of one run can be compared: what fraction of the frames per second of `encode` does
//! `whole_pipeline` reach?

#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box, counter::ItemsCount};
use panim_benches::{GROUP, Scene};

fn main() {
    divan::main();
}

/// Groups of a video.
const GROUPS: usize = 2;

#[divan::bench(args = Scene::ALL, sample_count = 30)]
fn draw(bencher: Bencher<'_, '_>, scene: Scene) {
    draw_each(bencher, scene, true);
}

/// What stands still is drawn in each frame again.
#[divan::bench(args = Scene::ALL, sample_count = 30)]
fn draw_all_anew(bencher: Bencher<'_, '_>, scene: Scene) {
    draw_each(bencher, scene, false);
}

fn draw_each(bencher: Bencher<'_, '_>, scene: Scene, keep: bool) {
    scene.drawn(keep, |drawing| {
        let mut index = 0;
        bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
            index += 1;
            black_box(drawing.frame(index));
        });
    });
}

/// What a frame changed.
#[divan::bench(args = Scene::ALL)]
fn convert(bencher: Bencher<'_, '_>, scene: Scene) {
    convert_frame(bencher, scene, 2);
}

/// The first frame of a worker: all of it changed.
#[divan::bench(args = Scene::ALL)]
fn convert_all(bencher: Bencher<'_, '_>, scene: Scene) {
    convert_frame(bencher, scene, 0);
}

fn convert_frame(bencher: Bencher<'_, '_>, scene: Scene, frame: usize) {
    let mut stages = scene.stages();
    scene.drawn(true, |drawing| {
        (0..frame).for_each(|before| stages.convert(drawing.frame(before)).unwrap());
        let drawn = drawing.frame(frame);
        bencher
            .counter(ItemsCount::new(1_usize))
            .bench_local(|| stages.convert(black_box(drawn)).unwrap());
    });
}

#[divan::bench(args = Scene::ALL, sample_count = 5)]
fn encode(bencher: Bencher<'_, '_>, scene: Scene) {
    let mut stages = scene.stages();
    let pictures = scene.converted(&mut stages);
    bencher.counter(ItemsCount::new(GROUP)).bench_local(|| stages.encode(&pictures).unwrap());
}

/// With all that makes a file safe: written beside its place, index first, synced, renamed.
#[divan::bench(args = Scene::ALL, sample_count = 5)]
fn mux(bencher: Bencher<'_, '_>, scene: Scene) {
    let mut stages = scene.stages();
    let pictures = scene.converted(&mut stages);
    let group = stages.encode(&pictures).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.mp4");
    bencher
        .counter(ItemsCount::new(GROUPS * GROUP))
        .bench_local(|| stages.mux(&path, &group, GROUPS).unwrap());
}

#[divan::bench(args = Scene::ALL, sample_count = 5)]
fn whole_pipeline(bencher: Bencher<'_, '_>, scene: Scene) {
    whole(bencher, scene, 1);
}

#[divan::bench(args = Scene::ALL, sample_count = 5)]
fn whole_pipeline_on_all_cores(bencher: Bencher<'_, '_>, scene: Scene) {
    whole(bencher, scene, -1);
}

fn whole(bencher: Bencher<'_, '_>, scene: Scene, workers: i32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.mp4");
    let frames = GROUPS * GROUP;
    bencher.counter(ItemsCount::new(frames)).bench_local(|| scene.video(&path, frames, workers));
}
