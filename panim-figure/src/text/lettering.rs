//! How words look: their font, their colour, their lines. What is not said is as the figure's style says.

use super::{
    HAlign, TextStyle,
    font::{Face, FontFamily, FontStyle, Weight},
    math::MathFont,
};
use crate::{
    FigureError,
    base::{
        check::{INSET, LINE_SPACING, SIZE},
        word::Misnamed,
    },
    color::{Color, ColorSpec, checked_color},
};
use vello_cpu::kurbo::Size;

/// The letters of words: family, size, weight and style, what matplotlib calls `FontProperties`. What is not
/// said here is as the figure's [`Style`](crate::Style) says.
///
/// Titles, labels and texts take each of these by itself, `Label::new("x").size(14)`; what writes many words,
/// such as ticks and legends, takes them together:
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let small = Font::new().family("monospace").size(8);
/// let ax = fig.axes();
/// ax.set_title(Label::new("every weight").family("serif").style("italic").size(14));
/// ax.set_tick_params(TickParams::new().label_font(&small)).set_xlim(-0.2, 1.8).set_ylim(-0.5, 3.5);
/// for (y, weight) in [(3, "light"), (2, "normal"), (1, "bold")] {
///     ax.add(Text::new((0, y), weight).weight(weight).size(16));
///     ax.add(Text::new((1, y), weight).weight(weight).family("serif").style("italic").size(16));
/// }
/// ax.add(HLine::new(0).label(Label::new("run 3").color("C0")));
/// ax.set_legend(Legend::new().font(small.weight("bold")).loc("lower right"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("font", fig);
/// ```
#[doc = include_str!("../../docs/font.md")]
#[doc(alias = "FontProperties")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Font {
    pub(crate) family: Option<FontFamily>,
    /// In points.
    pub(crate) size: Option<f64>,
    pub(crate) weight: Option<Weight>,
    pub(crate) style: Option<FontStyle>,
    pub(crate) math_font: Option<MathFont>,
    pub(crate) misnamed: Misnamed,
}

impl Font {
    /// Letters as the figure's style says.
    pub fn new() -> Self {
        Self::default()
    }

    /// What another one says, and this one where that says nothing.
    pub(crate) fn set(&mut self, new: Self) {
        *self = Self {
            family: new.family.or_else(|| self.family.take()),
            size: new.size.or(self.size),
            weight: new.weight.or(self.weight),
            style: new.style.or(self.style),
            math_font: new.math_font.or(self.math_font),
            misnamed: new.misnamed,
        };
    }

    /// Says what is wrong with the size under the name that it has there.
    pub(crate) fn check(
        &self,
        part: &'static str,
        [size, family]: [&'static str; 2],
    ) -> Result<(), FigureError> {
        self.misnamed.check(part)?;
        self.math_font.map_or(Ok(()), |font| font.check(part))?;
        self.size.map_or(Ok(()), |points| SIZE.check(part, size, points))?;
        self.family.as_ref().map_or(Ok(()), |own| own.check(part, family))
    }

    /// Level words of these letters, or of `size` points and `weight` where nothing is said.
    pub(crate) fn text_style(&self, (size, weight): (f64, Weight), point: f64) -> TextStyle {
        TextStyle {
            face: Face {
                weight: self.weight.unwrap_or(weight),
                style: self.style.unwrap_or_default(),
            },
            family: self.family.as_ref().map(FontFamily::family),
            math_font: self.math_font,
            ..TextStyle::new(self.size.unwrap_or(size) * point)
        }
    }
}

impl From<&Font> for Font {
    fn from(font: &Font) -> Self {
        font.clone()
    }
}

/// How words look.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Lettering {
    pub(crate) font: Font,
    pub(crate) color: Option<ColorSpec>,
    /// From one baseline to the next, by the height of a line of the font.
    pub(crate) line_spacing: Option<f64>,
    pub(crate) multialignment: Option<HAlign>,
    pub(crate) wrap: Option<Wrap>,
}

impl Lettering {
    /// As the figure's style says.
    pub(crate) const PLAIN: Self = Self {
        font: Font {
            family: None,
            size: None,
            weight: None,
            style: None,
            math_font: None,
            misnamed: Misnamed::NONE,
        },
        color: None,
        line_spacing: None,
        multialignment: None,
        wrap: None,
    };

    /// What new words say, and the old ones where these say nothing.
    pub(crate) fn set(&mut self, new: Self) {
        self.font.set(new.font);
        self.color = new.color.or_else(|| self.color.take());
        self.line_spacing = new.line_spacing.or(self.line_spacing);
        self.multialignment = new.multialignment.or(self.multialignment);
        self.wrap = new.wrap.or(self.wrap);
    }

    /// Its properties, for messages.
    pub(crate) const NAMES: [&'static str; 5] = ["size", "family", "color", "line_spacing", "wrap"];

    /// Says what is wrong under the names that the part has for [`Lettering::NAMES`].
    pub(crate) fn check(
        &self,
        part: &'static str,
        [size, family, color, spacing, wrap]: [&'static str; 5],
    ) -> Result<(), FigureError> {
        self.font.check(part, [size, family])?;
        self.color.as_ref().map_or(Ok(()), |words| checked_color(part, color, words))?;
        LINE_SPACING.check(part, spacing, self.line_spacing.unwrap_or(1.0))?;
        match self.wrap {
            Some(Wrap::Points(points)) => SIZE.check(part, wrap, points),
            Some(Wrap::Axes(fraction)) => INSET.check(part, wrap, fraction),
            Some(Wrap::Figure | Wrap::None) | None => Ok(()),
        }
    }

    pub(crate) fn color_or(&self, usual: Color) -> Color {
        self.color.as_ref().and_then(|color| color.get().ok()).unwrap_or(usual)
    }

    pub(crate) fn text_style(&self, usual: (f64, Weight), point: f64) -> TextStyle {
        TextStyle {
            line_spacing: self.line_spacing,
            multialignment: self.multialignment,
            ..self.font.text_style(usual, point)
        }
    }
}

/// How wide lines of words may be: longer ones go on in a new line, at a blank. A number is in points, and `true`
/// is [`Wrap::Figure`]. A word that is longer stays whole, and so does a formula.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let words = "words that go on in the next line, where $a + b = c$ stays whole";
/// ax.set_title(Label::new(words).wrap(Wrap::Axes(0.8)));
/// ax.add(Text::new((0.5, 0.9), words).valign("top").wrap(true));
/// ax.add(Text::new((0.05, 0.6), words).valign("top").wrap(90).line_spacing(1.5).size(8));
/// let turned = Text::new((0.3, 0.05), words).rotation(20).rotation_mode("anchor");
/// ax.add(turned.wrap(true).multialignment("right").boxed(TextBox::new().color("ivory")));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("wrap", fig);
/// ```
#[doc = include_str!("../../docs/wrap.md")]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub enum Wrap {
    /// As wide as they are.
    #[default]
    None,
    /// To the edge of the figure, from the place where the words stand and in the direction in which they run:
    /// matplotlib's `wrap=True`.
    Figure,
    /// So many points.
    Points(f64),
    /// This fraction of the axes' width, or of its height for vertical words.
    Axes(f64),
}

impl Wrap {
    /// How long a line may be in pixels, of words that are turned by so many degrees.
    pub(crate) fn pixels(
        self,
        axes: Size,
        rotation: f64,
        point: f64,
        to_edge: impl FnOnce() -> f64,
    ) -> f64 {
        let (sin, cos) = rotation.to_radians().sin_cos();
        match self {
            Self::None => f64::INFINITY,
            Self::Figure => to_edge(),
            Self::Points(points) => points * point,
            Self::Axes(fraction) if sin.abs() > cos.abs() => fraction * axes.height,
            Self::Axes(fraction) => fraction * axes.width,
        }
    }
}

impl From<bool> for Wrap {
    fn from(on: bool) -> Self {
        if on { Self::Figure } else { Self::None }
    }
}

macro_rules! from_numbers {
    ($($type:ty)*) => {$(
        impl From<$type> for Wrap {
            fn from(points: $type) -> Self {
                Self::Points(points.into())
            }
        }
    )*};
}
from_numbers! { i32 u32 f32 f64 }

/// The properties of a [`Font`]; the path is its place within the type.
macro_rules! font_properties {
    ($type:ident: $($path:ident).*) => {
        $crate::base::properties::properties! { $type {
            /// The [`FontFamily`](crate::FontFamily) of the letters, or an embedded one by its name: `"serif"`,
            /// `"monospace"`, `"sans-serif"`. Default: that of the figure's style, DejaVu Sans.
            family / set_family(family: impl $crate::OneOf<$crate::FontFamily>) |this| {
                this$(.$path)*.misnamed.set("family", family, &mut this$(.$path)*.family);
            };
            /// Height of the letters' body in points; default: as the figure's style says.
            size / set_size(points: impl $crate::Number) |this| {
                this$(.$path)*.size = Some(points.value());
            };
            /// How heavy the letters are, `"light"`, `"bold"` or a number, 600; they come from the nearest face
            /// of the family. Default: as the figure's style says.
            weight / set_weight(weight: impl $crate::OneOf<$crate::Weight>) |this| {
                this$(.$path)*.misnamed.set("weight", weight, &mut this$(.$path)*.weight);
            };
            /// `"normal"` or `"italic"`; default: normal.
            style / set_style(style: impl $crate::OneOf<$crate::FontStyle>) |this| {
                this$(.$path)*.misnamed.set("style", style, &mut this$(.$path)*.style);
            };
            /// The letters of formulas: `"text"`, the font of the words around them, or `"cm"`, Computer Modern,
            /// which takes the feature `math`. Default: as the figure's style says, text.
            #[doc(alias = "math_fontfamily")]
            math_font / set_math_font(font: impl $crate::OneOf<$crate::MathFont>) |this| {
                this$(.$path)*.misnamed.set("math_font", font, &mut this$(.$path)*.math_font);
            };
        } }
    };
}

/// The properties of a [`Lettering`]; the path is its place within the type.
macro_rules! lettering_properties {
    ($type:ident: $($path:ident).*) => {
        $crate::text::lettering::font_properties!($type: $($path.)*font);
        $crate::base::properties::properties! { $type {
            /// Family, size, weight and style at once: what the [`Font`](crate::Font) says.
            font / set_font(font: impl Into<$crate::Font>) |this| this.$($path.)*font.set(font.into());
            /// Colour of the words; default: the style's, black.
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.$($path.)*color = Some(color.into());
            };
            /// From one baseline to the next, by the height of a line of the font, which is 1 em in DejaVu
            /// Sans; default: as the font says, 1.2 there.
            line_spacing / set_line_spacing(heights: impl $crate::Number) |this| {
                this.$($path.)*line_spacing = Some(heights.value());
            };
            /// How the lines of several stand to each other: `"left"`, `"center"` or `"right"`; default: as the
            /// words stand to their place, at the left also where words run from right to left: lines of Hebrew
            /// and Arabic that are wrapped want `"right"`.
            multialignment / set_multialignment(halign: impl $crate::OneOf<$crate::HAlign>) |this| {
                this.$($path.)*font.misnamed.set(
                    "multialignment",
                    halign,
                    &mut this.$($path.)*multialignment,
                );
            };
            /// Breaks lines at blanks where they are longer than this: `true` for the figure's edge, a number
            /// of points, or a [`Wrap`](crate::Wrap). Default: not at all.
            wrap / set_wrap(wrap: impl Into<$crate::Wrap>) |this| {
                this.$($path.)*wrap = Some(wrap.into());
            };
        } }
    };
}

pub(crate) use {font_properties, lettering_properties};

font_properties!(Font:);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_of_the_argument() {
        let error =
            |font: Font| font.check("Legend", ["font", "font"]).expect_err("wrong").to_string();
        assert!(error(Font::new().size(-1)).starts_with("Legend, `font`: -1 is not a size"));
        assert!(
            error(Font::new().weight("fat"))
                .starts_with("Legend, `weight`: \"fat\" is not a weight")
        );
        assert!(error(Font::new().weight(1001)).contains("1001 is not a weight, 1 to 1000"));
        let unknown = error(Font::new().family("serifs"));
        assert!(unknown.contains("did you mean \"serif\"?"), "{unknown}");
        let bytes = FontFamily::from_bytes(&b"no font"[..]);
        assert!(
            error(Font::new().family(bytes)).starts_with("Legend, `font`: 7 bytes that are not")
        );
        let file = error(Font::new().family(FontFamily::from_file("no/such.ttf")));
        assert!(file.starts_with("Legend, `font`: no/such.ttf: "), "{file}");
    }

    #[test]
    fn new_words_keep_what_they_do_not_say() {
        let mut font = Font::new().weight("bold").size(14);
        font.set(Font::new().style("italic").size(8));
        assert_eq!(font, Font::new().weight("bold").style("italic").size(8));
    }
}
