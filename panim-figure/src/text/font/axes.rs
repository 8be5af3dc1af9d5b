//! The axes of a variable font along which its letters change.

use super::{Face, FontStyle, Weight};
use skrifa::{Font, Tag};

const WEIGHT: Tag = Tag::new(b"wght");
const ITALIC: Tag = Tag::new(b"ital");
const SLANT: Tag = Tag::new(b"slnt");

/// Which weights a font has, and what slants its letters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct FontAxes {
    /// The lightest, the usual one, the heaviest.
    weights: Option<[Weight; 3]>,
    /// An axis, and where on it letters are slanted.
    slanted: Option<(Tag, f32)>,
}

impl FontAxes {
    pub(super) fn of(font: &Font) -> Self {
        let axes = font.axes();
        let weight = |value: f32| Weight::of_axis(value);
        let weights = axes.get_by_tag(WEIGHT).map(|axis| {
            let (low, high) = (weight(axis.min_value()), weight(axis.max_value()));
            [low, weight(axis.default_value()).clamp(low, high.max(low)), high.max(low)]
        });
        let italic = axes.get_by_tag(ITALIC).map(|axis| (ITALIC, axis.max_value()));
        // letters lean to the right by negative angles
        let slant = axes.get_by_tag(SLANT).map(|axis| match axis.min_value() {
            low if low < 0.0 => (SLANT, low),
            _ => (SLANT, axis.max_value()),
        });
        let leans = |(_, value): &(Tag, f32)| *value != 0.0 && value.is_finite();
        Self { weights, slanted: italic.filter(leans).or(slant.filter(leans)) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.weights.is_none() && self.slanted.is_none()
    }

    /// The face of the letters where nothing is chosen; `said`: what the file says of it.
    pub(super) fn usual(&self, said: Face) -> Face {
        Face {
            weight: self.weights.map_or(said.weight, |[_, usual, _]| usual),
            style: if self.slanted.is_some() { FontStyle::Normal } else { said.style },
        }
    }

    /// The nearest to `face` of a font whose usual one is `usual`.
    pub(super) fn nearest(&self, usual: Face, face: Face) -> Face {
        let weight =
            self.weights.map_or(usual.weight, |[low, _, high]| face.weight.clamp(low, high));
        let style = if self.slanted.is_some() { face.style } else { usual.style };
        Face { weight, style }
    }

    /// Where on the axes a face is.
    pub(super) fn settings(&self, face: Face) -> impl Iterator<Item = (Tag, f32)> {
        let weight = self.weights.map(|_| (WEIGHT, f32::from(face.weight.value())));
        let slant = self.slanted.map(|(axis, slanted)| match face.style {
            FontStyle::Italic => (axis, slanted),
            FontStyle::Normal => (axis, 0.0),
        });
        weight.into_iter().chain(slant)
    }
}
