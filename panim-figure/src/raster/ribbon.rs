//! A ribbon's pixels, each painted once.
//!
//! Painted piece by piece, such a line has a seam wherever two pieces meet: faded colours lie over
//! each other, or leave a gap between their smoothed edges. Here each pixel takes the highest
//! opacity that any piece has there.

use crate::{
    color::Color,
    scene::{
        paint::{Bitmap, Paint},
        ribbon::{Knot, Ribbon},
        shape::Geometry,
    },
};
use std::{collections::BTreeMap, ops::Range};
use vello_cpu::{
    color::{AlphaColor, PremulRgba8, Srgb},
    kurbo::{Affine, Point, Rect, Vec2},
};

/// What the ribbon shows of itself, in squares of pixels.
pub(super) fn tiles(ribbon: &Ribbon) -> impl Iterator<Item = (Geometry, Paint)> {
    let mut tiles = OpacityTiles { tiles: BTreeMap::new(), bounds: ribbon.room };
    ribbon.pieces().for_each(|(from, to)| tiles.add(from, to));
    let shades: Vec<PremulRgba8> = (0..=255).map(|alpha| shade(ribbon.color, alpha)).collect();
    tiles.tiles.into_iter().map(move |((row, column), alphas)| {
        let side = SIDE as f64;
        let corner = Point::new(column as f64 * side, row as f64 * side);
        let image = Bitmap::painted(SIDE as u16, SIDE as u16, |pixels| {
            for (pixel, alpha) in pixels.iter_mut().zip(&alphas) {
                *pixel = shades[usize::from((alpha * 255.0 + 0.5) as u8)];
            }
        });
        let place = Rect::from_origin_size(corner, (side, side));
        (Geometry::Rect(place), image.paint(Affine::translate(corner.to_vec2())))
    })
}

/// A colour of which there is a fraction of 255ths.
fn shade(color: Color, fraction: u8) -> PremulRgba8 {
    let color = color.with_alpha(color.alpha() * f64::from(fraction) / 255.0);
    let [r, g, b, a] = color.to_rgba8();
    AlphaColor::<Srgb>::from_rgba8(r, g, b, a).premultiply().to_rgba8()
}

/// Side of a tile in pixels: long enough that tiles are few, short enough that they fit the line.
const SIDE: usize = 32;

struct OpacityTiles {
    /// The opacities of the pixels in tiles that the line touches, by row and column.
    tiles: BTreeMap<(usize, usize), Vec<f32>>,
    bounds: Rect,
}

impl OpacityTiles {
    /// Adds a piece with round ends.
    fn add(&mut self, from: Knot, to: Knot) {
        let along = to.at - from.at;
        let reach = 0.5 * from.width.max(to.width) + 0.5;
        let around = Rect::from_points(from.at, to.at).inflate(reach, reach);
        let around = around.intersect(self.bounds);
        if around.is_zero_area() {
            return; // beside the bounds, perhaps so far that no pixel is there to be counted
        }
        // of each row, what lies beside the line: a long slanted piece is far from most of its box
        let beside = reach * along.hypot() / along.y.abs();
        for row in pixels(around.y0, around.y1) {
            let y = row as f64 + 0.5;
            let middle = from.at.x + (y - from.at.y) / along.y * along.x;
            let (mut start, mut end) = (around.x0, around.x1);
            if beside.is_finite() && middle.is_finite() {
                (start, end) = (start.max(middle - beside), end.min(middle + beside));
            }
            let columns = pixels(start, end);
            for tile in columns.start / SIDE..columns.end.div_ceil(SIDE) {
                let first = tile * SIDE;
                let part = columns.start.max(first)..columns.end.min(first + SIDE);
                let alphas = self.tiles.entry((row / SIDE, tile));
                let alphas = alphas.or_insert_with(|| vec![0.0; SIDE * SIDE]);
                let line = &mut alphas[row % SIDE * SIDE..][..SIDE];
                for column in part {
                    let alpha = opacity(from, to, along, Point::new(column as f64 + 0.5, y));
                    line[column - first] = line[column - first].max(alpha as f32);
                }
            }
        }
    }
}

/// The pixels that a stretch touches; none left of or above the picture.
fn pixels(start: f64, end: f64) -> Range<usize> {
    start.floor() as usize..end.ceil() as usize
}

/// How much a piece covers of a pixel, times its opacity there.
fn opacity(from: Knot, to: Knot, along: Vec2, at: Point) -> f64 {
    let length = along.hypot2();
    let fraction = if length > 0.0 { (at - from.at).dot(along) / length } else { 1.0 };
    let inside = fraction.clamp(0.0, 1.0);
    let distance = (at - (from.at + inside * along)).hypot();
    let radius = 0.5 * (from.width + inside * (to.width - from.width));
    let covered = (distance + radius).min(0.5) - (distance - radius).clamp(-0.5, 0.5);
    // behind its start a piece fades on as the one before it does
    covered * (from.alpha + fraction.min(1.0) * (to.alpha - from.alpha)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect::new(0.0, 0.0, 100.0, 40.0);

    fn alphas(knots: &[(f64, f64, f64)]) -> impl Fn(usize, usize) -> f32 + use<> {
        let knots =
            knots.iter().map(|&(x, y, alpha)| Knot { at: (x, y).into(), width: 6.0, alpha });
        let knots: Vec<_> = knots.collect();
        let mut ribbon = OpacityTiles { tiles: BTreeMap::new(), bounds: BOUNDS };
        knots.windows(2).for_each(|pair| ribbon.add(pair[0], pair[1]));
        move |x, y| {
            let tile = ribbon.tiles.get(&(y / SIDE, x / SIDE));
            tile.map_or(0.0, |tile| tile[y % SIDE * SIDE + x % SIDE])
        }
    }

    #[test]
    fn there_is_no_seam_between_pieces() {
        let knots: Vec<_> =
            (0..=8).map(|i| (10.0 * f64::from(i), 20.0, f64::from(i) / 8.0)).collect();
        let (one, many) = (alphas(&[knots[0], knots[8]]), alphas(&knots));
        for x in 0..100 {
            for y in 0..40 {
                assert!((one(x, y) - many(x, y)).abs() < 1e-6, "{x} {y}");
            }
        }
        // 40 of 80 pixels along, in the middle of a pixel
        assert!((many(40, 20) - 40.5 / 80.0).abs() < 1e-6);
    }

    #[test]
    fn a_line_that_crosses_itself_is_as_opaque_as_its_newer_part() {
        let crossing = alphas(&[
            (10., 20., 0.5),
            (50., 20., 0.5),
            (50., 5., 0.5),
            (30., 5., 0.5),
            (30., 35., 0.5),
        ]);
        assert_eq!(crossing(30, 20), 0.5);
    }

    #[test]
    fn the_edges_are_smooth() {
        let line = alphas(&[(10.0, 20.25, 1.0), (90.0, 20.25, 1.0)]);
        let column: Vec<f32> = (16..25).map(|y| line(50, y)).collect();
        assert_eq!(column, [0.0, 0.75, 1.0, 1.0, 1.0, 1.0, 1.0, 0.25, 0.0]);
        let thin = Knot { at: Point::new(0.0, 0.5), width: 0.25, alpha: 1.0 };
        let along = Vec2::new(9.0, 0.0);
        let to = Knot { at: thin.at + along, ..thin };
        assert!((opacity(thin, to, along, Point::new(4.5, 0.5)) - 0.25).abs() < 1e-9);
    }

    #[test]
    fn what_is_far_outside_costs_nothing() {
        let line = alphas(&[(-1e300, -1e300, 1.0), (-1e12, 20.0, 1.0), (1e12, 20.0, 1.0)]);
        assert_eq!(line(50, 20), 1.0);
    }
}
