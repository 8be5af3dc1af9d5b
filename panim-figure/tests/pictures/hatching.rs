//! Patterns on areas.

use crate::support::{check, figure};
use panim_figure::*;

#[test]
fn patterns() {
    let mut renderer = figure(640, 480, |fig| {
        let signs = ["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*"];
        let twice = ["//", "\\\\", "||", "--", "++", "xx", "oo", "OO", "..", "**"];
        let both = ["/o", "\\|", "|*", "-\\", "+o", "x*", "o-", "O|", "O.", "*-"];
        let ax = fig.axes();
        ax.set_xlim(0, 10).set_ylim(0, 3).set_axis_off(true);
        for (row, patterns) in [both, twice, signs].iter().enumerate() {
            for (column, pattern) in patterns.iter().enumerate() {
                let at = (column as f64 + 0.1, row as f64 + 0.2);
                let area = Rectangle::new(at, 0.8, 0.6).color("none").edge_color("black");
                ax.add(area.hatch(*pattern));
            }
        }
    });
    check("hatches", &mut renderer);
}

#[test]
fn hatched_circles_and_hexagons() {
    let mut renderer = figure(640, 300, |fig| {
        let mut axes = fig.subplots(1, 2);
        let circles = Circles::new([1, 3, 5], [1, 2, 1], [1.0, 1.5, 0.8]).colors(["C0", "C1", "w"]);
        let circles = circles.hatches(["/", "o", "xx"]).edge_color("black").alpha(0.6);
        axes[0].add(circles);
        let n = linspace(0, 40, 400);
        let x = n.iter().map(|n| n.sqrt() * n.cos());
        let y = n.iter().map(|n| n.sqrt() * n.sin());
        axes[1].add(Hexbin::new(x, y).gridsize(6).cmap("Greens").hatch("..").hatch_color("C3"));
    });
    check("hatched_circles", &mut renderer);
}

#[test]
fn hatched_artists() {
    let mut renderer = figure(960, 640, |fig| {
        let mut axes = fig.subplots(2, 3);
        let x = [1, 2, 3, 4];
        let ax = &mut axes[0];
        ax.add(Bars::new(x, [4, 3, 2, 1]).edge_color("black").hatch("/").label("below"));
        let above = Bars::new(x, [2, 3, 4, 5]).bottom([4, 3, 2, 1]);
        let hatches = ["--", "+", "x", "\\"];
        ax.add(above.edge_color("black").hatches(hatches).hatch_color("white").label("above"));
        ax.set_legend(Legend::new().loc("upper left"));

        let ax = &mut axes[1];
        ax.add(Pie::new([40, 25, 20, 15]).hatches(["**O", "oO", "O.O", ".||."]));

        let ax = &mut axes[2];
        let (x, y) = (linspace(-3, 3, 60), linspace(-3, 3, 50));
        let values = y.iter().map(|y| x.iter().map(move |x| (-x * x - y * y).exp() + 0.3 * x));
        let bands = ContourFilled::new(&x, &y, values).cmap("gray").extend("both").alpha(0.5);
        let bands = ax.add(bands.hatches(["-", "/", "\\", "//"]).level_count(6));
        ax.colorbar(bands);

        let ax = &mut axes[3];
        let x = linspace(0, 6, 100);
        let sine = x.iter().map(|x| x.sin());
        let area = FillBetween::new(&x, -0.5, sine).color(("C1", 0.4));
        ax.add(area.hatch("xx").hatch_color("C1").label("area"));
        ax.add(Span::vertical(1, 2).color("none").hatch("...").hatch_width(0.5));
        ax.add(Circle::new((4.5, 0.6), 30).units("points").color("C2").hatch("O").alpha(0.5));
        ax.add(Wedge::new((5, -1.2), 30, 0, 250).units("points").width(15).hatch("\\\\"));
        ax.legend();

        let ax = &mut axes[4];
        let rows = [[1, 2, 3, 2], [2, 2, 1, 1], [1, 1, 2, 3]];
        let stack = StackPlot::new(0..4, rows).hatches(["/", "", "o"]).edge_color("black");
        ax.add(stack.labels(["first", "second", "third"]));
        ax.set_legend(Legend::new().loc("upper left"));

        let ax = &mut axes[5];
        let samples = |shift: f64| (0..40).map(move |i| shift + f64::from(i * i) / 400.0);
        let groups = || [samples(0.0), samples(1.0), samples(2.0)];
        let boxes = BoxPlot::new(groups()).colors(["white", "skyblue", "wheat"]);
        ax.add(boxes.hatches(["//", "", "xx"]).positions([1, 2, 3]));
        ax.add(Violin::new(groups()).positions([1.5, 2.5, 3.5]).hatch("|"));
        ax.add(Stairs::new([2, 5, 3]).edges([4, 5, 6, 7]).hatch("*"));
        ax.add(Histogram::new(samples(5.0)).bins(4).horizontal().alpha(0.5).hatch("+"));
    });
    check("hatched", &mut renderer);
}
