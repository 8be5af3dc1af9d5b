//! What the ticks of an axis and their labels look like.

mod check;

use super::Axis;
use crate::{
    Font, Style, TickDirection, Weight,
    base::word::Misnamed,
    color::{Color, ColorSpec},
    text::TextStyle,
};
use std::mem;

/// The two sides of an axis in the arrays of [`TickLook`]: bottom or left, and top or right.
pub(crate) const NEAR: usize = 0;
pub(crate) const FAR: usize = 1;

/// What is said of the ticks of one kind; what is `None` is as the style says, or, of minor ticks, as of
/// the major ones.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct TickLook {
    pub(crate) direction: Option<TickDirection>,
    pub(crate) length: Option<f64>,
    pub(crate) width: Option<f64>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) label_color: Option<ColorSpec>,
    pub(crate) label_font: Font,
    pub(crate) rotation: Option<f64>,
    pub(crate) pad: Option<f64>,
    /// Are there marks at the near side, and at the far one?
    pub(crate) marks: [Option<bool>; 2],
    pub(crate) labels: [Option<bool>; 2],
    pub(crate) misnamed: Misnamed,
}

/// The looks of both kinds of ticks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct TickLooks {
    pub(crate) major: TickLook,
    pub(crate) minor: TickLook,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TickKind {
    Major,
    Minor,
}

/// How ticks of one kind are drawn: lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DrawnTicks {
    pub(crate) direction: TickDirection,
    pub(crate) length: f64,
    pub(crate) width: f64,
    pub(crate) color: Color,
    pub(crate) label_color: Color,
    /// The labels' letters, with their size in points.
    pub(crate) label: TextStyle,
    pub(crate) rotation: f64,
    /// From the edge to the labels.
    pub(crate) away: f64,
}

/// Length and width of minor ticks as fractions of the major ones'.
const MINOR_LENGTH: f64 = 4.0 / 7.0;
const MINOR_WIDTH: f64 = 0.75;

impl DrawnTicks {
    /// Of level labels, with their size in pixels.
    pub(crate) fn label_style(&self, point: f64) -> TextStyle {
        TextStyle { size: self.label.size * point, ..self.label }
    }
}

impl TickLook {
    /// Takes what another one says.
    pub(crate) fn take(&mut self, new: Self) {
        self.label_font.set(new.label_font);
        let sides = |new: [Option<bool>; 2], old: [Option<bool>; 2]| {
            [new[NEAR].or(old[NEAR]), new[FAR].or(old[FAR])]
        };
        *self = Self {
            direction: new.direction.or(self.direction),
            length: new.length.or(self.length),
            width: new.width.or(self.width),
            color: new.color.or_else(|| self.color.take()),
            label_color: new.label_color.or_else(|| self.label_color.take()),
            label_font: mem::take(&mut self.label_font),
            rotation: new.rotation.or(self.rotation),
            pad: new.pad.or(self.pad),
            marks: sides(new.marks, self.marks),
            labels: sides(new.labels, self.labels),
            misnamed: new.misnamed,
        };
    }
}

impl Axis {
    /// Has a side marks of these ticks?
    pub(crate) fn marks_at(&self, kind: TickKind, side: usize) -> bool {
        self.at_side(kind, side, self.has_marks, |look| look.marks)
    }

    pub(crate) fn labels_at(&self, kind: TickKind, side: usize) -> bool {
        self.at_side(kind, side, self.has_labels, |look| look.labels)
    }

    fn at_side(
        &self,
        kind: TickKind,
        side: usize,
        has_any: bool,
        of: fn(&TickLook) -> [Option<bool>; 2],
    ) -> bool {
        let usual = (side == FAR) == self.far;
        let major = of(&self.look.major)[side];
        let own = match kind {
            TickKind::Major => major,
            TickKind::Minor => of(&self.look.minor)[side].or(major),
        };
        has_any && own.unwrap_or(usual)
    }

    /// Are tick labels anywhere?
    pub(crate) fn is_labelled(&self) -> bool {
        [NEAR, FAR].into_iter().any(|side| self.labels_at(TickKind::Major, side))
    }

    /// The side with the labels, of both the usual one.
    pub(crate) fn labelled_side(&self) -> usize {
        let usual = usize::from(self.far);
        let other = 1 - usual;
        let has = |side| self.labels_at(TickKind::Major, side);
        if !has(usual) && has(other) { other } else { usual }
    }

    /// Does the axis label stand at the top or at the right?
    pub(crate) fn has_far_label(&self) -> bool {
        self.label_far.unwrap_or(self.far)
    }

    /// Do words of an x axis stand above the box?
    pub(crate) fn reaches_above(&self) -> bool {
        self.labels_at(TickKind::Major, FAR) || self.has_far_label()
    }

    /// Does something of its ticks lie inside of the box?
    pub(crate) fn has_marks_inside(&self, style: &Style) -> bool {
        let TickLooks { major, minor } = &self.look;
        let of_major = major.direction.unwrap_or(style.tick_direction);
        let all = [of_major, minor.direction.unwrap_or(of_major)];
        all.into_iter().any(|direction| direction != TickDirection::Out)
    }

    /// Of the labels of these ticks.
    fn label_font(&self, kind: TickKind) -> Font {
        let mut font = self.look.major.label_font.clone();
        if kind == TickKind::Minor {
            font.set(self.look.minor.label_font.clone());
        }
        font
    }

    /// Of the tick labels, in degrees counter-clockwise.
    pub(crate) fn rotation(&self) -> f64 {
        self.look.major.rotation.unwrap_or(0.0)
    }

    /// How its ticks are drawn.
    pub(crate) fn drawn_ticks(&self, kind: TickKind, style: &Style) -> DrawnTicks {
        let TickLooks { major, minor } = &self.look;
        let (own, length, width) = match kind {
            TickKind::Major => (major, 1.0, 1.0),
            TickKind::Minor => (minor, MINOR_LENGTH, MINOR_WIDTH),
        };
        let color = |of: fn(&TickLook) -> &Option<ColorSpec>, usual: Color| {
            let color = of(own).as_ref().or(of(major).as_ref());
            color.and_then(|color| color.get().ok()).unwrap_or(usual)
        };
        let usual_length = major.length.unwrap_or(style.tick_length);
        let direction = own.direction.or(major.direction).unwrap_or(style.tick_direction);
        let has_marks = |kind| (NEAR..=FAR).any(|side| self.marks_at(kind, side));
        let away = |look: &TickLook, kind: TickKind, direction: TickDirection, length: f64| {
            let length = if has_marks(kind) { length } else { 0.0 };
            direction.fractions().1 * length + look.pad.or(major.pad).unwrap_or(style.tick_pad)
        };
        let own_length = own.length.unwrap_or(length * usual_length);
        // labels of minor ticks stand in line with the others, unless something is said of them
        let is_own = kind == TickKind::Minor
            && (own.pad.is_some() || own.length.is_some() || own.direction.is_some());
        DrawnTicks {
            direction,
            length: own_length,
            width: own.width.unwrap_or(width * major.width.unwrap_or(style.tick_width())),
            color: color(|look| &look.color, style.tick_color()),
            label_color: color(|look| &look.label_color, style.tick),
            label: self.label_font(kind).text_style((style.tick_label_size(), Weight::NORMAL), 1.0),
            rotation: own.rotation.unwrap_or(self.rotation()),
            away: match is_own {
                true => away(own, kind, direction, own_length),
                false => {
                    let direction = major.direction.unwrap_or(style.tick_direction);
                    away(major, TickKind::Major, direction, usual_length)
                }
            },
        }
    }
}
