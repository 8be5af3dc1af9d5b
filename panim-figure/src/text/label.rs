//! Words, and how they differ from the figure's style: what everything takes that shows some.

use super::{
    HAlign, TextStyle,
    font::Weight,
    lettering::{Font, Lettering, lettering_properties},
};
use crate::{
    FigureError, Number,
    base::{
        check::{ANGLE, DISTANCE},
        word::OneOf,
    },
    color::Color,
};
use std::borrow::Cow;

/// Words and how they look, for whatever takes words: titles, axis labels, legends, texts. Plain text is one:
/// `ax.set_title("Signals")`.
///
/// What is not said here is as the words before were, or else as the figure's
/// [`Style`](crate::Style) says: a bold title stays bold when `#[update]` gives it new words.
///
/// ```
/// use panim_figure::{Figure, Label};
///
/// let mut fig = Figure::new();
/// let ax = fig.axes();
/// ax.set_title(Label::new("Signals").bold().size(14));
/// ax.set_ylabel(Label::new("voltage").family("serif").style("italic").color("C1"));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    pub(crate) text: String,
    pub(crate) lettering: Lettering,
    pad: Option<f64>,
    halign: Option<HAlign>,
    rotation: Option<f64>,
}

lettering_properties!(Label: lettering);

impl Label {
    /// No words.
    pub(crate) const NONE: Self = Self {
        text: String::new(),
        lettering: Lettering::PLAIN,
        pad: None,
        halign: None,
        rotation: None,
    };

    /// These words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// In thick strokes: `.weight(Weight::BOLD)`.
    #[must_use]
    pub fn bold(self) -> Self {
        self.weight(Weight::BOLD)
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
        self.lettering.font.misnamed.set("halign", halign, &mut self.halign);
        self
    }

    /// Of an axis label, in degrees counter-clockwise; default: 90 beside a vertical axis, else 0.
    #[must_use]
    pub fn rotation(self, degrees: impl Number) -> Self {
        Self { rotation: Some(degrees.value()), ..self }
    }

    /// New words; what they leave open stays as it is.
    pub(crate) fn set(&mut self, new: Self) {
        self.text = new.text;
        self.lettering.set(new.lettering);
        self.pad = new.pad.or(self.pad);
        self.halign = new.halign.or(self.halign);
        self.rotation = new.rotation.or(self.rotation);
    }

    /// The same words in the letters of what they are a part of, where they do not say other ones.
    pub(crate) fn in_font(&self, font: &Font) -> Self {
        let mut own = self.clone();
        own.lettering.font = font.clone();
        own.lettering.font.set(self.lettering.font.clone());
        own
    }

    /// Distance in points.
    pub(crate) fn pad_or(&self, usual: f64) -> f64 {
        self.pad.unwrap_or(usual)
    }

    /// Degrees.
    pub(crate) fn rotation_or(&self, usual: f64) -> f64 {
        self.rotation.unwrap_or(usual)
    }

    pub(crate) fn halign_or(&self, usual: HAlign) -> HAlign {
        self.halign.unwrap_or(usual)
    }

    pub(crate) fn text_style(&self, usual: (f64, Weight), point: f64) -> TextStyle {
        self.lettering.text_style(usual, point)
    }

    pub(crate) fn color_or(&self, usual: Color) -> Color {
        self.lettering.color_or(usual)
    }

    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        self.lettering.check(part, [argument; 5])?;
        ANGLE.check(part, argument, self.rotation_or(0.0))?;
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

impl From<Cow<'_, str>> for Label {
    fn from(text: Cow<'_, str>) -> Self {
        Self::new(text)
    }
}

impl From<char> for Label {
    fn from(text: char) -> Self {
        Self::new(text)
    }
}

impl From<&Label> for Label {
    fn from(label: &Label) -> Self {
        label.clone()
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
