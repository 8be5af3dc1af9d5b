//! The goals that are ratios, measured in one run and interleaved, as one Markdown table:
//! `cargo bench -p panim-benches --bench goals -- --rounds 5`.
//!
//! CPU time counts where one core is meant, since other programs hardly change it; wall time counts
//! where cores are compared, so that a busy machine spoils it: the first line says how busy it was.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "goals/many_workers.rs"]
mod many_workers;

use panim_benches::{GROUP, Scene, Spread, peak_memory, thread_cpu};
use std::{env, fmt, fs, hint::black_box, path::Path, process::Command, thread};

/// Set for a child process, whose peak of memory is asked for: scene, and frames.
const CHILD: &str = "PANIM_PEAK_MEMORY";

fn main() {
    if let Ok(task) = env::var(CHILD) {
        return child(&task);
    }
    let rounds = rounds();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("goals.mp4");
    println!("{}, {rounds} rounds\n", machine());
    println!("| what | median | from least to greatest | goal | |\n|---|---|---|---|---|");
    for scene in [Scene::Wave, Scene::MultiPanel, Scene::Lines] {
        pipeline_against_encoding(scene, &path, rounds);
    }
    for scene in [Scene::Wave, Scene::MultiPanel, Scene::Dashboard] {
        standing_against_moving(scene, rounds);
    }
    for (scene, frames) in [(Scene::Wave, 900), (Scene::MultiPanel, 180), (Scene::Dashboard, 60)] {
        two_workers_against_one(scene, frames, &path, rounds);
    }
    for workers in [16, 64, 256] {
        many_workers::that_sleep(workers, &path, rounds);
    }
    for workers in [64, 256] {
        many_workers::on_few_cores(workers, &path, rounds);
    }
    for (scene, frames) in [(Scene::MultiPanel, 60), (Scene::Dashboard, 10)] {
        cached_against_uncached(scene, frames, rounds);
    }
    memory(Scene::Wave, [300, 3000], 60.0, rounds);
    memory(Scene::Dashboard, [180, 360], 400.0, rounds);
}

/// What a figure should be.
enum Goal {
    AtLeast(f64),
    Below(f64),
    /// Nothing was promised; it is good to know.
    None,
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, "at least {least}"),
            Self::Below(limit) => write!(f, "below {limit}"),
            Self::None => Ok(()),
        }
    }
}

/// One row of the table, as soon as it is known.
fn row(what: &str, values: &Spread, goal: Goal) {
    let median = values.median();
    let verdict = match goal {
        _ if median.is_nan() => "not measured",
        Goal::AtLeast(least) if median >= least => "met",
        Goal::Below(limit) if median < limit => "met",
        Goal::None => "",
        _ => "**missed**",
    };
    println!("| {what} | {median:.3} | {values} | {goal} | {verdict} |");
}

/// Frames per second of the whole path, against those of the encoder alone on the same frames. Both
/// on this thread, by its CPU time.
fn pipeline_against_encoding(scene: Scene, path: &Path, rounds: usize) {
    let mut stages = scene.stages();
    let pictures = scene.converted(&mut stages);
    let groups = if scene == Scene::Wave { 8 } else { 2 };
    let ratio = |_| {
        let whole = cpu(|| drop(scene.video(path, groups * GROUP, 1)))?;
        let encoding = cpu(|| (0..groups).for_each(|_| drop(stages.encode(&pictures).unwrap())))?;
        Some(encoding / whole)
    };
    let ratios = (0..rounds).filter_map(ratio).collect();
    row(
        &format!("{scene}: whole pipeline / encoding alone, frames per CPU second"),
        &ratios,
        Goal::AtLeast(0.8),
    );
}

/// Encoding a group in which nothing moves, with its keyframe, against one in which all does.
fn standing_against_moving(scene: Scene, rounds: usize) {
    let mut stages = scene.stages();
    let (moving, standing) = (scene.converted(&mut stages), scene.standing(&mut stages));
    let ratio = |_| {
        let seconds = |pictures| cpu(|| drop(stages.encode(pictures).unwrap()));
        Some(seconds(&standing)? / seconds(&moving)?)
    };
    let ratios = (0..rounds).filter_map(ratio).collect();
    row(
        &format!("{scene}: encoding CPU, a group that stands still / one that moves"),
        &ratios,
        Goal::Below(0.25),
    );
}

/// And what the conductor takes of it: with two workers it has the caller's thread for itself, a
/// single worker shares it.
fn two_workers_against_one(scene: Scene, frames: usize, path: &Path, rounds: usize) {
    let (mut speed_up, mut conductor) = (Spread::default(), Spread::default());
    for _ in 0..rounds {
        let run = |workers| {
            let before = thread_cpu();
            let seconds = scene.video(path, frames, workers).elapsed().as_secs_f64();
            (seconds, before.zip(thread_cpu()).map(|(before, after)| after - before))
        };
        let ((one, both), (two, conducting)) = (run(1), run(2));
        speed_up.push(one / two);
        if let Some((both, conducting)) = both.zip(conducting) {
            conductor.push(100.0 * conducting / (both - conducting));
        }
    }
    row(
        &format!("{scene}: speed of 2 workers / 1, {frames} frames"),
        &speed_up,
        Goal::AtLeast(1.85),
    );
    row(
        &format!("{scene}: the conductor's CPU per frame, % of a worker's, {frames} frames"),
        &conductor,
        Goal::Below(1.0),
    );
}

/// Drawing alone, what stands still kept or drawn with every frame.
fn cached_against_uncached(scene: Scene, frames: usize, rounds: usize) {
    let seconds = |keep| {
        scene.drawn(keep, |drawing| {
            // so that what is kept is there
            drawing.frame(0);
            cpu(|| {
                (1..=frames).for_each(|index| {
                    black_box(drawing.frame(index));
                })
            })
        })
    };
    let ratio = |_| Some(seconds(false)? / seconds(true)?);
    let ratios = (0..rounds).filter_map(ratio).collect();
    let goal = if scene == Scene::Dashboard { Goal::AtLeast(3.0) } else { Goal::None };
    row(&format!("{scene}: draw CPU, all anew / background kept"), &ratios, goal);
}

/// The peak of a process that makes one video with two workers, and of one that makes it at least
/// twice as long, which needs no more but what chance adds.
fn memory(scene: Scene, [few, many]: [usize; 2], most: f64, rounds: usize) {
    let (mut peak, mut growth) = (Spread::default(), Spread::default());
    // peaks differ less than times do
    for _ in 0..rounds.min(2) {
        if let Some((short, long)) = peak_of(scene, few).zip(peak_of(scene, many)) {
            peak.push(long);
            growth.push(long / short);
        }
    }
    row(
        &format!("{scene}: peak memory with 2 workers, MB, {many} frames"),
        &peak,
        Goal::Below(most),
    );
    row(&format!("{scene}: peak with {many} frames / with {few}"), &growth, Goal::Below(1.25));
}

fn peak_of(scene: Scene, frames: usize) -> Option<f64> {
    let task = format!("{scene} {frames}");
    let output = Command::new(env::current_exe().unwrap()).env(CHILD, task).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().parse().ok()
}

/// Makes a video and prints the peak of its own memory, if the system says it.
fn child(task: &str) {
    let (name, frames) = task.split_once(' ').unwrap();
    let scene = Scene::ALL.into_iter().find(|scene| scene.to_string() == name).unwrap();
    let folder = tempfile::tempdir().unwrap();
    scene.video(&folder.path().join("peak.mp4"), frames.parse().unwrap(), 2);
    peak_memory().iter().for_each(|peak| println!("{peak}"));
}

/// CPU seconds of this thread.
fn cpu(work: impl FnOnce()) -> Option<f64> {
    let before = thread_cpu()?;
    work();
    Some(thread_cpu()? - before)
}

fn machine() -> String {
    let cores = thread::available_parallelism().map_or(0, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty());
    format!("{cores} cores, load {} before", load.unwrap_or("unknown"))
}

/// What follows `--rounds` among the arguments, or 5.
fn rounds() -> usize {
    let rounds = env::args().skip_while(|argument| argument != "--rounds").nth(1);
    rounds.map_or(5, |rounds| rounds.parse().expect("--rounds needs a number"))
}
