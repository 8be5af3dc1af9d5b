//! Many areas of straight sides, each of one colour, which are painted as one image.

use crate::{base::same::same, color::Color, scene::clip};
use std::{ops::Range, sync::Arc};
use vello_cpu::kurbo::{BezPath, Join, PathEl, Point, Rect, Stroke};

/// Areas that meet and do not overlap much. All corners are finite, and not far from the picture.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// Of all rings, one after the other.
    pub(crate) corners: Vec<Point>,
    /// Of each ring, where the next one begins.
    pub(crate) rings: Vec<usize>,
    all: Vec<RingedArea>,
    /// The box around the area that is being made, and that around all others.
    begun: Option<Rect>,
    reach: Option<Rect>,
}

/// What its rings go around, which are not to be counted twice.
#[derive(Debug)]
pub(crate) struct RingedArea {
    rings: Range<usize>,
    /// The box around it.
    pub(crate) reach: Rect,
    pub(crate) color: Color,
    /// Of whoever drew it.
    pub(crate) number: usize,
}

/// Lines around areas, with round corners: each of one colour, and painted once where it meets itself.
#[derive(Debug, Clone)]
pub(crate) struct AreaEdges {
    pub(crate) areas: Arc<Areas>,
    /// In pixels.
    pub(crate) width: f64,
    /// For each area.
    pub(crate) colors: Vec<Color>,
}

impl AreaEdges {
    /// The box around what they may touch; `None` without any.
    pub(crate) fn reach(&self) -> Option<Rect> {
        self.areas
            .reach()
            .map(|reach| reach.inflate(self.width / 2.0 + 1.0, self.width / 2.0 + 1.0))
    }

    /// Each outline with its colour, as a line.
    pub(crate) fn outlines(&self) -> impl Iterator<Item = (BezPath, Color)> {
        self.areas.all().iter().zip(&self.colors).map(|(area, color)| {
            let mut path = BezPath::new();
            self.areas.outline(area, &mut path);
            (path, *color)
        })
    }

    pub(crate) fn stroke(&self) -> Stroke {
        Stroke::new(self.width).with_join(Join::Round)
    }
}

impl Areas {
    /// Adds rings to the area that is being made, as far as they are near: `ends` says of each where the next one
    /// begins. Says whether there are any.
    pub(crate) fn add(
        &mut self,
        corners: impl Iterator<Item = Point>,
        ends: &[usize],
        near: Rect,
    ) -> bool {
        let begun = self.corners.len();
        self.corners.extend(corners);
        let Some(here) = bounds(&self.corners[begun..]).filter(|here| here.overlaps(near)) else {
            self.corners.truncate(begun);
            return false;
        };
        if near.contains_rect(here) {
            self.rings.extend(ends.iter().map(|end| begun + end));
            self.begun = with(self.begun, here);
            return true;
        }
        // what is far away is cut off
        let mut path = BezPath::new();
        let mut start = 0;
        for &end in ends {
            let ring = &self.corners[begun + start..begun + end];
            ring.iter().enumerate().for_each(|(i, &corner)| {
                path.push(if i == 0 { PathEl::MoveTo(corner) } else { PathEl::LineTo(corner) });
            });
            path.close_path();
            start = end;
        }
        self.corners.truncate(begun);
        let rings = self.rings.len();
        for element in clip::area(&path, near).elements() {
            match *element {
                PathEl::ClosePath => self.rings.push(self.corners.len()),
                element => self.corners.extend(element.end_point()),
            }
        }
        if let Some(here) = bounds(&self.corners[begun..]) {
            self.begun = with(self.begun, here);
        }
        self.rings.len() > rings
    }

    /// What was added since the last one is an area.
    pub(crate) fn end(&mut self, color: Color, number: usize) {
        let begun = self.all.last().map_or(0, |area| area.rings.end);
        let Some(reach) = self.begun.take() else { return };
        self.reach = with(self.reach, reach);
        self.all.push(RingedArea { rings: begun..self.rings.len(), reach, color, number });
    }

    pub(crate) fn all(&self) -> &[RingedArea] {
        &self.all
    }

    /// The rings of one of them.
    pub(crate) fn rings_of(&self, area: &RingedArea) -> impl Iterator<Item = &[Point]> {
        area.rings.clone().map(|ring| {
            let begun = ring.checked_sub(1).map_or(0, |before| self.rings[before]);
            &self.corners[begun..self.rings[ring]]
        })
    }

    /// Adds the outline of one of them to a path.
    pub(crate) fn outline(&self, area: &RingedArea, path: &mut BezPath) {
        for ring in self.rings_of(area) {
            for (i, &corner) in ring.iter().enumerate() {
                if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
            }
            path.close_path();
        }
    }

    /// The box around what they may touch; `None` without any.
    pub(crate) fn reach(&self) -> Option<Rect> {
        self.reach
    }
}

fn with(all: Option<Rect>, one: Rect) -> Option<Rect> {
    Some(all.map_or(one, |all| all.union(one)))
}

/// The box around corners; `None` if one is not finite, or without any.
fn bounds(corners: &[Point]) -> Option<Rect> {
    let first = *corners.first()?;
    let Rect { mut x0, mut y0, mut x1, mut y1 } = Rect::from_points(first, first);
    let mut is_number = true;
    // comparing takes fewer instructions than `min` and `max`, which mind what is no number
    for corner in corners {
        is_number &= !(corner.x.is_nan() || corner.y.is_nan());
        x0 = if corner.x < x0 { corner.x } else { x0 };
        y0 = if corner.y < y0 { corner.y } else { y0 };
        x1 = if corner.x > x1 { corner.x } else { x1 };
        y1 = if corner.y > y1 { corner.y } else { y1 };
    }
    let all = Rect::new(x0, y0, x1, y1);
    (is_number && all.is_finite()).then_some(all)
}

same! {
    Areas { corners, rings, all, begun, reach }
    RingedArea { rings, reach, color, number }
    AreaEdges { areas, width, colors }
}
