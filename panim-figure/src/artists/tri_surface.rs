//! A surface in space, made of triangles.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::checked_lengths,
        data::{Column, Data, point_data},
        extent::Extent,
    },
    color::{Color, light::shade, mapping::Mapping},
    parts::{
        common::{Common, common_properties, draw_common},
        faces::{self, draw_height_colors, height_properties},
        patch::{Patch, patch_properties},
        triangulation::{Triangulation, triangulation_properties},
    },
    pen::Pen,
    scene::mesh::MeshFace,
    transform::space::{Seen, Space, Vec3, cross, minus},
};
use std::borrow::Cow;
use vello_cpu::kurbo::BezPath;

/// Triangles between points in a 3D axes, of one colour with light and shade, or coloured by their height:
/// matplotlib's `plot_trisurf`. A point that is not finite takes its triangles with it.
///
/// The triangles are given, or found between the points as they are seen from above.
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// // rings of 36 points, as those of a spider's web
/// let web = (0..288).map(|i| (f64::from(1 + i / 36) / 8.0, TAU * f64::from(i % 36) / 36.0));
/// let saddle = web.map(|(r, turn)| (r * turn.cos(), r * turn.sin()));
/// let saddle: Vec<_> = saddle.map(|(x, y)| (x, y, (-x * y).sin())).collect();
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// ax.add(TriSurface::from_points(&saddle).edge_color("k").edge_width(0.2));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("tri_surface", fig);
/// ```
#[doc = include_str!("../../docs/tri_surface.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "plot_trisurf")]
#[derive(Debug, Clone)]
pub struct TriSurface {
    points: Triangulation,
    z: Column,
    /// Coloured by height?
    mapped: bool,
    mapping: Mapping,
    shade: bool,
    patch: Patch,
    common: Common,
}

impl TriSurface {
    /// Points at `x`, `y` and `z`. A surface that is not one above the plane of x and y needs
    /// [`TriSurface::triangles`].
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: Data,
    {
        Self {
            points: Triangulation::new(x, y),
            z: Column::new(z),
            mapped: false,
            mapping: Mapping::default(),
            shade: true,
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Moves the points. The triangles between them are found anew, unless they were given.
    pub fn set_data<X, Y, Z>(&mut self, x: X, y: Y, z: Z) -> &mut Self
    where
        X: Data,
        Y: Data,
        Z: Data,
    {
        self.set_x(x).set_y(y).set_z(z)
    }

    /// Moves the points up and down, as many as before.
    pub fn set_z<Z>(&mut self, z: Z) -> &mut Self
    where
        Z: Data,
    {
        self.z = Column::new(z);
        self
    }

    fn points(&self) -> impl Iterator<Item = Vec3> {
        let Triangulation { x, y, .. } = &self.points;
        x.iter().zip(&**y).zip(&*self.z).map(|((&x, &y), &z)| [x, y, z])
    }

    /// The triangles that are to be seen, each by its corners.
    fn faces(&self) -> impl Iterator<Item = [u32; 3]> {
        let is_there = |at: &u32| self.z.get(*at as usize).is_some_and(|z| z.is_finite());
        let shown = self.points.shown().map(|(_, corners)| corners);
        shown.filter(move |corners| corners.iter().all(is_there))
    }

    fn heights(&self) -> Vec<f64> {
        let height = |corners: [u32; 3]| corners.iter().map(|&at| self.z[at as usize] / 3.0).sum();
        self.faces().map(height).collect()
    }

    fn frozen_mapping(&self) -> Cow<'_, Mapping> {
        self.mapping.frozen(self.heights().into_iter())
    }
}

height_properties!(TriSurface);
triangulation_properties!(TriSurface, points);
patch_properties!(TriSurface);
point_data!(TriSurface, 3: new(x, y, z));
common_properties!(TriSurface);

impl Draw for TriSurface {
    draw_common!(TriSurface);
    draw_height_colors!();

    fn check(&self) -> Result<(), FigureError> {
        self.points.check("TriSurface")?;
        checked_lengths("TriSurface", ("x", self.points.len()), ("z", self.z.len()))?;
        if self.mapped {
            self.frozen_mapping().check("TriSurface")?;
        }
        self.patch.check("TriSurface")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let points: Vec<Vec3> = self.points().collect();
        let seen: Vec<Seen> = points.iter().map(|&point| space.see(point)).collect();
        let colors = self.mapped.then(|| self.frozen_mapping().colors(&self.heights()));
        let own = self.patch.face().get().unwrap_or(Color::TRANSPARENT);
        let color = |i: usize, corners: [u32; 3]| match &colors {
            Some(colors) => colors[i],
            None if self.shade => {
                let [a, b, c] = corners.map(|at| points[at as usize]);
                shade(own, cross(minus(a, b), minus(b, c)))
            }
            None => own,
        };
        let faces = self.faces().enumerate().filter_map(|(i, corners)| {
            let seen = corners.map(|at| seen[at as usize]);
            let is_before = seen.iter().all(|seen| seen.at.is_finite());
            let color = self.common.fade(&color(i, corners).into());
            let depth = seen.iter().map(|seen| seen.depth / 3.0).sum();
            let corners = seen.iter().map(|seen| seen.at).collect();
            is_before.then_some((depth, MeshFace { corners, color }))
        });
        faces::draw_sorted(pen, &self.common, faces, self.patch.edge(pen.style));
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        faces::outline(pen, self.points())
    }

    fn extent(&self) -> Extent {
        Extent::of_space(self.points())
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        space.mean_depth(self.points())
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        self.mapped.then(|| Cow::Owned(self.heights()))
    }
}
