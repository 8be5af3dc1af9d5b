//! Points, each of its own size and colour.

use crate::{
    FigureError, Places,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, PlaceColumn, point_data},
        extent::Extent,
        wanted::Wanted,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        dots::{Dots, dots_properties, draw_dots},
    },
    pen::Pen,
};
use vello_cpu::kurbo::BezPath;

/// A marker at each point. One whose place is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let n = linspace(0.0, 120.0, 120);
/// let x = n.iter().map(|n| n.sqrt() * (2.39996 * n).cos());
/// let y = n.iter().map(|n| n.sqrt() * (2.39996 * n).sin());
/// let sizes = n.iter().map(|n| 10.0 + n);
/// let seeds = ax.add(Scatter::new(x, y).sizes(sizes).values(&n).cmap("plasma"));
/// ax.colorbar(seeds).set_aspect(Aspect::Equal);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("scatter", fig);
/// ```
#[doc = include_str!("../../docs/scatter.md")]
///
/// A legend tells what sizes and colours mean, by [`Scatter::size_keys`] and [`Scatter::value_keys`]:
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let n = linspace(1, 40, 40);
/// let people: Vec<f64> = n.iter().map(|n| 50.0 + 45.0 * (7.0 * n).sin()).collect();
/// let size = |people: f64| 4.0 * people;
/// let x = n.iter().map(|n| (3.0 * n).sin());
/// let y = n.iter().map(|n| (5.0 * n).cos());
/// let towns = Scatter::new(x, y).sizes(people.iter().map(|n| size(*n))).values(n.iter().map(|n| n % 4.0));
/// let towns = towns.alpha(0.7).edge_color("black");
/// let sizes = towns.size_keys([10, 40, 90], size, Format::general().suffix(" thousand"));
/// let coasts = towns.value_keys([0, 1, 2, 3], |n| format!("coast {n}"));
/// ax.add(towns);
/// ax.set_legend(Legend::new().entries(sizes).entries(coasts).loc("outside right upper").title("people"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("size_legend", fig);
/// ```
#[doc = include_str!("../../docs/size_legend.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "scatter")]
#[derive(Debug, Clone)]
pub struct Scatter {
    x: PlaceColumn,
    y: Column,
    dots: Dots,
    common: Common,
}

impl Scatter {
    /// A marker at each of the points (`x`, `y`), which must be equally many.
    /// Without data yet it is [`Scatter::empty`], and of pairs [`Scatter::from_points`].
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Places,
        Y: Data,
    {
        let (x, y) = (PlaceColumn::new(x), Column::new(y));
        Self { x, y, dots: Dots::new(36.0), common: Common::default() }
    }

    /// Moves the points; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: Places,
        Y: Data,
    {
        self.set_x(x).set_y(y)
    }

    /// Moves the points along x; as many as there are of y.
    pub fn set_x<X: Places>(&mut self, x: X) -> &mut Self {
        self.x = PlaceColumn::new(x);
        self
    }

    /// Moves the points along y; as many as there are of x.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.x.iter().copied().zip(self.y.iter().copied())
    }
}

dots_properties!(Scatter, "36");
point_data!(Scatter, 2: new(x, y));
common_properties!(Scatter);
crate::parts::outline::outline_properties!(Scatter);

impl Draw for Scatter {
    draw_common!(Scatter);
    draw_dots!();

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Scatter", ("x", self.x.len()), ("y", self.y.len()))?;
        self.dots.check("Scatter", self.x.len())
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if self.dots.stamp_alike(pen, &self.common, (&self.x, &self.y)) {
            return;
        }
        let faces = self.dots.faces();
        let transform = pen.transform;
        let places = self.points().map(|(x, y)| transform.at(x, y));
        let dots = places.enumerate().map(|(i, at)| (at, self.dots.dot(i, &faces)));
        self.dots.stamp(pen, &self.common, dots);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut dots = BezPath::new();
        let points = self.points().map(|(x, y)| pen.transform.at(x, y));
        for point in points.filter(|point| pen.frame.contains(*point)) {
            dots.move_to(point);
            dots.line_to(point);
        }
        dots
    }

    fn has_places(&self) -> bool {
        self.x.has_names()
    }

    fn take_places(&mut self, x: &mut Wanted, _y: &mut Wanted) {
        self.x.take_places(x);
    }

    fn extent(&self) -> Extent {
        Extent::of_columns(&self.x, &self.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{color::Color, parts::common::Cycle};

    #[test]
    fn values_are_as_many_as_the_points() {
        let scatter = Scatter::new(0..3, 0..3).values([1.0, 2.0]);
        let message = scatter.check().expect_err("too few").to_string();
        assert!(message.contains("`values`: has 2 values where `x` has 3"), "{message}");
        let scatter = scatter.values([1.0, 2.0, 3.0]).vmin(5.0);
        assert!(
            scatter.check().expect_err("no range").to_string().contains("`vmin`: 5 is not below")
        );
    }

    #[test]
    fn values_take_no_color_of_the_cycle() {
        let mut cycle = Cycle::default();
        Scatter::new([0], [0]).values([1.0]).take_color(&mut cycle);
        assert_eq!(cycle.next_area(), Color::cycle(0));
    }
}
