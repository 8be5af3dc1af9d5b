//! Where areas meet: pixels that several of them cover in part.
//!
//! An area that is laid over another one is mixed with what it leaves free of a pixel. Where two meet
//! in the middle of a pixel, that is wrong: together they cover all of it, and still a quarter of what
//! lies below would show, as a hairline. Such pixels are few, and are found by the outlines. They are
//! painted once more: each place within them has the colour of the areas that are there.

use super::{
    bits::Bits,
    layers::Layers,
    mixer::{Mixer, Pixel, Slice},
    scan::Outline,
    shares::{Places, Share, Shares},
    steps::{Drawing, Form, Paint, Scope, Step, Steps},
};
use std::{ops::Range, rc::Rc};
use vello_cpu::kurbo::{BezPath, Rect};

/// So often areas are compared, at most, to find those that touch.
const MOST_PAIRS: usize = 1 << 20;

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
    fn shared(&self, (width, height): (usize, usize)) -> (Range<usize>, Range<usize>) {
        let Pixels { x, y } = self.near;
        let within = |(from, to): (i64, i64), length: usize| {
            let to = to.clamp(0, length as i64) as usize;
            (from.max(0) as usize).min(to)..to
        };
        (within(x, width), within(y, height))
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
    /// The pixels that outlines touch: that of one area, any, and several.
    own: Bits,
    touched: Bits,
    shared: Bits,
    /// Those of the shared ones that may be covered otherwise than what is above them.
    fresh: Bits,
    /// The shared ones, and what they were before.
    below: Vec<Pixel>,
    places: Places,
    layers: Vec<Layers>,
    /// Of each column, which of the places was the last.
    latest: Vec<usize>,
    shares: Shares,
    cuts: Vec<Share>,
}

impl Seams {
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        Self {
            width: width.into(),
            height: height.into(),
            own: Bits::default(),
            touched: Bits::default(),
            shared: Bits::default(),
            fresh: Bits::default(),
            below: Vec::new(),
            places: Places::default(),
            layers: Vec::new(),
            latest: Vec::new(),
            shares: Shares::default(),
            cuts: Vec::new(),
        }
    }

    /// Finds the pixels in which areas of the run meet, if there are any.
    pub(super) fn find(&mut self, run: &mut Run<'_>) -> bool {
        if !run.compare() {
            return false;
        }
        let size = (self.width, self.height);
        for bits in [&mut self.own, &mut self.touched, &mut self.shared] {
            bits.clear(size);
        }
        let mut cut: Option<(&BezPath, Rc<Outline>)> = None;
        for area in &mut run.areas {
            area.find_outline();
            // often many are cut to the same
            cut = area.within.map(|path| match cut.take() {
                Some((before, outline)) if before == path => (path, outline),
                _ => (path, Rc::new(Outline::of(path))),
            });
            area.cut = cut.as_ref().map(|(_, outline)| Rc::clone(outline));
            let (columns, rows) = area.shared(size);
            let Self { own, touched, shared, .. } = self;
            area.outline.touch((&columns, &rows), |x, y| own.set(x, y));
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
        self.shared.any()
    }

    /// Keeps what the pixels are before the areas are painted.
    pub(super) fn keep(&mut self, pixels: &[u8]) {
        let pixels = pixels.as_chunks().0;
        let width = self.width;
        self.below.clear();
        self.below.extend(self.shared.each().map(|(x, y)| (y * width + x, pixels[y * width + x])));
    }

    /// Paints the pixels in which areas meet, after these were painted.
    pub(super) fn mend(&mut self, run: &Run<'_>, pixels: &mut [u8]) {
        let pixels = pixels.as_chunks_mut().0;
        self.lay(run);
        let Self { places, layers, latest, below, width, .. } = self;
        layers.iter_mut().for_each(Layers::lay);
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
            match area.outline.upright() {
                Some(rect) if area.cut.is_none() => {
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
        let Self { places, shares, cuts, layers, fresh, .. } = self;
        places.set(fresh.each(), size);
        layers.clear();
        layers.resize(places.pixels.len(), Layers::default());
        for area in &run.areas {
            let (columns, rows) = area.shared(size);
            let near = Rect::new(
                columns.start as f64,
                rows.start as f64,
                columns.end as f64,
                rows.end as f64,
            );
            let clip = area.drawing.clip;
            // a box is cut to it already
            let is_clipped = area.outline.upright().is_none() && !clip.contains_rect(near);
            let Some(cut) = &area.cut else {
                shares.each(&area.outline, places, (&columns, &rows), |at, share, part| {
                    layers[at].add(share, part, area.color);
                    if is_clipped && !share.is_none() && !is_inside(places.pixels[at], size.0, clip)
                    {
                        layers[at].open();
                    }
                });
                continue;
            };
            cuts.clear();
            shares.each(cut, places, (&columns, &rows), |_, share, _| cuts.push(share));
            let mut cuts = cuts.iter();
            shares.each(&area.outline, places, (&columns, &rows), |at, share, part| {
                let inside = cuts.next().copied().unwrap_or_default();
                if share.is_none() || inside.is_none() {
                    return;
                }
                layers[at].add(if share.is_whole() { inside } else { share }, part, area.color);
                let is_plain = share.is_whole() || inside.is_whole();
                if !is_plain || is_clipped && !is_inside(places.pixels[at], size.0, clip) {
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
