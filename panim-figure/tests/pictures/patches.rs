//! Shapes around a place, arrows and paths.

use crate::support::{check, figure};
use panim_figure::{artist::Path, *};
use std::f64::consts::TAU;

fn heart() -> Path {
    let mut heart = Path::new();
    heart.move_to(0, -1).curve_to((2.0, 0.3), (1.0, 1.6), (0.0, 0.6));
    heart.curve_to((-1.0, 1.6), (-2.0, 0.3), (0, -1)).close();
    heart
}

/// One of each, in data coordinates.
fn each(ax: &mut Axes) {
    ax.add(Circle::new((2, 2), 1.2).color("C0").edge_color("black").edge_width(2));
    ax.add(Circle::new((5, 2), 1).color("none").edge_color("C1").edge_width(3).edge_style("--"));
    ax.add(Ellipse::new((8, 2), 3, 1.5).angle(30).color(("C2", 0.5)).edge_color("C2"));
    ax.add(Rectangle::new((0.5, 4.2), 2.5, 1.6).edge_color("black"));
    let turned = Rectangle::new((4, 4.2), 2, 1.6).angle(25);
    ax.add(turned.clone().color("none").edge_color("C3").edge_width(2));
    ax.add(turned.rotation_point("center").color(("C3", 0.4)).edge_color("none"));
    ax.add(Wedge::new((8, 5), 1.2, 30, 300).color("gold").edge_color("black"));
    ax.add(Wedge::new((8, 5), 1.8, 320, 20).width(0.5).color("C4"));
    ax.add(Wedge::new((2, 8), 1.2, 0, 360).width(0.5).color("C5").edge_width(1));
    ax.add(Arc::new((5, 8), 3, 2).angle(20).theta1(-45).theta2(200).edge_color("C6").edge_width(3));
    ax.add(PathPatch::new(heart()).at((8, 8)).scale(1.2).angle(-15).color("crimson"));
}

#[test]
fn shapes_in_data_coordinates() {
    let mut renderer = figure(640, 480, |fig| {
        let mut axes = fig.subplots(2, 2);
        for (i, ax) in axes.iter_mut().enumerate() {
            each(ax);
            match i {
                0 => ax.set_xlim(0, 10).set_ylim(0, 10).set_aspect("equal"),
                1 => ax.set_xlim(0, 20).set_ylim(0, 10),
                2 => ax.set_xscale("log").set_yscale("log").set_xlim(0.5, 12).set_ylim(0.5, 12),
                // the limits that they ask for
                _ => ax,
            };
        }
    });
    check("shapes", &mut renderer);
}

#[test]
fn shapes_in_other_units() {
    let mut renderer = figure(640, 480, |fig| {
        let mut axes = fig.subplots(1, 2);
        let ax = &mut axes[0];
        ax.set_xlim(0, 100).set_ylim(0, 1).set_ylabel("volts");
        for (i, units) in ["xy", "x", "y", "points", "pixels"].into_iter().enumerate() {
            let radius = [12.0, 8.0, 0.06, 20.0, 30.0][i];
            let circle = Circle::new((50, 0.1 + 0.2 * i as f64), radius).units(units);
            ax.add(circle.color(format!("C{i}")).label(units));
        }
        ax.add(Ellipse::new((20, 0.5), 60, 20).units("points").angle(60).color("C8"));
        ax.add(Rectangle::new((75, 0.7), 40, 60).units("points").rounding(12).edge_width(2));
        let legend = Legend::new().loc("upper left");
        ax.set_legend(legend);

        let ax = &mut axes[1];
        ax.set_xlim(0, 1).set_ylim(0, 1);
        ax.add(Circle::new(At::Axes(0.5, 0.5), 0.5).color("0.9").zorder(0));
        ax.add(Rectangle::new(At::Axes(0.1, 0.8), 0.5, 0.3).alpha(0.5)); // cut
        ax.add(Wedge::new(At::Axes(0.5, 0.3), 40, 45, 135).units("points").width(15).color("C1"));
        ax.add(
            PathPatch::new(heart()).at(At::Axes(0.8, 0.2)).units("points").scale(20).color("C3"),
        );
        // not cut
        ax.add(Rectangle::new(At::Figure(0.46, 0.01), 0.08, 0.98).rounding(9).color(("C2", 0.2)));
        ax.add(Circle::new(At::Pixels(600.0, 440.0), 30).color("none").edge_color("black"));
        ax.add(
            Arrow::new(At::Figure(0.3, 0.06), At::Axes(0.5, 0.5)).arrow_style("-|>").head_size(20),
        );
    });
    check("shape_units", &mut renderer);
}

#[test]
fn arrows_between_points() {
    let mut renderer = figure(480, 360, |fig| {
        let ax = fig.axes();
        for (i, style) in ["-", "->", "<->", "-|>", "<|-|>"].into_iter().enumerate() {
            let y = i as f64;
            ax.add(Arrow::new((0, y), (1, y + 0.5)).arrow_style(style).color(format!("C{i}")));
            let bent = Arrow::new((1.5, y), (3, y)).arrow_style(style).arc(-0.2).head_size(20);
            ax.add(bent.width(2).style(if i % 2 == 0 { "-" } else { "--" }).shrink(0).alpha(0.5));
            ax.add(Scatter::new([0, 3], [y, y]).size(9).color("black"));
        }
        ax.add(Arrow::new((3.5, 0), (3.5, 4)).label("an arrow").color("C3").width(4).head_size(30));
        ax.legend();
    });
    check("arrows_between", &mut renderer);
}

#[test]
fn shapes_on_polar_axes() {
    let mut renderer = figure(480, 360, |fig| {
        let ax = fig.axes();
        ax.set_projection("polar").set_ylim(0, 4);
        ax.add(Circle::new((1, 2), 0.7).color(("C0", 0.5)).edge_color("C0"));
        ax.add(Rectangle::new((3, 1), 1, 2).color(("C1", 0.5)));
        ax.add(Ellipse::new((5, 3), 30, 60).units("points").color(("C2", 0.5)));
        ax.add(Arrow::new((0, 0), (2.2, 3.5)).arrow_style("-|>").width(2).shrink(0));
        ax.add(Circle::new((4.5, 1.5), 0.5).units("y").color("C3"));
    });
    check("shapes_polar", &mut renderer);
}

#[test]
fn paths_with_holes() {
    let mut renderer = figure(480, 240, |fig| {
        let mut axes = fig.subplots(1, 2);
        let square = |r: f64| Path::polygon([(-r, -r), (r, -r), (r, r), (-r, r)]);
        let turned = |r: f64| Path::polygon([(-r, -r), (-r, r), (r, r), (r, -r)]);
        for (ax, even_odd) in axes.iter_mut().zip([false, true]) {
            let with_both =
                square(2.0).and(&square(1.5)).and(&turned(0.9)).and(&Path::circle((3, 0), 1.5));
            let patch = PathPatch::new(with_both).even_odd(even_odd).edge_color("black");
            ax.add(patch.color(("C0", 0.5)));
            ax.set_aspect("equal");
        }
    });
    check("path_holes", &mut renderer);
}

/// Points without an order, the same each time.
fn scattered(n: u32) -> impl Iterator<Item = (f64, f64)> {
    (0..n).map(|i| ((f64::from(i) * 0.618_034).fract(), (f64::from(i) * 0.754_878).fract()))
}

fn done<T>(_: T) {}

#[test]
fn many_circles() {
    let mut renderer = figure(640, 480, |fig| {
        let mut axes = fig.subplots(2, 2);
        let (x, y): (Vec<_>, Vec<_>) = scattered(120).unzip();
        let radii: Vec<f64> = (0..120).map(|i| 0.01 + 0.0005 * f64::from(i)).collect();
        for (i, ax) in axes.iter_mut().enumerate() {
            let circles = Circles::new(&x, &y, &radii).values(&radii).alpha(0.7);
            match i {
                0 => done(ax.add(circles.edge_color("black"))),
                1 => done(ax.set_aspect("equal").add(circles.cmap("plasma").edge_width(2))),
                2 => {
                    let points = radii.iter().map(|r| 200.0 * r);
                    let circles = Circles::new(&x, &y, points).units("points");
                    ax.add(circles.colors(["C0", "C1", "none"]).edge_color("0.3").edge_style("--"));
                }
                _ => {
                    ax.set_xscale("log").set_xlim(0.01, 1);
                    ax.add(Circles::new(&x, &y, &radii).color("C2").edge_width(1).label("circles"));
                    ax.legend();
                }
            }
        }
    });
    check("many_circles", &mut renderer);
}

#[test]
fn many_polygons() {
    let mut renderer = figure(640, 480, |fig| {
        let ring = |x: f64, y: f64, r: f64, n: u32| {
            let turn = move |i: u32| TAU * f64::from(i) / f64::from(n);
            (0..n).map(move |i| (x + r * turn(i).sin(), y + r * turn(i).cos())).collect::<Vec<_>>()
        };
        let middles = || {
            (0..80).map(|i| (i % 10, i / 10)).map(|(column, row)| {
                (f64::from(column) + 0.5 * f64::from(row % 2), 0.866_025 * f64::from(row))
            })
        };
        let cells = || middles().map(|(x, y)| ring(x, y, 0.577_35, 6));
        let value = |(x, y)| if x == 3.0 { f64::NAN } else { x * y };
        let values: Vec<f64> = middles().map(value).collect();
        let lakes = middles()
            .map(|(x, y)| vec![ring(x, y, 0.577_35, 6), ring(x, y, 0.3, 20), ring(x, y, 0.1, 9)]);
        let mut axes = fig.subplots(2, 2);
        axes[0].set_aspect("equal").add(Polygons::new(cells()).values(&values));
        let map = Polygons::rings(lakes).values(&values).cmap("coolwarm");
        let map = axes[1].add(map.edge_color("white"));
        axes[2].set_xlim(3, 3.7).set_ylim(2, 2.6);
        let near = Polygons::new(cells()).colors(["C0", "C1", "C2"]);
        axes[2].add(near.edge_colors(["black", "red"]).edge_width(2));
        axes[3].set_yscale("log").set_ylim(0.3, 10);
        let faint = Polygons::new(cells()).colors(["C0", "C4"]).alpha(0.5).label("cells");
        axes[3].add(faint);
        axes[3].legend();
        fig.colorbar(map);
    });
    check("many_polygons", &mut renderer);
}
