//! Shapes of three or four corners that are added up, so that what they cover of a pixel is all of it where they meet.

use super::{CellImage, visible};
use crate::scene::paint::Bitmap;
use std::ops::Range;
use vello_cpu::{
    color::PremulRgba8,
    kurbo::{Point, Rect},
};

/// So many lines in a pixel say how much of it a shape covers; along each line that is exact.
const LINES: i64 = 4;

/// Pixels being added up.
pub(super) struct Sheet {
    /// Premultiplied colours, times what is covered of each line.
    sums: Vec<[f32; 4]>,
    width: usize,
    across: Range<i64>,
    down: Range<i64>,
}

impl Sheet {
    /// For shapes between these corners, as far as they are in `room`; `None` if nothing of them is.
    pub(super) fn new(corners: &[Point], room: Rect) -> Option<Self> {
        let finite = || corners.iter().filter(|corner| corner.is_finite());
        let &first = finite().next()?;
        let bounds =
            finite().fold(Rect::from_points(first, first), |all, &corner| all.union_pt(corner));
        let (across, down) = visible(bounds.intersect(room));
        let sizes = [&across, &down].map(|pixels| u16::try_from(pixels.end - pixels.start));
        let [Ok(width @ 1..), Ok(height @ 1..)] = sizes else { return None };
        let sums = vec![[0.0; 4]; usize::from(width) * usize::from(height)];
        Some(Self { sums, width: width.into(), across, down })
    }

    /// Adds a shape whose premultiplied colour `color` says, by a pixel's middle. Along a line, it ends exactly where
    /// one beside it begins.
    pub(super) fn add(&mut self, corners: &[Point], color: impl Fn(f64, f64) -> [f32; 4]) {
        let (top, bottom) =
            corners.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), corner| {
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
            for (i, &from) in corners.iter().enumerate() {
                let to = corners[(i + 1) % corners.len()];
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
                self.cover(line.div_euclid(LINES), pair[0]..pair[1], &color);
            }
        }
    }

    /// Adds a colour to a part of a line in a row of pixels.
    fn cover(&mut self, row: i64, part: Range<f64>, color: impl Fn(f64, f64) -> [f32; 4]) {
        let left = self.across.start as f64;
        let start = part.start.max(left);
        let end = part.end.min(self.across.end as f64);
        if start >= end {
            return;
        }
        let row_start = (row - self.down.start) as usize * self.width;
        let middle = row as f64 + 0.5;
        let (start, end) = (start - left, end - left);
        // from here on pixels are counted from the first of the row, so that none is negative
        let (first, last) = (start as usize, end as usize);
        let mut add = |pixels: Range<usize>, covered: f64| {
            let begun = pixels.start;
            let sums = &mut self.sums[row_start + pixels.start..row_start + pixels.end];
            for (i, sum) in sums.iter_mut().enumerate() {
                let color = color(left + (begun + i) as f64 + 0.5, middle);
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

    pub(super) fn image(self) -> CellImage {
        let (width, height) = (self.width as u16, (self.sums.len() / self.width) as u16);
        let pixels = Bitmap::painted(width, height, |pixels| {
            pixels.iter_mut().zip(&self.sums).for_each(|(pixel, sum)| *pixel = finished(*sum));
        });
        CellImage::whole(pixels, (self.across.start, self.down.start), (width, height))
    }
}

/// Where the straight line between two points crosses y. The same to the last bit from either
/// side, since two shapes share it.
fn crossing(a: Point, b: Point, y: f64) -> f64 {
    let (upper, lower) = if a.y < b.y { (a, b) } else { (b, a) };
    upper.x + (y - upper.y) / (lower.y - upper.y) * (lower.x - upper.x)
}

/// The mean over a pixel's lines. Where shapes lie on each other they share it.
fn finished(sum: [f32; 4]) -> PremulRgba8 {
    let lines = (LINES as f32).max(sum[3] / 255.0);
    let [r, g, b, a] = sum.map(|part| (part / lines + 0.5) as u8);
    PremulRgba8 { r: r.min(a), g: g.min(a), b: b.min(a), a }
}
