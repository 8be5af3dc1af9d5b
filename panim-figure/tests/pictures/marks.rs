//! Bars, errors, scattered points, spans and texts.

use crate::support::{check, figure};
use panim_figure::*;

#[test]
fn bars_upright_stacked_and_lying() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let heights = [3.0, 7.0, -2.0, 5.0];
        grid[(0, 0)].add(Bars::new(0..4, heights).edge_color("black"));
        grid[(0, 0)].add(HLine::new(0.0).color("black").width(0.8));

        let ax = &mut grid[(0, 1)];
        ax.set_xticks(0..3).set_xticklabels(["one", "two", "three"]).legend();
        ax.add(Bars::new(0..3, [2.0, 3.0, 1.0]).label("lower"));
        ax.add(Bars::new(0..3, [1.0, 2.0, 3.0]).bottom([2.0, 3.0, 1.0]).label("upper"));

        let ax = &mut grid[(0, 2)];
        let colors = ["tab:red", "tab:green", "#888888"];
        let horizontal =
            Bars::new(0..5, [5.0, 4.0, f64::NAN, 2.0, 1.0]).horizontal().colors(colors);
        ax.add(horizontal.width(1.0).alpha(0.6));
        ax.add(VLine::new(3.0).style("--").color("C3"));
    });
    check("bars", &mut renderer);
}

#[test]
fn errors_and_steps() {
    let mut renderer = figure(700, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        let errors = [0.5, 1.0, f64::NAN, 0.2, 1e9];
        ax.set_ylim(0.0, 8.0).legend();
        ax.add(ErrorBars::new(0..5, [2, 4, 3, 5, 6], errors).marker('o').label("upright"));
        let horizontal = ErrorBars::new([1.5, 3.0], [1.0, 2.0], [0.5, 0.25]).horizontal();
        ax.add(horizontal.cap_size(0.0).width(3.0).color("C3").label("lying"));

        let ax = &mut grid[(0, 1)];
        for (i, steps) in [Steps::Pre, Steps::Mid, Steps::Post].into_iter().enumerate() {
            let y = (0..8).map(|x| f64::from(x * x % 7) + 8.0 * i as f64);
            ax.add(Line::new(0..8, y).steps(steps).marker('.').label(format!("{steps:?}")));
        }
        ax.legend();
    });
    check("errors_and_steps", &mut renderer);
}

#[test]
fn scattered_points_and_spans() {
    let mut renderer = figure(700, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        let places = |step: f64| (0..40).map(move |i| (f64::from(i) * step).sin());
        let sizes = (0..40).map(|i| f64::from(i * 10));
        let many = Scatter::new(places(1.7), places(2.9)).sizes(sizes).alpha(0.5);
        ax.add(many.label("many"));
        let few = Scatter::new([0.0, 0.5, f64::NAN], [0.0, 0.5, 0.0]).marker('D').size(64.0);
        ax.add(few.edge_color("black").label("few"));
        ax.legend();

        let ax = &mut grid[(0, 1)];
        ax.set_ylim(-1.5, 1.5);
        ax.add(Span::vertical(0.0, 2.5).color("0.85").label("night"));
        ax.add(Span::horizontal(-0.2, 0.2).color("C2").alpha(0.3).edge_color("C2"));
        ax.add(Span::vertical(4.0, f64::INFINITY));
        let colors = ["C0", "C1", "C2"];
        ax.add(Scatter::new(0..9, places(1.0).take(9)).colors(colors).marker('*').size(150.0));
        ax.legend();
    });
    check("scatter", &mut renderer);
}

#[test]
fn text_aligned_and_turned() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 4.0).set_ylim(0.0, 4.0).set_grid(true);
        let sides = [HAlign::Left, HAlign::Center, HAlign::Right];
        let heights = [VAlign::Top, VAlign::Center, VAlign::Baseline, VAlign::Bottom];
        for (i, halign) in sides.into_iter().enumerate() {
            for (j, valign) in heights.into_iter().enumerate() {
                let text = Text::new((0.5 + i as f64, 0.5 + j as f64), "Agy\ntwo");
                ax.add(text.halign(halign).valign(valign));
            }
        }
        for (i, degrees) in [0.0, 30.0, 90.0, 210.0].into_iter().enumerate() {
            let text = Text::new((3.5, 0.5 + i as f64), "turned").rotation(degrees);
            ax.add(text.halign(HAlign::Center).valign(VAlign::Center).color("C3"));
        }
        ax.add(Text::new(At::Axes(0.02, 1.02), "10⁻³ αβγ ∑ √2 ±½ °C").size(14.0));
        let bold = Text::new(At::Axes(1.0, -0.12), "bold, beyond the axes").weight(Weight::BOLD);
        ax.add(bold.halign(HAlign::Right));
    });
    check("text", &mut renderer);
}

#[test]
fn rings_edges_and_caps() {
    let mut renderer = figure(640, 400, |fig| {
        let mut axes = fig.subplots(1, 2);
        let ax = &mut axes[(0, 0)];
        let x = linspace(0.0, 6.0, 13);
        let wave = |shift: f64| x.iter().map(move |x| x.sin() + shift);
        let rings = Line::new(&x, wave(0.0)).marker('o').marker_color("none").label("rings");
        ax.add(rings.marker_size(9.0));
        let squares = Line::new(&x, wave(2.0)).marker('s').marker_color("none").style("--");
        ax.add(squares.marker_edge_color("C3").marker_edge_width(2.0).label("squares"));
        let gold = Line::new(&x, wave(4.0)).marker('D').marker_color("gold");
        ax.add(gold.marker_edge_color("black").label("gold"));
        let stems = Stem::new(&x, wave(-3.0)).bottom(-4.5).marker_color("none").label("stems");
        ax.add(stems.marker_edge_width(1.5));
        let trail = Trail::new(&x, x.iter().map(|x| 7.0 - 0.2 * x)).width(3.0).color("C5");
        ax.add(trail.marker('o').marker_color("none").marker_size(12.0).marker_edge_width(2.0));
        ax.set_ylim(-5.0, 10.0).set_legend(Legend::new().loc(Loc::UpperLeft).columns(2));

        let ax = &mut axes[(0, 1)];
        let bars = |y: f64| ErrorBars::new([1, 2, 3, 4], [y, y + 0.5, y, y + 1.0], [0.8; 4]);
        ax.add(bars(1.0).marker('s').label("squares"));
        ax.add(bars(3.0).width(3.0).cap_size(6.0).label("wide"));
        ax.add(bars(5.0).marker('o').marker_color("white").cap_thick(2.0).label("thick caps"));
        ax.add(bars(7.0).horizontal().marker('d').alpha(0.5).width(4.0).label("lying"));
        ax.set_ylim(0.0, 14.0).set_legend(Legend::new().loc(Loc::UpperLeft));
    });
    check("rings", &mut renderer);
}

#[test]
fn parts_that_stand_above_others() {
    let mut renderer = figure(640, 400, |fig| {
        let mut axes = fig.subplots(2, 2);
        let ax = &mut axes[(0, 0)];
        let (low, high) = ([3, 5, 4], [4, 2, 3]);
        ax.add(Bars::new(0..3, low).errors([1.0, 1.5, 0.7]).value_labels(Format::digits(0)));
        ax.add(Bars::new(0..3, high).bottom(low).errors([0.5; 3]));

        let samples: Vec<f64> = (0..400).map(|i| (f64::from(i) / 40.0).sin() * 2.0).collect();
        let ax = &mut axes[(0, 1)];
        ax.add(Histogram::new(samples.iter().map(|s| s + 1.0)).style(HistStyle::Step).color("k"));
        ax.add(Histogram::new(&samples).color("C1"));
        ax.add(Histogram::new(samples.iter().map(|s| s * 0.5)).style(HistStyle::StepFilled));

        let ax = &mut axes[(1, 0)];
        ax.add(Violin::new([&samples, &samples]).show_means(true));
        ax.add(Span::horizontal(-1.0, 1.0).color("0.8"));
        let ax = &mut axes[(1, 1)];
        ax.add(BoxPlot::new([[1, 2, 3, 4, 9]]).widths([0.8]).colors(["white"]).median_width(3.0));
        let over = BoxPlot::new([[0, 1, 2, 3, 5]]).positions([1.3]).widths([0.8]);
        ax.add(over.colors(["C0"]).outlier_color("C3").outlier_edge_color("k"));
    });
    check("parts", &mut renderer);
}
