//! Many points within a small part of a pixel: of those that follow each other in a narrow strip, upright or
//! level, the first, the furthest and the last make the same line.
//!
//! As M4 does for whole columns of pixels (Jugel et al., VLDB 2014), but in strips so narrow that no pixel tells.

use super::hidden::HiddenPieces;
use crate::{
    base::data::ColumnPart,
    transform::plane::{Scale, Transform},
};
use std::iter::once;
use vello_cpu::kurbo::{Point, Rect};

/// Further away than this, in pixels, points stay as they are.
const FAR: f64 = 1e9;

/// So many points in a strip all stay: there is nothing to gain.
const FEW: usize = 4;

/// Fewer points than this are gone through one by one, and all of them stay that no strip leaves out.
const MANY: usize = 10_000;

/// What of these points makes the same line, drawn to within `width` pixels: most of them where there are
/// many in so small a part of a pixel, else all.
///
/// `pen`: half the width of the line, and where it is seen. Of one that goes over the same places again and again,
/// what is hidden by the rest is left out.
pub(crate) fn in_strips(
    points: impl Iterator<Item = Point>,
    width: f64,
    pen: Option<(f64, Rect)>,
) -> Vec<Point> {
    let (mut upright, mut level) = (Strip::<0>::new(width), Strip::<1>::new(width));
    let mut kept = Vec::with_capacity(points.size_hint().0.min(MANY));
    let mut hidden: Option<HiddenPieces> = None;
    let mut keep = |point: Point, kept: &mut Vec<Point>| match &mut hidden {
        Some(hidden) => hidden.add(point, kept),
        None => {
            kept.push(point);
            if kept.len() == MANY {
                hidden = pen.and_then(|(half, bounds)| HiddenPieces::new(half, bounds));
                if let Some(hidden) = &mut hidden {
                    hidden.begin(kept);
                }
            }
        }
    };
    for point in points {
        upright.add(point, |point| level.add(point, |point| keep(point, &mut kept)));
    }
    upright.end(|point| level.add(point, |point| keep(point, &mut kept)));
    level.end(|point| keep(point, &mut kept));
    kept
}

/// The points that lie in one strip: for `ALONG` of 0 an upright one, for 1 a level one.
struct Strip<const ALONG: usize> {
    per_pixel: f64,
    number: i64,
    count: usize,
    /// The first of them.
    few: [Point; FEW],
    /// The lowest, the highest and the last one, by where they lie across, and the numbers of the first two.
    low: (f64, Point, usize),
    high: (f64, Point, usize),
    last: Point,
}

impl<const ALONG: usize> Strip<ALONG> {
    fn new(width: f64) -> Self {
        let (none, at) = ([Point::ORIGIN; FEW], (0.0, Point::ORIGIN, 0));
        Self {
            per_pixel: 1.0 / width,
            number: 0,
            count: 0,
            few: none,
            low: at,
            high: at,
            last: Point::ORIGIN,
        }
    }

    /// Adds a point, and hands over what is complete with it.
    #[inline(always)]
    fn add(&mut self, point: Point, keep: impl FnMut(Point)) {
        let (along, across) = if ALONG == 0 { (point.x, point.y) } else { (point.y, point.x) };
        // not one that is no number
        let is_near = along.abs() < FAR && across.abs() < FAR;
        let number = if is_near { (along * self.per_pixel) as i64 } else { i64::MAX };
        if self.count == 0 || number != self.number || !is_near {
            self.end(keep);
            self.number = number;
            (self.low, self.high) = ((across, point, 0), (across, point, 0));
        } else if across < self.low.0 {
            self.low = (across, point, self.count);
        } else if across > self.high.0 {
            self.high = (across, point, self.count);
        }
        if let Some(one) = self.few.get_mut(self.count) {
            *one = point;
        }
        self.last = point;
        self.count += 1;
    }

    /// Hands over what stays, in its order.
    #[inline(always)]
    fn end(&mut self, mut keep: impl FnMut(Point)) {
        if self.count <= FEW {
            self.few[..self.count].iter().copied().for_each(keep);
        } else {
            keep(self.few[0]);
            let (first, second) = if self.low.2 < self.high.2 {
                (self.low, self.high)
            } else {
                (self.high, self.low)
            };
            let between = 1..self.count - 1;
            [first, second]
                .into_iter()
                .filter(|(_, _, i)| between.contains(i))
                .for_each(|(_, at, _)| keep(at));
            keep(self.last);
        }
        self.count = 0;
    }
}

/// The same of points whose numbers along one axis rise from one to the next, as far as they are near `bounds`:
/// where each strip ends is searched for, and only what lies across it is gone through. `None` where that is not
/// known.
pub(crate) fn rising(
    (x, y): (&ColumnPart<'_>, &ColumnPart<'_>),
    transform: &Transform,
    bounds: Rect,
    width: f64,
) -> Option<Vec<Point>> {
    if x.len() < MANY || x.len() != y.len() || transform.polar().is_some() {
        return None;
    }
    let (of_x, of_y) = (x.facts(), y.facts());
    if !of_x.is_finite || !of_y.is_finite {
        return None;
    }
    let (scale_x, scale_y) = (&transform.x, &transform.y);
    if of_x.is_rising {
        let seen = (bounds.x0, bounds.x1);
        let strips = RisingStrips::new((x, scale_x), (y, scale_y), seen, width)?;
        strips.kept(Point::new)
    } else if of_y.is_rising {
        let seen = (bounds.y0, bounds.y1);
        let strips = RisingStrips::new((y, scale_y), (x, scale_x), seen, width)?;
        strips.kept(|along, across| Point::new(across, along))
    } else {
        None
    }
}

struct RisingStrips<'a> {
    along: &'a [f64],
    across: ColumnPart<'a>,
    scale: &'a Scale,
    other: &'a Scale,
    /// In pixels, towards where values rise.
    width: f64,
}

impl<'a> RisingStrips<'a> {
    /// `seen`: between which pixels the line is seen.
    fn new(
        (along, scale): (&'a ColumnPart<'a>, &'a Scale),
        (across, other): (&'a ColumnPart<'a>, &'a Scale),
        seen: (f64, f64),
        width: f64,
    ) -> Option<Self> {
        let keeps_order = |scale: &Scale| scale.kind().is_even() || scale.kind().is_log();
        if !keeps_order(scale) || !keeps_order(other) {
            return None;
        }
        let is_up = scale.step() > 0.0;
        let (begin, end) = if is_up { seen } else { (seen.1, seen.0) };
        let is_before = |value: f64, pixel: f64| (scale.at(value) < pixel) == is_up;
        // one more on both sides, where the line comes from and goes to
        let first = along.partition_point(|&value| is_before(value, begin)).saturating_sub(1);
        let last = along.partition_point(|&value| is_before(value, end)) + 1;
        let shown = first..last.min(along.len()).max(first);
        let width = if is_up { width } else { -width };
        let (along, across) = (&along[shown.clone()], across.part(shown));
        Some(Self { along, across, scale, other, width })
    }

    fn kept(&self, point: impl Fn(f64, f64) -> Point) -> Option<Vec<Point>> {
        let Self { along, ref across, scale, other, width } = *self;
        let at = |i: usize| point(scale.at(along[i]), other.at(across[i]));
        let mut kept = Vec::with_capacity(MANY);
        let mut start = 0;
        while start < along.len() {
            let begin = scale.at(along[start]);
            let value = scale.value_at(begin + width);
            let end = start + 1 + length_up_to(&along[start + 1..], value);
            // rounding decides where limits lie too near to each other
            let reach = scale.at(along[end - 1]) - begin;
            if reach.is_nan() || reach.abs() > 2.0 * width.abs() {
                return None;
            }
            if end - start <= FEW {
                kept.extend((start..end).map(at));
            } else {
                let (low, high) = across.ends(start..end);
                let middle = begin + reach / 2.0;
                let extremes = [low, high].map(|value| point(middle, other.at(value)));
                kept.extend(once(at(start)).chain(extremes).chain(once(at(end - 1))));
            }
            start = end;
        }
        Some(kept)
    }
}

/// How many of rising numbers are not above `value`: found in steps that double, since the next strip is near.
fn length_up_to(numbers: &[f64], value: f64) -> usize {
    let mut step = FEW;
    while numbers.get(step).is_some_and(|&number| number <= value) {
        step *= 2;
    }
    let end = (step + 1).min(numbers.len());
    numbers[..end].partition_point(|&number| number <= value)
}

#[cfg(test)]
mod tests;
