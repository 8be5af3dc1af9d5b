//! What autoscaled limits must show.

/// The range of an artist's finite data, per axis; `None` where it has none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Extent {
    pub(crate) x: Option<(f64, f64)>,
    pub(crate) y: Option<(f64, f64)>,
}

impl Extent {
    /// Of points: one counts only if both of its coordinates are finite.
    pub(crate) fn of_points(x: &[f64], y: &[f64]) -> Self {
        let mut extent = Self::default();
        for (&x, &y) in x.iter().zip(y).filter(|(x, y)| x.is_finite() && y.is_finite()) {
            extent = extent.union(Self { x: Some((x, x)), y: Some((y, y)) });
        }
        extent
    }

    pub(crate) fn union(self, other: Self) -> Self {
        Self { x: wider(self.x, other.x), y: wider(self.y, other.y) }
    }
}

fn wider(a: Option<(f64, f64)>, b: Option<(f64, f64)>) -> Option<(f64, f64)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_are_not_finite_do_not_count() {
        let e = Extent::of_points(&[0.0, 5.0, 2.0], &[1.0, f64::NAN, -1.0]);
        assert_eq!(e, Extent { x: Some((0.0, 2.0)), y: Some((-1.0, 1.0)) });
        assert_eq!(Extent::of_points(&[f64::INFINITY], &[0.0]), Extent::default());
    }
}
