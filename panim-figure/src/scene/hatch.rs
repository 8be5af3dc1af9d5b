//! Patterns that lie on the picture, whatever shows them.

use crate::{Hatch, base::same::same, color::Color};

/// A square of a pattern. The picture is covered with them, from its upper left corner on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct HatchTile {
    pub(crate) hatch: Hatch,
    pub(crate) color: Color,
    /// Of the lines, in pixels.
    pub(crate) width: f64,
    /// In whole pixels, so that all squares have the same ones.
    side: u16,
}

/// The longest side of a square in pixels.
const MOST: f64 = 4096.0;

impl HatchTile {
    /// Of an inch, as far as that is a whole number of pixels, of which a point has so many.
    pub(crate) fn new(hatch: Hatch, color: Color, width: f64, point: f64) -> Self {
        // what rounding took from a whole number is no pixel
        let side = (72.0 * point + 1e-6).floor().clamp(1.0, MOST) as u16;
        Self { hatch, color, width: width * point, side }
    }

    pub(crate) fn side(&self) -> u16 {
        self.side
    }
}

same! {
    HatchTile { hatch, color, width, side }
}
