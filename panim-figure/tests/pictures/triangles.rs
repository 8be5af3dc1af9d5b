//! Triangles between points: their sides, their colours, contours over them, and surfaces of them.

use crate::support::{check, figure};
use panim_figure::*;

/// Points on rings, the same ones in matplotlib's gallery: `tripcolor_demo.py`.
fn rings() -> (Vec<f64>, Vec<f64>) {
    let (radii, turns) = (linspace(0.25, 0.95, 8), linspace(0.0, std::f64::consts::TAU, 37));
    let at = |i: usize, j: usize| {
        let turn = turns[j] + if i % 2 == 1 { std::f64::consts::PI / 36.0 } else { 0.0 };
        (radii[i] * turn.cos(), radii[i] * turn.sin())
    };
    (0..36).flat_map(|j| (0..8).map(move |i| (i, j))).map(|(i, j)| at(i, j)).unzip()
}

fn ripples(x: &[f64], y: &[f64]) -> Vec<f64> {
    x.iter().zip(y).map(|(x, y)| x.hypot(*y).cos() * (3.0 * y.atan2(*x)).cos()).collect()
}

/// The triangles whose middles are within the innermost ring.
fn within(x: &[f64], y: &[f64], triangles: &[[usize; 3]]) -> Vec<bool> {
    let mean = |t: &[usize; 3], along: &[f64]| t.iter().map(|&i| along[i] / 3.0).sum::<f64>();
    triangles.iter().map(|t| mean(t, x).hypot(mean(t, y)) < 0.25).collect()
}

#[test]
fn triangles_and_their_colors() {
    let (x, y) = rings();
    let z = ripples(&x, &y);
    let triangles = delaunay(&x, &y).unwrap();
    let mask = within(&x, &y, &triangles);
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 3);
        for ax in grid.iter_mut() {
            ax.set_aspect("equal");
        }
        let sides = TriPlot::new(&x, &y).triangles(&triangles).mask(&mask).width(1);
        grid[(0, 0)].add(sides.marker("o").marker_size(3).label("triangles"));
        grid[(0, 0)].legend();
        let flat = TriColor::new(&x, &y, &z).triangles(&triangles).mask(&mask);
        grid[(0, 1)].add(flat);
        let gouraud = TriColor::new(&x, &y, &z).triangles(&triangles).mask(&mask);
        let gouraud = grid[(0, 2)].add(gouraud.shading("gouraud"));
        grid[(0, 2)].colorbar(gouraud);
        let by_triangle = triangles.iter().map(|t| x[t[0]]);
        let faces = TriColor::faces(&x, &y, by_triangle).triangles(&triangles).mask(&mask);
        grid[(1, 0)].add(faces.edge_color("k").edge_width(0.25).cmap("coolwarm"));
        grid[(1, 1)].set_facecolor("0.9");
        let clear = TriColor::new(&x, &y, &z).triangles(&triangles).mask(&mask).alpha(0.5);
        grid[(1, 1)].add(clear.shading("gouraud").cmap("plasma").label("clear"));
        grid[(1, 1)].legend();
        let dashed = TriPlot::new([0, 1, 0, 1], [0, 0, 1, 1]).triangles([[0, 1, 2], [1, 2, 3]]);
        grid[(1, 2)].add(dashed.style("--").color("C3"));
    });
    check("triangles", &mut renderer);
}

#[test]
fn contours_on_triangles() {
    let (x, y) = rings();
    let mut z = ripples(&x, &y);
    let triangles = delaunay(&x, &y).unwrap();
    let mask = within(&x, &y, &triangles);
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        for ax in grid.iter_mut() {
            ax.set_aspect("equal");
        }
        let bands = TriContourFilled::new(&x, &y, &z).triangles(&triangles).mask(&mask);
        let bands = grid[(0, 0)].add(bands);
        grid[(0, 0)].colorbar(bands);
        let lines = TriContour::new(&x, &y, &z).triangles(&triangles).mask(&mask).color("k");
        grid[(0, 0)].add(lines);
        z[100] = f64::NAN;
        let bands = TriContourFilled::new(&x, &y, &z).levels([-0.5, 0.0, 0.5]).extend("both");
        grid[(0, 1)].add(bands.cmap("RdBu").alpha(0.7));
        let lines = TriContour::new(&x, &y, &z).levels([-0.5, 0.0, 0.5]).labels(true);
        grid[(0, 1)].add(lines.color("k").width(1));
    });
    check("contours_on_triangles", &mut renderer);
}

#[test]
fn surfaces_of_triangles() {
    let (x, y) = rings();
    let z = ripples(&x, &y);
    // a band of half a turn
    let (turns, across) = (linspace(0.0, std::f64::consts::TAU, 50), linspace(-0.5, 0.5, 10));
    let places = turns.iter().flat_map(|&u| across.iter().map(move |&v| (u, v)));
    let (u, v): (Vec<f64>, Vec<f64>) = places.unzip();
    let triangles = delaunay(&u, &v).unwrap();
    let point = |(&u, &v): (&f64, &f64)| {
        let r = 1.0 + 0.5 * v * (u / 2.0).cos();
        (r * u.cos(), r * u.sin(), 0.5 * v * (u / 2.0).sin())
    };
    let band: Vec<_> = u.iter().zip(&v).map(point).collect();
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = grid[(0, 0)].set_projection("3d");
        let heights = ax.add(TriSurface::new(&x, &y, &z).cmap("Spectral"));
        ax.colorbar(heights);
        let ax = grid[(0, 1)].set_projection("3d").set_zlim(-1, 1);
        ax.add(TriSurface::from_points(&band).triangles(&triangles).label("band"));
        ax.legend();
    });
    check("surfaces_of_triangles", &mut renderer);
}

#[test]
fn triangles_that_move() {
    let (x, y) = rings();
    let z = ripples(&x, &y);
    let (mut sides, mut bands, mut colors) = Default::default();
    let mut renderer = figure(640, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        bands = grid[(0, 0)].add(TriContourFilled::new(&x, &y, &z));
        sides = grid[(0, 0)].add(TriPlot::new(&x, &y).width(0.5).color("k"));
        colors = grid[(0, 1)].add(TriColor::new(&x, &y, &z).mask(vec![false; 538]));
    });
    let mut frame = renderer.frame(3);
    let moved: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x + 0.3 * y * y).collect();
    frame[sides].set_data(&moved, &y);
    frame[bands].set_x(&moved).set_values(&y);
    frame[colors].set_triangles((0..90).map(|i| [3 * i, 3 * i + 1, 3 * i + 2]));
    frame[colors].set_mask((0..90).map(|i| i % 3 == 0));
    check("triangles_that_move", &mut renderer);
}
