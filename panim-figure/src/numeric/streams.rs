//! Stream lines of a field on a grid: where they start, and how far they run.
//!
//! As matplotlib's `streamplot` describes it. All takes place in the unit square, so that the
//! lines do not hang on units. It is divided into cells, and a line ends where it would enter a
//! cell that another one has passed; new lines start in free cells, from the edge spirally
//! inwards. Steps are those of Heun's method, as long as Euler's comes close to it (the pair is
//! known as RK12).

#[cfg(test)]
mod tests;

pub(crate) mod ribbon;
mod smooth;

use vello_cpu::kurbo::{Point, Vec2};

/// How far Euler's and Heun's step may end from each other, in fractions of the square's side.
const MAX_ERROR: f64 = 0.003;

/// Steps are made this much shorter than their error calls for.
const CAUTION: f64 = 0.85;

/// The longest step; matplotlib's.
const LONGEST_STEP: f64 = 0.1;

/// Which way lines go on from where they start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum IntegrationDirection {
    /// Along the flow.
    Forward,
    /// Against it.
    Backward,
    /// Both.
    #[default]
    Both,
}

crate::base::word::named! { IntegrationDirection, "a direction of lines":
    "forward" => Self::Forward,
    "backward" => Self::Backward,
    "both" => Self::Both,
}

/// How lines are chosen.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// Cells along each side of the square.
    pub(crate) cells: usize,
    /// Shorter lines are left out, in sides of the square.
    pub(crate) min_length: f64,
    pub(crate) max_length: f64,
    pub(crate) direction: IntegrationDirection,
    /// Whether lines end where others have passed.
    pub(crate) broken: bool,
    /// Where lines start, instead of anywhere.
    pub(crate) starts: Option<Vec<Point>>,
}

/// A vector field on a grid that is stretched to the unit square.
pub(crate) struct Flow<'a> {
    x: UnitLines,
    y: UnitLines,
    u: &'a [f64],
    v: &'a [f64],
}

/// The lines of a grid, from 0 to 1, and the length of that in data.
struct UnitLines {
    places: Vec<f64>,
    start: f64,
    length: f64,
    is_even: bool,
}

impl UnitLines {
    fn new(places: &[f64]) -> Self {
        let (start, end) = (places[0], places[places.len() - 1]);
        let length = end - start;
        let places: Vec<f64> = places.iter().map(|place| (place - start) / length).collect();
        let step = 1.0 / (places.len() - 1) as f64;
        let is_even =
            places.iter().enumerate().all(|(i, p)| (p - i as f64 * step).abs() < 1e-6 * step);
        Self { places, start, length, is_even }
    }

    /// The line before a place, and how far on to the next it is.
    fn find(&self, place: f64) -> (usize, f64) {
        let last = self.places.len() - 2;
        if self.is_even {
            let at = place * (last + 1) as f64;
            let line = (at as usize).min(last);
            return (line, at - line as f64);
        }
        let after = self.places.partition_point(|p| *p <= place).clamp(1, last + 1);
        let (from, to) = (self.places[after - 1], self.places[after]);
        (after - 1, (place - from) / (to - from))
    }
}

impl<'a> Flow<'a> {
    /// `u` and `v` are rows along `x`, one for each of `y`; neither may be shorter than 2.
    pub(crate) fn new(x: &[f64], y: &[f64], u: &'a [f64], v: &'a [f64]) -> Self {
        Self { x: UnitLines::new(x), y: UnitLines::new(y), u, v }
    }

    /// From data to the square.
    pub(crate) fn place(&self, x: f64, y: f64) -> Point {
        Point::new((x - self.x.start) / self.x.length, (y - self.y.start) / self.y.length)
    }

    /// From the square to data.
    pub(crate) fn data(&self, at: Point) -> (f64, f64) {
        (self.x.start + at.x * self.x.length, self.y.start + at.y * self.y.length)
    }

    /// What rows of values over the grid are at a place in the square: bilinear.
    pub(crate) fn sample(&self, rows: &[f64], at: Point) -> f64 {
        let ((i, along), (j, up)) = (self.x.find(at.x), self.y.find(at.y));
        let first = j * self.x.places.len() + i;
        let second = first + self.x.places.len();
        let between = |at: usize| rows[at] + along * (rows[at + 1] - rows[at]);
        let (low, high) = (between(first), between(second));
        low + up * (high - low)
    }

    /// Which way the flow goes in the square, length 1; `None` where it stands still or is not
    /// known.
    pub(crate) fn direction(&self, at: Point) -> Option<Vec2> {
        let (u, v) = (self.sample(self.u, at), self.sample(self.v, at));
        let flow = Vec2::new(u / self.x.length, v / self.y.length);
        let direction = flow / flow.hypot();
        direction.is_finite().then_some(direction)
    }

    /// The lines, as points in the square along the flow.
    pub(crate) fn lines(&self, choice: &Choice) -> Vec<Vec<Point>> {
        let mut cells = PassedCells::new(choice.cells, choice.broken);
        let starts = choice.starts.clone().unwrap_or_else(|| cells.starts());
        let starts = starts.into_iter().filter(|start| is_inside(*start));
        starts.filter_map(|start| self.line(start, choice, &mut cells)).collect()
    }

    fn line(&self, start: Point, choice: &Choice, cells: &mut PassedCells) -> Option<Vec<Point>> {
        if self.direction(start).is_none() || !cells.begin(start, choice.starts.is_some()) {
            return None;
        }
        let (is_back, is_forth, reach) = match choice.direction {
            IntegrationDirection::Backward => (true, false, choice.max_length),
            IntegrationDirection::Forward => (false, true, choice.max_length),
            IntegrationDirection::Both => (true, true, choice.max_length / 2.0),
        };
        let mut run = |wanted: bool, sign| match wanted {
            true => {
                cells.turn(start);
                self.run(start, sign, reach, cells)
            }
            false => (vec![start], 0.0),
        };
        let (mut points, back) = run(is_back, -1.0);
        let (on, forth) = run(is_forth, 1.0);
        if back + forth <= choice.min_length {
            cells.undo();
            return None;
        }
        points.reverse();
        points.extend(&on[1..]);
        Some(points)
    }

    /// Follows the flow, or goes against it, and says how far it came.
    fn run(
        &self,
        start: Point,
        sign: f64,
        reach: f64,
        cells: &mut PassedCells,
    ) -> (Vec<Point>, f64) {
        let longest = LONGEST_STEP.min(1.0 / cells.side as f64);
        let (mut points, mut length) = (vec![start], 0.0);
        let (mut at, mut step) = (start, longest);
        while let Some(first) = self.direction(at).map(|direction| direction * sign) {
            let Some(second) =
                inside_step(at, first * step).and_then(|probe| self.direction(probe))
            else {
                if let Some(edge) = edge(at, first * step) {
                    length += edge.distance(at);
                    points.push(edge);
                }
                break;
            };
            let heun = (first + second * sign) * (step / 2.0);
            let error = (heun - first * step).hypot();
            if error < MAX_ERROR {
                // turned back on itself: a point that the flow runs into
                let has_arrived = heun.hypot() < step / 2.0;
                let to = at + heun;
                if has_arrived || length + step > reach || !is_inside(to) || !cells.enter(to) {
                    break;
                }
                (at, length) = (to, length + step);
                points.push(at);
            }
            step = longest.min(CAUTION * step * (MAX_ERROR / error).sqrt());
        }
        (points, length)
    }
}

fn is_inside(at: Point) -> bool {
    (0.0..=1.0).contains(&at.x) && (0.0..=1.0).contains(&at.y)
}

fn inside_step(at: Point, step: Vec2) -> Option<Point> {
    Some(at + step).filter(|to| is_inside(*to))
}

/// Where a step leaves the square, if it does.
fn edge(at: Point, step: Vec2) -> Option<Point> {
    let fraction = |at: f64, step: f64| match at + step {
        to if to < 0.0 => -at / step,
        to if to > 1.0 => (1.0 - at) / step,
        _ => 1.0,
    };
    let fraction = fraction(at.x, step.x).min(fraction(at.y, step.y));
    let to = at + step * fraction;
    (fraction < 1.0).then(|| Point::new(to.x.clamp(0.0, 1.0), to.y.clamp(0.0, 1.0)))
}

/// The cells of the square, and which of them lines have passed.
struct PassedCells {
    side: usize,
    broken: bool,
    passed: Vec<bool>,
    /// Those of the line being drawn.
    trail: Vec<usize>,
    here: usize,
}

impl PassedCells {
    fn new(side: usize, broken: bool) -> Self {
        Self { side, broken, passed: vec![false; side * side], trail: Vec::new(), here: 0 }
    }

    fn cell(&self, at: Point) -> usize {
        let nearest = |place: f64| (place * (self.side - 1) as f64).round() as usize;
        nearest(at.y) * self.side + nearest(at.x)
    }

    /// Starts a line; not in a cell that another has passed, unless lines may come close and this
    /// one is wanted there.
    fn begin(&mut self, at: Point, is_wanted: bool) -> bool {
        self.trail.clear();
        self.here = usize::MAX;
        let is_free = !self.passed[self.cell(at)] || (is_wanted && !self.broken);
        is_free && self.enter(at)
    }

    /// Goes on from the start of the line in the other direction.
    fn turn(&mut self, start: Point) {
        self.here = self.cell(start);
    }

    fn enter(&mut self, at: Point) -> bool {
        let cell = self.cell(at);
        if cell == self.here {
            return true;
        }
        if self.passed[cell] {
            return !self.broken;
        }
        self.passed[cell] = true;
        self.trail.push(cell);
        self.here = cell;
        true
    }

    fn undo(&mut self) {
        for cell in self.trail.drain(..) {
            self.passed[cell] = false;
        }
    }

    /// The middles of all cells, ring by ring from the edge inwards.
    fn starts(&self) -> Vec<Point> {
        let last = self.side - 1;
        let mut cells = Vec::with_capacity(self.side * self.side);
        for ring in 0..self.side.div_ceil(2) {
            let (low, high) = (ring, last - ring);
            cells.extend((low..=high).map(|x| (x, low)));
            cells.extend((low + 1..=high).map(|y| (high, y)));
            if high > low {
                cells.extend((low..high).rev().map(|x| (x, high)));
                cells.extend((low + 1..high).rev().map(|y| (low, y)));
            }
        }
        let place = |cell: usize| cell as f64 / last.max(1) as f64;
        cells.into_iter().map(|(x, y)| Point::new(place(x), place(y))).collect()
    }
}
