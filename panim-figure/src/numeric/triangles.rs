//! Triangles between points.

use delaunator::{Point, triangulate};

/// No side.
const NONE: u32 = u32::MAX;

/// Why there is no triangle between points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoTriangles {
    /// There are so many points of different places, one or two.
    Few(usize),
    /// All are on one line.
    OnALine,
}

/// The triangles of which none has a point within the circle through its corners (B. Delaunay, Sur la sphère vide,
/// 1934), counter-clockwise; where more than three points are on a circle, one of the ways to divide them. Points
/// that are not finite are in none, and of several at the same place the first alone.
pub(crate) fn delaunay(x: &[f64], y: &[f64]) -> Result<Vec<[u32; 3]>, NoTriangles> {
    let is_there = |i: &usize| x[*i].is_finite() && y[*i].is_finite();
    let mut known: Vec<usize> = (0..x.len().min(y.len())).filter(is_there).collect();
    let place = |&i: &usize| (x[i], y[i]);
    known.sort_by(|a, b| x[*a].total_cmp(&x[*b]).then(y[*a].total_cmp(&y[*b])).then(a.cmp(b)));
    known.dedup_by(|a, b| place(a) == place(b));
    known.sort_unstable();
    if known.len() < 3 {
        return if known.is_empty() { Ok(Vec::new()) } else { Err(NoTriangles::Few(known.len())) };
    }
    let points = within_unit(known.iter().map(place).collect());
    let found = triangulate(&points).triangles;
    if found.is_empty() {
        return Err(NoTriangles::OnALine);
    }
    let corner = |i: usize| known[i] as u32;
    // they come clockwise where y is upwards
    Ok(found.chunks_exact(3).map(|t| [corner(t[0]), corner(t[2]), corner(t[1])]).collect())
}

/// The points moved and scaled, both axes alike, to places between -1 and 1: how near two points are is told by
/// absolute distances there, and squares of distances are to be numbers. Scales are powers of two and lose no digit.
fn within_unit(mut points: Vec<(f64, f64)>) -> Vec<Point> {
    let scaled = |points: &mut Vec<(f64, f64)>| {
        let most = points.iter().fold(0.0_f64, |most, (x, y)| most.max(x.abs()).max(y.abs()));
        let power = (most.log2().ceil() as i32).clamp(-1020, 1022);
        let scale = 2.0_f64.powi(-power);
        points.iter_mut().for_each(|(x, y)| (*x, *y) = (*x * scale, *y * scale));
    };
    scaled(&mut points);
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let ends = (f64::INFINITY, f64::NEG_INFINITY);
        points.iter().map(of).fold(ends, |(low, high), v| (low.min(v), high.max(v)))
    };
    let middle = |(low, high): (f64, f64)| low / 2.0 + high / 2.0;
    let (x, y) = (middle(bounds(|point| point.0)), middle(bounds(|point| point.1)));
    points.iter_mut().for_each(|point| *point = (point.0 - x, point.1 - y));
    scaled(&mut points);
    points.into_iter().map(|(x, y)| Point { x, y }).collect()
}

/// The side behind one in its triangle. Sides are numbered, three of each triangle.
pub(crate) fn next_side(side: u32) -> u32 {
    if side % 3 == 2 { side - 2 } else { side + 1 }
}

/// For each side of triangles between so many points the same side of the triangle beyond it, or [`u32::MAX`].
pub(crate) fn twins(triangles: &[[u32; 3]], points: usize) -> Vec<u32> {
    let sides = 3 * triangles.len();
    let ends = |side: u32| {
        let triangle = triangles[side as usize / 3];
        (triangle[side as usize % 3], triangle[next_side(side) as usize % 3])
    };
    let low = |side: u32| ends(side).0.min(ends(side).1) as usize;
    let high = |side: u32| ends(side).0.max(ends(side).1);
    // those with the same lesser end lie together
    let mut begins = vec![0; points + 1];
    (0..sides as u32).for_each(|side| begins[low(side) + 1] += 1);
    (0..points).for_each(|i| begins[i + 1] += begins[i]);
    let (mut filled, mut sorted) = (begins.clone(), vec![0; sides]);
    for side in 0..sides as u32 {
        let at = &mut filled[low(side)];
        sorted[*at] = side;
        *at += 1;
    }
    let mut twins = vec![NONE; sides];
    for pair in begins.windows(2) {
        let around = &mut sorted[pair[0]..pair[1]];
        around.sort_unstable_by_key(|&side| (high(side), side));
        for alike in around.chunk_by(|&a, &b| high(a) == high(b)) {
            let goes =
                |up: bool| alike.iter().filter(move |&&side| (ends(side).0 < ends(side).1) == up);
            for (&up, &down) in goes(true).zip(goes(false)) {
                (twins[up as usize], twins[down as usize]) = (down, up);
            }
        }
    }
    twins
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places between 0 and 1.
    fn scattered(count: usize, mut seed: u32) -> (Vec<f64>, Vec<f64>) {
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 8) / f64::from(1 << 24)
        };
        (0..count).map(|_| (random(), random())).unzip()
    }

    fn area(x: &[f64], y: &[f64], [a, b, c]: [u32; 3]) -> f64 {
        let at = |i: u32| (x[i as usize], y[i as usize]);
        let ((ax, ay), (bx, by), (cx, cy)) = (at(a), at(b), at(c));
        ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / 2.0
    }

    /// Says whether a point is within the circle through three others, and by how much.
    fn within(x: &[f64], y: &[f64], corners: [u32; 3], point: usize) -> f64 {
        let row = |i: u32| {
            let (dx, dy) = (x[i as usize] - x[point], y[i as usize] - y[point]);
            [dx, dy, dx * dx + dy * dy]
        };
        let [a, b, c] = corners.map(row);
        a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0])
            + a[2] * (b[0] * c[1] - b[1] * c[0])
    }

    #[test]
    fn no_point_is_within_the_circle_of_a_triangle() {
        for (count, seed) in [(3, 1), (4, 2), (30, 3), (100, 4)] {
            let (x, y) = scattered(count, seed);
            let triangles = delaunay(&x, &y).expect("triangles");
            for &corners in &triangles {
                assert!(area(&x, &y, corners) > 0.0);
                for point in 0..count {
                    let by = within(&x, &y, corners, point);
                    assert!(corners.contains(&(point as u32)) || by <= 0.0, "{point}: {by}");
                }
            }
            // all of the hull is covered: Euler's formula
            let twins = twins(&triangles, count);
            let hull = twins.iter().filter(|twin| **twin == NONE).count();
            assert_eq!(triangles.len(), 2 * count - 2 - hull);
        }
    }

    #[test]
    fn points_at_any_distance_have_the_same_triangles() {
        let (x, y) = scattered(50, 7);
        let wanted = delaunay(&x, &y);
        for scale in [1e-300, 1e-9, 1e9, 1e300] {
            let far = |places: &[f64]| places.iter().map(|v| v * scale).collect::<Vec<_>>();
            assert_eq!(delaunay(&far(&x), &far(&y)), wanted, "{scale}");
        }
        let all = delaunay(&[-1.7e308, 1.7e308, 0.0], &[-1.7e308, -1.7e308, 1.7e308]);
        assert_eq!(all.map(|all| all.len()), Ok(1));
    }

    #[test]
    fn points_that_coincide_or_are_missing_are_left_out() {
        let (nan, inf) = (f64::NAN, f64::INFINITY);
        let x = [0.0, 0.0, 1.0, nan, 1.0, 0.0, 0.0, 1.0];
        let y = [0.0, 0.0, 0.0, 0.5, 1.0, 1.0, 1.0, inf];
        let triangles = delaunay(&x, &y).expect("triangles");
        assert_eq!(triangles.iter().map(|&t| area(&x, &y, t)).sum::<f64>(), 1.0);
        let corners: Vec<u32> = triangles.concat();
        assert_eq!((triangles.len(), corners.iter().all(|i| [0, 2, 4, 5].contains(i))), (2, true));
        // a grid, each of its points many times
        let many = |along: fn(usize) -> usize| -> Vec<f64> {
            (0..300).map(|i| along(i % 100) as f64 / 10.0).collect()
        };
        let (x, y) = (many(|i| i % 10), many(|i| i / 10));
        let triangles = delaunay(&x, &y).expect("triangles");
        let areas: Vec<f64> = triangles.iter().map(|&t| area(&x, &y, t)).collect();
        assert!(areas.len() == 162 && areas.iter().all(|area| (area - 0.005).abs() < 1e-12));
    }

    #[test]
    fn where_no_triangle_is_it_says_why() {
        assert_eq!(delaunay(&[], &[]), Ok(Vec::new()));
        assert_eq!(delaunay(&[f64::NAN], &[0.0]), Ok(Vec::new()));
        assert_eq!(delaunay(&[1.0; 5], &[2.0; 5]), Err(NoTriangles::Few(1)));
        assert_eq!(delaunay(&[1.0, 2.0, 1.0], &[2.0; 3]), Err(NoTriangles::Few(2)));
        let along: Vec<f64> = (0..50).map(f64::from).collect();
        for (dx, dy) in [(1.0, 0.0), (0.0, 1.0), (1.0, -1.0), (0.5, 2.0)] {
            let [x, y] = [dx, dy].map(|step| along.iter().map(|i| i * step).collect::<Vec<_>>());
            assert_eq!(delaunay(&x, &y), Err(NoTriangles::OnALine), "{dx}, {dy}");
        }
    }

    #[test]
    fn a_side_has_the_same_side_of_its_neighbour() {
        let triangles = [[0, 1, 2], [2, 1, 3]];
        assert_eq!(twins(&triangles, 4), [NONE, 3, NONE, 1, NONE, NONE]);
        // three triangles on one side: two of them are neighbours
        let fan = [[0, 1, 2], [1, 0, 3], [0, 1, 4]];
        assert_eq!(twins(&fan, 5)[..4], [3, NONE, NONE, 0]);
    }
}
