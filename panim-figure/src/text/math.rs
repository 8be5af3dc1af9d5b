//! Formulas that take more than letters and scripts.

#[cfg(feature = "math")]
mod katex;

use super::{
    TextStyle,
    font::{Face, Families},
};
#[cfg(not(feature = "math"))]
use super::{font::GlyphCache, line::GlyphRow, markup};
use crate::FigureError;
#[cfg(feature = "math")]
pub(in crate::text) use katex::{MathCache, set};

/// Where the letters of formulas come from: what matplotlib calls `mathtext.fontset`.
///
/// A figure's is in its [`Style`](crate::Style), and every text can have one of its own: `math_font("cm")`.
///
/// ```
/// use panim_figure::{Figure, MathFont, Style};
///
/// let mut fig = Figure::new();
/// # let math_font = MathFont::Text;
/// # #[cfg(feature = "math")]
/// let math_font = MathFont::ComputerModern;
/// fig.set_style(Style { math_font, ..Style::default() });
/// fig.axes().set_title(r"$E = mc^2$");
/// # panim_figure::Renderer::new(fig).unwrap();
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MathFont {
    /// The font of the words around them, DejaVu Sans by default.
    #[default]
    Text,
    /// TeX's Computer Modern, as KaTeX has it. Takes the feature `math`. Powers of ten on axes stay in the letters
    /// of the other ticks.
    ComputerModern,
}

crate::base::word::named! { MathFont, "a font of formulas":
    "text" => Self::Text,
    "cm" => Self::ComputerModern,
}

impl MathFont {
    /// Says that it is not there.
    pub(crate) fn check(self, part: &'static str) -> Result<(), FigureError> {
        if self == Self::Text || cfg!(feature = "math") {
            return Ok(());
        }
        let message = "\"cm\" takes the feature `math` of panim: features = [\"math\"]";
        Err(FigureError::new(part, "math_font", message))
    }
}

/// What formulas have in common that differ in their numbers alone.
pub(crate) fn form(formula: &str) -> String {
    let mut form = String::with_capacity(formula.len());
    for character in formula.chars() {
        match character.is_ascii_digit() {
            true if form.ends_with('0') => {}
            true => form.push('0'),
            false => form.push(character),
        }
    }
    form
}

/// What a formula is set with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MathLetters {
    pub(super) families: Families,
    pub(super) face: Face,
    pub(super) font: MathFont,
}

impl MathLetters {
    pub(super) fn new(families: Families, style: &TextStyle) -> Self {
        Self { families, face: style.face, font: style.math_font.unwrap_or_default() }
    }
}

/// Sets a formula, without its dollars, in pixels to one em of the text.
///
/// # Errors
///
/// What such formulas take.
#[cfg(not(feature = "math"))]
pub(super) fn set(
    formula: &str,
    _cache: &mut GlyphCache,
    _letters: MathLetters,
    _size: f64,
) -> Result<GlyphRow, String> {
    Err(match markup::has_command(formula) && markup::is_balanced(formula) {
        true => "such formulas take the feature `math` of panim".to_owned(),
        false => "a brace, or what stands behind `^` or `_`, is missing or too much".to_owned(),
    })
}
