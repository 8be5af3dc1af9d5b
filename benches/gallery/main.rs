//! Draws every item of matplotlib's page "Plot types" with panim, and says how long each takes.

#![allow(missing_docs)]

mod data;
mod plots;

use panim::{Figure, Renderer};
use std::{env, fs, path::Path, time::Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [folder, rounds] = args.as_slice() else {
        println!("usage: plot_types FOLDER ROUNDS; benches/gallery/compare.py calls it");
        return Ok(());
    };
    let rounds: usize = rounds.parse()?;
    fs::create_dir_all(folder)?;
    for &(name, plot) in plots::PLOTS {
        draw(plot)?.save_png(Path::new(folder).join(name).with_extension("png"))?;
        let mut times: Vec<f64> = (0..rounds)
            .map(|_| {
                let start = Instant::now();
                draw(plot).map(|_| start.elapsed().as_secs_f64() * 1e3)
            })
            .collect::<Result<_, _>>()?;
        times.sort_by(f64::total_cmp);
        println!("{name} {:.2}", times.get(rounds / 2).copied().unwrap_or(f64::NAN));
    }
    Ok(())
}

/// The whole figure, from its data to its pixels.
fn draw(plot: fn(&mut Figure)) -> panim::Result<panim::Picture> {
    let mut fig = Figure::new();
    plot(&mut fig);
    Ok(Renderer::new(fig)?.picture()?)
}
