//! What scattered points have in common: the size, shape and colour of each marker.

use crate::{
    FigureError,
    base::{
        check::{AREA, checked_lengths, checked_opacity, checked_size},
        data::{Broadcast, Column},
        warning::{Warning, Warnings},
    },
    color::{Color, ColorSpec},
    parts::{
        common::{Common, Cycle},
        marker::Marker,
        tints::Tints,
    },
    pen::{KeyStyle, Pen},
    scene::{mark_list::AlikeMarks, marker::MarkerStyle},
};
use std::{borrow::Cow, iter::once};
use vello_cpu::kurbo::{Point, Rect, Size, Vec2};

/// How scattered points look.
#[derive(Debug, Clone)]
pub(crate) struct Dots {
    /// One for all, or one for each, in points squared.
    pub(crate) sizes: Column,
    pub(crate) tints: Tints,
    /// In points.
    pub(crate) edge_width: Broadcast,
    /// Of each, on top of the colours' own.
    pub(crate) alphas: Option<Column>,
    pub(crate) marker: Marker,
}

/// How far markers of a sample in a legend stand below its middle, by its height, one after the other.
const KEY_OFFSETS: [f64; 3] = [0.0, -0.125, 0.0625];

/// One marker, to be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dot<'a> {
    /// In points squared.
    pub(crate) size: f64,
    /// In points.
    pub(crate) edge_width: f64,
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
            tints: Tints::default(),
            edge_width: Broadcast::new(1.0),
            alphas: None,
            marker: Marker::DISC,
        }
    }

    /// Refuses what cannot be drawn at `count` points.
    pub(crate) fn check(&self, name: &'static str, count: usize) -> Result<(), FigureError> {
        if self.sizes.len() != 1 {
            checked_lengths(name, ("x", count), ("sizes", self.sizes.len()))?;
        }
        let argument = if self.sizes.len() == 1 { "size" } else { "sizes" };
        self.sizes.iter().try_for_each(|&size| AREA.check(name, argument, size))?;
        self.edge_width.check(name, ("x", count), "edge_width")?;
        let widths = self.edge_width.given().iter();
        widths.copied().try_for_each(|width| checked_size(name, "edge_width", width))?;
        if let Some(alphas) = &self.alphas {
            checked_lengths(name, ("x", count), ("alphas", alphas.len()))?;
            alphas.iter().try_for_each(|&alpha| checked_opacity(name, "alphas", alpha))?;
        }
        self.tints.check(name, ("x", count))?;
        self.marker.check(name, "marker")
    }

    pub(crate) fn take_color(&mut self, cycle: &mut Cycle) {
        if self.tints.values.is_none() {
            self.tints.color.get_or_insert_with(|| cycle.next_area().into());
        }
    }

    /// A colour for each marker, again from the first if they are too few.
    pub(crate) fn faces(&self) -> Cow<'_, [ColorSpec]> {
        self.tints.faces(Color::cycle(0))
    }

    /// The `i`-th marker in one of these `faces`.
    pub(crate) fn dot<'a>(&'a self, i: usize, faces: &'a [ColorSpec]) -> Dot<'a> {
        let face = &faces[i % faces.len()];
        Dot {
            size: self.sizes[i % self.sizes.len()],
            edge_width: self.edge_width.at(i),
            face,
            edge: self.tints.edge(i, face),
            alpha: self.alphas.as_ref().and_then(|alphas| alphas.get(i).copied()).unwrap_or(1.0),
        }
    }

    /// Draws a marker at each of the places in pixels, except those that are not seen.
    pub(crate) fn stamp<'a>(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        dots: impl Iterator<Item = (Point, Dot<'a>)>,
    ) {
        let (frame, point) = (pen.frame, pen.point);
        let is_filled = self.marker.is_filled();
        let marks =
            dots.filter(|(_, dot)| !self.tints.is_clear(dot.face)).filter_map(|(at, dot)| {
                let style = self.style(point, common, (dot, is_filled));
                let reach = style.size + style.edge_width;
                frame.inflate(reach, reach).contains(at).then_some((at, style))
            });
        if let Some(shape) = self.marker.shape(pen.fonts) {
            shape.stamp_each(pen.scene, marks);
        }
    }

    /// Draws a marker at each of the places that data have, where all are alike. False: they are not.
    pub(crate) fn stamp_alike(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (x, y): (&Column, &Column),
    ) -> bool {
        let tints = &self.tints;
        let is_one = |colors: &[ColorSpec]| colors.len() <= 1;
        let is_alike = self.sizes.len() == 1
            && self.edge_width.given().len() == 1
            && self.alphas.is_none()
            && tints.values.is_none()
            && is_one(&tints.colors)
            && is_one(&tints.edge_colors);
        if !is_alike {
            return false;
        }
        let faces = self.faces();
        let style = self.style(pen.point, common, (self.dot(0, &faces), self.marker.is_filled()));
        let reach = style.size + style.edge_width;
        let (transform, room) = (pen.transform, pen.frame.inflate(reach, reach));
        let marks = AlikeMarks { x: x.clone(), y: y.clone(), transform, room, style };
        if let Some(shape) = self.marker.shape(pen.fonts) {
            shape.stamp_alike(pen.scene, marks);
        }
        true
    }

    /// What is not filled has no face: its lines have the face's colour, as matplotlib's.
    fn style(&self, point: f64, common: &Common, (dot, is_filled): (Dot<'_>, bool)) -> MarkerStyle {
        let fade = |color: &ColorSpec| {
            let color = common.fade(color);
            color.with_alpha(color.alpha() * dot.alpha)
        };
        let face = fade(dot.face);
        MarkerStyle {
            size: dot.size.sqrt() * point,
            edge_width: dot.edge_width * point,
            face,
            edge: match dot.edge {
                Some(edge) if is_filled || face.alpha() == 0.0 => fade(edge),
                _ => face,
            },
        }
    }

    /// Draws the sample in a legend: a marker of middle size.
    pub(crate) fn draw_key(&self, pen: &mut Pen<'_>, common: &Common, area: Rect) {
        let color = self.tints.key(Color::cycle(0));
        let Some(shape) = self.marker.shape(pen.fonts) else { return };
        let count = pen.key.scatter_points;
        let sizes = self.key_sizes(count, pen.key.limit / pen.point);
        for (i, at) in KeyStyle::places(count, area).enumerate() {
            let size = sizes(i) * pen.key.marker_scale.powi(2);
            let edge = self.tints.edge(0, &color);
            let dot = Dot { size, edge_width: self.key_edge(), face: &color, edge, alpha: 1.0 };
            let style = self.style(pen.point, common, (dot, self.marker.is_filled()));
            let down = KEY_OFFSETS[i % KEY_OFFSETS.len()] * area.height();
            shape.stamp(pen.scene, once(at + Vec2::new(0.0, down)), style);
        }
    }

    /// The width of their edges in that sample, in points.
    fn key_edge(&self) -> f64 {
        self.edge_width.get(0).unwrap_or(1.0)
    }

    /// The sizes of so many markers in that sample, in points squared: half way between the smallest and the
    /// largest, these two, and so on, none larger than a diameter of `limit` points.
    fn key_sizes(&self, count: usize, limit: f64) -> impl Fn(usize) -> f64 {
        let smallest = self.sizes.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = self.sizes.iter().copied().fold(0.0, f64::max);
        let smallest = smallest.min(largest);
        let few = [(smallest + largest) / 2.0, largest, smallest];
        move |i| {
            let size = match count {
                ..=3 => few[i % few.len()],
                _ => smallest + (largest - smallest) * i as f64 / (count - 1) as f64,
            };
            size.min(limit * limit)
        }
    }

    /// The room of that sample in pixels.
    pub(crate) fn key_size(&self, point: f64, key: &KeyStyle) -> Size {
        let sizes = self.key_sizes(key.scatter_points, key.limit / point);
        let largest = (0..key.scatter_points).map(sizes).fold(0.0, f64::max);
        let size = largest.sqrt() * key.marker_scale * point;
        // edges of markers that need no more than the usual room are no reason for more
        let edge = if size > key.limit { self.key_edge() * point } else { 0.0 };
        Size::new(size + edge, size + edge)
    }

    /// As they look in general, of one size and in one colour: for a legend that tells sizes or colours.
    pub(crate) fn key_of(&self, size: f64, color: Option<ColorSpec>) -> Self {
        let color = color.or_else(|| {
            let is_given = self.tints.values.is_some() || !self.tints.colors.is_empty();
            is_given.then(|| self.tints.key(Color::cycle(0))).or_else(|| self.tints.color.clone())
        });
        let edge_color = self.tints.edge_colors.first().or(self.tints.edge_color.as_ref()).cloned();
        Self {
            sizes: Column::new([size]),
            tints: Tints { color, edge_color, ..Tints::default() },
            edge_width: Broadcast::new(self.key_edge()),
            alphas: None,
            marker: self.marker.clone(),
        }
    }

    /// The same with the colours of these values; all in one if there are none that are coloured.
    pub(crate) fn keys_of(&self, values: &[f64]) -> Vec<Self> {
        let size = self.key_sizes(1, f64::INFINITY)(0);
        let size = if self.sizes.is_empty() { 36.0 } else { size };
        let key = |color| self.key_of(size, color);
        match self.tints.mapped() {
            Some((mapping, _)) => {
                mapping.colors(values).into_iter().map(|color| key(Some(color.into()))).collect()
            }
            None => values.iter().map(|_| key(None)).collect(),
        }
    }

    /// Says what of it is not seen.
    pub(crate) fn warn(&self, name: &'static str, warnings: &mut Warnings) {
        let clear = |color: &ColorSpec| color.get().is_ok_and(|color| color.alpha() == 0.0);
        let has_color = self.tints.values.is_some() || self.faces().iter().any(|face| !clear(face));
        if self.tints.has_edges() && !self.marker.is_filled() && has_color {
            warnings.add(Warning::new(format!(
                "{name}, `edge_color`: the marker has lines alone, which have the color of `color`, `colors` or \
                 `values`"
            )));
        }
    }

    /// The colour of that sample, if all have one.
    pub(crate) fn key_color(&self) -> Option<Color> {
        let face = self.tints.values.is_none().then(|| self.tints.key(Color::cycle(0)));
        face.and_then(|face| face.get().ok()).filter(|face| face.alpha() > 0.0)
    }
}

/// The properties of [`Dots`] for an artist with a `dots` field, whose size is usually `$size`.
macro_rules! dots_properties {
    ($artist:ident, $size:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc(alias = "s")]
            #[doc = concat!("One size for all markers, in points squared: the square of the diameter; default: ", $size, ".")]
            size / set_size(size: impl $crate::Number) |this| {
                this.dots.sizes = $crate::base::data::Column::new([size.value()]);
            };
            /// Gives each marker its size, in points squared as in matplotlib: the square of its
            /// diameter.
            #[doc(alias = "s")]
            sizes / set_sizes(sizes: impl $crate::Data) |this| {
                this.dots.sizes = $crate::base::data::Column::new(sizes);
            };
            /// Gives each marker its opacity, 0 to 1, on top of `alpha` and of its colours' own; as many as
            /// there are points.
            alphas / set_alphas(alphas: impl $crate::Data) |this| {
                this.dots.alphas = Some($crate::base::data::Column::new(alphas));
            };
            /// Shape: a [`Marker`](crate::Marker) or matplotlib's name, such as `'s'`; default: `'o'`.
            marker / set_marker(marker: impl $crate::OneOf<$crate::Marker>) |this| {
                this.common.misnamed.set("marker", marker, &mut this.dots.marker);
            };
        } }
        impl $artist {
            /// What a legend needs to tell the sizes of markers: one of the size that each of these values has
            /// by `size`, in points squared, and the value as it is written; for
            /// [`Legend::entries`](crate::Legend::entries). They look like these markers otherwise, in one
            /// colour.
            #[doc(alias = "legend_elements")]
            pub fn size_keys(
                &self,
                values: impl $crate::Data,
                size: impl Fn(f64) -> f64,
                format: impl Into<$crate::Format>,
            ) -> Vec<(Self, String)> {
                let format = format.into();
                let key = |value| (self.key(self.dots.key_of(size(value), None)), format.text(value));
                values.values().map(key).collect()
            }

            /// What a legend needs to tell the colours of [`values`](Self::values): a marker in the colour of
            /// each of these, and the value as it is written; for
            /// [`Legend::entries`](crate::Legend::entries). Limits of the colours that were not given follow the
            /// values that the markers have now.
            #[doc(alias = "legend_elements")]
            pub fn value_keys(
                &self,
                values: impl $crate::Data,
                format: impl Into<$crate::Format>,
            ) -> Vec<(Self, String)> {
                let (values, format) = ($crate::base::data::Column::new(values), format.into());
                let keys = self.dots.keys_of(&values).into_iter().map(|dots| self.key(dots));
                keys.zip(values.iter().map(|value| format.text(*value))).collect()
            }

            /// Without points.
            fn key(&self, dots: $crate::parts::dots::Dots) -> Self {
                let common = $crate::parts::common::Common { label: $crate::Label::default(), ..self.common.clone() };
                Self { dots, common, ..Self::empty() }
            }

            /// Width of the markers' edges in points: one for all, or one for each; default: 1.
            #[must_use]
            pub fn edge_width<K>(mut self, width: impl $crate::PerPoint<K>) -> Self {
                self.set_edge_width(width);
                self
            }

            /// Width of the markers' edges in points: one for all, or one for each; default: 1.
            pub fn set_edge_width<K>(&mut self, width: impl $crate::PerPoint<K>) -> &mut Self {
                self.dots.edge_width = $crate::base::data::Broadcast::new(width);
                self
            }
        }
        $crate::parts::tints::tints_properties!(
            $artist, dots.tints, "marker", "markers",
            "by default the next of the axes' cycle for areas, `C0`, `C1`, ..",
            "default: that of their faces, which lines of markers without faces, such as `'x'`, have always.", "is left out"
        );
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

        fn key_size(&self, point: f64, key: &$crate::pen::KeyStyle) -> vello_cpu::kurbo::Size {
            self.dots.key_size(point, key)
        }

        fn key_color(&self, _style: &$crate::Style) -> Option<$crate::Color> {
            self.dots.key_color()
        }

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            self.dots.take_color(cycle);
        }

        fn warn(&self, warnings: &mut $crate::base::warning::Warnings) {
            self.warn_of_values(warnings);
            self.dots.warn(self.name(), warnings);
        }

        $crate::parts::tints::draw_tints!(dots.tints);
    };
}

pub(crate) use {dots_properties, draw_dots};
