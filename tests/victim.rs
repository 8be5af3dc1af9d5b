//! What `.ci/faults.py` kills and breaks: a program that renders noise, slowly.
//!
//!     victim PATH FRAMES MILLIS [rows=ROWS] [cancel] [exit] [abort] [resume]
//!
//! says `setup` when work begins, writes ROWS as well, may turn interrupts into cancels, end in the middle
//! of frame 10, or keep what is finished.
#![allow(clippy::print_stderr, clippy::exit)]

use panim::Encoder;
use panim::prelude::*;
use std::{env, thread::sleep, time::Duration};

const SIDE: usize = 64;

#[animation]
#[derive(Clone, Default)]
struct Noise {
    wait: Duration,
    end: Option<fn()>,
    image: Handle<Image>,
}

impl Noise {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        eprintln!("setup");
        fig.set_size(320, 240);
        let image = Image::new([[0.0; SIDE]; SIDE]).vmin(0.0).vmax(1.0);
        self.image = fig.axes().add(image);
    }

    #[update]
    fn update(&self, frame: &mut Frame, seed: u64) {
        let mut state = seed;
        let cells = [[(); SIDE]; SIDE].map(|row| {
            row.map(|()| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 40) as f64 / (1_u64 << 24) as f64
            })
        });
        sleep(self.wait);
        if let Some(end) = self.end.filter(|_| seed == 10) {
            end();
        }
        frame[self.image].set_data(cells);
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [path, frames, millis, options @ ..] = &words[..] else {
        return Err("usage: victim PATH FRAMES MILLIS [rows=ROWS] [cancel]".into());
    };
    let has = |name| options.iter().any(|option| option == name);
    if has("cancel") {
        panim::cancel_on_interrupt()?;
    }
    let end: Option<fn()> = match () {
        () if has("exit") => Some(|| std::process::exit(3)),
        () if has("abort") => Some(|| std::process::abort()),
        () => None,
    };
    let wait = Duration::from_millis(millis.parse()?);
    let render = Noise { wait, end, ..Noise::default() }
        .render_to(path)
        .quality(10)
        .gop(5)
        .encoder(Encoder::Cpu)
        .workers(2)
        .resume(has("resume"))
        .params(0..frames.parse::<u64>()?);
    match options.iter().find_map(|option| option.strip_prefix("rows=")) {
        Some(rows) => render.save_params(rows).run()?,
        None => render.run()?,
    };
    Ok(())
}
