//! Which markers cannot be seen, since all pixels that they could touch are full.

use super::Mask;
use vello_cpu::kurbo::Rect;

/// The pixels of a picture that are full, and those in which a marker that stands there is hidden.
pub(super) struct Hidden {
    width: usize,
    height: usize,
    /// One bit for each pixel, in rows of so many words.
    full: Vec<u64>,
    words: usize,
    /// Of each pixel: a marker that stands there is hidden, wherever in it.
    hidden: Vec<bool>,
    /// What the markers may touch, from the pixel where they stand: left, top, right and bottom, the last two not
    /// included.
    reach: [i32; 4],
}

impl Hidden {
    /// Of a picture of so many pixels, for markers of these masks. What falls out of `clip` is not shown.
    pub(super) fn new<'a>(
        (width, height): (u16, u16),
        clip: Rect,
        masks: impl Iterator<Item = &'a Mask>,
    ) -> Self {
        let (width, height) = (usize::from(width), usize::from(height));
        let words = width.div_ceil(64);
        let boxes = masks.filter(|mask| mask.width > 0).map(|mask| {
            let rows = mask.height();
            [mask.left, mask.top, mask.left + mask.width as i32, mask.top + rows as i32]
        });
        let reach =
            boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
        let mut hidden = Self {
            width,
            height,
            full: vec![0; words * height],
            words,
            hidden: vec![false; width * height],
            reach: reach.unwrap_or_default(),
        };
        let is_out = |at: usize, from: f64, to: f64| (at + 1) as f64 <= from || at as f64 >= to;
        for y in 0..height {
            let row = is_out(y, clip.y0, clip.y1);
            (0..width)
                .filter(|x| row || is_out(*x, clip.x0, clip.x1))
                .for_each(|x| hidden.fill(x, y));
        }
        hidden
    }

    /// The pixel is full now.
    pub(super) fn fill(&mut self, x: usize, y: usize) {
        if x < self.width && y < self.height {
            self.full[y * self.words + x / 64] |= 1 << (x % 64);
        }
    }

    /// Is a marker that stands in this pixel hidden? It may be said not to be.
    #[inline]
    pub(super) fn is_hidden(&mut self, (x, y): (i32, i32)) -> bool {
        let (Ok(column), Ok(row)) = (usize::try_from(x), usize::try_from(y)) else { return false };
        if column >= self.width || row >= self.height {
            return false;
        }
        let place = row * self.width + column;
        if !self.hidden[place] {
            self.hidden[place] = self.is_full_around(x, y);
        }
        self.hidden[place]
    }

    fn is_full_around(&self, x: i32, y: i32) -> bool {
        let [left, top, right, bottom] = self.reach;
        let within = |at: i32, end: usize| (at.max(0) as usize).min(end);
        let columns = within(x + left, self.width)..within(x + right, self.width);
        let mut rows = within(y + top, self.height)..within(y + bottom, self.height);
        rows.all(|row| {
            let words = &self.full[row * self.words..][..self.words];
            let mut from = columns.start;
            while from < columns.end {
                let to = columns.end.min((from / 64 + 1) * 64);
                let bits = (u64::MAX >> (64 - (to - from))) << (from % 64);
                if words[from / 64] & bits != bits {
                    return false;
                }
                from = to;
            }
            true
        })
    }
}
