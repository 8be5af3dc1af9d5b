//! Which parts of a picture may differ from another picture.
//!
//! Kept in tiles, so that it is small and quick to go through, and may say more than is true: what
//! is not in it is the same for certain.

use vello_cpu::kurbo::{Point, Rect};

/// A tile's width and height in pixels. Even, and multiples of what is rasterised and converted at
/// once.
const TILE: (u32, u32) = (32, 16);

/// Regions this near to each other, in tiles, are one: each has its price.
const NEAR: u32 = 2;

/// More regions than this are one.
const MOST_REGIONS: usize = 24;

/// Parts of a picture. Not public API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Of the picture, in pixels.
    size: (u32, u32),
    /// Tiles in a row.
    columns: usize,
    /// Row by row from the top.
    marked: Vec<bool>,
}

/// A rectangle of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its left edge, a whole number of tiles from the left.
    pub x: u32,
    /// Its upper edge, a whole number of tiles from the top.
    pub y: u32,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Damage {
    /// Nothing, of a picture of this size in pixels.
    pub fn none((width, height): (u32, u32)) -> Self {
        let [columns, rows] = [width.div_ceil(TILE.0), height.div_ceil(TILE.1)].map(|n| n as usize);
        Self { size: (width, height), columns, marked: vec![false; columns * rows] }
    }

    /// All of a picture of this size.
    pub fn all(size: (u32, u32)) -> Self {
        let mut all = Self::none(size);
        all.mark_all();
        all
    }

    /// Of the picture, in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// The tile in which a pixel of the picture lies.
    pub fn add_at(&mut self, x: u32, y: u32) {
        self.marked[(y / TILE.1) as usize * self.columns + (x / TILE.0) as usize] = true;
    }

    /// Nothing any more.
    pub fn clear(&mut self) {
        self.marked.fill(false);
    }

    /// The whole picture.
    pub fn mark_all(&mut self) {
        self.marked.fill(true);
    }

    /// Whether it is nothing.
    pub fn is_none(&self) -> bool {
        !self.marked.contains(&true)
    }

    /// What is in another one, of a picture of the same size, too.
    pub fn add(&mut self, other: &Self) {
        debug_assert_eq!(self.size, other.size, "of pictures of different sizes");
        for (mark, &also) in self.marked.iter_mut().zip(&other.marked) {
            *mark |= also;
        }
    }

    /// Copies these parts of a picture, of four bytes a pixel, to another one.
    pub fn copy(&self, from: &[u8], to: &mut [u8]) {
        let stride = self.size.0 as usize * 4;
        for Part { x, y, width, height } in self.parts() {
            for row in y..y + height {
                let begin = row as usize * stride + x as usize * 4;
                let pixels = begin..begin + width as usize * 4;
                to[pixels.clone()].copy_from_slice(&from[pixels]);
            }
        }
    }

    /// Every pixel that the rectangle touches.
    pub(crate) fn mark(&mut self, rect: Rect) {
        let (width, height) = self.size;
        let across = tiles(rect.x0, rect.x1, width, TILE.0);
        let down = tiles(rect.y0, rect.y1, height, TILE.1);
        for row in down {
            let row = row * self.columns;
            self.marked[row + across.start..row + across.end].fill(true);
        }
    }

    /// Whether a rectangle touches it.
    pub(crate) fn touches(&self, rect: Rect) -> bool {
        let (width, height) = self.size;
        let across = tiles(rect.x0, rect.x1, width, TILE.0);
        tiles(rect.y0, rect.y1, height, TILE.1).any(|row| {
            let row = row * self.columns;
            self.marked[row + across.start..row + across.end].contains(&true)
        })
    }

    /// Every pixel that is at most `reach` from a line, across or down, and in `clip`.
    pub(crate) fn mark_line(&mut self, from: Point, to: Point, reach: f64, clip: Rect) {
        let along = to - from;
        // a slanting line is marked in steps, or else all of the rectangle around it would be
        let step = f64::from(TILE.0);
        let steps = (along.x.abs().min(along.y.abs()) / step).ceil();
        if !(2.0..=1000.0).contains(&steps) {
            return self.mark_clipped(Rect::from_points(from, to).inflate(reach, reach), clip);
        }
        for i in 0..steps as usize {
            let at = |i: usize| from + along * (i as f64 / steps);
            self.mark_clipped(Rect::from_points(at(i), at(i + 1)).inflate(reach, reach), clip);
        }
    }

    /// What of a rectangle is in `clip`.
    pub(crate) fn mark_clipped(&mut self, rect: Rect, clip: Rect) {
        let apart =
            rect.x1 < clip.x0 || rect.x0 > clip.x1 || rect.y1 < clip.y0 || rect.y0 > clip.y1;
        if !apart {
            self.mark(rect.intersect(clip));
        }
    }

    /// All of it, without overlaps, from the top.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        let rows: Vec<&[bool]> = self.marked.chunks(self.columns.max(1)).collect();
        let mut from = 0;
        let bands = std::iter::from_fn(move || {
            let row = *rows.get(from)?;
            let begun = from;
            from += rows[begun..].iter().take_while(|&&other| other == row).count();
            Some((row, begun, from))
        });
        bands.flat_map(move |(row, from, to)| runs(row).map(move |run| self.part(run, (from, to))))
    }

    /// Some rectangles that contain all of it, without overlaps.
    pub(crate) fn regions(&self) -> Vec<Part> {
        let mut regions: Vec<Part> = Vec::new();
        for mut part in self.parts() {
            while let Some(near) = regions.iter().position(|other| part.is_near(other)) {
                part = part.union(&regions.swap_remove(near));
            }
            regions.push(part);
        }
        match regions.iter().copied().reduce(|all, part| all.union(&part)) {
            Some(all) if regions.len() > MOST_REGIONS => vec![all],
            _ => regions,
        }
    }

    /// From tiles to pixels.
    fn part(&self, (left, right): (usize, usize), (top, bottom): (usize, usize)) -> Part {
        let (width, height) = self.size;
        let [x, x1] = [left, right].map(|column| (column as u32 * TILE.0).min(width));
        let [y, y1] = [top, bottom].map(|row| (row as u32 * TILE.1).min(height));
        Part { x, y, width: x1 - x, height: y1 - y }
    }
}

impl Part {
    fn right(&self) -> u32 {
        self.x + self.width
    }

    fn bottom(&self) -> u32 {
        self.y + self.height
    }

    fn is_near(&self, other: &Self) -> bool {
        let (across, down) = (NEAR * TILE.0, NEAR * TILE.1);
        self.x <= other.right() + across
            && other.x <= self.right() + across
            && self.y <= other.bottom() + down
            && other.y <= self.bottom() + down
    }

    fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let width = self.right().max(other.right()) - x;
        let height = self.bottom().max(other.bottom()) - y;
        Self { x, y, width, height }
    }

    pub(crate) fn rect(&self) -> Rect {
        let [x0, y0, x1, y1] = [self.x, self.y, self.right(), self.bottom()].map(f64::from);
        Rect { x0, y0, x1, y1 }
    }
}

/// The tiles between two places. What is not a number may be anywhere.
fn tiles(from: f64, to: f64, length: u32, tile: u32) -> std::ops::Range<usize> {
    let (length, tile) = (f64::from(length), f64::from(tile));
    let (from, to) = (from.max(0.0).min(length), to.min(length).max(0.0));
    if from >= to {
        return 0..0;
    }
    (from / tile) as usize..(to / tile).ceil() as usize
}

/// From where to where a row is marked.
fn runs(row: &[bool]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + row[at..].iter().position(|&marked| marked)?;
        at = row[from..].iter().position(|&marked| !marked).map_or(row.len(), |n| from + n);
        Some((from, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (u32, u32) = (100, 70);

    fn parts(damage: &Damage) -> Vec<[u32; 4]> {
        damage.parts().map(|part| [part.x, part.y, part.width, part.height]).collect()
    }

    fn marked(rects: &[[f64; 4]]) -> Damage {
        let mut damage = Damage::none(SIZE);
        for &[x0, y0, x1, y1] in rects {
            damage.mark(Rect { x0, y0, x1, y1 });
        }
        damage
    }

    #[test]
    fn all_is_one_part_and_none_is_no_part() {
        assert_eq!(parts(&Damage::all(SIZE)), [[0, 0, 100, 70]]);
        assert!(parts(&Damage::none(SIZE)).is_empty());
        assert!(Damage::none(SIZE).regions().is_empty());
        assert!(Damage::none(SIZE).is_none() && !marked(&[[0.0, 0.0, 1.0, 1.0]]).is_none());
    }

    #[test]
    fn tiles_that_are_touched_are_in_it() {
        assert_eq!(parts(&marked(&[[33.0, 17.0, 34.0, 18.0]])), [[32, 16, 32, 16]]);
        assert_eq!(parts(&marked(&[[31.9, 15.9, 32.1, 16.1]])), [[0, 0, 64, 32]]);
        assert_eq!(parts(&marked(&[[99.0, 69.0, 500.0, 500.0]])), [[96, 64, 4, 6]]);
        assert!(parts(&marked(&[[-9.0, -9.0, -1.0, -1.0], [100.0, 0.0, 120.0, 70.0]])).is_empty());
        assert_eq!(parts(&marked(&[[f64::NAN, 0.0, f64::NAN, 1.0]])), [[0, 0, 100, 16]]);
    }

    #[test]
    fn equal_rows_are_one_part() {
        let two = marked(&[[0.0, 0.0, 10.0, 40.0], [70.0, 0.0, 80.0, 40.0]]);
        assert_eq!(parts(&two), [[0, 0, 32, 48], [64, 0, 32, 48]]);
    }

    #[test]
    fn a_slanting_line_leaves_the_corners() {
        let mut damage = Damage::none((640, 640));
        let clip = Rect::new(0.0, 0.0, 640.0, 320.0);
        damage.mark_line(Point::ZERO, Point::new(640.0, 640.0), 1.0, clip);
        let area: u32 = damage.parts().map(|part| part.width * part.height).sum();
        assert!(area < 640 * 640 / 8, "{area}");
        assert_eq!(damage.parts().map(|part| part.bottom()).max(), Some(320));
        for i in 0..320 {
            assert!(damage.marked[i / 16 * damage.columns + i / 32], "{i}");
        }
    }

    #[test]
    fn regions_contain_every_part_and_do_not_overlap() {
        let mut damage = Damage::none((2000, 1000));
        for (x, y) in [(0, 0), (40, 300), (900, 20), (950, 30), (1900, 900), (1000, 990)] {
            let (x, y) = (f64::from(x), f64::from(y));
            damage.mark(Rect::new(x, y, x + 5.0, y + 5.0));
        }
        let regions = damage.regions();
        assert_eq!(regions.len(), 5, "{regions:?}");
        for part in damage.parts() {
            let around = regions.iter().filter(|region| region.union(&part) == **region);
            assert_eq!(around.count(), 1, "{part:?}");
        }
        for (i, one) in regions.iter().enumerate() {
            assert!(regions[..i].iter().all(|other| !one.rect().overlaps(other.rect())));
        }
    }

    #[test]
    fn very_many_regions_are_one() {
        let mut damage = Damage::none((4000, 4000));
        for i in 0..30 {
            let at = f64::from(i) * 130.0;
            damage.mark(Rect::new(at, at, at + 1.0, at + 1.0));
        }
        assert_eq!(damage.regions().len(), 1);
    }
}
