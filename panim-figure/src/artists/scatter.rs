//! Points, each of its own size and colour.

use crate::{
    FigureError,
    artist::{
        Common, Cycle, Draw, checked_color, checked_lengths, checked_size, common_properties,
        draw_common, properties,
    },
    color::{Color, ColorSpec},
    data::{Column, Number},
    extent::Extent,
    mapping::{Mapping, mapping_properties},
    marker::{Marker, MarkerStyle},
    pen::Pen,
};
use std::{borrow::Cow, iter::once};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A marker at each point. One whose place is not finite is left out.
#[derive(Debug, Clone)]
pub struct Scatter {
    x: Column,
    y: Column,
    /// One for all, or one for each.
    sizes: Column,
    color: Option<ColorSpec>,
    colors: Vec<ColorSpec>,
    values: Option<Column>,
    mapping: Mapping,
    edge_color: Option<ColorSpec>,
    edge_width: f64,
    marker: Marker,
    common: Common,
}

impl Scatter {
    /// A marker at each of the points (`x`, `y`), which must be equally many.
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: IntoIterator<Item: Number>,
        Y: IntoIterator<Item: Number>,
    {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            sizes: Column::new([36.0]),
            color: None,
            colors: Vec::new(),
            values: None,
            mapping: Mapping::default(),
            edge_color: None,
            edge_width: 1.0,
            marker: Marker::new('o'),
            common: Common::default(),
        }
    }

    /// Moves the points; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: IntoIterator<Item: Number>,
        Y: IntoIterator<Item: Number>,
    {
        (self.x, self.y) = (Column::new(x), Column::new(y));
        self
    }

    fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.x.iter().copied().zip(self.y.iter().copied())
    }

    /// The values' colours, if there are values.
    fn mapped(&self) -> Option<(Cow<'_, Mapping>, &Column)> {
        let values = self.values.as_ref()?;
        Some((self.mapping.settled(values.iter().copied()), values))
    }

    /// A colour for each marker, again from the first if they are too few.
    fn faces(&self) -> Cow<'_, [ColorSpec]> {
        match self.mapped() {
            Some((mapping, values)) => values.iter().map(|&v| mapping.color(v).into()).collect(),
            None if self.colors.is_empty() => Cow::Owned(vec![self.own_color()]),
            None => Cow::Borrowed(&self.colors),
        }
    }

    /// Draws one marker, `size` in points squared.
    fn stamp(&self, pen: &mut Pen<'_>, at: Point, size: f64, color: &ColorSpec) {
        let style = MarkerStyle {
            size: size.sqrt() * pen.point,
            edge_width: self.edge_width * pen.point,
            face: self.common.fade(color),
            edge: self.common.fade(self.edge_color.as_ref().unwrap_or(color)),
        };
        self.marker.stamp(pen.canvas, once(at), style);
    }

    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }
}

properties! { Scatter {
    /// One size for all markers, in points squared: the square of the diameter; 36 unless told.
    size / set_size(size: f64) |scatter| scatter.sizes = Column::new([size]);
    /// Gives each marker its size, in points squared as in matplotlib: the square of its diameter.
    sizes / set_sizes(sizes: impl IntoIterator<Item: Number>) |scatter| {
        scatter.sizes = Column::new(sizes);
    };
    /// Colours each marker by itself; with fewer colours than markers they repeat.
    colors / set_colors(colors: impl IntoIterator<Item: Into<ColorSpec>>) |scatter| {
        scatter.colors = colors.into_iter().map(Into::into).collect();
    };
    /// Colours each marker by its value, through `cmap` and `norm`, instead of by `color` or
    /// `colors`; as many as there are markers. One whose value is NaN is left out, unless the
    /// colormap has a colour for it.
    values / set_values(values: impl IntoIterator<Item: Number>) |scatter| {
        scatter.values = Some(Column::new(values));
    };
    /// One colour for all markers; by default the next of the axes' cycle for areas, `C0`, `C1`, ..
    color / set_color(color: impl Into<ColorSpec>) |scatter| scatter.color = Some(color.into());
    /// Colour of the markers' edges; that of their faces unless told.
    edge_color / set_edge_color(color: impl Into<ColorSpec>) |scatter| {
        scatter.edge_color = Some(color.into());
    };
    /// Width of the markers' edges in points; 1 unless told.
    edge_width / set_edge_width(width: f64) |scatter| scatter.edge_width = width;
    /// Shape, by matplotlib's character: one of `o . s D d ^ v < > * p h + x | _`; `o` unless told.
    marker / set_marker(marker: char) |scatter| scatter.marker = Marker::new(marker);
} }
mapping_properties!(Scatter);
common_properties!(Scatter);

impl Draw for Scatter {
    draw_common!(Scatter);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Scatter", ("x", self.x.len()), ("y", self.y.len()))?;
        if self.sizes.len() != 1 {
            checked_lengths("Scatter", ("x", self.x.len()), ("sizes", self.sizes.len()))?;
        }
        self.sizes.iter().try_for_each(|&size| checked_size("Scatter", "sizes", size))?;
        checked_size("Scatter", "edge_width", self.edge_width)?;
        self.colors.iter().try_for_each(|color| checked_color("Scatter", "colors", color))?;
        checked_color("Scatter", "color", &self.own_color())?;
        if let Some(color) = &self.edge_color {
            checked_color("Scatter", "edge_color", color)?;
        }
        if let Some((mapping, values)) = self.mapped() {
            checked_lengths("Scatter", ("x", self.x.len()), ("values", values.len()))?;
            mapping.check("Scatter")?;
        }
        self.marker.check("Scatter")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let faces = self.faces();
        let (transform, near) = (pen.transform, pen.frame);
        let looks = self.sizes.iter().cycle().zip(faces.iter().cycle());
        for ((x, y), (&size, color)) in self.points().zip(looks) {
            let at = transform.at(x, y);
            if self.values.is_some() && *color == Color::TRANSPARENT.into() {
                continue;
            }
            let reach = (size.sqrt() + self.edge_width) * pen.point;
            if near.inflate(reach, reach).contains(at) {
                self.stamp(pen, at, size, color);
            }
        }
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        let mut dots = BezPath::new();
        let points = self.points().map(|(x, y)| pen.transform.at(x, y));
        for point in points.filter(|point| pen.frame.contains(*point)) {
            dots.move_to(point);
            dots.line_to(point);
        }
        dots
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.points())
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let color = match &self.values {
            Some(_) => self.mapping.middle().into(),
            None => self.colors.first().cloned().unwrap_or_else(|| self.own_color()),
        };
        // half way between the smallest and the largest, as far as it fits
        let smallest = self.sizes.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = self.sizes.iter().copied().fold(0.0, f64::max);
        let height = area.height() / pen.point;
        let size = (smallest.min(largest) + largest) / 2.0;
        self.stamp(pen, area.center(), size.min(height * height), &color);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        if self.values.is_none() {
            self.color.get_or_insert_with(|| cycle.next_area());
        }
    }

    fn mapping(&self) -> Option<&Mapping> {
        self.values.is_some().then_some(&self.mapping)
    }

    fn settle(&mut self) {
        if let Some(values) = &self.values {
            self.mapping.settle(values.iter().copied());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_as_many_as_the_points() {
        let scatter = Scatter::new(0..3, 0..3).values([1.0, 2.0]);
        let message = scatter.check().expect_err("too few").to_string();
        assert!(message.contains("`values`: has 2 values where `x` has 3"), "{message}");
        let scatter = scatter.values([1.0, 2.0, 3.0]).vmin(5.0);
        assert!(scatter.check().expect_err("no range").to_string().contains("`vmin`: 5 is not below"));
    }

    #[test]
    fn values_take_no_color_of_the_cycle() {
        let mut cycle = Cycle::default();
        Scatter::new([0], [0]).values([1.0]).take_color(&mut cycle);
        assert_eq!(cycle.next_area(), Color::cycle(0).into());
    }
}
