//! Times at which something happens, as rows of short lines.

use crate::{
    FigureError, Label, LineStyle, Number, OneOf, PerPoint,
    artist::Draw,
    base::{
        check::{checked_lengths, checked_size},
        data::{Broadcast, Column, DataRows, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
    },
    color::{Color, ColorList, ColorSpec, IntoColor, checked_color},
    parts::common::{Common, common_properties, draw_common},
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Cap, Point, Rect};

/// Rows of lines, one at each time at which something happens: spikes, arrivals, cuts. What is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let spikes = |cell: i32| (0..25).map(move |i| f64::from(i * (cell + 2) % 25) + (f64::from(i) * 0.7).sin());
/// let cells: Vec<Vec<f64>> = (0..6).map(|cell| spikes(cell).collect()).collect();
/// ax.add(EventPlot::new(&cells).line_lengths(0.8).colors(["C0", "C1", "C2", "C3", "C4", "C5"]));
/// ax.set_xlabel("time (ms)").set_ylabel("cell");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("event_plot", fig);
/// ```
#[doc = include_str!("../../docs/event_plot.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("eventplot", "EventCollection"))]
#[derive(Debug, Clone)]
pub struct EventPlot {
    rows: Vec<Column>,
    vertical: bool,
    line_offsets: Broadcast,
    line_lengths: Broadcast,
    widths: Broadcast,
    colors: Vec<ColorSpec>,
    style: LineStyle,
    labels: Vec<Label>,
    common: Common,
}

/// matplotlib's line width.
const WIDTH: f64 = 1.5;

impl EventPlot {
    /// A row of lines for each row of times, at 0, 1, 2, .., or, if there is one, at 1.
    pub fn new<R: DataRows>(rows: R) -> Self {
        Self {
            rows: rows.rows().map(Column::new).collect(),
            vertical: false,
            line_offsets: Broadcast::new(1.0),
            line_lengths: Broadcast::new(1.0),
            widths: Broadcast::new(WIDTH),
            colors: Vec::new(),
            style: LineStyle::Solid,
            labels: Vec::new(),
            common: Common::default(),
        }
    }

    /// Lets times go up: rows become columns.
    #[must_use]
    pub fn vertical(mut self) -> Self {
        self.vertical = true;
        self
    }

    /// Moves everything: the times of each row.
    pub fn set_rows<R: DataRows>(&mut self, rows: R) -> &mut Self {
        self.rows = rows.rows().map(Column::new).collect();
        self
    }

    /// The middle of a row.
    fn offset(&self, row: usize) -> f64 {
        let given = self.line_offsets.at(row);
        // one number is the distance of several
        if self.line_offsets.is_one() && self.rows.len() != 1 { given * row as f64 } else { given }
    }

    fn row_color(&self, row: usize) -> ColorSpec {
        match self.colors.len() {
            0 => Color::cycle(0).into(),
            count => self.colors[row % count].clone(),
        }
    }

    /// The ends of a line, in data coordinates.
    fn ends(&self, row: usize, time: f64) -> [(f64, f64); 2] {
        let (offset, half) = (self.offset(row), self.line_lengths.at(row) / 2.0);
        [offset + half, offset - half].map(|at| if self.vertical { (at, time) } else { (time, at) })
    }

    /// A row's lines in pixels, as far as they may be seen.
    fn lines(&self, row: usize, pen: &Pen<'_>) -> impl Iterator<Item = [Point; 2]> {
        let near = pen.around();
        let transform = pen.transform;
        let lines = self.rows[row].iter().map(move |&time| self.ends(row, time));
        let lines = lines.map(move |ends| ends.map(|(x, y)| transform.at(x, y)));
        lines.filter_map(move |ends| {
            let all = Rect::from_points(ends[0], ends[1]);
            let is_seen = ends.iter().all(|end| end.is_finite()) && all.overlaps(near);
            // what is far away is cut off
            is_seen.then(|| {
                let within = |at: Point| {
                    Point::new(at.x.clamp(near.x0, near.x1), at.y.clamp(near.y0, near.y1))
                };
                if is_straight(ends) { ends.map(within) } else { ends }
            })
        })
    }
}

/// Is a line level or upright, so that cutting its ends does not turn it?
fn is_straight([a, b]: [Point; 2]) -> bool {
    a.x == b.x || a.y == b.y
}

properties! { EventPlot {
    /// Where the rows stand: one number is the distance of each from the one before it, and the place of a single
    /// one; or a number for each. Default: 1.
    line_offsets / set_line_offsets<K>(offsets: impl PerPoint<K>) |events| {
        events.line_offsets = Broadcast::new(offsets);
    };
    /// How long the lines are, in data coordinates: one number for all, or one for each row, 0 or more;
    /// default: 1.
    #[doc(alias = "linelengths")]
    line_lengths / set_line_lengths<K>(lengths: impl PerPoint<K>) |events| {
        events.line_lengths = Broadcast::new(lengths);
    };
    /// Width of the lines in points; default: 1.5.
    width / set_width(width: impl Number) |events| events.widths = Broadcast::new(width.value());
    /// Width of the lines in points: one number for all, or one for each row.
    widths / set_widths<K>(widths: impl PerPoint<K>) |events| events.widths = Broadcast::new(widths);
    /// One colour for all rows; default: `C0`.
    color / set_color(color: impl IntoColor) |events| events.colors = vec![color.into()];
    /// Colours each row by itself: one colour for all, or one for each row.
    colors / set_colors(colors: impl ColorList) |events| {
        events.colors = colors.colors().map(Into::into).collect();
    };
    /// Style of the lines; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
    style / set_style(style: impl OneOf<LineStyle>) |events| {
        events.common.misnamed.set("style", style, &mut events.style);
    };
    /// Names of the rows in the legend, where they are several, one for each.
    labels / set_labels(labels: impl IntoIterator<Item: Into<Label>>) |events| {
        events.labels = labels.into_iter().map(Into::into).collect();
    };
} }
no_data!(EventPlot: new(; rows) set_rows);
common_properties!(EventPlot);
crate::parts::outline::outline_properties!(EventPlot);

impl Draw for EventPlot {
    draw_common!(EventPlot);

    fn check(&self) -> Result<(), FigureError> {
        let rows = ("rows", self.rows.len());
        let each = [
            ("line_offsets", &self.line_offsets),
            ("line_lengths", &self.line_lengths),
            ("widths", &self.widths),
        ];
        each.iter().try_for_each(|(argument, values)| values.check("EventPlot", rows, argument))?;
        let widths = if self.widths.is_one() { "width" } else { "widths" };
        let all = self.widths.given().iter();
        all.copied().try_for_each(|width| checked_size("EventPlot", widths, width))?;
        let lengths = self.line_lengths.given().iter().copied();
        if let Some(length) = lengths.into_iter().find(|length| *length < 0.0) {
            let message = format!("{} is not a length, 0 or more", written(length));
            return Err(FigureError::new("EventPlot", "line_lengths", message));
        }
        // colors may be given before there are rows
        if self.colors.len() > 1 && !self.rows.is_empty() {
            checked_lengths("EventPlot", rows, ("colors", self.colors.len()))?;
        }
        let colors = if self.colors.len() == 1 { "color" } else { "colors" };
        self.colors.iter().try_for_each(|color| checked_color("EventPlot", colors, color))?;
        if !self.labels.is_empty() {
            checked_lengths("EventPlot", rows, ("labels", self.labels.len()))?;
        }
        self.labels.iter().try_for_each(|label| label.check("EventPlot", "labels"))?;
        self.style.check("EventPlot", "style")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        for row in 0..self.rows.len() {
            let Some(stroke) = self.style.stroke(self.widths.at(row) * pen.point) else { continue };
            let stroke = stroke.with_caps(Cap::Butt);
            let color = self.common.fade(&self.row_color(row));
            let lines = self.lines(row, pen).map(|ends| {
                let mut line = BezPath::new();
                line.move_to(ends[0]);
                line.line_to(ends[1]);
                line
            });
            let lines: Vec<BezPath> = lines.collect();
            if color.alpha() < 1.0 {
                // clear lines show through each other
                lines.iter().for_each(|line| pen.scene.stroke(line, &stroke, color));
                continue;
            }
            let all: BezPath = lines.into_iter().flatten().collect();
            pen.scene.stroke(&all, &stroke, color);
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for [from, to] in (0..self.rows.len()).flat_map(|row| self.lines(row, pen)) {
            all.move_to(from);
            all.line_to(to);
        }
        all
    }

    /// As in matplotlib, a whole line's length on either side of each row.
    fn extent(&self) -> Extent {
        let times = self.rows.iter().flat_map(|row| row.iter()).copied();
        let Some(times) = times.filter_map(Reach::of).reduce(Reach::with) else {
            return Extent::default();
        };
        let sides = (0..self.rows.len()).flat_map(|row| {
            let (offset, length) = (self.offset(row), self.line_lengths.at(row));
            [offset - length, offset + length]
        });
        let extent = Extent::flat(Some(times), sides.filter_map(Reach::of).reduce(Reach::with));
        if self.vertical { extent.transposed() } else { extent }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn key_color(&self, _style: &crate::Style) -> Option<Color> {
        self.row_color(0).get().ok()
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.draw_part_key(0, pen, area);
    }

    fn part_labels(&self) -> &[Label] {
        &self.labels
    }

    fn part_color(&self, row: usize, _style: &crate::Style) -> Option<Color> {
        self.row_color(row).get().ok()
    }

    fn draw_part_key(&self, row: usize, pen: &mut Pen<'_>, area: Rect) {
        let width = self.widths.get(row).unwrap_or(WIDTH);
        let Some(stroke) = self.style.stroke(width * pen.point) else { return };
        let y = area.center().y;
        let mut line = BezPath::new();
        line.move_to((area.x0, y));
        line.line_to((area.x1, y));
        pen.scene.stroke(&line, &stroke, self.common.fade(&self.row_color(row)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same as the places of matplotlib's `EventCollection`s and its `dataLim`.
    #[test]
    fn rows_stand_where_matplotlib_has_them() {
        let two = EventPlot::new([vec![1.0, 4.0], vec![2.0]]);
        assert_eq!(two.ends(0, 1.0), [(1.0, 0.5), (1.0, -0.5)]);
        assert_eq!(two.ends(1, 2.0), [(2.0, 1.5), (2.0, 0.5)]);
        let ends = |reach: Option<Reach>| reach.map(|reach| (reach.low, reach.high));
        assert_eq!(ends(two.extent().x), Some((1.0, 4.0)));
        assert_eq!(ends(two.extent().y), Some((-1.0, 2.0)));
        let apart = two.clone().line_offsets(3).line_lengths([1, 2]);
        assert_eq!((apart.offset(0), apart.offset(1)), (0.0, 3.0));
        assert_eq!(ends(apart.extent().y), Some((-1.0, 5.0)));
        let one = EventPlot::new([[1.0, 4.0]]);
        assert_eq!(one.offset(0), 1.0);
        assert_eq!(ends(one.extent().y), Some((0.0, 2.0)));
        assert_eq!(one.clone().vertical().extent(), one.extent().transposed());
        assert_eq!(one.vertical().ends(0, 4.0), [(1.5, 4.0), (0.5, 4.0)]);
    }
}
