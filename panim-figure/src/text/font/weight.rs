//! How heavy letters are, and whether they stand upright.

use crate::{Number, OneOf, base::error::written};

/// How heavy letters are, from 1 to 1000, as in CSS and OpenType: a constant, matplotlib's name for it
/// (`"light"`, `"bold"`, `"black"`) or a number, `weight(600)`.
///
/// Letters come from the nearest face that their [family](crate::FontFamily) has: DejaVu Sans has three, 200, 400
/// and 700, and a variable font has all within its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u16);

impl Weight {
    /// 100.
    pub const THIN: Self = Self(100);
    /// 200.
    pub const EXTRA_LIGHT: Self = Self(200);
    /// 300.
    pub const LIGHT: Self = Self(300);
    /// 400, the usual weight of text.
    pub const NORMAL: Self = Self(400);
    /// 500.
    pub const MEDIUM: Self = Self(500);
    /// 600.
    pub const SEMIBOLD: Self = Self(600);
    /// 700.
    pub const BOLD: Self = Self(700);
    /// 800.
    pub const EXTRA_BOLD: Self = Self(800);
    /// 900.
    pub const BLACK: Self = Self(900);

    /// Its number, 1 to 1000.
    pub fn value(self) -> u16 {
        self.0
    }

    /// Of a font file that says this, which may be anything.
    pub(super) fn of_file(value: u16) -> Self {
        // some files count from 1 to 9
        let value = if value < 10 { value * 100 } else { value };
        Self(if value == 0 { 400 } else { value.min(1000) })
    }

    /// Of a place on a font's axis.
    pub(super) fn of_axis(value: f32) -> Self {
        // what is no number is 0
        Self(value.round().clamp(1.0, 1000.0).max(1.0) as u16)
    }

    /// How far a face of weight `other` is from this one, as CSS matches fonts: the less, the better.
    pub(super) fn distance(self, other: Self) -> (u8, u16) {
        let (wanted, other) = (self.0, other.0);
        let away = wanted.abs_diff(other);
        match wanted {
            // what lies up to 500 stands in for both
            400..=500 if (wanted..=500).contains(&other) => (0, away),
            ..=500 if other <= wanted => (1, away),
            ..=500 => (2, away),
            _ if other >= wanted => (0, away),
            _ => (1, away),
        }
    }
}

impl Default for Weight {
    fn default() -> Self {
        Self::NORMAL
    }
}

crate::base::word::named! { Weight, "a weight":
    "normal" | "regular" | "book" => Self::NORMAL,
    "bold" => Self::BOLD,
    "thin" => Self::THIN,
    "extra light" | "ultralight" | "extralight" => Self::EXTRA_LIGHT,
    "light" => Self::LIGHT,
    "medium" | "roman" => Self::MEDIUM,
    "semibold" | "demibold" | "demi" => Self::SEMIBOLD,
    "extra bold" | "heavy" | "extrabold" | "ultrabold" => Self::EXTRA_BOLD,
    "black" => Self::BLACK,
}

/// By its number: `weight(600)`.
#[diagnostic::do_not_recommend]
impl<N: Number> OneOf<Weight> for N {
    fn choice(self) -> Result<Weight, String> {
        let value = self.value();
        match value.round() {
            whole @ 1.0..=1000.0 => Ok(Weight(whole as u16)),
            _ => Err(format!("{} is not a weight, 1 to 1000", written(value))),
        }
    }
}

/// Whether letters stand upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FontStyle {
    /// Upright letters.
    #[default]
    Normal,
    /// Slanted letters.
    Italic,
}

crate::base::word::named! { FontStyle, "a font style":
    "normal" => Self::Normal,
    "italic" | "oblique" => Self::Italic,
}

/// How far one face is from another: the slant, then the weight.
pub(super) type FaceDistance = (bool, (u8, u16));

/// Which of the fonts of a family letters are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Face {
    pub(crate) weight: Weight,
    pub(crate) style: FontStyle,
}

impl Face {
    pub(crate) const REGULAR: Self = Self { weight: Weight::NORMAL, style: FontStyle::Normal };
    pub(crate) const ITALIC: Self = Self { style: FontStyle::Italic, ..Self::REGULAR };
    pub(crate) const BOLD: Self = Self { weight: Weight::BOLD, ..Self::REGULAR };
    pub(crate) const BOLD_ITALIC: Self = Self { style: FontStyle::Italic, ..Self::BOLD };

    /// How far another face is from this one, as CSS matches fonts: the slant counts first.
    pub(super) fn distance(self, other: Self) -> FaceDistance {
        (self.style != other.style, self.weight.distance(other.weight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_weight_is_that_of_css() {
        let nearest = |wanted: u16, given: &[u16]| {
            let distance = |weight: &u16| Weight(wanted).distance(Weight(*weight));
            *given.iter().min_by_key(|weight| distance(weight)).expect("some")
        };
        assert_eq!(nearest(400, &[300, 500, 700]), 500);
        assert_eq!(nearest(500, &[300, 400, 600]), 400);
        assert_eq!(nearest(450, &[400, 600]), 400);
        assert_eq!(nearest(300, &[200, 400]), 200);
        assert_eq!(nearest(300, &[100, 350, 400]), 100);
        assert_eq!(nearest(600, &[500, 900]), 900);
        assert_eq!(nearest(900, &[100, 700, 800]), 800);
    }

    #[test]
    fn a_weight_is_a_name_or_a_number() {
        assert_eq!(OneOf::<Weight>::choice("demi"), Ok(Weight::SEMIBOLD));
        assert_eq!(OneOf::<Weight>::choice(650).map(Weight::value), Ok(650));
        for wrong in [0.0, -3.0, 1001.0, f64::NAN, f64::INFINITY] {
            let message = OneOf::<Weight>::choice(wrong).expect_err("no weight");
            assert!(message.ends_with("is not a weight, 1 to 1000"), "{message}");
        }
    }
}
