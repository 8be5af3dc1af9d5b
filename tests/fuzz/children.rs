//! Seeds are tried in processes of their own, so that one that hangs, aborts or takes all memory
//! fails alone and is known.
//!
//! A child is this very test program, asked for its one test named `child`.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    ops::Range,
    process::{Child, Command, Stdio},
    sync::{Mutex, mpsc},
    thread,
    time::Duration,
};
use tempfile::NamedTempFile;

/// Says what a seed does next.
pub type Step<'a> = &'a mut dyn FnMut(&str);

/// Tries a seed, and says what is wrong.
pub type Check = fn(u64, Step<'_>) -> Result<(), String>;

/// Words of the environment: what a child is to try, and which seeds a person wants.
const JOB: &str = "PANIM_FUZZ_JOB";
const SEEDS: &str = "PANIM_FUZZ_SEEDS";

/// How long a step of a seed may take. Unoptimised code beside other tests has more.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 10 });

/// What a seed may allocate at once.
pub const MEMORY: usize = 500 << 20;

/// Failing seeds that are told in full, and letters of what is told of each.
const TOLD: usize = 10;
const LETTERS: usize = 6000;

/// Seeds that one child tries: starting a process takes as long as one or two.
const BATCH: u64 = 20;

/// Tries all seeds of the range, or those that the environment asks for. What else a child can print
/// of a seed, the job `story` does.
pub fn try_seeds(job: &str, usual: Range<u64>, story: Option<&str>) {
    let seeds = env::var(SEEDS).map_or(usual, |asked| range(&asked));
    let next = Mutex::new(seeds.start);
    let failures = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let mut batch = {
                        let mut next = next.lock().unwrap();
                        let start = *next;
                        *next = (start + BATCH).min(seeds.end);
                        start..*next
                    };
                    if batch.is_empty() {
                        break;
                    }
                    while !batch.is_empty() {
                        let (done, failed) = try_batch(job, batch.clone());
                        batch.start = done;
                        failures.lock().unwrap().extend(failed);
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap();
    failures.sort();
    let report: Vec<_> = failures
        .iter()
        .take(TOLD)
        .map(|(seed, wrong)| {
            let alone = format!("{SEEDS}={seed} cargo test -p panim-tests --test fuzz {job}");
            let story = story.map_or_else(String::new, |story| told(story, *seed));
            format!("seed {seed}: {}\n  alone: {alone}\n{}", cut(wrong), cut(&story))
        })
        .collect();
    let seeds: Vec<_> = failures.iter().map(|(seed, _)| seed).collect();
    assert!(seeds.is_empty(), "seeds {seeds:?} failed\n\n{}", report.join("\n\n"));
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{} ..", &text[..at]),
        None => text.to_owned(),
    }
}

/// `17` or `1000..2000`.
fn range(text: &str) -> Range<u64> {
    let number = |text: &str| text.trim().parse::<u64>().unwrap();
    match text.split_once("..") {
        Some((from, to)) => number(from)..number(to),
        None => number(text)..number(text) + 1,
    }
}

/// A seed and what was wrong.
type Failure = (u64, String);

/// What a child prints of a seed.
fn told(story: &str, seed: u64) -> String {
    let errors = NamedTempFile::new().unwrap();
    let mut child = start(story, &(seed..seed + 1), &errors);
    let lines = lines_of(&mut child);
    while lines.recv_timeout(PATIENCE).is_ok() {}
    child.kill().unwrap_or_default();
    child.wait().unwrap();
    fs::read_to_string(errors.path()).unwrap_or_default()
}

fn start(job: &str, seeds: &Range<u64>, errors: &NamedTempFile) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["child", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(JOB, format!("{job} {} {}", seeds.start, seeds.end))
        .stdout(Stdio::piped())
        .stderr(errors.reopen().unwrap())
        .spawn()
        .unwrap()
}

/// Tries seeds in one child, until one ends it; says with which seed to go on.
fn try_batch(job: &str, batch: Range<u64>) -> (u64, Vec<Failure>) {
    let errors = NamedTempFile::new().unwrap();
    let mut child = start(job, &batch, &errors);
    let lines = lines_of(&mut child);
    let (mut seed, mut step, mut failures) = (batch.start, String::new(), Vec::new());
    let ended = loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => match line.split_once(' ') {
                Some(("@step", name)) => step = name.to_owned(),
                Some(("@wrong", wrong)) => failures.push((seed, wrong.replace('\u{1}', "\n"))),
                Some(("@done", _)) => seed += 1,
                _ => {}
            },
            Err(mpsc::RecvTimeoutError::Timeout) => {
                break Some(format!("it takes more than {} s", PATIENCE.as_secs()));
            }
            Err(mpsc::RecvTimeoutError::Disconnected) if seed == batch.end => break None,
            Err(mpsc::RecvTimeoutError::Disconnected) => break Some("the process ends".into()),
        }
    };
    child.kill().unwrap_or_default();
    let status = child.wait().unwrap();
    if let Some(ended) = ended {
        let said = fs::read_to_string(errors.path()).unwrap_or_default();
        let tail: Vec<_> = said.lines().rev().take(5).collect();
        let tail = tail.into_iter().rev().collect::<Vec<_>>().join("\n");
        failures.push((seed, format!("{ended} in `{step}` ({status})\n{tail}")));
        seed += 1;
    }
    (seed, failures)
}

fn lines_of(child: &mut Child) -> mpsc::Receiver<String> {
    let (send, lines) = mpsc::channel();
    let said = child.stdout.take().unwrap();
    thread::spawn(move || {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                break;
            }
        }
    });
    lines
}

/// The child's side: tries what the environment says.
pub fn be_child(jobs: &[(&str, Check)]) {
    let Ok(job) = env::var(JOB) else { return };
    let mut words = job.split(' ');
    let name = words.next().unwrap();
    let check = jobs.iter().find(|(known, _)| *known == name).unwrap().1;
    let mut numbers = words.map(|word| word.parse::<u64>().unwrap());
    let seeds = numbers.next().unwrap()..numbers.next().unwrap();
    let say = |line: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", line.replace('\n', "\u{1}")).unwrap();
    };
    // what libtest has written so far does not end its line
    say(String::new());
    for seed in seeds {
        if let Err(wrong) = check(seed, &mut |step| say(format!("@step {step}"))) {
            say(format!("@wrong {wrong}"));
        }
        say(format!("@done {seed}"));
    }
}
