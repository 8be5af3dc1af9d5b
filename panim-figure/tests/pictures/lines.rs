//! Lines, markers and areas between lines.

use crate::support::{check, figure};
use panim_figure::*;
use std::f64::consts::TAU;

#[test]
fn line_styles_and_widths() {
    let styles: [LineStyle; 5] = [
        LineStyle::Solid,
        LineStyle::Dashed,
        LineStyle::DashDot,
        LineStyle::Dotted,
        LineStyle::Dashes(vec![6.0, 2.0, 1.0, 2.0, 1.0, 2.0]),
    ];
    let mut renderer = figure(500, 400, |fig| {
        let ax = fig.axes();
        let x = linspace(0.0, 10.0, 100);
        for (i, style) in styles.into_iter().enumerate() {
            let offset = 3.0 * i as f64;
            let y = x.iter().map(|x| x.sin() + offset);
            ax.add(Line::new(&x, y).style(style).width(1.0 + i as f64));
        }
        ax.add(Line::new([0.0, 10.0], [-2.0, 14.0]).width(12.0).color("tomato").alpha(0.3));
    });
    check("line_styles", &mut renderer);
}

#[test]
fn markers() {
    let mut renderer = figure(500, 400, |fig| {
        let ax = fig.axes();
        for (i, marker) in "o.sDd^v<>*ph+x|_".chars().enumerate() {
            let (x, y) = ((i % 4) as f64, (i / 4) as f64);
            let line = Line::new([x, x + 0.5], [y, y + 0.3]).marker(marker).width(0.8);
            ax.add(line.marker_size(10.0));
        }
        let faded = Line::new([0.0, 0.1, 0.2], [3.7, 3.7, 3.7]).style("").marker('o');
        ax.add(faded.marker_size(20.0).marker_color("#d62728").alpha(0.4));
    });
    check("markers", &mut renderer);
}

/// Every name, hollow and filled, and markers of one's own.
#[test]
fn markers_of_all_kinds() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        ax.set_xlim(-0.5, 9.5).set_ylim(-0.5, 9.0).set_axis_off(true);
        let names = "o . , s D d ^ v < > p h H 8 * P X + x 1 2 3 4 | _ tickleft tickright tickup tickdown \
                     caretleft caretright caretup caretdown caretleftbase caretrightbase caretupbase \
                     caretdownbase $\\alpha$ $x^2$ $f$";
        for (i, name) in names.split_whitespace().enumerate() {
            let at = ((i % 10) as f64, (i / 10) as f64);
            let line =
                Line::from_points([at]).marker(name).marker_size(18).marker_edge_color("black");
            ax.add(line.marker_color(("C0", 0.6)).marker_edge_width(1.5));
            let at = (at.0 + 0.4, at.1 + 0.4);
            ax.add(Scatter::from_points([at]).marker(name).size(80).color("none").edge_color("C3"));
        }
        let mut drop = artist::Path::new();
        drop.move_to(0, 1).curve_to((1.2, -0.4), (0.6, -1), (0, -1));
        drop.curve_to((-0.6, -1), (-1.2, -0.4), (0, 1)).close();
        let ring = artist::Path::circle((0, 0), 1).and(&artist::Path::polygon([
            (0.5, 0.0),
            (0.0, 0.5),
            (-0.5, 0.0),
        ]));
        let own = [Marker::path(&drop), Marker::path(drop).rotated(90), Marker::path(ring)];
        let regular = [3, 7].map(Marker::polygon).into_iter().chain([4, 9].map(Marker::star));
        let asterisks =
            [Marker::asterisk(3), Marker::asterisk(8).rotated(10), Marker::star(5).rotated(36)];
        for (i, marker) in own.into_iter().chain(regular).chain(asterisks).enumerate() {
            ax.add(
                Scatter::new([i], [4.5]).marker(marker).size(500).color("C1").edge_color("black"),
            );
        }
        let n = linspace(0, 9, 10);
        let row = |y: f64| Scatter::new(&n, [y; 10]).size(300).color("C2");
        ax.add(row(5.5).edge_width(linspace(0, 5, 10)).edge_color("black"));
        ax.add(row(6.5).alphas(linspace(0.1, 1.0, 10)).edge_color("black").marker("P"));
        let edges = ["C0", "face", "C3", "none"];
        ax.add(row(7.5).edge_colors(edges).edge_width(4).marker("8"));
        let faint = (0..10).map(|i| ("black", 0.1 * f64::from(i) + 0.1));
        ax.add(
            row(8.5).color("none").edge_colors(faint).edge_width(2).sizes(linspace(20, 600, 10)),
        );
    });
    check("markers_of_all_kinds", &mut renderer);
}

#[test]
fn gaps_and_points_far_outside() {
    let mut renderer = figure(400, 300, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 10.0).set_ylim(-1.0, 1.0);
        let x = linspace(0.0, 10.0, 101);
        let y = x.iter().map(|x| if (4.0..5.0).contains(x) { f64::NAN } else { x.sin() });
        ax.add(Line::new(&x, y).width(4.0));
        ax.add(Line::new([-1e12, 1e12], [-1e11, 1e11]));
        ax.add(Line::new([5.0, 5.0], [f64::NEG_INFINITY, f64::INFINITY]));
        ax.add(Line::new([7.0, 7.0], [-1e300, 1e300]).style(":"));
    });
    check("gaps", &mut renderer);
}

#[test]
fn areas() {
    let mut renderer = figure(700, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let x = linspace(0.0, 10.0, 201);
        let ax = &mut grid[(0, 0)];
        let gap = |x: &f64| if (6.0..7.0).contains(x) { f64::NAN } else { x.sin() };
        let band = FillBetween::new(&x, x.iter().map(gap), x.iter().map(|x| 0.5 * x.cos()));
        ax.add(band.alpha(0.4).edge_color("C0").label("between"));
        ax.add(Line::new(&x, x.iter().map(|x| x.sin())).label("sine"));
        ax.legend();

        let ax = &mut grid[(0, 1)];
        ax.set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_grid(true);
        let corner = |i: i32| TAU * 2.0 * f64::from(i) / 5.0;
        let star = (0..5).map(|i| corner(i).sin()).zip((0..5).map(|i| corner(i).cos()));
        let (x, y): (Vec<_>, Vec<_>) = star.unzip();
        ax.add(Polygon::new(x, y).color("gold").edge_color("darkorange").edge_width(3.0));
        // cut by the limits, and far beyond them
        ax.add(Polygon::new([-9e9, 0.0, 9e9], [-9e9, -0.5, -9e9]).alpha(0.5));
        let corners = [(-0.9, -0.9), (-0.2, -0.9), (-0.2, -0.2), (-0.9, -0.2)];
        let hole = [(-0.7, -0.8), (-0.3, -0.8), (-0.3, -0.4)];
        let holed = Polygon::from_points(corners).holes([hole]).color("C2").edge_width(1);
        ax.add(holed.edge_style("--"));
        ax.add(HLine::new(0.25).style(":"));
        ax.add(VLine::new(1e300));
    });
    check("areas", &mut renderer);
}

#[test]
fn stems() {
    let mut renderer = figure(640, 240, |fig| {
        let mut axes = fig.subplots(1, 2);
        let x = linspace(0.0, TAU, 21);
        let y = x.iter().map(|x| if *x == 0.0 { f64::NAN } else { x.sin() / x });
        let ax = &mut axes[(0, 0)];
        ax.add(Stem::new(&x, y).label("sinc"));
        ax.legend();
        let look = Stem::new([1, 2, 3, 4], [3, 5, 2, 4]).bottom(1.0).color("C2").marker('D');
        let look = look.marker_color("gold").marker_size(8.0).base_color("none").width(3.0);
        axes[(0, 1)].add(look.alpha(0.7));
    });
    check("stems", &mut renderer);
}
