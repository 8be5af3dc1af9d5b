//! The wave by ruviz, as its documentation has it: a plot for every frame.

use compare_rust_peers::{END, FRAMES, target, x, y};
use ruviz::animation::RecordConfig;
use ruviz::prelude::*;
use ruviz::record;
use std::error::Error;
use std::path::Path;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let (path, is_gif) = target()?;
    let x = x();
    let plot = |frame: u32| {
        Plot::new()
            .line(&x, &y(&x, frame))
            .title("Cosine wave")
            .xlabel("x")
            .ylabel("y")
            .xlim(0.0, END)
            .ylim(-1.5, 1.5)
    };
    if is_gif {
        let config = RecordConfig::new().dimensions(640, 480).framerate(30).preserve_figure_size();
        record!(path.as_str(), FRAMES as usize, config: config, |tick| plot(tick.count as u32))?;
    } else {
        for frame in 0..FRAMES {
            let file = Path::new(&path).join(format!("{frame:05}.png"));
            plot(frame).size(6.4, 4.8).dpi(100).save(file)?;
        }
    }
    Ok(())
}
