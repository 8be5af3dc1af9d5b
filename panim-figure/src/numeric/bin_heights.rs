//! How high the bins of several sets of samples are.

/// What a histogram shows of its counts.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BinHeights {
    /// Fractions over the widths of the bins.
    pub(crate) density: bool,
    /// With the bins before.
    pub(crate) cumulative: bool,
    /// Each set on top of those before it.
    pub(crate) stacked: bool,
}

impl BinHeights {
    /// Where the top of each bin is, set by set, of counts; matplotlib's `hist`. Fractions are of a set's own samples,
    /// of those of all sets where they are stacked. A set that is empty has none.
    pub(crate) fn tops(self, mut sets: Vec<Vec<f64>>, edges: &[f64]) -> Vec<Vec<f64>> {
        if self.stacked {
            for set in 1..sets.len() {
                let (below, above) = sets.split_at_mut(set);
                above[0].iter_mut().zip(&below[set - 1]).for_each(|(top, below)| *top += below);
            }
        }
        let all: Vec<f64> = match (self.stacked, sets.last()) {
            (true, Some(last)) => vec![last.iter().sum(); sets.len()],
            _ => sets.iter().map(|set| set.iter().sum()).collect(),
        };
        for (tops, all) in sets.iter_mut().zip(all) {
            if self.density && all != 0.0 {
                tops.iter_mut().for_each(|top| *top /= all);
            }
            if self.cumulative {
                let mut sum = 0.0;
                for top in tops {
                    sum += *top;
                    *top = sum;
                }
            } else if self.density {
                let widths = edges.windows(2).map(|bin| bin[1] - bin[0]);
                tops.iter_mut().zip(widths).for_each(|(top, width)| *top /= width);
            }
        }
        sets
    }
}
