//! Data: columns, rows, places and ticks, usual ones and odd ones.

use super::Chance;

/// Numbers that data may have and nobody expects.
pub(super) const ODD: &[f64] = &[
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    0.0,
    -0.0,
    1e300,
    -1e300,
    1e16,
    -1e16,
    1e-16,
    1.0,
    -1.0,
];

impl Chance {
    /// A column of data.
    pub fn column(&mut self) -> Vec<f64> {
        let length = self.or_bad(|chance| chance.length, &[0, 1, 7]);
        self.values(length)
    }

    /// A column that may have another length than before; the following ones have it too.
    pub fn fresh_column(&mut self) -> Vec<f64> {
        if self.is_frame && self.comes(0.3) {
            self.length = self.below(0, 30);
        }
        self.column()
    }

    /// Data of one of the kinds that there are.
    pub fn values(&mut self, length: usize) -> Vec<f64> {
        let scale = if self.comes(self.odd) {
            *self.pick(&[1e300, 1e-300, 1e150, 1e12, 1e-12, -1.0, f64::MAX, 0.0])
        } else {
            *self.pick(&[1.0, 1.0, 1.0, 10.0, 1e3, 1e-3])
        };
        let kind = self.below(0, 9);
        let mut values: Vec<f64> = (0..length)
            .map(|i| {
                let x = i as f64;
                scale
                    * match kind {
                        0 => self.between(0.0, 1.0),
                        // about normal
                        1 | 2 => (0..4).map(|_| self.between(-1.0, 1.0)).sum(),
                        3 => x,
                        4 => -x * x,
                        5 => 0.7,
                        6 => 10_f64.powf(self.between(-3.0, 3.0)),
                        7 => (self.random.usize(0..5)) as f64,
                        _ => (x / 3.0).sin(),
                    }
            })
            .collect();
        if self.comes(0.05) {
            // days of 2026
            values = (0..length).map(|i| 1.767e9 + 86_400.0 * i as f64).collect();
        }
        if self.comes(self.odd) {
            let fraction = *self.pick(&[0.1, 0.5, 1.0]);
            for value in &mut values {
                if self.comes(fraction) {
                    *value = *self.pick(ODD);
                }
            }
        }
        values
    }

    /// A column of numbers that are not negative.
    pub fn amounts(&mut self) -> Vec<f64> {
        let wild = self.comes(self.wild);
        let values = self.column().into_iter();
        values.map(|value| if wild { value } else { value.abs() }).collect()
    }

    /// Places from left to right, one for each column of a field or, now and then, one more.
    pub fn fractions(&mut self) -> Vec<f64> {
        let wild = self.comes(self.wild);
        let values = self.column().into_iter();
        let within = |value: f64| if value.is_finite() { value.abs().fract() } else { 1.0 };
        values.map(|value| if wild { value } else { within(value) }).collect()
    }

    pub fn across(&mut self) -> Vec<f64> {
        let count = self.grid.1;
        self.places(count)
    }

    /// Places from bottom to top, one for each row of a field.
    pub fn down(&mut self) -> Vec<f64> {
        let count = self.grid.0;
        self.places(count)
    }

    fn places(&mut self, count: usize) -> Vec<f64> {
        if self.comes(self.wild) {
            return self.values(count);
        }
        let step = *self.pick(&[1.0, 0.1, -2.0, 1e3]);
        (0..count).map(|i| step * i as f64).collect()
    }

    /// Rows of a field.
    pub fn rows(&mut self) -> Vec<Vec<f64>> {
        let (rows, columns) = self.or_bad(|chance| chance.grid, &[(0, 0), (1, 0), (1, 1), (3, 1)]);
        let all = self.values(rows * columns);
        (0..rows).map(|row| all[row * columns..(row + 1) * columns].to_vec()).collect()
    }

    /// Places of a field's points, bent.
    pub fn bent(&mut self) -> Vec<Vec<f64>> {
        let (rows, columns) = self.grid;
        let (a, b) = (self.between(-2.0, 2.0), self.between(-2.0, 2.0));
        let at = |row: usize, column: usize| a * row as f64 + b * column as f64;
        (0..rows).map(|row| (0..columns).map(|column| at(row, column)).collect()).collect()
    }

    /// Some samples in each of some groups.
    pub fn samples(&mut self) -> Vec<Vec<f64>> {
        (0..self.groups).map(|_| self.column()).collect()
    }

    /// A number for each group.
    pub fn for_groups(&mut self) -> Vec<f64> {
        let count = self.groups;
        self.growing(count, 0.2)
    }

    /// Where ticks stand.
    pub fn marks(&mut self) -> Vec<f64> {
        let count = self.or_bad(|chance| chance.ticks, &[0, 2]);
        self.growing(count, -1.0)
    }

    /// Two ends or more.
    pub fn edges(&mut self) -> Vec<f64> {
        let count = self.or_bad(|chance| chance.below(2, 7), &[0, 1]);
        self.growing(count, -1.0)
    }

    /// So many numbers that grow.
    fn growing(&mut self, count: usize, start: f64) -> Vec<f64> {
        if self.comes(self.wild) {
            return self.values(count);
        }
        let step = self.between(0.1, 2.0);
        (0..count).map(|i| start + step * i as f64).collect()
    }

    /// Corners of polygons, as many as columns have values, with gaps.
    pub fn outlines(&mut self) -> Vec<Vec<(f64, f64)>> {
        let count = self.column().len();
        (0..count).map(|_| self.ring()).collect()
    }

    /// The same with rings of their own.
    pub fn rings(&mut self) -> Vec<Vec<Vec<(f64, f64)>>> {
        let count = self.column().len();
        (0..count).map(|_| (0..self.below(0, 3)).map(|_| self.ring()).collect()).collect()
    }

    /// Some points.
    pub fn ring(&mut self) -> Vec<(f64, f64)> {
        (0..self.below(0, 7)).map(|_| (self.number(), self.number())).collect()
    }

    pub fn flags(&mut self) -> Vec<bool> {
        let length = self.or_bad(|chance| chance.length, &[0, 1]);
        (0..length).map(|_| self.flag()).collect()
    }
}
