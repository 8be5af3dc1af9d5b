//! The coverages of discs and their edges. Those of equal discs are kept, which is faster than to find them
//! anew; discs of sizes of their own have theirs at their exact places, since few would be found again.

use super::{MarkerPart, Mask, PLACES, StampKey, layer::StampLayer};
use crate::{
    color::Color,
    raster::direct::rim::{Rim, SeenPixels},
    scene::{mark_list::MarkList, marker::MarkerStyle},
};
use fearless_simd::{Simd, SimdBase, SimdFloat, SimdFrom, dispatch, f32x8, u32x8};
use std::ops::Range;
use vello_cpu::{Level, kurbo::Point};

/// Pixels beside each other that are found together.
const BLOCK: usize = 8;

/// The pixels of a picture, from some pixel on.
struct PixelRoom {
    columns: Range<i32>,
    rows: Range<i32>,
}

/// Discs that are wider than this, in pixels, are not kept: together their masks are more than a cache holds.
const KEPT: f64 = 32.0;

/// Are discs of such a diameter, in sizes of the marker, equal but for their places and colours, and small enough
/// to be kept?
pub(super) fn are_kept(diameter: f64, marks: &MarkList) -> bool {
    marks.form().is_some_and(|(size, edge_width)| diameter * size + edge_width <= KEPT)
}

/// Of a part of a disc of such a diameter, in sizes of the marker, to be kept.
pub(super) fn kept(level: Level, diameter: f64, key: StampKey) -> Mask {
    let (size, width) = (f64::from_bits(key.size), f64::from_bits(key.edge_width));
    let place = |place: i32| f64::from(place) / f64::from(PLACES);
    let center = Point::new(place(key.place.0), place(key.place.1));
    let everywhere = PixelRoom { columns: i32::MIN..i32::MAX, rows: i32::MIN..i32::MAX };
    let radii = radii(key.part, size * diameter / 2.0, width / 2.0);
    let Mask { left, top, width, coverage } = mask(level, center, radii, &everywhere);
    Mask::of(&coverage, width, (left, top))
}

/// The distances from the centre between which a part of a disc is whose edge has such a half.
fn radii(part: MarkerPart, radius: f64, half: f64) -> (f64, f64) {
    match part {
        MarkerPart::Face => (0.0, radius),
        MarkerPart::Edge => (radius - half, radius + half),
        MarkerPart::Whole => (0.0, radius + half),
    }
}

/// Lays a disc of such a diameter, in sizes of the marker, on a layer of so many pixels.
pub(super) fn stamp(
    level: Level,
    diameter: f64,
    (at, style): (Point, MarkerStyle),
    (width, height): (u16, u16),
    layer: &mut StampLayer,
) {
    let pixel = (at.x.floor() as i32, at.y.floor() as i32);
    let room = PixelRoom {
        columns: -pixel.0..i32::from(width) - pixel.0,
        rows: -pixel.1..i32::from(height) - pixel.1,
    };
    let center = Point::new(at.x - f64::from(pixel.0), at.y - f64::from(pixel.1));
    let (radius, half) = (style.size * diameter / 2.0, style.edge_width / 2.0);
    let mut lay = |part: MarkerPart, color: Color| {
        if color.to_rgba8()[3] > 0 {
            let radii = radii(part, radius, half);
            layer.blend(&mask(level, center, radii, &room), pixel, color);
        }
    };
    if style.is_plain() {
        return lay(MarkerPart::Whole, style.edge);
    }
    lay(MarkerPart::Face, style.face);
    if half > 0.0 {
        lay(MarkerPart::Edge, style.edge);
    }
}

/// Of what is within the larger distance from the centre, and not within the smaller one, as far as it is in
/// the room.
fn mask(level: Level, center: Point, (inner, outer): (f64, f64), room: &PixelRoom) -> Mask {
    let within = |at: f64, room: &Range<i32>| {
        let (from, to) = ((at - outer).floor() as i32, (at + outer).ceil() as i32);
        from.max(room.start)..to.min(room.end)
    };
    let (columns, rows) = (within(center.x, &room.columns), within(center.y, &room.rows));
    if columns.is_empty() || rows.is_empty() {
        return Mask { left: 0, top: 0, width: 0, coverage: Vec::new() };
    }
    let (rim, hole) = (Rim::new(outer), (inner > 0.0).then(|| Rim::new(inner)));
    let (left, top) = (columns.start, rows.start);
    let blocks = columns.len().div_ceil(BLOCK);
    let mut coverage = vec![[0; BLOCK]; blocks * rows.len()];
    let first = (f64::from(left) + 0.5 - center.x, f64::from(top) + 0.5 - center.y);
    dispatch!(level, simd => fill(simd, (rim, hole), first, blocks, &mut coverage));
    Mask { left, top, width: blocks * BLOCK, coverage: coverage.into_flattened() }
}

#[inline(always)]
fn fill<S: Simd>(
    simd: S,
    (rim, hole): (Rim, Option<Rim>),
    (across, down): (f64, f64),
    blocks: usize,
    coverage: &mut [[u8; BLOCK]],
) {
    let one_after_the_other = f32x8::simd_from(simd, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    for (i, covered) in coverage.iter_mut().enumerate() {
        let (row, block) = (i / blocks, i % blocks);
        let across = one_after_the_other + (across + (block * BLOCK) as f64) as f32;
        let down = f32x8::splat(simd, (down + row as f64) as f32);
        let seen = SeenPixels::new(across, down);
        let mut shares = rim.coverage(&seen);
        if let Some(hole) = hole {
            shares = (shares - hole.coverage(&seen)).max(0.0);
        }
        let shares: u32x8<S> = (shares * 255.0 + 0.5).to_int();
        *covered = <[u32; BLOCK]>::from(shares).map(|share| share as u8);
    }
}
