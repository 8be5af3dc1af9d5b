//! Paths of lines and curves.

use crate::{
    At, FigureError, Number,
    artist::{Draw, Path, draw_shape},
    base::{check::checked_finite, properties::properties},
    parts::{
        common::{Common, draw_common},
        curves::turned,
        shape::{Shape, ShapeForm, angle_properties, face_properties, shape_properties},
    },
};
use vello_cpu::kurbo::{Affine, Point};

/// The area inside a path of lines and curves, which may have holes.
///
/// A path is in data coordinates, until [`at`](PathPatch::at) puts its origin somewhere else, and
/// [`units`](PathPatch::units) say what it is measured in. What it goes around twice in the same direction is
/// filled, and in opposite directions a hole, unless [`even_odd`](PathPatch::even_odd) says that all is.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// use panim_figure::artist::Path;
///
/// let mut heart = Path::new();
/// heart.move_to(0, -1).curve_to((2, 0.3), (1, 1.6), (0, 0.6)).curve_to((-1, 1.6), (-2, 0.3), (0, -1)).close();
/// ax.add(PathPatch::new(&heart).color("crimson").edge_color("black").edge_width(2));
/// ax.add(PathPatch::new(&heart).at(At::Axes(0.85, 0.8)).units("points").scale(20).angle(20).color("C1"));
/// let frame = Path::polygon([(-1.6, -1.3), (1.6, -1.3), (1.6, 1.3), (-1.6, 1.3)]);
/// let ring = Path::circle((0, 0), 1.15);
/// ax.add(PathPatch::new(frame.and(&ring)).even_odd(true).color(("C0", 0.3)).zorder(0));
/// ax.set_aspect("equal");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("path_patch", fig);
/// ```
#[doc = include_str!("../../docs/path_patch.md")]
///
#[doc = include_str!("../../docs/bent_axes.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct PathPatch {
    path: std::sync::Arc<Path>,
    scale: f64,
    even_odd: bool,
    shape: Shape,
    common: Common,
}

impl PathPatch {
    /// What is inside a path in data coordinates.
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self {
            path: std::sync::Arc::new(path.as_ref().clone()),
            scale: 1.0,
            even_odd: false,
            shape: Shape::new(At::Data(0.0, 0.0)),
            common: Common::default(),
        }
    }

    fn form(&self) -> ShapeForm {
        let outline = Affine::scale(self.scale) * self.path.outline();
        let outline = turned(outline, Point::ORIGIN, self.shape.angle);
        ShapeForm { is_even_odd: self.even_odd, ..ShapeForm::area(outline) }
    }
}

properties! { PathPatch {
    /// The path, of which y is upwards.
    path / set_path(path: impl AsRef<Path>) |patch| {
        patch.path = std::sync::Arc::new(path.as_ref().clone());
    };
    /// Where the path's origin is, in data coordinates or in others of [`At`]; default: (0, 0), so that the path
    /// is where its points say.
    at / set_at(place: impl Into<At>) |patch| patch.shape.at = place.into();
    /// So many times as large, seen from the path's origin; default: 1.
    scale / set_scale(scale: impl Number) |patch| patch.scale = scale.value();
    /// Whether each part that the path goes around an even number of times is a hole; default: false, what it
    /// goes around as often in one direction as in the other.
    even_odd / set_even_odd(on: bool) |patch| patch.even_odd = on;
} }
angle_properties!(PathPatch, "its origin");
face_properties!(PathPatch);
shape_properties!(PathPatch);

impl Draw for PathPatch {
    draw_common!(PathPatch);
    draw_shape!();

    fn check(&self) -> Result<(), FigureError> {
        checked_finite("PathPatch", "scale", ("a factor", self.scale))?;
        self.shape.check("PathPatch", "at")
    }
}
