//! What each stage of a frame's way costs, and the whole of it: `cargo bench -p panim-benches`.
//!
//! Each stage is measured on one core and counted in frames, so that the figures can be compared
//! with each other within one run.

#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box, counter::ItemsCount};
use panim::{__private::Stages, Renderer, prelude::*};
use std::f64::consts::TAU;

fn main() {
    divan::main();
}

/// Frames of one group.
const GROUP: usize = 30;

#[derive(Clone, Copy, Debug)]
enum Scene {
    /// 640x480, one line of 200 points.
    Wave,
    /// 1920x1080, ten lines of 1,000 points each.
    Lines,
}

const SCENES: [Scene; 2] = [Scene::Wave, Scene::Lines];

impl Scene {
    fn size(self) -> (u32, u32) {
        match self {
            Self::Wave => (640, 480),
            Self::Lines => (1920, 1080),
        }
    }

    fn lines_and_points(self) -> (usize, usize) {
        match self {
            Self::Wave => (1, 200),
            Self::Lines => (10, 1000),
        }
    }
}

/// Either scene, as an animation.
#[animation]
#[derive(Clone)]
struct Curves {
    scene: Scene,
    x: Vec<f64>,
    lines: Vec<Handle<Line>>,
}

impl Curves {
    fn of(scene: Scene) -> Self {
        Self { scene, x: Vec::new(), lines: Vec::new() }
    }

    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let (lines, points) = self.scene.lines_and_points();
        let (width, height) = self.scene.size();
        self.x = linspace(0.0, 2.0 * TAU, points);
        let ax = fig.set_size(width, height).axes();
        ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
        ax.set_xlabel("x").set_ylabel("y").set_title("Cosine wave");
        self.lines = (0..lines).map(|_| ax.add(Line::new(&self.x, &self.x))).collect();
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        for (i, &line) in self.lines.iter().enumerate() {
            let shift = phase + i as f64 / 3.0;
            frame[line].set_y(self.x.iter().map(|x| (x + shift).cos()));
        }
    }
}

struct Drawn {
    animation: Curves,
    renderer: Renderer,
}

impl Drawn {
    fn new(scene: Scene) -> Self {
        let (mut animation, mut fig) = (Curves::of(scene), Figure::new());
        animation.setup(&mut fig);
        Self { animation, renderer: Renderer::new(fig).unwrap() }
    }

    fn frame(&mut self, index: usize) -> &[u8] {
        let phase = TAU * index as f64 / 60.0;
        self.animation.update(&mut self.renderer.frame(index), phase);
        self.renderer.draw().unwrap()
    }

    fn group(scene: Scene) -> Vec<Vec<u8>> {
        let mut drawn = Self::new(scene);
        (0..GROUP).map(|i| drawn.frame(i).to_vec()).collect()
    }
}

#[divan::bench(args = SCENES)]
fn draw(bencher: Bencher<'_, '_>, scene: Scene) {
    let mut drawn = Drawn::new(scene);
    let mut index = 0;
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        index += 1;
        black_box(drawn.frame(index));
    });
}

#[divan::bench(args = SCENES)]
fn draw_all_anew(bencher: Bencher<'_, '_>, scene: Scene) {
    let mut drawn = Drawn::new(scene);
    drawn.renderer.cache_background(false);
    let mut index = 0;
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        index += 1;
        black_box(drawn.frame(index));
    });
}

#[divan::bench(args = SCENES)]
fn convert(bencher: Bencher<'_, '_>, scene: Scene) {
    let (width, height) = scene.size();
    let (mut stages, group) = (Stages::new(width, height), Drawn::group(scene));
    let mut frames = group.iter().cycle();
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench_local(|| stages.convert(frames.next().unwrap()).unwrap());
}

#[divan::bench(args = SCENES, sample_count = 20)]
fn encode(bencher: Bencher<'_, '_>, scene: Scene) {
    let (width, height) = scene.size();
    let (mut stages, group) = (Stages::new(width, height), Drawn::group(scene));
    let pictures = stages.converted(group.iter().map(|rgba| &rgba[..])).unwrap();
    bencher.counter(ItemsCount::new(GROUP)).bench_local(|| stages.encode(&pictures).unwrap());
}

#[divan::bench(args = SCENES, sample_count = 10)]
fn whole_pipeline_on_one_core(bencher: Bencher<'_, '_>, scene: Scene) {
    whole(bencher, scene, 1);
}

#[divan::bench(args = SCENES, sample_count = 10)]
fn whole_pipeline_on_all_cores(bencher: Bencher<'_, '_>, scene: Scene) {
    whole(bencher, scene, -1);
}

fn whole(bencher: Bencher<'_, '_>, scene: Scene, workers: i32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.mp4");
    let frames = 4 * GROUP;
    bencher.counter(ItemsCount::new(frames)).bench_local(|| {
        let render = Curves::of(scene).render_to(&path).workers(workers);
        render.progress(ProgressMode::Never).sweep(0.0..2.0 * TAU, frames).run().unwrap()
    });
}
