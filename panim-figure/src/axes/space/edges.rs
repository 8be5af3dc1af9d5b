//! Which faces of the box are behind and which of its edges carry the ticks: mplot3d's choice.

use crate::transform::space::{Space, Vec3, each};

/// For each axis, how its edge is found from the corner farthest from the eye: along the first,
/// go to the near side; along the axis itself, the edge runs. Ticks point along the first too.
const ACROSS: [usize; 3] = [1, 0, 0];

/// The box as it is seen from somewhere. Corners are fractions of the limits, 0 or 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct BoxEdges {
    /// Where the three faces behind meet.
    pub(super) far: Vec3,
    /// The corner opposite to it.
    near: Vec3,
}

impl BoxEdges {
    pub(super) fn new(space: &Space) -> Self {
        let depth = |axis: usize, side: f64| {
            let mut corners = corners(axis, side).into_iter();
            corners.by_ref().map(|corner| space.see_share(corner).depth).sum::<f64>() / 4.0
        };
        let behind = [0, 1, 2].map(|axis| depth(axis, 1.0) - depth(axis, 0.0));
        let mut highs = behind.map(|by| by > 0.0);
        // two faces seen exactly edge on: mplot3d's choices
        let level = behind.map(|by| by.abs() < 1e-12);
        match level {
            [true, true, false] => (highs[0], highs[1]) = (true, true),
            [true, false, true] => (highs[0], highs[2]) = (true, false),
            [false, true, true] => (highs[1], highs[2]) = (false, false),
            _ => {}
        }
        let far = highs.map(|high| if high { 1.0 } else { 0.0 });
        Self { far, near: far.map(|side| 1.0 - side) }
    }

    /// The corners of the face behind that the axis stands on.
    pub(super) fn pane(&self, axis: usize) -> [Vec3; 4] {
        corners(axis, self.far[axis])
    }

    /// The two ends of the edge that carries the axis.
    pub(super) fn ends(&self, axis: usize) -> [Vec3; 2] {
        let mut start = self.far;
        start[ACROSS[axis]] = self.near[ACROSS[axis]];
        let mut end = start;
        end[axis] = self.near[axis];
        [start, end]
    }

    /// A place on the edge of the axis.
    pub(super) fn along(&self, axis: usize, fraction: f64) -> Vec3 {
        let mut place = self.ends(axis)[0];
        place[axis] = fraction;
        place
    }

    /// The line across both panes behind an axis at a fraction of it.
    pub(super) fn grid_line(&self, axis: usize, fraction: f64) -> [Vec3; 3] {
        let mut meet = self.far;
        meet[axis] = fraction;
        let (mut start, mut end) = (meet, meet);
        let (before, after) = ((axis + 1) % 3, (axis + 2) % 3);
        start[before] = self.near[before];
        end[after] = self.near[after];
        [start, meet, end]
    }

    /// A tick on the edge: from inside the box to outside, by fractions of mplot3d's offset.
    pub(super) fn tick(&self, axis: usize, fraction: f64) -> [Vec3; 2] {
        let across = ACROSS[axis];
        let inwards = self.far[across] - self.near[across];
        let place = self.along(axis, fraction);
        [0.1, -0.2].map(|by| {
            let mut end = place;
            end[across] += by * OFFSET * inwards;
            end
        })
    }

    /// `place` moved away from the middle of the box, but not along the axis.
    pub(super) fn outwards(axis: usize, place: Vec3, by: f64) -> Vec3 {
        each(
            |i| {
                if i == axis { place[i] } else { place[i] + (by * OFFSET).copysign(place[i] - 0.5) }
            },
        )
    }
}

/// mplot3d's unit for the room around the box, as a fraction of the limits.
const OFFSET: f64 = 0.08;

/// The corners of the face across an axis at one of its ends, around.
fn corners(axis: usize, side: f64) -> [Vec3; 4] {
    let (a, b) = ((axis + 1) % 3, (axis + 2) % 3);
    [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(u, v)| {
        let mut corner = [side; 3];
        (corner[a], corner[b]) = (u, v);
        corner
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AxisScale;
    use vello_cpu::kurbo::Rect;

    fn edges(elev: f64, azim: f64) -> BoxEdges {
        BoxEdges::new(&Space::new(
            [(AxisScale::Linear, (0.0, 1.0)); 3],
            (elev, azim),
            Rect::new(0.0, 0.0, 1.0, 1.0),
        ))
    }

    #[test]
    fn the_faces_behind_are_those_of_matplotlib() {
        // `highs` of axis3d.Axis._get_coord_info, matplotlib 3.11.2
        for (view, far) in MATPLOTLIB {
            assert_eq!(edges(view.0, view.1).far, far, "{view:?}");
        }
    }

    const MATPLOTLIB: [((f64, f64), Vec3); 8] = [
        ((30.0, -60.0), [0.0, 1.0, 0.0]),
        ((-20.0, 130.0), [1.0, 0.0, 1.0]),
        ((10.0, 45.0), [0.0, 0.0, 0.0]),
        ((60.0, 200.0), [1.0, 1.0, 0.0]),
        ((0.0, 0.0), [0.0, 0.0, 0.0]),
        ((90.0, -90.0), [1.0, 1.0, 0.0]),
        ((0.0, 90.0), [1.0, 0.0, 0.0]),
        ((-45.0, -45.0), [0.0, 1.0, 1.0]),
    ];

    #[test]
    fn the_usual_view_has_its_axes_in_front_and_at_the_right() {
        let edges = edges(30.0, -60.0);
        assert_eq!(edges.ends(0), [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0]]);
        assert_eq!(edges.ends(1), [[1.0, 1.0, 0.0], [1.0, 0.0, 0.0]]);
        assert_eq!(edges.ends(2), [[1.0, 1.0, 0.0], [1.0, 1.0, 1.0]]);
    }
}
