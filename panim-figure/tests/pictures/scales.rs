//! Pictures of how values are spread: along an axis, and over colours.

use crate::support::{check, figure};
use panim_figure::{AxisScale, Image, Line, Norm, linspace};

#[test]
fn norms_with_their_colorbars() {
    let mut renderer = figure(1000, 600, |fig| {
        let value = |x: f64, y: f64| 60.0 * (x.powi(3) + 0.3 * y) * (-x * x / 3.0).exp();
        let row = |y: f64| linspace(-3.0, 3.0, 60).into_iter().map(move |x| value(x, y));
        let rows: Vec<Vec<f64>> =
            linspace(-2.0, 2.0, 40).into_iter().map(|y| row(y).collect()).collect();
        let mut axes = fig.subplots(2, 2);
        let norms = [
            Norm::SymLog { threshold: 1.0 },
            Norm::Asinh { linear_width: 1.0 },
            Norm::Power(2.0),
            Norm::function(f64::cbrt, |place| place.powi(3)),
        ];
        let titles = ["symlog", "asinh", "power", "function"];
        for (i, norm) in norms.into_iter().enumerate() {
            let ax = axes[(i / 2, i % 2)].set_title(titles[i]).set_aspect("auto");
            let image = ax.add(Image::new(&rows).norm(norm).cmap("managua"));
            ax.colorbar(image);
        }
    });
    check("norms", &mut renderer);
}

#[test]
fn asinh_axes_and_axes_by_functions() {
    let mut renderer = figure(900, 320, |fig| {
        let mut axes = fig.subplots(1, 3);
        let x = linspace(-1000.0, 1000.0, 2001);
        let asinh = AxisScale::Asinh { linear_width: 1.0 };
        let ax = axes[(0, 0)].set_xscale(asinh).set_yscale(asinh).set_grid(true);
        ax.add(Line::new(&x, &x));
        let ax = axes[(0, 1)].set_yscale(AxisScale::function(f64::sqrt, |y| y * y)).set_grid(true);
        let x = linspace(0.0, 10.0, 101);
        ax.add(Line::new(&x, x.iter().map(|x| x * x)));
        // Mercator's projection
        let mercator = AxisScale::function(
            |degrees| degrees.to_radians().tan().asinh(),
            |place| place.sinh().atan().to_degrees(),
        );
        let ax = axes[(0, 2)].set_yscale(mercator).set_ylim(-80.0, 80.0).set_grid(true);
        let x = linspace(-180.0, 180.0, 361);
        ax.add(Line::new(&x, x.iter().map(|x| 70.0 * x.to_radians().sin())));
    });
    check("asinh_and_functions", &mut renderer);
}

#[test]
fn powers_of_other_bases_and_probabilities() {
    let mut renderer = figure(900, 320, |fig| {
        let mut axes = fig.subplots(1, 3);
        let ax = axes[(0, 0)].set_xscale(AxisScale::log(2)).set_yscale(AxisScale::log(4));
        let x = (0..9).map(|power| 2_f64.powi(power));
        ax.add(Line::new(x.clone(), x.map(|x| x * x)).marker('o'));
        let ax = axes[(0, 1)].set_yscale(AxisScale::log(std::f64::consts::E)).set_grid(true);
        let x = linspace(0.0, 6.0, 100);
        ax.add(Line::new(&x, x.iter().map(|x| x.exp())));
        let ax = axes[(0, 2)].set_yscale("logit").set_grid(true);
        let x = linspace(-8.0, 8.0, 100);
        ax.add(Line::new(&x, x.iter().map(|x| 1.0 / (1.0 + (-x).exp()))));
    });
    check("powers_and_logit", &mut renderer);
}
