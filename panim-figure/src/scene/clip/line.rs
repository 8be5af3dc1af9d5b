//! Lines, cut to a rectangle.

use super::{
    SegmentPart,
    area::{end, start},
    parts, segment,
    subpaths::Subpath,
};
use vello_cpu::kurbo::{BezPath, Line, PathEl, PathSeg, Point, Rect};

/// What of a line lies in `bounds`, which must reach beyond what is seen by as much as the line is
/// wide: where it is cut, it ends.
pub(crate) fn line(path: &BezPath, bounds: Rect) -> BezPath {
    let mut cut = BezPath::new();
    for part in Subpath::of(path) {
        let mut runs = Runs::default();
        for &segment in &part.segments {
            parts(segment, bounds, |part| runs.add(part, bounds));
        }
        runs.append(&mut cut, part.is_closed, part.start);
    }
    cut
}

/// What is left of a line, in parts that hang together.
#[derive(Default)]
struct Runs {
    runs: Vec<Vec<PathSeg>>,
    is_cut: bool,
}

impl Runs {
    fn add(&mut self, part: SegmentPart, bounds: Rect) {
        let seen = match part {
            SegmentPart::Curve(curve) => Some(curve),
            SegmentPart::Straight(from, to) => segment(from, to, bounds).map(|(a, b)| {
                self.is_cut |= a != from || b != to;
                PathSeg::Line(Line::new(a, b))
            }),
            SegmentPart::Outside(_) => None,
        };
        self.is_cut |= seen.is_none();
        let Some(seen) = seen else { return };
        match self.runs.last_mut() {
            Some(run) if run.last().map(end) == Some(start(&seen)) => run.push(seen),
            _ => self.runs.push(vec![seen]),
        }
    }

    fn append(mut self, path: &mut BezPath, is_closed: bool, begun: Point) {
        let closes = is_closed && !self.is_cut;
        // one that closes goes on where it began
        let is_whole = |runs: &[Vec<PathSeg>]| {
            let first = runs.first().and_then(|run| run.first()).map(start);
            let last = runs.last().and_then(|run| run.last()).map(end);
            first == Some(begun) && last == Some(begun)
        };
        if is_closed && self.is_cut && self.runs.len() > 1 && is_whole(&self.runs) {
            let first = self.runs.remove(0);
            if let Some(last) = self.runs.last_mut() {
                last.extend(first);
            }
        }
        for run in self.runs {
            path.move_to(run.first().map_or(begun, start));
            for (i, segment) in run.iter().enumerate() {
                match segment {
                    PathSeg::Line(line) if closes && i + 1 == run.len() && line.p1 == begun => {}
                    PathSeg::Line(line) => path.line_to(line.p1),
                    PathSeg::Quad(curve) => path.quad_to(curve.p1, curve.p2),
                    PathSeg::Cubic(curve) => {
                        path.push(PathEl::CurveTo(curve.p1, curve.p2, curve.p3));
                    }
                }
            }
            if closes {
                path.close_path();
            }
        }
    }
}
