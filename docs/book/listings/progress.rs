use panim::prelude::*;
use std::ops::ControlFlow;

#[animation]
#[derive(Default)]
struct Lissajous {
    line: Handle<Line>,
    axes: Handle<Axes>,
}

impl Lissajous {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(420, 420).axes();
        ax.set_aspect("equal").set_xlim(-1.1, 1.1).set_ylim(-1.1, 1.1);
        self.line = ax.add(Line::empty());
        self.axes = ax.handle();
    }

    // ANCHOR: update
    #[update]
    fn update(&self, frame: &mut Frame, ratio: f64, phase: f64) {
        let t = linspace(0, std::f64::consts::TAU, 800);
        let x = t.iter().map(|t| (3.0 * t).sin());
        frame[self.line].set_data(x, t.iter().map(|t| (3.0 * ratio * t + phase).sin()));
        frame[self.axes].set_title(format!("{ratio:.2}, {phase:.2}"));
    }
    // ANCHOR_END: update
}

fn main() -> panim::Result<()> {
    // ANCHOR: sweep
    let ratios = [1.0, 4.0 / 3.0, 5.0 / 3.0];
    let phases = linspace(0, std::f64::consts::PI, 10);
    let both = ratios.into_iter().flat_map(|ratio| phases.iter().map(move |phase| (ratio, *phase)));
    // ANCHOR_END: sweep
    // ANCHOR: progress
    let video = Lissajous::render("lissajous.mp4")
        .params(both.clone())
        .total(30)
        .on_progress(|progress| {
            println!("{} of {} frames", progress.encoded(), progress.total().unwrap_or(0))
        })
        .run()?;
    println!("{} frames in {:.1} s", video.frames(), video.elapsed().as_secs_f64());
    // ANCHOR_END: progress
    // ANCHOR: told
    let cancelled = Lissajous::render("lissajous.mp4")
        .params(both.clone())
        .on_progress(|_| ControlFlow::Break(()))
        .run();
    match cancelled {
        // what `update` returned is `source`: `source.downcast_ref::<MyError>()`
        Err(panim::Error::Frame { frame, source }) => println!("frame {frame}: {source}"),
        Err(panim::Error::Cancelled { written, .. }) => println!("{written} frames were written"),
        ended => println!("{}", ended?),
    }
    // ANCHOR_END: told
    Lissajous::render("lissajous.mp4").params(both).still(17)?.save_png("progress.png")?;
    Ok(())
}
