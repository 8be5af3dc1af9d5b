//! Many more workers than cores, as on a machine that has so many.

use crate::{Goal, row};
use panim::{ProgressMode, prelude::*};
use panim_benches::{Scene, Spread, process_cpu, thread_cpu};
use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// Frames that each worker draws.
const FRAMES: usize = 10;

/// Sleeps in its update, which takes a worker's time and no core's.
#[animation]
#[derive(Clone)]
struct Sleeper {
    time: Duration,
}

impl Sleeper {
    #[update]
    fn update(&self, _frame: &mut Frame) {
        thread::sleep(self.time);
    }
}

/// How long this many workers would sleep if they did nothing else, of the time that a video takes; and what the conductor
/// takes for a frame.
pub(crate) fn that_sleep(workers: usize, path: &Path, rounds: usize) {
    // so long that two cores can do the rest of every worker's work meanwhile
    let time = Duration::from_millis(3).mul_f64(workers as f64).max(Duration::from_millis(20));
    let frames = workers * FRAMES;
    let run = |gop| {
        let render = Sleeper { time }.render_to(path).size(64, 48).gop(gop);
        let render = render.workers(workers as i32).progress(ProgressMode::Never).frames(frames);
        let (before, begun) = (thread_cpu(), Instant::now());
        render.run().unwrap();
        let seconds = begun.elapsed().as_secs_f64();
        let conducting = before.zip(thread_cpu()).map(|(before, after)| after - before);
        (seconds, conducting.map(|seconds| 1e6 * seconds / frames as f64))
    };
    for (dealt, gop) in [("groups", FRAMES), ("frames of groups", FRAMES * 4)] {
        let (mut asleep, mut conductor) = (Spread::default(), Spread::default());
        for _ in 0..rounds {
            let (seconds, conducting) = run(gop);
            asleep.push(time.as_secs_f64() * FRAMES as f64 / seconds);
            conducting.into_iter().for_each(|time| conductor.push(time));
        }
        let milliseconds = time.as_millis();
        row(
            &format!(
                "{workers} workers that sleep {milliseconds} ms a frame, dealt {dealt}: of the time, asleep"
            ),
            &asleep,
            Goal::AtLeast(0.75),
        );
        row(&format!("the conductor's CPU, us a frame, {workers} workers"), &conductor, Goal::None);
    }
}

/// The wave by so many workers, against two of them; and what the conductor takes of it.
pub(crate) fn on_few_cores(workers: i32, path: &Path, rounds: usize) {
    let (mut speed, mut conductor) = (Spread::default(), Spread::default());
    let frames = 30 * 256;
    for _ in 0..rounds {
        let run = |workers| {
            let before = (thread_cpu(), process_cpu());
            let seconds = Scene::Wave.video(path, frames, workers).elapsed().as_secs_f64();
            let conducting = before.0.zip(thread_cpu()).map(|(before, after)| after - before);
            let all = before.1.zip(process_cpu()).map(|(before, after)| after - before);
            (seconds, conducting.zip(all))
        };
        let ((few, _), (many, shares)) = (run(2), run(workers));
        speed.push(few / many);
        if let Some((conducting, all)) = shares {
            conductor.push(100.0 * conducting / (all - conducting));
        }
    }
    row(
        &format!("wave: speed of {workers} workers / 2 on these cores, {frames} frames"),
        &speed,
        // each of them is set up, and has an encoder, for a small part of a core
        Goal::None,
    );
    row(
        &format!("wave: the conductor's CPU per frame, % of a worker's, {workers} workers"),
        &conductor,
        Goal::Below(1.0),
    );
}
