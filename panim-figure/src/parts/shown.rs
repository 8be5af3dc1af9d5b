//! Which of an artist's points are shown.

use crate::FigureError;
use std::ops::{Bound, Range, RangeBounds};

/// A range of points: by default, all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ShownPoints {
    start: usize,
    end: Option<usize>,
}

impl ShownPoints {
    pub(crate) fn new(range: impl RangeBounds<usize>) -> Self {
        let start = match range.start_bound() {
            Bound::Included(&start) => start,
            Bound::Excluded(&before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(&last) => Some(last.saturating_add(1)),
            Bound::Excluded(&end) => Some(end),
            Bound::Unbounded => None,
        };
        Self { start, end }
    }

    /// The numbers of those that are shown of so many.
    pub(crate) fn of(self, all: usize) -> Range<usize> {
        let end = self.end.map_or(all, |end| end.min(all));
        self.start.min(end)..end
    }

    /// The same, if these are not all of them.
    pub(crate) fn numbers(self, all: usize) -> Option<Vec<f64>> {
        let shown = self.of(all);
        (shown.len() < all).then(|| shown.map(|i| i as f64).collect())
    }

    pub(crate) fn check(self, name: &'static str, count: usize) -> Result<(), FigureError> {
        let Self { start, end } = self;
        let stop = end.unwrap_or(count);
        if start <= stop && stop <= count {
            return Ok(());
        }
        let end = end.map_or(String::new(), |end| end.to_string());
        let message = format!("{start}..{end} is no range of {count} points");
        Err(FigureError::new(name, "shown", message))
    }
}

/// The property of an artist with a `shown` field.
macro_rules! shown_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Shows a part of the points, by their positions: `..n` the first `n`, `n - 100..n` the last hundred of
            /// them; default: `..`, all. What is drawn, and the limits that follow the data, are those of a line that was
            /// given this part alone; colours by value are spread over the values of all.
            ///
            /// It is made for lines that grow and for long recordings: the data are given once, in `#[setup]`, and each
            /// frame says in `#[update]` up to where they are shown, `frame[line].set_shown(..n)`. Nothing is copied for
            /// that. The range must lie within the points.
            shown / set_shown(range: impl std::ops::RangeBounds<usize>) |this| {
                this.shown = $crate::parts::shown::ShownPoints::new(range);
            };
        } }
    };
}

pub(crate) use shown_properties;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_all_kinds_are_taken() {
        assert_eq!(ShownPoints::new(..).of(7), 0..7);
        assert_eq!(ShownPoints::new(..3).of(7), 0..3);
        assert_eq!(ShownPoints::new(2..).of(7), 2..7);
        assert_eq!(ShownPoints::new(2..=4).of(7), 2..5);
        assert_eq!(ShownPoints::new((Bound::Excluded(2), Bound::Unbounded)).of(7), 3..7);
        assert_eq!(ShownPoints::new(..=usize::MAX).of(7), 0..7);
        assert_eq!(ShownPoints::new(5..9).of(2), 2..2);
        assert_eq!(ShownPoints::new(1..3).numbers(4), Some(vec![1.0, 2.0]));
        assert_eq!(ShownPoints::new(..4).numbers(4), None);
    }

    #[test]
    fn what_is_no_range_of_the_points_is_said() {
        let error = |range: ShownPoints, count| {
            range.check("Line", count).expect_err("it is none").to_string()
        };
        assert_eq!(error(ShownPoints::new(..8), 7), "Line, `shown`: 0..8 is no range of 7 points");
        assert_eq!(error(ShownPoints::new(8..), 7), "Line, `shown`: 8.. is no range of 7 points");
        #[allow(clippy::reversed_empty_ranges)]
        let back = ShownPoints::new(5..3);
        assert_eq!(error(back, 7), "Line, `shown`: 5..3 is no range of 7 points");
        for range in [ShownPoints::new(..), ShownPoints::new(7..), ShownPoints::new(0..0)] {
            assert_eq!(range.check("Line", 7), Ok(()));
        }
    }
}
