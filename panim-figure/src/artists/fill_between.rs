//! The area between two curves.

use crate::{
    FigureError,
    artist::{Common, Draw, checked_lengths, common_properties, draw_common},
    data::{Column, Number},
    extent::Extent,
    patch::{self, Patch, draw_patch, patch_properties},
    pen::Pen,
};
use std::ops::Range;
use vello_cpu::kurbo::BezPath;

/// The area between two curves over the same x. A point that is not finite is a gap.
#[derive(Debug, Clone)]
pub struct FillBetween {
    x: Column,
    lower: Column,
    upper: Column,
    patch: Patch,
    common: Common,
}

impl FillBetween {
    /// The area from `lower` to `upper` over `x`, all equally many. Which of the two is the upper
    /// one may change along x.
    pub fn new<X, L, U>(x: X, lower: L, upper: U) -> Self
    where
        X: IntoIterator<Item: Number>,
        L: IntoIterator<Item: Number>,
        U: IntoIterator<Item: Number>,
    {
        Self {
            x: Column::new(x),
            lower: Column::new(lower),
            upper: Column::new(upper),
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Moves both curves; as many values as there are of x.
    pub fn set_y<L, U>(&mut self, lower: L, upper: U) -> &mut Self
    where
        L: IntoIterator<Item: Number>,
        U: IntoIterator<Item: Number>,
    {
        (self.lower, self.upper) = (Column::new(lower), Column::new(upper));
        self
    }

    /// Moves everything; all must be equally many.
    pub fn set_data<X, L, U>(&mut self, x: X, lower: L, upper: U) -> &mut Self
    where
        X: IntoIterator<Item: Number>,
        L: IntoIterator<Item: Number>,
        U: IntoIterator<Item: Number>,
    {
        self.x = Column::new(x);
        self.set_y(lower, upper)
    }

    /// A part of one of the two curves.
    fn curve<'a>(
        &'a self,
        y: &'a Column,
        part: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (f64, f64)> {
        self.x[part.clone()].iter().copied().zip(y[part].iter().copied())
    }

    /// The stretches without gaps, as ranges of positions.
    fn stretches(&self) -> Vec<Range<usize>> {
        let is_whole = |i: &usize| {
            [&self.x, &self.lower, &self.upper].iter().all(|column| column[*i].is_finite())
        };
        let whole: Vec<usize> = (0..self.x.len()).filter(is_whole).collect();
        let runs = whole.chunk_by(|a, b| a + 1 == *b);
        runs.map(|run| run[0]..run[run.len() - 1] + 1).collect()
    }
}

patch_properties!(FillBetween);
common_properties!(FillBetween);

impl Draw for FillBetween {
    draw_common!(FillBetween);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("FillBetween", ("x", self.x.len()), ("lower", self.lower.len()))?;
        checked_lengths("FillBetween", ("x", self.x.len()), ("upper", self.upper.len()))?;
        self.patch.check("FillBetween")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let shape = self.outline(pen);
        self.patch.draw(pen, &self.common, &shape);
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        let mut shape = BezPath::new();
        for part in self.stretches() {
            let there = self.curve(&self.lower, part.clone());
            let back = self.curve(&self.upper, part).rev();
            let corners = there.chain(back).map(|(x, y)| pen.transform.at(x, y));
            shape.extend(patch::polygon(corners, pen.around()));
        }
        shape
    }

    fn extent(&self) -> Extent {
        // asked before they are known to be equally many
        let both = [&self.lower, &self.upper].into_iter();
        Extent::of_points(both.flat_map(|y| self.x.iter().copied().zip(y.iter().copied())))
    }
}
