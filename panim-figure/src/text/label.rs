//! Titles and axis labels: words, and how they differ from the figure's style.

use crate::{
    FigureError, FontStyle, HAlign, Number, Weight,
    base::{
        check::{DISTANCE, checked_size},
        word::{Misnamed, OneOf},
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    text::font::Face,
};

/// The words of a title or of an axis label. Plain text is one: `ax.set_title("Signals")`.
///
/// What is not said here is as the words before were, or else as the figure's
/// [`Style`](crate::Style) says: a bold title stays bold when `#[update]` gives it new words.
///
/// ```
/// use panim_figure::{Figure, Label};
///
/// let mut fig = Figure::new();
/// fig.axes().set_title(Label::new("Signals").bold().size(14.0));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    pub(crate) text: String,
    size: Option<f64>,
    weight: Option<Weight>,
    style: Option<FontStyle>,
    color: Option<ColorSpec>,
    pad: Option<f64>,
    halign: Option<HAlign>,
    misnamed: Misnamed,
}

impl Label {
    /// These words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Height of the letters' body in points.
    #[must_use]
    pub fn size(self, points: impl Number) -> Self {
        Self { size: Some(points.value()), ..self }
    }

    /// In thick strokes: `.weight(Weight::Bold)`.
    #[must_use]
    pub fn bold(self) -> Self {
        self.weight(Weight::Bold)
    }

    /// How thick the strokes are.
    #[must_use]
    pub fn weight(mut self, weight: impl OneOf<Weight>) -> Self {
        self.misnamed.set("weight", weight, &mut self.weight);
        self
    }

    /// Upright or slanted.
    #[must_use]
    pub fn style(mut self, style: impl OneOf<FontStyle>) -> Self {
        self.misnamed.set("style", style, &mut self.style);
        self
    }

    /// Colour of the words.
    #[must_use]
    pub fn color(self, color: impl IntoColor) -> Self {
        Self { color: Some(color.into()), ..self }
    }

    /// Distance from what it names, in points: 6 for titles and 4 for axis labels by default.
    #[must_use]
    pub fn pad(self, points: impl Number) -> Self {
        Self { pad: Some(points.value()), ..self }
    }

    /// Which part of the words stands at which end of their axes: `HAlign::Left` begins a title above the
    /// left end, where words of changing length stand still, and a y label at the lower end; default:
    /// centred.
    #[must_use]
    pub fn halign(mut self, halign: impl OneOf<HAlign>) -> Self {
        self.misnamed.set("halign", halign, &mut self.halign);
        self
    }

    /// New words; what they leave open stays as it is.
    pub(crate) fn set(&mut self, new: Self) {
        *self = Self {
            text: new.text,
            size: new.size.or(self.size),
            weight: new.weight.or(self.weight),
            style: new.style.or(self.style),
            color: new.color.or_else(|| self.color.take()),
            pad: new.pad.or(self.pad),
            halign: new.halign.or(self.halign),
            misnamed: new.misnamed,
        };
    }

    /// Size in points.
    pub(crate) fn size_or(&self, usual: f64) -> f64 {
        self.size.unwrap_or(usual)
    }

    /// Distance in points.
    pub(crate) fn pad_or(&self, usual: f64) -> f64 {
        self.pad.unwrap_or(usual)
    }

    pub(crate) fn title_halign(&self) -> HAlign {
        self.halign.unwrap_or(HAlign::Center)
    }

    pub(crate) fn halign_or(&self, usual: HAlign) -> HAlign {
        self.halign.unwrap_or(usual)
    }

    pub(crate) fn face(&self, usual: Weight) -> Face {
        Face { weight: self.weight.unwrap_or(usual), style: self.style.unwrap_or_default() }
    }

    pub(crate) fn color_or(&self, usual: Color) -> Color {
        self.color.as_ref().and_then(|color| color.get().ok()).unwrap_or(usual)
    }

    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        self.misnamed.check(part)?;
        if let Some(color) = &self.color {
            checked_color(part, argument, color)?;
        }
        checked_size(part, argument, self.size_or(0.0))?;
        DISTANCE.check(part, argument, self.pad_or(0.0))
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<&String> for Label {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_of_the_part_it_is_in() {
        let message = Label::new("x").size(-1.0).check("Legend", "title").expect_err("negative");
        assert!(message.to_string().starts_with("Legend, `title`: -1 is not a size"), "{message}");
    }

    #[test]
    fn new_words_keep_the_looks_of_the_old_ones() {
        let mut label = Label::new("old").bold().size(14.0);
        label.set("new".into());
        assert_eq!(label, Label::new("new").bold().size(14.0));
        label.set(Label::new("small").size(8.0));
        assert_eq!(label, Label::new("small").bold().size(8.0));
    }
}
