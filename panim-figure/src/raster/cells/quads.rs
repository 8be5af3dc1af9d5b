//! Cells of any four corners.

use super::{CellImage, Colors, visible};
use crate::scene::{cells::CellGrid, paint::Bitmap};
use std::ops::Range;
use vello_cpu::{
    color::PremulRgba8,
    kurbo::{Point, Rect},
};

/// So many lines in a pixel say how much of it a cell covers; along each line that is exact.
const LINES: i64 = 4;

/// Cells between rows of corners, in pixels. One with a corner that is not finite is left out.
///
/// Along a line, a cell ends exactly where its neighbour begins, so that what they cover of a
/// pixel adds up to all of it.
pub(super) fn image(cells: &CellGrid, corners: &[Point], colors: &Colors<'_>) -> Option<CellImage> {
    let finite = || corners.iter().filter(|corner| corner.is_finite());
    let &first = finite().next()?;
    let bounds =
        finite().fold(Rect::from_points(first, first), |all, &corner| all.union_pt(corner));
    let (across, down) = visible(bounds.intersect(cells.room));
    let sizes = [&across, &down].map(|pixels| u16::try_from(pixels.end - pixels.start));
    let [Ok(width @ 1..), Ok(height @ 1..)] = sizes else { return None };

    let mut sheet = Sheet {
        sums: vec![[0.0; 4]; usize::from(width) * usize::from(height)],
        width: width.into(),
        across,
        down,
    };
    let (columns, rows) = cells.size();
    for cell in 0..columns * rows {
        let color = colors.of(cell).parts();
        if color[3] > 0
            && let Some(quad) = cells.quad(cell)
        {
            sheet.add(quad, color.map(f32::from));
        }
    }
    let pixels = Bitmap::painted(width, height, |pixels| {
        pixels.iter_mut().zip(&sheet.sums).for_each(|(pixel, sum)| *pixel = finished(*sum));
    });
    Some(CellImage::whole(pixels, (sheet.across.start, sheet.down.start), (width, height)))
}

/// Pixels being added up.
struct Sheet {
    /// Premultiplied colours, times what is covered of each line.
    sums: Vec<[f32; 4]>,
    width: usize,
    across: Range<i64>,
    down: Range<i64>,
}

impl Sheet {
    fn add(&mut self, quad: [Point; 4], color: [f32; 4]) {
        let (top, bottom) =
            quad.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), corner| {
                (top.min(corner.y), bottom.max(corner.y))
            });
        // line i lies in the middle of its part of a pixel
        let lines = LINES as f64;
        let first = (top * lines - 0.5).ceil().max((self.down.start * LINES) as f64) as i64;
        let end = (bottom * lines - 0.5).ceil().min((self.down.end * LINES) as f64) as i64;
        for line in first..end {
            let y = (line as f64 + 0.5) / lines;
            let mut hits = [0.0; 4];
            let mut count = 0;
            for (from, to) in (0..4).map(|i| (quad[i], quad[(i + 1) % 4])) {
                if (from.y <= y) != (to.y <= y) {
                    hits[count] = crossing(from, to, y);
                    count += 1;
                }
            }
            if count == 2 && hits[0] > hits[1] {
                hits.swap(0, 1);
            } else if count == 4 {
                hits.sort_by(f64::total_cmp);
            }
            for pair in hits[..count].chunks_exact(2) {
                self.cover(line.div_euclid(LINES), pair[0]..pair[1], color);
            }
        }
    }

    /// Adds a colour to a part of a line in a row of pixels.
    fn cover(&mut self, row: i64, part: Range<f64>, color: [f32; 4]) {
        let start = part.start.max(self.across.start as f64);
        let end = part.end.min(self.across.end as f64);
        if start >= end {
            return;
        }
        let row_start = (row - self.down.start) as usize * self.width;
        let start = start - self.across.start as f64;
        let end = end - self.across.start as f64;
        // from here on pixels are counted from the first of the row, so that none is negative
        let (first, last) = (start as usize, end as usize);
        let mut add = |pixels: Range<usize>, covered: f64| {
            for sum in &mut self.sums[row_start + pixels.start..row_start + pixels.end] {
                for (sum, part) in sum.iter_mut().zip(color) {
                    *sum += covered as f32 * part;
                }
            }
        };
        if first == last {
            return add(first..first + 1, end - start);
        }
        add(first..first + 1, (first + 1) as f64 - start);
        add(first + 1..last, 1.0);
        if end > last as f64 {
            add(last..last + 1, end - last as f64);
        }
    }
}

/// Where the straight line between two points crosses y. The same to the last bit from either
/// side, since two cells share it.
fn crossing(a: Point, b: Point, y: f64) -> f64 {
    let (upper, lower) = if a.y < b.y { (a, b) } else { (b, a) };
    upper.x + (y - upper.y) / (lower.y - upper.y) * (lower.x - upper.x)
}

/// The mean over a pixel's lines. Where cells lie on each other they share it.
fn finished(sum: [f32; 4]) -> PremulRgba8 {
    let lines = (LINES as f32).max(sum[3] / 255.0);
    let [r, g, b, a] = sum.map(|part| (part / lines + 0.5) as u8);
    PremulRgba8 { r: r.min(a), g: g.min(a), b: b.min(a), a }
}
