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

#[test]
fn words_stems_and_arrows_in_space() {
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 3);
        let ax = grid[(0, 0)].set_projection("3d");
        ax.set_xlim(0, 10).set_ylim(0, 10).set_zlim(0, 10);
        for (i, zdir) in ["x", "y", "z"].into_iter().enumerate() {
            let at = [(1, 6, 4), (9, 2, 4), (4, 4, 1)][i];
            ax.add(Text3D::new(at, format!("(1, 6, 4) along {zdir}")).zdir(zdir));
        }
        ax.add(Text3D::new((8, 4, 9), "(1, 1, 0)").zdir((1, 1, 0)).color("C1").size(14));
        ax.add(Text3D::new((9, 0, 0), "red").color("red"));

        let ax = grid[(0, 1)].set_projection("3d");
        let turn = linspace(0, TAU, 30);
        let (x, y) = (turn.iter().map(|a| (a / 2.0).cos()), turn.iter().map(|a| (a / 2.0).sin()));
        ax.add(Stem3D::new(x, y, &turn).label("stems"));
        let side = Stem3D::new([-0.5, -0.8], [0.2, 0.6], [2, 4]).orientation("x").bottom(-1);
        ax.add(side.color("C2").marker('D').base_color("C1"));
        ax.legend();

        let ax = grid[(0, 2)].set_projection("3d");
        let steps = || [-0.8, -0.3, 0.3, 0.8];
        let points = || {
            let plane = move |x| steps().into_iter().map(move |y| (x, y));
            steps()
                .into_iter()
                .flat_map(plane)
                .flat_map(|(x, y)| [-0.6, 0.0, 0.6].map(|z| [x, y, z]))
        };
        let of = |i: usize| points().map(move |point| point[i]);
        let along = |part: fn([f64; 3]) -> f64| points().map(part);
        let u = along(|[x, y, z]| (3.0 * x).sin() * (3.0 * y).cos() * (3.0 * z).cos());
        let v = along(|[x, y, z]| -(3.0 * x).cos() * (3.0 * y).sin() * (3.0 * z).cos());
        let w = along(|[x, y, z]| {
            (2.0_f64 / 3.0).sqrt() * (3.0 * x).cos() * (3.0 * y).cos() * (3.0 * z).sin()
        });
        ax.add(Quiver3D::new(of(0), of(1), of(2), u, v, w).length(0.3).normalize(true));
        let colored =
            Quiver3D::new([0; 3], [0; 3], [-0.9; 3], [0.0, 0.5, 1.0], [1.0, 0.5, 0.0], [0.2; 3]);
        ax.add(colored.values([0, 1, 2]).pivot("middle").width(3));
    });
    check("space_marks", &mut renderer);
}

#[test]
fn cells_and_surfaces_in_space() {
    let mut renderer = figure(900, 420, |fig| {
        let mut grid = fig.subplots(1, 3);
        let ax = grid[(0, 0)].set_projection("3d");
        let cubes = |x, y, z| x < 3 && y < 3 && z < 3 || x >= 5 && y >= 5 && z >= 5;
        let link = move |x: usize, y: usize, z: usize| {
            !cubes(x, y, z) && x.abs_diff(y) + y.abs_diff(z) + z.abs_diff(x) <= 2
        };
        ax.add(Voxels::from_fn((8, 8, 8), cubes).color("blue").edge_color("k"));
        ax.add(Voxels::from_fn((8, 8, 8), link).color("red").edge_color("k"));

        let ax = grid[(0, 1)].set_projection("3d");
        let clear = Voxels::new([[[1, 0, 1], [1, 1, 0]], [[0, 1, 1], [1, 1, 1]]]);
        let clear = clear.edges([0.0, 1.0, 3.0], [0.0, 0.5, 2.0], [0, 1, 2, 4]).alpha(0.5);
        ax.add(clear.colors(["C0", "C1", "C2", "C3", "C4"]));

        let ax = grid[(0, 2)].set_projection("3d");
        let x = linspace(0, TAU, 50);
        let double =
            |of: fn(f64) -> f64, by: f64| x.iter().map(move |x| by * of(*x)).collect::<Vec<_>>();
        let (cos, sin) = (double(f64::cos, 1.0), double(f64::sin, 1.0));
        let ring = FillBetween3D::new(
            &cos,
            &sin,
            0,
            &cos,
            &sin,
            double(|x| 0.5 + (3.0 * x).sin() * 0.3, 1.0),
        );
        ax.add(ring.alpha(0.6).edge_color("k").edge_width(0.4));
        let wall = FillBetween3D::new(
            linspace(-1, 1, 50),
            1.2,
            0,
            linspace(-1, 1, 50),
            1.2,
            double(|x| 0.5 + 0.4 * x.cos(), 1.0),
        );
        ax.add(wall.color("C1").alpha(0.7));
    });
    check("voxels", &mut renderer);
}

#[test]
fn eyes_and_boxes_of_other_kinds() {
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 3);
        for ax in grid.iter_mut() {
            ax.set_projection("3d")
                .set_xlabel("along x")
                .set_ylabel("along y")
                .set_zlabel("along z");
            ax.add(helix());
        }
        grid[0].set_proj_type("ortho").set_title("ortho");
        grid[1].set_focal_length(0.2).set_title("focal length 0.2");
        grid[2].set_roll(25).set_title("roll 25");
        grid[3].set_box_aspect((1, 1, 3)).set_title("1:1:3");
        grid[4].set_box_aspect((4, 4, 3)).set_zoom(0.8).set_title("zoom 0.8");
        grid[5].set_panes(["lightyellow", "none", "0.8"]).set_title("panes");
        grid[5].set_grid(Grid::new().color("C0").style(":"));
    });
    check("eyes", &mut renderer);
}

#[test]
fn trails_in_space_fade_and_turn_on_a_kept_background() {
    let mut fig = Figure::new();
    fig.set_size(480, 400);
    let t = linspace(0.0, 4.0 * TAU, 400);
    let ax = fig.axes().set_projection("3d");
    let spiral = |of: fn(f64) -> f64| t.iter().map(move |t| (1.0 + 0.1 * t) * of(*t));
    let trail = Trail3D::new(spiral(f64::cos), spiral(f64::sin), &t).last(150).marker('o');
    let trail = ax.add(trail.width(4).tail_width(1).values(&t).cmap("plasma"));
    ax.add(Text3D::new((0, 0, 10), "still").halign("center"));
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0)[trail].set_end(300);
    check("trail3d", &mut renderer);
}

#[test]
fn faces_of_a_surface_have_colours_of_their_own() {
    let mut renderer = figure(480, 400, |fig| {
        let (x, z) = drum(25);
        let checks = (0..25).flat_map(|row| (0..25).map(move |column| (row / 3 + column / 3) % 2));
        let colors = checks.map(|check| ["gold", "C0"][check]);
        let ax = fig.axes().set_projection("3d");
        ax.add(Surface::new(&x, &x, &z).face_colors(colors));
    });
    check("face_colors", &mut renderer);
}

#[test]
fn contours_in_space_and_on_its_walls() {
    let mut renderer = figure(900, 420, |fig| {
        let x = linspace(-30, 30, 61);
        let hill = |x: f64, y: f64, (a, b): (f64, f64)| (-(x / a).powi(2) - (y / b).powi(2)).exp();
        let height = |x: f64, y: f64| {
            80.0 * (hill(x - 10.0, y - 5.0, (12.0, 8.0)) - hill(x + 5.0, y + 5.0, (14.0, 14.0)))
        };
        let rows = || x.iter().map(|y| x.iter().map(move |x| height(*x, *y)));
        let mut grid = fig.subplots(1, 3);
        let ax = grid[(0, 0)].set_projection("3d");
        ax.add(Contour::new(&x, &x, rows()).zdir("z").cmap("coolwarm"));

        let ax = grid[(0, 1)].set_projection("3d");
        ax.add(
            Surface::new(&x, &x, rows())
                .edge_color("royalblue")
                .edge_width(0.5)
                .rstride(8)
                .cstride(8)
                .alpha(0.3),
        );
        for (zdir, offset) in [("z", -100), ("x", -40), ("y", 40)] {
            ax.add(Contour::new(&x, &x, rows()).zdir(zdir).offset(offset).cmap("coolwarm"));
        }
        ax.set_xlim(-40, 40).set_ylim(-40, 40).set_zlim(-100, 100);

        let ax = grid[(0, 2)].set_projection("3d");
        ax.add(
            Surface::new(&x, &x, rows())
                .edge_color("royalblue")
                .edge_width(0.5)
                .rstride(8)
                .cstride(8)
                .alpha(0.3),
        );
        for (zdir, offset) in [("z", -100), ("x", -40), ("y", 40)] {
            ax.add(ContourFilled::new(&x, &x, rows()).zdir(zdir).offset(offset).cmap("coolwarm"));
        }
        ax.set_xlim(-40, 40).set_ylim(-40, 40).set_zlim(-100, 100);
    });
    check("contours3d", &mut renderer);
}
