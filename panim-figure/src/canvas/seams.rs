//! Where areas meet: pixels that several of them cover in part.
//!
//! An area that is laid over another one is mixed with what it leaves free of a pixel. Where two meet
//! in the middle of a pixel, that is wrong: together they cover all of it, and still a quarter of what
//! lies below would show, as a hairline. Such pixels are few, and are found by the outlines. They are
//! painted once more: each place within them has the colour of the areas that are there.

use super::{
    layers::Layers,
    mixer::{Mixer, Slice},
    scan::Outline,
    shares::{Places, Share, Shares},
    steps::{Drawing, Form, Paint, Scope, Step, Steps},
};
use std::rc::Rc;
use vello_cpu::kurbo::{BezPath, Rect};

/// So often areas are compared, at most, to find those that touch.
const MOST_PAIRS: usize = 1 << 20;

/// A pixel that no area touches, in [`Seams::owners`], and one that several do.
const NOBODY: u32 = 0;
const SEVERAL: u32 = u32::MAX;

/// Areas that are painted one after the other.
pub(super) struct Run<'a> {
    areas: Vec<Area<'a>>,
    /// The step behind the last of them.
    pub(super) end: usize,
}

/// An area, and what it is cut to.
struct Area<'a> {
    drawing: &'a Drawing,
    within: Option<&'a BezPath>,
    /// The pixels that it may touch.
    pixels: Pixels,
    /// Those of them that another one may touch too.
    near: Pixels,
    outline: Outline,
    cut: Option<Rc<Outline>>,
    color: [u8; 4],
}

/// Columns and rows of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pixels {
    x: (i64, i64),
    y: (i64, i64),
}

impl Pixels {
    const NONE: Self = Self { x: (0, 0), y: (0, 0) };

    fn around(rect: Rect) -> Self {
        let Rect { x0, y0, x1, y1 } = rect;
        Self { x: (x0.floor() as i64, x1.ceil() as i64), y: (y0.floor() as i64, y1.ceil() as i64) }
    }

    fn is_empty(self) -> bool {
        self.x.0 >= self.x.1 || self.y.0 >= self.y.1
    }

    fn and(self, other: Self) -> Self {
        let both = |a: (i64, i64), b: (i64, i64)| (a.0.max(b.0), a.1.min(b.1));
        Self { x: both(self.x, other.x), y: both(self.y, other.y) }
    }

    fn or(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        let all = |a: (i64, i64), b: (i64, i64)| (a.0.min(b.0), a.1.max(b.1));
        Self { x: all(self.x, other.x), y: all(self.y, other.y) }
    }
}

impl<'a> Run<'a> {
    /// The areas from this step on, if there are several.
    pub(super) fn from(steps: &'a Steps, start: usize) -> Option<Self> {
        let mut run = Self { areas: Vec::new(), end: start };
        loop {
            match steps.get(run.end) {
                Some(Step::Draw(drawing)) if drawing.is_area => {
                    run.areas.extend(Area::new(drawing, None));
                    run.end += 1;
                }
                Some(Step::Open { scope: Scope::Clip(path), close, .. }) => {
                    let inside = (run.end + 1..*close).map(|at| match steps.get(at) {
                        Some(Step::Draw(drawing)) if drawing.is_area => Some(drawing),
                        _ => None,
                    });
                    let Some(inside) = inside.collect::<Option<Vec<_>>>() else { break };
                    run.areas.extend(inside.into_iter().filter_map(|d| Area::new(d, Some(path))));
                    run.end = close.saturating_add(1);
                }
                _ => break,
            }
        }
        (run.areas.len() > 1).then_some(run)
    }

    /// Finds which areas have pixels in common; false if none has.
    fn compare(&mut self) -> bool {
        let mut order: Vec<usize> = (0..self.areas.len()).collect();
        order.sort_unstable_by_key(|&i| self.areas[i].pixels.x.0);
        let (mut open, mut pairs): (Vec<usize>, usize) = (Vec::new(), 0);
        for i in order {
            let pixels = self.areas[i].pixels;
            open.retain(|&other| self.areas[other].pixels.x.1 > pixels.x.0);
            pairs += open.len();
            if pairs > MOST_PAIRS {
                return false;
            }
            for &other in &open {
                let both = pixels.and(self.areas[other].pixels);
                if !both.is_empty() {
                    self.areas[i].near = self.areas[i].near.or(both);
                    self.areas[other].near = self.areas[other].near.or(both);
                }
            }
            open.push(i);
        }
        self.areas.retain(|area| !area.near.is_empty());
        self.areas.len() > 1
    }
}

impl<'a> Area<'a> {
    fn new(drawing: &'a Drawing, within: Option<&'a BezPath>) -> Option<Self> {
        let Paint::Color(color) = &drawing.paint else { return None };
        let around = drawing.form.area_box()?.intersect(drawing.clip);
        let pixels = Pixels::around(around);
        (!pixels.is_empty()).then(|| Self {
            drawing,
            within,
            pixels,
            near: Pixels::NONE,
            outline: Outline::default(),
            cut: None,
            color: color.to_rgba8(),
        })
    }

    fn find_outline(&mut self) {
        self.outline = match &self.drawing.form {
            Form::Rect(rect) => Outline::of_rect(*rect),
            Form::Path(path, _) => Outline::of(path),
            _ => Outline::default(),
        };
        self.outline.cut_box_to(self.drawing.clip);
    }

    /// What of the picture it may share with others.
    fn shared(&self, (width, height): (usize, usize)) -> Pixels {
        self.near.and(Pixels { x: (0, width as i64), y: (0, height as i64) })
    }

    /// What of it is in a row of pixels.
    fn row(&self, y: i64) -> Slice<'_> {
        let (top, bottom) = (y as f64, (y + 1) as f64);
        Slice {
            outline: self.outline.row(top, bottom),
            cut: self.cut.as_ref().map(|cut| cut.row(top, bottom)),
            clip: self.drawing.clip,
            columns: self.pixels.x,
            color: self.color,
        }
    }
}

/// What is known of the pixels of a picture.
pub(super) struct Seams {
    /// Of the picture in pixels.
    width: usize,
    height: usize,
    /// Which area's outline touches each pixel; nothing between two runs.
    owners: Vec<u32>,
    touched: Vec<usize>,
    /// The pixels that several touch, and what they were before.
    shared: Vec<usize>,
    below: Vec<(usize, [u8; 4])>,
    places: Places,
    layers: Vec<Layers>,
    shares: Shares,
    cuts: Vec<Share>,
}

impl Seams {
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        Self {
            width: width.into(),
            height: height.into(),
            owners: Vec::new(),
            touched: Vec::new(),
            shared: Vec::new(),
            below: Vec::new(),
            places: Places::default(),
            layers: Vec::new(),
            shares: Shares::default(),
            cuts: Vec::new(),
        }
    }

    /// Finds the pixels in which areas of the run meet, if there are any.
    pub(super) fn find(&mut self, run: &mut Run<'_>) -> bool {
        if !run.compare() {
            return false;
        }
        self.owners.resize(self.width * self.height, NOBODY);
        let mut cut: Option<(&BezPath, Rc<Outline>)> = None;
        for (owner, area) in (1..).zip(&mut run.areas) {
            area.find_outline();
            // often many are cut to the same
            cut = area.within.map(|path| match cut.take() {
                Some((before, outline)) if before == path => (path, outline),
                _ => (path, Rc::new(Outline::of(path))),
            });
            area.cut = cut.as_ref().map(|(_, outline)| Rc::clone(outline));
            let near = area.shared((self.width, self.height));
            let Self { owners, touched, shared, width, .. } = self;
            area.outline.touch((near.x, near.y), |x, y| {
                let pixel = y as usize * *width + x as usize;
                match owners[pixel] {
                    NOBODY => {
                        owners[pixel] = owner;
                        touched.push(pixel);
                    }
                    before if before == owner || before == SEVERAL => {}
                    _ => {
                        owners[pixel] = SEVERAL;
                        shared.push(pixel);
                    }
                }
            });
        }
        for pixel in self.touched.drain(..) {
            self.owners[pixel] = NOBODY;
        }
        !self.shared.is_empty()
    }

    /// Keeps what the pixels are before the areas are painted.
    pub(super) fn keep(&mut self, pixels: &[u8]) {
        let pixels = pixels.as_chunks().0;
        self.shared.sort_unstable();
        self.below.clear();
        self.below.extend(self.shared.iter().map(|&at| (at, pixels[at])));
        self.shared.clear();
    }

    /// Paints the pixels in which areas meet, after these were painted.
    pub(super) fn mend(&mut self, run: &Run<'_>, pixels: &mut [u8]) {
        let pixels = pixels.as_chunks_mut().0;
        self.lay(run);
        let mut laid = self.layers.iter();
        self.below.retain(|(at, _)| match laid.next().and_then(|layers| layers.color()) {
            Some(color) => {
                pixels[*at] = color;
                false
            }
            None => true,
        });
        if !self.below.is_empty() {
            self.mix(run, pixels);
        }
    }

    /// Lays all areas over the pixels in which some meet.
    fn lay(&mut self, run: &Run<'_>) {
        let size = (self.width, self.height);
        let Self { places, shares, cuts, layers, below, .. } = self;
        places.set(below.iter().map(|(at, _)| *at), size);
        layers.clear();
        layers.extend(below.iter().map(|(_, pixel)| Layers::over(*pixel)));
        for area in &run.areas {
            let near = area.shared(size);
            let clip = area.drawing.clip;
            // a box is cut to it already
            let is_clipped = area.outline.upright().is_none()
                && !(clip.x0 <= near.x.0 as f64
                    && clip.y0 <= near.y.0 as f64
                    && clip.x1 >= near.x.1 as f64
                    && clip.y1 >= near.y.1 as f64);
            let Some(cut) = &area.cut else {
                shares.each(&area.outline, places, (near.x, near.y), |at, share| {
                    layers[at].add(share, area.color);
                    if is_clipped && !share.is_none() && !is_inside(below[at].0, size.0, clip) {
                        layers[at].open();
                    }
                });
                continue;
            };
            cuts.clear();
            shares.each(cut, places, (near.x, near.y), |_, share| cuts.push(share));
            let mut cuts = cuts.iter();
            shares.each(&area.outline, places, (near.x, near.y), |at, share| {
                let inside = cuts.next().copied().unwrap_or_default();
                if share.is_none() || inside.is_none() {
                    return;
                }
                layers[at].add(if share.is_whole() { inside } else { share }, area.color);
                let is_plain = share.is_whole() || inside.is_whole();
                if !is_plain || is_clipped && !is_inside(below[at].0, size.0, clip) {
                    layers[at].open();
                }
            });
        }
    }

    /// Mixes the pixels of which shares do not say all.
    fn mix(&mut self, run: &Run<'_>, pixels: &mut [[u8; 4]]) {
        let width = self.width;
        let mut order: Vec<usize> = (0..run.areas.len()).collect();
        order.sort_by_key(|&i| run.areas[i].pixels.x.0);
        let mut mixer = Mixer::default();
        for row in self.below.chunk_by(|a, b| a.0 / width == b.0 / width) {
            let y = (row[0].0 / width) as i64;
            let there = order.iter().map(|&i| (i, &run.areas[i].pixels));
            let there = there.filter(|(_, pixels)| pixels.y.0 <= y && y < pixels.y.1);
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
