//! The two large examples keep the promises that small scenes do, and redraw only what moves.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../examples/dashboard.rs"]
#[allow(dead_code)]
mod dashboard;
#[path = "../examples/multi_panel.rs"]
#[allow(dead_code)]
mod multi_panel;

use dashboard::Dashboard;
use multi_panel::MultiPanel;
use panim::Renderer;
use std::{fs, sync::Mutex};

/// Frames of a render: enough for three groups.
const FRAMES: usize = 7;
const GOP: usize = 3;

/// The decorations drawn are counted for the whole process: one render after the other.
static ONE: Mutex<()> = Mutex::new(());

macro_rules! bytes {
    ($scene:ident, $params:expr, $($setting:tt)*) => {{
        let file = tempfile::Builder::new().suffix(".mp4").tempfile().unwrap();
        let render = $scene::render(file.path()).dpi(40.0).gop(GOP).params($params);
        render$($setting)*.run().unwrap();
        fs::read(file.path()).unwrap()
    }};
}

macro_rules! keeps_its_promises {
    ($scene:ident, $params:expr) => {{
        let _one = ONE.lock().unwrap();
        let one = bytes!($scene, $params, .workers(1));
        assert!(bytes!($scene, $params, .workers(2)) == one, "two workers");
        assert!(bytes!($scene, $params, .workers(5)) == one, "five workers");
        assert!(bytes!($scene, $params, .workers(2).reuse(false)) == one, "reuse(false)");
        assert!(bytes!($scene, $params, .cache_background(false)) == one, "no kept background");
    }};
}

#[test]
fn multi_panel_is_the_same_however_it_is_drawn() {
    keeps_its_promises!(MultiPanel, (0..FRAMES).map(|i| 0.9 * i as f64));
}

#[test]
fn dashboard_is_the_same_however_it_is_drawn() {
    keeps_its_promises!(Dashboard, (0..FRAMES).map(|i| 16 * i));
}

/// How often ticks and texts of an axes are drawn for each frame after the first ones.
fn decorations_per_frame(keep: bool) -> f64 {
    let drawn = |frames: usize| {
        let before = Renderer::decorations_drawn();
        bytes!(Dashboard, 0..frames, .workers(1).cache_background(keep));
        Renderer::decorations_drawn() - before
    };
    let (few, many) = (drawn(2), drawn(10));
    (many - few) as f64 / 8.0
}

#[test]
fn decorations_that_stands_still_is_not_drawn_again() {
    let _one = ONE.lock().unwrap();
    // of fourteen panels and five colorbars, the 3D axes alone turns
    assert_eq!(decorations_per_frame(true), 1.0);
    assert_eq!(decorations_per_frame(false), 20.0);
}
