//! What a moving point leaves behind for a while, of a point that is a function of time.

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::{SAMPLES, checked_positive},
        data::{DataPoint, Number},
        error::written,
        extent::Extent,
        properties::properties,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        fading::{FadingLine, Passed, draw_fading, fading_properties},
        varying::Tint,
    },
};
use std::{fmt, sync::Arc};

/// The last stretch of the path of a point that is at `path(t)` at any time, fading towards its end.
///
/// A frame says the time up to which it is shown. Of recorded points it is a
/// [`Trail`](crate::Trail), whose example shows both.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # let ax = fig.axes();
/// let planet = ax.add(TracedPath::new(|t| (t.cos(), 0.6 * t.sin())).length(3).marker('o'));
/// // in #[update]: frame[planet].set_time(t);
/// # Renderer::new(fig).unwrap();
/// ```
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct TracedPath {
    path: PathOverTime,
    time: f64,
    length: f64,
    since: f64,
    samples: usize,
    tail: FadingLine,
    common: Common,
}

#[derive(Clone)]
struct PathOverTime(Arc<dyn Fn(f64) -> (f64, f64) + Send + Sync>);

impl fmt::Debug for PathOverTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a function of time")
    }
}

impl TracedPath {
    /// The path of a point that is at `path(t)` at any time, in data coordinates.
    ///
    /// Limits that follow the data show it as `#[setup]` left it, at time 0 by default.
    pub fn new<P: DataPoint<2>>(path: impl Fn(f64) -> P + Send + Sync + 'static) -> Self {
        Self {
            path: PathOverTime(Arc::new(move |time| path(time).coordinates().into())),
            time: 0.0,
            length: 1.0,
            since: f64::NEG_INFINITY,
            samples: 100,
            tail: FadingLine::default(),
            common: Common::default(),
        }
    }
}

properties! { TracedPath {
    /// The time up to which it is shown; default: 0.
    time / set_time(now: impl Number) |this| this.time = now.value();
    /// How long it is, in units of its time; default: 1.
    length / set_length(duration: impl Number) |this| this.length = duration.value();
    /// It begins at this time: before, there was none. Default: it has no beginning.
    since / set_since(start: impl Number) |this| this.since = start.value();
    /// At so many times the function is asked where the point was; default: 100, at least 2.
    samples / set_samples(n: usize) |this| this.samples = n;
} }
fading_properties!(TracedPath);
common_properties!(TracedPath);
crate::parts::outline::outline_properties!(TracedPath);

impl TracedPath {
    /// It has one colour.
    #[expect(clippy::unused_self, reason = "what other fading lines have")]
    fn tint(&self) -> Option<Tint> {
        None
    }

    /// Where the point was, the end of the tail first.
    fn points(&self) -> Vec<Passed> {
        let newest = self.time.max(self.since);
        // asked for before it is known to be allowed
        let samples = self.samples.min(SAMPLES.most());
        let steps = samples.saturating_sub(1).max(1) as f64;
        let fractions = (0..samples).map(|i| i as f64 / steps);
        let times = fractions.map(|part| (part, newest - (1.0 - part) * self.length));
        // it begins in the midst of two
        times
            .map(|(part, at)| (part, (self.path.0)(if at < self.since { self.since } else { at })))
            .collect()
    }
}

impl Draw for TracedPath {
    draw_common!(TracedPath);

    fn check(&self) -> Result<(), FigureError> {
        let wrong = |argument, time: f64| {
            Err(FigureError::new(
                "TracedPath",
                argument,
                format!("{} is not a time", written(time)),
            ))
        };
        if !self.time.is_finite() {
            return wrong("time", self.time);
        }
        if self.since.is_nan() || self.since == f64::INFINITY {
            return wrong("since", self.since);
        }
        checked_positive("TracedPath", "length", ("a duration", self.length))?;
        SAMPLES.check("TracedPath", "samples", self.samples)?;
        self.tail.check("TracedPath")
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.points().into_iter().map(|(_, at)| at))
    }

    draw_fading!();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(path: &TracedPath) -> [Passed; 2] {
        let points = path.points();
        [points[0], points[points.len() - 1]]
    }

    #[test]
    fn it_ends_now_and_began_a_while_ago() {
        let path = TracedPath::new(|t| (t, 2.0 * t)).length(3.0).samples(7).time(10);
        assert_eq!(ends(&path), [(0.0, (7.0, 14.0)), (1.0, (10.0, 20.0))]);
        assert_eq!(path.points().len(), 7);
        // there was nothing before it began, and what there is fades as ever
        let late = path.clone().since(9.0).points();
        assert_eq!(late[0], (0.0, (9.0, 18.0)));
        assert_eq!(late[5], (5.0 / 6.0, (9.5, 19.0)));
        assert_eq!(path.since(11.0).points()[6], (1.0, (11.0, 22.0)));
    }

    #[test]
    fn what_is_no_path_is_said() {
        let error = |path: &TracedPath| path.check().expect_err("it is none").to_string();
        let path = || TracedPath::new(|t| (t, t));
        assert!(error(&path().length(0.0)).contains("`length`: 0 is not a duration"));
        assert!(error(&path().samples(1)).contains("`samples`"));
        assert!(error(&path().time(f64::NAN)).contains("`time`: NaN is not a time"));
        assert!(error(&path().since(f64::NAN)).contains("`since`"));
        assert_eq!(path().check(), Ok(()));
    }
}
