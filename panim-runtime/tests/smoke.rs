#![allow(missing_docs, clippy::unwrap_used)]
use panim_figure::{Figure, Frame};
use panim_runtime::{
    __private::{Glue, Start, render},
    BoxError, Render,
};
use std::path::Path;
#[derive(Default)]
struct Wave;
fn wave(path: &Path) -> Render<Wave, (u8,)> {
    render(
        path,
        Start::fresh(Wave::default),
        Glue {
            names: &["shade"],
            setup: |_: &mut Wave, fig: &mut Figure| {
                fig.set_size(64, 48);
                Ok::<(), BoxError>(())
            },
            update: |_: &mut Wave, frame: &mut Frame<'_>, (shade,)| {
                frame.shade(shade);
                Ok(())
            },
        },
    )
}
#[test]
fn all_workers() {
    let dir = tempfile::tempdir().unwrap();
    let mut first: Option<Vec<u8>> = None;
    for workers in [1, 2, 3, 8, 16] {
        let path = dir.path().join(format!("{workers}.mp4"));
        let video = wave(&path).workers(workers).params((0..200).map(|i| i as u8)).run().unwrap();
        println!("{video:?}");
        let bytes = std::fs::read(&path).unwrap_or_default();
        println!("{}", bytes.len());
        assert!(first.get_or_insert_with(|| bytes.clone()) == &bytes);
    }
}
