//! An animation to test with: each frame's parameter is the code that makes the frame.

use panim_figure::{Figure, Frame, Handle, Line};
use panim_runtime::{
    BoxError, ProgressMode, Render,
    macro_support::{Glue, Start, render},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// Says at what height a frame's line is, or fails.
pub(crate) type Job = Box<dyn FnOnce() -> Result<f64, BoxError> + Send>;
type Setup = Arc<dyn Fn(&mut Figure) -> Result<(), BoxError> + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Probe {
    line: Handle<Line>,
    setup: Setup,
}

/// A render of a small figure with one line in it.
pub(crate) fn probe(path: &Path) -> Render<Probe, (Job,)> {
    probe_with(path, |_| Ok(()))
}

/// The same, with something more to do in setup.
pub(crate) fn probe_with(
    path: &Path,
    setup: impl Fn(&mut Figure) -> Result<(), BoxError> + Send + Sync + 'static,
) -> Render<Probe, (Job,)> {
    let value = Probe { line: Handle::default(), setup: Arc::new(setup) };
    let glue = Glue {
        names: &["job"],
        setup: Probe::set_up,
        update: Probe::update,
        clone: None,
        show: |_| Vec::new(),
        hash: |_, _| (),
    };
    render(path, Start::clone_of(value, Probe::clone), glue).progress(ProgressMode::Never)
}

impl Probe {
    fn set_up(&mut self, fig: &mut Figure) -> Result<(), BoxError> {
        fig.set_size(64, 48);
        (self.setup)(fig)?;
        let ax = fig.axes();
        ax.set_ylim(0.0, 1.0);
        self.line = ax.add(Line::new([0.0, 1.0], [0.0, 0.0]));
        Ok(())
    }

    fn update(&self, frame: &mut Frame<'_>, (job,): (Job,)) -> Result<(), BoxError> {
        let height = job()?;
        frame[self.line].set_y([height, 1.0 - height]);
        Ok(())
    }
}

pub(crate) fn job(work: impl FnOnce() -> Result<f64, BoxError> + Send + 'static) -> Job {
    Box::new(work)
}

/// Jobs that draw something else in each frame.
pub(crate) fn moving(frames: usize) -> impl ExactSizeIterator<Item = Job> + Clone {
    (0..frames).map(|frame| job(move || Ok(height(frame))))
}

/// Jobs that draw the same as in the frame before now and then, for one frame or for several.
pub(crate) fn pausing(frames: usize) -> impl ExactSizeIterator<Item = Job> + Clone {
    let shown = |frame: usize| frame - [0, 0, 1, 2, 0, 1, 0][frame % 7];
    (0..frames).map(move |frame| job(move || Ok(height(shown(frame)))))
}

pub(crate) fn height(frame: usize) -> f64 {
    (frame * 37 % 100) as f64 / 100.0
}

/// A panic that writes nothing to standard error.
pub(crate) fn silent_panic(message: &'static str) -> ! {
    std::panic::resume_unwind(Box::new(message))
}

/// A folder that goes when the test ends, and the path of a video in it.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// All files in it.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}
