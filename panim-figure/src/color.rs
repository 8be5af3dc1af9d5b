//! Colours, and the forms in which they may be given.

pub(crate) mod colormap;
mod error;
mod given;
pub(crate) mod light;
pub(crate) mod mapping;
mod names;
pub(crate) mod norm;
mod parse;
#[cfg(feature = "plotters")]
mod plotters;

pub use error::ColorError;
pub(crate) use given::ColorSpec;
pub use given::{ColorList, IntoColor};

use crate::{FigureError, Number};

/// An sRGB colour with an opacity.
///
/// Red, green and blue are the 8-bit values that end up in the picture. From text, a colour is
/// made with [`str::parse`]; the artists take text as it is, and the other forms of [`IntoColor`]:
///
/// | text | colour |
/// |---|---|
/// | `"steelblue"` | a name of CSS, in any case |
/// | `"#rgb"`, `"#rgba"`, `"#rrggbb"`, `"#rrggbbaa"` | hex digits, `aa` being the opacity |
/// | `"rgb(70 130 180)"`, `"hsl(207 44% 49%)"`, .. | a function of CSS |
/// | `"C0"`, `"C1"`, .. | the colours of [`Color::cycle`] |
/// | `"tab:blue"`, `"tab:orange"`, .. | the same ten by name |
/// | `"k"`, `"w"`, `"r"`, `"g"`, `"b"`, `"c"`, `"m"`, `"y"` | matplotlib's single letters |
/// | `"0.5"` | a grey, from `"0"` (black) to `"1"` (white) |
/// | `"none"`, `"transparent"` | nothing |
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    red: u8,
    green: u8,
    blue: u8,
    alpha: f32,
}

impl Color {
    /// Opaque black.
    pub const BLACK: Self = Self::rgb(0, 0, 0);
    /// Opaque white.
    pub const WHITE: Self = Self::rgb(255, 255, 255);
    /// Nothing at all.
    pub const TRANSPARENT: Self = Self::rgba(0, 0, 0, 0.0);

    /// An opaque colour.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue, alpha: 1.0 }
    }

    /// A colour with an opacity from 0 (not to be seen) to 1 (opaque); see
    /// [`with_alpha`](Self::with_alpha).
    pub const fn rgba(red: u8, green: u8, blue: u8, alpha: f64) -> Self {
        Self { alpha: alpha.max(0.0).min(1.0) as f32, ..Self::rgb(red, green, blue) }
    }

    /// The same colour with another opacity. Below 0 is 0, above 1 is 1, not a number is 0.
    #[must_use]
    pub fn with_alpha(self, alpha: impl Number) -> Self {
        Self::rgba(self.red, self.green, self.blue, alpha.value())
    }

    /// The colour `Ci` of the ten that artists take in turn, matplotlib's `tab10`; the eleventh
    /// is the first again.
    pub const fn cycle(i: usize) -> Self {
        let [red, green, blue] = CYCLE[i % CYCLE.len()].1;
        Self::rgb(red, green, blue)
    }

    /// The red part, 0 to 255.
    pub const fn red(self) -> u8 {
        self.red
    }

    /// The green part, 0 to 255.
    pub const fn green(self) -> u8 {
        self.green
    }

    /// The blue part, 0 to 255.
    pub const fn blue(self) -> u8 {
        self.blue
    }

    /// The opacity, 0 to 1, in the precision of an `f32`.
    pub const fn alpha(self) -> f64 {
        self.alpha as f64
    }

    /// Red, green, blue and the opacity in 8 bits each, not premultiplied.
    pub const fn to_rgba8(self) -> [u8; 4] {
        [self.red, self.green, self.blue, (self.alpha * 255.0 + 0.5) as u8]
    }
}

/// The colours of [`Color::cycle`] in their order.
pub(crate) const CYCLE_COLORS: [Color; 10] = {
    let mut colors = [Color::BLACK; 10];
    let mut i = 0;
    while i < colors.len() {
        colors[i] = Color::cycle(i);
        i += 1;
    }
    colors
};

/// The ten colours of the cycle, with what follows `tab:` in their names.
const CYCLE: [(&str, [u8; 3]); 10] = [
    ("blue", [0x1f, 0x77, 0xb4]),
    ("orange", [0xff, 0x7f, 0x0e]),
    ("green", [0x2c, 0xa0, 0x2c]),
    ("red", [0xd6, 0x27, 0x28]),
    ("purple", [0x94, 0x67, 0xbd]),
    ("brown", [0x8c, 0x56, 0x4b]),
    ("pink", [0xe3, 0x77, 0xc2]),
    ("gray", [0x7f, 0x7f, 0x7f]),
    ("olive", [0xbc, 0xbd, 0x22]),
    ("cyan", [0x17, 0xbe, 0xcf]),
];

impl From<(u8, u8, u8)> for Color {
    fn from((red, green, blue): (u8, u8, u8)) -> Self {
        Self::rgb(red, green, blue)
    }
}

impl From<[u8; 3]> for Color {
    fn from([red, green, blue]: [u8; 3]) -> Self {
        Self::rgb(red, green, blue)
    }
}

/// Refuses a colour that is none.
pub(crate) fn checked_color(
    part: &'static str,
    argument: &'static str,
    color: &ColorSpec,
) -> Result<(), FigureError> {
    color.get().map(drop).map_err(|e| FigureError::new(part, argument, e.to_string()))
}

crate::base::same::same! {
    Color { red, green, blue, alpha }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opacity_stays_between_nothing_and_opaque() {
        let alpha = |alpha| Color::BLACK.with_alpha(alpha).alpha();
        assert_eq!([alpha(-1.0), alpha(0.25), alpha(7.0), alpha(f64::NAN)], [0.0, 0.25, 1.0, 0.0]);
        assert_eq!(Color::TRANSPARENT.to_rgba8(), [0; 4]);
    }

    #[test]
    fn eight_bits_come_out_as_they_went_in() {
        for byte in 0..=255 {
            let color = Color::rgba(byte, 1, 2, f64::from(byte) / 255.0);
            assert_eq!(color.to_rgba8(), [byte, 1, 2, byte]);
        }
    }

    #[test]
    fn the_cycle_starts_again_after_ten() {
        assert_eq!(Color::cycle(0), Color::rgb(31, 119, 180));
        assert_eq!(Color::cycle(13), Color::cycle(3));
        assert_eq!(Color::cycle(usize::MAX), Color::cycle(5));
    }
}
