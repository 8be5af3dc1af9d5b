//! The fading line behind a moving point, and a marker at its head.

use super::{
    common::{Common, Cycle},
    marks::{MARKER, Marks},
    varying::Tint,
};
use crate::{
    FigureError,
    base::check::{checked_opacity, checked_size},
    color::{Color, ColorSpec, checked_color},
    pen::Pen,
    scene::ribbon::{Knot, Ribbon, Shades},
};
use vello_cpu::kurbo::{Cap, Point, Rect};

/// Where the point was, and how near to the head that is, from 0 to 1.
pub(crate) type Passed = (f64, (f64, f64));

/// How it looks. Widths in points.
#[derive(Debug, Clone, Default)]
pub(crate) struct FadingLine {
    pub(crate) color: Option<ColorSpec>,
    /// Default: the style's.
    pub(crate) width: Option<f64>,
    /// Default: that of the head.
    pub(crate) tail_width: Option<f64>,
    pub(crate) tail_alpha: f64,
    pub(crate) marks: Marks,
}

impl FadingLine {
    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        checked_color(name, "color", &self.own_color())?;
        checked_size(name, "width", self.width.unwrap_or(0.0))?;
        checked_size(name, "tail_width", self.tail_width.unwrap_or(0.0))?;
        checked_opacity(name, "tail_alpha", self.tail_alpha)?;
        self.marks.check(name, MARKER)
    }

    pub(crate) fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_line().into());
    }

    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// Draws it along the points in data coordinates, the end of the tail first, in the colours of a tint of as
    /// many points if there is one.
    pub(crate) fn draw(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        points: &[Passed],
        tint: Option<Tint>,
    ) {
        let place = |&(fraction, (x, y)): &Passed| (fraction, pen.transform.at(x, y));
        let points: Vec<_> = points.iter().map(place).collect();
        self.draw_at(pen, common, &points, tint);
    }

    /// The same along points on the pixels.
    pub(crate) fn draw_at(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        points: &[(f64, Point)],
        tint: Option<Tint>,
    ) {
        let bounds = pen.frame.expand();
        self.paint(pen, common, (points, tint), bounds);
    }

    /// Draws the sample in a legend.
    pub(crate) fn draw_key(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        area: Rect,
        tint: Option<Tint>,
    ) {
        let tint = tint.map(|tint| Tint { places: vec![0.0, 1.0], ..tint });
        let middle = area.center().y;
        let ends = [(0.0, Point::new(area.x0, middle)), (1.0, Point::new(area.x1, middle))];
        self.paint(pen, common, (&ends, tint), area.inflate(0.0, area.height()).expand());
    }

    fn paint(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (points, tint): (&[(f64, Point)], Option<Tint>),
        room: Rect,
    ) {
        let width = self.width.unwrap_or(pen.style.line_width);
        let tail_width = self.tail_width.unwrap_or(width);
        let own = self.own_color();
        let tint = tint.unwrap_or_else(|| Tint {
            shades: Shades::one(own.get().unwrap_or(Color::TRANSPARENT)),
            places: vec![0.0; points.len()],
        });
        let knots = points.iter().zip(&tint.places).map(|(&(fraction, at), &shade)| Knot {
            at,
            width: (tail_width + fraction * (width - tail_width)) * pen.point,
            alpha: self.tail_alpha + fraction * (1.0 - self.tail_alpha),
            shade,
        });
        let knots = knots.map(|knot| tint.shades.knot(knot)).collect();
        let own = tint.places.last().map_or(own, |shade| tint.shades.color(*shade).into());
        let (shades, alpha) = (tint.shades, common.alpha);
        pen.scene.ribbon(Ribbon { knots, shades, alpha, cap: Cap::Round, room });

        let head = points.last().map(|(_, at)| *at).filter(|at| at.is_finite());
        self.marks.stamp(pen, common, &own, head.into_iter(), room);
    }
}

/// The properties of [`FadingLine`] for an artist with a `tail` field.
macro_rules! fading_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Colour; by default the next of the axes' cycle, `C0`, `C1`, ..
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.tail.color = Some(color.into());
            };
            /// Width at the head in points; default: the style's, 1.5.
            width / set_width(width: impl $crate::Number) |this| {
                this.tail.width = Some(width.value());
            };
            /// Width at the end of the tail in points; default: that of the head.
            tail_width / set_tail_width(width: impl $crate::Number) |this| {
                this.tail.tail_width = Some(width.value());
            };
            /// Opacity at the end of the tail, as a fraction of that of the head; default: 0; 1 not
            /// to fade.
            tail_alpha / set_tail_alpha(alpha: impl $crate::Number) |this| {
                this.tail.tail_alpha = alpha.value();
            };
        } }
        $crate::parts::marks::marks_properties!(
            $artist,
            tail.marks,
            "at the head",
            "none",
            "the trail's"
        );
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `tail` field and its
/// methods `points` and `tint`; `in space`: but for how it is drawn.
macro_rules! draw_fading {
    (in space) => {
        fn default_zorder(&self) -> f64 {
            2.0
        }

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            self.tail.draw_key(pen, &self.common, area, self.tint());
        }

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            if self.mapping().is_none() {
                self.tail.take_color(cycle);
            }
        }
    };
    () => {
        fn draw(&self, pen: &mut $crate::pen::Pen<'_>) {
            self.tail.draw(pen, &self.common, &self.points(), self.tint());
        }

        fn legend_avoids(&self, pen: &$crate::pen::Pen<'_>) -> vello_cpu::kurbo::BezPath {
            let points = self.points();
            let places = points.iter().map(|&(_, (x, y))| pen.transform.at(x, y));
            $crate::parts::polyline::polyline(places, pen.frame)
        }

        $crate::parts::fading::draw_fading!(in space);
    };
}

pub(crate) use {draw_fading, fading_properties};
