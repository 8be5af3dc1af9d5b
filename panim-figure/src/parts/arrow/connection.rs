//! Which way an arrow takes.

use crate::{
    FigureError, Number,
    base::{
        check::{ANGLE, BEND, DISTANCE},
        word::{Tunable, named},
    },
};
use vello_cpu::kurbo::{BezPath, Point, Vec2};

/// Which way an arrow takes; or matplotlib's name for it, with options behind it as in `"arc3,rad=0.2"`:
///
/// | name | options and defaults |
/// |---|---|
/// | `"arc3"`: a curve | `rad=0`: how far it is bent, by the distance of the ends |
/// | `"angle3"`: a curve that leaves and arrives at angles | `angleA=90`, `angleB=0` |
/// | `"angle"`: two lines at angles | `angleA=90`, `angleB=0`, `rad=0`: radius of the corner |
/// | `"arc"`: a line between arms at the ends | `angleA=0`, `angleB=0`, `armA`, `armB`: none, `rad=0` |
/// | `"bar"`: arms of the same direction, and a bar between them | `armA=0`, `armB=0`, `fraction=0.3`, `angle`: that of the ends |
///
/// Angles are in degrees, counter-clockwise from the right; arms and radii of corners in pixels, of which 100
/// are an inch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConnectionStyle {
    kind: ConnectionKind,
    rad: f64,
    angles: [f64; 2],
    arms: [f64; 2],
    fraction: f64,
    /// Of the bar.
    angle: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ConnectionKind {
    Arc3,
    Angle3,
    Angle,
    Arc,
    Bar,
}

impl Default for ConnectionStyle {
    /// Straight on.
    fn default() -> Self {
        Self::arc3(0.0)
    }
}

named! { ConnectionStyle, "a connection" with options:
    "arc3" => Self::arc3(0.0),
    "angle3" => Self::angle3(90.0, 0.0),
    "angle" => Self::angle(90.0, 0.0),
    "arc" => Self::arc(0.0, 0.0),
    "bar" => Self::bar(),
}

impl ConnectionStyle {
    fn of(kind: ConnectionKind) -> Self {
        let (angles, arms) = ([0.0; 2], [0.0; 2]);
        Self { kind, rad: 0.0, angles, arms, fraction: 0.3, angle: None }
    }

    /// A curve, bent by this fraction of the distance of its ends: to the right, seen from its start, or to
    /// the left if it is negative.
    pub fn arc3(rad: impl Number) -> Self {
        Self { rad: rad.value(), ..Self::of(ConnectionKind::Arc3) }
    }

    /// A curve that leaves and arrives at these angles.
    pub fn angle3(start: impl Number, end: impl Number) -> Self {
        Self { angles: [start.value(), end.value()], ..Self::of(ConnectionKind::Angle3) }
    }

    /// Two lines that leave and arrive at these angles.
    pub fn angle(start: impl Number, end: impl Number) -> Self {
        Self { angles: [start.value(), end.value()], ..Self::of(ConnectionKind::Angle) }
    }

    /// A line between arms that stand at these angles at its ends; see [`ConnectionStyle::arms`].
    pub fn arc(start: impl Number, end: impl Number) -> Self {
        Self { angles: [start.value(), end.value()], ..Self::of(ConnectionKind::Arc) }
    }

    /// Arms of the same direction with a bar between them.
    pub fn bar() -> Self {
        Self::of(ConnectionKind::Bar)
    }

    /// Length of the arms at the start and at the end in pixels, of which 100 are an inch; 0 for none.
    #[must_use]
    pub fn arms(self, start: impl Number, end: impl Number) -> Self {
        Self { arms: [start.value(), end.value()], ..self }
    }

    /// How far an `"arc3"` is bent, or the radius of corners in pixels, of which 100 are an inch.
    #[must_use]
    pub fn rad(self, rad: impl Number) -> Self {
        Self { rad: rad.value(), ..self }
    }

    /// How much longer the arms to a bar are, by the distance of the ends.
    #[must_use]
    pub fn fraction(self, fraction: impl Number) -> Self {
        Self { fraction: fraction.value(), ..self }
    }

    /// Direction of a bar in degrees, counter-clockwise from the right; default: that from the start to the
    /// end.
    #[must_use]
    pub fn bar_angle(self, degrees: impl Number) -> Self {
        Self { angle: Some(degrees.value()), ..self }
    }

    /// Is it one curve, which areas can follow?
    pub(crate) fn is_curve(self) -> bool {
        matches!(self.kind, ConnectionKind::Arc3 | ConnectionKind::Angle3)
    }

    /// Is it straight or bent alone, by this fraction?
    pub(crate) fn bend(self) -> Option<f64> {
        (self.kind == ConnectionKind::Arc3).then_some(self.rad)
    }

    pub(crate) fn check(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        match self.bend() {
            Some(rad) => BEND.check(name, argument, rad)?,
            None => DISTANCE.check(name, argument, self.rad)?,
        }
        BEND.check(name, argument, self.fraction)?;
        let angles = self.angles.into_iter().chain(self.angle);
        angles.into_iter().try_for_each(|angle| ANGLE.check(name, argument, angle))?;
        self.arms.into_iter().try_for_each(|arm| DISTANCE.check(name, argument, arm))
    }

    /// From one point to another on pixels with y downwards, `pixel` of which are one at 100 dpi.
    pub(crate) fn path(self, from: Point, to: Point, pixel: f64) -> BezPath {
        let way = to - from;
        let rad = self.rad * pixel;
        let [start, end] = self.angles.map(direction);
        let mut path = BezPath::new();
        path.move_to(from);
        match self.kind {
            ConnectionKind::Arc3 => {
                path.quad_to(from.midpoint(to) + self.rad * Vec2::new(-way.y, way.x), to);
            }
            ConnectionKind::Angle3 => path.quad_to(crossing(from, start, to, end), to),
            ConnectionKind::Angle => {
                corner(&mut path, from, crossing(from, start, to, end), to, rad);
                path.line_to(to);
            }
            ConnectionKind::Arc => {
                let [arm_a, arm_b] = self.arms.map(|arm| arm * pixel);
                let (a, b) = (from + start * arm_a, to + end * arm_b);
                let mut before = from;
                if arm_a != 0.0 {
                    corner(&mut path, from, a, if arm_b == 0.0 { to } else { b }, rad);
                    before = a;
                }
                if arm_b != 0.0 {
                    corner(&mut path, before, b, to, rad);
                }
                path.line_to(to);
            }
            ConnectionKind::Bar => {
                let [arm_a, mut arm_b] = self.arms.map(|arm| arm * pixel);
                let mut level = to;
                if let Some(angle) = self.angle {
                    let along = direction(angle);
                    level = from + along * way.dot(along);
                    // against the direction of the arms, which is to the right of the bar
                    arm_b -= way.cross(along);
                }
                let bar = level - from;
                let along = if bar == Vec2::ZERO { bar } else { bar.normalize() };
                let reach = self.fraction * way.hypot() + arm_a.max(arm_b);
                let arm = reach * Vec2::new(-along.y, along.x);
                path.line_to(from + arm);
                path.line_to(level + arm);
                path.line_to(to);
            }
        }
        path
    }
}

/// To where this angle points, with y downwards.
fn direction(degrees: f64) -> Vec2 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    Vec2::new(cos, -sin)
}

/// Where two lines meet; the middle of the two points if they do not.
fn crossing(a: Point, along_a: Vec2, b: Point, along_b: Vec2) -> Point {
    const PARALLEL: f64 = 1e-6;
    let cross = along_a.cross(along_b);
    if cross.abs() < PARALLEL {
        return a.midpoint(b);
    }
    a + along_a * ((b - a).cross(along_b) / cross)
}

/// Goes on to a corner, around it with this radius, and a little on towards the next point.
fn corner(path: &mut BezPath, before: Point, corner: Point, after: Point, radius: f64) {
    let towards = |other: Point| {
        let way = other - corner;
        if way == Vec2::ZERO { corner } else { corner + way.normalize() * radius }
    };
    if radius == 0.0 {
        return path.line_to(corner);
    }
    path.line_to(towards(before));
    path.quad_to(corner, towards(after));
}

impl Tunable for ConnectionStyle {
    fn options(&self) -> &'static [&'static str] {
        match self.kind {
            ConnectionKind::Arc3 => &["rad"],
            ConnectionKind::Angle3 => &["angleA", "angleB"],
            ConnectionKind::Angle => &["angleA", "angleB", "rad"],
            ConnectionKind::Arc => &["angleA", "angleB", "armA", "armB", "rad"],
            ConnectionKind::Bar => &["armA", "armB", "fraction", "angle"],
        }
    }

    fn set_option(&mut self, option: &str, value: f64) {
        match option {
            "rad" => self.rad = value,
            "angleA" => self.angles[0] = value,
            "angleB" => self.angles[1] = value,
            "armA" => self.arms[0] = value,
            "armB" => self.arms[1] = value,
            "fraction" => self.fraction = value,
            "angle" => self.angle = Some(value),
            _ => {}
        }
    }
}
