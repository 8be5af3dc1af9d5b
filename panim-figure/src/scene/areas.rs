//! Many areas of straight sides, each of one colour, which are painted as one image.

use crate::color::Color;
use std::ops::Range;
use vello_cpu::kurbo::{BezPath, Point, Rect};

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
