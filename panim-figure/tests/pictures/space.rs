//! 3D axes and the artists in them.

use crate::support::{check, figure};
use panim_figure::*;
use std::f64::consts::TAU;

fn helix() -> Line3D {
    let t = linspace(0.0, 2.0 * TAU, 200);
    Line3D::new(t.iter().map(|t| t.cos()), t.iter().map(|t| t.sin()), &t)
}

#[test]
fn helix_with_its_labels() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes().set_projection(Projection::ThreeD);
        ax.set_xlim(-2.0, 2.0).set_ylim(-2.0, 2.0).set_zlim(0.0, 2.0 * TAU);
        ax.set_title("3D Helix").set_xlabel("X").set_ylabel("Y").set_zlabel("Z");
        ax.add(helix().color("blue").width(2.0));
    });
    check("helix", &mut renderer);
}

#[test]
fn views_all_around() {
    let views =
        [(30.0, 30.0), (10.0, 120.0), (60.0, 200.0), (0.0, 0.0), (90.0, -90.0), (-20.0, 10.0)];
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 3);
        for (ax, (elev, azim)) in grid.iter_mut().zip(views) {
            ax.set_projection(Projection::ThreeD).set_view(elev, azim);
            ax.set_title(format!("{elev}, {azim}"));
            ax.set_xlabel("along x").set_ylabel("along y").set_zlabel("along z");
            ax.add(helix().marker('.'));
        }
    });
    check("views", &mut renderer);
}

/// Heights over a square from -3 to 3, as the surface of a drum.
fn drum(n: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
    let x = linspace(-3.0, 3.0, n);
    let row = |y: &f64| x.iter().map(|x| (x * x + y * y).sqrt().sin()).collect();
    let z = x.iter().map(row).collect();
    (x, z)
}

#[test]
fn surfaces_by_height_and_by_light() {
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        let (x, z) = drum(50);
        let ax = grid[(0, 0)].set_projection(Projection::ThreeD).set_title("by height");
        ax.set_xlabel("X Axis").set_ylabel("Y Axis").set_zlabel("Z = f(X, Y)");
        ax.add(Surface::new(&x, &x, &z).cmap("viridis"));

        let ax = grid[(0, 1)].set_projection(Projection::ThreeD).set_title("by light");
        ax.add(Surface::new(&x, &x, &z));
    });
    check("surfaces", &mut renderer);
}

#[test]
fn surfaces_with_edges_gaps_and_strides() {
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 2);
        for ax in grid.iter_mut() {
            ax.set_projection(Projection::ThreeD);
        }
        let (x, z) = drum(40);
        let clear = Surface::new(&x, &x, &z).cmap("plasma").alpha(0.6);
        grid[(0, 0)].set_title("seen through").add(clear);

        let edged = Surface::new(&x, &x, &z).rcount(12).ccount(12).color("C2");
        grid[(0, 1)].set_title("edges").add(edged.edge_color("black").edge_width(0.5));

        let angle = |n: usize, i: usize| TAU * i as f64 / n as f64;
        let sphere = |of: fn(f64, f64) -> f64| -> Vec<Vec<f64>> {
            let row = |i: usize| (0..=40).map(|j| of(angle(40, i), angle(40, j))).collect();
            (0..=20).map(row).collect()
        };
        let (x_all, y_all) = (sphere(|t, p| t.sin() * p.cos()), sphere(|t, p| t.sin() * p.sin()));
        let ball = Surface::parametric(x_all, y_all, sphere(|t, _| t.cos())).color("tomato");
        grid[(1, 0)].set_title("a ball").add(ball);

        let torn =
            |y: &f64| x.iter().map(|x| if x.hypot(*y) < 1.0 { f64::NAN } else { x * y }).collect();
        let torn: Vec<Vec<f64>> = x.iter().map(torn).collect();
        grid[(1, 1)].set_title("a hole").add(Surface::new(&x, &x, torn).cmap("coolwarm"));
        grid[(1, 1)].set_view(60.0, -30.0);
    });
    check("surfaces_more", &mut renderer);
}

#[test]
fn wireframes() {
    let mut renderer = figure(640, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let (x, z) = drum(100);
        let ax = grid[(0, 0)].set_projection(Projection::ThreeD);
        ax.add(Wireframe::new(&x, &x, &z).rstride(10).cstride(10));
        let ax = grid[(0, 1)].set_projection(Projection::ThreeD);
        ax.add(Wireframe::new(&x, &x, &z).rcount(20).ccount(0).width(1.0).color("C3").alpha(0.6));
    });
    check("wireframes", &mut renderer);
}

#[test]
fn scattered_points_in_space() {
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        let place = |step: f64| (0..60).map(move |i| (f64::from(i) * step).sin());
        let ax = grid[(0, 0)].set_projection(Projection::ThreeD);
        ax.set_xlabel("x").set_ylabel("y").set_zlabel("z").legend();
        ax.add(Scatter3D::new(place(1.7), place(2.9), place(4.3)).size(60.0).label("near and far"));
        let ax = grid[(0, 1)].set_projection(Projection::ThreeD);
        let sizes = (0..60).map(|i| f64::from(i * 3));
        let many = Scatter3D::new(place(1.7), place(2.9), place(4.3)).sizes(sizes).marker('^');
        ax.add(many.values(place(4.3)).cmap("plasma").depth_shade(false).edge_color("black"));
    });
    check("scatter3d", &mut renderer);
}

#[test]
fn lines_in_space_by_value() {
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        let t = linspace(0, 25, 500);
        let (x, y) = (t.iter().map(|t| t * t.cos()), t.iter().map(|t| t * t.sin()));
        let ax = grid[(0, 0)].set_projection("3d");
        let spiral = Line3D::new(x.clone(), y.clone(), &t).values(&t).cmap("plasma").width(4);
        let spiral = ax.add(spiral.label("rising"));
        ax.legend().colorbar(spiral);
        let ax = grid[(0, 1)].set_projection("3d");
        let swelling = Line3D::new(x, y, &t).widths(t.iter().map(|t| 1.0 + 0.3 * t)).color("C2");
        ax.add(swelling.alpha(0.5));
        let turns = Line3D::new([0, 20, 20, -20], [0, 0, 20, 20], [0, 10, 25, 25]);
        ax.add(turns.values([0, 1, 2, 3]).style("--").width(3).marker('o').marker_size(12));
    });
    check("lines_in_space_by_value", &mut renderer);
}

#[test]
fn bars_in_space() {
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        let places = || (0..16).map(|i| (i % 4, i / 4));
        let (x, y): (Vec<_>, Vec<_>) = places().unzip();
        let heights = places().map(|(x, y)| 1.0 + f64::from(x * y % 5));
        let ax = grid[(0, 0)].set_projection(Projection::ThreeD);
        ax.add(Bars3D::new(&x, &y, heights.clone()));
        let ax = grid[(0, 1)].set_projection(Projection::ThreeD).set_view(20.0, 40.0);
        let colors = (0..16).map(|i| Color::cycle(i / 4));
        let bars = Bars3D::new(&x, &y, heights.map(|height| height - 3.0)).colors(colors);
        ax.add(bars.width(0.4).alpha(0.7).edge_color("black").edge_width(0.5));
    });
    check("bars3d", &mut renderer);
}

#[test]
fn axes_of_all_kinds_in_space_while_they_turn() {
    let mut axes = Vec::new();
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = grid[(0, 0)].set_projection(Projection::ThreeD).set_title("logarithmic in z");
        ax.set_xlim(0.0, 4.0).set_ylim(1.0, -1.0).set_zscale("log").set_zlim(1.0, 1e4);
        ax.set_xticks(0..=4).set_xticklabels(["Mon", "Tue", "Wed", "Thu", "Fri"]);
        ax.set_ylabel("reversed").set_zlabel("powers");
        let t = linspace(0.0, 4.0, 100);
        ax.add(Line3D::new(&t, t.iter().map(|t| t.sin()), t.iter().map(|t| 10_f64.powf(*t))));
        axes.push(ax.handle());

        let ax = grid[(0, 1)].set_projection(Projection::ThreeD).set_title("far from one");
        ax.set_grid(false).set_facecolor("ivory");
        ax.set_legend(Legend::new().loc(Loc::LowerRight));
        ax.set_xlabel("millions").set_ylabel("y").set_zlabel("very small");
        ax.set_xlim(0.0, 4e6).set_ylim(0.0, 1.0).set_zlim(0.0, 1e-7);
        ax.add(Line3D::new([0.0, 4e6], [0, 1], [0.0, 1e-7]).marker('o').label("two points"));
        ax.add(Text::new(At::Axes(0.02, 0.02), "a note"));
        axes.push(ax.handle());
    });
    let mut frame = renderer.frame(1);
    frame[axes[0]].set_view(25.0, -40.5);
    frame[axes[1]].set_view(-30.0, 160.25);
    check("space_axes", &mut renderer);
}
