//! Lines along a flow.

use crate::{
    FigureError,
    artist::{
        Common, Cycle, Draw, checked_color, checked_size, common_properties, draw_common,
        properties,
    },
    color::{Color, ColorSpec},
    data::Number,
    extent::Extent,
    mapping::{Mapping, mapping_properties},
    pen::Pen,
    rows::{Grid, Rows},
    streams::{
        Choice, Flow,
        ribbon::{self, Bead},
    },
};
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
#[derive(Debug, Clone)]
pub struct Streamlines {
    grid: Grid,
    u: Rows,
    v: Rows,
    color: Option<ColorSpec>,
    values: Values,
    mapping: Mapping,
    /// The style's for lines unless told.
    width: Option<f64>,
    widths: Option<Rows>,
    density: f64,
    min_length: f64,
    max_length: f64,
    broken: bool,
    start_points: Option<Vec<(f64, f64)>>,
    arrows: usize,
    arrow_size: f64,
    common: Common,
}

/// What colours the lines.
#[derive(Debug, Clone)]
enum Values {
    None,
    Magnitude,
    Given(Rows),
}

impl Streamlines {
    /// The flow (`u`, `v`) at every pair of `x` and `y`: one row for each y, as long as there are
    /// of x. Both must increase or decrease, in steps of any size.
    pub fn new<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: IntoIterator<Item: Number>,
        Y: IntoIterator<Item: Number>,
        U: IntoIterator<Item: IntoIterator<Item: Number>>,
        V: IntoIterator<Item: IntoIterator<Item: Number>>,
    {
        Self {
            grid: Grid::new(x, y),
            u: Rows::new(u),
            v: Rows::new(v),
            color: None,
            values: Values::None,
            mapping: Mapping::default(),
            width: None,
            widths: None,
            density: 1.0,
            min_length: 0.1,
            max_length: 4.0,
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
        U: IntoIterator<Item: IntoIterator<Item: Number>>,
        V: IntoIterator<Item: IntoIterator<Item: Number>>,
    {
        (self.u, self.v) = (Rows::new(u), Rows::new(v));
        self
    }

    /// Changes the grid and the flow.
    pub fn set_data<X, Y, U, V>(&mut self, x: X, y: Y, u: U, v: V) -> &mut Self
    where
        X: IntoIterator<Item: Number>,
        Y: IntoIterator<Item: Number>,
        U: IntoIterator<Item: IntoIterator<Item: Number>>,
        V: IntoIterator<Item: IntoIterator<Item: Number>>,
    {
        self.grid = Grid::new(x, y);
        self.set_uv(u, v)
    }

    /// Colours the lines by the flow's speed, through `cmap` and `norm`.
    #[must_use]
    pub fn by_magnitude(mut self) -> Self {
        self.values = Values::Magnitude;
        self
    }
}

properties! { Streamlines {
    /// One colour for all lines; by default the next of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl Into<ColorSpec>) |lines| {
        (lines.color, lines.values) = (Some(color.into()), Values::None);
    };
    /// Colours the lines by values on the grid, through `cmap` and `norm`: one row for each y, as
    /// long as there are of x. There is a gap where they are missing.
    values / set_values(values: impl IntoIterator<Item: IntoIterator<Item: Number>>) |lines| {
        lines.values = Values::Given(Rows::new(values));
    };
    /// Width in points; the style's for lines unless told.
    width / set_width(width: f64) |lines| (lines.width, lines.widths) = (Some(width), None);
    /// Widths in points on the grid, between which that of the lines changes: one row for each y,
    /// as long as there are of x.
    widths / set_widths(widths: impl IntoIterator<Item: IntoIterator<Item: Number>>) |lines| {
        lines.widths = Some(Rows::new(widths));
    };
    /// How close the lines come to each other: at 1, the default, each has a thirtieth of the
    /// plot's sides for itself, at 2 half of that.
    density / set_density(density: f64) |lines| lines.density = density;
    /// Lines shorter than this are left out, in sides of the grid; 0.1 unless told.
    min_length / set_min_length(length: f64) |lines| lines.min_length = length;
    /// Lines end when they are so long, in sides of the grid; 4 unless told.
    max_length / set_max_length(length: f64) |lines| lines.max_length = length;
    /// Whether lines end where they come too close to others; true unless told.
    broken / set_broken(on: bool) |lines| lines.broken = on;
    /// Points (x, y) that lines go through; by default they are found so that lines are
    /// everywhere.
    start_points / set_start_points(points: impl IntoIterator<Item = (f64, f64)>) |lines| {
        lines.start_points = Some(points.into_iter().collect());
    };
    /// How many heads each line has; 1 unless told.
    arrows / set_arrows(count: usize) |lines| lines.arrows = count;
    /// Size of the heads; at 1, the default, they are 4 points long and wide, and as much more as
    /// the line is wide.
    arrow_size / set_arrow_size(size: f64) |lines| lines.arrow_size = size;
} }
mapping_properties!(Streamlines);
common_properties!(Streamlines);

/// Cells along the plot's sides at a density of 1.
const CELLS: f64 = 30.0;

/// Length of a head and its width, in points.
const HEAD: f64 = 4.0;

/// As many colours of a colormap as can be told apart along a line.
const SHADES: usize = 64;

/// A line on the pixels, and the value at each of its beads.
struct Stream {
    beads: Vec<Bead>,
    values: Vec<f64>,
}

impl Streamlines {
    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// The values on the grid that colour the lines, if any do.
    fn grid_values(&self) -> Option<Cow<'_, [f64]>> {
        match &self.values {
            Values::None => None,
            Values::Magnitude => {
                let flow = self.u.values().iter().zip(self.v.values());
                Some(flow.map(|(u, v)| u.hypot(*v)).collect())
            }
            Values::Given(rows) => Some(Cow::Borrowed(rows.values())),
        }
    }

    fn mapped(&self, values: &[f64]) -> Cow<'_, Mapping> {
        self.mapping.settled(values.iter().copied())
    }

    fn choice(&self, flow: &Flow<'_>) -> Choice {
        let starts = self.start_points.as_ref();
        Choice {
            cells: (CELLS * self.density).max(1.0) as usize,
            min_length: self.min_length,
            max_length: self.max_length,
            broken: self.broken,
            starts: starts.map(|points| points.iter().map(|&(x, y)| flow.place(x, y)).collect()),
        }
    }

    /// The lines as they lie on the picture; `values` on the grid are those along them.
    fn streams(&self, pen: &Pen<'_>, values: Option<&[f64]>) -> Vec<Stream> {
        let flow =
            Flow::new(&self.grid.x, &self.grid.y, self.u.values(), self.v.values());
        let half = |at: Point| match &self.widths {
            Some(widths) => flow.sample(widths.values(), at).max(0.0) / 2.0 * pen.point,
            None => self.width.unwrap_or(pen.style.line_width) / 2.0 * pen.point,
        };
        let on_pixels = |at: Point| {
            let (x, y) = flow.data(at);
            pen.transform.at(x, y)
        };
        let lines = flow.lines(&self.choice(&flow)).into_iter().map(|points| {
            let smooth = flow.smooth( &points, &on_pixels);
            let bead = |&(place, at): &(Point, Point)| Bead { at, half: half(place) };
            let value = |values: &[f64]| {
                smooth.iter().map(|(place, _)| flow.sample(values, *place)).collect()
            };
            Stream {
                beads: smooth.iter().map(bead).collect(),
                values: values.map(value).unwrap_or_default(),
            }
        });
        lines
            .filter(|line| line.beads.iter().all(|b| b.at.is_finite() && b.half.is_finite()))
            .collect()
    }

    /// The heads of a line, each with the value it stands at.
    fn heads(&self, line: &Stream, point: f64) -> Vec<(BezPath, f64)> {
        let spots = (1..=self.arrows).map(|i| i as f64 / (self.arrows + 1) as f64);
        let size = HEAD * self.arrow_size * point;
        let head = |share: f64| {
            let (head, bead) = ribbon::head(&line.beads, share, size)?;
            Some((head, line.values.get(bead).copied().unwrap_or(f64::NAN)))
        };
        spots.filter_map(head).collect()
    }

    fn draw_mapped(&self, pen: &mut Pen<'_>, values: &[f64]) {
        let mapping = self.mapped(values);
        let lookup = mapping.lookup();
        let entries = mapping.colormap.entries();
        let together = entries.len().div_ceil(SHADES).max(1);
        let shades = entries.chunks(together).map(|entries| entries[entries.len() / 2]);

        let lines = self.streams(pen, Some(values));
        let mut shapes = vec![BezPath::new(); shades.len()];
        let mut whole = BezPath::new();
        let shade = |value: f64| lookup.entry(value).map(|entry| entry / together);
        for line in &lines {
            let (beads, colors) = ribbon::shaded(&line.beads, &line.values, shade);
            ribbon::add_colored(&mut shapes, &beads, &colors);
            whole.extend(ribbon::ribbon(&line.beads));
        }
        pen.canvas.push_shape(&whole);
        fill(pen, &shapes, shades.clone());
        pen.canvas.pop_group();

        shapes.fill(BezPath::new());
        for (head, value) in lines.iter().flat_map(|line| self.heads(line, pen.point)) {
            if let Some(shade) = shade(value) {
                shapes[shade].extend(head);
            }
        }
        fill(pen, &shapes, shades);
    }
}

fn fill(pen: &mut Pen<'_>, shapes: &[BezPath], colors: impl Iterator<Item = Color>) {
    for (shape, color) in shapes.iter().zip(colors).filter(|(shape, _)| !shape.is_empty()) {
        pen.canvas.fill(shape, color);
    }
}

impl Draw for Streamlines {
    draw_common!(Streamlines);

    fn check(&self) -> Result<(), FigureError> {
        self.grid.check("Streamlines")?;
        let size = self.grid.size();
        self.u.check("Streamlines", "u", size)?;
        self.v.check("Streamlines", "v", size)?;
        if let Values::Given(values) = &self.values {
            values.check("Streamlines", "values", size)?;
        }
        if let Some(widths) = &self.widths {
            widths.check("Streamlines", "widths", size)?;
        }
        checked_color("Streamlines", "color", &self.own_color())?;
        self.width.map_or(Ok(()), |width| checked_size("Streamlines", "width", width))?;
        checked_size("Streamlines", "arrow_size", self.arrow_size)?;
        let error = |argument, message| Err(FigureError::new("Streamlines", argument, message));
        if !(self.density > 0.0 && self.density <= 100.0) {
            return error("density", format!("{} is not more than 0 and up to 100", self.density));
        }
        for (argument, length) in [("min_length", self.min_length), ("max_length", self.max_length)]
        {
            if !(0.0..=1000.0).contains(&length) {
                return error(argument, format!("{length} is not a length from 0 to 1000"));
            }
        }
        match self.grid_values() {
            Some(values) => self.mapped(&values).check("Streamlines"),
            None => Ok(()),
        }
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        // lines that cross, and their heads, fade as one
        if self.common.alpha < 1.0 {
            pen.canvas.push_group(self.common.alpha);
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
            pen.canvas.fill(&all, color);
        }
        if self.common.alpha < 1.0 {
            pen.canvas.pop_group();
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
            Values::None => self.common.fade(&self.own_color()),
            _ => self.common.fade(&self.mapping.middle().into()),
        };
        let y = area.center().y;
        let half = self.width.unwrap_or(pen.style.line_width) / 2.0 * pen.point;
        let bead = |x: f64| Bead { at: Point::new(x, y), half };
        let beads = vec![bead(area.x0), bead(area.x1)];
        let mut sample = ribbon::ribbon(&beads);
        let head = ribbon::head(&beads, 0.6, HEAD * self.arrow_size * pen.point);
        head.into_iter().for_each(|(head, _)| sample.extend(head));
        pen.canvas.fill(&sample, color);
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for line in self.streams(pen, None) {
            for (i, bead) in line.beads.iter().enumerate() {
                if i == 0 { all.move_to(bead.at) } else { all.line_to(bead.at) }
            }
        }
        all
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        if matches!(self.values, Values::None) {
            self.color.get_or_insert_with(|| cycle.next_line());
        }
    }

    fn mapping(&self) -> Option<&Mapping> {
        (!matches!(self.values, Values::None)).then_some(&self.mapping)
    }

    fn settle(&mut self) {
        if let Some(values) = self.grid_values() {
            let values: Vec<f64> = values.into_owned();
            self.mapping.settle(values.into_iter());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_refused() {
        let message = |lines: Streamlines| lines.check().expect_err("refused").to_string();
        let rows = [[1.0, 2.0], [3.0, 4.0]];
        let lines = || Streamlines::new([0, 1], [0, 1], rows, rows);
        assert!(lines().check().is_ok());
        let few = Streamlines::new([0, 1], [0, 1], rows, [[1, 2]]);
        assert!(message(few).contains("`v`: has 1 rows where `y` has 2"));
        assert!(message(lines().values([[1], [2]])).contains("`values`: has rows of 1"));
        assert!(message(lines().widths([[1], [2]])).contains("`widths`: has rows of 1"));
        assert!(message(lines().density(f64::NAN)).contains("`density`: NaN is not more than 0"));
        assert!(message(lines().max_length(-1.0)).contains("`max_length`: -1 is not a length"));
    }
}
