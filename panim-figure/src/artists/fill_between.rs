//! The area between two curves.

use crate::{
    FigureError, Steps,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Broadcast, Column, Data, PerPoint, point_data},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{self, Patch, draw_patch, patch_properties},
    },
    pen::Pen,
};
use std::{ops::Range, sync::Arc};
use vello_cpu::kurbo::{BezPath, Point};

/// The area between two curves over the same x. A point that is not finite is a gap.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.0, 10.0, 200);
/// let middle: Vec<f64> = x.iter().map(|x| x.sin() + 0.4 * x).collect();
/// let lower = x.iter().zip(&middle).map(|(x, y)| y - 0.2 - 0.05 * x);
/// let upper = x.iter().zip(&middle).map(|(x, y)| y + 0.2 + 0.05 * x);
/// ax.add(FillBetween::new(&x, lower, upper).alpha(0.3).label("uncertainty"));
/// ax.add(Line::new(&x, &middle).label("forecast"));
/// ax.legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("fill_between", fig);
/// ```
#[doc = include_str!("../../docs/fill_between.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "fill_between")]
#[derive(Debug, Clone)]
pub struct FillBetween {
    x: Column,
    lower: Broadcast,
    upper: Broadcast,
    steps: Option<Steps>,
    mask: Option<Arc<[bool]>>,
    interpolate: bool,
    patch: Patch,
    common: Common,
}

impl FillBetween {
    /// The area from `lower` to `upper` over `x`: one number for all of them, or one for each. Which of
    /// the two is the upper one may change along x.
    pub fn new<L, U>(x: impl Data, lower: impl PerPoint<L>, upper: impl PerPoint<U>) -> Self {
        Self {
            x: Column::new(x),
            lower: Broadcast::new(lower),
            upper: Broadcast::new(upper),
            steps: None,
            mask: None,
            interpolate: false,
            patch: Patch::of_collection(),
            common: Common::default(),
        }
    }

    /// Moves everything, as [`FillBetween::new`] takes it.
    pub fn set_data<L, U>(
        &mut self,
        x: impl Data,
        lower: impl PerPoint<L>,
        upper: impl PerPoint<U>,
    ) -> &mut Self {
        self.set_x(x).set_lower(lower).set_upper(upper)
    }

    /// Moves both curves along x; as many as there are of their values.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the lower curve: one number, or as many as there are of x.
    pub fn set_lower<L>(&mut self, lower: impl PerPoint<L>) -> &mut Self {
        self.lower = Broadcast::new(lower);
        self
    }

    /// Moves the upper curve: one number, or as many as there are of x.
    pub fn set_upper<U>(&mut self, upper: impl PerPoint<U>) -> &mut Self {
        self.upper = Broadcast::new(upper);
        self
    }

    /// The stretches that are filled, as ranges of positions.
    fn stretches(&self) -> Vec<Range<usize>> {
        let filled: Vec<usize> = (0..self.x.len()).filter(|&i| self.fills(i)).collect();
        let runs = filled.chunk_by(|a, b| a + 1 == *b);
        runs.map(|run| run[0]..run[run.len() - 1] + 1).collect()
    }

    fn fills(&self, i: usize) -> bool {
        let is_wanted = self.mask.as_ref().is_none_or(|mask| mask.get(i).is_some_and(|on| *on));
        is_wanted && self.is_whole(i)
    }

    /// Are there all three values of a point, and finite?
    fn is_whole(&self, i: usize) -> bool {
        let is_there = |value: Option<f64>| value.is_some_and(f64::is_finite);
        is_there(self.x.get(i).copied())
            && [&self.lower, &self.upper].iter().all(|y| is_there(y.get(i)))
    }

    /// One of the two curves along a stretch, in data coordinates.
    fn curve(&self, y: &Broadcast, part: &Range<usize>) -> Vec<Point> {
        let points = part.clone().map(|i| Point::new(self.x[i], y.at(i)));
        if let Some(steps) = self.steps {
            return steps.between(points).collect();
        }
        if !self.interpolate {
            return points.collect();
        }
        let before = part.start.checked_sub(1).and_then(|i| self.crossing(i));
        let after = self.crossing(part.end - 1);
        before.into_iter().chain(points).chain(after).collect()
    }

    /// Where the curves cross between a point and the next, if they do.
    fn crossing(&self, i: usize) -> Option<Point> {
        if !(self.is_whole(i) && self.is_whole(i + 1)) {
            return None;
        }
        let apart = |i: usize| self.upper.at(i) - self.lower.at(i);
        let (from, to) = (apart(i), apart(i + 1));
        let point = |i: usize| Point::new(self.x[i], self.lower.at(i));
        (from * to < 0.0).then(|| point(i).lerp(point(i + 1), from / (from - to)))
    }
}

properties! { FillBetween {
    /// Goes from point to point in steps instead of straight on.
    steps / set_steps(steps: impl OneOf<Steps>) |area| {
        area.common.misnamed.set("steps", steps, &mut area.steps);
    };
    /// Fills only between neighbours that are both `true`, as matplotlib's `where`; as many as
    /// there are points.
    #[doc(alias = "where")]
    mask / set_mask(mask: impl Data) |area| {
        area.mask = Some(mask.values().map(|on| on != 0.0).collect());
    };
    /// Fills on from the ends of a mask to where the two curves cross, if they do before the next
    /// point; default: false. Not in steps.
    interpolate / set_interpolate(on: bool) |area| area.interpolate = on;
} }
patch_properties!(FillBetween);
hatch_properties!(FillBetween, patch.hatching);
point_data!(FillBetween, 3: new(x, lower, upper));
common_properties!(FillBetween);
crate::parts::outline::outline_properties!(FillBetween);

impl Draw for FillBetween {
    draw_common!(FillBetween);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        self.lower.check("FillBetween", ("x", self.x.len()), "lower")?;
        self.upper.check("FillBetween", ("x", self.x.len()), "upper")?;
        if let Some(mask) = &self.mask {
            checked_lengths("FillBetween", ("x", self.x.len()), ("mask", mask.len()))?;
        }
        self.patch.check("FillBetween")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let shape = self.legend_avoids(pen);
        self.patch.draw(pen, &self.common, &shape);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut shape = BezPath::new();
        for part in self.stretches() {
            let there = self.curve(&self.lower, &part);
            let back = self.curve(&self.upper, &part);
            let corners = there.into_iter().chain(back.into_iter().rev());
            shape.extend(patch::polygon(pen.transform.path(corners), pen.around()));
        }
        shape
    }

    fn extent(&self) -> Extent {
        let filled = (0..self.x.len()).filter(|&i| self.fills(i));
        Extent::of_points(
            filled.flat_map(|i| [&self.lower, &self.upper].map(|y| (self.x[i], y.at(i)))),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Crosses at 1.5; the upper curve is above at first.
    fn crossing() -> FillBetween {
        FillBetween::new(0..4, [0, 0, 0, 0], [3, 1, -1, -3])
    }

    fn xs(curve: &[Point]) -> Vec<f64> {
        curve.iter().map(|point| point.x).collect()
    }

    #[test]
    fn only_neighbours_that_are_both_wanted_are_filled() {
        let y = [1.0, 1.0, f64::NAN, 1.0, 1.0, 1.0, 1.0];
        let area = FillBetween::new(0..7, [0; 7], y);
        assert_eq!(area.stretches(), [0..2, 3..7]);
        let masked = area.mask([false, true, true, true, false, true, true]);
        assert_eq!(masked.stretches(), [1..2, 3..4, 5..7]);
        let x = masked.extent().x.map(|x| (x.low, x.high));
        assert_eq!(x, Some((1.0, 6.0)));
    }

    #[test]
    fn a_mask_that_interpolates_reaches_the_crossing() {
        let above = crossing().mask([true, true, false, false]);
        assert_eq!(xs(&above.curve(&above.lower, &(0..2))), [0.0, 1.0]);
        let above = above.interpolate(true);
        assert_eq!(xs(&above.curve(&above.upper, &(0..2))), [0.0, 1.0, 1.5]);
        assert_eq!(xs(&above.curve(&above.upper, &(2..4))), [1.5, 2.0, 3.0]);
        // nothing is crossed at the ends of the data
        assert_eq!(xs(&above.curve(&above.upper, &(0..4))), [0.0, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn a_mask_is_as_long_as_the_data() {
        let error = crossing().mask([true, false]).check().expect_err("too short").to_string();
        let wanted = "FillBetween, `mask`: has 2 values where `x` has 4; both must have as many";
        assert_eq!(error, wanted);
    }
}
