//! What a point moving in space leaves behind for a while.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::checked_lengths,
        data::{Column, Data, space_data},
        extent::Extent,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        fading::{FadingLine, draw_fading, fading_properties},
        polyline::polyline,
        stretch::{Stretch, TrailColors, recorded_properties},
        varying::{Tint, draw_values},
    },
    pen::Pen,
    transform::space::{Space, Vec3},
};
use std::ops::Range;
use vello_cpu::kurbo::{BezPath, Point};

/// The last stretch of the recorded path of a point in a 3D axes, fading towards its end: as
/// [`Trail`](crate::Trail) in a flat one.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// // the Lorenz attractor
/// let mut at = [0.0, 1.0, 1.05];
/// let path: Vec<[f64; 3]> = (0..4000)
///     .map(|_| {
///         let [x, y, z] = at;
///         let by = [10.0 * (y - x), x * (28.0 - z) - y, x * y - 8.0 / 3.0 * z];
///         at = [x + 0.01 * by[0], y + 0.01 * by[1], z + 0.01 * by[2]];
///         at
///     })
///     .collect();
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// let speed = path.windows(2).map(|p| (p[1][0] - p[0][0]).hypot(p[1][1] - p[0][1])).chain([0.0]);
/// let trail = Trail3D::from_points(&path).values(speed).last(1200).tail_alpha(0.1).marker('o');
/// let trail = ax.add(trail);
/// // in #[update]: frame[trail].set_end(i);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check_frame("trail3d", fig, |frame| {
/// #     frame[trail].set_end(3000);
/// # });
/// ```
#[doc = include_str!("../../docs/trail3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Trail3D {
    x: Column,
    y: Column,
    z: Column,
    stretch: Stretch,
    tail: FadingLine,
    tinted: TrailColors,
    common: Common,
}

impl Trail3D {
    /// The trail of a point that came through the points (`x`, `y`, `z`), which must be equally many.
    /// Limits that follow the data show all of them.
    pub fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: Data,
    {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            z: Column::new(z),
            stretch: Stretch::default(),
            tail: FadingLine::default(),
            tinted: TrailColors::default(),
            common: Common::default(),
        }
    }
}

recorded_properties!(Trail3D);
fading_properties!(Trail3D);
space_data!(Trail3D, "recorded points");
common_properties!(Trail3D);
crate::parts::outline::outline_properties!(Trail3D);

impl Trail3D {
    fn points(&self, shown: Range<usize>) -> impl Iterator<Item = Vec3> {
        let points = self.x.iter().zip(&*self.y).zip(&*self.z).map(|((&x, &y), &z)| [x, y, z]);
        points.skip(shown.start).take(shown.len())
    }

    fn shown(&self) -> Range<usize> {
        self.stretch.of(self.x.len())
    }

    fn tint(&self) -> Option<Tint> {
        self.tinted.of(self.shown())
    }
}

impl Draw for Trail3D {
    draw_common!(Trail3D);
    draw_values!(tinted);
    draw_fading!(in space);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Trail3D", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_lengths("Trail3D", ("x", self.x.len()), ("z", self.z.len()))?;
        self.stretch.check("Trail3D", self.x.len())?;
        self.tinted.check("Trail3D", self.x.len())?;
        self.tail.check("Trail3D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let shown = self.shown();
        let steps = shown.len().saturating_sub(1).max(1) as f64;
        let points = self.points(shown).enumerate();
        let points: Vec<(f64, Point)> =
            points.map(|(i, point)| (i as f64 / steps, space.at(point))).collect();
        self.tail.draw_at(pen, &self.common, &points, self.tint());
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let Some(space) = pen.space else { return BezPath::new() };
        polyline(self.points(self.shown()).map(|point| space.at(point)), pen.frame)
    }

    fn extent(&self) -> Extent {
        Extent::of_space(self.points(0..self.x.len()))
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        space.mean_depth(self.points(self.shown()))
    }
}
