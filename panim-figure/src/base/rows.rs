//! Data in two dimensions: rows of numbers over a grid.

use crate::{
    FigureError,
    base::{
        data::{Column, Data, DataRows},
        error::written,
        extent::{Extent, Reach},
    },
};
use std::sync::Arc;

/// Rows of equally many numbers. A clone shares them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    values: Arc<Vec<f64>>,
    rows: usize,
    /// Of the first row.
    columns: usize,
    /// A row of another length, and its length.
    ragged: Option<(usize, usize)>,
}

impl Matrix {
    pub(crate) fn new<R: DataRows>(rows: R) -> Self {
        let mut rows = rows.rows();
        let (mut values, mut lengths) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next() {
            let start = values.len();
            values.extend(row.values());
            lengths.push(values.len() - start);
            if start == 0 {
                values.reserve(rows.size_hint().0.saturating_mul(values.len()));
            }
        }
        let columns = lengths.first().copied().unwrap_or(0);
        let ragged = lengths.iter().copied().enumerate().find(|(_, length)| *length != columns);
        Self { values: Arc::new(values), rows: lengths.len(), columns, ragged }
    }

    /// All of them, row after row.
    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }

    /// How many columns and how many rows there are.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.columns, self.rows)
    }

    /// Refuses rows that are not equally long.
    pub(crate) fn check_even(
        &self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let Some((row, length)) = self.ragged else { return Ok(()) };
        let message = format!("row {row} has {length} values where the first has {}", self.columns);
        Err(FigureError::new(name, argument, message))
    }

    /// Refuses rows that are not as many as there are of y, or not as long as there are of x.
    pub(crate) fn check(
        &self,
        name: &'static str,
        argument: &'static str,
        (columns, rows): (usize, usize),
    ) -> Result<(), FigureError> {
        self.check_even(name, argument)?;
        let message = if self.rows != rows {
            format!("has {} rows where `y` has {rows} values; one row for each", self.rows)
        } else if self.columns != columns {
            format!("has rows of {} values where `x` has {columns}", self.columns)
        } else {
            return Ok(());
        };
        Err(FigureError::new(name, argument, message))
    }
}

/// The lines of a grid: columns at x, rows at y.
#[derive(Debug, Clone)]
pub(crate) struct GridLines {
    pub(crate) x: Column,
    pub(crate) y: Column,
}

impl GridLines {
    pub(crate) fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Data,
        Y: Data,
    {
        Self { x: Column::new(x), y: Column::new(y) }
    }

    /// How many columns and rows it has.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.x.len(), self.y.len())
    }

    /// Has nothing been given yet?
    pub(crate) fn is_empty(&self) -> bool {
        self.x.is_empty() && self.y.is_empty()
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        if self.is_empty() {
            return Ok(());
        }
        checked_lines(name, "x", &self.x)?;
        checked_lines(name, "y", &self.y)
    }

    /// All of it, and nothing around it.
    pub(crate) fn extent(&self) -> Extent {
        let reach = |lines: &[f64]| {
            let ends = lines.iter().filter_map(|&line| Reach::of(line));
            let reach = ends.reduce(Reach::with)?;
            Some(Reach { low_sticks: true, high_sticks: true, ..reach })
        };
        Extent::flat(reach(&self.x), reach(&self.y))
    }
}

/// Refuses lines that are not finite or do not go in one direction, or fewer than two.
pub(crate) fn checked_lines(
    name: &'static str,
    argument: &'static str,
    places: &[f64],
) -> Result<(), FigureError> {
    let message = if let Some(place) = places.iter().find(|place| !place.is_finite()) {
        format!("{} is not a place in the grid; all must be finite", written(*place))
    } else if places.len() < 2 {
        format!("a grid needs two values or more, not {}", places.len())
    } else if goes_one_way(places) {
        return Ok(());
    } else {
        "must increase, or decrease, from each value to the next".to_owned()
    };
    Err(FigureError::new(name, argument, message))
}

fn goes_one_way(places: &[f64]) -> bool {
    places.windows(2).all(|pair| pair[0] < pair[1])
        || places.windows(2).all(|pair| pair[0] > pair[1])
}

crate::base::same::same! {
    Matrix { rows, columns, ragged, values }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(result: Result<(), FigureError>) -> String {
        result.expect_err("refused").to_string()
    }

    #[test]
    fn rows_are_equally_long() {
        let check = |rows: &[Vec<i32>]| Matrix::new(rows).check_even("Image", "rows");
        assert!(check(&[vec![1, 2, 3], vec![4, 5, 6]]).is_ok());
        let error = message(check(&[vec![1, 2], vec![3]]));
        assert_eq!(error, "Image, `rows`: row 1 has 1 values where the first has 2");
    }

    #[test]
    fn rows_that_do_not_fit_are_refused() {
        let check = |rows: &[Vec<i32>], size| Matrix::new(rows).check("Contour", "values", size);
        assert!(check(&[vec![1, 2, 3], vec![4, 5, 6]], (3, 2)).is_ok());
        assert_eq!(
            message(check(&[vec![1, 2], vec![3]], (2, 2))),
            "Contour, `values`: row 1 has 1 values where the first has 2"
        );
        let two = [vec![1, 2], vec![3, 4]];
        assert!(message(check(&two, (2, 3))).contains("has 2 rows where `y` has 3 values"));
        assert!(message(check(&two, (3, 2))).contains("rows of 2 values where `x` has 3"));
    }

    #[test]
    fn the_lines_of_a_grid_go_one_way() {
        let check = |places: &[f64]| checked_lines("PColorMesh", "x", places);
        assert!(check(&[1.0, 2.0, 4.0]).is_ok());
        assert!(check(&[4.0, 2.0, 1.0]).is_ok());
        assert!(message(check(&[1.0, 2.0, 2.0])).contains("must increase"));
        assert!(message(check(&[1.0, f64::NAN])).contains("NaN is not a place"));
        assert!(message(check(&[1.0])).contains("a grid needs two values or more, not 1"));
    }
}
