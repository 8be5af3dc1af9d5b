//! Many circles.

use crate::{
    Data, FigureError, LineStyle, Number, OneOf, PerPoint, Units,
    artist::Draw,
    base::{
        check::{checked_lengths, checked_size},
        data::{Broadcast, Column, point_data},
        extent::Extent,
        properties::properties,
    },
    color::ColorSpec,
    parts::{
        common::{Common, common_properties, draw_common},
        curves,
        hatching::hatches_properties,
        patch::Patch,
        shape::checked_length,
        tints::{Tints, draw_tints, tints_properties},
    },
    pen::Pen,
    scene::marker::{MarkerShape, MarkerStyle},
};
use std::f64::consts::PI;
use vello_cpu::{
    kurbo::{Affine, BezPath, Point, Rect, Vec2},
    peniko::Fill,
};

/// A circle at each point, each of its own radius and colour: as quick as a [`Scatter`](crate::Scatter), whose
/// sizes are areas in points. One whose place or radius is not finite is left out.
///
/// Radii are in data coordinates, where a circle looks like an ellipse if a unit of x is not as long as one of
/// y, or in [`units`](Circles::units) of points or of one of the axes.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let n = linspace(1, 60, 60);
/// let x = n.iter().map(|n| n.sqrt() * (2.39996 * n).cos());
/// let y = n.iter().map(|n| n.sqrt() * (2.39996 * n).sin());
/// let radius = n.iter().map(|n| 0.2 + 0.1 * (n / 4.0).sin());
/// let circles = Circles::new(x, y, radius).values(&n).cmap("plasma").edge_color("black");
/// let circles = ax.set_aspect("equal").add(circles);
/// ax.colorbar(circles);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("circles", fig);
/// ```
#[doc = include_str!("../../docs/circles.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "offsets")]
#[doc(alias("EllipseCollection", "CircleCollection", "PatchCollection"))]
#[derive(Debug, Clone)]
pub struct Circles {
    x: Column,
    y: Column,
    radius: Broadcast,
    units: Units,
    tints: Tints,
    edge: Patch,
    common: Common,
}

impl Circles {
    /// Circles around the points (`x`, `y`), which must be equally many, of one radius for all, or one for each.
    /// Without data yet it is [`Circles::empty`], and of triples [`Circles::from_points`].
    pub fn new<R>(x: impl Data, y: impl Data, radius: impl PerPoint<R>) -> Self {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            radius: Broadcast::new(radius),
            units: Units::default(),
            tints: Tints::default(),
            edge: Patch::of_collection(),
            common: Common::default(),
        }
    }

    /// Moves and sizes the circles; `x` and `y` must be equally many.
    pub fn set_data<R>(
        &mut self,
        x: impl Data,
        y: impl Data,
        radius: impl PerPoint<R>,
    ) -> &mut Self {
        self.set_x(x).set_y(y).set_radius(radius)
    }

    /// Moves the circles along x; as many as there are of y.
    pub fn set_x(&mut self, x: impl Data) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the circles along y; as many as there are of x.
    pub fn set_y(&mut self, y: impl Data) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    /// Sizes the circles: one radius for all, or one for each, 0 or more.
    pub fn set_radius<R>(&mut self, radius: impl PerPoint<R>) -> &mut Self {
        self.radius = Broadcast::new(radius);
        self
    }

    /// Each with its number, its place in data coordinates and its radius, except those that are left out.
    fn circles(&self) -> impl Iterator<Item = (usize, (f64, f64), f64)> {
        let places = self.x.iter().copied().zip(self.y.iter().copied());
        let all = places.enumerate().map(|(i, at)| (i, at, self.radius.at(i)));
        all.filter(|(_, (x, y), radius)| x.is_finite() && y.is_finite() && radius.is_finite())
    }
}

properties! { Circles {
    /// What the radii are measured in: a [`Units`], or `"xy"`, data coordinates, by default, `"x"`, `"y"`,
    /// `"points"` or `"pixels"`.
    units / set_units(units: impl OneOf<Units>) |circles| {
        circles.common.misnamed.set("units", units, &mut circles.units);
    };
    /// Width of the edges in points; default: 1. Edges are drawn once their colour or their width is given.
    edge_width / set_edge_width(width: impl Number) |circles| circles.edge.edge_width = Some(width.value());
    /// Style of the edges; default: solid, `"-"`; also `"--"`, `"-."`, `":"`, or a [`LineStyle`].
    edge_style / set_edge_style(style: impl OneOf<LineStyle>) |circles| {
        circles.common.misnamed.set("edge_style", style, &mut circles.edge.edge_style);
    };
} }
tints_properties!(
    Circles,
    tints,
    "circle",
    "circles",
    "default: `C0`.",
    "default: that of the style's edges, black. Edges are drawn once their colour or their width is given.",
    "is left out"
);
hatches_properties!(Circles, edge.hatching, "circle");
point_data!(Circles, 3: new(x, y, radius));
common_properties!(Circles);
crate::parts::outline::outline_properties!(Circles);

/// How far from a circle its corners may be, in pixels.
const ROUND: f64 = 0.01;

/// Circles in data coordinates, on the pixels.
enum OnPixels {
    /// Round ones, so many pixels to the unit.
    Round(f64),
    /// Ellipses along the axes.
    Level(Vec2),
    /// Anything else.
    Bent,
}

impl Circles {
    fn on_pixels(&self, pen: &Pen<'_>) -> OnPixels {
        if let Some(unit) = self.units.pixels(pen) {
            return OnPixels::Round(unit);
        }
        let (x, y) = pen.transform.scales();
        let is_even = x.is_even() && y.is_even() && pen.transform.polar().is_none();
        match pen.transform.mean_units() {
            _ if !is_even => OnPixels::Bent,
            (x, y) if (x - y).abs() <= 1e-9 * x => OnPixels::Round(x),
            (x, y) => OnPixels::Level(Vec2::new(x, y)),
        }
    }

    /// The path of one that is not round on the pixels; nothing if it cannot be seen.
    fn path(&self, (x, y): (f64, f64), radius: f64, on: &OnPixels, pen: &Pen<'_>) -> BezPath {
        let OnPixels::Level(unit) = *on else {
            let around = |p: Point| pen.transform.at(x + radius * p.x, y + radius * p.y);
            let path = curves::mapped(&curves::circle(), around);
            return if path.is_finite() { curves::area(path, pen) } else { BezPath::new() };
        };
        let (center, radii) = (pen.transform.at(x, y), unit * radius);
        let largest = radii.x.max(radii.y);
        if !center.is_finite() || !pen.around().inflate(largest, largest).contains(center) {
            return BezPath::new();
        }
        if largest > 1e4 {
            let place =
                Affine::translate(center.to_vec2()) * Affine::scale_non_uniform(radii.x, radii.y);
            return curves::area(place * curves::circle(), pen);
        }
        let corners = (PI / (1.0 - ROUND / largest).clamp(-1.0, 1.0).acos()).ceil().max(8.0);
        let step = Affine::rotate(2.0 * PI / corners);
        let mut path = BezPath::with_capacity(corners as usize + 1);
        let mut at = Point::new(1.0, 0.0);
        for i in 0..corners as usize {
            let corner = center + Vec2::new(radii.x * at.x, radii.y * at.y);
            if i == 0 {
                path.move_to(corner)
            } else {
                path.line_to(corner)
            }
            at = step * at;
        }
        path.close_path();
        path
    }

    /// Draws the circles that can be seen, in their order.
    fn draw_all(&self, pen: &mut Pen<'_>) {
        let faces = self.tints.faces(pen.style.cycle_color(0));
        let usual_edge: ColorSpec = pen.style.edge.into();
        let has_edge = self.edge.edge_width.is_some() || self.tints.has_edges();
        let width = self.edge.edge_width.unwrap_or(1.0) * pen.point;
        let stroke = self.edge.edge_style.stroke(width).filter(|_| has_edge);
        let is_plain = stroke.as_ref().is_none_or(|stroke| stroke.dash_pattern.is_empty())
            && !self.edge.hatching.is_some();
        let on = self.on_pixels(pen);
        let mut discs = Vec::new();
        for (i, at, radius) in self.circles() {
            let face = &faces[i % faces.len()];
            if self.tints.is_clear(face) {
                continue;
            }
            let own_edge = self.tints.edge(i, face);
            let edge = self.common.fade(own_edge.unwrap_or(&usual_edge));
            let face = self.common.fade(face);
            let path = match on {
                OnPixels::Round(unit) => {
                    let (center, radius) = (pen.transform.at(at.0, at.1), radius * unit);
                    let reach = radius + width;
                    if !center.is_finite() || !pen.frame.inflate(reach, reach).contains(center) {
                        continue;
                    }
                    if is_plain {
                        let edge_width = stroke.as_ref().map_or(0.0, |stroke| stroke.width);
                        let style = MarkerStyle { size: 2.0 * radius, edge_width, face, edge };
                        discs.push((center, style));
                        continue;
                    }
                    let place = Affine::translate(center.to_vec2()) * Affine::scale(radius);
                    curves::area(place * curves::circle(), pen)
                }
                _ => self.path(at, radius, &on, pen),
            };
            if !path.is_empty() {
                pen.scene.fill(&path, face);
                let shape = (i, &path);
                self.edge.hatching.draw(pen, &self.common, shape, Fill::NonZero, own_edge);
                if let Some(stroke) = &stroke {
                    pen.scene.stroke(&path, stroke, edge);
                }
            }
        }
        MarkerShape::Disc(1.0).stamp_each(pen.scene, discs.into_iter());
    }
}

impl Draw for Circles {
    draw_common!(Circles);
    draw_tints!(tints);

    fn check(&self) -> Result<(), FigureError> {
        let count = ("x", self.x.len());
        checked_lengths("Circles", count, ("y", self.y.len()))?;
        self.radius.check("Circles", count, "radius")?;
        let given = self.radius.given().iter().filter(|radius| !radius.is_nan());
        given.copied().try_for_each(|radius| checked_length("Circles", "radius", radius))?;
        checked_size("Circles", "edge_width", self.edge.edge_width.unwrap_or(0.0))?;
        self.edge.edge_style.check("Circles", "edge_style")?;
        self.edge.hatching.check("Circles")?;
        self.tints.check("Circles", count)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        self.draw_all(pen);
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn extent(&self) -> Extent {
        let reach = |radius: f64| if self.units == Units::Xy { radius } else { 0.0 };
        let corners = self.circles().flat_map(|(_, (x, y), radius)| {
            let reach = reach(radius);
            [(x - reach, y - reach), (x, y), (x + reach, y + reach)]
        });
        Extent::of_points(corners)
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut middles = BezPath::new();
        let places = self.circles().map(|(_, (x, y), _)| pen.transform.at(x, y));
        for place in places.filter(|place| pen.frame.contains(*place)) {
            middles.move_to(place);
            middles.line_to(place);
        }
        middles
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let face = self.tints.key(pen.style.cycle_color(0));
        let key = Patch { edge_color: self.tints.edge(0, &face).cloned(), ..self.edge.clone() };
        key.draw_key_faced(pen, &self.common, area, &face);
    }
}
