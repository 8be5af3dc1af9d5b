//! Lines along a flow.

mod drawing;
#[cfg(test)]
mod tests;

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::{ARROWS, DENSITY, MOST_UNBROKEN, STREAM, checked_size},
        data::{Data, DataRows, Number, Points, no_data},
        error::written,
        extent::Extent,
        properties::properties,
        rows::{GridLines, Matrix},
        word::OneOf,
    },
    color::{
        Color, ColorSpec, IntoColor, checked_color,
        mapping::{Mapping, mapping_properties},
    },
    numeric::streams::{
        IntegrationDirection,
        ribbon::{self, Bead},
    },
    parts::common::{Common, Cycle, common_properties, draw_common},
    pen::Pen,
};
use drawing::HEAD;
use std::borrow::Cow;
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// Lines that follow a flow (u, v) on a grid, with heads that say which way, as matplotlib's
/// `streamplot`. There is no line where the flow is missing or stands still.
///
/// Lines are chosen anew from the flow of each frame. Give `start_points` to have lines that
/// stay while the flow changes slowly.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(-3.0, 3.0, 50);
/// let u = x.iter().map(|y| x.iter().map(move |x| -1.0 - x * x + y));
/// let v = x.iter().map(|y| x.iter().map(move |x| 1.0 + x - y * y));
/// ax.add(Streamlines::new(&x, &x, u, v).density(0.6).color("teal"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("streamlines", fig);
/// ```
#[doc = include_str!("../../docs/streamlines.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "streamplot")]
#[derive(Debug, Clone)]
pub struct Streamlines {
    grid: GridLines,
    u: Matrix,
    v: Matrix,
    color: Option<ColorSpec>,
    values: LineValues,
    mapping: Mapping,
    /// Default: the style's for lines.
    width: Option<f64>,
    widths: Option<Matrix>,
    density: f64,
    min_length: f64,
    max_length: f64,
    direction: IntegrationDirection,
    broken: bool,
    start_points: Option<Vec<(f64, f64)>>,
    arrows: usize,
    arrow_size: f64,
    common: Common,
}

/// What colours the lines.
#[derive(Debug, Clone)]
enum LineValues {
    None,
    Magnitude,
    Given(Matrix),
}

impl Streamlines {
    /// The flow (`u`, `v`) at every pair of `x` and `y`: one row for each y, as long as there are
    /// of x. Both must increase or decrease, in steps of any size.
    pub fn new<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: DataRows,
        V: DataRows,
    {
        Self {
            grid: GridLines::new(x, y),
            u: Matrix::new(u),
            v: Matrix::new(v),
            color: None,
            values: LineValues::None,
            mapping: Mapping::default(),
            width: None,
            widths: None,
            density: 1.0,
            min_length: 0.1,
            max_length: 4.0,
            direction: IntegrationDirection::Both,
            broken: true,
            start_points: None,
            arrows: 1,
            arrow_size: 1.0,
            common: Common::default(),
        }
    }

    /// Changes the flow.
    pub fn set_uv<U, V>(&mut self, u: U, v: V) -> &mut Self
    where
        U: DataRows,
        V: DataRows,
    {
        (self.u, self.v) = (Matrix::new(u), Matrix::new(v));
        self
    }

    /// Changes the grid and the flow.
    pub fn set_data<X, Y, U, V>(&mut self, x: X, y: Y, u: U, v: V) -> &mut Self
    where
        X: Data,
        Y: Data,
        U: DataRows,
        V: DataRows,
    {
        self.grid = GridLines::new(x, y);
        self.set_uv(u, v)
    }

    /// Colours the lines by the flow's speed, through `cmap` and `norm`.
    #[must_use]
    pub fn by_magnitude(mut self) -> Self {
        self.values = LineValues::Magnitude;
        self
    }

    /// The same for one that was added.
    pub fn set_by_magnitude(&mut self) -> &mut Self {
        self.values = LineValues::Magnitude;
        self
    }
}

properties! { Streamlines {
    /// One colour for all lines; by default the next of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl IntoColor) |lines| {
        (lines.color, lines.values) = (Some(color.into()), LineValues::None);
    };
    /// Colours the lines by values on the grid, through `cmap` and `norm`: one row for each y, as
    /// long as there are of x. There is a gap where they are missing.
    values / set_values(values: impl DataRows) |lines| {
        lines.values = LineValues::Given(Matrix::new(values));
    };
    /// Width in points; default: the style's for lines.
    width / set_width(width: impl Number) |lines| (lines.width, lines.widths) = (Some(width.value()), None);
    /// Widths in points on the grid, between which that of the lines changes: one row for each y,
    /// as long as there are of x.
    widths / set_widths(widths: impl DataRows) |lines| {
        lines.widths = Some(Matrix::new(widths));
    };
    /// How close the lines come to each other: at 1, the default, each has a thirtieth of the
    /// plot's sides for itself, at 2 half of that.
    density / set_density(density: impl Number) |lines| lines.density = density.value();
    /// Lines shorter than this are left out, in sides of the grid; default: 0.1.
    min_length / set_min_length(length: impl Number) |lines| lines.min_length = length.value();
    /// Lines end when they are so long, in sides of the grid; default: 4.
    max_length / set_max_length(length: impl Number) |lines| lines.max_length = length.value();
    /// Whether lines end where they come too close to others; default: true.
    broken / set_broken(on: bool) |lines| lines.broken = on;
    /// Which way lines go on from their start points: `"forward"`, along the flow, `"backward"`, or `"both"`, the
    /// default.
    integration_direction / set_integration_direction(direction: impl OneOf<IntegrationDirection>) |lines| {
        lines.common.misnamed.set("integration_direction", direction, &mut lines.direction);
    };
    /// Points (x, y) that lines go through; by default they are found so that lines are
    /// everywhere.
    start_points / set_start_points(points: impl Points<2>) |lines| {
        lines.start_points = Some(points.points().map(Into::into).collect());
    };
    /// How many heads each line has, evenly along it in the data; default: 1.
    arrows / set_arrows(count: usize) |lines| lines.arrows = count;
    /// Size of the heads; at 1, the default, they are 4 points long and wide, and as much more as
    /// the line is wide.
    arrow_size / set_arrow_size(size: impl Number) |lines| lines.arrow_size = size.value();
} }
mapping_properties!(Streamlines);
no_data!(Streamlines: new(x, y; u, v) set_data);
common_properties!(Streamlines);
crate::parts::outline::outline_properties!(Streamlines);

impl Draw for Streamlines {
    draw_common!(Streamlines);

    fn check(&self) -> Result<(), FigureError> {
        self.grid.check("Streamlines")?;
        let size = self.grid.size();
        self.u.check("Streamlines", "u", size)?;
        self.v.check("Streamlines", "v", size)?;
        if let LineValues::Given(values) = &self.values {
            values.check("Streamlines", "values", size)?;
        }
        if let Some(widths) = &self.widths {
            widths.check("Streamlines", "widths", size)?;
        }
        checked_color("Streamlines", "color", &self.own_color())?;
        self.width.map_or(Ok(()), |width| checked_size("Streamlines", "width", width))?;
        checked_size("Streamlines", "arrow_size", self.arrow_size)?;
        DENSITY.check("Streamlines", "density", self.density)?;
        ARROWS.check("Streamlines", "arrows", self.arrows)?;
        for (argument, length) in [("min_length", self.min_length), ("max_length", self.max_length)]
        {
            STREAM.check("Streamlines", argument, length)?;
        }
        let most = MOST_UNBROKEN / self.density;
        if !self.broken && self.max_length > most {
            let [length, density, most] = [self.max_length, self.density, most].map(written);
            let message = format!(
                "{length} is too long for unbroken lines at density {density}, 0 to {most}"
            );
            return Err(FigureError::new("Streamlines", "max_length", message));
        }
        match self.grid_values() {
            Some(values) => self.mapped(&values).check("Streamlines"),
            None => Ok(()),
        }
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        // lines that cross, and their heads, fade as one
        if self.common.alpha < 1.0 {
            pen.scene.push_group(self.common.alpha);
        }
        if let Some(values) = self.grid_values() {
            self.draw_mapped(pen, &values);
        } else {
            let color = self.own_color().get().unwrap_or(Color::TRANSPARENT);
            let lines = self.streams(pen, None);
            let mut all = BezPath::new();
            for line in &lines {
                all.extend(ribbon::ribbon(&line.beads));
                self.heads(line, pen.point).into_iter().for_each(|(head, _)| all.extend(head));
            }
            pen.scene.fill(&all, color);
        }
        if self.common.alpha < 1.0 {
            pen.scene.pop_group();
        }
    }

    fn extent(&self) -> Extent {
        self.grid.extent()
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let color = match self.values {
            LineValues::None => self.common.fade(&self.own_color()),
            _ => self.common.fade(&self.mapping.middle().into()),
        };
        let y = area.center().y;
        let half = self.width.unwrap_or(pen.style.line_width) / 2.0 * pen.point;
        let bead = |x: f64| Bead { at: Point::new(x, y), half };
        let beads = vec![bead(area.x0), bead(area.x1)];
        let mut sample = ribbon::ribbon(&beads);
        let head = ribbon::head(&beads, (0, 0.6), HEAD * self.arrow_size * pen.point);
        head.into_iter().for_each(|head| sample.extend(head));
        pen.scene.fill(&sample, color);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for line in self.streams(pen, None) {
            for (i, bead) in line.beads.iter().enumerate() {
                if i == 0 { all.move_to(bead.at) } else { all.line_to(bead.at) }
            }
        }
        all
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        if matches!(self.values, LineValues::None) {
            self.color.get_or_insert_with(|| cycle.next_line().into());
        }
    }

    fn mapping(&self) -> Option<&Mapping> {
        (!matches!(self.values, LineValues::None)).then_some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        self.grid_values()
    }
}
