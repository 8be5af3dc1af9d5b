//! A ribbon's pixels, each painted once.
//!
//! Painted piece by piece, such a line has a seam wherever two pieces meet: faded colours lie over
//! each other, or leave a gap between their smoothed edges. Here each pixel knows how much of it the line
//! covers, whichever pieces do so, and has the colour of the place on the line that is nearest to it. Where
//! the line comes back to a pixel, what it left there before lies below.

mod stretch;

use super::direct::in_bytes;
use crate::scene::{
    paint::{Bitmap, Paint},
    ribbon::{Ribbon, Shades},
    shape::Geometry,
};
use fearless_simd::dispatch;
use std::ops::Range;
use stretch::{BLOCK, Stretch, Stretches};
use vello_cpu::{
    Level,
    color::PremulRgba8,
    kurbo::{Affine, Point, Rect},
};

/// Side of a tile in pixels: long enough that tiles are few, short enough that they fit the line.
const SIDE: usize = 32;

/// Pixels on which a ribbon is laid, in tiles, of which only those are made that lines touch.
pub(super) struct RibbonSheet {
    level: Level,
    /// Of the picture, in tiles.
    columns: usize,
    /// Which tile is there; one more than its number.
    places: Vec<u32>,
    tiles: Vec<Tile>,
    /// So many of them are in use.
    used: usize,
    /// [`Shades::all`]: red, green and blue, 0 to 255, and opacity.
    colors: Vec<[f32; 4]>,
}

#[derive(Default)]
struct Tile {
    /// Its row and its column among the tiles.
    place: (usize, usize),
    /// The columns of each of its rows that are touched.
    touched: Vec<Range<usize>>,
    spots: Vec<Spot>,
    /// What lies below what is there, once the line came back; else nothing.
    below: Vec<Laid>,
}

/// What the line leaves on a pixel while it is near.
#[derive(Clone, Copy, Default)]
struct Spot {
    /// How much it covers, 0 to 1.
    coverage: f32,
    /// The square of how far its nearest place is from the middle of the pixel.
    distance: f32,
    /// There.
    alpha: f32,
    shade: f32,
    /// Where along the line the pixel was touched last.
    along: f32,
}

#[derive(Clone, Copy, Default)]
struct Laid {
    color: [f32; 3],
    opacity: f32,
}

impl RibbonSheet {
    pub(super) fn new(level: Level) -> Self {
        let (places, tiles, colors) = (Vec::new(), Vec::new(), Vec::new());
        Self { level, columns: 0, places, tiles, used: 0, colors }
    }

    /// What the ribbon shows of itself within `room`, in squares of pixels.
    pub(super) fn tiles(
        &mut self,
        ribbon: &Ribbon,
        (width, height): (u16, u16),
        room: Rect,
        mut show: impl FnMut(Geometry, Paint),
    ) {
        self.columns = usize::from(width).div_ceil(SIDE);
        self.places.resize(self.columns * usize::from(height).div_ceil(SIDE), 0);
        self.colors.clear();
        self.colors.extend(ribbon.shades.all().map(|color| {
            let [r, g, b, _] = color.to_rgba8().map(f32::from);
            [r, g, b, color.alpha() as f32]
        }));
        let room = room.intersect(ribbon.room);
        dispatch!(self.level, _simd => self.lay_all(ribbon, room));
        for number in 0..self.used {
            let alpha = ribbon.alpha as f32;
            let tile = dispatch!(self.level, _simd => self.finished(number, alpha));
            let (at, shown, image) = tile;
            show(Geometry::Rect(shown), image.paint(Affine::translate(at.to_vec2())));
        }
        self.used = 0;
    }

    /// Inlined, with all that it calls, into a function for each set of instructions.
    #[inline(always)]
    fn lay_all(&mut self, ribbon: &Ribbon, room: Rect) {
        let window = (pixels(room.x0, room.x1), pixels(room.y0, room.y1));
        for stretch in Stretches::new(ribbon, room) {
            self.lay(&stretch, &window);
        }
    }

    #[inline(always)]
    fn lay(&mut self, stretch: &Stretch, (columns, rows): &(Range<i32>, Range<i32>)) {
        let spans = stretch.spans();
        let goes_on = stretch.goes_on();
        for y in stretch.rows(rows) {
            let down = stretch.down(y);
            let touched = stretch.columns(&spans, down, columns);
            if touched.is_empty() {
                continue;
            }
            let (row, touched) = (y as usize, touched.start as usize..touched.end as usize);
            for column in touched.start / SIDE..touched.end.div_ceil(SIDE) {
                let first = column * SIDE;
                let part = touched.start.max(first)..touched.end.min(first + SIDE);
                let mut right = stretch.right(part.start);
                let part = part.start - first..part.end - first;
                let (tile, colors) = self.tile(row / SIDE, column);
                tile.touch(part.clone(), row % SIDE);
                let Tile { spots, below, .. } = tile;
                let start = row % SIDE * SIDE;
                let (mut at, end) = (start + part.start, start + part.end);
                while at < end {
                    let samples = match goes_on {
                        true => stretch.samples_inside(right, down),
                        false => stretch.samples(right, down),
                    };
                    let spots = &mut spots[at..end];
                    for (i, spot) in spots.iter_mut().take(BLOCK).enumerate() {
                        let coverage = samples.coverage[i];
                        if coverage <= 0.0 {
                            continue;
                        }
                        let (distance, inside) = (samples.distance[i], samples.inside[i]);
                        let along = stretch.along_at(inside);
                        if spot.coverage > 0.0 && (along - spot.along).abs() <= stretch.near() {
                            spot.coverage = spot.coverage.max(coverage);
                            spot.along = along;
                            if distance < spot.distance {
                                (spot.alpha, spot.shade) = stretch.look_at(inside);
                                spot.distance = distance;
                            }
                            continue;
                        }
                        if spot.coverage > 0.0 {
                            if below.is_empty() {
                                below.resize(SIDE * SIDE, Laid::default());
                            }
                            below[at + i] = below[at + i].covered(spot, colors);
                        }
                        let (alpha, shade) = stretch.look_at(inside);
                        *spot = Spot { coverage, distance, alpha, shade, along };
                    }
                    at += BLOCK;
                    right += BLOCK as f32;
                }
            }
        }
    }

    /// The tile there.
    #[inline(always)]
    fn tile(&mut self, row: usize, column: usize) -> (&mut Tile, &[[f32; 4]]) {
        let place = &mut self.places[row * self.columns + column];
        if *place == 0 {
            if self.used == self.tiles.len() {
                self.tiles.push(Tile::default());
            }
            self.tiles[self.used].begin(row, column);
            self.used += 1;
            *place = self.used as u32;
        }
        (&mut self.tiles[*place as usize - 1], &self.colors)
    }

    /// Hands over a tile's pixels: where the first of them lies, where they show something, and they.
    /// The tile is empty then.
    #[inline(always)]
    fn finished(&mut self, number: usize, alpha: f32) -> (Point, Rect, Bitmap) {
        let Self { columns, places, tiles, colors, .. } = self;
        let tile = &mut tiles[number];
        places[tile.place.0 * *columns + tile.place.1] = 0;
        let Tile { place, touched, spots, below } = tile;
        let rows = || touched.iter().enumerate().filter(|(_, columns)| !columns.is_empty());
        let top = rows().next().map_or(0, |(row, _)| row);
        let bottom = rows().next_back().map_or(0, |(row, _)| row + 1);
        let left = rows().map(|(_, columns)| columns.start).min().unwrap_or(0);
        let right = rows().map(|(_, columns)| columns.end).max().unwrap_or(0);
        let (width, height) = (right - left, bottom - top);
        let image = Bitmap::painted_over_clear(width as u16, height as u16, |pixels| {
            for (row, columns) in rows() {
                let pixels = &mut pixels[(row - top) * width..][columns.start - left..];
                let numbers = row * SIDE + columns.start..row * SIDE + columns.end;
                for (pixel, number) in pixels.iter_mut().zip(numbers) {
                    let spot = &mut spots[number];
                    if spot.coverage > 0.0 {
                        let below = below.get(number).copied().unwrap_or_default();
                        *pixel = below.covered(spot, colors).finished(alpha);
                        spot.coverage = 0.0;
                    }
                }
            }
        });
        let at = Point::new((place.1 * SIDE + left) as f64, (place.0 * SIDE + top) as f64);
        below.clear();
        (at, Rect::from_origin_size(at, (width as f64, height as f64)), image)
    }
}

/// The pixels that a stretch touches; none left of or above the picture.
fn pixels(start: f64, end: f64) -> Range<i32> {
    start.floor().max(0.0) as i32..end.ceil() as i32
}

impl Tile {
    fn begin(&mut self, row: usize, column: usize) {
        self.place = (row, column);
        self.touched.clear();
        self.touched.resize(SIDE, Range { start: SIDE, end: 0 });
        self.spots.resize(SIDE * SIDE, Spot::default());
    }

    #[inline(always)]
    fn touch(&mut self, columns: Range<usize>, row: usize) {
        let all = &mut self.touched[row];
        *all = all.start.min(columns.start)..all.end.max(columns.end);
    }
}

impl Laid {
    /// With what the line leaves there above it.
    #[inline(always)]
    fn covered(self, spot: &Spot, colors: &[[f32; 4]]) -> Self {
        let index = Shades::index(spot.shade.into(), colors.len() - 3);
        let [r, g, b, own] = colors[index];
        let above = spot.coverage * spot.alpha.clamp(0.0, 1.0) * own;
        let all = above + (1.0 - above) * self.opacity;
        if self.opacity == 0.0 || all <= 0.0 {
            return Self { color: [r, g, b], opacity: above };
        }
        let part = above / all;
        let mix = |below: f32, above: f32| below + part * (above - below);
        let color = [mix(self.color[0], r), mix(self.color[1], g), mix(self.color[2], b)];
        Self { color, opacity: above.max(self.opacity) }
    }

    #[inline(always)]
    fn finished(self, alpha: f32) -> PremulRgba8 {
        let opacity = self.opacity * alpha;
        let part = opacity / 255.0;
        let [r, g, b] = self.color.map(|channel| in_bytes(channel * part));
        let a = in_bytes(opacity);
        PremulRgba8 { r: r.min(a), g: g.min(a), b: b.min(a), a }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{color::Color, scene::ribbon::Knot};
    use vello_cpu::kurbo::Cap;

    const SIZE: (u16, u16) = (100, 40);

    /// Colours of pixels, premultiplied; a knot is its place, its opacity and its shade.
    fn pixels(
        knots: &[(f64, f64, f64, f64)],
        cap: Cap,
    ) -> impl Fn(usize, usize) -> [u8; 4] + use<> {
        let knot = |&(x, y, alpha, shade)| Knot { at: Point::new(x, y), width: 6.0, alpha, shade };
        let ribbon = Ribbon {
            knots: knots.iter().map(knot).collect(),
            shades: Shades::new(
                vec![Color::rgb(255, 0, 0), Color::rgb(0, 0, 255)],
                (None, None),
                Color::WHITE,
            ),
            alpha: 1.0,
            cap,
            room: Rect::new(0.0, 0.0, 100.0, 40.0),
        };
        let mut all = vec![[0; 4]; 4000];
        RibbonSheet::new(Level::baseline()).tiles(&ribbon, SIZE, ribbon.room, |shown, paint| {
            let (Geometry::Rect(shown), Paint::Image(image, _)) = (shown, paint) else { return };
            let (width, left, top) = (shown.width() as usize, shown.x0 as usize, shown.y0 as usize);
            for (i, pixel) in image.data().iter().enumerate() {
                let at = (top + i / width) * 100 + left + i % width;
                all[at] = [pixel.r, pixel.g, pixel.b, pixel.a];
            }
        });
        move |x, y| all[y * 100 + x]
    }

    fn alphas(knots: &[(f64, f64, f64)]) -> impl Fn(usize, usize) -> u8 + use<> {
        let knots: Vec<_> = knots.iter().map(|&(x, y, alpha)| (x, y, alpha, 0.0)).collect();
        let pixels = pixels(&knots, Cap::Round);
        move |x, y| pixels(x, y)[3]
    }

    #[test]
    fn there_is_no_seam_between_pieces() {
        for slope in [0.0, 0.1, 0.2] {
            let knot = |i: i32| {
                let along = f64::from(i) / 8.0;
                (10.0 + 80.0 * along, 12.3 + 80.0 * along * slope, along)
            };
            let knots: Vec<_> = (0..=8).map(knot).collect();
            let (one, many) = (alphas(&[knots[0], knots[8]]), alphas(&knots));
            for (x, y) in (0..4000).map(|i| (i % 100, i / 100)) {
                assert!(one(x, y).abs_diff(many(x, y)) <= 1, "{slope}: {x} {y}");
            }
        }
        // 40 of 80 pixels along, in the middle of a pixel
        let level = alphas(&[(10.0, 20.0, 0.0), (90.0, 20.0, 1.0)]);
        assert!((f64::from(level(50, 20)) - 255.0 * 40.5 / 80.0).abs() <= 0.5);
    }

    #[test]
    fn a_line_that_crosses_itself_is_as_opaque_as_the_more_opaque_part() {
        let crossing = alphas(&[
            (10., 20., 0.5),
            (50., 20., 0.5),
            (50., 5., 0.5),
            (30., 5., 0.5),
            (30., 35., 0.5),
        ]);
        assert_eq!(crossing(30, 20), 128);
        let newer = alphas(&[
            (10., 20., 0.2),
            (50., 20., 0.2),
            (50., 5., 0.9),
            (30., 5., 0.9),
            (30., 35., 0.9),
        ]);
        assert_eq!([newer(30, 20), newer(20, 20)], [230, 51]);
    }

    #[test]
    fn the_newer_part_covers_the_older_one_with_smooth_edges() {
        let crossing = pixels(
            &[
                (10., 20., 1., 0.),
                (60., 20., 1., 0.),
                (60., 5., 1., 0.4),
                (30.25, 5., 1., 1.),
                (30.25, 35., 1., 1.),
            ],
            Cap::Round,
        );
        assert_eq!([crossing(25, 20), crossing(30, 20)], [[255, 0, 0, 255], [0, 0, 255, 255]]);
        // from 27.25 to 33.25: the older part shows through at the edges, and nothing else
        assert_eq!([crossing(27, 20), crossing(33, 20)], [[64, 0, 191, 255], [191, 0, 64, 255]]);
    }

    #[test]
    fn the_edges_are_smooth_and_the_ends_have_their_caps() {
        let line = alphas(&[(10.0, 20.25, 1.0), (90.0, 20.25, 1.0)]);
        let column: Vec<u8> = (16..25).map(|y| line(50, y)).collect();
        assert_eq!(column, [0, 191, 255, 255, 255, 255, 255, 64, 0]);
        for (cap, first) in [(Cap::Butt, 10), (Cap::Square, 7), (Cap::Round, 7)] {
            let line = pixels(&[(10., 20., 1., 0.), (90., 20., 1., 0.)], cap);
            let starts = (0..100).find(|&x| line(x, 20)[3] > 127);
            let corner = (0..100).find(|&x| line(x, 17)[3] > 127);
            assert_eq!(starts, Some(first), "{cap:?}");
            assert_eq!(corner, Some(if cap == Cap::Round { 8 } else { first }), "{cap:?}");
        }
    }

    #[test]
    fn what_is_far_outside_costs_nothing() {
        let line = alphas(&[(-1e300, -1e300, 1.0), (-1e12, 20.0, 1.0), (1e12, 20.0, 1.0)]);
        assert_eq!(line(50, 20), 255);
    }

    #[test]
    fn a_line_without_length_is_a_dot() {
        let dot = alphas(&[(50.0, 20.0, 1.0), (50.0, 20.0, 1.0)]);
        assert_eq!([dot(49, 20), dot(51, 20), dot(54, 20)], [255, 255, 0]);
    }
}
