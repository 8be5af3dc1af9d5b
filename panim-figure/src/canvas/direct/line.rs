//! Lines through many points: how much of each pixel they cover, and then their colour.
//!
//! A pixel near several pieces of a line belongs to the one that covers most of it. That is exact
//! along the line and where pieces meet at a small angle; a line that turns back again and again is
//! not painted here.

use super::{
    piece::{Piece, Pieces, within},
    window::{Ink, Window},
};
use std::{mem, ops::Range};
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Stroke, Vec2};

/// One of so many points may be a sharp corner.
const CORNERS: usize = 8;

/// Whether a stroke is one that [`Coverage::line`] draws: solid, with round corners if it has any,
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

/// Whether a part of a path ends where it began; of all that comes after its first point.
fn is_closed(elements: &[PathEl]) -> bool {
    let end = elements.iter().find(|element| !matches!(element, PathEl::LineTo(_)));
    matches!(end, Some(PathEl::ClosePath))
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
        let mut pieces = Pieces::new(stroke.width / 2.0, stroke.start_cap);
        let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
        let elements = path.elements();
        for (i, element) in elements.iter().enumerate() {
            match *element {
                PathEl::LineTo(to) => {
                    let ready = pieces.to(mem::replace(&mut last, to), to);
                    self.add(ready, window);
                }
                PathEl::MoveTo(to) => {
                    (begun, last) = (to, to);
                    let ready = pieces.begin(is_closed(&elements[i + 1..]));
                    self.add(ready, window);
                    self.end_part();
                }
                PathEl::ClosePath => {
                    let ready = pieces.to(mem::replace(&mut last, begun), begun);
                    self.add(ready, window);
                    let ready = pieces.close();
                    self.add(ready, window);
                }
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
            }
        }
        let ready = pieces.begin(false);
        self.add(ready, window);
        self.end_part();
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
        if parts.rows.is_empty() {
            // most lines have one part: it changes hands, and is not copied
            mem::swap(&mut parts.shares, &mut self.shares);
            mem::swap(&mut parts.touched, &mut self.touched);
            mem::swap(&mut parts.rows, &mut self.rows);
        } else {
            self.merge_into(&mut parts);
        }
        self.parts = Some(parts);
    }

    /// Where both cover some of a pixel, what this one leaves free is covered in the other's share.
    fn merge_into(&mut self, parts: &mut Self) {
        parts.touch_rows(&self.rows);
        self.take_each(|y, block, shares| {
            parts.touched[y * parts.words + block / 64] |= 1 << (block % 64);
            let all = &mut parts.shares[y * parts.width + block * BLOCK..][..BLOCK];
            for (all, share) in all.iter_mut().zip(shares) {
                let both = (u32::from(255 - *all) * u32::from(255 - share) + 127) / 255;
                *all = 255 - both as u8;
            }
        });
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
        let is_plain = piece.is_plain();
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
                    *covered = piece.share_inside(across).max(*covered);
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
