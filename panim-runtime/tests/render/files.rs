//! Parameters from files and to files, through whole renders.

use crate::probe::Folder;
use panim_figure::{Handle, Line};
use panim_runtime::{
    Error, ProgressMode, Render, Row,
    macro_support::{Glue, Start, render},
};
use serde::{Deserialize, Serialize};
use std::{fs, path::Path};

/// A line whose height is made from each frame's row.
struct Level<P> {
    line: Handle<Line>,
    height: fn(P) -> f64,
}

#[derive(Clone, Serialize, Deserialize)]
struct Reading {
    phase: f64,
    amp: f64,
}

/// An animation with these parameters; a height above 2 cannot be drawn.
fn level<P: Row>(
    path: &Path,
    names: &'static [&'static str],
    height: fn(P) -> f64,
) -> Render<Level<P>, P> {
    let glue = Glue::<Level<P>, P> {
        names,
        setup: |this, fig| {
            fig.set_size(64, 48);
            this.line = fig.axes().add(Line::new([0.0, 1.0], [0.0, 1.0]));
            Ok(())
        },
        update: |this, frame, row| {
            let height = (this.height)(row);
            if height > 2.0 {
                return Err("too high".into());
            }
            frame[this.line].set_y([0.0, height]);
            Ok(())
        },
        clone: None,
        show: |_| Vec::new(),
        hash: |_, _| (),
    };
    let start = Start::clone_of(Level { line: Handle::default(), height }, |it| Level { ..*it });
    render(path, start, glue).progress(ProgressMode::Never)
}

fn two(path: &Path) -> Render<Level<(f64, f64)>, (f64, f64)> {
    level(path, &["phase", "amp"], |(phase, amp)| amp * phase.cos())
}

fn one(path: &Path) -> Render<Level<(f64,)>, (f64,)> {
    level(path, &["phase"], |(phase,)| phase)
}

fn reading(path: &Path) -> Render<Level<(Reading,)>, (Reading,)> {
    level(path, &["reading"], |(it,)| it.amp * it.phase.cos())
}

#[test]
fn values_files_and_rows_of_a_struct_make_the_same_video() {
    let folder = Folder::new();
    let rows = || (0..70).map(|i| (f64::from(i) * 0.1, 0.5));
    let path = |name: &str| folder.path(name);
    two(&path("0.mp4"))
        .params(rows())
        .save_params(path("rows.csv"))
        .save_params(path("rows.jsonl"))
        .run()
        .unwrap();
    two(&path("1.mp4")).params_file(path("rows.csv")).workers(2).run().unwrap();
    two(&path("2.mp4")).params_file(path("rows.jsonl")).workers(1).run().unwrap();
    reading(&path("3.mp4")).params_file(path("rows.csv")).run().unwrap();
    let readings = rows().map(|(phase, amp)| Reading { phase, amp });
    reading(&path("4.mp4")).params(readings).save_params(path("readings.csv")).run().unwrap();
    let jsonl = fs::File::open(path("rows.jsonl")).unwrap();
    two(&path("5.mp4")).params_jsonl(jsonl).run().unwrap();
    two(&path("6.mp4")).params_csv(&fs::read(path("readings.csv")).unwrap()[..]).run().unwrap();

    let first = fs::read(path("0.mp4")).unwrap();
    for i in 1..=6 {
        assert!(fs::read(path(&format!("{i}.mp4"))).unwrap() == first, "{i}.mp4");
    }
}

#[test]
fn a_sweep_is_its_numbers() {
    let folder = Folder::new();
    let path = |name: &str| folder.path(name);
    one(&path("a.mp4")).sweep(0.0..1.0, 20).save_params(path("open.csv")).run().unwrap();
    one(&path("b.mp4")).sweep(0.0..=1.0, 3).save_params(path("closed.csv")).run().unwrap();
    one(&path("c.mp4")).params((0..20).map(|i| f64::from(i) / 20.0)).run().unwrap();
    assert!(fs::read(path("a.mp4")).unwrap() == fs::read(path("c.mp4")).unwrap());
    assert_eq!(fs::read_to_string(path("closed.csv")).unwrap(), "phase\n0.0\n0.5\n1.0\n");
    assert!(matches!(one(&path("d.mp4")).sweep(0.0..1.0, 0).run(), Err(Error::NoFrames)));
}

#[test]
fn a_bad_row_stops_the_render_and_leaves_nothing() {
    let folder = Folder::new();
    let table: String =
        (0..80).map(|i| if i == 61 { "abc\n".into() } else { format!("0.{i}\n") }).collect();
    for workers in [1, 3] {
        let render = one(&folder.path("a.mp4")).workers(workers).gop(7);
        let error = render.params_csv(format!("phase\n{table}").as_bytes()).run().unwrap_err();
        let expected = "parameters, line 63, column `phase`: `abc` is not a number";
        assert_eq!(error.to_string(), expected);
    }
    assert!(folder.names().is_empty());
}

#[test]
fn an_earlier_frame_that_fails_comes_before_a_bad_row() {
    let folder = Folder::new();
    let table: String = (0..80).map(|i| format!("{}\n", ["1", "9", "abc"][i / 30])).collect();
    for workers in [1, 4] {
        for _ in 0..20 {
            let render = one(&folder.path("a.mp4")).workers(workers).gop(7);
            let error = render.params_csv(format!("phase\n{table}").as_bytes()).run();
            assert_eq!(error.unwrap_err().to_string(), "frame 30 failed: too high");
        }
    }
}

#[test]
fn parameters_are_not_saved_when_the_render_fails() {
    let folder = Folder::new();
    fs::write(folder.path("rows.csv"), "older").unwrap();
    let run = one(&folder.path("a.mp4")).params([0.0, 9.0]).save_params(folder.path("rows.csv"));
    run.run().unwrap_err();
    assert_eq!(folder.names(), ["rows.csv"]);
    assert_eq!(fs::read_to_string(folder.path("rows.csv")).unwrap(), "older");
}

#[test]
fn without_parameters_there_are_frames_and_nothing_to_save() {
    let folder = Folder::new();
    let none = || level::<()>(&folder.path("a.mp4"), &[], |()| 0.5);
    assert_eq!(none().frames(12).run().unwrap().frames(), 12);
    let error = none().frames(12).save_params(folder.path("rows.csv")).run().unwrap_err();
    assert!(error.to_string().starts_with("save_params: "), "{error}");
    assert_eq!(none().params_jsonl(&b"{}\n{}\n{}\n"[..]).run().unwrap().frames(), 3);
}

#[test]
fn a_file_of_rows_is_never_the_video_nor_read_and_written_at_once() {
    let folder = Folder::new();
    let path = |name: &str| folder.path(name);
    let table = "phase\n0.1\n0.2\n";
    fs::write(path("rows.csv"), table).unwrap();
    let refused = |result: Result<panim_runtime::Video, Error>, argument: &str| {
        let error = result.unwrap_err();
        assert!(matches!(error, Error::Argument { .. }), "{error}");
        assert!(error.to_string().starts_with(argument), "{error}");
        assert_eq!(fs::read_to_string(path("rows.csv")).unwrap(), table);
    };
    let around = path("new/../rows.csv");
    let read = || one(&path("a.mp4")).params_file(path("rows.csv"));
    refused(read().save_params(path("rows.csv")).run(), "save_params: ");
    refused(read().save_params(&around).run(), "save_params: ");
    let save = || one(&path("a.mp4")).params([0.0]).save_params(path("saved.csv"));
    refused(save().save_params(path("./saved.csv")).run(), "save_params: ");
    refused(one(&path("a.mp4")).params_file("~/rows.csv").run(), "params_file: ");
    refused(one(&path("a.mp4")).params([0.0]).save_params("").run(), "save_params: ");

    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("rows.csv", path("soft")).unwrap();
        fs::hard_link(path("rows.csv"), path("hard")).unwrap();
        std::os::unix::fs::symlink("saved.csv", path("dangling")).unwrap();
        refused(one(&path("soft")).params_file(path("rows.csv")).run(), "render: ");
        refused(one(&path("hard")).params_file(path("rows.csv")).run(), "render: ");
        let save = one(&path("dangling")).params([0.0]).save_params(path("saved.csv"));
        refused(save.run(), "save_params: ");
    }
}

#[test]
fn a_row_file_whose_place_is_taken_meanwhile_costs_no_video() {
    let folder = Folder::new();
    let rows = folder.path("rows.csv");
    let taken = rows.clone();
    let phases = (0..3).map(move |i| {
        let _ = fs::create_dir(&taken);
        f64::from(i)
    });
    let render = one(&folder.path("a.mp4")).params(phases).save_params(&rows);
    let error = render.run().unwrap_err();
    let Error::NotInPlace { kept, .. } = error else { panic!("{error}") };
    assert_eq!(fs::read_to_string(kept).unwrap(), "phase\n0.0\n1.0\n2.0\n");
    assert!(folder.path("a.mp4").is_file());
}
