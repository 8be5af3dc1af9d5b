//! What is refused before any work is done.

use crate::probe::{Folder, Job, Probe, job, moving, probe, probe_with};
use panim_runtime::{Encoder, Error, Render};
use std::fs;

type Probing = Render<Probe, (Job,)>;

/// The message of a render that must not begin: no row is taken, no setup run.
fn refusal(change: impl FnOnce(Probing) -> Probing) -> String {
    let folder = Folder::new();
    let render = probe_with(&folder.path("a.mp4"), |_| unreachable!("no setup"));
    let rows = std::iter::from_fn(|| -> Option<Job> { unreachable!("no rows") });
    let error = change(render).params(rows).run().unwrap_err();
    assert!(matches!(error, Error::Argument { .. }), "{error}");
    assert!(folder.names().is_empty());
    error.to_string()
}

#[test]
fn each_argument_is_checked_and_named() {
    assert!(refusal(|it| it.fps(0)).starts_with("fps: "));
    assert!(refusal(|it| it.fps(-3)).starts_with("fps: "));
    assert!(refusal(|it| it.fps((30, 0))).starts_with("fps: "));
    assert!(refusal(|it| it.fps(100_000)).starts_with("fps: "));
    assert!(refusal(|it| it.workers(0)).starts_with("workers: 0 given; allowed: 1 to 1024, or -1"));
    assert!(refusal(|it| it.workers(1025)).starts_with("workers: 1025 given"));
    assert_eq!(
        refusal(|it| it.quality(52)),
        "quality: 52 given; allowed: a whole number from 0 (best) to 51 (smallest)"
    );
    assert_eq!(refusal(|it| it.gop(0)), "gop: 0 given; allowed: 1 or more");
    assert_eq!(refusal(|it| it.in_flight(0)), "in_flight: 0 given; allowed: 1 or more");
    assert_eq!(refusal(|it| it.log_every(0)), "log_every: 0 given; allowed: 1 or more");
    assert_eq!(refusal(|it| it.dpi(0.0)), "dpi: 0 given; allowed: above 0");
    assert_eq!(refusal(|it| it.dpi(f64::NAN)), "dpi: NaN given; allowed: above 0");
}

#[test]
fn sizes_are_checked_at_the_dpi_they_will_have() {
    assert!(refusal(|it| it.size(15, 15)).starts_with("size: 15x15"));
    assert!(refusal(|it| it.size(4096, 4096)).starts_with("size: 4096x4096"));
    assert!(refusal(|it| it.size(100, 0)).starts_with("size: "));
    assert!(refusal(|it| it.size(64, 64).dpi(10.0)).starts_with("size: 6x6"));
    assert!(refusal(|it| it.size(1920, 1080).dpi(300.0)).starts_with("size: 5760x3240"));
}

#[test]
fn a_size_that_setup_asks_for_is_checked_before_any_frame() {
    let folder = Folder::new();
    for workers in [1, 3] {
        let render = probe_with(&folder.path("a.mp4"), |fig| {
            fig.set_size(20, 8);
            Ok(())
        });
        let jobs = (0..9).map(|_| job(|| unreachable!("no frame")));
        let error = render.workers(workers).params(jobs).run().unwrap_err();
        assert!(error.to_string().starts_with("size: 20x8"), "{error}");
    }
    assert!(folder.names().is_empty());
}

#[test]
fn without_frames_there_is_no_file_and_no_folder() {
    let folder = Folder::new();
    let path = folder.path("new/a.mp4");
    let error = probe(&path).params(std::iter::empty()).run().unwrap_err();
    assert!(matches!(error, Error::NoFrames));
    assert!(folder.names().is_empty());
}

#[test]
fn knobs_may_come_before_or_after_the_frames() {
    let folder = Folder::new();
    let before = probe(&folder.path("a.mp4"))
        .fps((30_000, 1001))
        .size(32, 48)
        .dpi(200.0)
        .quality(30)
        .gop(4)
        .encoder(Encoder::Cpu)
        .workers(2)
        .params(moving(9))
        .run()
        .unwrap();
    let after = probe(&folder.path("b.mp4"))
        .params(moving(9))
        .workers(2)
        .encoder(Encoder::Cpu)
        .gop(4)
        .quality(30)
        .dpi(200.0)
        .size(32, 48)
        .fps((30_000, 1001))
        .run()
        .unwrap();
    assert_eq!((before.width(), before.height(), before.frames()), (64, 96, 9));
    assert_eq!((after.width(), after.height(), after.frames()), (64, 96, 9));
    let read = |name| fs::read(folder.path(name)).unwrap();
    assert!(read("a.mp4") == read("b.mp4"));
}

#[test]
fn the_builders_size_wins_over_setups() {
    let folder = Folder::new();
    let size = |render: Probing| {
        let video = render.params(moving(2)).run().unwrap();
        (video.width(), video.height())
    };
    assert_eq!(size(probe(&folder.path("a.mp4"))), (64, 48));
    assert_eq!(size(probe(&folder.path("a.mp4")).size(128, 80)), (128, 80));
    assert_eq!(size(probe(&folder.path("a.mp4")).dpi(50.0)), (32, 24));
}

#[test]
fn parameters_that_never_end_make_no_video_but_a_still() {
    let folder = Folder::new();
    let endless =
        || probe(&folder.path("a.mp4")).params((0..).map(|i| job(move || Ok(f64::from(i)))));
    let error = endless().run().unwrap_err().to_string();
    assert!(error.starts_with("params: these never end"), "{error}");
    assert!(folder.names().is_empty());
    endless().still(5).unwrap();
    let cut = (0..).take(3).map(|i| job(move || Ok(f64::from(i))));
    assert_eq!(probe(&folder.path("b.mp4")).params(cut).run().unwrap().frames(), 3);
}

#[cfg(not(feature = "nvenc"))]
#[test]
fn a_gpu_is_not_asked_without_the_feature_and_an_error_says_how_to() {
    let folder = Folder::new();
    let video = probe(&folder.path("a.mp4")).params(moving(3)).run().unwrap();
    assert_eq!((video.encoder(), video.gpu_refusal()), ("openh264", None));
    let rows = std::iter::from_fn(|| -> Option<Job> { unreachable!("no rows") });
    let error = probe(&folder.path("b.mp4")).encoder(Encoder::Gpu).params(rows).run().unwrap_err();
    assert!(matches!(error, Error::Gpu { .. }), "{error}");
    assert!(error.to_string().ends_with("`panim = { features = [\"nvenc\"] }`"), "{error}");
    assert_eq!(folder.names(), ["a.mp4"]);
}
