//! Flat faces in space, drawn from far to near.

use crate::{
    color::ColorSpec,
    parts::common::Common,
    pen::Pen,
    scene::mesh::{FaceMesh, MeshFace},
    transform::space::Vec3,
};
use vello_cpu::kurbo::BezPath;

/// Draws faces in this order, all with an edge of this colour and a width in points.
pub(crate) fn draw(
    pen: &mut Pen<'_>,
    common: &Common,
    faces: impl Iterator<Item = MeshFace>,
    edge: Option<(ColorSpec, f64)>,
) {
    let is_seen = |face: &MeshFace| {
        face.corners.iter().all(|corner| corner.is_finite())
            && face.around().is_some_and(|room| room.inflate(1.0, 1.0).overlaps(pen.frame))
    };
    let mesh = FaceMesh {
        faces: faces.filter(is_seen).collect(),
        edge: edge.map(|(color, width)| (common.fade(&color), width * pen.point)),
        room: pen.around(),
    };
    pen.scene.mesh(mesh);
}

/// The same of faces that come with how far they are: the farthest first; of equals, the first.
pub(crate) fn draw_sorted(
    pen: &mut Pen<'_>,
    common: &Common,
    faces: impl Iterator<Item = (f64, MeshFace)>,
    edge: Option<(ColorSpec, f64)>,
) {
    let mut faces: Vec<_> = faces.collect();
    faces.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    draw(pen, common, faces.into_iter().map(|(_, face)| face), edge);
}

/// Points in pixels, for a legend to keep clear of.
pub(crate) fn outline(pen: &Pen<'_>, points: impl Iterator<Item = Vec3>) -> BezPath {
    let mut dots = BezPath::new();
    let Some(space) = pen.space else { return dots };
    for point in points.map(|point| space.at(point)).filter(|point| point.is_finite()) {
        dots.move_to(point);
        dots.line_to(point);
    }
    dots
}

/// How the faces of a surface are coloured, for an artist with the fields `mapped`, `mapping` and `shade`.
macro_rules! height_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Colours each face by its mean height with a colormap, matplotlib's name or a [`Colormap`](crate::Colormap),
            /// without light and shade. By default, all faces have one `color`.
            cmap / set_cmap(cmap: impl Into<$crate::Colormap>) |this| {
                this.mapped = true;
                this.mapping.colormap = cmap.into();
            };
            /// With `cmap`: how heights are spread over the colours; default: evenly.
            norm / set_norm(norm: impl $crate::OneOf<$crate::Norm>) |this| {
                this.common.misnamed.set("norm", norm, &mut this.mapping.norm);
            };
            /// With `cmap`: the height of the first colour; default: the least one that there is after
            /// `#[setup]`.
            vmin / set_vmin(vmin: impl $crate::Number) |this| this.mapping.vmin = Some(vmin.value());
            /// With `cmap`: the height of the last colour; default: the largest one that there is after
            /// `#[setup]`.
            vmax / set_vmax(vmax: impl $crate::Number) |this| this.mapping.vmax = Some(vmax.value());
            /// Whether faces of one colour are lit from the left; default: true.
            shade / set_shade(on: bool) |this| this.shade = on;
        } }
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from these, and from its `patch`.
macro_rules! draw_height_colors {
    () => {
        fn default_zorder(&self) -> f64 {
            1.0
        }

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            let mut patch = self.patch.clone();
            if self.mapped {
                patch.color = Some(self.mapping.middle().into());
            }
            patch.draw_key(pen, &self.common, area);
        }

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            if !self.mapped {
                self.patch.take_color(cycle);
            }
        }

        fn mapping(&self) -> Option<&$crate::color::mapping::Mapping> {
            self.mapped.then_some(&self.mapping)
        }

        fn mapping_mut(&mut self) -> Option<&mut $crate::color::mapping::Mapping> {
            Some(&mut self.mapping)
        }
    };
}

pub(crate) use {draw_height_colors, height_properties};
