//! The straight pieces of a ribbon, and what each looks like.

use crate::{
    raster::direct::{piece::Piece, pieces::Pieces},
    scene::ribbon::{Ribbon, RibbonPiece},
};
use vello_cpu::kurbo::{Cap, Point, Rect};

/// A line that comes back after so many pixels and its width covers what it left before.
const APART: f32 = 2.0;

/// What is nearer than this, in pixels, is the same place.
const SAME: f64 = 1e-6;

/// What a piece looks like, from where it begins on.
#[derive(Debug, Clone, Copy)]
pub(super) struct PieceLook {
    pub(super) alpha: f32,
    pub(super) fading: f32,
    pub(super) shade: f32,
    pub(super) shading: f32,
    /// How long the line is up to there, and up to where the part began that the piece is of.
    pub(super) along: f32,
    pub(super) part: f32,
}

impl PieceLook {
    fn new(piece: &RibbonPiece, length: f64, (along, part): (f64, f64)) -> Self {
        let RibbonPiece { from, to, .. } = piece;
        let per =
            |from: f64, to: f64| if length > 0.0 { ((to - from) / length) as f32 } else { 0.0 };
        Self {
            alpha: from.alpha as f32,
            fading: per(from.alpha, to.alpha),
            shade: from.shade as f32,
            shading: per(from.shade, to.shade),
            along: along as f32,
            part: part as f32,
        }
    }
}

/// How far apart along the line two places are at most that are one place of a piece.
#[inline(always)]
pub(super) fn near(piece: &Piece) -> f32 {
    2.0 * piece.widest + APART
}

/// The pieces of a ribbon, each of which is ready when it is known how it ends.
pub(super) struct LookedPieces<I> {
    from: I,
    cap: Cap,
    pieces: Pieces<PieceLook>,
    /// How long the line is so far, and where its last part began.
    along: f64,
    part: f64,
    last: Option<Point>,
    /// Where a line begins that has no length yet.
    dot: Option<RibbonPiece>,
}

impl LookedPieces<std::iter::Empty<RibbonPiece>> {
    pub(super) fn new(
        ribbon: &Ribbon,
        room: Rect,
    ) -> LookedPieces<impl Iterator<Item = RibbonPiece>> {
        let from = ribbon.pieces().filter_map(move |piece| piece.cut(room));
        let (cap, pieces) = (ribbon.cap, Pieces::new(ribbon.cap));
        LookedPieces { from, cap, pieces, along: 0.0, part: 0.0, last: None, dot: None }
    }
}

impl<I: Iterator<Item = RibbonPiece>> LookedPieces<I> {
    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<(Piece, PieceLook)> {
        loop {
            if let Some(ready) = self.pieces.ready() {
                return Some(ready);
            }
            let Some(piece) = self.from.next() else {
                self.pieces.end();
                return self.pieces.ready();
            };
            self.add(piece);
        }
    }

    #[inline(always)]
    fn add(&mut self, piece: RibbonPiece) {
        let RibbonPiece { from, to, begins, ends } = piece;
        if begins {
            self.dot = Some(piece);
        }
        let halves = (from.width / 2.0, to.width / 2.0);
        let length = (to.at - from.at).hypot();
        if length < SAME {
            // what has no length is no piece, unless it is all there is
            if let Some(dot) = self.dot.take_if(|_| ends && self.cap == Cap::Round) {
                self.begin_part(halves.0);
                self.pieces.dot(
                    from.at,
                    halves.0,
                    PieceLook::new(&dot, 0.0, (self.along, self.part)),
                );
                self.last = None;
            }
            return;
        }
        let begins = self.dot.take().is_some();
        let goes_on = self.last.is_some_and(|last| (last - from.at).hypot() < SAME);
        if begins || !goes_on {
            self.begin_part(halves.0.max(halves.1));
            self.pieces.begin(false);
        }
        let look = PieceLook::new(&piece, length, (self.along, self.part));
        self.pieces.to(from.at, to.at, halves, look);
        self.along += length;
        self.last = Some(to.at);
    }

    /// Another part of the line lies on top of it.
    fn begin_part(&mut self, widest: f64) {
        self.along += 2.0 * widest + 2.0 * f64::from(APART);
        self.part = self.along;
    }
}
