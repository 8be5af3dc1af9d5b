//! A straight piece of a line: which pixels it may touch, and how much of them it covers.

use super::{
    edge::{Edge, PixelEdges},
    touched::{Touched, TouchedRow, steps},
};
use fearless_simd::{Select, Simd, SimdBase, SimdFloat, SimdMask, f32x8};
use std::{f32::consts::FRAC_1_SQRT_2, ops::Range};
use vello_cpu::kurbo::{Cap, Point};

/// How a piece ends.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    /// The line ends there.
    Cap(Cap),
    /// The line goes on at so small an angle that the two pieces meet half way, when each is so much
    /// longer.
    Joint(f32),
    /// The line goes on around a corner, which is round.
    Corner,
}

/// Where two pieces meet half way, the line may reach so much further than around the corner, in
/// pixels.
const POINTED: f32 = 0.03;

/// The flat end of a line. Pieces near it may reach beyond it, and are cut there.
#[derive(Debug, Clone, Copy)]
pub(super) struct FlatEnd {
    edge: Edge,
    /// Towards the line, of length 1.
    inward: (f32, f32),
    /// How far inward the beginning of the piece is that is cut.
    depth: f32,
}

/// A straight piece of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    from: Point,
    to: Point,
    pub(super) length: f32,
    /// Half the width where it begins, the most of it, and how much it grows with each pixel.
    half: f32,
    pub(super) widest: f32,
    widening: f32,
    /// Along the piece, of length 1.
    direction: (f32, f32),
    normal: (f32, f32),
    side: Edge,
    end: Edge,
    pub(super) ends: [End; 2],
    cuts: [Option<FlatEnd>; 2],
}

/// Pixels beside each other, seen from where a piece begins.
#[derive(Clone, Copy)]
pub(super) struct PieceView<S: Simd> {
    /// How far their middles are along the piece.
    pub(super) along: f32x8<S>,
    pub(super) across: f32x8<S>,
    /// Where on the piece the nearest place is.
    pub(super) inside: f32x8<S>,
    /// How far right and down the middle of the first of them is.
    first: (f32, f32),
}

impl FlatEnd {
    /// Of a piece that begins at `from`, at an end of the line.
    fn new(end: Point, inward: (f32, f32), from: Point) -> Self {
        let depth = (from - end).dot((f64::from(inward.0), f64::from(inward.1)).into());
        Self { edge: Edge::new(inward), inward, depth: depth as f32 }
    }

    #[inline(always)]
    fn coverages<S: Simd>(&self, seen: &PieceView<S>) -> f32x8<S> {
        let (right, down) = seen.first;
        let first = self.depth + (right * self.inward.0 + down * self.inward.1);
        self.edge.coverages(steps(seen.along.simd) * self.inward.0 + first)
    }
}

impl Piece {
    /// `halves`: of its width, at both ends. None: it has no length.
    #[inline(always)]
    pub(super) fn new(from: Point, to: Point, halves: (f64, f64), ends: [End; 2]) -> Option<Self> {
        let direction = to - from;
        let length = direction.hypot();
        if length < 1e-6 {
            return None;
        }
        let direction = direction / length;
        let widening = ((halves.1 - halves.0) / length) as f32;
        Some(Self::directed((from, to), length, direction.into(), (halves, widening), ends))
    }

    /// A round dot, all of a line that has no length.
    pub(super) fn dot(at: Point, half: f64) -> Self {
        Self::directed((at, at), 0.0, (1.0, 0.0), ((half, half), 0.0), [End::Cap(Cap::Round); 2])
    }

    #[inline(always)]
    fn directed(
        (from, to): (Point, Point),
        length: f64,
        (x, y): (f64, f64),
        (halves, widening): ((f64, f64), f32),
        ends: [End; 2],
    ) -> Self {
        let (normal, direction) = ((-y as f32, x as f32), (x as f32, y as f32));
        Self {
            from,
            to,
            length: length as f32,
            half: halves.0 as f32,
            widest: halves.0.max(halves.1) as f32,
            widening,
            direction,
            normal,
            side: Edge::new(normal),
            end: Edge::new(direction),
            ends,
            cuts: [None; 2],
        }
    }

    /// How far from the piece the centre of a pixel may be that it touches.
    #[inline(always)]
    fn reach(&self) -> f32 {
        self.widest + self.side.reach
    }

    /// How it meets the piece that follows.
    #[inline(always)]
    pub(super) fn joint(&self, next: &Self) -> End {
        let cosine = self.direction.0 * next.direction.0 + self.direction.1 * next.direction.1;
        let sine = self.direction.0 * next.direction.1 - self.direction.1 * next.direction.0;
        let half = self.half + self.length * self.widening;
        // half the width over the cosine of half the angle, less half the width
        if cosine < 0.5 || half * (1.0 - cosine) / 4.0 > POINTED {
            return End::Corner;
        }
        End::Joint((half + FRAC_1_SQRT_2) * sine.abs() / (1.0 + cosine) + 0.01)
    }

    /// The line begins flat where this piece begins, or ends where it ends, and nothing of `other` lies beyond that.
    pub(super) fn cut_begin(&self, other: &mut Self) {
        other.cuts[0] = Some(FlatEnd::new(self.from, self.direction, other.from));
    }

    /// The same of its end.
    pub(super) fn cut_end(&self, other: &mut Self) {
        let back = (-self.direction.0, -self.direction.1);
        other.cuts[1] = Some(FlatEnd::new(self.to, back, other.from));
    }

    /// How much further than to its end it may touch the centre of a pixel.
    #[inline(always)]
    fn beyond(&self, end: End) -> f32 {
        match end {
            End::Joint(further) => further,
            End::Cap(Cap::Butt) => self.end.reach,
            End::Cap(_) | End::Corner => self.widest + FRAC_1_SQRT_2,
        }
    }

    /// The pixels in these columns and rows that it may touch.
    #[inline(always)]
    pub(super) fn touched(&self, columns: &Range<usize>, rows: &Range<usize>) -> Touched {
        let [first, last] = self.ends.map(|end| self.beyond(end));
        let reach = self.reach();
        let (down, side) = (f64::from(self.direction.1), f64::from(self.normal.1 * reach).abs());
        let from = self.from.y - f64::from(first) * down;
        let to = self.to.y + f64::from(last) * down;
        let (top, bottom) = ((from.min(to) - side) as f32, (from.max(to) + side) as f32);
        let (along, across) = ((-first, self.length + last), (-reach, reach));
        let sides = [(self.direction, along), (self.normal, across)];
        Touched::new(self.from, sides, (columns, (top, bottom), rows))
    }

    /// Pixels beside each other, the first of which is in this column of a row.
    #[inline(always)]
    pub(super) fn seen<S: Simd>(&self, simd: S, row: &TouchedRow, column: usize) -> PieceView<S> {
        let (right, down) = row.place(column);
        let first = right * self.direction.0 + down * self.direction.1;
        let along = steps(simd) * self.direction.0 + first;
        let first = right * self.normal.0 + down * self.normal.1;
        let across = steps(simd) * self.normal.0 + first;
        PieceView { along, across, inside: along.max(0.0).min(self.length), first: (right, down) }
    }

    /// Whether the line goes on at both its ends, so that nothing is to be said of these.
    #[inline(always)]
    pub(super) fn goes_on(&self) -> bool {
        matches!((self.ends, self.cuts), ([End::Joint(_), End::Joint(_)], [None, None]))
    }

    /// How much of these pixels it covers.
    #[inline(always)]
    pub(super) fn coverages<S: Simd>(&self, seen: &PieceView<S>) -> f32x8<S> {
        let band = if self.widening == 0.0 {
            self.side.bands(f32x8::splat(seen.along.simd, self.half), seen.across)
        } else {
            self.side.bands(seen.inside * self.widening + self.half, seen.across)
        };
        if self.goes_on() { band } else { self.up_to_ends(seen, band) }
    }

    /// What of a band is on this side of both ends.
    #[inline(always)]
    fn up_to_ends<S: Simd>(&self, seen: &PieceView<S>, band: f32x8<S>) -> f32x8<S> {
        let first = self.up_to(0, seen, seen.along, band);
        first * self.up_to(1, seen, -seen.along + self.length, band) * band
    }

    /// The coverage of pixels on this side of an end, whose middles are `before` it.
    #[inline(always)]
    fn up_to<S: Simd>(
        &self,
        which: usize,
        seen: &PieceView<S>,
        before: f32x8<S>,
        band: f32x8<S>,
    ) -> f32x8<S> {
        let simd = before.simd;
        let all = f32x8::splat(simd, 1.0);
        let covered = match self.ends[which] {
            End::Joint(_) | End::Cap(Cap::Butt) => all,
            End::Cap(Cap::Square) => {
                let half = if which == 0 { 0.0 } else { self.length } * self.widening + self.half;
                self.end.coverages(before + half)
            }
            End::Cap(Cap::Round) | End::Corner => {
                if before.simd_ge(0.0).all_true() {
                    all
                } else {
                    self.rounds(seen, before, band)
                }
            }
        };
        let Some(cut) = &self.cuts[which] else { return covered };
        // what is before the piece's own end is part of the line wherever that ends
        covered * cut.coverages(seen).max(self.end.coverages(before))
    }

    /// The coverages of pixels beyond a round end, of what they would have if the piece went on.
    #[inline(always)]
    fn rounds<S: Simd>(&self, seen: &PieceView<S>, before: f32x8<S>, band: f32x8<S>) -> f32x8<S> {
        let half = seen.inside * self.widening + self.half;
        let distance = (before * before + seen.across * seen.across).sqrt().max(1e-6);
        let (before_by, across_by) = (before / distance, seen.across / distance);
        let x = before_by * self.direction.0 + across_by * self.normal.0;
        let y = before_by * self.direction.1 + across_by * self.normal.1;
        let none = f32x8::splat(before.simd, 0.0);
        let shares = PixelEdges::new(x, y).bands(half, distance) / band;
        let shares = band.simd_gt(none).select(shares, none);
        before.simd_ge(none).select(none + 1.0, shares)
    }
}
