//! How the dashboard scales: the same frames on 1, 2, 4, .. workers, with figures used again and
//! with a new one for each frame. Writes a table, and a graph of it, and says how many workers the
//! conductor could feed: the thread that sends the work and writes the file.
//!
//! `cargo run --release --example scaling -- --length 60 --max-workers 8`

#[path = "dashboard.rs"]
#[allow(dead_code)] // its `main`
mod dashboard;

use clap::Parser;
use dashboard::Dashboard;
use panim::{HAlign, Legend, Loc, ProgressMode, Result, prelude::*};
use std::{env, fmt::Write, fs, process, thread, time::Duration};

/// How often everything is measured; the fastest counts, since what disturbs only makes slower.
const ROUNDS: usize = 2;

/// Frames that one worker encodes in a row: so few that there is something to encode for everyone.
const GOP: usize = 3;

/// One video, and what it took.
#[derive(Clone, Copy)]
struct Run {
    reuse: bool,
    workers: usize,
    elapsed: Duration,
    /// CPU seconds of the thread that called `.run()`: the conductor, and a single worker as well.
    caller: Option<f64>,
}

impl Run {
    fn measure(reuse: bool, workers: usize, frames: usize) -> Result<Self> {
        let path = env::temp_dir().join(format!("scaling-{}.mp4", process::id()));
        let before = thread_cpu();
        let video = Dashboard::render(&path)
            .reuse(reuse)
            .workers(workers)
            .gop(GOP)
            .progress(ProgressMode::Never)
            .params(0..frames)
            .run()?;
        let caller = before.zip(thread_cpu()).map(|(before, after)| after - before);
        fs::remove_file(path)?;
        Ok(Self { reuse, workers, elapsed: video.elapsed(), caller })
    }
}

/// CPU seconds that this thread has taken so far, on systems that say so: Linux does.
fn thread_cpu() -> Option<f64> {
    // the system counts what a thread has taken when it pauses
    thread::sleep(Duration::from_millis(1));
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds * 1e-9)
}

/// Of either kind, the fastest run with each number of workers. Its picture is an animation of one frame.
#[animation]
#[derive(Clone, Default)]
struct Scaling {
    cores: usize,
    frames: usize,
    reused: Vec<Run>,
    anew: Vec<Run>,
}

impl Scaling {
    fn measure(cores: usize, frames: usize, most: usize) -> Result<Self> {
        let (mut reused, mut anew) = (Vec::new(), Vec::new());
        // all of one round, then the next: what disturbs for a while disturbs all alike
        for _ in 0..ROUNDS {
            for workers in worker_counts(most) {
                reused.push(Run::measure(true, workers, frames)?);
                anew.push(Run::measure(false, workers, frames)?);
            }
        }
        Ok(Self { cores, frames, reused: fastest(reused), anew: fastest(anew) })
    }

    /// Every run, and how many times faster it was than one worker of its kind.
    fn speed_ups(&self) -> impl Iterator<Item = (&Run, f64)> {
        self.reused
            .iter()
            .zip(speed_ups(&self.reused))
            .chain(self.anew.iter().zip(speed_ups(&self.anew)))
    }

    /// CPU milliseconds that a frame takes of a worker, and of the conductor: rather too many, since
    /// each frame bears its part of opening and closing the file.
    fn cpu_per_frame(&self) -> Option<(f64, f64)> {
        let of = |run: &Run| run.caller.map(|seconds| 1e3 * seconds / self.frames as f64);
        // one worker is on the conductor's own thread, two are not
        let (both, conductor) = (of(&self.reused[0])?, of(&self.reused[1])?);
        Some((both - conductor, conductor))
    }

    fn table(&self) -> String {
        let mut table = String::from("figures     workers  seconds  speed-up  efficiency\n");
        for (run, speed_up) in self.speed_ups() {
            let kind = if run.reuse { "used again" } else { "made anew" };
            let (workers, seconds) = (run.workers, run.elapsed.as_secs_f64());
            let efficiency = 100.0 * speed_up / workers as f64;
            let _ = writeln!(
                table,
                "{kind:<10}  {workers:>7}  {seconds:>7.2}  {speed_up:>8.2}  {efficiency:>8.0} %"
            );
        }
        table
    }

    /// What the conductor takes, and how many workers it could feed: with more, it would be what
    /// the others wait for.
    fn verdict(&self) -> String {
        let Some((worker, conductor)) = self.cpu_per_frame() else {
            return "this system does not say what the conductor takes".into();
        };
        let (share, most) = (100.0 * conductor / worker, worker / conductor);
        format!("the conductor takes {share:.2} % of a worker's CPU: enough for {most:.0} workers")
    }

    fn csv(&self) -> String {
        let mut csv = String::from("reuse,workers,seconds,speed_up\n");
        for (Run { reuse, workers, elapsed, .. }, speed_up) in self.speed_ups() {
            let seconds = elapsed.as_secs_f64();
            let _ = writeln!(csv, "{reuse},{workers},{seconds:.4},{speed_up:.3}");
        }
        csv
    }

    fn json(&self) -> String {
        let run = |(Run { reuse, workers, elapsed, .. }, speed_up): (&Run, f64)| {
            let seconds = elapsed.as_secs_f64();
            format!(
                r#"    {{"reuse": {reuse}, "workers": {workers}, "seconds": {seconds:.4}, "speed_up": {speed_up:.3}}}"#
            )
        };
        let runs: Vec<String> = self.speed_ups().map(run).collect();
        let cpu = self.cpu_per_frame().map_or("null".into(), |(worker, conductor)| {
            format!(r#"{{"worker": {worker:.4}, "conductor": {conductor:.4}}}"#)
        });
        format!(
            r#"{{
  "cores": {},
  "frames": {},
  "cpu_ms_per_frame": {cpu},
  "runs": [
{}
  ]
}}
"#,
            self.cores,
            self.frames,
            runs.join(",\n")
        )
    }

    /// Speed-up against workers.
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let counts = self.reused.iter().map(|run| run.workers as f64);
        let most = counts.clone().fold(1.0, f64::max);
        let ax = fig.axes();
        ax.set_title(format!("The dashboard, {} frames on {} cores", self.frames, self.cores));
        ax.set_xlabel("workers").set_ylabel("speed-up").set_grid(true);
        ax.set_xscale("log").set_xlim(0.8, 1.25 * most);
        ax.set_yscale("log").set_ylim(0.7, 1.25 * most).set_minor_ticks(false);
        let labels = counts.clone().map(|workers| workers.to_string());
        ax.set_xticks(counts.clone()).set_xticklabels(labels.clone());
        ax.set_yticks(counts).set_yticklabels(labels);

        ax.add(Line::new([1.0, most], [1.0, most]).style("--").color("gray").label("ideal"));
        for (runs, marker, label) in [
            (&self.reused, 'o', "figures used again"),
            (&self.anew, 's', "a new figure for each frame"),
        ] {
            let workers = runs.iter().map(|run| run.workers as f64);
            ax.add(Line::new(workers, speed_ups(runs)).marker(marker).label(label));
        }
        ax.set_legend(Legend::new().loc(Loc::UpperLeft));
        ax.add(Text::new(At::Axes(0.97, 0.03), self.verdict()).halign(HAlign::Right).size(9.0));
    }

    #[update]
    fn update(&self, _: &mut Frame) {}
}

/// How many times faster each is than the first.
fn speed_ups(runs: &[Run]) -> impl Iterator<Item = f64> {
    runs.iter().map(|run| runs[0].elapsed.as_secs_f64() / run.elapsed.as_secs_f64())
}

/// 1, 2, 4, .. and the most, which is at least 2.
fn worker_counts(most: usize) -> Vec<usize> {
    let doubled = (0..).map(|k| 1 << k).take_while(|&workers| workers < most);
    doubled.chain([most]).collect()
}

fn fastest(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by_key(|run| (run.workers, run.elapsed));
    runs.dedup_by_key(|run| run.workers);
    runs
}

/// Measures how the dashboard scales with the workers, and draws it.
#[derive(Parser)]
struct Options {
    /// Frames of each video that is measured; default: as many as keep all workers busy
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    length: Option<u32>,
    /// Workers at most; default: one for each core, and at least 2
    #[arg(long, value_parser = clap::value_parser!(u16).range(2..=1024))]
    max_workers: Option<u16>,
    #[command(flatten)]
    panim: panim::cli::Args,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let cores = thread::available_parallelism()?.get();
    let most = options.max_workers.map_or(cores.max(2), usize::from);
    let frames = options.length.map_or(12.max(2 * most), |length| length as usize);
    let scaling = Scaling::measure(cores, frames, most)?;
    println!("{}{}", scaling.table(), scaling.verdict());
    fs::write("scaling.csv", scaling.csv())?;
    fs::write("scaling.json", scaling.json())?;
    scaling.render_to("scaling.png").frames(1).main_with(options.panim)
}
