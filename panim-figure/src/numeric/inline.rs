//! Where a label fits into a line that runs through the plot.

use vello_cpu::kurbo::{Point, Rect, Size};

/// A line in pixels, with the distance along it to each of its points.
pub(crate) struct MeasuredLine {
    /// A closed line ends where it starts.
    points: Vec<Point>,
    distances: Vec<f64>,
    closed: bool,
}

/// A place on a line: the distance to its middle, the middle, and degrees counter-clockwise, never
/// upside down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LabelPlacement {
    distance: f64,
    pub(crate) middle: Point,
    pub(crate) degrees: f64,
}

impl LabelPlacement {
    fn covers(&self, label: Size, point: Point) -> bool {
        let (sin, cos) = self.degrees.to_radians().sin_cos();
        let off = point - self.middle;
        let (along, across) = (off.x * cos - off.y * sin, off.x * sin + off.y * cos);
        along.abs() < label.width / 2.0 && across.abs() < label.height / 2.0
    }
}

impl MeasuredLine {
    /// `None` for a line that does not lie on the picture as a whole.
    pub(crate) fn new(mut points: Vec<Point>, closed: bool) -> Option<Self> {
        if points.iter().any(|point| !point.is_finite()) {
            return None;
        }
        points.extend(points.first().copied().filter(|_| closed));
        let mut distance = 0.0;
        let steps = points.windows(2).map(|pair| pair[0].distance(pair[1]));
        let distances = std::iter::once(0.0).chain(steps.map(|step| {
            distance += step;
            distance
        }));
        Some(Self { distances: distances.collect(), points, closed })
    }

    fn length(&self) -> f64 {
        self.distances.last().copied().unwrap_or(0.0)
    }

    /// The point so far along the line; around a closed one, on from its start.
    fn at(&self, distance: f64) -> Point {
        let distance = if self.closed { distance.rem_euclid(self.length()) } else { distance };
        let after =
            self.distances.partition_point(|w| *w <= distance).clamp(1, self.distances.len() - 1);
        let (from, to) = (self.distances[after - 1], self.distances[after]);
        let fraction =
            if to > from { ((distance - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
        self.points[after - 1].lerp(self.points[after], fraction)
    }

    /// The straightest place for a label of this size, inside of `bounds` and away from the
    /// labels at `taken`; if it can be, where nothing of `others` runs through it. `None` if
    /// there is none, or if the line is hardly larger than the label.
    pub(crate) fn placement(
        &self,
        label: Size,
        bounds: Rect,
        taken: &[Point],
        others: &[Point],
    ) -> Option<LabelPlacement> {
        let first = Rect::from_points(*self.points.first()?, *self.points.first()?);
        let around = self.points.iter().fold(first, |around, &point| around.union_pt(point));
        let wide = label.width;
        if wide <= 0.0 || around.width().max(around.height()) <= 1.2 * wide {
            return None;
        }
        let mut placements: Vec<(f64, LabelPlacement)> = self
            .places(wide)
            .filter(|distance| bounds.inset(-wide / 2.0).contains(self.at(*distance)))
            .filter_map(|distance| {
                let middle = self.at(distance);
                let nearest = taken.iter().map(|t| t.distance(middle)).fold(1e9, f64::min);
                let (from, to) = (self.at(distance - wide / 2.0), self.at(distance + wide / 2.0));
                let bend = 1.0 - from.distance(to) / wide;
                let middle = from.midpoint(to).midpoint(middle);
                let placement = LabelPlacement { distance, middle, degrees: readable(from, to) };
                let off = placement.middle.distance(bounds.center()) / bounds.width().max(1.0);
                let cost = bend + 0.1 * wide / nearest + 0.03 * off;
                (nearest >= 1.2 * wide).then_some((cost, placement))
            })
            .collect();
        placements.sort_by(|a, b| a.0.total_cmp(&b.0));
        let is_free = |placement: &LabelPlacement| {
            !others.iter().any(|other| placement.covers(label, *other))
        };
        let free = placements.iter().find(|(_, placement)| is_free(placement));
        free.or(placements.first()).map(|(_, placement)| *placement)
    }

    /// Where the middle of a label may be tried, a quarter of its width apart.
    fn places(&self, wide: f64) -> impl Iterator<Item = f64> {
        let (first, last) =
            if self.closed { (0.0, self.length()) } else { (wide, self.length() - wide) };
        let tries = (4.0 * (last - first) / wide).clamp(1.0, 1000.0) as u32;
        (0..=tries).map(move |i| first + (last - first) * f64::from(i) / f64::from(tries))
    }

    /// The line without `wide` pixels of it around a point.
    pub(crate) fn without(&self, placement: LabelPlacement, wide: f64) -> Vec<Vec<Point>> {
        let (from, to) = (placement.distance - wide / 2.0, placement.distance + wide / 2.0);
        if self.closed {
            vec![self.part(to, from + self.length())]
        } else {
            vec![self.part(0.0, from), self.part(to, self.length())]
        }
    }

    fn part(&self, from: f64, to: f64) -> Vec<Point> {
        if to <= from {
            return Vec::new();
        }
        let turns: &[f64] = if self.closed { &[-1.0, 0.0, 1.0] } else { &[0.0] };
        let mut part = vec![self.at(from)];
        for turn in turns {
            let between = self.distances.iter().zip(&self.points);
            let between = between.map(|(distance, point)| (distance + turn * self.length(), point));
            part.extend(
                between.filter(|(distance, _)| from < *distance && *distance < to).map(|(_, p)| *p),
            );
        }
        part.push(self.at(to));
        part.dedup();
        part
    }
}

/// The angle of a label from one point to another, or back, so that it can be read.
fn readable(from: Point, to: Point) -> f64 {
    let degrees = (from.y - to.y).atan2(to.x - from.x).to_degrees();
    if degrees > 90.0 {
        degrees - 180.0
    } else if degrees <= -90.0 {
        degrees + 180.0
    } else {
        degrees
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Vec2;

    const BOUNDS: Rect = Rect::new(0.0, 0.0, 100.0, 100.0);

    fn track(points: &[(f64, f64)], closed: bool) -> MeasuredLine {
        MeasuredLine::new(points.iter().map(|&p| p.into()).collect(), closed).expect("finite")
    }

    #[test]
    fn a_label_stands_on_the_straightest_part_that_is_free() {
        let mut points = vec![(0.0, 50.0), (60.0, 50.0)];
        points.extend((0..10).map(|i| (62.0 + f64::from(i), 50.0 + f64::from(i % 2) * 9.0)));
        let track = track(&points, false);
        let placement = |wide: f64, bounds: Rect, taken: &[Point], others: &[Point]| {
            track.placement(Size::new(wide, 10.0), bounds, taken, others)
        };
        let first = placement(20.0, BOUNDS, &[], &[]).expect("a place");
        assert!((20.0..=55.0).contains(&first.middle.x), "{first:?}");
        assert_eq!((first.middle.y, first.degrees), (50.0, 0.0));
        let second = placement(20.0, BOUNDS, &[first.middle], &[]).expect("another place");
        assert!(second.middle.distance(first.middle) >= 20.0);
        let crossed = first.middle + Vec2::new(9.0, -4.0);
        let third = placement(20.0, BOUNDS, &[], &[crossed]).expect("another place");
        assert!((third.middle.x - crossed.x).abs() > 10.0, "{third:?}");
        assert_eq!(placement(90.0, BOUNDS, &[], &[]), None);
        assert_eq!(placement(20.0, BOUNDS + Vec2::new(0.0, 200.0), &[], &[]), None);
    }

    #[test]
    fn the_line_ends_before_its_label_and_goes_on_behind() {
        let line = track(&[(0.0, 0.0), (40.0, 0.0), (80.0, 0.0)], false);
        let placement =
            LabelPlacement { distance: 40.0, middle: Point::new(40.0, 0.0), degrees: 0.0 };
        let parts = line.without(placement, 20.0);
        let points = |part: &[Point]| part.iter().map(|p| p.x).collect::<Vec<_>>();
        assert_eq!([points(&parts[0]), points(&parts[1])], [[0.0, 30.0], [50.0, 80.0]]);

        let square = track(&[(0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (0.0, 40.0)], true);
        let placement = LabelPlacement { distance: 0.0, middle: Point::ZERO, degrees: 0.0 };
        let parts = square.without(placement, 20.0);
        assert_eq!((parts.len(), parts[0].len()), (1, 5));
        assert_eq!((parts[0][0], parts[0][4]), (Point::new(10.0, 0.0), Point::new(0.0, 10.0)));
    }

    #[test]
    fn labels_are_never_upside_down() {
        let degrees = |x: f64, y: f64| readable(Point::ZERO, Point::new(x, y));
        assert_eq!([degrees(1.0, 0.0), degrees(-1.0, 0.0)], [0.0, 0.0]);
        assert_eq!([degrees(0.0, 1.0), degrees(0.0, -1.0)], [90.0, 90.0]);
        assert_eq!([degrees(-1.0, -1.0), degrees(1.0, 1.0)], [-45.0, -45.0]);
    }
}
