//! The forms in which colours are given.

use super::{Color, ColorError};
use crate::Number;
use crate::base::error::written;

/// A colour, where panim takes one.
///
/// | form | colour |
/// |---|---|
/// | text: `"steelblue"`, `"#4682b4"`, `"C0"`, `"0.5"` | as listed at [`Color`] |
/// | `(0.2, 0.4, 0.6)`, `[0.2, 0.4, 0.6]` | red, green and blue, 0 to 1, as in matplotlib |
/// | `(51, 102, 153)`, `[51, 102, 153]` | the same in whole numbers of any type, 0 to 255 |
/// | `(0.2, 0.4, 0.6, 0.5)`, `[51, 102, 153, 128]` | with an opacity: 0 to 1, or 0 to 255 if all four are whole |
/// | `("C0", 0.5)` | a colour of any form with this opacity, 0 to 1, instead of its own |
/// | `RED`, `RGBAColor(..)`, `Palette99::pick(1)`, .. | the colours of plotters |
/// | a [`Color`], or a reference to any of these | itself |
///
/// What is no colour is reported when the figure is drawn, so that building an artist needs no `?`.
///
/// ```
/// # use panim_figure::*;
/// use plotters::style::RED;
/// let line = Line::new(0..3, 0..3);
/// line.clone().color("tab:orange");
/// line.clone().color((1.0, 0.5, 0.0));
/// line.clone().color(("C0", 0.5));
/// line.clone().color(RED);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a color",
    label = "a color is due here",
    note = "colors are text such as `\"steelblue\"`, `\"#4682b4\"`, `\"C0\"`, or `\"0.5\"` for a gray",
    note = "or red, green and blue, `(0.2, 0.4, 0.6)` from 0 to 1 or `(51, 102, 153)` from 0 to 255, \
            with an opacity behind them if wanted",
    note = "or a color and its opacity, `(\"C0\", 0.5)`"
)]
pub trait IntoColor {
    /// The colour.
    ///
    /// # Errors
    /// If it is none: text that names no colour, or numbers beyond their limits.
    fn into_color(self) -> Result<Color, ColorError>;
}

/// Colours, one after the other: whatever iterates over colours of one form, `["C0", "red"]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of colors",
    label = "colors are due here",
    note = "a list is whatever iterates over colors of one form: `[\"C0\", \"red\"]`, \
            `[[0.2, 0.4, 0.6], [1.0, 0.5, 0.0]]`, `(0..n).map(|i| cmap.at(i as f64 / n as f64))`",
    note = "one color for all is `[\"red\"]`, or `color` where there is such a setter"
)]
pub trait ColorList {
    /// One after the other.
    fn colors(self) -> impl Iterator<Item: IntoColor>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: IntoColor>> ColorList for I {
    fn colors(self) -> impl Iterator<Item: IntoColor> {
        self.into_iter()
    }
}

/// A colour as it was given, of whatever form; what is wrong with it is said when it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ColorSpec(Result<Color, ColorError>);

impl ColorSpec {
    /// The colour, or why what was given is none.
    pub(crate) fn get(&self) -> Result<Color, ColorError> {
        self.0.clone()
    }
}

impl<C: IntoColor> From<C> for ColorSpec {
    fn from(color: C) -> Self {
        Self(color.into_color())
    }
}

impl IntoColor for Color {
    fn into_color(self) -> Result<Color, ColorError> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl<C: IntoColor + Clone> IntoColor for &C {
    fn into_color(self) -> Result<Color, ColorError> {
        self.clone().into_color()
    }
}

impl IntoColor for &str {
    fn into_color(self) -> Result<Color, ColorError> {
        self.parse()
    }
}

impl IntoColor for String {
    fn into_color(self) -> Result<Color, ColorError> {
        self.parse()
    }
}

impl IntoColor for char {
    fn into_color(self) -> Result<Color, ColorError> {
        self.to_string().parse()
    }
}

impl<C: IntoColor, A: Number> IntoColor for (C, A) {
    fn into_color(self) -> Result<Color, ColorError> {
        let (color, alpha) = (self.0.into_color()?, self.1.value());
        if (0.0..=1.0).contains(&alpha) {
            return Ok(color.with_alpha(alpha));
        }
        let alpha = written(alpha);
        let hint = format!("the opacity is {alpha}, and has to be from 0 (clear) to 1 (opaque)");
        Err(ColorError::numbers(format!("(.., {alpha})"), hint))
    }
}

impl<R: Number, G: Number, B: Number> IntoColor for (R, G, B) {
    fn into_color(self) -> Result<Color, ColorError> {
        let is_whole = R::IS_WHOLE && G::IS_WHOLE && B::IS_WHOLE;
        rgb([self.0.value(), self.1.value(), self.2.value()], is_whole)
    }
}

impl<R: Number, G: Number, B: Number, A: Number> IntoColor for (R, G, B, A) {
    fn into_color(self) -> Result<Color, ColorError> {
        let is_whole = R::IS_WHOLE && G::IS_WHOLE && B::IS_WHOLE;
        let parts = [self.0.value(), self.1.value(), self.2.value(), self.3.value()];
        rgba(parts, is_whole, is_whole && A::IS_WHOLE)
    }
}

impl<N: Number> IntoColor for [N; 3] {
    fn into_color(self) -> Result<Color, ColorError> {
        rgb(self.map(Number::value), N::IS_WHOLE)
    }
}

impl<N: Number> IntoColor for [N; 4] {
    fn into_color(self) -> Result<Color, ColorError> {
        rgba(self.map(Number::value), N::IS_WHOLE, N::IS_WHOLE)
    }
}

fn rgb([red, green, blue]: [f64; 3], is_whole: bool) -> Result<Color, ColorError> {
    let given = || {
        let [red, green, blue] = [red, green, blue].map(written);
        format!("({red}, {green}, {blue})")
    };
    let part = |name, value| fraction(name, value, is_whole, given);
    opaque([part("red", red)?, part("green", green)?, part("blue", blue)?])
}

/// `is_whole` says whether red, green and blue are whole numbers, `alpha_is_whole` whether all four.
fn rgba(
    [red, green, blue, alpha]: [f64; 4],
    is_whole: bool,
    alpha_is_whole: bool,
) -> Result<Color, ColorError> {
    let given = || {
        let [red, green, blue, alpha] = [red, green, blue, alpha].map(written);
        format!("({red}, {green}, {blue}, {alpha})")
    };
    let part = |name, value| fraction(name, value, is_whole, given);
    let color = opaque([part("red", red)?, part("green", green)?, part("blue", blue)?])?;
    Ok(color.with_alpha(fraction("the opacity", alpha, alpha_is_whole, given)?))
}

fn opaque(fractions: [f64; 3]) -> Result<Color, ColorError> {
    let [red, green, blue] = fractions.map(|fraction| (fraction * 255.0).round() as u8);
    Ok(Color::rgb(red, green, blue))
}

/// A part of a colour as a fraction of 1.
fn fraction(
    name: &str,
    value: f64,
    is_whole: bool,
    given: impl Fn() -> String,
) -> Result<f64, ColorError> {
    let most = if is_whole { 255.0 } else { 1.0 };
    if (0.0..=most).contains(&value) {
        return Ok(value / most);
    }
    let kind = if is_whole { "whole numbers" } else { "floats" };
    let value = written(value);
    Err(ColorError::numbers(given(), format!("{name} is {value}, and {kind} are from 0 to {most}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::needless_borrows_for_generic_args)]
    use super::*;

    fn get(color: impl IntoColor) -> Color {
        color.into_color().unwrap()
    }

    fn said(color: impl IntoColor) -> String {
        color.into_color().unwrap_err().to_string()
    }

    #[test]
    fn everything_that_is_a_color_is_taken() {
        let red = Color::rgb(255, 0, 0);
        assert_eq!(get(red), red);
        assert_eq!(get(&red), red);
        assert_eq!(get("red"), red);
        assert_eq!(get('r'), red);
        assert_eq!(get(String::from("#f00")), red);
        assert_eq!(get(&String::from("#ff0000")), red);
        assert_eq!("rde".into_color().unwrap_err().given(), "rde");
    }

    #[test]
    fn whole_numbers_are_bytes_and_floats_are_shares() {
        let orange = Color::rgb(255, 128, 0);
        assert_eq!(get((255, 128, 0)), orange);
        assert_eq!(get((255_u8, 128_u64, 0_i16)), orange);
        assert_eq!(get([255_u8, 128, 0]), orange);
        assert_eq!(get(&[255, 128, 0]), orange);
        assert_eq!(get((1.0, 0.5, 0.0)), orange);
        assert_eq!(get((1, 0.5_f32, 0)), orange);
        assert_eq!(get([1.0, 0.5, 0.0]), orange);
        assert_eq!(get(&(1.0, 0.5, 0.0)), orange);
    }

    #[test]
    fn a_fourth_number_and_a_second_part_are_the_opacity() {
        let faint = Color::rgba(255, 128, 0, 0.2);
        assert_eq!(get((1.0, 0.5, 0.0, 0.2)), faint);
        assert_eq!(get([1.0, 0.5, 0.0, 0.2]), faint);
        assert_eq!(get((255, 128, 0, 0.2)), faint);
        assert_eq!(get([255_u8, 128, 0, 51]), faint);
        assert_eq!(get((1.0, 0.5, 0.0, 1)), Color::rgb(255, 128, 0));
        assert_eq!(get(((255, 128, 0), 0.2)), faint);
        assert_eq!(get(("#ff800080", 0.2)), faint);
        assert_eq!(get(("red", 1)), Color::rgb(255, 0, 0));
    }

    #[test]
    fn numbers_beyond_their_limits_are_no_color() {
        for (given, wanted) in [
            (
                said((1.5, 0.0, 0.0)),
                "(1.5, 0, 0) is not a color: red is 1.5, and floats are from 0 to 1",
            ),
            (
                said([0.0, -0.1, 0.0]),
                "(0, -0.1, 0) is not a color: green is -0.1, and floats are from 0 to 1",
            ),
            (
                said((0, 0, 256)),
                "(0, 0, 256) is not a color: blue is 256, and whole numbers are from 0 to 255",
            ),
            (
                said((255.0, 0.0, 0.0)),
                "(255, 0, 0) is not a color: red is 255, and floats are from 0 to 1",
            ),
            (
                said((f64::NAN, 0.0, 0.0)),
                "(NaN, 0, 0) is not a color: red is NaN, and floats are from 0 to 1",
            ),
            (
                said((0.0, 0.0, 0.0, 2)),
                "(0, 0, 0, 2) is not a color: the opacity is 2, and floats are from 0 to 1",
            ),
            (
                said(("red", 1.5)),
                "(.., 1.5) is not a color: the opacity is 1.5, and has to be from 0 (clear) to 1 (opaque)",
            ),
        ] {
            assert_eq!(given, wanted);
        }
        assert!(said(("rde", 0.5)).contains("did you mean \"red\"?"));
    }
}
