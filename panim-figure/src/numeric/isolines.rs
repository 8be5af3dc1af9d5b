//! Where a field has a given value: marching along the sides of its cells, which are those of a grid or triangles.
//!
//! Each piece of a line runs with the higher values on its left. So it is enough to know for each
//! place on the sides of cells which place follows it; pieces along the edge of the domain make
//! closed rings of them.

pub(crate) mod grid;
#[cfg(test)]
mod tests;
pub(crate) mod triangles;

/// No place.
const NONE: u32 = u32::MAX;

/// What the cells of a field are. Its places have numbers: where a line crosses the side of a cell, and corners of
/// the domain.
pub(crate) trait Domain {
    /// How many places there are.
    fn places(&self) -> usize;

    /// The edge of the domain, which is on the left: from and to, which are corners, and the place between them.
    fn rim(&self) -> &[[u32; 3]];

    /// The value at a corner.
    fn value(&self, corner: u32) -> f64;

    /// Where a place is if it is a corner, or if a line of this level crosses there.
    fn point(&self, place: u32, level: f64) -> (f64, f64);

    /// Finds the pieces of the lines of a level in all cells: from each side where a walk around a cell goes down
    /// through the level, to one where it goes up.
    fn pieces(&self, level: f64, found: impl FnMut(u32, u32));
}

/// A line of one value. A closed one does not repeat its first point.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Isoline {
    pub(crate) points: Vec<(f64, f64)>,
    pub(crate) closed: bool,
}

/// A field, ready to be searched for many levels.
pub(crate) struct Isolines<D> {
    domain: D,
    /// Scratch: what follows each place, and whether it follows one. The places of a second level come after those
    /// of the first.
    next: Vec<u32>,
    follows: Vec<bool>,
    starts: Vec<u32>,
}

impl<D: Domain> Isolines<D> {
    pub(crate) fn new(domain: D) -> Self {
        let places = 2 * domain.places();
        let (next, follows) = (vec![NONE; places], vec![false; places]);
        Self { domain, next, follows, starts: Vec::new() }
    }

    /// The lines along which the field is `level`.
    pub(crate) fn lines(&mut self, level: f64) -> Vec<Isoline> {
        self.starts.clear();
        self.link(level, |piece| piece);
        let levels = (level, level);
        let starts = std::mem::take(&mut self.starts);
        let mut lines = Vec::new();
        // a line that follows none is open
        for &start in &starts {
            if !self.follows[start as usize] && self.next[start as usize] != NONE {
                lines.push(self.follow(start, levels));
            }
        }
        self.rings(&starts, levels, &mut lines);
        self.starts = starts;
        lines.retain(|line| line.points.len() > 1);
        lines
    }

    /// Rings around the regions above the first level and not above the second, which may be
    /// infinite: counter-clockwise in the domain, holes clockwise.
    pub(crate) fn band(&mut self, low: f64, high: f64) -> Vec<Isoline> {
        self.starts.clear();
        self.link(low, |piece| piece);
        // the other way round, since what is above the second level is outside
        let second = self.domain.places() as u32;
        self.link(high, |(from, to)| (to + second, from + second));
        for i in 0..self.domain.rim().len() {
            let [from, to, between] = self.domain.rim()[i];
            let end = |corner: u32| match self.domain.value(corner) {
                value if value > high => between + second,
                value if value > low => corner,
                _ => between,
            };
            let piece = (end(from), end(to));
            if piece.0 != piece.1 {
                self.add(piece);
            }
        }
        let starts = std::mem::take(&mut self.starts);
        let mut rings = Vec::new();
        self.rings(&starts, (low, high), &mut rings);
        self.starts = starts;
        rings.retain(|ring| ring.points.len() > 2);
        rings
    }

    fn rings(&mut self, starts: &[u32], levels: (f64, f64), rings: &mut Vec<Isoline>) {
        for &start in starts {
            if self.next[start as usize] != NONE {
                rings.push(self.follow(start, levels));
            }
        }
    }

    /// Adds the pieces of the lines in all cells, as `place` puts them.
    fn link(&mut self, level: f64, place: impl Fn((u32, u32)) -> (u32, u32)) {
        let Self { domain, next, follows, starts } = self;
        domain.pieces(level, |from, to| {
            let (from, to) = place((from, to));
            next[from as usize] = to;
            follows[to as usize] = true;
            starts.push(from);
        });
    }

    fn add(&mut self, (from, to): (u32, u32)) {
        self.next[from as usize] = to;
        self.follows[to as usize] = true;
        self.starts.push(from);
    }

    /// The points from a place to the last that follows it, or all around.
    fn follow(&mut self, start: u32, (low, high): (f64, f64)) -> Isoline {
        let second = self.domain.places() as u32;
        let mut points: Vec<(f64, f64)> = Vec::new();
        let mut at = start;
        let closed = loop {
            let point = match at.checked_sub(second) {
                Some(place) => self.domain.point(place, high),
                None => self.domain.point(at, low),
            };
            if points.last() != Some(&point) {
                points.push(point);
            }
            self.follows[at as usize] = false;
            match std::mem::replace(&mut self.next[at as usize], NONE) {
                NONE => break false,
                next if next == start => break true,
                next => at = next,
            }
        };
        self.follows[start as usize] = false;
        if closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        Isoline { points, closed }
    }
}

/// How far a level is from one value to another, 0 to 1.
fn fraction(level: f64, (a, b): (f64, f64)) -> f64 {
    if a == b { 0.0 } else { ((level - a) / (b - a)).clamp(0.0, 1.0) }
}
