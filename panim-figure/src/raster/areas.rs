//! Thousands of areas at once: how much of each pixel each of them covers, exactly, and the colours mixed by that.
//!
//! An area takes of a pixel what those before it left free, as far as that goes, and lies over them with the rest.
//! So nothing shines through where areas meet, and where one lies on another it covers it.

use crate::scene::{
    areas::Areas,
    paint::{Bitmap, Paint},
    shape::Geometry,
};
use vello_cpu::{
    color::PremulRgba8,
    kurbo::{Affine, Point, Rect},
};

/// Less of a pixel than this is nothing, and so little less than all is all.
const NOTHING: f32 = 1e-3;

/// What goes down no further than this, in pixels, is level.
const LEVEL: f64 = 1e-9;

/// Pixels on which areas are laid.
#[derive(Default)]
pub(super) struct AreaSheet {
    /// From the left, from the top.
    corner: (i64, i64),
    width: usize,
    height: usize,
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
    /// The areas as pixels, and where these are shown; as far as they are in a box.
    pub(super) fn image(&mut self, areas: &Areas, within: Rect) -> Option<(Geometry, Paint)> {
        let bounds = areas.reach()?.intersect(within);
        let (x0, y0) = (bounds.x0.floor(), bounds.y0.floor());
        let width = u16::try_from((bounds.x1.ceil() - x0) as i64).ok()?;
        let height = u16::try_from((bounds.y1.ceil() - y0) as i64).ok()?;
        if width == 0 || height == 0 {
            return None;
        }
        self.corner = (x0 as i64, y0 as i64);
        (self.width, self.height) = (width.into(), height.into());
        self.pixels.clear();
        self.pixels.resize(self.width * self.height, Mixed::default());
        for area in areas.all() {
            let [r, g, b, alpha] = area.color.to_rgba8();
            if alpha > 0 {
                let part = f32::from(alpha) / 255.0;
                let color = [r, g, b, 255].map(|channel| f32::from(channel) * part);
                self.lay(|| areas.rings_of(area), color);
            }
        }
        let image = Bitmap::painted(width, height, |pixels| {
            pixels
                .iter_mut()
                .zip(&self.pixels)
                .for_each(|(pixel, mixed)| *pixel = mixed.finished());
        });
        let (at, size) = (Point::new(x0, y0), (f64::from(width), f64::from(height)));
        let shown = Geometry::Rect(Rect::from_origin_size(at, size));
        Some((shown, image.paint(Affine::translate(at.to_vec2()))))
    }

    fn lay<'a, R: Iterator<Item = &'a [Point]>>(&mut self, rings: impl Fn() -> R, color: [f32; 4]) {
        let mut corners = rings().flatten();
        let Some(&first) = corners.next() else { return };
        let around = corners.fold(Rect::from_points(first, first), |all, &at| all.union_pt(at));
        let (left, top) = (self.corner.0 as f64, self.corner.1 as f64);
        let whole = Rect::new(left, top, left + self.width as f64, top + self.height as f64);
        if !around.overlaps(whole) {
            return;
        }
        let around = around.intersect(whole);
        let (x0, y0) = (around.x0.floor(), around.y0.floor());
        let width = (around.x1.ceil() - x0) as usize;
        let height = (around.y1.ceil() - y0) as usize;
        // an edge at the right of the last pixel has its step behind it
        let stride = width + 2;
        self.steps.clear();
        self.steps.resize(stride * height, 0.0);
        let mut steps =
            CoverageSteps { steps: &mut self.steps, stride, width: width as f64, height };
        for ring in rings() {
            let Some(last) = ring.last() else { continue };
            let mut from = *last - Point::new(x0, y0).to_vec2();
            for corner in ring {
                let to = *corner - Point::new(x0, y0).to_vec2();
                steps.edge(from, to);
                from = to;
            }
        }
        let (x0, y0) = (x0 as i64 - self.corner.0, y0 as i64 - self.corner.1);
        for (row, steps) in self.steps.chunks_exact(stride).enumerate() {
            let start = (y0 as usize + row) * self.width + x0 as usize;
            let mut covered = 0.0;
            for (pixel, step) in self.pixels[start..start + width].iter_mut().zip(steps) {
                covered += step;
                let part = covered.abs();
                if part > NOTHING {
                    pixel.add(if part > 1.0 - NOTHING { 1.0 } else { part }, color);
                }
            }
        }
    }
}

/// The steps of one area, counted from the corner of its box.
struct CoverageSteps<'a> {
    steps: &'a mut [f32],
    stride: usize,
    width: f64,
    height: usize,
}

impl CoverageSteps<'_> {
    /// Adds a side, the parts of it that are left or right of the box at its edge.
    fn edge(&mut self, from: Point, to: Point) {
        let (turn, from, to) = match from.y <= to.y {
            true => (1.0, from, to),
            false => (-1.0, to, from),
        };
        let (top, bottom) = (from.y.max(0.0), to.y.min(self.height as f64));
        if top >= bottom {
            return;
        }
        if to.y - from.y < LEVEL {
            return;
        }
        let slope = (to.x - from.x) / (to.y - from.y);
        let at = |y: f64| from.x + (y - from.y) * slope;
        // where it crosses the sides of the box
        let crossing = |x: f64| (from.y + (x - from.x) / slope).clamp(top, bottom);
        let (mut one, mut two) = (top, top);
        if slope != 0.0 {
            (one, two) = (crossing(0.0), crossing(self.width));
        }
        let mut before = top;
        for end in [one.min(two), one.max(two), bottom] {
            if end - before > LEVEL {
                let inside = |x: f64| x.clamp(0.0, self.width);
                self.piece((inside(at(before)), before), (inside(at(end)), end), turn);
                before = end;
            }
        }
    }

    /// Adds a piece that is in the box, from its top to its bottom.
    fn piece(&mut self, from: (f64, f64), to: (f64, f64), turn: f64) {
        let slope = (to.0 - from.0) / (to.1 - from.1);
        let mut x = from.0;
        let first = from.1 as usize;
        for row in first..(to.1.ceil() as usize).min(self.height) {
            let down = to.1.min((row + 1) as f64) - from.1.max(row as f64);
            let next = (x + slope * down).clamp(0.0, self.width);
            self.across(row, x.min(next), x.max(next), turn * down);
            x = next;
        }
    }

    /// Adds what is in one row of pixels: from `left` to `right`, and all that is right of it so far `down`.
    fn across(&mut self, row: usize, left: f64, right: f64, down: f64) {
        let start = left.floor();
        let row = &mut self.steps[row * self.stride..][..self.stride];
        let first = start as usize;
        if right <= start + 1.0 {
            let beyond = f64::midpoint(left, right) - start;
            row[first] += (down * (1.0 - beyond)) as f32;
            row[first + 1] += (down * beyond) as f32;
            return;
        }
        // what is right of it and left of a place
        let per = down / (right - left);
        let area = |x: f64| match x < right {
            true => per * (x - left) * (x - left) / 2.0,
            false => down * (x - f64::midpoint(left, right)),
        };
        let last = right.ceil() as usize;
        let (mut before, mut covered) = (0.0, 0.0);
        for (pixel, step) in (first..last).zip(&mut row[first..last]) {
            let up_to_here = area((pixel + 1) as f64);
            *step += (up_to_here - before - covered) as f32;
            (covered, before) = (up_to_here - before, up_to_here);
        }
        row[last] += (down - covered) as f32;
    }
}

impl Mixed {
    /// Lays a colour on a part of the pixel.
    fn add(&mut self, part: f32, color: [f32; 4]) {
        if part >= 1.0 && color[3] >= 255.0 {
            *self = Self { sum: color, covered: 1.0 };
            return;
        }
        let taken = part.min(1.0 - self.covered);
        let over = part - taken;
        if over > NOTHING {
            let kept = 1.0 - over / self.covered * color[3] / 255.0;
            self.sum = self.sum.map(|channel| channel * kept);
        }
        self.sum.iter_mut().zip(color).for_each(|(sum, channel)| *sum += part * channel);
        self.covered += taken;
    }

    fn finished(self) -> PremulRgba8 {
        let [r, g, b, a] = self.sum.map(|channel| (channel + 0.5) as u8);
        PremulRgba8 { r: r.min(a), g: g.min(a), b: b.min(a), a }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    fn areas(all: &[(&[(f64, f64)], Color)]) -> Areas {
        let mut areas = Areas::default();
        for (i, (corners, color)) in all.iter().enumerate() {
            areas.corners.extend(corners.iter().map(|&corner| Point::from(corner)));
            areas.rings.push(areas.corners.len());
            areas.end(*color, i);
        }
        areas
    }

    fn sheet(all: &[(&[(f64, f64)], Color)], size: f64) -> AreaSheet {
        let mut sheet = AreaSheet::default();
        sheet.image(&areas(all), Rect::new(0.0, 0.0, size, size));
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

    #[test]
    fn nothing_shines_through_where_areas_meet_and_the_last_one_is_above() {
        let (red, blue) = (Color::rgb(255, 0, 0), Color::rgb(0, 0, 255));
        let left: &[_] = &[(0.0, 0.0), (3.3, 0.0), (5.9, 8.0), (0.0, 8.0)];
        let right: &[_] = &[(3.3, 0.0), (8.0, 0.0), (8.0, 8.0), (5.9, 8.0)];
        let both = sheet(&[(left, red), (right, blue)], 8.0);
        assert!(both.pixels.iter().all(|pixel| pixel.finished().a == 255));
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
