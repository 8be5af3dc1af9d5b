//! Many polygons.

mod rings;

use crate::{
    FigureError, LineStyle, Number, OneOf, Points,
    artist::Draw,
    base::{check::checked_size, extent::Extent, properties::properties},
    color::{Color, ColorSpec},
    parts::{
        area_edges::draw_area_edges,
        common::{Common, common_properties, draw_common},
        hatching::hatch_properties,
        patch::Patch,
        tints::{Tints, draw_tints, tints_properties},
    },
    pen::Pen,
    scene::areas::Areas,
};
use rings::Rings;
use std::sync::Arc;
use vello_cpu::{
    kurbo::{BezPath, Rect},
    peniko::Fill,
};

/// Polygons, each with its own colour or value, with holes and islands: maps and tilings. Ten thousand of them are
/// one artist.
///
/// Corners are in data coordinates. Where polygons meet nothing shines through between them; edges are drawn above
/// all faces.
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let ring = |x: f64, y: f64, r: f64, n| {
///     let turn = move |i| TAU * f64::from(i) / f64::from(n);
///     (0..n).map(move |i| (x + r * turn(i).sin(), y + r * turn(i).cos())).collect::<Vec<_>>()
/// };
/// let (mut cells, mut values) = (Vec::new(), Vec::new());
/// for (i, j) in (0..48).map(|k| (k % 8, k / 8)) {
///     let (x, y) = (f64::from(i) + 0.5 * f64::from(j % 2), 0.866 * f64::from(j));
///     let mut rings = vec![ring(x, y, 0.5774, 6)];
///     // a lake
///     rings.extend(((i + j) % 3 == 0).then(|| ring(x, y, 0.25, 20)));
///     cells.push(rings);
///     values.push((x - 3.0) * (y - 2.0));
/// }
/// let map = ax.add(Polygons::rings(cells).values(values).cmap("RdBu").edge_color("white"));
/// ax.set_aspect("equal").colorbar(map);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("polygons", fig);
/// ```
#[doc = include_str!("../../docs/polygons.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "PolyCollection")]
#[derive(Debug, Clone)]
pub struct Polygons {
    polygons: Arc<[Rings]>,
    tints: Tints,
    edge: Patch,
    common: Common,
}

impl Polygons {
    /// Polygons, each of its corners. A corner that is not finite ends a ring of corners, and the next one begins
    /// another of the same polygon: an island, or a hole if it lies in the one before. [`Polygons::rings`] takes
    /// these as lists of their own.
    pub fn new<P: Points<2>>(polygons: impl IntoIterator<Item = P>) -> Self {
        Self::of(polygons.into_iter().map(Rings::with_gaps).collect())
    }

    /// Polygons, each of its rings of corners, `[[outline, hole], [outline], ..]`: whatever an odd number of rings
    /// goes around is a part of it, in whichever direction they go.
    pub fn rings<R: IntoIterator<Item: Points<2>>>(polygons: impl IntoIterator<Item = R>) -> Self {
        Self::of(polygons.into_iter().map(Rings::new).collect())
    }

    /// Without polygons yet, which [`Polygons::set_polygons`] or [`Polygons::set_rings`] gives it. Until then it is
    /// not to be seen.
    pub fn empty() -> Self {
        Self::of(Arc::default())
    }

    fn of(polygons: Arc<[Rings]>) -> Self {
        let (tints, edge, common) = (Tints::default(), Patch::of_collection(), Common::default());
        Self { polygons, tints, edge, common }
    }

    /// Moves the polygons, as [`Polygons::new`] takes them.
    pub fn set_polygons<P: Points<2>>(
        &mut self,
        polygons: impl IntoIterator<Item = P>,
    ) -> &mut Self {
        self.polygons = polygons.into_iter().map(Rings::with_gaps).collect();
        self
    }

    /// Moves the polygons, as [`Polygons::rings`] takes them.
    pub fn set_rings<R: IntoIterator<Item: Points<2>>>(
        &mut self,
        polygons: impl IntoIterator<Item = R>,
    ) -> &mut Self {
        self.polygons = polygons.into_iter().map(Rings::new).collect();
        self
    }

    fn corners(&self) -> impl Iterator<Item = (f64, f64)> {
        self.polygons.iter().flat_map(Rings::corners)
    }
}

properties! { Polygons {
    /// Width of the edges in points; default: 1. Edges are drawn once their colour or their width is given.
    edge_width / set_edge_width(width: impl Number) |polygons| polygons.edge.edge_width = Some(width.value());
    /// Style of the edges; default: solid, `"-"`; also `"--"`, `"-."`, `":"`, or a [`LineStyle`].
    edge_style / set_edge_style(style: impl OneOf<LineStyle>) |polygons| {
        polygons.common.misnamed.set("edge_style", style, &mut polygons.edge.edge_style);
    };
} }
tints_properties!(
    Polygons,
    tints,
    "polygon",
    "polygons",
    "default: `C0`.",
    "default: that of the style's edges, black. Edges are drawn once their colour or their width is given.",
    "has no face"
);
hatch_properties!(Polygons, edge.hatching);
common_properties!(Polygons);
crate::parts::outline::outline_properties!(Polygons);

impl Polygons {
    /// The polygons on the pixels, as far as they may be seen.
    fn areas(&self, pen: &Pen<'_>, color: impl Fn(usize) -> Color) -> Areas {
        let near = pen.around();
        let mut areas = Areas::default();
        for (i, rings) in self.polygons.iter().enumerate() {
            if rings.add_to(&mut areas, near, |x, y| pen.transform.at(x, y)) {
                areas.end(color(i), i);
            }
        }
        areas
    }

    fn draw_edges(&self, pen: &mut Pen<'_>, areas: &Arc<Areas>, faces: &[ColorSpec]) {
        let has_edge = self.edge.edge_width.is_some() || self.tints.has_edges();
        let width = self.edge.edge_width.unwrap_or(1.0) * pen.point;
        let Some(stroke) = self.edge.edge_style.stroke(width).filter(|_| has_edge) else { return };
        let usual: ColorSpec = pen.style.edge.into();
        draw_area_edges(pen, areas, &stroke, |area| {
            let face = &faces[area.number % faces.len()];
            self.common.fade(self.tints.edge(area.number, face).unwrap_or(&usual))
        });
    }
}

impl Draw for Polygons {
    draw_common!(Polygons);
    draw_tints!(tints);

    fn check(&self) -> Result<(), FigureError> {
        checked_size("Polygons", "edge_width", self.edge.edge_width.unwrap_or(0.0))?;
        self.edge.edge_style.check("Polygons", "edge_style")?;
        self.edge.hatching.check("Polygons")?;
        self.tints.check("Polygons", ("polygons", self.polygons.len()))
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let faces = self.tints.faces(pen.style.cycle_color(0));
        let areas = self.areas(pen, |i| self.common.fade(&faces[i % faces.len()]));
        let areas = Arc::new(areas);
        pen.scene.areas(&areas);
        if self.edge.hatching.is_some() {
            let mut all = BezPath::new();
            areas.all().iter().for_each(|area| areas.outline(area, &mut all));
            let edge = faces.first().and_then(|face| self.tints.edge(0, face));
            self.edge.hatching.draw(pen, &self.common, (0, &all), Fill::NonZero, edge);
        }
        self.draw_edges(pen, &areas, &faces);
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.corners())
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut outline = BezPath::new();
        let areas = self.areas(pen, |_| Color::BLACK);
        areas.all().iter().for_each(|area| areas.outline(area, &mut outline));
        outline
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let face = self.tints.key(pen.style.cycle_color(0));
        let key = Patch { edge_color: self.tints.edge(0, &face).cloned(), ..self.edge.clone() };
        key.draw_key_faced(pen, &self.common, area, &face);
    }
}
