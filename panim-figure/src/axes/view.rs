//! Where an axes' limits and ticks fall on the pixels.

use super::{
    axis::{Axis, Minor},
    look::{Look, Projection},
    space::SpaceView,
};
use crate::{
    AxisScale,
    text::{Fonts, TextStyle},
    ticker::{self, TickLabels},
    transform::{Scale, Transform},
};
use std::f64::consts::{FRAC_PI_4, TAU};
use vello_cpu::kurbo::Rect;

/// An axes on the pixels.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The box between the spines, on whole pixels.
    pub(crate) frame: Rect,
    pub(crate) transform: Transform,
    pub(crate) x: Ticks,
    pub(crate) y: Ticks,
    /// In place of the ticks above in a 3D axes.
    pub(crate) space: Option<SpaceView>,
}

/// The ticks of one axis that are inside its limits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ticks {
    pub(crate) marks: Vec<Mark>,
    /// The short ones.
    pub(crate) minor: Vec<Mark>,
    /// What to multiply the labels by or add to them, such as ×10⁶; mostly empty.
    pub(crate) offset: String,
    pub(crate) moving: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) value: f64,
    /// Pixels along its axis.
    pub(crate) at: f64,
    pub(crate) label: String,
}

impl View {
    pub(crate) fn new(look: &Look, frame: Rect, fonts: &mut Fonts, point: f64) -> Self {
        let transform = Transform::new(look, frame);
        let (x, y) = match look.projection {
            Projection::Rectilinear => (
                Ticks::across(look, &transform.x, frame.width(), fonts, point),
                Ticks::up(look, &transform.y, frame.height(), point),
            ),
            Projection::Polar => (
                Ticks::around(&look.x, &transform.x),
                Ticks::up(look, &transform.y, frame.height() / 2.0, point),
            ),
            Projection::ThreeD => (Ticks::default(), Ticks::default()),
        };
        Self { frame, transform, x, y, space: SpaceView::new(look, frame, point) }
    }
}

/// matplotlib lets a label take three times its height along x, and twice along y.
const WIDTHS: f64 = 3.0;
const HEIGHTS: f64 = 2.0;
/// Ticks one can read at a glance.
const MOST: usize = 9;

impl Ticks {
    fn across(look: &Look, scale: &Scale, length: f64, fonts: &mut Fonts, point: f64) -> Self {
        let size = label_size(&look.x, look) * point;
        let mut most = ((length / (size * WIDTHS)) as usize).clamp(1, MOST);
        let mut ticks = Self::new(&look.x, scale, most);
        while most > 1 && look.x.ticks.is_none() && ticks.collide(fonts, size) {
            most -= 1;
            ticks = Self::new(&look.x, scale, most);
        }
        ticks
    }

    fn up(look: &Look, scale: &Scale, length: f64, point: f64) -> Self {
        let size = label_size(&look.y, look) * point;
        Self::new(&look.y, scale, ((length / (size * HEIGHTS)) as usize).clamp(1, MOST))
    }

    /// Every 45 degrees of a full circle, unless the user says where.
    fn around(axis: &Axis, scale: &Scale) -> Self {
        if let Some(given) = &axis.ticks {
            // the circle shows every angle, whatever those of the data are
            let ends = |(low, high): (f64, f64), tick: &f64| (low.min(*tick), high.max(*tick));
            let limits = given.iter().fold((0.0, TAU), ends);
            return Self::new(&Axis { limits, ..axis.clone() }, scale, MOST);
        }
        let mark = |eighth: u32| {
            let value = f64::from(eighth) * FRAC_PI_4;
            let label = match &axis.format {
                Some(format) => format.text(value),
                None => format!("{}°", eighth * 45),
            };
            Mark { value, at: scale.at(value), label }
        };
        Self { marks: (0..8).map(mark).collect(), moving: axis.ticks_move(), ..Self::default() }
    }

    pub(super) fn new(axis: &Axis, scale: &Scale, most: usize) -> Self {
        let (low, high) = axis.ticked.unwrap_or(axis.limits);
        let limits = (low.min(high), low.max(high));
        let mut ticks = match &axis.ticks {
            Some(given) => ticker::Ticks::given(axis.scale, given.clone(), limits, most),
            None => ticker::Ticks::new(axis.scale, limits, most),
        };
        axis.write(&mut ticks);
        let inside = |mark: &Mark| (limits.0..=limits.1).contains(&mark.value);
        let marks = |values: Vec<f64>, labels: Vec<String>| -> Vec<Mark> {
            let marks = values.into_iter().zip(labels);
            marks
                .map(|(value, label)| Mark { value, at: scale.at(value), label })
                .filter(inside)
                .collect()
        };
        Self {
            marks: marks(ticks.major, ticks.labels.texts),
            minor: marks(ticks.minor, ticks.minor_labels),
            offset: ticks.labels.offset,
            moving: axis.ticks_move(),
        }
    }

    /// Do two labels beside each other come closer than half a digit?
    fn collide(&self, fonts: &mut Fonts, size: f64) -> bool {
        let style = TextStyle::new(size);
        let gap = 0.3 * size;
        let halves: Vec<_> = self
            .marks
            .iter()
            .map(|mark| (mark.at, fonts.layout(&style, &mark.label).bounds().width() / 2.0))
            .collect();
        halves.windows(2).any(|pair| {
            let [(a, a_half), (b, b_half)] = [pair[0], pair[1]];
            (b - a).abs() < a_half + b_half + gap
        })
    }
}

impl Axis {
    /// Puts in what the user says of labels and of short ticks.
    fn write(&self, ticks: &mut ticker::Ticks) {
        let own = match (&self.tick_labels, &self.format) {
            (Some(labels), _) => Some(labels.clone()),
            (None, Some(format)) => Some(ticks.major.iter().map(|v| format.text(*v)).collect()),
            (None, None) => None,
        };
        if let Some(texts) = own {
            ticks.labels = TickLabels { texts, offset: String::new() };
            ticks.minor_labels.iter_mut().for_each(String::clear);
        }
        match &self.minor {
            Minor::Auto => {}
            Minor::ByScale if matches!(self.scale, AxisScale::Log) => {}
            Minor::At(values) => {
                ticks.minor_labels = vec![String::new(); values.len()];
                ticks.minor = values.clone();
            }
            Minor::Off | Minor::ByScale => ticks.minor.clear(),
        }
    }
}

/// Size of an axis' tick labels in points.
pub(crate) fn label_size(axis: &Axis, look: &Look) -> f64 {
    axis.label_size.unwrap_or(look.style.font_size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Figure;

    #[test]
    fn a_disc_shows_the_ticks_at_all_angles_given() {
        let mut fig = Figure::new();
        let ax = fig.axes();
        ax.set_projection(Projection::Polar).set_xlim(0.0, 1.0);
        ax.set_xticks([0.0, 1.5, 3.0, 4.5]).set_xticklabels(["E", "N", "W", "S"]);
        let frame = Rect::new(0.0, 0.0, 400.0, 400.0);
        let view = View::new(&ax.look, frame, &mut Fonts::default(), 1.0);
        let labels: Vec<_> = view.x.marks.iter().map(|mark| mark.label.as_str()).collect();
        assert_eq!(labels, ["E", "N", "W", "S"]);
    }
}
