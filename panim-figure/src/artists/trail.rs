//! What a moving point leaves behind for a while.

#[cfg(test)]
mod tests;
mod way;

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::{SAMPLES, checked_opacity, checked_size},
        data::{Column, Data, DataPoint, Number, point_data},
        extent::Extent,
        properties::properties,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        marks::{MARKER, Marks, marks_properties},
        polyline::polyline,
        ribbon::{self, Knot},
    },
    pen::Pen,
};
use std::sync::Arc;
use vello_cpu::kurbo::{BezPath, Point, Rect};
use way::{Path, Way};

/// The last stretch of a moving point's way, fading towards its end.
///
/// A frame may be drawn before the one before it, so nothing is kept between frames: the way is a
/// function of time, or recorded as a whole, and a frame says up to where it is shown.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// // a function of time
/// let knot = Trail::new(|t| ((3.0 * t).cos(), (2.0 * t).sin())).length(2.0).marker('o');
/// let knot = ax.set_xlim(-1.2, 1.2).set_ylim(-1.2, 1.2).add(knot.width(3.0));
/// // recorded
/// let angle = linspace(0.0, 5.0, 200);
/// let (x, y) = (angle.iter().map(|a| 0.5 * a.cos()), angle.iter().map(|a| 0.5 * a.sin()));
/// let circle = ax.add(Trail::of(x, y).last(100).marker('o'));
/// // in #[update]: frame[knot].set_time(t); frame[circle].set_end(i);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check_frame("trail", fig, |frame| {
/// #     frame[knot].set_time(4.0);
/// #     frame[circle].set_end(140);
/// # });
/// ```
#[doc = include_str!("../../docs/trail.md")]
#[derive(Debug, Clone)]
pub struct Trail {
    way: Way,
    /// A call that the kind of way does not know.
    misuse: Option<&'static str>,
    color: Option<ColorSpec>,
    width: Option<f64>,
    tail_width: Option<f64>,
    tail_alpha: f64,
    marks: Marks,
    common: Common,
}

impl Trail {
    /// The trail of a point that is at `path(t)` at any time, in data coordinates.
    ///
    /// Limits that follow the data show the trail as `#[setup]` left it, at time 0 by default.
    pub fn new<P: DataPoint<2>>(path: impl Fn(f64) -> P + Send + Sync + 'static) -> Self {
        let path = move |time| path(time).coordinates().into();
        Self::with(Way::Function {
            path: Path(Arc::new(path)),
            time: 0.0,
            length: 1.0,
            since: f64::NEG_INFINITY,
            samples: 100,
        })
    }

    /// The trail of a point that came through the points (`x`, `y`), which must be equally many.
    /// Limits that follow the data show all of them.
    pub fn of<X, Y>(x: X, y: Y) -> Self
    where
        X: Data,
        Y: Data,
    {
        Self::with(Way::Recorded {
            x: Column::new(x),
            y: Column::new(y),
            end: None,
            last: usize::MAX,
        })
    }

    fn with(way: Way) -> Self {
        Self {
            way,
            misuse: None,
            color: None,
            width: None,
            tail_width: None,
            tail_alpha: 0.0,
            marks: Marks::default(),
            common: Common::default(),
        }
    }

    /// The time up to which a function's trail is shown.
    pub fn set_time(&mut self, now: impl Number) -> &mut Self {
        match &mut self.way {
            Way::Function { time, .. } => *time = now.value(),
            Way::Recorded { .. } => self.misuse = Some("time"),
        }
        self
    }

    /// Moves the recorded points; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: Data,
        Y: Data,
    {
        match &mut self.way {
            Way::Recorded { x: old_x, y: old_y, .. } => {
                (*old_x, *old_y) = (Column::new(x), Column::new(y));
            }
            Way::Function { .. } => self.misuse = Some("data"),
        }
        self
    }

    /// The position, from 0, of the recorded point up to which the trail is shown; default: the
    /// last one.
    pub fn set_end(&mut self, index: usize) -> &mut Self {
        match &mut self.way {
            Way::Recorded { end, .. } => *end = Some(index),
            Way::Function { .. } => self.misuse = Some("end"),
        }
        self
    }
}

properties! { Trail {
    /// How long a function's trail is, in units of its time; default: 1.
    length / set_length(duration: impl Number) |trail| match &mut trail.way {
        Way::Function { length, .. } => *length = duration.value(),
        Way::Recorded { .. } => trail.misuse = Some("length"),
    };
    /// A function's trail begins at this time: before, there was none.
    since / set_since(start: impl Number) |trail| match &mut trail.way {
        Way::Function { since, .. } => *since = start.value(),
        Way::Recorded { .. } => trail.misuse = Some("since"),
    };
    /// At so many times a function is asked where the point was; default: 100, at least 2.
    samples / set_samples(n: usize) |trail| match &mut trail.way {
        Way::Function { samples, .. } => *samples = n,
        Way::Recorded { .. } => trail.misuse = Some("samples"),
    };
    /// So many recorded points are shown; default: all up to the end.
    last / set_last(n: usize) |trail| match &mut trail.way {
        Way::Recorded { last, .. } => *last = n,
        Way::Function { .. } => trail.misuse = Some("last"),
    };
    /// Colour; by default the next of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl IntoColor) |trail| trail.color = Some(color.into());
    /// Width at the head in points; default: the style's, 1.5.
    width / set_width(width: impl Number) |trail| trail.width = Some(width.value());
    /// Width at the end of the tail in points; default: that of the head.
    tail_width / set_tail_width(width: impl Number) |trail| trail.tail_width = Some(width.value());
    /// Opacity at the end of the tail, as a fraction of that of the head; default: 0; 1 not to fade.
    tail_alpha / set_tail_alpha(alpha: impl Number) |trail| trail.tail_alpha = alpha.value();
} }
marks_properties!(Trail, marks, "at the head", "none", "the trail's");
point_data!(Trail, 2: of(x, y));
common_properties!(Trail);

impl Trail {
    /// Where the point was, with how near to the head that is, from 0 to 1: the tail first.
    fn points(&self) -> Vec<(f64, (f64, f64))> {
        match &self.way {
            Way::Function { path, time, length, since, samples } => {
                let newest = (*time).max(*since);
                // asked for before it is known to be allowed
                let samples = (*samples).min(SAMPLES.most());
                let places =
                    (0..samples).map(|i| i as f64 / samples.saturating_sub(1).max(1) as f64);
                let times = places.map(|fraction| (fraction, newest - (1.0 - fraction) * length));
                // it begins in the midst of two
                let begun =
                    times.map(
                        |(fraction, at)| {
                            if at < *since { (fraction, *since) } else { (fraction, at) }
                        },
                    );
                begun.map(|(fraction, at)| (fraction, (path.0)(at))).collect()
            }
            Way::Recorded { x, y, end, last } => {
                let count = end.map_or(x.len(), |end| end.saturating_add(1)).min(x.len());
                let shown = count.min(*last);
                let points =
                    x.iter().copied().zip(y.iter().copied()).take(count).skip(count - shown);
                let steps = shown.saturating_sub(1).max(1) as f64;
                points.enumerate().map(|(i, at)| (i as f64 / steps, at)).collect()
            }
        }
    }

    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    fn paint(&self, pen: &mut Pen<'_>, points: &[(f64, Point)], bounds: Rect) {
        let width = self.width.unwrap_or(pen.style.line_width);
        let tail_width = self.tail_width.unwrap_or(width);
        let knots = points.iter().map(|&(fraction, at)| Knot {
            at,
            width: (tail_width + fraction * (width - tail_width)) * pen.point,
            alpha: self.tail_alpha + fraction * (1.0 - self.tail_alpha),
        });
        ribbon::draw(pen.scene, knots, self.common.fade(&self.own_color()), bounds);

        let head = points.last().map(|(_, at)| *at).filter(|at| at.is_finite());
        self.marks.stamp(pen, &self.common, &self.own_color(), head.into_iter(), bounds);
    }
}

impl Draw for Trail {
    draw_common!(Trail);

    fn check(&self) -> Result<(), FigureError> {
        if let Some(argument) = self.misuse {
            let message = match self.way {
                Way::Function { .. } => {
                    "this trail is a function of time; say `set_time`, `length`"
                }
                Way::Recorded { .. } => "this trail is of recorded points; say `set_end`, `last`",
            };
            return Err(FigureError::new("Trail", argument, message));
        }
        self.way.check()?;
        checked_color("Trail", "color", &self.own_color())?;
        checked_size("Trail", "width", self.width.unwrap_or(0.0))?;
        checked_size("Trail", "tail_width", self.tail_width.unwrap_or(0.0))?;
        checked_opacity("Trail", "tail_alpha", self.tail_alpha)?;
        self.marks.check("Trail", MARKER)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let place = |&(fraction, (x, y)): &(f64, (f64, f64))| (fraction, pen.transform.at(x, y));
        let points: Vec<_> = self.points().iter().map(place).collect();
        let bounds = pen.frame.expand();
        self.paint(pen, &points, bounds);
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        let points = self.points();
        polyline(points.iter().map(|&(_, (x, y))| pen.transform.at(x, y)), pen.frame)
    }

    fn extent(&self) -> Extent {
        match &self.way {
            Way::Function { .. } => Extent::of_points(self.points().into_iter().map(|(_, at)| at)),
            Way::Recorded { x, y, .. } => {
                Extent::of_points(x.iter().copied().zip(y.iter().copied()))
            }
        }
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let level = area.center().y;
        let ends = [(0.0, Point::new(area.x0, level)), (1.0, Point::new(area.x1, level))];
        self.paint(pen, &ends, area.inflate(0.0, area.height()).expand());
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_line().into());
    }
}
