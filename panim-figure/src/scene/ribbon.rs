//! A line whose width, opacity and colour change along it, in one piece.

use super::{BLUR, clip, damage::Damage, touched::mark_outline};
use crate::{base::same::same, color::Color};
use std::{f64::consts::SQRT_2, sync::Arc};
use vello_cpu::kurbo::{BezPath, Cap, Point, Rect};

/// A line through knots. Where it lies on itself the newer part, which comes later, covers the older one,
/// and all is as opaque as the more opaque part.
#[derive(Debug, Clone)]
pub(crate) struct Ribbon {
    /// One whose place is not finite is a gap.
    pub(crate) knots: Vec<Knot>,
    pub(crate) shades: Shades,
    /// Of all of it, on top of the others.
    pub(crate) alpha: f64,
    /// How it begins and ends, and at gaps. Where it goes on it is round.
    pub(crate) cap: Cap,
    /// Nothing is painted outside.
    pub(crate) room: Rect,
}

/// The line at one of its points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Knot {
    pub(crate) at: Point,
    /// In pixels.
    pub(crate) width: f64,
    /// On top of the colour's own.
    pub(crate) alpha: f64,
    /// Where among the colours it is.
    pub(crate) shade: f64,
}

/// Colours side by side, from 0 to 1.
#[derive(Debug, Clone)]
pub(crate) struct Shades {
    colors: Arc<[Color]>,
    /// Below 0, and above 1.
    extremes: [Color; 2],
    /// Of what is not a number.
    bad: Color,
}

/// So little beyond the last colour is on it: places in between are not exact.
const BEYOND: f64 = 1e-5;

/// A straight part of a ribbon.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RibbonPiece {
    pub(crate) from: Knot,
    pub(crate) to: Knot,
    /// Nothing comes before it.
    pub(crate) begins: bool,
    /// Nothing follows.
    pub(crate) ends: bool,
}

impl Shades {
    pub(crate) fn one(color: Color) -> Self {
        Self { colors: [color].into(), extremes: [color; 2], bad: color }
    }

    /// At least one; those beyond the first and the last, where they differ from these.
    pub(crate) fn new(
        colors: Vec<Color>,
        (under, over): (Option<Color>, Option<Color>),
        bad: Color,
    ) -> Self {
        let [Some(&first), Some(&last)] = [colors.first(), colors.last()] else {
            return Self::one(bad);
        };
        let extremes = [under.unwrap_or(first), over.unwrap_or(last)];
        Self { colors: colors.into(), extremes, bad }
    }

    /// How many there are, beside that of what is not a number.
    pub(crate) fn len(&self) -> usize {
        self.colors.len()
    }

    /// The knot, or a gap where its colour cannot be seen.
    pub(crate) fn knot(&self, knot: Knot) -> Knot {
        if knot.shade.is_nan() && self.bad.alpha() == 0.0 { Knot::NONE } else { knot }
    }

    pub(crate) fn color(&self, shade: f64) -> Color {
        let count = self.colors.len();
        match Self::index(shade, count) {
            0 => self.extremes[0],
            i if i <= count => self.colors[i - 1],
            i if i == count + 1 => self.extremes[1],
            _ => self.bad,
        }
    }

    /// What number a colour has among [`Shades::all`], of which so many are between 0 and 1.
    #[inline(always)]
    pub(crate) fn index(shade: f64, count: usize) -> usize {
        match shade {
            _ if shade.is_nan() => count + 2,
            _ if shade < -BEYOND => 0,
            _ if shade > 1.0 + BEYOND => count + 1,
            // the conversion takes what is below 0 to 0
            _ => 1 + ((shade * count as f64) as usize).min(count - 1),
        }
    }

    /// That of what is below, all of them, that of what is above, and the bad one.
    pub(crate) fn all(&self) -> impl Iterator<Item = Color> {
        let [under, over] = self.extremes;
        [under].into_iter().chain(self.colors.iter().copied()).chain([over, self.bad])
    }
}

impl Knot {
    /// A gap.
    pub(crate) const NONE: Self =
        Self { at: Point::new(f64::NAN, f64::NAN), width: 0.0, alpha: 1.0, shade: 0.0 };

    /// What is between two.
    pub(crate) fn lerp(self, to: Self, fraction: f64) -> Self {
        let between = |from: f64, to: f64| from + fraction * (to - from);
        Self {
            at: self.at.lerp(to.at, fraction),
            width: between(self.width, to.width),
            alpha: between(self.alpha, to.alpha),
            shade: between(self.shade, to.shade),
        }
    }
}

impl RibbonPiece {
    /// What of it may be seen in `room`.
    pub(crate) fn cut(self, room: Rect) -> Option<Self> {
        let reach = self.from.width.max(self.to.width);
        let (begin, stop) = clip::segment(self.from.at, self.to.at, room.inflate(reach, reach))?;
        if (begin, stop) == (self.from.at, self.to.at) {
            return Some(self);
        }
        // halved, so that nothing overflows
        let away = |at: Point| {
            let away = at.to_vec2() / 2.0 - self.from.at.to_vec2() / 2.0;
            away.x.abs() + away.y.abs()
        };
        let length = away(self.to.at);
        let knot = |at: Point, end: f64| {
            let fraction = if length > 0.0 { away(at) / length } else { end };
            Knot { at, ..self.from.lerp(self.to, fraction) }
        };
        Some(Self {
            from: knot(begin, 0.0),
            to: knot(stop, 1.0),
            begins: self.begins && begin == self.from.at,
            ends: self.ends && stop == self.to.at,
        })
    }
}

impl Ribbon {
    /// From each knot to the next, without those at a gap.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = RibbonPiece> {
        let is_there = |i: Option<usize>| {
            i.and_then(|i| self.knots.get(i)).is_some_and(|knot| knot.at.is_finite())
        };
        let pairs = self.knots.windows(2).enumerate().map(move |(i, pair)| RibbonPiece {
            from: pair[0],
            to: pair[1],
            begins: !is_there(i.checked_sub(1)),
            ends: !is_there(Some(i + 2)),
        });
        pairs.filter(|piece| piece.from.at.is_finite() && piece.to.at.is_finite())
    }

    /// How far from its middle it may leave a trace.
    fn beyond(&self) -> f64 {
        let half = self.knots.iter().fold(0.0, |widest: f64, knot| widest.max(knot.width)) / 2.0;
        half * if self.cap == Cap::Square { SQRT_2 } else { 1.0 } + 0.5 + BLUR
    }

    /// The box around what it may touch.
    pub(super) fn reach(&self) -> Option<Rect> {
        let boxes = self.pieces().map(|piece| Rect::from_points(piece.from.at, piece.to.at));
        let all = boxes.reduce(|a, b| a.union(b))?.inflate(self.beyond(), self.beyond());
        Some(all.intersect(self.room.expand()))
    }

    pub(super) fn mark(&self, bounds: Rect, damage: &mut Damage) {
        let mut path = BezPath::new();
        for piece in self.pieces() {
            if piece.begins {
                path.move_to(piece.from.at);
            }
            path.line_to(piece.to.at);
        }
        mark_outline(&path, self.beyond(), bounds, damage);
    }
}

same! {
    Ribbon { alpha, cap, room, knots, shades }
    Knot { at, width, alpha, shade }
    Shades { extremes, bad, colors }
}
