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
fn lines_by_value() {
    let mut renderer = figure(800, 560, |fig| {
        let mut axes = fig.subplots(2, 2);
        let t = linspace(0, 7, 300);
        let ax = &mut axes[(0, 0)];
        let knot = Line::new(t.iter().map(|t| (2.0 * t).sin()), t.iter().map(|t| (3.0 * t).cos()));
        let knot = ax.add(knot.values(&t).width(9).alpha(0.5).label("clear"));
        ax.legend().colorbar(knot);

        let ax = &mut axes[(0, 1)];
        let y = |level: f64| {
            (0..9).map(move |i| if i == 6 { f64::NAN } else { level + f64::from(i * i % 5) })
        };
        let values = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(f64::from);
        let coarse = Norm::Bounds(vec![0.0, 2.0, 4.0, 6.0, 8.0]);
        ax.add(
            Line::new(0..9, y(0.0)).values(values).norm(coarse).width(4).marker('o').label("bins"),
        );
        ax.add(
            Line::new(0..9, y(5.0))
                .values(values)
                .style("--")
                .cmap("plasma")
                .width(3)
                .label("dashes"),
        );
        ax.add(
            Line::new(0..9, y(10.0))
                .values(values)
                .steps("mid")
                .cmap("coolwarm")
                .width(3)
                .marker('s'),
        );
        let gap = values.map(|v| if v == 3.0 { f64::NAN } else { v });
        ax.add(Line::new(0..9, y(15.0)).values(gap).width(6).label("gap"));
        ax.set_xlim(-0.5, 8.5).set_legend(Legend::new().loc("upper right"));

        let ax = &mut axes[(1, 0)];
        let x = linspace(1, 1000, 400);
        let widths = x.iter().map(|x| 1.0 + 0.012 * x);
        let along =
            Line::new(&x, x.iter().map(|x| x.powf(1.5))).values(&x).norm("log").widths(widths);
        ax.add(along.label("log"));
        ax.add(
            Line::new([1, 30, 1000], [1e4, 1e1, 2e3])
                .widths([1, 14, 3])
                .color("C3")
                .alpha(0.6)
                .label("w"),
        );
        ax.set_xscale("log").set_yscale("log").set_legend(Legend::new().loc("lower right"));

        let ax = axes[(1, 1)].set_projection("polar");
        let around = linspace(0, 20, 500);
        ax.add(Line::new(&around, &around).values(&around).cmap("twilight").width(4));
    });
    check("lines_by_value", &mut renderer);
}

#[test]
fn families_of_lines() {
    let mut renderer = figure(700, 320, |fig| {
        let mut axes = fig.subplots(1, 2);
        let x = linspace(0, 10, 80);
        let ax = &mut axes[(0, 0)];
        let waves = (0..30).map(|i| {
            let shift = 0.1 * f64::from(i);
            x.iter().map(move |x| shift * (x + shift).sin())
        });
        let waves = ax.add(Lines::rows(&x, waves).values(0..30).width(1).label("by value"));
        ax.legend().colorbar(waves);

        let ax = &mut axes[(0, 1)];
        let fan = (0..12).map(|i| [(0.0, 0.0), (1.0, f64::from(i)), (1.5, f64::from(i * i) / 8.0)]);
        let fan =
            Lines::new(fan).colors(["C0", "C1", "C3"]).widths((1..13).map(|i| 0.5 * f64::from(i)));
        ax.add(fan.alpha(0.5).label("three colours"));
        let short =
            [vec![(0.0, 14.0), (1.5, 14.0)], vec![], vec![(0.0, 15.0), (1.5, 16.0), (1.5, 13.0)]];
        ax.add(Lines::new(short).style("--").label("next"));
        ax.set_legend(Legend::new().loc("upper left"));
    });
    check("families_of_lines", &mut renderer);
}

#[test]
fn errors_of_both_kinds_and_limits() {
    let mut renderer = figure(700, 320, |fig| {
        let mut axes = fig.subplots(1, 2);
        let ax = &mut axes[(0, 0)];
        let x = linspace(1, 9, 9);
        let lower: Vec<f64> = x.iter().map(|x| 0.1 * x).collect();
        let y = |level: f64| x.iter().map(move |x| level + x.sin());
        let sided = ErrorBars::new(&x, y(1.0), (&lower, 0.2)).x_errors((0.1, 0.4)).marker('o');
        ax.add(sided.label("both"));
        let is = |n: usize| (0..9).map(move |i| i % 3 == n);
        let limits =
            ErrorBars::new(&x, y(4.0), 0.5).lolims(is(0)).uplims(is(1)).cap_size(5).marker('.');
        ax.add(limits.cap_thick(1.5).label("limits"));
        let level =
            ErrorBars::new(&x, y(7.0), 0.6).horizontal().xlolims(is(0)).xuplims(is(1)).cap_size(0);
        ax.add(level.width(2).label("level"));
        ax.add(
            ErrorBars::new(&x, y(10.0), 0.8)
                .uplims(true)
                .every((1, 3))
                .marker('s')
                .alpha(0.5)
                .label("every"),
        );
        ax.set_legend(Legend::new().loc("upper right").columns(2)).set_ylim(-1, 14);

        let ax = axes[(0, 1)].set_projection("polar");
        let angles = [0.3, 1.5, 2.7, 4.0, 5.5];
        let bars = ErrorBars::new(angles, [1.0, 2.0, 1.5, 2.5, 2.0], (0.3, 0.6))
            .x_errors([0.2, 0.1, 0.3, 0.2, 0.1]);
        ax.add(bars.lolims([true, false, true, false, false]).cap_size(5));
    });
    check("errors_of_both_kinds_and_limits", &mut renderer);
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
