//! Lines through many points: how much of each pixel they cover, and then their colour.
//!
//! A pixel near several pieces of a line belongs to the one that covers most of it. That is exact
//! along the line and where pieces meet at a small angle; a line that turns back again and again is
//! not painted here.

use super::{
    edge::{Edge, Shares},
    window::{Ink, Window},
};
use std::{f32::consts::FRAC_1_SQRT_2, mem, ops::Range};
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Stroke, Vec2};

/// One of so many points may be a sharp corner.
const CORNERS: usize = 8;

/// Whether a stroke is one that [`Coverage::draw`] draws: solid, with round corners if it has any,
/// and with few of them.
pub(super) fn is_plain_line(path: &BezPath, stroke: &Stroke) -> bool {
    if !stroke.dash_pattern.is_empty() || stroke.start_cap != stroke.end_cap {
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
                let way = to - from;
                if is_far(from) || is_far(to) {
                    return false;
                }
                if let Some(came) = came {
                    joints += 1;
                    corners += usize::from(came.dot(way) < 0.0);
                }
                pieces += 1;
                came = Some(way);
            }
            PathEl::ClosePath => {
                joints += 1;
                last = None;
            }
            _ => return false,
        }
    }
    let joined = joints == 0 || (stroke.join == Join::Round && stroke.start_cap != Cap::Butt);
    pieces > 0 && joined && corners * CORNERS <= joints
}

/// Whether a place is so far away that 32 bits cannot tell where it is to within a hundredth of a
/// pixel.
fn is_far(place: Point) -> bool {
    !(place.x.abs() < 1e5 && place.y.abs() < 1e5)
}

/// Pixels beside each other that are gone through together: as many as fit into 64 bits.
const BLOCK: usize = 8;

/// How much of each pixel of a picture is covered, of 255. Nothing, between two lines.
pub(super) struct Coverage {
    /// In whole blocks.
    width: usize,
    height: usize,
    shares: Vec<u8>,
    /// Which blocks of each row may be covered: one bit for each.
    touched: Vec<u64>,
    /// Of a row in `touched`.
    words: usize,
    /// The rows that are touched.
    rows: Range<usize>,
    /// All parts of a line that are complete.
    parts: Option<Box<Self>>,
}

impl Coverage {
    pub(super) fn new(width: usize, height: usize) -> Self {
        let words = width.div_ceil(BLOCK * u64::BITS as usize);
        let width = width.next_multiple_of(BLOCK);
        Self {
            width,
            height,
            shares: Vec::new(),
            touched: Vec::new(),
            words,
            rows: 0..0,
            parts: None,
        }
    }

    /// Adds a line, as far as it falls into the window.
    #[inline(always)]
    pub(super) fn line(&mut self, path: &BezPath, stroke: &Stroke, window: &Window) {
        self.make_room();
        let mut pieces = Pieces { half: stroke.width / 2.0, cap: stroke.start_cap, waiting: None };
        let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
        let end = [PathEl::MoveTo(Point::ORIGIN)];
        for element in path.elements().iter().chain(&end) {
            match *element {
                PathEl::LineTo(to) => {
                    let before = pieces.to(mem::replace(&mut last, to), to);
                    self.add(before, window);
                }
                PathEl::MoveTo(to) => {
                    (begun, last) = (to, to);
                    let before = pieces.end();
                    self.add(before, window);
                    self.end_part();
                }
                PathEl::ClosePath => {
                    let before = pieces.to(mem::replace(&mut last, begun), begun);
                    self.add(before, window);
                    let before = pieces.close();
                    self.add(before, window);
                }
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
            }
        }
    }

    #[inline(always)]
    fn add(&mut self, piece: Option<Piece>, window: &Window) {
        if let Some(piece) = piece {
            self.piece(&piece, window);
        }
    }

    fn make_room(&mut self) {
        self.shares.resize(self.width * self.height, 0);
        self.touched.resize(self.words * self.height, 0);
    }

    /// What comes is another part of the line: where it crosses this one, both cover some.
    fn end_part(&mut self) {
        if self.rows.is_empty() {
            return;
        }
        let mut parts = self.parts.take().unwrap_or_else(|| {
            let (width, height, words) = (self.width, self.height, self.words);
            Box::new(Self { width, height, words, ..Self::new(0, 0) })
        });
        parts.make_room();
        parts.touch_rows(&self.rows);
        self.take_each(|y, block, shares| {
            parts.touched[y * parts.words + block / 64] |= 1 << (block % 64);
            let all = &mut parts.shares[y * parts.width + block * BLOCK..][..BLOCK];
            for (all, share) in all.iter_mut().zip(shares) {
                let both = (u32::from(255 - *all) * u32::from(255 - share) + 127) / 255;
                *all = 255 - both as u8;
            }
        });
        self.parts = Some(parts);
    }

    fn touch_rows(&mut self, rows: &Range<usize>) {
        self.rows = if self.rows.is_empty() {
            rows.clone()
        } else {
            self.rows.start.min(rows.start)..self.rows.end.max(rows.end)
        };
    }

    /// Hands over each block that is touched, with its row and its place there, and forgets it.
    #[inline(always)]
    fn take_each(&mut self, mut take: impl FnMut(usize, usize, [u8; BLOCK])) {
        for y in mem::take(&mut self.rows) {
            let words = &mut self.touched[y * self.words..][..self.words];
            let blocks = self.shares[y * self.width..][..self.width].as_chunks_mut().0;
            for (i, word) in words.iter_mut().enumerate() {
                while *word != 0 {
                    let block = i * 64 + word.trailing_zeros() as usize;
                    *word &= *word - 1;
                    take(y, block, mem::take(&mut blocks[block]));
                }
            }
        }
    }

    fn piece(&mut self, piece: &Piece, window: &Window) {
        let (columns, rows) = (window.columns(), piece.rows(&window.rows()));
        if rows.is_empty() {
            return;
        }
        self.touch_rows(&rows);
        let [along, across] = piece.columns();
        // places are counted from where the piece begins: that is exact enough in 32 bits
        let origin = piece.from.x as i32;
        let first = (f64::from(origin) + 0.5 - piece.from.x) as f32;
        let columns = columns.start as i32 - origin..columns.end as i32 - origin;
        // no pixel reaches beyond both sides, and none beyond the ends
        let is_plain =
            matches!(piece.ends, [End::Joint(_), End::Joint(_)]) && piece.half >= piece.side.reach;
        for y in rows {
            let down = (y as f64 + 0.5 - piece.from.y) as f32;
            let left = (along.0 + down * along.2).max(across.0 + down * across.2);
            let right = (along.1 + down * along.2).min(across.1 + down * across.2);
            let range = within(left - first, right - first, &columns);
            if range.is_empty() {
                continue;
            }
            let place = (range.start + origin) as usize..(range.end + origin) as usize;
            let touched = &mut self.touched[y * self.words..];
            for block in place.start / BLOCK..=(place.end - 1) / BLOCK {
                touched[block / 64] |= 1 << (block % 64);
            }
            let covered = &mut self.shares[y * self.width..][place];
            let right = range.start as f32 + first;
            let mut across = right * piece.normal.0 + down * piece.normal.1;
            if is_plain {
                for covered in covered {
                    *covered = piece.shares.at(piece.half - across.abs()).max(*covered);
                    across += piece.normal.0;
                }
                continue;
            }
            let mut along = right * piece.way.0 + down * piece.way.1;
            for covered in covered {
                *covered = ((piece.share(along, across) * 255.0 + 0.5) as u8).max(*covered);
                (along, across) = (along + piece.way.0, across + piece.normal.0);
            }
        }
    }

    /// Lays the colour over the pixels that are covered, and forgets them.
    #[inline(always)]
    pub(super) fn paint(&mut self, ink: Ink, window: &Window, pixels: &mut [u8]) {
        let Some(parts) = &mut self.parts else { return };
        parts.take_each(|y, block, mut shares| {
            let row = window.row(pixels, y);
            let whole = window.whole_columns_in(window, y);
            let start = block * BLOCK;
            let end = (start + BLOCK).min(row.len());
            if start < whole.start || end > whole.end {
                for (x, share) in (start..end).zip(&mut shares) {
                    *share = (f32::from(*share) * window.share(x, y) + 0.5) as u8;
                }
            }
            let bits = u64::from_le_bytes(shares);
            let empty = (bits.trailing_zeros() / 8) as usize;
            let full = BLOCK - (bits.leading_zeros() / 8) as usize;
            let pixels = row[start..end].iter_mut().zip(shares);
            for (pixel, share) in pixels.take(full).skip(empty) {
                ink.blend_in_bytes(pixel, share);
            }
        });
    }
}

/// Takes a line to pieces, each of which is ready when it is known how it ends.
struct Pieces {
    half: f64,
    cap: Cap,
    waiting: Option<Piece>,
}

impl Pieces {
    /// Goes on in a straight line. The piece before it is ready.
    #[inline(always)]
    fn to(&mut self, from: Point, to: Point) -> Option<Piece> {
        // what has no length is no piece
        let mut next = Piece::new(from, to, self.half, [End::Cap(self.cap); 2])?;
        let mut before = self.waiting.take();
        if let Some(before) = &mut before {
            let joint = before.joint(&next);
            (before.ends[1], next.ends[0]) = (joint, joint);
        }
        self.waiting = Some(next);
        before
    }

    fn end(&mut self) -> Option<Piece> {
        self.waiting.take()
    }

    /// Ends where the line began; a round corner is right however small the angle.
    fn close(&mut self) -> Option<Piece> {
        self.waiting.take().map(|last| Piece { ends: [last.ends[0], End::Corner], ..last })
    }
}

/// How a piece ends.
#[derive(Debug, Clone, Copy)]
enum End {
    /// The line ends there.
    Cap(Cap),
    /// The line goes on at so small an angle that the two pieces meet half way, when each is so much
    /// longer.
    Joint(f32),
    /// The line goes on around a corner, which is round.
    Corner,
}

/// A turn whose cosine is less is a corner.
const GENTLE: f32 = 0.9;

/// A straight piece of a line.
struct Piece {
    from: Point,
    to: Point,
    length: f32,
    half: f32,
    /// Along the piece, of length 1.
    way: (f32, f32),
    normal: (f32, f32),
    side: Edge,
    shares: &'static Shares,
    end: Edge,
    ends: [End; 2],
}

impl Piece {
    /// None: it has no length.
    #[inline(always)]
    fn new(from: Point, to: Point, half: f64, ends: [End; 2]) -> Option<Self> {
        let way = to - from;
        let length = way.hypot();
        if length < 1e-6 {
            return None;
        }
        let way = way / length;
        let (normal, way) = ((-way.y as f32, way.x as f32), (way.x as f32, way.y as f32));
        Some(Self {
            from,
            to,
            length: length as f32,
            half: half as f32,
            way,
            normal,
            side: Edge::new(normal),
            shares: Shares::of(normal),
            end: Edge::new(way),
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
        let cosine = self.way.0 * next.way.0 + self.way.1 * next.way.1;
        let sine = self.way.0 * next.way.1 - self.way.1 * next.way.0;
        if cosine < GENTLE {
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
    fn rows(&self, window: &Range<usize>) -> Range<usize> {
        let [first, last] = self.ends.map(|end| f64::from(self.beyond(end)));
        let (down, side) = (f64::from(self.way.1), f64::from(self.normal.1 * self.reach()).abs());
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
    fn columns(&self) -> [(f32, f32, f32); 2] {
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
        [side(self.way, -first, self.length + last), side(self.normal, -reach, reach)]
    }

    /// How much it covers of a pixel whose centre is there.
    #[inline(always)]
    fn share(&self, along: f32, across: f32) -> f32 {
        let [first, last] = self.ends;
        self.up_to(first, along, across)
            * self.up_to(last, self.length - along, across)
            * self.side.band(self.half, across)
    }

    /// The share of a pixel on this side of an end, whose centre is `before` it.
    #[inline(always)]
    fn up_to(&self, end: End, before: f32, across: f32) -> f32 {
        match end {
            End::Joint(_) => 1.0,
            End::Cap(Cap::Butt) => self.end.share(before),
            End::Cap(Cap::Square) => self.end.share(before + self.half),
            End::Cap(Cap::Round) | End::Corner if before >= 0.0 => 1.0,
            End::Cap(Cap::Round) | End::Corner => self.round(before, across),
        }
    }

    /// The share of a pixel beyond a round end, of what it would have if the piece went on.
    fn round(&self, before: f32, across: f32) -> f32 {
        let distance = (before * before + across * across).sqrt();
        let band = self.side.band(self.half, across);
        if distance >= self.half + 1.0 || band == 0.0 {
            return 0.0;
        }
        let (before, across) = (before / distance, across / distance);
        let normal = (
            self.way.0 * before + self.normal.0 * across,
            self.way.1 * before + self.normal.1 * across,
        );
        Edge::new(normal).band(self.half, distance) / band
    }
}

/// The whole numbers between two places, in the window. Without ceil and floor, which are calls on
/// many machines.
#[inline(always)]
fn within(from: f32, to: f32, window: &Range<i32>) -> Range<i32> {
    let up = |place: f32| {
        let below = place as i32;
        below.saturating_add((place > below as f32).into())
    };
    let start = up(from).max(window.start);
    start..up(-to).saturating_neg().saturating_add(1).min(window.end).max(start)
}
