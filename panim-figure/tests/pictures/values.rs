//! Values as colours: points, images and meshes.

use crate::support::{check, figure};
use panim_figure::*;

#[test]
fn points_colored_by_value() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let place = |step: f64| (0..60).map(move |i| (f64::from(i) * step).sin());
        let points = || Scatter::new(place(1.7), place(2.9)).size(100.0);
        let values = || (0..60).map(|i| if i == 7 { f64::NAN } else { f64::from(i) });

        let ax = &mut grid[(0, 0)];
        ax.add(points().values(values()).alpha(0.7).edge_color("black").label("mapped"));
        ax.add(Scatter::new([0.0], [0.0]).size(400.0).marker('*').label("cycle"));
        ax.legend();
        let ax = &mut grid[(0, 1)];
        let powers = values().map(|value| 10_f64.powf(value / 12.0));
        ax.add(points().values(powers).cmap("inferno_r").norm(Norm::Log).vmax(1e4));
        let ax = &mut grid[(0, 2)];
        let bad = Colormap::new("coolwarm").bad("lime");
        ax.add(points().values(values()).cmap(bad).norm(Norm::Centered(15.0)).marker('s'));
        ax.set_xlim(-1.2, 1.2).set_ylim(-1.5, 1.5);
        let row = |y: f64| Scatter::new(linspace(-1.1, 1.1, 60), [y; 60]).values(values());
        ax.add(row(1.3).cmap("Set1"));
        ax.add(row(-1.3).cmap("tab10").norm(Norm::bounds([10, 20, 40, 50])).marker('d'));
    });
    check("scatter_values", &mut renderer);
}
