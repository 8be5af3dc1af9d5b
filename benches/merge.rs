//! What a video in shares costs beside its frames: planning, beginning a share, and putting together.
//!
//! ```sh
//! cargo bench -p panim-benches --bench merge                    # 20 MB, 200 MB and 2 GB, then 1000 shares
//! cargo bench -p panim-benches --bench merge -- 20 20000        # other sizes, in MB; 40 GB of disk
//! cargo bench -p panim-benches --bench merge -- 20 x1000000     # and so many tiny frames in 1000 shares
//! ```
//!
//! The frames are noise in a quality that makes large files. `merge` runs in a process of its own, whose
//! most memory and open files are looked at (Linux). The disk is the one with the target folder.

use panim::prelude::*;
use panim::{ProgressMode, Render};
use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    thread,
    time::{Duration, Instant},
};

type Done<T = ()> = Result<T, Box<dyn Error>>;

const CELLS: usize = 256;

/// A frame of noise is about so large.
const BYTES_OF_A_FRAME: usize = 640_000;

#[animation]
#[derive(Clone, Default)]
struct Noise {
    small: bool,
    image: Handle<Image>,
}

impl Noise {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let (width, height) = if self.small { (32, 32) } else { (1024, 768) };
        fig.set_size(width, height);
        let ax = fig.axes().set_axis_off(true).set_aspect("auto");
        let cells = if self.small { 1 } else { CELLS };
        let image = Image::new(vec![vec![0.0; cells]; cells]).vmin(0).vmax(1);
        self.image = ax.add(image);
    }

    #[update]
    fn update(&self, frame: &mut Frame, seed: u64) {
        if self.small {
            return;
        }
        let mut state = seed;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 40) as f64 / (1_u64 << 24) as f64
        };
        let rows = (0..CELLS).map(|_| (0..CELLS).map(|_| random()).collect::<Vec<_>>());
        frame[self.image].set_data(rows);
    }
}

fn render(
    path: &Path,
    frames: u64,
    small: bool,
) -> Render<Noise, (u64,), impl panim::ParamSource<(u64,)> + Clone> {
    let noise = Noise { small, ..Noise::default() };
    let render = noise.render_to(path).quality(0).progress(ProgressMode::Never);
    render.params(0..frames)
}

fn main() -> Done {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [task, path, frames, shares, small] = &words[..]
        && task == "merge"
    {
        return merge(Path::new(path), frames.parse()?, shares.parse()?, small == "small");
    }
    let (tiny, sizes): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.starts_with('x'));
    let sizes = sizes.iter().map(|word| word.parse()).collect::<Result<Vec<usize>, _>>()?;
    let sizes = if words.is_empty() { vec![20, 200, 2000] } else { sizes };
    let tiny = tiny.iter().map(|word| word[1..].parse()).collect::<Result<Vec<u64>, _>>()?;
    let tiny = if words.is_empty() { vec![100_000] } else { tiny };
    println!(
        "| | frames | shares | plan s | shares s | merge s | MB/s | most MB | most open files |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for megabytes in sizes {
        let frames = (megabytes * 1_000_000).div_ceil(BYTES_OF_A_FRAME) as u64;
        measure(frames.max(30), 16, false)?;
    }
    tiny.into_iter().try_for_each(|frames| measure(frames, 1000, true))
}

fn measure(frames: u64, shares: usize, small: bool) -> Done {
    let folder = Folder::new()?;
    let path = folder.0.join("noise.mp4");
    let begun = Instant::now();
    let plan = render(&path, frames, small).plan(shares)?;
    let planned = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    for share in 0..shares {
        plan.clone().shard(share)?;
    }
    let rendered = begun.elapsed().as_secs_f64();
    let kind = if small { "small" } else { "large" };
    let own = env::current_exe()?;
    let mut command = Command::new(own);
    command.arg("merge").arg(&path).args([&frames.to_string(), &shares.to_string(), kind]);
    let output = command.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let said = String::from_utf8(output.stdout)?;
    let [merged, memory, files] = said.split_whitespace().collect::<Vec<_>>()[..] else {
        return Err(format!("merge said {said}").into());
    };
    let (merged, bytes): (f64, u64) = (merged.parse()?, fs::metadata(&path)?.len());
    println!(
        "| {:.0} MB | {frames} | {shares} | {planned:.3} | {rendered:.1} | {merged:.2} | {:.0} | {memory} | {files} |",
        bytes as f64 / 1e6,
        bytes as f64 / 1e6 / merged,
    );
    Ok(())
}

/// Puts together, and says the seconds, the most megabytes and the most open files.
fn merge(path: &Path, frames: u64, shares: usize, small: bool) -> Done {
    let (ended, most) = (AtomicBool::new(false), AtomicUsize::new(0));
    let begun = Instant::now();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(SeqCst) {
                let open = fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
                most.fetch_max(open, SeqCst);
                thread::sleep(Duration::from_millis(1));
            }
        });
        let merged = render(path, frames, small).plan(shares).and_then(panim::Plan::merge);
        ended.store(true, SeqCst);
        merged
    })?;
    let seconds = begun.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most_memory = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = most_memory.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    println!("{seconds:.3} {:.0} {}", kilobytes.unwrap_or(0.0) / 1000.0, most.load(SeqCst));
    Ok(())
}

/// For gigabytes: not where temporary files may be memory.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        let own = env::current_exe()?;
        let folder = own.with_file_name("merge-bench");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
