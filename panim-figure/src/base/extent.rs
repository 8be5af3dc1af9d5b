//! What autoscaled limits must show.

use crate::{
    Data, Points,
    base::data::{Column, ColumnPart},
};

/// The reach of an artist's finite data, per axis: what limits that nobody set must show. The default is
/// nothing.
///
/// ```
/// use panim_figure::artist::Extent;
///
/// let bars = [(1.0, 3.0), (2.0, 5.0)];
/// // from 0 up, and no margin below
/// let extent = Extent::of_points(bars).union(Extent::of_y([0.0]).sticky());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Extent {
    pub(crate) x: Option<Reach>,
    pub(crate) y: Option<Reach>,
    /// Of artists in a 3D axes only.
    pub(crate) z: Option<Reach>,
}

/// The reach along one axis. An end that *sticks* gets no margin, such as the foot of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reach {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) low_sticks: bool,
    pub(crate) high_sticks: bool,
    /// The lowest value above 0, infinite without any: where a logarithmic axis starts.
    pub(crate) least_positive: f64,
}

impl Default for Reach {
    fn default() -> Self {
        Self::at(0.0)
    }
}

impl Extent {
    /// Of points: one counts only if both of its coordinates are finite.
    pub fn of_points(points: impl Points<2>) -> Self {
        let finite = points.points().filter(|[x, y]| x.is_finite() && y.is_finite());
        finite.fold(Self::default(), |extent, [x, y]| {
            extent.union(Self::flat(Some(Reach::at(x)), Some(Reach::at(y))))
        })
    }

    /// The same of points whose coordinates are in two columns, which may have been gone through already.
    pub(crate) fn of_columns(x: &Column, y: &Column) -> Self {
        Self::of_parts(&x.whole(), &y.whole())
    }

    /// The same of parts of two columns.
    pub(crate) fn of_parts(x: &ColumnPart<'_>, y: &ColumnPart<'_>) -> Self {
        let (along, across) = (x.facts(), y.facts());
        if along.is_finite && across.is_finite && x.len() == y.len() {
            return Self::flat(along.reach, across.reach);
        }
        Self::of_points(x.iter().copied().zip(y.iter().copied()))
    }

    /// Of finite values along x.
    pub fn of_x(values: impl Data) -> Self {
        Self::flat(values.values().filter_map(Reach::of).reduce(Reach::with), None)
    }

    /// Of finite values along y.
    pub fn of_y(values: impl Data) -> Self {
        Self::of_x(values).transposed()
    }

    /// The same with no margin at its ends, as bars stand on their axis.
    #[must_use]
    pub fn sticky(self) -> Self {
        let sticks = |reach: Reach| Reach { low_sticks: true, high_sticks: true, ..reach };
        Self { x: self.x.map(sticks), y: self.y.map(sticks), ..self }
    }

    /// What shows both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { x: wider(self.x, other.x), y: wider(self.y, other.y), z: wider(self.z, other.z) }
    }

    /// Without a z.
    pub(crate) fn flat(x: Option<Reach>, y: Option<Reach>) -> Self {
        Self { x, y, z: None }
    }

    /// Of points in three dimensions: one counts only if all of its coordinates are finite. As in mplot3d, there is
    /// no margin below and above.
    pub(crate) fn of_space(points: impl Iterator<Item = [f64; 3]>) -> Self {
        let finite = points.filter(|point| point.iter().all(|value| value.is_finite()));
        let ends = finite.fold(None, |ends: Option<[Reach; 3]>, point| {
            let here = point.map(Reach::at);
            Some(match ends {
                Some([x, y, z]) => [x.with(here[0]), y.with(here[1]), z.with(here[2])],
                None => here,
            })
        });
        let level = |reach: Reach| Reach { low_sticks: true, high_sticks: true, ..reach };
        ends.map_or(Self::default(), |[x, y, z]| Self { x: Some(x), y: Some(y), z: Some(level(z)) })
    }

    /// The same, with a margin below and above, as mplot3d has it for points alone.
    pub(crate) fn with_margin_in_z(self) -> Self {
        let free = |reach: Reach| Reach { low_sticks: false, high_sticks: false, ..reach };
        Self { z: self.z.map(free), ..self }
    }

    /// With x and y exchanged, for an artist that lies on its side.
    pub(crate) fn transposed(self) -> Self {
        Self { x: self.y, y: self.x, z: self.z }
    }
}

impl Reach {
    /// One value; `None` if it is not finite.
    pub(crate) fn of(value: f64) -> Option<Self> {
        value.is_finite().then(|| Self::at(value))
    }

    /// Between two edges in either order, which both stick; `None` if one is not finite.
    pub(crate) fn of_edges(a: f64, b: f64) -> Option<Self> {
        let all = Self::of(a)?.with(Self::of(b)?);
        Some(Self { low_sticks: true, high_sticks: true, ..all })
    }

    fn at(value: f64) -> Self {
        let least_positive = if value > 0.0 { value } else { f64::INFINITY };
        Self { low: value, high: value, low_sticks: false, high_sticks: false, least_positive }
    }

    /// Between two values, the lowest above 0 being `least_positive`.
    pub(crate) fn between(low: f64, high: f64, least_positive: f64) -> Self {
        Self { low, high, low_sticks: false, high_sticks: false, least_positive }
    }

    /// What shows both. Of two ends at the same place, one that sticks is enough.
    pub(crate) fn with(self, other: Self) -> Self {
        let sticks = |outer: bool, sticks: bool, other_outer: bool, other_sticks: bool| {
            (!other_outer && sticks) || (!outer && other_sticks)
        };
        let (low, high) = (self.low, self.high);
        Self {
            low: low.min(other.low),
            high: high.max(other.high),
            low_sticks: sticks(low < other.low, self.low_sticks, other.low < low, other.low_sticks),
            high_sticks: sticks(
                high > other.high,
                self.high_sticks,
                other.high > high,
                other.high_sticks,
            ),
            least_positive: self.least_positive.min(other.least_positive),
        }
    }

    /// The same, with no margin at an end that is `edge`.
    pub(crate) fn sticking_at(self, edge: f64) -> Self {
        Self { low_sticks: self.low == edge, high_sticks: self.high == edge, ..self }
    }
}

fn wider(a: Option<Reach>, b: Option<Reach>) -> Option<Reach> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.with(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(reach: Option<Reach>) -> (f64, f64) {
        reach.map_or((0.0, 0.0), |reach| (reach.low, reach.high))
    }

    #[test]
    fn points_that_are_not_finite_do_not_count() {
        let points = [(0.0, 1.0), (5.0, f64::NAN), (2.0, -1.0)];
        let extent = Extent::of_points(points.into_iter());
        assert_eq!((ends(extent.x), ends(extent.y)), ((0.0, 2.0), (-1.0, 1.0)));
        let nothing = Extent::of_points([(f64::INFINITY, 0.0)].into_iter());
        assert_eq!(nothing, Extent::default());
    }

    #[test]
    fn the_outer_end_says_whether_it_sticks() {
        let bar = Reach { low: 0.0, high: 5.0, low_sticks: true, ..Reach::default() };
        let inside = Reach { low: 1.0, high: 2.0, ..Reach::default() };
        let below = Reach { low: -1.0, ..inside };
        assert_eq!(bar.with(inside), bar);
        let both = bar.with(below);
        assert_eq!(both, Reach { low: -1.0, low_sticks: false, ..bar });
        // on the very same edge, one that sticks is enough
        let level = Reach { low: 0.0, ..inside };
        assert!(level.with(bar).low_sticks);
    }
}
