//! Points sorted into hexagons, as matplotlib does.

/// Hexagons side by side, so many across an area and so many up it. They stand in two lattices of which the
/// second is shifted by half a hexagon: first all of the one, column by column, then all of the other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hexagons {
    across: usize,
    up: usize,
    /// Half of the lower left corner, as all lengths are kept by their half: then no area is too large.
    corner: (f64, f64),
    /// Half the distance between neighbours across, and between rows of the same lattice.
    step: (f64, f64),
}

impl Hexagons {
    /// Over an area: its left, right, lower and upper edge.
    pub(crate) fn new((across, up): (usize, usize), area: [f64; 4]) -> Self {
        let [left, right, bottom, top] = area.map(|edge| edge / 2.0);
        // so that a point on the right edge is in a hexagon, whatever is rounded
        let padding = 1e-9 * (right - left);
        let (left, right) = (left - padding, right + padding);
        let step = ((right - left) / across as f64, (top - bottom) / up as f64);
        Self { across, up, corner: (left, bottom), step }
    }

    pub(crate) fn count(&self) -> usize {
        self.first_lattice() + self.across * self.up
    }

    fn first_lattice(&self) -> usize {
        (self.across + 1) * (self.up + 1)
    }

    /// How many columns there are of them, and how many rows.
    pub(crate) fn columns_and_rows(&self) -> (usize, usize) {
        (self.across, 2 * self.up)
    }

    /// The left and the right end of all of them.
    pub(crate) fn ends_across(&self) -> (f64, f64) {
        let right = self.corner.0 + self.step.0 * self.across as f64;
        (2.0 * self.corner.0, 2.0 * right)
    }

    /// Which hexagon a point is in; `None` if it is in none.
    pub(crate) fn of(&self, (x, y): (f64, f64)) -> Option<usize> {
        let (x, y) =
            ((x / 2.0 - self.corner.0) / self.step.0, (y / 2.0 - self.corner.1) / self.step.1);
        let (x1, y1) = (x.round_ties_even(), y.round_ties_even());
        let (x2, y2) = (x.floor(), y.floor());
        let to_first = (x - x1).powi(2) + 3.0 * (y - y1).powi(2);
        let to_second = (x - x2 - 0.5).powi(2) + 3.0 * (y - y2 - 0.5).powi(2);
        let index = |(x, y): (f64, f64), (columns, rows): (usize, usize)| {
            let is_inside = (0.0..columns as f64).contains(&x) && (0.0..rows as f64).contains(&y);
            is_inside.then(|| x as usize * rows + y as usize)
        };
        if to_first < to_second {
            index((x1, y1), (self.across + 1, self.up + 1))
        } else {
            index((x2, y2), (self.across, self.up)).map(|i| self.first_lattice() + i)
        }
    }

    /// Half of its middle.
    fn center(&self, hexagon: usize) -> (f64, f64) {
        let (column, row) = match hexagon.checked_sub(self.first_lattice()) {
            None => ((hexagon / (self.up + 1)) as f64, (hexagon % (self.up + 1)) as f64),
            Some(i) => ((i / self.up) as f64 + 0.5, (i % self.up) as f64 + 0.5),
        };
        (self.corner.0 + column * self.step.0, self.corner.1 + row * self.step.1)
    }

    pub(crate) fn corners(&self, hexagon: usize) -> [(f64, f64); 6] {
        let (x, y) = self.center(hexagon);
        let (wide, high) = (self.step.0, self.step.1 / 3.0);
        [(0.5, -0.5), (0.5, 0.5), (0.0, 1.0), (-0.5, 0.5), (-0.5, -0.5), (0.0, -1.0)]
            .map(|(right, up)| (2.0 * (x + right * wide), 2.0 * (y + up * high)))
    }
}
