//! The ways to put data on the picture.

use crate::base::word::named;

/// How an axes puts its data on the picture.
///
/// Angles and distances instead of x and y:
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let angle = linspace(0.0, TAU, 400);
/// let rose = angle.iter().map(|a| (3.0 * a).cos().abs());
/// let ax = fig.axes().set_projection(Projection::Polar);
/// ax.add(Line::new(&angle, rose).color("C3").width(2.0));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("polar", fig);
/// ```
#[doc = include_str!("../../docs/polar.md")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Projection {
    /// x to the right, y upwards.
    #[default]
    Rectilinear,
    /// x the angle in radians, counter-clockwise from the right unless
    /// [`Axes::set_theta_zero`](crate::Axes::set_theta_zero) or
    /// [`Axes::set_theta_clockwise`](crate::Axes::set_theta_clockwise) say otherwise, y the
    /// distance from the centre.
    Polar,
    /// A box of x, y and z seen in perspective, for [`Line3D`](crate::Line3D) and the other
    /// artists in space.
    ThreeD,
}

named! { Projection, "a projection":
    "rectilinear" => Self::Rectilinear,
    "polar" => Self::Polar,
    "3d" => Self::ThreeD,
}
