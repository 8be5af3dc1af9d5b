//! The straight pieces of a line: which pixels each may touch, and how much of them it covers.

use super::{blocks::BLOCK, edge::Edge, window::in_bytes};
use std::{array, f32::consts::FRAC_1_SQRT_2, ops::Range};
use vello_cpu::kurbo::{Cap, Point};

/// Takes a line to pieces, each of which is ready when it is known how it ends.
pub(super) struct Pieces {
    half: f64,
    cap: Cap,
    /// How the next piece begins if none is before it.
    begin: End,
    waiting: Option<Piece>,
}

impl Pieces {
    /// Of a line `half` as wide to each side.
    pub(super) fn new(half: f64, cap: Cap) -> Self {
        Self { half, cap, begin: End::Cap(cap), waiting: None }
    }

    /// A part of the line begins; the part before it ends, and its last piece is ready.
    #[inline(always)]
    pub(super) fn begin(&mut self, is_closed: bool) -> Option<Piece> {
        self.begin = if is_closed { End::Corner } else { End::Cap(self.cap) };
        self.waiting.take()
    }

    /// Goes on in a straight line. The piece before it is ready.
    #[inline(always)]
    pub(super) fn to(&mut self, from: Point, to: Point) -> Option<Piece> {
        // what has no length is no piece
        let mut next = Piece::new(from, to, self.half, [self.begin, End::Cap(self.cap)])?;
        let mut before = self.waiting.take();
        if let Some(before) = &mut before {
            let joint = before.joint(&next);
            (before.ends[1], next.ends[0]) = (joint, joint);
        }
        self.waiting = Some(next);
        before
    }

    /// Ends where the line began; a round corner is right however small the angle.
    pub(super) fn close(&mut self) -> Option<Piece> {
        self.waiting.take().map(|last| Piece { ends: [last.ends[0], End::Corner], ..last })
    }
}

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

/// A straight piece of a line.
pub(super) struct Piece {
    pub(super) from: Point,
    to: Point,
    length: f32,
    half: f32,
    /// Along the piece, of length 1.
    direction: (f32, f32),
    normal: (f32, f32),
    side: Edge,
    end: Edge,
    ends: [End; 2],
}

impl Piece {
    /// None: it has no length.
    #[inline(always)]
    fn new(from: Point, to: Point, half: f64, ends: [End; 2]) -> Option<Self> {
        let direction = to - from;
        let length = direction.hypot();
        if length < 1e-6 {
            return None;
        }
        let direction = direction / length;
        let (normal, direction) =
            ((-direction.y as f32, direction.x as f32), (direction.x as f32, direction.y as f32));
        Some(Self {
            from,
            to,
            length: length as f32,
            half: half as f32,
            direction,
            normal,
            side: Edge::new(normal),
            end: Edge::new(direction),
            ends,
        })
    }

    /// How far from the piece the centre of a pixel may be that it touches.
    #[inline(always)]
    fn reach(&self) -> f32 {
        self.half + self.side.reach
    }

    /// How it meets the piece that follows.
    #[inline(always)]
    fn joint(&self, next: &Self) -> End {
        let cosine = self.direction.0 * next.direction.0 + self.direction.1 * next.direction.1;
        let sine = self.direction.0 * next.direction.1 - self.direction.1 * next.direction.0;
        // half the width over the cosine of half the angle, less half the width
        if cosine < 0.5 || self.half * (1.0 - cosine) / 4.0 > POINTED {
            return End::Corner;
        }
        End::Joint((self.half + FRAC_1_SQRT_2) * sine.abs() / (1.0 + cosine) + 0.01)
    }

    /// How much further than to its end it may touch the centre of a pixel.
    #[inline(always)]
    fn beyond(&self, end: End) -> f32 {
        match end {
            End::Joint(further) => further,
            End::Cap(Cap::Butt) => self.end.reach,
            End::Cap(_) | End::Corner => self.half + FRAC_1_SQRT_2,
        }
    }

    #[inline(always)]
    pub(super) fn rows(&self, window: &Range<usize>) -> Range<usize> {
        let [first, last] = self.ends.map(|end| f64::from(self.beyond(end)));
        let (down, side) =
            (f64::from(self.direction.1), f64::from(self.normal.1 * self.reach()).abs());
        let (from, to) = (self.from.y - first * down, self.to.y + last * down);
        let (top, bottom) = (from.min(to) - side, from.max(to) + side);
        let range = within(
            (top - 0.5) as f32,
            (bottom - 0.5) as f32,
            &(window.start as i32..window.end as i32),
        );
        range.start as usize..range.end as usize
    }

    /// From where to where it may touch the centres of pixels on the row at `from.y`, to the right of
    /// `from.x`, and how these places move with each row: for its ends and for its sides.
    #[inline(always)]
    pub(super) fn columns(&self) -> [(f32, f32, f32); 2] {
        let [first, last] = self.ends.map(|end| self.beyond(end));
        let reach = self.reach();
        let side = |(dx, dy): (f32, f32), low: f32, high: f32| {
            if dx.abs() < 1e-3 {
                return (f32::NEG_INFINITY, f32::INFINITY, 0.0);
            }
            let per = 1.0 / dx;
            let (a, b) = (low * per, high * per);
            (a.min(b), a.max(b), -dy * per)
        };
        [side(self.direction, -first, self.length + last), side(self.normal, -reach, reach)]
    }

    /// Whether the line goes on at both its ends, so that nothing is to be said of these.
    #[inline(always)]
    pub(super) fn goes_on(&self) -> bool {
        matches!(self.ends, [End::Joint(_), End::Joint(_)])
    }

    /// How much of 255 it covers, if it goes on, of pixels beside each other; the centre of the first
    /// of them is so far to the right of `from` and below it.
    #[inline(always)]
    pub(super) fn shares_inside(&self, right: f32, down: f32) -> [u8; BLOCK] {
        let first = right * self.normal.0 + down * self.normal.1;
        let across = |i: usize| first + i as f32 * self.normal.0;
        array::from_fn(|i| in_bytes(self.side.band(self.half, across(i))))
    }

    /// How much of 255 it covers of a pixel whose centre is so far to the right of `from` and below
    /// it.
    #[inline(always)]
    pub(super) fn coverage(&self, right: f32, down: f32) -> u8 {
        let along = right * self.direction.0 + down * self.direction.1;
        let across = right * self.normal.0 + down * self.normal.1;
        let [first, last] = self.ends;
        in_bytes(
            self.up_to(first, along, across)
                * self.up_to(last, self.length - along, across)
                * self.side.band(self.half, across),
        )
    }

    /// The coverage of a pixel on this side of an end, whose centre is `before` it.
    #[inline(always)]
    fn up_to(&self, end: End, before: f32, across: f32) -> f32 {
        match end {
            End::Joint(_) => 1.0,
            End::Cap(Cap::Butt) => self.end.coverage(before),
            End::Cap(Cap::Square) => self.end.coverage(before + self.half),
            End::Cap(Cap::Round) | End::Corner if before >= 0.0 => 1.0,
            End::Cap(Cap::Round) | End::Corner => self.round(before, across),
        }
    }

    /// The coverage of a pixel beyond a round end, of what it would have if the piece went on.
    fn round(&self, before: f32, across: f32) -> f32 {
        let distance = (before * before + across * across).sqrt();
        let band = self.side.band(self.half, across);
        if distance >= self.half + 1.0 || band == 0.0 {
            return 0.0;
        }
        let (before, across) = (before / distance, across / distance);
        let normal = (
            self.direction.0 * before + self.normal.0 * across,
            self.direction.1 * before + self.normal.1 * across,
        );
        Edge::new(normal).band(self.half, distance) / band
    }
}

/// The whole numbers between two places, in the window. Without ceil and floor, which are calls on
/// many machines.
#[inline(always)]
pub(in crate::raster) fn within(from: f32, to: f32, window: &Range<i32>) -> Range<i32> {
    let up = |place: f32| {
        let below = place as i32;
        below.saturating_add((place > below as f32).into())
    };
    let start = up(from).max(window.start);
    start..up(-to).saturating_neg().saturating_add(1).min(window.end).max(start)
}
