//! A line through points, with markers on them.

use crate::{
    FigureError, Places,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, ColumnPart, Data, PlaceColumn, point_data},
        extent::Extent,
        properties::properties,
        wanted::Wanted,
        word::OneOf,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        polyline::{Steps, polyline_of},
        shown::{ShownPoints, shown_properties},
        trace::{Trace, draw_trace, trace_properties},
        varying::draw_values,
    },
    pen::Pen,
    transform::plane::Transform,
};
use vello_cpu::kurbo::{BezPath, Point};

/// Points in data coordinates joined by a line; a point that is not finite is a gap.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let t = linspace(0.0, 10.0, 300);
/// for (damping, style) in [(0.2, "-"), (0.5, "--"), (1.5, ":")] {
///     let swing = t.iter().map(|t| (-damping * t).exp() * (2.0 * t).cos());
///     ax.add(Line::new(&t, swing).style(style).label(format!("damping {damping}")));
/// }
/// ax.set_xlabel("time (s)").set_legend(Legend::new().loc(Loc::UpperRight));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("line", fig);
/// ```
#[doc = include_str!("../../docs/line.md")]
///
/// With values it is coloured along itself, without a seam where pieces meet; `widths` change along it as well. Where
/// it crosses itself the newer part covers the older one.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let t = linspace(0, 20, 400);
/// let (x, y) = (t.iter().map(|t| (2.0 * t).sin() * t), t.iter().map(|t| (3.1 * t).cos() * t));
/// let speed = t.iter().map(|t| t * (1.0 + 0.5 * (5.0 * t).sin()));
/// let path = ax.add(Line::new(x, y).values(speed).cmap("plasma").widths(linspace(0.5, 5, 400)));
/// ax.add_colorbar(path, Colorbar::new().label("speed (m/s)"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("line_values", fig);
/// ```
#[doc = include_str!("../../docs/line_values.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "Line2D")]
#[doc(alias = "plot")]
#[derive(Debug, Clone)]
pub struct Line {
    x: PlaceColumn,
    y: Column,
    steps: Option<Steps>,
    shown: ShownPoints,
    trace: Trace,
    common: Common,
}

impl Line {
    /// A line through the points (`x`, `y`), which must be equally many.
    /// Without data yet it is [`Line::empty`], and of pairs [`Line::from_points`].
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Places,
        Y: Data,
    {
        Self {
            x: PlaceColumn::new(x),
            y: Column::new(y),
            steps: None,
            shown: ShownPoints::default(),
            trace: Trace::default(),
            common: Common::default(),
        }
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
    #[doc(alias = "set_xdata")]
    pub fn set_x<X: Places>(&mut self, x: X) -> &mut Self {
        self.x = PlaceColumn::new(x);
        self
    }

    /// Moves the points along y; as many as there are of x.
    #[doc(alias = "set_ydata")]
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
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
    /// Goes from point to point in steps instead of straight on.
    #[doc(alias("step", "where", "drawstyle"))]
    steps / set_steps(steps: impl OneOf<Steps>) |line| {
        line.common.misnamed.set("steps", steps, &mut line.steps);
    };
} }
shown_properties!(Line);
trace_properties!(Line);
point_data!(Line, 2: new(x, y));
common_properties!(Line);

impl Line {
    /// Both coordinates of the points that are shown.
    fn columns(&self) -> (ColumnPart<'_>, ColumnPart<'_>) {
        let part = |column: &'_ Column| self.shown.of(column.len());
        (self.x.part(part(&self.x)), self.y.part(part(&self.y)))
    }

    /// The points in data coordinates.
    fn data(&self) -> impl Iterator<Item = Point> {
        let [x, y] = [&*self.x, &self.y].map(|column| &column[self.shown.of(column.len())]);
        x.iter().zip(y).map(|(&x, &y)| Point::new(x, y))
    }

    /// The points in pixels.
    fn points(&self, transform: Transform) -> impl Iterator<Item = Point> {
        self.data().map(move |at| transform.at(at.x, at.y))
    }

    /// Draws the line where it changes along itself.
    fn draw_varying(&self, pen: &mut Pen<'_>) {
        let transform = pen.transform;
        let Some(steps) = self.steps else {
            let points: Vec<_> = self.points(transform).collect();
            let numbers = self.shown.numbers(self.x.len());
            return self.trace.stroke_varying(pen, &self.common, &points, numbers.as_deref());
        };
        let numbers = self.shown.of(self.x.len()).map(|i| i as f64);
        let (numbers, points): (Vec<_>, Vec<_>) = match transform.polar() {
            None => steps.between_numbered(numbers.zip(self.points(transform))).unzip(),
            Some(_) => {
                let corners: Vec<_> = steps.between_numbered(numbers.zip(self.data())).collect();
                let arcs = corners.windows(2).flat_map(|ends| {
                    let [(first, from), (last, to)] = [ends[0], ends[1]];
                    let points: Vec<_> = transform.path([from, to].into_iter()).collect();
                    let count = points.len().saturating_sub(1).max(1) as f64;
                    let number = move |i: usize| first + (last - first) * i as f64 / count;
                    points.into_iter().enumerate().map(move |(i, at)| (number(i), at))
                });
                arcs.unzip()
            }
        };
        self.trace.stroke_varying(pen, &self.common, &points, Some(&numbers));
    }
}

impl Draw for Line {
    draw_common!(Line);
    draw_trace!();
    draw_values!(trace.varying);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Line", ("x", self.x.len()), ("y", self.y.len()))?;
        self.shown.check("Line", self.x.len())?;
        self.trace.varying.check("Line", ("x", self.x.len()))?;
        self.trace.check("Line")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (transform, frame) = (pen.transform, pen.frame);
        let points = || self.points(transform);
        match self.steps {
            _ if self.trace.varying.is_some() => self.draw_varying(pen),
            Some(steps) if transform.polar().is_some() => {
                let corners = transform.path(steps.between(self.data()));
                self.trace.stroke(pen, &self.common, corners, frame);
            }
            Some(steps) => self.trace.stroke(pen, &self.common, steps.between(points()), frame),
            None => self.trace.stroke_columns(pen, &self.common, self.columns(), frame),
        }
        let first = self.shown.of(self.x.len()).start;
        self.trace.stamp(pen, &self.common, (points(), first), frame);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let half = self.trace.width_on(pen) / 2.0;
        polyline_of(self.columns(), pen.transform, (pen.frame, half))
    }

    fn has_places(&self) -> bool {
        self.x.has_names()
    }

    fn take_places(&mut self, x: &mut Wanted, _y: &mut Wanted) {
        self.x.take_places(x);
    }

    fn extent(&self) -> Extent {
        let (x, y) = self.columns();
        Extent::of_parts(&x, &y)
    }
}
