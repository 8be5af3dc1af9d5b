//! The lines along a flow on the pixels, their heads, and their colours.

use super::{LineValues, Streamlines};
use crate::{
    color::{
        Color, ColorSpec,
        mapping::{ColorPlace, Mapping},
    },
    numeric::streams::{
        Choice, Flow,
        ribbon::{self, Bead},
    },
    pen::Pen,
};
use std::borrow::Cow;
use vello_cpu::kurbo::{BezPath, Point};

/// Cells along the plot's sides at a density of 1.
const CELLS: f64 = 30.0;

/// Length of a head and its width, in points.
pub(super) const HEAD: f64 = 4.0;

/// As many colours of a colormap as can be told apart along a line.
const SHADES: usize = 64;

/// A line on the pixels, and the value at each of its beads.
pub(super) struct Stream {
    pub(super) beads: Vec<Bead>,
    /// In data coordinates, where the beads are.
    places: Vec<Point>,
    values: Vec<f64>,
}

impl Streamlines {
    pub(super) fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// The values on the grid that colour the lines, if any do.
    pub(super) fn grid_values(&self) -> Option<Cow<'_, [f64]>> {
        match &self.values {
            LineValues::None => None,
            LineValues::Magnitude => {
                let flow = self.u.values().iter().zip(self.v.values());
                Some(flow.map(|(u, v)| u.hypot(*v)).collect())
            }
            LineValues::Given(rows) => Some(Cow::Borrowed(rows.values())),
        }
    }

    pub(super) fn mapped(&self, values: &[f64]) -> Cow<'_, Mapping> {
        self.mapping.frozen(values.iter().copied())
    }

    pub(super) fn choice(&self, flow: &Flow<'_>) -> Choice {
        let starts = self.start_points.as_ref();
        Choice {
            cells: (CELLS * self.density).max(1.0) as usize,
            min_length: self.min_length,
            max_length: self.max_length,
            direction: self.direction,
            broken: self.broken,
            starts: starts.map(|points| points.iter().map(|&(x, y)| flow.place(x, y)).collect()),
        }
    }

    /// The lines as they lie on the picture; `values` on the grid are those along them.
    pub(super) fn streams(&self, pen: &Pen<'_>, values: Option<&[f64]>) -> Vec<Stream> {
        if self.grid.is_empty() {
            return Vec::new();
        }
        let flow = Flow::new(&self.grid.x, &self.grid.y, self.u.values(), self.v.values());
        let half = |at: Point| match &self.widths {
            Some(widths) => flow.sample(widths.values(), at).max(0.0) / 2.0 * pen.point,
            None => self.width.unwrap_or(pen.style.line_width) / 2.0 * pen.point,
        };
        let on_pixels = |at: Point| {
            let (x, y) = flow.data(at);
            pen.transform.at(x, y)
        };
        let lines = flow.lines(&self.choice(&flow)).into_iter().map(|points| {
            let smooth = flow.smooth(&points, &on_pixels);
            let bead = |&(place, at): &(Point, Point)| Bead { at, half: half(place) };
            let value = |values: &[f64]| {
                smooth.iter().map(|(place, _)| flow.sample(values, *place)).collect()
            };
            Stream {
                beads: smooth.iter().map(bead).collect(),
                places: smooth.iter().map(|(place, _)| flow.data(*place).into()).collect(),
                values: values.map(value).unwrap_or_default(),
            }
        });
        lines
            .filter(|line| line.beads.iter().all(|b| b.at.is_finite() && b.half.is_finite()))
            .collect()
    }

    /// The heads of a line, each with the value it stands at. They are evenly along it in the data, as in matplotlib,
    /// so that they stay where they are while limits move.
    pub(super) fn heads(&self, line: &Stream, point: f64) -> Vec<(BezPath, f64)> {
        let placements = (1..=self.arrows).map(|i| i as f64 / (self.arrows + 1) as f64);
        let size = HEAD * self.arrow_size * point;
        let head = |fraction: f64| {
            let (bead, part) = ribbon::along(&line.places, fraction)?;
            let head = ribbon::head(&line.beads, (bead, part), size)?;
            Some((head, line.values.get(bead).copied().unwrap_or(f64::NAN)))
        };
        placements.filter_map(head).collect()
    }

    pub(super) fn draw_mapped(&self, pen: &mut Pen<'_>, values: &[f64]) {
        let mapping = self.mapped(values);
        let lookup = mapping.lookup();
        let entries = mapping.colormap.entries();
        let together = entries.len().div_ceil(SHADES).max(1);
        let shades = entries.chunks(together).map(|entries| entries[entries.len() / 2]);
        let (under, over) = mapping.colormap.extremes();
        let beyond = |color: Option<Color>| color.unwrap_or(Color::TRANSPARENT);
        let shades = [beyond(under)].into_iter().chain(shades).chain([beyond(over)]);
        let last = entries.len().div_ceil(together) + 1;

        let lines = self.streams(pen, Some(values));
        let mut shapes = vec![BezPath::new(); last + 1];
        let mut whole = BezPath::new();
        let shade = |value: f64| match lookup.place(value) {
            ColorPlace::Entry(entry) => Some(1 + entry / together),
            // where only the other end has a colour of its own
            ColorPlace::Under(entry) => Some(under.map_or(1 + entry / together, |_| 0)),
            ColorPlace::Over(entry) => Some(over.map_or(1 + entry / together, |_| last)),
            ColorPlace::Bad => None,
        };
        for line in &lines {
            let (beads, colors) = ribbon::shaded(&line.beads, &line.values, shade);
            ribbon::add_colored(&mut shapes, &beads, &colors);
            whole.extend(ribbon::ribbon(&line.beads));
        }
        pen.scene.push_shape(&whole);
        fill(pen, &shapes, shades.clone());
        pen.scene.pop_group();

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
        pen.scene.fill(shape, color);
    }
}
