//! Triangles between points, coloured by values.

use crate::{
    FigureError, OneOf,
    artist::Draw,
    base::{
        data::{Column, Data, point_data},
        extent::Extent,
        properties::properties,
    },
    color::mapping::{Mapping, mapping_properties},
    parts::{
        cells::Shading,
        common::{Common, common_properties, draw_common},
        patch::{Patch, edge_properties},
        triangulation::{Triangulation, triangulation_properties},
    },
    pen::Pen,
    scene::{
        areas::Areas,
        cells::{CellColors, CellGrid, CellPlaces},
    },
};
use std::{borrow::Cow, sync::Arc};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// Triangles between points, which are given or found, coloured by values: matplotlib's `tripcolor`.
///
/// A triangle whose value is NaN is not drawn, unless the colormap has a colour for it.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # let (x, y) = (docs::normal(0.0, 1.2, 400), docs::normal(0.1, 1.2, 400));
/// // 400 points by chance, and a value at each
/// let z: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x * (-x * x - y * y).exp()).collect();
/// let triangles = ax.add(TriColor::new(&x, &y, &z).cmap("PiYG"));
/// ax.set_xlim(-2.0, 2.0).set_ylim(-1.5, 1.5).colorbar(triangles);
/// # docs::check("tri_color", fig);
/// ```
#[doc = include_str!("../../docs/tri_color.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "tripcolor")]
#[derive(Debug, Clone)]
pub struct TriColor {
    points: Triangulation,
    values: Column,
    /// They are those of triangles, even if these are as many as points.
    by_triangle: bool,
    shading: Shading,
    mapping: Mapping,
    patch: Patch,
    common: Common,
}

impl TriColor {
    /// Points at `x` and `y`, and as many values: a triangle has the colour of the mean of its corners' values. Or as
    /// many values as there are triangles, one for each, where these are not as many as points.
    pub fn new<X, Y, V>(x: X, y: Y, values: V) -> Self
    where
        X: Data,
        Y: Data,
        V: Data,
    {
        Self {
            points: Triangulation::new(x, y),
            values: Column::new(values),
            by_triangle: false,
            shading: Shading::Flat,
            mapping: Mapping::default(),
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Points at `x` and `y`, and a value for each of the triangles between them: matplotlib's `facecolors`.
    pub fn faces<X, Y, V>(x: X, y: Y, values: V) -> Self
    where
        X: Data,
        Y: Data,
        V: Data,
    {
        Self { by_triangle: true, ..Self::new(x, y, values) }
    }

    /// Moves the points and changes the values. The triangles between them are found anew, unless they were given.
    pub fn set_data<X, Y, V>(&mut self, x: X, y: Y, values: V) -> &mut Self
    where
        X: Data,
        Y: Data,
        V: Data,
    {
        self.set_x(x).set_y(y).set_values(values)
    }

    /// Changes the values. Equal values keep their colours.
    pub fn set_values<V>(&mut self, values: V) -> &mut Self
    where
        V: Data,
    {
        self.values = Column::new(values);
        self
    }
}

properties! { TriColor {
    /// `"flat"`: each triangle has one colour, the default; or `"gouraud"`: colours flow between its corners, if these
    /// have values.
    shading / set_shading(shading: impl OneOf<Shading>) |this| {
        this.common.misnamed.set("shading", shading, &mut this.shading);
    };
} }
triangulation_properties!(TriColor, points);
edge_properties!(TriColor, patch);
mapping_properties!(TriColor);
point_data!(TriColor, 3: new(x, y, values));
common_properties!(TriColor);

impl TriColor {
    fn is_by_point(&self) -> bool {
        !self.by_triangle && self.values.len() == self.points.len()
    }

    /// The values that have colours: of the triangles that are to be seen, or of the points.
    fn shown_values(&self) -> Cow<'_, [f64]> {
        if self.shading == Shading::Gouraud {
            return Cow::Borrowed(&self.values);
        }
        let at = |i: usize| self.values.get(i).copied().unwrap_or(f64::NAN);
        let value = |(number, corners): (usize, [u32; 3])| match self.is_by_point() {
            true => corners.iter().map(|&point| at(point as usize) / 3.0).sum(),
            false => at(number),
        };
        self.points.shown().map(value).collect()
    }

    fn mapped(&self) -> Cow<'_, Mapping> {
        self.mapping.frozen(self.shown_values().iter().copied())
    }

    /// The points in pixels.
    fn places(&self, pen: &Pen<'_>) -> Vec<Point> {
        let Triangulation { x, y, .. } = &self.points;
        x.iter().zip(&**y).map(|(&x, &y)| pen.transform.at(x, y)).collect()
    }

    fn draw_flat(&self, pen: &mut Pen<'_>, places: &[Point]) {
        let colors = self.mapped().colors(&self.shown_values());
        let near = pen.around();
        let mut areas = Areas::default();
        for (color, (i, corners)) in colors.into_iter().zip(self.points.shown()) {
            let corners = corners.map(|point| places[point as usize]);
            if areas.add(corners.into_iter(), &[3], near) {
                areas.end(self.common.fade(&color.into()), i);
            }
        }
        pen.scene.areas(&Arc::new(areas));
    }

    fn draw_gouraud(&self, pen: &mut Pen<'_>, corners: Vec<Point>) {
        let colors = self.mapped().colors(&self.values);
        pen.scene.cells(CellGrid {
            places: CellPlaces::Triangles {
                corners,
                triangles: self.points.shown().map(|(_, corners)| corners).collect(),
            },
            colors: CellColors::Ready(colors.iter().map(|color| color.to_rgba8()).collect()),
            alpha: self.common.alpha,
            room: pen.frame,
        });
    }

    fn draw_edges(&self, pen: &mut Pen<'_>, places: &[Point]) {
        let Some((color, stroke)) = self.patch.edge_stroke(pen) else { return };
        let triangles: Vec<_> = self.points.shown().map(|(_, corners)| corners).collect();
        let mut path = BezPath::new();
        for side in self.points.sides(&triangles) {
            let [from, to] = side.map(|point| places[point as usize]);
            if let Some((from, to)) = crate::scene::clip::segment(from, to, pen.around()) {
                path.move_to(from);
                path.line_to(to);
            }
        }
        pen.scene.stroke(&path, &stroke, self.common.fade(&color));
    }
}

impl Draw for TriColor {
    draw_common!(TriColor);

    fn check(&self) -> Result<(), FigureError> {
        let error = |message| Err(FigureError::new("TriColor", "values", message));
        self.points.check("TriColor")?;
        let (points, triangles) = (self.points.len(), self.points.all().len());
        match self.values.len() {
            count if self.by_triangle && count != triangles => {
                return error(format!(
                    "has {count} values for {triangles} triangles; one for each"
                ));
            }
            count if count != points && count != triangles => {
                return error(format!(
                    "has {count} values for {points} points and {triangles} triangles; there is one for each of \
                     the points, or of the triangles"
                ));
            }
            _ if self.shading == Shading::Gouraud && !self.is_by_point() => {
                let message =
                    "are those of triangles, and `shading` is gouraud: it needs those of points";
                return error(message.into());
            }
            _ => {}
        }
        self.patch.check("TriColor")?;
        self.mapped().check("TriColor")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let places = self.places(pen);
        match self.shading {
            Shading::Flat => self.draw_flat(pen, &places),
            Shading::Gouraud => self.draw_gouraud(pen, places.clone()),
        }
        self.draw_edges(pen, &places);
    }

    fn extent(&self) -> Extent {
        self.points.extent()
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let face = self.mapping.middle().into();
        self.patch.draw_key_faced(pen, &self.common, area, &face);
    }

    fn mapping(&self) -> Option<&Mapping> {
        Some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        Some(self.shown_values())
    }
}
