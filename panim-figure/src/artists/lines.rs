//! Many lines.

use crate::{
    Data, DataRows, FigureError, LineStyle, Number, OneOf, PerPoint, Points,
    artist::Draw,
    base::{
        check::checked_size,
        data::{Broadcast, Column},
        extent::Extent,
        properties::properties,
    },
    color::{Color, ColorSpec},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        polyline::{polyline, polyline_in_dashes},
        tints::{Tints, draw_tints, line_tints_properties},
        varying::{LineLook, Varying},
    },
    pen::Pen,
};
use std::sync::Arc;
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A family of lines as one artist, each with its own colour or value: thousands of runs, paths or field lines.
///
/// Each line is drawn by itself, the first one first: clear ones show through each other. A point that is not
/// finite is a gap. One line whose colour changes along itself is a [`Line`](crate::Line) with values.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let t = linspace(0, 6, 150);
/// let energies: Vec<f64> = linspace(0.2, 3.0, 40);
/// let swing = |energy: f64| t.iter().map(move |t| energy * (t * (1.0 + 0.2 * energy)).sin());
/// let runs = Lines::rows(&t, energies.iter().map(|energy| swing(*energy)));
/// let runs = ax.add(runs.values(&energies).cmap("plasma").width(1.0));
/// ax.set_xlabel("time (s)").colorbar(runs);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("lines", fig);
/// ```
#[doc = include_str!("../../docs/lines.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("hlines", "vlines"))]
#[doc(alias = "LineCollection")]
#[derive(Debug, Clone)]
pub struct Lines {
    points: Arc<[(f64, f64)]>,
    /// Of each line, where the next one begins.
    ends: Arc<[usize]>,
    tints: Tints,
    width: Option<f64>,
    widths: Option<Broadcast>,
    style: LineStyle,
    common: Common,
}

impl Lines {
    /// Lines, each of its points.
    pub fn new<P: Points<2>>(lines: impl IntoIterator<Item = P>) -> Self {
        let mut lines_of = Self {
            points: Arc::default(),
            ends: Arc::default(),
            tints: Tints::default(),
            width: None,
            widths: None,
            style: LineStyle::Solid,
            common: Common::default(),
        };
        lines_of.set_lines(lines);
        lines_of
    }

    /// Lines of the same `x`: each row of `y` is one. A row that is shorter than `x` ends early, and what is longer is
    /// left out.
    pub fn rows(x: impl Data, y: impl DataRows) -> Self {
        let mut lines = Self::empty();
        lines.set_rows(x, y);
        lines
    }

    /// Without lines yet, which [`Lines::set_lines`] or [`Lines::set_rows`] gives it. Until then it is not to be seen.
    pub fn empty() -> Self {
        Self::new([[(0.0, 0.0); 0]; 0])
    }

    /// Moves the lines, as [`Lines::new`] takes them.
    pub fn set_lines<P: Points<2>>(&mut self, lines: impl IntoIterator<Item = P>) -> &mut Self {
        let lines = lines.into_iter().map(|line| line.points().map(|[x, y]| (x, y)));
        self.set(lines)
    }

    /// Moves the lines, as [`Lines::rows`] takes them.
    pub fn set_rows(&mut self, x: impl Data, y: impl DataRows) -> &mut Self {
        let x = Column::new(x);
        self.set(y.rows().map(|row| x.iter().copied().zip(row.values())))
    }

    fn set(&mut self, lines: impl Iterator<Item: Iterator<Item = (f64, f64)>>) -> &mut Self {
        let (mut points, mut ends) = (Vec::new(), Vec::new());
        for line in lines {
            points.extend(line);
            ends.push(points.len());
        }
        (self.points, self.ends) = (points.into(), ends.into());
        self
    }

    /// Each line's points in pixels.
    fn lines(&self, pen: &Pen<'_>) -> impl Iterator<Item: Iterator<Item = Point>> {
        let transform = pen.transform;
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        let lines = starts.zip(&*self.ends).map(|(start, end)| &self.points[start..*end]);
        lines.map(move |line| line.iter().map(move |&(x, y)| transform.at(x, y)))
    }
}

line_tints_properties!(
    Lines,
    tints,
    "line",
    "lines",
    "by default the next of the axes' cycle, `C0`, `C1`, ..",
    "is left out"
);
properties! { Lines {
    /// Width of all lines in points; default: the style's, 1.5.
    width / set_width(width: impl Number) |lines| lines.width = Some(width.value());
    /// Gives each line its width in points, instead of `width`; one for all, or as many as there are lines.
    widths / set_widths<E>(widths: impl PerPoint<E>) |lines| lines.widths = Some(Broadcast::new(widths));
    /// Style of all lines; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    style / set_style(style: impl OneOf<LineStyle>) |lines| {
        lines.common.misnamed.set("style", style, &mut lines.style);
    };
} }
common_properties!(Lines);
crate::parts::outline::outline_properties!(Lines);

impl Draw for Lines {
    draw_common!(Lines);
    draw_tints!(tints);

    fn check(&self) -> Result<(), FigureError> {
        let count = ("lines", self.ends.len());
        checked_size("Lines", "width", self.width.unwrap_or(0.0))?;
        if let Some(widths) = &self.widths {
            widths.check("Lines", count, "widths")?;
            widths.given().iter().try_for_each(|width| checked_size("Lines", "widths", *width))?;
        }
        self.style.check("Lines", "style")?;
        self.tints.check("Lines", count)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let colors = self.tints.faces(Color::cycle(0));
        let usual = self.width.unwrap_or(pen.style.line_width);
        let paths: Vec<(BezPath, f64)> = self
            .lines(pen)
            .enumerate()
            .map(|(i, line)| {
                let width = self.widths.as_ref().map_or(usual, |widths| widths.at(i)) * pen.point;
                let path = match self.style {
                    LineStyle::Solid => polyline(line, pen.frame.inflate(width, width)),
                    _ => polyline_in_dashes(line),
                };
                (path, width)
            })
            .collect();
        for (i, (path, width)) in paths.iter().enumerate().filter(|(_, line)| !line.0.is_empty()) {
            if let Some(stroke) = self.style.stroke(*width) {
                let color = self.common.fade(&colors[i % colors.len()]);
                pen.scene.stroke(path, &stroke, color);
            }
        }
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.points.iter().copied())
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        self.lines(pen).for_each(|line| all.extend(polyline(line, pen.frame)));
        all
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let middle = area.center().y;
        let ends = [Point::new(area.x0, middle), Point::new(area.x1, middle)];
        let color = self.tints.key(Color::cycle(0)).get().unwrap_or(Color::TRANSPARENT);
        let width = self.width.unwrap_or(pen.style.line_width) * pen.point;
        let varying = Varying {
            values: self.tints.values.clone(),
            widths: self.widths.clone(),
            mapping: self.tints.mapping.clone(),
        };
        let look = LineLook { style: &self.style, width, color };
        varying.stroke_key(pen, &self.common, &look, (ends, area));
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        if self.tints.values.is_none() && self.tints.colors.is_empty() {
            self.tints.color.get_or_insert_with(|| -> ColorSpec { cycle.next_line().into() });
        }
    }
}
