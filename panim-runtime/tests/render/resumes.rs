//! Renders that go on where another one has ended.

use crate::probe::{Folder, Job, Probe, height, job, moving, probe};
use panim_runtime::{Error, Render, Video};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

const FRAMES: usize = 47;
const ENDINGS: [&str; 4] = ["mp4", "gif", "png", "mov"];

fn render(path: &Path) -> Render<Probe, (Job,)> {
    probe(path).gop(5).workers(2).resume(true)
}

/// Moving frames, of which one fails; and how many were drawn.
fn failing(fails: Option<usize>) -> (impl ExactSizeIterator<Item = Job>, Arc<AtomicUsize>) {
    let drawn = Arc::new(AtomicUsize::new(0));
    let count = drawn.clone();
    let jobs = (0..FRAMES).map(move |frame| {
        let count = count.clone();
        job(move || {
            count.fetch_add(1, SeqCst);
            if Some(frame) == fails { Err("broken".into()) } else { Ok(height(frame)) }
        })
    });
    (jobs, drawn)
}

/// The bytes that the video has if nothing happens.
fn undisturbed(folder: &Folder, ending: &str) -> Vec<u8> {
    let path = folder.path(&format!("whole.{ending}"));
    probe(&path).gop(5).workers(2).params(moving(FRAMES)).run().unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(path).unwrap();
    bytes
}

fn parts(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".parts");
    name.into()
}

fn segments(path: &Path) -> Vec<PathBuf> {
    let Ok(files) = fs::read_dir(parts(path)) else { return Vec::new() };
    let files = files.map(|file| file.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|it| it == "segment")).collect();
    files.sort();
    files
}

fn fail(path: &Path, frame: usize) -> usize {
    let (jobs, drawn) = failing(Some(frame));
    let error = render(path).params(jobs).run().unwrap_err();
    assert!(matches!(error, Error::Frame { frame: found, .. } if found == frame), "{error}");
    drawn.load(SeqCst)
}

/// Renders to the end. How many frames were drawn.
fn go_on(path: &Path) -> usize {
    let (jobs, drawn) = failing(None);
    let video: Video = render(path).params(jobs).run().unwrap();
    assert_eq!(video.frames(), FRAMES);
    drawn.load(SeqCst)
}

#[test]
fn what_is_finished_is_not_drawn_again_and_the_file_is_the_same() {
    for (workers, ending) in (1..).zip(ENDINGS) {
        let folder = Folder::new();
        let whole = undisturbed(&folder, ending);
        let path = folder.path(&format!("a.{ending}"));
        let (jobs, _) = failing(Some(33));
        render(&path).workers(workers).params(jobs).run().unwrap_err();
        assert!(!path.exists());
        // in the same group, which cannot be there
        fail(&path, 34);
        assert!(!segments(&path).is_empty());
        let drawn = go_on(&path);
        assert!(drawn <= FRAMES - 25, "{ending}: {drawn} drawn");
        assert_eq!(fs::read(&path).unwrap(), whole, "{ending}");
        assert_eq!(folder.names(), [format!("a.{ending}")]);
    }
}

#[test]
fn a_sequence_goes_on_too() {
    let folder = Folder::new();
    let path = folder.path("a-%03d.png");
    fail(&path, 33);
    assert!(go_on(&path) < FRAMES);
    assert_eq!(folder.names().len(), FRAMES);
}

#[test]
fn nothing_is_left_where_nothing_was_finished() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fail(&path, 0);
    assert!(folder.names().is_empty());
}

#[test]
fn without_it_nothing_is_left() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let (jobs, _) = failing(Some(40));
    render(&path).resume(false).params(jobs).run().unwrap_err();
    assert!(folder.names().is_empty());
}

#[test]
fn limits_that_follow_frame_0_are_the_same_when_it_is_not_drawn_again() {
    use panim_figure::{Figure, Line};
    let open = |fig: &mut Figure| {
        fig.axes().add(Line::empty());
        Ok(())
    };
    let folder = Folder::new();
    let [whole, path] = ["whole.mp4", "a.mp4"].map(|name| folder.path(name));
    let render = |path: &Path| crate::probe::probe_with(path, open).gop(5).workers(2);
    render(&whole).params(moving(FRAMES)).run().unwrap();
    let (jobs, _) = failing(Some(30));
    render(&path).resume(true).params(jobs).run().unwrap_err();
    render(&path).resume(true).params(moving(FRAMES)).run().unwrap();
    assert_eq!(fs::read(path).unwrap(), fs::read(whole).unwrap());
}

#[test]
fn rows_that_do_not_know_how_many_they_are_go_on_too() {
    let folder = Folder::new();
    let whole = undisturbed(&folder, "mp4");
    let path = folder.path("a.mp4");
    let (jobs, _) = failing(Some(33));
    render(&path).params(jobs.filter(|_| true)).run().unwrap_err();
    let (jobs, drawn) = failing(None);
    render(&path).params(jobs.filter(|_| true)).run().unwrap();
    assert!(drawn.load(SeqCst) < FRAMES);
    assert_eq!(fs::read(path).unwrap(), whole);
}

#[test]
fn other_settings_are_refused_by_name_and_fresh_starts_over() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fail(&path, 40);
    let (jobs, drawn) = failing(None);
    let other = render(&path).fps(60).quality(18).params(jobs);
    let error = other.run().unwrap_err();
    assert!(matches!(error, Error::Parts { .. }));
    let expected = format!(
        "{}: its parts are of another video: `fps` is 30 there and 60 here; `quality` is 22 there and \
         18 here; `--fresh`, or `.fresh(true)`, starts over",
        parts(&path).display()
    );
    assert_eq!((error.to_string(), drawn.load(SeqCst)), (expected, 0));
    let (jobs, drawn) = failing(None);
    render(&path).fps(60).fresh(true).params(jobs).run().unwrap();
    assert_eq!(drawn.load(SeqCst), FRAMES);
    assert_eq!(folder.names(), ["a.mp4"]);
}

#[test]
fn a_plan_under_which_nothing_was_finished_is_in_nobodys_way() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fail(&path, 40);
    // as a kill leaves it before the first group
    let segment = segments(&path).remove(0);
    fs::OpenOptions::new().write(true).open(&segment).unwrap().set_len(40).unwrap();
    render(&path).fps(60).params(moving(FRAMES)).run().unwrap();
    assert_eq!(folder.names(), ["a.mp4"]);
}

#[test]
fn other_frames_are_refused() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fail(&path, 40);
    let error = render(&path).params(moving(FRAMES + 1)).run().unwrap_err().to_string();
    assert!(error.contains("`frames` is 47 there and 48 here"), "{error}");
}

#[test]
fn a_plan_that_is_newer_or_damaged_is_refused_by_a_line() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fail(&path, 40);
    let plan = parts(&path).join("plan.json");
    let text = fs::read_to_string(&plan).unwrap();
    for (damaged, expected) in [
        (
            text.replacen("\"form\": 1", "\"form\": 2", 1),
            "that 0.1.0 cannot read; use that version",
        ),
        (text.replacen("\"quality\": \"22\"", "\"quality\": \"23\"", 1), "its plan is damaged"),
        (text[..text.len() / 2].to_owned(), "its plan is damaged"),
        (String::new(), "its plan is damaged"),
    ] {
        assert_ne!(damaged, text);
        fs::write(&plan, damaged).unwrap();
        let error = render(&path).params(moving(FRAMES)).run().unwrap_err().to_string();
        assert!(error.contains(expected) && !error.contains('\n'), "{error}");
    }
    fs::write(&plan, text).unwrap();
    assert!(go_on(&path) < FRAMES);
}

#[test]
fn segments_that_are_damaged_cut_or_of_others_are_rendered_again() {
    let folder = Folder::new();
    let whole = undisturbed(&folder, "mp4");
    let other = folder.path("other.mp4");
    let (jobs, _) = failing(Some(40));
    render(&other).quality(30).params(jobs).run().unwrap_err();
    let of_another = fs::read(&segments(&other)[0]).unwrap();
    for damage in 0..6 {
        let path = folder.path(&format!("a{damage}.mp4"));
        fail(&path, 40);
        let segment = &segments(&path)[0];
        let mut bytes = fs::read(segment).unwrap();
        let (length, half) = (bytes.len(), bytes.len() / 2);
        match damage {
            0 => bytes[half] ^= 1,
            1 => bytes.truncate(length - 1),
            2 => bytes.truncate(half),
            3 => bytes.clear(),
            4 => bytes[3] = 0,
            _ => bytes = of_another.clone(),
        }
        fs::write(segment, bytes).unwrap();
        assert!(go_on(&path) >= FRAMES - 35, "{damage}");
        assert_eq!(fs::read(&path).unwrap(), whole, "{damage}");
        assert!(!parts(&path).exists());
    }
}

#[test]
fn two_at_once_write_the_same() {
    let folder = Folder::new();
    let whole = undisturbed(&folder, "gif");
    let path = folder.path("a.gif");
    fail(&path, 33);
    std::thread::scope(|scope| {
        let run = || render(&path).params(moving(FRAMES)).run().unwrap();
        let both = [scope.spawn(run), scope.spawn(run)];
        both.into_iter().for_each(|one| drop(one.join().unwrap()));
    });
    assert_eq!(fs::read(&path).unwrap(), whole);
    assert_eq!(folder.names(), ["a.gif"]);
}

#[test]
fn a_folder_that_is_in_the_way_is_told_before_work() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fs::write(parts(&path), "a file").unwrap();
    let (jobs, drawn) = failing(None);
    let error = render(&path).params(jobs).run().unwrap_err().to_string();
    assert_eq!(error, format!("{}: is a file, not a folder", parts(&path).display()));
    assert_eq!(drawn.load(SeqCst), 0);
}

#[test]
fn what_others_put_into_the_folder_stays() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    fail(&path, 33);
    fs::write(parts(&path).join("notes.txt"), "mine").unwrap();
    go_on(&path);
    let left: Vec<_> =
        fs::read_dir(parts(&path)).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["notes.txt"]);
}
