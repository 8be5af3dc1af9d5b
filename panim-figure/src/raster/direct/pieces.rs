//! A line taken to pieces, each of which is ready when it is known how it ends.

use super::piece::{End, Piece};
use std::collections::VecDeque;
use vello_cpu::kurbo::{Cap, Point};

/// So far from a flat end of a line, in pixels and beside half its width, it may cut pieces.
const NEAR: f64 = 2.0;

/// The pieces of a line, each with something that is known of it.
pub(super) struct Pieces<T> {
    cap: Cap,
    /// How the next piece begins if none is before it.
    begin: End,
    /// Those that were not handed over yet.
    waiting: VecDeque<(Piece, T)>,
    /// So many of them belong to parts of the line that are complete.
    complete: usize,
    /// The first piece of the part, if it begins flat, and how long the part is so far.
    flat: Option<Piece>,
    length: f64,
    /// How much of that is before the first of those that wait.
    gone: f64,
}

impl<T> Pieces<T> {
    pub(super) fn new(cap: Cap) -> Self {
        Self {
            cap,
            begin: End::Cap(cap),
            waiting: VecDeque::new(),
            complete: 0,
            flat: None,
            length: 0.0,
            gone: 0.0,
        }
    }

    /// A part of the line begins; the part before it ends.
    #[inline(always)]
    pub(super) fn begin(&mut self, is_closed: bool) {
        self.end();
        self.begin = if is_closed { End::Corner } else { End::Cap(self.cap) };
    }

    /// Goes on in a straight line, whose width has these halves. False: it has no length.
    #[inline(always)]
    pub(super) fn to(&mut self, from: Point, to: Point, halves: (f64, f64), of_it: T) -> bool {
        let ends = [self.begin, End::Cap(self.cap)];
        let Some(mut next) = Piece::new(from, to, halves, ends) else { return false };
        if self.waiting.len() > self.complete
            && let Some((before, _)) = self.waiting.back_mut()
        {
            let joint = before.joint(&next);
            (before.ends[1], next.ends[0]) = (joint, joint);
        } else {
            self.flat = None;
            (self.length, self.gone) = (0.0, 0.0);
            if let End::Cap(Cap::Butt) = self.begin {
                self.flat = Some(next);
            }
        }
        if let Some(first) = &self.flat {
            if self.length <= f64::from(next.widest) + NEAR {
                first.cut_begin(&mut next);
            } else {
                self.flat = None;
            }
        }
        self.length += f64::from(next.length);
        self.waiting.push_back((next, of_it));
        true
    }

    /// A dot, as a part of the line.
    pub(super) fn dot(&mut self, at: Point, half: f64, of_it: T) {
        self.end();
        self.waiting.push_back((Piece::dot(at, half), of_it));
        self.complete = self.waiting.len();
    }

    /// Ends where the line began; a round corner is right however small the angle.
    pub(super) fn close(&mut self) {
        if let Some((last, _)) = self.waiting.back_mut() {
            last.ends[1] = End::Corner;
        }
        self.complete = self.waiting.len();
    }

    /// The line ends, or a part of it.
    pub(super) fn end(&mut self) {
        let (done, open) = (self.complete, self.waiting.len());
        self.complete = open;
        if self.cap != Cap::Butt || done == open {
            return;
        }
        let last = self.waiting[open - 1].0;
        let mut behind = 0.0;
        for (piece, _) in self.waiting.range_mut(done..).rev() {
            if behind > f64::from(piece.widest) + NEAR {
                break;
            }
            last.cut_end(piece);
            behind += f64::from(piece.length);
        }
    }

    /// Hands over the next one that is ready.
    #[inline(always)]
    pub(super) fn ready(&mut self) -> Option<(Piece, T)> {
        if self.complete > 0 {
            self.complete -= 1;
            return self.waiting.pop_front();
        }
        let (first, _) = self.waiting.front()?;
        let end = self.gone + f64::from(first.length);
        let is_near = self.cap == Cap::Butt && self.length - end <= f64::from(first.widest) + NEAR;
        if self.waiting.len() < 2 || is_near {
            return None;
        }
        self.gone = end;
        self.waiting.pop_front()
    }
}
