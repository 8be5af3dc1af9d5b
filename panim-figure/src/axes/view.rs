//! Where an axes' limits and ticks fall on the pixels.

#[cfg(test)]
mod tests;

use super::{
    axis::{Axis, look::TickKind},
    fit::{self, LabelRoom},
    space::SpaceView,
    state::State,
};
use crate::{
    AxisScale, Projection,
    text::{Fonts, TextStyle},
    ticks::{self, Ladder, Locator, Neighbours, TickLabels},
    transform::plane::{Scale, Transform},
};
use std::f64::consts::{FRAC_PI_4, TAU};
use vello_cpu::kurbo::{Rect, Vec2};

/// An axes on the pixels.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The box between the spines, on whole pixels.
    pub(crate) frame: Rect,
    pub(crate) transform: Transform,
    pub(crate) x: VisibleTicks,
    pub(crate) y: VisibleTicks,
    /// In place of the ticks above in a 3D axes.
    pub(crate) space: Option<SpaceView>,
}

/// The ticks of one axis that are inside its limits.
#[derive(Debug, Clone, Default)]
pub(crate) struct VisibleTicks {
    pub(crate) marks: Vec<Mark>,
    /// The short ones.
    pub(crate) minor: Vec<Mark>,
    /// What to multiply the labels by or add to them, such as ×10⁶; mostly empty.
    pub(crate) offset: String,
    /// Labels that stand beside each other on such an axis, if not in this view.
    pub(super) neighbours: Vec<Neighbours>,
    pub(crate) moving: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) value: f64,
    /// Pixels along its axis.
    pub(crate) at: f64,
    pub(crate) label: String,
}

impl Mark {
    fn is_mute(&self) -> bool {
        self.label.is_empty()
    }
}

impl View {
    pub(crate) fn new(state: &State, frame: Rect, fonts: &mut Fonts, point: f64) -> Self {
        let transform = state.transform(frame);
        let (x, y) = match state.projection {
            Projection::Rectilinear => (
                VisibleTicks::across(state, &transform.x, frame.width(), fonts, point),
                VisibleTicks::up(
                    state,
                    (&transform.y, Vec2::new(0.0, 1.0)),
                    frame.height(),
                    fonts,
                    point,
                ),
            ),
            Projection::Polar => (
                VisibleTicks::around(&state.x, &transform.x),
                VisibleTicks::up(
                    state,
                    (&transform.y, state.distances()),
                    frame.height() / 2.0,
                    fonts,
                    point,
                ),
            ),
            Projection::ThreeD => (VisibleTicks::default(), VisibleTicks::default()),
        };
        let mut view = Self { frame, transform, x, y, space: SpaceView::new(state, frame, point) };
        view.sign(state);
        view
    }
}

impl View {
    /// Writes minus signs as the style has them.
    fn sign(&mut self, state: &State) {
        if state.style.unicode_minus {
            return;
        }
        for ticks in [&mut self.x, &mut self.y] {
            let labels = ticks.marks.iter_mut().chain(&mut ticks.minor).map(|mark| &mut mark.label);
            for text in labels.chain([&mut ticks.offset]) {
                *text = text.replace('\u{2212}', "-");
            }
        }
    }

    /// Takes a power of ten out of the y tick labels, where they would be shorter. False: they stay.
    pub(crate) fn shorten(&mut self, state: &State, fonts: &mut Fonts, point: f64) -> bool {
        let axis = &state.y;
        let is_said =
            axis.format.is_some() || axis.tick_labels.is_some() || axis.wanted.has_names();
        let is_plain = axis.scale == AxisScale::Linear && self.y.minor.iter().all(Mark::is_mute);
        if is_said || !is_plain || state.projection != Projection::Rectilinear {
            return false;
        }
        let values: Vec<f64> = self.y.marks.iter().map(|mark| mark.value).collect();
        let TickLabels { texts, offset } = ticks::short_labels(&values, axis.ascending_limits());
        let style = tick_style(axis, state, point);
        let mut width = |text: &String| fonts.layout(&style, text).bounds().width();
        let before = self.y.marks.iter().map(|mark| width(&mark.label)).fold(0.0, f64::max);
        if texts.iter().map(width).fold(0.0, f64::max) >= before {
            return false;
        }
        self.y.offset = offset;
        for (mark, text) in self.y.marks.iter_mut().zip(texts) {
            mark.label = text;
        }
        self.sign(state);
        true
    }
}

/// matplotlib lets a label take three times its height along x, and twice along y.
const WIDTHS: f64 = 3.0;
const HEIGHTS: f64 = 2.0;
/// Ticks one can read at a glance.
pub(super) const MOST: usize = 9;

impl VisibleTicks {
    fn across(state: &State, scale: &Scale, length: f64, fonts: &mut Fonts, point: f64) -> Self {
        let style = tick_style(&state.x, state, point);
        let most = ((length / (style.size * WIDTHS)) as usize).clamp(1, MOST);
        Self::new(&state.x, scale, most, LabelRoom::new(fonts, style, Vec2::new(1.0, 0.0), scale))
    }

    /// `direction` is where the axis goes on the picture.
    fn up(
        state: &State,
        (scale, direction): (&Scale, Vec2),
        length: f64,
        fonts: &mut Fonts,
        point: f64,
    ) -> Self {
        let style = tick_style(&state.y, state, point);
        let most = ((length / (style.size * HEIGHTS)) as usize).clamp(1, MOST);
        Self::new(&state.y, scale, most, LabelRoom::new(fonts, style, direction, scale))
    }

    /// Every 45 degrees of a full circle, unless the user says where.
    fn around(axis: &Axis, scale: &Scale) -> Self {
        // the circle shows every angle, whatever those of the data are
        let circle = Axis { limits: (0.0, TAU), ..axis.clone() };
        if let Some(given) = circle.located(MOST) {
            let ends = |(low, high): (f64, f64), tick: &f64| (low.min(*tick), high.max(*tick));
            let limits = given.iter().fold(circle.limits, ends);
            let mut ticks = Self::given(&Axis { limits, ..circle }, given, scale, MOST);
            once_a_turn(&mut ticks.marks);
            once_a_turn(&mut ticks.minor);
            return ticks;
        }
        let values: Vec<f64> = (0..8).map(|eighth| f64::from(eighth) * FRAC_PI_4).collect();
        let labels = match &axis.format {
            Some(format) => format.texts(&values),
            None => (0..8).map(|eighth| format!("{}°", eighth * 45)).collect(),
        };
        let marks = values.into_iter().zip(labels);
        let marks = marks.map(|(value, label)| Mark { value, at: scale.at(value), label });
        Self { marks: marks.collect(), moving: axis.ticks_move(), ..Self::default() }
    }

    /// The ticks that the user chose, or as many as there is room for.
    pub(super) fn new(axis: &Axis, scale: &Scale, most: usize, room: LabelRoom<'_>) -> Self {
        if let Some(given) = axis.located(most) {
            return Self::given(axis, given, scale, most);
        }
        match axis.locator.as_ref().and_then(Locator::at_most) {
            Some(intervals) => {
                let ladder = Ladder::at_most(axis.scale, axis.ascending_limits(), intervals);
                fit::fitted(axis, &ladder, room)
            }
            None => Self::wanted(axis, scale, most, room),
        }
    }

    /// Those that the artists want, if there are any and they have room or names, or as many as
    /// there is room for.
    fn wanted(axis: &Axis, scale: &Scale, most: usize, mut room: LabelRoom<'_>) -> Self {
        let wanted = axis.wanted.ticks();
        let is_plain = axis.scale == AxisScale::Linear || axis.scale.is_log();
        if !wanted.is_empty() && (axis.wanted.has_names() || is_plain) {
            let limits = axis.ascending_limits();
            let places = wanted.into_iter().map(|(place, _)| place).collect();
            let ticks = ticks::Ticks::given(axis.scale, places, limits);
            let ticks = Self::on(axis, scale, ticks.with_minor(axis.scale, limits, most));
            if axis.wanted.has_names() || room.has_room(&ticks, axis.rotation()) {
                return ticks;
            }
        }
        fit::fitted(axis, &Ladder::new(axis.scale, axis.ascending_limits(), most), room)
    }

    pub(super) fn given(axis: &Axis, ticks: Vec<f64>, scale: &Scale, most: usize) -> Self {
        let limits = axis.ascending_limits();
        let ticks = ticks::Ticks::given(axis.scale, ticks, limits);
        Self::on(axis, scale, ticks.with_minor(axis.scale, limits, most))
    }

    /// Those of `ticks` that are within the limits.
    pub(super) fn on(axis: &Axis, scale: &Scale, mut ticks: ticks::Ticks) -> Self {
        let limits = axis.ascending_limits();
        axis.write(&mut ticks, limits);
        let inside = |mark: &Mark| (limits.0..=limits.1).contains(&mark.value);
        let marks = |values: Vec<f64>, labels: Vec<String>| -> Vec<Mark> {
            let marks = values.into_iter().zip(labels);
            marks
                .map(|(value, label)| Mark { value, at: axis.at(scale, value), label })
                .filter(inside)
                .collect()
        };
        Self {
            marks: marks(ticks.major, ticks.labels.texts),
            minor: marks(ticks.minor, ticks.minor_labels),
            offset: ticks.labels.offset,
            neighbours: ticks.neighbours,
            moving: axis.ticks_move(),
        }
    }

    /// The marks that have a label.
    pub(super) fn labels(&self) -> impl Iterator<Item = &Mark> {
        self.minor.iter().chain(&self.marks).filter(|mark| !mark.is_mute())
    }
}

/// Leaves out angles at which one before them stands already, whole turns away.
fn once_a_turn(marks: &mut Vec<Mark>) {
    let mut seen: Vec<f64> = Vec::with_capacity(marks.len());
    marks.retain(|mark| {
        let turns = |angle: &f64| (mark.value - angle) / TAU;
        let is_new = seen.iter().all(|angle| (turns(angle) - turns(angle).round()).abs() > 1e-9);
        seen.extend(is_new.then_some(mark.value));
        is_new
    });
}

/// Level tick labels of an axis, as large as those of short ticks if these are larger.
pub(crate) fn tick_style(axis: &Axis, state: &State, point: f64) -> TextStyle {
    let major = axis.drawn_ticks(TickKind::Major, &state.style).label_style(point);
    let minor = axis.look.minor.label_font.size.unwrap_or(0.0) * point;
    TextStyle { size: major.size.max(minor), ..major }
}
