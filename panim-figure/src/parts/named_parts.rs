//! Parts of an artist that have a colour and a name in the legend each.

use crate::{
    FigureError, Label,
    base::check::checked_lengths,
    color::{Color, ColorSpec, checked_color},
    parts::common::Cycle,
};

/// The colours and the names of an artist's parts.
#[derive(Debug, Clone, Default)]
pub(crate) struct NamedParts {
    pub(crate) colors: Vec<ColorSpec>,
    /// Of the axes' cycle.
    taken: Vec<Color>,
    pub(crate) labels: Vec<Label>,
}

impl NamedParts {
    /// The colour of a part.
    pub(crate) fn face(&self, part: usize) -> ColorSpec {
        match self.colors.len() {
            0 => self.taken.get(part).copied().unwrap_or_else(|| Color::cycle(part)).into(),
            count => self.colors[part % count].clone(),
        }
    }

    /// Takes the next colours of the cycle for so many parts, unless they have their own.
    pub(crate) fn take_colors(&mut self, cycle: &mut Cycle, parts: usize) {
        if self.colors.is_empty() {
            self.taken = (0..parts).map(|_| cycle.next_line()).collect();
        }
    }

    /// `parts`: what they are called by, and how many there are.
    pub(crate) fn check(
        &self,
        name: &'static str,
        parts: (&'static str, usize),
    ) -> Result<(), FigureError> {
        if !self.labels.is_empty() {
            checked_lengths(name, parts, ("labels", self.labels.len()))?;
        }
        self.labels.iter().try_for_each(|label| label.check(name, "labels"))?;
        self.colors.iter().try_for_each(|color| checked_color(name, "colors", color))
    }
}

/// The properties of parts that the field `parts` of an artist has, with what one of them is called.
macro_rules! named_parts_properties {
    ($artist:ident, $part:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("Colours of the ", $part, "s; with fewer colours than ", $part, "s they repeat. By default the")]
            /// next ones of the axes' cycle for lines, `C0`, `C1`, ..
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.parts.colors = colors.colors().map(Into::into).collect();
            };
            #[doc = concat!("Names of the ", $part, "s in the legend, one for each, in their order.")]
            labels / set_labels(labels: impl IntoIterator<Item: Into<$crate::Label>>) |this| {
                this.parts.labels = labels.into_iter().map(Into::into).collect();
            };
        } }
    };
}

pub(crate) use named_parts_properties;
