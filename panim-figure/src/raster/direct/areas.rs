//! Thousands of areas at once: how much of each pixel each of them covers, exactly, and the colours mixed by that.
//!
//! An area takes of a pixel what those before it left free, as far as that goes, and lies over them with the rest.
//! So nothing shines through where areas meet, and where one lies on another it covers it. Lines around areas cover
//! the same part of all that is below them.

use super::{
    blocks::BLOCK,
    outline::{self, POINTED},
    steps::{CoverageSteps, down, up},
    window::{Window, lay_over},
};
use crate::{
    color::Color,
    scene::{
        areas::{AreaEdges, Areas},
        paint::{Bitmap, Paint},
        shape::Geometry,
    },
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

/// What is laid on the pixels.
#[derive(Clone, Copy)]
pub(in crate::raster) enum FacesOrEdges<'a> {
    Faces(&'a Areas),
    Edges(&'a AreaEdges),
}

impl FacesOrEdges<'_> {
    fn reach(&self) -> Option<Rect> {
        match self {
            Self::Faces(areas) => areas.reach(),
            Self::Edges(edges) => edges.reach(),
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Mixed {
    /// Red, green, blue and opacity, 0 to 255, times what is covered.
    sum: [f32; 4],
    covered: f32,
}

impl AreaSheet {
    /// Paints over opaque pixels, as far as it falls into the window.
    #[inline(always)]
    pub(super) fn paint<S: Simd>(
        &mut self,
        simd: S,
        laid: FacesOrEdges<'_>,
        window: &Window,
        pixels: &mut [u8],
    ) {
        self.lay_all(simd, laid, window.outer());
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

    /// All as pixels, and where these are shown; as far as it is in a box within the picture.
    pub(super) fn image(
        &mut self,
        level: Level,
        laid: FacesOrEdges<'_>,
        within: Rect,
    ) -> Option<(Geometry, Paint)> {
        dispatch!(level, simd => self.lay_all(simd, laid, within));
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
    fn lay_all<S: Simd>(&mut self, simd: S, laid: FacesOrEdges<'_>, within: Rect) {
        let seen = laid.reach().unwrap_or_default().intersect(within);
        let (x, y) = ((seen.x0 as usize, up(seen.x1)), (seen.y0 as usize, up(seen.y1)));
        self.corner = (x.0, y.0);
        (self.width, self.height) = (x.1.saturating_sub(x.0), y.1.saturating_sub(y.0));
        self.pixels.resize(self.width * self.height, Mixed::default());
        if self.pixels.is_empty() {
            return;
        }
        match laid {
            FacesOrEdges::Faces(areas) => {
                for area in areas.all() {
                    self.lay(simd, area.reach, area.color, Mixed::fill, |steps| {
                        areas.rings_of(area).for_each(|ring| steps.ring(ring));
                    });
                }
            }
            FacesOrEdges::Edges(AreaEdges { areas, width, colors }) => {
                let half = width / 2.0;
                for (area, color) in areas.all().iter().zip(colors) {
                    let reach = area.reach.inflate(half + POINTED, half + POINTED);
                    self.lay(simd, reach, *color, Mixed::cover, |steps| {
                        for ring in areas.rings_of(area) {
                            outline::sides(ring, half, |from, to| steps.side(from, to));
                        }
                    });
                }
            }
        }
    }

    /// Lays what is within some sides, all of which reach no further than `reach`.
    #[inline(always)]
    fn lay<S: Simd>(
        &mut self,
        simd: S,
        reach: Rect,
        color: Color,
        add: impl Fn(&mut Mixed, f32, f32x4<S>),
        sides: impl FnOnce(&mut CoverageSteps<'_>),
    ) {
        let [r, g, b, alpha] = color.to_rgba8();
        if alpha == 0 {
            return;
        }
        let part = f32::from(alpha) / 255.0;
        let color = [r, g, b, 255].map(|channel| f32::from(channel) * part);
        let corner = Vec2::new(self.corner.0 as f64, self.corner.1 as f64);
        let sheet = Rect::new(0.0, 0.0, self.width as f64, self.height as f64);
        let reach = reach - corner;
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
        sides(&mut CoverageSteps {
            steps: &mut self.steps,
            stride,
            corner: corner + Vec2::new(left as f64, top as f64),
            size: (width as f64, height as f64),
            is_whole,
        });
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
                    add(pixel, if part > 1.0 - NOTHING { 1.0 } else { part }, ink);
                }
            }
        }
    }
}

impl Mixed {
    /// Lays a colour on a part of the pixel, of which that takes what is free first.
    #[inline(always)]
    fn fill<S: Simd>(&mut self, part: f32, color: f32x4<S>) {
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

    /// Lays a colour on a part of the pixel, as much on what is free as on what is not: what it covers has this colour
    /// alone.
    #[inline(always)]
    fn cover<S: Simd>(&mut self, part: f32, color: f32x4<S>) {
        let left = 1.0 - part;
        self.sum = (f32x4::simd_from(color.simd, self.sum) * left + color * part).into();
        self.covered = self.covered * left + part;
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
    use std::sync::Arc;

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
        dispatch!(Level::new(), simd => sheet.lay_all(simd, FacesOrEdges::Faces(&areas(all)), within));
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

    fn distance(at: Point, (from, to): (Point, Point)) -> f64 {
        let along = ((at - from).dot(to - from) / (to - from).hypot2().max(1e-12)).clamp(0.0, 1.0);
        at.distance(from.lerp(to, along))
    }

    /// Counted, of the pixel whose corner is there.
    fn near(ring: &[(f64, f64)], half: f64, (x, y): (usize, usize)) -> f64 {
        const FINE: usize = 20;
        let corner = |i: usize| Point::from(ring[i % ring.len()]);
        let sides: Vec<_> = (0..ring.len()).map(|i| (corner(i), corner(i + 1))).collect();
        let place = |from: usize, i: usize| from as f64 + (i as f64 + 0.5) / FINE as f64;
        let places = (0..FINE * FINE).map(|i| Point::new(place(x, i % FINE), place(y, i / FINE)));
        let hits = places.filter(|at| sides.iter().any(|side| distance(*at, *side) <= half));
        hits.count() as f64 / (FINE * FINE) as f64
    }

    #[test]
    fn edges_cover_what_is_near_a_ring() {
        let turn = |r: f64, i: f64| (12.3 + r * (i * 0.77).cos(), 11.6 + r * (i * 0.77).sin());
        let hexagon = [0.0, 1.36, 2.72, 4.08, 5.44, 6.8].map(|i| turn(7.2, i));
        let mut back = hexagon;
        back.reverse();
        let star: Vec<_> =
            (0..8).map(|i| turn(if i % 2 == 0 { 9.0 } else { 4.0 }, f64::from(i))).collect();
        let round: Vec<_> = (0..60).map(|i| turn(8.0, f64::from(i) * 0.136)).collect();
        let square = [(4.0, 5.0), (18.0, 5.0), (18.0, 5.0), (18.0, 19.5), (4.0, 19.5), (4.0, 5.0)];
        let needle = [(3.5, 6.0), (20.0, 9.0), (3.5, 8.0)];
        let tiny = [(10.0, 10.0), (11.1, 10.2), (10.4, 11.0)];
        let rings: [(&[(f64, f64)], f64); 8] = [
            (&hexagon, 0.01),
            (&back, 0.01),
            // lines wider than what is between them
            (&star, 0.1),
            (&round, 0.02),
            (&square, 0.01),
            (&needle, 0.2),
            (&tiny, 0.2),
            (&[(5.0, 6.0), (17.0, 15.0)], 0.02),
        ];
        let mut wrong = Vec::new();
        for (i, (ring, most)) in rings.into_iter().enumerate() {
            for half in [0.2, 0.35, 0.75, 2.0] {
                let (areas, width) = (Arc::new(areas(&[(ring, Color::BLACK)])), 2.0 * half);
                let edges = AreaEdges { areas, width, colors: vec![Color::BLACK] };
                let mut sheet = AreaSheet::default();
                let within = Rect::new(0.0, 0.0, 26.0, 26.0);
                dispatch!(Level::new(), simd => {
                    sheet.lay_all(simd, FacesOrEdges::Edges(&edges), within);
                });
                let mut worst = 0.0_f64;
                for (k, pixel) in sheet.pixels.iter().enumerate() {
                    let at = (k % sheet.width + sheet.corner.0, k / sheet.width + sheet.corner.1);
                    worst = worst.max((f64::from(pixel.covered) - near(ring, half, at)).abs());
                }
                // places that are counted are as coarse as this
                if worst > most + 0.02 {
                    wrong.push((i, half, worst));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
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
