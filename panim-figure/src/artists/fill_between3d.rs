//! The surface between two lines in space.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::checked_lengths,
        data::{Broadcast, Data, PerPoint},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorSpec, light::shade},
    parts::{
        common::{Common, common_properties, draw_common},
        faces,
        patch::{Patch, draw_patch, patch_properties},
        polyline::polyline,
    },
    pen::Pen,
    scene::mesh::MeshFace,
    transform::space::{Seen, Space, Vec3, cross, dot, each, minus},
};
use std::{ops::Range, sync::Arc};
use vello_cpu::kurbo::BezPath;

/// How a [`FillBetween3D`] is filled; matplotlib's names, `"auto"`, `"quad"` and `"polygon"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FillMode {
    /// As a polygon where all points are in one plane, else in faces: the default.
    #[default]
    Auto,
    /// A face of four corners between each two points and the next two, with light and shade.
    Quad,
    /// One polygon, without light and shade.
    Polygon,
}

crate::base::word::named! { FillMode, "a mode of filling":
    "auto" => Self::Auto,
    "quad" => Self::Quad,
    "polygon" => Self::Polygon,
}

/// The surface between two lines in a 3D axes: point by point from (x1, y1, z1) to (x2, y2, z2), as matplotlib's
/// `Axes3D.fill_between`. What is not finite is a gap.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let turn = linspace(0.0, 2.0 * std::f64::consts::TAU, 120);
/// let along = |radius: f64, of: fn(f64) -> f64| turn.iter().map(move |a| radius * of(*a)).collect::<Vec<_>>();
/// let inner = (along(0.5, f64::cos), along(0.5, f64::sin), &turn);
/// let outer = (along(1.0, f64::cos), along(1.0, f64::sin), along(0.8, |a| a));
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// let ramp = FillBetween3D::new(inner.0, inner.1, inner.2, outer.0, outer.1, outer.2);
/// ax.add(ramp.color("C1").alpha(0.9).edge_color("k").edge_width(0.3));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("fill_between3d", fig);
/// ```
#[doc = include_str!("../../docs/fill_between3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct FillBetween3D {
    first: [Broadcast; 3],
    second: [Broadcast; 3],
    mask: Option<Arc<[bool]>>,
    mode: FillMode,
    shade: Option<bool>,
    patch: Patch,
    common: Common,
}

/// What two planes may be apart by that are one, by the largest distance of the points.
const FLAT: f64 = 1e-9;

impl FillBetween3D {
    /// The surface between the points (`x1`, `y1`, `z1`) and (`x2`, `y2`, `z2`): each coordinate one number for all
    /// of them, or one for each.
    pub fn new<A, B, C, D, E, F>(
        x1: impl PerPoint<A>,
        y1: impl PerPoint<B>,
        z1: impl PerPoint<C>,
        x2: impl PerPoint<D>,
        y2: impl PerPoint<E>,
        z2: impl PerPoint<F>,
    ) -> Self {
        Self {
            first: [Broadcast::new(x1), Broadcast::new(y1), Broadcast::new(z1)],
            second: [Broadcast::new(x2), Broadcast::new(y2), Broadcast::new(z2)],
            mask: None,
            mode: FillMode::default(),
            shade: None,
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Without data yet, which [`FillBetween3D::set_data`] gives it. Until then it is not to be seen.
    pub fn empty() -> Self {
        let none = [0.0; 0];
        Self::new(none, none, none, none, none, none)
    }

    /// Moves both lines, as [`FillBetween3D::new`] takes them.
    pub fn set_data<A, B, C, D, E, F>(
        &mut self,
        x1: impl PerPoint<A>,
        y1: impl PerPoint<B>,
        z1: impl PerPoint<C>,
        x2: impl PerPoint<D>,
        y2: impl PerPoint<E>,
        z2: impl PerPoint<F>,
    ) -> &mut Self {
        self.set_x1(x1).set_y1(y1).set_z1(z1).set_x2(x2).set_y2(y2).set_z2(z2)
    }

    /// How many points each line has: as many as the longest column; one where all are numbers.
    fn count(&self) -> usize {
        let all = self.first.iter().chain(&self.second);
        let columns = all.filter(|column| !column.is_one());
        columns.map(|column| column.given().len()).max().unwrap_or(1)
    }

    fn at(line: &[Broadcast; 3], i: usize) -> Vec3 {
        each(|axis| line[axis].get(i).unwrap_or(f64::NAN))
    }

    fn fills(&self, i: usize) -> bool {
        let is_wanted = self.mask.as_ref().is_none_or(|mask| mask.get(i).is_some_and(|on| *on));
        let ends = [Self::at(&self.first, i), Self::at(&self.second, i)];
        is_wanted && ends.iter().flatten().all(|part| part.is_finite())
    }

    /// The stretches that are filled, as ranges of positions.
    fn stretches(&self) -> Vec<Range<usize>> {
        let filled: Vec<usize> = (0..self.count()).filter(|&i| self.fills(i)).collect();
        let runs = filled.chunk_by(|a, b| a + 1 == *b);
        runs.map(|run| run[0]..run[run.len() - 1] + 1).collect()
    }

    fn points(&self) -> impl Iterator<Item = Vec3> {
        let filled = (0..self.count()).filter(|&i| self.fills(i));
        filled.flat_map(|i| [Self::at(&self.first, i), Self::at(&self.second, i)])
    }

    fn is_polygon(&self) -> bool {
        match self.mode {
            FillMode::Quad => false,
            FillMode::Polygon => true,
            FillMode::Auto => are_flat(&self.points().collect::<Vec<_>>()),
        }
    }

    /// The corners of each face.
    fn faces(&self, is_polygon: bool) -> Vec<Vec<Vec3>> {
        let mut faces = Vec::new();
        for run in self.stretches() {
            let first = |i| Self::at(&self.first, i);
            let second = |i| Self::at(&self.second, i);
            if is_polygon {
                faces.push(run.clone().map(first).chain(run.rev().map(second)).collect());
                continue;
            }
            let pairs = run.clone().zip(run.skip(1));
            faces.extend(pairs.map(|(i, j)| vec![first(i), first(j), second(j), second(i)]));
        }
        faces
    }
}

/// Are these points in one plane?
fn are_flat(points: &[Vec3]) -> bool {
    let Some((&start, others)) = points.split_first() else { return true };
    let ways: Vec<Vec3> = others.iter().map(|point| minus(*point, start)).collect();
    let size = ways.iter().flatten().fold(0.0, |size: f64, part| size.max(part.abs()));
    if !(size > 0.0 && size.is_finite()) {
        return true;
    }
    let ways: Vec<Vec3> = ways.into_iter().map(|way| way.map(|part| part / size)).collect();
    let length = |way: &Vec3| dot(*way, *way);
    let longest =
        |ways: &[Vec3]| ways.iter().copied().max_by(|a, b| length(a).total_cmp(&length(b)));
    let Some(along) = longest(&ways) else { return true };
    let normals: Vec<Vec3> = ways.iter().map(|way| cross(along, *way)).collect();
    let Some(normal) = longest(&normals) else { return true };
    let normal_length = length(&normal).sqrt();
    ways.iter().all(|way| dot(*way, normal).abs() <= FLAT * normal_length.max(f64::MIN_POSITIVE))
}

/// How one of the lines is moved along each axis.
macro_rules! line_setters {
    ($artist:ident, $line:literal, $place:ident: $($set:ident($axis:ident, $at:literal))+) => {
        impl $artist {$(
            #[doc = concat!("Moves the ", $line, " line along ", stringify!($axis),
                ": one number, or one for each point.")]
            pub fn $set<K>(&mut self, $axis: impl PerPoint<K>) -> &mut Self {
                self.$place[$at] = Broadcast::new($axis);
                self
            }
        )+}
    };
}
line_setters!(FillBetween3D, "first", first: set_x1(x, 0) set_y1(y, 1) set_z1(z, 2));
line_setters!(FillBetween3D, "second", second: set_x2(x, 0) set_y2(y, 1) set_z2(z, 2));

properties! { FillBetween3D {
    /// Fills only between neighbours that are both `true`, as matplotlib's `where`; as many as there are points.
    mask / set_mask(mask: impl Data) |area| {
        area.mask = Some(mask.values().map(|on| on != 0.0).collect());
    };
    /// Whether it is one polygon, `"polygon"`, or faces between each two points and the next two, `"quad"`; default:
    /// `"auto"`, a polygon if all points are in one plane.
    mode / set_mode(mode: impl OneOf<FillMode>) |area| {
        area.common.misnamed.set("mode", mode, &mut area.mode);
    };
    /// Whether faces are lit from the left; default: a polygon is not, others are.
    shade / set_shade(on: bool) |area| area.shade = Some(on);
} }
patch_properties!(FillBetween3D);
common_properties!(FillBetween3D);

impl Draw for FillBetween3D {
    draw_common!(FillBetween3D);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        let names = ["x1", "y1", "z1", "x2", "y2", "z2"];
        let columns = || names.into_iter().zip(self.first.iter().chain(&self.second));
        let count = self.count();
        let longest = columns().find(|(_, c)| !c.is_one() && c.given().len() == count);
        let longest = longest.map_or("x1", |(name, _)| name);
        for (name, column) in columns() {
            column.check("FillBetween3D", (longest, count), name)?;
        }
        if let Some(mask) = &self.mask {
            checked_lengths("FillBetween3D", (longest, count), ("mask", mask.len()))?;
        }
        self.patch.check("FillBetween3D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let is_polygon = self.is_polygon();
        let is_shaded = self.shade.unwrap_or(!is_polygon);
        let own: ColorSpec = self.patch.face();
        let own = own.get().unwrap_or(Color::TRANSPARENT);
        let faces = self.faces(is_polygon).into_iter().filter_map(|corners| {
            let seen: Vec<Seen> = corners.iter().map(|corner| space.see(*corner)).collect();
            if corners.len() < 3 || seen.iter().any(|seen| !seen.at.is_finite()) {
                return None;
            }
            // as matplotlib: by three points at equal steps around the face
            let [a, b, c] = [0, 1, 2].map(|i| corners[i * corners.len() / 3]);
            let normal = || cross(minus(a, b), minus(b, c));
            let color = if is_shaded { shade(own, normal()) } else { own };
            let depth = seen.iter().map(|seen| seen.depth).sum::<f64>() / seen.len() as f64;
            let corners = seen.iter().map(|seen| seen.at).collect();
            Some((depth, MeshFace { corners, color: self.common.fade(&color.into()) }))
        });
        let faces: Vec<_> = faces.collect();
        let edge = self.patch.edge(pen.style);
        faces::draw_sorted(pen, &self.common, faces.into_iter(), edge);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        let Some(space) = pen.space else { return all };
        for line in [&self.first, &self.second] {
            for run in self.stretches() {
                all.extend(polyline(run.map(|i| space.at(Self::at(line, i))), pen.frame));
            }
        }
        all
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_plane_is_one_polygon() {
        let wall = FillBetween3D::new(0..4, [2.0, 2.5, 1.0, 0.0], 0, 0..4, [2.0, 2.5, 1.0, 0.0], 1);
        assert!(!wall.is_polygon());
        assert_eq!(wall.faces(wall.is_polygon()).len(), 3);
        let flat = FillBetween3D::new(0..4, 2, 0, 0..4, 2, [1, 3, 2, 1]);
        assert!(flat.is_polygon());
        assert_eq!(flat.faces(true)[0].len(), 8);
        assert!(are_flat(&[]) && are_flat(&[[1.0; 3], [2.0; 3], [3.0; 3]]));
    }

    #[test]
    fn gaps_and_masks_part_it() {
        let z = [1.0, 1.0, f64::NAN, 1.0, 1.0, 1.0];
        let area = FillBetween3D::new(0..6, 0, 0, 0..6, 0, z);
        assert_eq!(area.stretches(), [0..2, 3..6]);
        let masked = area.mask([true, true, true, false, true, true]);
        assert_eq!(masked.stretches(), [0..2, 4..6]);
    }
}
