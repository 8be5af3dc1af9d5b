//! Which fonts of the machine a video says it has letters of, and that its shares have the same ones everywhere.
//! What another machine has is what another process finds, as fontconfig's files tell it.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used)]

use panim::{Encoder, prelude::*};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const TASK: &str = "PANIM_FONTS_TASK";
const VIDEO: &str = "PANIM_FONTS_VIDEO";

/// A letter of the Cherokee in frames 6 and on.
#[animation]
#[derive(Clone, Default)]
struct Titles {
    ax: Handle<Axes>,
}

impl Titles {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(96, 64);
        self.ax = fig.axes().handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, n: usize) {
        frame[self.ax].set_title(if n < 6 { "Latin" } else { "\u{13a0}" });
    }
}

/// What a process of its own does: run, plan and render a share, or merge.
#[test]
#[ignore = "other tests start it"]
fn task() {
    let (Ok(task), Ok(video)) = (env::var(TASK), env::var(VIDEO)) else { return };
    let render = Titles::render(&video).params(0..12_usize).gop(3).workers(2).encoder(Encoder::Cpu);
    let told = |video: panim::Video| {
        let fonts: Vec<_> =
            video.fonts().iter().map(|font| format!("{font} {}", font.hash().len())).collect();
        format!("[{}]", fonts.join("; "))
    };
    let said = match &task[..] {
        "run" => render.run().map(told),
        "resume" => render.resume(true).run().map(told),
        "merge" => render.plan(2).and_then(|plan| plan.merge()).map(told),
        share => render
            .plan(2)
            .and_then(|plan| plan.shard(share.parse::<usize>().unwrap()))
            .map(|_| "rendered".into()),
    };
    fs::write(format!("{video}.said"), said.unwrap_or_else(|error| error.to_string())).unwrap();
}

struct Machines(tempfile::TempDir);

impl Machines {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn video(&self) -> PathBuf {
        self.0.path().join("video.mp4")
    }

    /// A machine with this file in place of the fonts' `faces-regular.ttf`; `None`: without fonts.
    fn machine(&self, name: &str, font: Option<&[u8]>) -> PathBuf {
        let folder = self.0.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        if let Some(font) = font {
            fs::write(folder.join("faces-regular.ttf"), font).unwrap();
        }
        let conf = self.0.path().join(format!("{name}.conf"));
        let dir = folder.display();
        fs::write(&conf, format!("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{dir}</dir></fontconfig>")).unwrap();
        conf
    }

    /// What a task says on a machine.
    fn says(&self, machine: &Path, task: &str) -> String {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--ignored", "--exact", "task", "--nocapture"]);
        command.env("FONTCONFIG_FILE", machine).env(TASK, task).env(VIDEO, self.video());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read_to_string(format!("{}.said", self.video().display())).unwrap()
    }
}

fn font() -> Vec<u8> {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../panim-figure/tests/fonts/faces-regular.ttf");
    fs::read(path).unwrap()
}

const FONT: &str = "Panim Serif Faces (faces-regular.ttf, version 1.500)";

#[test]
fn a_video_says_which_fonts_it_has_letters_of() {
    let machines = Machines::new();
    let [with, without] =
        [machines.machine("with", Some(&font())), machines.machine("without", None)];
    assert_eq!(machines.says(&with, "run"), format!("[{FONT} 32]"));
    let drawn = fs::read(machines.video()).unwrap();
    assert_eq!(machines.says(&without, "run"), "[]");
    assert!(fs::read(machines.video()).unwrap() != drawn, "a letter and a box look alike");
    assert_eq!(machines.says(&with, "resume"), format!("[{FONT} 32]"));
    assert!(fs::read(machines.video()).unwrap() == drawn);
}

#[test]
fn shares_on_machines_with_the_same_fonts_are_one_video() {
    let machines = Machines::new();
    let [one, other] = ["one", "other"].map(|name| machines.machine(name, Some(&font())));
    assert_eq!(machines.says(&one, "1"), "rendered");
    assert_eq!(machines.says(&other, "0"), "rendered");
    assert_eq!(machines.says(&other, "merge"), format!("[{FONT} 32]"));
    let merged = fs::read(machines.video()).unwrap();
    machines.says(&one, "run");
    assert!(fs::read(machines.video()).unwrap() == merged);
}

#[test]
fn shares_on_machines_with_other_fonts_are_refused() {
    let newer = [&font()[..], b"more"].concat();
    for (first, second, why) in [
        (
            Some(font()),
            None,
            format!("letters of the font {FONT}, which this machine has not: all"),
        ),
        (
            Some(font()),
            Some(newer),
            format!("letters of the font {FONT}, which is another file on this machine: all"),
        ),
        (
            None,
            Some(font()),
            format!(
                "boxes in place of \u{13a0} (U+13A0), for which this machine has the font {FONT}: all"
            ),
        ),
    ] {
        let machines = Machines::new();
        let first = machines.machine("first", first.as_deref());
        let second = machines.machine("second", second.as_deref());
        assert_eq!(machines.says(&first, "1"), "rendered");
        let said = machines.says(&second, "0");
        assert!(said.contains(&why), "{said}");
        // what has letters of no such font is rendered where the others were
        assert_eq!(machines.says(&first, "0"), "rendered");
        assert!(machines.says(&first, "merge").starts_with('['));
    }
}
