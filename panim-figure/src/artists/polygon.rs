//! A filled shape with straight sides.

use crate::{
    FigureError, Points,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, point_data},
        extent::Extent,
        properties::properties,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{self, Patch, draw_patch, edge_style_properties, patch_properties},
    },
    pen::Pen,
};
use std::sync::Arc;
use vello_cpu::kurbo::BezPath;

/// The area inside straight lines from corner to corner, the last joined to the first. Corners are
/// in data coordinates; one that is not finite leaves nothing to draw.
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// for (corners, color) in [(3, "C0"), (5, "C1"), (8, "C2")] {
///     let angles = linspace(0.0, TAU, corners + 1);
///     let x = angles.iter().map(|a| a.sin() + corners as f64 / 2.0);
///     let y = angles.iter().map(|a| a.cos());
///     ax.add(Polygon::new(x, y).color(color).alpha(0.6).edge_color("black"));
/// }
/// ax.set_aspect(Aspect::Equal);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("polygon", fig);
/// ```
#[doc = include_str!("../../docs/polygon.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "fill")]
#[derive(Debug, Clone)]
pub struct Polygon {
    x: Column,
    y: Column,
    holes: Arc<[Vec<(f64, f64)>]>,
    patch: Patch,
    common: Common,
}

impl Polygon {
    /// The shape with the corners (`x`, `y`), which must be equally many.
    /// Without data yet it is [`Polygon::empty`], and of pairs [`Polygon::from_points`].
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Data,
        Y: Data,
    {
        let (x, y) = (Column::new(x), Column::new(y));
        let (patch, common) = (Patch::default(), Common::default());
        Self { x, y, holes: Arc::default(), patch, common }
    }

    /// Moves the corners; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: Data,
        Y: Data,
    {
        self.set_x(x).set_y(y)
    }

    /// Moves the corners along x; as many as there are of y.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the corners along y; as many as there are of x.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    fn corners(&self) -> impl Iterator<Item = (f64, f64)> {
        self.x.iter().copied().zip(self.y.iter().copied())
    }
}

properties! { Polygon {
    /// Cuts holes out of it, each of its own corners; default: none.
    holes / set_holes(holes: impl IntoIterator<Item: Points<2>>) |polygon| {
        let corners = |hole: Vec<[f64; 2]>| hole.into_iter().map(|[x, y]| (x, y)).collect();
        polygon.holes = holes.into_iter().map(|hole| corners(hole.points().collect())).collect();
    };
} }
patch_properties!(Polygon);
hatch_properties!(Polygon, patch.hatching);
edge_style_properties!(Polygon, patch);
point_data!(Polygon, 2: new(x, y));
common_properties!(Polygon);
crate::parts::outline::outline_properties!(Polygon);

impl Draw for Polygon {
    draw_common!(Polygon);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Polygon", ("x", self.x.len()), ("y", self.y.len()))?;
        self.patch.check("Polygon")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let shape = self.legend_avoids(pen);
        match self.holes.is_empty() {
            true => self.patch.draw(pen, &self.common, &shape),
            false => self.patch.draw_holed(pen, &self.common, &shape),
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let at = |(x, y)| pen.transform.at(x, y);
        let mut outline = patch::polygon(self.corners().map(at), pen.around());
        for hole in self.holes.iter() {
            outline.extend(patch::polygon(hole.iter().copied().map(at), pen.around()));
        }
        outline
    }

    fn extent(&self) -> Extent {
        Extent::of_points(self.corners())
    }
}
