//! A render in a process of its own, because libraries are loaded once in a process.
//!
//! The process is this very test program, asked for its one test named `child`.

use super::{
    library,
    scenes::{Faulty, Once, Phase, Scene},
    support::Wave,
};
use panim::{Encoder, Preset};
use std::{
    env, fmt,
    fs::{self, File},
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

/// Words of the environment. The first has a [`Job`]; the others are the stand-in's.
const JOB: &str = "PANIM_NVENC_JOB";
const STAND_IN: &str = "PANIM_NVENC_STAND_IN";
const LOG: &str = "PANIM_NVENC_STAND_IN_LOG";

/// What marks a line as a fact in what the child prints.
const FACT: &str = "fact ";

/// Longer than any of these renders takes.
const PATIENCE: Duration = Duration::from_secs(120);

/// What to render, and with which driver.
#[derive(Clone)]
pub struct Job {
    pub scene: Scene,
    /// What the stand-in is to be; none: there is no driver.
    pub driver: Option<&'static str>,
    /// Whether the driver has CUDA and nothing else.
    pub cuda_alone: bool,
    pub encoder: Encoder,
    pub workers: i32,
    pub size: (u32, u32),
    pub frames: u32,
    pub gop: usize,
    pub quality: u8,
    pub preset: Option<Preset>,
    /// Frames written after which to cancel.
    pub cancel: Option<usize>,
    /// What is where the video is to be.
    pub before: Option<&'static str>,
}

impl Default for Job {
    fn default() -> Self {
        Self {
            scene: Scene::Wave,
            driver: Some("works"),
            cuda_alone: false,
            encoder: Encoder::Auto,
            workers: 3,
            size: (320, 240),
            frames: 100,
            gop: 30,
            quality: 22,
            preset: None,
            cancel: None,
            before: None,
        }
    }
}

/// The presets, in order.
pub const PRESETS: [Preset; 7] =
    [Preset::P1, Preset::P2, Preset::P3, Preset::P4, Preset::P5, Preset::P6, Preset::P7];

/// The phase of a frame of [`Wave`].
pub fn phases(frames: u32) -> impl Iterator<Item = f64> {
    (0..frames).map(|frame| f64::from(frame) / 9.0)
}

impl Job {
    /// Renders in a child.
    pub fn run(&self) -> Done {
        let folder = tempfile::tempdir().unwrap();
        let [video, said, log] =
            ["videos/wave.mp4", "said", "log"].map(|name| folder.path().join(name));
        fs::create_dir(folder.path().join("videos")).unwrap();
        if let Some(before) = self.before {
            fs::write(&video, before).unwrap();
        }
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["child", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
            .env(JOB, self.words(&video))
            .env(LOG, &log)
            .stdout(File::create(&said).unwrap())
            .stderr(File::create(folder.path().join("errors")).unwrap());
        if let Some(words) = self.driver {
            let system = env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
            let ours = if self.cuda_alone { library::cuda_alone() } else { library::folder() };
            let paths = [ours.to_owned()].into_iter().chain(env::split_paths(&system));
            command.env(STAND_IN, words).env("LD_LIBRARY_PATH", env::join_paths(paths).unwrap());
        }
        wait(command);
        let errors = fs::read_to_string(folder.path().join("errors")).unwrap();
        let facts = fs::read_to_string(&said).unwrap();
        assert!(facts.contains("1 passed"), "{facts}\n{errors}");
        let facts = facts.lines().filter_map(|line| line.strip_prefix(FACT)).map(str::to_owned);
        let log = fs::read_to_string(log).unwrap_or_default();
        Done {
            facts: facts.collect(),
            log: log.lines().map(str::to_owned).collect(),
            video,
            folder,
        }
    }

    fn words(&self, video: &Path) -> String {
        let number = |preset: Preset| PRESETS.iter().position(|&other| other == preset).unwrap();
        let encoder = match self.encoder {
            Encoder::Cpu => "cpu",
            Encoder::Gpu => "gpu",
            _ => "auto",
        };
        let numbers = [
            self.scene as i64,
            self.workers.into(),
            self.size.0.into(),
            self.size.1.into(),
            self.frames.into(),
            self.gop as i64,
            self.quality.into(),
            self.preset.map_or(-1, |preset| number(preset) as i64),
            self.cancel.map_or(-1, |frames| frames as i64),
        ];
        let numbers = numbers.map(|number| number.to_string()).join(" ");
        format!("{encoder} {numbers} {}", video.display())
    }
}

fn wait(mut command: Command) {
    let mut child = command.spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("the child does not come to an end");
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// What came of a job.
pub struct Done {
    facts: Vec<String>,
    /// What happened to the stand-in.
    pub log: Vec<String>,
    pub video: PathBuf,
    folder: TempDir,
}

impl Done {
    /// What the child says of something; there must be one line of it.
    pub fn fact(&self, name: &str) -> &str {
        let facts = self.facts(name);
        let [fact] = facts[..] else { panic!("{} lines of {name}: {self}", facts.len()) };
        fact
    }

    pub fn facts(&self, name: &str) -> Vec<&str> {
        self.facts.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect()
    }

    /// How many lines of the stand-in's log begin so.
    pub fn count(&self, start: &str) -> usize {
        self.log.iter().filter(|line| line.starts_with(start)).count()
    }

    /// How many sessions were open at most.
    pub fn most_open(&self) -> usize {
        let open = |line: &String| line.strip_suffix(" open")?.rsplit(' ').next()?.parse().ok();
        self.log.iter().filter_map(open).max().unwrap_or(0)
    }

    /// The stand-in was used as its real counterpart wants it, and everything was given back.
    pub fn assert_clean(&self) {
        assert_eq!(self.count("misuse"), 0, "{self}");
        assert_eq!(self.count("open"), self.count("close"), "{self}");
        assert_eq!(self.count("refused"), self.count("gone"), "{self}");
    }

    /// Only the video, or what was in its place, is where it belongs.
    pub fn assert_only_the_video(&self, there: bool) {
        let files = fs::read_dir(self.folder.path().join("videos")).unwrap();
        let files: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        assert_eq!(files.len(), usize::from(there), "{files:?}");
        assert_eq!(self.video.exists(), there);
    }
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.facts.join("\n"), self.log.join("\n"))
    }
}

fn fact(name: &str, value: impl fmt::Display) {
    println!("{FACT}{name}: {}", value.to_string().replace('\n', "\\n"));
}

/// The child's whole life.
pub fn live() {
    let Ok(words) = env::var(JOB) else { return };
    let words: Vec<&str> = words.splitn(11, ' ').collect();
    let encoder = match words[0] {
        "cpu" => Encoder::Cpu,
        "gpu" => Encoder::Gpu,
        _ => Encoder::Auto,
    };
    let numbers: Vec<i64> = words[1..10].iter().map(|word| word.parse().unwrap()).collect();
    let [scene, workers, width, height, frames, gop, quality, preset, cancel] = numbers[..] else {
        panic!("{words:?}")
    };

    // the line that the test harness began
    println!();
    let reasons = Reasons::default();
    tracing::subscriber::set_global_default(reasons.clone()).unwrap();
    let [taken, written] = [(); 2].map(|()| Arc::new(AtomicUsize::new(0)));
    // an iterator that can be walked through once
    let count = taken.clone();
    let once = phases(frames as u32).inspect(move |_| _ = count.fetch_add(1, Ordering::Relaxed));
    let seen = written.clone();
    macro_rules! run {
        ($scene:ident, $params:expr) => {{
            let mut render = $scene::render(words[10])
                .workers(workers as i32)
                .size(width as u32, height as u32)
                .fps((30_000, 1001))
                .gop(gop as usize)
                .quality(quality as u8)
                .encoder(encoder)
                .on_progress(move |progress| {
                    seen.store(progress.written(), Ordering::Relaxed);
                    if progress.written() as i64 == cancel {
                        ControlFlow::Break(())
                    } else {
                        ControlFlow::Continue(())
                    }
                });
            if let Ok(preset) = usize::try_from(preset) {
                render = render.preset(PRESETS[preset]);
            }
            render.params($params).run()
        }};
    }
    let ended = match scene {
        scene if scene == Scene::Once as i64 => run!(Once, once.map(Phase)),
        scene if scene == Scene::Faulty as i64 => run!(Faulty, once),
        _ => run!(Wave, once),
    };
    match ended {
        Ok(video) => {
            fact("video", &video);
            fact("encoder", video.encoder());
            fact("frames", video.frames());
            if let Some(refusal) = video.gpu_refusal() {
                fact("refusal", refusal);
            }
        }
        Err(error) => fact("error", error),
    }
    fact("taken", taken.load(Ordering::Relaxed));
    fact("written", written.load(Ordering::Relaxed));
    fact("faulty updates", Faulty::updates());
    for reason in reasons.0.lock().unwrap().iter() {
        fact("logged", reason);
    }
    let loaded = fs::read_to_string("/proc/self/maps").unwrap();
    fact("driver", if loaded.contains("libcuda.so") { "loaded" } else { "not loaded" });
}

/// Writes down why the GPU is not used, each time that it is logged.
#[derive(Clone, Default)]
struct Reasons(Arc<Mutex<Vec<String>>>);

impl Visit for Reasons {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "why" {
            self.0.lock().unwrap().push(value.to_owned());
        }
    }
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.record_str(field, &format!("{value:?}"));
    }
}

impl Subscriber for Reasons {
    fn enabled(&self, of: &Metadata<'_>) -> bool {
        of.is_event()
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}
