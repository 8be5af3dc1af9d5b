use crate::{
    AxisScale, LineStyle,
    base::data::Column,
    color::Color,
    parts::polyline::{polyline, polyline_of, polyline_of_width},
    raster::painted::painted,
    transform::plane::{Scale, Transform},
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

const SIZE: (u16, u16) = (60, 50);
const BOUNDS: Rect = Rect::new(0.0, 0.0, 60.0, 50.0);
const WIDTH: f64 = 2.1;

/// Points of a pixel along each side, of which is found whether they are on the line. They lie on a turned
/// grid, no two above or beside each other, so that they tell where an edge is that is almost upright or level.
const POINTS: usize = 6;

/// Numbers from 0 to 1 without an order, the same in each run.
fn noise(mut seed: u64) -> impl FnMut() -> f64 {
    move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// What is on a line through all of these points, by counting: how much of each pixel.
fn counted(points: &[Point]) -> Vec<f64> {
    let (width, height) = (usize::from(SIZE.0) * POINTS, usize::from(SIZE.1) * POINTS);
    let mut on = vec![false; width * height];
    let (side, half) = (POINTS as f64, WIDTH / 2.0);
    let is_end = |i: Option<usize>| i.and_then(|i| points.get(i)).is_none_or(|at| !at.is_finite());
    for (i, pair) in points.windows(2).enumerate() {
        let (from, to) = (pair[0], pair[1]);
        let along = to - from;
        let length = along.hypot();
        if !length.is_finite() || length < 1e-9 {
            continue;
        }
        let ends = [is_end(i.checked_sub(1)), is_end(Some(i + 2))];
        let reach = if ends == [false; 2] { half } else { 2.0 * half };
        let reach = reach + 1.0 / side;
        let around = Rect::from_points(from, to).inflate(reach, reach).intersect(BOUNDS);
        for y in (around.y0 * side) as usize..(around.y1 * side).ceil() as usize {
            for x in (around.x0 * side) as usize..(around.x1 * side).ceil() as usize {
                let aside = |across: usize| ((across % POINTS) as f64 + 0.5) / side;
                let at = Point::new(x as f64 + aside(y), y as f64 + 1.0 - aside(x));
                let at = at.to_vec2() / side - from.to_vec2();
                let (far, aside) = (at.dot(along) / length, at.cross(along) / length);
                let beyond = (-far).max(far - length);
                let is_square =
                    ends[usize::from(far > 0.0)] && beyond <= half && aside.abs() <= half;
                let is_round = beyond.max(0.0).hypot(aside) <= half;
                on[y * width + x] |= is_square || is_round;
            }
        }
    }
    let mut sums = vec![0.0; usize::from(SIZE.0) * usize::from(SIZE.1)];
    for (i, _) in on.iter().enumerate().filter(|(_, on)| **on) {
        let (x, y) = (i % width / POINTS, i / width / POINTS);
        sums[y * usize::from(SIZE.0) + x] += 1.0 / (POINTS * POINTS) as f64;
    }
    sums
}

/// The mean and the largest difference between what is drawn along a path and what is on the line, of 255.
fn difference(path: &BezPath, points: &[Point]) -> (f64, f64) {
    let stroke = LineStyle::Solid.stroke(WIDTH).expect("a line");
    let drawn = painted(SIZE, |scene| {
        scene.push_clip(BOUNDS);
        scene.stroke(path, &stroke, Color::BLACK);
        scene.pop_clip();
    });
    let apart = drawn.chunks_exact(4).zip(counted(points));
    let apart: Vec<f64> =
        apart.map(|(pixel, on)| (255.0 - f64::from(pixel[0]) - 255.0 * on).abs()).collect();
    let mean = apart.iter().sum::<f64>() / apart.len() as f64;
    (mean, apart.into_iter().fold(0.0, f64::max))
}

fn assert_alike(name: &str, path: &BezPath, points: &[Point], most: f64) {
    let (mean, largest) = difference(path, points);
    assert!(mean <= 2.0 && largest <= most, "{name}: {mean} on average, {largest} at most");
}

/// Samples one after the other, over all the width.
fn samples(count: usize, mut y: impl FnMut(f64) -> f64) -> Vec<Point> {
    let at = |i: usize| 3.0 + 54.0 * i as f64 / (count - 1) as f64;
    (0..count).map(|i| Point::new(at(i), y(at(i)))).collect()
}

fn walk(count: usize, step: f64) -> Vec<Point> {
    let mut chance = noise(5);
    let mut at = Point::new(30.0, 25.0);
    let mut next = || {
        let turn = std::f64::consts::TAU * chance();
        let to = at + step * vello_cpu::kurbo::Vec2::new(turn.cos(), turn.sin());
        if BOUNDS.inset(-3.0).contains(to) {
            at = to;
        }
        at
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn samples_by_the_hundred_to_a_pixel_are_drawn_as_all_of_them() {
    let mut chance = noise(3);
    let random = samples(2500, |_| 8.0 + 34.0 * chance());
    let spikes = samples(2500, |x| {
        25.0 + 8.0 * (x / 5.0).sin() + if chance() < 0.002 { 12.0 } else { chance() }
    });
    let wave = samples(2500, |x| 25.0 + 18.0 * (x * 1.7).sin());
    let chirp = samples(2500, |x| 25.0 + 18.0 * (x * x / 30.0).sin());
    let mut gaps = random.clone();
    gaps.iter_mut().skip(300).step_by(450).for_each(|point| point.y = f64::NAN);
    let backwards: Vec<_> = random.iter().rev().copied().collect();
    let turned: Vec<_> = random.iter().map(|at| Point::new(at.y, at.x * 0.8)).collect();
    for (name, points) in [
        ("random", random),
        ("spikes", spikes),
        ("wave", wave),
        ("chirp", chirp),
        ("gaps", gaps),
        ("backwards", backwards),
        ("turned", turned),
    ] {
        let path = polyline_of_width(points.iter().copied(), BOUNDS, WIDTH / 2.0);
        assert_alike(name, &path, &points, 40.0);
    }
}

#[test]
fn a_tangle_is_drawn_as_all_of_it() {
    for (name, points) in [("fine", walk(40_000, 0.1)), ("coarse", walk(40_000, 0.4))] {
        let path = polyline_of_width(points.iter().copied(), BOUNDS, WIDTH / 2.0);
        assert!(path.elements().len() < points.len(), "{name}");
        assert_alike(name, &path, &points, 40.0);
    }
}

#[test]
fn rising_columns_are_drawn_as_their_points() {
    let mut chance = noise(9);
    let along: Vec<f64> = (1..=12_000).map(|i| f64::from(i) / 100.0).collect();
    let across: Vec<f64> = along.iter().map(|_| 0.1 + chance()).collect();
    let (along, across) = (Column::new(along), Column::new(across));
    for (kind, limits) in [
        (AxisScale::Linear, (-5.0, 130.0)),
        (AxisScale::Linear, (110.0, 20.0)),
        (AxisScale::Log, (0.5, 150.0)),
    ] {
        let scale = |limits, pixels| Scale::new(kind, limits, pixels);
        let upright = Transform::flat(scale(limits, (0.0, 60.0)), scale((0.05, 1.3), (50.0, 0.0)));
        let level = Transform::flat(scale((0.05, 1.3), (0.0, 60.0)), scale(limits, (50.0, 0.0)));
        for (transform, (x, y)) in [(upright, (&along, &across)), (level, (&across, &along))] {
            let points: Vec<_> = x.iter().zip(&**y).map(|(&x, &y)| transform.at(x, y)).collect();
            let fast = polyline_of(
                (x.whole(), y.whole()),
                transform,
                (BOUNDS.inflate(3.0, 3.0), WIDTH / 2.0),
            );
            let slow = polyline(points.iter().copied(), BOUNDS.inflate(3.0, 3.0));
            assert!(fast.elements().len() <= 8 * 60 * 80, "{}", fast.elements().len());
            let [fast, slow] = [&fast, &slow].map(|path| {
                let stroke = LineStyle::Solid.stroke(WIDTH).expect("a line");
                painted(SIZE, |scene| scene.stroke(path, &stroke, Color::BLACK))
            });
            let apart = fast.iter().zip(&slow).map(|(a, b)| a.abs_diff(*b));
            assert!(apart.clone().max() <= Some(12), "{kind:?}: {:?}", apart.max());
        }
    }
}

#[test]
fn few_points_stay_and_odd_ones_do_no_harm() {
    let few: Vec<_> = (0..500).map(|i| Point::new(0.03 * f64::from(i), f64::from(i % 7))).collect();
    assert_eq!(super::in_strips(few.iter().copied(), 1.0 / 40.0, None), few);
    let odd = [1e300, -1e300, f64::INFINITY, 0.0, 1e9, f64::MAX, -0.0];
    let odd: Vec<_> = odd.iter().flat_map(|&x| odd.map(|y| Point::new(x, y))).collect();
    assert_eq!(super::in_strips(odd.iter().copied(), 1.0 / 40.0, Some((1.0, BOUNDS))), odd);
}
