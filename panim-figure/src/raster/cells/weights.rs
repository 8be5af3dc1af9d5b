//! Which cells lie in a pixel, along one axis, and how much of it is theirs.

use std::ops::Range;

/// For each pixel of a stretch, the cells in it with their weights, in 256ths.
pub(super) struct CellWeights {
    first: i64,
    /// Where the parts of each pixel start, and where those of the last end.
    starts: Vec<usize>,
    parts: Vec<(usize, u64)>,
}

impl CellWeights {
    /// Of cells between edges that go one way, in pixels, as far as they fall into `pixels`.
    /// Next to an edge that is NaN there is no cell.
    pub(super) fn new(edges: &[f64], pixels: Range<i64>) -> Self {
        let (low, high) = (pixels.start as f64, pixels.end as f64);
        let place = |edge: f64| (edge.clamp(low, high) * 256.0).round() as i64;
        let cells =
            edges.windows(2).enumerate().filter(|(_, pair)| !pair[0].is_nan() && !pair[1].is_nan());
        let ends = cells.map(|(cell, pair)| {
            let (a, b) = (place(pair[0]), place(pair[1]));
            (cell, a.min(b)..a.max(b))
        });
        let mut cells: Vec<_> = ends.filter(|(_, ends)| !ends.is_empty()).collect();
        cells.sort_by_key(|(_, ends)| ends.start);
        let first = cells.first().map_or(0, |(_, ends)| ends.start.div_euclid(256));
        let mut weights = Self { first, starts: Vec::new(), parts: Vec::new() };
        let mut taken = i64::MIN;
        for (cell, ends) in cells {
            // rounded edges of huge numbers may go back: no more than all of a pixel is shared
            let start = ends.start.max(taken);
            if start < ends.end {
                weights.add(cell, start..ends.end);
                taken = ends.end;
            }
        }
        weights.starts.push(weights.parts.len());
        weights
    }

    /// Adds a cell that reaches from one to another 256th, behind all others.
    fn add(&mut self, cell: usize, ends: Range<i64>) {
        for pixel in ends.start.div_euclid(256)..=(ends.end - 1).div_euclid(256) {
            while self.first + self.starts.len() as i64 <= pixel {
                self.starts.push(self.parts.len());
            }
            let weight = ends.end.min(256 * (pixel + 1)) - ends.start.max(256 * pixel);
            self.parts.push((cell, weight as u64));
        }
    }

    /// The first pixel.
    pub(super) fn first(&self) -> i64 {
        self.first
    }

    /// All cells that are in a pixel, and those between them.
    pub(super) fn cells(&self) -> Range<usize> {
        let cells = || self.parts.iter().map(|(cell, _)| *cell);
        cells().min().unwrap_or(0)..cells().max().map_or(0, |last| last + 1)
    }

    /// How many pixels there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The cells in one of them, counted from the first, with their weights.
    pub(super) fn of(&self, pixel: usize) -> &[(usize, u64)] {
        &self.parts[self.starts[pixel]..self.starts[pixel + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(edges: &[f64], pixels: Range<i64>) -> (i64, Vec<Vec<(usize, u64)>>) {
        let weights = CellWeights::new(edges, pixels);
        (weights.first(), (0..weights.len()).map(|pixel| weights.of(pixel).to_vec()).collect())
    }

    #[test]
    fn a_pixel_is_shared_by_the_cells_in_it() {
        let wanted =
            vec![vec![(0, 128)], vec![(0, 64), (1, 192)], vec![(1, 256)], vec![(1, 64), (2, 128)]];
        assert_eq!(parts(&[5.5, 6.25, 8.25, 8.75], 0..20), (5, wanted));
        let all = parts(&(0..=1000).map(|i| f64::from(i) * 0.231).collect::<Vec<_>>(), 0..400).1;
        assert_eq!(all.len(), 231);
        assert!(all.iter().all(|parts| parts.iter().map(|(_, weight)| weight).sum::<u64>() == 256));
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let edges = [-1e300, 0.5, 1.0, f64::INFINITY];
        let wanted = vec![vec![(0, 128), (1, 128)], vec![(2, 256)]];
        assert_eq!(parts(&edges, 0..2), (0, wanted));
        assert_eq!(parts(&edges, 5..5).1.len(), 0);
        assert_eq!(parts(&[f64::NAN, 0.0, 1.0, f64::NAN], 0..9), (0, vec![vec![(1, 256)]]));
        assert_eq!(parts(&[], 0..9).1.len(), 0);
    }

    #[test]
    fn edges_may_decrease() {
        let wanted = vec![vec![(1, 256)], vec![(1, 128), (0, 128)]];
        assert_eq!(parts(&[2.0, 1.5, 0.0], 0..9), (0, wanted));
    }

    #[test]
    fn no_more_than_a_pixel_is_shared() {
        let wanted = vec![vec![(0, 256)], vec![(0, 128), (2, 128)]];
        assert_eq!(parts(&[0.0, 1.5, 1.0, 2.0], 0..9), (0, wanted));
    }
}
