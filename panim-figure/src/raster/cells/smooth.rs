//! Cells whose colours flow into each other.

use super::{CellImage, Colors};
use crate::scene::{cells::CellEdges, interpolation::Interpolation, paint::Bitmap};
use std::ops::Range;
use vello_cpu::kurbo::{Point, Rect};

/// Cells that are smaller than a pixel by more than this count as if they were as large; Anti-Grain Geometry's.
const MOST_IN_PIXEL: f64 = 200.0;

/// Cells with colours of weighted means of those around a pixel.
pub(super) fn image(
    edges: &CellEdges,
    interpolation: Interpolation,
    (across, down): (Range<i64>, Range<i64>),
    colors: &Colors<'_>,
) -> Option<CellImage> {
    let (x, x_ends) = Taps::new(&edges.x, across, interpolation);
    let (y, y_ends) = Taps::new(&edges.y, down, interpolation);
    let width @ 1.. = u16::try_from(x.len()).ok()? else { return None };
    let height @ 1.. = u16::try_from(y.len()).ok()? else { return None };
    let columns = edges.x.len().saturating_sub(1);
    let pixels = Bitmap::painted(width, height, |pixels| {
        let mut found = Vec::with_capacity(x.len());
        for (row, pixels) in pixels.chunks_exact_mut(x.len()).enumerate() {
            colors.mixed(columns, y.of(row), &x, &mut found);
            pixels.iter_mut().zip(&found).for_each(|(pixel, color)| *pixel = color.pixel());
        }
    });
    let at = Point::new(x_ends.start.floor(), y_ends.start.floor());
    let shown = Rect::new(x_ends.start, y_ends.start, x_ends.end, y_ends.end);
    Some(CellImage { pixels, at, shown })
}

/// The cells that each pixel of a stretch is a mean of, with weights that add up to 1.
pub(super) struct Taps {
    /// Where those of each pixel start, and where those of the last end.
    starts: Vec<usize>,
    parts: Vec<(usize, f64)>,
}

impl Taps {
    /// Of each pixel that has cells, and where these begin and end. Beyond the outer cells they go on as in a mirror.
    fn new(edges: &[f64], pixels: Range<i64>, interpolation: Interpolation) -> (Self, Range<f64>) {
        let mut taps = Self { starts: vec![0], parts: Vec::new() };
        let finite = || edges.iter().copied().filter(|edge| !edge.is_nan());
        let low = finite().fold(f64::INFINITY, f64::min).max(pixels.start as f64);
        let high = finite().fold(f64::NEG_INFINITY, f64::max).min(pixels.end as f64);
        if low >= high {
            return (taps, 0.0..0.0);
        }
        let cells = edges.len() - 1;
        let is_decreasing = edges[0] > edges[cells];
        for pixel in low.floor() as i64..high.ceil() as i64 {
            let middle = (pixel as f64 + 0.5).clamp(low, high);
            let passed =
                edges.partition_point(
                    |&edge| if is_decreasing { edge > middle } else { edge <= middle },
                );
            let cell = passed.clamp(1, cells) - 1;
            let (start, end) = (edges[cell], edges[cell + 1]);
            let place = cell as f64 + (middle - start) / (end - start) - 0.5;
            // what has no place, in a cell that reaches to infinity, is in the middle of that
            let place = if place.is_finite() { place } else { cell as f64 };
            // a mean of all cells in a pixel where they are smaller
            let stretch = (1.0 / (end - start).abs()).clamp(1.0, MOST_IN_PIXEL);
            taps.add(place, cells, interpolation, stretch);
        }
        (taps, low..high)
    }

    fn add(&mut self, place: f64, cells: usize, interpolation: Interpolation, stretch: f64) {
        let reach = interpolation.radius() * stretch;
        let begun = self.parts.len();
        let mut sum = 0.0;
        for cell in (place - reach).ceil() as i64..=(place + reach).floor() as i64 {
            let weight = interpolation.weight((cell as f64 - place) / stretch);
            if weight != 0.0 {
                let around = cell.rem_euclid(2 * cells as i64) as usize;
                let cell = if around < cells { around } else { 2 * cells - 1 - around };
                self.parts.push((cell, weight));
                sum += weight;
            }
        }
        self.parts[begun..].iter_mut().for_each(|(_, weight)| *weight /= sum);
        self.starts.push(self.parts.len());
    }

    /// How many pixels there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Those of one of them, counted from the first.
    pub(super) fn of(&self, pixel: usize) -> &[(usize, f64)] {
        &self.parts[self.starts[pixel]..self.starts[pixel + 1]]
    }

    /// All cells that count, and those between them.
    pub(super) fn cells(&self) -> Range<usize> {
        let cells = || self.parts.iter().map(|(cell, _)| *cell);
        cells().min().unwrap_or(0)..cells().max().map_or(0, |last| last + 1)
    }

    #[cfg(test)]
    pub(super) fn test(pixels: &[&[(usize, f64)]]) -> Self {
        let mut taps = Self { starts: vec![0], parts: Vec::new() };
        for parts in pixels {
            taps.parts.extend_from_slice(parts);
            taps.starts.push(taps.parts.len());
        }
        taps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where each pixel is among the middles of cells.
    fn places(edges: &[f64]) -> (Vec<f64>, Range<f64>) {
        let (taps, ends) = Taps::new(edges, 0..20, Interpolation::Bilinear);
        let mean = |pixel| taps.of(pixel).iter().map(|(cell, weight)| *cell as f64 * weight).sum();
        ((0..taps.len()).map(mean).collect(), ends)
    }

    #[test]
    fn a_pixel_lies_between_the_middles_of_two_cells() {
        let (there, ends) = places(&[0.0, 4.0, 8.0]);
        assert_eq!(ends, 0.0..8.0);
        assert_eq!(there, [0.0, 0.0, 0.125, 0.375, 0.625, 0.875, 1.0, 1.0]);
        let (back, _) = places(&[8.0, 4.0, 0.0]);
        assert_eq!(back, [1.0, 1.0, 0.875, 0.625, 0.375, 0.125, 0.0, 0.0]);
        assert!(places(&[30.0, 40.0]).0.is_empty());
        assert!(places(&[]).0.is_empty());
    }

    #[test]
    fn small_cells_are_all_in_the_mean() {
        let edges: Vec<f64> = (0..=40).map(|i| f64::from(i) / 4.0).collect();
        let (taps, _) = Taps::new(&edges, 0..10, Interpolation::Hanning);
        assert_eq!((taps.len(), taps.of(5).len()), (10, 8));
        for pixel in 0..10 {
            let sum: f64 = taps.of(pixel).iter().map(|(_, weight)| weight).sum();
            assert!((sum - 1.0).abs() < 1e-12);
        }
    }
}
