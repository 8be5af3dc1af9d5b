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
        ax.add(HLine::new(0.0).color("black").width(0.8));

        let ax = &mut grid[(0, 1)];
        let lying = Bars::new(0..3, [0.2, 0.5, -0.3]).horizontal().color("C2").errors([0.1; 3]);
        let lying = lying.cap_size(0.0).error_color("C3").error_width(3.0);
        ax.add(lying.value_labels(Format::percent(1)).value_label_size(8.0));

        let ax = &mut grid[(0, 2)];
        // over the top, and out of sight
        ax.set_ylim(0.0, 10.0);
        let bars = Bars::new(0..3, [10.0, 12.0, 6.0]).value_labels(|value| format!("{value} kg"));
        let bars = bars.value_label_weight(Weight::Bold).value_label_color("C3");
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
