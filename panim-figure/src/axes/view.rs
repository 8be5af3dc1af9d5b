//! Where an axes' limits and ticks fall on the pixels.

use super::{
    axis::Axis,
    fit::{self, LabelRoom},
    space::SpaceView,
    state::{Projection, State},
};
use crate::{
    AxisScale,
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
        Self { frame, transform, x, y, space: SpaceView::new(state, frame, point) }
    }
}

impl View {
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
        let style = TextStyle::new(label_size(axis, state) * point);
        let mut width = |text: &String| fonts.layout(&style, text).bounds().width();
        let before = self.y.marks.iter().map(|mark| width(&mark.label)).fold(0.0, f64::max);
        if texts.iter().map(width).fold(0.0, f64::max) >= before {
            return false;
        }
        self.y.offset = offset;
        for (mark, text) in self.y.marks.iter_mut().zip(texts) {
            mark.label = text;
        }
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
        let size = label_size(&state.x, state) * point;
        let most = ((length / (size * WIDTHS)) as usize).clamp(1, MOST);
        Self::new(&state.x, scale, most, LabelRoom::new(fonts, size, Vec2::new(1.0, 0.0), scale))
    }

    /// `direction` is where the axis goes on the picture.
    fn up(
        state: &State,
        (scale, direction): (&Scale, Vec2),
        length: f64,
        fonts: &mut Fonts,
        point: f64,
    ) -> Self {
        let size = label_size(&state.y, state) * point;
        let most = ((length / (size * HEIGHTS)) as usize).clamp(1, MOST);
        Self::new(&state.y, scale, most, LabelRoom::new(fonts, size, direction, scale))
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
        let is_plain = matches!(axis.scale, AxisScale::Linear | AxisScale::Log);
        if !wanted.is_empty() && (axis.wanted.has_names() || is_plain) {
            let limits = axis.ascending_limits();
            let places = wanted.into_iter().map(|(place, _)| place).collect();
            let ticks = ticks::Ticks::given(axis.scale, places, limits);
            let ticks = Self::on(axis, scale, ticks.with_minor(axis.scale, limits, most));
            if axis.wanted.has_names() || room.has_room(&ticks, axis.rotation) {
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
                .map(|(value, label)| Mark { value, at: scale.at(value), label })
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

/// Size of an axis' tick labels in points.
pub(crate) fn label_size(axis: &Axis, state: &State) -> f64 {
    axis.label_size.unwrap_or(state.style.font_size)
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
        let view = View::new(&ax.state, frame, &mut Fonts::default(), 1.0);
        let labels: Vec<_> = view.x.marks.iter().map(|mark| mark.label.as_str()).collect();
        assert_eq!(labels, ["E", "N", "W", "S"]);
    }

    fn done<A>(_: crate::Handle<A>) {}

    fn x_labels(build: impl FnOnce(&mut crate::Axes)) -> String {
        let mut fig = Figure::new();
        let ax = fig.axes();
        build(ax);
        ax.freeze_artists();
        let extent = ax.extent();
        ax.freeze_limits(extent);
        let frame = Rect::new(0.0, 0.0, 496.0, 370.0);
        let view = View::new(&ax.state, frame, &mut Fonts::default(), 100.0 / 72.0);
        view.x.marks.iter().map(|mark| mark.label.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_stand_under_boxes_and_at_categories() {
        let groups = [[1.0, 2.0, 3.0]; 3];
        let of = |boxes: crate::BoxPlot| x_labels(|ax| done(ax.add(boxes)));
        // matplotlib's
        assert_eq!(of(crate::BoxPlot::new(groups)), "1 2 3");
        assert_eq!(of(crate::BoxPlot::new(groups).positions([2, 4, 6]).width(1.5)), "2 4 6");
        assert_eq!(of(crate::BoxPlot::new(groups).positions([1.5, 2.0, 7.0])), "1.5 2.0 7.0");
        assert_eq!(of(crate::BoxPlot::new(groups).tick_labels(["a", "b", "c"])), "a b c");
        assert_eq!(x_labels(|ax| done(ax.add(crate::Violin::new(groups)))), "1 2 3");
        // many have no room for a tick at each
        let many = of(crate::BoxPlot::new([[1.0, 2.0]; 60]));
        assert!(many.split(' ').count() <= 10, "{many}");
        let two = x_labels(|ax| {
            ax.add(crate::Bars::new(["wind", "sun"], [1, 2]));
            ax.add(crate::Line::new(["gas", "wind", "coal"], [1, 2, 3]));
        });
        assert_eq!(two, "wind sun gas coal");
        let own = x_labels(|ax| {
            ax.add(crate::BoxPlot::new(groups));
            ax.set_xticks([1, 3]);
        });
        assert_eq!(own, "1 3");
    }

    #[test]
    fn places_of_names_have_them_wherever_ticks_come_from() {
        let of = |locator: crate::Locator| {
            x_labels(|ax| {
                ax.add(crate::Bars::new(["wind", "sun", "gas", "coal"], [1, 2, 3, 4]));
                ax.set_xlocator(locator);
            })
        };
        assert_eq!(of(crate::Locator::multiple(2)), "wind gas");
        assert_eq!(of(crate::Locator::fixed([0.5, 3.0])), "0.5 coal");
        assert_eq!(of(crate::Locator::max_n(3)), "wind gas");
        assert_eq!(of(crate::Locator::auto()), "wind sun gas coal");
        let boxes = x_labels(|ax| {
            ax.add(crate::BoxPlot::new([[1.0, 2.0]; 3]).tick_labels(["a", "b", "c"]));
            ax.set_xlocator(crate::Locator::multiple(2));
        });
        assert_eq!(boxes, "b");
    }

    #[test]
    fn a_place_has_one_label() {
        let own = |low: f64, high: f64| vec![high, low, low, f64::midpoint(low, high), high];
        let own = x_labels(|ax| {
            ax.set_xlim(0, 2).set_xlocator(own);
        });
        assert_eq!(own, "0 1 2");
        let list = x_labels(|ax| {
            ax.set_xlim(0, 2).set_xticks([2, 1, 1]);
        });
        assert_eq!(list, "1 2");
        let turn = x_labels(|ax| {
            ax.set_projection(Projection::Polar).set_xformat(crate::Format::pi());
            ax.set_xlocator(crate::Locator::multiple(std::f64::consts::FRAC_PI_2));
        });
        assert_eq!(turn, "0 π/2 π 3π/2");
        let named = x_labels(|ax| {
            ax.set_projection(Projection::Polar).set_xticks([TAU, 1.0, 0.0]);
            ax.set_xticklabels(["end", "one", "start"]);
        });
        assert_eq!(named, "end one");
    }

    #[test]
    fn an_axis_of_dates_has_no_more_intervals_than_it_may() {
        let days = |days: f64| {
            let labels = x_labels(|ax| {
                ax.set_xscale(AxisScale::Date).set_xlim(0.0, days * 86_400.0);
                ax.set_xlocator(crate::Locator::max_n(3));
            });
            labels.split(' ').count()
        };
        for length in [1.0, 10.0, 100.0, 1000.0] {
            assert!((2..=4).contains(&days(length)), "{length}: {}", days(length));
        }
    }
}
