//! A surface in space.

#[cfg(test)]
mod tests;

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        data::{Data, DataRows},
        properties::properties,
    },
    color::{Color, ColorList, ColorSpec, checked_color, light::shade, mapping::Mapping},
    parts::{
        common::{Common, common_properties, draw_common},
        faces::{self, draw_height_colors, height_properties},
        mesh::{Mesh, Sampling, draw_mesh, mesh_properties},
        patch::{Patch, patch_properties},
    },
    pen::Pen,
    scene::mesh::MeshFace,
    transform::space::{Seen, Vec3, cross, minus},
};
use std::borrow::Cow;

/// The faces between rows and columns of points in a 3D axes, of one colour with light and shade,
/// or coloured by their height. A point that is not finite leaves its faces a corner less, or out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let x = linspace(-5.0, 5.0, 40);
/// let ripple = x.iter().map(|y| x.iter().map(move |x| (x * x + y * y).sqrt().sin()));
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// ax.add(Surface::new(&x, &x, ripple).cmap("viridis"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("surface", fig);
/// ```
#[doc = include_str!("../../docs/surface.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "plot_surface")]
#[derive(Debug, Clone)]
pub struct Surface {
    mesh: Mesh,
    /// Coloured by height?
    mapped: bool,
    mapping: Mapping,
    face_colors: Vec<ColorSpec>,
    shade: bool,
    patch: Patch,
    common: Common,
}

impl Surface {
    /// The surface at height `z` over a grid: a row of `z` for each of `y`, in it a value for each
    /// of `x`.
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: DataRows,
    {
        Self::of(Mesh::new(x, y, z))
    }

    /// A surface of any form: rows of `x`, of `y` and of `z`, equally many and equally long, as
    /// a sphere has them.
    pub fn parametric<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: DataRows,
        Y: DataRows,
        Z: DataRows,
    {
        Self::of(Mesh::parametric(x, y, z))
    }

    fn of(mesh: Mesh) -> Self {
        Self {
            mesh,
            mapped: false,
            mapping: Mapping::default(),
            face_colors: Vec::new(),
            shade: true,
            patch: Patch::default(),
            common: Common::default(),
        }
    }
}

properties! { Surface {
    /// Colours each face by itself, with light and shade: a colour for each point, row after row, of which a face has
    /// that of its first corner, as matplotlib's `facecolors`; with fewer colours than points they repeat.
    #[doc(alias = "facecolors")]
    face_colors / set_face_colors(colors: impl ColorList) |surface| {
        surface.face_colors = colors.colors().map(Into::into).collect();
        surface.mapped = false;
    };
} }
height_properties!(Surface);
mesh_properties!(Surface);
patch_properties!(Surface);
common_properties!(Surface);

/// A face by the points along its sides, with the points between those of its corners.
type Corners = Vec<(usize, usize)>;

impl Surface {
    fn faces(&self) -> impl Iterator<Item = Corners> {
        let (rows, columns) = self.mesh.drawn();
        let steps =
            |lines: &[usize]| -> Vec<_> { lines.windows(2).map(|l| (l[0], l[1])).collect() };
        let across = steps(&columns);
        steps(&rows).into_iter().flat_map(move |rows| {
            let across = across.clone();
            across.into_iter().map(move |columns| around(rows, columns))
        })
    }

    /// The mean height of the corners that have one.
    fn height(&self, corners: &Corners) -> f64 {
        mean(self.finite(corners).map(|point| point[2]))
    }

    fn finite(&self, corners: &Corners) -> impl Iterator<Item = Vec3> {
        let points = corners.iter().map(|&corner| self.mesh.at(corner));
        points.filter(|point| point.iter().all(|value| value.is_finite()))
    }

    fn frozen_mapping(&self) -> Cow<'_, Mapping> {
        self.mapping.frozen(self.faces().map(|corners| self.height(&corners)))
    }

    /// The colour of one face, before it is faded.
    fn face_color(&self, corners: &Corners, mapping: Option<&Mapping>, own: Color) -> Color {
        let own = match (self.face_colors.len(), corners.first()) {
            (1.., Some((row, column))) => {
                let point = row * self.mesh.size().1 + column;
                let color = &self.face_colors[point % self.face_colors.len()];
                color.get().unwrap_or(Color::TRANSPARENT)
            }
            _ => own,
        };
        match mapping {
            Some(mapping) => mapping.color(self.height(corners)),
            None if self.shade => {
                let points: Vec<Vec3> = self.finite(corners).collect();
                // as matplotlib: by three points at equal steps around the face
                let [a, b, c] = [0, 1, 2].map(|i| points[i * points.len() / 3]);
                shade(own, cross(minus(a, b), minus(b, c)))
            }
            None => own,
        }
    }
}

/// The points around a patch of a mesh.
fn around((top, bottom): (usize, usize), (left, right): (usize, usize)) -> Corners {
    let there = (left..right).map(|column| (top, column));
    let down = (top..bottom).map(|row| (row, right));
    let back = (left + 1..=right).rev().map(|column| (bottom, column));
    let up = (top + 1..=bottom).rev().map(|row| (row, left));
    there.chain(down).chain(back).chain(up).collect()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
    sum / count
}

impl Draw for Surface {
    draw_common!(Surface);
    draw_mesh!();
    draw_height_colors!();

    fn check(&self) -> Result<(), FigureError> {
        self.mesh.check("Surface")?;
        for (argument, sampling) in [("rcount", self.mesh.rows), ("ccount", self.mesh.columns)] {
            if matches!(sampling, Sampling::Count(0) | Sampling::Stride(0)) {
                let message = "0 leaves nothing of the surface; counts and strides are 1 or more";
                return Err(FigureError::new("Surface", argument, message));
            }
        }
        if self.mapped {
            self.frozen_mapping().check("Surface")?;
        }
        let colors = self.face_colors.iter();
        colors.into_iter().try_for_each(|c| checked_color("Surface", "face_colors", c))?;
        self.patch.check("Surface")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let columns = self.mesh.size().1;
        let seen: Vec<Seen> = self.mesh.points().map(|point| space.see(point)).collect();
        let mapping = self.mapped.then(|| self.frozen_mapping());
        let own = self.patch.face().get().unwrap_or(Color::TRANSPARENT);
        let faces = self.faces().filter_map(|corners| {
            let seen = corners.iter().map(|&(row, column)| seen[row * columns + column]);
            let seen: Vec<Seen> = seen.filter(|seen| seen.at.is_finite()).collect();
            // a point that is finite but behind the eye takes the face with it
            if seen.len() < 3 || seen.len() < self.finite(&corners).count() {
                return None;
            }
            let color = self.face_color(&corners, mapping.as_deref(), own);
            let depth = mean(seen.iter().map(|seen| seen.depth));
            let corners = seen.iter().map(|seen| seen.at).collect();
            Some((depth, MeshFace { corners, color: self.common.fade(&color.into()) }))
        });
        faces::draw_sorted(pen, &self.common, faces, self.patch.edge(pen.style));
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        self.mapped.then(|| self.faces().map(|corners| self.height(&corners)).collect())
    }
}
