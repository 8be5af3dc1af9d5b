//! Cells whose colours flow into each other.

use super::{CellImage, Colors};
use crate::scene::{cells::CellEdges, paint::Bitmap};
use std::ops::Range;
use vello_cpu::kurbo::{Point, Rect};

/// Cells with colours blended linearly between their middles.
pub(super) fn image(
    edges: &CellEdges,
    (across, down): (Range<i64>, Range<i64>),
    colors: &Colors<'_>,
) -> Option<CellImage> {
    let (x, x_ends) = neighbours(&edges.x, across);
    let (y, y_ends) = neighbours(&edges.y, down);
    let width @ 1.. = u16::try_from(x.len()).ok()? else { return None };
    let height @ 1.. = u16::try_from(y.len()).ok()? else { return None };
    let columns = edges.x.len().saturating_sub(1);
    let pixels = Bitmap::painted(width, height, |pixels| {
        let mut found = Vec::with_capacity(x.len());
        for (row, y) in pixels.chunks_exact_mut(x.len()).zip(&y) {
            colors.between([y.from * columns, y.to * columns], y.fraction, &x, &mut found);
            row.iter_mut().zip(&found).for_each(|(pixel, color)| *pixel = color.pixel());
        }
    });
    let at = Point::new(x_ends.start.floor(), y_ends.start.floor());
    let shown = Rect::new(x_ends.start, y_ends.start, x_ends.end, y_ends.end);
    Some(CellImage { pixels, at, shown })
}

/// The two cells between whose middles a pixel lies, and how far from the one to the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Between {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) fraction: f64,
}

/// The neighbours of each pixel that has cells, and where these begin and end.
fn neighbours(edges: &[f64], pixels: Range<i64>) -> (Vec<Between>, Range<f64>) {
    let finite = || edges.iter().copied().filter(|edge| !edge.is_nan());
    let low = finite().fold(f64::INFINITY, f64::min).max(pixels.start as f64);
    let high = finite().fold(f64::NEG_INFINITY, f64::max).min(pixels.end as f64);
    if low >= high {
        return (Vec::new(), 0.0..0.0);
    }
    let cells = edges.len() - 1;
    let between = |pixel: i64| {
        let middle = (pixel as f64 + 0.5).clamp(low, high);
        let is_decreasing = edges[0] > edges[cells];
        let passed = edges
            .partition_point(|&edge| if is_decreasing { edge > middle } else { edge <= middle });
        let cell = passed.clamp(1, cells) - 1;
        let (start, end) = (edges[cell], edges[cell + 1]);
        let place = cell as f64 + (middle - start) / (end - start) - 0.5;
        // what has no place, in a cell that reaches to infinity, is in the middle of that
        let place =
            if place.is_finite() { place.clamp(0.0, (cells - 1) as f64) } else { cell as f64 };
        let from = place as usize;
        Between { from, to: (from + 1).min(cells - 1), fraction: place.fract() }
    };
    ((low.floor() as i64..high.ceil() as i64).map(between).collect(), low..high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_lies_between_the_middles_of_two_cells() {
        let (between, ends) = neighbours(&[0.0, 4.0, 8.0], 0..20);
        assert_eq!(ends, 0.0..8.0);
        let fractions: Vec<_> =
            between.iter().map(|between| between.from as f64 + between.fraction).collect();
        assert_eq!(fractions, [0.0, 0.0, 0.125, 0.375, 0.625, 0.875, 1.0, 1.0]);
        let (back, _) = neighbours(&[8.0, 4.0, 0.0], 0..20);
        assert_eq!(back.first(), Some(&Between { from: 1, to: 1, fraction: 0.0 }));
        assert_eq!((back[3].from, back[3].fraction), (0, 0.625));
        assert!(neighbours(&[30.0, 40.0], 0..20).0.is_empty());
        assert!(neighbours(&[], 0..20).0.is_empty());
    }
}
