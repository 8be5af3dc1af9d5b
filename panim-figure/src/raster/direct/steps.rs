//! How much of each pixel of a box an area of straight sides covers: exactly, as what each pixel has more than the one
//! before it.

use std::mem;
use vello_cpu::kurbo::{Point, Vec2};

/// What goes down no further than this, in pixels, is level.
const LEVEL: f64 = 1e-9;

/// The whole number below a place that is not below 0. Without floor, which is a call on many machines; so is ceil.
#[inline(always)]
pub(super) fn down(place: f64) -> usize {
    place as i32 as usize
}

#[inline(always)]
pub(super) fn up(place: f64) -> usize {
    let below = place as i32;
    below as usize + usize::from(place > f64::from(below))
}

/// The steps of one area.
pub(super) struct CoverageSteps<'a> {
    pub(super) steps: &'a mut [f32],
    /// From one row to the next.
    pub(super) stride: usize,
    /// From where places are counted: the corner of the box.
    pub(super) corner: Vec2,
    /// Of the box, in pixels.
    pub(super) size: (f64, f64),
    /// All of the area is in the box.
    pub(super) is_whole: bool,
}

impl CoverageSteps<'_> {
    /// Adds the sides of a ring.
    #[inline(always)]
    pub(super) fn ring(&mut self, corners: &[Point]) {
        let Some(last) = corners.last() else { return };
        let mut from = *last;
        for &to in corners {
            self.side(mem::replace(&mut from, to), to);
        }
    }

    /// Adds a side, the parts of it that are left or right of the box at its edge.
    #[inline(always)]
    pub(super) fn side(&mut self, from: Point, to: Point) {
        let (from, to) = (from - self.corner, to - self.corner);
        let (turn, from, to) = match from.y <= to.y {
            true => (1.0, from, to),
            false => (-1.0, to, from),
        };
        if to.y - from.y < LEVEL {
            return;
        }
        match self.is_whole {
            true => self.piece(from, to, turn),
            false => self.cut(from, to, turn),
        }
    }

    /// Adds what is in the box of a side that goes down.
    #[inline(never)]
    fn cut(&mut self, from: Point, to: Point, turn: f64) {
        let (width, height) = self.size;
        let (top, bottom) = (from.y.max(0.0), to.y.min(height));
        if top >= bottom {
            return;
        }
        let slope = (to.x - from.x) / (to.y - from.y);
        let at = |y: f64| from.x + (y - from.y) * slope;
        // where it crosses the sides of the box
        let crossing = |x: f64| (from.y + (x - from.x) / slope).clamp(top, bottom);
        let (mut one, mut two) = (top, top);
        if slope != 0.0 {
            (one, two) = (crossing(0.0), crossing(width));
        }
        let mut before = top;
        for end in [one.min(two), one.max(two), bottom] {
            if end - before > LEVEL {
                let inside = |y: f64| Point::new(at(y).clamp(0.0, width), y);
                self.piece(inside(before), inside(end), turn);
                before = end;
            }
        }
    }

    /// Adds a piece that is in the box, from its top to its bottom.
    #[inline(always)]
    fn piece(&mut self, from: Point, to: Point, turn: f64) {
        let slope = (to.x - from.x) / (to.y - from.y);
        let (mut row, last) = (down(from.y), down(to.y));
        let (mut x, mut y) = (from.x, from.y);
        while row < last {
            let end = (row + 1) as f64;
            let next = from.x + (end - from.y) * slope;
            self.across(row, (x, next), turn * (end - y));
            (x, y, row) = (next, end, row + 1);
        }
        if to.y > y {
            self.across(row, (x, to.x), turn * (to.y - y));
        }
    }

    /// Adds what is in one row of pixels: between two places, and all that is right of them so far `down`.
    #[inline(always)]
    fn across(&mut self, row: usize, (one, two): (f64, f64), down: f64) {
        let (left, right) = if one < two { (one, two) } else { (two, one) };
        let (first, last) = (self::down(left), self::down(right));
        let row = &mut self.steps[row * self.stride..][..self.stride][first..last + 2];
        if first == last {
            let beyond = down * ((left + right) / 2.0 - first as f64);
            row[0] += (down - beyond) as f32;
            row[1] += beyond as f32;
            return;
        }
        let per = down / (right - left);
        // how far it goes in the first pixel and in the last one
        let begin = (first + 1) as f64 - left;
        let end = right - last as f64;
        let mut covered = per * begin * begin / 2.0;
        row[0] += covered as f32;
        let mut middle = begin + 0.5;
        let count = last - first;
        for step in &mut row[1..count] {
            let here = per * middle;
            *step += (here - covered) as f32;
            (covered, middle) = (here, middle + 1.0);
        }
        let here = down - per * end * end / 2.0;
        row[count] += (here - covered) as f32;
        row[count + 1] += (down - here) as f32;
    }
}
