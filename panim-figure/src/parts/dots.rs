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
    pub(crate) tints: Tints,
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
        // half way between the smallest and the largest, as far as it fits
        let smallest = self.sizes.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = self.sizes.iter().copied().fold(0.0, f64::max);
        let height = area.height() / pen.point;
        let size = (smallest.min(largest) + largest) / 2.0;
        let size = size.min(height * height);
        let dot = Dot { size, face: &color, edge: self.tints.edge(0), alpha: 1.0 };
        let style = self.style(pen.point, common, dot);
        self.marker.stamp(pen.scene, once(area.center()), style);
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

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            self.dots.take_color(cycle);
        }

        $crate::parts::tints::draw_tints!(dots.tints);
    };
}

pub(crate) use {dots_properties, draw_dots};
