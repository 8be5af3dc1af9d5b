//! How densely samples lie: a smooth curve in place of a histogram.

use super::summary::Sorted;
use crate::base::data::{Column, Data};
use std::f64::consts::TAU;

/// How wide the bell around each sample is: what a density smooths over.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub enum Bandwidth {
    /// The samples' standard deviation times n^(-1/5), Scott's rule: the default.
    #[default]
    Scott,
    /// The samples' standard deviation times (3n/4)^(-1/5), Silverman's rule.
    Silverman,
    /// This many standard deviations of the samples.
    Factor(f64),
}

crate::base::word::named! { Bandwidth, "a bandwidth":
    "scott" => Self::Scott,
    "silverman" => Self::Silverman,
}

impl Bandwidth {
    fn factor(self, n: f64) -> f64 {
        match self {
            Self::Scott => n.powf(-0.2),
            Self::Silverman => (0.75 * n).powf(-0.2),
            Self::Factor(factor) => factor,
        }
    }
}

/// The density of `samples` at each of the places `at`: the sum of a Gaussian bell around each
/// sample, one in all, with Scott's rule for its width, as `scipy.stats.gaussian_kde`.
///
/// Samples that are not finite do not count. Fewer than two different ones have no density: it is
/// 0 everywhere.
///
/// ```
/// # use panim_figure::{Line, kde, linspace};
/// let samples = [1.0, 1.5, 2.0, 4.0];
/// let x = linspace(-1.0, 6.0, 200);
/// let curve = Line::new(&x, kde(&samples, &x));
/// ```
#[doc(alias = "gaussian_kde")]
pub fn kde<S, A>(samples: S, at: A) -> Vec<f64>
where
    S: Data,
    A: Data,
{
    let sorted = Sorted::new(&Column::new(samples));
    let density = Density::new(&sorted, Bandwidth::Scott);
    at.values().map(|at| density.as_ref().map_or(0.0, |density| density.at(at))).collect()
}

/// A Gaussian kernel density estimate (Scott, Multivariate Density Estimation, 1992, chapter 6).
#[derive(Debug)]
pub(crate) struct Density<'a> {
    samples: &'a [f64],
    /// Standard deviation of each bell.
    width: f64,
}

impl<'a> Density<'a> {
    /// `None` if the samples do not differ.
    pub(crate) fn new(samples: &'a Sorted, bandwidth: Bandwidth) -> Option<Self> {
        let (mean, samples) = (samples.mean(), samples.values());
        let n = samples.len() as f64;
        let squares: f64 = samples.iter().map(|value| (value - mean).powi(2)).sum();
        let width = (squares / (n - 1.0)).sqrt() * bandwidth.factor(n);
        (width.is_finite() && width > 0.0).then_some(Self { samples, width })
    }

    pub(crate) fn at(&self, place: f64) -> f64 {
        // farther out, a bell is 0 to an f64
        let reach = 40.0 * self.width;
        let from = self.samples.partition_point(|sample| *sample < place - reach);
        let to = self.samples.partition_point(|sample| *sample <= place + reach);
        let bell = |sample: &f64| (-0.5 * ((place - sample) / self.width).powi(2)).exp();
        let sum: f64 = self.samples[from..to.max(from)].iter().map(bell).sum();
        sum / (TAU.sqrt() * self.width * self.samples.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn densities_are_those_of_matplotlib() {
        let samples = [0.5, 1.0, 1.25, 3.0, -2.0, f64::NAN];
        let sorted = Sorted::new(&samples);
        let close = |got: Vec<f64>, wanted: [f64; 3]| {
            got.iter().zip(wanted).all(|(got, wanted)| (got / wanted - 1.0).abs() < 1e-13)
        };
        let at = [-1.0, 0.75, 4.0];
        let with = |bandwidth| {
            let density = Density::new(&sorted, bandwidth).expect("they differ");
            at.map(|at| density.at(at)).to_vec()
        };
        assert!(close(
            kde(samples, at),
            [0.11050791441358615, 0.19719902761465893, 0.05829512970697594]
        ));
        assert!(close(
            with(Bandwidth::Silverman),
            [0.11300380293912092, 0.19082884152346347, 0.06027479367424817]
        ));
        assert!(close(
            with(Bandwidth::Factor(0.3)),
            [0.03003436229482076, 0.3614096839046385, 0.02669929114040312]
        ));
    }

    #[test]
    fn samples_that_do_not_differ_have_no_density() {
        assert_eq!(kde([2.0, 2.0], [2.0, 3.0]), [0.0, 0.0]);
        assert_eq!(kde([2.0], [2.0]), [0.0]);
        assert_eq!(kde(Vec::<f64>::new(), [2.0]), [0.0]);
    }
}
