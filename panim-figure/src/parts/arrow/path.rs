//! Arrows on the pixels.

use super::style::{ArrowBracket, ArrowEnd, ArrowKind, ArrowStyle};
use crate::{LineStyle, color::Color, pen::Pen};
use vello_cpu::kurbo::{
    Affine, BezPath, Cap, Join, ParamCurve, PathSeg, Point, Rect, Shape, Stroke, Vec2,
};

/// An arrow on the pixels: along a path, with heads `size` pixels large.
pub(crate) struct ArrowPath<'a> {
    pub(crate) style: ArrowStyle,
    /// How its line is broken up; its heads are not.
    pub(crate) line: &'a LineStyle,
    pub(crate) path: BezPath,
    pub(crate) width: f64,
    pub(crate) size: f64,
}

/// What is drawn of it.
#[derive(Default)]
struct ArrowParts {
    line: BezPath,
    /// Open heads and brackets.
    strokes: BezPath,
    /// Filled heads, or all of an area.
    filled: BezPath,
}

/// What of a path is outside of what covers its start, and at least these gaps away from there and from its
/// end; `None` if nothing is.
pub(super) fn outside(
    path: &BezPath,
    cover: &BezPath,
    [start_gap, end_gap]: [f64; 2],
) -> Option<BezPath> {
    let segments: Vec<PathSeg> = path.segments().collect();
    let end = segments.last()?.end();
    if !path.is_finite() || cover.contains(end) {
        return None;
    }
    let out = match cover.is_empty() {
        true => segments,
        false => rest(&segments, leaving(&segments, |point| cover.contains(point))),
    };
    let back = backwards(&out);
    let (first, end) = (out.first()?.start(), out.last()?.end());
    let start = leaving(&out, |point| point.distance(first) < start_gap);
    // counted from the end, which may be near while the start is far away
    let from_end = leaving(&back, |point| point.distance(end) < end_gap);
    let all = out.len() as f64;
    if start.0 as f64 + start.1 >= all - (from_end.0 as f64 + from_end.1) {
        return None;
    }
    // both on the whole path, so that neither is counted on what the other one left
    let (i, j) = (start.0, out.len() - 1 - from_end.0);
    let mut kept: Vec<PathSeg> = out[i..=j].to_vec();
    let count = kept.len();
    if let [one] = kept.as_mut_slice() {
        *one = one.reverse().subsegment(from_end.1..1.0 - start.1).reverse();
    } else {
        kept[0] = kept[0].subsegment(start.1..1.0);
        kept[count - 1] = kept[count - 1].reverse().subsegment(from_end.1..1.0).reverse();
    }
    Some(BezPath::from_path_segments(kept.into_iter()))
}

fn backwards(segments: &[PathSeg]) -> Vec<PathSeg> {
    segments.iter().rev().map(PathSeg::reverse).collect()
}

/// What comes behind a place.
fn rest(segments: &[PathSeg], (i, fraction): (usize, f64)) -> Vec<PathSeg> {
    let mut rest = segments[i..].to_vec();
    if fraction > 0.0 {
        rest[0] = rest[0].subsegment(fraction..1.0);
    }
    rest
}

/// As exactly as this, in pixels, it is known where a curve leaves something.
const EXACT: f64 = 1e-4;

/// Where a path leaves something that it starts in: which piece, the first that ends outside, and how much of
/// that.
fn leaving(segments: &[PathSeg], within: impl Fn(Point) -> bool) -> (usize, f64) {
    const STEPS: u32 = 32;
    let fraction = |step: u32| f64::from(step) / f64::from(STEPS);
    let leaves = segments.iter().position(|segment| !within(segment.end()));
    let i = leaves.unwrap_or(segments.len() - 1);
    let segment = segments[i];
    let step = (0..=STEPS).rev().find(|&step| within(segment.eval(fraction(step)))).unwrap_or(0);
    let (mut low, mut high) = (fraction(step), fraction(step + 1).min(1.0));
    while segment.eval(low).distance(segment.eval(high)) > EXACT {
        let middle = f64::midpoint(low, high);
        if middle == low || middle == high {
            break;
        }
        if within(segment.eval(middle)) { low = middle } else { high = middle }
    }
    (i, low)
}

impl ArrowPath<'_> {
    /// Draws it; `face` is the colour of filled heads and of areas.
    pub(crate) fn draw(&self, pen: &mut Pen<'_>, color: Color, face: Color) {
        let parts = self.parts();
        // as one thing, so that an edge on a face is not painted twice
        let is_one = color.alpha() == face.alpha() && color.alpha() < 1.0;
        if is_one && !parts.filled.is_empty() {
            pen.scene.push_group(color.alpha());
            self.draw_parts(pen, parts, color.with_alpha(1.0), face.with_alpha(1.0));
            pen.scene.pop_group();
        } else {
            self.draw_parts(pen, parts, color, face);
        }
    }

    fn draw_parts(&self, pen: &mut Pen<'_>, parts: ArrowParts, color: Color, face: Color) {
        let ArrowParts { line, strokes, filled } = parts;
        if !filled.is_empty() {
            pen.scene.fill(&filled, face);
        }
        let mut heads = filled;
        heads.extend(strokes);
        if *self.line == LineStyle::Solid {
            // in one stroke, so that nothing is painted twice
            heads.extend(line);
        } else if let Some(stroke) = self.line.stroke(self.width)
            && !line.is_empty()
        {
            pen.scene.stroke(&line, &stroke, color);
        }
        if self.width > 0.0 && !heads.is_empty() {
            let stroke = Stroke::new(self.width).with_caps(Cap::Round).with_join(Join::Round);
            pen.scene.stroke(&heads, &stroke, color);
        }
    }

    /// The room that it takes.
    pub(crate) fn bounds(&self) -> Rect {
        let ArrowParts { line, strokes, filled } = self.parts();
        let parts = [line, strokes, filled].into_iter().filter(|part| !part.is_empty());
        let all = parts.map(|part| part.control_box()).reduce(|a, b| a.union(b));
        all.map_or(Rect::ZERO, |all| all.inflate(self.width, self.width))
    }

    fn parts(&self) -> ArrowParts {
        let mut parts = ArrowParts::default();
        let mut segments: Vec<PathSeg> = self.path.segments().collect();
        let (Some(&first), Some(&last)) = (segments.first(), segments.last()) else {
            return parts;
        };
        let ends = match self.style.kind {
            ArrowKind::None => return parts,
            ArrowKind::Line(ends) => ends,
            ArrowKind::Simple | ArrowKind::Fancy | ArrowKind::Wedge => {
                if let [PathSeg::Quad(curve)] = segments[..] {
                    parts.filled = super::wide::area(self.style, curve, self.size);
                }
                return parts;
            }
        };
        let [bracket_a, bracket_b] = self.style.brackets;
        let end = self.end(&mut parts, ends[1], before_end(last), last.end(), bracket_b);
        let start_from = before_end(first.reverse());
        let start = self.end(&mut parts, ends[0], start_from, first.start(), bracket_a);
        let count = segments.len();
        segments[count - 1] = with_end(segments[count - 1], end);
        segments[0] = with_end(segments[0].reverse(), start).reverse();
        parts.line = BezPath::from_path_segments(segments.into_iter());
        parts
    }

    /// Adds what is at an end, and returns where the line ends.
    fn end(
        &self,
        parts: &mut ArrowParts,
        end: ArrowEnd,
        from: Point,
        tip: Point,
        bracket: ArrowBracket,
    ) -> Point {
        match end {
            ArrowEnd::None => tip,
            ArrowEnd::Open => self.head(&mut parts.strokes, from, tip),
            ArrowEnd::Filled => {
                let end = self.head(&mut parts.filled, from, tip);
                parts.filled.close_path();
                end
            }
            ArrowEnd::Bracket | ArrowEnd::Bar => {
                self.bracket(&mut parts.strokes, from, tip, bracket);
                tip
            }
        }
    }

    /// Adds the head at `tip` and returns where the line ends, so that strokes do not overshoot.
    fn head(&self, heads: &mut BezPath, from: Point, tip: Point) -> Point {
        let (length, half_width) = (self.style.head_length, self.style.head_width);
        let side = length.hypot(half_width);
        let direction = from - tip;
        let back = if direction == Vec2::ZERO { direction } else { direction.normalize() };
        let overshoot = if half_width > 0.0 { 0.5 * self.width * side / half_width } else { 0.0 };
        let end = tip + back * overshoot.min(side * self.size);
        let across = Vec2::new(-back.y, back.x) * half_width;
        for (i, corner) in
            [back * length + across, Vec2::ZERO, back * length - across].iter().enumerate()
        {
            let at = end + *corner * self.size;
            if i == 0 { heads.move_to(at) } else { heads.line_to(at) }
        }
        end
    }

    /// Adds the bracket at `tip`, which opens away from the line.
    fn bracket(&self, strokes: &mut BezPath, from: Point, tip: Point, bracket: ArrowBracket) {
        let direction = tip - from;
        let out = if direction == Vec2::ZERO { direction } else { direction.normalize() };
        let across = Vec2::new(-out.y, out.x) * (bracket.width * self.size);
        let legs = out * (bracket.length * self.size);
        let turn = Affine::rotate_about(-bracket.angle.to_radians(), tip);
        let corners = [tip + across + legs, tip + across, tip - across, tip - across + legs];
        for (i, corner) in corners.into_iter().enumerate() {
            let at = turn * corner;
            if i == 0 { strokes.move_to(at) } else { strokes.line_to(at) }
        }
    }
}

/// The point from which a piece arrives at its end.
fn before_end(segment: PathSeg) -> Point {
    match segment {
        PathSeg::Line(line) => line.p0,
        PathSeg::Quad(curve) => curve.p1,
        PathSeg::Cubic(curve) => curve.p2,
    }
}

fn with_end(segment: PathSeg, end: Point) -> PathSeg {
    match segment {
        PathSeg::Line(mut line) => {
            line.p1 = end;
            line.into()
        }
        PathSeg::Quad(mut curve) => {
            curve.p2 = end;
            curve.into()
        }
        PathSeg::Cubic(mut curve) => {
            curve.p3 = end;
            curve.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ConnectionStyle;
    use vello_cpu::kurbo::Rect;

    fn between(from: Point, to: Point, arc: f64) -> BezPath {
        ConnectionStyle::arc3(arc).path(from, to, 1.0)
    }

    fn kept(path: &BezPath, words: &BezPath) -> Option<(Point, Point)> {
        let kept = outside(path, words, [2.0; 2])?;
        Some((kept.segments().next()?.start(), kept.segments().last()?.end()))
    }

    #[test]
    fn an_arrow_starts_outside_the_words_and_ends_before_the_point() {
        let words = Rect::new(-10.0, -5.0, 10.0, 5.0).to_path(0.1);
        let straight = between(Point::ORIGIN, Point::new(50.0, 0.0), 0.0);
        let (start, end) = kept(&straight, &words).expect("there is room");
        assert!((start.x - 12.0).abs() < 1e-3 && (end.x - 48.0).abs() < 1e-3);
        let bent = kept(&between(Point::ORIGIN, Point::new(50.0, 0.0), 0.5), &words);
        let (start, _) = bent.expect("there is room");
        assert!(start.y > 2.0, "bent to the right: {start:?}");
    }

    #[test]
    fn there_is_no_arrow_without_room() {
        let words = Rect::new(-10.0, -5.0, 10.0, 5.0).to_path(0.1);
        let to = |x: f64| kept(&between(Point::ORIGIN, Point::new(x, 0.0), 0.0), &words);
        assert_eq!(to(9.0), None);
        assert_eq!(to(13.0), None);
        assert_eq!(to(f64::NAN), None);
        assert!(to(15.0).is_some());
    }

    #[test]
    fn a_path_that_comes_near_its_end_before_goes_on() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        [(60.0, 0.0), (60.0, 10.0), (30.0, 3.0)].into_iter().for_each(|to| path.line_to(to));
        let kept = outside(&path, &BezPath::new(), [0.0, 8.0]).expect("there is room");
        assert_eq!(kept.segments().count(), 3);
    }

    #[test]
    fn every_piece_of_a_path_may_be_cut() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        let corners = [(5.0, 0.0), (5.0, 50.0), (50.0, 50.0), (50.0, 55.0)];
        corners.into_iter().for_each(|to| path.line_to(to));
        let none = BezPath::new();
        let kept = outside(&path, &none, [8.0, 10.0]).expect("there is room");
        let ends =
            (kept.segments().next().map(|s| s.start()), kept.segments().last().map(|s| s.end()));
        let (Some(start), Some(end)) = ends else { panic!("there are pieces") };
        assert!((start.distance(Point::ORIGIN) - 8.0).abs() < 1e-3 && start.x == 5.0, "{start:?}");
        assert!((end.distance(Point::new(50.0, 55.0)) - 10.0).abs() < 1e-3 && end.y == 50.0);
        assert_eq!(kept.segments().count(), 2);
    }
}
