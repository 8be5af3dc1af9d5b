//! Rows on top of each other.

/// Where the lowest row of a stack begins: matplotlib's `baseline`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Baseline {
    /// `"zero"`: on 0, the default.
    #[default]
    Zero,
    /// `"sym"`: so that the stack is as far above 0 as below it, a *theme river*.
    Sym,
    /// `"wiggle"`: so that the sum of the rows' squared slopes is least.
    Wiggle,
    /// `"weighted_wiggle"`: the same, where thick rows count more: a *stream graph* (Byron and Wattenberg, 2008).
    WeightedWiggle,
}

crate::base::word::named! { Baseline, "a baseline":
    "zero" => Self::Zero,
    "sym" => Self::Sym,
    "wiggle" => Self::Wiggle,
    "weighted_wiggle" => Self::WeightedWiggle,
}

impl Baseline {
    /// The curves below, between and above rows that are equally long: one more than there are rows.
    pub(crate) fn curves(self, rows: &[&[f64]]) -> Vec<Vec<f64>> {
        let length = rows.first().map_or(0, |row| row.len());
        let first: Vec<f64> = match self {
            Self::Zero => vec![0.0; length],
            Self::Sym => (0..length).map(|i| -0.5 * total(rows, i)).collect(),
            Self::Wiggle => (0..length).map(|i| wiggle(rows, i)).collect(),
            Self::WeightedWiggle => {
                let moved = (0..length).scan(0.0, |center, i| {
                    *center += center_step(rows, i);
                    Some(*center - 0.5 * total(rows, i))
                });
                moved.collect()
            }
        };
        let mut curves = vec![first];
        for row in rows {
            let below = &curves[curves.len() - 1];
            let above = below.iter().zip(*row).map(|(below, value)| below + value).collect();
            curves.push(above);
        }
        curves
    }
}

fn total(rows: &[&[f64]], i: usize) -> f64 {
    rows.iter().map(|row| row[i]).sum()
}

fn wiggle(rows: &[&[f64]], i: usize) -> f64 {
    let count = rows.len() as f64;
    let weighted =
        rows.iter().enumerate().map(|(number, row)| row[i] * (count - 0.5 - number as f64));
    weighted.sum::<f64>() / -count
}

/// How far the middle of the stack moves to a point from the one before it.
fn center_step(rows: &[&[f64]], i: usize) -> f64 {
    let all = total(rows, i);
    let mut stacked = 0.0;
    let steps = rows.iter().map(|row| {
        stacked += row[i];
        let above = all - stacked + 0.5 * row[i];
        let up = match i {
            0 => 0.5,
            _ if all > 0.0 => above / all,
            _ => 0.0,
        };
        let increase = if i == 0 { row[0] } else { row[i] - row[i - 1] };
        (up - 0.5) * increase
    });
    steps.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [&[f64]; 3] = [&[1.0, 2.0, 0.0, 4.0], &[0.5, 0.5, 0.0, 1.5], &[2.0, 1.0, 0.0, 3.0]];

    fn close(baseline: Baseline, wanted: [[f64; 4]; 4]) {
        for (got, wanted) in baseline.curves(&ROWS).iter().zip(wanted) {
            let near = got.iter().zip(wanted).all(|(got, wanted)| (got - wanted).abs() < 1e-14);
            assert!(near, "{baseline:?}: {got:?}, {wanted:?}");
        }
    }

    /// Numbers of `matplotlib.pyplot.stackplot`, matplotlib 3.11.2.
    #[test]
    fn stacks_are_those_of_matplotlib() {
        close(
            Baseline::Zero,
            [[0.0; 4], [1.0, 2.0, 0.0, 4.0], [1.5, 2.5, 0.0, 5.5], [3.5, 3.5, 0.0, 8.5]],
        );
        close(
            Baseline::Sym,
            [
                [-1.75, -1.75, -0.0, -4.25],
                [-0.75, 0.25, 0.0, -0.25],
                [-0.25, 0.75, 0.0, 1.25],
                [1.75, 1.75, 0.0, 4.25],
            ],
        );
        close(
            Baseline::Wiggle,
            [
                [-1.4166666666666667, -2.0833333333333335, -0.0, -4.583333333333333],
                [-0.41666666666666674, -0.08333333333333348, 0.0, -0.583333333333333],
                [0.08333333333333326, 0.4166666666666665, 0.0, 0.916666666666667],
                [2.083333333333333, 1.4166666666666665, 0.0, 3.916666666666667],
            ],
        );
        close(
            Baseline::WeightedWiggle,
            [
                [-1.75, -1.1785714285714286, 2.321428571428571, -1.9285714285714293],
                [-0.75, 0.8214285714285714, 2.321428571428571, 2.0714285714285707],
                [-0.25, 1.3214285714285714, 2.321428571428571, 3.5714285714285707],
                [1.75, 2.321428571428571, 2.321428571428571, 6.571428571428571],
            ],
        );
    }

    #[test]
    fn nothing_has_one_line_of_nothing() {
        assert_eq!(Baseline::Wiggle.curves(&[]), [vec![0.0; 0]]);
        assert_eq!(Baseline::WeightedWiggle.curves(&[&[]]).len(), 2);
    }
}
