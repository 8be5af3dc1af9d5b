//! The two large scenes, whole videos on one core, with what stands still kept and without:
//! `cargo bench -p panim-benches --bench scenes`.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../examples/dashboard.rs"]
#[allow(dead_code)]
mod dashboard;
#[path = "../examples/multi_panel.rs"]
#[allow(dead_code)]
mod multi_panel;

use dashboard::Dashboard;
use divan::{Bencher, counter::ItemsCount};
use multi_panel::MultiPanel;
use panim::prelude::*;

fn main() {
    divan::main();
}

const FRAMES: usize = 20;

macro_rules! render {
    ($bencher:ident, $scene:ident, $keep:ident, $params:expr) => {{
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bench.mp4");
        $bencher.counter(ItemsCount::new(FRAMES)).bench_local(|| {
            let render = $scene::render(&path).workers(1).progress(ProgressMode::Never);
            render.cache_background($keep).params($params).run().unwrap()
        });
    }};
}

#[divan::bench(args = [true, false], sample_count = 5)]
fn multi_panel_keeping_background(bencher: Bencher<'_, '_>, keep: bool) {
    render!(bencher, MultiPanel, keep, (0..FRAMES).map(|i| 0.3 * i as f64));
}

#[divan::bench(args = [true, false], sample_count = 5)]
fn dashboard_keeping_background(bencher: Bencher<'_, '_>, keep: bool) {
    render!(bencher, Dashboard, keep, 0..FRAMES);
}
