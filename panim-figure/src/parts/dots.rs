//! What scattered points have in common: the size, shape and colour of each marker.

use crate::{
    FigureError,
    base::{
        check::{AREA, checked_lengths, checked_size},
        data::Column,
    },
    color::{Color, ColorSpec},
    parts::{
        common::{Common, Cycle},
        tints::Tints,
    },
    pen::{KeyStyle, Pen},
    scene::marker::{Marker, MarkerStyle},
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
    pub(crate) edge_width: f64,
    pub(crate) marker: Marker,
}

/// How far markers of a sample in a legend stand below its middle, by its height, one after the other.
const KEY_OFFSETS: [f64; 3] = [0.0, -0.125, 0.0625];

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
            tints: Tints::default(),
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
        Dot {
            size: self.sizes[i % self.sizes.len()],
            face: &faces[i % faces.len()],
            edge: self.tints.edge(i),
            alpha: 1.0,
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
        let marks =
            dots.filter(|(_, dot)| !self.tints.is_clear(dot.face)).filter_map(|(at, dot)| {
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
        let color = self.tints.key(Color::cycle(0));
        let count = pen.key.scatter_points;
        let sizes = self.key_sizes(count, pen.key.limit / pen.point);
        for (i, at) in KeyStyle::places(count, area).enumerate() {
            let size = sizes(i) * pen.key.marker_scale.powi(2);
            let dot = Dot { size, face: &color, edge: self.tints.edge(0), alpha: 1.0 };
            let style = self.style(pen.point, common, dot);
            let down = KEY_OFFSETS[i % KEY_OFFSETS.len()] * area.height();
            self.marker.stamp(pen.scene, once(at + Vec2::new(0.0, down)), style);
        }
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
        let edge = if size > key.limit { self.edge_width * point } else { 0.0 };
        Size::new(size + edge, size + edge)
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
            #[doc = concat!("One size for all markers, in points squared: the square of the diameter; default: ", $size, ".")]
            size / set_size(size: impl $crate::Number) |this| {
                this.dots.sizes = $crate::base::data::Column::new([size.value()]);
            };
            /// Gives each marker its size, in points squared as in matplotlib: the square of its
            /// diameter.
            sizes / set_sizes(sizes: impl $crate::Data) |this| {
                this.dots.sizes = $crate::base::data::Column::new(sizes);
            };
            /// Width of the markers' edges in points; default: 1.
            edge_width / set_edge_width(width: impl $crate::Number) |this| this.dots.edge_width = width.value();
            /// Shape, by matplotlib's character: one of `o . s D d ^ v < > * p h + x | _`; default:
            /// `o`.
            marker / set_marker(marker: impl $crate::OneOf<$crate::Marker>) |this| {
                this.common.misnamed.set("marker", marker, &mut this.dots.marker);
            };
        } }
        $crate::parts::tints::tints_properties!(
            $artist, dots.tints, "marker", "markers",
            "by default the next of the axes' cycle for areas, `C0`, `C1`, ..",
            "default: that of their faces.", "is left out"
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

        $crate::parts::tints::draw_tints!(dots.tints);
    };
}

pub(crate) use {dots_properties, draw_dots};
