//! Figures whose background is not opaque.
//!
//! Shapes are painted over opaque pixels. Such a figure is painted over black and over white: what the
//! two have in common is its own colour, and how far they are apart says how much shines through.

use super::ground::Ground;
use crate::{color::Color, scene::damage::Damage};

/// The two grounds that a figure is painted on.
pub(super) struct SeeThrough {
    black: Ground,
    white: Ground,
}

impl SeeThrough {
    pub(super) fn new(size: (u32, u32)) -> Self {
        Self { black: Ground::new(size), white: Ground::new(size) }
    }

    /// Each of the two, with how bright it is.
    pub(super) fn grounds(&mut self) -> [(&mut Ground, u8); 2] {
        [(&mut self.black, 0), (&mut self.white, 255)]
    }

    /// Mixes what has `changed` of the two into pixels whose colours are not multiplied by alpha.
    pub(super) fn mix(&self, changed: &Damage, into: &mut [u8]) {
        let columns = changed.size().0 as usize;
        let [black, white] =
            [&self.black, &self.white].map(|ground| ground.pixels.as_chunks::<4>().0);
        let into = into.as_chunks_mut::<4>().0;
        for part in changed.parts() {
            let [x, y, width, height] =
                [part.x, part.y, part.width, part.height].map(|n| n as usize);
            for row in y..y + height {
                let place = row * columns + x..row * columns + x + width;
                let grounds = black[place.clone()].iter().zip(&white[place.clone()]);
                for (into, (black, white)) in into[place].iter_mut().zip(grounds) {
                    *into = own_color(*black, *white);
                }
            }
        }
    }
}

/// The colour of a pixel that is this one over black and that one over white.
fn own_color(black: [u8; 4], white: [u8; 4]) -> [u8; 4] {
    let opacity = |i: usize| 255 - white[i].saturating_sub(black[i]);
    let alpha = opacity(0).max(opacity(1)).max(opacity(2));
    if alpha == 0 {
        return [0; 4];
    }
    let (whole, half) = (u32::from(alpha), u32::from(alpha) / 2);
    let channel = |i: usize| ((u32::from(black[i]) * 255 + half) / whole).min(255) as u8;
    [channel(0), channel(1), channel(2), alpha]
}

/// What a colour makes of a ground that is so bright.
pub(super) fn over(color: Color, ground: u8) -> Color {
    let (alpha, ground) = (color.alpha(), f64::from(ground));
    let mixed = |c: u8| (f64::from(c) * alpha + ground * (1.0 - alpha)).round() as u8;
    Color::rgb(mixed(color.red()), mixed(color.green()), mixed(color.blue()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colour_and_its_opacity_come_back() {
        for color in [[0, 0, 0], [255, 255, 255], [31, 119, 180], [255, 0, 90]] {
            for alpha in [0_u8, 10, 128, 200, 255] {
                let [r, g, b] = color;
                let paint = Color::rgba(r, g, b, f64::from(alpha) / 255.0);
                let [black, white] = [0, 255].map(|ground| over(paint, ground).to_rgba8());
                let own = own_color(black, white);
                assert!(own[3].abs_diff(alpha) <= 1, "{color:?} {alpha}: {own:?}");
                let off = (0..3).map(|i| own[i].abs_diff(color[i])).max();
                let most = if alpha < 20 { 255 / alpha.max(1) } else { 2 };
                assert!(alpha == 0 || off <= Some(most), "{color:?} {alpha}: {own:?}");
            }
        }
        assert_eq!(own_color([0, 0, 0, 255], [255; 4]), [0; 4]);
    }
}
