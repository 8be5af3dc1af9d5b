//! The wave by plotine, as its documentation has it: a figure whose line is given new data.

use compare_rust_peers::{END, FRAMES, target, x, y};
use plotine::prelude::*;
use std::error::Error;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let (path, is_gif) = target()?;
    let x = x();
    let figure = Figure::new().size(6.4, 4.8).dpi(100.0).axes(|ax| {
        ax.line(&x, &y(&x, 0));
        ax.title("Cosine wave").x_label("x").y_label("y");
        ax.x_range(0.0, END).y_range(-1.5, 1.5);
    });
    let animation = figure.animate(0..FRAMES, |figure, frame| {
        let line = figure.axes_at_mut(0).and_then(|axes| axes.line_at_mut(0));
        line.expect("the axes have a line").set_y(&y(&x, frame))?;
        Ok(())
    })?;
    let animation = animation.interval_ms(1000 / 30);
    if is_gif {
        animation.save_gif(path)?;
    } else {
        animation.save_png_sequence(path)?;
    }
    Ok(())
}
