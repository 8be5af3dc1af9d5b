//! What `cli.rs` runs: a small program as a user would write it, with a command line.
//!
//! Environment variables make it misbehave: `WAVE_FAILS` is a frame that fails, `WAVE_PANICS` one that
//! panics, `WAVE_SLEEPS` milliseconds that each frame takes, `WAVE_ENDLESS` for parameters that never
//! end, `WAVE_UNCOUNTED` for some that do not know how many they are, of which `WAVE_FRAMES` is the number,
//! `WAVE_WARNS` for limits that are equal, `WAVE_OPTIONS` for options of its own, and `WAVE_PARSER` for a parser of its own.

use clap::Parser;
use panim::Encoder;
use panim::prelude::*;
use std::{env, thread::sleep, time::Duration};

/// Its limits follow the first frame, and so does the color of what is added later.
#[animation]
#[derive(Clone, Default)]
struct Wave {
    speed: f64,
    line: Handle<Line>,
    ax: Handle<Axes>,
}

fn variable(name: &str) -> Option<usize> {
    env::var(name).ok()?.parse().ok()
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(160, 120);
        let ax = fig.axes();
        if env::var_os("WAVE_WARNS").is_some() {
            ax.set_xlim(1, 1);
        }
        self.line = ax.add(Line::empty());
        self.ax = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize, phase: f64) -> Result<(), String> {
        if let Some(millis) = variable("WAVE_SLEEPS") {
            sleep(Duration::from_millis(millis as u64));
        }
        if variable("WAVE_FAILS") == Some(i) {
            return Err(format!("nothing to draw\nat {phase:.3}"));
        }
        assert!(variable("WAVE_PANICS") != Some(i), "no phase {phase:.3}");
        let x = linspace(0, 10, 50);
        let height = 1.0 + self.speed + i as f64 / 10.0;
        let y: Vec<f64> = x.iter().map(|x| height * (x + phase).cos()).collect();
        frame[self.line].set_data(&x, y);
        frame[self.ax].set_title(format!("frame {i}"));
        Ok(())
    }
}

/// A wave with options of its own
#[derive(clap::Args)]
struct Options {
    /// How fast it grows
    #[arg(long, default_value_t = 0.0)]
    speed: f64,
}

/// The same, read by a parser of the program's own.
#[derive(Parser)]
struct OwnParser {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    panim: panim::cli::Args,
}

fn main() -> panim::Result<()> {
    let phases = (0..60).map(|i| f64::from(i) / 10.0);
    let render = |speed| {
        let wave = Wave { speed, ..Wave::default() };
        wave.render_to("wave.mp4").gop(10).encoder(Encoder::Cpu)
    };
    if env::var_os("WAVE_OPTIONS").is_some() {
        return panim::cli::main(|Options { speed }| Ok(render(speed).params(phases)));
    }
    if env::var_os("WAVE_PARSER").is_some() {
        let OwnParser { options, panim } = OwnParser::parse();
        return render(options.speed).params(phases).main_with(panim);
    }
    if env::var_os("WAVE_ENDLESS").is_some() {
        return render(0.0).params((0..).map(f64::from)).main();
    }
    if env::var_os("WAVE_UNCOUNTED").is_some() {
        let frames = variable("WAVE_FRAMES").unwrap_or(60);
        return render(0.0).params(phases.take(frames).filter(|phase| *phase >= 0.0)).main();
    }
    render(0.0).params(phases).main()
}
