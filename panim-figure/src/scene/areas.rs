//! Many areas of straight sides, each of one colour, which are painted as one image.

use crate::{color::Color, scene::clip};
use std::ops::Range;
use vello_cpu::kurbo::{BezPath, PathEl, Point, Rect};

/// Areas that meet and do not overlap much. All corners are finite, and not far from the picture.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// Of all rings, one after the other.
    pub(crate) corners: Vec<Point>,
    /// Of each ring, where the next one begins.
    pub(crate) rings: Vec<usize>,
    all: Vec<RingedArea>,
}

/// What its rings go around, which are not to be counted twice.
#[derive(Debug)]
pub(crate) struct RingedArea {
    rings: Range<usize>,
    pub(crate) color: Color,
    /// Of whoever drew it.
    pub(crate) number: usize,
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
        self.rings.len() > rings
    }

    /// What was added since the last one is an area.
    pub(crate) fn end(&mut self, color: Color, number: usize) {
        let begun = self.all.last().map_or(0, |area| area.rings.end);
        self.all.push(RingedArea { rings: begun..self.rings.len(), color, number });
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
        let first = *self.corners.first()?;
        let start = Rect::from_points(first, first);
        Some(self.corners.iter().fold(start, |all, &corner| all.union_pt(corner)))
    }
}

/// The box around corners; `None` if one is not finite, or without any.
fn bounds(corners: &[Point]) -> Option<Rect> {
    let first = *corners.first()?;
    let all =
        corners.iter().fold(Rect::from_points(first, first), |all, &corner| all.union_pt(corner));
    (all.is_finite() && corners.iter().all(|corner| corner.is_finite())).then_some(all)
}
