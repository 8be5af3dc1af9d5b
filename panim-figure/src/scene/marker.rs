//! Shapes of markers, and many markers of one shape.

use super::{
    Scene,
    mark_list::{AlikeMarks, MarkList},
};
use crate::{
    base::same::{Same, same},
    color::Color,
};
use std::{f64::consts::TAU, sync::Arc};
use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Shape as _, Stroke, Vec2};

/// From so many markers on, copies are faster than shapes.
pub(crate) const MANY: usize = 256;

/// Pixels that a copy may be beside its place, or larger, and what its smooth edge touches.
const BEYOND: f64 = 2.0;

/// Markers of more pixels than this are faster as shapes, however many they are.
const LARGE: f64 = 200.0;

/// Corners that would reach further than so many times half the width of the edge are cut off.
const MITER_LIMIT: f64 = 4.0;

/// What is drawn at each place: around the origin, in a box of side 1, y downwards.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MarkerShape {
    /// Of this diameter.
    Disc(f64),
    Outline(Arc<MarkerOutline>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MarkerOutline {
    pub(crate) path: BezPath,
    /// It is not made of lines alone.
    pub(crate) has_face: bool,
    /// How its edges meet.
    pub(crate) join: Join,
}

/// How a marker is coloured and how large it is, in pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MarkerStyle {
    pub(crate) size: f64,
    pub(crate) edge_width: f64,
    pub(crate) face: Color,
    pub(crate) edge: Color,
}

/// Many markers of one shape.
#[derive(Debug, Clone)]
pub(crate) struct Markers {
    pub(crate) shape: MarkerShape,
    pub(crate) marks: MarkList,
}

impl Markers {
    /// The box around what they may touch; `None` without any.
    pub(crate) fn reach(&self) -> Option<Rect> {
        let (far, corner) = (self.shape.far(), edge(1.0, self.shape.join()).miter_limit);
        let beyond =
            |style: &MarkerStyle| style.size * far + style.edge_width / 2.0 * corner + BEYOND;
        self.marks.reach(beyond)
    }
}

impl MarkerStyle {
    /// Are the face and the edge one?
    pub(crate) fn is_plain(&self) -> bool {
        self.face == self.edge && self.face.to_rgba8()[3] == 255
    }
}

impl MarkerOutline {
    /// The face and the edge of a polygon as one area in pixels, so that nothing of it is painted twice; `None`
    /// of what is no polygon, or too small for its edge.
    pub(crate) fn grown(&self, style: MarkerStyle) -> Option<BezPath> {
        let corners = self.corners(style.size).filter(|_| self.join != Join::Round)?;
        let by = style.edge_width / 2.0;
        let count = corners.len();
        let area: f64 = (0..count).map(|i| cross(corners[i], corners[(i + 1) % count])).sum();
        let outwards = by * area.signum();
        let mut grown = Vec::with_capacity(2 * count);
        for (i, corner) in corners.iter().enumerate() {
            let (before, after) = (corners[(i + count - 1) % count], corners[(i + 1) % count]);
            let (came, goes) = (*corner - before, after - *corner);
            let (from, to) = (came / came.hypot(), goes / goes.hypot());
            let [a, b] = [from, to].map(|along| Vec2::new(along.y, -along.x) * outwards);
            let (bend, even) = (from.cross(to) * area.signum(), 1.0 + from.dot(to));
            // how far from the corner, along its sides, the lines beside them meet
            let along = by * bend.abs() / even;
            if !along.is_finite() {
                return None;
            }
            let is_sharp = 2.0 / even > MITER_LIMIT * MITER_LIMIT;
            if bend < 0.0 && along > came.hypot().min(goes.hypot()) {
                return None;
            }
            if bend > 0.0 && (self.join == Join::Bevel || is_sharp) {
                grown.extend([*corner + a, *corner + b]);
            } else {
                grown.push(*corner + (a + b) / even);
            }
        }
        let mut path = BezPath::with_capacity(grown.len() + 1);
        for (i, corner) in grown.into_iter().enumerate() {
            if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
        }
        path.close_path();
        Some(path)
    }

    /// Those of a polygon of this size.
    fn corners(&self, size: f64) -> Option<Vec<Point>> {
        let (last, sides) = self.path.elements().split_last()?;
        let corners = sides.iter().enumerate().map(|(i, side)| match (i, *side) {
            (0, PathEl::MoveTo(at)) => Some(at),
            (1.., PathEl::LineTo(at)) => Some(at),
            _ => None,
        });
        let corners: Option<Vec<Point>> =
            corners.map(|corner| Some((corner?.to_vec2() * size).to_point())).collect();
        corners.filter(|corners| *last == PathEl::ClosePath && corners.len() > 2)
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a.to_vec2().cross(b.to_vec2())
}

impl MarkerShape {
    pub(crate) fn of(path: BezPath, has_face: bool, join: Join) -> Self {
        Self::Outline(Arc::new(MarkerOutline { path, has_face, join }))
    }

    /// Draws it once at each point.
    pub(crate) fn stamp(
        &self,
        scene: &mut Scene,
        points: impl Iterator<Item = Point>,
        style: MarkerStyle,
    ) {
        self.stamp_each(scene, points.map(|at| (at, style)));
    }

    /// Draws one at each of the points, all alike.
    pub(crate) fn stamp_alike(&self, scene: &mut Scene, marks: AlikeMarks) {
        let is_large = marks.style.size.max(marks.style.edge_width) > LARGE;
        let marks = MarkList::Alike(Box::new(marks));
        if marks.len() < MANY || is_large || marks.iter().nth(MANY - 1).is_none() {
            self.draw_each(scene, marks.iter());
        } else {
            scene.markers(self.clone(), marks);
        }
    }

    /// Draws it at each point in its own style.
    pub(crate) fn stamp_each(
        &self,
        scene: &mut Scene,
        mut marks: impl Iterator<Item = (Point, MarkerStyle)>,
    ) {
        let first: Vec<_> = marks.by_ref().take(MANY).collect();
        let is_large = |(_, style): &(Point, MarkerStyle)| style.size.max(style.edge_width) > LARGE;
        let as_shapes = first.len() < MANY || first.iter().any(is_large);
        let marks = first.into_iter().chain(marks);
        if as_shapes {
            self.draw_each(scene, marks);
        } else {
            scene.markers(self.clone(), marks.collect());
        }
    }

    /// Draws each marker as a shape of its own.
    pub(crate) fn draw_each(
        &self,
        scene: &mut Scene,
        marks: impl Iterator<Item = (Point, MarkerStyle)>,
    ) {
        let outline = match self {
            Self::Outline(outline) => outline,
            Self::Disc(diameter) => {
                return marks.for_each(|(at, style)| {
                    draw_disc(scene, at, style.size * diameter / 2.0, style);
                });
            }
        };
        for (at, style) in marks {
            if let Some(whole) = style.is_plain().then(|| outline.grown(style)).flatten() {
                scene.fill(&(Affine::translate(at.to_vec2()) * whole), style.face);
                continue;
            }
            let here = Affine::translate(at.to_vec2()) * Affine::scale(style.size) * &outline.path;
            if outline.has_face {
                scene.fill(&here, style.face);
            }
            if style.edge_width > 0.0 {
                scene.stroke(&here, &edge(style.edge_width, outline.join), style.edge);
            }
        }
    }

    pub(crate) fn has_face(&self) -> bool {
        match self {
            Self::Disc(_) => true,
            Self::Outline(outline) => outline.has_face,
        }
    }

    pub(crate) fn join(&self) -> Join {
        match self {
            Self::Disc(_) => Join::Round,
            Self::Outline(outline) => outline.join,
        }
    }

    /// How far it is from the origin, across or down.
    pub(crate) fn far(&self) -> f64 {
        match self {
            Self::Disc(diameter) => diameter / 2.0,
            Self::Outline(outline) => {
                let Rect { x0, y0, x1, y1 } = outline.path.bounding_box();
                [x0, y0, x1, y1].map(f64::abs).into_iter().fold(0.0, f64::max)
            }
        }
    }

    pub(crate) fn path(&self) -> BezPath {
        match self {
            // the raster flattens curves for large shapes: a small disc would lose a twentieth
            Self::Disc(diameter) => Affine::scale(*diameter) * regular(96),
            Self::Outline(outline) => outline.path.clone(),
        }
    }
}

pub(crate) fn draw_disc(scene: &mut Scene, at: Point, radius: f64, style: MarkerStyle) {
    if style.is_plain() {
        return scene.disc(at, radius + style.edge_width / 2.0, style.face);
    }
    scene.disc(at, radius, style.face);
    if style.edge_width > 0.0 {
        scene.ring(at, radius, style.edge_width, style.edge);
    }
}

/// How the edge of a marker is drawn.
pub(crate) fn edge(width: f64, join: Join) -> Stroke {
    Stroke::new(width).with_join(join).with_miter_limit(MITER_LIMIT).with_caps(Cap::Butt)
}

/// A regular polygon of radius 0.5, a corner upwards.
pub(crate) fn regular(corners: u32) -> BezPath {
    around(corners, &[0.5])
}

/// A star of radius 0.5, a point upwards, whose inner corners are at `inner` of this.
pub(crate) fn star(points: u32, inner: f64) -> BezPath {
    around(2 * points, &[0.5, 0.5 * inner])
}

/// Corners at these distances, again and again.
fn around(corners: u32, radii: &[f64]) -> BezPath {
    let mut path = BezPath::new();
    for (i, radius) in (0..corners).zip(radii.iter().cycle()) {
        let (sin, cos) = (TAU * f64::from(i) / f64::from(corners)).sin_cos();
        let corner = (radius * sin, -radius * cos);
        if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
    }
    path.close_path();
    path
}

same! {
    Markers { shape, marks }
    MarkerStyle { size, edge_width, face, edge }
    MarkerOutline { has_face, join, path }
}

impl Same for MarkerShape {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Disc(a), Self::Disc(b)) => a.is_same(b),
            (Self::Outline(a), Self::Outline(b)) => a.is_same(b),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grown(path: BezPath, join: Join) -> Option<BezPath> {
        let (face, edge) = (Color::BLACK, Color::BLACK);
        let style = MarkerStyle { size: 10.0, edge_width: 2.0, face, edge };
        MarkerOutline { path, has_face: true, join }.grown(style)
    }

    #[test]
    fn a_polygon_and_its_edge_are_one_area() {
        let square = Rect::new(-0.5, -0.5, 0.5, 0.5).to_path(0.1);
        for path in [square.clone(), square.reverse_subpaths()] {
            let grown = grown(path, Join::Miter).expect("a polygon");
            assert_eq!(grown.bounding_box(), Rect::new(-6.0, -6.0, 6.0, 6.0));
            assert!((grown.area().abs() - 144.0).abs() < 1e-9);
        }
        // less four corners
        let blunt = grown(square, Join::Bevel).expect("a polygon");
        assert!((blunt.area().abs() - 142.0).abs() < 1e-9, "{}", blunt.area());
        let pointed = grown(star(5, 0.381_966), Join::Bevel).expect("a polygon");
        let plain = (Affine::scale(10.0) * star(5, 0.381_966)).area().abs();
        assert!(pointed.area().abs() > plain + 25.0);
    }

    #[test]
    fn what_is_no_polygon_is_none() {
        assert_eq!(
            grown(vello_cpu::kurbo::Circle::new((0.0, 0.0), 0.5).to_path(0.1), Join::Miter),
            None
        );
        assert_eq!(grown(regular(5), Join::Round), None);
        assert_eq!(grown(star(20, 0.05), Join::Bevel), None);
    }
}
