//! Values and errors of bars, histograms, boxes, violins and pies.

use crate::support::{check, figure};
use panim_figure::*;

#[test]
fn values_and_errors_of_bars() {
    let mut moving = Handle::default();
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let ax = &mut grid[(0, 0)];
        let bars = Bars::new(0..4, [3.0, 7.25, -2.0, 0.0]).value_labels(Format::general());
        ax.add(bars.errors([0.5, 1.0, 0.75, f64::NAN]));
        let upper = Bars::new([4, 5], [2.5, 4.0]).bottom([1.0, 2.0]).color("C1");
        ax.add(upper.value_labels(Format::digits(1)).value_labels_inside(true));
        ax.add(HLine::new(0.0).color("black").width(0.8));

        let ax = &mut grid[(0, 1)];
        let horizontal =
            Bars::new(0..3, [0.2, 0.5, -0.3]).horizontal().color("C2").errors([0.1; 3]);
        let horizontal = horizontal.cap_size(0.0).error_color("C3").error_width(3.0);
        ax.add(horizontal.value_labels(Format::percent(1)).value_label_size(8.0));

        let ax = &mut grid[(0, 2)];
        // over the top, and out of sight
        ax.set_ylim(0.0, 10.0);
        let bars = Bars::new(0..3, [10.0, 12.0, 6.0]).value_labels(|value| format!("{value} kg"));
        let bars = bars.value_label_weight(Weight::BOLD).value_label_color("C3");
        moving = ax.add(bars);
    });
    renderer.frame(0)[moving].set_height([9.7, 10.5, 3.3]).set_errors([0.2, 0.5, 1.0]);
    check("bar_values", &mut renderer);
}

#[test]
fn areas_in_steps_and_masks_and_marks_here_and_there() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let (x, y) = ([0.0, 1.0, 2.0, 3.0, 4.0], [1.0, 3.0, 2.0, f64::NAN, 2.5]);
        for (i, steps) in [Steps::Pre, Steps::Mid, Steps::Post].into_iter().enumerate() {
            let lift = |y: &f64| y + 4.0 * i as f64;
            let area = FillBetween::new(x, [4 * i; 5], y.iter().map(lift)).steps(steps);
            grid[(0, 0)].add(area.alpha(0.5).edge_color("black").label(format!("{steps:?}")));
        }
        grid[(0, 0)].legend();

        let ax = &mut grid[(0, 1)];
        let x = linspace(0.0, 6.0, 13);
        let (low, high): (Vec<_>, Vec<_>) = x.iter().map(|x| (0.5 * x.cos(), x.sin())).unzip();
        let above = || low.iter().zip(&high).map(|(low, high)| high > low);
        let area = || FillBetween::new(&x, &low, &high).alpha(0.4);
        ax.add(area().mask(above()).interpolate(true).color("C2"));
        ax.add(area().mask(above().map(|above| !above)).color("C3"));
        ax.add(Line::new(&x, &low));
        ax.add(Line::new(&x, &high));

        let x = linspace(0.0, 6.0, 61);
        let line = |shift: f64| Line::new(&x, x.iter().map(|x| (x + shift).sin()));
        grid[(0, 2)].add(line(0.0).marker('o').mark_every(10));
        grid[(0, 2)].add(line(1.0).style("").marker('s').mark_every(7));
    });
    check("areas_masked", &mut renderer);
}

/// Bell-shaped samples without chance: sums of a few that are spread evenly.
pub(crate) fn bell(n: usize, middle: f64, spread: f64) -> Vec<f64> {
    let even = |i: usize, step: f64| (i as f64 * step).fract() - 0.5;
    let sum = |i: usize| [0.618_034, 0.414_214, 0.732_051].map(|step| even(i, step)).iter().sum();
    (1..=n)
        .map(|i| {
            let sum: f64 = sum(i);
            middle + 2.0 * spread * sum
        })
        .collect()
}

#[test]
fn histograms() {
    let mut renderer = figure(900, 600, |fig| {
        let mut grid = fig.subplots(2, 3);
        let (a, b) = (bell(1000, 0.0, 1.0), bell(700, 1.5, 0.6));
        grid[(0, 0)].add(Histogram::new(&a));

        let ax = &mut grid[(0, 1)];
        ax.add(Histogram::new(&a).bins(30).range(-3.0, 3.0).density(true).alpha(0.5));
        let x = linspace(-3.0, 3.0, 200);
        ax.add(Line::new(&x, kde(&a, &x)));

        let ax = &mut grid[(0, 2)];
        let edges = [-3.0, -1.5, -0.5, 0.0, 0.25, 0.5, 1.0, 3.0];
        ax.add(Histogram::new(&a).bins(edges).density(true).edge_color("white").color("C2"));

        let ax = &mut grid[(1, 0)];
        ax.add(Histogram::new(&a).bins(Bins::Auto).style(HistStyle::Step).label("a"));
        let filled = Histogram::new(&b).bins(Bins::Sturges).style(HistStyle::StepFilled);
        ax.add(filled.alpha(0.5).edge_color("black").label("b"));
        ax.legend();

        let ax = &mut grid[(1, 1)];
        let steps = |samples: &[f64]| Histogram::new(samples).bins(40).style(HistStyle::Step);
        ax.add(steps(&a).cumulative(true).density(true).edge_width(2.0));
        ax.add(steps(&b).cumulative(true).density(true).edge_color("black"));

        let ax = &mut grid[(1, 2)];
        let weights = a.iter().map(|x| x.abs());
        ax.add(Histogram::new(&a).bins(12).weights(weights).horizontal().edge_width(0.5));
    });
    check("histograms", &mut renderer);
}

#[test]
fn a_histogram_that_moves_keeps_its_bins() {
    let mut moving = Handle::default();
    let mut renderer = figure(300, 240, |fig| {
        let ax = fig.axes();
        ax.set_ylim(0.0, 40.0);
        moving = ax.add(Histogram::new(bell(100, 0.0, 1.0)));
    });
    renderer.frame(0)[moving].set_data(bell(150, 0.7, 1.0));
    check("histogram_moved", &mut renderer);
}

#[test]
fn boxes() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let far = |n, middle| [bell(n, middle, 1.0), vec![middle - 4.5, middle + 5.0]].concat();
        let groups = || [far(40, 0.0), far(60, 1.0), bell(20, 2.0, 0.5), far(9, 0.5)];
        let ax = &mut grid[(0, 0)];
        ax.add(BoxPlot::new(groups()));
        ax.set_xticks(1..=4).set_xticklabels(["a", "b", "c", "d"]);

        let ax = &mut grid[(0, 1)];
        let boxes = BoxPlot::new(groups()).notch(true).show_means(true).show_outliers(false);
        ax.add(boxes.colors(["C0", "C8", "#cccccc"]).width(0.7).median_color("black").label("box"));
        ax.set_xticks(1..=4).legend();

        let ax = &mut grid[(0, 2)];
        let horizontal = BoxPlot::new(groups()).horizontal().positions([1.0, 2.0, 4.0, 5.5]);
        let horizontal =
            horizontal.color("lightblue").edge_color("C0").edge_width(2.0).whiskers(0.5);
        ax.add(horizontal.outlier_marker('D').outlier_size(4.0).show_caps(false).median_width(3.0));
    });
    check("boxes", &mut renderer);
}

#[test]
fn violins() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let two = [bell(80, -1.0, 0.4), bell(40, 2.0, 0.5)].concat();
        let groups = || [bell(100, 0.0, 1.0), two.clone(), bell(30, 1.0, 0.3), vec![1.0, 1.0]];
        grid[(0, 0)].add(Violin::new(groups()));

        let ax = &mut grid[(0, 1)];
        let violins = Violin::new(groups()).width(0.9).show_means(true).show_medians(true);
        let violins = violins.colors(["C1", "C2", "C3"]).body_alpha(0.7).line_color("black");
        ax.add(violins.line_width(1.0).label("violin"));
        ax.legend();

        let ax = &mut grid[(0, 2)];
        let horizontal = Violin::new(groups()).horizontal().positions([1.0, 2.0, 4.0, 5.0]);
        ax.add(horizontal.bandwidth(Bandwidth::Factor(0.2)).show_extrema(false));
    });
    check("violins", &mut renderer);
}

#[test]
fn several_histograms() {
    let mut renderer = figure(900, 560, |fig| {
        let mut grid = fig.subplots(2, 3);
        let sets =
            || Histograms::new([bell(300, 0.0, 1.0), bell(200, 1.5, 1.0), bell(100, -1.0, 0.5)]);
        let names = ["a", "b", "c"];
        grid[(0, 0)].add(sets().labels(names));
        grid[(0, 0)].legend();
        grid[(0, 1)].add(sets().stacked(true).edge_color("white").hatches(["", "/", "x"]));
        grid[(0, 2)].add(sets().stacked(true).style("stepfilled").density(true));
        grid[(1, 0)].add(sets().stacked(true).style("step").edge_width(2).labels(names));
        grid[(1, 0)].legend();
        grid[(1, 1)].add(sets().style("stepfilled").alpha(0.5).colors(["C3", "C4", "C5"]));
        grid[(1, 2)].add(sets().cumulative(true).density(true).horizontal().bar_width(1));
    });
    check("several_histograms", &mut renderer);
}

#[test]
fn parts_of_boxes_and_sides_of_violins() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let groups = || [bell(40, 0.0, 1.0), bell(60, 1.0, 1.0), bell(20, 2.0, 0.5)];
        let boxes = BoxPlot::new(groups()).whisker_percentiles(5, 95).edge_color("C0");
        let boxes = boxes.edge_style("--").whisker_color("C1").whisker_style(":").cap_color("C2");
        let boxes = boxes.cap_thick(3).cap_length(0.5).median_color("C3").median_width(2);
        grid[(0, 0)].add(boxes.show_means(true).mean_line(true).edge_width(2).median_style("-."));

        let boxes = BoxPlot::new(groups()).show_box(false).show_means(true).mean_marker("D");
        let boxes = boxes.mean_size(9).mean_color("C4").whisker_width(3).cap_style("--");
        grid[(0, 1)].add(boxes.outlier_marker("+").whiskers(0.5));

        let ax = &mut grid[(0, 2)];
        let quartiles = [[0.25, 0.75]];
        ax.add(Violin::new(groups()).side("low").quantiles(quartiles).label("low"));
        let more = groups().map(|group| group.into_iter().map(|v| 0.5 - v).collect::<Vec<_>>());
        ax.add(Violin::new(more).side("high").show_medians(true).label("high"));
        ax.legend();
    });
    check("parts_of_boxes", &mut renderer);
}

#[test]
fn pies_in_a_frame_and_with_shadows() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let pie = Pie::new([15, 30, 45, 10]).labels(["Frogs", "Hogs", "Dogs", "Logs"]);
        grid[(0, 0)].add(pie.explode([0.0, 0.1, 0.0, 0.0]).start_angle(90).shadow(true));

        let ax = &mut grid[(0, 1)];
        ax.add(Pie::new([1, 2, 3]).radius(3).center((4, 4)).frame(true).edge_color("white"));
        ax.add(Line::new([0, 8], [0, 8]).color("k"));

        let ax = &mut grid[(0, 2)];
        let part = Pie::new([("a", 0.2), ("b", 0.3), ("_c", 0.1)]).normalize(false);
        ax.add(part.hole(0.6).label_distance(0.8).colors(["gold", "tab:red"]).edge_width(1));
        ax.set_legend(Legend::new().loc("lower right"));
    });
    check("pies_framed", &mut renderer);
}

#[test]
fn pies() {
    let mut moving = Handle::default();
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let pie = Pie::new([15, 30, 45, 10]).labels(["Frogs", "Hogs", "Dogs", "Logs"]);
        let pie = pie.explode([0.0, 0.1, 0.0, 0.0]).start_angle(90.0);
        grid[(0, 0)].add(pie.percent(Format::percent(1)));

        let ring = Pie::new([3.0, 1.0, 2.0]).labels(["three", "one", "two"]).hole(0.6);
        let ring = ring.colors(["tab:red", "gold", "#888"]).edge_color("white").edge_width(2.0);
        let ring =
            ring.percent(|fraction: f64| format!("{:.0}/6", fraction * 6.0)).percent_distance(0.8);
        let ring = ring.percent_color("white").percent_weight(Weight::BOLD).counterclock(false);
        grid[(0, 1)].add(ring.label_size(8.0).label_weight(Weight::BOLD).label_color("C3"));

        let pie = Pie::new([1, 1, 1]).labels(["a", "gone", "the rest"]).radius(1.2);
        moving = grid[(0, 2)].add(pie.percent(Format::percent(0)).percent_size(12.0).alpha(0.7));
    });
    renderer.frame(0)[moving].set_values([0.46, 0.0, 1.0]);
    check("pies", &mut renderer);
}

#[test]
fn on_polar_axes_and_on_dark() {
    let mut renderer = figure(900, 320, |fig| {
        fig.set_style(Style::dark());
        let mut grid = fig.subplots(1, 3);
        let ax = &mut grid[(0, 0)];
        ax.set_projection(Projection::Polar).set_ylim(0.0, 10.0);
        let bars = Bars::new(linspace(0.0, 5.5, 6), [4.0, 9.0, 6.0, 12.0, 3.0, 7.0]);
        ax.add(bars.bottom([1.0; 6]).errors([1.0; 6]).value_labels(Format::digits(0)));
        ax.add(Histogram::new(bell(60, 3.0, 2.0)).bins(8).style(HistStyle::Bars).alpha(0.5));

        let ax = &mut grid[(0, 1)];
        ax.add(BoxPlot::new([bell(30, 0.0, 1.0), bell(40, 1.0, 0.5)]).show_means(true));
        ax.add(Bars::new([3.5, 4.0], [1.0, 2.0]).width(0.3).errors([0.2, 0.3]));

        let pie = Pie::new([3, 2, 1, 1]).labels(["a", "b", "c", "d"]).percent_color("black");
        grid[(0, 2)].add(pie.percent(Format::percent(0)));
    });
    check("stats_dark", &mut renderer);
}
