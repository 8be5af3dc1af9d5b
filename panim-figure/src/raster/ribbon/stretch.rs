//! The straight pieces of a ribbon: which pixels each may touch, how much of them it covers, and what it
//! is there.

use crate::raster::direct::{Edge, within};
use crate::scene::ribbon::{Ribbon, RibbonPiece};
use std::{f32::consts::FRAC_1_SQRT_2, ops::Range};
use vello_cpu::kurbo::{Cap, Point, Rect};

/// Pixels beside each other that are gone through together.
pub(super) const BLOCK: usize = 8;

/// What is at such pixels.
#[derive(Default)]
pub(super) struct PixelSamples {
    /// How much it covers.
    pub(super) coverage: [f32; BLOCK],
    /// The square of how far its nearest place is from the middle of the pixel.
    pub(super) distance: [f32; BLOCK],
    /// How far behind its beginning that is.
    pub(super) inside: [f32; BLOCK],
}

/// The stretches of a ribbon, each of which is ready when it is known how it ends.
pub(super) struct Stretches<'a, I: Iterator<Item = RibbonPiece>> {
    pieces: I,
    ribbon: &'a Ribbon,
    waiting: Option<Stretch>,
    /// How long the line is so far.
    along: f64,
    /// Where a line begins that has no length yet.
    dot: Option<RibbonPiece>,
}

/// How a stretch ends.
#[derive(Debug, Clone, Copy)]
enum StretchEnd {
    /// The line ends there.
    Cap(Cap),
    /// The line goes on at so small an angle that the two stretches meet half way, when each is so much
    /// longer.
    Joint(f32),
    /// The line goes on around a corner, which is round.
    Corner,
}

/// Where two stretches meet half way, the line may reach so much further than around the corner, in
/// pixels.
const POINTED: f32 = 0.03;

/// What is nearer than this, in pixels, is the same place.
const SAME: f64 = 1e-6;

/// A line that comes back after so many pixels and its width covers what it left before.
const APART: f32 = 2.0;

#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    from: Point,
    to: Point,
    /// The column that places are counted from: that is exact enough in 32 bits.
    origin: i32,
    length: f32,
    /// Half the width where it begins, the most of it, and how much it grows with each pixel.
    half: f32,
    widest: f32,
    widening: f32,
    alpha: f32,
    fading: f32,
    shade: f32,
    shading: f32,
    /// How long the line is up to it.
    along: f32,
    /// Along the stretch, of length 1.
    direction: (f32, f32),
    normal: (f32, f32),
    side: Edge,
    end: Edge,
    ends: [StretchEnd; 2],
}

impl<'a> Stretches<'a, std::iter::Empty<RibbonPiece>> {
    pub(super) fn new(
        ribbon: &'a Ribbon,
        room: Rect,
    ) -> Stretches<'a, impl Iterator<Item = RibbonPiece>> {
        let pieces = ribbon.pieces().filter_map(move |piece| piece.cut(room));
        Stretches { pieces, ribbon, waiting: None, along: 0.0, dot: None }
    }
}

impl<I: Iterator<Item = RibbonPiece>> Iterator for Stretches<'_, I> {
    type Item = Stretch;

    fn next(&mut self) -> Option<Stretch> {
        loop {
            let Some(piece) = self.pieces.next() else {
                return self.waiting.take();
            };
            let cap = StretchEnd::Cap(self.ribbon.cap);
            if piece.begins {
                self.dot = Some(piece);
            }
            let length = (piece.to.at - piece.from.at).hypot();
            if length < SAME {
                // what has no length is no piece, unless it is all there is
                let dot = self.dot.take_if(|_| piece.ends && self.ribbon.cap == Cap::Round);
                match dot {
                    Some(dot) => {
                        let dot = Stretch::new(&dot, 0.0, self.along, [cap; 2]);
                        self.along += 2.0 * f64::from(dot.widest + APART);
                        if let Some(before) = self.waiting.replace(dot) {
                            return Some(before);
                        }
                    }
                    None => continue,
                }
                continue;
            }
            let begins = self.dot.take().is_some();
            let mut next = Stretch::new(&piece, length, self.along, [cap; 2]);
            self.along += length;
            let mut before = self.waiting.take();
            match &mut before {
                Some(before) if !begins && (before.to - next.from).hypot() < SAME => {
                    let joint = before.joint(&next);
                    (before.ends[1], next.ends[0]) = (joint, joint);
                }
                // another part of the line lies on top of it
                Some(_) => {
                    let gap = f64::from(2.0 * next.widest + APART);
                    self.along += gap;
                    next.along += gap as f32;
                }
                None => {}
            }
            self.waiting = Some(next);
            if before.is_some() {
                return before;
            }
        }
    }
}

impl Stretch {
    fn new(piece: &RibbonPiece, length: f64, along: f64, ends: [StretchEnd; 2]) -> Self {
        let RibbonPiece { from, to, .. } = piece;
        let direction = if length > 0.0 { (to.at - from.at) / length } else { (1.0, 0.0).into() };
        let per =
            |from: f64, to: f64| if length > 0.0 { ((to - from) / length) as f32 } else { 0.0 };
        let (normal, direction) =
            ((-direction.y as f32, direction.x as f32), (direction.x as f32, direction.y as f32));
        Self {
            from: from.at,
            to: to.at,
            origin: from.at.x as i32,
            length: length as f32,
            half: (from.width / 2.0) as f32,
            widest: (from.width.max(to.width) / 2.0) as f32,
            widening: per(from.width, to.width) / 2.0,
            alpha: from.alpha as f32,
            fading: per(from.alpha, to.alpha),
            shade: from.shade as f32,
            shading: per(from.shade, to.shade),
            along: along as f32,
            direction,
            normal,
            side: Edge::new(normal),
            end: Edge::new(direction),
            ends,
        }
    }

    /// How it meets the one that follows.
    fn joint(&self, next: &Self) -> StretchEnd {
        let cosine = self.direction.0 * next.direction.0 + self.direction.1 * next.direction.1;
        let sine = self.direction.0 * next.direction.1 - self.direction.1 * next.direction.0;
        let half = self.half + self.length * self.widening;
        // half the width over the cosine of half the angle, less half the width
        if cosine < 0.5 || half * (1.0 - cosine) / 4.0 > POINTED {
            return StretchEnd::Corner;
        }
        StretchEnd::Joint((half + FRAC_1_SQRT_2) * sine.abs() / (1.0 + cosine) + 0.01)
    }

    /// How much further than to its end it may touch the centre of a pixel.
    fn beyond(&self, end: StretchEnd) -> f32 {
        match end {
            StretchEnd::Joint(further) => further,
            StretchEnd::Cap(Cap::Butt) => self.end.reach,
            StretchEnd::Cap(_) | StretchEnd::Corner => self.widest + FRAC_1_SQRT_2,
        }
    }

    /// How far from it the centre of a pixel may be that it touches.
    fn reach(&self) -> f32 {
        self.widest + self.side.reach
    }

    /// How far apart along the line two places are at most that are one place.
    #[inline(always)]
    pub(super) fn near(&self) -> f32 {
        2.0 * self.widest + APART
    }

    /// The rows of pixels that it may touch.
    pub(super) fn rows(&self, window: &Range<i32>) -> Range<i32> {
        let [first, last] = self.ends.map(|end| f64::from(self.beyond(end)));
        let (down, side) =
            (f64::from(self.direction.1), f64::from(self.normal.1 * self.reach()).abs());
        let (from, to) = (self.from.y - first * down, self.to.y + last * down);
        let (top, bottom) = (from.min(to) - side, from.max(to) + side);
        within((top - 0.5) as f32, (bottom - 0.5) as f32, window)
    }

    /// How far below its beginning the middle of a row is, and right of it that of a column.
    #[inline(always)]
    pub(super) fn down(&self, row: i32) -> f32 {
        (f64::from(row) + 0.5 - self.from.y) as f32
    }

    #[inline(always)]
    pub(super) fn right(&self, column: usize) -> f32 {
        (column as f64 + 0.5 - self.from.x) as f32
    }

    /// From where to where it may touch the middles of pixels on the row where it begins, to the right of
    /// where the column of its beginning has its middle, and how these places move with each row: for its ends
    /// and for its sides.
    pub(super) fn spans(&self) -> [(f32, f32, f32); 2] {
        let [first, last] = self.ends.map(|end| self.beyond(end));
        let reach = self.reach();
        let offset = (f64::from(self.origin) + 0.5 - self.from.x) as f32;
        let side = |(dx, dy): (f32, f32), low: f32, high: f32| {
            if dx.abs() < 1e-3 {
                return (f32::NEG_INFINITY, f32::INFINITY, 0.0);
            }
            let per = 1.0 / dx;
            let (a, b) = (low * per, high * per);
            (a.min(b) - offset, a.max(b) - offset, -dy * per)
        };
        [side(self.direction, -first, self.length + last), side(self.normal, -reach, reach)]
    }

    /// The pixels that it may touch in the row so far down.
    #[inline(always)]
    pub(super) fn columns(
        &self,
        [along, across]: &[(f32, f32, f32); 2],
        down: f32,
        window: &Range<i32>,
    ) -> Range<i32> {
        let left = (along.0 + down * along.2).max(across.0 + down * across.2);
        let right = (along.1 + down * along.2).min(across.1 + down * across.2);
        let window = window.start - self.origin..window.end - self.origin;
        let range = within(left, right, &window);
        range.start + self.origin..range.end + self.origin
    }

    /// Whether the line goes on at both its ends, so that nothing is to be said of these.
    #[inline(always)]
    pub(super) fn goes_on(&self) -> bool {
        matches!(self.ends, [StretchEnd::Joint(_), StretchEnd::Joint(_)])
    }

    /// What is at pixels beside each other, of which the middle of the first is so far to the right of its
    /// beginning and below it, if it goes on.
    #[inline(always)]
    pub(super) fn samples_inside(&self, right: f32, down: f32) -> PixelSamples {
        let (first_along, first_across) = self.turned(right, down);
        let mut samples = PixelSamples::default();
        let is_wide = self.thinnest() >= FRAC_1_SQRT_2;
        for i in 0..BLOCK {
            let along = first_along + i as f32 * self.direction.0;
            let across = first_across + i as f32 * self.normal.0;
            let inside = along.max(0.0).min(self.length);
            let half = self.half + inside * self.widening;
            // one of a wide line's sides is too far away to matter
            samples.coverage[i] = match is_wide {
                true => self.side.coverage(half - across.abs()),
                false => self.side.band(half, across),
            };
            let aside = along - inside;
            samples.distance[i] = across * across + aside * aside;
            samples.inside[i] = inside;
        }
        samples
    }

    /// The same of any.
    #[inline(always)]
    pub(super) fn samples(&self, right: f32, down: f32) -> PixelSamples {
        let mut samples = self.samples_inside(right, down);
        let (first_along, first_across) = self.turned(right, down);
        let [first, last] = self.ends;
        for i in 0..BLOCK {
            let along = first_along + i as f32 * self.direction.0;
            let across = first_across + i as f32 * self.normal.0;
            let half = self.half + samples.inside[i] * self.widening;
            samples.coverage[i] *= self.up_to(first, along, across, half)
                * self.up_to(last, self.length - along, across, half);
        }
        samples
    }

    /// How far a place is along it and across.
    #[inline(always)]
    fn turned(&self, right: f32, down: f32) -> (f32, f32) {
        let along = right * self.direction.0 + down * self.direction.1;
        (along, right * self.normal.0 + down * self.normal.1)
    }

    /// The least half of its width.
    #[inline(always)]
    fn thinnest(&self) -> f32 {
        self.half.min(self.half + self.length * self.widening)
    }

    /// How far along the line it is, so far behind its beginning.
    #[inline(always)]
    pub(super) fn along_at(&self, inside: f32) -> f32 {
        self.along + inside
    }

    /// Its opacity there, and its shade.
    #[inline(always)]
    pub(super) fn look_at(&self, inside: f32) -> (f32, f32) {
        (self.alpha + inside * self.fading, self.shade + inside * self.shading)
    }

    /// The coverage of a pixel on this side of an end, whose middle is `before` it.
    #[inline(always)]
    fn up_to(&self, end: StretchEnd, before: f32, across: f32, half: f32) -> f32 {
        match end {
            StretchEnd::Joint(_) => 1.0,
            StretchEnd::Cap(Cap::Butt) => self.end.coverage(before),
            StretchEnd::Cap(Cap::Square) => self.end.coverage(before + half),
            StretchEnd::Cap(Cap::Round) | StretchEnd::Corner if before >= 0.0 => 1.0,
            StretchEnd::Cap(Cap::Round) | StretchEnd::Corner => self.round(before, across, half),
        }
    }

    /// The coverage of a pixel beyond a round end, of what it would have if the stretch went on.
    fn round(&self, before: f32, across: f32, half: f32) -> f32 {
        let distance = (before * before + across * across).sqrt();
        if distance >= half + 1.0 {
            return 0.0;
        }
        let band = self.side.band(half, across);
        if band == 0.0 {
            return 0.0;
        }
        let (before, across) = (before / distance, across / distance);
        let normal = (
            self.direction.0 * before + self.normal.0 * across,
            self.direction.1 * before + self.normal.1 * across,
        );
        Edge::new(normal).band(half, distance) / band
    }
}
