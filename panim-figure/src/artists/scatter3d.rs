//! Points in space, each of its own size and colour.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::checked_lengths,
        data::{Column, Data, space_data},
        extent::Extent,
        properties::properties,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        dots::{Dot, Dots, dots_properties, draw_dots},
    },
    pen::Pen,
    transform::space::{Seen, Space, Vec3},
};
use vello_cpu::kurbo::{BezPath, Rect, Vec2};

/// The faintest that a marker far away becomes, as in matplotlib.
const FAINTEST: f64 = 0.3;

/// A marker at each point in a 3D axes, those farther away fainter and behind the others. One
/// whose place is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// for (name, centre) in [("A", 0.0), ("B", 5.0), ("C", 10.0)] {
///     let (x, y) = (normal(centre, 1.0, 30), normal(0.0, 1.1, 30));
///     ax.add(Scatter3D::new(x, y, normal(centre, 1.2, 30)).label(name));
/// }
/// ax.set_legend(Legend::new().loc(Loc::UpperLeft));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("scatter3d", fig);
/// ```
#[doc = include_str!("../../docs/scatter3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Scatter3D {
    x: Column,
    y: Column,
    z: Column,
    depth_shade: bool,
    dots: Dots,
    common: Common,
}

impl Scatter3D {
    /// A marker at each of the points (`x`, `y`, `z`), which must be equally many.
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: Data,
    {
        let (x, y, z) = (Column::new(x), Column::new(y), Column::new(z));
        Self { x, y, z, depth_shade: true, dots: Dots::new(20.0), common: Common::default() }
    }

    fn points(&self) -> impl Iterator<Item = Vec3> {
        self.x.iter().zip(&*self.y).zip(&*self.z).map(|((&x, &y), &z)| [x, y, z])
    }

    /// The opacity of a marker at a depth.
    fn fading(&self, seen: &[(usize, Seen)], space: &Space) -> impl Fn(f64) -> f64 + use<> {
        let nearest = seen.iter().map(|(_, seen)| seen.depth).fold(f64::INFINITY, f64::min);
        let spread = spread(seen, space);
        let shades = self.depth_shade && spread > 0.0;
        move |depth| {
            if shades { (1.0 - (depth - nearest) / spread).clamp(FAINTEST, 1.0) } else { 1.0 }
        }
    }
}

/// How far the points reach on the picture and in depth: the root of the sum of the squares, in
/// the unit of the depth.
fn spread(seen: &[(usize, Seen)], space: &Space) -> f64 {
    let Some(&(_, first)) = seen.first() else { return 0.0 };
    let start = (Rect::from_points(first.at, first.at), (first.depth, first.depth));
    let (room, (near, far)) = seen.iter().fold(start, |(room, (near, far)), (_, seen)| {
        (room.union_pt(seen.at), (near.min(seen.depth), far.max(seen.depth)))
    });
    let across = Vec2::new(room.width(), room.height()) / space.pixels();
    across.hypot().hypot(far - near)
}

properties! { Scatter3D {
    /// Whether markers farther away are fainter; default: true.
    #[doc(alias = "depthshade")]
    depth_shade / set_depth_shade(on: bool) |scatter| scatter.depth_shade = on;
} }
dots_properties!(Scatter3D, "20");
space_data!(Scatter3D, "points");
common_properties!(Scatter3D);
crate::parts::outline::outline_properties!(Scatter3D);

impl Draw for Scatter3D {
    draw_common!(Scatter3D);
    draw_dots!();

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Scatter3D", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_lengths("Scatter3D", ("x", self.x.len()), ("z", self.z.len()))?;
        self.dots.check("Scatter3D", self.x.len())
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let seen = self.points().map(|point| space.see(point)).enumerate();
        let mut seen: Vec<(usize, Seen)> = seen.filter(|(_, seen)| seen.at.is_finite()).collect();
        let alpha = self.fading(&seen, &space);
        seen.sort_by(|(_, a), (_, b)| b.depth.total_cmp(&a.depth));
        let faces = self.dots.faces();
        let dots = seen.into_iter().map(|(i, Seen { at, depth })| {
            (at, Dot { alpha: alpha(depth), ..self.dots.dot(i, &faces) })
        });
        self.dots.stamp(pen, &self.common, dots);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut dots = BezPath::new();
        let Some(space) = pen.space else { return dots };
        let points = self.points().map(|point| space.at(point));
        for point in points.filter(|point| pen.frame.contains(*point)) {
            dots.move_to(point);
            dots.line_to(point);
        }
        dots
    }

    fn extent(&self) -> Extent {
        Extent::of_space(self.points()).with_margin_in_z()
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
    use crate::{AxisScale, transform::space::Limits};

    #[test]
    fn far_markers_are_as_faint_as_in_matplotlib() {
        // face alphas of ax.scatter([0, 1, 2], [0, 1, 2], [0, 1, 2]), matplotlib 3.11.2
        let frame = Rect::new(0.0, 0.0, 300.0, 300.0);
        let scatter = Scatter3D::new(0..3, 0..3, 0..3);
        let space = Space::new(LIMITS, (30.0, 30.0), frame);
        let seen: Vec<_> = scatter.points().map(|point| space.see(point)).enumerate().collect();
        let alpha = scatter.fading(&seen, &space);
        for ((_, seen), wanted) in seen.into_iter().zip(ALPHAS) {
            assert!((alpha(seen.depth) - wanted).abs() < 1e-6, "{}", alpha(seen.depth));
        }
    }

    const LIMITS: [Limits; 3] = [(AxisScale::Linear, (0.0, 2.0)); 3];
    const ALPHAS: [f64; 3] = [0.3, 0.468_228_025, 1.0];
}
