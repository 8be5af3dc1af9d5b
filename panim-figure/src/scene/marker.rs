//! Marker shapes, as matplotlib draws them, in a box of side 1 around the origin, y downwards.

use super::Scene;
use crate::{
    FigureError,
    base::word::{Named, OneOf},
    color::Color,
};
use std::f64::consts::TAU;
use vello_cpu::kurbo::{Affine, BezPath, Join, Point, Rect, Shape as _, Stroke};

/// All that [`Marker::new`] knows.
const KNOWN: &str = "o . s D d ^ v < > * p h + x | _";

/// From so many markers on, copies are faster than shapes.
const MANY: usize = 256;

/// Pixels that a copy may be beside its place, or larger, and what its smooth edge touches.
const BEYOND: f64 = 2.0;

/// Markers of more pixels than this are faster as shapes, however many they are.
const LARGE: f64 = 200.0;

/// The shape drawn at each point of a line, by matplotlib's character for it: `'o'`, or `"o"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Marker(char);

impl Named for Marker {
    const KIND: &'static str = "a marker";
    const NAMES: &'static [&'static str] =
        &["o", ".", "s", "D", "d", "^", "v", "<", ">", "*", "p", "h", "+", "x", "|", "_", "none"];

    fn named(name: &str) -> Option<Self> {
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            _ if matches!(name, "" | " " | "none" | "None") => Some(Self::NONE),
            (Some(one), None) => Some(Self(one)),
            _ => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl OneOf<Marker> for char {
    fn choice(self) -> Result<Marker, String> {
        Ok(Marker(self))
    }
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
    pub(crate) marker: Marker,
    pub(crate) marks: Vec<(Point, MarkerStyle)>,
}

impl Markers {
    /// The box around what they may touch; `None` without any.
    pub(crate) fn reach(&self) -> Option<Rect> {
        let outline = self.marker.outline()?.bounding_box();
        let far = [outline.x0, outline.x1, outline.y0, outline.y1].map(f64::abs);
        let far = far.into_iter().fold(0.0, f64::max);
        let beyond = |style: &MarkerStyle| {
            style.size * far + style.edge_width / 2.0 * edge(1.0).miter_limit + BEYOND
        };
        let finite = self.marks.iter().filter(|(at, _)| at.is_finite());
        let boxes = finite.map(|(at, style)| {
            let beyond = beyond(style);
            Rect::from_points(*at, *at).inflate(beyond, beyond)
        });
        boxes.reduce(|a, b| a.union(b))
    }
}

impl Marker {
    /// Draws nothing.
    const NONE: Self = Self('\0');

    /// Any character; [`Marker::check`] says later whether it is one.
    pub(crate) fn new(character: char) -> Self {
        Self(character)
    }

    pub(crate) fn check(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        if self == Self::NONE || self.0 != ' ' && KNOWN.contains(self.0) {
            return Ok(());
        }
        let message = format!("{:?} is not a marker; there are {KNOWN}", self.0);
        Err(FigureError::new(name, argument, message))
    }

    /// Draws it once at each point.
    pub(crate) fn stamp(
        self,
        scene: &mut Scene,
        points: impl Iterator<Item = Point>,
        style: MarkerStyle,
    ) {
        self.stamp_each(scene, points.map(|at| (at, style)));
    }

    /// Draws it at each point in its own style.
    pub(crate) fn stamp_each(
        self,
        scene: &mut Scene,
        mut marks: impl Iterator<Item = (Point, MarkerStyle)>,
    ) {
        let first: Vec<_> = marks.by_ref().take(MANY).collect();
        let is_large = |(_, style): &(Point, MarkerStyle)| style.size.max(style.edge_width) > LARGE;
        let as_shapes = first.len() < MANY || first.iter().any(is_large);
        let marks = first.into_iter().chain(marks);
        if as_shapes { self.draw_each(scene, marks) } else { scene.markers(self, marks.collect()) }
    }

    /// Draws each marker as a shape of its own.
    pub(crate) fn draw_each(
        self,
        scene: &mut Scene,
        marks: impl Iterator<Item = (Point, MarkerStyle)>,
    ) {
        let Some(outline) = self.outline() else { return };
        for (at, style) in marks {
            if let Some(diameter) = self.diameter() {
                draw_disc(scene, at, style.size * diameter / 2.0, style);
                continue;
            }
            let here = Affine::translate(at.to_vec2()) * Affine::scale(style.size) * &outline;
            if self.has_face() {
                scene.fill(&here, style.face);
            }
            if style.edge_width > 0.0 {
                scene.stroke(&here, &edge(style.edge_width), style.edge);
            }
        }
    }

    /// Made of lines alone?
    pub(crate) fn has_face(self) -> bool {
        !matches!(self.0, '+' | 'x' | '|' | '_')
    }

    /// Of a disc.
    pub(crate) fn diameter(self) -> Option<f64> {
        match self.0 {
            'o' => Some(1.0),
            '.' => Some(0.5),
            _ => None,
        }
    }

    pub(crate) fn outline(self) -> Option<BezPath> {
        // the raster flattens curves for large shapes: a small disc would lose a twentieth
        let circle = || star(96, 1.0);
        let triangle = |turns: f64| {
            Affine::rotate(turns * TAU) * polygon(&[(0.0, -0.5), (-0.5, 0.5), (0.5, 0.5)])
        };
        let square = || polygon(&[(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]);
        let diamond = || Affine::rotate(TAU / 8.0) * square();
        Some(match self.0 {
            'o' => circle(),
            '.' => Affine::scale(0.5) * circle(),
            's' => square(),
            'D' => diamond(),
            'd' => Affine::scale_non_uniform(0.6, 1.0) * diamond(),
            '^' => triangle(0.0),
            '>' => triangle(0.25),
            'v' => triangle(0.5),
            '<' => triangle(0.75),
            'p' => star(5, 1.0),
            'h' => star(6, 1.0),
            '*' => star(5, 0.381_966),
            '+' => lines(&[[(-0.5, 0.0), (0.5, 0.0)], [(0.0, -0.5), (0.0, 0.5)]]),
            'x' => lines(&[[(-0.5, -0.5), (0.5, 0.5)], [(-0.5, 0.5), (0.5, -0.5)]]),
            '|' => lines(&[[(0.0, -0.5), (0.0, 0.5)]]),
            '_' => lines(&[[(-0.5, 0.0), (0.5, 0.0)]]),
            _ => return None,
        })
    }
}

pub(crate) fn draw_disc(scene: &mut Scene, at: Point, radius: f64, style: MarkerStyle) {
    if style.face == style.edge && style.face.to_rgba8()[3] == 255 {
        return scene.disc(at, radius + style.edge_width / 2.0, style.face);
    }
    scene.disc(at, radius, style.face);
    if style.edge_width > 0.0 {
        scene.ring(at, radius, style.edge_width, style.edge);
    }
}

/// How the edge of a marker is drawn.
pub(crate) fn edge(width: f64) -> Stroke {
    Stroke::new(width).with_join(Join::Miter)
}

fn polygon(corners: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    for (i, &corner) in corners.iter().enumerate() {
        if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
    }
    path.close_path();
    path
}

fn lines(ends: &[[(f64, f64); 2]]) -> BezPath {
    let mut path = BezPath::new();
    for &[from, to] in ends {
        path.move_to(from);
        path.line_to(to);
    }
    path
}

/// A star of radius 0.5, point upwards; `inner` 1 makes it a regular polygon.
fn star(points: u32, inner: f64) -> BezPath {
    let steps = if inner == 1.0 { points } else { 2 * points };
    let corners: Vec<_> = (0..steps)
        .map(|i| {
            let radius = if steps > points && i % 2 == 1 { 0.5 * inner } else { 0.5 };
            let (sin, cos) = (TAU * f64::from(i) / f64::from(steps)).sin_cos();
            (radius * sin, -radius * cos)
        })
        .collect();
    polygon(&corners)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Shape;

    #[test]
    fn every_known_marker_has_a_shape_of_its_size() {
        for c in KNOWN.split(' ').filter_map(|s| s.chars().next()) {
            let outline = Marker::new(c).outline().expect("known");
            let bounds = outline.bounding_box();
            let side = bounds.width().max(bounds.height());
            assert!((0.45..1.5).contains(&side), "{c}: {side}");
            assert!(Marker::new(c).check("Line", "marker").is_ok());
        }
    }

    #[test]
    fn an_unknown_marker_is_named() {
        let error = Marker::new('q').check("Line", "marker").expect_err("unknown").to_string();
        assert!(error.contains("Line, `marker`: 'q' is not a marker"), "{error}");
    }
}
