//! The bins of a histogram, as numpy chooses and fills them.

use super::summary::Sorted;
use crate::base::check::BINS;
use crate::{Data, Number, base::error::written};

/// How samples are sorted into bins: a number of them, their edges, or a rule that finds how many
/// suit the samples. From a number and from edges it converts by itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Bins {
    /// So many bins, equally wide; 10 is the default.
    Count(usize),
    /// The edges of the bins, one more than there are bins, each more than the one before.
    Edges(Vec<f64>),
    /// Equally wide bins by the logarithm of the number of samples (Sturges, 1926): few, for
    /// smooth data.
    Sturges,
    /// Equally wide bins by the samples' quartiles and their number (Freedman and Diaconis, 1981):
    /// for many samples, and some far out.
    FreedmanDiaconis,
    /// The more bins of the two rules, but not too many, as numpy's `auto`.
    Auto,
}

impl Default for Bins {
    fn default() -> Self {
        Self::Count(10)
    }
}

impl From<usize> for Bins {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl<N: Number> From<Vec<N>> for Bins {
    fn from(edges: Vec<N>) -> Self {
        Self::Edges(edges.values().collect())
    }
}

impl<N: Number + Copy> From<&Vec<N>> for Bins {
    fn from(edges: &Vec<N>) -> Self {
        Self::Edges(edges.values().collect())
    }
}

impl<N: Number + Copy> From<&[N]> for Bins {
    fn from(edges: &[N]) -> Self {
        Self::Edges(edges.values().collect())
    }
}

impl<N: Number, const COUNT: usize> From<[N; COUNT]> for Bins {
    fn from(edges: [N; COUNT]) -> Self {
        Self::Edges(edges.values().collect())
    }
}

impl<N: Number + Copy, const COUNT: usize> From<&[N; COUNT]> for Bins {
    fn from(edges: &[N; COUNT]) -> Self {
        Self::Edges(edges.values().collect())
    }
}

impl Bins {
    /// The edges for these samples, or of as much of them as is within `range`.
    pub(crate) fn edges(
        &self,
        samples: &[f64],
        range: Option<(f64, f64)>,
    ) -> Result<Vec<f64>, String> {
        if let Self::Edges(edges) = self {
            return given(edges);
        }
        let (low, high) = apart(range.unwrap_or_else(|| reach(samples)));
        let count = match self {
            Self::Count(count) => *count as f64,
            rule => rule.suits(samples, (low, high)),
        };
        // too many come of one sample far away from many that are alike, too
        if let Some(wrong) = BINS.wrong(count as usize) {
            return Err(wrong);
        }
        let width = (high - low) / count;
        let inner = (0..count as usize).map(|i| match width.is_finite() {
            true => low + i as f64 * width,
            // the largest numbers are farther apart than any number
            false => low * (1.0 - i as f64 / count) + high * (i as f64 / count),
        });
        let edges: Vec<f64> = inner.chain([high]).collect();
        if rises(&edges) {
            return Ok(edges);
        }
        let (low, high) = (written(low), written(high));
        Err(format!("{count} bins are too many to tell apart between {low} and {high}"))
    }

    /// How many bins a rule makes of the samples.
    fn suits(&self, samples: &[f64], (low, high): (f64, f64)) -> f64 {
        let within: Vec<f64> =
            samples.iter().copied().filter(|sample| (low..=high).contains(sample)).collect();
        let sorted = Sorted::new(&within);
        let Some((first, last)) = sorted.ends() else { return 1.0 };
        let (n, (q1, q3)) = (within.len() as f64, sorted.quartiles());
        let count = n.log2() + 1.0;
        if !(high - low).is_finite() {
            return count.ceil();
        }
        let sturges = (last - first) / count;
        let freedman_diaconis = 2.0 * (q3 - q1) / n.cbrt();
        let width = match self {
            Self::Sturges => sturges,
            Self::FreedmanDiaconis => freedman_diaconis,
            // no narrower than half the bins of the square root rule
            _ => freedman_diaconis.max((last - first) / n.sqrt() / 2.0).min(sturges),
        };
        if width > 0.0 { ((high - low) / width).ceil() } else { 1.0 }
    }
}

fn given(edges: &[f64]) -> Result<Vec<f64>, String> {
    if edges.len() > 1 && rises(edges) && edges.iter().all(|edge| edge.is_finite()) {
        return Ok(edges.to_vec());
    }
    Err("edges are two finite numbers or more, each more than the one before".into())
}

fn rises(edges: &[f64]) -> bool {
    edges.windows(2).all(|pair| pair[0] < pair[1])
}

/// From the smallest to the largest sample.
fn reach(samples: &[f64]) -> (f64, f64) {
    let finite = || samples.iter().copied().filter(|sample| sample.is_finite());
    let (low, high) =
        (finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max));
    if low > high { (0.0, 1.0) } else { (low, high) }
}

/// Some way around a value that is alone, as numpy has it.
fn apart((low, high): (f64, f64)) -> (f64, f64) {
    if low < high {
        return (low, high);
    }
    // far from zero a half is nothing
    let half = 0.5_f64.max(low.abs() * 1e-9);
    ((low - half).max(f64::MIN), (high + half).min(f64::MAX))
}

/// How many samples fall into each bin, or how much their weights are together. A sample on an edge
/// is in the bin above it; the last bin has its upper edge too.
pub(crate) fn counts(samples: &[f64], weights: Option<&[f64]>, edges: &[f64]) -> Vec<f64> {
    if edges.len() < 2 {
        return Vec::new();
    }
    let mut counts = vec![0.0; edges.len() - 1];
    for (i, sample) in samples.iter().enumerate() {
        if let Some(bin) = bin_of(*sample, edges) {
            counts[bin] += weight(weights, i);
        }
    }
    counts
}

/// The bin of a sample, if it is in one: `edges` are two or more.
fn bin_of(sample: f64, edges: &[f64]) -> Option<usize> {
    let bins = edges.len() - 1;
    let is_inside = (edges[0]..=edges[bins]).contains(&sample);
    is_inside.then(|| (edges.partition_point(|edge| *edge <= sample) - 1).min(bins - 1))
}

/// How much a sample counts.
fn weight(weights: Option<&[f64]>, sample: usize) -> f64 {
    let weight = weights.map_or(Some(1.0), |weights| weights.get(sample).copied());
    weight.filter(|weight| weight.is_finite()).unwrap_or(0.0)
}

/// The same of points in the cells between the edges of x and those of y, row by row of y.
pub(crate) fn cell_counts(
    (x, y): (&[f64], &[f64]),
    weights: Option<&[f64]>,
    (x_edges, y_edges): (&[f64], &[f64]),
) -> Vec<f64> {
    if x_edges.len() < 2 || y_edges.len() < 2 {
        return Vec::new();
    }
    let columns = x_edges.len() - 1;
    let mut counts = vec![0.0; columns * (y_edges.len() - 1)];
    for (i, (&x, &y)) in x.iter().zip(y).enumerate() {
        if let (Some(column), Some(row)) = (bin_of(x, x_edges), bin_of(y, y_edges)) {
            counts[row * columns + column] += weight(weights, i);
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Uneven, with ties, and one far out.
    fn samples() -> Vec<f64> {
        (0..200).map(|i| f64::from(i * i % 97) / 10.0 + f64::from(i % 7)).chain([40.0]).collect()
    }

    /// Numbers of `numpy.histogram`, numpy 2.4.
    #[test]
    fn bins_are_those_of_numpy() {
        type Case = (Bins, Option<(f64, f64)>, (f64, f64, f64), Vec<f64>);
        let cases: [Case; 7] = [
            (
                Bins::Count(7),
                None,
                (0.0, 5.714285714285714, 40.0),
                vec![65.0, 100.0, 35.0, 0.0, 0.0, 0.0, 1.0],
            ),
            (
                Bins::Sturges,
                None,
                (0.0, 4.444444444444445, 40.0),
                vec![43.0, 76.0, 74.0, 7.0, 0.0, 0.0, 0.0, 0.0, 1.0],
            ),
            (
                Bins::FreedmanDiaconis,
                None,
                (0.0, 1.9047619047619047, 40.0),
                vec![
                    12.0, 23.0, 30.0, 39.0, 23.0, 38.0, 28.0, 7.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
                    0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0,
                ],
            ),
            (
                Bins::Auto,
                None,
                (0.0, 1.9047619047619047, 40.0),
                vec![
                    12.0, 23.0, 30.0, 39.0, 23.0, 38.0, 28.0, 7.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
                    0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0,
                ],
            ),
            (
                Bins::Auto,
                Some((2.0, 12.0)),
                (2.0, 3.111111111111111, 12.0),
                vec![11.0, 17.0, 18.0, 22.0, 23.0, 14.0, 15.0, 19.0, 26.0],
            ),
            (Bins::Count(4), Some((1.0, 5.0)), (1.0, 2.0, 5.0), vec![6.0, 9.0, 16.0, 15.0]),
            (Bins::from([0.5, 2.0, 2.5, 9.0]), None, (0.5, 2.0, 9.0), vec![8.0, 5.0, 104.0]),
        ];
        for (bins, range, edges, wanted) in cases {
            let got = bins.edges(&samples(), range).expect("edges");
            assert_eq!((got[0], got[1], *got.last().expect("some")), edges, "{bins:?}");
            assert_eq!(counts(&samples(), None, &got), wanted, "{bins:?}");
        }
    }

    #[test]
    fn the_last_bin_is_closed_and_what_is_not_finite_does_not_count() {
        let edges = [0.0, 1.0, 2.0, 3.0];
        let samples = [0.0, 1.0, 2.0, 3.0, 3.0, 3.1, -0.1, f64::NAN, f64::INFINITY];
        assert_eq!(counts(&samples, None, &edges), [1.0, 1.0, 3.0]);
        assert_eq!(counts(&samples, Some(&[0.5, 2.0]), &edges), [0.5, 2.0, 0.0]);
        let found = Bins::Count(2).edges(&samples, None);
        assert_eq!(found, Ok(vec![-0.1, 1.5, 3.1]));
    }

    #[test]
    fn few_samples_have_a_range_too() {
        assert_eq!(Bins::Count(1).edges(&[], None), Ok(vec![0.0, 1.0]));
        assert_eq!(Bins::Auto.edges(&[], None), Ok(vec![0.0, 1.0]));
        assert_eq!(Bins::Count(2).edges(&[3.0], None), Ok(vec![2.5, 3.0, 3.5]));
        assert_eq!(Bins::FreedmanDiaconis.edges(&[3.0, 3.0], None), Ok(vec![2.5, 3.5]));
        assert_eq!(Bins::Count(1).edges(&[3.0], Some((0.0, 0.0))), Ok(vec![-0.5, 0.5]));
    }

    #[test]
    fn the_largest_numbers_have_bins() {
        for samples in [&[f64::MIN, 0.0, f64::MAX][..], &[f64::MAX; 3], &[1e20; 3], &[-1e300]] {
            for bins in [Bins::Count(10), Bins::Sturges, Bins::FreedmanDiaconis, Bins::Auto] {
                let edges = bins.edges(samples, None).expect("bins");
                assert!(rises(&edges) && edges.iter().all(|edge| edge.is_finite()), "{edges:?}");
            }
        }
    }

    #[test]
    fn bins_that_cannot_be_are_refused() {
        let message = |bins: Bins, samples: &[f64]| bins.edges(samples, None).expect_err("refused");
        assert_eq!(message(Bins::Count(0), &[]), "0 is not a number of bins, 1 to 10000");
        assert_eq!(message(usize::MAX.into(), &[]).split_at(6).0, "184467");
        let far = [0.0, 1.0, 2.0, 3.0, 1e300];
        assert!(message(Bins::FreedmanDiaconis, &far).contains("is not a number of bins"));
        let close = message(Bins::Count(10), &[1.0, 1.0 + f64::EPSILON]);
        assert!(
            close.starts_with("10 bins are too many to tell apart between 1 and 1.0"),
            "{close}"
        );
        for edges in [vec![1.0], vec![1.0, 1.0], vec![0.0, f64::NAN], vec![0.0, f64::INFINITY]] {
            assert!(message(edges.into(), &[]).starts_with("edges are two finite"));
        }
    }
}
