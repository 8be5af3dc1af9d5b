//! What a moving point leaves behind for a while, of recorded points.

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, point_data},
        extent::Extent,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        fading::{FadingLine, Passed, draw_fading, fading_properties},
        stretch::{Stretch, TrailColors, recorded_properties},
        varying::{Tint, draw_values},
    },
};
use std::ops::Range;

/// The last stretch of a moving point's path that was recorded, fading towards its end.
///
/// A frame may be drawn before the one before it, so nothing is kept between frames: the path is
/// recorded as a whole, and a frame says up to which point it is shown. Of a point whose place is a
/// function of time it is a [`TracedPath`](crate::TracedPath).
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// // a function of time
/// let knot = TracedPath::new(|t| ((3.0 * t).cos(), (2.0 * t).sin())).length(2.0).marker('o');
/// let knot = ax.set_xlim(-1.2, 1.2).set_ylim(-1.2, 1.2).add(knot.width(3.0));
/// // recorded
/// let angle = linspace(0.0, 5.0, 200);
/// let (x, y) = (angle.iter().map(|a| 0.5 * a.cos()), angle.iter().map(|a| 0.5 * a.sin()));
/// let circle = ax.add(Trail::new(x, y).last(100).marker('o'));
/// // in #[update]: frame[knot].set_time(t); frame[circle].set_end(i);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check_frame("trail", fig, |frame| {
/// #     frame[knot].set_time(4.0);
/// #     frame[circle].set_end(140);
/// # });
/// ```
#[doc = include_str!("../../docs/trail.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Trail {
    x: Column,
    y: Column,
    stretch: Stretch,
    tail: FadingLine,
    tinted: TrailColors,
    common: Common,
}

impl Trail {
    /// The trail of a point that came through the points (`x`, `y`), which must be equally many.
    /// Limits that follow the data show all of them.
    /// Without data yet it is [`Trail::empty`], and of pairs [`Trail::from_points`].
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Data,
        Y: Data,
    {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            stretch: Stretch::default(),
            tail: FadingLine::default(),
            tinted: TrailColors::default(),
            common: Common::default(),
        }
    }

    /// Moves the recorded points; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: Data,
        Y: Data,
    {
        self.set_x(x).set_y(y)
    }

    /// Moves the recorded points along x; as many as there are of y.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the recorded points along y; as many as there are of x.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }
}

recorded_properties!(Trail);
fading_properties!(Trail);
point_data!(Trail, 2: new(x, y));
common_properties!(Trail);
crate::parts::outline::outline_properties!(Trail);

impl Trail {
    /// The points that are shown, the end of the tail first.
    fn points(&self) -> Vec<Passed> {
        let Range { start, end } = self.shown();
        let points = self.x[start..end].iter().copied().zip(self.y[start..end].iter().copied());
        let steps = (end - start).saturating_sub(1).max(1) as f64;
        points.enumerate().map(|(i, at)| (i as f64 / steps, at)).collect()
    }

    fn shown(&self) -> Range<usize> {
        self.stretch.of(self.x.len())
    }

    /// The colours of these.
    fn tint(&self) -> Option<Tint> {
        self.tinted.of(self.shown())
    }
}

impl Draw for Trail {
    draw_common!(Trail);
    draw_values!(tinted);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Trail", ("x", self.x.len()), ("y", self.y.len()))?;
        self.stretch.check("Trail", self.x.len())?;
        self.tinted.check("Trail", self.x.len())?;
        self.tail.check("Trail")
    }

    fn extent(&self) -> Extent {
        Extent::of_columns(&self.x, &self.y)
    }

    draw_fading!();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(trail: &Trail) -> [Passed; 2] {
        let points = trail.points();
        [points[0], points[points.len() - 1]]
    }

    #[test]
    fn it_has_the_last_points_up_to_its_end() {
        let mut trail = Trail::new(0..10, 0..10).last(3);
        assert_eq!(ends(&trail), [(0.0, (7.0, 7.0)), (1.0, (9.0, 9.0))]);
        trail.set_end(4);
        assert_eq!(ends(&trail), [(0.0, (2.0, 2.0)), (1.0, (4.0, 4.0))]);
        trail.set_end(0);
        assert_eq!(trail.points(), [(0.0, (0.0, 0.0))]);
        assert!(Trail::empty().points().is_empty());
    }

    #[test]
    fn what_makes_no_trail_is_said() {
        let error = |trail: &Trail| trail.check().expect_err("it is none").to_string();
        let recorded = || Trail::new([0.0, 1.0], [0.0, 1.0]);
        assert!(error(&recorded().end(2)).contains("`end`: 2 is no position among 2 points"));
        assert!(error(&recorded().last(0)).contains("`last`"));
        assert!(error(&recorded().tail_alpha(1.5)).contains("`tail_alpha`"));
        assert!(error(&Trail::new([0.0], [0.0, 1.0])).contains("`y`: has 2 values"));
        assert_eq!(recorded().check(), Ok(()));
    }
}
