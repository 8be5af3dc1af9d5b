//! How bright a face is in the light that mplot3d shades with.

use super::Color;
use crate::transform::space::{Vec3, dot};

/// Towards the light: matplotlib's `LightSource(azdeg=225, altdeg=19.4712)`.
const LIGHT: Vec3 = [-0.666_666_75, -0.666_666_75, 0.333_332_99];

/// The least brightness, of a face turned away from the light.
const DARKEST: f64 = 0.3;

/// The colour of a face with this normal, of any length; half bright if it has none.
pub(crate) fn shade(color: Color, normal: Vec3) -> Color {
    let length = dot(normal, normal).sqrt();
    let towards = if length > 0.0 { dot(normal, LIGHT) / length } else { 0.0 };
    let bright = DARKEST + (1.0 - DARKEST) * (towards + 1.0) / 2.0;
    let dim = |part: u8| (f64::from(part) * bright).round() as u8;
    Color::rgb(dim(color.red()), dim(color.green()), dim(color.blue())).with_alpha(color.alpha())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_as_bright_as_in_matplotlib() {
        // art3d._shade_colors("C0", [normal]) of matplotlib 3.11.2, times 255
        let blue = Color::cycle(0);
        let shaded = |normal| shade(blue, normal).to_rgba8();
        assert_eq!(shaded([0.0, 0.0, 1.0]), SHADED[0]);
        assert_eq!(shaded([0.0, -3.0, 0.0]), SHADED[1]);
        assert_eq!(shaded([1.0, 0.0, 0.0]), SHADED[2]);
        assert_eq!(shaded([0.0, 0.0, 0.0]), SHADED[3]);
    }

    const SHADED: [[u8; 4]; 4] =
        [[24, 91, 138, 255], [27, 105, 159, 255], [13, 50, 75, 255], [20, 77, 117, 255]];
}
