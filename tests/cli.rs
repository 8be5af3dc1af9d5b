//! A program's command line, as it is used in a terminal and by other programs.

#![allow(missing_docs, clippy::unwrap_used)]

#[cfg(unix)]
#[path = "cli/clusters.rs"]
mod clusters;
#[path = "cli/failures.rs"]
mod failures;
#[path = "cli/shares.rs"]
mod shares;
mod support;
#[path = "cli/words.rs"]
mod words;

use panim::Picture;
use serde_json::Value;
use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};
use support::File;
use tempfile::TempDir;

/// A folder to run the program in.
struct Run(TempDir);

impl Run {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wave"));
        command.args(arguments.split_whitespace()).current_dir(self.0.path());
        command
    }

    fn run(&self, arguments: &str) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn run_with(&self, variable: &str, value: &str, arguments: &str) -> Output {
        self.command(arguments).env(variable, value).output().unwrap()
    }

    /// What it said on standard output, having succeeded and said nothing else.
    fn succeeds(&self, arguments: &str) -> String {
        said(&self.run(arguments), arguments)
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn picture(&self, name: &str) -> Picture {
        Picture::open(self.path(name)).unwrap()
    }

    fn file(&self, name: &str) -> File {
        File::read(&self.path(name))
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            names.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn said(output: &Output, arguments: &str) -> String {
    let stderr = text(&output.stderr);
    assert!(output.status.success() && stderr.is_empty(), "{arguments}: {output:?}");
    text(&output.stdout)
}

/// The one line on standard error, of a program that ended with that status and made nothing.
fn fails(output: &Output, status: i32) -> String {
    assert_eq!(output.status.code(), Some(status), "{output:?}");
    let stderr = text(&output.stderr);
    let lines: Vec<_> = stderr.lines().collect();
    assert!(lines.len() == 1 && output.stdout.is_empty(), "{output:?}");
    lines[0].into()
}

#[test]
fn without_arguments_it_renders() {
    let run = Run::new();
    let line = run.succeeds("");
    assert!(line.starts_with("wave.mp4: 60 frames, 160x120, 2.00 s, "), "{line}");
    assert_eq!(line.lines().count(), 1);
    let whole = fs::read(run.path("wave.mp4")).unwrap();
    run.succeeds("render -o again/wave.mp4 --workers 1");
    assert!(fs::read(run.path("again/wave.mp4")).unwrap() == whole);
}

#[test]
fn options_are_those_of_the_builder() {
    let run = Run::new();
    let line = run.succeeds("-o a.mp4 --fps 60 --size 320x200 --dpi 50 --quality 30 --workers -1");
    assert!(line.starts_with("a.mp4: 60 frames, 160x100, 1.00 s, "), "{line}");
    let finer = fs::metadata(run.path("a.mp4")).unwrap().len();
    run.succeeds("render -o a.mp4 --fps 60 --size 320x200 --dpi 50 --quality 10");
    assert!(fs::metadata(run.path("a.mp4")).unwrap().len() > finer);
}

#[test]
fn a_part_of_the_frames_is_encoded_as_in_the_whole() {
    let run = Run::new();
    run.succeeds("");
    let whole = run.file("wave.mp4");
    // where groups begin, nothing of the encoder's depends on what was before
    for (range, first, last) in
        [("20..40", 20, 40), ("1s..", 30, 60), ("50%..=49", 30, 50), ("..=33.4%", 0, 21)]
    {
        for workers in [1, 2] {
            run.succeeds(&format!("-o part.mp4 --frames {range} --workers {workers}"));
            let part = run.file("part.mp4");
            assert_eq!(part.samples().len(), last - first, "{range}");
            let groups = (last - first) / 10 * 10;
            let same = part.samples()[..groups] == whole.samples()[first..first + groups];
            assert!(same, "{range}, {workers} workers");
        }
    }
    for variable in ["WAVE_UNCOUNTED", "WAVE_ENDLESS"] {
        let output = run.run_with(variable, "1", "-o part.mp4 --frames 20..40");
        assert!(said(&output, variable).starts_with("part.mp4: 20 frames"));
    }
}

#[test]
fn a_part_of_the_frames_looks_as_in_the_whole_and_keeps_its_numbers() {
    let run = Run::new();
    run.succeeds("-o whole/%02d.png");
    let pictures = |folder: &str| -> Vec<_> {
        let names = fs::read_dir(run.path(folder)).unwrap();
        let mut names: Vec<_> = names.map(|it| it.unwrap().file_name()).collect();
        names.sort();
        names
            .into_iter()
            .map(|it| (it.clone(), fs::read(run.path(folder).join(it)).unwrap()))
            .collect()
    };
    let whole = pictures("whole");
    assert_eq!(whole.len(), 60);
    for workers in [1, 2] {
        run.succeeds(&format!("-o part/%02d.png --frames 0.7s..=33 --workers {workers}"));
        assert!(pictures("part") == whole[21..34], "{workers} workers");
        fs::remove_dir_all(run.path("part")).unwrap();
    }
}

#[test]
fn a_draft_is_half_as_large_and_plays_as_long() {
    let run = Run::new();
    let line = run.succeeds("--draft");
    assert!(line.starts_with("wave.mp4: 30 frames, 80x60, 2.00 s, "), "{line}");
    let line = run.succeeds("--draft --frames 10..21 --fps 25 --dpi 200");
    assert!(line.starts_with("wave.mp4: 6 frames, 160x120, 0.48 s, "), "{line}");
}

#[test]
fn every_so_many_frames_are_those_of_the_whole_and_their_files_have_no_gaps() {
    let run = Run::new();
    let line = run.succeeds("-o every.mp4 --every 4");
    assert!(line.starts_with("every.mp4: 15 frames, 160x120, 2.00 s, "), "{line}");
    let line = run.succeeds("-o every.gif --fps 60 --every 2");
    assert!(line.starts_with("every.gif: 30 frames, 160x120, 1.00 s, "), "{line}");
    let line = run.succeeds("-o every.mp4 --draft --every 3");
    assert!(line.starts_with("every.mp4: 20 frames, 80x60, 2.00 s, "), "{line}");

    run.succeeds("-o whole/%d.png");
    for (options, first, step, files) in [
        ("--every 3", 0, 3, 0..20),
        ("--every 3 --frames 30..=40", 30, 3, 10..14),
        ("--every 4 --frames 1s..", 30, 4, 7..15),
    ] {
        run.succeeds(&format!("-o some/%d.png {options}"));
        assert_eq!(fs::read_dir(run.path("some")).unwrap().count(), files.len(), "{options}");
        for (place, file) in files.enumerate() {
            let drawn = fs::read(run.path("whole").join(format!("{}.png", first + place * step)));
            let found = fs::read(run.path("some").join(format!("{file}.png")));
            assert!(found.unwrap() == drawn.unwrap(), "{options}: {file}.png");
        }
        fs::remove_dir_all(run.path("some")).unwrap();
    }
    run.succeeds("-o draft/%d.png --draft");
    let count = fs::read_dir(run.path("draft")).unwrap().count();
    assert!((0..count).all(|i| run.path(&format!("draft/{i}.png")).exists()) && count == 30);
}

#[test]
fn a_still_is_the_frame_that_is_shown_then() {
    let run = Run::new();
    run.succeeds("still 30 -o frame.png");
    let expected = run.picture("frame.png");
    assert_eq!((expected.width(), expected.height()), (160, 120));
    for (at, frame) in [("30", 30), ("1s", 30), ("50%", 30), ("1.5s", 45), ("100%", 59), ("0", 0)] {
        for variable in ["WAVE_NOTHING", "WAVE_UNCOUNTED"] {
            let output = run.run_with(variable, "1", &format!("still {at}"));
            let seconds = f64::from(frame) / 30.0;
            let line = format!("wave-{frame}.png: frame {frame}, at {seconds:.2} s, 160x120\n");
            assert_eq!(said(&output, at), line);
        }
        let is_same = run.picture(&format!("wave-{frame}.png")) == expected;
        assert_eq!(is_same, frame == 30, "{at}");
    }
    // at 10 frames a second
    assert!(run.succeeds("still 1.5s --fps 10").starts_with("wave-15.png: frame 15, at 1.50 s"));
    run.succeeds("still 3 -o a.svg");
    assert!(fs::read_to_string(run.path("a.svg")).unwrap().contains("<svg"));
    let output = run.run_with("WAVE_ENDLESS", "1", "still 300");
    assert!(said(&output, "endless").starts_with("wave-300.png"));
}

#[test]
fn a_sheet_has_frames_in_rows() {
    let run = Run::new();
    let line = run.succeeds("sheet --columns 3 --frames 20..26");
    let sheet = run.picture("sheet.png");
    let (width, height) = (sheet.width(), sheet.height());
    assert_eq!(line, format!("sheet.png: 6 frames of 6, {width}x{height}\n"));
    assert_eq!((width, height), (12 + 3 * (160 + 12), 12 + 2 * (120 + 24 + 12)));
    // the second of the second row is frame 24
    run.succeeds("still 24");
    let still = run.picture("wave-24.png");
    let (left, top) = (12 + 160 + 12, 12 + 120 + 24 + 12);
    for (x, y) in (0..160).flat_map(|x| (0..120).map(move |y| (x, y))) {
        assert_eq!(sheet.pixel(left + x, top + y), still.pixel(x, y), "{x}, {y}");
    }
    // its number stands below it
    let below = (left..left + 160).flat_map(|x| (top + 120..top + 144).map(move |y| (x, y)));
    assert!(below.filter(|&(x, y)| sheet.pixel(x, y) == [0, 0, 0, 255]).count() > 5);

    assert!(run.succeeds("sheet -o all.png").starts_with("all.png: 24 frames of 60, 1044x"));
    let output = run.run_with("WAVE_UNCOUNTED", "1", "sheet --rows 1 --workers 1");
    assert!(said(&output, "uncounted").starts_with("sheet.png: 6 frames of 60"));
}

#[test]
fn json_is_one_object_a_line() {
    let run = Run::new();
    let output = run.run("--json --frames ..30");
    let lines: Vec<Value> =
        said(&output, "json").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [progress @ .., video] = &lines[..] else { panic!("no lines") };
    assert!(!progress.is_empty());
    for line in progress {
        assert_eq!((&line["event"], &line["total"]), (&"progress".into(), &30.into()));
    }
    assert_eq!((&video["event"], &video["path"]), (&"video".into(), &"wave.mp4".into()));
    assert_eq!((&video["frames"], &video["duration"]), (&30.into(), &1.0.into()));
    assert_eq!(video["bytes"], fs::metadata(run.path("wave.mp4")).unwrap().len());

    let json = |arguments: &str| -> Value {
        let line = run.succeeds(arguments);
        assert_eq!(line.lines().count(), 1);
        serde_json::from_str(&line).unwrap()
    };
    let still = json("still 45 --json");
    assert_eq!((&still["frame"], &still["time"]), (&45.into(), &1.5.into()));
    let sheet = json("sheet --frames 3..5 --json");
    assert_eq!(sheet["frames"], Value::from(vec![3, 4]));
    let inspected = json("inspect wave.mp4 --json");
    assert_eq!(inspected["video"]["frames"], 30);
    assert_eq!(inspected["video"]["rate"], "30");

    let output = run.run_with("WAVE_FAILS", "3", "--json");
    assert_eq!(output.status.code(), Some(1));
    let last = text(&output.stdout).lines().last().unwrap().to_owned();
    let failed: Value = serde_json::from_str(&last).unwrap();
    assert_eq!((&failed["event"], &failed["frame"]), (&"error".into(), &3.into()));
}

#[test]
fn a_program_may_have_options_of_its_own() {
    let run = Run::new();
    for variable in ["WAVE_OPTIONS", "WAVE_PARSER"] {
        let with = |arguments| run.run_with(variable, "1", arguments);
        said(&with("still 3 -o a.png"), "");
        let line = said(&with("--speed 5 still 3 -o b.png"), "");
        assert_eq!(line, "b.png: frame 3, at 0.10 s, 160x120\n");
        assert!(run.picture("a.png") != run.picture("b.png"));
        assert!(said(&with("--help"), "").contains("--speed"));
        assert_eq!(with("--speed x").status.code(), Some(2));
        let line = fails(&with("--frames 70.."), 2);
        assert!(line.starts_with("Error: --frames: `70..`"), "{line}");
    }
    let with = |arguments| said(&run.run_with("WAVE_OPTIONS", "1", arguments), arguments);
    for help in [with("--help"), with("-h")] {
        // lines break anywhere
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        for expected in ["A wave with options of its own", "[default: 0]", "[default: wave.mp4]"] {
            assert!(help.contains(expected), "{expected}: {help}");
        }
    }
    assert!(with("sheet --help").contains("[default: 30]"));
    assert!(with("completions bash").contains("--speed"));
}
