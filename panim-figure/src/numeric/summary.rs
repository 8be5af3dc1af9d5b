//! Order statistics, and what a box plot shows of a group.

/// The finite ones of some samples, in order.
#[derive(Debug, Clone)]
pub(crate) struct Sorted(Vec<f64>);

impl Sorted {
    pub(crate) fn new(samples: &[f64]) -> Self {
        let mut finite: Vec<f64> = samples.iter().copied().filter(|x| x.is_finite()).collect();
        finite.sort_unstable_by(f64::total_cmp);
        Self(finite)
    }

    pub(crate) fn values(&self) -> &[f64] {
        &self.0
    }

    /// The smallest and the largest; `None` of no samples.
    pub(crate) fn ends(&self) -> Option<(f64, f64)> {
        Some((*self.0.first()?, *self.0.last()?))
    }

    pub(crate) fn mean(&self) -> f64 {
        // divided first, so that large numbers do not overflow
        let n = self.0.len() as f64;
        self.0.iter().map(|value| value / n).sum()
    }

    /// The value that a `fraction` of the samples lies below, on a straight line between neighbours:
    /// numpy's `linear`, number 7 of Hyndman and Fan (1996). NaN of no samples.
    pub(crate) fn quantile(&self, fraction: f64) -> f64 {
        let place = fraction * self.0.len().saturating_sub(1) as f64;
        let below = place.floor();
        let at = |i: usize| self.0.get(i).or(self.0.last()).copied().unwrap_or(f64::NAN);
        let (low, high) = (at(below as usize), at(below as usize + 1));
        low + (high - low) * (place - below)
    }

    pub(crate) fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    pub(crate) fn quartiles(&self) -> (f64, f64) {
        (self.quantile(0.25), self.quantile(0.75))
    }
}

/// What a box plot shows of one group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BoxSummary {
    pub(crate) quartiles: (f64, f64),
    pub(crate) median: f64,
    pub(crate) mean: f64,
    /// The outermost samples no farther from the box than the whiskers may reach.
    pub(crate) whiskers: (f64, f64),
    /// A 95 % interval of the median (McGill, Tukey and Larsen, 1978).
    pub(crate) notch: (f64, f64),
    pub(crate) outliers: Vec<f64>,
}

/// How far whiskers may reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum WhiskerReach {
    /// From the box, in heights of the box.
    Heights(f64),
    /// To these fractions of the samples.
    Fractions(f64, f64),
}

impl BoxSummary {
    /// `None` of no samples.
    pub(crate) fn new(samples: &[f64], reach: WhiskerReach) -> Option<Self> {
        let sorted = Sorted::new(samples);
        sorted.ends()?;
        let (q1, q3) = sorted.quartiles();
        let median = sorted.median();
        let spread = q3 - q1;
        let allowed = match reach {
            WhiskerReach::Heights(reach) => (q1 - reach * spread)..=(q3 + reach * spread),
            WhiskerReach::Fractions(low, high) => sorted.quantile(low)..=sorted.quantile(high),
        };
        let values = || sorted.values().iter().copied();
        let mut inside = values().filter(|value| allowed.contains(value));
        let low = inside.next().unwrap_or(q1);
        let high = inside.next_back().unwrap_or(q3.min(low));
        let half = 1.57 * spread / (sorted.values().len() as f64).sqrt();
        Some(Self {
            quartiles: (q1, q3),
            median,
            mean: sorted.mean(),
            // whiskers start at the box: they do not end inside it
            whiskers: (low.min(q1), high.max(q3)),
            notch: (median - half, median + half),
            outliers: values().filter(|value| !allowed.contains(value)).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As written by Python's `repr`, which may differ in the last digits of a sum.
    fn near(got: f64, wanted: f64) -> bool {
        (got - wanted).abs() <= 1e-14 * wanted.abs().max(1.0)
    }

    #[test]
    fn quantiles_are_those_of_numpy() {
        let sorted = Sorted::new(&[7.0, 1.0, f64::NAN, 4.0, 2.0, 10.5]);
        let quantiles = [0.0, 0.1, 0.25, 0.5, 0.9, 1.0].map(|fraction| sorted.quantile(fraction));
        let numpy = [1.0, 1.4, 2.0, 4.0, 9.1, 10.5];
        assert!(quantiles.iter().zip(numpy).all(|(q, n)| near(*q, n)), "{quantiles:?}");
        assert_eq!(Sorted::new(&[3.0]).quantile(0.75), 3.0);
        assert!(Sorted::new(&[]).median().is_nan());
        assert_eq!(Sorted::new(&[f64::MAX, f64::MAX]).mean(), f64::MAX);
    }

    /// Numbers of `matplotlib.cbook.boxplot_stats`.
    #[test]
    fn boxes_are_those_of_matplotlib() {
        type WantedSummary = ([f64; 8], &'static [f64]);
        let cases: [(&[f64], f64, WantedSummary); 5] = [
            (
                &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 30.0, -20.0],
                1.5,
                (
                    [2.25, 4.5, 6.75, 4.6, 1.0, 8.0, 2.26585083309104, 6.73414916690896],
                    &[-20.0, 30.0],
                ),
            ),
            (&[5.0, 5.0, 5.0, 5.0], 1.5, ([5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0], &[])),
            (
                &[1.0, 9.0],
                0.0,
                ([3.0, 5.0, 7.0, 5.0, 3.0, 7.0, 0.559369414148482, 9.440630585851519], &[1.0, 9.0]),
            ),
            (
                &[2.5, 0.1, 3.3, -7.25, 4.0, 4.0, 11.0, 0.5, 2.0],
                1.0,
                (
                    [
                        0.5,
                        2.5,
                        4.0,
                        2.238888888888889,
                        0.1,
                        4.0,
                        0.6683333333333332,
                        4.331666666666667,
                    ],
                    &[-7.25, 11.0],
                ),
            ),
            (&[3.0], 1.5, ([3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0], &[])),
        ];
        for (samples, reach, wanted) in cases {
            let got = BoxSummary::new(samples, WhiskerReach::Heights(reach)).expect("samples");
            let ((q1, q3), (low, high), (from, to)) = (got.quartiles, got.whiskers, got.notch);
            let numbers = [q1, got.median, q3, got.mean, low, high, from, to];
            let all = numbers.iter().zip(wanted.0).all(|(got, wanted)| near(*got, wanted));
            assert!(all, "{got:?}");
            assert_eq!(got.outliers, wanted.1);
        }
    }

    /// Numbers of `matplotlib.cbook.boxplot_stats(.., whis=(10, 80))`, matplotlib 3.11.2.
    #[test]
    fn whiskers_reach_to_percentiles() {
        let samples = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 30.0, -20.0];
        let got = BoxSummary::new(&samples, WhiskerReach::Fractions(0.1, 0.8)).expect("samples");
        assert_eq!((got.whiskers, got.outliers), ((1.0, 7.0), vec![-20.0, 8.0, 30.0]));
    }

    #[test]
    fn no_samples_have_no_box() {
        let reach = WhiskerReach::Heights(1.5);
        assert_eq!(BoxSummary::new(&[f64::NAN, f64::INFINITY], reach), None);
    }
}
