//! What many points cost: `cargo bench -p panim-benches --bench points`.
//!
//! Each frame moves the points and is drawn on one core, at 640x480.

#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box, counter::ItemsCount};
use panim::{Artist, Renderer, prelude::*};

fn main() {
    divan::main();
}

const COUNTS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Numbers from -1 to 1 without an order, the same in each run.
fn noise(n: usize, mut seed: u64) -> Vec<f64> {
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    };
    (0..n).map(|_| next()).collect()
}

/// Draws frame after frame, in which `update` moves `artist`.
fn draw<A: Artist>(
    bencher: Bencher<'_, '_>,
    points: usize,
    artist: A,
    update: impl Fn(&mut A, usize),
) {
    let mut fig = Figure::new();
    let ax = fig.axes();
    ax.set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0);
    let handle = ax.add(artist);
    let mut renderer = Renderer::new(fig).unwrap();
    let mut index = 0;
    bencher.counter(ItemsCount::new(points)).bench_local(|| {
        index += 1;
        update(&mut renderer.frame(index)[handle], index);
        black_box(renderer.draw().unwrap());
    });
}

/// Draws a line through `y`, moved up and down.
fn draw_line(bencher: Bencher<'_, '_>, y: &[f64], style: &str) {
    let line = Line::new(linspace(-1.0, 1.0, y.len()), y).style(style);
    draw(bencher, y.len(), line, |line, index| {
        let shift = 1e-3 * (index % 100) as f64;
        line.set_y(y.iter().map(|y| y + shift));
    });
}

fn wave(points: usize) -> Vec<f64> {
    linspace(0.0, 40.0, points).into_iter().map(|t| 0.8 * t.sin() * (t / 13.0).cos()).collect()
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn smooth_line(bencher: Bencher<'_, '_>, points: usize) {
    draw_line(bencher, &wave(points), "-");
}

/// Coloured by value, likewise.
#[divan::bench(args = COUNTS, sample_count = 10)]
fn line_of_values(bencher: Bencher<'_, '_>, points: usize) {
    let y = wave(points);
    let line = Line::new(linspace(-1.0, 1.0, points), &y).values(&y);
    draw(bencher, points, line, |line, index| {
        let shift = 1e-3 * (index % 100) as f64;
        line.set_y(y.iter().map(|y| y + shift));
    });
}

/// A thousand lines of a hundred points.
#[divan::bench(args = [100, 1_000], sample_count = 10)]
fn lines(bencher: Bencher<'_, '_>, count: usize) {
    let x = linspace(-1.0, 1.0, 100);
    let rows: Vec<Vec<f64>> = (0..count)
        .map(|i| x.iter().map(|x| (i as f64 / count as f64) * (9.0 * x + i as f64).sin()).collect())
        .collect();
    let family = Lines::rows(&x, &rows).values(0..count).width(0.5);
    draw(bencher, count * 100, family, |lines, index| {
        let shift = 1e-3 * (index % 100) as f64;
        lines.set_rows(x.iter().map(|x| x + shift), &rows);
    });
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn dashed_line(bencher: Bencher<'_, '_>, points: usize) {
    draw_line(bencher, &wave(points), "--");
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn noisy_line(bencher: Bencher<'_, '_>, points: usize) {
    draw_line(bencher, &noise(points, 1), "-");
}

/// Draws scattered points, moved sidewards.
fn draw_scatter(bencher: Bencher<'_, '_>, points: usize, look: impl Fn(Scatter) -> Scatter) {
    let (x, y) = (noise(points, 1), noise(points, 2));
    draw(bencher, points, look(Scatter::new(&x, &y)), |scatter, index| {
        let shift = 1e-3 * (index % 100) as f64;
        scatter.set_data(x.iter().map(|x| x + shift), &y);
    });
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn scatter(bencher: Bencher<'_, '_>, points: usize) {
    draw_scatter(bencher, points, |scatter| scatter);
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn small_faint_scatter(bencher: Bencher<'_, '_>, points: usize) {
    draw_scatter(bencher, points, |scatter| scatter.size(4.0).edge_width(0.0).alpha(0.1));
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn scatter_of_values(bencher: Bencher<'_, '_>, points: usize) {
    draw_scatter(bencher, points, |scatter| scatter.values(noise(points, 3)));
}

/// Circles of many sizes in data coordinates, with edges, coloured by value and moved sidewards.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10)]
fn circles(bencher: Bencher<'_, '_>, count: usize) {
    let (x, y) = (noise(count, 1), noise(count, 2));
    let radii: Vec<f64> = noise(count, 3).iter().map(|r| 0.0125 + 0.0075 * r).collect();
    let circles = Circles::new(&x, &y, &radii).units("x").values(&radii);
    draw(bencher, count, circles.edge_color("black").edge_width(0.5), |circles, index| {
        let shift = 1e-3 * (index % 100) as f64;
        circles.set_x(x.iter().map(|x| x + shift));
    });
}

/// Hexagons that meet, coloured by value and moved sidewards.
fn draw_polygons(bencher: Bencher<'_, '_>, count: usize, look: impl Fn(Polygons) -> Polygons) {
    let side = (count as f64).sqrt();
    let cell = 1.98 / side;
    let middles = (0..count).map(|i| {
        let (column, row) = (i as f64 % side, (i as f64 / side).floor());
        (-0.99 + cell * (column + 0.5 * (row % 2.0)), -0.99 + cell * row)
    });
    let hexagons: Vec<[(f64, f64); 6]> = middles
        .map(|(x, y)| {
            [0.0, 1.0, 2.0, 3.0, 4.0, 5.0].map(|i: f64| {
                let (sin, cos) = (i * std::f64::consts::FRAC_PI_3).sin_cos();
                (x + cell / 1.732 * sin, y + cell / 1.732 * cos)
            })
        })
        .collect();
    let values = hexagons.iter().map(|corners| corners[0].0 * corners[0].1);
    let polygons = look(Polygons::new(&hexagons).values(values));
    draw(bencher, count, polygons, |polygons, index| {
        let shift = 1e-3 * (index % 100) as f64;
        polygons.set_polygons(hexagons.iter().map(|six| six.map(|(x, y)| (x + shift, y))));
    });
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10)]
fn polygons(bencher: Bencher<'_, '_>, count: usize) {
    draw_polygons(bencher, count, |polygons| polygons);
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10)]
fn polygons_with_edges(bencher: Bencher<'_, '_>, count: usize) {
    draw_polygons(bencher, count, |polygons| polygons.edge_color("white").edge_width(0.5));
}
