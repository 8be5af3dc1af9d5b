//! Faces that meet, without a seam between two of them.

use crate::{
    color::Color,
    scene::{
        clip::polygon,
        mesh::{FaceMesh, MeshFace},
        shape::Geometry,
    },
};
use vello_cpu::kurbo::{Join, Point, Stroke, Vec2};

/// The faces, each with its edge above it.
pub(crate) fn shapes(mesh: &FaceMesh) -> impl Iterator<Item = (Geometry, Color)> {
    // slivers have corners too sharp for a mitre
    let stroke = |width: f64| Stroke::new(width).with_join(Join::Round);
    let edge = mesh.edge.map(|(color, width)| (color, stroke(width)));
    mesh.faces.iter().flat_map(move |face| {
        let outline = edge.as_ref().map(|(color, stroke)| {
            let outline = polygon(face.corners.iter().copied(), mesh.room);
            (Geometry::outline(&outline, stroke), *color)
        });
        let area = polygon(grown_face(face).into_iter(), mesh.room);
        [(Geometry::area(area), face.color)].into_iter().chain(outline)
    })
}

fn grown_face(face: &MeshFace) -> Vec<Point> {
    let by = overlap(face.color.alpha());
    if by > 0.0 { grown(&face.corners, by) } else { face.corners.clone() }
}

/// How many pixels a face grows into its neighbours, so that no line shows where two meet in the
/// middle of a pixel: each covers half of it, and both together should cover it as one face would.
fn overlap(alpha: f64) -> f64 {
    if alpha > 0.0 { (1.0 - (1.0 - alpha).max(0.0).sqrt()) / alpha - 0.5 } else { 0.0 }
}

/// A shape with its sides moved outwards; slanting ones further, since pixels are wider there.
fn grown(corners: &[Point], by: f64) -> Vec<Point> {
    let mut corners = corners.to_vec();
    corners.dedup();
    while corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    let next = |i: usize| corners[(i + 1) % corners.len()];
    let area: f64 = (0..corners.len()).map(|i| corners[i].to_vec2().cross(next(i).to_vec2())).sum();
    // how far each side moves, by the corner where it starts
    let moves: Vec<Vec2> = (0..corners.len())
        .map(|i| {
            let side = (next(i) - corners[i]).normalize();
            let outwards = Vec2::new(side.y, -side.x) * 1.0_f64.copysign(area);
            outwards * by * (side.x.abs() + side.y.abs())
        })
        .collect();
    (0..corners.len())
        .map(|i| {
            let before = moves[if i == 0 { corners.len() - 1 } else { i - 1 }];
            let corner = corners[i] + meeting(before, moves[i]);
            if corner.is_finite() { corner } else { corners[i] }
        })
        .collect()
}

/// How far the corner moves between two sides that move by `a` and `b`: to where they meet, but not
/// further out than a right angle's corner needs.
fn meeting(a: Vec2, b: Vec2) -> Vec2 {
    let across = a.cross(b);
    let furthest = a.hypot() + b.hypot();
    if across.abs() < 1e-3 * a.hypot() * b.hypot() {
        return (a + b) / 2.0;
    }
    let (a2, b2) = (a.hypot2(), b.hypot2());
    let meeting = Vec2::new(a2 * b.y - b2 * a.y, b2 * a.x - a2 * b.x) / across;
    meeting * (furthest / meeting.hypot()).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::mesh::MOST_GROWTH;

    fn points<const N: usize>(corners: [(f64, f64); N]) -> Vec<Point> {
        corners.map(Point::from).to_vec()
    }

    #[test]
    fn opaque_faces_overlap_by_half_a_pixel_and_clear_ones_not_at_all() {
        assert_eq!(overlap(1.0), 0.5);
        assert!(overlap(1e-6).abs() < 1e-6);
        for alpha in [0.2, 0.5, 0.9] {
            let half = alpha * (0.5 + overlap(alpha));
            let both = 1.0 - (1.0 - half) * (1.0 - half);
            assert!((both - alpha).abs() < 1e-12, "{alpha}: {both}");
        }
    }

    #[test]
    fn no_corner_moves_further_than_the_scene_says() {
        let mut seed = 5_u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 8) / f64::from(1 << 20)
        };
        for _ in 0..10_000 {
            let corners: Vec<Point> = (0..4).map(|_| Point::new(random(), random())).collect();
            for (corner, moved) in corners.iter().zip(grown(&corners, overlap(1.0))) {
                let by = (moved - *corner).hypot();
                assert!(by <= MOST_GROWTH, "{corners:?}: {corner} by {by}");
            }
        }
    }

    #[test]
    fn sides_move_outwards_whichever_way_around() {
        let square = points([(0., 0.), (4., 0.), (4., 4.), (0., 4.)]);
        let wanted = points([(-1., -1.), (5., -1.), (5., 5.), (-1., 5.)]);
        assert_eq!(grown(&square, 1.0), wanted);
        let back = |corners: &[Point]| corners.iter().rev().copied().collect::<Vec<_>>();
        assert_eq!(grown(&back(&square), 1.0), back(&wanted));
    }

    #[test]
    fn slivers_and_doubled_corners_stay_near() {
        let near = |corners: &[Point]| {
            grown(corners, 0.5).iter().all(|p| p.x > -2.0 && p.x < 12.0 && p.y.abs() < 2.0)
        };
        assert!(near(&points([(0., 0.), (10., 0.001), (10., 0.001), (5., 0.)])));
        assert!(near(&points([(0., 0.), (10., 0.), (0., 0.)])));
        assert!(near(&points([(0., 0.), (0., 0.), (0., 0.)])));
        assert!(grown(&[], 0.5).is_empty());
    }
}
