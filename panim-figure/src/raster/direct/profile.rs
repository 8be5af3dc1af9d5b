//! Lines of very many pieces that always go on along one axis while they go back and forth along the other,
//! as samples over time do.
//!
//! Of such a line, however many pieces it has, a fine strip across holds one stretch without a gap; a strip of
//! what is drawn is that stretch and those of its neighbours, each longer at both ends by half a chord of the
//! round pen. Stretches that follow each other have a place in common, so that their union is one stretch.

use super::{
    blocks::{BLOCK, Blocks},
    window::{Window, in_bytes},
};
use std::ops::Range;
use vello_cpu::kurbo::{BezPath, Join, PathEl, Point, Stroke};

/// The axis along which a line goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::raster) enum MainAxis {
    X,
    Y,
}

/// Strips of a pixel.
const STRIPS: usize = 32;

/// Pieces to each pixel from one end to the other, at least: of fewer, each is found by itself.
const DENSE: f64 = 8.0;

/// A line that lies so often this close to itself, from edge to edge in pixels, is folded.
const FOLDS: usize = 8;
const SHARED: f64 = 1.0;

/// Wider lines than this, in pixels, have too many neighbours.
const WIDEST: f64 = 64.0;

/// The axis along which a line goes on that has so many pieces that [`cover`] draws it.
pub(super) fn dense(path: &BezPath, stroke: &Stroke) -> Option<MainAxis> {
    let pieces = path.elements().len() as f64;
    along(path, stroke, |way| pieces > DENSE * way.length)
}

/// The same of one that has few pieces, but lies so close to itself that many pixels are shared by two of them: what
/// both cover of such a pixel is neither the most nor the sum of what each does.
pub(super) fn folded(path: &BezPath, stroke: &Stroke) -> Option<MainAxis> {
    turns_often(path).then(|| along(path, stroke, |way| way.folds >= FOLDS))?
}

/// Whether it turns so often that it may be folded: most lines do not, which is found without their lengths.
fn turns_often(path: &BezPath) -> bool {
    let mut last = Point::ORIGIN;
    let mut turns = [Turns::default(), Turns::default()];
    for element in path.elements() {
        let (PathEl::MoveTo(to) | PathEl::LineTo(to)) = *element else { continue };
        turns[0].go(to.x - last.x);
        turns[1].go(to.y - last.y);
        last = to;
    }
    turns.iter().any(|turns| turns.count >= FOLDS)
}

/// How often a line turns along one axis.
#[derive(Default)]
struct Turns {
    was_up: bool,
    was_down: bool,
    count: usize,
}

impl Turns {
    fn go(&mut self, step: f64) {
        let (is_up, is_down) = (step > 0.0, step < 0.0);
        self.count += usize::from((is_up & self.was_down) | (is_down & self.was_up));
        self.was_up = is_up | (self.was_up & !is_down);
        self.was_down = is_down | (self.was_down & !is_up);
    }
}

fn along(path: &BezPath, stroke: &Stroke, is_meant: impl Fn(&Way) -> bool) -> Option<MainAxis> {
    let is_fit = stroke.dash_pattern.is_empty()
        && stroke.join == Join::Round
        && stroke.start_cap == stroke.end_cap
        && stroke.width <= WIDEST;
    if !is_fit {
        return None;
    }
    let mut ways = [Way::default(), Way::default()];
    for element in path.elements() {
        let [x, y] = &mut ways;
        match *element {
            PathEl::MoveTo(to) => {
                x.begin(to.x);
                y.begin(to.y);
            }
            PathEl::LineTo(to) => {
                let before = (x.at, y.at);
                let swings = (x.go(to.x), y.go(to.y));
                x.fold(before.0, swings.1, stroke.width);
                y.fold(before.1, swings.0, stroke.width);
            }
            _ => return None,
        }
        if ways.iter().all(|way| way.turns) {
            return None;
        }
    }
    let goes_on = |way: &Way| !way.turns && is_meant(way);
    match ways {
        [x, _] if goes_on(&x) => Some(MainAxis::X),
        [_, y] if goes_on(&y) => Some(MainAxis::Y),
        _ => None,
    }
}

/// How a line goes on along one axis.
#[derive(Default)]
struct Way {
    at: f64,
    /// In all parts.
    length: f64,
    /// Up or down, once it is known.
    is_up: Option<bool>,
    turns: bool,
    /// Where it last turned.
    turned: f64,
    /// How often the line turned across, steep and near to where it had turned before.
    folds: usize,
    /// Where it last turned across.
    folded: f64,
}

impl Way {
    fn begin(&mut self, at: f64) {
        (self.at, self.turned, self.folded) = (at, at, at);
        self.is_up = None;
    }

    /// How far it had gone since it last turned, where it turns now.
    fn go(&mut self, to: f64) -> Option<f64> {
        let (at, step) = (self.at, to - self.at);
        self.at = to;
        self.length += step.abs();
        self.turns |= !step.is_finite();
        if step == 0.0 {
            return None;
        }
        let is_up = step > 0.0;
        let was_up = self.is_up.replace(is_up).unwrap_or(is_up);
        if was_up == is_up {
            return None;
        }
        self.turns = true;
        let swing = (at - self.turned).abs();
        self.turned = at;
        Some(swing)
    }

    /// The line turned across, after a swing, at a place along this axis.
    fn fold(&mut self, at: f64, swing: Option<f64>, width: f64) {
        let Some(swing) = swing else { return };
        let is_near = (at - self.folded).abs() < width + SHARED;
        self.folds += usize::from(is_near && swing > 2.0 * width);
        self.folded = at;
    }
}

/// Covers the pixels of a part of a line through these points, `half` wide to each side, in the window.
pub(super) fn cover(
    points: &[Point],
    half: f64,
    along: MainAxis,
    window: &Window,
    coverages: &mut Blocks,
) {
    let (lines, room) = match along {
        MainAxis::X => (window.columns(), window.rows()),
        MainAxis::Y => (window.rows(), window.columns()),
    };
    let place = |point: &Point| match along {
        MainAxis::X => (point.x, point.y),
        MainAxis::Y => (point.y, point.x),
    };
    let (Some(first), Some(last)) = (points.first().map(place), points.last().map(place)) else {
        return;
    };
    let (from, to) = (first.0.min(last.0) - half, first.0.max(last.0) + half);
    let near = |end: f64| (end.max(0.0) as usize).clamp(lines.start, lines.end);
    let lines = near(from)..near(to.ceil());
    if lines.is_empty() || room.is_empty() || points.len() < 2 {
        return;
    }
    let beyond = (half * STRIPS as f64) as usize;
    let mut strips = Strips::new(lines.len() * STRIPS + 2 * beyond);
    let origin = lines.start as f64 - beyond as f64 / STRIPS as f64;
    let place = |point: &Point| {
        let (along, across) = place(point);
        ((along - origin) * STRIPS as f64, across - room.start as f64)
    };
    for pair in points.windows(2) {
        strips.piece(place(&pair[0]), place(&pair[1]));
    }
    let drawn = strips.drawn(half, beyond);
    match along {
        MainAxis::X => drawn.upright(&lines, &room, coverages),
        MainAxis::Y => drawn.level(&lines, &room, coverages),
    }
}

/// The stretch of a line in each strip: from where to where it reaches across. Of none, the end is before the
/// beginning.
struct Strips {
    low: Vec<f32>,
    high: Vec<f32>,
}

impl Strips {
    fn new(count: usize) -> Self {
        Self { low: vec![f32::INFINITY; count], high: vec![f32::NEG_INFINITY; count] }
    }

    /// Adds a straight piece between two places, along in strips and across in pixels.
    fn piece(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (from, to) = if from.0 <= to.0 { (from, to) } else { (to, from) };
        let end = self.low.len() as f64;
        if to.0 < 0.0 || from.0 >= end {
            return;
        }
        let (first, last) = (from.0.max(0.0) as usize, to.0.min(end - 1.0) as usize);
        if from.0 as usize == to.0 as usize {
            return self.add(first, from.1, to.1);
        }
        let slope = (to.1 - from.1) / (to.0 - from.0);
        let at = |strip: f64| from.1 + (strip.clamp(from.0, to.0) - from.0) * slope;
        for strip in first..=last {
            self.add(strip, at(strip as f64), at((strip + 1) as f64));
        }
    }

    #[inline]
    fn add(&mut self, strip: usize, one: f64, other: f64) {
        let (one, other) = (one as f32, other as f32);
        let (low, high) = (&mut self.low[strip], &mut self.high[strip]);
        *low = low.min(one).min(other);
        *high = high.max(one).max(other);
    }

    /// What a round pen draws along it, `half` wide to each side; without the strips at both ends that are
    /// `beyond`.
    fn drawn(&self, half: f64, beyond: usize) -> Self {
        let count = self.low.len() - 2 * beyond;
        let mut drawn = Self::new(count);
        for neighbour in 0..=2 * beyond {
            let away = (neighbour as f64 - beyond as f64) / STRIPS as f64;
            let chord = (half * half - away * away).max(0.0).sqrt() as f32;
            let (low, high) = (&self.low[neighbour..], &self.high[neighbour..]);
            for (drawn, low) in drawn.low.iter_mut().zip(low) {
                let reach = low - chord;
                *drawn = if reach < *drawn { reach } else { *drawn };
            }
            for (drawn, high) in drawn.high.iter_mut().zip(high) {
                let reach = high + chord;
                *drawn = if reach > *drawn { reach } else { *drawn };
            }
        }
        drawn
    }

    /// Covers pixels of columns, whose strips these are.
    fn upright(&self, columns: &Range<usize>, rows: &Range<usize>, coverages: &mut Blocks) {
        coverages.touch_rows(rows);
        let mut line = PixelLine::new(rows.len());
        let mut covered = vec![[0; BLOCK]; rows.len()];
        for column in columns.clone() {
            line.cover(self, column - columns.start);
            let (block, place) = (column / BLOCK, column % BLOCK);
            line.coverages().zip(&mut covered).for_each(|(one, row)| row[place] = one);
            if place + 1 < BLOCK && column + 1 < columns.end {
                continue;
            }
            for (y, new) in rows.clone().zip(&mut covered) {
                if *new != [0; BLOCK] {
                    let mut row = coverages.row(y);
                    let all = row.touch(block);
                    all.iter_mut().zip(&*new).for_each(|(all, new)| *all = (*all).max(*new));
                    *new = [0; BLOCK];
                }
            }
        }
    }

    /// Covers pixels of rows, whose strips these are.
    fn level(&self, rows: &Range<usize>, columns: &Range<usize>, coverages: &mut Blocks) {
        coverages.touch_rows(rows);
        let mut line = PixelLine::new(columns.len());
        for y in rows.clone() {
            line.cover(self, y - rows.start);
            let mut row = coverages.row(y);
            for (x, new) in columns.clone().zip(line.coverages()).filter(|(_, new)| *new > 0) {
                let one = &mut row.touch(x / BLOCK)[x % BLOCK];
                *one = (*one).max(new);
            }
        }
    }
}

/// A line of pixels across the strips: how many strips cover each of them.
struct PixelLine {
    /// In part.
    parts: Vec<f32>,
    /// How many more whole ones there are than of the pixel before.
    more: Vec<f32>,
}

impl PixelLine {
    fn new(length: usize) -> Self {
        Self { parts: vec![0.0; length + 1], more: vec![0.0; length + 1] }
    }

    /// Those of the pixels `number` lines from the first.
    fn cover(&mut self, strips: &Strips, number: usize) {
        self.parts.fill(0.0);
        self.more.fill(0.0);
        let end = (self.parts.len() - 1) as f32;
        let range = number * STRIPS..(number + 1) * STRIPS;
        for (low, high) in strips.low[range.clone()].iter().zip(&strips.high[range]) {
            let (low, high) = (low.max(0.0), high.min(end));
            if low >= high {
                continue;
            }
            let (first, last) = (low as usize, high as usize);
            if first == last {
                self.parts[first] += high - low;
                continue;
            }
            self.parts[first] += (first + 1) as f32 - low;
            self.parts[last] += high - last as f32;
            self.more[first + 1] += 1.0;
            self.more[last] -= 1.0;
        }
    }

    /// Of each pixel, of 255.
    fn coverages(&self) -> impl Iterator<Item = u8> {
        let mut whole = 0.0;
        let length = self.parts.len() - 1;
        self.parts[..length].iter().zip(&self.more).map(move |(part, more)| {
            whole += more;
            in_bytes(((part + whole) * (1.0 / STRIPS as f32)).min(1.0))
        })
    }
}
