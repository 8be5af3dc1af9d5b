//! What scattered points have in common: the size, shape and colour of each marker.

use crate::{
    FigureError,
    base::{
        check::{AREA, checked_lengths, checked_size},
        data::Column,
    },
    color::{Color, ColorSpec, checked_color, mapping::Mapping},
    parts::common::{Common, Cycle},
    pen::Pen,
    scene::marker::{Marker, MarkerStyle},
};
use std::{borrow::Cow, iter::once};
use vello_cpu::kurbo::{Point, Rect};

/// How scattered points look.
#[derive(Debug, Clone)]
pub(crate) struct Dots {
    /// One for all, or one for each, in points squared.
    pub(crate) sizes: Column,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) colors: Vec<ColorSpec>,
    pub(crate) values: Option<Column>,
    pub(crate) mapping: Mapping,
    pub(crate) edge_color: Option<ColorSpec>,
    pub(crate) edge_colors: Vec<ColorSpec>,
    /// In points.
    pub(crate) edge_width: f64,
    pub(crate) marker: Marker,
}

/// One marker, to be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dot<'a> {
    /// In points squared.
    pub(crate) size: f64,
    pub(crate) face: &'a ColorSpec,
    /// Default: that of the face.
    pub(crate) edge: Option<&'a ColorSpec>,
    /// Opacity on top of the colours' own.
    pub(crate) alpha: f64,
}

impl Dots {
    pub(crate) fn new(size: f64) -> Self {
        Self {
            sizes: Column::new([size]),
            color: None,
            colors: Vec::new(),
            values: None,
            mapping: Mapping::default(),
            edge_color: None,
            edge_colors: Vec::new(),
            edge_width: 1.0,
            marker: Marker::new('o'),
        }
    }

    /// Refuses what cannot be drawn at `count` points.
    pub(crate) fn check(&self, name: &'static str, count: usize) -> Result<(), FigureError> {
        if self.sizes.len() != 1 {
            checked_lengths(name, ("x", count), ("sizes", self.sizes.len()))?;
        }
        let argument = if self.sizes.len() == 1 { "size" } else { "sizes" };
        self.sizes.iter().try_for_each(|&size| AREA.check(name, argument, size))?;
        checked_size(name, "edge_width", self.edge_width)?;
        self.colors.iter().try_for_each(|color| checked_color(name, "colors", color))?;
        checked_color(name, "color", &self.own_color())?;
        self.edge_colors.iter().try_for_each(|color| checked_color(name, "edge_colors", color))?;
        if let Some(color) = &self.edge_color {
            checked_color(name, "edge_color", color)?;
        }
        if let Some((mapping, values)) = self.mapped() {
            checked_lengths(name, ("x", count), ("values", values.len()))?;
            mapping.check(name)?;
        }
        self.marker.check(name, "marker")
    }

    pub(crate) fn take_color(&mut self, cycle: &mut Cycle) {
        if self.values.is_none() {
            self.color.get_or_insert_with(|| cycle.next_area().into());
        }
    }

    pub(crate) fn mapping(&self) -> Option<&Mapping> {
        self.values.is_some().then_some(&self.mapping)
    }

    /// The values' colours, if there are values.
    fn mapped(&self) -> Option<(Cow<'_, Mapping>, &Column)> {
        let values = self.values.as_ref()?;
        Some((self.mapping.frozen(values.iter().copied()), values))
    }

    /// A colour for each marker, again from the first if they are too few.
    pub(crate) fn faces(&self) -> Cow<'_, [ColorSpec]> {
        match self.mapped() {
            Some((mapping, values)) => values.iter().map(|&v| mapping.color(v).into()).collect(),
            None if self.colors.is_empty() => Cow::Owned(vec![self.own_color()]),
            None => Cow::Borrowed(&self.colors),
        }
    }

    /// The `i`-th marker in one of these `faces`.
    pub(crate) fn dot<'a>(&'a self, i: usize, faces: &'a [ColorSpec]) -> Dot<'a> {
        Dot {
            size: self.sizes[i % self.sizes.len()],
            face: &faces[i % faces.len()],
            edge: self.edge(i),
            alpha: 1.0,
        }
    }

    fn edge(&self, i: usize) -> Option<&ColorSpec> {
        let count = self.edge_colors.len();
        if count == 0 { self.edge_color.as_ref() } else { Some(&self.edge_colors[i % count]) }
    }

    /// Draws a marker at each of the places in pixels, except those that are not seen.
    pub(crate) fn stamp<'a>(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        dots: impl Iterator<Item = (Point, Dot<'a>)>,
    ) {
        let (frame, point) = (pen.frame, pen.point);
        let is_clear =
            |dot: &Dot<'_>| self.values.is_some() && *dot.face == Color::TRANSPARENT.into();
        let marks = dots.filter(|(_, dot)| !is_clear(dot)).filter_map(|(at, dot)| {
            let style = self.style(point, common, dot);
            let reach = style.size + style.edge_width;
            frame.inflate(reach, reach).contains(at).then_some((at, style))
        });
        self.marker.stamp_each(pen.scene, marks);
    }

    fn style(&self, point: f64, common: &Common, dot: Dot<'_>) -> MarkerStyle {
        let fade = |color: &ColorSpec| {
            let color = common.fade(color);
            color.with_alpha(color.alpha() * dot.alpha)
        };
        let face = fade(dot.face);
        MarkerStyle {
            size: dot.size.sqrt() * point,
            edge_width: self.edge_width * point,
            face,
            edge: dot.edge.map_or(face, fade),
        }
    }

    /// Draws the sample in a legend: a marker of middle size.
    pub(crate) fn draw_key(&self, pen: &mut Pen<'_>, common: &Common, area: Rect) {
        let color = match &self.values {
            Some(_) => self.mapping.middle().into(),
            None => self.colors.first().cloned().unwrap_or_else(|| self.own_color()),
        };
        // half way between the smallest and the largest, as far as it fits
        let smallest = self.sizes.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = self.sizes.iter().copied().fold(0.0, f64::max);
        let height = area.height() / pen.point;
        let size = (smallest.min(largest) + largest) / 2.0;
        let size = size.min(height * height);
        let dot = Dot { size, face: &color, edge: self.edge(0), alpha: 1.0 };
        let style = self.style(pen.point, common, dot);
        self.marker.stamp(pen.scene, once(area.center()), style);
    }

    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }
}

/// The properties of [`Dots`] for an artist with a `dots` field, whose size is usually `$size`.
macro_rules! dots_properties {
    ($artist:ident, $size:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("One size for all markers, in points squared: the square of the diameter; default: ", $size, ".")]
            size / set_size(size: impl $crate::Number) |this| {
                this.dots.sizes = $crate::base::data::Column::new([size.value()]);
            };
            /// Gives each marker its size, in points squared as in matplotlib: the square of its
            /// diameter.
            sizes / set_sizes(sizes: impl $crate::Data) |this| {
                this.dots.sizes = $crate::base::data::Column::new(sizes);
            };
            /// Colours each marker by itself; with fewer colours than markers they repeat.
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.dots.colors = colors.colors().map(Into::into).collect();
            };
            /// Colours each marker by its value, through `cmap` and `norm`, instead of by `color`
            /// or `colors`; as many as there are markers. One whose value is NaN is left out,
            /// unless the colormap has a colour for it.
            values / set_values(values: impl $crate::Data) |this| {
                this.dots.values = Some($crate::base::data::Column::new(values));
            };
            /// One colour for all markers; by default the next of the axes' cycle for areas, `C0`,
            /// `C1`, ..
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.dots.color = Some(color.into());
            };
            /// Colour of the markers' edges; default: that of their faces.
            edge_color / set_edge_color(color: impl $crate::IntoColor) |this| {
                this.dots.edge_color = Some(color.into());
            };
            /// Colours the edge of each marker by itself, instead of by `edge_color`; with fewer
            /// colours than markers they repeat.
            edge_colors / set_edge_colors(colors: impl $crate::ColorList) |this| {
                this.dots.edge_colors = colors.colors().map(Into::into).collect();
            };
            /// Width of the markers' edges in points; default: 1.
            edge_width / set_edge_width(width: impl $crate::Number) |this| this.dots.edge_width = width.value();
            /// Shape, by matplotlib's character: one of `o . s D d ^ v < > * p h + x | _`; default:
            /// `o`.
            marker / set_marker(marker: impl $crate::OneOf<$crate::Marker>) |this| {
                this.common.misnamed.set("marker", marker, &mut this.dots.marker);
            };
        } }
        $crate::color::mapping::mapping_properties!($artist, dots.mapping);
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `dots` field.
macro_rules! draw_dots {
    () => {
        fn default_zorder(&self) -> f64 {
            1.0
        }

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            self.dots.draw_key(pen, &self.common, area);
        }

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            self.dots.take_color(cycle);
        }

        fn mapping(&self) -> Option<&$crate::color::mapping::Mapping> {
            self.dots.mapping()
        }

        fn mapping_mut(&mut self) -> Option<&mut $crate::color::mapping::Mapping> {
            Some(&mut self.dots.mapping)
        }

        fn colored_values(&self) -> Option<std::borrow::Cow<'_, [f64]>> {
            self.dots.values.as_deref().map(std::borrow::Cow::Borrowed)
        }
    };
}

pub(crate) use {dots_properties, draw_dots};
