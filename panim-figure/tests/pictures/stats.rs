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
