//! Colormaps whose colours swing, too often for a table of knots: `flag` and `prism`, by matplotlib's
//! formulas.

use crate::color::Color;
use std::f64::consts::PI;

/// Red, green and blue, each `level + height * sin(pi * (swings * fraction + phase))`.
struct Waves {
    swings: f64,
    /// Height, phase and level.
    parts: [(f64, f64, f64); 3],
}

const FLAG: Waves =
    Waves { swings: 31.5, parts: [(0.75, 0.25, 0.5), (1.0, 0.0, 0.0), (0.75, -0.25, 0.5)] };
const PRISM: Waves =
    Waves { swings: 20.9, parts: [(0.75, 0.25, 0.67), (0.75, -0.25, 0.33), (-1.1, 0.0, 0.0)] };

pub(super) const NAMES: [&str; 2] = ["flag", "prism"];

/// So many entries of the colormap of this name, if it is one of them.
pub(super) fn entries(name: &str, count: usize) -> Option<Vec<Color>> {
    let waves = match name {
        "flag" => FLAG,
        "prism" => PRISM,
        _ => return None,
    };
    let at = |i: usize| {
        let fraction = i as f64 / (count - 1) as f64;
        let part = |(height, phase, level): (f64, f64, f64)| {
            let value = level + height * (PI * (waves.swings * fraction + phase)).sin();
            (255.0 * value.clamp(0.0, 1.0)).round() as u8
        };
        let [red, green, blue] = waves.parts.map(part);
        Color::rgb(red, green, blue)
    };
    Some((0..count).map(at).collect())
}
