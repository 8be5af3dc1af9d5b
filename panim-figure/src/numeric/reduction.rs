//! Many values as one.

use super::summary::Sorted;
use std::{fmt, sync::Arc};

/// What one value stands for many: matplotlib's `reduce_C_function`.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Reduction {
    /// Their mean: the default.
    #[default]
    Mean,
    /// Their sum.
    Sum,
    /// The smallest one.
    Min,
    /// The largest one.
    Max,
    /// The middle one, or the mean of the two in the middle.
    Median,
    /// Their standard deviation, as numpy's.
    Std,
    /// As [`Reduction::by`] says.
    By(ReductionFunction),
}

/// Of [`Reduction::By`].
#[derive(Clone)]
pub struct ReductionFunction(Arc<Reducing>);

type Reducing = dyn Fn(&[f64]) -> f64 + Send + Sync;

crate::base::word::named! { Reduction, "a reduction":
    "mean" => Self::Mean,
    "sum" => Self::Sum,
    "min" => Self::Min,
    "max" => Self::Max,
    "median" => Self::Median,
    "std" => Self::Std,
}

impl Reduction {
    /// What a function makes of them, which are one or more: `Reduction::by(|values| values.len() as f64)`. It is
    /// called for each frame, and gives the same for the same values.
    pub fn by(function: impl Fn(&[f64]) -> f64 + Send + Sync + 'static) -> Self {
        Self::By(ReductionFunction(Arc::new(function)))
    }

    pub(crate) fn of(&self, values: &[f64]) -> f64 {
        let count = values.len() as f64;
        let mean = || values.iter().sum::<f64>() / count;
        match self {
            Self::Mean => mean(),
            Self::Sum => values.iter().sum(),
            Self::Min => values.iter().copied().fold(f64::INFINITY, f64::min),
            Self::Max => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            Self::Median => Sorted::new(values).median(),
            Self::Std => {
                let mean = mean();
                (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt()
            }
            Self::By(function) => (function.0)(values),
        }
    }
}

impl Reduction {
    /// Of each of so many groups, to one of which each value belongs; NaN for those of fewer than `least` values.
    pub(crate) fn of_groups(
        &self,
        groups: usize,
        values: Vec<(usize, f64)>,
        least: usize,
    ) -> Vec<f64> {
        let mut counts = vec![0_usize; groups];
        values.iter().for_each(|(group, _)| counts[*group] += 1);
        let mut next = Vec::with_capacity(groups);
        let mut total = 0;
        for count in &counts {
            next.push(total);
            total += count;
        }
        // group by group, those of one in the order in which they came
        let mut sorted = vec![0.0; total];
        for (group, value) in values {
            sorted[next[group]] = value;
            next[group] += 1;
        }
        let of = |(count, end): (usize, usize)| match count >= least {
            true => self.of(&sorted[end - count..end]),
            false => f64::NAN,
        };
        counts.into_iter().zip(next).map(of).collect()
    }
}

impl fmt::Debug for Reduction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mean => "Mean",
            Self::Sum => "Sum",
            Self::Min => "Min",
            Self::Max => "Max",
            Self::Median => "Median",
            Self::Std => "Std",
            Self::By(_) => "By",
        })
    }
}

impl fmt::Debug for ReductionFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReductionFunction")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of `numpy`, version 2.4.
    #[test]
    fn values_are_reduced_as_by_numpy() {
        let values = [3.0, 1.0, 4.5, 1.0];
        let close = |reduction: Reduction, wanted: f64| {
            assert!((reduction.of(&values) - wanted).abs() < 1e-15, "{reduction:?}");
        };
        close(Reduction::Mean, 2.375);
        close(Reduction::Sum, 9.5);
        close(Reduction::Min, 1.0);
        close(Reduction::Max, 4.5);
        close(Reduction::Median, 2.0);
        close(Reduction::Std, 1.4737282653189494);
        close(Reduction::by(|values| values[0]), 3.0);
    }
}
