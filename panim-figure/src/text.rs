//! Text to be drawn: its style, and the fonts that lay it out.

pub(crate) mod font;
pub(crate) mod label;
mod layout;
pub(crate) mod lettering;
mod line;
mod markup;
pub(crate) mod math;
mod missing;
mod shaping;
mod source_line;
mod symbols;
#[cfg(test)]
mod tests;
mod wrap;

use crate::text::{
    font::{Face, Families, Family, FontFamily, GlyphCache, SystemFont},
    math::MathFont,
};
pub(crate) use layout::TextLayout;
pub(crate) use math::form;
pub(crate) use missing::without_glyphs;
use std::collections::BTreeSet;
pub(crate) use wrap::room_along;

/// Which side of a text stands at its anchor; also how its lines stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HAlign {
    /// The left side: the text goes to the right from the anchor.
    #[default]
    Left,
    /// The middle.
    Center,
    /// The right side: the text ends at the anchor.
    Right,
}

crate::base::word::named! { HAlign, "a horizontal alignment":
    "left" => Self::Left,
    "center" => Self::Center,
    "right" => Self::Right,
}

/// Which height of a text stands at its anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VAlign {
    /// The top of the tallest letters of the first line.
    Top,
    /// Half way between top and bottom.
    Center,
    /// Half way between the top and the last line's baseline: what looks centred for numbers,
    /// which hang nothing below the baseline.
    CenterBaseline,
    /// The line that the letters of the last line stand on.
    #[default]
    Baseline,
    /// Below the letters that hang deepest in the last line.
    Bottom,
}

crate::base::word::named! { VAlign, "a vertical alignment":
    "top" => Self::Top,
    "center" => Self::Center,
    "center_baseline" => Self::CenterBaseline,
    "baseline" => Self::Baseline,
    "bottom" => Self::Bottom,
}

/// What is aligned of words that are turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RotationMode {
    /// The box around the turned words.
    #[default]
    Default,
    /// The words as they are unturned, which are then turned around their place: the start of the words stays
    /// there.
    Anchor,
}

crate::base::word::named! { RotationMode, "a rotation mode":
    "default" => Self::Default,
    "anchor" => Self::Anchor,
}

/// How a text looks and how it stands to its anchor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TextStyle {
    /// Pixels to one em.
    pub(crate) size: f64,
    pub(crate) face: Face,
    /// Of its own, if not the figure's.
    pub(crate) family: Option<Family>,
    /// Of its formulas, if not the figure's.
    pub(crate) math_font: Option<MathFont>,
    pub(crate) halign: HAlign,
    pub(crate) valign: VAlign,
    /// How the lines stand to each other, if not as the text to its anchor.
    pub(crate) multialignment: Option<HAlign>,
    /// From baseline to baseline in heights of a line, if not as the font says.
    pub(crate) line_spacing: Option<f64>,
    /// How long a line may be, in pixels.
    pub(crate) wrap: f64,
    /// Degrees counter-clockwise.
    pub(crate) rotation: f64,
    pub(crate) rotation_mode: RotationMode,
    /// Crisp: letters hinted and baselines on whole pixels, where the text is horizontal or vertical.
    /// Along the line, positions stay between pixels. Off for text that moves across its line.
    pub(crate) snap: bool,
    /// Formulas between dollars are set as such.
    pub(crate) markup: bool,
    /// Letters that the font has a common glyph for are joined.
    pub(crate) ligatures: bool,
}

impl TextStyle {
    /// Crisp, level text that starts at its anchor, `size` pixels to one em.
    pub(crate) fn new(size: f64) -> Self {
        Self {
            size,
            face: Face::default(),
            family: None,
            math_font: None,
            halign: HAlign::default(),
            valign: VAlign::default(),
            multialignment: None,
            line_spacing: None,
            wrap: f64::INFINITY,
            rotation: 0.0,
            rotation_mode: RotationMode::default(),
            snap: true,
            markup: true,
            ligatures: true,
        }
    }

    /// Horizontal or vertical, so that baselines can lie on pixel edges.
    fn is_along_pixels(&self) -> bool {
        self.rotation % 90.0 == 0.0
    }
}

/// A family of fonts and the outlines drawn so far; each worker has its own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fonts {
    family: Family,
    math_font: MathFont,
    glyphs: GlyphCache,
    /// What no other font has is a box, whatever the machine has.
    pub(crate) leaves_system_out: bool,
}

impl Fonts {
    /// Those of a figure.
    pub(crate) fn new(family: &FontFamily, math_font: MathFont) -> Self {
        Self { family: family.family(), math_font, ..Self::default() }
    }

    /// Finds where the glyphs of a text stand and how much room it takes.
    ///
    /// A line break starts a new line; a tab counts as a space, and other control characters are
    /// left out. An empty text takes no room, nor does one whose size is not a positive number.
    pub(crate) fn layout(&mut self, style: &TextStyle, text: &str) -> TextLayout {
        let system = !self.leaves_system_out;
        let own = style.family.unwrap_or(self.family);
        let families = Families { own, figure: self.family, system };
        let math_font = Some(style.math_font.unwrap_or(self.math_font));
        let style = TextStyle { math_font, ..*style };
        TextLayout::new(&mut self.glyphs, families, &style, text)
    }

    /// The characters that no font has and that were not there when this was asked last.
    pub(crate) fn take_missing(&mut self) -> BTreeSet<char> {
        self.glyphs.take_missing()
    }

    /// The fonts of the machine that glyphs were taken from since this was asked last.
    pub(crate) fn take_system_fonts(&mut self) -> Vec<&'static SystemFont> {
        self.glyphs.take_system_fonts()
    }

    /// The formulas that are shown as they were written and that were not there when this was asked last, and why.
    pub(crate) fn take_unset(&mut self) -> Vec<(String, String)> {
        self.glyphs.take_unset()
    }

    /// The same with the embedded fonts, whatever the family.
    #[cfg(feature = "plotters")]
    pub(crate) fn layout_embedded(&mut self, style: &TextStyle, text: &str) -> TextLayout {
        // plotters measures letter by letter
        let style = TextStyle { ligatures: false, math_font: None, ..*style };
        let families = Families { system: !self.leaves_system_out, ..Families::EMBEDDED };
        TextLayout::new(&mut self.glyphs, families, &style, text)
    }
}

/// A power of ten with its exponent raised, as a part of a formula: `10^{-3}`.
pub(crate) fn power_of_ten(exponent: i32) -> String {
    format!("10^{{{exponent}}}")
}

/// Numbers to be laid out as a formula, in the letters of the numbers beside them.
pub(crate) fn formula(inside: &str) -> String {
    format!("$\\mathdefault{{{inside}}}$")
}
