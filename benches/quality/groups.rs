//! What longer groups and other qualities cost and gain, on three scenes.

#[path = "../../examples/dashboard.rs"]
#[allow(dead_code)]
mod dashboard;
#[path = "../../examples/multi_panel.rs"]
#[allow(dead_code)]
mod multi_panel;

use crate::{row, support::Wave, videos};
use dashboard::Dashboard;
use multi_panel::MultiPanel;
use std::{env, f64::consts::TAU, fs, path::Path, process::Command};

/// Group lengths and qualities, the defaults first.
const CHOICES: [(usize, u8); 8] =
    [(30, 22), (15, 22), (45, 22), (60, 22), (90, 22), (120, 22), (30, 20), (30, 24)];

/// As many as the longest group has.
const FRAMES: u32 = 120;

/// What this program is told when it starts itself to render one video.
pub(crate) const RENDER: &str = "render";

/// Rows for the table of videos. Each is rendered by a process of its own, which keeps its pictures.
pub(crate) fn rows(folder: &Path) -> Vec<String> {
    let mut rows = Vec::new();
    for scene in ["wave", "multi_panel", "dashboard"] {
        for (gop, quality) in CHOICES {
            eprintln!("{scene}, groups of {gop}, quality {quality}");
            let here = folder.join("groups");
            fs::create_dir(&here).unwrap();
            let status = Command::new(env::current_exe().unwrap())
                .args([RENDER, scene, &gop.to_string(), &quality.to_string()])
                .env("PANIM_RAW_FRAMES", &here)
                .current_dir(&here)
                .status();
            assert!(status.unwrap().success(), "{scene} failed");
            let name = format!("{scene}, groups of {gop}, quality {quality}");
            rows.extend(videos(&here).iter().map(|video| row(&name, video)));
            fs::remove_dir_all(&here).unwrap();
        }
    }
    rows
}

/// Renders one video, as told by the arguments after [`RENDER`].
pub(crate) fn render(arguments: &[String]) {
    let [scene, gop, quality] = arguments else { panic!("{arguments:?}") };
    let (gop, quality): (usize, u8) = (gop.parse().unwrap(), quality.parse().unwrap());
    let phases = |frames: f64| (0..FRAMES).map(move |i| TAU * f64::from(i) / frames);
    let path = format!("{scene}.mp4");
    let video = match scene.as_str() {
        "wave" => Wave::render(path).gop(gop).quality(quality).params(phases(60.0)).run(),
        "multi_panel" => {
            MultiPanel::render(path).gop(gop).quality(quality).params(phases(90.0)).run()
        }
        _ => Dashboard::render(path).gop(gop).quality(quality).params(0..FRAMES as usize).run(),
    };
    video.unwrap();
}
