//! Videos that are rendered in shares.

use crate::probe::{Folder, Job, Probe, height, job, moving, probe, probe_with};
use panim_figure::Line;
use panim_runtime::{Error, ParamSource, Plan, Render, ShareState};
use std::{
    fs,
    ops::Range,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

const FRAMES: usize = 47;

fn render(path: &Path) -> Render<Probe, (Job,)> {
    probe(path).gop(5).workers(2)
}

/// Moving frames, counted as they are drawn, of which one fails.
fn counted(fails: usize) -> (impl ExactSizeIterator<Item = Job> + Clone, Arc<AtomicUsize>) {
    let drawn = Arc::new(AtomicUsize::new(0));
    let count = drawn.clone();
    let jobs = (0..FRAMES).map(move |frame| {
        let count = count.clone();
        job(move || {
            count.fetch_add(1, SeqCst);
            if frame == fails { Err("broken".into()) } else { Ok(height(frame)) }
        })
    });
    (jobs, drawn)
}

fn shard<S>(plan: &Plan<Probe, (Job,), S>, shares: Range<usize>)
where
    S: ParamSource<(Job,)> + Clone,
{
    for share in shares {
        plan.clone().shard(share).unwrap();
    }
}

fn undisturbed(folder: &Folder, ending: &str) -> Vec<u8> {
    let path = folder.path(&format!("whole.{ending}"));
    render(&path).params(moving(FRAMES)).run().unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(path).unwrap();
    bytes
}

#[test]
fn any_number_of_shares_makes_the_file_of_one_process() {
    for ending in ["mp4", "gif", "png"] {
        let folder = Folder::new();
        let whole = undisturbed(&folder, ending);
        let path = folder.path(&format!("a.{ending}"));
        for shares in [1, 2, 3, 7, 25] {
            let (jobs, drawn) = counted(FRAMES);
            let plan = render(&path).params(jobs).plan(shares).unwrap();
            assert_eq!((plan.shares(), plan.frames()), (shares, FRAMES));
            for share in (0..shares).rev() {
                let rendered = plan.clone().shard(share).unwrap();
                assert_eq!(rendered.number(), share);
            }
            assert!(!path.exists());
            let video = plan.merge().unwrap();
            assert_eq!((video.frames(), video.width(), video.height()), (FRAMES, 64, 48));
            assert_eq!(fs::read(&path).unwrap(), whole, "{ending} in {shares}");
            assert_eq!(drawn.load(SeqCst), FRAMES);
            fs::remove_file(&path).unwrap();
            assert!(folder.names().is_empty(), "{:?}", folder.names());
        }
    }
}

#[test]
fn a_sequence_is_shared_out_too() {
    let folder = Folder::new();
    let plan = render(&folder.path("a-%02d.png")).params(moving(12)).plan(2).unwrap();
    shard(&plan, 0..2);
    plan.merge().unwrap();
    let mut names = folder.names();
    names.sort();
    assert_eq!((names.len(), &names[11][..]), (12, "a-11.png"));
}

#[test]
fn what_frame_0_settles_is_the_same_in_every_share() {
    let folder = Folder::new();
    let [whole, path] = ["whole.mp4", "a.mp4"].map(|name| folder.path(name));
    let render = |path: &Path| {
        probe_with(path, |fig| {
            fig.axes().add(Line::empty());
            Ok(())
        })
        .gop(5)
    };
    render(&whole).params(moving(FRAMES)).run().unwrap();
    let plan = render(&path).params(moving(FRAMES)).plan(4).unwrap();
    shard(&plan, 0..4);
    plan.merge().unwrap();
    assert_eq!(fs::read(path).unwrap(), fs::read(whole).unwrap());
}

fn missing<S: ParamSource<(Job,)>>(plan: Plan<Probe, (Job,), S>) -> (String, Vec<String>) {
    match plan.merge() {
        Err(Error::Missing { shares, failed, .. }) => (shares, failed),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_missing_is_listed_and_a_failing_frame_is_named() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let (jobs, _) = counted(33);
    let plan = render(&path).params(jobs).plan(9).unwrap();
    assert_eq!(missing(plan.clone()).0, "0-8");
    for share in [0, 1, 2, 4, 6] {
        let rendered = plan.clone().shard(share);
        assert_eq!(rendered.is_err(), share == 6);
    }
    let failed = vec!["share 6: frame 33 failed: broken".to_owned()];
    assert_eq!(missing(plan.clone()), ("3,5-8".into(), failed));
    let status = plan.status().unwrap();
    let states: Vec<_> = status.iter().map(|it| it.state()).collect();
    use ShareState::{Done, Failed, Waiting};
    assert_eq!(states, [Done, Done, Done, Waiting, Done, Waiting, Failed, Waiting, Waiting]);
    assert_eq!((status[0].finished(), status[0].frames(), status[6].finished()), (5, 5, 0));
    assert!(status[0].host().is_some() && status[3].host().is_none());
    assert_eq!(status[6].message(), Some("frame 33 failed: broken"));
    // mended
    let plan = render(&path).params(moving(FRAMES)).plan(9).unwrap();
    shard(&plan, 3..9);
    plan.merge().unwrap();
    assert_eq!(fs::read(&path).unwrap(), undisturbed(&folder, "mp4"));
}

#[test]
fn damaged_segments_are_named_and_rendered_again() {
    let folder = Folder::new();
    let path = folder.path("a.gif");
    let (jobs, drawn) = counted(FRAMES);
    let plan = render(&path).params(jobs).plan(3).unwrap();
    shard(&plan, 0..3);
    let files = fs::read_dir(folder.path("a.gif.parts")).unwrap();
    let segment = files.map(|file| file.unwrap().path()).find(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with("1-")
    });
    let segment = segment.unwrap();
    let mut bytes = fs::read(&segment).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&segment, bytes).unwrap();
    assert_eq!(missing(plan.clone()), ("1".into(), Vec::new()));
    let error = plan.clone().merge().unwrap_err().to_string();
    assert!(
        error.ends_with("share 1 is not finished; share 1: a part of it is damaged"),
        "{error}"
    );
    assert!(!path.exists());
    plan.clone().shard(1).unwrap();
    assert_eq!(drawn.load(SeqCst), FRAMES + 5);
    plan.merge().unwrap();
    assert_eq!(fs::read(&path).unwrap(), undisturbed(&folder, "gif"));
}

#[test]
fn the_same_share_may_be_rendered_twice_at_once() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let plan = render(&path).params(moving(FRAMES)).plan(2).unwrap();
    std::thread::scope(|scope| {
        for share in [0, 1, 0, 1] {
            let plan = plan.clone();
            scope.spawn(move || plan.shard(share).unwrap());
        }
    });
    plan.merge().unwrap();
    assert_eq!(fs::read(&path).unwrap(), undisturbed(&folder, "mp4"));
}

#[test]
fn a_resumed_render_takes_what_shares_have_finished_and_they_what_it_has() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let plan = render(&path).params(moving(FRAMES)).plan(3).unwrap();
    plan.shard(1).unwrap();
    let (jobs, drawn) = counted(40);
    render(&path).resume(true).params(jobs).run().unwrap_err();
    assert!(drawn.load(SeqCst) <= FRAMES - 15);
    let (jobs, drawn) = counted(FRAMES);
    let plan = render(&path).params(jobs).plan(3).unwrap();
    plan.clone().shard(0).unwrap();
    assert_eq!(drawn.load(SeqCst), 0);
    plan.clone().shard(2).unwrap();
    plan.merge().unwrap();
    assert_eq!(fs::read(&path).unwrap(), undisturbed(&folder, "mp4"));
}

#[test]
fn rows_before_a_share_are_passed_over() {
    /// Says how often it was asked for a row.
    #[derive(Clone)]
    struct Asked(Range<usize>, Arc<AtomicUsize>);
    impl Iterator for Asked {
        type Item = Job;
        fn next(&mut self) -> Option<Job> {
            self.nth(0)
        }
        fn nth(&mut self, n: usize) -> Option<Job> {
            self.1.fetch_add(1, SeqCst);
            let frame = self.0.nth(n)?;
            Some(job(move || Ok(height(frame))))
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.0.size_hint()
        }
    }
    let folder = Folder::new();
    let asked = Arc::new(AtomicUsize::new(0));
    let rows = Asked(0..1000, asked.clone());
    let plan = render(&folder.path("a.mp4")).params(rows).plan(100).unwrap();
    plan.shard(70).unwrap();
    // frame 0, all up to the share, and its ten
    assert_eq!(asked.load(SeqCst), 12);
}

#[test]
fn rows_that_cannot_be_counted_are_counted_by_going_through_them() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let plan = render(&path).params(moving(FRAMES).filter(|_| true)).plan(4).unwrap();
    assert_eq!(plan.frames(), FRAMES);
    shard(&plan, 0..4);
    plan.merge().unwrap();
    assert_eq!(fs::read(&path).unwrap(), undisturbed(&folder, "mp4"));
}

#[test]
fn rows_that_have_become_fewer_or_more_are_told() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let uncounted = |frames| moving(frames).filter(|_| true);
    let plan = render(&path).params(uncounted(FRAMES)).plan(3).unwrap();
    shard(&plan, 0..3);
    for frames in [FRAMES - 1, FRAMES + 1] {
        let error = render(&path).params(uncounted(frames)).plan(3).map(drop).unwrap_err();
        let expected = format!("`frames` is 47 there and {frames} here");
        assert!(error.to_string().contains(&expected), "{error}");
    }
}

#[test]
fn plans_and_numbers_that_cannot_be_are_refused() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let render = || render(&path).params(moving(FRAMES));
    let refused = |error: Result<(), Error>| error.unwrap_err().to_string();
    assert_eq!(refused(render().plan(0).map(drop)), "plan: 0 given; allowed: 1 to 1000000");
    assert_eq!(refused(render().plan(-1).map(drop)), "plan: -1 given; allowed: 0 or more");
    let plan = render().plan(4).unwrap();
    assert_eq!(refused(plan.clone().shard(4).map(drop)), "shard: 4 given; allowed: 0 to 3");
    let error = refused(render().plan(5).map(drop));
    assert!(error.contains("`tasks` is 4 there and 5 here; `--fresh`"), "{error}");
    plan.shard(0).unwrap();
    let plan = render().fresh(true).plan(5).unwrap();
    assert_eq!(missing(plan).0, "0-4");
    let error =
        refused(probe(&path).params(std::iter::repeat_with(|| job(|| Ok(1.0)))).plan(2).map(drop));
    assert!(error.contains("never end"), "{error}");
}
