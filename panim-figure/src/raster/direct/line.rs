//! Lines through many points: how much of each pixel they cover, and then their colour.
//!
//! A pixel near several pieces of a line belongs to the one that covers most of it. That is exact
//! along the line and where pieces meet at a small angle; a line that turns back again and again is
//! not painted here.

use super::{
    blocks::{BLOCK, Blocks},
    piece::{End, Piece},
    pieces::Pieces,
    profile::{self, MainAxis},
    tangle,
    window::{Ink, Window, in_bytes},
};
use crate::scene::{clip, shape::reach};
use fearless_simd::Simd;
use std::mem;
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Stroke, Vec2};

/// One of so many points may be a sharp corner.
const CORNERS: usize = 8;

/// Of wider lines, in pixels, each piece covers what others do, over and over: where they end is found as that of areas.
const WIDEST: f64 = 256.0;

/// Shorter pieces have no direction, in pixels.
const NO_LENGTH: f64 = 1e-6;

/// Whether a stroke is one that [`LineCoverage::line`] draws piece by piece: with round corners if it has any, and with few of
/// them. In the inner angle of a corner less is covered than should be, so that what has flat ends, as contours
/// do, is drawn so in dashes only; of a closed line, the last of them may go on as the first.
pub(super) fn is_plain_line(path: &BezPath, stroke: &Stroke, is_dashed: bool) -> bool {
    if stroke.start_cap != stroke.end_cap || stroke.width > WIDEST {
        return false;
    }
    let (mut corners, mut joints, mut pieces) = (0, 0, 0);
    let mut last: Option<Point> = None;
    let mut came: Option<Vec2> = None;
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => (last, came) = (Some(to), None),
            PathEl::LineTo(to) => {
                let Some(from) = last.replace(to) else { return false };
                let direction = to - from;
                if is_far(from) || is_far(to) {
                    return false;
                }
                if let Some(came) = came {
                    joints += 1;
                    corners += usize::from(came.dot(direction) < 0.0);
                }
                pieces += 1;
                came = Some(direction);
            }
            PathEl::ClosePath if !is_dashed => {
                joints += 1;
                last = None;
            }
            _ => return false,
        }
    }
    let is_flat = stroke.start_cap == Cap::Butt && !is_dashed;
    let is_round = joints == 0 || (stroke.join == Join::Round && !is_flat);
    pieces > 0 && is_round && corners * CORNERS <= joints
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(in crate::raster) enum LineWay {
    /// Piece by piece.
    Pieces,
    Profile(MainAxis),
    Tangle,
}

/// Of fewer pieces than this, each is drawn by itself if any is.
const FEW: usize = 1000;

/// How [`LineCoverage::line`] draws an outline; `None`: it does not.
pub(super) fn line_way(path: &BezPath, stroke: &Stroke) -> Option<LineWay> {
    if let Some(along) = profile::folded(path, stroke) {
        return Some(LineWay::Profile(along));
    }
    if is_plain_line(path, stroke, !stroke.dash_pattern.is_empty()) {
        return Some(LineWay::Pieces);
    }
    if path.elements().len() < FEW {
        return None;
    }
    let along = profile::dense(path, stroke).map(LineWay::Profile);
    along.or_else(|| tangle::is_tangle(path, stroke).then_some(LineWay::Tangle))
}

/// Whether a place is so far away that 32 bits cannot tell where it is to within a hundredth of a
/// pixel.
fn is_far(place: Point) -> bool {
    !(place.x.abs() < 1e5 && place.y.abs() < 1e5)
}

/// Whether a part of a path ends where it began; of all that comes after its first point.
fn is_closed(elements: &[PathEl]) -> bool {
    let end = elements.iter().find(|element| !matches!(element, PathEl::LineTo(_)));
    matches!(end, Some(PathEl::ClosePath))
}

/// How much of each pixel of a picture is covered, of 255. Nothing, between two lines.
pub(super) struct LineCoverage {
    /// Of the part of a line that is not complete.
    coverages: Blocks,
    /// Of all parts that are.
    parts: Blocks,
}

impl LineCoverage {
    /// For a picture of this size in pixels.
    pub(super) fn new(size: (usize, usize)) -> Self {
        Self { coverages: Blocks::new(size), parts: Blocks::new(size) }
    }

    /// Adds a line, as far as it falls into the window.
    #[inline(always)]
    pub(super) fn line<S: Simd>(
        &mut self,
        simd: S,
        path: &BezPath,
        stroke: &Stroke,
        way: LineWay,
        window: &Window,
    ) {
        match way {
            LineWay::Pieces => self.pieces(simd, path, stroke, window),
            LineWay::Profile(along) => self.profile(simd, path, stroke, along, window),
            LineWay::Tangle => self.tangle(path, stroke, window),
        }
    }

    /// Piece by piece.
    #[inline(always)]
    fn pieces<S: Simd>(&mut self, simd: S, path: &BezPath, stroke: &Stroke, window: &Window) {
        self.coverages.make_room();
        let in_dashes = (!stroke.dash_pattern.is_empty()).then(|| {
            let spare = reach(stroke) + 1.0;
            clip::dashes(path, stroke, window.outer().inflate(spare, spare), usize::MAX)
        });
        let path = in_dashes.as_ref().and_then(Option::as_ref).unwrap_or(path);
        let mut pieces = Pieces::new(stroke.start_cap);
        let halves = (stroke.width / 2.0, stroke.width / 2.0);
        let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
        let elements = path.elements();
        // what begins after the last part ends it
        let all = elements.iter().copied().chain([PathEl::MoveTo(Point::ORIGIN)]);
        for (i, element) in all.enumerate() {
            match element {
                PathEl::LineTo(to) => _ = pieces.to(mem::replace(&mut last, to), to, halves, ()),
                PathEl::MoveTo(to) => {
                    (begun, last) = (to, to);
                    let after = elements.get(i + 1..).unwrap_or_default();
                    pieces.begin(is_closed(after));
                }
                PathEl::ClosePath => {
                    pieces.to(mem::replace(&mut last, begun), begun, halves, ());
                    pieces.close();
                }
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
            }
            while let Some((piece, ())) = pieces.ready() {
                self.piece(simd, &piece, window);
            }
            if let PathEl::MoveTo(_) = element {
                self.end_part();
            }
        }
    }

    /// The same of a line that goes back and forth across a direction in which it always goes on.
    #[inline(always)]
    fn profile<S: Simd>(
        &mut self,
        simd: S,
        path: &BezPath,
        stroke: &Stroke,
        along: MainAxis,
        window: &Window,
    ) {
        self.coverages.make_room();
        let half = stroke.width / 2.0;
        let mut points = Vec::with_capacity(path.elements().len());
        let all = path.elements().iter().copied().chain([PathEl::MoveTo(Point::ORIGIN)]);
        for element in all {
            if let PathEl::MoveTo(_) = element {
                profile::cover(&points, half, along, window, &mut self.coverages);
                self.caps(simd, &points, stroke, window);
                self.end_part();
                points.clear();
            }
            if let PathEl::MoveTo(to) | PathEl::LineTo(to) = element {
                points.push(to);
            }
        }
    }

    /// The same of a line that goes anywhere, over itself again and again.
    fn tangle(&mut self, path: &BezPath, stroke: &Stroke, window: &Window) {
        self.coverages.make_room();
        tangle::cover(path, stroke, window, &mut self.coverages);
        self.end_part();
    }

    /// The ends of a part of a line that may be other than round.
    #[inline(always)]
    fn caps<S: Simd>(&mut self, simd: S, points: &[Point], stroke: &Stroke, window: &Window) {
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
        let halves = (stroke.width / 2.0, stroke.width / 2.0);
        let second = points.iter().find(|at| at.distance(first) > NO_LENGTH);
        let before = points.iter().rfind(|at| at.distance(last) > NO_LENGTH);
        for (end, next) in [(first, second), (last, before)] {
            let ends = [End::Cap(stroke.start_cap), End::Corner];
            let piece = next.and_then(|next| Piece::new(end, *next, halves, ends));
            if let Some(piece) = piece {
                self.piece(simd, &piece, window);
            }
        }
    }

    /// What comes is another part of the line: where it crosses this one, both cover some.
    fn end_part(&mut self) {
        let Self { coverages, parts } = self;
        if coverages.rows().is_empty() {
            return;
        }
        parts.make_room();
        if parts.rows().is_empty() {
            // most lines have one part: it changes hands, and is not copied
            return mem::swap(parts, coverages);
        }
        parts.touch_rows(coverages.rows());
        for y in coverages.take_rows() {
            let mut row = parts.row(y);
            for (block, coverages) in coverages.take(y) {
                for (all, coverage) in row.touch(block).iter_mut().zip(coverages) {
                    // what this part leaves free is covered in the others' coverage
                    let free = (u32::from(255 - *all) * u32::from(255 - coverage) + 127) / 255;
                    *all = 255 - free as u8;
                }
            }
        }
    }

    #[inline(always)]
    fn piece<S: Simd>(&mut self, simd: S, piece: &Piece, window: &Window) {
        let touched = piece.touched(&window.columns(), &window.rows());
        if touched.rows.is_empty() {
            return;
        }
        self.coverages.touch_rows(&touched.rows);
        for y in touched.rows.clone() {
            let there = touched.row(y);
            let mut row = self.coverages.row(y);
            for block in there.blocks() {
                let seen = piece.seen(simd, &there, block * BLOCK);
                let here = <[f32; BLOCK]>::from(there.only(block, piece.coverages(&seen)));
                for (coverage, here) in row.touch(block).iter_mut().zip(here) {
                    *coverage = (*coverage).max(in_bytes(here));
                }
            }
        }
    }

    /// Lays the colour over the pixels that are covered, and forgets them.
    #[inline(always)]
    pub(super) fn paint<S: Simd>(&mut self, simd: S, ink: Ink, window: &Window, pixels: &mut [u8]) {
        for y in self.parts.take_rows() {
            let (row, whole) = (window.row(pixels, y), window.whole_columns_in(window, y));
            for (block, coverages) in self.parts.take(y) {
                let start = block * BLOCK;
                let coverages = window.coverage_of(coverages, start, y, &whole);
                ink.blend_block(simd, &mut row[start..], coverages);
            }
        }
    }
}
