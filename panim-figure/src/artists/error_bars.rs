//! Points with the reach of their errors.

mod bar;

use crate::{
    FigureError,
    artist::{Draw, KEY_HEIGHT},
    base::{
        check::{checked_lengths, checked_size},
        data::{Column, Data, ErrorReach, Errors, Flags, Number, PointFlags, point_data},
        extent::Extent,
        properties::properties,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        every::Every,
        marks::{MARKER, Marks, marks_properties},
        polyline::polyline,
    },
    pen::Pen,
};
use bar::{ErrorBar, across, bar_path};
use vello_cpu::kurbo::{BezPath, Cap, Join, Point, Rect, Stroke, Vec2};

/// A line through each point as far as its errors reach, of y, of x or both, with caps at the ends and a marker in
/// the middle if one is given. A point that is not finite is left out; one whose error is not has its marker alone.
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
/// // other errors to the other side, those of x, and values that are only known to be larger
/// let low = ErrorBars::new([1.5, 3.0, 4.5], [0.4, 0.6, 0.5], ([0.1, 0.2, 0.1], 0.3)).x_errors(0.4);
/// ax.add(low.lolims([false, true, false]).cap_size(4).marker('s').label("lower limit"));
/// ax.set_legend(Legend::new().loc(Loc::UpperLeft));
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
    /// Those of x and of y.
    reaches: [Option<ErrorReach>; 2],
    limits: [PointLimits; 2],
    every: Every,
    horizontal: bool,
    color: Option<ColorSpec>,
    width: f64,
    cap_size: f64,
    cap_thick: f64,
    marks: Marks,
    common: Common,
}

/// Which values are limits.
#[derive(Debug, Clone, Default)]
struct PointLimits {
    lower: PointFlags,
    upper: PointFlags,
}

/// How high the arrow of a limit is, in half lengths of a cap; matplotlib's.
const ARROW: f64 = 1.5;

/// Half the width of such an arrow without caps, in points; matplotlib's.
const ARROW_WIDTH: f64 = 3.0;

impl ErrorBars {
    /// Bars from `y - error` to `y + error` at each x; `x` and `y` must be equally many, and of errors
    /// there is one for all, or one for each; `(lower, upper)` where the two sides differ, each of which is one or
    /// the other.
    pub fn new<E>(x: impl Data, y: impl Data, errors: impl Errors<E>) -> Self {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            reaches: [None, Some(ErrorReach::new(errors))],
            limits: Default::default(),
            every: Every::default(),
            horizontal: false,
            color: None,
            width: 1.5,
            cap_size: 3.0,
            cap_thick: 1.0,
            marks: Marks::default(),
            common: Common::default(),
        }
    }

    /// Lets the errors that it is made with be those of x: the bars lie.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        if !self.horizontal {
            self.horizontal = true;
            self.reaches = [self.reaches[1].take(), None];
        }
        self
    }

    /// Moves the points and their errors, as [`ErrorBars::new`] takes them.
    pub fn set_data<E>(&mut self, x: impl Data, y: impl Data, errors: impl Errors<E>) -> &mut Self {
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

    /// Changes the errors that it was made with: one for all points, or one for each; or `(lower, upper)`.
    pub fn set_errors<E>(&mut self, errors: impl Errors<E>) -> &mut Self {
        self.reaches[usize::from(!self.horizontal)] = Some(ErrorReach::new(errors));
        self
    }

    /// The bars in the order in which they are drawn: those of x first.
    fn bars(&self) -> impl Iterator<Item = ErrorBar> {
        let axes = self.reaches.iter().zip(&self.limits).zip([true, false]);
        let axes = axes.filter_map(|((reach, limits), is_level)| {
            reach.as_ref().map(|reach| (reach, limits, is_level))
        });
        axes.flat_map(move |(reach, limits, is_level)| {
            let points = self.x.iter().zip(&*self.y).enumerate();
            points.filter(|(i, _)| self.every.takes(*i)).map(move |(i, (&x, &y))| {
                let is_limit = [limits.lower.at(i), limits.upper.at(i)];
                let (lower, upper) = reach.at(i);
                // below a lower limit there is nothing to be said
                let lower = if is_limit[0] { 0.0 } else { lower };
                let upper = if is_limit[1] { 0.0 } else { upper };
                let places = match is_level {
                    true => [(x - lower, y), (x, y), (x + upper, y)],
                    false => [(x, y - lower), (x, y), (x, y + upper)],
                };
                ErrorBar { is_level, places, is_limit }
            })
        })
    }

    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// Draws bars with their caps and the arrows of limits.
    fn draw_bars(&self, pen: &mut Pen<'_>, [bars, caps, arrows]: [&BezPath; 3]) {
        let color = self.common.fade(&self.own_color());
        // where bars and caps meet, neither shows through the other
        let is_group = color.alpha() < 1.0;
        if is_group {
            pen.scene.push_group(color.alpha());
        }
        pen.scene.fill(arrows, color.with_alpha(1.0));
        let parts = [
            (bars, self.width, Join::Round),
            (caps, self.cap_thick, Join::Round),
            (arrows, self.cap_thick, Join::Miter),
        ];
        for (path, width, join) in parts {
            let stroke = Stroke::new(width * pen.point).with_caps(Cap::Butt).with_join(join);
            if width > 0.0 && !path.is_empty() {
                pen.scene.stroke(path, &stroke, color.with_alpha(1.0));
            }
        }
        if is_group {
            pen.scene.pop_group();
        }
    }

    /// Adds what is at the ends of a bar to the caps and the arrows, as far as it can be seen.
    fn add_ends(
        &self,
        (caps, arrows): (&mut BezPath, &mut BezPath),
        bar: &ErrorBar,
        pen: &Pen<'_>,
    ) {
        let (transform, near, cap) = (pen.transform, pen.around(), self.cap_size * pen.point);
        let [start, middle, end] = bar.places.map(|(x, y)| transform.at(x, y));
        let across = |at: Point| across(bar.is_level, transform.polar(), at);
        let mut add_cap = |at: Point| {
            if cap > 0.0 && near.contains(at) {
                let across = across(at) * cap;
                caps.move_to(at - across);
                caps.line_to(at + across);
            }
        };
        match bar.is_limit {
            [false, false] => [start, end].into_iter().for_each(add_cap),
            _ => add_cap(middle),
        }
        let half = if self.cap_size > 0.0 { cap } else { ARROW_WIDTH * pen.point };
        let beyond = |step: f64| match bar.is_level {
            true => transform.at(bar.places[1].0 + step, bar.places[1].1),
            false => transform.at(bar.places[1].0, bar.places[1].1 + step),
        };
        for (at, sign, is_limit) in [(end, 1.0, bar.is_limit[0]), (start, -1.0, bar.is_limit[1])] {
            if !is_limit || !near.contains(at) {
                continue;
            }
            // which way larger values are
            let ahead = if at == middle { (beyond(1.0) - middle) * sign } else { at - middle };
            let across = across(at);
            let out = Vec2::new(-across.y, across.x);
            let out = if out.dot(ahead) < 0.0 { -out } else { out };
            arrows.move_to(at - across * half);
            arrows.line_to(at + out * half * ARROW);
            arrows.line_to(at + across * half);
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
    #[doc(alias = "capsize")]
    cap_size / set_cap_size(size: impl Number) |bars| bars.cap_size = size.value();
    /// Width of the caps' lines in points; default: 1, however wide the others are.
    cap_thick / set_cap_thick(width: impl Number) |bars| bars.cap_thick = width.value();
    /// Errors of x: one for all points, or one for each; `(lower, upper)` where they differ. Default: none, or of bars
    /// that are [`ErrorBars::horizontal`] those that they are made with.
    #[doc(alias = "xerr")]
    x_errors / set_x_errors<E>(errors: impl Errors<E>) |bars| bars.reaches[0] = Some(ErrorReach::new(errors));
    /// Errors of y, likewise. Default: those that it is made with, or none of bars that are
    /// [`ErrorBars::horizontal`].
    #[doc(alias = "yerr")]
    y_errors / set_y_errors<E>(errors: impl Errors<E>) |bars| bars.reaches[1] = Some(ErrorReach::new(errors));
    /// Which values of y are lower limits, all or each: an arrow upwards from the point, as far as its upper error
    /// reaches. Default: none.
    lolims / set_lolims<E>(are: impl Flags<E>) |bars| bars.limits[1].lower = PointFlags::new(are);
    /// Which values of y are upper limits, all or each: an arrow downwards.
    uplims / set_uplims<E>(are: impl Flags<E>) |bars| bars.limits[1].upper = PointFlags::new(are);
    /// Which values of x are lower limits, all or each: an arrow to the right.
    xlolims / set_xlolims<E>(are: impl Flags<E>) |bars| bars.limits[0].lower = PointFlags::new(are);
    /// Which values of x are upper limits, all or each: an arrow to the left.
    xuplims / set_xuplims<E>(are: impl Flags<E>) |bars| bars.limits[0].upper = PointFlags::new(are);
    /// Every n-th point has errors only, from the first, or `(start, n)` from the one at position `start`, counted
    /// from 0; markers are on each point. Default: 1, each.
    every / set_every(every: impl Into<Every>) |bars| bars.every = every.into();
} }
marks_properties!(ErrorBars, marks, "on each point", "none", "the bars'");
point_data!(ErrorBars, 3: new(x, y, errors));
common_properties!(ErrorBars);
crate::parts::outline::outline_properties!(ErrorBars);

impl Draw for ErrorBars {
    draw_common!(ErrorBars);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("ErrorBars", ("x", self.x.len()), ("y", self.y.len()))?;
        let count = self.x.len();
        let made_with = usize::from(!self.horizontal);
        for (i, argument) in ["x_errors", "y_errors"].into_iter().enumerate() {
            let argument = if i == made_with { "errors" } else { argument };
            self.reaches[i].as_ref().map_or(Ok(()), |r| r.check("ErrorBars", argument, count))?;
        }
        for (limits, [lower, upper]) in
            self.limits.iter().zip([["xlolims", "xuplims"], ["lolims", "uplims"]])
        {
            limits.lower.check("ErrorBars", lower, count)?;
            limits.upper.check("ErrorBars", upper, count)?;
        }
        self.every.check("ErrorBars", "every")?;
        checked_color("ErrorBars", "color", &self.own_color())?;
        checked_size("ErrorBars", "width", self.width)?;
        checked_size("ErrorBars", "cap_size", self.cap_size)?;
        checked_size("ErrorBars", "cap_thick", self.cap_thick)?;
        self.marks.check("ErrorBars", MARKER)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let [mut bars, mut caps, mut arrows] = Default::default();
        for bar in self.bars() {
            if let Some(path) = bar_path(&bar, pen.transform) {
                BezPath::extend(&mut bars, polyline(path.into_iter(), pen.around()));
                self.add_ends((&mut caps, &mut arrows), &bar, pen);
            }
        }
        self.draw_bars(pen, [&bars, &caps, &arrows]);
    }

    fn zorders_above(&self) -> &'static [f64] {
        if self.marks.marker.is_some() { &[2.1] } else { &[] }
    }

    fn draw_above(&self, _: usize, pen: &mut Pen<'_>) {
        let (transform, frame) = (pen.transform, pen.frame);
        let middles = self.x.iter().zip(&*self.y).map(|(&x, &y)| transform.at(x, y));
        self.draw_marks(pen, middles.filter(|middle| middle.is_finite()), frame);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for path in self.bars().filter_map(|bar| bar_path(&bar, pen.transform)) {
            all.extend(polyline(path.into_iter(), pen.frame));
        }
        all
    }

    fn extent(&self) -> Extent {
        let points = self.x.iter().copied().zip(self.y.iter().copied());
        Extent::of_points(self.bars().flat_map(|bar| bar.places).chain(points))
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let middle = area.center();
        // as high as a letter with its room, so that caps stand out behind a marker
        let half = area.height() / KEY_HEIGHT / 2.0;
        let cap = self.cap_size * pen.point;
        let (mut bars, mut caps) = (BezPath::new(), BezPath::new());
        let along = [Vec2::new(half, 0.0), Vec2::new(0.0, half)];
        for (along, _) in along.into_iter().zip(&self.reaches).filter(|(_, reach)| reach.is_some())
        {
            bars.move_to(middle - along);
            bars.line_to(middle + along);
            let across = Vec2::new(along.y, along.x) * (cap / half);
            for end in [middle - along, middle + along].into_iter().filter(|_| cap > 0.0) {
                caps.move_to(end - across);
                caps.line_to(end + across);
            }
        }
        self.draw_bars(pen, [&bars, &caps, &BezPath::new()]);
        self.draw_marks(pen, std::iter::once(middle), area);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_line().into());
    }
}
