//! Points with the reach of their errors.

use crate::{
    FigureError,
    artist::{Draw, KEY_HEIGHT},
    base::{
        check::{checked_lengths, checked_size},
        data::{Broadcast, Column, Data, Number, PerPoint, point_data},
        error::written,
        extent::Extent,
        properties::properties,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        marks::{MARKER, Marks, marks_properties},
        polyline::polyline,
    },
    pen::Pen,
    transform::{plane::Transform, polar::PolarFrame},
};
use vello_cpu::kurbo::{BezPath, Cap, Point, Rect, Stroke, Vec2};

/// A line through each point as far as its error reaches, with caps at the ends and a marker in the
/// middle if one is given. A point that is not finite is left out; one whose error is not has its marker
/// alone.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.5, 5.5, 11);
/// let y: Vec<f64> = normal(0.0, 0.15, 11).iter().zip(&x).map(|(e, x)| x.sqrt() + e).collect();
/// ax.add(ErrorBars::new(&x, y, [0.15; 11]).marker('o').label("measured"));
/// let fine = linspace(0.0, 6.0, 100);
/// ax.add(Line::new(&fine, fine.iter().map(|x| x.sqrt())).style("--").label("expected"));
/// ax.set_legend(Legend::new().loc(Loc::LowerRight));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("error_bars", fig);
/// ```
#[doc = include_str!("../../docs/error_bars.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "errorbar")]
#[derive(Debug, Clone)]
pub struct ErrorBars {
    x: Column,
    y: Column,
    errors: Broadcast,
    horizontal: bool,
    color: Option<ColorSpec>,
    width: f64,
    cap_size: f64,
    cap_thick: f64,
    marks: Marks,
    common: Common,
}

impl ErrorBars {
    /// Bars from `y - error` to `y + error` at each x; `x` and `y` must be equally many, and of errors
    /// there is one for all, or one for each.
    pub fn new<E>(x: impl Data, y: impl Data, errors: impl PerPoint<E>) -> Self {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            errors: Broadcast::new(errors),
            horizontal: false,
            color: None,
            width: 1.5,
            cap_size: 3.0,
            cap_thick: 1.0,
            marks: Marks::default(),
            common: Common::default(),
        }
    }

    /// Lets the errors be those of x: the bars lie.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Moves the points and their errors, as [`ErrorBars::new`] takes them.
    pub fn set_data<E>(
        &mut self,
        x: impl Data,
        y: impl Data,
        errors: impl PerPoint<E>,
    ) -> &mut Self {
        self.set_x(x).set_y(y).set_errors(errors)
    }

    /// Moves the points along x; as many as there are of y.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the points along y; as many as there are of x.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    /// Changes the errors: one for all points, or one for each.
    pub fn set_errors<E>(&mut self, errors: impl PerPoint<E>) -> &mut Self {
        self.errors = Broadcast::new(errors);
        self
    }

    /// The start, the middle and the end of each bar, in data coordinates.
    fn bars(&self) -> impl Iterator<Item = [(f64, f64); 3]> {
        let points = self.x.iter().zip(&*self.y).enumerate();
        points.map(|(i, (&x, &y))| {
            let error = self.errors.at(i);
            if self.horizontal {
                [(x - error, y), (x, y), (x + error, y)]
            } else {
                [(x, y - error), (x, y), (x, y + error)]
            }
        })
    }

    /// The path of each bar in pixels. On polar axes a horizontal one is an arc.
    fn paths(&self, transform: Transform) -> impl Iterator<Item = Vec<Point>> {
        self.bars().map(move |[start, _, end]| {
            transform.path([start, end].into_iter().map(Point::from)).collect()
        })
    }

    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// From the end of a bar to that of its cap, `cap` pixels long.
    fn across(&self, polar: Option<PolarFrame>, end: Point, cap: f64) -> Vec2 {
        let ray = polar.map_or(Vec2::ZERO, |polar| end - polar.center);
        let along = match ray.hypot() {
            0.0 if self.horizontal => Vec2::new(0.0, 1.0),
            0.0 => Vec2::new(1.0, 0.0),
            far if self.horizontal => ray / far,
            far => Vec2::new(-ray.y, ray.x) / far,
        };
        along * cap
    }

    /// Draws bars along these paths, with caps on their ends.
    fn draw_bars(
        &self,
        pen: &mut Pen<'_>,
        paths: impl Iterator<Item = Vec<Point>>,
        polar: Option<PolarFrame>,
    ) {
        let color = self.common.fade(&self.own_color());
        let (near, cap) = (pen.around(), self.cap_size * pen.point);
        let (mut bars, mut caps) = (BezPath::new(), BezPath::new());
        for path in paths.filter(|path| path.iter().all(|point| point.is_finite())) {
            let [from, .., to] = path[..] else { continue };
            bars.extend(polyline(path.into_iter(), near));
            for end in [from, to].into_iter().filter(|end| cap > 0.0 && near.contains(*end)) {
                let across = self.across(polar, end, cap);
                caps.move_to(end - across);
                caps.line_to(end + across);
            }
        }
        // where bars and caps meet, neither shows through the other
        let is_group = color.alpha() < 1.0;
        if is_group {
            pen.scene.push_group(color.alpha());
        }
        for (path, width) in [(&bars, self.width), (&caps, self.cap_thick)] {
            let stroke = Stroke::new(width * pen.point).with_caps(Cap::Butt);
            if width > 0.0 {
                pen.scene.stroke(path, &stroke, color.with_alpha(1.0));
            }
        }
        if is_group {
            pen.scene.pop_group();
        }
    }

    fn draw_marks(&self, pen: &mut Pen<'_>, middles: impl Iterator<Item = Point>, bounds: Rect) {
        self.marks.stamp(pen, &self.common, &self.own_color(), middles, bounds);
    }
}

properties! { ErrorBars {
    /// Colour; by default the next of the axes' cycle for lines, `C0`, `C1`, ..
    color / set_color(color: impl IntoColor) |bars| bars.color = Some(color.into());
    /// Width of the lines in points; default: 1.5.
    width / set_width(width: impl Number) |bars| bars.width = width.value();
    /// Half the length of the caps in points; default: 3; 0 for none.
    cap_size / set_cap_size(size: impl Number) |bars| bars.cap_size = size.value();
    /// Width of the caps' lines in points; default: 1, however wide the others are.
    cap_thick / set_cap_thick(width: impl Number) |bars| bars.cap_thick = width.value();
} }
marks_properties!(ErrorBars, marks, "on each point", "none", "the bars'");
point_data!(ErrorBars, 3: new(x, y, errors));
common_properties!(ErrorBars);

/// Is there one error for all of so many points, or one for each, and is none negative?
pub(super) fn checked_errors(
    part: &'static str,
    errors: &Broadcast,
    points: usize,
) -> Result<(), FigureError> {
    errors.check(part, ("x", points), "errors")?;
    match errors.given().iter().find(|error| **error < 0.0) {
        Some(error) => {
            let message = format!("{} is not an error, 0 or more", written(*error));
            Err(FigureError::new(part, "errors", message))
        }
        None => Ok(()),
    }
}

impl Draw for ErrorBars {
    draw_common!(ErrorBars);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("ErrorBars", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_errors("ErrorBars", &self.errors, self.x.len())?;
        checked_color("ErrorBars", "color", &self.own_color())?;
        checked_size("ErrorBars", "width", self.width)?;
        checked_size("ErrorBars", "cap_size", self.cap_size)?;
        checked_size("ErrorBars", "cap_thick", self.cap_thick)?;
        self.marks.check("ErrorBars", MARKER)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let transform = pen.transform;
        self.draw_bars(pen, self.paths(transform), transform.polar());
    }

    fn zorders_above(&self) -> &'static [f64] {
        if self.marks.marker.is_some() { &[2.1] } else { &[] }
    }

    fn draw_above(&self, _: usize, pen: &mut Pen<'_>) {
        let (transform, frame) = (pen.transform, pen.frame);
        let middles = self.x.iter().zip(&*self.y).map(|(&x, &y)| transform.at(x, y));
        self.draw_marks(pen, middles.filter(|middle| middle.is_finite()), frame);
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for path in self.paths(pen.transform) {
            all.extend(polyline(path.into_iter(), pen.frame));
        }
        all
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.bars().flatten())
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let middle @ Point { x, y } = area.center();
        // as high as a letter with its room, so that caps stand out behind a marker
        let half = area.height() / KEY_HEIGHT / 2.0;
        let ends = if self.horizontal {
            [Point::new(x - half, y), Point::new(x + half, y)]
        } else {
            [Point::new(x, y - half), Point::new(x, y + half)]
        };
        self.draw_bars(pen, std::iter::once(ends.to_vec()), None);
        self.draw_marks(pen, std::iter::once(middle), area);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_line().into());
    }
}
