//! Where areas meet: pixels that several of them cover in part.
//!
//! An area that is laid over another one is mixed with what it leaves free of a pixel. Where two meet
//! in the middle of a pixel, that is wrong: together they cover all of it, and still a quarter of what
//! lies below would show, as a hairline. Such pixels are few, and are found by the outlines. They are
//! painted once more: each place within them has the colour of the areas that are there.

use super::{
    bits::Bits,
    coverage::{Coverage, CoverageMap, PixelRows},
    layers::PixelLayers,
    mixer::{Mixer, Pixel, Slice},
    run::{Pixels, Run},
    scan::ScanOutline,
};
use std::rc::Rc;
use vello_cpu::kurbo::{BezPath, Rect};

/// What is known of the pixels of a picture.
pub(super) struct Seams {
    /// Of the picture in pixels.
    width: usize,
    height: usize,
    /// The pixels that outlines touch: that of one area, any, and several.
    own: Bits,
    touched: Bits,
    shared: Bits,
    /// Those that outlines touch of areas that are not painted yet.
    painted: Bits,
    /// Those of the shared ones that may be covered otherwise than what is above them.
    fresh: Bits,
    /// The shared ones, and what they were before.
    below: Vec<Pixel>,
    places: PixelRows,
    layers: Vec<PixelLayers>,
    /// Of each column, which of the places was the last.
    latest: Vec<usize>,
    coverages: CoverageMap,
    cuts: Vec<Coverage>,
}

impl Seams {
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        Self {
            width: width.into(),
            height: height.into(),
            own: Bits::default(),
            touched: Bits::default(),
            shared: Bits::default(),
            painted: Bits::default(),
            fresh: Bits::default(),
            below: Vec::new(),
            places: PixelRows::default(),
            layers: Vec::new(),
            latest: Vec::new(),
            coverages: CoverageMap::default(),
            cuts: Vec::new(),
        }
    }

    /// Finds the pixels in which areas of the run meet, if there are any.
    pub(super) fn find(&mut self, run: &mut Run<'_>) -> bool {
        if !run.compare() {
            return false;
        }
        let size = (self.width, self.height);
        for bits in [&mut self.own, &mut self.touched, &mut self.shared, &mut self.painted] {
            bits.clear(size);
        }
        let mut cut: Option<(&BezPath, Rc<ScanOutline>)> = None;
        for area in &mut run.areas {
            area.find_outline();
            // often many are cut to the same
            cut = area.within.map(|path| match cut.take() {
                Some((before, outline)) if before == path => (path, outline),
                _ => (path, Rc::new(ScanOutline::of(path))),
            });
            area.cut = cut.as_ref().map(|(_, outline)| Rc::clone(outline));
            let (columns, rows) = area.shared(size);
            let Self { own, touched, shared, painted, .. } = self;
            area.outline.touch((&columns, &rows), |x, y| {
                own.set(x, y);
                if !area.is_behind {
                    painted.set(x, y);
                }
            });
            for y in rows {
                let own = own.words(y, &columns).iter_mut();
                let others = touched.words(y, &columns).iter_mut().zip(shared.words(y, &columns));
                for (own, (touched, shared)) in own.zip(others) {
                    *shared |= *touched & *own;
                    *touched |= *own;
                    *own = 0;
                }
            }
        }
        if !run.tails.is_empty() {
            // the others were mixed with the background
            self.shared.keep_common(&self.painted);
        }
        self.shared.any()
    }

    /// Keeps what the pixels are before the areas are painted.
    pub(super) fn keep(&mut self, run: &Run<'_>, pixels: &[u8]) {
        let pixels = pixels.as_chunks().0;
        let width = self.width;
        self.below.clear();
        self.below.extend(self.shared.each().map(|(x, y)| {
            let before = run.tails.iter().find_map(|tail| tail.below(x, y));
            (y * width + x, before.unwrap_or(pixels[y * width + x]))
        }));
    }

    /// Paints the pixels in which areas meet, after these were painted.
    pub(super) fn mend(&mut self, run: &Run<'_>, pixels: &mut [u8]) {
        let pixels = pixels.as_chunks_mut().0;
        self.lay(run);
        let Self { places, layers, latest, below, width, .. } = self;
        layers.iter_mut().for_each(PixelLayers::lay);
        let mut next = 0;
        latest.clear();
        latest.resize(*width, 0);
        below.retain(|&(at, pixel)| {
            let latest = &mut latest[at % *width];
            if places.pixels.get(next) == Some(&at) {
                *latest = next;
                next += 1;
            }
            match layers[*latest].color(pixel) {
                Some(color) => {
                    pixels[at] = color;
                    false
                }
                None => true,
            }
        });
        if !self.below.is_empty() {
            self.mix(run, pixels);
        }
    }

    /// Finds the pixels that may be covered otherwise than what is above them.
    fn find_fresh(&mut self, run: &Run<'_>) {
        let size = (self.width, self.height);
        let fresh = &mut self.fresh;
        fresh.clear(size);
        for area in &run.areas {
            let (columns, rows) = area.shared(size);
            match area.outline.rectangle() {
                Some(rect) if area.cut.is_none() && !area.ink.is_pattern() => {
                    let ends = [rect.y0, rect.y1].map(|end| end as usize);
                    let ends = ends.into_iter().flat_map(|row| [row, row + 1]);
                    ends.filter(|row| rows.contains(row))
                        .for_each(|row| fresh.set_row(row, columns.clone()));
                }
                _ => rows.for_each(|row| fresh.set_row(row, columns.clone())),
            }
        }
        fresh.keep_first_of(&self.shared);
    }

    /// Lays all areas over the pixels in which some meet.
    fn lay(&mut self, run: &Run<'_>) {
        self.find_fresh(run);
        let size = (self.width, self.height);
        let Self { places, coverages, cuts, layers, fresh, .. } = self;
        places.set(fresh.each(), size);
        layers.clear();
        layers.resize(places.pixels.len(), PixelLayers::default());
        for area in &run.areas {
            let (columns, rows) = area.shared(size);
            let near = Rect::new(
                columns.start as f64,
                rows.start as f64,
                columns.end as f64,
                rows.end as f64,
            );
            let clip = area.drawing.clip;
            let color_at =
                |at: usize| area.ink.at(places.pixels[at] % size.0, places.pixels[at] / size.0);
            // a box is cut to it already
            let is_clipped = area.outline.rectangle().is_none() && !clip.contains_rect(near);
            let Some(cut) = &area.cut else {
                coverages.each(&area.outline, places, (&columns, &rows), |at, coverage, part| {
                    let color = color_at(at);
                    if color[3] == 0 {
                        return;
                    }
                    layers[at].add(coverage, part, color);
                    if is_clipped
                        && !coverage.is_none()
                        && !is_inside(places.pixels[at], size.0, clip)
                    {
                        layers[at].open();
                    }
                });
                continue;
            };
            cuts.clear();
            coverages.each(cut, places, (&columns, &rows), |_, coverage, _| cuts.push(coverage));
            let mut cuts = cuts.iter();
            coverages.each(&area.outline, places, (&columns, &rows), |at, coverage, part| {
                let inside = cuts.next().copied().unwrap_or_default();
                let color = color_at(at);
                if coverage.is_none() || inside.is_none() || color[3] == 0 {
                    return;
                }
                layers[at].add(if coverage.is_whole() { inside } else { coverage }, part, color);
                let is_plain = coverage.is_whole() || inside.is_whole();
                if !is_plain || is_clipped && !is_inside(places.pixels[at], size.0, clip) {
                    layers[at].open();
                }
            });
        }
    }

    /// Mixes the pixels of which coverages do not say all.
    fn mix(&mut self, run: &Run<'_>, pixels: &mut [[u8; 4]]) {
        let width = self.width;
        let mut order: Vec<usize> = (0..run.areas.len()).collect();
        order.sort_by_key(|&i| run.areas[i].pixels.x.0);
        let mut mixer = Mixer::default();
        for row in self.below.chunk_by(|a, b| a.0 / width == b.0 / width) {
            let y = (row[0].0 / width) as i64;
            let there = order.iter().map(|&i| (i, &run.areas[i].pixels));
            let there = there.filter(|(_, Pixels { x, y: (top, bottom) })| {
                let first = row.partition_point(|(at, _)| ((at % width) as i64) < x.0);
                let is_in = row.get(first).is_some_and(|(at, _)| ((at % width) as i64) < x.1);
                *top <= y && y < *bottom && is_in
            });
            let slices: Vec<(usize, Slice<'_>)> =
                there.map(|(i, _)| (i, run.areas[i].row(y))).collect();
            let (mut next, mut open): (usize, Vec<&(usize, Slice<'_>)>) = (0, Vec::new());
            // what is beside each other is mixed together
            for pixels_here in row.chunk_by(|a, b| a.0 + 1 == b.0) {
                let x = (pixels_here[0].0 % width) as i64;
                let end = x + pixels_here.len() as i64;
                while let Some(slice) = slices.get(next).filter(|(_, s)| s.columns.0 < end) {
                    // in the order in which they are painted
                    let place = open.partition_point(|other| other.0 < slice.0);
                    open.insert(place, slice);
                    next += 1;
                }
                open.retain(|(_, slice)| slice.columns.1 > x);
                mixer.mix(&open, (x, y), pixels_here);
                for ((at, _), sum) in pixels_here.iter().zip(&mixer.sums) {
                    let [r, g, b] = sum.map(|part| (part + 0.5) as u8);
                    pixels[*at] = [r, g, b, 255];
                }
            }
        }
    }
}

/// All of a pixel is in the box.
fn is_inside(pixel: usize, width: usize, within: Rect) -> bool {
    let (x, y) = ((pixel % width) as f64, (pixel / width) as f64);
    within.x0 <= x && within.y0 <= y && x + 1.0 <= within.x1 && y + 1.0 <= within.y1
}
