//! Lines that change along themselves: their colours by values, and their widths.

use crate::{
    FigureError, LineStyle,
    base::{
        check::{checked_lengths, checked_size},
        data::{Broadcast, Column},
    },
    color::{Color, ColorSpec, mapping::Mapping},
    parts::{
        common::Common,
        polyline::UNSEEN,
        reduce::{AlongLine, reduced_along},
    },
    pen::Pen,
    scene::{
        LEAST_DASHES, clip,
        ribbon::{Knot, Ribbon, Shades},
    },
};
use vello_cpu::kurbo::{Cap, PathEl, Point, Rect, Stroke};

/// What changes from point to point.
#[derive(Debug, Clone, Default)]
pub(crate) struct Varying {
    pub(crate) values: Option<Column>,
    /// In points.
    pub(crate) widths: Option<Broadcast>,
    pub(crate) mapping: Mapping,
}

/// The colours of a line, and where among them each of its points is.
pub(crate) struct Tint {
    pub(crate) shades: Shades,
    pub(crate) places: Vec<f64>,
}

/// How a line looks where it does not change.
pub(crate) struct LineLook<'a> {
    pub(crate) style: &'a LineStyle,
    /// In pixels.
    pub(crate) width: f64,
    pub(crate) color: Color,
}

/// No place is further from the colours than this.
const FAR: f64 = 1e6;

impl Varying {
    /// Refuses what cannot be drawn through so many points, whose number follows from an argument of this name.
    pub(crate) fn check(
        &self,
        name: &'static str,
        (of, count): (&'static str, usize),
    ) -> Result<(), FigureError> {
        if let Some(values) = &self.values {
            checked_lengths(name, (of, count), ("values", values.len()))?;
            self.mapping.frozen(values.iter().copied()).check(name)?;
        }
        if let Some(widths) = &self.widths {
            widths.check(name, (of, count), "widths")?;
            widths.given().iter().try_for_each(|width| checked_size(name, "widths", *width))?;
        }
        Ok(())
    }

    /// Whether anything changes.
    pub(crate) fn is_some(&self) -> bool {
        self.values.is_some() || self.widths.is_some()
    }

    /// The colours of the values, if there are some.
    pub(crate) fn tint(&self) -> Option<Tint> {
        Some(Tint::new(&self.mapping, self.values.as_ref()?))
    }

    /// A colour for each point, if there are values.
    pub(crate) fn point_colors(&self) -> Option<Vec<ColorSpec>> {
        let values = self.values.as_ref()?;
        let colors = self.mapping.frozen(values.iter().copied()).colors(values);
        Some(colors.into_iter().map(Into::into).collect())
    }

    /// Draws the line through points in pixels. Unless they are those that it was given, `numbers` says which ones
    /// they are; those between two of them have a part of a number.
    pub(crate) fn stroke(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        look: &LineLook<'_>,
        (points, numbers): (&[Point], Option<&[f64]>),
    ) {
        let Some(stroke) = look.style.stroke(look.width) else { return };
        let along = |given: Vec<f64>| match numbers {
            Some(numbers) => numbers.iter().map(|number| between(*number, &given)).collect(),
            None => given,
        };
        let (shades, places) = match self.tint() {
            Some(tint) => (tint.shades, Some(along(tint.places))),
            None => (Shades::one(look.color), None),
        };
        let widths = self.widths.as_ref().map(|widths| {
            let last = |all: &[f64]| all.last().map_or(0, |last| *last as usize + 2);
            let count = numbers.map_or(points.len(), last);
            along((0..count).map(|i| widths.at(i) * pen.point).collect())
        });
        let mut change = PointChange {
            shade: Channel::new(places, SAME_SHADE),
            width: Channel::new(widths, SAME_WIDTH),
        };
        let is_dashed = !stroke.dash_pattern.is_empty();
        let tolerance = if is_dashed { UNSEEN / 64.0 } else { UNSEEN };
        let kept = reduced_along(points, tolerance, &mut change);
        let knot = |i: usize| Knot {
            at: points[i],
            width: change.width.at(i).unwrap_or(look.width),
            alpha: 1.0,
            shade: change.shade.at(i).unwrap_or(0.0),
        };
        let knots = kept.into_iter().map(|i| shades.knot(knot(i))).collect();
        self.lay(pen, common, (knots, shades), &stroke, pen.frame.expand());
    }

    /// Draws the sample in a legend, through two points in pixels: all colours, one width.
    pub(crate) fn stroke_key(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        look: &LineLook<'_>,
        (ends, area): ([Point; 2], Rect),
    ) {
        let width = self.widths.as_ref().map_or(look.width, |widths| {
            // half way between the narrowest and the widest, as far as it fits
            let given = widths.given().iter().copied();
            let (low, high) = given.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), width| {
                (low.min(width), high.max(width))
            });
            (f64::midpoint(low.min(high), high) * pen.point).min(area.height())
        });
        let Some(stroke) = look.style.stroke(width) else { return };
        let shades = self.tint().map_or_else(|| Shades::one(look.color), |tint| tint.shades);
        let knot = |(at, shade)| Knot { at, width, alpha: 1.0, shade };
        let knots = [(ends[0], 0.0), (ends[1], 1.0)].map(knot).to_vec();
        self.lay(pen, common, (knots, shades), &stroke, area.inflate(width, width).expand());
    }

    fn lay(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (knots, shades): (Vec<Knot>, Shades),
        stroke: &Stroke,
        room: Rect,
    ) {
        let ribbon = Ribbon { knots, shades, alpha: common.alpha, cap: Cap::Square, room };
        let is_dashed = !stroke.dash_pattern.is_empty();
        let dashed = if is_dashed { in_dashes(&ribbon, stroke, pen) } else { None };
        pen.scene.ribbon(match dashed {
            Some(knots) => Ribbon { knots, cap: stroke.start_cap, ..ribbon },
            None => ribbon,
        });
    }
}

impl Tint {
    /// Of values, one for each point.
    pub(crate) fn new(mapping: &Mapping, values: &[f64]) -> Self {
        let mapping = mapping.frozen(values.iter().copied());
        let ramp = mapping.ramp();
        let places = values.iter().map(|value| ramp.place(*value).clamp(-FAR, FAR)).collect();
        Self { shades: Shades::new(ramp.colors, ramp.extremes, ramp.bad), places }
    }
}

/// What is at a point, or between two.
fn between(number: f64, given: &[f64]) -> f64 {
    let (first, part) = (number as usize, number.fract());
    let at = |i: usize| given.get(i).copied().unwrap_or(f64::NAN);
    if part > 0.0 { at(first) + part * (at(first + 1) - at(first)) } else { at(first) }
}

/// The knots of a ribbon in dashes, as far as they can be seen; `None` if they are too many.
fn in_dashes(ribbon: &Ribbon, stroke: &Stroke, pen: &Pen<'_>) -> Option<Vec<Knot>> {
    let pieces: Vec<_> = ribbon.pieces().collect();
    let widest = ribbon.knots.iter().fold(0.0, |widest: f64, knot| widest.max(knot.width));
    let seen = pen.page().inflate(widest + 1.0, widest + 1.0);
    let most = LEAST_DASHES.max((seen.area() / 4.0) as usize);
    let mut knots = Vec::new();
    let ends = pieces.iter().map(|piece| (piece.begins, piece.from.at, piece.to.at));
    let are_few = clip::dashes_on(ends, stroke, seen, most, |number, step| {
        let (from, to) = (pieces[number].from, pieces[number].to);
        let Some(at) = step.end_point() else { return };
        let length = from.at.distance(to.at);
        let fraction = if length > 0.0 { at.distance(from.at) / length } else { 0.0 };
        if let PathEl::MoveTo(_) = step {
            knots.push(Knot::NONE);
        }
        knots.push(Knot { at, ..from.lerp(to, fraction) });
    });
    are_few.then_some(knots)
}

/// Nearer to each other than this, in pixels, colours and widths cannot be told apart.
const NEAR: f64 = 0.5;

/// Colours that differ by less than this of the way from the first to the last are the same.
const SAME_SHADE: f64 = 1.0 / 200.0;

/// And widths, in pixels.
const SAME_WIDTH: f64 = 0.02;

/// What changes along a line from one point to another.
struct PointChange {
    shade: Channel,
    width: Channel,
}

/// One number that changes, as far as it does.
struct Channel {
    values: Option<Vec<f64>>,
    same: f64,
    /// Where the straight line begins.
    from: f64,
    /// How much it may change with each pixel so that all points so far have what they should.
    slopes: (f64, f64),
    /// How far ahead the line is, and how much the number has changed.
    ahead: f64,
    most: f64,
}

impl Channel {
    fn new(values: Option<Vec<f64>>, same: f64) -> Self {
        let slopes = (f64::NEG_INFINITY, f64::INFINITY);
        Self { values, same, from: 0.0, slopes, ahead: 0.0, most: 0.0 }
    }

    fn at(&self, point: usize) -> Option<f64> {
        self.values.as_ref().map(|values| values[point])
    }

    fn begin(&mut self, first: usize) {
        if let Some(values) = &self.values {
            self.from = values[first];
            self.slopes = (f64::NEG_INFINITY, f64::INFINITY);
            (self.ahead, self.most) = (0.0, 0.0);
        }
    }

    #[inline(always)]
    fn goes_on(&mut self, point: usize, ahead: f64) -> bool {
        let Some(values) = &self.values else { return true };
        let rise = values[point] - self.from;
        if rise.is_nan() {
            return values[point].is_nan() && self.from.is_nan();
        }
        if ahead.abs() <= NEAR {
            return true;
        }
        self.most = self.most.max(rise.abs());
        if ahead < self.ahead {
            // the line goes back, and has one number all the way
            return self.most <= self.same;
        }
        self.ahead = ahead;
        let (low, high) = self.slopes;
        let per = 1.0 / ahead;
        let (slope, spare) = (rise * per, self.same * per);
        if slope < low || slope > high {
            return false;
        }
        self.slopes = (low.max(slope - spare), high.min(slope + spare));
        true
    }
}

impl AlongLine for PointChange {
    #[inline(always)]
    fn begin(&mut self, first: usize) {
        self.shade.begin(first);
        self.width.begin(first);
    }

    #[inline(always)]
    fn goes_on(&mut self, point: usize, ahead: f64) -> bool {
        self.shade.goes_on(point, ahead) && self.width.goes_on(point, ahead)
    }
}

/// The properties of [`Varying`] somewhere in an artist with a line.
macro_rules! varying_properties {
    ($artist:ident, $($varying:ident).+) => {
        $crate::base::properties::properties! { $artist {
            /// Colours the line by a value at each point, through `cmap` and `norm`, instead of by `color`; as many as
            /// there are points. From one point to the next it has the colours of all values between the two. To and
            /// from a point whose value is NaN there is a gap, unless the colormap has a colour for it. Markers have
            /// the colours of their points.
            #[doc(alias("set_array", "array"))]
            values / set_values(values: impl $crate::Data) |this| {
                this.$($varying).+.values = Some($crate::base::data::Column::new(values));
            };
            /// Width in points at each point, or one for all, instead of `width`; from one point to the next it changes
            /// evenly. Dashes and gaps stay as long as those of a line of `width`.
            widths / set_widths<E>(widths: impl $crate::PerPoint<E>) |this| {
                this.$($varying).+.widths = Some($crate::base::data::Broadcast::new(widths));
            };
        } }
        $crate::color::mapping::mapping_properties!($artist, $($varying).+.mapping);
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from values somewhere in it, with their mapping.
macro_rules! draw_values {
    ($($varying:ident).+) => {
        fn mapping(&self) -> Option<&$crate::color::mapping::Mapping> {
            let varying = &self.$($varying).+;
            (varying.values.is_some() || varying.mapping.is_given()).then_some(&varying.mapping)
        }

        fn mapping_mut(&mut self) -> Option<&mut $crate::color::mapping::Mapping> {
            Some(&mut self.$($varying).+.mapping)
        }

        fn colored_values(&self) -> Option<std::borrow::Cow<'_, [f64]>> {
            self.$($varying).+.values.as_deref().map(std::borrow::Cow::Borrowed)
        }
    };
}

pub(crate) use {draw_values, varying_properties};
