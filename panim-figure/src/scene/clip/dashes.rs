//! Dashes, as far as they lie in a rectangle.

use super::{SegmentPart, parts, segment, subpaths::Subpath};
use vello_cpu::kurbo::{
    BezPath, ParamCurve, ParamCurveArclen, PathEl, PathSeg, Point, Rect, Stroke, flatten,
};

/// How far from a curve its straight pieces may be, in pixels.
const FLAT: f64 = 0.01;

/// The dashes of a line that lie in `bounds`, each where it would be if all of the line were there;
/// `None` if they are more than `most`.
pub(crate) fn dashes(
    path: &BezPath,
    stroke: &Stroke,
    bounds: Rect,
    most: usize,
) -> Option<BezPath> {
    let mut dashes = Dashes::new(stroke, most);
    for part in Subpath::of(path) {
        dashes.begin();
        for &segment in &part.segments {
            match segment {
                PathSeg::Line(line) => dashes.straight(line.p0, line.p1, bounds),
                _ => parts(segment, bounds, |part| dashes.add(part, bounds)),
            }
        }
    }
    (dashes.left > 0).then_some(dashes.path)
}

/// The same of straight pieces, of which the first of each line says so: hands over each step of the dashes with
/// the number of the piece that it is on. False: they are more than `most`.
pub(crate) fn dashes_on(
    pieces: impl Iterator<Item = (bool, Point, Point)>,
    stroke: &Stroke,
    bounds: Rect,
    most: usize,
    mut take: impl FnMut(usize, PathEl),
) -> bool {
    let mut dashes = Dashes::new(stroke, most);
    let mut taken = 0;
    for (number, (begins, from, to)) in pieces.enumerate() {
        if begins {
            dashes.begin();
        }
        dashes.straight(from, to, bounds);
        dashes.path.elements()[taken..].iter().for_each(|step| take(number, *step));
        taken = dashes.path.elements().len();
    }
    dashes.left > 0
}

struct Dashes<'a> {
    pattern: &'a [f64],
    period: f64,
    offset: f64,
    /// How long the line is so far.
    length: f64,
    /// Where the last dash ends, if it may go on.
    pen: Option<Point>,
    path: BezPath,
    /// So many dashes more are allowed, and one.
    left: usize,
}

impl<'a> Dashes<'a> {
    fn new(stroke: &'a Stroke, most: usize) -> Self {
        let pattern = &stroke.dash_pattern;
        // a pattern of an odd number of lengths swaps dashes and gaps each time
        let twice = if pattern.len() % 2 == 1 { 2.0 } else { 1.0 };
        Self {
            pattern,
            period: twice * pattern.iter().sum::<f64>(),
            offset: stroke.dash_offset,
            length: 0.0,
            pen: None,
            path: BezPath::new(),
            left: most.saturating_add(1),
        }
    }

    fn begin(&mut self) {
        (self.length, self.pen) = (0.0, None);
    }

    fn add(&mut self, part: SegmentPart, bounds: Rect) {
        match part {
            SegmentPart::Straight(from, to) => self.straight(from, to, bounds),
            SegmentPart::Outside(segment) => {
                // so far away, no more can be said
                let ends = segment.start().distance(segment.end());
                self.length += segment.arclen(1e-3 * ends.max(1.0));
                self.pen = None;
            }
            SegmentPart::Curve(curve) => {
                let mut from = curve.start();
                let mut pieces = Vec::new();
                flatten(BezPath::from_path_segments(std::iter::once(curve)), FLAT, |element| {
                    pieces.extend(element.end_point());
                });
                for to in pieces.into_iter().skip(1) {
                    self.straight(from, to, bounds);
                    from = to;
                }
            }
        }
    }

    fn straight(&mut self, from: Point, to: Point, bounds: Rect) {
        let whole = (to.to_vec2() / 2.0 - from.to_vec2() / 2.0).hypot() * 2.0;
        if let Some((a, b)) = segment(from, to, bounds) {
            if a != from {
                self.pen = None;
            }
            self.seen(self.length + a.distance(from), a, b);
            if b != to {
                self.pen = None;
            }
        } else {
            self.pen = None;
        }
        self.length += whole;
    }

    /// Draws the dashes between two points, the first of which is so far along the line.
    fn seen(&mut self, along: f64, from: Point, to: Point) {
        let length = from.distance(to);
        let (mut dash, mut rest) = self.dash_at(along);
        let mut at = 0.0;
        while at < length && self.left > 0 {
            let end = (at + rest).min(length);
            let place = |at: f64| from.lerp(to, (at / length).min(1.0));
            if dash % 2 == 0 && end > at {
                let (a, b) = (place(at), if end == length { to } else { place(end) });
                if self.pen != Some(a) {
                    self.path.move_to(a);
                    self.left -= 1;
                }
                self.path.line_to(b);
                self.pen = Some(b);
            } else if end > at {
                self.pen = None;
            }
            if end < length {
                self.pen = None;
                (dash, rest) = (dash + 1, self.pattern[(dash + 1) % self.pattern.len()]);
            }
            at = end;
        }
    }

    /// The number of the dash or gap at a place along the line, and what is left of it.
    fn dash_at(&self, along: f64) -> (usize, f64) {
        let mut rest = (along + self.offset).rem_euclid(self.period);
        if !rest.is_finite() {
            rest = 0.0;
        }
        for dash in 0..2 * self.pattern.len() {
            let length = self.pattern[dash % self.pattern.len()];
            if rest < length {
                return (dash, length - rest);
            }
            rest -= length;
        }
        (0, self.pattern[0])
    }
}
