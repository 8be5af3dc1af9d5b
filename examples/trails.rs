//! Trails without memory: a frame may be drawn before the one before it, on another core, so
//! nothing is kept between frames. What a frame needs of the past it computes from its time.

use panim::prelude::*;
use std::f64::consts::TAU;

/// Seconds of the past that are still to be seen, and the pieces they are drawn in.
const PAST: f64 = 0.8;
const PIECES: u32 = 12;

/// A point on a Lissajous figure, and where it was.
#[animation]
#[derive(Default)]
struct Lissajous {
    trail: Vec<Handle<Line>>,
    point: Handle<Line>,
}

/// Where the point is at any time, not only at the next: this is what makes frames independent.
fn position(seconds: f64) -> (f64, f64) {
    ((3.0 * TAU * seconds / 8.0).sin(), (2.0 * TAU * seconds / 8.0).sin())
}

impl Lissajous {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(480, 480);
        let ax = fig.axes();
        ax.set_xlim(-1.2, 1.2).set_ylim(-1.2, 1.2).set_title("Lissajous 3:2");
        let (x, y): (Vec<_>, Vec<_>) = linspace(0.0, 8.0, 400).into_iter().map(position).unzip();
        ax.add(Line::new(x, y).color("0.85").width(1.0));
        // the older, the fainter; the newest is drawn last, over the others' ends
        self.trail = (0..PIECES)
            .map(|newer| {
                let share = f64::from(newer + 1) / f64::from(PIECES);
                let fade = |c: f64| (255.0 - (255.0 - c) * share) as u8;
                let color = (fade(31.0), fade(119.0), fade(180.0));
                ax.add(Line::new([0.0], [0.0]).color(color).width(3.0 * share))
            })
            .collect();
        let point = Line::new([0.0], [0.0]).style("").marker('o').marker_size(8.0).color("C3");
        self.point = ax.add(point);
    }

    #[update]
    fn update(&self, frame: &mut Frame, seconds: f64) {
        let step = PAST / f64::from(PIECES);
        for (newer, &piece) in self.trail.iter().enumerate() {
            let oldest = seconds - PAST + step * newer as f64;
            let (x, y): (Vec<_>, Vec<_>) =
                linspace(oldest, oldest + step, 8).into_iter().map(position).unzip();
            frame[piece].set_data(x, y);
        }
        let (x, y) = position(seconds);
        frame[self.point].set_data([x], [y]);
    }
}

fn main() -> panim::Result<()> {
    // the end is left out, so that the video loops without a stutter
    let video = Lissajous::render("trails.mp4").fps(60).sweep(0.0..8.0, 480).run()?;
    println!("{video}");
    Ok(())
}
