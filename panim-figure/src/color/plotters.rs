//! The colours of plotters.

use super::{Color, ColorError, IntoColor};
use plotters::style::{HSLColor, Palette, PaletteColor, RGBAColor, RGBColor};

fn from_plotters(color: &impl plotters::style::Color) -> Result<Color, ColorError> {
    let RGBAColor(red, green, blue, alpha) = color.to_rgba();
    ((red, green, blue), alpha).into_color()
}

macro_rules! colors {
    ($($color:ty)*) => {$(
        impl IntoColor for $color {
            fn into_color(self) -> Result<Color, ColorError> {
                from_plotters(&self)
            }
        }
    )*};
}
colors! { RGBColor RGBAColor HSLColor }

impl<P: Palette> IntoColor for PaletteColor<P> {
    fn into_color(self) -> Result<Color, ColorError> {
        from_plotters(&self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use plotters::style::{Color as _, Palette99, RED};

    #[test]
    fn they_are_the_same_here() {
        assert_eq!(RED.into_color().unwrap(), Color::rgb(255, 0, 0));
        assert_eq!((&RED).into_color().unwrap(), Color::rgb(255, 0, 0));
        assert_eq!(RED.mix(0.5).into_color().unwrap(), Color::rgba(255, 0, 0, 0.5));
        assert_eq!(HSLColor(0.0, 1.0, 0.5).into_color().unwrap(), Color::rgb(255, 0, 0));
        assert_eq!(Palette99::pick(0).into_color().unwrap(), Color::rgb(230, 25, 75));
        assert!(RGBAColor(0, 0, 0, 1.5).into_color().is_err());
    }
}
