use super::{grid::GridCells, triangles::TriangleCells, *};
use crate::{linspace, numeric::triangles::delaunay};

const X: [f64; 3] = [0.0, 1.0, 2.0];

fn area(rings: &[Isoline]) -> f64 {
    let ring = |points: &[(f64, f64)]| {
        let next = points.iter().cycle().skip(1);
        points.iter().zip(next).map(|(a, b)| (a.0 * b.1 - b.0 * a.1) / 2.0).sum::<f64>()
    };
    rings.iter().map(|line| ring(&line.points)).sum()
}

fn region(values: &[f64], level: f64) -> Vec<Isoline> {
    Isolines::new(GridCells::new(&X, &X, values)).band(level, f64::INFINITY)
}

#[test]
fn lines_end_at_the_edge_and_close_inside() {
    let slope = [0., 1., 2., 0., 1., 2., 0., 1., 2.];
    let lines = Isolines::new(GridCells::new(&X, &[10., 20., 40.], &slope)).lines(0.5);
    let points = vec![(0.5, 10.), (0.5, 20.), (0.5, 40.)];
    assert_eq!(lines.len(), 1);
    let mut there = lines[0].points.clone();
    there.sort_by(|a, b| a.1.total_cmp(&b.1));
    assert_eq!((there, lines[0].closed), (points, false));

    let hill = [0., 0., 0., 0., 1., 0., 0., 0., 0.];
    let lines = Isolines::new(GridCells::new(&X, &X, &hill)).lines(0.5);
    assert_eq!((lines.len(), lines[0].points.len(), lines[0].closed), (1, 4, true));
    assert_eq!(area(&lines), 0.5);
}

#[test]
fn regions_follow_the_edge_of_the_domain() {
    let slope = [0., 1., 2., 0., 1., 2., 0., 1., 2.];
    assert_eq!(area(&region(&slope, 0.5)), 3.0);
    assert_eq!(area(&region(&slope, -1.0)), 4.0);
    assert_eq!(region(&slope, 2.0), []);
    let hollow = [1., 1., 1., 1., 0., 1., 1., 1., 1.];
    let rings = region(&hollow, 0.5);
    assert_eq!((rings.len(), area(&rings)), (2, 3.5));
}

#[test]
fn the_mean_decides_where_a_saddle_is_passed() {
    let saddle = |a: f64, b: f64| {
        let values = [a, b, b, a];
        area(&Isolines::new(GridCells::new(&X[..2], &X[..2], &values)).band(0.0, f64::INFINITY))
    };
    // the two low corners cut off, or the two high ones
    assert_eq!(saddle(3.0, -1.0), 1.0 - 2.0 / 32.0);
    assert_eq!(saddle(1.0, -3.0), 2.0 / 32.0);
    assert_eq!(saddle(-1.0, 3.0), 1.0 - 2.0 / 32.0);
    assert_eq!(saddle(-3.0, 1.0), 2.0 / 32.0);
}

#[test]
fn a_missing_corner_leaves_a_triangle() {
    for gap in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let values = [1., 1., gap, 1., 1., 1., 1., 1., 1.];
        assert_eq!(area(&region(&values, 0.0)), 3.5);
        let mut middle = [1.0; 9];
        middle[4] = gap;
        let rings = region(&middle, 0.0);
        assert_eq!((rings.len(), area(&rings)), (4, 2.0));
    }
}

/// With a gap on both sides of a point, the parts above and below it stay rings of their own.
#[test]
fn parts_that_touch_in_a_point_are_apart() {
    let mut values = [1.0; 9];
    (values[3], values[5]) = (f64::NAN, f64::NAN);
    let rings = region(&values, 0.0);
    assert_eq!((rings.len(), area(&rings)), (2, 2.0));
    let mut values = [1.0; 9];
    (values[1], values[7]) = (f64::NAN, f64::NAN);
    let rings = region(&values, 0.0);
    assert_eq!((rings.len(), area(&rings)), (2, 2.0));
}

/// Whatever the field, what is above a level and what is below it fill the domain.
#[test]
fn above_and_below_fill_the_domain() {
    let places = linspace(0.0, 3.0, 20);
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if state >> 28 == 0 { f64::NAN } else { f64::from(state >> 24) / 256.0 }
    };
    for _ in 0..20 {
        let values: Vec<f64> = (0..400).map(|_| noise()).collect();
        let below: Vec<f64> = values.iter().map(|value| -value).collect();
        let mut field = Isolines::new(GridCells::new(&places, &places, &values));
        let domain = area(&field.band(-1.0, f64::INFINITY));
        for level in [0.13, 0.501, 0.77] {
            let high = area(&field.band(level, f64::INFINITY));
            let low =
                area(&Isolines::new(GridCells::new(&places, &places, &below)).band(-level, 2.0));
            assert!((high + low - domain).abs() < 1e-9, "{high} + {low} is not {domain}");
            let below = area(&field.band(-1.0, level));
            assert!((high + below - domain).abs() < 1e-9, "{high} + {below} is not {domain}");
            let both = area(&field.band(level, 0.9)) + area(&field.band(0.9, 2.0));
            assert!((high - both).abs() < 1e-9, "{both} is not {high}");
            assert!(field.lines(level).iter().all(|line| line.points.len() > 1));
            assert!(field.next.iter().all(|next| *next == NONE));
            assert!(!field.follows.contains(&true));
        }
    }
}

/// `plt.tricontour(x, y, z, ..)` of matplotlib 3.11.2.
#[test]
fn lines_through_triangles_are_those_of_matplotlib() {
    let x = [0.0, 1.0, 2.0, 0.3, 1.4, 2.2, 0.1, 0.9, 1.8];
    let y = [0.0, 0.1, -0.1, 1.0, 0.9, 1.1, 2.0, 2.2, 1.9];
    let z = [0.0, 1.0, 0.2, 0.8, 2.5, 0.4, 0.1, 1.2, 0.3];
    let triangles = delaunay(&x, &y).expect("triangles");
    let mut sorted = triangles.clone();
    sorted.iter_mut().for_each(|t| {
        let least = (0..3).min_by_key(|i| t[*i]).unwrap_or(0);
        t.rotate_left(least);
    });
    sorted.sort_unstable();
    let wanted = [
        [0, 1, 3],
        [0, 2, 1],
        [0, 3, 6],
        [1, 2, 4],
        [1, 4, 3],
        [2, 5, 4],
        [3, 4, 7],
        [3, 7, 6],
        [4, 5, 8],
        [4, 8, 7],
    ];
    assert_eq!(sorted, wanted);
    let cells = || TriangleCells::new((&x, &y), &z, triangles.iter().copied());
    let mut field = Isolines::new(cells());
    let length = |line: &Isoline| {
        let ends = line.points.iter().zip(line.points.iter().cycle().skip(1));
        let steps = ends.map(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1));
        steps.take(line.points.len() - usize::from(!line.closed)).sum::<f64>()
    };
    let expected = [
        (0.25, 7, 4.078_593_954_500_417, false),
        (0.9, 10, 5.383_803_800_600_349, false),
        (1.5, 6, 3.958_171_056_814_776_5, true),
    ];
    for (level, points, long, closed) in expected {
        let lines = field.lines(level);
        assert_eq!((lines.len(), lines[0].points.len(), lines[0].closed), (1, points, closed));
        assert!((length(&lines[0]) - long).abs() < 1e-12, "{level}: {}", length(&lines[0]));
    }
    let first = field.lines(0.25)[0].points.clone();
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) < 1e-11;
    let corner = (1.986_956_521_739, -0.078_260_869_565);
    assert!(first.iter().any(|&point| near(point, corner)), "{first:?}");
    // the areas of `plt.tricontourf`'s paths
    let areas = [
        0.212_747_785_502_540_95,
        1.590_505_736_657_311,
        1.450_119_043_041_358,
        0.971_627_434_798_790_3,
    ];
    for (band, wanted) in [0.0_f64.next_down(), 0.25, 0.9, 1.5, 3.0].windows(2).zip(areas) {
        let found = area(&field.band(band[0], band[1]));
        assert!((found - wanted).abs() < 1e-12, "{band:?}: {found}");
    }
}

/// Whatever the triangles, those that are left out and those around a point only included.
#[test]
fn above_and_below_fill_the_triangles() {
    let mut state = 7_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1 << 24)
    };
    for round in 0..20 {
        let mut column = || (0..60).map(|_| random()).collect::<Vec<_>>();
        let (x, y, mut values) = (column(), column(), column());
        let mut triangles = delaunay(&x, &y).expect("triangles");
        triangles.retain(|_| random() > 0.3);
        // some go around the other way
        triangles.iter_mut().step_by(3).for_each(|t| t.swap(0, 1));
        if round % 2 == 0 {
            values[random() as usize * 60] = f64::NAN;
        }
        let below: Vec<f64> = values.iter().map(|value| -value).collect();
        let of = |values| TriangleCells::new((&x, &y), values, triangles.iter().copied());
        let mut field = Isolines::new(of(&values));
        let domain = area(&field.band(-1.0, f64::INFINITY));
        let is_whole = |t: &&[u32; 3]| t.iter().all(|&i| values[i as usize].is_finite());
        let each = triangles.iter().filter(is_whole).map(|t| {
            let [a, b, c] = t.map(|i| (x[i as usize], y[i as usize]));
            ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).abs() / 2.0
        });
        assert!((domain - each.sum::<f64>()).abs() < 1e-9);
        for level in [0.13, 0.5, 0.77] {
            let high = area(&field.band(level, f64::INFINITY));
            let low = area(&Isolines::new(of(&below)).band(-level, 2.0));
            assert!((high + low - domain).abs() < 1e-9, "{high} + {low} is not {domain}");
            let both = area(&field.band(level, 0.9)) + area(&field.band(0.9, 2.0));
            assert!((high - both).abs() < 1e-9, "{both} is not {high}");
            assert!(field.lines(level).iter().all(|line| line.points.len() > 1));
            assert!(field.next.iter().all(|next| *next == NONE));
            assert!(!field.follows.contains(&true));
        }
    }
}
