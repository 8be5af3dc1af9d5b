//! The lines along which a field has the same value.

mod labelled;
#[cfg(test)]
mod tests;

use crate::{
    FigureError, Font, Format, LineStyle,
    artist::{AxesKind, Draw},
    base::{
        check::checked_size,
        data::{Column, Data, DataRows, Number},
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorList, ColorSpec, IntoColor, checked_color, mapping::Mapping},
    parts::{
        common::{Common, common_properties, draw_common},
        field::{Field, draw_field, field_properties},
        levels::Banded,
        polyline::{EVERYWHERE, polyline},
    },
    pen::Pen,
};
use std::iter::once;
use vello_cpu::kurbo::{BezPath, Cap, Point, Rect, Stroke};

/// Values on a grid, shown as the lines along which they are the same, as matplotlib's `contour`.
/// A line ends where a value is missing.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let (x, y) = (linspace(-3.0, 3.0, 80), linspace(-2.0, 2.0, 60));
/// let saddle = y.iter().map(|y| x.iter().map(move |x| x * x - 2.0 * y * y));
/// ax.add(Contour::new(&x, &y, saddle).level_count(8).cmap("viridis").labels(true));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("contour", fig);
/// ```
#[doc = include_str!("../../docs/contour.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "contour")]
#[derive(Debug, Clone)]
pub struct Contour {
    field: Field,
    colors: Vec<ColorSpec>,
    /// One for all, or in turn; none for the style's.
    widths: Column,
    style: Option<LineStyle>,
    negative_style: LineStyle,
    labels: bool,
    label_font: Font,
    label_format: Option<Format>,
    common: Common,
}

impl Contour {
    /// Values at every pair of `x` and `y`: one row for each y, as long as there are of x. Both
    /// must increase or decrease, in steps of any size.
    pub fn new<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        Self {
            field: Field::new(x, y, values),
            colors: Vec::new(),
            widths: Column::default(),
            style: None,
            negative_style: LineStyle::Dashed,
            labels: false,
            label_font: Font::default(),
            label_format: None,
            common: Common::default(),
        }
    }
}

properties! { Contour {
    /// One colour for all lines instead of those of `cmap`; those of negative levels are dashed
    /// then.
    color / set_color(color: impl IntoColor) |contour| contour.colors = vec![color.into()];
    /// Colours for the lines from the lowest level to the highest instead of those of `cmap`; with
    /// fewer colours than levels they repeat.
    colors / set_colors(colors: impl ColorList) |contour| {
        contour.colors = colors.colors().map(Into::into).collect();
    };
    /// Width of the lines in points; default: the style's for lines.
    width / set_width(width: impl Number) |contour| contour.widths = Column::new([width.value()]);
    /// Widths of the lines in points from the lowest level to the highest; with fewer widths than
    /// levels they repeat.
    widths / set_widths(widths: impl Data) |contour| {
        contour.widths = Column::new(widths);
    };
    /// How all lines are broken up; default: solid, but see `negative_style`.
    style / set_style(style: impl OneOf<LineStyle>) |contour| {
        contour.common.misnamed.set("style", style, &mut contour.style);
    };
    /// How the lines of negative levels are broken up if all lines have one colour and no `style`;
    /// default: dashed.
    negative_style / set_negative_style(style: impl OneOf<LineStyle>) |contour| {
        contour.common.misnamed.set("negative_style", style, &mut contour.negative_style);
    };
    /// Whether each line that has room for it says its level; default: no.
    #[doc(alias = "clabel")]
    labels / set_labels(on: bool) |contour| contour.labels = on;
    /// Size of the labels in points; default: the style's font size.
    label_size / set_label_size(size: impl Number) |contour| {
        contour.label_font.size = Some(size.value());
    };
    /// Family, size, weight and style of the labels: what the [`Font`] says.
    label_font / set_label_font(font: impl Into<Font>) |contour| contour.label_font.set(font.into());
    /// How labels are written: a [`Format`], such as `Format::digits(1)`, or a closure; default:
    /// with as many digits as tell the levels apart.
    label_format / set_label_format(format: impl Into<Format>) |contour| {
        contour.label_format = Some(format.into());
    };
} }
field_properties!(Contour, "The values to draw lines at, increasing.");
common_properties!(Contour);
crate::parts::outline::outline_properties!(Contour);

/// How the line of one level looks.
struct LevelStyle {
    color: Color,
    /// `None` draws nothing.
    stroke: Option<Stroke>,
}

/// A line of the level of this number, in pixels.
struct LevelLine {
    level: usize,
    points: Vec<Point>,
    closed: bool,
}

impl Contour {
    fn color_of(&self, mapping: &Mapping, levels: &[f64], i: usize) -> ColorSpec {
        match self.colors.len() {
            0 => mapping.color(levels[i]).into(),
            n => self.colors[i % n].clone(),
        }
    }

    /// In points, if told.
    fn width_of(&self, i: usize) -> Option<f64> {
        (!self.widths.is_empty()).then(|| self.widths[i % self.widths.len()])
    }

    fn looks(&self, pen: &Pen<'_>, levels: &[f64]) -> Vec<LevelStyle> {
        let mapping = self.field.mapped(levels.iter().copied());
        let style = |level: f64| match &self.style {
            Some(style) => style,
            None if self.colors.len() == 1 && level < 0.0 => &self.negative_style,
            None => &LineStyle::Solid,
        };
        let looks = levels.iter().enumerate().map(|(i, &level)| {
            let width = self.width_of(i).unwrap_or(pen.style.line_width);
            let stroke = style(level).stroke(width * pen.point);
            let stroke = stroke.map(|stroke| stroke.with_caps(Cap::Butt));
            LevelStyle { color: self.common.fade(&self.color_of(&mapping, levels, i)), stroke }
        });
        looks.collect()
    }

    /// The lines of all levels in pixels.
    fn lines(&self, pen: &Pen<'_>, levels: &[f64]) -> Vec<LevelLine> {
        let leveled = self.field.leveled();
        let mut field = leveled.isolines();
        let mut all = Vec::new();
        for (level, &value) in levels.iter().enumerate() {
            all.extend(field.lines(value).into_iter().map(|line| {
                let points = line.points.iter().map(|&place| match &pen.space {
                    Some(space) => space.at(self.field.point(place, value)),
                    None => pen.transform.at(place.0, place.1),
                });
                LevelLine { level, points: points.collect(), closed: line.closed }
            }));
        }
        all
    }
}

fn stroke(pen: &mut Pen<'_>, lines: impl Iterator<Item = (Vec<Point>, bool)>, state: &LevelStyle) {
    let Some(stroke) = &state.stroke else { return };
    // dashes are counted from the first point
    let bounds = match stroke.dash_pattern.is_empty() {
        true => pen.frame.inflate(stroke.width, stroke.width),
        false => EVERYWHERE,
    };
    let mut all = BezPath::new();
    for (mut points, closed) in lines {
        let is_whole = points.iter().all(|point| bounds.contains(*point));
        points.extend(points.first().copied().filter(|_| closed));
        let path = polyline(points.into_iter(), bounds);
        let is_ring = closed && is_whole && !path.is_empty();
        all.extend(path);
        if is_ring {
            all.close_path();
        }
    }
    pen.scene.stroke(&all, stroke, state.color);
}

impl Draw for Contour {
    draw_common!(Contour);
    draw_field!();

    fn check(&self) -> Result<(), FigureError> {
        self.field.check("Contour", 1)?;
        let color = if self.colors.len() == 1 { "color" } else { "colors" };
        self.colors.iter().try_for_each(|given| checked_color("Contour", color, given))?;
        let width = if self.widths.len() == 1 { "width" } else { "widths" };
        self.widths.iter().try_for_each(|&points| checked_size("Contour", width, points))?;
        self.style.as_ref().map_or(Ok(()), |style| style.check("Contour", "style"))?;
        self.negative_style.check("Contour", "negative_style")?;
        self.label_font.check("Contour", ["label_size", "label_font"])?;
        let format = self.label_format.as_ref();
        format.map_or(Ok(()), |format| format.check("Contour", "label_format"))?;
        self.field.mapped(self.field.chosen_levels().into_iter()).check("Contour")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let levels = self.field.chosen_levels();
        let (lines, looks) = (self.lines(pen, &levels), self.looks(pen, &levels));
        if self.labels {
            return self.draw_labelled(pen, &lines, &self.texts(&levels), &looks);
        }
        let mut lines = lines.into_iter().peekable();
        for (level, state) in looks.iter().enumerate() {
            let of_level = std::iter::from_fn(|| lines.next_if(|line| line.level == level));
            stroke(pen, of_level.map(|line| (line.points, line.closed)), state);
        }
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let levels = self.field.chosen_levels();
        let mut looks = self.looks(pen, &levels);
        if let Some(state) = (!looks.is_empty()).then(|| looks.swap_remove(looks.len() / 2)) {
            let y = area.center().y;
            let ends = vec![Point::new(area.x0, y), Point::new(area.x1, y)];
            stroke(pen, once((ends, false)), &state);
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for line in self.lines(pen, &self.field.chosen_levels()) {
            all.extend(polyline(line.points.into_iter(), pen.frame));
        }
        all
    }

    fn banded(&self) -> Option<Banded> {
        let levels = self.field.levels.known().filter(|levels| !levels.is_empty())?;
        let mapping = self.field.mapped(levels.iter().copied());
        let lines = levels.iter().enumerate().map(|(i, &level)| {
            let color = self.color_of(&mapping, levels, i).get().unwrap_or(Color::TRANSPARENT);
            (level, color, self.width_of(i))
        });
        Some(Banded::Lines(lines.collect()))
    }
}
