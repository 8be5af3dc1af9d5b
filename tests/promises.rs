//! What panim promises however many workers draw.

#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use panim::prelude::*;
use std::{
    fs,
    sync::{Condvar, Mutex},
    thread,
    time::{Duration, Instant},
};
use support::{File, Wave};

/// Frames that take unequal time and touch different artists, in two axes that lie close.
#[animation]
#[derive(Default)]
struct Mixed {
    left: Handle<Axes>,
    lines: Vec<Handle<Line>>,
    note: Handle<Text>,
}

impl Mixed {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(320, 200);
        let mut axes = fig.subplots(1, 2);
        for ax in axes.iter_mut() {
            ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).legend();
            for i in 0..2 {
                let line = Line::new([0.0, 1.0], [0.2 * f64::from(i), 0.9]).width(6.0);
                self.lines.push(ax.add(line.label(format!("line {i}"))));
            }
        }
        self.left = axes[(0, 0)].handle();
        self.note = axes[(0, 1)].add(Text::new((0.5, 0.5), "note").size(20.0));
    }

    #[update]
    fn update(&self, frame: &mut Frame, height: f64) {
        let index = frame.index();
        thread::sleep(Duration::from_micros((index * 7919 % 23 * 100) as u64));
        // the lower of two lines in one frame, the upper in the next; now and then all of an axes
        frame[self.lines[index % 4]].set_y([height, 1.0 - height]);
        if index.is_multiple_of(5) {
            frame[self.left].set_xlim(-height, 1.0).set_title(format!("{height:.2}"));
        }
        if index.is_multiple_of(3) {
            frame[self.note].set_position((0.5 - height, 0.5));
        }
    }
}

fn heights() -> impl Iterator<Item = f64> {
    (0..100).map(|i| f64::from(i % 37) / 37.0)
}

#[test]
fn the_bytes_do_not_depend_on_the_workers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let mut files: [Option<Vec<u8>>; 2] = [None, None];
    for workers in [1, 2, 3, 8, 16] {
        Mixed::render(&path).workers(workers).params(heights()).run().unwrap();
        let mixed = fs::read(&path).unwrap();
        assert!(*files[0].get_or_insert_with(|| mixed.clone()) == mixed, "{workers} workers");
        Wave::render(&path).workers(workers).sweep(0.0..6.0, 61).run().unwrap();
        let wave = fs::read(&path).unwrap();
        assert!(*files[1].get_or_insert_with(|| wave.clone()) == wave, "{workers} workers");
    }
}

#[test]
fn setup_anew_or_background_anew_gives_the_same_pixels() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let render = || Mixed::render(&path).workers(2).params(heights());
    render().run().unwrap();
    let usual = fs::read(&path).unwrap();
    render().reuse(false).run().unwrap();
    assert!(fs::read(&path).unwrap() == usual, "without reuse");
    render().cache_background(false).run().unwrap();
    assert!(fs::read(&path).unwrap() == usual, "without kept backgrounds");
    for i in [0, 1, 15, 99] {
        let (kept, anew) =
            (render().still(i), render().reuse(false).cache_background(false).still(i));
        assert!(kept.unwrap() == anew.unwrap(), "still {i}");
    }
}

/// Opens when enough are waiting; gives up after a while.
struct Gate {
    waiting: Mutex<usize>,
    arrived: Condvar,
}

static GATE: Gate = Gate { waiting: Mutex::new(0), arrived: Condvar::new() };

impl Gate {
    fn wait_for(&self, all: usize) -> Result<(), String> {
        let until = Instant::now() + Duration::from_secs(20);
        let mut waiting = self.waiting.lock().unwrap();
        *waiting += 1;
        self.arrived.notify_all();
        while *waiting < all {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(format!("only {} of {all} draw at once", *waiting));
            }
            waiting = self.arrived.wait_timeout(waiting, left).unwrap().0;
        }
        Ok(())
    }
}

#[animation]
#[derive(Default)]
struct Together;

impl Together {
    #[update]
    fn update(&self, _frame: &mut Frame) -> Result<(), String> {
        // the first sixteen updates meet; the rest finds the gate open
        GATE.wait_for(16)
    }
}

#[test]
fn sixteen_workers_draw_sixty_frames_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    Together::render(&path).size(32, 32).workers(16).frames(60).run().unwrap();
}

/// Limits, colours and bins that setup leaves open. Frame 0 takes longest.
#[animation]
#[derive(Default)]
struct Open {
    image: Handle<Image>,
    dots: Handle<Scatter>,
    bins: Handle<Histogram>,
}

impl Open {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(320, 120);
        let mut axes = fig.subplots(1, 3);
        self.image = axes[(0, 0)].add(Image::new([[0.0; 8]; 8]));
        self.dots =
            axes[(0, 1)].add(Scatter::new([0.0; 0], [0.0; 0]).values([0.0; 0]).label("dots"));
        axes[(0, 1)].legend();
        self.bins = axes[(0, 2)].add(Histogram::new([0.0; 0]));
        fig.colorbar(self.image);
    }

    #[update]
    fn update(&self, frame: &mut Frame, height: f64) -> Result<(), String> {
        thread::sleep(Duration::from_millis(if frame.index() == 0 { 30 } else { 0 }));
        if height.is_nan() {
            return Err("no height".into());
        }
        if height.is_infinite() {
            std::panic::resume_unwind(Box::new("no height"));
        }
        let x = linspace(height, 5.0 + height, 30);
        frame[self.image].set_data((0..8).map(|y| x.iter().take(8).map(move |x| x * f64::from(y))));
        frame[self.dots].set_data(&x, x.iter().map(|x| x * x)).set_values(&x);
        frame[self.bins].set_data(x.iter().map(|x| x.sqrt()));
        Ok(())
    }
}

#[test]
fn what_setup_leaves_open_is_the_same_for_every_worker() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let heights = |frames: u8| (0..frames).map(|i| 1.0 + f64::from(i % 17) / 17.0);
    for frames in [1, 3, 33] {
        let render = || Open::render(&path).gop(10).params(heights(frames));
        render().workers(1).run().unwrap();
        let one = fs::read(&path).unwrap();
        let pictures = File::read(&path).decode();
        for i in [0, usize::from(frames) / 2, usize::from(frames) - 1] {
            let still = render().still(i).unwrap();
            assert!(pictures[i].psnr_y(&still) > 30.0, "still {i} of {frames}");
            let anew = render().reuse(false).cache_background(false).still(i).unwrap();
            assert!(anew == still, "still {i} of {frames} anew");
        }
        for workers in [2, 3, 8] {
            render().workers(workers).run().unwrap();
            assert!(fs::read(&path).unwrap() == one, "{frames} frames, {workers} workers");
            render().workers(workers).reuse(false).run().unwrap();
            assert!(fs::read(&path).unwrap() == one, "{frames} frames, without reuse");
            render().workers(workers).cache_background(false).run().unwrap();
            assert!(fs::read(&path).unwrap() == one, "{frames} frames, no kept backgrounds");
        }
    }
}

#[test]
fn a_first_frame_that_fails_is_what_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    for (first, said) in
        [(f64::NAN, "frame 0 failed: no height"), (f64::INFINITY, "frame 0 panicked: no height")]
    {
        for workers in [1, 2, 8] {
            let heights = [first].into_iter().chain((0..40).map(f64::from));
            let error = Open::render(&path).workers(workers).params(heights).run().err().unwrap();
            assert_eq!(error.to_string(), said, "{workers} workers");
            assert!(!path.exists());
        }
        let error = Open::render(&path).params([first, 1.0, 2.0]).still(2).err().unwrap();
        assert_eq!(error.to_string(), said);
    }
    // a later one fails as ever
    let heights = (0..40).map(|i| if i == 7 { f64::NAN } else { 1.0 });
    let error = Open::render(&path).workers(8).params(heights).run().err().unwrap();
    assert_eq!(error.to_string(), "frame 7 failed: no height");
}

#[test]
fn whoever_waits_for_the_first_frame_leaves_when_a_render_ends() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    // the parameters end with an error while frame 0 is drawn
    let rows = "height\n1\n2\n3\n4\n5\nx\n".as_bytes();
    let error = Open::render(&path).workers(8).gop(2).params_csv(rows).run().err().unwrap();
    assert!(error.to_string().contains("line 7"), "{error}");
    // or are cancelled
    let error = Open::render(&path)
        .workers(8)
        .gop(2)
        .params((0..60).map(f64::from))
        .on_progress(|_| std::ops::ControlFlow::Break(()))
        .run()
        .err()
        .unwrap();
    assert!(matches!(error, panim::Error::Cancelled { .. }), "{error}");
}

/// What setup knows nothing of: an artist that each frame adds, and one that each frame colours.
#[animation]
#[derive(Clone, Default)]
struct Late {
    axes: Handle<Axes>,
    arrows: Handle<Quiver>,
    /// Whether the first frame says anything.
    is_said: bool,
}

impl Late {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(160, 120);
        let ax = fig.axes().set_xlim(0, 9).set_ylim(0, 30);
        self.arrows = ax.add(Quiver::new(0..9, 0..9, [1; 9], [1; 9]).color("C1"));
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, height: f64) {
        let i = frame.index();
        thread::sleep(Duration::from_millis(if i == 0 { 30 } else { 0 }));
        if i % 3 == 1 {
            frame[self.axes].add(Line::new([0, 9], [0, i]));
        }
        if self.is_said || i % 2 == 1 {
            let values: Vec<f64> = (0..9).map(|x| height * f64::from(x)).collect();
            frame[self.arrows].set_values(&values);
            frame[self.axes].add(Scatter::new(0..9, &values).values(&values));
        }
    }
}

#[test]
fn what_updates_add_and_color_is_the_same_for_every_worker() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    for is_said in [true, false] {
        let late = Late { is_said, ..Late::default() };
        let heights = |frames: u8| (0..frames).map(|i| 1.0 + f64::from(i % 7) / 3.0);
        let render = || late.clone().render_to(&path).gop(5).params(heights(17));
        render().workers(1).run().unwrap();
        let one = fs::read(&path).unwrap();
        let pictures = File::read(&path).decode();
        for i in [0, 7, 16] {
            let still = render().still(i).unwrap();
            assert!(pictures[i].psnr_y(&still) > 25.0, "still {i}");
            let anew = render().reuse(false).cache_background(false).still(i).unwrap();
            assert!(anew == still, "still {i} anew");
        }
        for workers in [2, 5] {
            render().workers(workers).run().unwrap();
            assert!(fs::read(&path).unwrap() == one, "{workers} workers");
            render().workers(workers).reuse(false).run().unwrap();
            assert!(fs::read(&path).unwrap() == one, "{workers} workers, without reuse");
            render().workers(workers).cache_background(false).run().unwrap();
            assert!(fs::read(&path).unwrap() == one, "{workers} workers, no kept backgrounds");
        }
    }
}

#[test]
fn what_a_frame_draws_within_its_update_waits_for_no_other() {
    #[animation]
    #[derive(Clone, Default)]
    struct Within {
        axes: Handle<Axes>,
    }

    impl Within {
        #[setup]
        fn setup(&mut self, fig: &mut Figure) {
            fig.set_size(160, 120);
            self.axes = fig.axes().set_xlim(0, 9).set_ylim(0, 9).handle();
        }

        #[update]
        fn update(&self, frame: &mut Frame, height: f64) {
            frame[self.axes]
                .add(Scatter::new(0..9, 0..9).values((0..9).map(|x| height * f64::from(x))));
            if frame.index() % 3 != 0 {
                frame.bitmap_area();
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let render = |workers: usize| {
        let heights = (0..17_u8).map(|i| 1.0 + f64::from(i));
        Within::render(&path).gop(5).params(heights).workers(workers).run().unwrap();
        fs::read(&path).unwrap()
    };
    let one = render(1);
    for workers in [2, 5] {
        assert!(render(workers) == one, "{workers} workers");
    }
}
