//! Straight lines through the whole axes at any slope.

use crate::{
    At, FigureError, Number,
    artist::{AxesKind, Draw},
    base::{check::checked_finite, extent::Extent},
    parts::{
        common::{Common, common_properties, draw_common},
        polyline::{EVERYWHERE, polyline},
        trace::{Trace, draw_trace, stroke_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Vec2};

/// A straight line from edge to edge of the axes whatever their limits: through two places, or through one at a
/// slope. Nothing is drawn where a place is not finite.
///
/// On logarithmic axes it is straight on the picture, and a slope is counted in powers of ten: on two of them it is
/// the exponent of a power law. On polar axes one through two places is straight, and one at a slope is refused.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let n: Vec<f64> = (1..8).map(|i| 2.0_f64.powi(i)).collect();
/// let error = n.iter().map(|n| 3.0 / n.powf(1.9) + 1e-4);
/// ax.add(Line::new(&n, error).marker("o").label("measured"));
/// ax.add(AxLine::slope((4.0, 0.2), -2).color("0.5").style("--").label("order 2"));
/// ax.set_xscale("log").set_yscale("log").set_xlabel("intervals").set_ylabel("error").legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("ax_line", fig);
/// ```
#[doc = include_str!("../../docs/ax_line.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "axline")]
#[derive(Debug, Clone)]
pub struct AxLine {
    xy1: At,
    direction: LineDirection,
    trace: Trace,
    common: Common,
}

/// Where to from the first place.
#[derive(Debug, Clone, Copy)]
enum LineDirection {
    To(At),
    Slope(f64),
}

impl AxLine {
    /// Through two places: pairs, which are in data coordinates, or places in any of [`At`]'s.
    pub fn new(xy1: impl Into<At>, xy2: impl Into<At>) -> Self {
        Self::with(xy1.into(), LineDirection::To(xy2.into()))
    }

    /// Through a place, so many units of y up for each unit of x; infinite for one straight up.
    pub fn slope(xy1: impl Into<At>, slope: impl Number) -> Self {
        Self::with(xy1.into(), LineDirection::Slope(slope.value()))
    }

    fn with(xy1: At, direction: LineDirection) -> Self {
        Self { xy1, direction, trace: Trace::default(), common: Common::default() }
    }

    /// Moves the first place.
    pub fn set_xy1(&mut self, xy1: impl Into<At>) -> &mut Self {
        self.xy1 = xy1.into();
        self
    }

    /// Goes through this as its second place.
    pub fn set_xy2(&mut self, xy2: impl Into<At>) -> &mut Self {
        self.direction = LineDirection::To(xy2.into());
        self
    }

    /// Goes through the first place at this slope.
    pub fn set_slope(&mut self, slope: impl Number) -> &mut Self {
        self.direction = LineDirection::Slope(slope.value());
        self
    }

    /// From edge to edge of a box around the axes, in pixels.
    fn ends(&self, pen: &Pen<'_>, within: Rect) -> Option<[Point; 2]> {
        let from = self.xy1.place(pen);
        let way = match self.direction {
            LineDirection::To(xy2) => xy2.place(pen) - from,
            LineDirection::Slope(slope) => {
                let (x, y) = (pen.transform.x.step(), pen.transform.y.step());
                if slope.is_infinite() { Vec2::new(0.0, y) } else { Vec2::new(x, slope * y) }
            }
        };
        crossings(from, way, within)
    }
}

/// Where a line enters a box and where it leaves it, from the left to the right.
fn crossings(from: Point, way: Vec2, within: Rect) -> Option<[Point; 2]> {
    // as long as a pixel along the longer side, so that nothing overflows
    let longest = way.x.abs().max(way.y.abs());
    if !(from.is_finite() && longest.is_finite() && longest > 0.0) {
        return None;
    }
    let way = way / longest;
    let sides = [(from.x, way.x, within.x0, within.x1), (from.y, way.y, within.y0, within.y1)];
    let (mut enter, mut leave) = (f64::NEG_INFINITY, f64::INFINITY);
    for (at, step, low, high) in sides {
        if step == 0.0 {
            if !(low..=high).contains(&at) {
                return None;
            }
            continue;
        }
        let (a, b) = ((low - at) / step, (high - at) / step);
        (enter, leave) = (enter.max(a.min(b)), leave.min(a.max(b)));
    }
    let ends = [from + way * enter, from + way * leave];
    let is_backwards = (ends[0].x, ends[1].y) > (ends[1].x, ends[0].y);
    (enter < leave).then_some(if is_backwards { [ends[1], ends[0]] } else { ends })
}

stroke_properties!(AxLine);
common_properties!(AxLine);
crate::parts::outline::outline_properties!(AxLine);

impl Draw for AxLine {
    draw_common!(AxLine);
    draw_trace!();

    fn check(&self) -> Result<(), FigureError> {
        self.xy1.check("AxLine", "xy1")?;
        match self.direction {
            LineDirection::To(xy2) => {
                xy2.check("AxLine", "xy2")?;
                if xy2 == self.xy1 {
                    let message =
                        "is the same place as `xy1`; a line goes through two, or has a slope";
                    return Err(FigureError::new("AxLine", "xy2", message));
                }
            }
            LineDirection::Slope(slope) if slope.is_infinite() => {}
            LineDirection::Slope(slope) => checked_finite("AxLine", "slope", ("a slope", slope))?,
        }
        self.trace.check("AxLine")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        // beyond the edges, so that it has no ends to be seen
        let spare = self.trace.width_on(pen) + pen.point;
        let within = pen.frame.inflate(spare, spare);
        let Some(ends) = self.ends(pen, within) else { return };
        self.trace.stroke(pen, &self.common, ends.into_iter(), within);
    }

    fn axes_kind(&self) -> AxesKind {
        match self.direction {
            LineDirection::To(_) => AxesKind::Plane,
            LineDirection::Slope(_) => AxesKind::Flat,
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let ends = self.ends(pen, pen.frame);
        polyline(ends.into_iter().flatten(), EVERYWHERE)
    }

    fn extent(&self) -> Extent {
        let places = match self.direction {
            LineDirection::To(xy2) => [Some(self.xy1), Some(xy2)],
            LineDirection::Slope(_) => [Some(self.xy1), None],
        };
        let data = places.into_iter().flatten().filter_map(|place| match place {
            At::Data(x, y) => Some((x, y)),
            _ => None,
        });
        Extent::of_points(data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect::new(0.0, 0.0, 100.0, 50.0);

    fn ends(from: (f64, f64), way: (f64, f64)) -> Option<[(f64, f64); 2]> {
        let round = |at: Point| (at.x.round(), at.y.round());
        crossings(from.into(), way.into(), BOX).map(|ends| ends.map(round))
    }

    #[test]
    fn lines_go_from_edge_to_edge() {
        assert_eq!(ends((50.0, 25.0), (1.0, 0.0)), Some([(0.0, 25.0), (100.0, 25.0)]));
        assert_eq!(ends((50.0, 25.0), (-2.0, 1.0)), Some([(0.0, 50.0), (100.0, 0.0)]));
        assert_eq!(ends((10.0, -400.0), (0.0, 1e300)), Some([(10.0, 50.0), (10.0, 0.0)]));
        assert_eq!(ends((-1e6, -1e6), (1.0, 1.0)), Some([(0.0, 0.0), (50.0, 50.0)]));
        assert_eq!(ends((0.0, 60.0), (1.0, 0.0)), None);
        assert_eq!(ends((0.0, 60.0), (1.0, 1.0)), None);
        assert_eq!(ends((0.0, 10.0), (0.0, 0.0)), None);
        assert_eq!(ends((f64::NAN, 10.0), (1.0, 0.0)), None);
    }
}
