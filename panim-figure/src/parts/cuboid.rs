//! Boxes along the axes in space, and their faces.

use crate::{
    color::{Color, light::shade},
    scene::mesh::MeshFace,
    transform::space::{Space, Vec3, each},
};

/// A box along the axes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cuboid {
    pub(crate) low: Vec3,
    pub(crate) high: Vec3,
}

impl Cuboid {
    /// The corners of one side, around.
    pub(crate) fn side(&self, axis: usize, is_high: bool) -> [Vec3; 4] {
        let (a, b) = ((axis + 1) % 3, (axis + 2) % 3);
        [(false, false), (true, false), (true, true), (false, true)].map(|(u, v)| {
            let mut high = [is_high; 3];
            (high[a], high[b]) = (u, v);
            each(|i| if high[i] { self.high[i] } else { self.low[i] })
        })
    }

    /// Is the eye on the outer side of this side?
    pub(crate) fn is_seen(&self, axis: usize, is_high: bool, space: &Space) -> bool {
        let (low, high) = (space.ray(self.low)[axis], space.ray(self.high)[axis]);
        let is_reversed = low > high;
        let place = if is_high { high } else { low };
        if is_high == is_reversed { place > 0.0 } else { place < 0.0 }
    }

    /// The faces towards the eye, after those behind if something is seen through it; those that `is_there`, by
    /// the axis that they are across and whether they are at its higher end.
    pub(crate) fn faces(
        &self,
        color: Color,
        is_shaded: bool,
        is_there: impl Fn(usize, bool) -> bool,
        space: &Space,
    ) -> Vec<MeshFace> {
        let sides = [0, 1, 2].into_iter().flat_map(|axis| [(axis, false), (axis, true)]);
        let sides = sides.filter(|&(axis, is_high)| is_there(axis, is_high));
        let mut sides: Vec<_> = sides
            .map(|(axis, is_high)| (axis, is_high, self.is_seen(axis, is_high, space)))
            .collect();
        sides.retain(|&(.., is_seen)| is_seen || color.alpha() < 1.0);
        sides.sort_by_key(|&(.., is_seen)| is_seen);
        let faces = sides.into_iter().map(|(axis, is_high, _)| {
            let normal = each(|i| if i != axis { 0.0 } else { if is_high { 1.0 } else { -1.0 } });
            let corners = self.side(axis, is_high).map(|corner| space.at(corner)).to_vec();
            let color = if is_shaded { shade(color, normal) } else { color };
            MeshFace { corners, color }
        });
        faces.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AxisScale;
    use vello_cpu::kurbo::Rect;

    fn space(limits: (f64, f64)) -> Space {
        let frame = Rect::new(0.0, 0.0, 100.0, 100.0);
        Space::new([(AxisScale::Linear, limits); 3], (30.0, -60.0), frame)
    }

    fn seen(bar: Cuboid, space: &Space) -> Vec<(usize, bool)> {
        let sides = [0, 1, 2].into_iter().flat_map(|axis| [(axis, false), (axis, true)]);
        sides.filter(|&(axis, is_high)| bar.is_seen(axis, is_high, space)).collect()
    }

    #[test]
    fn three_sides_of_a_box_are_seen() {
        let bar = Cuboid { low: [0.4; 3], high: [0.6; 3] };
        assert_eq!(seen(bar, &space((0.0, 1.0))), [(0, true), (1, false), (2, true)]);
        assert_eq!(seen(bar, &space((1.0, 0.0))), [(0, false), (1, true), (2, false)]);
    }
}
