//! Mixes pixels of several areas as these lie in them, level line by level line.
//!
//! That is exact whatever the areas are, and takes long.

use super::{
    run::AreaInk,
    scan::{ScanOutline, Spans},
};
use std::borrow::Cow;
use vello_cpu::kurbo::Rect;

/// Parts of a row of pixels, one above the other, where edges are slanted; along each the coverages are
/// exact.
const BANDS: usize = 8;

/// More corners than this in a row of pixels are not told apart.
const MOST_CORNERS: usize = 64;

/// Where a pixel is in the picture, and its colour.
pub(super) type Pixel = (usize, [u8; 4]);

/// A row of pixels of an area.
pub(super) struct Slice<'a> {
    pub(super) outline: Cow<'a, ScanOutline>,
    pub(super) cut: Option<Cow<'a, ScanOutline>>,
    pub(super) clip: Rect,
    pub(super) columns: (i64, i64),
    pub(super) ink: AreaInk<'a>,
}

impl Slice<'_> {
    /// Where it is along a level line.
    fn spans(&self, y: f64) -> Spans {
        let mut found = Spans::default();
        if y < self.clip.y0 || y > self.clip.y1 {
            return found;
        }
        self.outline.spans(y, &mut found);
        found.cut_to(self.clip.x0, self.clip.x1);
        if let Some(cut) = &self.cut {
            let mut inside = Spans::default();
            cut.spans(y, &mut inside);
            found.and(&inside);
        }
        found
    }
}

/// Mixes the colours of pixels.
#[derive(Default)]
pub(super) struct Mixer {
    /// Of each pixel, once they are mixed.
    pub(super) sums: Vec<[f32; 3]>,
    bands: Vec<f64>,
    ends: Vec<f64>,
    spans: Vec<Spans>,
}

impl Mixer {
    /// Of pixels beside each other, from a column on in a row, which these areas touch; with what the
    /// pixels were before.
    pub(super) fn mix(
        &mut self,
        areas: &[&(usize, Slice<'_>)],
        (x, y): (i64, i64),
        pixels: &[Pixel],
    ) {
        self.find_bands(areas, y);
        self.sums.clear();
        self.sums.resize(pixels.len(), [0.0; 3]);
        for band in 0..self.bands.len() - 1 {
            let (top, bottom) = (self.bands[band], self.bands[band + 1]);
            let middle = f64::midpoint(top, bottom);
            self.spans.clear();
            self.spans.extend(areas.iter().map(|(_, area)| area.spans(middle)));
            for ((x, (_, below)), sum) in (x..).zip(pixels).zip(&mut self.sums) {
                let (left, right) = (x as f64, (x + 1) as f64);
                self.ends.clear();
                self.ends.extend([left, right]);
                self.spans.iter().for_each(|s| s.ends_between(left, right, &mut self.ends));
                self.ends.sort_unstable_by(f64::total_cmp);
                for pair in self.ends.windows(2).filter(|pair| pair[0] < pair[1]) {
                    let place = f64::midpoint(pair[0], pair[1]);
                    let coverage = ((pair[1] - pair[0]) * (bottom - top)) as f32;
                    let there = self.spans.iter().zip(areas).filter(|(s, _)| s.contain(place));
                    let color = there.fold(below.map(f32::from), |color, (_, (_, area))| {
                        over(color, area.ink.at(x as usize, y as usize))
                    });
                    sum.iter_mut().zip(color).for_each(|(sum, part)| *sum += coverage * part);
                }
            }
        }
    }

    /// The heights between which outlines go straight on.
    fn find_bands(&mut self, areas: &[&(usize, Slice<'_>)], y: i64) {
        let (top, bottom) = (y as f64, (y + 1) as f64);
        let found = &mut self.bands;
        found.clear();
        let mut slant = 0.0_f64;
        for (_, area) in areas {
            for outline in [Some(&area.outline), area.cut.as_ref()].into_iter().flatten() {
                slant = slant.max(outline.corners(top, bottom, found));
            }
            let ends = [area.clip.y0, area.clip.y1];
            found.extend(ends.into_iter().filter(|end| top < *end && *end < bottom));
        }
        found.sort_unstable_by(f64::total_cmp);
        found.dedup_by(|a, b| *a - *b < 1e-6);
        if found.len() > MOST_CORNERS {
            found.clear();
        }
        found.extend([top, bottom]);
        let bands = if slant > 1.0 { BANDS } else { BANDS / 4 };
        if slant > 0.0 {
            found.extend((1..bands).map(|i| top + i as f64 / bands as f64));
        }
        found.sort_unstable_by(f64::total_cmp);
        found.dedup_by(|a, b| *a - *b < 1e-6);
    }
}

/// A colour over an opaque one.
fn over(below: [f32; 4], above: [u8; 4]) -> [f32; 4] {
    let above = above.map(f32::from);
    let coverage = above[3] / 255.0;
    [0, 1, 2, 3].map(|i| below[i] + (above[i] - below[i]) * coverage)
}
