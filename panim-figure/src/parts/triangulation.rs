//! Points and the triangles between them.

use crate::{
    FigureError, Points,
    base::{
        check::checked_lengths,
        data::{Column, Data},
        error::written,
        extent::Extent,
    },
    numeric::triangles::{self, NoTriangles, next_side},
};
use std::{
    borrow::Borrow,
    sync::{Arc, OnceLock},
};

/// Points with triangles, given or found. A clone shares them.
#[derive(Debug, Clone)]
pub(crate) struct Triangulation {
    pub(crate) x: Column,
    pub(crate) y: Column,
    given: Option<Arc<[[f64; 3]]>>,
    mask: Option<Arc<[bool]>>,
    /// The triangles, once they were asked for.
    found: Arc<OnceLock<Result<Vec<[u32; 3]>, NoTriangles>>>,
}

impl Triangulation {
    pub(crate) fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Data,
        Y: Data,
    {
        let (x, y) = (Column::new(x), Column::new(y));
        Self { x, y, given: None, mask: None, found: Arc::default() }
    }

    /// Moves the points.
    pub(crate) fn set_x(&mut self, x: impl Data) {
        self.x = Column::new(x);
        self.found = Arc::default();
    }

    pub(crate) fn set_y(&mut self, y: impl Data) {
        self.y = Column::new(y);
        self.found = Arc::default();
    }

    pub(crate) fn set_triangles(&mut self, triangles: impl Points<3>) {
        self.given = Some(triangles.points().collect());
        self.found = Arc::default();
    }

    pub(crate) fn set_mask<M: Borrow<bool>>(&mut self, mask: impl IntoIterator<Item = M>) {
        self.mask = Some(mask.into_iter().map(|is_masked| *is_masked.borrow()).collect());
    }

    /// How many points there are.
    pub(crate) fn len(&self) -> usize {
        self.x.len().min(self.y.len())
    }

    /// The points of each triangle, also of those that are masked.
    pub(crate) fn all(&self) -> &[[u32; 3]] {
        self.found().as_deref().unwrap_or_default()
    }

    fn found(&self) -> &Result<Vec<[u32; 3]>, NoTriangles> {
        self.found.get_or_init(|| match &self.given {
            None => triangles::delaunay(&self.x, &self.y),
            // what is no point is told when it is checked
            Some(given) => Ok(given.iter().map(|corners| corners.map(|at| at as u32)).collect()),
        })
    }

    /// The triangles that are to be seen, each with its number: those that are not masked and of which all corners
    /// are there.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (usize, [u32; 3])> {
        let is_masked =
            |i: usize| self.mask.as_ref().is_some_and(|mask| mask.get(i) == Some(&true));
        let is_there = |point: &u32| {
            let at = |along: &[f64]| along.get(*point as usize).is_some_and(|at| at.is_finite());
            at(&self.x) && at(&self.y)
        };
        let all = self.all().iter().copied().enumerate();
        all.filter(move |(i, corners)| !is_masked(*i) && corners.iter().all(is_there))
    }

    /// The values at the corners of triangles that are to be seen.
    pub(crate) fn values_of<'a>(&'a self, values: &'a [f64]) -> Vec<f64> {
        let mut is_corner = vec![false; values.len()];
        for point in self.shown().flat_map(|(_, corners)| corners) {
            if let Some(is_corner) = is_corner.get_mut(point as usize) {
                *is_corner = true;
            }
        }
        values.iter().zip(is_corner).filter(|(_, is_corner)| *is_corner).map(|(v, _)| *v).collect()
    }

    /// The ends of the sides of these triangles, each side once.
    pub(crate) fn sides(&self, triangles: &[[u32; 3]]) -> impl Iterator<Item = [u32; 2]> {
        let twins = triangles::twins(triangles, self.len());
        let sides = (0_u32..).zip(twins).filter(|(side, twin)| side < twin);
        sides.map(|(side, _)| {
            let corners = triangles[side as usize / 3];
            [corners[side as usize % 3], corners[next_side(side) as usize % 3]]
        })
    }

    pub(crate) fn extent(&self) -> Extent {
        Extent::of_points(self.x.iter().copied().zip(self.y.iter().copied()))
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        checked_lengths(name, ("x", self.x.len()), ("y", self.y.len()))?;
        let error = |argument, message| Err(FigureError::new(name, argument, message));
        let count = self.len();
        let is_point = |at: &f64| at.fract() == 0.0 && (0.0..count as f64).contains(at);
        let wrong = self.given.iter().flat_map(|given| given.iter().flatten());
        if let Some(wrong) = wrong.copied().find(|at| !is_point(at)) {
            let allowed = match count {
                0 => "there are no points".to_owned(),
                _ => format!("the {count} points have the numbers 0 to {}", count - 1),
            };
            return error(
                "triangles",
                format!("{} is none of the points; {allowed}", written(wrong)),
            );
        }
        match self.found() {
            Err(NoTriangles::Few(found)) => {
                let message = format!(
                    "a triangle is between points in 3 different places or more, not {found}"
                );
                return error("x", message);
            }
            Err(NoTriangles::OnALine) => {
                let message = "all points lie on one line, where there is no triangle between them";
                return error("x", message.into());
            }
            Ok(_) => {}
        }
        match &self.mask {
            Some(mask) => {
                let triangles = ("triangles", self.all().len());
                checked_lengths(name, triangles, ("mask", mask.len()))
            }
            None => Ok(()),
        }
    }
}

/// The triangles between points of which none has another point within the circle around it, as numbers of points,
/// counter-clockwise: those that artists of triangles find for themselves, as matplotlib's `Triangulation` does. What
/// is left out of them can so be said:
///
/// ```
/// # use panim_figure::*;
/// let x = [0.0, 1.0, 2.0, 0.0, 1.0, 2.0];
/// let y = [0.0, 0.1, 0.0, 1.0, 1.1, 1.0];
/// let triangles = delaunay(x, y)?;
/// let is_right = |t: &[usize; 3]| t.iter().map(|&i| x[i]).sum::<f64>() / 3.0 > 1.0;
/// let mask: Vec<bool> = triangles.iter().map(is_right).collect();
/// let plot = TriPlot::new(x, y).triangles(triangles).mask(mask);
/// # Ok::<(), FigureError>(())
/// ```
///
/// A point that is not finite is in no triangle, and of several in one place the first alone. Where more than three
/// points are on a circle there are several ways, of which it takes one.
///
/// # Errors
///
/// `x` and `y` are not as many, fewer than three points are in different places, or all are on one line. Without any
/// point there is no triangle.
pub fn delaunay<X, Y>(x: X, y: Y) -> Result<Vec<[usize; 3]>, FigureError>
where
    X: Data,
    Y: Data,
{
    let points = Triangulation::new(x, y);
    points.check("delaunay")?;
    Ok(points.all().iter().map(|corners| corners.map(|point| point as usize)).collect())
}

/// The properties of a [`Triangulation`] somewhere in an artist.
macro_rules! triangulation_properties {
    ($artist:ident, $($points:ident).+) => {
        impl $artist {
            /// Moves the points along x, as many as before. The triangles between them are found anew, unless they
            /// were given.
            pub fn set_x<X>(&mut self, x: X) -> &mut Self
            where
                X: $crate::Data,
            {
                self.$($points).+.set_x(x);
                self
            }

            /// Moves the points along y: see [`Self::set_x`].
            pub fn set_y<Y>(&mut self, y: Y) -> &mut Self
            where
                Y: $crate::Data,
            {
                self.$($points).+.set_y(y);
                self
            }
        }

        $crate::base::properties::properties! { $artist {
            /// The triangles: of each the numbers of its three points, counted from 0, `[[0, 1, 2], [0, 2, 3]]`. By
            /// default they are found: see [`delaunay`](crate::delaunay()).
            triangles / set_triangles(triangles: impl $crate::Points<3>) |this| {
                this.$($points).+.set_triangles(triangles);
            };
            /// Which triangles are left out, `true` or `false` for each; default: none.
            mask / set_mask(mask: impl IntoIterator<Item: std::borrow::Borrow<bool>>) |this| {
                this.$($points).+.set_mask(mask);
            };
        } }
    };
}

pub(crate) use triangulation_properties;
