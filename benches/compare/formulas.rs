//! Draws formulas below each other: `formulas FONT FILE PICTURE`. `benches/compare/formulas.py` calls it.

#![allow(missing_docs)]

use panim::{At, Figure, Text};
use std::{env, fs};

/// Of a formula's place, in pixels; formulas.py has the same.
const WIDTH: u32 = 1000;
const HEIGHT: u32 = 140;
const LEFT: f64 = 20.0;
const BASELINE: f64 = 80.0;
const EM: f64 = 40.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [font, file, picture] = args.as_slice() else {
        println!("usage: formulas FONT FILE PICTURE; benches/compare/formulas.py calls it");
        return Ok(());
    };
    let formulas = fs::read_to_string(file)?;
    let height = HEIGHT * formulas.lines().count() as u32;
    let mut fig = Figure::new();
    fig.set_size(WIDTH, height);
    let ax = fig.axes();
    ax.set_axis_off(true);
    for (i, formula) in formulas.lines().enumerate() {
        let baseline = f64::from(height) - (f64::from(HEIGHT) * i as f64 + BASELINE);
        let text = Text::new(At::Pixels(LEFT, baseline), formula).size(EM * 72.0 / 100.0);
        ax.add(text.math_font(font).valign("baseline"));
    }
    fig.save_png(picture)?;
    Ok(())
}
