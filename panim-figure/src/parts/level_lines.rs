//! How the lines of levels look, and their labels: what contours of lines have in common.

mod labelled;
#[cfg(test)]
mod tests;

use crate::{
    FigureError, Font, Format, LineStyle,
    base::{check::checked_size, data::Column},
    color::{Color, ColorSpec, checked_color, mapping::Mapping},
    parts::{
        common::Common,
        field::{Field, FieldSamples},
        levels::Banded,
        polyline::{EVERYWHERE, polyline},
    },
    pen::Pen,
};
use std::iter::once;
use vello_cpu::kurbo::{BezPath, Cap, Point, Rect, Stroke};

#[derive(Debug, Clone, Default)]
pub(crate) struct LevelLines {
    pub(crate) colors: Vec<ColorSpec>,
    /// One for all, or in turn; none for the style's.
    pub(crate) widths: Column,
    pub(crate) style: Option<LineStyle>,
    /// Default: dashed.
    pub(crate) negative_style: Option<LineStyle>,
    pub(crate) labels: bool,
    pub(crate) label_font: Font,
    pub(crate) label_format: Option<Format>,
}

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

impl LevelLines {
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

    fn looks(
        &self,
        pen: &Pen<'_>,
        common: &Common,
        mapping: &Mapping,
        levels: &[f64],
    ) -> Vec<LevelStyle> {
        let style = |level: f64| match (&self.style, &self.negative_style) {
            (Some(style), _) => style,
            (None, negative) if self.colors.len() == 1 && level < 0.0 => {
                negative.as_ref().unwrap_or(&LineStyle::Dashed)
            }
            _ => &LineStyle::Solid,
        };
        let looks = levels.iter().enumerate().map(|(i, &level)| {
            let width = self.width_of(i).unwrap_or(pen.style.line_width);
            let stroke = style(level).stroke(width * pen.point);
            let stroke = stroke.map(|stroke| stroke.with_caps(Cap::Butt));
            LevelStyle { color: common.fade(&self.color_of(mapping, levels, i)), stroke }
        });
        looks.collect()
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        let color = if self.colors.len() == 1 { "color" } else { "colors" };
        self.colors.iter().try_for_each(|given| checked_color(name, color, given))?;
        let width = if self.widths.len() == 1 { "width" } else { "widths" };
        self.widths.iter().try_for_each(|&points| checked_size(name, width, points))?;
        self.style.as_ref().map_or(Ok(()), |style| style.check(name, "style"))?;
        let negative = self.negative_style.as_ref();
        negative.map_or(Ok(()), |style| style.check(name, "negative_style"))?;
        self.label_font.check(name, ["label_size", "label_font"])?;
        let format = self.label_format.as_ref();
        format.map_or(Ok(()), |format| format.check(name, "label_format"))
    }

    pub(crate) fn draw<S: FieldSamples>(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        field: &Field<S>,
    ) {
        let levels = field.chosen_levels();
        let mapping = field.mapped(levels.iter().copied());
        let (lines, looks) =
            (lines(pen, field, &levels), self.looks(pen, common, &mapping, &levels));
        if self.labels {
            return self.draw_labelled(pen, &lines, &self.texts(field.is_log(), &levels), &looks);
        }
        let mut lines = lines.into_iter().peekable();
        for (level, state) in looks.iter().enumerate() {
            let of_level = std::iter::from_fn(|| lines.next_if(|line| line.level == level));
            stroke(pen, of_level.map(|line| (line.points, line.closed)), state);
        }
    }

    pub(crate) fn draw_key<S: FieldSamples>(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        field: &Field<S>,
        area: Rect,
    ) {
        let levels = field.chosen_levels();
        let mapping = field.mapped(levels.iter().copied());
        let mut looks = self.looks(pen, common, &mapping, &levels);
        if let Some(state) = (!looks.is_empty()).then(|| looks.swap_remove(looks.len() / 2)) {
            let y = area.center().y;
            let ends = vec![Point::new(area.x0, y), Point::new(area.x1, y)];
            stroke(pen, once((ends, false)), &state);
        }
    }

    pub(crate) fn banded<S: FieldSamples>(&self, field: &Field<S>) -> Option<Banded> {
        let levels = field.levels.known().filter(|levels| !levels.is_empty())?;
        let mapping = field.mapped(levels.iter().copied());
        let lines = levels.iter().enumerate().map(|(i, &level)| {
            let color = self.color_of(&mapping, levels, i).get().unwrap_or(Color::TRANSPARENT);
            (level, color, self.width_of(i))
        });
        Some(Banded::Lines(lines.collect()))
    }
}

/// The lines of all levels in pixels.
fn lines<S: FieldSamples>(pen: &Pen<'_>, field: &Field<S>, levels: &[f64]) -> Vec<LevelLine> {
    let mut isolines = field.isolines();
    let mut all = Vec::new();
    for (level, &value) in levels.iter().enumerate() {
        all.extend(isolines.lines(value).into_iter().map(|line| {
            let points = line.points.iter().map(|&place| field.at(pen, place, value));
            LevelLine { level, points: points.collect(), closed: line.closed }
        }));
    }
    all
}

/// The lines in pixels, for a legend to keep clear of.
pub(crate) fn outline<S: FieldSamples>(pen: &Pen<'_>, field: &Field<S>) -> BezPath {
    let mut all = BezPath::new();
    for line in lines(pen, field, &field.chosen_levels()) {
        all.extend(polyline(line.points.into_iter(), pen.frame));
    }
    all
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

/// The properties of [`LevelLines`] for an artist with a `lines` field.
macro_rules! level_line_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// One colour for all lines instead of those of `cmap`; those of negative levels are dashed
            /// then.
            color / set_color(color: impl $crate::IntoColor) |this| this.lines.colors = vec![color.into()];
            /// Colours for the lines from the lowest level to the highest instead of those of `cmap`; with
            /// fewer colours than levels they repeat.
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.lines.colors = colors.colors().map(Into::into).collect();
            };
            /// Width of the lines in points; default: the style's for lines.
            width / set_width(width: impl $crate::Number) |this| this.lines.widths = $crate::base::data::Column::new([width.value()]);
            /// Widths of the lines in points from the lowest level to the highest; with fewer widths than
            /// levels they repeat.
            widths / set_widths(widths: impl $crate::Data) |this| {
                this.lines.widths = $crate::base::data::Column::new(widths);
            };
            /// How all lines are broken up; default: solid, but see `negative_style`.
            style / set_style(style: impl $crate::OneOf<$crate::LineStyle>) |this| {
                this.common.misnamed.set("style", style, &mut this.lines.style);
            };
            /// How the lines of negative levels are broken up if all lines have one colour and no `style`;
            /// default: dashed.
            negative_style / set_negative_style(style: impl $crate::OneOf<$crate::LineStyle>) |this| {
                this.common.misnamed.set("negative_style", style, &mut this.lines.negative_style);
            };
            /// Whether each line that has room for it says its level; default: no.
            #[doc(alias = "clabel")]
            labels / set_labels(on: bool) |this| this.lines.labels = on;
            /// Size of the labels in points; default: the style's font size.
            label_size / set_label_size(size: impl $crate::Number) |this| {
                this.lines.label_font.size = Some(size.value());
            };
            /// Family, size, weight and style of the labels: what the [`Font`](crate::Font) says.
            label_font / set_label_font(font: impl Into<$crate::Font>) |this| this.lines.label_font.set(font.into());
            /// How labels are written: a [`Format`](crate::Format), such as `Format::digits(1)`, or a closure; default:
            /// with as many digits as tell the levels apart.
            label_format / set_label_format(format: impl Into<$crate::Format>) |this| {
                this.lines.label_format = Some(format.into());
            };
        } }
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `lines` along a `field`.
macro_rules! draw_level_lines {
    () => {
        fn draw(&self, pen: &mut $crate::pen::Pen<'_>) {
            self.lines.draw(pen, &self.common, &self.field);
        }

        fn default_zorder(&self) -> f64 {
            2.0
        }

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            self.lines.draw_key(pen, &self.common, &self.field, area);
        }

        fn legend_avoids(&self, pen: &$crate::pen::Pen<'_>) -> vello_cpu::kurbo::BezPath {
            $crate::parts::level_lines::outline(pen, &self.field)
        }

        fn banded(&self) -> Option<$crate::parts::levels::Banded> {
            self.lines.banded(&self.field)
        }
    };
}

pub(crate) use {draw_level_lines, level_line_properties};
