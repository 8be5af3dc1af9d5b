//! A line through points, with markers on them.

use crate::{
    FigureError, LineStyle,
    artist::{
        Common, Cycle, Draw, checked_color, checked_lengths, checked_size, common_properties, draw_common,
        properties,
    },
    color::{Color, ColorSpec},
    data::{Column, Number},
    extent::Extent,
    marker::{Marker, MarkerStyle},
    pen::Pen,
    polyline::{Steps, polyline},
    transform::Transform,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// Points in data coordinates joined by a line; a point that is not finite is a gap.
#[derive(Debug, Clone)]
pub struct Line {
    x: Column,
    y: Column,
    color: Option<ColorSpec>,
    width: f64,
    style: LineStyle,
    marker: Option<Marker>,
    marker_size: f64,
    marker_color: Option<ColorSpec>,
    mark_every: usize,
    steps: Option<Steps>,
    common: Common,
}

impl Line {
    /// A line through the points (`x`, `y`), which must be equally many.
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: IntoIterator<Item: Number>,
        Y: IntoIterator<Item: Number>,
    {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            color: None,
            width: 1.5,
            style: LineStyle::Solid,
            marker: None,
            marker_size: 6.0,
            marker_color: None,
            mark_every: 1,
            steps: None,
            common: Common::default(),
        }
    }

    /// Moves the points; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: IntoIterator<Item: Number>,
        Y: IntoIterator<Item: Number>,
    {
        self.set_x(x).set_y(y)
    }

    /// Moves the points along x; as many as there are of y.
    pub fn set_x<X: IntoIterator<Item: Number>>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the points along y; as many as there are of x.
    pub fn set_y<Y: IntoIterator<Item: Number>>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    /// The points' x, as last set.
    pub fn x(&self) -> &[f64] {
        &self.x
    }

    /// The points' y, as last set.
    pub fn y(&self) -> &[f64] {
        &self.y
    }
}

properties! { Line {
    /// Colour of the line, and of its markers unless they have their own; by default the next
    /// of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl Into<ColorSpec>) |line| line.color = Some(color.into());
    /// Width in points; 1.5 unless told.
    width / set_width(width: f64) |line| line.width = width;
    /// Solid unless told: `"-"`, `"--"`, `"-."`, `":"`, `""` or a [`LineStyle`].
    style / set_style(style: impl Into<LineStyle>) |line| line.style = style.into();
    /// Goes from point to point in steps instead of straight on.
    steps / set_steps(steps: Steps) |line| line.steps = Some(steps);
    /// A marker on each point, by matplotlib's character: one of `o . s D d ^ v < > * p h + x | _`.
    marker / set_marker(marker: char) |line| line.marker = Some(Marker::new(marker));
    /// Diameter of the markers in points; 6 unless told.
    marker_size / set_marker_size(size: f64) |line| line.marker_size = size;
    /// Colour of the markers; the line's unless told.
    marker_color / set_marker_color(color: impl Into<ColorSpec>) |line| {
        line.marker_color = Some(color.into());
    };
    /// Puts a marker on every n-th point alone, from the first; 1 unless told: on each.
    mark_every / set_mark_every(n: usize) |line| line.mark_every = n;
} }
common_properties!(Line);

impl Line {
    /// The line's own colour; the first of the cycle for one that no axes has taken in.
    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// The points in pixels.
    fn points(&self, transform: Transform) -> impl Iterator<Item = Point> {
        self.x.iter().zip(&*self.y).map(move |(&x, &y)| transform.at(x, y))
    }

    fn stroke(&self, pen: &mut Pen<'_>, points: impl Iterator<Item = Point>, bounds: Rect) {
        let width = self.width * pen.point;
        if let Some(stroke) = self.style.stroke(width) {
            // dashes are counted from the first point, so that one may be cut off far away only
            let spare = if stroke.dash_pattern.is_empty() { width } else { 4096.0 };
            let path = polyline(points, bounds.inflate(spare, spare));
            pen.canvas.stroke(&path, &stroke, self.common.fade(&self.own_color()));
        }
    }

    fn stamp(&self, pen: &mut Pen<'_>, points: impl Iterator<Item = Point>, bounds: Rect) {
        let Some(marker) = self.marker else { return };
        let color = self.common.fade(self.marker_color.as_ref().unwrap_or(&self.own_color()));
        let style = MarkerStyle {
            size: self.marker_size * pen.point,
            edge_width: pen.point,
            face: color,
            edge: color,
        };
        let near = bounds.inflate(style.size, style.size);
        marker.stamp(pen.canvas, points.filter(|p| near.contains(*p)), style);
    }
}

impl Draw for Line {
    draw_common!(Line);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Line", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_color("Line", "color", &self.own_color())?;
        if let Some(color) = &self.marker_color {
            checked_color("Line", "marker_color", color)?;
        }
        checked_size("Line", "width", self.width)?;
        checked_size("Line", "marker_size", self.marker_size)?;
        self.style.check("Line")?;
        if self.mark_every == 0 {
            let message = "0 leaves no point to mark; 1 marks each, 2 every other";
            return Err(FigureError::new("Line", "mark_every", message));
        }
        self.marker.map_or(Ok(()), |marker| marker.check("Line"))
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (transform, frame) = (pen.transform, pen.frame);
        match self.steps {
            Some(steps) => self.stroke(pen, steps.between(self.points(transform)), frame),
            None => self.stroke(pen, self.points(transform), frame),
        }
        self.stamp(pen, self.points(transform).step_by(self.mark_every), frame);
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        polyline(self.points(pen.transform), pen.frame)
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.x.iter().copied().zip(self.y.iter().copied()))
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let middle = area.center();
        let ends = [Point::new(area.x0, middle.y), Point::new(area.x1, middle.y)];
        self.stroke(pen, ends.into_iter(), area);
        self.stamp(pen, std::iter::once(middle), area);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_line());
    }
}
