//! Distributions, stairs, events, stacks, broken bars, and lines across the axes.

use crate::{
    stats::bell,
    support::{check, figure},
};
use panim_figure::*;

#[test]
fn distributions() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let (a, b) = (bell(40, 0.0, 1.0), bell(25, 1.0, 0.6));
        let ax = &mut grid[(0, 0)];
        ax.add(Ecdf::new(&a).label("a"));
        ax.add(Ecdf::new(&b).style("--").label("b"));
        ax.legend();

        let ax = &mut grid[(0, 1)];
        ax.add(Ecdf::new(&a).complementary(true).color("C3").marker("."));
        ax.add(Ecdf::new(&a).weights(a.iter().map(|a| a.abs())).width(3));

        grid[(0, 2)].add(Ecdf::new(&b).horizontal().color("C2"));
    });
    check("ecdf", &mut renderer);
}

#[test]
fn stairs() {
    let mut moving = Handle::default();
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let values = [2.0, 3.0, 1.0, f64::NAN, 4.0, 2.5];
        let ax = &mut grid[(0, 0)];
        ax.add(Stairs::new(values).label("stairs"));
        ax.add(Stairs::new([1.0, 0.5, 2.0]).edges([0.5, 2.0, 3.0, 5.5]).fill(true).alpha(0.5));
        ax.legend();

        let ax = &mut grid[(0, 1)];
        ax.add(Stairs::new([3, 4, 2]).baseline([1, 2, 0]).fill(true).edge_color("black"));
        ax.add(Stairs::new([5, 6, 5]).baseline([4, 5, 4]).edge_width(2).edge_style("--"));
        ax.add(Stairs::new([8, 9, 7]).open(true).edge_width(3));

        moving = grid[(0, 2)].add(Stairs::new([1, 2, 3]).horizontal().fill(true).color("C4"));
    });
    renderer.frame(0)[moving].set_values([2.0, 2.6, 1.4]);
    check("stairs", &mut renderer);
}

#[test]
fn events() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let rows = || [bell(30, 0.0, 1.0), bell(20, 0.5, 0.5), bell(10, -0.5, 0.3)];
        grid[(0, 0)].add(EventPlot::new(rows()));

        let ax = &mut grid[(0, 1)];
        let events = EventPlot::new(rows()).colors(["C0", "C1", "C2"]).line_offsets([-1, 2, 4]);
        ax.add(events.line_lengths([1.0, 2.0, 0.5]).widths([1, 2, 3]).labels(["a", "b", "c"]));
        ax.legend();

        let ax = &mut grid[(0, 2)];
        ax.add(EventPlot::new([bell(30, 0.0, 1.0)]).vertical().width(4).alpha(0.5).style(":"));
    });
    check("events", &mut renderer);
}

#[test]
fn stacks() {
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 2);
        let x = linspace(0, 10, 60);
        let row =
            |k: f64| x.iter().map(move |x| 1.5 + (x * k).sin() + 0.3 * k * (x - 3.0 * k).cos());
        let rows: Vec<Vec<f64>> = [0.5, 0.9, 1.4].iter().map(|k| row(*k).collect()).collect();
        let stack = || StackPlot::new(&x, &rows);
        let ax = &mut grid[(0, 0)];
        ax.add(stack().labels(["one", "two", "_hidden"]));
        ax.set_legend(Legend::new().loc("upper left"));
        grid[(0, 1)].add(stack().baseline("sym").colors(["gold", "tab:red"]).edge_color("black"));
        grid[(1, 0)].add(stack().baseline("wiggle"));
        grid[(1, 1)].add(stack().baseline("weighted_wiggle").alpha(0.5));
    });
    check("stacks", &mut renderer);
}

#[test]
fn lines_and_bands_over_a_part_of_the_axes() {
    let mut axes = Handle::default();
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let ax = &mut grid[(0, 0)];
        ax.add(AxLine::new((0, 0), (1, 1)).label("two points"));
        ax.add(AxLine::slope((0.5, 0.2), -2).color("C1").style("--").width(2));
        ax.add(AxLine::slope(At::Axes(0.5, 0.5), f64::INFINITY).color("C2").style(":"));
        ax.add(Span::horizontal(0.3, 0.5).xmin(0.1).xmax(0.4).alpha(0.4));
        ax.add(Span::vertical(0.6, 0.7).ymin(0.5).ymax(1.2).color("C3").alpha(0.4));
        ax.add(HLine::new(0.8).xmin(0.25).xmax(0.75).color("k"));
        ax.add(VLine::new(0.2).ymax(0.5).style("--").color("k"));
        axes = ax.handle();

        let ax = &mut grid[(0, 1)];
        ax.set_xscale("log").set_yscale("log").set_xlim(1, 1000).set_ylim(0.01, 100);
        ax.add(AxLine::new((1, 100), (100, 1)));
        ax.add(AxLine::slope((10, 1), 2).color("C1"));
        let bars = BrokenBars::new([(2, 8), (50, 400)], (1, 5)).colors(["C2", "C3"]);
        ax.add(bars.edge_color("black").align("top"));

        let ax = &mut grid[(0, 2)];
        ax.set_projection("polar").set_ylim(0, 1);
        ax.add(HLine::new(0.7).xmin(0.1).xmax(0.4).width(3));
        ax.add(VLine::new(1.0).ymin(0.2).ymax(0.9).color("C1").width(3));
        ax.add(Span::horizontal(0.3, 0.5).xmin(0.5).xmax(0.9).color("C2").alpha(0.5));
        ax.add(Span::vertical(4.0, 5.0).ymin(0.6).color("C3").alpha(0.5));
        ax.add(AxLine::new((0.5, 0.8), (2.5, 0.8)).color("C4"));
    });
    renderer.frame(0)[axes].set_xlim(-0.2, 1.2).set_ylim(1.1, 0.0);
    check("across", &mut renderer);
}
