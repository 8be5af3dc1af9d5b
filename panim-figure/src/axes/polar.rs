//! The decorations of a polar axes: a round spine, circles at the distances, rays at the angles.

use super::{
    Axes, Side, State,
    asked::Feature,
    axis::look::TickKind,
    boxed::{TITLE_PAD, place_labels},
    decorations::{Placing, Standoff},
    grid::GridLine,
};
use crate::{
    FigureError, Number,
    base::check::ANGLE,
    scene::{hand::DrawnAs, shape::Geometry},
    text::{HAlign, TextStyle, VAlign},
    transform::polar::PolarFrame,
};
use vello_cpu::kurbo::{BezPath, Stroke, Vec2};

/// Where the distances are written, in degrees, as in matplotlib.
const DISTANCES_AT: f64 = 22.5;

/// Between marks and labels: matplotlib's.
const TICK_PAD: f64 = 3.5;

/// Width in points and opacity of the rim around them.
const RIM: f64 = 1.5;
const RIM_OPACITY: f64 = 0.7;

pub(super) fn place(placing: &mut Placing<'_>, least: Standoff) {
    let Some(polar) = placing.view.transform.polar() else { return };
    let round = |radius: f64| polar.circle(radius);
    let (state, point) = (placing.state, placing.point);
    placing.done.patch.push(Geometry::area(round(polar.radius)), state.face_color());
    let edge = Stroke::new((state.style.edge_width * point).max(1.0));
    placing
        .done
        .spines
        .push(Geometry::outline(&round(polar.radius), &edge), state.style.spine_color());

    let rays =
        placing.view.x.marks.iter().map(|mark| polar.ray(mark.at, 0.0, polar.radius)).collect();
    let radii = placing.view.y.marks.iter().map(|mark| mark.at);
    let circles = radii.filter(|&radius| radius > 0.0 && radius < polar.radius).map(round);
    let circles: Vec<BezPath> = circles.collect();
    for (axis, lines) in [rays, circles].into_iter().enumerate() {
        let Some(grid) = state.grid_of(axis) else { continue };
        let Some((stroke, color)) = grid.line(GridLine::Major, &state.style, point) else {
            continue;
        };
        let shapes = lines.into_iter().map(|line| (Geometry::outline(&line, &stroke), color));
        placing.done.grid.extend(shapes);
    }
    if state.x.is_labelled() {
        placing.angles(polar);
    }
    if state.y.is_labelled() {
        placing.distances(polar);
    }
    place_labels(placing, least);
    let above = placing.view.frame.y0 - placing.done.room.outward.y0;
    placing.done.standoff.title =
        placing.title(least.title.max(above + TITLE_PAD * point), [None; 2]);
}

/// Where angles start, which way they go, and where distances are written. In degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Angles {
    zero: f64,
    clockwise: bool,
    distances_at: f64,
}

impl Default for Angles {
    fn default() -> Self {
        Self { zero: 0.0, clockwise: false, distances_at: DISTANCES_AT }
    }
}

impl Angles {
    pub(crate) fn set_zero(&mut self, degrees: f64) {
        self.zero = degrees;
    }

    pub(crate) fn set_clockwise(&mut self, on: bool) {
        self.clockwise = on;
    }

    /// Where on the picture the angles 0 and 1 are, in radians.
    pub(crate) fn turn(&self) -> (f64, f64) {
        let zero = self.zero.to_radians();
        (zero, if self.clockwise { zero - 1.0 } else { zero + 1.0 })
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        let angles = [("set_theta_zero", self.zero), ("set_rlabel_position", self.distances_at)];
        angles
            .into_iter()
            .try_for_each(|(argument, degrees)| ANGLE.check("Axes", argument, degrees))
    }
}

/// A direction in a polar axes, from a [`Side`] or from degrees counter-clockwise from the right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Direction(f64);

impl From<Side> for Direction {
    fn from(side: Side) -> Self {
        Self(match side {
            Side::Right => 0.0,
            Side::Top => 90.0,
            Side::Left => 180.0,
            Side::Bottom => 270.0,
        })
    }
}

impl<N: Number> From<N> for Direction {
    fn from(degrees: N) -> Self {
        Self(degrees.value())
    }
}

impl Axes {
    /// Where a polar axes has its angle 0: a [`Side`], such as [`Side::Top`] for a compass, or
    /// degrees counter-clockwise from the right; default: to the right.
    #[doc(alias = "set_theta_zero_location")]
    pub fn set_theta_zero(&mut self, at: impl Into<Direction>) -> &mut Self {
        self.state.angles.set_zero(at.into().0);
        self.state.x.moving = true;
        self.asks(Feature::Angles, "set_theta_zero")
    }

    /// Lets the angles of a polar axes grow clockwise, as on a compass, or counter-clockwise, which
    /// they do by default.
    #[doc(alias = "set_theta_direction")]
    pub fn set_theta_clockwise(&mut self, on: bool) -> &mut Self {
        self.state.angles.set_clockwise(on);
        self.state.x.moving = true;
        self.asks(Feature::Angles, "set_theta_clockwise")
    }

    /// The angle, in degrees, along which a polar axes has its distances written; default: 22.5.
    pub fn set_rlabel_position(&mut self, degrees: impl Number) -> &mut Self {
        self.state.angles.distances_at = degrees.value();
        self.state.x.moving = true;
        self.asks(Feature::Angles, "set_rlabel_position")
    }
}

impl State {
    /// Where on the picture the ray goes along which a polar axes has its distances written.
    pub(super) fn distances(&self) -> Vec2 {
        let (zero, one) = self.angles.turn();
        let angle = zero + (one - zero) * self.angles.distances_at.to_radians();
        Vec2::new(angle.cos(), -angle.sin())
    }
}

impl Placing<'_> {
    /// Writes the angles around the circle, as far away as matplotlib does or, where letters need it, farther.
    fn angles(&mut self, polar: PolarFrame) {
        let look = self.state.x.drawn_ticks(TickKind::Major, &self.state.style);
        let pad = self.state.x.look.major.pad.unwrap_or(self.state.style.tick_pad);
        let extra = pad - TICK_PAD;
        let (clear, middle) = (1.5 * TICK_PAD + extra, 4.0 * TICK_PAD + extra);
        let (style, size) = (look.label_style(self.point), look.label.size * self.point);
        let style = TextStyle {
            halign: HAlign::Center,
            valign: VAlign::CenterBaseline,
            rotation: look.rotation,
            snap: !self.view.x.moving,
            ..style
        };
        for mark in &self.view.x.marks {
            let room = self.fonts.layout(&style, &mark.label).bounds();
            let (sin, cos) = mark.at.sin_cos();
            let half = cos.abs() * room.width() / 2.0 + sin.abs() * size / 2.0;
            let away = (clear * self.point + half).max(middle * self.point);
            let at = polar.at(mark.at, polar.radius + away);
            if let Some(label) = self.text(&style, &mark.label, at, look.label_color) {
                self.done.room.keep_around(label);
            }
        }
    }

    /// Writes the distances along a ray, each above its place and to the right of it as in matplotlib, on a rim of the background that keeps them readable on
    /// whatever lies there.
    fn distances(&mut self, polar: PolarFrame) {
        let look = self.state.y.drawn_ticks(TickKind::Major, &self.state.style);
        let style = TextStyle {
            halign: HAlign::Left,
            valign: VAlign::Bottom,
            rotation: look.rotation,
            snap: !(self.view.x.moving || self.view.y.moving),
            ..look.label_style(self.point)
        };
        let angle = self.view.transform.x.at(self.state.angles.distances_at.to_radians());
        let face = self.state.face_color();
        let face = face.with_alpha(face.alpha() * RIM_OPACITY);
        let rim = Stroke::new(2.0 * RIM * self.point);
        for mark in self.view.y.marks.iter().filter(|mark| mark.at > 0.0 && !mark.label.is_empty())
        {
            let at = polar.at(angle, mark.at);
            let label = self.fonts.layout(&style, &mark.label);
            let at = at + self.onto_page(label.bounds() + at.to_vec2(), style.rotation);
            let place = label.bounds() + at.to_vec2();
            self.done.bounds = self.done.bounds.union(place);
            self.done.room.keep_around(place);
            let letters = label.path_at(at);
            self.done.labels.push_as(DrawnAs::Letters, Geometry::outline(&letters, &rim), face);
            self.done.labels.push_letters(label.colored_at(at, look.label_color));
            #[cfg(test)]
            self.done.words.push(place);
        }
    }
}
