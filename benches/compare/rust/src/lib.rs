//! The wave of `examples/wave.rs`, for those who draw it with something else.

use std::f64::consts::TAU;

pub const FRAMES: u32 = 60;
pub const END: f64 = 2.0 * TAU;

/// The 200 points of the line.
pub fn x() -> Vec<f64> {
    (0..200).map(|i| END * f64::from(i) / 199.0).collect()
}

pub fn y(x: &[f64], frame: u32) -> Vec<f64> {
    let phase = TAU * f64::from(frame) / f64::from(FRAMES);
    x.iter().map(|x| (x + phase).cos()).collect()
}

/// Where the first argument says: `.gif`, or a folder for the frames as PNGs.
pub fn target() -> Result<(String, bool), &'static str> {
    let path = std::env::args().nth(1).ok_or("usage: PROGRAM wave.gif|FOLDER")?;
    let is_gif = path.ends_with(".gif");
    Ok((path, is_gif))
}
