//! Thousands of areas at once: how much of each pixel each of them covers, exactly, and the colours mixed by that.
//!
//! An area takes of a pixel what those before it left free, as far as that goes, and lies over them with the rest.
//! So nothing shines through where areas meet, and where one lies on another it covers it.

use super::{
    blocks::BLOCK,
    window::{Window, lay_over},
};
use crate::scene::{
    areas::{Areas, RingedArea},
    paint::{Bitmap, Paint},
    shape::Geometry,
};
use fearless_simd::{Simd, SimdBase, SimdFloat, SimdFrom, dispatch, f32x4, i32x4};
use std::mem;
use vello_cpu::{
    Level,
    color::PremulRgba8,
    kurbo::{Affine, Point, Rect, Vec2},
};

/// Less of a pixel than this is nothing, and so little less than all is all.
const NOTHING: f32 = 1e-3;

/// What goes down no further than this, in pixels, is level.
const LEVEL: f64 = 1e-9;

/// Pixels on which areas are laid.
#[derive(Default)]
pub(super) struct AreaSheet {
    /// From the left, from the top.
    corner: (usize, usize),
    width: usize,
    height: usize,
    /// Clear, between two times.
    pixels: Vec<Mixed>,
    /// How much more each pixel of an area's box is covered than the one before it.
    steps: Vec<f32>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Mixed {
    /// Red, green, blue and opacity, 0 to 255, times what is covered.
    sum: [f32; 4],
    covered: f32,
}

impl AreaSheet {
    /// Paints areas over opaque pixels, as far as they fall into the window.
    #[inline(always)]
    pub(super) fn paint<S: Simd>(
        &mut self,
        simd: S,
        areas: &Areas,
        window: &Window,
        pixels: &mut [u8],
    ) {
        self.lay_all(simd, areas, window.outer());
        let (left, top) = self.corner;
        for (y, mixed) in (top..).zip(self.pixels.chunks_exact_mut(self.width.max(1))) {
            let whole = window.whole_columns_in(window, y);
            let row = &mut window.row(pixels, y)[left..left + self.width];
            let blocks = mixed.chunks_mut(BLOCK).zip(row.chunks_mut(BLOCK));
            for (start, (mixed, below)) in (left..).step_by(BLOCK).zip(blocks) {
                if mixed.iter().all(|pixel| pixel.covered == 0.0) {
                    continue;
                }
                let mut above = [[0; 4]; BLOCK];
                for (above, mixed) in above.iter_mut().zip(&*mixed) {
                    *above = mixed.finished(simd, 1.0);
                }
                if start < whole.start || start + mixed.len() > whole.end {
                    for (i, mixed) in mixed.iter().enumerate() {
                        above[i] = mixed.finished(simd, window.coverage(start + i, y));
                    }
                }
                lay_over(simd, below, &above[..mixed.len()]);
                mixed.fill(Mixed::default());
            }
        }
    }

    /// The areas as pixels, and where these are shown; as far as they are in a box within the picture.
    pub(super) fn image(
        &mut self,
        level: Level,
        areas: &Areas,
        within: Rect,
    ) -> Option<(Geometry, Paint)> {
        dispatch!(level, simd => self.lay_all(simd, areas, within));
        let (width, height) = (u16::try_from(self.width).ok()?, u16::try_from(self.height).ok()?);
        if self.pixels.is_empty() {
            return None;
        }
        let image = Bitmap::painted(width, height, |pixels| {
            for (pixel, mixed) in pixels.iter_mut().zip(&mut self.pixels) {
                let mixed = mem::take(mixed);
                let [r, g, b, a] = dispatch!(level, simd => mixed.finished(simd, 1.0));
                *pixel = PremulRgba8 { r, g, b, a };
            }
        });
        let at = Point::new(self.corner.0 as f64, self.corner.1 as f64);
        let shown = Geometry::Rect(Rect::from_origin_size(at, image.size()));
        Some((shown, image.paint(Affine::translate(at.to_vec2()))))
    }

    /// Inlined, with all that it calls, into a function for each set of instructions.
    #[inline(always)]
    fn lay_all<S: Simd>(&mut self, simd: S, areas: &Areas, within: Rect) {
        let seen = areas.reach().unwrap_or_default().intersect(within);
        let (x, y) = ((seen.x0 as usize, up(seen.x1)), (seen.y0 as usize, up(seen.y1)));
        self.corner = (x.0, y.0);
        (self.width, self.height) = (x.1.saturating_sub(x.0), y.1.saturating_sub(y.0));
        self.pixels.resize(self.width * self.height, Mixed::default());
        if self.pixels.is_empty() {
            return;
        }
        for area in areas.all() {
            let [r, g, b, alpha] = area.color.to_rgba8();
            if alpha > 0 {
                let part = f32::from(alpha) / 255.0;
                let color = [r, g, b, 255].map(|channel| f32::from(channel) * part);
                self.lay(simd, areas, area, color);
            }
        }
    }

    #[inline(always)]
    fn lay<S: Simd>(&mut self, simd: S, areas: &Areas, area: &RingedArea, color: [f32; 4]) {
        let corner = Vec2::new(self.corner.0 as f64, self.corner.1 as f64);
        let sheet = Rect::new(0.0, 0.0, self.width as f64, self.height as f64);
        let reach = area.reach - corner;
        let is_whole = sheet.contains_rect(reach);
        if !is_whole && !reach.overlaps(sheet) {
            return;
        }
        let seen = if is_whole { reach } else { reach.intersect(sheet) };
        let (left, top) = (down(seen.x0), down(seen.y0));
        let (width, height) = (up(seen.x1) - left, up(seen.y1) - top);
        if width == 0 || height == 0 {
            return;
        }
        // an edge at the right of the last pixel has its step behind it
        let stride = width + 2;
        self.steps.clear();
        self.steps.resize(stride * height, 0.0);
        let size = (width as f64, height as f64);
        let mut steps = CoverageSteps { steps: &mut self.steps, stride, size, is_whole };
        let corner = corner + Vec2::new(left as f64, top as f64);
        for ring in areas.rings_of(area) {
            let Some(last) = ring.last() else { continue };
            let mut from = *last - corner;
            for to in ring {
                let to = *to - corner;
                steps.edge(from, to);
                from = to;
            }
        }
        let (ink, is_opaque) = (f32x4::simd_from(simd, color), color[3] >= 255.0);
        let rows = self.pixels.chunks_exact_mut(self.width).skip(top);
        for (steps, row) in self.steps.chunks_exact(stride).zip(rows) {
            let mut covered = 0.0;
            for (step, pixel) in steps.iter().zip(&mut row[left..left + width]) {
                covered += step;
                let part = f32::abs(covered);
                if part > 1.0 - NOTHING && is_opaque {
                    *pixel = Mixed { sum: color, covered: 1.0 };
                } else if part > NOTHING {
                    pixel.add(if part > 1.0 - NOTHING { 1.0 } else { part }, ink);
                }
            }
        }
    }
}

/// The whole number below a place that is not below 0. Without floor, which is a call on many machines; so is ceil.
#[inline(always)]
fn down(place: f64) -> usize {
    place as i32 as usize
}

#[inline(always)]
fn up(place: f64) -> usize {
    let below = place as i32;
    below as usize + usize::from(place > f64::from(below))
}

/// The steps of one area, counted from the corner of its box.
struct CoverageSteps<'a> {
    steps: &'a mut [f32],
    stride: usize,
    /// Of the box, in pixels.
    size: (f64, f64),
    /// All of the area is in the box.
    is_whole: bool,
}

impl CoverageSteps<'_> {
    /// Adds a side, the parts of it that are left or right of the box at its edge.
    #[inline(always)]
    fn edge(&mut self, from: Point, to: Point) {
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

impl Mixed {
    /// Lays a colour on a part of the pixel.
    #[inline(always)]
    fn add<S: Simd>(&mut self, part: f32, color: f32x4<S>) {
        let simd = color.simd;
        let mut sum = f32x4::simd_from(simd, self.sum);
        let all = self.covered + part;
        let over = all - 1.0;
        if over > NOTHING {
            sum *= 1.0 - over / self.covered * color[3] / 255.0;
        }
        self.sum = (sum + color * part).into();
        self.covered = if all < 1.0 { all } else { 1.0 };
    }

    /// What is to be laid over such a part of a pixel, premultiplied.
    #[inline(always)]
    fn finished<S: Simd>(self, simd: S, part: f32) -> [u8; 4] {
        let sum = f32x4::simd_from(simd, self.sum) * part;
        // no channel is above the opacity
        let most = f32x4::splat(simd, if sum[3] < 255.0 { sum[3] } else { 255.0 });
        let channels: i32x4<S> = (sum.min(most) + 0.5).to_int();
        <[i32; 4]>::from(channels).map(|channel| channel as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    fn areas(all: &[(&[(f64, f64)], Color)]) -> Areas {
        let mut areas = Areas::default();
        for (i, (corners, color)) in all.iter().enumerate() {
            let near = Rect::new(-100.0, -100.0, 100.0, 100.0);
            areas.add(corners.iter().map(|&corner| Point::from(corner)), &[corners.len()], near);
            areas.end(*color, i);
        }
        areas
    }

    fn sheet(all: &[(&[(f64, f64)], Color)], size: f64) -> AreaSheet {
        let mut sheet = AreaSheet::default();
        let within = Rect::new(0.0, 0.0, size, size);
        dispatch!(Level::new(), simd => sheet.lay_all(simd, &areas(all), within));
        sheet
    }

    fn total(sheet: &AreaSheet) -> f64 {
        sheet.pixels.iter().map(|pixel| f64::from(pixel.covered)).sum()
    }

    #[test]
    fn areas_cover_as_much_as_they_are_large_wherever_they_are() {
        let star = |x: f64, y: f64| {
            let turn = |i: u32| (f64::from(i) * 0.7, if i.is_multiple_of(2) { 6.0 } else { 2.5 });
            (0..9).map(move |i| (x + turn(i).1 * turn(i).0.cos(), y + turn(i).1 * turn(i).0.sin()))
        };
        let size = |corners: &[(f64, f64)]| {
            let next = corners.iter().cycle().skip(1);
            corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs() / 2.0
        };
        for i in 0..50 {
            let (x, y) = (10.0 + 0.0731 * f64::from(i), 9.0 + 0.0317 * f64::from(i));
            let corners: Vec<_> = star(x, y).collect();
            let covered = total(&sheet(&[(&corners, Color::BLACK)], 30.0));
            assert!((covered - size(&corners)).abs() < 0.02, "{i}: {covered} {}", size(&corners));
        }
    }

    #[test]
    fn what_is_beyond_the_picture_is_cut_off() {
        let wide = [(-50.0, -7.0), (70.0, 3.5), (60.0, 90.0), (-40.0, 12.25)];
        let whole = sheet(&[(&wide, Color::BLACK)], 10.0);
        let fine = 100;
        let inside = |x: f64, y: f64| {
            (0..4).all(|i| {
                let (a, b) = (wide[i], wide[(i + 1) % 4]);
                (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0) >= 0.0
            })
        };
        let place = |i: i32| (f64::from(i) + 0.5) / f64::from(fine) * 10.0;
        let hits = (0..fine * fine).filter(|i| inside(place(i % fine), place(i / fine))).count();
        let wanted = hits as f64 / f64::from(fine * fine) * 100.0;
        assert!((total(&whole) - wanted).abs() < 0.2, "{} {wanted}", total(&whole));
    }

    fn alpha(pixel: &Mixed) -> u8 {
        dispatch!(Level::new(), simd => pixel.finished(simd, 1.0))[3]
    }

    #[test]
    fn nothing_shines_through_where_areas_meet_and_the_last_one_is_above() {
        let (red, blue) = (Color::rgb(255, 0, 0), Color::rgb(0, 0, 255));
        let left: &[_] = &[(0.0, 0.0), (3.3, 0.0), (5.9, 8.0), (0.0, 8.0)];
        let right: &[_] = &[(3.3, 0.0), (8.0, 0.0), (8.0, 8.0), (5.9, 8.0)];
        let both = sheet(&[(left, red), (right, blue)], 8.0);
        assert!(both.pixels.iter().all(|pixel| alpha(pixel) == 255));
        let box_of = |x: f64| [(x, 0.0), (x + 4.0, 0.0), (x + 4.0, 4.0), (x, 4.0)];
        let above = sheet(&[(&box_of(0.0), red), (&box_of(1.5), blue)], 8.0);
        let [r, _, b, a] = above.pixels[1].sum;
        assert!((r - b).abs() < 1.0 && (a - 255.0).abs() < 1.0, "{r} {b} {a}");
        assert_eq!(above.pixels[2].sum, [0.0, 0.0, 255.0, 255.0]);
        let faint = Color::rgba(0, 0, 255, 0.5);
        let faint = sheet(&[(&box_of(0.0), red), (&box_of(1.0), faint)], 8.0);
        let [r, _, b, a] = faint.pixels[2].sum;
        assert!((r - b).abs() < 2.0 && (a - 255.0).abs() < 1.0, "{r} {b} {a}");
    }
}
