//! A ribbon's pixels, each painted once.
//!
//! Painted piece by piece, such a line has a seam wherever two pieces meet: faded colours lie over
//! each other, or leave a gap between their smoothed edges. Here each pixel knows how much of it the line
//! covers, whichever pieces do so, and has the colour of the place on the line that is nearest to it. Where
//! the line comes back to a pixel, what it left there before lies below.

mod stretch;
#[cfg(test)]
mod tests;

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
