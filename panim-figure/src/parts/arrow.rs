//! Arrows from words to a point: matplotlib's shapes and sizes.

use crate::{LineStyle, base::word::named, color::Color, pen::Pen};
use vello_cpu::kurbo::{
    BezPath, Cap, Join, ParamCurve, PathEl, Point, QuadBez, Shape, Stroke, Vec2,
};

/// How an arrow ends; or matplotlib's name for it: `"-"`, `"->"`, `"<->"`, `"-|>"`, `"<|-|>"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum ArrowStyle {
    /// `"-"`: a line without a head.
    Line,
    /// `"->"`: a head of two strokes at the point, the default.
    #[default]
    Open,
    /// `"<->"`: such a head at both ends.
    OpenBoth,
    /// `"-|>"`: a filled head at the point.
    Filled,
    /// `"<|-|>"`: such a head at both ends.
    FilledBoth,
    /// `""` or `"none"`: no arrow.
    None,
}

named! { ArrowStyle, "an arrow":
    "-" => Self::Line,
    "->" => Self::Open,
    "<->" => Self::OpenBoth,
    "-|>" => Self::Filled,
    "<|-|>" => Self::FilledBoth,
    "" | "none" | "None" => Self::None,
}

impl ArrowStyle {
    fn is_filled(self) -> bool {
        matches!(self, Self::Filled | Self::FilledBoth)
    }
}

/// A head's length and half its width, by the size of the arrow.
const HEAD: (f64, f64) = (0.4, 0.2);

/// An arrow on the pixels: along a curve, with heads `size` pixels large.
pub(crate) struct ArrowPath<'a> {
    pub(crate) style: ArrowStyle,
    /// How its line is broken up; its heads are not.
    pub(crate) line: &'a LineStyle,
    pub(crate) curve: QuadBez,
    pub(crate) width: f64,
    pub(crate) size: f64,
}

/// From one point to another, bent to the right by `arc` times half their distance.
pub(crate) fn curve(from: Point, to: Point, arc: f64) -> QuadBez {
    let direction = to - from;
    QuadBez::new(from, from.midpoint(to) + arc * Vec2::new(-direction.y, direction.x), to)
}

/// What of a curve is outside `cover` and at least `gap` from there and from its end; `None` if
/// nothing is.
pub(crate) fn outside(curve: QuadBez, cover: &BezPath, gap: f64) -> Option<QuadBez> {
    if !(curve.p0.is_finite() && curve.p2.is_finite()) || cover.contains(curve.p2) {
        return None;
    }
    let out = curve.subsegment(last(curve, |point| cover.contains(point))..1.0);
    let start = last(out, |point| point.distance(out.p0) < gap);
    let back = back(out);
    // counted from the end, which may be near while the start is far away
    let end = last(back, |point| point.distance(out.p2) < gap);
    (start < 1.0 - end).then(|| self::back(back.subsegment(end..1.0 - start)))
}

fn back(curve: QuadBez) -> QuadBez {
    QuadBez::new(curve.p2, curve.p1, curve.p0)
}

/// As exactly as this, in pixels, it is known where a curve leaves something.
const EXACT: f64 = 1e-4;

/// Where a curve last is within something that it starts in.
fn last(curve: QuadBez, within: impl Fn(Point) -> bool) -> f64 {
    const STEPS: u32 = 32;
    let fraction = |step: u32| f64::from(step) / f64::from(STEPS);
    let step = (0..=STEPS).rev().find(|&step| within(curve.eval(fraction(step)))).unwrap_or(0);
    let (mut low, mut high) = (fraction(step), fraction(step + 1).min(1.0));
    while curve.eval(low).distance(curve.eval(high)) > EXACT {
        let middle = f64::midpoint(low, high);
        if middle == low || middle == high {
            break;
        }
        if within(curve.eval(middle)) { low = middle } else { high = middle }
    }
    low
}

impl ArrowPath<'_> {
    pub(crate) fn draw(&self, pen: &mut Pen<'_>, color: Color) {
        let mut curve = self.curve;
        let mut heads = BezPath::new();
        if !matches!(self.style, ArrowStyle::Line) {
            curve.p2 = self.head(&mut heads, self.curve.p1, self.curve.p2);
        }
        if matches!(self.style, ArrowStyle::OpenBoth | ArrowStyle::FilledBoth) {
            curve.p0 = self.head(&mut heads, self.curve.p1, self.curve.p0);
        }
        if self.style.is_filled() {
            pen.scene.fill(&heads, color);
        }
        let line = [PathEl::MoveTo(curve.p0), PathEl::QuadTo(curve.p1, curve.p2)];
        if *self.line == LineStyle::Solid {
            // in one stroke, so that nothing is painted twice
            heads.extend(line);
        } else if let Some(stroke) = self.line.stroke(self.width) {
            pen.scene.stroke(&line.into_iter().collect(), &stroke, color);
        }
        if self.width > 0.0 {
            let stroke = Stroke::new(self.width).with_caps(Cap::Round).with_join(Join::Round);
            pen.scene.stroke(&heads, &stroke, color);
        }
    }

    /// Adds the head at `tip` and returns where the line ends, so that strokes do not overshoot.
    fn head(&self, heads: &mut BezPath, from: Point, tip: Point) -> Point {
        let (length, half_width) = HEAD;
        let side = length.hypot(half_width);
        let direction = from - tip;
        let back = if direction == Vec2::ZERO { direction } else { direction.normalize() };
        let end = tip + back * (0.5 * self.width * side / half_width);
        let across = Vec2::new(-back.y, back.x) * half_width;
        for (i, corner) in
            [back * length + across, Vec2::ZERO, back * length - across].iter().enumerate()
        {
            let at = end + *corner * self.size;
            if i == 0 { heads.move_to(at) } else { heads.line_to(at) }
        }
        if self.style.is_filled() {
            heads.close_path();
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Rect;

    #[test]
    fn an_arrow_starts_outside_the_words_and_ends_before_the_point() {
        let words = Rect::new(-10.0, -5.0, 10.0, 5.0).to_path(0.1);
        let straight = curve(Point::ORIGIN, Point::new(50.0, 0.0), 0.0);
        let kept = outside(straight, &words, 2.0).expect("there is room");
        assert!((kept.p0.x - 12.0).abs() < 1e-3 && (kept.p2.x - 48.0).abs() < 1e-3, "{kept:?}");
        let bent = outside(curve(Point::ORIGIN, Point::new(50.0, 0.0), 0.5), &words, 2.0);
        let start = bent.expect("there is room").p0;
        assert!(start.y > 2.0, "bent to the right: {start:?}");
    }

    #[test]
    fn there_is_no_arrow_without_room() {
        let words = Rect::new(-10.0, -5.0, 10.0, 5.0).to_path(0.1);
        let to = |x: f64| outside(curve(Point::ORIGIN, Point::new(x, 0.0), 0.0), &words, 2.0);
        assert_eq!(to(9.0), None);
        assert_eq!(to(13.0), None);
        assert_eq!(to(f64::NAN), None);
        assert!(to(15.0).is_some());
    }
}
