//! From data in three dimensions to pixels, as matplotlib's `mplot3d` does it.
//!
//! The limits make a box of 4:4:3, seen in perspective by an eye that looks at its middle.

use crate::{AxisScale, transform::plane::Scale};
use vello_cpu::kurbo::{Point, Rect};

/// A point, a direction, or one number for each of x, y and z.
pub(crate) type Vec3 = [f64; 3];

/// The diagonal of a box that is not zoomed, of the size that matplotlib chose for its square of pixels.
const DIAGONAL: f64 = 1.829_464_072_162_043_4 * 25.0 / 24.0;

/// From the eye to the middle of the box with a focal length of 1, in the same unit.
const DISTANCE: f64 = 10.0;

/// As good as infinitely far, for directions.
const FAR: f64 = 1e7;

/// What the square of pixels shows, left to right and bottom to top: mplot3d's `viewLim`.
const SHOWN: (f64, f64) = (-0.095, 0.09);

/// The directions in which the eye looks, each of length 1.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Eye {
    right: Vec3,
    up: Vec3,
    /// Out of the picture, towards the eye.
    back: Vec3,
}

impl Eye {
    fn new(EyeView { elev, azim, roll, .. }: EyeView) -> Self {
        let ((sin_e, cos_e), (sin_a, cos_a)) =
            (elev.to_radians().sin_cos(), azim.to_radians().sin_cos());
        let (sin_r, cos_r) = roll.to_radians().sin_cos();
        let right = [-sin_a, cos_a, 0.0];
        let up = [-sin_e * cos_a, -sin_e * sin_a, cos_e];
        let back = [cos_e * cos_a, cos_e * sin_a, sin_e];
        if roll == 0.0 {
            return Self { right, up, back };
        }
        Self {
            right: each(|i| cos_r * right[i] - sin_r * up[i]),
            up: each(|i| cos_r * up[i] + sin_r * right[i]),
            back,
        }
    }
}

/// From where a box is seen, and of what form it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct EyeView {
    /// In degrees: above the plane of x and y, around z, and around the way of the eye.
    pub(crate) elev: f64,
    pub(crate) azim: f64,
    pub(crate) roll: f64,
    /// Infinite: lines that are parallel stay so.
    pub(crate) focal_length: f64,
    /// Of the box's sides to each other.
    pub(crate) aspect: Vec3,
    pub(crate) zoom: f64,
}

impl Default for EyeView {
    /// mplot3d's.
    fn default() -> Self {
        Self {
            elev: 30.0,
            azim: -60.0,
            roll: 0.0,
            focal_length: 1.0,
            aspect: [4.0, 4.0, 3.0],
            zoom: 1.0,
        }
    }
}

impl From<(f64, f64)> for EyeView {
    fn from((elev, azim): (f64, f64)) -> Self {
        Self { elev, azim, ..Self::default() }
    }
}

impl EyeView {
    fn sides(&self) -> Vec3 {
        let largest = self.aspect.iter().copied().fold(0.0, f64::max);
        let parts = self.aspect.map(|side| side / largest);
        let unit = DIAGONAL * self.zoom / dot(parts, parts).sqrt();
        parts.map(|side| side * unit)
    }
}

/// How the values of one axis are spread, and between which ends.
pub(crate) type Limits = (AxisScale, (f64, f64));

/// The box of a 3D axes, seen from somewhere and put on the pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Space {
    /// Data to fractions of the limits, 0 to 1 inside of them.
    fractions: [Scale; 3],
    sides: Vec3,
    eye: Eye,
    focal_length: f64,
    frame: Rect,
}

/// Where a point falls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seen {
    pub(crate) at: Point,
    /// Grows with the distance from the eye: -1 at the middle of the box, 0 infinitely far; of an eye that is
    /// there, 1 at the middle.
    pub(crate) depth: f64,
}

impl Space {
    /// Seen from somewhere, in a square `frame`.
    pub(crate) fn new(axes: [Limits; 3], view: impl Into<EyeView>, frame: Rect) -> Self {
        let view = view.into();
        let fractions = axes.map(|(scale, limits)| Scale::new(scale, limits, (0.0, 1.0)));
        let EyeView { focal_length, .. } = view;
        Self { fractions, sides: view.sides(), eye: Eye::new(view), focal_length, frame }
    }

    /// Where data fall. Neither finite nor drawn if they are not, or are behind the eye.
    pub(crate) fn see(&self, data: Vec3) -> Seen {
        self.see_share(self.fractions(data))
    }

    /// Where data fall on the pixels.
    pub(crate) fn at(&self, data: Vec3) -> Point {
        self.see(data).at
    }

    /// Where a point falls that is given as fractions of the limits, 0 to 1 inside of them.
    pub(crate) fn see_share(&self, fractions: Vec3) -> Seen {
        let off_middle = self.off_middle(fractions);
        let back = dot(self.eye.back, off_middle);
        let (scale, depth) = if self.focal_length.is_infinite() {
            (1.0 / DISTANCE, (DISTANCE - back) / DISTANCE)
        } else {
            let away = self.focal_length * DISTANCE - back;
            if away.is_nan() || away <= 0.0 {
                return Seen { at: Point::new(f64::NAN, f64::NAN), depth: f64::NAN };
            }
            (self.focal_length / away, -DISTANCE / away)
        };
        let (low, high) = SHOWN;
        let across = (dot(self.eye.right, off_middle) * scale - low) / (high - low);
        let up = (dot(self.eye.up, off_middle) * scale - low) / (high - low);
        let Rect { x0, x1, y0, y1 } = self.frame;
        let at = Point::new(x0 + across * (x1 - x0), y1 - up * (y1 - y0));
        Seen { at, depth }
    }

    fn off_middle(&self, fractions: Vec3) -> Vec3 {
        each(|i| (fractions[i] - 0.5) * self.sides[i])
    }

    /// Data as fractions of the limits.
    pub(crate) fn fractions(&self, data: Vec3) -> Vec3 {
        each(|i| self.fractions[i].at(data[i]))
    }

    /// From the eye to data, in the unit of the box.
    pub(crate) fn ray(&self, data: Vec3) -> Vec3 {
        let off_middle = self.off_middle(self.fractions(data));
        let away = DISTANCE * self.focal_length.min(FAR);
        each(|i| off_middle[i] - away * self.eye.back[i])
    }

    /// Pixels to one unit of mplot3d's projected coordinates.
    pub(crate) fn pixels(&self) -> f64 {
        self.frame.width() / (SHOWN.1 - SHOWN.0)
    }

    /// The mean depth of points, those that cannot be seen left out; the middle of the box if all
    /// are.
    pub(crate) fn mean_depth(&self, points: impl Iterator<Item = Vec3>) -> f64 {
        let depths = points.map(|point| self.see(point).depth).filter(|depth| depth.is_finite());
        let (count, sum) = depths.fold((0.0, 0.0), |(n, sum), depth| (n + 1.0, sum + depth));
        if count > 0.0 { sum / count } else { self.see_share([0.5; 3]).depth }
    }
}

pub(crate) fn each(of: impl FnMut(usize) -> f64) -> Vec3 {
    [0, 1, 2].map(of)
}

pub(crate) fn dot(a: Vec3, b: Vec3) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(crate) fn cross(a: Vec3, b: Vec3) -> Vec3 {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub(crate) fn minus(a: Vec3, b: Vec3) -> Vec3 {
    each(|i| a[i] - b[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linear(limits: (f64, f64)) -> Limits {
        (AxisScale::Linear, limits)
    }

    /// A space whose pixels are mplot3d's projected coordinates, but for the way up.
    fn projected(elev: f64, azim: f64) -> Space {
        let (low, high) = SHOWN;
        let limits = [(-1.0, 2.0), (3.0, 1.0), (0.0, 1000.0)].map(linear);
        Space::new(limits, (elev, azim), Rect::new(low, -high, high, -low))
    }

    /// `proj3d.proj_transform(x, y, z, ax.get_proj())` of matplotlib 3.11.2.
    const MATPLOTLIB: [(f64, f64, Vec3, Vec3); 8] = [
        (30., -60., [0., 2., 500.], [-0.017036672819, 0.004918063819, -0.991481663590]),
        (30., -60., [2., 1., 0.], [0.078094351637, -0.026669717057, -0.960439755193]),
        (30., -60., [-1., 3., 1000.], [-0.084804092996, 0.028961136344, -1.042959197551]),
        (-20., 130., [0., 2., 500.], [0.015383661244, 0.004414941189, -1.012129951226]),
        (-20., 130., [2., 1., 0.], [-0.085759745451, -0.040335208586, -1.022665347013]),
        (90., 0., [0., 2., 500.], [0.0, 0.019841269888, -1.0]),
        (90., 0., [-1., 3., 1000.], [-0.062305296104, 0.062305296104, -1.046728972078]),
        (120., 45., [0., 2., 500.], [0.014129010765, 0.012236082252, -1.007064505383]),
    ];

    #[test]
    fn points_fall_where_matplotlib_puts_them() {
        for (elev, azim, data, [x, y, depth]) in MATPLOTLIB {
            let seen = projected(elev, azim).see(data);
            let off = [seen.at.x - x, -seen.at.y - y, seen.depth - depth];
            assert!(off.iter().all(|off| off.abs() < 1e-11), "{elev} {azim} {data:?}: {off:?}");
        }
    }

    /// The same with a roll, an orthographic eye, a focal length, and a box of another form, zoomed:
    /// `ax.view_init(30, -60, 25)`, `ax.set_proj_type("ortho")`, `("persp", 0.3)`, `ax.set_box_aspect((1, 2, 3), zoom=1.5)`.
    #[test]
    fn other_views_are_those_of_matplotlib() {
        let usual = EyeView::default();
        let views = [
            EyeView { roll: 25.0, ..usual },
            EyeView { focal_length: f64::INFINITY, ..usual },
            EyeView { focal_length: 0.3, ..usual },
            EyeView { aspect: [1.0, 2.0, 3.0], zoom: 1.5, ..usual },
        ];
        let (low, high) = SHOWN;
        let limits = [(-1.0, 2.0), (3.0, 1.0), (0.0, 1000.0)].map(linear);
        for (view, wanted) in views.into_iter().zip(OTHER_VIEWS) {
            let space = Space::new(limits, view, Rect::new(low, -high, high, -low));
            for (data, [x, y, depth]) in
                [[2.0, 1.0, 0.0], [-1.0, 3.0, 1000.0]].into_iter().zip(wanted)
            {
                let seen = space.see(data);
                let off = [seen.at.x - x, -seen.at.y - y, seen.depth - depth];
                assert!(off.iter().all(|off| off.abs() < 1e-11), "{view:?} {data:?}: {off:?}");
            }
        }
    }

    #[test]
    fn what_is_behind_the_eye_is_not_seen() {
        let space = projected(30.0, -60.0);
        assert!(!space.at([0.0, 2.0, 1e9]).is_finite());
        assert!(!space.at([f64::NAN, 2.0, 0.0]).is_finite());
        assert_eq!(space.mean_depth([[0.0, 2.0, 1e9]].into_iter()), -1.0);
    }

    #[test]
    fn the_eye_is_away_from_the_middle() {
        let ray = projected(30.0, -60.0).ray([0.5, 2.0, 500.0]);
        assert!((dot(ray, ray).sqrt() - DISTANCE).abs() < 1e-12);
    }

    #[test]
    fn a_logarithmic_axis_has_equal_factors_equally_long() {
        let log = (AxisScale::Log, (1.0, 100.0));
        let axes = [linear((0.0, 1.0)), log, linear((0.0, 1.0))];
        let space = Space::new(axes, (30.0, -60.0), Rect::new(0.0, 0.0, 1.0, 1.0));
        assert_eq!(space.fractions([0.25, 10.0, 1.0]), [0.25, 0.5, 1.0]);
    }

    const OTHER_VIEWS: [[Vec3; 2]; 4] = [
        [
            [0.082048628476, 0.008833126894, -0.960439755193],
            [-0.089098114955, -0.009592054980, -1.042959197551],
        ],
        [
            [0.081311036132, -0.027768235241, 1.041189720223],
            [-0.081311036132, 0.027768235241, 0.958810279777],
        ],
        [
            [0.071494858707, -0.024415948308, -2.930920660057],
            [-0.094251707701, 0.032187556767, -3.863834160146],
        ],
        [
            [0.064914693323, -0.068950947861, -0.910700469092],
            [-0.079029241757, 0.083943108238, -1.108716129672],
        ],
    ];
}
