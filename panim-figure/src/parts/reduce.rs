//! Fewer points for the same picture: those of a path that could not be seen are left out.

use vello_cpu::kurbo::{Point, Vec2};

/// Further apart than this, in pixels, points stay as they are: rounding would decide.
const FAR: f64 = 1e9;

/// Leaves out of `points`, in pixels, those that lie on a straight line between others, to within
/// `tolerance`, and of those that go back and forth along one all but the furthest.
///
/// Which ones stay depends on how the points lie to each other alone, not on the pixels' grid: a
/// path that moves as a whole keeps its form. Points that are not finite stay, as gaps.
pub(crate) fn reduced(points: &[Point], tolerance: f64) -> Vec<Point> {
    let mut kept = Vec::new();
    reduce(points, tolerance, &mut Nothing, |i| kept.push(points[i]));
    kept
}

/// The numbers of the points that stay, where those between two of them differ from what is between these
/// in nothing else either.
pub(crate) fn reduced_along(
    points: &[Point],
    tolerance: f64,
    along: &mut impl AlongLine,
) -> Vec<usize> {
    let mut kept = Vec::new();
    reduce(points, tolerance, along, |i| kept.push(i));
    kept
}

/// What else changes from point to point.
pub(crate) trait AlongLine {
    /// A straight line begins at this point.
    fn begin(&mut self, first: usize);

    /// Whether it may go on to this one, so many pixels ahead, or back if that is below 0.
    fn goes_on(&mut self, point: usize, ahead: f64) -> bool;
}

struct Nothing;

impl AlongLine for Nothing {
    #[inline(always)]
    fn begin(&mut self, _: usize) {}

    #[inline(always)]
    fn goes_on(&mut self, _: usize, _: f64) -> bool {
        true
    }
}

fn reduce(
    points: &[Point],
    tolerance: f64,
    along: &mut impl AlongLine,
    mut keep: impl FnMut(usize),
) {
    let mut first = 0;
    for run in points.chunk_by(|a, b| a.is_finite() && b.is_finite()) {
        keep(first);
        let mut start = 0;
        while start + 1 < run.len() {
            let straight = Straight::from(&run[start..], tolerance, first + start, along);
            straight.ends().for_each(|i| keep(first + start + i));
            start += straight.last;
        }
        first += run.len();
    }
}

/// The points that lie on one straight line with the first, by their positions.
struct Straight {
    last: usize,
    /// The one that is furthest ahead, and the one furthest back.
    ahead: usize,
    back: usize,
}

impl Straight {
    /// As many of `points`, of which there are at least two, as lie on one line; the first of them is
    /// point `number`.
    #[inline(always)]
    fn from(points: &[Point], tolerance: f64, number: usize, others: &mut impl AlongLine) -> Self {
        let mut directions: Option<Directions> = None;
        let (mut ahead, mut back) = ((0.0, 0), (0.0, 0));
        let mut last = 0;
        others.begin(number);
        for (i, &point) in points.iter().enumerate().skip(1) {
            let direction = point - points[0];
            let length = direction.hypot();
            if length > tolerance {
                let directions = directions.get_or_insert(Directions::all(direction));
                if length > FAR || !directions.narrow(direction, tolerance / length) {
                    break;
                }
                let along = direction.dot(directions.first);
                if !others.goes_on(number + i, length.copysign(along)) {
                    break;
                }
                if along > ahead.0 {
                    ahead = (along, i);
                } else if along < back.0 {
                    back = (along, i);
                }
            }
            last = i;
        }
        Self { last: last.max(1), ahead: ahead.1, back: back.1 }
    }

    /// The points that stay, in their order, without the first.
    fn ends(&self) -> impl Iterator<Item = usize> {
        let (first, second) = (self.ahead.min(self.back), self.ahead.max(self.back));
        let between = [first, second].into_iter().filter(|&i| 0 < i && i < self.last);
        between.chain([self.last])
    }
}

/// The directions that a straight line from the first point may take so that it passes by no point
/// too far away: all between two.
struct Directions {
    first: Vec2,
    right: Vec2,
    left: Vec2,
}

impl Directions {
    /// All that go less than a quarter of a turn aside from the first.
    fn all(first: Vec2) -> Self {
        let aside = Vec2::new(-first.y, first.x);
        Self { first, right: -aside, left: aside }
    }

    /// Leaves those that pass a point there, ahead or back, at no more than `fraction` of its distance.
    /// False: the direction of the point itself was none of them any more.
    fn narrow(&mut self, direction: Vec2, fraction: f64) -> bool {
        let direction = if direction.dot(self.first) < 0.0 { -direction } else { direction };
        if self.right.cross(direction) < 0.0 || direction.cross(self.left) < 0.0 {
            return false;
        }
        let aside = fraction * Vec2::new(-direction.y, direction.x);
        let (right, left) = (direction - aside, direction + aside);
        if self.right.cross(right) > 0.0 {
            self.right = right;
        }
        if left.cross(self.left) > 0.0 {
            self.left = left;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLERANCE: f64 = 1.0 / 32.0;

    fn xy(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let points: Vec<Point> = points.iter().map(|&point| point.into()).collect();
        reduced(&points, TOLERANCE).iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn a_straight_line_is_its_ends() {
        let line: Vec<(f64, f64)> = (0..1000).map(|i| (0.3 * f64::from(i), 0.0)).collect();
        assert_eq!(xy(&line), [line[0], line[999]]);
    }

    #[test]
    fn peaks_within_a_column_stay() {
        let spikes =
            [(0.0, 5.0), (0.001, 9.0), (0.002, 4.0), (0.003, 7.0), (0.004, -3.0), (0.005, 6.0)];
        assert_eq!(xy(&spikes), [(0.0, 5.0), (0.001, 9.0), (0.004, -3.0), (0.005, 6.0)]);
    }

    #[test]
    fn corners_and_gaps_stay() {
        let nan = f64::NAN;
        let corner = [(0.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 3.0), (10.0, 4.0)];
        assert_eq!(xy(&corner), [(0.0, 0.0), (10.0, 0.0), (10.0, 4.0)]);
        let gap = xy(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (nan, 0.0), (3.0, 0.0), (4.0, 0.0)]);
        assert_eq!(
            gap.iter().map(|point| point.0.is_nan()).collect::<Vec<_>>(),
            [false, false, true, false, false]
        );
        assert_eq!(xy(&[]), []);
    }

    #[test]
    fn nothing_left_out_is_far_from_what_is_drawn() {
        let spiral = |i: i32| {
            let turn = f64::from(i) * 1e-3;
            Point::new(turn * turn.cos(), turn * turn.sin())
        };
        let points: Vec<Point> = (0..100_000).map(spiral).collect();
        let kept = reduced(&points, TOLERANCE);
        assert!(kept.len() < 4000, "{}", kept.len());
        let mut segments = kept.windows(2).peekable();
        for &point in &points {
            let from_line = |ends: &[Point]| {
                let (direction, along) = (point - ends[0], ends[1] - ends[0]);
                let fraction = (direction.dot(along) / along.hypot2()).clamp(0.0, 1.0);
                (direction - along * fraction).hypot()
            };
            // every point is on this segment or on the next
            while segments.peek().is_some_and(|ends| from_line(ends) > TOLERANCE + 1e-9) {
                segments.next();
            }
            assert!(segments.peek().is_some(), "{point:?}");
        }
    }

    #[test]
    fn a_path_that_moves_keeps_its_points() {
        let wave = |shift: f64| -> Vec<Point> {
            let at = |i: i32| {
                Point::new(f64::from(i) / 64.0 + shift, (f64::from(i) / 640.0).sin() * 64.0)
            };
            (0..6400).map(at).collect()
        };
        let (still, moved) = (reduced(&wave(0.0), TOLERANCE), reduced(&wave(0.375), TOLERANCE));
        assert!(still.len() < 500, "{}", still.len());
        assert!(still.iter().zip(&moved).all(|(a, b)| (a.x + 0.375 - b.x).abs() < 1e-9));
        assert_eq!(still.len(), moved.len());
    }

    #[test]
    fn huge_coordinates_stay() {
        let far = [(0.0, 0.0), (1e300, 0.0), (-1e300, 1e308), (1.0, 1.0), (1.0, 2.0)];
        assert_eq!(xy(&far), far);
    }
}
