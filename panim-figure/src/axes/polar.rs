//! The furniture of a polar axes: a round spine, circles at the distances, rays at the angles.

use super::{
    boxed::{TICK_PAD, TITLE_PAD},
    furniture::{Piece, Placing, Standoff},
    view::label_size,
};
use crate::text::{HAlign, TextStyle, VAlign};
use vello_cpu::kurbo::{BezPath, Circle, Point, Rect, Shape, Stroke, Vec2};

/// Where the distances are written, in degrees, as in matplotlib.
const DISTANCES_AT: f64 = 22.5;

/// How finely circles are flattened, in pixels.
const FINE: f64 = 0.02;

pub(super) fn place(placing: &mut Placing<'_>, least: Standoff) {
    let Some(disc) = placing.view.transform.disc() else { return };
    let round = |radius: f64| Circle::new(disc.center, radius).to_path(FINE);
    let (look, point) = (placing.look, placing.point);
    placing.done.patch.push(Piece::Fill(round(disc.radius), look.face_color()));
    let edge = Stroke::new((look.style.edge_width * point).max(1.0));
    placing.done.spines.push(Piece::Stroke(round(disc.radius), edge, look.style.edge));

    if let Some(grid) = look.grid()
        && let Some(stroke) = grid.stroke(&look.style, point)
    {
        let color = grid.paint(&look.style);
        let rays = placing.view.x.marks.iter().filter(|_| grid.x).map(|mark| {
            let mut ray = BezPath::new();
            ray.move_to(disc.center);
            ray.line_to(disc.at(mark.at, disc.radius));
            ray
        });
        let radii = placing.view.y.marks.iter().map(|mark| mark.at);
        let circles = radii.filter(|&radius| grid.y && radius > 0.0 && radius < disc.radius);
        let lines: Vec<BezPath> = rays.chain(circles.map(round)).collect();
        let pieces = lines.into_iter().map(|line| Piece::Stroke(line, stroke.clone(), color));
        placing.done.grid.extend(pieces);
    }
    if look.x.has_labels {
        placing.angles(disc);
    }
    if look.y.has_labels {
        placing.distances(disc);
    }
    let above = placing.view.frame.y0 - placing.done.bounds.y0;
    placing.done.standoff.title =
        placing.title(least.title.max(above + TITLE_PAD * point), Rect::ZERO);
}

/// Where a polar axes lies on the pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Disc {
    pub(crate) center: Point,
    pub(crate) radius: f64,
}

impl Disc {
    /// The largest in a box.
    pub(crate) fn within(frame: Rect) -> Self {
        Self { center: frame.center(), radius: frame.width().min(frame.height()) / 2.0 }
    }

    /// `angle` in radians, counter-clockwise from the right; `radius` in pixels.
    pub(crate) fn at(self, angle: f64, radius: f64) -> Point {
        let (sin, cos) = angle.sin_cos();
        self.center + Vec2::new(cos, -sin) * radius
    }

    pub(crate) fn path(self) -> BezPath {
        Circle::new(self.center, self.radius).to_path(FINE)
    }
}

impl Placing<'_> {
    /// Writes the angles around the disc, each as near as its letters allow.
    fn angles(&mut self, disc: Disc) {
        let size = label_size(&self.look.x, self.look) * self.point;
        let style = TextStyle {
            halign: HAlign::Center,
            valign: VAlign::CenterBaseline,
            ..TextStyle::new(size)
        };
        for mark in &self.view.x.marks {
            let room = self.fonts.layout(&style, &mark.label).bounds();
            let (sin, cos) = mark.at.sin_cos();
            let half = cos.abs() * room.width() / 2.0 + sin.abs() * size / 2.0;
            let at = disc.at(mark.at, disc.radius + 1.5 * TICK_PAD * self.point + half);
            self.text(&style, &mark.label, at, self.look.style.tick);
        }
    }

    /// Writes the distances along a ray.
    fn distances(&mut self, disc: Disc) {
        let size = label_size(&self.look.y, self.look) * self.point;
        let style = TextStyle {
            halign: HAlign::Center,
            valign: VAlign::CenterBaseline,
            ..TextStyle::new(size)
        };
        for mark in self.view.y.marks.iter().filter(|mark| mark.at > 0.0) {
            let at = disc.at(DISTANCES_AT.to_radians(), mark.at);
            self.text(&style, &mark.label, at, self.look.style.tick);
        }
    }
}
