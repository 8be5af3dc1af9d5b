//! Signals as cancels. Alone in its process, whose signals are its own.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use panim_figure::Figure;
use panim_runtime::{
    Error, ProgressMode, Render, cancel_on_interrupt,
    macro_support::{Glue, Start, render},
};
use signal_hook::{consts, low_level::raise};
use std::{env, fs, os::unix::process::ExitStatusExt, path::Path, process::Command};

/// What a frame raises, one after the other.
type Signals = &'static [i32];

fn raising(path: &Path) -> Render<(), (Signals,)> {
    let setup = |_: &mut (), figure: &mut Figure| {
        figure.set_size(32, 32);
        Ok(())
    };
    let update = |_: &(), _: &mut panim_figure::Frame<'_>, (signals,): (Signals,)| {
        Ok(signals.iter().try_for_each(|&signal| raise(signal))?)
    };
    let glue = Glue {
        names: &["signals"],
        setup,
        update,
        clone: None,
        show: |_| Vec::new(),
        hash: |_, _| (),
    };
    render(path, Start::fresh(|| ()), glue).progress(ProgressMode::Never)
}

/// Was this process started with the signal ignored, as in the background or by `nohup`? Then it stays
/// ignored.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).unwrap() >> (signal - 1) & 1 == 1)
}

/// Many frames, one of which raises something.
fn frames(raised: Signals) -> impl Iterator<Item = Signals> {
    (0..1_000_000).map(move |frame| if frame == 100 { raised } else { &[] })
}

#[test]
fn a_signal_cancels_the_render_and_leaves_nothing() {
    cancel_on_interrupt().unwrap();
    cancel_on_interrupt().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/a.mp4");
    let signals: [(Signals, _); 3] = [
        (&[consts::SIGINT], "SIGINT"),
        (&[consts::SIGTERM], "SIGTERM"),
        (&[consts::SIGHUP], "SIGHUP"),
    ];
    for (raised, name) in signals {
        for workers in [1, 3] {
            let render = raising(&path).workers(workers);
            if is_ignored(raised[0]) {
                render.params(frames(raised).take(200)).run().unwrap();
                fs::remove_dir_all(path.parent().unwrap()).unwrap();
                continue;
            }
            let error = render.params(frames(raised)).run().unwrap_err();
            assert!(
                matches!(error, Error::Interrupted { signal, .. } if signal == name),
                "{error}"
            );
            assert!(error.to_string().starts_with(&format!("interrupted by {name} after")));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
    // and the next one is not cancelled for it
    raising(&path).params(frames(&[]).take(5)).run().unwrap();
}

const FOLDER: &str = "PANIM_TEST_INTERRUPT";
const WHEN: &str = "PANIM_TEST_INTERRUPT_WHEN";

/// Not a test of its own: what another process does until it is killed.
#[test]
fn die() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let at = |name: &str| Path::new(&folder).join(name);
    cancel_on_interrupt().unwrap();
    // of the three signals the one that is ignored least
    let cancelled = raising(&at("a.mp4")).params(frames(&[consts::SIGTERM])).run();
    fs::write(at("cancelled"), cancelled.unwrap_err().to_string()).unwrap();
    if env::var(WHEN).unwrap() == "second" {
        let twice = &[consts::SIGTERM, consts::SIGTERM];
        let _ = raising(&at("a.mp4")).params(frames(twice)).run();
    } else {
        raise(consts::SIGTERM).unwrap();
    }
    fs::write(at("alive"), "").unwrap();
}

#[test]
fn a_second_interrupt_and_one_without_a_render_end_the_program() {
    for when in ["second", "no render"] {
        let folder = tempfile::tempdir().unwrap();
        let ended = Command::new(env::current_exe().unwrap())
            .args(["--exact", "die"])
            .envs([(FOLDER, folder.path().as_os_str()), (WHEN, when.as_ref())])
            .output()
            .unwrap();
        assert_eq!(ended.status.signal(), Some(consts::SIGTERM), "{when}");
        let left = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name());
        let left: Vec<_> = left.filter(|name| name != ".a.mp4.0.part").collect();
        assert_eq!(left, ["cancelled"], "{when}");
    }
}
